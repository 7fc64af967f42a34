"""Giving money back, and trying the keys out by which it comes in."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.mutations.settings import WRITERS, count_templates
from saleor_invoices.api.texts import checked_key, checked_line
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.enums import RefundState
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.models import RefundRequest as Row
from saleor_invoices.invoices.selectors.viewers import (
    require_settings_writer,
    require_staff_cashier,
)
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.payment_refund import (
    LONGEST_REASON,
    Refund,
    payment_refund,
)
from saleor_invoices.payments.connection import Connection, stripe_connection_test
from saleor_invoices.payments.services.refund_request import provider_refund

_STATES = {
    Row.State.OPEN: RefundState.REQUESTED,
    Row.State.DONE: RefundState.DONE,
    Row.State.REFUSED: RefundState.REFUSED,
}


@strawberry.type(description="How a refund stands.")
class SalesPaymentRefund:
    document: SalesDocument
    state: RefundState = strawberry.field(
        description="Asked again with the same key, it tells how it stands by then."
    )
    message: str = strawberry.field(
        description="Saleor's own words, or those of the payment's provider; may be empty."
    )


@strawberry.type(description="What Stripe said to the keys.")
class StripeConnectionTest:
    ok: bool
    account_id: str
    account_name: str
    test_mode: bool = strawberry.field(description="By the secret key.")
    country: str = strawberry.field(description="ISO 3166-1 alpha-2; may be empty.")
    currencies: list[str] = strawberry.field(description="Of its balance, its own one first.")
    code: str = strawberry.field(
        description="Empty where all is well; else STRIPE_KEY_MISSING, STRIPE_KEY_MALFORMED, "
        "STRIPE_KEYS_SWAPPED, STRIPE_MODES_DIFFER, PAYMENT_KEY_REFUSED, PAYMENT_KEY_RIGHT_MISSING, "
        "PAYMENT_PROVIDER_SLOW, PAYMENT_PROVIDER_DOWN, BAD_ANSWER or REFUSED."
    )
    message: str

    @classmethod
    def of(cls, found: Connection) -> "StripeConnectionTest":
        """In the schema's words."""
        account = found.account
        return cls(
            ok=account is not None,
            account_id=account.id if account else "",
            account_name=account.name if account else "",
            test_mode=found.is_test,
            country=account.country if account else "",
            currencies=list(account.currencies) if account else [],
            code=found.code,
            message=found.message,
        )


def _refunded(refund: Refund, actor: str) -> tuple[RefundState, str]:
    """By whichever way the money came."""
    if refund.movement.source == STRIPE:
        ours = provider_refund(refund=refund, actor=actor)
        return _STATES[Row.State(ours.state)], ours.message
    request = payment_refund(refund=refund, actor=actor)
    return _STATES[Row.State(request.state)], request.message


@strawberry.type
class RefundMutations:
    @strawberry.mutation(
        description="Give money back the way it came, through Saleor or our own provider; the "
        "same idempotencyKey again asks for nothing more. The ledger and the credit note follow "
        "when it has moved. For staff with HANDLE_PAYMENTS and MANAGE_ORDERS."
    )
    def sales_payment_refund(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        payment_id: strawberry.ID,
        document_id: strawberry.ID,
        amount: ExactDecimal,
        idempotency_key: str,
        reason: str = "",
    ) -> SalesPaymentRefund | None:
        viewer = info.context.viewer
        actor = f"staff:{require_staff_cashier(viewer).user_id}"
        pk = local_int(payment_id, "SalesPayment")
        document = document_of(viewer, document_id)
        rows = Movement.objects.select_related("order")
        movement = rows.filter(installation=viewer.installation, pk=pk).first()
        if movement is None:
            raise NotFound("There is no such payment.")
        refund = Refund(
            movement=movement,
            document=document,
            amount=amount,
            key=checked_key(idempotency_key),
            reason=checked_line(reason, most=LONGEST_REASON, name="reason"),
        )
        state, message = _refunded(refund, actor)
        return SalesPaymentRefund(document=node_of(document, viewer), state=state, message=message)

    @strawberry.mutation(
        description="Ask Stripe who its keys belong to: those of a legal entity (empty: of the "
        "app), or ones that are not saved yet. " + WRITERS
    )
    def stripe_connection_test(
        self,
        info: Info,
        legal_entity: str = "",
        secret_key: str | None = None,
        publishable_key: str | None = None,
    ) -> StripeConnectionTest | None:
        viewer = info.context.viewer
        require_settings_writer(viewer)
        count_templates(info.context, 1)  # it may take seconds as well
        found = stripe_connection_test(
            installation=viewer.installation,
            legal_entity=legal_entity,
            secret_key=secret_key,
            publishable_key=publishable_key,
        )
        return StripeConnectionTest.of(found)
