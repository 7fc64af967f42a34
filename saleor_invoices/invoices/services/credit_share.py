"""One order's share of an invoice: what is left of it, and what the shop owes on it already.

An invoice is mostly one order's. Of a collective invoice each order has its lines, its delivery,
its money and its credit notes, and what becomes of one order must not touch another's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from saleor_invoices.domain.credit import Remaining, remaining
from saleor_invoices.domain.credit_left import RateKey, charge_mark, named_charges, rate_key
from saleor_invoices.domain.document import Document, DocumentAdjustment, Line
from saleor_invoices.domain.money import ZERO, to_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_lines import SHIPPING
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import (
    Allocation,
    CreditDecision,
    Movement,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.credit_content import Content
from saleor_invoices.invoices.services.credit_issue import CREDIT_NOTE
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.payment_follow import standing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What of an invoice is the order's. ``*_minor`` are in smallest units."""

    invoice: SalesDocument
    content: Document
    is_whole: bool  # the invoice is this order's alone
    lines: tuple[Line, ...]
    charges: tuple[DocumentAdjustment, ...]
    rest: Remaining  # of the whole invoice
    left: Decimal  # gross, of the share
    held_minor: int
    collectable_minor: int
    credited_minor: int
    notes: tuple[SalesDocument, ...]  # its credit notes, as far as they count

    @property
    def earlier(self) -> list[Document]:
        """What they say."""
        return [decoded(note) for note in self.notes]

    def rates(self, content: Content | None = None) -> dict[RateKey, Decimal]:
        """The share's gross amounts by rate, or those of what a refund was for."""
        parts: list[Line | DocumentAdjustment] = []
        parts += [one for one in self.lines if content is None or one.source_id in content.lines]
        parts += self.charges if content is None or content.shipping else ()
        found: dict[RateKey, Decimal] = {}
        for one in parts:
            key = rate_key(one.tax)
            found[key] = found.get(key, ZERO) + one.gross_amount
        return found


def share_of(
    *, invoice: SalesDocument, record: OrderRecord, order: Order, with_drafts: bool
) -> Share:
    """The order's share; ``with_drafts`` counts what waits for a person as credited."""
    states = [DocumentState.ISSUED, *([DocumentState.DRAFT] if with_drafts else [])]
    notes = list(invoice.following.filter(kind=CREDIT_NOTE, state__in=states))
    content = decoded(invoice)
    rest = remaining(content, [decoded(note) for note in notes])
    if invoice.order_id is None:
        return _part(invoice, rest, notes, record, order)
    return Share(
        invoice=invoice,
        content=content,
        is_whole=True,
        lines=content.lines,
        charges=tuple(one for one in named_charges(content) if one.source_id.startswith(SHIPPING)),
        rest=rest,
        left=rest.gross,
        held_minor=to_minor(standing_of(invoice).held, invoice.currency),
        collectable_minor=invoice.collectable_minor,
        credited_minor=sum(note.collectable_minor for note in notes),
        notes=tuple(notes),
    )


def owed_minor(
    *, shares: Sequence[Share], pending: Sequence[Movement], of_lines: bool, spare: int = 0
) -> int:
    """What the shop owed the buyer before the ``pending`` refunds, which are not decided on yet.

    That is money above what the invoices are still good for: an overpayment, or a credit note that
    was not paid out. ``of_lines``: an overpayment is not meant by a refund of goods. What a pending
    refund took from an invoice that was replaced would be on the new one but for it. ``spare`` is
    the order's money that counts for no invoice.
    """
    taken = _taken(pending)
    credited = _credited_by(pending, shares)
    owed = lacking = 0
    for share in shares:
        held = share.held_minor + taken.pop(share.invoice.pk, 0)
        own = share.credited_minor - credited.get(share.invoice.pk, 0)
        claim = max(share.collectable_minor - own, 0)
        kept = min(held, share.collectable_minor) if of_lines else held
        owed += max(kept - claim, 0)
        lacking += max(claim - held, 0)
    elsewhere = sum(taken.values()) + (0 if of_lines else spare)
    return owed + max(elsewhere - lacking, 0)


def _part(
    invoice: SalesDocument,
    rest: Remaining,
    notes: list[SalesDocument],
    record: OrderRecord,
    order: Order,
) -> Share:
    own, content = {line.id for line in order.lines}, decoded(invoice)
    lines = tuple(line for line in content.lines if line.source_id in own)
    mark = f"{SHIPPING}{order.id}"
    charges = tuple(one for one in named_charges(content) if one.source_id == mark)
    gross = sum((one.gross_amount for one in lines), ZERO)
    gross += sum((one.gross_amount for one in charges), ZERO)
    credited = sum((_credited(note, order, lines, charges) for note in notes), ZERO)
    money = Allocation.objects.filter(document=invoice, movement__order=record)
    return Share(
        invoice=invoice,
        content=content,
        is_whole=False,
        lines=lines,
        charges=charges,
        rest=rest,
        left=max(min(gross - credited, rest.gross), ZERO),
        held_minor=money.aggregate(sum=Sum("amount_minor"))["sum"] or 0,
        collectable_minor=to_minor(gross, invoice.currency),
        credited_minor=to_minor(credited, invoice.currency),
        notes=tuple(notes),
    )


def _credited(
    note: SalesDocument,
    order: Order,
    lines: tuple[Line, ...],
    charges: tuple[DocumentAdjustment, ...],
) -> Decimal:
    """What a credit note of a collective invoice takes back for the order."""
    content = decoded(note)
    causes = list(note.decided_by.values_list("cause", flat=True))
    if any(is_cause_of(cause, order.id) for cause in causes):
        return content.totals.gross
    if any(cause.startswith(("refund:", "cancel:")) for cause in causes):
        return ZERO  # another order's
    return sum(_named(content, lines, charges), ZERO)


def is_cause_of(cause: str, order_id: str) -> bool:
    """Whether a credit was decided because of this order."""
    return cause == f"cancel:{order_id}" or cause.startswith(f"refund:saleor:{order_id}:")


def _named(
    content: Document, lines: tuple[Line, ...], charges: tuple[DocumentAdjustment, ...]
) -> Iterator[Decimal]:
    line_ids, charge_ids = {one.id for one in lines}, {one.id for one in charges}
    marks = {charge_mark(one) for one in charges}
    for line in content.lines:
        if line.preceding_id in line_ids or (not line.preceding_id and line.source_id in marks):
            yield line.gross_amount
    for charge in content.charges:
        if charge.preceding_id in charge_ids:
            yield charge.gross_amount


def _taken(pending: Sequence[Movement]) -> dict[object, int]:
    """What the refunds were taken from, above zero, by document."""
    rows = Allocation.objects.filter(movement__in=pending).values_list("document_id")
    return {document: -total for document, total in rows.annotate(total=Sum("amount_minor"))}


def _credited_by(pending: Sequence[Movement], shares: Sequence[Share]) -> dict[object, int]:
    """What was credited because of them already, on some of their invoices."""
    made = CreditDecision.objects.filter(
        cause__in=[f"refund:{movement.key}" for movement in pending],
        invoice__in=[share.invoice for share in shares],
        document__in=[note for share in shares for note in share.notes],
    )
    rows = made.values_list("invoice_id").annotate(total=Sum("document__collectable_minor"))
    return dict(rows)
