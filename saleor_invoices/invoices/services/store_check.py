"""After a registration or an upgrade: is everything in place, here and in Saleor?"""

from django.conf import settings

from saleor_invoices.domain.errors import AppError, Disconnected
from saleor_invoices.invoices.services.problem import (
    CHARACTERS_MISSING,
    STORE,
    TEMPLATE_FAILED,
    problem_open,
    problem_resolve,
    problems_report,
)
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing, webhook_sync
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect
from saleor_invoices.stores.services.store_bootstrap import store_bootstrap

REINSTALL = "REINSTALL_NEEDED"
REFUSED = "SETUP_REFUSED"


def store_check(*, installation: Installation) -> None:
    """Write first settings from Saleor's shop, and repair the registered webhooks.

    What only a reinstallation can repair, and what Saleor refuses, becomes a problem of the store.
    A store that removed the app is marked as disconnected. Raises ``Unreachable`` when it should
    be tried again.
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
    except AppError as error:
        if not error.permanent:
            raise
        _refused(installation, error)
    else:
        # Missing characters are told anew by the next document that has them.
        healed = (REFUSED, CHARACTERS_MISSING, TEMPLATE_FAILED)
        problem_resolve(installation=installation, subject=STORE, codes=healed)
        _tell(installation, report.reinstall_reasons)
        if installation.app_version != settings.VERSION:  # staff may have dismissed some since
            problems_report(installation=installation)
    installation.app_version = settings.VERSION
    installation.save(update_fields=["app_version"])


def _refused(installation: Installation, error: AppError) -> None:
    problem_open(
        installation=installation,
        subject=STORE,
        code=REFUSED,
        message=f"The app could not be set up in Saleor: {error.message}",
        remedy="Remove the cause and press Retry; what the app misses meanwhile is not lost.",
        params={"cause": error.code},
    )


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
