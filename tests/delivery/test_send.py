"""Sending a mail over a real socket: what arrives, and what happens when it does not."""

from typing import Any

import pytest
from pytest_django import Settings

from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.dispatch_decide import (
    dispatch_mark_sent,
    dispatch_retry,
    mails_retry,
)
from saleor_invoices.delivery.services.dispatch_send import MAX_ATTEMPTS
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import Problem
from tests.delivery.conftest import (
    PDF,
    TO,
    XML,
    Configure,
    Issue,
    add_file,
    again,
    ask,
    attempt,
    events,
    use,
)
from tests.delivery.smtp_server import HANG_UP, Mailbox, mail_server

State = Dispatch.State


def open_problem() -> Problem:
    """The only open problem."""
    return Problem.objects.get(resolved_at=None)


def test_a_mail_arrives_whole(box: Mailbox, issue: Issue, configure: Configure) -> None:
    configure(reply_to="billing@shop.example")
    document = issue()
    sent = attempt(ask(document))
    assert sent.state == State.SENT
    assert sent.sent_at is not None
    (mail,) = box.mails
    assert box.envelopes == [("invoices@shop.example", TO)]
    assert mail["From"] == "Sample Shop Sp. z o.o. <invoices@shop.example>".replace(
        "Sample Shop Sp. z o.o.", '"Sample Shop Sp. z o.o."'
    )
    assert mail["To"] == TO
    assert mail["Reply-To"] == "billing@shop.example"
    assert mail["Message-ID"] == sent.message_id == f"<{sent.pk}@shop.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Subject"] == sent.subject == f"Faktura {document.number} od Sample Shop Sp. z o.o."
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "INV-2026-001.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert "158,40" in plain.get_content()
    assert "https://invoices.example.com/i/" in plain.get_content()
    assert '<html lang="pl" dir="ltr">' in html.get_content()
    assert '<a href="https://invoices.example.com/i/' in html.get_content()
    assert events(document) == ["mail_sent"]
    assert TO not in str(list(document.history.values_list("params", flat=True)))


@pytest.mark.parametrize(("wanted", "names"), [(True, ["pdf", "xml"]), (False, ["pdf"])])
def test_the_xml_goes_along_where_it_is_wanted(
    box: Mailbox, issue: Issue, configure: Configure, wanted: bool, names: list[str]
) -> None:
    configure(mail_attach_xml=wanted)
    attempt(ask(issue(xml=True)))
    parts = list(box.mails[0].iter_attachments())
    assert [(part.get_filename() or "")[-3:] for part in parts] == names
    if wanted:
        assert parts[1].get_content_type() == "application/xml"
        assert parts[1].get_payload(decode=True) == XML


def test_a_mail_goes_once_however_often_it_is_asked_for(box: Mailbox, issue: Issue) -> None:
    document = issue()
    first = ask(document)
    assert ask(document).pk == first.pk
    assert ask(document, recipient=TO.upper().replace("EXAMPLE.COM", "example.com")).pk == first.pk
    attempt(first)
    attempt(first)
    assert ask(document).state == State.SENT
    assert len(box.mails) == 1


def test_a_mail_waits_for_the_pdf(box: Mailbox, issue: Issue) -> None:
    document = issue(pdf=False)
    waiting = attempt(ask(document))
    assert (waiting.state, waiting.attempts) == (State.PENDING, 0)
    add_file(document, "pdf", PDF)
    assert attempt(waiting).state == State.SENT


def test_a_mail_waits_while_the_store_is_disconnected(box: Mailbox, issue: Issue) -> None:
    document = issue()
    document.installation.state = "disconnected"
    document.installation.save()
    assert attempt(ask(document)).state == State.PENDING
    assert box.commands == []


def test_a_server_that_is_down_gets_the_mail_when_it_is_back(
    settings: Settings, issue: Issue
) -> None:
    with mail_server() as box:
        use(settings, box.port)
    dispatch = attempt(ask(issue()))
    assert (dispatch.state, dispatch.attempts) == (State.PENDING, 1)
    assert dispatch.last_error.startswith("MAIL_UNREACHABLE")
    assert attempt(dispatch).attempts == 1  # not before its time
    with mail_server(box):
        assert again(dispatch).state == State.SENT
    assert len(box.mails) == 1
    assert Problem.objects.count() == 0


@pytest.mark.parametrize(
    "mood",
    [
        {"greeting": "421 busy"}, {"greeting": "554 no"}, {"greeting": HANG_UP},
        {"mail": "451 later"}, {"mail": HANG_UP}, {"rcpt": "450 greylisted"}, {"rcpt": HANG_UP},
        {"data": "452 full"}, {"data": HANG_UP}, {"content": "451 later"}, {"content": "421 bye"},
    ],
)  # fmt: skip
def test_what_was_not_accepted_is_sent_again(box: Mailbox, issue: Issue, mood: Any) -> None:
    box.moods = [mood]
    dispatch = attempt(ask(issue()))
    assert (dispatch.state, box.mails) == (State.PENDING, [])
    assert dispatch.next_attempt_at is not None
    assert again(dispatch).state == State.SENT
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    "mood", [{"content": HANG_UP}, {"halfway": HANG_UP}, {"content": "what?"}, {"content": "999 x"}]
)
def test_what_may_have_arrived_is_never_sent_again_by_itself(
    box: Mailbox, issue: Issue, mood: Any
) -> None:
    box.moods = [mood]
    document = issue()
    dispatch = attempt(ask(document))
    assert dispatch.state == State.UNKNOWN
    before = len(box.mails)
    again(dispatch)
    assert ask(document).state == State.UNKNOWN
    assert len(box.mails) == before
    problem = open_problem()
    assert (problem.code, problem.subject) == ("MAIL_UNCERTAIN", f"mail:{document.pk}")
    assert events(document) == ["mail_uncertain"]


def test_staff_send_a_doubtful_mail_again_under_the_same_message_id(
    box: Mailbox, issue: Issue
) -> None:
    box.moods = [{"content": HANG_UP}]
    dispatch = attempt(ask(issue()))
    mails_retry(open_problem())
    assert attempt(dispatch).state == State.SENT
    first, second = box.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert not Problem.objects.filter(resolved_at=None).exists()


def test_staff_mark_a_doubtful_mail_as_sent(box: Mailbox, issue: Issue) -> None:
    box.moods = [{"content": HANG_UP}]
    document = issue()
    dispatch = attempt(ask(document))
    dispatch_mark_sent(dispatch=dispatch, actor="staff:1")
    assert (dispatch.state, attempt(dispatch).state) == (State.SENT, State.SENT)
    assert len(box.mails) == 1
    assert events(document) == ["mail_uncertain", "mail_marked_sent"]
    assert not Problem.objects.filter(resolved_at=None).exists()
    for decide in (dispatch_retry, dispatch_mark_sent):
        with pytest.raises(Conflict) as error:
            decide(dispatch=dispatch, actor="staff:1")
        assert error.value.code == "DISPATCH_NOT_FAILED"


@pytest.mark.parametrize(
    ("mood", "code"),
    [
        ({"rcpt": "550 no such user"}, "MAIL_REFUSED"),
        ({"content": "552 too large"}, "MAIL_REFUSED"),
        ({"mail": "553 not you"}, "MAIL_SENDER_REFUSED"),
    ],
)
def test_a_refusal_for_good_is_a_problem_with_a_remedy(
    box: Mailbox, issue: Issue, mood: Any, code: str
) -> None:
    box.moods = [mood]
    document = issue()
    dispatch = attempt(ask(document))
    assert (dispatch.state, box.mails) == (State.FAILED, [])
    problem = open_problem()
    assert problem.code == code
    assert problem.remedy
    assert document.number in problem.message
    assert events(document) == ["mail_failed"]
    assert again(dispatch).state == State.FAILED


def test_one_refused_address_does_not_hold_up_another(box: Mailbox, issue: Issue) -> None:
    box.refused = {TO: "550 no such user"}
    document = issue()
    bad, good = ask(document), ask(document, recipient="other@example.com")
    assert (attempt(bad).state, attempt(good).state) == (State.FAILED, State.SENT)
    assert open_problem().code == "MAIL_REFUSED"  # the good one does not close it
    box.refused = {}
    dispatch_retry(dispatch=bad, actor="staff:1")
    assert attempt(bad).state == State.SENT
    assert not Problem.objects.filter(resolved_at=None).exists()


def test_a_server_that_stays_down_is_given_up_and_told(settings: Settings, issue: Issue) -> None:
    with mail_server() as box:
        use(settings, box.port)
    dispatch = ask(issue())
    for _ in range(MAX_ATTEMPTS):
        assert dispatch.state == State.PENDING
        again(dispatch)
    assert (dispatch.state, open_problem().code) == (State.FAILED, "MAIL_FAILED")


def test_a_file_that_is_not_what_was_stored_is_not_sent(
    box: Mailbox, issue: Issue, tmp_path: Any
) -> None:
    document = issue()
    (tmp_path / f"{document.pk}.pdf").write_bytes(b"something else")
    dispatch = attempt(ask(document))
    assert dispatch.state == State.FAILED
    assert dispatch.last_error.startswith("FILE_CORRUPT")
    assert box.mails == []


def test_an_erased_document_is_not_sent(box: Mailbox, issue: Issue) -> None:
    document = issue(columns={"erased_at": "2026-11-22T12:00Z"})
    with pytest.raises(Conflict) as error:
        ask(document)
    assert error.value.code == "DOCUMENT_ERASED"


def test_lines_that_begin_with_a_dot_arrive_as_they_are(
    box: Mailbox, issue: Issue, configure: Configure
) -> None:
    configure(mail_texts={"pl": {"subject": "", "body": ".\n..\n.x {{ number }}"}})
    attempt(ask(issue()))
    body = box.mails[0].get_body(("plain",))
    assert body is not None
    assert body.get_content().split() == [".", "..", ".x", "INV/2026/001"]
