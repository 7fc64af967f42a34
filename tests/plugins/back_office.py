"""The app's pages inside the stand-in dashboard, as a person with a browser has them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import FrameLocator, Locator, Page, expect

from demo.shop import Row
from demo.stack import Stack
from tests.plugins.stack import missing

ROOT = Path(__file__).resolve().parents[2] / "dashboard_extension"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
STAFF = ("admin@example.com", "admin")
TO_FRAME = """([type, payload]) => document.querySelector('iframe.page')
  .contentWindow.postMessage({type, payload}, '*')"""
SERIOUS = ("serious", "critical")
ISSUE = "mutation ($order: ID!) { invoiceIssue(orderId: $order) { document { id number } } }"


def dress(page: Page, *, theme: str = "light", language: str = "en") -> None:
    """The dashboard's theme and language, before anything is opened."""
    page.add_init_script(
        f"localStorage.setItem('sandbox-theme', '{theme}');"
        f"localStorage.setItem('sandbox-language', '{language}');"
    )


def ask(stack: Stack, query: str, **variables: object) -> Row:
    """The app's API as another session of staff."""
    (found,) = stack.app.ask(query, stack.shop.app_token(), **variables).values()
    result: Row = found
    return result


def invoice(stack: Stack, kind: str = "eur_domestic", *steps: str) -> Row:
    """An issued invoice with its order: by default 117.27 EUR, a lamp, two cookbooks, shipping."""
    order = stack.shop.place(kind)
    for step in steps:
        stack.shop.advance(order["id"], step)
    return {**ask(stack, ISSUE, order=order["id"])["document"], "order": order}


def sign_in(page: Page, stack: Stack, who: tuple[str, str] = STAFF) -> None:
    """A person at the dashboard's first page."""
    page.goto(f"{stack.place.sandbox_url}/dashboard/")
    page.get_by_label("E-mail").fill(who[0])
    page.get_by_label("Password").fill(who[1])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


class BackOffice:
    """One signed-in person before the app's page; ``who`` is None for who is signed in already."""

    def __init__(self, page: Page, stack: Stack, who: tuple[str, str] | None = STAFF) -> None:
        if not (ROOT / "dist" / "index.html").exists():
            missing("APP PAGE NOT TESTED: dashboard_extension/dist is missing, run `make env`")
        self.page, self.stack = page, stack
        if who is not None:
            sign_in(page, stack, who)
        navigation = page.get_by_role("navigation")
        navigation.get_by_role("link", name="Invoices", exact=True).click()
        expect(self.app.get_by_role("navigation")).to_be_visible()

    @property
    def app(self) -> FrameLocator:
        """What stands inside the frame."""
        return self.page.frame_locator("iframe.page")

    @property
    def dialog(self) -> Locator:
        """The open dialog."""
        return self.app.get_by_role("dialog")

    def go(self, path: str) -> None:
        """Have the dashboard ask for a page of the app."""
        self.page.evaluate(TO_FRAME, ["redirect", {"path": path}])

    def open_document(self, document: dict[str, Any], doing: str = "") -> None:
        """The page of a document, perhaps with a dialog of it."""
        self.go(f"/invoices/{quote(document['id'], safe='')}{doing and f'?do={doing}'}")
        if document["number"]:
            title = self.app.get_by_role("heading", level=1, name=document["number"])
            expect(title).to_be_visible()

    def speak(self, locale: str) -> None:
        """Change the dashboard's language."""
        self.page.evaluate(TO_FRAME, ["localeChanged", {"locale": locale}])

    def shine(self, theme: str) -> None:
        """Change the dashboard's theme."""
        self.page.evaluate(TO_FRAME, ["theme", {"theme": theme}])

    def button(self, name: str) -> Locator:
        """A button of the page or its dialog."""
        return self.app.get_by_role("button", name=name, exact=True)

    def card(self, name: str) -> Locator:
        """A part of the page, by its heading."""
        return self.app.get_by_role("region", name=name, exact=True)

    def choose(self, name: str, menu: str = "More actions") -> None:
        """An action in a menu."""
        self.app.get_by_role("button", name=menu).click()
        self.app.get_by_role("menuitem", name=name).click()

    def told(self, words: str) -> None:
        """What the dashboard tells in the corner."""
        expect(self.page.get_by_text(words).last).to_be_visible()

    def place(self, path: str) -> None:
        """Another page of the dashboard itself, e.g. ``orders/<id>``."""
        self.page.evaluate("path => { location.hash = `#/${path}`; }", path)

    def faults(self, of: str = "iframe") -> list[str]:
        """What axe finds wrong, seriously, in the frame that a selector names."""
        element = self.page.query_selector(of)
        frame = element.content_frame() if element else None
        assert frame is not None
        frame.evaluate(AXE.read_text(encoding="utf-8"))
        found = frame.evaluate("axe.run().then((found) => found.violations)")
        return [
            json.dumps([one["id"], [node["html"][:200] for node in one["nodes"]]])
            for one in found
            if one["impact"] in SERIOUS
        ]
