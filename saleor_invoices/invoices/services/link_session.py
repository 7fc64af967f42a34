"""The half hour for which a link stays open after its code: a signed token, never a cookie.

Nothing is kept of it. It names the link, whose revocation ends it at once.
"""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import DownloadLink

LIFETIME = timedelta(minutes=30)
_SALT = "saleor-invoices.link-session"


def link_session_open(*, link: DownloadLink) -> str:
    """A token that stands for the link for ``LIFETIME``, wherever the link's own token does."""
    return TimestampSigner(salt=_SALT).sign(f"{link.pk}.{link.token_hash}")


def link_session_find(*, token: str) -> DownloadLink:
    """The link of a session.

    Raises ``NotFound`` LINK_UNKNOWN for one that is over, was not signed here, or whose link was
    revoked meanwhile: all look alike.
    """
    link = _live(token) if is_session(token) else None
    if link is None:
        raise NotFound("There is no such link.", code="LINK_UNKNOWN")
    return link


def is_session(token: str) -> bool:
    """Whether it could be one: no link's own token has a colon."""
    return ":" in token


def _live(token: str) -> DownloadLink | None:
    try:
        key, _, digest = TimestampSigner(salt=_SALT).unsign(token, max_age=LIFETIME).partition(".")
    except BadSignature:
        return None
    links = DownloadLink.objects.select_related("document__installation")
    return links.filter(pk=int(key), token_hash=digest, revoked_at__isnull=True).first()
