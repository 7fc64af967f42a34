"""Tying an imported document to the order that it is of, and taking it off again.

An imported invoice covers its order, so that no second one is issued for it here. Money that Saleor
knows of the order counts for it, once with what its source tells (``order_money``).
"""

from django.db import transaction

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import AppError, Conflict, NotFound
from saleor_invoices.domain.money import quantize, to_minor
from saleor_invoices.invoices.models import (
    ExternalReference,
    OrderCoverage,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import WHOLE_ORDER, order_lock
from saleor_invoices.invoices.services.order_money import (
    order_money_follow,
    order_money_leave,
    order_money_missing,
)
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.invoices.services.publication_withdraw import publications_take_back
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor.matches import OrderMatch, orders_by_id
from saleor_invoices.stores.models import Installation

BY_HAND = "BY_HAND"
Link = ExternalReference.Link


def external_link(*, document: SalesDocument, order_id: str, actor: str) -> None:
    """Link a document to an order of its own store, as a person decided.

    Raises ``Conflict`` NOT_IMPORTED, ORDER_CURRENCY, DOCUMENT_ERASED; ``NotFound`` ORDER_NOT_FOUND
    for an order that this Saleor does not know; and what Saleor's client raises.
    """
    reference = _reference(document)
    found = orders_by_id(saleor_client(document.installation), [order_id]).get(order_id)
    if found is None:
        raise NotFound(
            "This Saleor has no such order.", code="ORDER_NOT_FOUND", params={"field": "orderId"}
        )
    if document.order_id is not None and document.order and document.order.order_id != order_id:
        external_unlink(document=document, actor=actor)
    external_attach(reference=reference, order=found, actor=actor, code=BY_HAND)


def external_attach(
    *,
    reference: ExternalReference,
    order: OrderMatch,
    actor: str,
    customer_id: str = "",
    code: str = "",
) -> None:
    """Tie the document to an order of its Saleor, cover the order, and publish where wanted.

    Raises ``Conflict`` as ``external_link``.
    """
    with transaction.atomic():
        record = order_lock(_record(reference, order))
        document = document_lock(reference)
        if document.currency != order.currency:
            raise Conflict(f"Order {order.number} is in {order.currency}.", code="ORDER_CURRENCY")
        is_new = document.order_id != record.pk
        if is_new and document.order_id is not None:
            external_detach(document)
        _tie(document, record, order, customer_id or order.customer_id)
        _cover(document, record)
        ExternalReference.objects.filter(pk=reference.pk).update(
            link=Link.LINKED, link_code=code, claim=None, next_attempt_at=None, last_error=""
        )
        order_money_follow(record=record)
        order_money_missing(document=document, record=record)
        if is_new:
            history_append(document=document, event="order_linked", actor=actor, order=order.number)
        if reference.publish:
            publication_request(
                document=document, order=record, saleor_invoice_id=None, notify=False
            )


def external_unlink(*, document: SalesDocument, actor: str) -> None:
    """Take a document off its order; in Saleor it is no longer shown there.

    Raises ``Conflict`` NOT_IMPORTED, DOCUMENT_ERASED.
    """
    reference = _reference(document)
    with transaction.atomic():
        record = OrderRecord.objects.filter(documents=document).first()
        if record is not None:
            record.installation = document.installation
            order_lock(record)
        row = document_lock(reference)
        external_detach(row)
        ExternalReference.objects.filter(pk=reference.pk).update(
            link=Link.UNLINKED, link_code=BY_HAND, claim=None, next_attempt_at=None
        )
        if record is not None:
            history_append(document=row, event="order_unlinked", actor=actor, order=record.number)


def external_detach(document: SalesDocument) -> None:
    """Take a locked document off its order, which is free again for another invoice."""
    publications_take_back(document=document)
    OrderCoverage.objects.filter(document=document).delete()
    if document.order_id is not None:
        said = ExternalReference.objects.filter(document=document).values_list("order_number")
        follow(document, order_id=None, order_number=said.get()[0])
        order_money_leave(document=document)


def follow(document: SalesDocument, **columns: object) -> None:
    """Change columns of a locked imported document; its revision counts up."""
    SalesDocument.objects.filter(pk=document.pk).update(revision=document.revision + 1, **columns)
    document.refresh_from_db()


def document_lock(reference: ExternalReference) -> SalesDocument:
    """The document, locked until the transaction ends. Raises ``Conflict`` DOCUMENT_ERASED."""
    rows = SalesDocument.objects.select_for_update(of=("self",), no_key=True)
    document = rows.select_related("installation").filter(pk=reference.document_id).first()
    if document is None:
        raise NotFound("There is no such document.")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    return document


def _reference(document: SalesDocument) -> ExternalReference:
    found = ExternalReference.objects.filter(document=document).first()
    if found is None:
        raise Conflict("This document was issued here.", code="NOT_IMPORTED")
    return found


def _record(reference: ExternalReference, order: OrderMatch) -> OrderRecord:
    try:
        total = to_minor(quantize(order.total, order.currency), order.currency)
    except AppError:  # a currency that Saleor knows and the app does not: the invoice's differs
        total = 0
    record, _ = OrderRecord.objects.get_or_create(
        installation_id=reference.installation_id,
        order_id=order.id,
        defaults={
            "number": order.number,
            "channel": order.channel,
            "customer_id": order.customer_id,
            "currency": order.currency,
            "total_minor": total,
            "status": order.status,
        },
    )
    record.installation = Installation.objects.get(pk=reference.installation_id)
    return record


def _tie(document: SalesDocument, record: OrderRecord, order: OrderMatch, customer_id: str) -> None:
    columns = {
        "order_id": record.pk,
        "customer_id": customer_id or document.customer_id,
        "customer_email": document.customer_email or order.email[:320],
        "channel": document.channel or record.channel,
        "order_number": record.number or document.order_number,
    }
    if any(getattr(document, name) != value for name, value in columns.items()):
        follow(document, **columns)


def _cover(document: SalesDocument, record: OrderRecord) -> None:
    """An order that nothing covers is covered by the invoice, once for all its invoices."""
    if document.kind == DocumentKind.INVOICE and not record.coverage.exists():
        OrderCoverage.objects.create(order=record, part=WHOLE_ORDER, document=document)
