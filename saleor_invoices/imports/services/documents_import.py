"""Documents that another system brings by the API: few at a time, answered one by one."""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from django.db import transaction

from saleor_invoices import background
from saleor_invoices.domain.errors import AppError, Conflict, InvalidInput
from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.models import ImportJob, ImportRequest
from saleor_invoices.imports.records import AttachedFile, ReadOptions
from saleor_invoices.imports.services.row_report import finding_kept
from saleor_invoices.imports.shapes import convert, record_of
from saleor_invoices.invoices.services.external_accept import externals_accept, source_lock
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_links_follow import LINK_TASK
from saleor_invoices.invoices.services.external_prepare import (
    Books,
    Prepared,
    external_prepare,
    refusal,
)
from saleor_invoices.invoices.services.external_record import Accepted, Kept, Policy
from saleor_invoices.stores.models import Installation, LegalEntity

MOST_DOCUMENTS = 100
PDF_BEGINS = b"%PDF-"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenDocument:
    """One document as the API was told it: an ``InvoiceShape`` on the wire, and its PDF."""

    values: Mapping[str, object]
    pdf: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """What to bring, into whose books, under which rules."""

    legal_entity: LegalEntity
    source_system: str
    documents: Sequence[GivenDocument]
    policy: ImportJob.Policy = ImportJob.Policy.REFUSE
    publish: bool = True
    currency: str = ""
    language: str = "en"

    def fingerprint(self) -> str:
        """Alike for the same order only."""
        said = [
            self.legal_entity.pk,
            self.source_system,
            self.policy.value,
            self.publish,
            self.currency,
            self.language,
            [(one.values, hashlib.sha256(one.pdf).hexdigest()) for one in self.documents],
        ]
        return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()


class ItemAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one document."""

    position: int
    outcome: str
    external_id: str = ""
    number: str = ""
    document_id: UUID | None = None
    is_credit_note: bool = False
    findings: tuple[dict[str, str], ...] = ()


def documents_import(
    *, installation: Installation, order: ImportOrder, key: str, actor: str
) -> list[ItemAnswer]:
    """Keep the documents, each by itself; the same key of the same caller has the first answer.

    Raises ``Conflict`` IDEMPOTENCY_MISMATCH where the key was of another order.
    """
    intake = Intake(
        installation=installation,
        legal_entity=order.legal_entity,
        source_system=order.source_system,
        actor=actor,
        policy=Policy(order.policy.value),
        publish=order.publish,
    )
    fingerprint = order.fingerprint()
    with tempfile.TemporaryDirectory() as folder:
        read = [
            _read(one, order, intake.books, Path(folder) / str(place))
            for place, one in enumerate(order.documents)
        ]
        with transaction.atomic():
            source_lock(intake)  # first: of two with one key, one waits here and finds the answer
            known = ImportRequest.objects.filter(
                installation=installation, actor=actor, key=key
            ).first()
            if known is not None:
                return _repeated(known, fingerprint)
            answers = _kept(intake, read)
            ImportRequest.objects.create(
                installation=installation,
                actor=actor,
                key=key,
                fingerprint=fingerprint,
                answer=msgspec.to_builtins(answers),
            )
            background.enqueue(LINK_TASK, installation.pk)
    return answers


_Read = tuple[Prepared | None, tuple[Finding, ...], Mapping[str, object]]


def _read(given: GivenDocument, order: ImportOrder, books: Books, path: Path) -> _Read:
    options = ReadOptions(currency=order.currency, language=order.language)
    try:
        pdf = _attached(given.pdf, path)
        record, findings = record_of(convert(given.values), options=options, pdf=pdf)
        prepared = external_prepare(record, books) if record else None
    except AppError as error:
        return None, (refusal(error),), given.values
    return prepared, findings, given.values


def _attached(content: bytes, path: Path) -> AttachedFile | None:
    if not content:
        return None
    if not content.startswith(PDF_BEGINS):
        raise InvalidInput("This is no PDF.", code="PDF_INVALID", params={"field": "pdf"})
    path.write_bytes(content)
    return AttachedFile(path=path, name="", sha256=hashlib.sha256(content).hexdigest())


def _kept(intake: Intake, read: Sequence[_Read]) -> list[ItemAnswer]:
    documents = [prepared for prepared, _, _ in read if prepared is not None]
    kept = iter(externals_accept(intake=intake, documents=documents) if documents else ())
    answers = []
    for position, (prepared, findings, values) in enumerate(read, 1):
        result = Accepted(kept=Kept.REJECTED) if prepared is None else next(kept)
        answers.append(
            ItemAnswer(
                position=position,
                outcome=result.kept.value,
                external_id=prepared.external_id if prepared else str(values.get("externalId", "")),
                number=prepared.number if prepared else str(values.get("number", "")),
                document_id=result.document_id,
                is_credit_note=prepared is not None and not prepared.is_owed,
                findings=tuple(finding_kept(one) for one in (*findings, *result.findings)),
            )
        )
    return answers


def _repeated(known: ImportRequest, fingerprint: str) -> list[ItemAnswer]:
    if known.fingerprint != fingerprint:
        raise Conflict(
            "This idempotency key was used for other documents.",
            code="IDEMPOTENCY_MISMATCH",
            params={"field": "idempotencyKey"},
        )
    return msgspec.convert(known.answer, list[ItemAnswer])
