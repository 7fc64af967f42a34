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
from saleor_invoices.domain.errors import AppError
from saleor_invoices.exports.archive import entry
from saleor_invoices.exports.books.booking import left_out
from saleor_invoices.exports.files import PDF, XML, Files, document_files
from saleor_invoices.exports.names import Stems, stem_of
from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.exports.source import records_of
from saleor_invoices.invoices.models import DocumentFile, SalesDocument

Kind, Outcome = BulkJob.Kind, BulkItem.Outcome
EXPORTS = {
    Kind.EXPORT_CSV: "csv",
    Kind.EXPORT_XLSX: "xlsx",
    Kind.EXPORT_JSONL: "jsonl",
    Kind.EXPORT_DATEV: "datev",
    Kind.EXPORT_FEC: "fec",
    Kind.EXPORT_SAFT: "saft",
    Kind.EXPORT_OSS: "oss",
}
_ENCODER = msgspec.json.Encoder(decimal_format="string")
LEFT_OUT = {
    "DOCUMENT_NOT_ISSUED": "A draft is not booked.",
    "DOCUMENT_IN_TEST_MODE": "A document in test mode is not booked.",
    "DOCUMENT_IS_PROFORMA": "A proforma is not booked.",
}


def part_collect(*, job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    """Write what the documents have to a file, and note on each item what came of it.

    Returns whether there is anything in the file; the caller saves the items.
    """
    if job.kind in EXPORTS:
        return _records(job, items, path)
    if job.kind == Kind.ZIP:
        return _zip(job, items, path)
    if job.kind == Kind.ARCHIVE:
        return _archive(job, items, path)
    return _merged(job, items, path)


def part_records(path: Path) -> Iterator[DocumentRecord]:
    """The rows that ``part_collect`` wrote for an export."""
    decoder = msgspec.json.Decoder(DocumentRecord)
    with path.open("rb") as lines:
        for line in lines:
            yield decoder.decode(line)


def _records(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    waiting = {str(item.document_id): item for item in items}
    writer = WRITERS[EXPORTS[Kind(job.kind)]]
    ids = [item.document_id for item in items]
    written = 0
    with path.open("wb") as out:
        for record in records_of(installation=job.installation, ids=ids, depth=writer.depth):
            why = left_out(record) if writer.is_of_books else ""
            if not why:
                out.write(_ENCODER.encode(record) + b"\n")
                written += 1
            result = Result(Outcome.SKIPPED, why, LEFT_OUT[why]) if why else Result()
            note(waiting.pop(record.id), result)
    for item in waiting.values():
        note(item, GONE)
    return written > 0


def _zip(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    stems = Stems()
    with zipfile.ZipFile(path, "w") as archive:  # stored: what is in a PDF is packed already
        for item, document, files in _opened(job, items, PDF, XML):
            name = stems.free(stem_of(document.number) or document.pk.hex)
            for kind, content in files.items():
                archive.writestr(entry(f"{name}.{kind}", document.issue_date), content)
            note(item, Result())
        return bool(archive.namelist())


def _archive(job: BulkJob, items: list[BulkItem], path: Path) -> bool:
    """What is known of each issued document, with its files; the items say which lack theirs."""
    ids = [item.document_id for item in items]
    records = {one.id: one for one in records_of(installation=job.installation, ids=ids)}
    with zipfile.ZipFile(path, "w") as archive:
        for item, document, files in _found(job, items, PDF, XML):
            record = records.get(str(item.document_id))
            if document is None or record is None or item.code == "DOCUMENT_NOT_ISSUED":
                continue
            if files or record.erased:  # of an erased one the data is all there is
                note(item, Result())
            name = f"{item.position:06}"
            archive.writestr(entry(f"{name}.json", None), _ENCODER.encode(record))
            for kind, content in files.items():
                archive.writestr(entry(f"{name}.{kind}", None), content)
        return bool(archive.namelist())


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
    for item, document, files in _found(job, items, *kinds):
        if document is not None and files:
            yield item, document, files


def _found(
    job: BulkJob, items: list[BulkItem], *kinds: DocumentFile.Kind
) -> Iterator[tuple[BulkItem, SalesDocument | None, Files]]:
    """Each item with its document and files, as far as they are there; else it says why."""
    rows = SalesDocument.objects.filter(
        installation=job.installation, pk__in=[item.document_id for item in items]
    )
    found = {row.pk: row for row in rows.select_related("installation").defer("snapshot")}
    for item in items:
        document = found.get(item.document_id)
        files: Files = {}
        if document is None:
            note(item, GONE)
        else:
            try:
                files = document_files(document, kinds)
            except AppError as error:
                note(item, refused(error))
        yield item, document, files
