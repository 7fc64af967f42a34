"""One limited process for all tests of a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from saleor_invoices.documents.html.renderer import HtmlRenderer

FONTS = tuple(Path(folder) for folder in settings.FONT_DIRS)


@pytest.fixture(scope="session")
def html() -> Iterator[HtmlRenderer]:
    """The engine with the fonts that `make env` installs."""
    renderer = HtmlRenderer(FONTS)
    yield renderer
    renderer.stop()
