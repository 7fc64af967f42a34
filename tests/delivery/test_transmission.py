"""E-invoices over a real HTTP access point and over mail: once, late, refused, unconfirmed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from saleor_invoices import background
from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.services.transmission_request import (
    is_transmissible,
    transmission_on_render,
    transmission_request,
)
from saleor_invoices.delivery.services.transmission_work import (
    MAX_ATTEMPTS,
    transmission_work,
    transmissions_sweep,
)
from saleor_invoices.delivery.transmission.port import channels
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Contact, EInvoiceChoice, Identifier, Party
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services import leases
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.stores.registry import SETTINGS
from tests.delivery.access_point import AccessPoint
from tests.delivery.conftest import TO, XML, Configure, Issue, attempt, events
from tests.delivery.smtp_server import HANG_UP, Mailbox
from tests.saleor.fake_saleor import Reply, served

State = Transmission.State
BUYER = Party(
    name="Kupujący & Co",
    vat_id="DE136695976",
    electronic_address=Identifier(value="991-1234512345-06", scheme="0204"),
)


@pytest.fixture
def point(configure: Configure) -> Iterator[AccessPoint]:
    """A running access point that the store uses."""
    found = AccessPoint()
    with served(found) as url:
        found.url = url.replace("/graphql/", "/inbox")
        configure(
            transmission="access_point", access_point_url=found.url, access_point_token="sesame"
        )
        yield found


@pytest.fixture
def document(issue: Issue) -> SalesDocument:
    """An invoice with an e-invoice."""
    return issue(
        xml=True, buyer=BUYER, einvoice=EInvoiceChoice(profile="peppol_bis3", syntax="ubl")
    )


def step(row: Transmission) -> Transmission:
    """Let time pass until the next step, and take it."""
    Transmission.objects.filter(pk=row.pk, next_attempt_at__isnull=False).update(
        next_attempt_at=timezone.now() - timedelta(seconds=1)
    )
    transmission_work(transmission_id=row.pk)
    row.refresh_from_db()
    return row


def test_an_e_invoice_is_handed_over_and_followed(
    point: AccessPoint, document: SalesDocument
) -> None:
    row = transmission_on_render(document)
    assert row is not None
    assert step(row).state == State.IN_FLIGHT
    (call,) = point.calls
    assert (call.method, call.path, call.body) == ("POST", "/inbox", XML)
    expected = {
        "authorization": "Bearer sesame",
        "content-type": "application/xml",
        "idempotency-key": row.idempotency_key,
        "x-document-type": "invoice",
        "x-document-id": str(document.pk),
        "x-document-number": document.number,
        "x-profile": "peppol_bis3",
        "x-syntax": "ubl",
        "x-sender-id": "VAT:PL5260001246",
        "x-receiver-id": "0204:991-1234512345-06",
    }
    assert expected.items() <= call.headers.items()
    assert step(row).state == State.IN_FLIGHT
    assert (point.calls[-1].method, point.calls[-1].path) == ("GET", "/inbox/ap%2F1")
    point.status = Reply({"id": "ap/1", "status": "delivered", "detail": "Signed for"})
    assert step(row).state == State.DELIVERED
    assert (row.detail, row.external_id) == ("Signed for", "ap/1")
    assert row.delivered_at is not None
    assert transmission_work(transmission_id=row.pk) is None
    assert events(document) == ["einvoice_submitted", "einvoice_delivered"]


def test_a_lost_answer_makes_no_second_e_invoice(
    point: AccessPoint, document: SalesDocument
) -> None:
    point.lost_answers = 2
    row = transmission_request(document=document)
    for _ in range(3):
        step(row)
    assert row.state == State.IN_FLIGHT
    keys = {call.headers["idempotency-key"] for call in point.calls}
    assert (len(point.calls), len(keys), len(point.taken)) == (3, 1, 1)


def test_a_worker_killed_in_the_middle_hands_it_over_under_the_same_key(
    point: AccessPoint, document: SalesDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: Any, **__: Any) -> None:
        raise Killed

    row = transmission_request(document=document)
    with monkeypatch.context() as patch:
        patch.setattr(leases, "settle", killed)
        with pytest.raises(Killed):
            transmission_work(transmission_id=row.pk)
    assert transmission_work(transmission_id=row.pk) is None  # the lease
    assert step(row).state == State.IN_FLIGHT
    assert (len(point.calls), len(point.taken)) == (2, 1)


@pytest.mark.parametrize(
    "mood",
    [
        Reply(b"", status=500), Reply(b"", status=503), Reply(b"", status=408),
        Reply(b"", status=409), Reply(b"", status=429, headers={"Retry-After": "7"}),
        Reply(b"no json", status=200), Reply({"status": "in_flight"}), Reply([], status=201),
        Reply({"id": "1", "status": "lost in space"}), Reply({"id": "1", "status": []}),
        Reply({"id": ""}), Reply({"id": "x\x00"}), Reply(b"[" * 100_000), Reply(b" " * 200_000),
    ],
)  # fmt: skip
def test_what_may_heal_is_tried_again(
    point: AccessPoint, document: SalesDocument, mood: Reply
) -> None:
    point.moods = [mood]
    row = step(transmission_request(document=document))
    assert (row.state, row.attempts) == (State.PENDING, 1)
    assert row.next_attempt_at is not None
    assert step(row).state == State.IN_FLIGHT
    assert Problem.objects.count() == 0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422, 301, 307])
def test_a_refusal_is_a_problem_and_retry_begins_anew(
    point: AccessPoint, document: SalesDocument, status: int
) -> None:
    elsewhere = {"Location": f"{point.url}/other"}
    point.moods = [Reply({"detail": "receiver unknown"}, status=status, headers=elsewhere)]
    row = step(transmission_request(document=document))
    assert row.state == State.FAILED
    assert len(point.calls) == 1  # no redirect is followed
    problem = Problem.objects.get()
    assert problem.code == "TRANSMISSION_FAILED"
    assert "receiver unknown" in problem.message
    problem_retry(problem=problem)
    assert step(row).state == State.IN_FLIGHT
    point.status = Reply({"id": "ap/1", "status": "delivered"})
    assert step(row).state == State.DELIVERED
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_an_access_point_that_is_down_is_given_up_in_the_end(
    configure: Configure, document: SalesDocument
) -> None:
    with served(AccessPoint()) as url:
        pass
    configure(transmission="access_point", access_point_url=url)
    row = transmission_request(document=document)
    for _ in range(MAX_ATTEMPTS):
        assert row.state == State.PENDING
        step(row)
    assert (row.state, Problem.objects.get().code) == (State.FAILED, "TRANSMISSION_FAILED")


@pytest.mark.parametrize(
    ("private", "values"),
    [
        (False, {}),  # on the loopback, by plain HTTP
        (True, {"access_point_url": ""}),
        (True, {"access_point_url": "https://user:secret@ap.example.com/"}),
        (True, {"access_point_url": "https://ap.example.com/?key=1"}),
        (True, {"access_point_token": "two\r\nlines"}),
    ],
)
def test_an_address_or_token_that_must_not_be_used_is_a_problem(
    settings: Settings,
    configure: Configure,
    point: AccessPoint,
    document: SalesDocument,
    private: bool,
    values: dict[str, str],
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = private
    configure(**values)
    row = step(transmission_request(document=document))
    assert row.state == State.FAILED
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")
    assert point.calls == []


def test_an_https_address_on_a_private_machine_is_refused_at_the_connection(
    settings: Settings, configure: Configure, document: SalesDocument
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    configure(transmission="access_point", access_point_url="https://127.0.0.1:1/inbox")
    row = step(transmission_request(document=document))
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")


def test_a_failure_that_is_told_later(point: AccessPoint, document: SalesDocument) -> None:
    row = step(transmission_request(document=document))
    point.status = Reply({"id": "ap/1", "status": "failed", "detail": "receiver refused"})
    assert (step(row).state, row.last_error) == (State.FAILED, "receiver refused")
    assert events(document)[-1] == "einvoice_failed"


@pytest.mark.parametrize("mood", [Reply(b"", status=404), Reply(b"", status=401), Reply(b"x")])
def test_a_question_without_answer_leaves_it_in_flight(
    point: AccessPoint, document: SalesDocument, mood: Reply
) -> None:
    row = step(transmission_request(document=document))
    point.moods = [mood]
    assert step(row).state == State.IN_FLIGHT
    assert row.last_error
    assert (step(row).state, row.last_error) == (State.IN_FLIGHT, "")


def test_what_nobody_confirms_is_told_and_given_up(
    point: AccessPoint, document: SalesDocument
) -> None:
    row = step(transmission_request(document=document))
    for days, state in ((4, State.IN_FLIGHT), (61, State.FAILED)):
        Transmission.objects.update(submitted_at=timezone.now() - timedelta(days=days))
        assert step(row).state == state
        assert Problem.objects.get().code == "TRANSMISSION_UNCONFIRMED"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"columns": {"state": "draft"}}, "DOCUMENT_NOT_ISSUED"),
        ({"columns": {"test_mode": True}}, "DOCUMENT_TEST"),
        ({"columns": {"erased_at": "2026-11-22T12:00Z"}}, "DOCUMENT_ERASED"),
        ({"xml": False}, "NO_EINVOICE"),
    ],
)
def test_what_must_not_go_is_refused(
    point: AccessPoint, issue: Issue, changes: dict[str, Any], code: str
) -> None:
    found = issue(**{"xml": True, **changes})
    with pytest.raises(Conflict) as error:
        transmission_request(document=found)
    assert error.value.code == code
    assert not is_transmissible(found)


def test_only_what_the_settings_want_goes_by_itself(
    issue: Issue, configure: Configure, document: SalesDocument
) -> None:
    assert transmission_on_render(document) is None
    with pytest.raises(Conflict) as error:
        transmission_request(document=document)
    assert error.value.code == "TRANSMISSION_OFF"
    assert not is_transmissible(document)
    with pytest.raises(InvalidInput) as unknown:
        transmission_request(document=document, channel="pigeon")
    assert unknown.value.code == "TRANSMISSION_UNKNOWN"
    configure(transmission="email")
    assert is_transmissible(document)
    for found in (
        issue(),
        issue(xml=True, columns={"test_mode": True}),
        issue(xml=True, kind=DocumentKind.PROFORMA),
        issue(xml=True, columns={"source": "imported"}),
    ):
        assert transmission_on_render(found) is None


def test_the_settings_name_the_channels_that_there_are() -> None:
    check = SETTINGS["transmission"].check
    assert [check(name) for name in ["none", *channels()]] == ["none", "access_point", "email"]
    with pytest.raises(ValueError, match="access_point"):
        check("pigeon")


def test_by_mail_it_is_delivered_when_the_mail_server_took_it(
    box: Mailbox, configure: Configure, document: SalesDocument
) -> None:
    configure(transmission="email")
    row = step(transmission_request(document=document, actor="staff:1"))
    assert row.state == State.IN_FLIGHT
    dispatch = attempt(Dispatch.objects.get())
    assert (dispatch.purpose, dispatch.recipient) == ("einvoice", TO)
    names = [part.get_filename() for part in box.mails[0].iter_attachments()]
    assert names == ["INV-2026-001.pdf", "INV-2026-001.xml"]
    row.refresh_from_db()
    assert row.next_attempt_at is None  # told at once
    assert step(row).state == State.DELIVERED
    assert row.detail.startswith("The mail server accepted it; whether it was read")


def test_by_mail_a_refusal_fails_and_retry_sends_it(
    box: Mailbox, configure: Configure, document: SalesDocument
) -> None:
    configure(transmission="email")
    box.refused = {TO: "550 unknown"}
    row = step(transmission_request(document=document))
    dispatch = attempt(Dispatch.objects.get())
    assert step(row).state == State.FAILED
    box.refused = {}
    problem_retry(problem=Problem.objects.get(code="TRANSMISSION_FAILED"))
    step(row)
    assert attempt(dispatch).state == Dispatch.State.SENT
    assert step(row).state == State.DELIVERED
    assert Problem.objects.filter(resolved_at=None).count() == 0


def test_by_mail_a_doubt_is_not_sent_again(
    box: Mailbox, configure: Configure, document: SalesDocument
) -> None:
    configure(transmission="email")
    box.moods = [{"content": HANG_UP}]
    row = step(transmission_request(document=document))
    attempt(Dispatch.objects.get())
    for _ in range(3):
        assert step(row).state == State.IN_FLIGHT
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    ("buyer", "email", "to"),
    [
        (Identifier(value="e@example.com", scheme="EM"), "c@example.com", "e@example.com"),
        (Identifier(value="123", scheme="0204"), "c@example.com", "c@example.com"),
        (Identifier(value="no address", scheme="EM"), "c@example.com", "c@example.com"),
        (None, "", TO),
    ],
)
def test_a_mail_goes_to_the_electronic_address_first(
    issue: Issue, configure: Configure, buyer: Identifier | None, email: str, to: str
) -> None:
    configure(transmission="email")
    party = Party(name="B", electronic_address=buyer, contact=Contact(email=email))
    step(transmission_request(document=issue(xml=True, buyer=party)))
    assert Dispatch.objects.get().recipient == to


def test_without_an_address_it_fails(issue: Issue, configure: Configure) -> None:
    configure(transmission="email")
    row = step(transmission_request(document=issue("", xml=True)))
    assert row.last_error.startswith("TRANSMISSION_NO_ADDRESS")
    assert Dispatch.objects.count() == 0


def test_a_credit_note_says_what_it_is(
    point: AccessPoint, issue: Issue, configure: Configure
) -> None:
    found = issue(xml=True, kind=DocumentKind.CREDIT_NOTE, number="CN/Łódź/1")
    step(transmission_request(document=found))
    headers = point.calls[0].headers
    assert headers["x-document-type"] == "credit_note"
    assert headers["x-document-number"] == "CN/%C5%81%C3%B3d%C5%BA/1"


def test_the_sweep_goes_on_with_what_is_due(
    document: SalesDocument, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(transmission="email")
    row = transmission_request(document=document)
    sent: list[Any] = []
    monkeypatch.setattr(background, "send", lambda *call: sent.append(call))
    transmissions_sweep()
    transmission_work(transmission_id=row.pk)
    transmissions_sweep()  # nothing is due before the first question
    assert sent == [("saleor_invoices.delivery.tasks.transmission_work", str(row.pk))]
    document.installation.state = "disconnected"
    document.installation.save()
    assert step(row).state == State.IN_FLIGHT
    assert row.receipt == {"dispatch": row.external_id, "state": "pending", "error": ""}
