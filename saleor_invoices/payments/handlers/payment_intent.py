"""A customer paid, tried to, or a payment was taken back."""

from saleor_invoices.domain.errors import ExternalFailure
from saleor_invoices.inbox.registry import Inbound
from saleor_invoices.payments.offers import gateway_of
from saleor_invoices.payments.port import ProviderState
from saleor_invoices.payments.services.payment_watch import payment_take_in
from saleor_invoices.payments.services.stripe_events import object_of, payment_told
from saleor_invoices.payments.stripe_shapes import payment_of


def handle(inbound: Inbound) -> None:
    """Take the payment in as it is now; repeating it changes nothing.

    Events come late and out of order, so Stripe is asked how the payment stands. A success needs no
    second word: it is booked by the event alone, which Stripe signed, while Stripe is away.
    """
    payment, found = payment_told(inbound), payment_of(object_of(inbound))
    is_success = found.state is ProviderState.SUCCEEDED
    if payment.is_final and not is_success:
        return
    provider = gateway_of(payment)
    if provider is not None:
        try:
            found = provider.payment_read(found.id)
        except ExternalFailure:
            if not is_success:
                raise
    payment_take_in(payment=payment, found=found)
