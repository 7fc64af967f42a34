"""Verbs on money: payments that people record, and what they count for."""

import datetime as dt

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.texts import checked_key, checked_line
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.enums import MovementKind
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.selectors.viewers import require_cashier
from saleor_invoices.invoices.services.payment_record import (
    ManualPayment,
    payment_reallocate,
    payment_record,
)

LONGEST_REFERENCE, LONGEST_METHOD = 120, 255
CASHIERS = (
    " For staff with HANDLE_PAYMENTS and MANAGE_ORDERS, and keys with `documents:read` and "
    "`payments:write`."
)


@strawberry.input(description="Money that came in or went back outside of Saleor.")
class SalesPaymentInput:
    amount: ExactDecimal = strawberry.field(description="Above zero, in the invoice's currency.")
    reference: str = strawberry.field(
        description="Of the bank or cash book; the same one counts once for an invoice."
    )
    occurred_at: dt.datetime = strawberry.field(
        description="With its offset from UTC; not in the future."
    )
    kind: MovementKind = strawberry.field(
        default=MovementKind.MANUAL, description="MANUAL, REFUND or CHARGEBACK."
    )
    method: str = strawberry.field(default="", description="How, in words.")


@strawberry.type(description="What came of a verb on money.")
class PaymentResult:
    document: SalesDocument


@strawberry.type
class PaymentMutations:
    @strawberry.mutation(
        description="Record a payment of an invoice by hand; the same reference again changes "
        "nothing." + CASHIERS
    )
    def payment_record(
        self,
        info: Info,
        invoice_id: strawberry.ID,
        input: SalesPaymentInput,  # noqa: A002
    ) -> PaymentResult | None:
        viewer = info.context.viewer
        actor = require_cashier(viewer)
        row = document_of(viewer, invoice_id)
        payment = ManualPayment(
            amount=input.amount,
            reference=checked_line(input.reference, most=LONGEST_REFERENCE, name="reference"),
            occurred_at=input.occurred_at,
            kind=MovementKind(input.kind),
            method=checked_line(input.method, most=LONGEST_METHOD, name="method"),
        )
        payment_record(document=row, payment=payment, actor=actor)
        return PaymentResult(document=node_of(row, viewer))

    @strawberry.mutation(
        description="Have a part of a payment count for another invoice; answers the invoice that "
        "it counts for now. The same key moves it once." + CASHIERS
    )
    def payment_reallocate(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        payment_id: strawberry.ID,
        from_id: strawberry.ID,
        to_id: strawberry.ID,
        amount: ExactDecimal,
        idempotency_key: str,
    ) -> PaymentResult | None:
        viewer = info.context.viewer
        actor = require_cashier(viewer)
        pk = local_int(payment_id, "SalesPayment")
        movement = Movement.objects.filter(installation=viewer.installation, pk=pk).first()
        if movement is None:
            raise NotFound("There is no such payment.")
        target = document_of(viewer, to_id)
        payment_reallocate(
            movement=movement,
            source=document_of(viewer, from_id),
            target=target,
            amount=amount,
            actor=actor,
            key=checked_key(idempotency_key),
        )
        return PaymentResult(document=node_of(target, viewer))
