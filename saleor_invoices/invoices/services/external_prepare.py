"""One document of another system as rows to keep: checked for what the database can hold.

Pure, as is all that it imports: a process without a database prepares most documents.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, TypedDict

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.columns import IndexedColumns, indexed_columns
from saleor_invoices.domain.document import (
    Document,
    OrderReference,
    Party,
    Presentation,
    SaleReference,
)
from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.vat_shares import VatShare, vat_shares
from saleor_invoices.invoices.services.external_record import (
    AttachedFile,
    ExternalRecord,
    PaidAmount,
)

LONGEST_REFERENCE = 120
_LONGEST = {
    "number": 255, "channel": 255, "language": 20, "customer_email": 320, "customer_id": 200,
    "external_id": 200, "order_given": 200, "order_number": 255, "order_reference": 255,
    "customer_given": 200,
}  # fmt: skip


class DocumentColumns(IndexedColumns):
    """What the document's row says of it."""

    snapshot: bytes
    issued_at: datetime


class ReferenceColumns(TypedDict):
    """What its ``ExternalReference`` says of it."""

    external_id: str
    fingerprint: str
    order_given: str
    order_number: str
    order_reference: str
    customer_given: str
    customer_email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What a document gets that does not say it, or has none of its own."""

    seller: Party
    look: Presentation  # of those whose PDF is made here


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document with everything that is written of it."""

    columns: DocumentColumns
    reference: ReferenceColumns
    shares: tuple[VatShare, ...]
    payments: tuple[PaidAmount, ...] = ()
    payment_url: str = ""  # as given
    preceding: str = ""  # the number of the one invoice that it names
    names_seller: bool = False
    pdf: AttachedFile | None = None
    xml: AttachedFile | None = None

    @property
    def external_id(self) -> str:
        """Its id in its source."""
        return self.reference["external_id"]

    @property
    def fingerprint(self) -> str:
        """Of all that its source said."""
        return self.reference["fingerprint"]

    @property
    def number(self) -> str:
        """BT-1."""
        return self.columns["number"]

    @property
    def currency(self) -> str:
        """BT-5."""
        return self.columns["currency"]

    @property
    def issue_date(self) -> date:
        """BT-2."""
        return self.columns["issued_at"].date()

    @property
    def is_owed(self) -> bool:
        """Whether it is an invoice, on which something may be owed."""
        return self.columns["kind"] == DocumentKind.INVOICE

    @property
    def is_linkable(self) -> bool:
        """Whether it names an order or a customer of Saleor."""
        named = ("order_given", "order_number", "order_reference", "customer_given")
        said: dict[str, Any] = {**self.reference}
        return any(said[name] for name in (*named, "customer_email"))

    def document(self) -> Document:
        """All that it says."""
        return codec.decode(self.columns["snapshot"])


def external_prepare(record: ExternalRecord, books: Books) -> Prepared:
    """The record as rows. Raises ``InvalidInput`` for what can't be kept."""
    final, day = _final(record, books)
    indexed = indexed_columns(final)
    columns: DocumentColumns = {
        **indexed,
        # What the source says was paid comes as money of its own: only what is left is owed here.
        "collectable_minor": indexed["payable_minor"],
        "channel": record.channel or indexed["channel"],
        "customer_id": "",  # until Saleor was asked
        "snapshot": _encoded(final),
        "issued_at": datetime.combine(day, time(12), UTC),
    }
    reference = _reference(record)
    _refuse_unkeepable({**columns, **reference})
    refuse_payments(record.payments, final.currency)
    before = final.preceding_invoices
    return Prepared(
        columns=columns,
        reference=reference,
        shares=vat_shares(final),
        payments=record.payments,
        payment_url=record.payment_url,
        preceding=before[0].number if len(before) == 1 else "",
        names_seller=bool(record.document.seller.name),
        pdf=record.pdf,
        xml=record.xml,
    )


def refusal(error: Exception) -> Finding:
    """An error as what is wrong with a record."""
    if isinstance(error, AppError):
        remedy = str(error.params.get("remedy", "")) or "Correct it in the source, and import anew."
        shown = {"field": "column", "most": "most"}
        told = {name: error.params[of] for of, name in shown.items() if of in error.params}
        return blocking(error.code, error.message, remedy=remedy, **told)
    return blocking(
        "DOCUMENT_INVALID",
        "The document holds something that can't be kept.",
        remedy="Look for odd characters or amounts in it.",
    )


def refuse_payments(payments: tuple[PaidAmount, ...], currency: str) -> None:
    """Raise ``InvalidInput`` PAYMENT_INVALID for money that the ledger can't hold."""
    for paid in payments:
        payment_minor(paid, currency)
        if len(paid.reference) > LONGEST_REFERENCE or "\x00" in paid.reference + paid.method:
            raise _invalid("reference", "The reference of a payment can't be kept.")


def payment_minor(paid: PaidAmount, currency: str) -> int:
    """The money in smallest units. Raises ``InvalidInput`` PAYMENT_INVALID."""
    try:
        return to_minor(paid.amount, currency)
    except InvalidInput as error:
        raise _invalid("amount", f"A payment can't be kept: {error.message}") from error


def _invalid(field: str, message: str) -> InvalidInput:
    return InvalidInput(message, code="PAYMENT_INVALID", params={"field": field})


def _final(record: ExternalRecord, books: Books) -> tuple[Document, date]:
    document = record.document
    if not document.number or document.issue_date is None:
        raise InvalidInput("It has no number or no date.", code="NUMBER_MISSING")
    if document.kind == DocumentKind.PROFORMA:
        raise InvalidInput("A proforma is no document of the books.", code="KIND_UNSUPPORTED")
    changes: dict[str, Any] = {"presentation": books.look}
    if not document.seller.name:
        changes["seller"] = books.seller
    if document.order is None and document.sale is None:
        changes |= _of_sale(record)
    return replace(document, **changes), document.issue_date


def _of_sale(record: ExternalRecord) -> dict[str, Any]:
    if record.order.number:
        order = OrderReference(
            id="",  # which order of ours it is, the link says
            number=record.order.number,
            channel=record.channel,
            customer_email=record.customer.email,
        )
        return {"order": order}
    if record.channel or record.customer.email:
        sale = SaleReference(channel=record.channel, customer_email=record.customer.email)
        return {"sale": sale}
    return {}


def _encoded(final: Document) -> bytes:
    try:
        return codec.encode(final)
    except UnicodeEncodeError as error:
        raise InvalidInput("A text holds half a character.", code="TEXT_INVALID") from error


def _reference(record: ExternalRecord) -> ReferenceColumns:
    return {
        "external_id": record.external_id,
        "fingerprint": record.fingerprint,
        "order_given": record.order.id,
        "order_number": record.order.number,
        "order_reference": record.order.external_reference,
        "customer_given": record.customer.id,
        "customer_email": record.customer.email,
    }


def _refuse_unkeepable(columns: dict[str, Any]) -> None:
    if not columns["external_id"]:
        raise InvalidInput("It has no id in its source.", code="EXTERNAL_ID_MISSING")
    for name, most in _LONGEST.items():
        if len(columns[name]) > most:
            raise InvalidInput(
                f"{name} has more than {most} characters.",
                code="TEXT_TOO_LONG",
                params={"field": name, "most": most},
            )
    for name, value in columns.items():
        if isinstance(value, str) and "\x00" in value:
            raise InvalidInput(f"{name} holds NUL.", code="TEXT_INVALID", params={"field": name})
