"""The report on an import in the language of whoever asks for it."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.signing import TimestampSigner
from django.test import Client

from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.imports.services.row_report import import_report_url
from saleor_invoices.stores.models import LegalEntity
from tests.api.conftest import Ask, Headers, ask, world
from tests.imports.api import erp
from tests.imports.files import invoice, lines
from tests.imports.test_api import start

__all__ = ["ask", "erp", "world"]
pytestmark = pytest.mark.django_db
BASE = "https://invoices.example.com"
URL = """query ($id: ID!, $language: String! = "") {
  salesImportJob(id: $id) { reportUrl(language: $language) } }"""
TITLES = {
    "en": ["Position", "Place", "External id", "Number", "Outcome", "Severity", "Code", "Column",
           "Value", "What was wrong", "What would be right", "Document"],
    "de": ["Lfd. Nr.", "Stelle", "Externe ID", "Nummer", "Ergebnis", "Schwere", "Code", "Spalte",
           "Wert", "Was falsch war", "Was richtig wäre", "Beleg"],
}  # fmt: skip


def table(client: Client, url: str) -> list[list[str]]:
    """The report behind an address."""
    answer = client.get(url.removeprefix(BASE))
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def job(client: Client, ask: Ask, erp: Headers) -> dict[str, Any]:
    """An import of which a document was rejected, and one was noticed."""
    off = invoice(2, totals={"net": "100.00", "tax": "19.00", "gross": "119.02"})
    made = start(client, ask, erp, [invoice(1, currency="XXY"), off])
    import_work(job_id=ImportJob.objects.get().pk)
    return made


def url_in(ask: Ask, who: Headers, job: dict[str, Any], **more: str) -> str:
    """The address of its report."""
    found: str = ask(URL, who, id=job["id"], **more)["data"]["salesImportJob"]["reportUrl"]
    return found


def test_all_of_it_is_in_the_language_that_is_asked_for(
    client: Client, ask: Ask, erp: Headers, job: dict[str, Any]
) -> None:
    titles, wrong, noticed = table(client, url_in(ask, erp, job, language="de-CH"))
    assert titles == TITLES["de"]
    assert wrong == [
        "1", "Zeile 1", "ERP-1", "R-1", "Abgelehnt", "Fehler", "UNKNOWN_CURRENCY", "currency",
        "XXY", "„XXY“ ist keine bekannte Währung.", "Drei Buchstaben wie EUR.", "",
    ]  # fmt: skip
    assert noticed[4:7] == ["Neu", "Hinweis", "TOTALS_DIFFER"]
    assert noticed[9] == "totals.gross: 119.02 ist angegeben, die Bestandteile ergeben 119.00."
    assert table(client, url_in(ask, erp, job, language="fr"))[1][9] == (
        "« XXY » n’est pas une devise connue."
    )
    assert table(client, url_in(ask, erp, job, language="pl"))[1][4] == "Odrzucony"


@pytest.mark.parametrize("language", ["", "ja", "../../de", "en"])
def test_a_language_that_there_is_not_is_english(
    client: Client, ask: Ask, erp: Headers, job: dict[str, Any], language: str
) -> None:
    titles, wrong, _ = table(client, url_in(ask, erp, job, language=language))
    assert titles == TITLES["en"]
    assert wrong[4:6] == ["Rejected", "Error"]
    assert wrong[9] == "“XXY” is no known currency."


def test_unless_it_is_said_the_request_says_the_language(
    client: Client, ask: Ask, erp: Headers, job: dict[str, Any]
) -> None:
    accepts = {**erp, "Accept-Language": "ja, de;q=0.9, fr;q=0.1"}
    assert table(client, url_in(ask, accepts, job))[0] == TITLES["de"]
    assert table(client, url_in(ask, accepts, job, language="en"))[0] == TITLES["en"]


def test_the_language_is_signed_with_the_address(client: Client, job: dict[str, Any]) -> None:
    url = import_report_url(ImportJob.objects.get(), "de")
    answer = client.get(url.replace(".de:", ".fr:").removeprefix(BASE))
    assert answer.status_code == 404


def test_an_address_of_before_is_answered_in_english(client: Client, job: dict[str, Any]) -> None:
    token = TimestampSigner(salt="saleor-invoices.import-report").sign(
        f"{ImportJob.objects.get().pk}"
    )
    assert table(client, f"/imports/{token}/")[0] == TITLES["en"]


def test_what_is_put_into_sentences_is_no_formula(client: Client, job: dict[str, Any]) -> None:
    ImportRowReport.objects.filter(position=1).update(
        place="=row 7",
        findings=[
            {"code": "TOTALS_DIFFER", "severity": "odd", "column": "=1+1", "stated": "2",
             "computed": "-3"},
            {"code": "NEW_CODE", "severity": "warning", "message": "@sum", "remedy": "+1"},
        ],
    )  # fmt: skip
    url = import_report_url(ImportJob.objects.get(), "de")
    _, first, second, _ = table(client, url)
    assert first[1] == "'=row 7"
    assert first[5] == "odd"
    assert first[9].startswith("'=1+1: 2 ist angegeben")
    assert first[10].startswith("'-3, oder Positionen")
    assert second[9:11] == ["'@sum", "'+1"]


@pytest.mark.parametrize(
    ("given", "title"),
    [(["--language", "fr"], "Endroit"), (["--language", "xx"], "Place"), ([], "Place")],
)
def test_the_command_writes_it_in_a_language(
    entity: LegalEntity, tmp_path: Path, given: list[str], title: str
) -> None:
    file, report = tmp_path / "erp.jsonl", tmp_path / "report.csv"
    file.write_bytes(lines([invoice(1, currency="XXY")]))
    store = entity.installation.saleor_api_url
    with pytest.raises(CommandError):
        call_command(
            "import_invoices", str(file), "--store", store, "--report", str(report), *given
        )
    assert report.read_text(encoding="utf-8-sig").split(",")[1] == title
