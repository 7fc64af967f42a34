"""Draws the pictures of the documentation: ``python -m tests.documents.picture``."""

import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageOps

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document, Tax
from tests.documents import scenes
from tests.documents.samples import sample_document, sample_logo

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "images"
_TAXES = tuple(Tax(category=VatCategory.STANDARD, rate=Decimal(rate)) for rate in (7, 19, 19, 19))
_LOGO = Template(logo=Logo(sample_logo()))
PICTURES: Mapping[str, tuple[Document, Template]] = {
    "invoice": (sample_document(4, taxes=_TAXES, shipping="4.90", gift_card="25.00"), _LOGO),
    "invoice-german-swiss": (scenes.swiss("de"), Template(accent="#8a1c1c")),
    "invoice-arabic-english": (scenes.home("ar", second_language="en"), Template()),
    "credit-note": (scenes.refunded(), _LOGO),
}


def draw(document: Document, template: Template) -> bytes:
    """The document's first page as a PNG of few colours, with a thin frame."""
    renderer = TypstRenderer((ROOT / "fonts" / "node_modules",))
    page = renderer.preview(document, template, ppi=110)[0]
    image = Image.open(io.BytesIO(page)).convert("RGB")
    output = io.BytesIO()
    ImageOps.expand(image, 1, "#d9dee6").quantize(64).save(output, "PNG", optimize=True)
    return output.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (document, template) in PICTURES.items():
        (FOLDER / f"{name}.png").write_bytes(draw(document, template))
