"""The file of a job, put together from its parts as a stream."""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec
import pikepdf
from django.utils import timezone

from saleor_invoices.desk.models import BulkItem, BulkJob
from saleor_invoices.desk.services.bulk_collect import EXPORTS, part_records
from saleor_invoices.exports.archive import Archive
from saleor_invoices.exports.context import NOTHING, ExportContext, context_of
from saleor_invoices.exports.names import Stems, stem_of
from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.invoices.models import SalesDocument

Parts = Iterable[Path]
"""Local copies, in order; each is gone when the next one is asked for, but for PDFs."""
Kind = BulkJob.Kind
_SUFFIXES = {Kind.ZIP: "zip", Kind.MERGED_PDF: "pdf", Kind.ARCHIVE: "zip"}
_TYPES = {
    Kind.ZIP: "application/zip",
    Kind.MERGED_PDF: "application/pdf",
    Kind.ARCHIVE: "application/zip",
}


def file_assemble(*, job: BulkJob, parts: Parts, path: Path) -> None:
    """Write the job's file to ``path``."""
    if job.kind in EXPORTS:
        _export(job, parts, path)
    elif job.kind == Kind.ZIP:
        _zip(parts, path)
    elif job.kind == Kind.ARCHIVE:
        _archive(parts, path)
    else:
        _merge(job, parts, path)


def file_name(job: BulkJob) -> str:
    """How a person finds it among their downloads."""
    kind, usual = Kind(job.kind), f"invoices-{timezone.localdate(job.created_at)}-{job.pk}"
    if kind not in EXPORTS:
        return f"{usual}.{_SUFFIXES[kind]}"
    writer = WRITERS[EXPORTS[kind]]
    stem = writer.stem(_context(job)) if writer.is_of_books else usual
    return f"{stem_of(stem)}.{writer.suffix}"


def content_type(job: BulkJob) -> str:
    """Of the job's file."""
    kind = Kind(job.kind)
    return _TYPES.get(kind) or WRITERS[EXPORTS[kind]].content_type


def _export(job: BulkJob, parts: Parts, path: Path) -> None:
    def records() -> Iterator[DocumentRecord]:
        for part in parts:
            yield from part_records(part)

    with path.open("wb") as out:
        WRITERS[EXPORTS[Kind(job.kind)]].write(records(), out, _context(job))


def _context(job: BulkJob) -> ExportContext:
    """What the file says of itself; made at the job's start, so that it is the same made again."""
    if not WRITERS[EXPORTS[Kind(job.kind)]].is_of_books:
        return NOTHING
    done = BulkItem.objects.filter(job=job, outcome=BulkItem.Outcome.DONE)
    rows = SalesDocument.objects.filter(
        installation=job.installation, pk__in=done.values("document_id")
    )
    return context_of(installation=job.installation, rows=rows, made_at=job.created_at)


def _archive(parts: Parts, path: Path) -> None:
    decoder = msgspec.json.Decoder(DocumentRecord)
    with Archive(path) as archive:
        for part in parts:
            with zipfile.ZipFile(part) as source:
                names = source.namelist()
                for name in (one for one in names if one.endswith(".json")):
                    stem = name.removesuffix(".json")
                    with ExitStack() as opened:
                        files: dict[str, IO[bytes]] = {
                            suffix: opened.enter_context(source.open(f"{stem}.{suffix}"))
                            for suffix in ("pdf", "xml")
                            if f"{stem}.{suffix}" in names
                        }
                        archive.add(decoder.decode(source.read(name)), files)


def _zip(parts: Parts, path: Path) -> None:
    stems = Stems()
    with zipfile.ZipFile(path, "w") as out:
        for part in parts:
            renamed: dict[str, str] = {}
            with zipfile.ZipFile(part) as source:
                for entry in source.infolist():
                    stem, _, suffix = entry.filename.rpartition(".")
                    if stem not in renamed:
                        renamed[stem] = stems.free(stem)
                    copy = zipfile.ZipInfo(f"{renamed[stem]}.{suffix}", entry.date_time)
                    copy.file_size = entry.file_size  # tells whether it needs 64 bits
                    with source.open(entry) as read, out.open(copy, "w") as write:
                        shutil.copyfileobj(read, write)


def _merge(job: BulkJob, parts: Parts, path: Path) -> None:
    with pikepdf.new() as merged:
        sources = [pikepdf.open(part) for part in parts]  # open until the pages are written
        for source in sources:
            merged.pages.extend(source.pages)
        _outline(job, merged)
        merged.docinfo["/Title"] = file_name(job)
        merged.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for source in sources:
            source.close()


def _outline(job: BulkJob, merged: pikepdf.Pdf) -> None:
    """A bookmark for each document, at its first page."""
    rows = BulkItem.objects.filter(job=job, outcome=BulkItem.Outcome.DONE).order_by("position")
    page = 0
    with merged.open_outline() as outline:
        for number, pages in rows.values_list("document_number", "pages"):
            outline.root.append(pikepdf.OutlineItem(number, page))
            page += pages
