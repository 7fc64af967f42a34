"""The private link of a document (invariant 10): unguessable, for a set time, revocable."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from saleor_invoices.invoices.models import DownloadLink, SalesDocument


def token_hash(token: str) -> str:
    """What is looked up in the database; the token itself is kept encrypted only."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_url(link: DownloadLink) -> str:
    """The public address of a link."""
    return f"{settings.PUBLIC_URL}/i/{link.token}"


def link_create(*, document: SalesDocument, open_days: int, strict: bool) -> DownloadLink:
    """Return the document's live link, or make one of 256 random bits.

    A strict link, and one of zero days, never opens by itself.
    """
    with transaction.atomic():
        # Two publications of one document at once must not get two addresses.
        SalesDocument.objects.select_for_update().only("pk").get(pk=document.pk)
        link = document.links.filter(revoked_at__isnull=True).order_by("pk").first()
        if link is not None:
            return link
        return _made(document, open_days=open_days, strict=strict)


def link_renew(*, document: SalesDocument, open_days: int, strict: bool) -> DownloadLink:
    """Make one more link beside those that there are.

    The published one can be read by whoever knows the order's id in Saleor, so its time is not
    prolonged; this one is for the customer's own address.
    """
    return _made(document, open_days=open_days, strict=strict)


def link_revoke(*, document: SalesDocument) -> int:
    """Close every link of the document for good. Returns how many were open."""
    live = document.links.filter(revoked_at__isnull=True)
    return live.update(revoked_at=timezone.now())


def _made(document: SalesDocument, *, open_days: int, strict: bool) -> DownloadLink:
    token = secrets.token_urlsafe(32)
    closed = strict or open_days <= 0
    return DownloadLink.objects.create(
        document=document,
        token=token,
        token_hash=token_hash(token),
        opens_until=None if closed else timezone.now() + timedelta(days=open_days),
    )
