"""Pictures of the pages, for people to look at: SCREENSHOTS names their folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Look = Callable[[str], None]


@pytest.fixture
def look(page: Page) -> Look:
    """Takes a picture of the page under a name; does nothing unless SCREENSHOTS is set."""
    folder = os.environ.get("SCREENSHOTS")

    def take(name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.wait_for_timeout(300)  # what moves has come to rest
            page.screenshot(path=Path(folder) / f"{name}.png")

    return take
