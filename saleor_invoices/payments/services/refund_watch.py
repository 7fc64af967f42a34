"""Refunds that were asked of the provider, and of which nothing was heard since."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError
from saleor_invoices.payments.models import ProviderRefundRequest
from saleor_invoices.payments.offers import gateway_of
from saleor_invoices.payments.port import ProviderRefund, RefundState
from saleor_invoices.payments.services.money_back import refund_take
from saleor_invoices.payments.services.refund_request import refund_refuse
from saleor_invoices.stores.models import Installation

FIRST, LAST = timedelta(seconds=30), timedelta(minutes=15)
"""The age at which they are asked after; what takes longer, the nightly comparison finds."""
LOST = timedelta(minutes=3)
"""The age after which a request that the provider does not know will never reach it."""
State = ProviderRefundRequest.State

log = logs.get(__name__)


def refunds_sweep() -> int:
    """Book what the provider made and told nobody of, and end what never reached it; how many."""
    now = timezone.now()
    rows = ProviderRefundRequest.objects.filter(
        Q(provider_id="") | Q(created_at__gte=now - LAST),
        state=State.OPEN,
        created_at__lte=now - FIRST,
        payment__installation__state=Installation.State.ACTIVE,
    )
    count = 0
    related = ("payment__installation", "payment__legal_entity", "document")
    for request in rows.select_related(*related)[:50]:
        try:
            count += _ended(request)
        except AppError as error:
            log.warning("refund.sweep_failed", refund=str(request.pk), code=error.code)
    return count


def _ended(request: ProviderRefundRequest) -> bool:
    found = _found(request)
    if found is not None and found.state is not RefundState.PENDING:
        refund_take(payment=request.payment, found=found)
        return True
    is_lost = found is None and not request.provider_id
    if not is_lost or request.created_at > timezone.now() - LOST:
        return False
    return refund_refuse(request=request, message="Stripe was not reached.")


def _found(request: ProviderRefundRequest) -> ProviderRefund | None:
    """The refund at the provider; without keys there can be none to come."""
    provider = gateway_of(request.payment)
    if provider is None:
        return None
    ours = {request.provider_id} if request.provider_id else {str(request.pk)}
    made = provider.refunds_since(request.created_at - timedelta(minutes=1))
    return next((one for one in made if ours & {one.id, one.reference}), None)
