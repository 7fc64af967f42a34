"""The page that people see at a private link."""

import base64
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from saleor_invoices.domain.document import Contact, Presentation
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import DownloadLink, PaymentState, SalesDocument
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.payments.models import CustomerPayment, PaymentAddress, PaymentPart
from saleor_invoices.stores.services.asset_keep import asset_keep
from saleor_invoices.web.hosted import brand
from saleor_invoices.web.hosted.words import WORDS
from tests.plugins import factories
from tests.web.conftest import path, shown_document

pytestmark = pytest.mark.django_db
State = CustomerPayment.State
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def page(browser: Client, link: DownloadLink, query: str = "") -> str:
    """What a browser is shown."""
    response = browser.get(path(link) + query)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    return str(response.content.decode())


def test_a_browser_is_shown_whose_document_it_is_and_what_is_owed(
    browser: Client, opened: DownloadLink
) -> None:
    text = page(browser, opened)
    for told in ("Sample Shop Sp. z o.o.", "INV-2026-00007", "PLN\xa0158.40", "22 November 2026"):
        assert told in text, told
    assert WORDS["en"].balance in text
    assert "Mug" in text
    assert "Sample Buyer GmbH" in text


def test_a_program_is_given_the_pdf_as_before(client: Client, opened: DownloadLink) -> None:
    for accept in ("", "*/*", "application/pdf"):
        response = client.get(path(opened), headers={"Accept": accept} if accept else {})
        assert response["Content-Type"] == "application/pdf"
        assert response["Vary"] == "Accept"


def test_the_page_is_kept_out_of_caches_frames_indexes_and_referrers(
    browser: Client, opened: DownloadLink
) -> None:
    response = browser.get(path(opened))
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response.cookies == {}
    rules = response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in rules
    assert "unsafe" not in rules
    assert "script-src 'self' https://js.stripe.com https://*.js.stripe.com" in rules
    assert "https://hooks.stripe.com" in rules
    assert "connect-src 'self' https://js.stripe.com https://api.stripe.com" in rules


def test_the_policy_follows_the_settings(
    browser: Client, opened: DownloadLink, settings: Any
) -> None:
    settings.STRIPE_JS_URL = settings.STRIPE_API_BASE = "http://127.0.0.1:8421/x.js"
    rules = browser.get(path(opened))["Content-Security-Policy"]
    assert "script-src 'self' http://127.0.0.1:8421;" in rules
    assert rules.endswith("connect-src 'self' http://127.0.0.1:8421")
    assert "stripe.com" not in rules


def test_nothing_on_the_page_is_inline(browser: Client, opened: DownloadLink) -> None:
    text = page(browser, opened)
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", text) == []


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({}, "open"),
        ({"status": PaymentStatus.PARTIALLY_PAID, "paid_minor": 5, "balance_minor": 5},
         "partly_paid"),
        ({"status": PaymentStatus.PAID, "paid_minor": 15840, "balance_minor": 0}, "paid"),
        ({"status": PaymentStatus.OVERPAID, "paid_minor": 15841, "balance_minor": 0}, "paid"),
        ({"status": PaymentStatus.CANCELLED, "credited_minor": 15840, "balance_minor": 0},
         "credited"),
        ({"status": PaymentStatus.CANCELLED, "balance_minor": 0}, "cancelled"),
        ({"status": PaymentStatus.REFUNDED, "refunded_minor": 15840, "balance_minor": 0},
         "refunded"),
        ({"status": PaymentStatus.PAID, "credited_minor": 9, "balance_minor": 0}, "credited"),
    ],
)  # fmt: skip
def test_it_says_how_the_invoice_stands(
    browser: Client, opened: DownloadLink, columns: dict[str, Any], said: str
) -> None:
    PaymentState.objects.filter(document=opened.document).update(**columns)
    found = re.search(r'class="standing (\w+)">([^<]+)', page(browser, opened))
    assert found is not None
    assert found.groups() == (said, getattr(WORDS["en"], said))


def test_what_is_late_is_said_to_be_late(browser: Client) -> None:
    day = timezone.now().date() - timedelta(days=3)
    late = shown_document("INV-9", due_date=day)
    link = link_create(document=late, open_days=30, strict=False)
    assert WORDS["en"].overdue in page(browser, link)


def test_a_credit_note_owes_nothing_and_is_not_paid(browser: Client, shown: SalesDocument) -> None:
    note = factories.credit_note(shown.legal_entity, shown)
    text = page(browser, link_create(document=note, open_days=30, strict=False))
    assert "Credit note" in text
    assert 'class="standing' not in text
    assert "saleor-invoice-payment" not in text


def test_its_buttons_give_the_files(browser: Client, opened: DownloadLink) -> None:
    response = browser.get(path(opened) + "?format=pdf")
    assert response.content.startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="inv-2026-00007.pdf"'
    assert 'value="pdf"' in page(browser, opened)
    assert 'value="xml"' not in page(browser, opened)  # it has none
    assert browser.get(path(opened) + "?format=xml").status_code == 404


def test_pictures_of_its_pages_open(browser: Client, opened: DownloadLink) -> None:
    found = re.search(r'src="(/documents/[^"]+/pages/1\.png)"', page(browser, opened))
    assert found is not None
    picture = browser.get(found[1])
    assert picture.content.startswith(b"\x89PNG")


def test_before_the_rendering_the_page_is_there_without_files(browser: Client) -> None:
    bare = factories.issued_document(factories.legal_entity(factories.installation()), pdf=False)
    text = page(browser, link_create(document=bare, open_days=30, strict=False))
    assert 'name="format"' not in text
    assert "/pages/" not in text


def test_an_address_outside_wins(browser: Client, opened: DownloadLink) -> None:
    url = "https://pay.example.com/a?b=1&c=2"
    PaymentAddress.objects.create(document=opened.document, url=url, set_by="staff:1")
    text = page(browser, opened)
    assert 'href="https://pay.example.com/a?b=1&amp;c=2" rel="noopener noreferrer"' in text
    assert WORDS["en"].pay_at.format(host="pay.example.com") in text
    assert "saleor-invoice-payment" not in text


def test_a_paid_invoice_leads_nowhere(browser: Client, opened: DownloadLink) -> None:
    PaymentAddress.objects.create(document=opened.document, url="https://x.example", set_by="s")
    PaymentState.objects.update(status=PaymentStatus.PAID, balance_minor=0)
    assert "x.example" not in page(browser, opened)


@pytest.mark.parametrize("url", ["http://pay.example.com/", "javascript:alert(1)", "//x.example"])
def test_only_https_is_linked(browser: Client, opened: DownloadLink, url: str) -> None:
    PaymentAddress.objects.create(document=opened.document, url=url, set_by="staff:1")
    assert f'href="{url}"' not in page(browser, opened)


def payment(link: DownloadLink, state: str, **columns: Any) -> str:
    """A payment by the link, and the query by which its customer comes back."""
    row = CustomerPayment.objects.create(
        installation=link.document.installation,
        legal_entity=link.document.legal_entity,
        provider="stripe",
        amount_minor=15840,
        currency="PLN",
        state=state,
        **{"payer": f"link:{link.document_id}", "key": "k", **columns},
    )
    return "?payment=" + base64.b64encode(f"InvoicePayment:{row.pk}".encode()).decode()


def on_its_way(link: DownloadLink) -> CustomerPayment:
    """A payment of all that is due, which the bank has."""
    payment(link, State.PROCESSING)
    row = CustomerPayment.objects.get()
    PaymentPart.objects.create(payment=row, document=link.document, amount_minor=15840)
    return row


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (State.SUCCEEDED, "paid"),
        (State.PROCESSING, "pending"),
        (State.NEW, "pending"),
        (State.FAILED, "failed"),
        (State.OPEN, None),
        (State.CANCELED, None),
    ],
)
def test_who_comes_back_is_told_what_became_of_the_payment(
    browser: Client, opened: DownloadLink, state: str, outcome: str | None
) -> None:
    text = page(browser, opened, payment(opened, state))
    said = {one: getattr(WORDS["en"], f"payment_{one}") for one in ("paid", "pending", "failed")}
    told = [one for one, words in said.items() if words in text]
    assert told == ([outcome] if outcome else [])
    assert ('http-equiv="refresh"' in text) == (outcome == "pending")


def test_a_payment_under_way_is_told_without_its_name(
    browser: Client, opened: DownloadLink
) -> None:
    row = on_its_way(opened)
    text = page(browser, opened)
    assert WORDS["en"].payment_pending in text
    assert "saleor-invoice-payment" not in text
    CustomerPayment.objects.filter(pk=row.pk).update(state=State.OPEN)
    text = page(browser, opened)
    assert WORDS["en"].payment_pending not in text


def test_a_payment_that_was_taken_back_because_the_invoice_is_paid_is_no_failure(
    browser: Client, opened: DownloadLink
) -> None:
    query = payment(opened, State.CANCELED, failure_code="PAID_ELSEWHERE")
    assert "data-outcome" not in page(browser, opened, query)


def test_the_address_alone_pays_nothing(browser: Client, opened: DownloadLink) -> None:
    forged = base64.b64encode(b"InvoicePayment:0d7f3f9e-95a4-4c9e-9a4e-3f5c0a3b1c2d").decode()
    for query in (f"?payment={forged}&redirect_status=succeeded", "?payment=paid", "?payment=%00"):
        assert "data-outcome" not in page(browser, opened, query)


def test_another_ones_payment_is_not_told(browser: Client, opened: DownloadLink) -> None:
    query = payment(opened, State.SUCCEEDED, payer="link:0d7f3f9e-95a4-4c9e-9a4e-3f5c0a3b1c2d")
    assert "data-outcome" not in page(browser, opened, query)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_page_speaks_the_documents_language(browser: Client, language: str) -> None:
    row = shown_document("X-1", language=language)
    text = page(browser, link_create(document=row, open_days=30, strict=False))
    direction = "rtl" if language in {"ar", "he"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in text
    assert WORDS[language].private in text


def test_what_customers_and_merchants_wrote_is_text(browser: Client, db: None) -> None:
    evil = '"><script>alert(1)</script>'
    seller = replace(factories.SELLER, name=evil, contact=Contact(email=evil))
    row = shown_document("X-2", seller=seller, buyer=replace(factories.BUYER, name=evil))
    text = page(browser, link_create(document=row, open_days=30, strict=False))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_merchants_logo_and_colour_are_on_it(browser: Client, shown: SalesDocument) -> None:
    digest = asset_keep(installation=shown.installation, content=PNG)
    look = Presentation(logo_sha256=digest, accent_color="#C2410C")
    final = factories.sample_document(number="L-1", language="en", presentation=look)
    row = factories.issued_document(shown.legal_entity, final, pdf=False)
    text = page(browser, link_create(document=row, open_days=30, strict=False))
    assert '<link rel="stylesheet" href="/brand/c2410c.css">' in text
    found = re.search(r'<img src="(/documents/[^"]+/logo)" alt="Sample Shop', text)
    assert found is not None
    logo = browser.get(found[1])
    assert (logo.content, logo["Content-Type"]) == (PNG, "image/png")
    assert browser.get(found[1].replace("/documents/", "/documents/0")).status_code == 404


@pytest.mark.parametrize("colour", ["c2410c", "ffffff", "000000", "ffff00", "808080"])
def test_every_colour_can_be_read(client: Client, colour: str) -> None:
    text = client.get(f"/brand/{colour}.css").content.decode()
    light, dark = re.findall(r"--accent: light-dark\(#(\w+), #(\w+)\)", text)[0]
    assert brand._contrast(light, "ffffff") >= 4.5
    assert brand._contrast(dark, "1e2226") >= 4.5
    for back, front in re.findall(r"--brand: #(\w+); --on-brand: #(\w+)", text):
        assert brand._contrast(back, front) >= 4.5


@pytest.mark.parametrize("colour", ["c2410", "red", "C2410C", "000000;}body{x:y", "%22"])
def test_nothing_but_a_colour_is_one(client: Client, colour: str) -> None:
    assert client.get(f"/brand/{colour}.css").status_code == 404
