"""Comparing three books every night: the ledger, Stripe and Saleor.

What Stripe knows and the ledger does not is booked now: it is the same that its events would have
told. What can't be mended so is told: money in the ledger that Stripe does not have, and money that
Saleor was not told of.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Sum
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, MovementReport, Problem
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve
from saleor_invoices.payments.models import CustomerPayment, ProviderEndpoint
from saleor_invoices.payments.offers import gateway, keys_of
from saleor_invoices.payments.port import Provider, ProviderPayment, ProviderState
from saleor_invoices.payments.services.money_back import refund_take
from saleor_invoices.payments.services.payment_settle import payment_settle
from saleor_invoices.payments.services.stripe_events import payment_named
from saleor_invoices.payments.stripe_shapes import REFERENCE
from saleor_invoices.stores.models import Installation

SUBJECT = "reconciliation"
LOOK_BACK = timedelta(days=3)
"""Longer than Stripe goes on sending an event."""
LATE = timedelta(hours=1)

log = logs.get(__name__)


@dataclass(slots=True, kw_only=True)
class Reconciliation:
    """What a comparison found. ``differences`` are sentences for the merchant."""

    payments: int = 0
    refunds: int = 0
    booked: Counter[str] = field(default_factory=Counter)  # what had been missed
    differences: list[str] = field(default_factory=list)


def reconcile(*, installation: Installation, since: datetime | None = None) -> Reconciliation:
    """Compare a store's books; mends what it can, and tells of the rest as a problem.

    Raises ``ExternalFailure`` while Stripe can't be asked.
    """
    since = since or timezone.now() - LOOK_BACK
    report = Reconciliation()
    for provider in _providers(installation):
        _payments(installation, provider, since, report)
        _refunds(installation, provider, since, report)
    _untold(installation, report)
    _tell(installation, report)
    log.info(
        "payments.reconciled",
        store=str(installation),
        payments=report.payments,
        booked=sum(report.booked.values()),
        differences=len(report.differences),
    )
    return report


def reconcile_again(problem: Problem) -> None:
    """Retry of the problem that the books differ."""
    reconcile(installation=problem.installation)


def _providers(installation: Installation) -> list[Provider]:
    """One for each set of keys that customers may have paid by."""
    found: dict[str, Provider] = {}
    rows = ProviderEndpoint.objects.filter(installation=installation, retired_at__isnull=True)
    places = [None, *(row.legal_entity for row in rows.select_related("legal_entity"))]
    for place in places:
        keys = keys_of(installation=installation, legal_entity=place)
        if keys is not None:
            found.setdefault(keys.fingerprint, gateway(keys))
    return list(found.values())


def _payments(
    installation: Installation, provider: Provider, since: datetime, report: Reconciliation
) -> None:
    for found in provider.payments_since(since):
        payment = _named(installation, found)
        if payment is None:
            continue
        report.payments += 1
        if found.state is not ProviderState.SUCCEEDED:
            continue
        if payment.state != CustomerPayment.State.SUCCEEDED:
            payment_settle(payment=payment, found=found)
            report.booked["payment"] += 1
        _compare(payment, found, report)


def _named(installation: Installation, found: ProviderPayment) -> CustomerPayment | None:
    told = {"object": "payment_intent", "id": found.id, "metadata": {REFERENCE: found.reference}}
    return payment_named(installation.pk, told)


def _compare(payment: CustomerPayment, found: ProviderPayment, report: Reconciliation) -> None:
    rows = Movement.objects.filter(
        installation_id=payment.installation_id,
        source=STRIPE,
        kind=MovementKind.CHARGE,
        reference=found.id,
    )
    booked = rows.aggregate(total=Sum("amount_minor"))["total"] or 0
    if booked != found.received_minor:
        ours, theirs = (
            f"{from_minor(minor, found.currency)} {found.currency}"
            for minor in (booked, found.received_minor)
        )
        report.differences.append(f"{found.id}: {ours} here, {theirs} in Stripe")


def _refunds(
    installation: Installation, provider: Provider, since: datetime, report: Reconciliation
) -> None:
    for found in provider.refunds_since(since):
        payment = CustomerPayment.objects.filter(
            installation=installation,
            provider_id=found.payment_id,
            state=CustomerPayment.State.SUCCEEDED,
        ).first()
        if payment is None or not found.payment_id:
            continue
        report.refunds += 1
        report.booked["refund"] += bool(refund_take(payment=payment, found=found))


def _untold(installation: Installation, report: Reconciliation) -> None:
    """What Saleor has not been told of for long, whatever the reason."""
    rows = MovementReport.objects.filter(
        document__installation=installation, created_at__lt=timezone.now() - LATE
    ).exclude(state=MovementReport.State.DONE)
    for reference, number in rows.values_list("movement__reference", "document__number"):
        report.differences.append(f"{reference} of {number}: not in Saleor")


def _tell(installation: Installation, report: Reconciliation) -> None:
    if not report.differences:
        problem_resolve(installation=installation, subject=SUBJECT)
        return
    shown = "; ".join(report.differences[:10])
    problem_open(
        installation=installation,
        subject=SUBJECT,
        code="PAYMENTS_DIFFER",
        message=f"{len(report.differences)} payments differ between the ledger, Stripe and "
        f"Saleor: {shown}",
        remedy="Look each of them up in Stripe and on the order; Retry compares again.",
    )
