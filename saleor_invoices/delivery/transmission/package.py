"""What is handed over of a document: its XML and who it is from and for."""

from saleor_invoices.delivery.compose.mail import address_checked
from saleor_invoices.delivery.models import Transmission
from saleor_invoices.delivery.transmission.port import Package
from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document, Identifier, Party
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.invoices.models import DocumentFile

MAIL_SCHEME = "EM"  # of the code list EAS: the electronic address is an e-mail address


def package_of(row: Transmission) -> Package:
    """The package of a transmission.

    Raises ``Conflict`` NO_EINVOICE, and what reading the file raises.
    """
    file = row.document.files.filter(kind=DocumentFile.Kind.XML).first()
    if file is None:
        raise Conflict("The document has no e-invoice to send.", code="NO_EINVOICE")
    document = codec.decode(bytes(row.document.snapshot))
    choice = document.einvoice
    return Package(
        document=row.document,
        idempotency_key=row.idempotency_key,
        xml=open_verified(file.storage_key, file.sha256),
        profile=choice.profile if choice else "",
        syntax=choice.syntax if choice else "",
        sender=_identifier(document.seller),
        receiver=_identifier(document.buyer),
        buyer_email=_buyer_email(document, row.document.customer_email),
        requested_by=row.requested_by,
    )


def _identifier(party: Party) -> Identifier:
    """The electronic address (BT-34, BT-49), else the VAT id, else nothing."""
    if party.electronic_address is not None:
        return party.electronic_address
    return Identifier(value=party.vat_id, scheme="VAT" if party.vat_id else "")


def _buyer_email(document: Document, customer_email: str) -> str:
    """Where a mail goes: BT-49 of scheme EM, else BT-58, else the order's address; else empty."""
    electronic, contact = document.buyer.electronic_address, document.buyer.contact
    candidates = (
        electronic.value if electronic and electronic.scheme == MAIL_SCHEME else "",
        contact.email if contact else "",
        customer_email,
    )
    for candidate in candidates:
        try:
            return address_checked(candidate)
        except InvalidInput:
            continue
    return ""
