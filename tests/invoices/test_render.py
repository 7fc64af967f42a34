"""Rendering: from the snapshot only, the same bytes each time, one file a document."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from saleor_invoices.documents.port import RenderFailed
from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain import codec
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import DocumentFile, Problem, RenderJob, SalesDocument
from saleor_invoices.invoices.services import attempts, document_open, document_render
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.stores.models import Asset, Installation, LegalEntity
from tests.documents.pdf import pdf_text
from tests.documents.samples import sample_logo
from tests.invoices.conftest import Configure
from tests.invoices.orders import issue, paid
from tests.invoices.test_issue_concurrently import together

PDF, XML = DocumentFile.Kind.PDF, DocumentFile.Kind.XML
pytestmark = pytest.mark.django_db
render = document_render.document_render


def _content(file: DocumentFile) -> bytes:
    return open_verified(file.storage_key, file.sha256)


def test_the_file_is_kept_under_its_hash_and_shows_what_was_issued(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store)
    file = render(document=document)
    pdf = _content(file)
    assert file.sha256 == hashlib.sha256(pdf).hexdigest()
    assert file.size == len(pdf)
    assert file.engine.startswith("typst ")
    assert file.storage_key.startswith(f"{store.uuid}/{document.issue_date:%Y}/{document.pk}/")
    text = pdf_text(pdf)
    for expected in (document.number, "Sample Buyer GmbH", "Monospace Tee", "119.00"):
        assert expected in text
    assert document.history.get(event="rendered").params == {"sha256": file.sha256}


def test_a_second_rendering_returns_the_first_file(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store)
    assert render(document=document) == render(document=document)
    assert DocumentFile.objects.filter(kind=PDF).count() == 1
    assert document.history.filter(event="rendered").count() == 1


def test_the_same_snapshot_gives_the_same_bytes_whatever_changed_since(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    document = issue(store)
    first = _made(document)
    configure(accent_color="#ff0000", paper="letter", footer=["New footer"], notes=["New note"])
    seller.name, seller.seller = "Renamed GmbH", {"name": "Renamed GmbH"}
    seller.save()
    again = _made(SalesDocument.objects.get())
    assert again == first


def test_the_logo_of_the_day_of_issue_stays_on_the_document(
    store: Installation, seller: LegalEntity
) -> None:
    seller.logo = sample_logo()
    seller.save()
    document = issue(store)
    kept = Asset.objects.get()
    assert codec.decode(bytes(document.snapshot)).presentation.logo_sha256 == kept.sha256
    first = _made(document)

    seller.logo = None
    seller.save()
    assert _made(document) == first
    assert render(document=issue(store)).sha256 != hashlib.sha256(first[PDF]).hexdigest()


@pytest.mark.django_db(transaction=True)
def test_two_workers_leave_one_file(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    jobs: list[Callable[[], object]] = [lambda: render(document=document)] * 6
    files = together(jobs)
    assert len({file.pk for file in files if isinstance(file, DocumentFile)}) == 1
    file = DocumentFile.objects.get(kind=PDF)
    assert _content(file).startswith(b"%PDF")
    assert document.history.filter(event="rendered").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_has_the_job(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    jobs: list[Callable[[], object]] = [lambda: document_render_attempt(document_id=document.pk)]
    done = together(jobs * 6)
    assert sum(isinstance(result, DocumentFile) for result in done) == 1
    job = RenderJob.objects.get()
    assert (job.state, job.attempts) == ("done", 1)


def test_a_crash_between_the_file_and_its_record_is_made_good(
    store: Installation, seller: LegalEntity, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = issue(store)

    def die(**_values: Any) -> Any:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(DocumentFile.objects, "get_or_create", die)
        with pytest.raises(SystemExit):
            document_render_attempt(document_id=document.pk)
    assert not DocumentFile.objects.exists()  # though the bytes are in the storage already

    _let_the_lease_run_out(RenderJob)
    file = document_render_attempt(document_id=document.pk)
    assert file is not None
    assert _content(file).startswith(b"%PDF")
    assert RenderJob.objects.get().attempts == 2


def test_what_a_crash_left_of_another_version_is_replaced_before_anything_refers_to_it(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store)
    first = render(document=document)
    other = issue(store)
    key = first.storage_key.replace(str(document.pk), str(other.pk))
    assert storages["documents"].save(key, ContentFile(b"%PDF by an older engine")) == key
    made = render(document=other)
    assert made.storage_key == key
    assert _content(made) == _made(other)[PDF]


def _made(document: SalesDocument) -> dict[DocumentFile.Kind, bytes]:
    return document_render.document_made(document=document).files


def _let_the_lease_run_out(model: Any) -> None:
    model.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def _failing(error: Exception) -> Callable[..., Any]:
    def fail(**_arguments: object) -> Any:
        raise error

    return fail


def test_a_document_that_cannot_be_rendered_is_a_problem_and_retry_heals_it(
    store: Installation, seller: LegalEntity, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = issue(store)
    with monkeypatch.context() as patch:
        patch.setattr(document_render, "render", _failing(RenderFailed("no such glyph")))
        assert document_render_attempt(document_id=document.pk) is None

    job, problem = RenderJob.objects.get(), Problem.objects.get()
    assert (job.state, job.next_attempt_at) == ("failed", None)
    assert job.last_error == "RENDER_FAILED: no such glyph"
    assert (problem.code, problem.subject) == ("RENDER_FAILED", f"document:{document.pk}")
    assert document.number in problem.message
    assert document_render_attempt(document_id=document.pk) is None  # not before a retry
    assert not DocumentFile.objects.exists()

    problem_retry(problem=problem)
    problem.refresh_from_db()
    job.refresh_from_db()
    assert problem.resolved_at is not None
    assert job.state == "done"
    assert DocumentFile.objects.filter(kind=PDF).count() == 1


def test_an_error_that_nobody_foresaw_is_tried_again_and_then_shown(
    store: Installation, seller: LegalEntity, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = issue(store)
    monkeypatch.setattr(document_render, "render", _failing(OSError("disk full: /srv/secret")))
    document_render_attempt(document_id=document.pk)
    job = RenderJob.objects.get()
    assert (job.state, job.attempts) == ("pending", 1)
    assert job.last_error == "INTERNAL_ERROR: Internal error (OSError)."
    assert job.next_attempt_at is not None
    assert job.next_attempt_at > timezone.now() + timedelta(seconds=3)
    assert not Problem.objects.exists()

    RenderJob.objects.update(attempts=attempts.MAX_ATTEMPTS - 1)
    _let_the_lease_run_out(RenderJob)
    document_render_attempt(document_id=document.pk)
    problem = Problem.objects.get()
    assert (problem.code, problem.params["cause"]) == ("RENDER_FAILED", "INTERNAL_ERROR")
    assert "secret" not in problem.message


def test_a_document_that_kills_every_worker_is_given_up_in_the_end(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store)
    RenderJob.objects.update(attempts=attempts.MAX_ATTEMPTS)
    document_render_attempt(document_id=document.pk)
    assert Problem.objects.get().params["cause"] == "WORKER_DIED"
    assert RenderJob.objects.get().state == "failed"


def test_a_draft_is_never_stored(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    document.issue_date = None
    with pytest.raises(ValueError, match="Only an issued document"):
        render(document=document)


class TestOpening:
    """What becomes of a stored file that is gone or was changed."""

    @pytest.fixture
    def document(self, store: Installation, seller: LegalEntity) -> SalesDocument:
        found = issue(store, paid("o"))
        render(document=found)
        return found

    def test_it_is_opened_as_it_was_stored(self, document: SalesDocument) -> None:
        opened = document_open.document_open(document=document)
        assert opened is not None
        assert opened.content.startswith(b"%PDF")
        assert opened.sha256 == document.files.get(kind=PDF).sha256

    def test_the_xml_is_opened_and_restored_as_well(self, document: SalesDocument) -> None:
        kept = document.files.get(kind=XML)
        storages["documents"].delete(kept.storage_key)
        with pytest.raises(NotFound):
            document_open.document_open(document=document, kind=XML)
        document_open.document_restore(document=document)
        again = document_open.document_open(document=document, kind=XML)
        assert again is not None
        assert again.content.startswith(b"<?xml")
        assert again.sha256 == kept.sha256

    def test_before_the_rendering_there_is_none(
        self, store: Installation, seller: LegalEntity
    ) -> None:
        assert document_open.document_open(document=issue(store)) is None
        assert not Problem.objects.exists()

    @pytest.mark.parametrize("fault", ["FILE_MISSING", "FILE_CORRUPT"])
    def test_a_damaged_file_is_not_served_but_shown_to_the_merchant_and_restored_on_retry(
        self, document: SalesDocument, fault: str
    ) -> None:
        key = document.files.get(kind=PDF).storage_key
        storage = storages["documents"]
        storage.delete(key)
        if fault == "FILE_CORRUPT":
            with storage.open(key, "wb") as file:
                file.write(b"%PDF-forged")

        with pytest.raises(Exception) as caught:  # noqa: PT011 one of two of our own
            document_open.document_open(document=document)
        problem = Problem.objects.get()
        assert getattr(caught.value, "code", "") == problem.code == fault
        assert document.number in problem.message

        problem_retry(problem=problem)
        problem.refresh_from_db()
        assert problem.resolved_at is not None
        assert document_open.document_open(document=document) is not None

    def test_a_file_that_this_version_renders_otherwise_is_not_replaced(
        self, document: SalesDocument, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = document.files.get(kind=PDF).storage_key
        storages["documents"].delete(key)
        other = document_render.document_made(document=issue(document.installation))
        monkeypatch.setattr(document_open, "document_made", lambda **_: other)
        document_open.document_restore(document=document)
        assert Problem.objects.get().code == "FILE_NOT_RESTORED"
        assert not storages["documents"].exists(key)


def test_a_template_that_fails_on_a_document_gives_way_to_the_built_in_layout(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    # It passed its check, and then came a document that it was not made for.
    source = (
        "<p>{{ doc.number }}</p>{% if '119' in (doc.number ~ '119') %}{{ nosuch.x }}{% endif %}"
    )
    configure(template="html", html_template=source)
    document = issue(store)
    file = render(document=document)
    assert file.engine.startswith("typst ")
    problem = Problem.objects.get()
    assert (problem.code, problem.params["number"]) == ("TEMPLATE_FAILED", document.number)


def test_a_merchants_own_template_makes_the_pdf(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    configure(template="html", html_template="<h1>Our own {{ doc.number }}</h1>")
    document = issue(store)
    file = render(document=document)
    assert file.engine.startswith("xhtml2pdf ")
    assert f"Our own {document.number}" in pdf_text(_content(file))
    assert not Problem.objects.exists()
