"""Payments that people record, and moving money from one document to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import from_minor, quantize, to_minor
from saleor_invoices.domain.states import DocumentState, MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.invoices.services.payment_follow import payment_follow, payments_follow

MANUAL = "manual"
MOVED = "payment_reallocated"
KINDS = (MovementKind.MANUAL, MovementKind.REFUND, MovementKind.CHARGEBACK)
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)  # the first years have days that no time zone can show


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPayment:
    """What a person saw on a bank statement. ``amount`` is above zero in the invoice's currency."""

    amount: Decimal
    reference: str  # of the bank, the cash book, ...: the same one counts once
    occurred_at: datetime
    kind: MovementKind = MovementKind.MANUAL
    method: str = ""


def payment_record(*, document: SalesDocument, payment: ManualPayment, actor: str) -> Movement:
    """Write the payment to the ledger and count it for the document.

    The same reference for the same document again changes nothing and returns the first row.
    Raises ``InvalidInput`` PAYMENT_INVALID, ``Conflict`` REFERENCE_TAKEN when it was recorded with
    another amount, NOT_ISSUED, NOT_PAYABLE.
    """
    amount = _checked(document, payment)
    with transaction.atomic():
        document_orders_lock(document)  # first, as everywhere: its money may be coming in now
        locked = _lock(document)
        key = f"{MANUAL}:{locked.pk}:{payment.kind}:{payment.reference}"
        known = Movement.objects.filter(installation_id=locked.installation_id, key=key).first()
        if known is not None:
            return _repeated(known, amount)
        movement = Movement.objects.create(
            installation_id=locked.installation_id,
            order_id=locked.order_id,
            kind=payment.kind,
            amount_minor=amount,
            currency=locked.currency,
            key=key,
            source=MANUAL,
            reference=payment.reference,
            method=payment.method,
            occurred_at=payment.occurred_at,
            recorded_by=actor,
        )
        Allocation.objects.create(
            movement=movement, document=locked, amount_minor=amount, created_by=actor
        )
        history_append(document=locked, event="payment_recorded", actor=actor, amount_minor=amount)
        payment_follow(document=locked, actor=actor)
        return movement


def payment_reallocate(
    *,
    movement: Movement,
    source: SalesDocument,
    target: SalesDocument,
    amount: Decimal,
    actor: str,
    key: str = "",
) -> None:
    """Move a part of what a movement counts for from one document to another.

    Nothing is changed: one row takes it back, another gives it. The same ``key`` for the same
    source again changes nothing. Raises ``InvalidInput`` PAYMENT_INVALID for more than lies there,
    ``Conflict`` NOT_PAYABLE for documents of another currency or seller, and for a credit note;
    IDEMPOTENCY_KEY_REUSED where the key was of another move.
    """
    with transaction.atomic():
        # Orders first: two that move money crosswise must not wait for each other.
        document_orders_lock(source, target)
        source, target = _lock(source), _lock(target)
        wish = {"movement": movement.pk, "to": str(target.pk), "amount": f"{amount.normalize():f}"}
        if key and _was_moved(source, key, wish):
            return
        minor = _movable(movement, source, target, amount)
        request = {"request": {"key": key, **wish}} if key else {}
        for row, part, noted in ((source, -minor, request), (target, minor, {})):
            Allocation.objects.create(
                movement=movement, document=row, amount_minor=part, created_by=actor
            )
            history_append(
                document=row,
                event=MOVED,
                actor=actor,
                amount_minor=part,
                reference=movement.reference,
                **noted,
            )
        payments_follow(documents=(source, target), actor=actor)


def _was_moved(source: SalesDocument, key: str, wish: Mapping[str, object]) -> bool:
    """Whether the move was made already; the source's lock keeps a second one waiting."""
    entry = source.history.filter(event=MOVED, params__request__key=key).first()
    if entry is not None and entry.params["request"] != {"key": key, **wish}:
        raise Conflict(
            "This idempotency key was used for another move.", code="IDEMPOTENCY_KEY_REUSED"
        )
    return entry is not None


def _checked(document: SalesDocument, payment: ManualPayment) -> int:
    faults = {
        "amount": payment.amount <= 0
        or payment.amount != quantize(payment.amount, document.currency),
        "reference": not payment.reference.strip() or len(payment.reference) > 120,
        "occurredAt": payment.occurred_at.tzinfo is None  # it would be compared with an instant
        or not EARLIEST <= payment.occurred_at <= timezone.now(),
        "kind": payment.kind not in KINDS,
    }
    for field, is_wrong in faults.items():
        if is_wrong:
            raise InvalidInput(
                f"The payment's {field} can't be used.",
                code="PAYMENT_INVALID",
                params={"field": field},
            )
    minor = to_minor(payment.amount, document.currency)
    return minor if payment.kind is MovementKind.MANUAL else -minor


def _lock(document: SalesDocument) -> SalesDocument:
    row = SalesDocument.objects.select_for_update(no_key=True).get(pk=document.pk)
    row.installation = document.installation
    if row.state != DocumentState.ISSUED:
        raise Conflict("A draft can't be paid.", code="NOT_ISSUED")
    if row.kind != "invoice":
        raise Conflict("Only an invoice can be paid.", code="NOT_PAYABLE")
    return row


def _repeated(known: Movement, amount: int) -> Movement:
    if known.amount_minor != amount:
        raise Conflict(
            "This reference was recorded with another amount.",
            code="REFERENCE_TAKEN",
            params={"recorded": str(from_minor(known.amount_minor, known.currency))},
        )
    return known


def _movable(
    movement: Movement, source: SalesDocument, target: SalesDocument, amount: Decimal
) -> int:
    fits = (
        source.pk != target.pk
        and source.installation_id == target.installation_id == movement.installation_id
        and source.currency == target.currency
        and source.legal_entity_id == target.legal_entity_id
        and movement.kind != MovementKind.CREDIT
    )
    if not fits:
        raise Conflict("This payment can't be moved there.", code="NOT_PAYABLE")
    rows = Allocation.objects.filter(movement=movement, document=source)
    lies = sum(rows.values_list("amount_minor", flat=True))
    exact = amount == quantize(amount, source.currency)
    minor = to_minor(quantize(amount, source.currency), source.currency)
    if not exact or minor <= 0 or minor > abs(lies):
        raise InvalidInput(
            "There is less of the payment on this document.",
            code="PAYMENT_INVALID",
            params={"field": "amount", "left": str(from_minor(abs(lies), source.currency))},
        )
    return minor if lies > 0 else -minor
