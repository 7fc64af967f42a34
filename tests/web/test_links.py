"""What a browser gets at a private link and at a short-lived download."""

import re
import uuid
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.files.storage import storages
from django.test import Client
from django.utils import timezone

from saleor_invoices.domain.document import OrderReference
from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.invoices.models import DownloadLink, LinkCode, Problem, SalesDocument
from saleor_invoices.invoices.services import download
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.invoices.services.link_create import link_create, link_revoke
from saleor_invoices.web.link_texts import TEXTS, LinkTexts, texts_for
from tests.plugins import factories

pytestmark = pytest.mark.django_db
FULL_WIDTH = "".join(chr(0xFF10 + digit) for digit in range(1, 9))
PERSONAL = ("Sample Buyer", "buyer@example.com", "INV-2026", "Hauptstr", "Mug")


@pytest.fixture
def document(db: None) -> SalesDocument:
    """An issued Polish invoice of buyer@example.com with its PDF."""
    entity = factories.legal_entity(factories.installation())
    order = OrderReference(
        id="order-1", number="1", channel="default-channel", customer_email="buyer@example.com"
    )
    final = factories.sample_document(number="INV-2026/00007", order=order, language="en")
    row = factories.issued_document(entity, final, pdf=False)
    document_render(document=row)
    return row


@pytest.fixture
def link(document: SalesDocument) -> DownloadLink:
    """Its link, which opens for 30 days."""
    return link_create(document=document, open_days=30, strict=False)


@pytest.fixture
def closed(link: DownloadLink) -> DownloadLink:
    """The link after its time."""
    link.opens_until = timezone.now() - timedelta(seconds=1)
    link.save()
    return link


def _path(link: DownloadLink) -> str:
    return f"/i/{link.token}"


def _code() -> str:
    found = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert found is not None
    return found[0]


def assert_nothing_revealed(response: Any) -> None:
    """A page, not the document, and nothing of its content."""
    text = response.content.decode()
    assert response["Content-Type"].startswith("text/html")
    assert [word for word in PERSONAL if word in text] == []


def test_an_open_link_shows_the_pdf(client: Client, link: DownloadLink) -> None:
    response = client.get(_path(link))
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="inv-202600007.pdf"'


def test_the_answer_is_kept_out_of_caches_frames_indexes_and_referrers(
    client: Client, link: DownloadLink
) -> None:
    response = client.get(_path(link))
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.cookies == {}


def test_head_is_answered_without_a_body(client: Client, link: DownloadLink) -> None:
    response = client.head(_path(link))
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client: Client, link: DownloadLink, method: str) -> None:
    assert getattr(client, method)(_path(link)).status_code == 405


def test_unknown_and_revoked_links_look_alike(
    client: Client, link: DownloadLink, document: SalesDocument
) -> None:
    link_revoke(document=document)
    revoked, unknown = client.get(_path(link)), client.get("/i/never-was")
    assert revoked.status_code == unknown.status_code == 404
    assert revoked.content == unknown.content
    assert _headers(revoked) == _headers(unknown)
    assert_nothing_revealed(revoked)


def _headers(response: Any) -> dict[str, str]:
    return {name: value for name, value in response.items() if name != "X-Request-ID"}


@pytest.mark.parametrize("body", [{}, {"code": "12345678"}])
def test_a_revoked_link_sends_no_code_and_takes_none(
    client: Client, link: DownloadLink, document: SalesDocument, body: dict[str, str]
) -> None:
    link_revoke(document=document)
    assert client.post(_path(link), body).status_code == 404
    assert mail.outbox == []
    assert not LinkCode.objects.exists()


def test_after_its_time_the_link_asks_for_a_code(client: Client, closed: DownloadLink) -> None:
    response = client.get(_path(closed))
    assert response.status_code == 200
    assert_nothing_revealed(response)
    assert TEXTS["en"].closed in response.content.decode()
    assert mail.outbox == []  # looking sends nothing


def test_a_strict_link_asks_at_once(client: Client, document: SalesDocument) -> None:
    link = link_create(document=document, open_days=30, strict=True)
    assert_nothing_revealed(client.get(_path(link)))


def test_with_the_mailed_code_the_document_opens_once(client: Client, closed: DownloadLink) -> None:
    sent = client.post(_path(closed))
    assert sent.status_code == 200
    assert_nothing_revealed(sent)
    assert 'name="code"' in sent.content.decode()
    assert mail.outbox[0].to == ["buyer@example.com"]
    assert mail.outbox[0].subject == TEXTS["en"].mail_subject
    assert closed.token not in str(mail.outbox[0].body)

    opened = client.post(_path(closed), {"code": _code()})
    assert opened.status_code == 200
    assert opened.content.startswith(b"%PDF")
    again = client.post(_path(closed), {"code": _code()})
    assert again.status_code == 403
    assert_nothing_revealed(again)
    assert_nothing_revealed(client.get(_path(closed)))  # the code opened it once, not the link


def test_after_five_wrong_codes_the_right_one_is_too_late(
    client: Client, closed: DownloadLink
) -> None:
    client.post(_path(closed))
    right = _code()
    wrong = f"{(int(right.replace(' ', '')) + 1) % 10**8:08}"
    for _ in range(5):
        response = client.post(_path(closed), {"code": wrong})
        assert response.status_code == 403
        assert_nothing_revealed(response)
    assert client.post(_path(closed), {"code": right}).status_code == 403


@pytest.mark.parametrize("code", ["", "x" * 5000, "\x00", FULL_WIDTH])
def test_odd_codes_are_wrong_codes(client: Client, closed: DownloadLink, code: str) -> None:
    client.post(_path(closed))
    assert client.post(_path(closed), {"code": code}).status_code == 403


def test_a_flood_of_codes_is_refused(client: Client, closed: DownloadLink) -> None:
    client.post(_path(closed))
    response = client.post(_path(closed))
    assert response.status_code == 429
    assert_nothing_revealed(response)
    assert len(mail.outbox) == 1


def test_an_order_without_an_address_is_not_given_away(
    client: Client, closed: DownloadLink
) -> None:
    with_address = client.post(_path(closed)).content
    bare = factories.sample_document(number="INV-2026-00008", language="en")
    entity = factories.legal_entity(closed.document.installation, "other")
    link = link_create(document=factories.issued_document(entity, bare), open_days=0, strict=True)
    assert client.post(_path(link)).content == with_address
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_away_is_told(
    client: Client, closed: DownloadLink, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = client.post(_path(closed))
    assert response.status_code == 503
    assert TEXTS["en"].mail_failed in response.content.decode()


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_pages_speak_the_documents_language(client: Client, db: None, language: str) -> None:
    entity = factories.legal_entity(factories.installation())
    order = factories.order_reference(5, email="buyer@example.com")
    final = factories.sample_document(number="X-1", language=language, order=order)
    link = link_create(document=factories.issued_document(entity, final), open_days=0, strict=True)
    page = client.get(_path(link)).content.decode()
    direction = "rtl" if language in {"ar", "he"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert TEXTS[language].title in page
    client.post(_path(link))
    assert mail.outbox[0].subject == TEXTS[language].mail_subject


def test_there_are_words_in_every_language_that_documents_speak() -> None:
    assert set(TEXTS) == set(LANGUAGES)


def test_every_language_has_words_of_its_own() -> None:
    for field in (one.name for one in fields(LinkTexts)):
        said = {getattr(words, field) for words in TEXTS.values()}
        assert len(said) == len(TEXTS), field
    assert texts_for("pl-PL") is texts_for("PL_pl") is TEXTS["pl"]
    assert texts_for("eo") is TEXTS["en"]


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_mailed_code_reads_from_left_to_right(language: str) -> None:
    # Among words from right to left "1234 5678" is shown as "5678 1234" without a mark (UAX #9).
    assert TEXTS[language].direction == "rtl"
    assert "\u200e1234 5678\u200e" in TEXTS[language].mail_body.format(code="1234 5678")


def test_a_language_without_words_is_not_claimed(client: Client, db: None) -> None:
    entity = factories.legal_entity(factories.installation())
    final = factories.sample_document(number="X-1", language="pt")
    link = link_create(document=factories.issued_document(entity, final), open_days=0, strict=True)
    assert '<html lang="en" dir="ltr">' in client.get(_path(link)).content.decode()


def test_before_the_rendering_the_page_asks_for_patience(client: Client, db: None) -> None:
    entity = factories.legal_entity(factories.installation())
    link = link_create(
        document=factories.issued_document(entity, pdf=False), open_days=30, strict=False
    )
    response = client.get(_path(link))
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert_nothing_revealed(response)


def test_a_file_that_is_gone_is_a_problem_of_the_merchants_and_no_crash(
    client: Client, link: DownloadLink, document: SalesDocument
) -> None:
    storages["documents"].delete(document.files.get().storage_key)
    response = client.get(_path(link))
    assert response.status_code == 503
    assert_nothing_revealed(response)
    assert Problem.objects.get().code == "FILE_MISSING"


def test_a_file_that_was_changed_is_never_served(
    client: Client, link: DownloadLink, document: SalesDocument
) -> None:
    key = document.files.get().storage_key
    storages["documents"].delete(key)
    with storages["documents"].open(key, "wb") as file:
        file.write(b"%PDF-forged")
    response = client.get(_path(link))
    assert response.status_code == 503
    assert b"forged" not in response.content
    assert Problem.objects.get().code == "FILE_CORRUPT"


@pytest.mark.parametrize("path", ["/i/", "/i/a/b", "/i/" + "x" * 3000, "/i/%00", "/i/ä"])
def test_odd_addresses_are_not_found(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert b"Traceback" not in response.content


@pytest.fixture
def _short_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LIFETIME", timedelta(seconds=-1))


class TestSignedDownload:
    """The short-lived address that the API gives out."""

    def _get(self, client: Client, url: str) -> Any:
        return client.get(url.removeprefix("https://invoices.example.com"))

    def test_it_downloads_the_pdf(self, client: Client, document: SalesDocument) -> None:
        response = self._get(client, download.download_url(document.pk))
        assert response.status_code == 200
        assert response.content.startswith(b"%PDF")
        assert response["Content-Disposition"] == 'attachment; filename="inv-202600007.pdf"'

    def test_it_shows_it_inline_on_demand(self, client: Client, document: SalesDocument) -> None:
        response = self._get(client, download.download_url(document.pk) + "?inline=1")
        assert response["Content-Disposition"].startswith("inline;")

    @pytest.mark.usefixtures("_short_life")
    def test_it_expires(self, client: Client, document: SalesDocument) -> None:
        response = self._get(client, download.download_url(document.pk))
        assert response.status_code == 410
        assert_nothing_revealed(response)

    def test_a_forged_one_is_unknown(self, client: Client, document: SalesDocument) -> None:
        url = download.download_url(document.pk)
        forged = url.replace(document.pk.hex, uuid.uuid4().hex)
        assert forged != url
        response = self._get(client, forged)
        assert response.status_code == 404
        assert_nothing_revealed(response)

    def test_a_link_token_is_none(self, client: Client, link: DownloadLink) -> None:
        assert client.get(f"/documents/{link.token}/").status_code == 404

    def test_a_draft_has_none(self, client: Client, db: None) -> None:
        entity = factories.legal_entity(factories.installation())
        draft = factories.issued_document(
            entity, factories.sample_document(number="", issue_date=None)
        )
        assert self._get(client, download.download_url(draft.pk)).status_code == 404
