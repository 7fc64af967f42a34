"""Keys for machines: made once, kept as a hash, checked in one query."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.models import ApiKey, Installation
from saleor_invoices.stores.scopes import Scope

KEY_PREFIX = "sin_"
SHOWN = 12  # characters by which people tell keys apart
USED_AT_MOST_EVERY = timedelta(minutes=1)


def api_key_create(
    *, installation: Installation, name: str, scopes: Iterable[str]
) -> tuple[ApiKey, str]:
    """Make a key; returns the row and the token, which can't be read again.

    Raises ``InvalidInput`` API_KEY_NAME (empty or over 120 characters), API_KEY_SCOPE (none, or
    an unknown one).
    """
    if not 0 < len(name.strip()) <= 120:
        raise InvalidInput("A key needs a name of 1 to 120 characters.", code="API_KEY_NAME")
    rights = _checked_scopes(scopes)
    # 256 random bits need no salt and no slow hash: there is nothing to guess.
    token = KEY_PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        installation=installation,
        name=name.strip(),
        prefix=token[:SHOWN],
        key_hash=token_hash(token),
        scopes=rights,
    )
    return key, token


def api_key_verify(token: str) -> ApiKey | None:
    """The live key with this token and its store; None for anything else.

    Looked up by hash, so that the time taken says nothing about the token.
    """
    if not token.startswith(KEY_PREFIX) or len(token) > 100:
        return None
    keys = ApiKey.objects.select_related("installation")
    key = keys.filter(key_hash=token_hash(token), revoked_at__isnull=True).first()
    if key is not None:
        _note_use(key)
    return key


def api_key_revoke(*, key: ApiKey) -> bool:
    """End a key for good; returns whether it was alive."""
    alive = ApiKey.objects.filter(pk=key.pk, revoked_at__isnull=True)
    return alive.update(revoked_at=timezone.now()) == 1


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def _note_use(key: ApiKey) -> None:
    now = timezone.now()
    if key.last_used_at is not None and key.last_used_at > now - USED_AT_MOST_EVERY:
        return  # a write for each request would cost more than the request
    stale = Q(last_used_at=None) | Q(last_used_at__lte=now - USED_AT_MOST_EVERY)
    ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=now)


def _checked_scopes(scopes: Iterable[str]) -> list[str]:
    wanted = set(scopes)
    known = {scope.value for scope in Scope}
    if not wanted or wanted - known:
        raise InvalidInput(
            "A key needs one or more of the scopes " + ", ".join(sorted(known)) + ".",
            code="API_KEY_SCOPE",
            params={"unknown": sorted(wanted - known)},
        )
    return sorted(wanted)
