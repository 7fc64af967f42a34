"""Lawful erasure: not a day too early, as a whole or not at all, and the chain still holds."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.utils import timezone

from saleor_invoices.documents import storage
from saleor_invoices.domain.errors import AppError, Conflict, InvalidInput
from saleor_invoices.invoices.models import (
    DownloadLink,
    EInvoiceRecord,
    Erasure,
    LinkCode,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
    VatCheck,
)
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.document_erase import document_erase, erasure_finish
from saleor_invoices.invoices.services.document_open import document_open, document_restore
from saleor_invoices.invoices.services.document_render import (
    document_made,
    document_render_attempt,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.invoices.services.problem import document_subject, problem_open
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.conftest import Configure
from tests.invoices.tampering import alter, faults
from tests.invoices.test_ledger_files import keep
from tests.plugins import factories

pytestmark = pytest.mark.django_db
ISSUED = date(2012, 5, 4)
REASON = "Its time of retention has run out."
Commit = Callable[..., Any]


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Commit:
    """Erase and commit."""

    def erase(document: SalesDocument, **options: Any) -> Erasure:
        with django_capture_on_commit_callbacks(execute=True):
            return document_erase(
                **{"document": document, "reason": REASON, "actor": "staff:1", **options}
            )

    return erase


@pytest.fixture
def old(seller: LegalEntity) -> SalesDocument:
    """A document of 2012 with everything that hangs on one, the second of three."""
    books.invoice(seller, on=ISSUED)
    document = books.invoice(seller, on=ISSUED)
    books.invoice(seller, on=ISSUED)
    keep(document)
    keep(document, "xml", b"<Invoice/>")
    EInvoiceRecord.objects.create(document=document, outcome="made")
    RenderJob.objects.create(document=document, last_error="Sample Buyer")
    Publication.objects.create(document=document, order=document.order, last_error="Sample Buyer")
    link = link_create(document=document, open_days=30, strict=False)
    LinkCode.objects.create(link=link, code_hash="0" * 64, expires_at=timezone.now())
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code="PUBLISH_REFUSED",
        message="Sample Buyer",
    )
    return document


def _stored(erasure: Erasure) -> list[bool]:
    return [storage.is_stored(file["key"]) for file in erasure.files]


def test_what_names_a_person_is_gone_and_what_the_law_wants_stays(
    old: SalesDocument, commit: Commit
) -> None:
    before: dict[str, Any] = dict(SalesDocument.objects.values().get(pk=old.pk))
    erasure = commit(old)
    after: dict[str, Any] = dict(SalesDocument.objects.values().get(pk=old.pk))
    gone = {"snapshot", "salt", "buyer_name", "customer_id", "customer_email", "search_text"}
    assert {name for name in after if after[name] != before[name]} == gone | {"erased_at"}
    assert not any(after[name] for name in gone)
    assert (erasure.reason, erasure.erased_by, erasure.retained_until) == (
        REASON,
        "staff:1",
        date(2020, 12, 31),
    )
    assert [file["kind"] for file in erasure.files] == ["pdf", "xml"]
    assert _stored(erasure) == [False, False]
    for rows in (old.files, old.links, LinkCode.objects, EInvoiceRecord.objects):
        assert not rows.filter().exists()
    assert RenderJob.objects.values_list("state", "last_error").get() == ("withdrawn", "")
    assert Publication.objects.values_list("state", "last_error").get() == ("withdrawn", "")
    assert not Problem.objects.exists()
    assert old.erased_at is not None  # the caller's object says so as well
    entry = old.history.get(event="erased")
    assert (entry.actor, entry.params) == ("staff:1", {"retained_until": "2020-12-31"})


def test_the_chain_still_holds(old: SalesDocument, commit: Commit) -> None:
    assert ledger_verify().ok
    commit(old)
    report = ledger_verify(files=True)
    assert (report.faults, report.erased, report.documents) == ([], 1, 3)
    for document in SalesDocument.objects.filter(erased_at__isnull=True):
        commit(document)
    assert (ledger_verify(files=True).faults, ledger_verify().erased) == ([], 3)


def test_an_erased_invoice_and_its_credit_note_still_add_up(
    seller: LegalEntity, commit: Commit
) -> None:
    invoice = books.invoice(seller, on=ISSUED)
    note = books.credit_note(invoice, lines=["2"])
    books.credited(invoice, 1080)
    commit(invoice)
    assert ledger_verify().faults == []
    alter(note, gross_minor=99_999)
    assert "CREDIT_EXCEEDS" in {code for code, _, _ in faults()}


@pytest.mark.parametrize(
    ("today", "may"),
    [(date(2034, 12, 30), False), (date(2034, 12, 31), False), (date(2035, 1, 1), True)],
)
def test_the_last_day_is_still_kept(
    seller: LegalEntity, commit: Commit, today: date, may: bool
) -> None:
    document = books.invoice(seller)
    if may:
        assert commit(document, today=today).retained_until == date(2034, 12, 31)
        # By the real calendar it is too early: only the day was made up.
        assert {fault.code for fault in ledger_verify().faults} == {"ERASED_EARLY"}
        return
    with pytest.raises(Conflict) as caught:
        commit(document, today=today)
    assert caught.value.code == "RETENTION_RUNS"
    assert caught.value.params["retained_until"] == "2034-12-31"
    assert SalesDocument.objects.get().buyer_name
    assert not Erasure.objects.exists()


def test_the_merchant_may_keep_longer_but_not_shorter(
    seller: LegalEntity, commit: Commit, configure: Configure
) -> None:
    document = books.invoice(seller, on=ISSUED)
    configure(retention_years=20)
    with pytest.raises(Conflict) as caught:
        commit(document)
    assert caught.value.params["retained_until"] == "2032-12-31"
    configure(legal_entity=seller, retention_years=1)
    assert commit(document).retained_until == date(2020, 12, 31)


def test_a_seller_that_moved_keeps_as_long_as_either_country_asks(
    store: Installation, commit: Commit
) -> None:
    # On the document the seller is in Poland (until the end of 2018), now in France (of 2022).
    entity = factories.legal_entity(store, country="FR")
    document = books.invoice(entity, on=ISSUED)
    with pytest.raises(Conflict) as caught:
        commit(document, today=date(2022, 6, 1))
    assert caught.value.params["retained_until"] == "2022-12-31"


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "REASON_MISSING"), (" \x00 ", "REASON_MISSING"), ("x" * 301, "REASON_TOO_LONG")],
)
def test_a_reason_must_be_given(old: SalesDocument, commit: Commit, reason: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        commit(old, reason=reason)
    assert (caught.value.code, caught.value.params) == (code, {"field": "reason"})


def test_a_draft_is_not_erased(seller: LegalEntity, commit: Commit) -> None:
    draft = factories.document_row(
        seller, factories.sample_document(number="", issue_date=None), order=None
    )
    draft.save(force_insert=True)
    with pytest.raises(Conflict) as caught:
        commit(draft)
    assert caught.value.code == "NOT_ISSUED"


@pytest.mark.parametrize("columns", [{"snapshot": b"{}"}, {"salt": b""}, {"digest": "0" * 64}])
def test_what_was_tampered_with_is_evidence(
    old: SalesDocument, commit: Commit, columns: dict[str, Any]
) -> None:
    alter(old, **columns)
    with pytest.raises(Conflict) as caught:
        commit(old)
    assert caught.value.code == "DOCUMENT_ALTERED"
    assert not Erasure.objects.exists()


def test_asked_again_it_answers_the_same(old: SalesDocument, commit: Commit) -> None:
    first = commit(old)
    second = commit(old, reason="Another one.", actor="staff:2")
    assert (second.pk, second.reason, second.erased_by) == (first.pk, REASON, "staff:1")
    assert old.history.filter(event="erased").count() == 1


@contextmanager
def _broken_storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(_key: str) -> bool:
        raise OSError("the storage is away")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "discard", refuse)
        yield


def test_a_storage_that_is_away_is_told_and_tried_again(
    old: SalesDocument, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _broken_storage(monkeypatch):
        erasure = commit(old)
    assert _stored(erasure) == [True, True]
    assert old.erased_at is not None
    left = [("FILE_NOT_ERASED", old.number, kind) for kind in ("pdf", "xml")]
    assert (faults(), faults(files=True)) == ([], left)
    problem = Problem.objects.get(resolved_at=None)
    assert problem.code == "ERASURE_UNFINISHED"
    problem_retry(problem=problem)
    assert _stored(erasure) == [False, False]
    assert ledger_verify(files=True).ok
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_a_crash_after_the_commit_is_mended_by_asking_again(
    old: SalesDocument, commit: Commit, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=False):
        erasure = document_erase(document=old, reason=REASON, actor="staff:1")
    assert _stored(erasure) == [True, True]  # never before the commit
    assert erasure_finish(erasure=commit(old))
    assert _stored(erasure) == [False, False]


def test_a_failure_in_the_middle_changes_nothing(
    old: SalesDocument, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_document: SalesDocument) -> None:
        raise RuntimeError("a listener could not forget")

    monkeypatch.setattr(listeners, "_erased", [fail])
    before = SalesDocument.objects.values().get(pk=old.pk)
    with pytest.raises(RuntimeError):
        commit(old)
    assert SalesDocument.objects.values().get(pk=old.pk) == before
    assert (Erasure.objects.count(), DownloadLink.objects.count()) == (0, 1)
    assert old.files.count() == 2
    assert ledger_verify(files=True).ok


def test_who_registered_is_told(
    old: SalesDocument, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[SalesDocument] = []
    monkeypatch.setattr(listeners, "_erased", [told.append])
    commit(old)
    assert [document.pk for document in told] == [old.pk]


def test_an_order_forgets_its_customer_with_its_last_document(
    seller: LegalEntity, commit: Commit
) -> None:
    order = books.an_order(seller)
    order.difference = {"lines": ["Mug"]}
    order.save()
    first = books.invoice(seller, on=ISSUED, order=order, part="fulfillment:1")
    second = books.invoice(seller, on=ISSUED, order=order, part="rest")
    commit(first)
    order.refresh_from_db()
    assert order.customer_id == "VXNlcjox"
    commit(second)
    order.refresh_from_db()
    assert not order.customer_id
    assert order.difference is None


def _check(store: Installation, vat_id: str = "DE136695976") -> VatCheck:
    return VatCheck.objects.create(
        installation=store,
        vat_id=vat_id,
        answer="valid",
        name="Sample Buyer",
        checked_at=timezone.now(),
    )


def test_answers_of_vies_go_with_the_last_document_that_names_the_buyer(
    store: Installation, seller: LegalEntity, commit: Commit
) -> None:
    documents = [books.invoice(seller, on=ISSUED) for _ in range(2)]
    theirs, others = _check(store), _check(store, "PL5260001246")
    elsewhere = _check(factories.installation("https://other.example.com/graphql/"))
    assert commit(documents[0]).files == []
    assert VatCheck.objects.count() == 3
    assert commit(documents[1]).files == [{"kind": f"vat_check:{theirs.pk}", "sha256": ""}]
    assert {check.pk for check in VatCheck.objects.all()} == {others.pk, elsewhere.pk}


def test_nothing_can_be_rendered_or_opened_any_more(old: SalesDocument, commit: Commit) -> None:
    commit(old)
    with pytest.raises(Conflict) as caught:
        document_made(document=old)
    assert caught.value.code == "ERASED"
    assert document_render_attempt(document_id=old.pk) is None
    assert document_open(document=old) is None
    document_restore(document=old)
    assert not Problem.objects.exists()


def test_a_file_rendered_meanwhile_does_not_stay(old: SalesDocument, commit: Commit) -> None:
    commit(old)
    with pytest.raises(DatabaseError, match="An erased document gets nothing new"):
        keep(old)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_erase_once(store: Installation, seller: LegalEntity) -> None:
    document = books.invoice(seller, on=ISSUED)
    keep(document)

    def erase(number: int) -> str:
        try:
            row = SalesDocument.objects.get(pk=document.pk)
            return document_erase(document=row, reason=REASON, actor=f"staff:{number}").erased_by
        except AppError as error:
            return error.code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        actors = set(pool.map(erase, range(4)))
    assert len(actors) == 1
    assert actors < {f"staff:{number}" for number in range(4)}
    assert document.history.filter(event="erased").count() == 1
    assert not storages["documents"].exists(f"{document.pk}/file.pdf")
    assert ledger_verify(files=True).ok
