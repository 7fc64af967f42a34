"""Short-lived download links: what the API hands to a caller who may see a document.

Other than the private link of ``link_create``, nothing is kept of them: the document's id is
signed together with the time. They can't be revoked, hence they live for minutes only.
"""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from saleor_invoices.domain.errors import Unverified

LIFETIME = timedelta(minutes=5)
_SALT = "saleor-invoices.download"


def sign(document_id: uuid.UUID) -> str:
    """A token that opens the document's PDF for ``LIFETIME``; safe inside a URL's path."""
    return TimestampSigner(salt=_SALT).sign(document_id.hex)


def unsign(token: str) -> uuid.UUID:
    """The id of the document that a token opens.

    Raises ``Unverified``: DOWNLOAD_EXPIRED after ``LIFETIME``, DOWNLOAD_INVALID for anything that
    was not signed here.
    """
    try:
        return uuid.UUID(TimestampSigner(salt=_SALT).unsign(token, max_age=LIFETIME))
    except SignatureExpired as error:
        raise Unverified(
            "The download link has expired; ask for a new one.", code="DOWNLOAD_EXPIRED"
        ) from error
    except (BadSignature, ValueError) as error:
        raise Unverified("The download link is not valid.", code="DOWNLOAD_INVALID") from error


def download_url(document_id: uuid.UUID) -> str:
    """The whole address of the document's PDF, good for ``LIFETIME``."""
    return f"{settings.PUBLIC_URL}/documents/{sign(document_id)}/"


def page_url(document_id: uuid.UUID, number: int) -> str:
    """The whole address of a picture of one of its pages, good for ``LIFETIME``."""
    return f"{download_url(document_id)}pages/{number}.png"
