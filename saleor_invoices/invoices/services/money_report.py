"""Telling Saleor of money that came through us, so that the order's charge status follows.

The ledger's row and the wish to report it are written together; the report is repeatable. Of one
transaction the events are told in order, by one worker at a time: making the transaction is the
one step that Saleor would do twice.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import Conflict, Disconnected
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import (
    Movement,
    MovementReport,
    OrderTransaction,
    Problem,
    SalesDocument,
)
from saleor_invoices.invoices.services import attempts
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import transactions
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.transactions import EventType, MoneyEvent
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect

REPORT_TASK = "saleor_invoices.invoices.tasks.movement_report"
SUBJECT = "money"
PROBLEM = "MONEY_REPORT_"
_TYPES = {
    (MovementKind.CHARGE, True): EventType.CHARGE_SUCCESS,
    (MovementKind.REFUND, False): EventType.REFUND_SUCCESS,
    (MovementKind.REFUND, True): EventType.REFUND_REVERSE,
    (MovementKind.CHARGEBACK, False): EventType.CHARGE_BACK,
    # Won back: Saleor knows no word for it, and a charge of its own reference says as much.
    (MovementKind.CHARGEBACK, True): EventType.CHARGE_SUCCESS,
}


def movement_report_request(
    *, movement: Movement, document: SalesDocument, payment_reference: str, name: str
) -> MovementReport | None:
    """Have Saleor told of a new movement; must run in the transaction that writes it.

    ``payment_reference`` is the provider's id of the whole payment, ``name`` how the transaction
    is called in Saleor. Nothing for money of no order: Saleor has no place for it.
    """
    if movement.order is None:
        return None
    ours, _ = OrderTransaction.objects.get_or_create(
        order=movement.order, reference=payment_reference, defaults={"name": name}
    )
    report = MovementReport.objects.create(movement=movement, transaction=ours, document=document)
    transaction.on_commit(lambda: background.enqueue(REPORT_TASK, movement.pk))
    return report


def movement_report(*, movement_id: int) -> MovementReport | None:
    """Tell Saleor of one movement; None when another worker has it or an older one comes first.

    Failures that may heal are planned again; the others become a problem.
    """
    if _waits(movement_id):
        return None
    report = attempts.claim(MovementReport, movement_id)
    if report is None:
        return None
    try:
        attempts.refuse_endless(report)
        _report(report)
    except Disconnected as error:
        _pause(report, error)
    except Exception as error:  # whatever it is: it must be seen, and tried again
        _failed(report, error)
    return report


def movement_reports_due(*, limit: int) -> Iterable[int]:
    """Those that wait for a worker, oldest first."""
    due = MovementReport.objects.filter(
        state=MovementReport.State.PENDING, document__installation__state="active"
    ).exclude(next_attempt_at__gt=timezone.now())
    return list(due.order_by("pk").values_list("pk", flat=True)[:limit])


def movement_reports_retry(problem: Problem) -> None:
    """Tell again what Saleor had refused."""
    movement_id = int(problem.subject.partition(":")[2])
    failed = MovementReport.objects.filter(
        pk=movement_id,
        state=MovementReport.State.FAILED,
        document__installation=problem.installation,
    )
    for report in failed:
        attempts.restart(report)
        movement_report(movement_id=report.pk)


def _waits(movement_id: int) -> bool:
    """Whether an older event of the same transaction has not been told yet."""
    row = MovementReport.objects.filter(pk=movement_id).values("transaction_id").first()
    older = MovementReport.objects.filter(
        transaction_id=row["transaction_id"] if row else None,
        pk__lt=movement_id,
        state=MovementReport.State.PENDING,
    )
    return older.exists()


def _report(report: MovementReport) -> None:
    ours, movement = report.transaction, report.movement
    client = saleor_client(report.document.installation)
    if not ours.transaction_id:
        ours.transaction_id = _transaction(client, ours)
        ours.save(update_fields=["transaction_id"])
    event = _event(movement)
    transactions.transaction_report(client, transaction_id=ours.transaction_id, event=event)
    if not attempts.succeed(report):
        return
    history_append(
        document=report.document,
        event="money_reported",
        amount_minor=movement.amount_minor,
        reference=movement.reference,
    )
    _resolve(report)
    for pk in MovementReport.objects.filter(
        transaction=ours, pk__gt=report.pk, state=MovementReport.State.PENDING
    ).values_list("pk", flat=True):
        background.enqueue(REPORT_TASK, pk)


def _transaction(client: SaleorClient, ours: OrderTransaction) -> str:
    """Saleor's id of it, made where there is none; a lost answer of before is found again."""
    order_id = ours.order.order_id
    known = transactions.transaction_find(client, order_id=order_id, reference=ours.reference)
    return known or transactions.transaction_create(
        client, order_id=order_id, name=ours.name, reference=ours.reference
    )


def _event(movement: Movement) -> MoneyEvent:
    kind = _TYPES.get((MovementKind(movement.kind), movement.amount_minor > 0))
    if kind is None:
        raise Conflict(f"Saleor can't be told of a {movement.kind}.", code="NOT_REPORTABLE")
    return MoneyEvent(
        type=kind,
        amount=from_minor(abs(movement.amount_minor), movement.currency),
        # Won back has the dispute's own id, which CHARGE_BACK used: a type apart is an event apart.
        reference=movement.reference,
        at=movement.occurred_at,
        message=movement.method,
        is_refundable=_is_refundable(movement),
    )


def _is_refundable(movement: Movement) -> bool:
    """Whether the payment still holds money of the order, by all that the ledger knows by now."""
    rows = Movement.objects.filter(
        order_id=movement.order_id, source=movement.source, payment_id=movement.payment_id
    )
    return (rows.aggregate(total=Sum("amount_minor"))["total"] or 0) > 0


def _pause(report: MovementReport, error: Disconnected) -> None:
    installation_disconnect(installation=report.document.installation, reason=error.message)
    report.attempts, report.next_attempt_at = 0, None  # goes on after a reinstall
    report.last_error = f"{error.code}: {error.message}"[:2000]
    report.save(update_fields=["attempts", "next_attempt_at", "last_error"])


def _failed(report: MovementReport, error: Exception) -> None:
    if not attempts.give_back(report, error):
        return
    fault, movement = attempts.describe(error), report.movement
    amount = f"{from_minor(abs(movement.amount_minor), movement.currency)} {movement.currency}"
    problem_open(
        installation=report.document.installation,
        subject=f"{SUBJECT}:{movement.pk}",
        code=f"{PROBLEM}{fault.code}",
        message=f"Saleor was not told that {amount} moved for {report.document.number}: "
        f"{fault.message}",
        remedy="The invoice is right; remove the cause and press Retry, so that the order is too.",
        params={"document_id": str(report.document_id), "number": report.document.number},
    )


def _resolve(report: MovementReport) -> None:
    problem_resolve(
        installation=report.document.installation, subject=f"{SUBJECT}:{report.movement_id}"
    )
