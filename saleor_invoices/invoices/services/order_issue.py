"""Issuing: number, chain and snapshot in one transaction, or nothing at all."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain import chain, codec, findings
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import document_from_order, issued
from saleor_invoices.domain.search import normalise
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import (
    OrderCoverage,
    OrderRecord,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.number_take import (
    TakenNumber,
    number_take,
    series_advance,
    series_lock,
)
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.services.asset_keep import asset_keep

WHOLE_ORDER = "order"
RENDER_TASK = "saleor_invoices.invoices.tasks.document_render"
REFUSED_STATUSES = frozenset({"DRAFT", "UNCONFIRMED", "EXPIRED"})
"""Saleor refuses invoices of such orders itself (``invoiceRequest`` answers INVALID_STATUS)."""


def order_issue(
    *, record: OrderRecord, order: Order, profile: ChannelProfile, actor: str = "app"
) -> SalesDocument:
    """Return the order's invoice, issuing it first where there is none.

    Must run inside a transaction that holds the lock on ``record`` (``order_lock``). Raises
    ``CannotIssue`` with the first blocking finding; then no number is taken.
    """
    covered = order_document(record)
    if covered is not None:
        return covered
    _refuse_status(order)
    on = today(profile.document.timezone)
    draft = document_from_order(order, profile.document, on=on)
    findings.refuse_blocking(draft.findings)
    document = _issue(record=record, draft=draft.document, profile=profile, on=on)
    OrderCoverage.objects.create(order=record, part=WHOLE_ORDER, document=document)
    payment_follow(order=record, document=document)
    RenderJob.objects.create(document=document)
    history_append(
        document=document,
        event="issued",
        actor=actor,
        number=document.number,
        findings=[finding.code for finding in draft.findings],
    )
    background.enqueue(RENDER_TASK, str(document.pk))
    return document


def order_document(record: OrderRecord) -> SalesDocument | None:
    """The live document that covers the whole order."""
    coverage = record.coverage.filter(part=WHOLE_ORDER).select_related("document").first()
    return coverage.document if coverage else None


def order_lock(record: OrderRecord) -> OrderRecord:
    """Lock the order's row until the transaction ends, and read it anew."""
    locked = OrderRecord.objects.select_for_update().get(pk=record.pk)
    locked.installation = record.installation
    return locked


def today(zone: str) -> date:
    """Today where the legal entity is."""
    return datetime.now(ZoneInfo(zone)).date()


def _refuse_status(order: Order) -> None:
    if order.status in REFUSED_STATUSES:
        raise CannotIssue(
            f"Order {order.number} is {order.status.lower()} and can't be invoiced yet.",
            code="ORDER_NOT_CONFIRMED",
            params={"remedy": "Confirm the order in Saleor.", "status": order.status},
        )


def _issue(
    *, record: OrderRecord, draft: Document, profile: ChannelProfile, on: date
) -> SalesDocument:
    if profile.logo:
        asset_keep(installation=record.installation, content=profile.logo)
    with transaction.atomic():
        series = series_lock(
            legal_entity=profile.legal_entity, kind=draft.kind, test_mode=draft.test_mode
        )
        pattern = NumberPattern.parse(profile.number_patterns[draft.kind], profile.number_reset)
        taken = number_take(series=series, pattern=pattern, today=on)
        # The terms count from the issue date, which may be later than today (``number_take``).
        due = draft.due_date and draft.due_date + (taken.issue_date - on)
        final = issued(draft, number=taken.number, issue_date=taken.issue_date, due_date=due)
        document = _row(record=record, final=final, taken=taken, profile=profile)
        document.save(force_insert=True)
        series_advance(taken=taken, chain_hash=document.chain_hash)
    return document


def _row(
    *, record: OrderRecord, final: Document, taken: TakenNumber, profile: ChannelProfile
) -> SalesDocument:
    snapshot, salt = codec.encode(final), chain.new_salt()
    digest = chain.digest(snapshot, salt)
    return SalesDocument(
        **indexed_columns(final),
        installation=record.installation,
        legal_entity=profile.legal_entity,
        order=record,
        series=taken.series,
        state=DocumentState.ISSUED,
        period=taken.period,
        sequence=taken.sequence,
        issued_at=timezone.now(),
        snapshot=snapshot,
        salt=salt,
        digest=digest,
        chain_position=taken.chain_position,
        previous_hash=taken.previous_hash,
        chain_hash=chain.link(taken.previous_hash, digest, taken.number, taken.chain_position),
    )


def indexed_columns(final: Document) -> dict[str, object]:
    """The columns that repeat the snapshot, so that lists can filter, sort and sum.

    Raises ``InvalidInput`` for a currency or an amount that can't be.
    """
    totals, order = final.totals, final.order
    minor = {
        f"{name}_minor": to_minor(getattr(totals, name), final.currency)
        for name in ("net", "tax", "gross", "payable")
    }
    return {
        **minor,
        "kind": final.kind.value,
        "number": final.number,
        "issue_date": final.issue_date,
        "test_mode": final.test_mode,
        "due_date": final.due_date,
        "currency": final.currency,
        "language": final.language,
        "buyer_name": final.buyer.name[:400],  # first and last name may fill 513
        "channel": order.channel if order else "",
        "customer_id": order.customer_id if order else "",
        "customer_email": order.customer_email if order else "",
        "order_number": order.number if order else "",
        "search_text": _search_text(final),
    }


def _search_text(final: Document) -> str:
    order = final.order
    parts = [final.number, final.buyer.name, final.buyer.person, final.buyer.vat_id]
    parts += [order.number, order.customer_email] if order else []
    return normalise(" ".join(part for part in parts if part))
