"""``manage.py export_invoices``: a whole file or none, told on the way, with an exit code."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from saleor_invoices.documents.storage import open_file
from saleor_invoices.exports import run
from saleor_invoices.exports.formats.csv_file import CsvWriter
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from tests.desk.jobs import invoice, pdf, with_file
from tests.desk.test_bulk_books import row_with_shares, verified
from tests.exports import books
from tests.plugins import factories


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller."""
    return factories.legal_entity(store)


def export(out: Path, format_: str, *more: str, days: str = "2026-11-01/2026-11-30") -> str:
    """Run the command; what it told."""
    told = io.StringIO()
    first, last = days.split("/")
    call_command(
        "export_invoices", str(out), "--format", format_, "--from", first, "--to", last, *more,
        stderr=told,
    )  # fmt: skip
    return told.getvalue()


def numbers(path: Path) -> list[str]:
    """The numbers in a CSV file."""
    rows = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    return [row["Number"] for row in rows]


def test_a_file_has_the_issued_documents_of_the_days_of_one_store(
    store: Installation, entity: LegalEntity, tmp_path: Path
) -> None:
    invoice(entity, "INV-1")
    invoice(entity, "INV-2", channel="wholesale")
    invoice(factories.legal_entity(store, "b"), "INV-3")
    test = factories.sample_document("TEST-1", test_mode=True)
    factories.issued_document(entity, test, pdf=False)
    factories.issued_document(
        entity, factories.sample_document(number="", issue_date=None), pdf=False
    )
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    invoice(factories.legal_entity(other), "SECRET-1")
    out, url = tmp_path / "all.csv", ("--store", store.saleor_api_url)
    assert "3 documents" in export(out, "csv", *url)
    assert sorted(numbers(out)) == ["INV-1", "INV-2", "INV-3"]
    export(out, "csv", *url, "--channel", "wholesale")
    assert numbers(out) == ["INV-2"]
    export(out, "csv", *url, "--legal-entity", "b")
    assert numbers(out) == ["INV-3"]
    export(out, "csv", *url, "--test-mode")
    assert numbers(out) == ["TEST-1"]
    export(out, "csv", *url, days="2026-01-01/2026-11-21")
    assert numbers(out) == []


@pytest.mark.parametrize("format_", ["jsonl", "xlsx", "saft", "oss", "fec", "datev"])
def test_each_format_by_its_own_name_in_a_folder(
    store: Installation, tmp_path: Path, format_: str
) -> None:
    seller = factories.legal_entity(store, country="DE")
    for key, value in (
        ("datev_consultant_number", 1001), ("datev_client_number", 1), ("siren", "732829320"),
        ("oss_registered", True),
    ):  # fmt: skip
        SettingValue.objects.create(installation=store, key=key, value=value)
    row_with_shares(seller, books.sold(("S", "19", "1.00", "0.19")))
    if format_ == "saft":
        with pytest.raises(CommandError, match="EXPORT_SETTING_MISSING"):
            export(tmp_path, format_)
        assert list(tmp_path.iterdir()) == []
        return
    export(tmp_path, format_)
    names = {
        "jsonl": "invoices.jsonl", "xlsx": "invoices.xlsx", "oss": "oss-2026-Q4.csv",
        "fec": "732829320FEC20261231.txt", "datev": "EXTF_Buchungsstapel_20261122-20261122.csv",
    }  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == [names[format_]]


def test_files_of_documents_are_packed_or_merged(
    entity: LegalEntity, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(run, "AT_ONCE", 2)
    rows = [with_file(invoice(entity, f"INV-{n}"), pdf(1, 100 + n)) for n in range(3)]
    export(tmp_path, "zip")
    with zipfile.ZipFile(tmp_path / "invoices.zip") as archive:
        assert sorted(archive.namelist()) == ["INV-0.pdf", "INV-1.pdf", "INV-2.pdf"]
    export(tmp_path, "pdf")
    with pikepdf.open(tmp_path / "invoices.pdf") as merged:
        assert sorted(int(page.mediabox[2]) for page in merged.pages) == [100, 101, 102]
    archived = tmp_path / "archive.zip"
    export(archived, "archive")
    whole = archived.read_bytes()
    export(archived, "archive")
    assert archived.read_bytes() == whole
    with zipfile.ZipFile(archived) as archive:
        archive.extractall(tmp_path / "out")
    verified(tmp_path / "out", 5)
    with open_file(rows[0].files.get().storage_key) as stored:
        assert (tmp_path / "out" / "documents" / "INV-0.pdf").read_bytes() == stored.read()


def test_what_lacks_its_pdf_is_told_with_an_exit_code(entity: LegalEntity, tmp_path: Path) -> None:
    with_file(invoice(entity, "INV-1"), pdf())
    invoice(entity, "INV-2")
    with pytest.raises(CommandError) as told:
        export(tmp_path, "archive")
    assert told.value.returncode == 3
    assert (tmp_path / "invoices.zip").exists()


def test_a_refused_or_broken_export_leaves_nothing_and_the_old_file(
    entity: LegalEntity, tmp_path: Path, monkeypatch: Any
) -> None:
    invoice(entity, "INV-1")
    out = tmp_path / "old.csv"
    out.write_bytes(b"old")
    for arguments in (
        ("datev",), ("csv", "--legal-entity", "nobody"), ("csv", "--store", "https://no.example/"),
    ):  # fmt: skip
        with pytest.raises(CommandError, match="Nothing was written") as told:
            export(out, *arguments)
        assert told.value.returncode == 1
    with pytest.raises(CommandError, match="ends before it begins"):
        export(out, "csv", days="2026-11-30/2026-11-01")

    def full(_: CsvWriter, records: Iterator[object], file: Any, context: object) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(CsvWriter, "write", full)
    with pytest.raises(CommandError, match="No space left"):
        export(out, "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]
    assert out.read_bytes() == b"old"


def test_an_unknown_format_is_a_wrong_argument(entity: LegalEntity, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        export(tmp_path, "docx")
