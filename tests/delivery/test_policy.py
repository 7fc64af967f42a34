"""What goes out by itself: after the rendering, as the channel's policy says."""

from typing import Any

import pytest
from celery import current_app

from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.problems import mail_text_subject
from saleor_invoices.delivery.services.dispatch_request import dispatch_on_issue
from saleor_invoices.delivery.services.dispatch_sweep import dispatches_sweep
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.invoices.models import Problem, RenderJob, SalesDocument
from saleor_invoices.invoices.selectors.problems import problems_of_documents
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.problem_report import problem_retry
from tests.delivery.conftest import TO, Configure, Issue, ask, attempt, events
from tests.delivery.smtp_server import Mailbox

SEND = "saleor_invoices.delivery.tasks.dispatch_send"


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...]]]:
    """The tasks that were handed to the workers."""
    sent: list[tuple[str, tuple[Any, ...]]] = []
    monkeypatch.setattr(
        current_app, "send_task", lambda name, args=(), **_: sent.append((name, tuple(args)))
    )
    return sent


def render(document: SalesDocument) -> None:
    """Have the real rendering done."""
    RenderJob.objects.create(document=document)
    assert document_render_attempt(document_id=document.pk) is not None


def test_a_rendered_invoice_is_mailed_where_the_policy_says_so(
    box: Mailbox,
    issue: Issue,
    configure: Configure,
    tasks: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    configure(mail_policy="on_issue")
    document = issue(pdf=False)
    with django_capture_on_commit_callbacks(execute=True):
        render(document)
    dispatch = Dispatch.objects.get()
    assert (dispatch.purpose, dispatch.recipient, dispatch.language) == ("issue", TO, "pl")
    assert (SEND, (str(dispatch.pk),)) in tasks
    assert attempt(dispatch).state == Dispatch.State.SENT
    (attached,) = box.mails[0].iter_attachments()
    assert attached.get_content().startswith(b"%PDF-1.7")
    listeners.rendered(document)  # told twice after a crash
    assert Dispatch.objects.count() == 1


def test_nothing_is_mailed_unless_the_policy_says_so(issue: Issue) -> None:
    render(issue(pdf=False))
    assert Dispatch.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "mailed"),
    [
        ({"kind": DocumentKind.CREDIT_NOTE}, True),
        ({"kind": DocumentKind.PROFORMA}, False),
        ({"columns": {"test_mode": True}}, False),
        ({"columns": {"source": "imported"}}, False),
    ],
)
def test_only_real_documents_of_our_own_go_by_themselves(
    issue: Issue, configure: Configure, changes: dict[str, Any], mailed: bool
) -> None:
    configure(mail_policy="on_issue")
    assert (dispatch_on_issue(issue(**changes)) is not None) is mailed


@pytest.mark.parametrize("address", ["", "no address", "a@example.com,b@example.com"])
def test_a_customer_without_an_address_is_a_quiet_entry_once(
    issue: Issue, configure: Configure, address: str
) -> None:
    configure(mail_policy="on_issue")
    document = issue(address)
    for _ in range(2):
        assert dispatch_on_issue(document) is None
    assert events(document) == ["mail_no_recipient"]
    assert Problem.objects.count() == 0


def test_a_listener_that_fails_does_not_lose_the_rendering(
    issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: SalesDocument) -> None:
        Dispatch.objects.create(key="half")  # no store: the database refuses
        raise AssertionError

    heard: list[SalesDocument] = []
    with monkeypatch.context() as patch:
        patch.setattr(listeners, "_rendered", [broken, heard.append])
        document = issue(pdf=False)
        render(document)
    assert RenderJob.objects.get().state == RenderJob.State.DONE
    assert heard == [document]
    assert Dispatch.objects.count() == 0
    problem = Problem.objects.get()
    assert problem.code == "PLANNING_FAILED"
    problem_retry(problem=problem)
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_the_sweep_takes_up_what_was_forgotten_and_nothing_else(
    issue: Issue, tasks: list[Any]
) -> None:
    forgotten = ask(issue())
    ask(issue(pdf=False))
    done = ask(issue())
    Dispatch.objects.filter(pk=done.pk).update(state=Dispatch.State.SENT)
    dispatches_sweep()
    assert tasks == [(SEND, (str(forgotten.pk),))]


def test_a_broken_text_goes_out_in_our_words_and_is_told(
    box: Mailbox, issue: Issue, configure: Configure
) -> None:
    configure(mail_texts={"pl": {"subject": "S", "body": "{{ nubmer }}"}})
    document = issue()
    assert attempt(ask(document)).state == Dispatch.State.SENT
    assert box.mails[0]["Subject"] == "S"
    problem = Problem.objects.get()
    assert problem.code == "MAIL_TEXT_INVALID"
    assert problem.subject == mail_text_subject(channel=document.channel, language="pl")
    problem_retry(problem=problem)
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_a_documents_problems_hold_those_of_its_mails(box: Mailbox, issue: Issue) -> None:
    box.refused = {TO: "550 no such user"}
    document = issue()
    dispatch = attempt(ask(document))
    found = problems_of_documents(installation=document.installation, documents=[document])
    assert [problem.code for problem in found[document.pk]] == ["MAIL_REFUSED"]
    box.refused = {}
    problem_retry(problem=Problem.objects.get())  # through the registry of listeners
    assert attempt(dispatch).state == Dispatch.State.SENT
    assert Problem.objects.get().resolved_at is not None


def test_erasure_takes_the_addresses_and_leaves_that_it_was_sent(
    box: Mailbox, issue: Issue
) -> None:
    document = issue()
    sent, waiting = attempt(ask(document)), ask(document, recipient="late@example.com")
    Transmission.objects.create(document=document, channel="email", receipt={"to": TO})
    listeners.erased(document)
    for row in (sent, waiting):
        row.refresh_from_db()
        assert (row.recipient, row.subject, row.message) == ("", "", "")
        assert row.key == f"erased:{row.pk}"
    assert (sent.state, waiting.state) == (Dispatch.State.SENT, Dispatch.State.CANCELLED)
    assert Transmission.objects.get().receipt == {}
