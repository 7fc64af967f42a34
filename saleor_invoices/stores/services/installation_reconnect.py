"""A store that we held for disconnected accepts our token again: it was only switched off."""

from saleor_invoices import logs
from saleor_invoices.stores.models import Installation

log = logs.get(__name__)


def installation_reconnect(*, installation: Installation) -> bool:
    """Take the work for a store up again. Returns whether that was news."""
    resumed = Installation.objects.filter(
        pk=installation.pk, app_id=installation.app_id, state=Installation.State.DISCONNECTED
    ).update(state=Installation.State.ACTIVE, state_reason="", disconnected_at=None)
    if resumed:
        log.info("installation.reconnected", store=installation.saleor_api_url)
    return resumed == 1
