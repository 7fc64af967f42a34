"""What of invoices can be paid online now, and if not, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Sum

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.invoices.selectors.order_open import orders_open
from saleor_invoices.payments.models import (
    CustomerPayment,
    PaymentAddress,
    PaymentPart,
    PaymentProvider,
)
from saleor_invoices.payments.offers import Offer, offer_for
from saleor_invoices.payments.stripe_amounts import minimum_minor, step_minor

MOST_DOCUMENTS = 50
"""Invoices in one payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlan:
    """How invoices can be paid together; amounts in the currency's smallest unit.

    ``refusal`` is a code, empty where they can be paid. ``external_url`` wins over any provider.
    """

    documents: tuple[SalesDocument, ...]
    currency: str
    open_minor: dict[object, int]  # by document: owed, less what is on its way
    offer: Offer | None
    refusal: str
    external_url: str

    @property
    def total_minor(self) -> int:
        """What can be paid, in whole steps of the provider."""
        total = sum(self.open_minor.values())
        return total - total % self.step_minor

    @property
    def step_minor(self) -> int:
        """What every amount must be a multiple of."""
        is_stripe = self.offer is not None and self.offer.provider is PaymentProvider.STRIPE
        return step_minor(self.currency) if is_stripe else 1

    @property
    def minimum_minor(self) -> int:
        """The least that the provider takes."""
        is_stripe = self.offer is not None and self.offer.provider is PaymentProvider.STRIPE
        return minimum_minor(self.currency) if is_stripe else 1


def payment_plan(
    documents: Sequence[SalesDocument], *, but: CustomerPayment | None = None
) -> PaymentPlan:
    """How the invoices can be paid; ``but`` is a payment whose own parts are not counted.

    The documents are those that the caller may see, at least one, with their legal entity.
    """
    first, urls = documents[0], payment_addresses(documents)
    open_minor, under_way = _open(documents, but)
    is_capped = _cap(documents, open_minor)
    plan = PaymentPlan(
        documents=tuple(documents),
        currency=first.currency,
        open_minor=open_minor,
        offer=offer_for(first),
        refusal="",
        external_url=urls.get(first.pk, "") if len(documents) == 1 else "",
    )
    refusal = _mixed(plan) or _settled(plan, under_way, is_capped=is_capped)
    if not refusal and urls:
        refusal = "PAYMENT_ELSEWHERE"
    return replace(plan, refusal=refusal or _not_offered(plan))


def payment_addresses(documents: Iterable[SalesDocument]) -> dict[object, str]:
    """By document: where it is paid outside."""
    rows = PaymentAddress.objects.filter(document__in=list(documents))
    return dict(rows.values_list("document_id", "url"))


def _open(
    documents: Sequence[SalesDocument], but: CustomerPayment | None
) -> tuple[dict[object, int], int]:
    owed = dict(
        PaymentState.objects.filter(document__in=documents)
        .exclude(status="cancelled")
        .values_list("document_id", "balance_minor")
    )
    parts = PaymentPart.objects.filter(
        document__in=documents, payment__state=CustomerPayment.State.PROCESSING
    ).exclude(payment=but)
    under_way = dict(parts.order_by().values_list("document_id").annotate(Sum("amount_minor")))
    return {
        row.pk: max(owed.get(row.pk, 0) - under_way.get(row.pk, 0), 0)
        for row in documents
        if _is_payable(row)
    }, sum(under_way.values())


def _is_payable(document: SalesDocument) -> bool:
    return (
        document.kind == DocumentKind.INVOICE
        and document.state == DocumentState.ISSUED
        and document.erased_at is None
    )


def _mixed(plan: PaymentPlan) -> str:
    if len({row.currency for row in plan.documents}) > 1:
        return "MIXED_CURRENCIES"
    sellers = {row.legal_entity_id for row in plan.documents}
    return "MIXED_SELLERS" if len(sellers) > 1 else ""


def _cap(documents: Sequence[SalesDocument], open_minor: dict[object, int]) -> bool:
    """Ask for no more of imported invoices than Saleor has open on their order; whether it did.

    Their source may not know yet of what was paid there, and some of it is of other invoices.
    """
    left, is_capped = dict(orders_open(documents)), False
    oldest = sorted(documents, key=lambda row: (str(row.issue_date or ""), str(row.pk)))
    for row in oldest:
        if row.source != SalesDocument.Source.IMPORTED or row.order_id not in left:
            continue
        wanted = open_minor.get(row.pk, 0)
        part = min(wanted, left[row.order_id])
        left[row.order_id] -= part
        if part < wanted:
            open_minor[row.pk], is_capped = part, True
    return is_capped


def _settled(plan: PaymentPlan, under_way: int, *, is_capped: bool) -> str:
    if sum(plan.open_minor.values()):
        return ""
    if is_capped:
        return "ORDER_PAID"
    return "PAYMENT_PENDING" if under_way else "NOTHING_DUE"


def _not_offered(plan: PaymentPlan) -> str:
    documents, offer = plan.documents, plan.offer
    if offer is None or any(offer_for(row) != offer for row in documents[1:]):
        return "PAYMENT_NOT_OFFERED"
    if offer.provider is PaymentProvider.SALEOR_APP:
        # A payment app knows orders: one invoice of one order at a time.
        if len(documents) > 1:
            return "ONE_AT_A_TIME"
        return "" if documents[0].order_id is not None else "PAYMENT_NOT_OFFERED"
    # Money that is none must not pay what the law takes for real, nor the other way round.
    if any(row.test_mode != offer.is_test for row in documents):
        return "TEST_MODE_DIFFERS"
    return "AMOUNT_TOO_SMALL" if plan.total_minor < plan.minimum_minor else ""
