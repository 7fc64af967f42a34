"""Mails that others would write for us: headers, markup, links, addresses, and how many."""

import email
import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.delivery.compose.mail import address_checked
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services import dispatch_request as requests
from saleor_invoices.delivery.services.dispatch_request import dispatch_by_hand
from saleor_invoices.domain import mail_text
from saleor_invoices.domain.document import Party
from saleor_invoices.domain.errors import InvalidInput, Throttled
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity
from tests.api.conftest import Ask, World, bearer
from tests.delivery.conftest import (
    TO,
    Configure,
    Issue,
    _files,
    attempt,
    box,
    configure,
    entity,
    issue,
    store,
)
from tests.delivery.conftest import (
    ask as plan,
)
from tests.delivery.smtp_server import Mailbox
from tests.plugins import factories

__all__ = ["_files", "box", "configure", "entity", "issue", "store"]
pytestmark = pytest.mark.django_db
BREAKS = ("\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1b[2J")


def buyer(name: str) -> Party:
    """A buyer of this name."""
    return Party(name=name, address=factories.BUYER.address)


def sent(box: Mailbox, document: SalesDocument, **changes: Any) -> email.message.EmailMessage:
    """The mail about a document as it arrived."""
    assert attempt(plan(document, **changes)).state == Dispatch.State.SENT
    return box.mails[-1]


def parts(mail: email.message.EmailMessage) -> tuple[str, str]:
    """Its text and its HTML."""
    plain, markup = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert markup is not None
    return plain.get_content(), markup.get_content()


# --- Headers --------------------------------------------------------------------------------------
@pytest.mark.parametrize("line_break", BREAKS)
def test_no_name_writes_a_header(
    box: Mailbox, issue: Issue, configure: Configure, line_break: str
) -> None:
    evil = f"Ann{line_break}Bcc: victim@example.com{line_break}{line_break}<b>body</b>"
    configure(mail_texts={"pl": {"subject": "{{ buyer_name }} {{ seller_name }}", "body": "x"}})
    document = issue(buyer=buyer(evil), seller=Party(name=evil, address=factories.SELLER.address))
    mail = sent(box, document)
    assert "Bcc" not in mail
    assert {name.lower() for name in mail.keys()} <= {  # noqa: SIM118 a message is no dict
        "subject", "from", "to", "date", "message-id", "content-language", "auto-submitted",
        "mime-version", "content-type", "reply-to",
    }  # fmt: skip
    assert [recipient for _, recipient in box.envelopes] == [TO]
    assert mail["From"].addresses[0].addr_spec == "invoices@shop.example"
    assert len(mail["From"].addresses) == 1
    assert "victim" in mail["Subject"]


ADDRESSES = (
    "a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "a@example.com\n",
    "<a@example.com>", "Ann <a@example.com>", "a@example.com>", "a@example.com> SIZE=1",
    "a@example.com;b@example.com", "a@b@example.com", "@example.com", "a@", "", " ", "a",
    "a@example.com\x00", "\u212aevin@example.com", "\u017fue@example.com", "a\u202e@example.com",
    "a@" + "b" * 320 + ".com", "a@example.com b@example.com", '"a\nb"@example.com',
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_not_one_plain_address_gets_no_mail(issue: Issue, address: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        address_checked(address)
    assert caught.value.code == "MAIL_RECIPIENT_INVALID"
    with pytest.raises(InvalidInput):
        by_hand(issue(), to=address or " ")
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize("address", ['"a>b"@example.com', '"a,b"@example.com', "a'b@example.com"])
def test_an_odd_address_is_one_recipient(box: Mailbox, issue: Issue, address: str) -> None:
    sent(box, issue(), recipient=address)
    (command,) = [one for one in box.commands if one.upper().startswith("RCPT")]
    assert command.strip() == f"RCPT TO:<{address}>"


# --- Content --------------------------------------------------------------------------------------
def test_no_name_is_markup(box: Mailbox, issue: Issue) -> None:
    evil = "</p><a href='//evil.example'>pay here</a><img src=x onerror=alert(1)><!--"
    plain, markup = parts(sent(box, issue(buyer=buyer(evil))))
    assert "<img" not in markup
    assert "<!--" not in markup
    assert markup.count("<a ") == 1  # our own link
    assert "&lt;/p&gt;&lt;a href=" in markup
    assert "pay here" in plain


LURES = (
    "You won! Go to http://evil.example/prize now", "HTTPS://evil.example/x", "www.evil.example/a",
    "see evil.example/prize", "ftp://evil.example", "Ann\u00a0https://evil.example",
)  # fmt: skip


@pytest.mark.parametrize("lure", LURES)
def test_a_guest_has_nobody_mailed_an_address_by_their_name(
    box: Mailbox, issue: Issue, lure: str
) -> None:
    """Whoever orders names the mail's recipient, and the name is the first thing in it."""
    plain, markup = parts(sent(box, issue(buyer=buyer(lure))))
    assert "evil.example" not in plain
    assert "evil.example" not in markup


def test_a_name_is_as_long_as_a_name(box: Mailbox, issue: Issue) -> None:
    plain, _ = parts(sent(box, issue(buyer=buyer("spam " * 70))))
    assert plain.count("spam") == 20


@pytest.mark.parametrize("name", ["Müller & Söhne A/S", "Firma Sp. z o.o.", "Shop.com", "O'Neil"])
def test_real_names_stay(box: Mailbox, issue: Issue, name: str) -> None:
    plain, _ = parts(sent(box, issue(buyer=buyer(name))))
    assert name in plain


def test_values_are_not_filled_in_twice(box: Mailbox, issue: Issue) -> None:
    evil = "{{ link }}{% if link %}x{% endif %}{{ 7*7 }}"
    plain, _ = parts(sent(box, issue(buyer=buyer(evil)), message="{{ link }} {{ total }}"))
    assert evil in plain
    assert "{{ link }} {{ total }}" in plain
    assert plain.count("/i/") == 1


@pytest.mark.parametrize(
    "source",
    [
        "{{ self }}", "{{ buyer_name.__class__ }}", "{{ buyer_name['__class__'] }}",
        "{{ buyer_name|attr('x') }}", "{{ lipsum() }}", "{{ cycler }}", "{{ 'a' * 10 ** 9 }}",
        "{% for a in buyer_name %}{% endfor %}", "{% set a = 1 %}", "{{ buyer_name|e|safe }}",
        "{% include 'x' %}", "{% extends 'x' %}", "{{ config }}", "{{ buyer_name|default(self) }}",
        "{% raw %}{{ x }}{% endraw %}{{ request }}", "{{ ''|default(cycler.__init__) }}",
    ],
)  # fmt: skip
def test_a_text_reaches_nothing(source: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        mail_text.render(source, {"buyer_name": "Ann"})
    assert caught.value.code == "MAIL_TEXT_INVALID"


# --- How many -------------------------------------------------------------------------------------
def by_hand(document: SalesDocument, *, key: str = "", **given: str) -> Dispatch:
    """Mail a document by hand, under a key of its own."""
    wanted = {"to": "", "message": "", "actor": "staff:1", **given}
    return dispatch_by_hand(
        document=document, idempotency_key=key or f"k{Dispatch.objects.count()}", **wanted
    )


def test_a_store_mails_few_who_are_not_its_customers(
    issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "ELSEWHERE_A_DAY", 3)
    documents = [issue() for _ in range(4)]
    for at, document in enumerate(documents[:3]):
        by_hand(document, to=f"stranger{at}@example.org", key=f"s{at}")
    with pytest.raises(Throttled):
        by_hand(documents[3], to="stranger3@example.org")
    by_hand(documents[0], to="stranger0@example.org", key="s0")  # the same mail again
    by_hand(documents[3], to=TO.upper())
    by_hand(documents[3])
    Dispatch.objects.update(created_at=timezone.now() - timedelta(days=1, seconds=1))
    by_hand(documents[3], to="stranger3@example.org")


def test_one_stores_mails_are_not_counted_against_another(
    issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "ELSEWHERE_A_DAY", 1)
    by_hand(issue(), to="stranger@example.org")
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    seller = factories.legal_entity(other, seller=parties.to_json(factories.SELLER))
    elsewhere = factories.issued_document(seller)
    by_hand(elsewhere, to="stranger@example.org", key="other")
    with pytest.raises(Throttled):
        by_hand(elsewhere, to="stranger2@example.org", key="other2")


def test_no_key_hides_a_mail_from_the_count(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "ELSEWHERE_A_DAY", 0)
    for key in ("issue:x", "manual:x", "test:x", "einvoice:x", " "):
        with pytest.raises(Throttled):
            by_hand(issue(), to="stranger@example.org", key=key)
    assert not Dispatch.objects.exists()


SEND = """mutation ($id: ID!, $to: String!, $key: String!) {
  invoiceSend(id: $id, to: $to, idempotencyKey: $key) { dispatch { recipient } } }"""
TEST = """mutation ($to: String!, $texts: SalesMailTextInput) { mailTestSend(to: $to, texts: $texts)
  { dispatch { state subject } } }"""


def test_who_sees_an_invoice_can_not_send_it(ask: Ask, world: World) -> None:
    identity = global_id("SalesInvoice", world.charlies.pk)
    for who in ("charlie", "dora", "bob", "guest", "key", "stella", "conny", "nobody"):
        answer = ask(SEND, world.people[who], id=identity, to="evil@example.org", key=who)
        assert answer["data"]["invoiceSend"] is None
    assert not Dispatch.objects.exists()


def test_a_test_mail_names_nobody_and_goes_to_one(
    ask: Ask, world: World, mailoutbox: list[Any]
) -> None:
    setup = bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)
    LegalEntity.objects.update(seller=parties.to_json(factories.SELLER))
    texts = {"subject": "{{ buyer_name }} {{ number }}", "body": "{{ link }} {{ order_number }}"}
    assert "errors" not in ask(TEST, setup, to="a@example.com", texts=texts)
    (mail,) = mailoutbox
    shown = json.dumps([mail.subject, mail.body, mail.to, mail.cc, mail.bcc])
    assert "INV-" not in shown
    assert "/i/sample" in shown
    assert (mail.to, mail.cc, mail.bcc, mail.attachments) == (["a@example.com"], [], [], [])
    for address in ("a@example.com, b@example.com", "a@example.com\nBcc: b@example.com"):
        answer = ask(TEST, setup, to=address)
        assert answer["errors"][0]["extensions"]["code"] == "MAIL_RECIPIENT_INVALID"
    assert len(mailoutbox) == 1


def test_a_store_is_not_told_of_mails_of_another(ask: Ask, world: World) -> None:
    """A dispatch's id is a secret of its store."""
    mail = Dispatch.objects.create(
        installation=world.other, document=world.others, purpose="manual", state="failed",
        recipient="conny@example.com", key="k", message_id="<x@example.com>",
    )  # fmt: skip
    query = "mutation ($id: ID!) { dispatchRetry(id: $id) { dispatch { recipient } } }"
    answer = ask(query, world.people["alice"], id=global_id("SalesDispatch", mail.pk))
    assert "conny" not in json.dumps(answer)
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"
