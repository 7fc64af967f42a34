"""Checks of the ledger in the background: what they find, and that a killed worker delays them."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.services.ledger_verify import Fault, LedgerReport, ledger_verify
from saleor_invoices.reports import tasks
from saleor_invoices.reports.models import LedgerCheck
from saleor_invoices.reports.services import ledger_check as checking
from saleor_invoices.reports.services.fault_texts import _TEXTS, fault_text
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories
from tests.reports.ledger import invoice, on


def start(store: Installation, *, with_files: bool = False) -> LedgerCheck:
    """A check that waits for its worker."""
    return checking.ledger_check_start(installation=store, with_files=with_files, actor="staff:1")


def done(check: LedgerCheck) -> LedgerCheck:
    """The check after a worker had it."""
    tasks.ledger_check(check.pk)
    check.refresh_from_db()
    return check


def test_a_ledger_that_holds(store: Installation, seller: LegalEntity) -> None:
    with on(0):
        invoice(seller)
        invoice(seller)
    check = done(start(store))
    assert (check.state, check.documents, check.faults, check.fault_count) == ("done", 2, [], 0)
    assert check.finished_at is not None
    assert check.lease_until is None


def test_faults_are_told_in_words(store: Installation, seller: LegalEntity) -> None:
    row = books.invoice(seller)
    alter(row, gross_minor=1)
    stranger = factories.legal_entity(factories.installation("https://b.example.com/graphql/"))
    alter(books.invoice(stranger), gross_minor=1)
    check = done(start(store))
    assert (check.state, check.fault_count) == ("done", 1)
    assert check.faults == [
        f"Document {row.number} is listed otherwise than it was issued (gross_minor)."
        " [main/invoice]"
    ]


def test_files_are_read_when_asked(store: Installation, seller: LegalEntity) -> None:
    row = books.invoice(seller)
    factories.document_file(row)  # there is none behind it
    assert done(start(store)).fault_count == 0
    (text,) = done(start(store, with_files=True)).faults
    assert text.startswith(f"A stored file of document {row.number} is gone")


def test_many_faults_are_counted_and_the_first_are_shown(
    store: Installation, seller: LegalEntity, monkeypatch: Any
) -> None:
    monkeypatch.setattr(checking, "MOST_FAULTS", 1)
    for _ in range(3):
        alter(books.invoice(seller), gross_minor=1)
    check = done(start(store))
    assert (len(check.faults), check.fault_count) == (1, 3)


def test_one_at_a_time(store: Installation) -> None:
    first = start(store)
    with pytest.raises(Conflict) as caught:
        start(store)
    assert caught.value.code == "CHECK_ACTIVE"
    start(factories.installation("https://b.example.com/graphql/"))
    done(first)
    start(store)


def test_a_killed_worker_delays_it(store: Installation, monkeypatch: Any) -> None:
    sent: list[tuple[Any, ...]] = []
    monkeypatch.setattr(background, "send", lambda *message: sent.append(message))
    check = start(store)
    assert checking._claim(check.pk) is not None  # and then it was killed
    tasks.sweep()
    assert sent == []
    assert done(check).state == "running"  # a second message: the lease still runs
    LedgerCheck.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    tasks.sweep()
    assert sent == [(checking.CHECK_TASK, check.pk)]
    assert done(check).state == "done"
    tasks.sweep()
    assert len(sent) == 1


def test_a_lost_message_is_sent_again(store: Installation, monkeypatch: Any) -> None:
    sent: list[tuple[Any, ...]] = []
    monkeypatch.setattr(background, "send", lambda *message: sent.append(message))
    check = start(store)
    tasks.sweep()
    LedgerCheck.objects.update(started_at=timezone.now() - checking.LEASE * 2)
    tasks.sweep()
    assert sent == [(checking.CHECK_TASK, check.pk)]


def test_one_that_kills_every_worker_ends(store: Installation) -> None:
    check = start(store)
    LedgerCheck.objects.update(attempts=checking.MOST_ATTEMPTS)
    check = done(check)
    assert (check.state, check.last_error.split(":")[0]) == ("failed", "WORKER_DIED")


def test_an_error_is_shown_without_its_words(store: Installation, monkeypatch: Any) -> None:
    def broken(**_: Any) -> LedgerReport:
        raise ValueError("names a person")

    monkeypatch.setattr(checking, "ledger_verify", broken)
    check = done(start(store))
    assert (check.state, check.last_error) == (
        "failed",
        "INTERNAL_ERROR: Internal error (ValueError).",
    )


def test_who_outlived_the_lease_changes_nothing(store: Installation, monkeypatch: Any) -> None:
    check = start(store)

    def slow(*, report: LedgerReport, **_: Any) -> LedgerReport:
        LedgerCheck.objects.update(attempts=2)  # another worker has it
        report.documents = 99
        return report

    monkeypatch.setattr(checking, "ledger_verify", slow)
    check = done(check)
    assert (check.state, check.documents) == ("running", 0)


@pytest.mark.django_db(transaction=True)
def test_the_lease_is_renewed_and_issuing_goes_on_meanwhile(monkeypatch: Any) -> None:
    store = factories.installation()
    seller = factories.legal_entity(store)
    books.invoice(seller)
    check = start(store)
    monkeypatch.setattr(checking, "BEAT_SECONDS", 0.02)
    seen: list[LedgerCheck] = []

    def slow(*, report: LedgerReport, **options: Any) -> LedgerReport:
        ledger_verify(report=report, **options)  # the moment is fixed now
        together([lambda: books.invoice(seller)])
        deadline = timezone.now() + timedelta(seconds=10)
        while not seen and timezone.now() < deadline:
            seen.extend(_beaten(check))
        report.documents = report.series = 0
        report.faults.clear()
        return ledger_verify(report=report, **options)

    monkeypatch.setattr(checking, "ledger_verify", slow)
    check = done(check)
    assert (check.state, check.documents, check.faults) == ("done", 1, [])
    assert ledger_verify().documents == 2
    assert seen
    assert connection.in_atomic_block is False


def _beaten(check: LedgerCheck) -> list[LedgerCheck]:
    """The check as another connection sees it, once its progress was written."""
    found: list[LedgerCheck] = []

    def look() -> None:
        found.extend(LedgerCheck.objects.filter(pk=check.pk, documents=1))

    together([look])
    return found


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_it_once() -> None:
    check = start(factories.installation())
    together([lambda: checking.ledger_check_work(check_id=check.pk)] * 2)
    check.refresh_from_db()
    assert (check.state, check.attempts) == ("done", 1)


def test_every_code_has_its_words() -> None:
    text = fault_text(Fault(code="NEW_CODE", number="INV-1", detail="what"))
    assert text == "NEW_CODE: INV-1: what"
    verification = Path(checking.__file__).parents[2] / "invoices/services/verification"
    found = {
        code
        for file in verification.glob("*.py")
        for code in re.findall(r'(?:code=|yield |\(\()"([A-Z_]{4,})"', file.read_text())
    }
    assert len(found) > 20
    assert found <= set(_TEXTS)
    for code in _TEXTS:
        shown = fault_text(Fault(code=code, number="INV-1", detail="what", series="main/invoice"))
        assert "{" not in shown
        assert shown.endswith("[main/invoice]")
