"""Jobs for accountants: refused before they begin where something is missing, else one file."""

import csv
import io
import json
import random
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.desk.models import BulkJob
from saleor_invoices.desk.services import bulk_parts, bulk_work
from saleor_invoices.desk.services.bulk_collect import EXPORTS
from saleor_invoices.desk.services.bulk_lease import Lease
from saleor_invoices.documents.storage import open_file
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.vat_shares import vat_shares
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.invoices.services.vat_shares import row_of
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import ExchangeRate, Installation, LegalEntity, SettingValue
from tests.desk.jobs import Kind, invoice, job, outcomes, pdf, with_file, work
from tests.exports import books
from tests.plugins import factories

BOOKS = [Kind.EXPORT_DATEV, Kind.EXPORT_FEC, Kind.EXPORT_SAFT, Kind.EXPORT_OSS]


@pytest.fixture
def german(store: Installation) -> LegalEntity:
    """A German seller without any number for accountants."""
    seller = parties.to_json(books.SELLER)
    return factories.legal_entity(store, "de", country="DE", seller=seller)


def numbered(entity: LegalEntity, **values: Any) -> None:
    """Set what is set for a seller that lacks nothing."""
    usual = {
        "datev_consultant_number": 29098, "datev_client_number": 55003, "siren": "732829320",
        "oss_registered": True,
    }  # fmt: skip
    for key, value in (usual | values).items():
        SettingValue.objects.create(
            installation=entity.installation, legal_entity=entity, key=key, value=value
        )


def row_with_shares(entity: LegalEntity, document: Document, **columns: Any) -> SalesDocument:
    """An issued document as issuing leaves it, with what reports add up."""
    row = factories.issued_document(entity, document, pdf=False, **columns)
    for share in vat_shares(document):
        row_of(row, share).save(force_insert=True)
    return row


def content(one: BulkJob) -> bytes:
    """The job's file."""
    with open_file(one.storage_key) as file:
        return bytes(file.read())


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        (Kind.EXPORT_DATEV, "datev_consultant_number"), (Kind.EXPORT_FEC, "siren"),
        (Kind.EXPORT_OSS, "oss_registered"),
    ],
)  # fmt: skip
def test_a_missing_setting_is_named_before_a_job_begins(
    german: LegalEntity, alice: StaffViewer, kind: BulkJob.Kind, setting: str
) -> None:
    row = row_with_shares(german, books.sold(("S", "19", "1.00", "0.19")))
    with pytest.raises(InvalidInput) as refused:
        job(alice, kind, [row])
    assert (refused.value.code, refused.value.params["setting"]) == (
        "EXPORT_SETTING_MISSING", setting,
    )  # fmt: skip
    assert not BulkJob.objects.exists()


def test_so_is_an_account_a_rate_or_a_document(german: LegalEntity, alice: StaffViewer) -> None:
    numbered(german)
    odd = row_with_shares(german, books.sold(("S", "16", "1.00", "0.16"), number="A"))
    abroad = row_with_shares(
        german, books.sold(("G", "0", "1.00", "0"), number="B", currency="CHF", country="CH")
    )
    draft = row_with_shares(german, replace(books.sold(), number="", issue_date=None))
    for row, code in (
        (odd, "EXPORT_ACCOUNT_MISSING"), (abroad, "EXCHANGE_RATE_MISSING"), (draft, "EXPORT_EMPTY"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput) as refused:
            job(alice, Kind.EXPORT_DATEV, [row])
        assert refused.value.code == code
    ExchangeRate.objects.create(
        installation=german.installation, currency="CHF", target="EUR", on=date(2026, 11, 20),
        rate=Decimal("1.07"), source="ECB",
    )  # fmt: skip
    assert work(job(alice, Kind.EXPORT_DATEV, [abroad])).state == "done"


def test_of_two_sellers_there_is_no_one_batch(german: LegalEntity, alice: StaffViewer) -> None:
    other = factories.legal_entity(german.installation, "b", country="DE")
    rows = [
        row_with_shares(one, books.sold(("S", "19", "1.00", "0.19"))) for one in (german, other)
    ]
    with pytest.raises(InvalidInput) as refused:
        job(alice, Kind.EXPORT_DATEV, rows)
    assert refused.value.code == "EXPORT_SEVERAL_SELLERS"


@pytest.mark.parametrize("kind", BOOKS)
def test_the_file_is_that_of_the_writer_with_what_belongs_into_it(
    german: LegalEntity, alice: StaffViewer, kind: BulkJob.Kind
) -> None:
    numbered(german)
    first = books.sold(("S", "19", "100.00", "19.00"), number="INV-1")
    second = books.sold(("S", "20", "50.00", "10.00"), number="INV-2", country="FR")
    rows = [
        row_with_shares(german, second, source="imported"),
        row_with_shares(german, replace(first, number="T-1", test_mode=True)),
        row_with_shares(german, replace(first, issue_date=date(2026, 11, 20))),
    ]
    done = work(job(alice, kind, rows))
    assert done.state == "done"
    # By day, whatever the order in which they were named.
    assert outcomes(done)[0] == ("INV-1", "done", "")
    assert ("T-1", "skipped", "DOCUMENT_IN_TEST_MODE") in outcomes(done)
    made = content(done)
    again = work(job(alice, kind, rows))
    if kind in (Kind.EXPORT_FEC, Kind.EXPORT_OSS):  # the others tell when they were made
        assert content(again) == made
    if kind is not Kind.EXPORT_OSS:
        assert made.index(b"INV-1") < made.index(b"INV-2")
    assert b"T-1" not in made
    names = {
        Kind.EXPORT_DATEV: "EXTF_Buchungsstapel_20261120-20261122.csv",
        Kind.EXPORT_FEC: "732829320FEC20261231.txt",
        Kind.EXPORT_SAFT: "saft-de-20261120-20261122.xml", Kind.EXPORT_OSS: "oss-2026-Q4.csv",
    }  # fmt: skip
    assert done.file_name == names[kind]


def test_every_format_has_a_job() -> None:
    assert set(EXPORTS.values()) == set(WRITERS)


def test_an_archive_verifies_and_says_what_lacks(
    entity: LegalEntity, alice: StaffViewer, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(bulk_parts, "PART", 2)
    first = with_file(with_file(invoice(entity, "INV/1"), pdf(1)), b"<Invoice/>", "xml")
    twin = with_file(invoice(factories.legal_entity(entity.installation, "b"), "INV/1"), pdf(2))
    lacking = invoice(entity, "=INV-2")
    draft = factories.issued_document(
        entity, factories.sample_document(number="", issue_date=None), pdf=False
    )
    done = work(job(alice, Kind.ARCHIVE, [first, twin, lacking, draft]))
    assert outcomes(done) == [
        ("INV/1", "done", ""), ("INV/1", "done", ""), ("=INV-2", "failed", "PDF_MISSING"),
        ("", "skipped", "DOCUMENT_NOT_ISSUED"),
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(content(done))) as archive:
        archive.extractall(tmp_path)
        assert archive.testzip() is None
    verified(tmp_path, 5)
    index = list(csv.DictReader((tmp_path / "index.csv").read_text("utf-8-sig").splitlines()))
    assert [row["File"] for row in index] == ["documents/INV-1.pdf", "documents/INV-1-2.pdf", ""]
    assert [row["Number"] for row in index] == ["INV/1", "INV/1", "'=INV-2"]
    lines = (tmp_path / "documents.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["number"] for line in lines] == ["INV/1", "INV/1", "=INV-2"]
    assert content(work(job(alice, Kind.ARCHIVE, [first, twin, lacking, draft]))) == content(done)


def verified(folder: Path, files: int) -> None:
    """What ``sha256sum -c`` says; a changed byte is found."""
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert said.stdout.count(": OK") == files
    changed = folder / "documents.jsonl"
    whole = changed.read_bytes()
    changed.write_bytes(whole[:-2] + b"x\n")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1
    changed.write_bytes(whole)


@pytest.mark.parametrize("kind", [Kind.ARCHIVE, Kind.EXPORT_DATEV])
def test_a_worker_that_dies_at_random_changes_no_byte(
    german: LegalEntity, alice: StaffViewer, monkeypatch: Any, kind: BulkJob.Kind
) -> None:
    class Killed(BaseException):
        pass

    numbered(german)
    monkeypatch.setattr(bulk_parts, "PART", 3)
    monkeypatch.setattr(bulk_parts, "PART_OF_EXPORT", 3)
    document = books.sold(("S", "19", "1.00", "0.19"))
    rows = [
        with_file(row_with_shares(german, replace(document, number=f"INV-{n:02}")), pdf(1, 50 + n))
        for n in range(11)
    ]
    whole = work(job(alice, kind, rows))
    made, dice, calls = job(alice, kind, rows), random.Random(7), [0]  # noqa: S311 no secret
    BulkJob.objects.filter(pk=made.pk).update(created_at=whole.created_at)
    real = Lease.keep

    def dying(self: Any, **values: Any) -> None:
        calls[0] -= 1
        if not calls[0]:
            raise Killed
        real(self, **values)

    for _ in range(10):
        calls[0] = dice.randint(1, 9)
        with monkeypatch.context() as patched:
            patched.setattr(Lease, "keep", dying)
            try:
                bulk_work.bulk_work(job_id=made.pk)
            except Killed:
                BulkJob.objects.filter(pk=made.pk).update(lease_until=timezone.now())
    made = work(made)
    assert content(made) == content(whole)


def test_another_stores_documents_are_in_no_file(german: LegalEntity, alice: StaffViewer) -> None:
    numbered(german)
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    foreign = row_with_shares(
        factories.legal_entity(other, country="DE"), books.sold(number="SECRET")
    )
    own = row_with_shares(german, books.sold(("S", "19", "1.00", "0.19")))
    for kind in (*BOOKS, Kind.ARCHIVE):
        done = work(job(alice, kind, [own, foreign]))
        assert ("", "failed", "DOCUMENT_GONE") in outcomes(done)
        assert b"SECRET" not in content(done)
