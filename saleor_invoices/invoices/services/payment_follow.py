"""Payment status and balance of documents follow their order's charges."""

from saleor_invoices.domain.money import from_minor, to_minor
from saleor_invoices.domain.states import amount_due, payment_status
from saleor_invoices.invoices.models import OrderRecord, PaymentState, SalesDocument

_FOLLOWING = ["status", "paid_minor", "refunded_minor", "balance_minor", "updated_at"]


def payment_follow(*, order: OrderRecord, document: SalesDocument) -> PaymentState:
    """Work the payment state out anew from what the order's row says and save it."""
    currency = document.currency
    payable = from_minor(document.payable_minor, currency)
    charged = from_minor(order.charged_minor, currency)
    refunded = from_minor(order.refunded_minor, currency)
    status = payment_status(
        payable=payable,
        charged=charged,
        refunded=refunded,
        cancelled=order.status == "CANCELED",
    )
    due = amount_due(payable=payable, charged=charged, refunded=refunded)
    state = PaymentState(
        document=document,
        status=status,
        paid_minor=order.charged_minor,
        refunded_minor=order.refunded_minor,
        balance_minor=to_minor(due, currency),
    )
    # One statement, new or not; the columns are those that may change.
    PaymentState.objects.bulk_create(
        [state], update_conflicts=True, unique_fields=["document"], update_fields=_FOLLOWING
    )
    return state
