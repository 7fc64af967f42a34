"""A Saleor installed the app, or installed it again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import Installation

log = logs.get(__name__)


def installation_register(
    *, api_url: str, token: str, app_id: str, jwks: Mapping[str, Any], saleor_version: str = ""
) -> Installation:
    """Keep what a verified handshake brought; the caller has verified it.

    A store that is known, also one that had removed the app, gets the new token, app id and keys
    in place, so that its documents, series and settings go on.
    """
    now = timezone.now()
    values: dict[str, Any] = {
        "app_id": app_id,
        "token": token,
        "jwks": dict(jwks),
        "jwks_fetched_at": now,
        "jwks_tried_at": now,
        "saleor_version": saleor_version,
        "state": Installation.State.ACTIVE,
        "state_reason": "",
        "app_version": "",  # webhooks of the new app are compared again
        "registered_at": now,
        "disconnected_at": None,
    }
    with transaction.atomic():
        installation, is_new = Installation.objects.update_or_create(
            saleor_api_url=normalise_api_url(api_url), defaults=values
        )
    log.info("installation.registered", store=installation.saleor_api_url, is_new=is_new)
    return installation
