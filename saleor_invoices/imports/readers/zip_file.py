"""ZIP: any of the other formats, with their PDFs.

A file is unpacked, under limits, when its item is made, into a folder that only this process can
see, and deleted when the next item is asked for: of a large ZIP little lies on the disk at a time.
Items come from tables and JSON Lines first, then from XML, then from PDFs, each in the order of the
names.

A table or JSON Lines names its PDFs; an XML and a PDF of one stem (``a/17.xml`` and ``a/17.pdf``)
belong together, and such a PDF needs no XML inside. What belongs to nothing is told at the end.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.imports.readers.archives import Limits, check, telling, unpack
from saleor_invoices.imports.readers.csv_file import CsvReader
from saleor_invoices.imports.readers.jsonl_file import JsonLinesReader
from saleor_invoices.imports.readers.kinds import (
    HEAD_BYTES,
    FileKind,
    kind_of_file,
    kind_of_head,
)
from saleor_invoices.imports.readers.pdf_file import check_pdf, pdf_item
from saleor_invoices.imports.readers.seen import Seen
from saleor_invoices.imports.readers.xlsx_file import XlsxReader
from saleor_invoices.imports.readers.xml_file import attached_file, whole_preview, xml_item
from saleor_invoices.imports.records import AttachedFile, Item, Preview, ReadOptions
from saleor_invoices.imports.shaping.work import shortened

LIMITS = Limits(members=100_000, total=4_000_000_000, member=2_000_000_000, ratio=500)
_LISTS: dict[FileKind | None, CsvReader | XlsxReader | JsonLinesReader] = {
    FileKind.CSV: CsvReader(),
    FileKind.XLSX: XlsxReader(),
    FileKind.JSONL: JsonLinesReader(),
}
_NOISE = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


class ZipReader:
    """See ``imports.records.Reader``. A record's files are there until the next item is read."""

    name = "zip"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """See ``Reader``: of the first table, or else the names of the files."""
        with _opened(path) as files:
            for member in files.members:
                if member.kind in _LISTS:
                    found = _LISTS[member.kind].preview(files.unpacked(member), options)
                    return replace(found, findings=(*found.findings, *files.findings()))
            rows = tuple((member.name,) for member in files.members[:20])
            found = whole_preview(options, tuple(files.findings()))
            return replace(found, headers=("file",), rows=rows)

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """See ``Reader``."""
        with _opened(path) as files:
            seen = Seen()
            for position, item in enumerate(_items(files, options), start=1):
                files.refuse_broken()
                told = _once(item, seen, position)
                if position > options.after:
                    yield replace(told, position=position)
                files.drop()


@dataclass(slots=True)
class Member:
    """A file of the archive. ``number`` is its name on the disk, while it lies there."""

    name: str
    number: int = 0
    info: zipfile.ZipInfo = field(default_factory=zipfile.ZipInfo)
    kind: FileKind | None = None
    error: InvalidInput | None = None
    is_used: bool = False


@dataclass(slots=True)
class Files:
    """The files of an archive, in the order of their names; finds PDFs (``Attachments``)."""

    archive: zipfile.ZipFile
    place: Path
    members: list[Member] = field(default_factory=list)
    by_name: dict[str, Member] = field(default_factory=dict)
    folder: str = ""  # of the table that is read: names in it are looked for there first
    table: Path | None = None  # that is read: it stays
    broken: InvalidInput | None = None  # what is wrong with the archive as a whole

    def find(self, name: str) -> AttachedFile | None:
        """See ``Attachments``: by path from the table's folder, from the top, or by bare name."""
        wanted = name.strip().replace("\\", "/").removeprefix("./").casefold()
        beside = f"{self.folder}/{wanted}" if self.folder else wanted
        found = self.by_name.get(beside) or self.by_name.get(wanted) or self._bare(wanted)
        if found is None or found.kind in _LISTS:
            return None
        found.is_used = True
        return attached_file(self.unpacked(found), found.name)

    def unpacked(self, member: Member) -> Path:
        """The member as a file, until ``drop``. Raises as ``archives.opened``."""
        path = self.place / f"{member.number}"  # a name of ours: theirs is for finding only
        if path.exists():
            return path
        try:
            with telling(), path.open("wb") as out:
                unpack(self.archive, member.info, out, LIMITS)
        except InvalidInput as error:
            self.broken = error
            raise
        return path

    def drop(self) -> None:
        """Delete what was unpacked, but for the table that is being read."""
        for path in self.place.iterdir():
            if path != self.table:
                path.unlink()

    def refuse_broken(self) -> None:
        """A file that can't be unpacked ends the whole, whoever took it for its own fault."""
        if self.broken is not None:
            raise self.broken

    def _bare(self, wanted: str) -> Member | None:
        bare = PurePosixPath(wanted).name
        found = self.by_name.get(f"*/{bare}")
        return found if found and found.name else None

    def add(self, member: Member) -> None:
        """One more file. A bare name that two files have is nobody's."""
        self.members.append(member)
        name = member.name.casefold()
        self.by_name[name] = member
        bare = f"*/{PurePosixPath(name).name}"
        self.by_name[bare] = _NOBODY if bare in self.by_name else member

    def findings(self) -> Iterator[Finding]:
        """What is wrong with whole files."""
        for member in self.members:
            if member.error:
                yield _refused(member)


_NOBODY = Member(name="")


@contextmanager
def _opened(path: Path) -> Iterator[Files]:
    with ExitStack() as stack:
        place = stack.enter_context(tempfile.TemporaryDirectory(prefix="import-"))
        with telling():
            archive = stack.enter_context(zipfile.ZipFile(path))
            check(archive, LIMITS)
        files = Files(archive, Path(place))
        infos = [info for info in archive.infolist() if not info.is_dir()]
        for number, info in enumerate(sorted(infos, key=lambda one: one.filename)):
            name = info.filename.replace("\\", "/")
            if any(part in _NOISE or part.startswith("._") for part in PurePosixPath(name).parts):
                continue
            files.add(_known(files, Member(name, number, info)))
        if not files.members:
            raise InvalidInput("The ZIP holds no files.", code="FILE_EMPTY")
        yield files


def _known(files: Files, member: Member) -> Member:
    """The member with its kind, by its first bytes; only a ZIP is unpacked to find out."""
    try:
        kind = _kind(files, member)
    except InvalidInput as error:
        files.refuse_broken()
        member.error = error
        return member
    if kind is FileKind.ZIP:
        member.error = InvalidInput("A ZIP inside a ZIP is not read.", code="ZIP_NESTED")
    # Text under the name of a PDF: told where it is wanted.
    elif kind is not FileKind.CSV or Path(member.name).suffix.lower() != ".pdf":
        member.kind = kind
    return member


def _kind(files: Files, member: Member) -> FileKind:
    try:
        with telling(), files.archive.open(member.info) as file:
            head = file.read(HEAD_BYTES)
    except InvalidInput as error:
        files.broken = error
        raise
    kind = kind_of_head(head, member.name)
    if kind is None:
        kind = kind_of_file(files.unpacked(member), member.name)
        files.drop()
    return kind


def _items(files: Files, options: ReadOptions) -> Iterator[Item]:
    """Those of tables first, as they say which PDFs are theirs; each group by name."""
    inner = replace(options, after=0)
    for member in files.members:
        if member.kind in _LISTS:
            yield from _of_list(member, files, inner)
    for member in files.members:
        if member.kind is FileKind.XML:
            yield _of_xml(member, files)
    for member in files.members:
        if member.kind is FileKind.PDF and not member.is_used:
            yield _of_pdf(member, files)
    for member in files.members:
        if not member.is_used:
            yield _rejected(member, _refused(member))


def _of_list(member: Member, files: Files, options: ReadOptions) -> Iterator[Item]:
    member.is_used = True
    files.folder = str(PurePosixPath(member.name.casefold()).parent).removeprefix(".")
    files.table = files.unpacked(member)
    try:
        for item in _LISTS[member.kind].items_with(files.table, options, files):
            yield replace(item, place=f"{member.name} {item.place}")
    except InvalidInput as error:
        yield _failed(member, error)
    files.table = None


def _of_xml(member: Member, files: Files) -> Item:
    member.is_used = True
    stem = member.name.casefold().rpartition(".")[0]
    beside = files.by_name.get(f"{stem}.pdf")
    try:
        pdf = None
        if beside and not beside.is_used:
            beside.is_used = True
            check_pdf(files.unpacked(beside))
            pdf = attached_file(files.unpacked(beside), beside.name)
        path = files.unpacked(member)
        return xml_item(path, attached_file(path, member.name), pdf=pdf, place=member.name)
    except InvalidInput as error:
        return _failed(member, error)


def _of_pdf(member: Member, files: Files) -> Item:
    member.is_used = True
    try:
        path = files.unpacked(member)
        pdf = attached_file(path, member.name)
        return pdf_item(path, pdf, files.place, place=member.name)
    except InvalidInput as error:
        if error.code == "PDF_NO_XML":
            return _rejected(member, _unused(member))
        return _failed(member, error)


def _once(item: Item, seen: Seen, position: int) -> Item:
    """A second invoice of one id is rejected, whichever file it is in."""
    if item.record is None:
        return item
    earlier = seen.first(item.record.external_id, position)
    if not earlier:
        return item
    finding = blocking(
        "DUPLICATE_IN_FILE",
        f"{shortened(item.external_id)} is in this ZIP already, as invoice {earlier}.",
        remedy="Each invoice once.",
        value=shortened(item.external_id),
        place=item.place,
    )
    return replace(item, record=None, findings=(*item.findings, finding))


def _failed(member: Member, error: InvalidInput) -> Item:
    place = str(error.params.get("place", ""))
    finding = blocking(
        error.code,
        error.message,
        remedy="The whole and valid file in the ZIP; the others of it were looked at.",
        place=f"{member.name} {place}".strip(),
    )
    return _rejected(member, finding)


def _refused(member: Member) -> Finding:
    if member.error is None:
        return _unused(member)
    return blocking(
        member.error.code,
        f"{shortened(member.name)}: {member.error.message}",
        remedy="A ZIP of CSV, XLSX, JSON Lines, XML and PDF files.",
        place=member.name,
    )


def _unused(member: Member) -> Finding:
    return blocking(
        "FILE_UNUSED",
        f"The file {shortened(member.name)} belongs to no invoice.",
        remedy="Name it in the table, give it the name of its XML, or leave it out.",
        place=member.name,
    )


def _rejected(member: Member, finding: Finding) -> Item:
    return Item(position=1, place=member.name, findings=(finding,))
