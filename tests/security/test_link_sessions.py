"""The half hour after a code: whom it lets in, where, and when it ends."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.signing import TimestampSigner
from django.test import Client

from saleor_invoices.invoices.models import DownloadLink, SalesDocument
from saleor_invoices.invoices.services import link_session
from saleor_invoices.invoices.services.link_create import link_create, link_revoke
from saleor_invoices.invoices.services.link_session import link_session_open
from tests.plugins import factories

pytestmark = pytest.mark.django_db
HTML = {"Accept": "text/html"}
NUMBER = "INV-1"


@pytest.fixture
def document() -> SalesDocument:
    """A guest's invoice."""
    return invoice("https://shop.example.com/graphql/")


def invoice(api_url: str, number: str = NUMBER) -> SalesDocument:
    """One of buyer@example.com in a store."""
    order = factories.order_reference(1, email="buyer@example.com")
    entity = factories.legal_entity(factories.installation(api_url))
    final = factories.sample_document(number=number, order=order, language="en")
    return factories.issued_document(entity, final, pdf=False)


@pytest.fixture
def link(document: SalesDocument) -> DownloadLink:
    """Its link, which never opens by itself."""
    return link_create(document=document, open_days=0, strict=True)


def session_by_code(link: DownloadLink) -> str:
    """What the page gets after the code from the mail."""
    client = Client(headers=HTML)
    client.post(f"/i/{link.token}")
    found = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert found
    opened = client.post(f"/i/{link.token}", {"code": found[0]})
    assert opened.status_code == 200
    assert opened.cookies == {}
    session = re.search(r'data-session="([^"]+)"', opened.content.decode())
    assert session
    return session[1]


def resume(link: DownloadLink, session: str) -> Any:
    """Show the page again, by the session."""
    return Client(headers=HTML).post(f"/i/{link.token}", {"session": session})


def numbers(token: str, **headers: str) -> list[str]:
    """What the API shows to whoever sends this as their link."""
    query = {"query": "{ salesInvoices(first: 5) { edges { node { number } } } }"}
    sent = {"X-Invoice-Link": token, **headers}
    answer = Client().post("/graphql/", query, content_type="application/json", headers=sent)
    edges = ((answer.json().get("data") or {}).get("salesInvoices") or {}).get("edges") or []
    return [edge["node"]["number"] for edge in edges]


def test_the_session_opens_page_and_api_and_the_link_alone_neither(link: DownloadLink) -> None:
    session = session_by_code(link)
    assert NUMBER in resume(link, session).content.decode()
    assert numbers(session) == [NUMBER]
    assert numbers(link.token) == []
    assert NUMBER not in Client(headers=HTML).get(f"/i/{link.token}").content.decode()


def test_it_is_in_no_address_and_no_redirect(link: DownloadLink) -> None:
    session = session_by_code(link)
    shown = resume(link, session).content.decode()
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', shown)
    assert addresses
    assert not [one for one in addresses if session in one]


def test_revoking_the_link_ends_the_session_at_once(
    link: DownloadLink, document: SalesDocument
) -> None:
    session = session_by_code(link)
    link_revoke(document=document)
    assert resume(link, session).status_code == 404
    assert numbers(session) == []


def test_it_is_over_after_its_time(link: DownloadLink, monkeypatch: pytest.MonkeyPatch) -> None:
    session = link_session_open(link=link)
    later = time.time() + link_session.LIFETIME.total_seconds() + 1
    monkeypatch.setattr(time, "time", lambda: later)
    answer = resume(link, session)
    assert answer.status_code == 403
    assert NUMBER not in answer.content.decode()
    assert numbers(session) == []
    assert timedelta(minutes=30) == link_session.LIFETIME


def test_a_session_of_one_link_opens_no_other(link: DownloadLink, document: SalesDocument) -> None:
    other = invoice("https://other.example.com/graphql/", "OTHER-1")
    others = link_create(document=other, open_days=0, strict=True)
    answer = resume(link, link_session_open(link=others))
    assert answer.status_code == 403
    assert "OTHER-1" not in answer.content.decode()
    assert NUMBER not in answer.content.decode()


def test_it_holds_in_its_own_store_only(link: DownloadLink) -> None:
    factories.installation("https://other.example.com/graphql/")
    session = link_session_open(link=link)
    own, other = "https://shop.example.com/graphql/", "https://other.example.com/graphql/"
    assert numbers(session, **{"Saleor-Api-Url": own}) == [NUMBER]
    assert numbers(session, **{"Saleor-Api-Url": other}) == []


@pytest.mark.parametrize("forge", [
    lambda good, link: good[:-1] + ("A" if good[-1] != "A" else "B"),
    lambda good, link: good.replace(f"{link.pk}.", f"{link.pk + 1}.", 1),
    lambda good, link: TimestampSigner(salt="other").sign(f"{link.pk}.{link.token_hash}"),
    lambda good, link: TimestampSigner(key="x" * 40, salt="saleor-invoices.link-session").sign(
        f"{link.pk}.{link.token_hash}"
    ),
    lambda good, link: f"{link.pk}.{link.token_hash}:x:y",
    lambda good, link: ":",
    lambda good, link: ":" * 300,
    lambda good, link: "",
    lambda good, link: "\x00:",
])  # fmt: skip
def test_a_forged_one_opens_nothing(link: DownloadLink, forge: Any) -> None:
    forged = forge(link_session_open(link=link), link)
    assert resume(link, forged).status_code == 403
    assert numbers(forged.replace("\x00", "")) == []


def test_a_code_that_was_used_opens_no_second_session(link: DownloadLink) -> None:
    session_by_code(link)
    found = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert found
    again = Client(headers=HTML).post(f"/i/{link.token}", {"code": found[0]})
    assert again.status_code == 403
    assert b"data-session" not in again.content


def test_a_header_of_several_lines_is_no_way_in(link: DownloadLink) -> None:
    session = link_session_open(link=link)
    for value in (f"x\r\nX-Invoice-Link: {session}", f"{session}\n", f" {session} x"):
        assert numbers(value) == []


def test_a_language_or_number_can_add_no_header(link: DownloadLink) -> None:
    evil = "en\r\nSet-Cookie: a=b"
    answer = Client(headers={"Accept": "text/html", "Accept-Language": evil}).get("/i/unknown")
    assert answer.cookies == {}
    assert "Set-Cookie" not in answer
