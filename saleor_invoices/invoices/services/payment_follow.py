"""Where a document stands: its allocations summed into one row for lists to filter and sort by."""

from collections.abc import Iterable

from django.db.models import Sum

from saleor_invoices.domain import settlement
from saleor_invoices.domain.money import from_minor, to_minor
from saleor_invoices.domain.settlement import Standing
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, PaymentState, SalesDocument
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.told_money import told_money

_FOLLOWING = [
    "status",
    "paid_minor",
    "refunded_minor",
    "credited_minor",
    "disputed_minor",
    "balance_minor",
    "due_date",
    "updated_at",
]


def standing_of(document: SalesDocument) -> Standing:
    """The document's money in words of the domain."""
    if document.source == SalesDocument.Source.IMPORTED:
        return _told_standing(document)
    sums, currency = _sums(document), document.currency
    orders = [row.order for row in document.coverage.select_related("order")]
    received = sums.get(MovementKind.CHARGE, 0) + sums.get(MovementKind.MANUAL, 0)
    return Standing(
        collectable=from_minor(document.collectable_minor, currency),
        charged=from_minor(received, currency),
        refunded=from_minor(-sums.get(MovementKind.REFUND, 0), currency),
        disputed=from_minor(-sums.get(MovementKind.CHARGEBACK, 0), currency),
        credited=from_minor(sums.get(MovementKind.CREDIT, 0), currency),
        cancelled=bool(orders) and all(order.status == "CANCELED" for order in orders),
    )


def payment_follow(*, document: SalesDocument, actor: str = "saleor") -> PaymentState:
    """Work the payment state of an issued invoice out anew, save it, and tell if it changed.

    Must run in the transaction that wrote the allocations, under the lock of the document.
    """
    standing = standing_of(document)
    currency = document.currency
    balance = to_minor(settlement.balance(standing), currency)
    held = standing.charged - standing.refunded - standing.disputed
    state = PaymentState(
        document=document,
        installation_id=document.installation_id,
        status=settlement.status(standing),
        paid_minor=to_minor(held, currency),
        refunded_minor=to_minor(standing.refunded, currency),
        credited_minor=to_minor(standing.credited, currency),
        disputed_minor=to_minor(standing.disputed, currency),
        balance_minor=balance,
        due_date=document.due_date if balance else None,
    )
    before = PaymentState.objects.filter(document=document).first()
    if before is not None and _same(before, state):
        return before
    # One statement, new or not; the columns are those that may change.
    PaymentState.objects.bulk_create(
        [state], update_conflicts=True, unique_fields=["document"], update_fields=_FOLLOWING
    )
    if before is not None:
        history_append(document=document, event="payment_changed", actor=actor, status=state.status)
    listeners.payment_changed(document, before, state)
    return state


def payments_follow(*, documents: Iterable[SalesDocument], actor: str = "saleor") -> None:
    """The same for several."""
    for document in documents:
        payment_follow(document=document, actor=actor)


def _told_standing(document: SalesDocument) -> Standing:
    """Whether an imported invoice is cancelled, its source says by a credit note."""
    told, currency = told_money([document])[document.pk], document.currency
    return Standing(
        collectable=from_minor(document.collectable_minor, currency),
        charged=from_minor(told.charged_minor, currency),
        refunded=from_minor(told.refunded_minor, currency),
        disputed=from_minor(told.disputed_minor, currency),
        credited=from_minor(told.credited, currency),
    )


def _sums(document: SalesDocument) -> dict[str, int]:
    rows = Allocation.objects.filter(document=document).values_list("movement__kind")
    return dict(rows.annotate(total=Sum("amount_minor")))


def _same(before: PaymentState, after: PaymentState) -> bool:
    return all(
        getattr(before, name) == getattr(after, name) for name in _FOLLOWING if name != "updated_at"
    )
