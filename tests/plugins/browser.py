"""Debian's Chromium, driven by Playwright; nothing is downloaded."""

import shutil
from collections.abc import Generator, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Frame, Page, expect, sync_playwright

from tests.plugins.stack import missing

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


SHOWN_CHARACTERS = 3000

expect.set_options(timeout=20_000)  # a busy machine is no fault of the page


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed tells what stood on the page, and on the pages in it."""
    report = yield
    opened = getattr(item, "funcargs", {}).get("page")
    if report.when == "call" and report.failed and isinstance(opened, Page):
        for frame in opened.frames:
            report.sections.append((f"Shown at {frame.url}", _shown(frame)))
    return report


def _shown(frame: Frame) -> str:
    try:
        return frame.locator("body").inner_text(timeout=2_000)[:SHOWN_CHARACTERS]
    except Error as error:
        return str(error)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running browser. Skips loudly, and in CI fails, where there is no Chromium.

    For a module only: while Playwright's loop runs in this thread, Django refuses its ORM.
    """
    path = shutil.which("chromium")
    if path is None:
        missing("BROWSER NOT TESTED: no chromium on the PATH (Debian's package 'chromium')")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page in English. A script error or a policy violation on it fails the test."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(15_000)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: _keep_violations(message, complaints))
    yield opened
    context.close()
    assert complaints == []


def _keep_violations(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type == "error" and "Content Security Policy" in message.text:
        complaints.append(message.text)
