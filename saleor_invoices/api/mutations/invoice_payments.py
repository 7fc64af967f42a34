"""Paying, as customers do: signed in, or by the private link of an invoice."""

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.queries.invoice_payments import documents_to_pay
from saleor_invoices.api.texts import checked_key
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.invoice_payments import InvoicePayment
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.invoices.selectors.viewers import CustomerViewer, Viewer, require_writer
from saleor_invoices.limits.clients import client_address
from saleor_invoices.limits.services import limits_take
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.offers import keys_of, offer_for
from saleor_invoices.payments.selectors.payments import payer_of, payments_visible
from saleor_invoices.payments.services.address import payment_address_set
from saleor_invoices.payments.services.app_payment import app_payment_process
from saleor_invoices.payments.services.customers import method_forget
from saleor_invoices.payments.services.payment_create import (
    OpenPayment,
    PaymentWish,
    payment_create,
    payment_session,
)
from saleor_invoices.payments.services.payment_watch import payment_cancel, payment_check

PAYERS = " For customers, and holders of an invoice's private link."
LONGEST_METHOD = 200
LARGEST_DATA = 20_000


@strawberry.type
class InvoicePaymentMutations:
    @strawberry.mutation(
        description="Open a payment of invoices: all that is due, or `amount` of it, the oldest "
        "debt first. The same `idempotencyKey` again gives the same payment, and so does an open "
        "one of the same customer for the same invoices and amount. Errors have the codes of "
        "`InvoicePaymentOptions.refusal`, or AMOUNT_TOO_LARGE, AMOUNT_TOO_SMALL, AMOUNT_STEP."
        + PAYERS
    )
    def invoice_payment_create(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        invoice_ids: list[strawberry.ID],
        idempotency_key: str,
        amount: ExactDecimal | None = None,
        save_method: bool = False,
        saved_method_id: strawberry.ID | None = None,
    ) -> InvoicePayment | None:
        viewer = info.context.viewer
        payer = payer_of(viewer)
        _count(info, viewer)
        wish = PaymentWish(
            documents=documents_to_pay(viewer, invoice_ids),
            payer=payer,
            key=checked_key(idempotency_key),
            amount=amount,
            customer_id=viewer.user_id if isinstance(viewer, CustomerViewer) else "",
            save_method=save_method,
            saved_method=(saved_method_id or "")[:LONGEST_METHOD],
        )
        return InvoicePayment.of(payment_create(wish=wish), viewer)

    @strawberry.mutation(
        description="Look once more whether the invoices are still owed, right before the customer "
        "confirms. INVOICE_PAID, PAYMENT_PENDING and AMOUNT_TOO_LARGE take the payment back."
        + PAYERS
    )
    def invoice_payment_check(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> InvoicePayment | None:
        viewer, payment = _own(info, id)
        _count(info, viewer)
        return _shown(payment_check(payment=payment), viewer)

    @strawberry.mutation(
        description="Take an unpaid payment back; one that was paid meanwhile stays." + PAYERS
    )
    def invoice_payment_cancel(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> InvoicePayment | None:
        viewer, payment = _own(info, id)
        return InvoicePayment.of(OpenPayment(payment=payment_cancel(payment=payment)), viewer)

    @strawberry.mutation(
        description="Go on with a payment through the payment app of the shop's Saleor, with what "
        "the app wants to be told: the transaction begins at the first call." + PAYERS
    )
    def invoice_payment_process(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        data: JSON | None = None,
    ) -> InvoicePayment | None:
        viewer, payment = _own(info, id)
        _count(info, viewer)
        if len(str(data)) > LARGEST_DATA:
            raise InvalidInput("The data is too large.", code="DATA_TOO_LARGE")
        if not (payment.app_session or {}).get("transactionId"):
            payment = payment_check(payment=payment)
        done = app_payment_process(payment=payment, data=data)
        return InvoicePayment.of(OpenPayment(payment=done), viewer)

    @strawberry.mutation(description="Keep a payment method no longer. For customers.")
    def invoice_saved_method_delete(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        invoice_id: strawberry.ID,
    ) -> bool | None:
        viewer = info.context.viewer
        if not isinstance(viewer, CustomerViewer):
            raise NotFound("There is no such method.")
        (document,) = documents_to_pay(viewer, [invoice_id])
        keys = keys_of(installation=viewer.installation, legal_entity=document.legal_entity)
        if keys is None:
            raise NotFound("There is no such method.")
        method_forget(
            installation=viewer.installation, keys=keys, customer_id=viewer.user_id, method=id
        )
        return True

    @strawberry.mutation(
        description="Say where an invoice is paid outside (https); empty: nowhere. It wins over "
        "every provider. For staff, and keys with `documents:read` and `documents:write`."
    )
    def invoice_payment_url_set(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        url: str,
    ) -> SalesDocument | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        document = document_of(viewer, id)
        payment_address_set(document=document, url=url, actor=actor)
        return node_of(document, viewer)


def _count(info: Info, viewer: Viewer) -> None:
    """Each of these asks a provider: what a person needs, and no flood.

    Raises ``Throttled``. Addresses share a larger share: a household, a company's exit.
    """
    key = f"{viewer.installation.pk}/{payer_of(viewer)}"
    limits_take(scope="payment.payer", key=key, most=30, seconds=600)
    address = client_address(info.context.request)
    limits_take(scope="payment.address", key=address, most=300, seconds=600)


def _own(info: Info, payment_id: str) -> tuple[Viewer, CustomerPayment]:
    """A payment of the payer who asks. Raises ``NotFound`` for one of somebody else."""
    viewer = info.context.viewer
    payer_of(viewer)
    rows = payments_visible(viewer=viewer)
    payment = rows.filter(pk=local_uuid(payment_id, "InvoicePayment")).first()
    if payment is None:
        raise NotFound("There is no such payment.")
    return viewer, payment


def _shown(payment: CustomerPayment, viewer: Viewer) -> InvoicePayment:
    """With what is needed to confirm it: a page that was reloaded has lost that."""
    part = payment.parts.select_related("document__legal_entity", "document__order").first()
    offer = offer_for(part.document) if part and not payment.is_final else None
    return InvoicePayment.of(payment_session(payment=payment, offer=offer), viewer)
