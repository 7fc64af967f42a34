"""Opening a payment: written down first, then asked of the provider, once for each wish.

The row is committed before the provider hears of it and its id makes the provider's idempotency
key, so that a browser that asks twice, a lost answer and a killed worker all lead to one payment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput, Refused
from saleor_invoices.domain.money import from_minor, quantize, to_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_issue import document_orders_lock
from saleor_invoices.payments.models import CustomerPayment, PaymentPart, PaymentProvider
from saleor_invoices.payments.offers import Offer, gateway, offer_for
from saleor_invoices.payments.port import PaymentOrder, ProviderPayment, ProviderState
from saleor_invoices.payments.selectors.plans import MOST_DOCUMENTS, PaymentPlan, payment_plan
from saleor_invoices.payments.services.app_payment import app_payment_open
from saleor_invoices.payments.services.customers import customer_of, method_check

SHARED_HOURS = 24
"""How long an open payment is given to the same payer again."""
State = CustomerPayment.State
_STATES = {
    ProviderState.OPEN: State.OPEN,
    ProviderState.PROCESSING: State.PROCESSING,
    ProviderState.CANCELED: State.CANCELED,
    # Only the ledger makes it a success: see ``payment_settle``.
    ProviderState.SUCCEEDED: State.PROCESSING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentWish:
    """What a customer wants to pay. ``amount`` None: all that is due."""

    documents: Sequence[SalesDocument]
    payer: str  # "customer:<id>" or "link:<document>"
    key: str
    amount: Decimal | None = None
    customer_id: str = ""  # Saleor's, of who is signed in
    email: str = ""
    save_method: bool = False
    saved_method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPayment:
    """A payment, and what the browser needs to confirm it with Stripe."""

    payment: CustomerPayment
    client_secret: str = ""
    publishable_key: str = ""


def payment_create(*, wish: PaymentWish) -> OpenPayment:
    """Open the payment; the same wish again gives the same one.

    Raises ``Conflict`` with the plan's refusal as its code, IDEMPOTENCY_KEY_REUSED;
    ``InvalidInput`` PAYMENT_INVALID, AMOUNT_TOO_LARGE, AMOUNT_TOO_SMALL, AMOUNT_STEP;
    ``ExternalFailure`` while the provider can't be asked (again with the same key, it is).
    """
    if not 0 < len(wish.documents) <= MOST_DOCUMENTS:
        raise InvalidInput(
            f"Pay 1 to {MOST_DOCUMENTS} invoices at once.",
            code="PAYMENT_INVALID",
            params={"field": "invoiceIds"},
        )
    _check_method(wish)  # it asks the provider: before anything is locked
    payment, offer = _written(wish)
    return payment_session(payment=payment, offer=offer)


def payment_session(*, payment: CustomerPayment, offer: Offer | None) -> OpenPayment:
    """What is needed to confirm an open payment; the provider is asked for what is not kept."""
    if payment.is_final or offer is None:
        return OpenPayment(payment=payment)
    if payment.provider == PaymentProvider.SALEOR_APP:
        return OpenPayment(payment=app_payment_open(payment=payment, app=offer.app))
    if offer.keys is None:
        return OpenPayment(payment=payment)
    provider = gateway(offer.keys)
    try:
        if payment.provider_id:
            found = provider.payment_read(payment.provider_id)
        else:
            found = provider.payment_create(_order(payment, offer), key=f"pay-{payment.pk}")
    except Refused as error:
        _refused(payment, error)
        raise
    payment_keep(payment=payment, found=found)
    # It may be paid from now on: whoever asks next is not told how it stood before.
    CustomerPayment.objects.filter(pk=payment.pk).update(checked_at=None)
    return OpenPayment(
        payment=payment,
        client_secret=found.secret,
        publishable_key=offer.keys.publishable,
    )


def payment_keep(*, payment: CustomerPayment, found: ProviderPayment) -> None:
    """Keep how an unsettled payment stands at the provider; never back from an end."""
    values = {
        "provider_id": found.id,
        "state": _STATES[found.state],
        "is_test": found.is_test,
        "failure_code": found.failure_code[:80],
        "failure_message": found.failure_message[:500],
        "checked_at": timezone.now(),
    }
    unsettled = CustomerPayment.objects.filter(
        pk=payment.pk, state__in=(State.NEW, State.OPEN, State.PROCESSING)
    )
    unsettled.update(**values)
    payment.refresh_from_db()


def _check_method(wish: PaymentWish) -> None:
    offer = offer_for(wish.documents[0]) if wish.saved_method else None
    if offer is not None:
        method_check(
            installation=wish.documents[0].installation,
            offer=offer,
            method=wish.saved_method,
            customer_id=wish.customer_id,
        )


def _written(wish: PaymentWish) -> tuple[CustomerPayment, Offer]:
    with transaction.atomic():
        # Whoever books, credits or pays these invoices waits: what is open is read once.
        document_orders_lock(*wish.documents)
        list(
            SalesDocument.objects.select_for_update(no_key=True)
            .filter(pk__in=[row.pk for row in wish.documents])
            .order_by("pk")
            .values_list("pk")
        )
        installation = wish.documents[0].installation
        known = CustomerPayment.objects.filter(
            installation=installation, payer=wish.payer, key=wish.key
        ).first()
        plan = payment_plan(wish.documents)
        if known is not None:
            return _repeated(known, wish), _offer(plan)
        _refuse(plan)
        parts = _parts(plan, _amount(plan, wish))
        shared = _shared(wish, parts)
        return shared or _created(wish, plan, parts), _offer(plan)


def _offer(plan: PaymentPlan) -> Offer:
    if plan.offer is None:
        raise Conflict("These invoices can't be paid online.", code="PAYMENT_NOT_OFFERED")
    return plan.offer


def _refuse(plan: PaymentPlan) -> None:
    if plan.refusal:
        amount = from_minor(plan.minimum_minor, plan.currency)
        raise Conflict(
            "These invoices can't be paid like this.",
            code=plan.refusal,
            params={"url": plan.external_url, "minimum": str(amount)},
        )


def _amount(plan: PaymentPlan, wish: PaymentWish) -> int:
    """In smallest units. An amount is the whole of what is due, or at least the minimum."""
    if wish.amount is None:
        return plan.total_minor
    exact = quantize(wish.amount, plan.currency)
    if wish.amount <= 0 or exact != wish.amount:
        raise InvalidInput(
            "The amount can't be used.", code="PAYMENT_INVALID", params={"field": "amount"}
        )
    amount = to_minor(exact, plan.currency)
    limits = {
        "AMOUNT_TOO_LARGE": amount > plan.total_minor,
        "AMOUNT_TOO_SMALL": amount < plan.minimum_minor,
        "AMOUNT_STEP": amount % plan.step_minor != 0,
    }
    for code, is_wrong in limits.items():
        if is_wrong:
            raise InvalidInput("The amount can't be paid.", code=code, params=_limits(plan))
    return amount


def _limits(plan: PaymentPlan) -> dict[str, object]:
    shown = {
        "minimum": plan.minimum_minor,
        "maximum": plan.total_minor,
        "step": plan.step_minor,
    }
    amounts = {name: str(from_minor(minor, plan.currency)) for name, minor in shown.items()}
    return {"field": "amount", "currency": plan.currency, **amounts}


def _parts(plan: PaymentPlan, amount: int) -> list[tuple[SalesDocument, int]]:
    """The amount over the invoices, the oldest debt first."""
    oldest = sorted(plan.documents, key=lambda row: (str(row.due_date or ""), str(row.pk)))
    parts = []
    for row in oldest:
        part = min(amount, plan.open_minor.get(row.pk, 0))
        amount -= part
        if part:
            parts.append((row, part))
    return parts


def _shared(wish: PaymentWish, parts: list[tuple[SalesDocument, int]]) -> CustomerPayment | None:
    """An open payment of the same payer for the same: two tabs then pay one, and once."""
    wanted = {row.pk: part for row, part in parts}
    rows = CustomerPayment.objects.filter(
        installation=wish.documents[0].installation,
        payer=wish.payer,
        state__in=(State.NEW, State.OPEN),
        saved_method=wish.saved_method,
        save_method=wish.save_method,
        created_at__gt=timezone.now() - timedelta(hours=SHARED_HOURS),
    )
    for row in rows.prefetch_related("parts").order_by("-created_at"):
        own: dict[object, int] = {}
        for part in row.parts.all():
            own[part.document_id] = own.get(part.document_id, 0) + part.amount_minor
        if own == wanted:
            return row
    return None


def _created(
    wish: PaymentWish, plan: PaymentPlan, parts: list[tuple[SalesDocument, int]]
) -> CustomerPayment:
    offer, first = _offer(plan), plan.documents[0]
    payment = CustomerPayment.objects.create(
        installation=first.installation,
        legal_entity=first.legal_entity,
        provider=offer.provider,
        payer=wish.payer,
        key=wish.key,
        amount_minor=sum(part for _, part in parts),
        currency=plan.currency,
        is_test=offer.is_test,
        save_method=wish.save_method and bool(wish.customer_id),
        saved_method=wish.saved_method,
    )
    rows = (row for document, part in parts for row in _by_order(payment, document, part))
    PaymentPart.objects.bulk_create(rows)
    for document, part in parts:
        history_append(
            document=document, event="payment_opened", actor=wish.payer, amount_minor=part
        )
    return payment


def _by_order(payment: CustomerPayment, document: SalesDocument, amount: int) -> list[PaymentPart]:
    """The part as Saleor's orders see it: a collective invoice's goes to its orders, in turn."""
    records = _orders(document)
    left = _owed_by_order(records) if len(records) > 1 else {}
    parts: list[PaymentPart] = []
    for record in records[:-1]:
        share = min(amount, max(left[record.pk], 0))
        amount -= share
        if share:
            parts.append(_part(payment, document, record, share))
    if amount or not parts:
        parts.append(_part(payment, document, records[-1] if records else None, amount))
    return parts


def _part(
    payment: CustomerPayment, document: SalesDocument, order: OrderRecord | None, amount: int
) -> PaymentPart:
    return PaymentPart(payment=payment, document=document, order=order, amount_minor=amount)


def _orders(document: SalesDocument) -> list[OrderRecord]:
    if document.order is not None:
        return [document.order]
    covered = document.coverage.filter(released_at__isnull=True).select_related("order")
    return [row.order for row in covered.order_by("pk")]


def _owed_by_order(records: Sequence[OrderRecord]) -> Mapping[int, int]:
    kinds = (MovementKind.CHARGE, MovementKind.MANUAL, MovementKind.CHARGEBACK)
    rows = Movement.objects.filter(order__in=records, kind__in=kinds).order_by()
    came = dict(rows.values_list("order_id").annotate(Sum("amount_minor")))
    return {row.pk: row.total_minor - came.get(row.pk, 0) for row in records}


def _repeated(known: CustomerPayment, wish: PaymentWish) -> CustomerPayment:
    same = {part.document_id for part in known.parts.all()} <= {row.pk for row in wish.documents}
    asked = wish.amount is None or to_minor(wish.amount, known.currency) == known.amount_minor
    if not same or not asked:
        raise Conflict(
            "This idempotency key was used for another payment.", code="IDEMPOTENCY_KEY_REUSED"
        )
    return known


def _order(payment: CustomerPayment, offer: Offer) -> PaymentOrder:
    documents = [part.document for part in payment.parts.select_related("document")]
    numbers = ", ".join(dict.fromkeys(row.number for row in documents))
    customer, email = "", documents[0].customer_email
    if payment.save_method or payment.saved_method:
        customer = customer_of(payment=payment, offer=offer, email=email)
    return PaymentOrder(
        reference=str(payment.pk),
        amount_minor=payment.amount_minor,
        currency=payment.currency,
        description=numbers,
        email=email,
        customer=customer,
        save_method=payment.save_method,
        saved_method=payment.saved_method,
    )


def _refused(payment: CustomerPayment, error: Refused) -> None:
    """What the provider refuses to open never becomes a payment."""
    if payment.provider_id or error.code in ("PAYMENT_KEY_REFUSED", "PAYMENT_KEY_RIGHT_MISSING"):
        return
    CustomerPayment.objects.filter(pk=payment.pk, state=State.NEW).update(
        state=State.FAILED,
        failure_code=error.code[:80],
        failure_message=error.message[:500],
        settled_at=timezone.now(),
    )
