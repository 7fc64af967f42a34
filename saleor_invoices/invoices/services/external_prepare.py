"""One document of another system as rows to keep: checked for what the database can hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document, OrderReference, SaleReference
from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import ExternalReference, SalesDocument
from saleor_invoices.invoices.services.document_issue import indexed_columns
from saleor_invoices.invoices.services.external_record import ExternalRecord, Intake
from saleor_invoices.stores.values import https_url

Link = ExternalReference.Link
_LONGEST = {
    "number": 255, "channel": 255, "language": 20, "customer_email": 320, "customer_id": 200,
    "external_id": 200, "order_given": 200, "order_number": 255, "order_reference": 255,
    "customer_given": 200,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A record with everything that is written of it; ``columns`` are the document's."""

    record: ExternalRecord
    final: Document
    columns: dict[str, Any]
    reference: dict[str, Any]
    payment_url: str = ""
    findings: Sequence[Finding] = ()

    @property
    def is_owed(self) -> bool:
        """Whether it is an invoice, on which something may be owed."""
        return self.final.kind == DocumentKind.INVOICE


def external_prepare(intake: Intake, record: ExternalRecord) -> Prepared:
    """The record as rows. Raises ``InvalidInput`` for what can't be kept."""
    final = _final(intake, record)
    columns = indexed_columns(final)
    columns |= {
        # What the source says was paid comes as money of its own: only what is left is owed here.
        "collectable_minor": columns["payable_minor"],
        "channel": record.channel or columns["channel"],
        "customer_id": "",  # until Saleor was asked
        "snapshot": _encoded(final),
        "issued_at": datetime.combine(final.issue_date, time(12), UTC)
        if final.issue_date
        else None,
    }
    reference = _reference(record)
    _refuse_unkeepable({**columns, **reference})
    url, findings = _payment_url(record)
    return Prepared(
        record=record,
        final=final,
        columns=columns,
        reference=reference,
        payment_url=url,
        findings=findings,
    )


def external_pk(intake: Intake, external_id: str, before: int) -> UUID:
    """The document's key, the same each time it is tried: files that a crash left behind are met
    again. ``before``: how many of this name were deleted.
    """
    return uuid5(intake.installation.uuid, f"{intake.source_system}\n{external_id}\n{before}")


def new_columns(intake: Intake) -> dict[str, Any]:
    """The columns that all new documents of an intake share."""
    return {
        "installation_id": intake.installation.pk,
        "legal_entity_id": intake.legal_entity.pk,
        "state": DocumentState.ISSUED.value,
        "source": SalesDocument.Source.IMPORTED.value,
    }


def refusal(error: Exception) -> Finding:
    """An error as what is wrong with a record."""
    if isinstance(error, AppError):
        remedy = str(error.params.get("remedy", "")) or "Correct it in the source, and import anew."
        column = {"column": str(error.params["field"])} if "field" in error.params else {}
        return blocking(error.code, error.message, remedy=remedy, **column)
    return blocking(
        "DOCUMENT_INVALID",
        "The document holds something that can't be kept.",
        remedy="Look for odd characters or amounts in it.",
    )


def _final(intake: Intake, record: ExternalRecord) -> Document:
    document = record.document
    if not document.number or document.issue_date is None:
        raise InvalidInput("It has no number or no date.", code="NUMBER_MISSING")
    if document.kind == DocumentKind.PROFORMA:
        raise InvalidInput("A proforma is no document of the books.", code="KIND_UNSUPPORTED")
    changes: dict[str, Any] = {"presentation": intake.look}
    if not document.seller.name:
        changes["seller"] = intake.seller
    if document.order is None and document.sale is None:
        changes |= _of_sale(record)
    return replace(document, **changes)


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


def _reference(record: ExternalRecord) -> dict[str, Any]:
    names_any = bool(record.order) or bool(record.customer.id or record.customer.email)
    return {
        "external_id": record.external_id,
        "fingerprint": record.fingerprint,
        "order_given": record.order.id,
        "order_number": record.order.number,
        "order_reference": record.order.external_reference,
        "customer_given": record.customer.id,
        "customer_email": record.customer.email,
        "link": (Link.PENDING if names_any else Link.NONE).value,
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


def _payment_url(record: ExternalRecord) -> tuple[str, tuple[Finding, ...]]:
    try:
        return https_url(record.payment_url), ()
    except ValueError as error:
        found = warning(
            "PAYMENT_URL_INVALID",
            f"The payment address {error}; it is left out.",
            remedy="Give an address that begins with https://.",
        )
        return "", (found,)
