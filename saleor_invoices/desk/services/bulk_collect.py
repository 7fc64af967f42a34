"""What goes into a job's file, some documents at a time, each part kept in the storage.

A part is named by its place alone, so that one that is done again is the same one.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services.bulk_act import GONE, Result, note, refused
from saleor_invoices.exports.names import Stems, stem_of
from saleor_invoices.domain.errors import AppError, Conflict, NotFound
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.source import records_of
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.document_open import document_open

Kind, Outcome = BulkJob.Kind, BulkItem.Outcome
PDF = DocumentFile.Kind.PDF
Files = dict[DocumentFile.Kind, bytes]
EXPORTS = {Kind.EXPORT_CSV: "csv", Kind.EXPORT_XLSX: "xlsx", Kind.EXPORT_JSONL: "jsonl"}


def part_collect(*, job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    """Write what the documents have to a file, and note on each item what came of it.

    Returns whether there is anything in the file; the caller saves the items.
    """
    if job.kind in EXPORTS:
        return _records(job, items, path)
    if job.kind == Kind.ZIP:
        return _zip(job, items, path)
    return _merged(job, items, path)


def part_records(path: Path) -> Iterator[DocumentRecord]:
    """The rows that ``part_collect`` wrote for an export."""
    decoder = msgspec.json.Decoder(DocumentRecord)
    with path.open("rb") as lines:
        for line in lines:
            yield decoder.decode(line)


def _records(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    waiting = {str(item.document_id): item for item in items}
    encoder = msgspec.json.Encoder(decimal_format="string")
    ids = [item.document_id for item in items]
    with path.open("wb") as out:
        for record in records_of(installation=job.installation, ids=ids):
            out.write(encoder.encode(record) + b"\n")
            note(waiting.pop(record.id), Result())
    for item in waiting.values():
        note(item, GONE)
    return len(waiting) < len(items)


def _zip(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    stems = Stems()
    with zipfile.ZipFile(path, "w") as archive:  # stored: what is in a PDF is packed already
        for item, document, files in _opened(job, items, PDF, DocumentFile.Kind.XML):
            name = stems.free(stem_of(document.number) or document.pk.hex)
            for kind, content in files.items():
                archive.writestr(_entry(document, f"{name}.{kind}"), content)
            note(item, Result())
        return bool(archive.namelist())


def _entry(document: SalesDocument, name: str) -> zipfile.ZipInfo:
    day = document.issue_date
    # The day of issue, so that the same documents make the same archive; it begins with 1980.
    at = (max(day.year, 1980), day.month, day.day) if day else (1980, 1, 1)
    return zipfile.ZipInfo(name, (*at, 0, 0, 0))


def _merged(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    with pikepdf.new() as merged:
        sources = []  # must stay open until the pages are written
        for item, _, files in _opened(job, items, PDF):
            try:
                source = pikepdf.open(io.BytesIO(files[PDF]))
            except pikepdf.PdfError:
                note(item, Result(Outcome.FAILED, "PDF_UNREADABLE", "Its PDF can't be read."))
                continue
            sources.append(source)
            merged.pages.extend(source.pages)
            note(item, Result(pages=len(source.pages)))
        if sources:
            merged.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for source in sources:
            source.close()
        return bool(sources)


def _opened(
    job: BulkJob, items: list[BulkItem], *kinds: DocumentFile.Kind
) -> Iterator[tuple[BulkItem, SalesDocument, Files]]:
    """Each document that has a PDF, with its files; where there is none, the item says why."""
    rows = SalesDocument.objects.filter(
        installation=job.installation, pk__in=[item.document_id for item in items]
    )
    found = {row.pk: row for row in rows.select_related("installation").defer("snapshot")}
    for item in items:
        document = found.get(item.document_id)
        if document is None:
            note(item, GONE)
            continue
        try:
            files = _files(document, kinds)
        except AppError as error:
            note(item, refused(error))
            continue
        yield item, document, files


def _files(document: SalesDocument, kinds: tuple[DocumentFile.Kind, ...]) -> Files:
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft has no PDF.", code="DOCUMENT_NOT_ISSUED")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    opened = {kind: document_open(document=document, kind=kind) for kind in kinds}
    if opened[PDF] is None:
        raise NotFound("Its PDF is not there yet; try again in a minute.", code="PDF_MISSING")
    return {kind: file.content for kind, file in opened.items() if file is not None}
