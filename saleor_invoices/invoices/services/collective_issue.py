"""One invoice for several orders of one buyer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from saleor_invoices.domain import findings, settlement
from saleor_invoices.domain.collective import collective
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import Draft, document_from_order
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.document_complete import document_complete
from saleor_invoices.invoices.services.document_issue import Ownership, document_issue
from saleor_invoices.invoices.services.ledger_allocate import available_minor
from saleor_invoices.invoices.services.order_issue import (
    WHOLE_ORDER,
    Issue,
    assets_keep,
    coverage_of,
    orders_lock,
    refuse_status,
)
from saleor_invoices.invoices.services.order_observe import order_take_in, refuse_overtaken
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.invoices.services.order_settle import order_settle
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.invoices.services.vat_check import vat_check_after_issue
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import channel_profile

MOST_ORDERS = 100


def collective_issue(
    *, installation: Installation, order_ids: Sequence[str], actor: str
) -> SalesDocument:
    """Issue one invoice for orders that have none yet, as Saleor has them now.

    Raises ``InvalidInput`` for fewer than two orders or too many, ``Conflict`` ORDER_COVERED and
    COLLECTIVE_MISMATCH (what differs between the buyers), ``CannotIssue`` for blocking findings,
    ``Overtaken`` when an order changed while it was read.
    """
    wanted = list(dict.fromkeys(order_ids))
    if not 2 <= len(wanted) <= MOST_ORDERS:
        raise InvalidInput(f"Name from 2 to {MOST_ORDERS} orders.", params={"field": "orderIds"})
    readings = [order_read(installation=installation, order_id=one) for one in wanted]
    # Orders that are new to us are kept first: two workers would wait for each other's new rows.
    works = [_work(installation, reading.order, actor) for reading in readings]
    with transaction.atomic():
        works = _locked(works, {reading.order.id: reading.as_of for reading in readings})
        document = _issue(works, wanted)
        for work in works:
            order_settle(record=work.record, order=work.order, profile=work.profile)
        return document


def _work(installation: Installation, order: Order, actor: str) -> Issue:
    refuse_status(order)
    record, _ = OrderRecord.objects.get_or_create(
        installation=installation,
        order_id=order.id,
        defaults={"number": order.number, "channel": order.channel, "currency": order.currency},
    )
    record.installation = installation
    profile = channel_profile(installation=installation, channel=order.channel)
    return Issue(record=record, order=order, profile=profile, actor=actor)


def _locked(works: list[Issue], as_of: Mapping[str, datetime]) -> list[Issue]:
    """The works with their orders locked and taken in as they were read."""
    by_id = {work.record.pk: work for work in works}
    locked = []
    for record in orders_lock([work.record for work in works]):
        work = replace(by_id[record.pk], record=record)
        _refuse_covered(work)
        refuse_overtaken(record, as_of[work.order.id])
        order_take_in(record=record, order=work.order, issued_at=as_of[work.order.id])
        locked.append(work)
    return locked


def _refuse_covered(work: Issue) -> None:
    if any(row.released_at is None for row in coverage_of(work.record)):
        raise Conflict(
            f"Order {work.order.number} has its invoice already.",
            code="ORDER_COVERED",
            params={"order_id": work.order.id},
        )


def _issue(works: list[Issue], wanted: list[str]) -> SalesDocument:
    first = min(works, key=lambda work: wanted.index(work.order.id))
    draft = document_complete(draft=_draft(works, wanted), rules=first.rules)
    findings.refuse_blocking(draft.findings)
    assets_keep(installation=first.record.installation, profile=first.profile)
    owner = Ownership(
        installation=first.record.installation, legal_entity=first.profile.legal_entity
    )
    row = document_issue(
        draft=_settled(works, draft.document),
        owner=owner,
        actor=first.actor,
        orders=[work.order.number for work in works],
    )
    for work in works:
        OrderCoverage.objects.update_or_create(
            order=work.record, part=WHOLE_ORDER, defaults={"document": row, "released_at": None}
        )
    for work in works:
        # On every order, but the customer is told once.
        notify = work is first and work.profile.notify_policy is NotifyPolicy.ON_ISSUE
        publication_request(document=row, saleor_invoice_id=None, notify=notify, order=work.record)
    vat_check_after_issue(document=row)
    return row


def _draft(works: list[Issue], wanted: list[str]) -> Draft:
    ordered = sorted(works, key=lambda work: wanted.index(work.order.id))
    drafts = [document_from_order(one.order, one.profile.document, on=one.on) for one in ordered]
    found = tuple(finding for draft in drafts for finding in draft.findings)
    findings.refuse_blocking(found)
    words = credit_wording(drafts[0].document.language)
    document = collective([draft.document for draft in drafts], order_text=words.order)
    return Draft(document=document, findings=found)


def _settled(works: list[Issue], document: Document) -> Document:
    paid = sum(available_minor(work.record) for work in works)
    amount = min(from_minor(paid, document.currency), document.totals.payable)
    return settlement.prepaid(document, amount=amount, label="") if amount > 0 else document
