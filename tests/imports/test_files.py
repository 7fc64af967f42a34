"""Files of the readers' own formats, from the upload to kept documents."""

import io
import json
import zipfile

import pytest

from saleor_invoices.imports import reading
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.imports.readers.registry import reader_of
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.services.job_start import ImportWish, import_start
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.imports.services.upload import upload_keep
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.stores.models import LegalEntity
from tests.desk.jobs import pdf
from tests.imports.files import counts, invoice

pytestmark = pytest.mark.django_db
CSV = """Rechnungsnummer;Rechnungsdatum;Währung;Kunde;Land;Bezeichnung;Netto;MwSt
R-1;02.03.2026;EUR;Käufer GmbH;DE;Becher;40,00;19
R-1;02.03.2026;EUR;Käufer GmbH;DE;Buch;30,00;7
R-2;02.13.2026;EUR;Käufer GmbH;DE;Becher;40,00;19
R-3;03.03.2026;EUR;Käufer GmbH;DE;Becher;1.040,00;19
"""


@pytest.fixture(autouse=True)
def _readers(_reader: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader_of", reader_of)


def brought(
    entity: LegalEntity, name: str, content: bytes, options: ReadOptions | None = None
) -> ImportJob:
    """The file, imported."""
    upload = upload_keep(
        installation=entity.installation, stream=io.BytesIO(content), name=name, length=None,
        actor="staff:alice",
    )  # fmt: skip
    wish = ImportWish(
        upload=upload, legal_entity=entity, source_system="erp", options=options or ReadOptions()
    )
    job = import_start(
        installation=entity.installation, wish=wish, key=name, actor="staff:alice", by_worker=False
    )
    import_work(job_id=job.pk)
    job.refresh_from_db()
    return job


def test_a_csv_of_lines(entity: LegalEntity) -> None:
    columns = {
        "Rechnungsnummer": "number", "Rechnungsdatum": "issue_date", "Währung": "currency",
        "Kunde": "buyer_name", "Land": "buyer_country", "Bezeichnung": "line_name",
        "Netto": "line_net", "MwSt": "line_vat_rate",
    }  # fmt: skip
    options = ReadOptions(columns=columns, language="de")
    job = brought(entity, "erp.csv", CSV.encode("cp1252"), options)
    assert (job.state, job.format, job.last_error) == ("done", "csv", "")
    assert counts(job)["created"] == 2
    assert counts(job)["rejected"] == 1
    row = ImportRowReport.objects.get(job=job, outcome="rejected")
    (finding,) = (one for one in row.findings if one["severity"] == "blocking")
    assert (row.number, finding["column"], finding["value"]) == (
        "R-2", "Rechnungsdatum", "02.13.2026",
    )  # fmt: skip
    assert finding["remedy"]
    totals = dict(SalesDocument.objects.values_list("number", "gross_minor"))
    assert totals == {"R-1": 4760 + 3210, "R-3": 123760}


def test_a_zip_with_pdfs(entity: LegalEntity) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.jsonl", json.dumps(invoice(1, pdfFile="r1.pdf")))
        archive.writestr("r1.pdf", pdf())
    job = brought(entity, "erp.zip", content.getvalue())
    assert (job.state, counts(job), job.last_error) == ("done", {"created": 1}, "")
    file = DocumentFile.objects.get()
    assert (file.engine, file.document.number) == ("imported", "R-1")


def test_what_no_reader_knows_fails_for_good(entity: LegalEntity) -> None:
    job = brought(entity, "x.bin", b"\x00\x01\x02" * 100)
    assert (job.state, job.position) == ("failed", 0)
    assert job.last_error
