"""How customers pay: what is offered, a payment, and what a page needs to confirm it."""

import datetime as dt
from enum import Enum
from typing import Any

import strawberry
from django.conf import settings
from strawberry.scalars import JSON

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.invoices.selectors.viewers import Viewer
from saleor_invoices.payments.models import CustomerPayment, PaymentProvider
from saleor_invoices.payments.port import SavedMethod
from saleor_invoices.payments.selectors.plans import PaymentPlan
from saleor_invoices.payments.services.payment_create import OpenPayment


@strawberry.enum(name="InvoicePaymentProvider")
class Provider(Enum):
    """By whom an invoice is paid."""

    STRIPE = "stripe"
    SALEOR_APP = "saleor_app"


@strawberry.enum(name="InvoicePaymentState")
class State(Enum):
    """How far a customer's payment is."""

    OPEN = "open"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"


@strawberry.type(description="What of a payment is for an invoice.")
class InvoicePaymentPart:
    invoice: SalesDocument
    amount: InvoiceMoney


@strawberry.type(description="What a page needs to have Stripe's Payment Element confirm.")
class InvoiceStripeSession:
    publishable_key: str
    client_secret: str
    script_url: str = strawberry.field(description="Of Stripe.js.")


@strawberry.type(description="What a page needs to pay through the payment app of its Saleor.")
class InvoiceSaleorAppSession:
    gateway: strawberry.ID = strawberry.field(description="The payment app's identifier.")
    gateway_data: JSON | None = strawberry.field(
        description="What the app answered to `paymentGatewayInitialize`."
    )
    transaction_id: strawberry.ID | None = strawberry.field(
        description="Saleor's, once `invoicePaymentProcess` was called."
    )
    data: JSON | None = strawberry.field(description="What the app answered last.")
    script_url: str = strawberry.field(description="Of Stripe.js, for apps of Stripe's shape.")


@strawberry.type(description="One payment of a customer, for one invoice or several.")
class InvoicePayment:
    row: strawberry.Private[CustomerPayment]
    viewer: strawberry.Private[Viewer]
    id: strawberry.ID
    state: State
    provider: Provider
    amount: InvoiceMoney
    test_mode: bool = strawberry.field(description="No real money moves.")
    failure_code: str = strawberry.field(
        description="Of the last attempt, in the provider's words; ours are PAID_ELSEWHERE and "
        "EXPIRED. Empty where nothing failed."
    )
    failure_message: str = strawberry.field(description="For the customer; may be empty.")
    created_at: dt.datetime
    stripe: InvoiceStripeSession | None = strawberry.field(
        description="Given by `invoicePaymentCreate`, while the payment is open."
    )
    saleor_app: InvoiceSaleorAppSession | None = strawberry.field(
        description="The same for the payment app of the shop's Saleor."
    )

    @strawberry.field(description="What of it is for which invoice.")
    def parts(self) -> list[InvoicePaymentPart]:
        rows = list(self.row.parts.select_related("document__order", "document__payment"))
        sums: dict[Any, int] = {}
        for part in rows:
            sums[part.document_id] = sums.get(part.document_id, 0) + part.amount_minor
        documents = {part.document_id: part.document for part in rows}
        peers = Peers(list(documents.values()), self.viewer)
        return [
            InvoicePaymentPart(
                invoice=document_node(documents[pk], peers),
                amount=invoice_money(amount, self.row.currency),
            )
            for pk, amount in sums.items()
        ]

    @classmethod
    def of(cls, found: OpenPayment, viewer: Viewer) -> "InvoicePayment":
        """In the schema's words."""
        row = found.payment
        is_new = row.state == CustomerPayment.State.NEW
        return cls(
            row=row,
            viewer=viewer,
            id=strawberry.ID(global_id("InvoicePayment", row.pk)),
            state=State.OPEN if is_new else State(row.state),
            provider=Provider(row.provider),
            amount=invoice_money(row.amount_minor, row.currency),
            test_mode=row.is_test,
            failure_code=row.failure_code,
            failure_message=row.failure_message,
            created_at=row.created_at,
            stripe=_stripe(found),
            saleor_app=_saleor_app(row),
        )


def _stripe(found: OpenPayment) -> InvoiceStripeSession | None:
    if not found.client_secret or found.payment.is_final:
        return None
    return InvoiceStripeSession(
        publishable_key=found.publishable_key,
        client_secret=found.client_secret,
        script_url=settings.STRIPE_JS_URL,
    )


def _saleor_app(row: CustomerPayment) -> InvoiceSaleorAppSession | None:
    session = row.app_session
    if row.provider != PaymentProvider.SALEOR_APP or not session.get("gateway"):
        return None
    transaction = session.get("transactionId")
    return InvoiceSaleorAppSession(
        gateway=strawberry.ID(session["gateway"]),
        gateway_data=_json(session.get("gatewayData")),
        transaction_id=strawberry.ID(transaction) if transaction else None,
        data=_json(session.get("data")),
        script_url=settings.STRIPE_JS_URL,
    )


def _json(value: Any) -> JSON | None:  # noqa: ANN401
    return None if value is None else JSON(value)


@strawberry.type(description="A method that the customer keeps with the provider.")
class InvoiceSavedMethod:
    id: strawberry.ID
    brand: str
    last4: str
    exp_month: int | None
    exp_year: int | None

    @classmethod
    def of(cls, found: SavedMethod) -> "InvoiceSavedMethod":
        """In the schema's words."""
        return cls(
            id=strawberry.ID(found.id),
            brand=found.brand,
            last4=found.last4,
            exp_month=found.exp_month,
            exp_year=found.exp_year,
        )


@strawberry.type(description="How invoices can be paid together.")
class InvoicePaymentOptions:
    provider: Provider | None = strawberry.field(description="Null: not payable online.")
    refusal: str = strawberry.field(
        description="Why they can't be paid: NOTHING_DUE, ORDER_PAID (in Saleor, whatever an "
        "import's source says), PAYMENT_PENDING, PAYMENT_NOT_OFFERED, PAYMENT_ELSEWHERE, "
        "MIXED_CURRENCIES, MIXED_SELLERS, ONE_AT_A_TIME, AMOUNT_TOO_SMALL, TEST_MODE_DIFFERS. "
        "Empty where they can."
    )
    external_url: str = strawberry.field(
        description="An invoice's own payment address, which wins; empty: none."
    )
    total: InvoiceMoney = strawberry.field(description="All that is due.")
    minimum: InvoiceMoney = strawberry.field(description="The least that the provider takes.")
    step: InvoiceMoney = strawberry.field(description="What amounts are a multiple of.")
    partial: bool = strawberry.field(description="Whether less than the total may be paid.")
    test_mode: bool
    saved_methods: list[InvoiceSavedMethod] = strawberry.field(
        description="Of the customer who is signed in."
    )

    @classmethod
    def of(cls, plan: PaymentPlan, saved: tuple[SavedMethod, ...]) -> "InvoicePaymentOptions":
        """In the schema's words."""
        offer, currency = plan.offer, plan.currency
        return cls(
            provider=Provider(offer.provider) if offer and not plan.refusal else None,
            refusal=plan.refusal,
            external_url=plan.external_url,
            total=invoice_money(plan.total_minor, currency),
            minimum=invoice_money(plan.minimum_minor, currency),
            step=invoice_money(plan.step_minor, currency),
            partial=not plan.refusal and plan.total_minor > plan.minimum_minor,
            test_mode=bool(offer and offer.is_test),
            saved_methods=[InvoiceSavedMethod.of(one) for one in saved],
        )
