"""A store no longer accepts our token: the app was removed or switched off there."""

from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.stores.models import Installation

log = logs.get(__name__)


def installation_disconnect(*, installation: Installation, reason: str) -> bool:
    """Stop the work for a store; its documents stay. Returns whether that was news.

    Compares the app id, so that a failure of the token before a reinstall does not stop the
    store that was just installed again.
    """
    stopped = Installation.objects.filter(
        pk=installation.pk, app_id=installation.app_id, state=Installation.State.ACTIVE
    ).update(
        state=Installation.State.DISCONNECTED,
        state_reason=reason[:500],
        disconnected_at=timezone.now(),
    )
    if stopped:
        log.warning("installation.disconnected", store=installation.saleor_api_url)
    return stopped == 1
