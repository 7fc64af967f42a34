"""Sending, reminding and transmitting over the API: what happens, and who may."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_invoices.api.ids import global_id
from saleor_invoices.delivery.models import Dispatch, ReminderHold, Transmission
from saleor_invoices.delivery.services.dispatch_request import dispatch_request
from saleor_invoices.delivery.services.mail_test_send import TESTS_AN_HOUR
from saleor_invoices.invoices.models import DocumentFile, HistoryEntry, SalesDocument
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity, SettingValue
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.test_mutations import REFUSED, code
from tests.plugins import factories

SEND = """mutation ($id: ID!, $to: String! = "", $key: String! = "k", $message: String! = "") {
  invoiceSend(id: $id, to: $to, idempotencyKey: $key, message: $message) {
    dispatch { id purpose recipient state requestedBy } document { number } } }"""
PREVIEW = """query ($id: ID!, $texts: SalesMailTextInput) {
  invoiceSendPreview(id: $id, texts: $texts, message: "By the way") {
    language subject text html problems { code message } defaultSubject } }"""
SAMPLE = """query ($texts: SalesMailTextInput, $language: String! = "he") {
  mailTextPreview(language: $language, occasion: AFTER_DUE, texts: $texts) {
    language subject html problems { message } } }"""
TEST = """mutation ($to: String! = "me@example.com") { mailTestSend(to: $to, language: "de") {
  dispatch { purpose state recipient lastError } } }"""
RETRY = "mutation ($id: ID!) { dispatchRetry(id: $id) { dispatch { state attempts } } }"
MARK = "mutation ($id: ID!) { dispatchMarkSent(id: $id) { dispatch { state sentAt } } }"
HOLD = """mutation ($id: ID!, $until: Date) {
  reminderHold(id: $id, reason: "talks", until: $until) {
  hold { reason until heldBy } document { reminderHold { reason } } } }"""
RELEASE = """mutation ($id: ID!) {
  reminderRelease(id: $id) { document { reminderHold { reason } } } }"""
TRANSMIT = """mutation ($id: ID!, $channel: String! = "") {
  invoiceTransmit(id: $id, channel: $channel) { transmission { channel state } } }"""
WORKINGS = """{ salesInvoices(first: 10) { edges { node { number
  dispatches { purpose state recipient } transmission { channel state }
  reminderHold { reason } } } } }"""


@pytest.fixture(autouse=True)
def _sellers(world: World) -> None:
    LegalEntity.objects.update(seller=parties.to_json(factories.SELLER))


@pytest.fixture
def row(world: World) -> SalesDocument:
    """Charlie's invoice, which has an address and an e-invoice."""
    document = factories.sample_document(
        number="INV-50", order=factories.order_reference(50, email="charlie@example.com")
    )
    found = factories.issued_document(world.entity, document)
    DocumentFile.objects.create(
        document=found, kind="xml", storage_key="x", sha256="b" * 64, size=1, engine="test"
    )
    return found


@pytest.fixture
def invoice(row: SalesDocument) -> str:
    """Its id."""
    return global_id("SalesInvoice", row.pk)


@pytest.fixture
def doubtful(row: SalesDocument) -> Dispatch:
    """A mail of which nobody knows whether it went out."""
    dispatch = dispatch_request(document=row, purpose="issue", recipient="charlie@example.com")
    Dispatch.objects.filter(pk=dispatch.pk).update(state=Dispatch.State.UNKNOWN)
    return dispatch


def key(world: World, *scopes: str) -> Headers:
    """An API key with these rights."""
    _, token = api_key_create(installation=world.store, name="ERP", scopes=list(scopes))
    return {"Authorization": f"Bearer {token}"}


def manager(world: World) -> Headers:
    """Staff who may change settings, but see no orders."""
    return bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)


def test_staff_send_a_document_to_the_customer_once_for_a_key(
    ask: Ask, world: World, invoice: str
) -> None:
    first, second = (ask(SEND, world.people["alice"], id=invoice) for _ in range(2))
    assert first == second
    dispatch = first["data"]["invoiceSend"]["dispatch"]
    assert dispatch.pop("id")
    assert dispatch == {
        "purpose": "manual",
        "recipient": "charlie@example.com",
        "state": "PENDING",
        "requestedBy": "staff:VXNlcjox",
    }
    ask(SEND, world.people["alice"], id=invoice, key="another", to="other@example.com")
    assert Dispatch.objects.count() == 2


def test_a_key_with_both_rights_sends(ask: Ask, world: World, invoice: str) -> None:
    who = key(world, "documents:read", "documents:write")
    sent = ask(SEND, who, id=invoice)["data"]["invoiceSend"]["dispatch"]
    assert sent["requestedBy"] == "key:ERP"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"to": "a@example.com\nBcc: b@example.com"}, "MAIL_RECIPIENT_INVALID"),
        ({"to": "nobody"}, "MAIL_RECIPIENT_INVALID"),
        ({"key": ""}, "IDEMPOTENCY_KEY_INVALID"),
        ({"key": "k" * 101}, "IDEMPOTENCY_KEY_INVALID"),
        ({"message": "x" * 2001}, "MESSAGE_TOO_LONG"),
        ({"id": global_id("Order", 1)}, "INVALID_ID"),
    ],
)
def test_a_send_that_makes_no_sense_is_refused(
    ask: Ask, world: World, invoice: str, values: dict[str, Any], expected: str
) -> None:
    answer = ask(SEND, world.people["alice"], **{"id": invoice, **values})
    assert code(answer) == expected
    assert Dispatch.objects.count() == 0


def test_a_key_stands_for_one_mail(ask: Ask, world: World, invoice: str) -> None:
    ask(SEND, world.people["alice"], id=invoice)
    other = ask(SEND, world.people["alice"], id=invoice, to="other@example.com")
    assert code(other) == "IDEMPOTENCY_KEY_REUSED"
    mine = global_id("SalesInvoice", world.charlies.pk)
    assert code(ask(SEND, world.people["alice"], id=mine)) == "MAIL_RECIPIENT_MISSING"
    draft = global_id("SalesInvoice", world.draft.pk)
    answer = ask(SEND, world.people["alice"], id=draft, key="d", to="a@example.com")
    assert code(answer) == "DOCUMENT_NOT_ISSUED"


def test_a_preview_shows_the_mail_and_what_is_wrong_with_a_text(
    ask: Ask, world: World, invoice: str
) -> None:
    texts = {"subject": "Nr {{ number }}", "body": "{{ nubmer }}"}
    shown = ask(PREVIEW, world.people["alice"], id=invoice, texts=texts)
    preview = shown["data"]["invoiceSendPreview"]
    assert (preview["language"], preview["subject"]) == ("pl", "Nr INV-50")
    assert "By the way" in preview["text"]
    assert preview["html"].startswith("<!DOCTYPE html>")
    assert preview["problems"][0]["code"] == "MAIL_TEXT_INVALID"
    assert preview["defaultSubject"].startswith("Faktura")
    bad = ask(PREVIEW, world.people["alice"], id=invoice, texts={"subject": "a\nb"})
    assert code(bad) == "MAIL_TEXT_INVALID"
    assert Dispatch.objects.count() == 0


def test_texts_are_edited_with_made_up_values(ask: Ask, world: World) -> None:
    for who in (manager(world), world.people["alice"], key(world, "settings:read")):
        shown = ask(SAMPLE, who)["data"]["mailTextPreview"]
        assert shown["language"] == "he"
        assert 'dir="rtl"' in shown["html"]
        assert "INV-50" not in shown["subject"]


def test_a_test_mail_goes_out_at_once_and_names_nobodys_invoice(
    ask: Ask, world: World, mailoutbox: list[Any]
) -> None:
    answer = ask(TEST, manager(world))
    dispatch = answer["data"]["mailTestSend"]["dispatch"]
    assert dispatch == {
        "purpose": "test",
        "state": "SENT",
        "recipient": "me@example.com",
        "lastError": "",
    }
    (mail,) = mailoutbox
    assert mail.subject.startswith("Rechnung 2026-00042")
    assert mail.attachments == []


def test_a_test_mail_tells_what_the_server_says(ask: Ask, world: World, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    dispatch = ask(TEST, manager(world))["data"]["mailTestSend"]["dispatch"]
    assert dispatch["state"] == "FAILED"
    assert dispatch["lastError"].startswith("MAIL_UNREACHABLE")
    identity = global_id("SalesDispatch", Dispatch.objects.get().pk)
    assert code(ask(RETRY, world.people["alice"], id=identity)) == "DISPATCH_NOT_FAILED"


def test_test_mails_are_counted(ask: Ask, world: World, mailoutbox: list[Any]) -> None:
    for _ in range(TESTS_AN_HOUR):
        ask(TEST, manager(world))
    assert code(ask(TEST, manager(world))) == "THROTTLED"
    assert len(mailoutbox) == TESTS_AN_HOUR


def test_staff_decide_about_a_doubtful_mail(ask: Ask, world: World, doubtful: Dispatch) -> None:
    identity = global_id("SalesDispatch", doubtful.pk)
    answer = ask(RETRY, world.people["alice"], id=identity)
    assert answer["data"]["dispatchRetry"]["dispatch"] == {"state": "PENDING", "attempts": 0}
    assert code(ask(MARK, world.people["alice"], id=identity)) == "DISPATCH_NOT_FAILED"
    Dispatch.objects.update(state=Dispatch.State.UNKNOWN)
    marked = ask(MARK, world.people["alice"], id=identity)["data"]["dispatchMarkSent"]["dispatch"]
    assert marked["state"] == "SENT"
    assert marked["sentAt"]
    actors = set(HistoryEntry.objects.values_list("actor", flat=True))
    assert actors == {"staff:VXNlcjox"}


def test_staff_hold_reminders_and_let_them_go_on(ask: Ask, world: World, invoice: str) -> None:
    held = ask(HOLD, world.people["alice"], id=invoice, until="2999-12-31")["data"]["reminderHold"]
    assert held == {
        "hold": {"reason": "talks", "until": "2999-12-31", "heldBy": "staff:VXNlcjox"},
        "document": {"reminderHold": {"reason": "talks"}},
    }
    past = ask(HOLD, world.people["alice"], id=invoice, until="2001-01-01")
    assert code(past) == "HOLD_IN_THE_PAST"
    released = ask(RELEASE, world.people["alice"], id=invoice)["data"]["reminderRelease"]
    assert released == {"document": {"reminderHold": None}}
    assert code(ask(RELEASE, world.people["alice"], id=invoice)) == "HOLD_UNKNOWN"


def test_staff_transmit_an_e_invoice_once(ask: Ask, world: World, invoice: str) -> None:
    assert code(ask(TRANSMIT, world.people["alice"], id=invoice)) == "TRANSMISSION_OFF"
    bad = ask(TRANSMIT, world.people["alice"], id=invoice, channel="pigeon")
    assert code(bad) == "TRANSMISSION_UNKNOWN"
    SettingValue.objects.create(installation=world.store, key="transmission", value="email")
    for _ in range(2):
        answer = ask(TRANSMIT, world.people["alice"], id=invoice)["data"]["invoiceTransmit"]
        assert answer["transmission"] == {"channel": "email", "state": "PENDING"}
    assert Transmission.objects.count() == 1
    without = global_id("SalesInvoice", world.charlies.pk)
    assert code(ask(TRANSMIT, world.people["alice"], id=without)) == "NO_EINVOICE"


@pytest.mark.parametrize("verb", [SEND, HOLD, RELEASE, TRANSMIT, PREVIEW])
@pytest.mark.parametrize("who", REFUSED)
def test_verbs_on_documents_are_refused_to(
    ask: Ask, world: World, invoice: str, row: SalesDocument, who: str, verb: str
) -> None:
    ReminderHold.objects.create(document=row, held_by="staff:1")
    assert code(ask(verb, world.people[who], id=invoice)) == REFUSED[who]
    assert Dispatch.objects.count() == Transmission.objects.count() == 0
    assert ReminderHold.objects.get().released_at is None


@pytest.mark.parametrize("verb", [RETRY, MARK])
@pytest.mark.parametrize("who", REFUSED)
def test_verbs_on_mails_are_refused_to(
    ask: Ask, world: World, doubtful: Dispatch, who: str, verb: str
) -> None:
    identity = global_id("SalesDispatch", doubtful.pk)
    assert code(ask(verb, world.people[who], id=identity)) == REFUSED[who]
    doubtful.refresh_from_db()
    assert doubtful.state == Dispatch.State.UNKNOWN


@pytest.mark.parametrize("verb", [SEND, HOLD, RELEASE, TRANSMIT, PREVIEW])
def test_staff_of_another_store_find_no_such_document(
    ask: Ask, world: World, invoice: str, verb: str
) -> None:
    assert code(ask(verb, world.people["stella"], id=invoice)) == "NOT_FOUND"
    assert Dispatch.objects.count() == Transmission.objects.count() == 0


@pytest.mark.parametrize("verb", [RETRY, MARK])
def test_staff_of_another_store_find_no_such_mail(
    ask: Ask, world: World, doubtful: Dispatch, verb: str
) -> None:
    identity = global_id("SalesDispatch", doubtful.pk)
    assert code(ask(verb, world.people["stella"], id=identity)) == "NOT_FOUND"


@pytest.mark.parametrize("who", [*REFUSED, "alice"])
def test_test_mails_are_refused_to_all_who_may_not_change_settings(
    ask: Ask, world: World, mailoutbox: list[Any], who: str
) -> None:
    assert code(ask(TEST, world.people[who])) == REFUSED.get(who, "PERMISSION_DENIED")
    assert mailoutbox == []


@pytest.mark.parametrize("who", REFUSED)
def test_samples_are_refused_to(ask: Ask, world: World, who: str) -> None:
    assert code(ask(SAMPLE, world.people[who])) == REFUSED[who]


def test_only_staff_see_what_went_out_of_a_document(
    ask: Ask, world: World, row: SalesDocument, doubtful: Dispatch
) -> None:
    Transmission.objects.create(document=row, channel="email")
    ReminderHold.objects.create(document=row, reason="talks", held_by="staff:1")
    shown = _of(ask(WORKINGS, world.people["alice"]), "INV-50")
    assert shown == {
        "number": "INV-50",
        "dispatches": [
            {"purpose": "issue", "state": "UNKNOWN", "recipient": "charlie@example.com"}
        ],
        "transmission": {"channel": "email", "state": "PENDING"},
        "reminderHold": {"reason": "talks"},
    }
    hidden = {"number": "INV-1", "dispatches": None, "transmission": None, "reminderHold": None}
    for who in ("charlie", "key"):
        assert _of(ask(WORKINGS, world.people[who]), "INV-1") == hidden


def test_a_page_of_documents_asks_once_for_what_went_out(ask: Ask, world: World) -> None:
    who = world.people["alice"]
    ask(WORKINGS, who)
    few = _queries(ask, who)
    for number in range(20, 26):
        found = factories.issued_document(
            world.entity, factories.sample_document(number=f"INV-{number}")
        )
        dispatch_request(document=found, purpose="issue", recipient="a@example.com")
        Transmission.objects.create(document=found, channel="email")
    assert _queries(ask, who) == few


def _queries(ask: Ask, who: Headers) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(WORKINGS, who)
    return len(captured)


def _of(answer: dict[str, Any], number: str) -> dict[str, Any]:
    nodes = (edge["node"] for edge in answer["data"]["salesInvoices"]["edges"])
    found: dict[str, Any] = next(node for node in nodes if node["number"] == number)
    return found
