"""The renderer, with the fonts that `make env` installs."""

from pathlib import Path

import pytest
from django.conf import settings

from saleor_invoices.documents.typst_engine import TypstRenderer


@pytest.fixture(scope="session")
def renderer() -> TypstRenderer:
    return TypstRenderer(tuple(Path(folder) for folder in settings.FONT_DIRS))
