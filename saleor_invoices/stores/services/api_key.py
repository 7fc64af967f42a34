"""Keys for machines: made once, kept as a hash, checked in one query."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.stores.models import ApiKey, Installation
from saleor_invoices.stores.scopes import Scope
from saleor_invoices.stores.services.store_writing import store_writing

KEY_PREFIX = "sin_"
SHOWN = 12  # characters by which people tell keys apart
MOST = 100
API_KEY = "api_key"
"""The level that the history gives to keys."""
CONSOLE = "create_api_key"
USED_AT_MOST_EVERY = timedelta(minutes=1)


def api_key_create(
    *, installation: Installation, name: str, scopes: Iterable[str], created_by: str = CONSOLE
) -> tuple[ApiKey, str]:
    """Make a key; returns the row and the token, which can't be read again.

    Raises ``InvalidInput`` API_KEY_NAME (empty, over 120 characters, or with what can't be
    printed), API_KEY_SCOPE (none, or an unknown one); ``Conflict`` TOO_MANY_API_KEYS beyond 100
    that are alive.
    """
    title, rights = _checked_name(name), _checked_scopes(scopes)
    # 256 random bits need no salt and no slow hash: there is nothing to guess.
    token = KEY_PREFIX + secrets.token_urlsafe(32)
    with store_writing(installation=installation, changed_by=created_by) as writer:
        if ApiKey.objects.filter(installation=installation, revoked_at=None).count() >= MOST:
            raise Conflict(f"There are {MOST} keys already.", code="TOO_MANY_API_KEYS")
        key = ApiKey.objects.create(
            installation=installation,
            name=title,
            prefix=token[:SHOWN],
            key_hash=token_hash(token),
            scopes=rights,
        )
        writer.note(API_KEY, key.name, key.prefix, None, rights)
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


def api_key_revoke(*, key: ApiKey, revoked_by: str = CONSOLE) -> bool:
    """End a key for good, at once; returns whether it was alive."""
    with store_writing(installation=key.installation, changed_by=revoked_by) as writer:
        alive = ApiKey.objects.filter(pk=key.pk, revoked_at__isnull=True)
        if alive.update(revoked_at=timezone.now()) == 0:
            return False
        writer.note(API_KEY, key.name, key.prefix, list(key.scopes), None)
    return True


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def _note_use(key: ApiKey) -> None:
    now = timezone.now()
    if key.last_used_at is not None and key.last_used_at > now - USED_AT_MOST_EVERY:
        return  # a write for each request would cost more than the request
    stale = Q(last_used_at=None) | Q(last_used_at__lte=now - USED_AT_MOST_EVERY)
    ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=now)


def _checked_name(name: str) -> str:
    title = name.strip()
    if not 0 < len(title) <= 120 or not title.isprintable():
        raise InvalidInput(
            "A key needs a name of 1 to 120 characters.",
            code="API_KEY_NAME",
            params={"field": "name"},
        )
    return title


def _checked_scopes(scopes: Iterable[str]) -> list[str]:
    wanted = set(scopes)
    known = {scope.value for scope in Scope}
    if not wanted or wanted - known:
        raise InvalidInput(
            "A key needs one or more of the scopes " + ", ".join(sorted(known)) + ".",
            code="API_KEY_SCOPE",
            params={"field": "scopes", "unknown": sorted(wanted - known)},
        )
    return sorted(wanted)
