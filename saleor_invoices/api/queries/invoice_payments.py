"""How invoices can be paid, and how a payment stands."""

import uuid
from collections.abc import Sequence

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.types.invoice_payments import InvoicePayment, InvoicePaymentOptions
from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import CustomerViewer, Viewer
from saleor_invoices.payments.models import CustomerPayment, PaymentProvider
from saleor_invoices.payments.port import SavedMethod
from saleor_invoices.payments.selectors.payments import payments_visible
from saleor_invoices.payments.selectors.plans import MOST_DOCUMENTS, PaymentPlan, payment_plan
from saleor_invoices.payments.services.customers import methods_kept
from saleor_invoices.payments.services.payment_create import OpenPayment
from saleor_invoices.payments.services.payment_watch import payment_refresh


def documents_to_pay(viewer: Viewer, ids: Sequence[str]) -> list[SalesDocument]:
    """The invoices, all of which the viewer must see; in the order in which they were named.

    Raises ``InvalidInput`` PAYMENT_INVALID for none or too many, ``NotFound`` for a stranger's.
    """
    keys = list(dict.fromkeys(local_uuid(one, "SalesInvoice") for one in ids[: MOST_DOCUMENTS + 1]))
    if not 0 < len(keys) <= MOST_DOCUMENTS:
        raise InvalidInput(
            f"Name 1 to {MOST_DOCUMENTS} invoices.",
            code="PAYMENT_INVALID",
            params={"field": "invoiceIds"},
        )
    rows = documents_visible(viewer=viewer).select_related("order", "payment", "legal_entity")
    found = {row.pk: row for row in rows.filter(pk__in=keys)}
    if len(found) < len(keys):
        raise NotFound("There is no such invoice.")
    for row in found.values():
        row.installation = viewer.installation
    return [found[key] for key in keys]


def payment_found(viewer: Viewer, payment_id: uuid.UUID) -> CustomerPayment | None:
    """A payment that the viewer may see."""
    return payments_visible(viewer=viewer).filter(pk=payment_id).first()


@strawberry.type
class InvoicePaymentQueries:
    @strawberry.field(
        description="How the invoices can be paid online, together. For whoever sees them."
    )
    def invoice_payment_options(
        self, info: Info, invoice_ids: list[strawberry.ID]
    ) -> InvoicePaymentOptions:
        viewer = info.context.viewer
        plan = payment_plan(documents_to_pay(viewer, invoice_ids))
        return InvoicePaymentOptions.of(plan, _saved(viewer, plan))

    @strawberry.field(
        description="A payment as it stands now; the provider is asked while it is under way. Null "
        "for a payment of somebody else. For who opened it, for staff and keys with "
        "`documents:read`."
    )
    def invoice_payment_status(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
    ) -> InvoicePayment | None:
        viewer = info.context.viewer
        payment = payment_found(viewer, local_uuid(id, "InvoicePayment"))
        if payment is None:
            return None
        payment_refresh(payment=payment)
        return InvoicePayment.of(OpenPayment(payment=payment), viewer)


def _saved(viewer: Viewer, plan: PaymentPlan) -> tuple[SavedMethod, ...]:
    offer = plan.offer
    if plan.refusal or offer is None or offer.provider is not PaymentProvider.STRIPE:
        return ()
    if not isinstance(viewer, CustomerViewer) or offer.keys is None:
        return ()
    return methods_kept(
        installation=viewer.installation, keys=offer.keys, customer_id=viewer.user_id
    )
