"""A ledger written by hand: honest rows, one step below the services that write them.

Documents take their numbers and their place in the chain from the real series. Amounts of the
invoice are those of ``factories.sample_document``: 158.40 PLN, 147.60 of them at 23 %.
"""

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain import chain, codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.columns import indexed_columns
from saleor_invoices.domain.document import Document, PrecedingInvoice
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.numbering import NumberPattern, Reset
from saleor_invoices.domain.order_document import issued
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    OrderCoverage,
    OrderRecord,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.invoices.services.number_take import number_take, series_advance, series_lock
from saleor_invoices.invoices.services.vat_shares import vat_shares_write
from saleor_invoices.stores.models import LegalEntity
from tests.plugins import factories

GROSS = 15840
PATTERNS = {"invoice": "INV", "credit_note": "CN", "proforma": "PRO"}
_orders = itertools.count(1)


def invoice(
    entity: LegalEntity, *, on: date = factories.TODAY, part: str = "order", **columns: Any
) -> SalesDocument:
    """An issued, unpaid invoice of an order of its own, which it covers."""
    order = columns.pop("order", None) or an_order(entity)
    draft = replace(
        factories.sample_document(number="", issue_date=None),
        order=factories.order_reference(order.number, customer="VXNlcjox", email="b@example.com"),
        due_date=on + timedelta(days=14),
    )
    row = post(entity, draft, order=order, on=on, collectable_minor=GROSS, **columns)
    OrderCoverage.objects.create(order=order, part=part, document=row)
    state(row, status="unpaid", balance_minor=GROSS, due_date=row.due_date)
    return row


def an_order(entity: LegalEntity) -> OrderRecord:
    """An order of the store."""
    number = next(_orders)
    return OrderRecord.objects.create(
        installation_id=entity.installation_id,
        order_id=f"book-order-{number}",
        number=str(number),
        currency="PLN",
        customer_id="VXNlcjox",
        status="UNFULFILLED",
    )


def credit_note(
    of: SalesDocument,
    *,
    lines: Iterable[str] | None = None,
    applied: bool = True,
    draft: Document | None = None,
    **changes: Any,
) -> SalesDocument:
    """A credit note over the whole of an invoice, or some of its lines; applied to it.

    ``draft`` is what it says instead of the invoice, ``changes`` what of it is otherwise.
    """
    original = draft or codec.decode(bytes(of.snapshot))
    draft = replace(
        original,
        kind=DocumentKind.CREDIT_NOTE,
        number="",
        issue_date=None,
        due_date=None,
        preceding_invoices=(PrecedingInvoice(number=of.number, issue_date=of.issue_date),),
    )
    if lines is not None:
        draft = only_lines(draft, set(lines))
    draft = replace(draft, **changes)
    entity = of.legal_entity
    gross = to_minor(draft.totals.gross, draft.currency)
    row = post(entity, draft, order=of.order, preceding=of, collectable_minor=gross)
    if applied:
        apply(row)
    return row


def apply(note: SalesDocument) -> Movement:
    """Apply a credit note to its invoice; the invoice's payment state is the caller's."""
    assert note.preceding is not None
    moved = movement(
        note.preceding,
        note.gross_minor,
        kind=MovementKind.CREDIT,
        source="credit_note",
        credit_note=note,
    )
    allocate(moved, note.preceding, note.gross_minor)
    return moved


def only_lines(draft: Document, wanted: set[str]) -> Document:
    """The document with some of its lines and without charges."""
    lines = tuple(line for line in draft.lines if line.id in wanted)
    return replace(
        draft,
        lines=lines,
        charges=(),
        vat_breakdown=vat_breakdown(lines),
        totals=document_totals(lines),
    )


def post(
    entity: LegalEntity, draft: Document, *, on: date = factories.TODAY, **columns: Any
) -> SalesDocument:
    """Give the draft its number and its place in the chain."""
    with transaction.atomic():
        series = series_lock(legal_entity=entity, kind=draft.kind, test_mode=draft.test_mode)
        pattern = NumberPattern.parse(f"{PATTERNS[draft.kind]}-{{YYYY}}-{{seq:05}}", Reset.YEARLY)
        taken = number_take(series=series, pattern=pattern, today=on)
        final = issued(
            draft, number=taken.number, issue_date=taken.issue_date, due_date=draft.due_date
        )
        row = factories.document_row(
            entity,
            final,
            **{
                **indexed_columns(final),
                "series": series,
                "period": taken.period,
                "sequence": taken.sequence,
                "issued_at": timezone.now(),
                "chain_position": taken.chain_position,
                "previous_hash": taken.previous_hash,
                **columns,
            },
        )
        row.chain_hash = chain.link(
            taken.previous_hash, row.digest, row.number, taken.chain_position
        )
        row.save(force_insert=True)
        vat_shares_write(document=row, final=final)
        series_advance(taken=taken, chain_hash=row.chain_hash)
    return row


def movement(
    document: SalesDocument, amount: int, *, kind: str = MovementKind.CHARGE, **columns: Any
) -> Movement:
    """Money that moved for the document's order."""
    values: dict[str, Any] = {
        "installation_id": document.installation_id,
        "order": document.order,
        "kind": kind,
        "amount_minor": amount,
        "currency": document.currency,
        "key": f"test:{Movement.objects.count() + 1}",
        "source": "saleor",
        "occurred_at": timezone.now(),
    }
    return Movement.objects.create(**{**values, **columns})


def allocate(moved: Movement, document: SalesDocument, amount: int) -> Allocation:
    """Let a part of a movement count for a document."""
    return Allocation.objects.create(movement=moved, document=document, amount_minor=amount)


def state(document: SalesDocument, **values: Any) -> None:
    """Say how the document stands; what is not said is nothing."""
    nothing = dict.fromkeys(("paid", "refunded", "credited", "disputed", "balance"), 0)
    columns = {f"{name}_minor": amount for name, amount in nothing.items()}
    PaymentState.objects.update_or_create(
        document=document,
        defaults={
            **columns,
            "installation_id": document.installation_id,
            "due_date": None,
            **values,
        },
    )


def credited(document: SalesDocument, amount: int) -> None:
    """How an unpaid invoice stands of which so much was credited."""
    owed = GROSS - amount
    state(
        document,
        status="unpaid" if owed else "cancelled",
        credited_minor=amount,
        balance_minor=owed,
        due_date=document.due_date if owed else None,
    )
