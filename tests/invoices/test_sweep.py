"""What a crash or a lost message left behind is picked up, and nobody's work is done twice."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from saleor_invoices.invoices import tasks
from saleor_invoices.invoices.models import Publication, RenderJob
from saleor_invoices.invoices.services import attempts
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.stores.models import Installation
from tests.invoices.desk import Desk
from tests.invoices.orders import issue, paid
from tests.invoices.shop import Shop
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _up_to_date(store: Installation) -> None:
    """The store's webhooks were compared by this version."""
    store.app_version = settings.VERSION
    store.save()


def _swept(desk: Desk) -> list[tuple[str, tuple[Any, ...]]]:
    tasks.sweep()
    return [(message.name, message.args) for message in desk.queued()]


def test_lost_messages_are_sent_again_until_the_invoice_is_in_saleor(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    shop.orders["o"] = {"id": "o"}
    document = issue(store, paid("o"))  # whose messages were never sent
    assert _swept(desk) == [("document_render", (str(document.pk),))]

    tasks.sweep()
    assert desk.work() == ["document_render", "publication_publish"]
    assert shop.mutations() == ["invoiceCreate"]
    assert _swept(desk) == []


def test_a_publication_that_was_left_behind_is_picked_up(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    document = issue(store)
    document_render(document=document)
    RenderJob.objects.update(state="done")
    assert _swept(desk) == [("publication_publish", (document.publications.get().pk,))]


def test_a_document_with_several_files_is_published_by_one_message(
    desk: Desk, store: Installation
) -> None:
    document = issue(store)
    factories.document_file(document)
    document.files.create(kind="xml", storage_key="x", sha256="b" * 64, size=1, engine="cii 1")
    RenderJob.objects.update(state="done")
    assert len(_swept(desk)) == 1


def test_what_a_worker_holds_is_left_alone_until_the_lease_runs_out(
    desk: Desk, store: Installation
) -> None:
    document = issue(store)
    assert attempts.claim(RenderJob, document.pk) is not None
    assert attempts.claim(RenderJob, document.pk) is None
    assert _swept(desk) == []

    RenderJob.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    assert len(_swept(desk)) == 1
    again = attempts.claim(RenderJob, document.pk)
    assert again is not None
    assert again.attempts == 2


def test_whoever_outlived_the_lease_does_not_undo_the_work_of_the_next(
    desk: Desk, store: Installation
) -> None:
    document = issue(store)
    slow = attempts.claim(RenderJob, document.pk)
    RenderJob.objects.update(next_attempt_at=None)
    quick = attempts.claim(RenderJob, document.pk)
    assert slow is not None
    assert quick is not None
    assert attempts.succeed(quick)
    assert not attempts.give_back(slow, RuntimeError("too late"))
    assert not attempts.succeed(slow)
    assert RenderJob.objects.get().state == "done"


def test_what_waits_for_its_next_attempt_or_failed_is_left_alone(
    desk: Desk, store: Installation
) -> None:
    issue(store), issue(store)
    later, failed = RenderJob.objects.order_by("pk")
    RenderJob.objects.filter(pk=later.pk).update(
        next_attempt_at=timezone.now() + timedelta(seconds=30)
    )
    RenderJob.objects.filter(pk=failed.pk).update(state="failed")
    assert _swept(desk) == []


def test_a_store_that_removed_the_app_is_left_alone_and_its_pdfs_are_still_made(
    desk: Desk, store: Installation
) -> None:
    rendered, waiting = issue(store), issue(store)
    document_render(document=rendered)
    RenderJob.objects.filter(document=rendered).update(state="done")
    store.state = "disconnected"
    store.save()
    assert _swept(desk) == [("document_render", (str(waiting.pk),))]
    assert Publication.objects.filter(state="pending").count() == 2


def test_a_store_set_up_by_an_older_version_is_checked(desk: Desk, store: Installation) -> None:
    store.app_version = "0.0.1"
    store.save()
    assert _swept(desk) == [("store_setup", (store.pk,))]


def test_once_a_day_every_active_store_is_checked(desk: Desk, store: Installation) -> None:
    factories.installation(
        "https://gone.example.com/graphql/", app_id="QXBwOjI=", state="disconnected"
    )
    tasks.stores_check()
    assert [(m.name, m.args) for m in desk.queued()] == [("store_setup", (store.pk,))]


def test_tasks_of_rows_that_are_gone_do_nothing(db: None) -> None:
    tasks.publication_publish(10**6)
    tasks.document_render("00000000-0000-0000-0000-000000000000")
    tasks.problem_retry(10**6)
    tasks.store_setup(10**6)
