"""What failed, in one list, each once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.reports.selectors import failed_work
from saleor_invoices.reports.selectors.failed_work import (
    Work,
    WorkKind,
    WorkPlace,
    work_failed,
    work_failed_count,
)
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories
from tests.reports import broken

PROBLEMS: dict[str, tuple[Callable[..., Any], str, str]] = {
    "mail": (broken.mail, "mail:{document}", "MAIL_REFUSED"),
    "publication": (broken.publication, "document:{document}", "PUBLISH_REFUSED"),
    "file": (broken.file, "document:{document}", "RENDER_FAILED"),
    "transmission": (broken.transmission, "transmission:{document}", "TRANSMISSION_FAILED"),
}


@pytest.fixture
def document(seller: LegalEntity) -> SalesDocument:
    """A document whose work failed."""
    return factories.issued_document(seller, pdf=False)


def listed(store: Installation, size: int = 50, after: WorkPlace | None = None) -> list[Work]:
    """A page of the list."""
    return work_failed(installation=store, size=size, after=after)[0]


def kinds(store: Installation) -> list[str]:
    """The kinds on the first page."""
    return [work.kind.value for work in listed(store)]


@pytest.mark.parametrize("kind", PROBLEMS)
def test_work_is_there_once_with_and_without_its_problem(
    store: Installation, document: SalesDocument, kind: str
) -> None:
    make, subject, code = PROBLEMS[kind]
    make(document)
    assert kinds(store) == [kind]
    problem = broken.problem(store, subject.format(document=document.pk), code)
    assert kinds(store) == ["problem"]
    assert work_failed_count(installation=store) == 1
    problem.resolved_at = timezone.now()
    problem.save()
    assert kinds(store) == [kind]
    assert work_failed_count(installation=store) == 1


def test_a_problem_of_another_kind_does_not_stand_for_it(
    store: Installation, document: SalesDocument
) -> None:
    broken.publication(document)
    broken.file(document)
    broken.problem(store, f"document:{document.pk}", "CREDIT_NOTE_REVIEW")
    broken.problem(store, f"mail:{document.pk}", "RENDER_FAILED")
    assert sorted(kinds(store)) == ["file", "problem", "problem", "publication"]


def test_a_dead_delivery_is_there_once(store: Installation) -> None:
    row = broken.delivery(store)
    assert kinds(store) == ["delivery"]
    broken.problem(store, f"delivery:{row.pk}", "DELIVERY_PAYLOAD_INVALID")
    assert kinds(store) == ["problem"]


def test_an_event_that_was_not_taken_is_there_once(store: Installation) -> None:
    row = broken.event(store)
    assert kinds(store) == ["webhook"]
    broken.problem(store, f"webhook:{row.endpoint_id}", "WEBHOOK_FAILED")
    assert kinds(store) == ["problem"]


def test_what_is_not_in_the_list(store: Installation, document: SalesDocument) -> None:
    broken.mail(document, state="sent")
    test = broken.mail(document)
    test.document, test.purpose = None, "test"
    test.save()
    broken.problem(store, "store", resolved_at=timezone.now())
    other = factories.installation("https://b.example.com/graphql/")
    theirs = factories.issued_document(factories.legal_entity(other), pdf=False)
    for make in (broken.mail, broken.publication, broken.file, broken.transmission):
        make(theirs)
    broken.delivery(other)
    broken.event(other)
    broken.problem(other, "store")
    assert kinds(store) == []
    assert work_failed_count(installation=store) == 0
    assert work_failed_count(installation=other) == 7


def test_a_mail_of_which_nobody_knows_is_in_the_list(
    store: Installation, document: SalesDocument
) -> None:
    broken.mail(document, state="unknown")
    assert kinds(store) == ["mail"]


@pytest.mark.parametrize("chunk", [1, 100])
def test_pages_follow_each_other_whatever_falls_together(
    store: Installation, seller: LegalEntity, monkeypatch: Any, chunk: int
) -> None:
    monkeypatch.setattr(failed_work, "_CHUNK", chunk)
    now = timezone.now()
    documents = [factories.issued_document(seller, pdf=False) for _ in range(3)]
    for number, document in enumerate(documents):
        broken.mail(document)
        broken.publication(document)
        broken.file(document)
        broken.transmission(document)
        broken.problem(store, f"order:{number}", opened_at=now)  # all at one moment
        broken.delivery(store, at=now - timedelta(days=number))
        broken.problem(store, f"document:{document.pk}", "RENDER_FAILED", opened_at=now)
    whole = [work.place for work in listed(store)]
    assert len(whole) == work_failed_count(installation=store) == 18
    assert whole == sorted(whole, reverse=True)
    for size in (1, 2, 5):
        found: list[Any] = []
        after = None
        more = True
        while more:
            page, more = work_failed(installation=store, size=size, after=after)
            found += [work.place for work in page]
            after = WorkPlace(page[-1].at, page[-1].kind, page[-1].row.pk)
        assert found == whole


def test_kinds_of_the_list_are_those_of_the_schema() -> None:
    assert {kind.name for kind in WorkKind} == {
        "PROBLEM", "MAIL", "PUBLICATION", "FILE", "TRANSMISSION", "DELIVERY", "WEBHOOK",
    }  # fmt: skip
