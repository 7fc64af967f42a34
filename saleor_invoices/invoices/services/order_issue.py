"""Issuing an order: whole, or parcel by parcel, each part once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q

from saleor_invoices.domain import findings, settlement
from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import CannotIssue, Conflict
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.order import Fulfillment, Order
from saleor_invoices.domain.order_document import Draft, document_from_order
from saleor_invoices.domain.portion import portion, rest_quantities
from saleor_invoices.domain.wording import wording
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.document_complete import Rules, document_complete
from saleor_invoices.invoices.services.document_issue import (
    Ownership,
    decoded,
    document_issue,
)
from saleor_invoices.invoices.services.ledger_allocate import (
    INCOME,
    available_minor,
    invoices_of,
    unallocated,
)
from saleor_invoices.invoices.services.vat_check import vat_check_after_issue
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.services.asset_keep import asset_keep

WHOLE_ORDER, REST = "order", "rest"
PARCEL = "fulfillment:"
REFUSED_STATUSES = frozenset({"DRAFT", "UNCONFIRMED", "EXPIRED"})
"""Saleor refuses invoices of such orders itself (``invoiceRequest`` answers INVALID_STATUS)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is being issued, for whom and by whom."""

    record: OrderRecord
    order: Order
    profile: ChannelProfile
    actor: str = "app"
    preceding: SalesDocument | None = None  # what a correction replaces

    @property
    def on(self) -> date:
        """Today where the legal entity is."""
        return clock.today(self.profile.document.timezone)

    @property
    def rules(self) -> Rules:
        """Under which rules its drafts become documents."""
        installation = self.record.installation
        return Rules(installation=installation, profile=self.profile, on=self.on)


def order_issue(
    *, record: OrderRecord, order: Order, profile: ChannelProfile, actor: str = "app"
) -> SalesDocument:
    """Return the order's invoice, issuing it first where there is none.

    An order that was invoiced in parts gets an invoice of what is left. Must run inside a
    transaction that holds the lock on ``record`` (``order_lock``). Raises ``CannotIssue`` with the
    first blocking finding; then no number is taken.
    """
    work = Issue(record=record, order=order, profile=profile, actor=actor)
    rows = coverage_of(record)
    live = [row for row in rows if row.released_at is None]
    whole = next((row for row in live if row.part == WHOLE_ORDER), None)
    if whole is not None:
        return whole.document
    if live:
        return _issue_rest(work, live)
    return part_issue(work=work, part=WHOLE_ORDER, draft=order_draft(work=work))


def parcels_issue(
    *, record: OrderRecord, order: Order, profile: ChannelProfile, actor: str = "app"
) -> list[SalesDocument]:
    """Issue an invoice for each parcel that has none; raises as ``order_issue`` does."""
    work = Issue(record=record, order=order, profile=profile, actor=actor)
    rows = coverage_of(record)
    if any(row.part in (WHOLE_ORDER, REST) for row in rows):
        return []
    known = {row.part for row in rows}
    sent = [parcel for parcel in order.fulfillments if parcel.status == "FULFILLED"]
    new = [parcel for parcel in sent if f"{PARCEL}{parcel.id}" not in known and parcel.lines]
    return [_issue_parcel(work, parcel) for parcel in sorted(new, key=_age)]


def part_issue(
    *, work: Issue, part: str, draft: Draft, row: SalesDocument | None = None
) -> SalesDocument:
    """Issue a draft as the document that covers a part of the order; ``row`` is its own, if any."""
    findings.refuse_blocking(draft.findings)
    document = settled(work, draft.document)
    row = _issue(work, document, draft, row)
    OrderCoverage.objects.update_or_create(
        order=work.record, part=part, defaults={"document": row, "released_at": None}
    )
    vat_check_after_issue(document=row)
    return row


def order_draft(*, work: Issue) -> Draft:
    """The whole order as a draft with everything noticed; raises ``CannotIssue`` by its status."""
    return document_complete(draft=_bare_draft(work), rules=work.rules)


def coverage_of(record: OrderRecord) -> list[OrderCoverage]:
    """Which documents cover which part, oldest first."""
    return list(record.coverage.select_related("document").order_by("pk"))


def order_document(record: OrderRecord) -> SalesDocument | None:
    """The newest document that covers the order or a part of it, also one that was voided."""
    rows = coverage_of(record)
    return rows[-1].document if rows else None


def is_covered(record: OrderRecord) -> bool:
    """Whether nothing of the order is left to invoice."""
    live = [row for row in coverage_of(record) if row.released_at is None]
    return any(row.part == WHOLE_ORDER for row in live) or (
        bool(live) and record.uninvoiced_minor == 0
    )


def order_lock(record: OrderRecord) -> OrderRecord:
    """Lock the order's row and its invoices until the transaction ends, and read the row anew.

    Everyone locks in one order, so that nobody waits for each other: orders by their key, their
    invoices by age, the number series of invoices, then that of credit notes.
    """
    (locked,) = orders_lock([record])
    return locked


def orders_lock(records: Iterable[OrderRecord]) -> list[OrderRecord]:
    """The same for several; by their key."""
    given = {record.pk: record for record in records}
    # Their keys are left out of the lock: a row that only refers to an order may be written by
    # someone who holds a document that we wait for.
    rows = OrderRecord.objects.select_for_update(no_key=True).filter(pk__in=given)
    locked = list(rows.order_by("pk"))
    for row in locked:
        row.installation = given[row.pk].installation
    if locked:
        invoices_of(*locked)
    return locked


def document_orders_lock(*documents: SalesDocument) -> list[OrderRecord]:
    """Lock the orders of documents, and all invoices of these orders; by their key."""
    pks = {document.pk for document in documents}
    wanted = OrderRecord.objects.filter(Q(documents__in=pks) | Q(coverage__document__in=pks))
    records = list(wanted.distinct())
    for record in records:
        record.installation = documents[0].installation
    return orders_lock(records)


def uninvoiced_follow(record: OrderRecord) -> None:
    """Keep what of an order invoiced in parts is still to be invoiced."""
    live = [row for row in coverage_of(record) if row.released_at is None]
    rest = 0
    if live and all(row.part != WHOLE_ORDER for row in live):
        rest = record.total_minor - sum(row.document.collectable_minor for row in live)
    if rest != record.uninvoiced_minor:
        record.uninvoiced_minor = max(rest, 0)
        record.save(update_fields=["uninvoiced_minor"])


def refuse_status(order: Order) -> None:
    """Raise ``CannotIssue`` ORDER_NOT_CONFIRMED for an order that Saleor itself would refuse."""
    if order.status in REFUSED_STATUSES:
        raise CannotIssue(
            f"Order {order.number} is {order.status.lower()} and can't be invoiced yet.",
            code="ORDER_NOT_CONFIRMED",
            params={"remedy": "Confirm the order in Saleor.", "status": order.status},
        )


def assets_keep(*, installation: Installation, profile: ChannelProfile) -> None:
    """Keep the pictures and templates that the document refers to by their hash."""
    if profile.logo:
        asset_keep(installation=installation, content=profile.logo)
    if profile.template == "html":
        asset_keep(installation=installation, content=profile.html_template.encode())


def _bare_draft(work: Issue) -> Draft:
    refuse_status(work.order)
    return document_from_order(work.order, work.profile.document, on=work.on)


def _issue(
    work: Issue, document: Document, draft: Draft, row: SalesDocument | None
) -> SalesDocument:
    assets_keep(installation=work.record.installation, profile=work.profile)
    return document_issue(
        draft=document,
        owner=Ownership(
            installation=work.record.installation,
            legal_entity=work.profile.legal_entity,
            order=work.record,
            preceding=work.preceding,
        ),
        actor=work.actor,
        row=row,
        findings=[finding.code for finding in draft.findings],
    )


def settled(work: Issue, document: Document) -> Document:
    """The document with what has been paid already (BT-113): it is not asked for again."""
    currency = document.currency
    paid = min(from_minor(available_minor(work.record), currency), document.totals.payable)
    if paid <= 0:
        return document
    return settlement.prepaid(document, amount=paid, label=_paid_how(work, document.language))


def _paid_how(work: Issue, language: str) -> str:
    """When and how the money came that is there, in words; the last day where it came in parts."""
    came = [row for row, rest in unallocated(work.record) if rest > 0 and row.kind in INCOME]
    day = local_date(came[-1].occurred_at, work.profile.document.timezone)
    means = {row.method for row in came}
    return wording(language).paid(day, means.pop() if len(means) == 1 else "")


def _issue_parcel(work: Issue, parcel: Fulfillment) -> SalesDocument:
    whole = _bare_draft(work)
    findings.refuse_blocking(whole.findings)
    quantities = {line: Decimal(quantity) for line, quantity in parcel.lines}
    supplied = local_date(parcel.created, work.profile.document.timezone)
    return _issue_portion(work, f"{PARCEL}{parcel.id}", _supplied_on(whole, supplied), quantities)


def _supplied_on(draft: Draft, day: date) -> Draft:
    """The draft with a parcel's own day of supply (Directive 2006/112/EC, art. 226 no. 7)."""
    delivery = draft.document.delivery
    if delivery is None:
        return draft
    supplied = replace(
        delivery,
        supply_date=day,
        supply_date_kind=SupplyDateKind.DELIVERY,
        supply_wording="",
    )
    return replace(draft, document=replace(draft.document, delivery=supplied))


def _issue_rest(work: Issue, live: list[OrderCoverage]) -> SalesDocument:
    whole = _bare_draft(work)
    findings.refuse_blocking(whole.findings)
    left = rest_quantities(whole.document, [decoded(row.document) for row in live])
    if not any(left.values()):
        return live[-1].document
    return _issue_portion(work, REST, whole, left)


def _issue_portion(
    work: Issue, part: str, whole: Draft, quantities: dict[str, Decimal]
) -> SalesDocument:
    live = [row for row in coverage_of(work.record) if row.released_at is None]
    invoiced = [decoded(row.document) for row in live]
    left = rest_quantities(whole.document, invoiced)
    try:
        document = portion(
            whole.document,
            quantities=quantities,
            invoiced=invoiced,
            with_charges=not invoiced,
            is_last=all(left[line] == quantities.get(line, 0) for line in left),
        )
    except Conflict as error:
        remedy = {"remedy": "Compare the order's parcels with its invoices; correct one of them."}
        raise CannotIssue(
            error.message, code=error.code, params={**error.params, **remedy}
        ) from error
    draft = document_complete(
        draft=Draft(document=document, findings=whole.findings), rules=work.rules
    )
    return part_issue(work=work, part=part, draft=draft)


def _age(parcel: Fulfillment) -> tuple[object, str]:
    return parcel.created, parcel.id
