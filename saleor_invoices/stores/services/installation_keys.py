"""The signing keys of a store: when they may be fetched again, and keeping them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from saleor_invoices.stores.models import Installation

THROTTLE = timedelta(seconds=30)


def installation_keys_claim(*, installation_id: int) -> bool:
    """Take the right to fetch the keys now; at most one taker in 30 s, over all processes.

    Anyone can send a delivery with an unknown key, and must not make us call Saleor each time.
    """
    now = timezone.now()
    rested = Q(jwks_tried_at=None) | Q(jwks_tried_at__lte=now - THROTTLE)
    taken = Installation.objects.filter(rested, pk=installation_id).update(jwks_tried_at=now)
    return taken == 1


def installation_keys_store(*, installation_id: int, jwks: Mapping[str, Any]) -> None:
    """Keep the keys that were fetched."""
    Installation.objects.filter(pk=installation_id).update(
        jwks=dict(jwks), jwks_fetched_at=timezone.now()
    )
