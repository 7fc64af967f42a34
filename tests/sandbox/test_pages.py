"""The pages in a real browser: a hosted app gets its token and is answered, a customer signs in."""

import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

pytestmark = pytest.mark.e2e
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LISTENER = """<!doctype html><title>Hosted</title><script>
window.heard = [];
addEventListener("message", (event) => heard.push(event.data));
window.say = (type, payload) => parent.postMessage({ type, payload }, "*");
</script><p>hosted page</p>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("PAGES NOT TESTED: there is no chromium, run `make chromium`")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; an uncaught error in it fails the test."""
    opened = browser.new_page(color_scheme="light", locale="en-GB")
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    yield opened
    opened.close()
    assert failures == []


def open_dashboard(page: Page, sandbox: Sandbox, path: str = "") -> None:
    page.goto(f"{sandbox.url}/dashboard/{path}")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("navigation").wait_for()


def with_pages(app: FakeApp) -> None:
    app.pages = {f"/app{name}": LISTENER for name in ("/invoices", "/widget", "/posted")}
    app.manifest["extensions"] = [
        {
            "label": "Invoices",
            "mount": "NAVIGATION_ORDERS",
            "target": "APP_PAGE",
            "url": "/invoices",
        },
        {
            "label": "Shown",
            "mount": "ORDER_DETAILS_WIDGETS",
            "target": "WIDGET",
            "url": f"{app.url}/app/widget",
            "options": {"widgetTarget": {"method": "GET"}},
        },
        {
            "label": "Posted",
            "mount": "ORDER_DETAILS_WIDGETS",
            "target": "WIDGET",
            "url": f"{app.url}/app/posted",
            "options": {"widgetTarget": {"method": "POST"}},
        },
    ]


def heard(page: Page, name: str, kind: str) -> list[dict[str, object]]:
    frame = next(each for each in page.frames if urlsplit(each.url).path.endswith(name))
    frame.wait_for_function("(kind) => heard.some((each) => each.type === kind)", arg=kind)
    rows = frame.evaluate("heard")
    return [row["payload"] for row in rows if row["type"] == kind]


def test_a_hosted_page_gets_its_token_theme_and_answers(
    sandbox: Sandbox, app: FakeApp, page: Page
) -> None:
    with_pages(app)
    assert sandbox.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
    open_dashboard(page, sandbox)
    page.get_by_role("link", name="Invoices", exact=True).click()
    page.frame_locator("iframe").get_by_text("hosted page").wait_for()
    handshake = heard(page, "/invoices", "handshake")[0]
    claims = jwt.decode(str(handshake["token"]), options={"verify_signature": False})
    app_id = sandbox.control("state")["apps"][0]["id"]
    assert (claims["type"], claims["app"], handshake["version"]) == ("thirdparty", app_id, 1)
    assert handshake["saleorVersion"] == "3.22.67"
    assert heard(page, "/invoices", "theme")[0] == {"theme": "light"}
    frame = page.frames[1]
    query = parse_qs(urlsplit(frame.url).query)
    assert query["saleorApiUrl"] == [sandbox.api_url]
    assert query["id"] == [app_id]
    assert "token" not in frame.url
    frame.evaluate(
        "say('notification', {actionId: 'n-1', status: 'success', title: 'Saved', text: 'Done.'})"
    )
    page.get_by_role("status").filter(has_text="Done.").wait_for()
    assert heard(page, "/invoices", "response") == [{"actionId": "n-1", "ok": True}]
    frame.evaluate("say('updateRouting', {actionId: 'r-1', newRoute: '/invoices/7'})")
    page.wait_for_function("location.hash.endsWith('/invoices/7')")


def test_widgets_know_their_order_and_a_posted_one_its_token(
    sandbox: Sandbox, app: FakeApp, page: Page
) -> None:
    with_pages(app)
    assert sandbox.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
    order = sandbox.place("usd_net")
    open_dashboard(page, sandbox, f"#/orders/{order['id']}")
    page.frame_locator("iframe[title=Fake] >> nth=1").get_by_text("hosted page").wait_for()
    heard(page, "/widget", "handshake")
    shown, posted = (
        next(row for row in app.requests if row.path.startswith(f"/app/{name}"))
        for name in ("widget", "posted")
    )
    assert parse_qs(urlsplit(shown.path).query)["orderId"] == [order["id"]]
    form = parse_qs(posted.body.decode())
    assert posted.method == "POST"
    assert (form["orderId"], form["saleorApiUrl"]) == ([order["id"]], [sandbox.api_url])
    claims = jwt.decode(form["accessToken"][0], options={"verify_signature": False})
    assert "app_extension" in claims
    frame = next(each for each in page.frames if "/app/widget" in each.url)
    frame.evaluate("say('widgetResize', {actionId: 'w-1', height: 333})")
    page.wait_for_function(
        "[...document.querySelectorAll('iframe')].some((each) => each.offsetHeight === 333)"
    )


def test_the_dashboard_has_a_language_a_history_and_customers(
    sandbox: Sandbox, app: FakeApp, page: Page
) -> None:
    with_pages(app)
    app.manifest["extensions"].append(
        {
            "label": "Of the customer",
            "mount": "CUSTOMER_DETAILS_WIDGETS",
            "target": "WIDGET",
            "url": f"{app.url}/app/widget",
            "options": {"widgetTarget": {"method": "GET"}},
        }
    )
    assert sandbox.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
    open_dashboard(page, sandbox)
    page.get_by_role("link", name="Invoices", exact=True).click()
    page.frame_locator("iframe").get_by_text("hosted page").wait_for()
    assert heard(page, "/invoices", "localeChanged")[0] == {"locale": "en"}
    page.get_by_label("Language").select_option("de")
    page.frames[1].wait_for_function("heard.some((each) => each.payload?.locale === 'de')")
    page.frames[1].evaluate("say('updateRouting', {actionId: 'r-1', newRoute: '/invoices/7'})")
    page.wait_for_function("location.hash.endsWith('/invoices/7')")
    page.go_back()
    page.wait_for_function("!location.hash.endsWith('/7')")
    page.get_by_role("link", name="Customers").click()
    page.get_by_role("cell", name="second@example.com").click()
    page.frame_locator("iframe").get_by_text("hosted page").wait_for()
    heard(page, "/widget", "handshake")
    asked = next(row for row in app.requests if row.path.startswith("/app/widget"))
    assert parse_qs(urlsplit(asked.path).query)["customerId"]


def test_staff_generate_an_invoice_from_the_order_page(
    sandbox: Sandbox, installed: FakeApp, page: Page
) -> None:
    order = sandbox.place("eur_domestic")
    open_dashboard(page, sandbox, f"#/orders/{order['id']}")
    page.get_by_text("No invoices to be shown").wait_for()
    page.get_by_role("button", name="Generate").click()
    page.locator("#invoices .invoice").wait_for()
    sandbox.wait_idle()
    invoice_id = installed.webhooks("invoice_requested")[0].json()["invoice"]["id"]
    answer = """mutation U($id: ID!) { invoiceUpdate(id: $id, input: {
      number: "2026-7", url: "https://example.com/7"}) { errors { code } } }"""
    sandbox.gql(answer, {"id": invoice_id}, installed.auth_token)
    page.get_by_role("link", name="2026-7").wait_for(timeout=10_000)


def test_a_customer_sees_own_orders_and_that_no_app_is_connected(
    sandbox: Sandbox, app: FakeApp, page: Page
) -> None:
    sandbox.place("guest")
    order = sandbox.place("usd_net", paid=True)
    page.goto(f"{sandbox.url}/storefront/")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("No invoices app is connected to this shop.").wait_for()
    rows = page.locator("tbody tr")
    assert rows.count() == 1
    assert f"#{order['number']}" in rows.first.inner_text()
    assert app.requests == []
