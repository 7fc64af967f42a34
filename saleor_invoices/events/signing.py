"""Secrets and signatures by the rules of Standard Webhooks (standardwebhooks.com)."""

import base64
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from standardwebhooks.webhooks import Webhook

SECRET_BYTES = 32
PREFIX = "whsec_"


def new_secret() -> str:
    """A secret as its owner gets it."""
    return f"{PREFIX}{base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


def headers(
    *, message_id: str, body: str, keys: Iterable[str], now: datetime | None = None
) -> dict[str, str]:
    """The headers of one attempt, with a signature by each of the secrets.

    The time is that of the attempt: whoever receives it refuses what is older than some minutes.
    """
    moment = now or datetime.now(tz=UTC)
    signatures = [Webhook(key).sign(message_id, moment, body) for key in keys]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
