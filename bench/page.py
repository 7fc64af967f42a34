"""The grid's first page in Chromium, over a store with many invoices.

A page that plays the dashboard frames the app, introduces itself and waits for the first row. Cold:
with an empty cache, as on a person's first visit; warm: with the bundle in the cache.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench import large
from bench.servers import Servers
from bench.store import APP_ID, SALEOR_VERSION, Signer
from demo.errors import DemoError
from demo.place import HOST

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    # The dashboard's page comes from no server, so that the browser knows no network of it.
    "--disable-features=LocalNetworkAccessChecks",
]
WARMING = 2
WAIT_MS = 30_000
NOW = "performance.timeOrigin + performance.now()"
WATCH = f"""new MutationObserver(() => {{
  if (document.querySelector("tr[aria-rowindex] td a")) window.usableAt ??= {NOW};
}}).observe(document, {{childList: true, subtree: true}})"""
DASHBOARD = """<!doctype html><title>Dashboard</title>
<iframe style="width: 1140px; height: 800px"></iframe><script>
const { address, token, version } = %s;
const frame = document.querySelector("iframe");
const say = (type, payload) => frame.contentWindow.postMessage({ type, payload }, "*");
addEventListener("message", ({ data }) => {
  if (data.payload?.actionId) say("response", { actionId: data.payload.actionId, ok: true });
});
frame.addEventListener("load", () => say("handshake",
  { token, version: 1, saleorVersion: version, dashboardVersion: version }));
window.open = () => { frame.src = address; return performance.timeOrigin + performance.now(); };
</script>"""


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from the frame's address to the first row, of each visit."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)


class Bench:
    """Opens the grid again and again."""

    def __init__(self, servers: Servers, signer: Signer, *, invoices: int) -> None:
        self._servers, self._signer, self._invoices = servers, signer, invoices

    def run(self, visits: int, *, filled: bool) -> Opening | None:
        """So many visits of each kind; None where there is no Chromium.

        ``filled``: the large database is there already.
        """
        path = shutil.which("chromium")
        if path is None:
            return None
        if not filled:
            large.fill(self._servers, self._invoices)
        port = self._servers.place.large_port
        self._servers.app(port, name="page", database="large")
        found = Opening()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            for number in range(WARMING + visits):
                cold, warm = self._visit(browser)
                if number >= WARMING:
                    found.cold.append(cold)
                    found.warm.append(warm)
            browser.close()
        self._servers.stop("page")
        return found

    def _visit(self, browser: Browser) -> Iterator[float]:
        context = browser.new_context(locale="en-GB")
        context.add_init_script(WATCH)
        try:
            return iter([self._opened(context), self._opened(context)])
        finally:
            context.close()

    def _opened(self, context: BrowserContext) -> float:
        page = context.new_page()
        origin = self._servers.place.api_url.removesuffix("/graphql/")
        page.route(
            f"{origin}/**", lambda route: route.fulfill(body=self._html(), content_type="text/html")
        )
        page.goto(f"{origin}/dashboard/")
        began: float = page.evaluate("window.open()")
        return (_usable(page) - began) / 1000

    def _html(self) -> str:
        place = self._servers.place
        query = urlencode({"saleorApiUrl": place.api_url, "id": APP_ID, "theme": "light"})
        return DASHBOARD % json.dumps(
            {
                "address": f"http://{HOST}:{place.large_port}/dashboard/invoices?{query}",
                "token": self._signer.staff_token(),
                "version": SALEOR_VERSION,
            }
        )


def _usable(page: Page) -> float:
    page.frame_locator("iframe").locator("tr[aria-rowindex] td a").first.wait_for(timeout=WAIT_MS)
    frame = next((one for one in page.frames if one.parent_frame is not None), None)
    at = frame.evaluate("window.usableAt") if frame else None
    if at is None:
        raise DemoError("The grid showed no row.")
    return float(at)
