"""A webhook as a merchant adds it: the secret once, a test, an invoice, a failure and its retry."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo.stack import Stack
from tests.events.receiver import Receiver, signed_by
from tests.plugins.back_office import BackOffice
from tests.saleor.fake_saleor import Reply, served

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]


def test_a_webhook_is_added_tested_rotated_and_its_deliveries_are_seen(
    page: Page, stack: Stack
) -> None:
    receiver = Receiver()
    office = BackOffice(page, stack)
    office.go("/settings/webhooks")
    expect(office.app.get_by_text("No webhooks yet")).to_be_visible()
    _picture(page, "empty")
    with served(receiver) as url:
        secret = _add(office, url.replace("/graphql/", "/hooks"))
        office.choose("Send a test", menu="Actions for ERP")
        office.told("A test is on its way")
        expect(office.app.get_by_role("cell", name="Taken")).to_be_visible(timeout=30_000)
        assert signed_by(secret, receiver.calls[0])

        receiver.moods = [Reply("not today", status=503)]
        stack.shop.request_invoice(stack.shop.place("eur_domestic")["id"])
        sent = office.app.get_by_role("button", name=re.compile("^Show msg_"))
        row = office.app.get_by_role("row").filter(has_text="Invoice issued").filter(has=sent)
        expect(row).to_be_visible(timeout=60_000)
        expect(row.get_by_role("cell", name="Taken")).to_be_visible(timeout=60_000)
        assert receiver.ids[1] == receiver.ids[2]  # the second attempt took it

        row.get_by_role("button", name=re.compile("^Send again: msg_")).click()
        office.told("The event is sent again.")
        row.get_by_role("button", name=re.compile("^Show msg_")).click()
        expect(office.dialog.get_by_text('"type": "invoice.issued"')).to_be_visible()
        assert office.faults() == []
        _picture(page, "delivery")
        office.dialog.get_by_role("button", name="Close").last.click()

        again = _rotate(office)
        office.choose("Send a test", menu="Actions for ERP")
        tests = office.app.get_by_role("row").filter(has_text="Test").filter(has_text="Taken")
        expect(tests).to_have_count(2, timeout=30_000)
        assert [signed_by(key, receiver.calls[-1]) for key in (secret, again)] == [True, True]
    assert office.faults() == []
    _looks(office)
    office.choose("Delete", menu="Actions for ERP")
    office.dialog.get_by_role("button", name="Delete").click()
    expect(office.app.get_by_text("No webhooks yet")).to_be_visible()


def _add(office: BackOffice, url: str) -> str:
    office.button("Add a webhook").click()
    office.dialog.get_by_label("Address").fill("no address")
    office.dialog.get_by_label("Description").fill("ERP")
    office.dialog.get_by_label("Invoice issued").check()
    office.dialog.get_by_label("Address").fill("ftp://hooks.example.com/")
    office.dialog.get_by_role("button", name="Add a webhook").click()
    expect(office.dialog.get_by_text("is a public https address")).to_be_visible()
    office.dialog.get_by_label("Address").fill(url)
    _picture(office.page, "form")
    office.dialog.get_by_role("button", name="Add a webhook").click()
    return _shown_once(office)


def _rotate(office: BackOffice) -> str:
    office.choose("New secret", menu="Actions for ERP")
    office.dialog.get_by_role("button", name="New secret").click()
    secret = _shown_once(office)
    expect(office.app.get_by_text("The old secret also signs until")).to_be_visible()
    return secret


def _shown_once(office: BackOffice) -> str:
    code = office.dialog.locator("code")
    expect(code).to_have_text(re.compile("^whsec_"))
    secret = code.inner_text()
    _picture(office.page, "secret")
    office.dialog.get_by_role("button", name="Done").click()
    expect(office.dialog).to_have_count(0)
    assert secret not in office.app.locator("body").inner_html()
    return secret


def _looks(office: BackOffice) -> None:
    """Narrow, dark and in Polish nothing is out of reach, and nothing lacks contrast."""
    _picture(office.page, "list")
    office.page.set_viewport_size({"width": 480, "height": 900})
    office.shine("dark")
    office.speak("pl")
    expect(office.app.get_by_role("button", name="Dodaj webhook")).to_be_visible()
    assert office.faults() == []
    _picture(office.page, "narrow-dark")
    office.page.set_viewport_size({"width": 1280, "height": 800})
    office.shine("light")
    office.speak("en")
    expect(office.button("Add a webhook")).to_be_visible()


def _picture(page: Page, name: str) -> None:
    """A picture to look at, where SCREENSHOTS names a folder."""
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"webhooks-{name}.png", full_page=True)
