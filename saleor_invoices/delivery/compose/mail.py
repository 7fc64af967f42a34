"""The mail itself: addresses, headers and attachments around a letter."""

import re
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email

from saleor_invoices.delivery.compose.letter import Letter
from saleor_invoices.delivery.compose.values import clean_line
from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import DocumentFile, SalesDocument

_TYPES = {
    DocumentFile.Kind.PDF.value: "application/pdf",
    DocumentFile.Kind.XML.value: "application/xml",
}
LONGEST_ADDRESS = 320


def address_checked(address: str) -> str:
    """One e-mail address and nothing else.

    Raises ``InvalidInput`` MAIL_RECIPIENT_INVALID, for a second address and a header in it too.
    """
    stripped = address.strip(" ")
    try:
        validate_email(stripped)
    except ValidationError:
        stripped = ""
    if not stripped.rpartition("@")[0].isascii():
        stripped = ""  # the check above folds cases: KELVIN SIGN is a "k" to it, and to no server
    if not stripped or len(stripped) > LONGEST_ADDRESS or not stripped.isprintable():
        raise InvalidInput(
            "This is no e-mail address.", code="MAIL_RECIPIENT_INVALID", params={"field": "to"}
        )
    return stripped


def message_id_for(identity: object) -> str:
    """A Message-ID made of what is sent, so that a mail server can tell a twin (RFC 5322)."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{identity}@{domain}>"


def mail_write(
    *,
    letter: Letter,
    recipient: str,
    seller_name: str,
    reply_to: str,
    message_id: str,
    automatic: bool,
) -> EmailMultiAlternatives:
    """A mail from the app's own address under the seller's name; raises as ``address_checked``."""
    own = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    headers = {"Message-ID": message_id, "Content-Language": letter.language}
    if automatic:  # RFC 3834: no answer of a holiday robot wanted
        headers["Auto-Submitted"] = "auto-generated"
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        formataddr((clean_line(seller_name)[:100], own)),
        [address_checked(recipient)],
        reply_to=[reply_to] if reply_to else None,
        headers=headers,
    )
    mail.attach_alternative(letter.html, "text/html")
    return mail


def files_attach(
    mail: EmailMultiAlternatives, document: SalesDocument, *, kinds: tuple[str, ...]
) -> None:
    """Attach the document's files of these kinds, as they were stored.

    Raises ``NotFound`` FILE_MISSING and ``FileCorrupt``.
    """
    for file in document.files.filter(kind__in=kinds).order_by("kind"):
        content = open_verified(file.storage_key, file.sha256)
        mail.attach(f"{file_name(document.number)}.{file.kind}", content, _TYPES[file.kind])


def file_name(number: str) -> str:
    """A document's number as the name of a file anywhere."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", number).strip(".-") or "document"
