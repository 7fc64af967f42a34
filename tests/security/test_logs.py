"""Logs hold no secrets and no personal data, also where a library puts them into its words."""

import logging
from typing import Any

import pytest
from django.db import IntegrityError

from saleor_invoices import logs
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.mutations import law
from saleor_invoices.delivery.services import dispatch_send as sending
from saleor_invoices.delivery.services.dispatch_send import dispatch_send
from saleor_invoices.invoices.models import RenderJob
from saleor_invoices.invoices.services import document_render as rendering
from saleor_invoices.invoices.services.document_render import document_render_attempt
from tests.api.conftest import Ask, World
from tests.delivery.conftest import Issue, _files, entity, issue, store
from tests.delivery.conftest import ask as plan

__all__ = ["_files", "entity", "issue", "store"]
pytestmark = pytest.mark.django_db
WORDS = (
    "duplicate key value violates unique constraint\n"
    "DETAIL:  Failing row contains (7, Anna Miller, DE02120300000000202051, Hauptstr. 5).\n"
    "(550, 'no such user <anna.miller@example.com>')"
)
PERSONAL = ("Miller", "DE0212", "Hauptstr", "anna", "example.com")


def lines(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that was logged, as the app's formatter writes it."""
    spec = logs.configuration(log_format="json", level="INFO")["formatters"]["structured"]
    formatter = spec["()"](**{name: part for name, part in spec.items() if name != "()"})
    records = [record for record in caplog.records if record.name != "django.db.backends"]
    assert records
    return "\n".join(formatter.format(record) for record in records)


def fail(*_: Any, **__: Any) -> Any:
    """What a library raises."""
    raise IntegrityError(WORDS)


def refuse_personal(said: str) -> None:
    """Nothing of the person is there."""
    assert not [word for word in PERSONAL if word in said], said


def test_an_unforeseen_error_of_the_api_tells_where_and_not_whose(
    ask: Ask, world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(law, "vat_check_request", fail)
    identity = global_id("SalesInvoice", world.charlies.pk)
    query = "mutation ($id: ID!) { vatCheckRequest(id: $id) { document { id } } }"
    answer = ask(query, world.people["alice"], id=identity)
    assert answer["errors"][0]["extensions"]["code"] == "INTERNAL_ERROR"
    said = lines(caplog)
    assert "graphql.unexpected" in said
    assert "IntegrityError: duplicate key value" in said
    assert "test_logs.py" in said
    refuse_personal(said + str(answer))


def test_work_that_fails_tells_its_code_alone(
    issue: Issue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    document = issue(pdf=False)
    RenderJob.objects.create(document=document)
    monkeypatch.setattr(rendering, "render", fail)
    document_render_attempt(document_id=RenderJob.objects.get().pk)
    plan(issue())
    monkeypatch.setattr(sending, "dispatch_write", fail)
    dispatch_send(dispatch_id=document.installation.dispatches.get().pk)
    said = lines(caplog)
    assert "work.failed" in said
    assert "mail.failed" in said
    kept = [*RenderJob.objects.values(), *document.installation.dispatches.values("last_error")]
    assert "Internal error (IntegrityError)" in str(kept)
    refuse_personal(said + str(kept))


def test_what_celery_and_django_write_is_read_as_well(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fail()
    except IntegrityError as error:
        logging.getLogger("celery.app.trace").error(
            "Task raised unexpected: %r", error, exc_info=True
        )
    logging.getLogger("django.request").warning("Not Found: /i/the-secret-of-a-link")
    said = lines(caplog)
    refuse_personal(said)
    assert "the-secret-of-a-link" not in said
    assert "Task raised unexpected: IntegrityError" in said
