"""Putting number and address into Saleor: once, repeatably, and visibly where it fails."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.invoices import tasks
from saleor_invoices.invoices.models import (
    DownloadLink,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services import attempts, publication_publish
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.link_create import link_url
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.saleor import publishing
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.services.installation_register import installation_register
from tests.invoices.desk import Desk
from tests.invoices.orders import at, issue, paid
from tests.invoices.publications import again, attempt, events
from tests.invoices.shop import Shop, refused, throttled
from tests.invoices.test_issue_concurrently import together
from tests.saleor.fake_saleor import Reply, failure

pytestmark = pytest.mark.django_db
publish = publication_publish.publication_publish


def test_the_requested_invoice_is_updated(requested: Publication, shop: Shop) -> None:
    attempt(requested)
    link = DownloadLink.objects.get()
    assert shop.operations == ["invoiceUpdate"]
    assert shop.variables("invoiceUpdate") == [
        {"id": "asked", "input": {"number": requested.document.number, "url": link_url(link)}}
    ]
    assert (requested.state, requested.next_attempt_at) == ("done", None)
    assert requested.published_at is not None
    assert events(requested) == ["published"]


def test_our_own_invoice_is_looked_for_before_it_is_created(own: Publication, shop: Shop) -> None:
    attempt(own)
    assert shop.operations == ["orderInvoices", "invoiceCreate"]
    assert (own.state, own.saleor_invoice_id) == ("done", "own-1")
    assert shop.invoices["own-1"]["number"] == own.document.number


def test_publishing_again_says_nothing_to_saleor(own: Publication, shop: Shop) -> None:
    attempt(own)
    said = len(shop.calls)
    assert publish(publication_id=own.pk) is None
    assert len(shop.calls) == said


def test_an_invoice_of_another_app_is_not_taken_for_ours(own: Publication, shop: Shop) -> None:
    shop.request_invoice("o", "foreign")
    shop.invoices["foreign"].update(
        number=own.document.number, url="https://elsewhere.example.com/1.pdf", status="SUCCESS"
    )
    attempt(own)
    assert own.saleor_invoice_id != "foreign"
    assert len(shop.invoices) == 2


def test_nothing_is_published_before_the_pdf_exists(
    store: Installation, seller: LegalEntity, shop: Shop
) -> None:
    shop.orders["o"] = {"id": "o"}
    publication = issue(store, paid("o")).publications.get()
    assert publish(publication_id=publication.pk) is None
    publication.refresh_from_db()
    assert (publication.state, publication.attempts) == ("pending", 0)
    assert shop.calls == []
    assert not DownloadLink.objects.exists()


def test_the_rendering_lets_it_go_on(
    desk: Desk, store: Installation, shop: Shop, django_capture_on_commit_callbacks: Any
) -> None:
    shop.orders["o"] = {"id": "o"}
    publication = issue(store, paid("o")).publications.get()
    with django_capture_on_commit_callbacks(execute=True):
        document_render_attempt(document_id=publication.document_id)
    assert desk.work() == ["publication_publish"]
    assert shop.mutations() == ["invoiceCreate"]


@pytest.mark.parametrize("answer", ["lost", "crash"])
def test_an_invoice_whose_creation_was_not_heard_of_is_found_and_not_made_twice(
    own: Publication, shop: Shop, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    if answer == "lost":
        shop.lost_answers.add("invoiceCreate")
        attempt(own)
        assert (own.state, own.attempts) == ("pending", 1)
        assert own.last_error.startswith("UNREACHABLE: ")
    else:

        def killed(**_said: object) -> Any:
            shop._do_invoice_create(
                {"orderId": "o", "input": {"number": own.document.number, "url": _url(own)}}
            )
            raise SystemExit

        with monkeypatch.context() as patch:
            patch.setattr(publishing, "invoice_create", lambda *_, **k: killed(**k))
            with pytest.raises(SystemExit):
                publish(publication_id=own.pk)
    assert len(shop.invoices) == 1
    assert Publication.objects.get(pk=own.pk).saleor_invoice_id is None

    again(own)
    assert (own.state, own.saleor_invoice_id) == ("done", "own-1")
    assert len(shop.invoices) == 1


def _url(publication: Publication) -> str:
    return link_url(publication.document.links.get())


def test_a_crash_while_publishing_gives_the_work_back_after_the_lease(
    own: Publication, shop: Shop, settings: Any
) -> None:
    claimed = attempts.claim(Publication, own.pk)
    assert claimed is not None
    assert publish(publication_id=own.pk) is None
    own.refresh_from_db()
    assert own.next_attempt_at is not None
    left = own.next_attempt_at - timezone.now()
    assert timedelta(seconds=settings.WORK_LEASE_SECONDS - 5) < left

    again(own)
    assert (own.state, own.attempts) == ("done", 2)


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_publishes(own: Publication, shop: Shop) -> None:
    jobs: list[Callable[[], object]] = [lambda: publish(publication_id=own.pk)] * 6
    done = together(jobs)
    assert sum(isinstance(result, Publication) for result in done) == 1
    assert shop.mutations() == ["invoiceCreate"]


def test_saleors_wish_for_a_pause_is_respected(requested: Publication, shop: Shop) -> None:
    shop.faults["invoiceUpdate"] = [throttled(90)]
    attempt(requested)
    assert requested.state == "pending"
    assert requested.next_attempt_at is not None
    left = (requested.next_attempt_at - timezone.now()).total_seconds()
    assert 85 < left <= 90
    assert publish(publication_id=requested.pk) is None  # not before

    again(requested)
    assert requested.state == "done"
    assert not Problem.objects.exists()


def test_pauses_grow_and_the_last_failure_becomes_a_problem(
    requested: Publication, shop: Shop
) -> None:
    shop.is_down = True
    waits = []
    for _ in range(attempts.MAX_ATTEMPTS):
        again(requested)
        if requested.next_attempt_at:
            waits.append((requested.next_attempt_at - timezone.now()).total_seconds())
    planned = [min(5 * 2**attempt, 3600) for attempt in range(attempts.MAX_ATTEMPTS - 1)]
    for wait, seconds in zip(waits, planned, strict=True):
        assert seconds * 0.8 - 1 < wait <= seconds * 1.2
    assert (requested.state, requested.attempts) == ("failed", attempts.MAX_ATTEMPTS)
    problem = Problem.objects.get()
    assert problem.code == "PUBLISH_UNREACHABLE"
    assert requested.document.number in problem.message


def test_a_refusal_is_a_problem_at_once_and_retry_heals_it(
    requested: Publication, shop: Shop
) -> None:
    shop.faults["invoiceUpdate"] = [refused("invoiceUpdate", "NUMBER_NOT_SET")]
    attempt(requested)
    problem = Problem.objects.get()
    assert (requested.state, requested.attempts) == ("failed", 1)
    assert (problem.code, problem.subject) == (
        "PUBLISH_REFUSED",
        f"document:{requested.document_id}",
    )
    assert problem.params["number"] == requested.document.number
    assert problem.remedy

    problem_retry(problem=problem)
    requested.refresh_from_db()
    assert requested.state == "pending"
    attempt(requested)
    problem.refresh_from_db()
    assert requested.state == "done"
    assert problem.resolved_at is not None


def test_a_missing_permission_is_named(requested: Publication, shop: Shop) -> None:
    shop.faults["invoiceUpdate"] = [failure("You need MANAGE_ORDERS", "PermissionDenied")]
    attempt(requested)
    assert Problem.objects.get().code == "PUBLISH_PERMISSION_MISSING"
    assert Installation.objects.get().state == "active"


def test_an_invoice_that_staff_deleted_meanwhile_is_withdrawn(
    requested: Publication, shop: Shop
) -> None:
    shop.invoices.clear()
    attempt(requested)
    assert requested.state == "withdrawn"
    assert events(requested) == ["withdrawn_from_saleor"]
    assert shop.mutations() == ["invoiceUpdate"]
    assert not Problem.objects.exists()
    assert SalesDocument.objects.get().state == "issued"


def test_a_withdrawal_while_a_worker_publishes_is_not_undone(
    own: Publication, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = publishing.invoice_create

    def overtaken(*client: Any, **said: Any) -> Any:
        made = create(*client, **said)
        publication_publish.publication_withdraw(publication=Publication.objects.get(pk=own.pk))
        return made

    monkeypatch.setattr(publishing, "invoice_create", overtaken)
    attempt(own)
    assert own.state == "withdrawn"


def test_a_saleor_that_shows_another_file_is_told_and_no_second_invoice_is_made(
    own: Publication, shop: Shop
) -> None:
    masked = {"id": "masked", "status": "SUCCESS", "number": "1", "url": "/media/other.pdf"}
    created = {**masked, "createdAt": "2026-03-02T10:00:00+00:00"}
    answer = {"data": {"invoiceCreate": {"errors": [], "invoice": created}}}
    shop.faults["invoiceCreate"] = [Reply(answer)]
    shop.invoices["masked"] = {**created, "order": "o"}
    attempt(own)
    problem = Problem.objects.get()
    assert (own.state, own.saleor_invoice_id) == ("failed", "masked")
    assert problem.code == "PUBLISH_URL_MASKED"
    assert "Switch off the plugin" in problem.message

    problem_retry(problem=problem)  # the plugin was switched off
    attempt(own)
    assert own.state == "done"
    assert shop.mutations() == ["invoiceCreate", "invoiceUpdate"]
    assert list(shop.invoices) == ["masked"]


def test_an_order_that_saleor_no_longer_has_is_a_problem(own: Publication, shop: Shop) -> None:
    shop.orders.clear()
    attempt(own)
    assert Problem.objects.get().code == "PUBLISH_NOT_FOUND"
    assert shop.mutations() == []


def test_a_removed_app_pauses_and_goes_on_after_the_reinstall(
    desk: Desk, own: Publication, shop: Shop, store: Installation
) -> None:
    shop.is_removed = True
    attempt(own)
    store.refresh_from_db()
    assert (store.state, own.state, own.attempts) == ("disconnected", "pending", 0)
    assert not Problem.objects.exists()
    tasks.sweep()
    assert [message.name for message in desk.queued()] == []  # nothing is tried in vain
    said = len(shop.calls)
    attempt(own)
    assert len(shop.calls) == said

    shop.is_removed, shop.token = False, "token-of-the-reinstall"
    installation_register(
        api_url=shop.url,
        token=shop.token,
        app_id="QXBwOjI=",
        jwks=store.jwks,
        saleor_version="3.22",
    )
    tasks.sweep()
    assert "publication_publish" in [message.name for message in desk.queued()]
    attempt(own)
    assert own.state == "done"
    assert shop.mutations() == ["invoiceCreate"]


def test_the_failure_of_an_old_token_does_not_stop_a_store_that_was_just_reinstalled(
    own: Publication, shop: Shop, store: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.is_removed = True
    look = publishing.order_invoices

    def reinstalled(*client: Any, **asked: Any) -> Any:
        try:
            return look(*client, **asked)
        finally:
            installation_register(
                api_url=shop.url, token="new-token", app_id="QXBwOjI=", jwks=store.jwks
            )

    monkeypatch.setattr(publishing, "order_invoices", reinstalled)
    attempt(own)
    store.refresh_from_db()
    assert (store.state, store.token) == ("active", "new-token")
    assert own.state == "pending"


def test_the_success_of_one_publication_does_not_hide_the_failure_of_another(
    requested: Publication, shop: Shop
) -> None:
    shop.faults["invoiceUpdate"] = [refused("invoiceUpdate", "INVALID")]
    attempt(requested)
    second = publication_request(
        document=requested.document,
        saleor_invoice_id=shop.request_invoice("o", "asked-again"),
        notify=False,
    )
    attempt(second)
    assert second.state == "done"
    assert Problem.objects.get().resolved_at is None

    problem_retry(problem=Problem.objects.get())
    attempt(requested)
    assert Problem.objects.get().resolved_at is not None


def test_an_error_that_nobody_foresaw_is_tried_again(
    own: Publication, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_client: object, **_said: object) -> None:
        raise KeyError("buyer@example.com")

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "order_invoices", stumble)
        attempt(own)
    assert (own.state, own.last_error) == ("pending", "INTERNAL_ERROR: Internal error (KeyError).")
    again(own)
    assert own.state == "done"


def test_a_publication_that_kills_every_worker_is_given_up(own: Publication, shop: Shop) -> None:
    Publication.objects.update(attempts=attempts.MAX_ATTEMPTS)
    attempt(own)
    assert own.state == "failed"
    assert Problem.objects.get().code == "PUBLISH_WORKER_DIED"
    assert shop.calls == []


def test_a_withdrawn_own_publication_is_not_made_anew_by_an_issue_on_demand(
    own: Publication, shop: Shop, store: Installation
) -> None:
    attempt(own)
    publication_publish.publication_withdraw(publication=own)
    order_invoice(installation=store, order=paid("o"), issued_at=at(1))
    assert Publication.objects.get().state == "withdrawn"
    assert RenderJob.objects.count() == 1
