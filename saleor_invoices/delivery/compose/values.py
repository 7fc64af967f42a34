"""What a mail can say about a document, as flat text in the mail's language."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from saleor_invoices.delivery.words import words_for
from saleor_invoices.documents.formats import Formats
from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.money import from_minor
from saleor_invoices.invoices.models import SalesDocument

Values = dict[str, str]
LONGEST_NAME = 100
_WEB_ADDRESS = re.compile(r"\S*(?:://|\bwww\.|\w\.[a-z]{2,}/)", re.IGNORECASE)
_SAMPLE_DUE = date(2026, 2, 28)
_SAMPLE_ISSUED = date(2026, 2, 14)


def document_values(
    row: SalesDocument, *, language: str, link: str = "", message: str = "", today: date
) -> Values:
    """The values of an issued document; ``amount_due`` is what is owed now, empty if nothing."""
    document = codec.decode(bytes(row.snapshot))
    formats = _formats(document, language)
    owed = _owed(row)
    due = row.due_date
    return cleaned(
        document=words_for(language).name(DocumentKind(row.kind)),
        kind=row.kind,
        number=row.number,
        issue_date=formats.long_date(row.issue_date) if row.issue_date else "",
        due_date=formats.long_date(due) if due else "",
        days_overdue=str((today - due).days) if due and owed and today > due else "",
        total=formats.money(from_minor(row.gross_minor, row.currency)),
        amount_due=formats.money(owed) if owed else "",
        buyer_name=_addressee(document.buyer.person or document.buyer.name),
        seller_name=document.seller.trading_name or document.seller.name,
        order_number=row.order_number,
        preceding_number=", ".join(one.number for one in document.preceding_invoices),
        link=link,
        message=message,
    )


def sample_values(
    *, language: str, kind: DocumentKind, seller_name: str, country: str, link: str
) -> Values:
    """Made-up values, to try texts out without showing anybody's document."""
    formats = Formats(language=language, country=country, currency="EUR")
    amount = formats.money(Decimal("123.45"))
    return cleaned(
        document=words_for(language).name(kind),
        kind=kind.value,
        number="2026-00042",
        issue_date=formats.long_date(_SAMPLE_ISSUED),
        due_date=formats.long_date(_SAMPLE_DUE),
        days_overdue="7",
        total=amount,
        amount_due="" if kind is DocumentKind.CREDIT_NOTE else amount,
        buyer_name="Sample Buyer",
        seller_name=seller_name,
        order_number="1001",
        preceding_number="2026-00041" if kind is DocumentKind.CREDIT_NOTE else "",
        link=link,
    )


def cleaned(**values: str) -> Values:
    """Values without control characters; only ``message`` keeps its line breaks."""
    kept = {name: clean_line(value) for name, value in values.items() if name != "message"}
    if "message" in values:
        lines = values["message"].replace("\r\n", "\n").split("\n")
        kept["message"] = "\n".join(map(clean_line, lines)).strip()
    return kept


def clean_line(text: str) -> str:
    """One line: control characters and line separators become spaces, runs of them one."""
    return re.sub(" {2,}", " ", printable(text)).strip()


def printable(text: str) -> str:
    """The text with a space for each control character and line separator."""
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") else character
        for character in text
    )


def _addressee(name: str) -> str:
    """The name up to a web address in it: a guest may order with somebody else's mail address.

    What such a guest calls themselves is then the first line of our mail, and programs make links
    of addresses.
    """
    return _WEB_ADDRESS.split(name, maxsplit=1)[0].strip()[:LONGEST_NAME]


def _formats(document: Document, language: str) -> Formats:
    # The document's own regional language says more than the mail's two letters.
    tag = document.language if document.language.startswith(language) else language
    country = document.seller.address.country
    return Formats(language=tag, country=country, currency=document.currency)


def _owed(row: SalesDocument) -> Decimal:
    payment = getattr(row, "payment", None)
    if payment is None or row.kind != DocumentKind.INVOICE or payment.balance_minor <= 0:
        return Decimal(0)
    return from_minor(payment.balance_minor, row.currency)
