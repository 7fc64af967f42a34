"""A server that is slow, away or wrong: the pages say so, keep what is there, and go on."""

import json
import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from demo.stack import Stack
from tests.plugins.back_office import BackOffice, invoice
from tests.plugins.looks import Look

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

OURS = {"code": "INTERNAL_ERROR", "params": {}}
BROKEN = json.dumps({"data": None, "errors": [{"message": "It broke.", "extensions": OURS}]})
PAGES = ("/invoices", "/reports/ageing", "/jobs", "/settings/numbers", "/drafts/new")


def operations(page: Page, stack: Stack, answer: Callable[[Route], None]) -> None:
    """Answer what the app is asked by another one, but for who one is."""
    who = re.compile(r"salesViewer|salesPreference")

    def choose(route: Route) -> None:
        if who.search(route.request.post_data or ""):
            route.continue_()
        else:
            answer(route)

    page.route(f"{stack.place.app_url}/graphql/", choose)


def test_an_app_that_fails_is_told_on_every_page_and_tried_again(
    page: Page, stack: Stack, look: Look
) -> None:
    document = invoice(stack)
    operations(
        page,
        stack,
        lambda route: route.fulfill(status=200, content_type="application/json", body=BROKEN),
    )
    office = BackOffice(page, stack)
    for path in PAGES:
        office.go(path)
        alert = office.app.get_by_role("alert").filter(has_text="Something went wrong").first
        expect(alert).to_be_visible(timeout=30_000)
        assert office.faults() == [], path
    office.open_document({"id": document["id"], "number": ""})
    alert = office.app.get_by_role("alert").filter(has_text="Something went wrong").first
    expect(alert).to_be_visible(timeout=30_000)
    look("document-api-error")
    page.unroute_all()
    with suppress(PlaywrightTimeout):  # by then the page may have asked again by itself
        alert.get_by_role("button", name="Try again").click(timeout=5_000)
    title = office.app.get_by_role("heading", level=1, name=document["number"])
    expect(title).to_be_visible()


def test_an_app_that_is_away_while_one_works_loses_nothing(page: Page, stack: Stack) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    office.open_document(document, "credit")
    office.dialog.get_by_label("Reason").fill("Typed with care")
    submit = office.dialog.get_by_role("button", name="Issue credit note over EUR 117.27")
    expect(submit).to_be_enabled()
    operations(page, stack, lambda route: route.abort())
    submit.click()
    expect(office.dialog.get_by_role("alert").first).to_contain_text("could not be reached")
    expect(office.dialog.get_by_label("Reason")).to_have_value("Typed with care")
    page.unroute_all()
    submit.click()
    title = office.app.get_by_role("heading", level=1, name=re.compile("Credit note GS-"))
    expect(title).to_be_visible()
    notes = stack.app.documents(stack.shop.app_token(), order_id=document["order"]["id"])
    assert sorted(one["kind"] for one in notes) == ["CREDIT_NOTE", "INVOICE"]


def test_a_slow_app_shows_that_it_works(page: Page, stack: Stack, look: Look) -> None:
    document = invoice(stack)
    office = BackOffice(page, stack)
    row = office.app.get_by_role("row").filter(has_text=document["number"])
    expect(row).to_be_visible()
    held: list[Route] = []
    operations(page, stack, held.append)
    office.app.get_by_label("Search invoices").fill(document["number"])
    busy = office.app.locator("[aria-busy=true]").first
    expect(busy).to_be_visible()
    look("grid-slow")
    office.go("/reports/revenue")
    expect(office.app.get_by_role("navigation", name="Reports")).to_be_visible()
    assert office.faults() == []
    page.unroute_all()
    for route in held:
        with suppress(Error):  # the page itself has given some of them up
            route.abort()
    office.go(f"/invoices?search={document['number']}")
    expect(row).to_be_visible()
