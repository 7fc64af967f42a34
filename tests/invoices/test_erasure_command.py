"""``manage.py erase``: lists first, erases only what may go, and finishes what a crash left."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from saleor_invoices.documents import storage
from saleor_invoices.invoices.models import Erasure, SalesDocument
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter
from tests.invoices.test_ledger_files import keep
from tests.plugins import factories

pytestmark = pytest.mark.django_db
Run = Callable[..., str]
REASON = "--reason=Its time has run out."


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Run:
    """Run the command; returns what it printed, also when it fails."""

    def command(*options: str) -> str:
        out = StringIO()
        try:
            with django_capture_on_commit_callbacks(execute=True):
                call_command("erase", *options, stdout=out, stderr=out)
        except CommandError as error:
            out.write(f"exit {error.returncode}: {error}\n")
        return out.getvalue()

    return command


@pytest.fixture
def documents(seller: LegalEntity) -> list[SalesDocument]:
    """Two documents that may be erased and one that must be kept."""
    days = (date(2012, 5, 4), date(2015, 1, 1), date(2026, 1, 1))
    return [books.invoice(seller, on=day) for day in days]


def test_it_lists_and_erases_nothing(run: Run, documents: list[SalesDocument]) -> None:
    assert run() == (
        "INV-2012-00001 of 2012-05-04\n"
        "INV-2015-00001 of 2015-01-01\n"
        "2 documents may be erased; --yes erases them.\n"
    )
    assert not Erasure.objects.exists()


def test_it_erases_what_may_go(run: Run, documents: list[SalesDocument]) -> None:
    key = keep(documents[0]).storage_key
    assert run("--yes", REASON) == (
        "INV-2012-00001 erased\nINV-2015-00001 erased\n2 documents erased.\n"
    )
    assert {(row.erased_by, row.reason) for row in Erasure.objects.all()} == {
        ("operator", "Its time has run out.")
    }
    assert not storage.is_stored(key)
    report = ledger_verify(files=True)
    assert (report.faults, report.erased) == ([], 2)
    assert run("--yes", REASON) == "0 documents erased.\n"


def test_it_erases_those_that_are_named(run: Run, documents: list[SalesDocument]) -> None:
    named = run("--yes", REASON, "--number", "INV-2015-00001")
    assert named == "INV-2015-00001 erased\n1 documents erased.\n"
    assert Erasure.objects.get().document_id == documents[1].pk
    refused = run("--yes", REASON, "--number", "INV-2026-00001", "--number", "INV-0")
    assert refused == "exit 1: May not be erased, or not there: INV-0, INV-2026-00001\n"


def test_it_wants_a_reason(run: Run, documents: list[SalesDocument]) -> None:
    assert run("--yes") == "exit 1: Say why: --reason is kept with each erasure.\n"
    assert not Erasure.objects.exists()


def test_one_that_fails_does_not_stop_the_others(run: Run, documents: list[SalesDocument]) -> None:
    alter(documents[0], digest="0" * 64)
    printed = run("--yes", REASON).splitlines()
    assert printed[0].startswith("INV-2012-00001: DOCUMENT_ALTERED: ")
    assert printed[1:] == [
        "INV-2015-00001 erased",
        "1 documents erased.",
        "exit 1: 1 not erased",
    ]


def test_it_deletes_files_that_a_crash_left(
    run: Run, documents: list[SalesDocument], django_capture_on_commit_callbacks: Any
) -> None:
    key = keep(documents[0]).storage_key
    with django_capture_on_commit_callbacks(execute=False):
        document_erase(document=documents[0], reason="Crash.", actor="staff:1")
    assert storage.is_stored(key)
    run("--yes", REASON)
    assert not storage.is_stored(key)


def test_it_minds_one_store(run: Run, store: Installation, documents: list[SalesDocument]) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    books.invoice(factories.legal_entity(other), on=date(2012, 5, 4))
    assert run() == "exit 1: There are several stores; name one.\n"
    assert run("--store", other.saleor_api_url).endswith(
        "1 documents may be erased; --yes erases them.\n"
    )
    assert run("--store", "https://nobody.example.com/graphql/").startswith("exit 1: ")
    run("--store", other.saleor_api_url, "--yes", REASON)
    assert Erasure.objects.get().document.installation_id == other.pk
