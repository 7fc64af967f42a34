"""Who sent a delivery, and is it true? The signature is checked on the bytes as received.

Looked up in the process's memory first: a query for each delivery would cost as much as keeping
it. The memory can't go wrong in a way that matters: what fails with the remembered keys is tried
with those of the database, and then with Saleor's own.
"""

import time
from dataclasses import dataclass
from typing import Any

import msgspec

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.saleor.signatures import verify_webhook
from saleor_invoices.saleor.stored_keys import installation_keys_refresh
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.models import Installation

REMEMBER_SECONDS = 60.0
REMEMBER_MOST = 1000


@dataclass(frozen=True, slots=True)
class Sender:
    """An installation as far as a delivery needs it."""

    installation_id: int
    api_url: str
    jwks: dict[str, Any]
    app_id: str


class Recipient(msgspec.Struct):
    """The app that a delivery was made for."""

    id: str = ""


class Said(msgspec.Struct):
    """What a body says of itself."""

    recipient: Recipient | None = None
    typename: str = msgspec.field(name="__typename", default="")
    errors: msgspec.Raw = msgspec.Raw(b"")


_remembered: dict[str, tuple[float, Sender]] = {}


def find(api_url: str) -> Sender:
    """The installed store at this address; raises ``Unverified`` UNKNOWN_INSTALLATION."""
    url = normalise_api_url(api_url)
    known = _remembered.get(url)
    if known is not None and known[0] > time.monotonic():
        return known[1]
    return _load(url)


def verify(sender: Sender, body: bytes, signature: str) -> None:
    """Check a delivery's signature.

    Raises ``Unverified`` when it does not hold, ``Unreachable`` when that can't be said now: the
    key is unknown and Saleor's own keys can't, or must not yet, be fetched once more.
    """
    try:
        verify_webhook(body, signature, sender.jwks)
    except Unverified as error:
        if error.code != "KEY_UNKNOWN":
            raise
        _verify_with_newer_keys(sender, body, signature)


def verify_address(sender: Sender, event: str, said: Said) -> None:
    """Check that a delivery is for this app and of the event that its header names.

    A Saleor signs what it sends to every app with the same key, and no header is signed: a body
    made for another app, or for another event, could be sent on to us. Our documents therefore
    select ``recipient`` and ``__typename``. A body of errors has neither; it tells nothing that is
    believed. Raises ``Unverified`` RECIPIENT_MISMATCH or EVENT_MISMATCH.
    """
    if said.errors and said.recipient is None:
        return
    recipient = said.recipient.id if said.recipient else ""
    # A reinstallation in another process gave the app a new id.
    if recipient != sender.app_id and recipient != _load(sender.api_url).app_id:
        raise Unverified("The delivery is for another app.", code="RECIPIENT_MISMATCH")
    if said.typename != "".join(part.title() for part in event.split("_")):
        raise Unverified("The body is of another event.", code="EVENT_MISMATCH")


def forget() -> None:
    """Forget everyone; for tests, and after a registration in this process."""
    _remembered.clear()


def _verify_with_newer_keys(sender: Sender, body: bytes, signature: str) -> None:
    stored = _load(sender.api_url)
    if stored.jwks != sender.jwks:
        try:
            return verify_webhook(body, signature, stored.jwks)
        except Unverified as error:
            if error.code != "KEY_UNKNOWN":
                raise
    # Saleor never repeats a delivery that got a 4xx: where no newer keys can be had now,
    # ``Unreachable`` makes it come again, or one signed just after a rotation would be lost.
    known = Installation(pk=stored.installation_id, jwks=stored.jwks)
    newer = installation_keys_refresh(installation=known)
    _remember(Sender(newer.pk, newer.saleor_api_url, newer.jwks, stored.app_id))
    return verify_webhook(body, signature, newer.jwks)


def _load(url: str) -> Sender:
    row = url.isprintable() and (
        Installation.objects.filter(saleor_api_url=url)
        .values_list("pk", "saleor_api_url", "jwks", "app_id")
        .first()
    )
    if not row:
        raise Unverified("The app is not installed there.", code="UNKNOWN_INSTALLATION")
    return _remember(Sender(*row))


def _remember(sender: Sender) -> Sender:
    if len(_remembered) >= REMEMBER_MOST:
        _remembered.clear()
    _remembered[sender.api_url] = (time.monotonic() + REMEMBER_SECONDS, sender)
    return sender
