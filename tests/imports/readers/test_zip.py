"""A ZIP of anything: what belongs together is found, and what is made to harm is refused."""

import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest

from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.readers import zip_file
from saleor_invoices.imports.readers.registry import READERS, reader_of
from saleor_invoices.imports.readers.zip_file import ZipReader
from saleor_invoices.imports.records import Item, ReadOptions
from tests.documents.samples import sample_credit_note, sample_document
from tests.imports.readers.tables import HEAD, OPTIONS, ROW, changed, only, record, text_of
from tests.imports.readers.test_jsonl import document
from tests.imports.readers.test_pdf import blank, with_files
from tests.imports.readers.workbooks import workbook

INVOICE = cii.write(sample_document(1), Profile.EN16931)
CREDIT = ubl.write(sample_credit_note(), Profile.EN16931)


def zipped(folder: Path, files: dict[str, bytes | str], name: str = "a.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in files.items():
            archive.writestr(member, content)
    return path


def read(path: Path, options: ReadOptions = OPTIONS) -> list[Item]:
    return list(ZipReader().items(path, options))


def mixed(folder: Path) -> Path:
    table = text_of((*HEAD, "PDF"), (*ROW, "pdf/a-1.pdf"), (*changed(number="A-2"), "a-2.pdf"))
    book = workbook(folder / "b.xlsx", HEAD, changed(number="B-1"))
    return zipped(
        folder,
        {
            "z.xml": INVOICE,
            "z.pdf": blank(),
            "tables/t.csv": table,
            "tables/pdf/a-1.pdf": blank(),
            "elsewhere/A-2.PDF": with_files(("notes.txt", b"-", "Data")),
            "b.xlsx": book.read_bytes(),
            "c.jsonl": json.dumps(document(number="C-1")),
            "factur-x.pdf": with_files(("factur-x.xml", CREDIT, "Data")),
            "lost.pdf": blank(),
            "notes.docx": b"PK\x03\x04 no",
            "__MACOSX/._z.xml": b"noise",
            "folder/": b"",
        },
    )


def test_what_belongs_together(tmp_path: Path) -> None:
    items = ZipReader().items(mixed(tmp_path), OPTIONS)
    found = {}
    for item in items:
        pdf = item.record.pdf if item.record else None
        found[item.place] = (item.number, pdf.name if pdf else "")
        if pdf:
            assert pdf.path.read_bytes().startswith(b"%PDF-")
    assert found == {
        "b.xlsx row 2": ("B-1", ""),
        "c.jsonl line 1": ("C-1", ""),
        "tables/t.csv row 2": ("A-1", "tables/pdf/a-1.pdf"),
        "tables/t.csv row 3": ("A-2", "elsewhere/A-2.PDF"),
        "z.xml": ("INV-2026-00042", "z.pdf"),
        "factur-x.pdf": ("CN-2026-00007", "factur-x.pdf"),
        "lost.pdf": ("", ""),
        "notes.docx": ("", ""),
    }


def test_what_belongs_to_nothing_is_told(tmp_path: Path) -> None:
    items = {item.place: item for item in read(mixed(tmp_path))}
    assert only(items["lost.pdf"]).code == "FILE_UNUSED"
    assert only(items["notes.docx"]).code == "ZIP_INVALID"


def test_the_order_is_fixed_and_an_import_goes_on(tmp_path: Path) -> None:
    path = mixed(tmp_path)
    places = [(item.position, item.place) for item in read(path)]
    assert [position for position, _ in places] == list(range(1, 9))
    for after in range(10):
        found = read(path, ReadOptions(after=after))
        assert [(item.position, item.place) for item in found] == places[after:]


def test_files_are_gone_afterwards(tmp_path: Path) -> None:
    paths = [item.record.pdf.path for item in read(mixed(tmp_path))
             if item.record and item.record.pdf]  # fmt: skip
    assert paths
    assert not any(path.exists() for path in paths)


def test_little_lies_on_the_disk_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each document only its own files, and the table that is read; all else when asked for."""
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    names = [f"A-{number}" for number in range(30)]
    table = text_of((*HEAD, "PDF"), *((*changed(number=name), f"{name}.pdf") for name in names))
    files: dict[str, bytes | str] = {"t.csv": table, **{f"{name}.pdf": blank() for name in names}}
    files |= {f"{number}.xml": INVOICE for number in range(30)}
    files |= {f"{number}.pdf": blank() for number in range(30)}
    before: list[Path] = []
    for item in ZipReader().items(zipped(tmp_path, files), OPTIONS):
        assert not any(path.exists() for path in before)
        assert len([path for path in place.rglob("*") if path.is_file()]) <= 3
        given = (item.record.pdf, item.record.xml) if item.record else ()
        before = [file.path for file in given if file]
        assert all(path.exists() for path in before)
    assert list(place.iterdir()) == []


def test_one_pdf_of_two_rows(tmp_path: Path) -> None:
    table = text_of((*HEAD, "PDF"), (*ROW, "a.pdf"), (*changed(number="A-2"), "a.pdf"))
    pdfs = []
    for item in ZipReader().items(zipped(tmp_path, {"t.csv": table, "a.pdf": blank()}), OPTIONS):
        pdf = record(item).pdf
        assert pdf is not None
        pdfs.append((pdf.sha256, pdf.path.read_bytes()))
    assert len(pdfs) == 2
    assert len(set(pdfs)) == 1


@pytest.mark.parametrize("beside", ["table", "xml"])
def test_a_file_that_is_broken_inside_ends_it_and_what_was_before_stands(
    tmp_path: Path, beside: str
) -> None:
    """Its first bytes are right: it is found out when it is unpacked."""
    pdf = blank() + b"%" * 20_000 + b"\n%%EOF\n"
    table = text_of((*HEAD, "PDF"), ROW, (*changed(number="A-2"), "b.pdf"), changed(number="A-3"))
    first: dict[str, bytes | str] = {"t.csv": table}
    if beside == "xml":
        first = {"a.xml": CREDIT, "b.xml": INVOICE, "c.xml": INVOICE}
    path = zipped(tmp_path, first)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("b.pdf", pdf)
    path.write_bytes(path.read_bytes().replace(b"%" * 20_000, b"%" * 19_999 + b"!"))
    items = ZipReader().items(path, OPTIONS)
    assert next(items).record is not None
    with pytest.raises(InvalidInput) as error:
        list(items)
    assert error.value.code == "ZIP_INVALID"


def test_a_pdf_beside_counts_in_the_fingerprint(tmp_path: Path) -> None:
    def fingerprint(pdf: bytes) -> str:
        table = text_of((*HEAD, "PDF"), (*ROW, "a.pdf"))
        return record(read(zipped(tmp_path, {"t.csv": table, "a.pdf": pdf}))[0]).fingerprint

    assert fingerprint(blank()) == fingerprint(blank())
    assert fingerprint(blank()) != fingerprint(with_files(("a.txt", b"-", "Data")))


def test_a_pdf_that_is_none_is_told(tmp_path: Path) -> None:
    table = text_of((*HEAD, "PDF"), (*ROW, "a.pdf"), (*changed(number="A-2"), "b.pdf"))
    first, second = read(zipped(tmp_path, {"t.csv": table, "a.pdf": b"This is no PDF."}))
    assert only(first).code == "PDF_INVALID"
    assert only(first).params["column"] == "PDF"
    assert record(second).pdf is None
    assert [finding.code for finding in second.findings] == ["PDF_FILE_MISSING"]
    (item,) = read(zipped(tmp_path, {"a.xml": INVOICE, "a.pdf": b"no"}))
    assert only(item).code == "PDF_INVALID"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.xml": INVOICE[:500],
        "b.xml": INVOICE,
        "c.csv": text_of(HEAD, ROW) + '"open',
        "d.csv": "nothing,of,ours\r\n1,2,3\r\n",
    }
    items = {item.place: item for item in read(zipped(tmp_path, files))}
    assert only(items["a.xml"]).code == "XML_INVALID"
    assert record(items["b.xml"]).document.number == "INV-2026-00042"
    assert record(items["c.csv row 2"]).document.number == "A-1"
    assert only(items["c.csv"]).code == "FILE_CUT_OFF"
    assert only(items["d.csv"]).code == "COLUMN_MISSING"


def test_a_duplicate_over_two_files(tmp_path: Path) -> None:
    table = text_of(HEAD, ROW)
    items = read(
        zipped(tmp_path, {"a.csv": table, "b.csv": table, "c.xml": CREDIT, "d.xml": CREDIT})
    )
    assert [bool(item.record) for item in items] == [True, False, True, False]
    assert only(items[1]).code == "DUPLICATE_IN_FILE"


@pytest.mark.parametrize(
    "name", ["../a.xml", "/etc/a.xml", "a/../../b.xml", "C:/a.xml", "..\\a.xml", "a\\..\\..\\b.xml"]
)
def test_names_that_lead_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInput) as error:
        read(zipped(tmp_path, {name: INVOICE}))
    assert error.value.code == "ZIP_UNSAFE_NAME"


def test_links_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    info = zipfile.ZipInfo("a.xml")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_UNSAFE_NAME"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", INVOICE)
        archive.writestr("A.XML", CREDIT)
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_DUPLICATE_NAME"


def _encrypted(folder: Path) -> Path:
    path = zipped(folder, {"a.xml": INVOICE})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path.write_bytes(content)
    return path


def test_an_encrypted_archive(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as error:
        read(_encrypted(tmp_path))
    assert error.value.code == "ZIP_ENCRYPTED"


def test_a_bomb(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.xml": b" " * 300_000_000})
    assert path.stat().st_size < 1_000_000
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_TOO_LARGE"


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.xml": b" " * 100_000_000})
    lying = path.read_bytes().replace((100_000_000).to_bytes(4, "little"), b"\x10\0\0\0")
    path.write_bytes(lying)
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code in {"ZIP_TOO_LARGE", "ZIP_INVALID"}


def test_too_many_members_and_too_much_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path, {f"{number}.xml": INVOICE for number in range(20)})
    for limits in (zip_file.LIMITS._replace(members=10), zip_file.LIMITS._replace(total=20_000)):
        monkeypatch.setattr(zip_file, "LIMITS", limits)
        with pytest.raises(InvalidInput) as error:
            read(path)
        assert error.value.code == "ZIP_TOO_LARGE"


def test_a_zip_in_a_zip(tmp_path: Path) -> None:
    inner = zipped(tmp_path, {"a.xml": INVOICE}, "inner.zip").read_bytes()
    (item,) = read(zipped(tmp_path, {"inner.zip": inner}))
    assert only(item).code == "ZIP_NESTED"


def test_a_cut_off_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.xml": INVOICE})
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(InvalidInput) as error:
        read(path)
    assert error.value.code == "ZIP_INVALID"


def test_a_preview_is_of_the_first_table(tmp_path: Path) -> None:
    path = mixed(tmp_path)
    preview = ZipReader().preview(path, OPTIONS)
    assert (preview.headers, preview.has_columns) == (HEAD, True)
    path = zipped(tmp_path, {"a.xml": INVOICE, "b.xml": CREDIT}, "b.zip")
    preview = ZipReader().preview(path, OPTIONS)
    assert preview.rows == (("a.xml",), ("b.xml",))
    assert not preview.has_columns  # nobody maps the names of files
    assert preview.findings == ()


@pytest.mark.parametrize("name", ["xlsx", "jsonl", "xml", "pdf", "zip"])
def test_only_tables_have_columns_to_map(tmp_path: Path, name: str) -> None:
    files = {
        "xlsx": workbook(tmp_path / "w.xlsx", HEAD, ROW).read_bytes(),
        "jsonl": json.dumps(document()).encode(),
        "xml": INVOICE,
        "pdf": with_files(("factur-x.xml", INVOICE, "Data")),
        "zip": zipped(tmp_path, {"c.jsonl": json.dumps(document())}, "c.zip").read_bytes(),
    }
    path = tmp_path / f"file.{name}"
    path.write_bytes(files[name])
    reader = reader_of(path, path.name)
    assert reader.name == name
    assert reader.preview(path, OPTIONS).has_columns is (name == "xlsx")


def test_readers_are_chosen_by_content(tmp_path: Path) -> None:
    files: dict[str, bytes] = {
        "csv": text_of(HEAD, ROW).encode(),
        "xlsx": workbook(tmp_path / "w.xlsx", HEAD, ROW).read_bytes(),
        "jsonl": json.dumps(document()).encode(),
        "xml": INVOICE,
        "pdf": with_files(("factur-x.xml", INVOICE, "Data")),
        "zip": zipped(tmp_path, {"a.xml": INVOICE}).read_bytes(),
    }
    assert set(READERS) == set(files)
    for name, content in files.items():
        path = tmp_path / "upload"
        path.write_bytes(content)
        for file_name in (f"a.{name}", "upload", "a.dat"):
            reader = reader_of(path, file_name)
            assert reader.name == name
            assert next(iter(reader.items(path, OPTIONS))).record
    path.write_bytes(b"\xef\xbb\xbf" + INVOICE)
    assert reader_of(path, "a.csv").name == "xml"
    path.write_bytes(text_of(HEAD, ROW).encode("utf-16"))
    assert reader_of(path, "a.xml").name == "csv"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILE_EMPTY"),
        (b"  \n", "FILE_EMPTY"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "FORMAT_UNKNOWN"),
        (b"\x1f\x8b\x08\0\0", "FORMAT_UNKNOWN"),
        (b"\x89PNG\r\n\x1a\n", "FORMAT_UNKNOWN"),
        (bytes(range(256)) * 4, "FORMAT_UNKNOWN"),
        (b"PK\x03\x04cut off", "ZIP_INVALID"),
    ],
)
def test_what_no_reader_reads(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "upload"
    path.write_bytes(content)
    with pytest.raises(InvalidInput) as error:
        reader_of(path, "a.csv")
    assert error.value.code == code


def test_an_office_document_is_no_zip_of_invoices(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"[Content_Types].xml": "-", "word/document.xml": "-"})
    with pytest.raises(InvalidInput) as error:
        reader_of(path, "a.docx")
    assert error.value.code == "FORMAT_UNKNOWN"
    assert io.BytesIO(path.read_bytes()).read(2) == b"PK"
