"""After a registration or an upgrade: is everything in place, here and in Saleor?"""

from django.conf import settings

from saleor_invoices.domain.errors import Disconnected
from saleor_invoices.invoices.services.problem import STORE, problem_open, problem_resolve
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing, webhook_sync
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect
from saleor_invoices.stores.services.store_bootstrap import store_bootstrap

REINSTALL = "REINSTALL_NEEDED"


def store_check(*, installation: Installation) -> None:
    """Write first settings from Saleor's shop, and repair the registered webhooks.

    What only a reinstallation can repair becomes a problem of the store. A store that removed
    the app is marked as disconnected. Raises ``Unreachable`` when it should be tried again.
    """
    try:
        client = saleor_client(installation)
        store_bootstrap(installation=installation, shop=publishing.shop_defaults(client))
        report = webhook_sync.synchronise(
            client,
            base_url=settings.PUBLIC_URL,
            saleor_version=installation.saleor_version,
        )
    except Disconnected as error:
        installation_disconnect(installation=installation, reason=error.message)
        return
    _tell(installation, report.reinstall_reasons)
    installation.app_version = settings.VERSION
    installation.save(update_fields=["app_version"])


def _tell(installation: Installation, reasons: tuple[str, ...]) -> None:
    if not reasons:
        problem_resolve(installation=installation, subject=STORE, codes=(REINSTALL,))
        return
    problem_open(
        installation=installation,
        subject=STORE,
        code=REINSTALL,
        message="The app changed in a way that Saleor only takes over at an installation: "
        + ", ".join(reasons),
        remedy="Remove the app in Saleor's dashboard and install it again; invoices, numbers and "
        "settings stay.",
        params={"reasons": list(reasons)},
    )
