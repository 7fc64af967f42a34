"""One file of any number of documents, written at once and as a stream.

For the command line; people in the dashboard start a job, which stops and goes on
(``desk.services.bulk_work``).
"""

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import islice
from pathlib import Path

import pikepdf
from django.db.models import QuerySet

from saleor_invoices.domain.errors import AppError
from saleor_invoices.exports.archive import Archive, entry
from saleor_invoices.exports.checks import export_prepare
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.files import PDF, XML, Files, document_files
from saleor_invoices.exports.names import Stems, stem_of
from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.exports.source import records_in, records_of, streamed
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation

FILES = {"archive": "zip", "zip": "zip", "pdf": "pdf"}
"""Formats of stored files, by their suffixes."""
FORMATS = (*WRITERS, *FILES)
AT_ONCE = 25
"""Documents whose files are held in memory."""
Tell = Callable[[int], None]


@dataclass(slots=True)
class Outcome:
    """What came of an export: how many documents are in it, and which lack their files and why."""

    written: int = 0
    lacking: list[tuple[str, str]] = field(default_factory=list)  # number, code


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """An export that can begin: nothing that its format needs is missing."""

    installation: Installation
    rows: QuerySet[SalesDocument]
    format: str
    context: ExportContext

    @classmethod
    def prepared(
        cls,
        *,
        installation: Installation,
        rows: QuerySet[SalesDocument],
        format: str,  # noqa: A002 as people call it
        made_at: datetime,
    ) -> "Export":
        """Raises ``InvalidInput`` as ``export_prepare``."""
        context = NOTHING
        if format in WRITERS:
            context = export_prepare(
                installation=installation, writer=WRITERS[format], rows=rows, made_at=made_at
            )
        return cls(installation=installation, rows=rows, format=format, context=context)

    @property
    def file_name(self) -> str:
        """As whoever reads such files wants it."""
        if self.format in FILES:
            return f"invoices.{FILES[self.format]}"
        writer = WRITERS[self.format]
        return f"{stem_of(writer.stem(self.context))}.{writer.suffix}"

    def write(self, path: Path, tell: Tell) -> Outcome:
        """Make the file: all of it, or none. ``tell`` hears how many documents were read."""
        rows, outcome = self.rows.order_by("issue_date", "pk"), Outcome()
        with _whole(path) as part:
            if self.format in FILES:
                _FILES[self.format](self.installation, rows, part, outcome, tell)
                return outcome
            writer = WRITERS[self.format]
            with part.open("wb") as out, streamed():
                records = _told(records_in(rows, depth=writer.depth), outcome, tell)
                writer.write(records, out, self.context)
        return outcome


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the wanted one, which takes its place when it is whole."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
    ) as made:
        part = Path(made.name)
    try:
        yield part
        part.chmod(0o600)  # names and addresses of people
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _told(
    records: Iterable[DocumentRecord], outcome: Outcome, tell: Tell
) -> Iterator[DocumentRecord]:
    for record in records:
        yield record
        outcome.written += 1
        if not outcome.written % 1_000:
            tell(outcome.written)


def _each(
    rows: QuerySet[SalesDocument], outcome: Outcome, tell: Tell
) -> Iterator[tuple[SalesDocument, Files]]:
    """Each issued document with its files, which may be none; the outcome says why."""
    for number, document in enumerate(_documents(rows), start=1):
        files: Files = {}
        try:
            files = document_files(document, (PDF, XML))
        except AppError as error:
            if error.code == "DOCUMENT_NOT_ISSUED":
                continue
            outcome.lacking.append((document.number, error.code))
        yield document, files
        if not number % 100:
            tell(number)


def _documents(rows: QuerySet[SalesDocument]) -> Iterator[SalesDocument]:
    """A few at a time, with no cursor open between: a file may be made now, which writes rows."""
    waiting = iter(list(rows.values_list("pk", flat=True)))
    while ids := list(islice(waiting, AT_ONCE)):
        yield from rows.filter(pk__in=ids).select_related("installation").defer("snapshot")


def _archive(
    store: Installation, rows: QuerySet[SalesDocument], path: Path, outcome: Outcome, tell: Tell
) -> None:
    waiting = _each(rows, outcome, tell)
    with Archive(path) as archive:
        while batch := list(islice(waiting, AT_ONCE)):
            files = {str(document.pk): found for document, found in batch}
            ids = [document.pk for document, _ in batch]
            for record in records_of(installation=store, ids=ids):
                found = files[record.id]
                archive.add(record, {str(kind): BytesIO(one) for kind, one in found.items()})
                outcome.written += 1


def _zip(
    _: Installation, rows: QuerySet[SalesDocument], path: Path, outcome: Outcome, tell: Tell
) -> None:
    stems = Stems()
    with zipfile.ZipFile(path, "w") as archive:
        for document, files in _each(rows, outcome, tell):
            name = stems.free(stem_of(document.number) or document.pk.hex) if files else ""
            for kind, content in files.items():
                archive.writestr(entry(f"{name}.{kind}", document.issue_date), content)
            outcome.written += bool(files)


def _pdf(
    _: Installation, rows: QuerySet[SalesDocument], path: Path, outcome: Outcome, tell: Tell
) -> None:
    """All pages in one file. Parts are on disk: what is open at once is read when it is written."""
    with tempfile.TemporaryDirectory() as folder, pikepdf.new() as merged:
        sources = []
        for document, files in _each(rows, outcome, tell):
            if not files:
                continue
            part = Path(folder) / f"{outcome.written}.pdf"
            part.write_bytes(files[PDF])
            try:
                sources.append(pikepdf.open(part))
            except pikepdf.PdfError:
                outcome.lacking.append((document.number, "PDF_UNREADABLE"))
                continue
            merged.pages.extend(sources[-1].pages)
            outcome.written += 1
        merged.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for source in sources:
            source.close()


_FILES = {"archive": _archive, "zip": _zip, "pdf": _pdf}
