"""Draws docs/images/invoice.png for the README: ``python -m tests.documents.picture``."""

import io
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageOps

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Tax
from tests.documents.samples import sample_document, sample_logo

TAXES = tuple(Tax(category=VatCategory.STANDARD, rate=Decimal(rate)) for rate in (7, 19, 19, 19))
ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "images" / "invoice.png"


def draw() -> bytes:
    """The sample invoice's first page as a PNG of few colours, with a thin frame."""
    renderer = TypstRenderer((ROOT / "fonts" / "node_modules",))
    document = sample_document(4, taxes=TAXES, shipping="4.90", gift_card="25.00")
    (page,) = renderer.preview(document, Template(logo=Logo(sample_logo())), ppi=110)
    image = Image.open(io.BytesIO(page)).convert("RGB")
    output = io.BytesIO()
    ImageOps.expand(image, 1, "#d9dee6").quantize(64).save(output, "PNG", optimize=True)
    return output.getvalue()


if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(draw())
