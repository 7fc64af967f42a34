"""The images that a template may name."""

import io

from PIL import Image, ImageDraw

from saleor_invoices.documents.payment_code import payment_code
from saleor_invoices.documents.port import Template
from saleor_invoices.domain.document import Document

_SCALE = 8  # pixels a module: sharp on paper, and a kilobyte or two
_SWISS_SIDE, _CROSS_SIDE = 46, 7  # millimetres, as printed (QR-bill style guide, SIX)


def images(document: Document, template: Template) -> dict[str, bytes]:
    """PNG or JPEG files by name: ``logo`` and ``payment-code``, as far as there are any."""
    found = {}
    if template.logo:
        found["logo"] = template.logo.content
    code = payment_code(document)
    if code.image:
        output = io.BytesIO()
        code.image.save(output, kind="png", border=0, scale=_SCALE)
        found["payment-code"] = output.getvalue()
        if code.bill:
            found["payment-code"] = _with_swiss_cross(output.getvalue())
    return found


def _with_swiss_cross(png: bytes) -> bytes:
    """The code with the white cross on black that tells a QR-bill, in its middle."""
    with Image.open(io.BytesIO(png)) as code:
        image = code.convert("L")
    unit = image.width / _SWISS_SIDE
    _square(image, _CROSS_SIDE * unit / 2, white=True)
    _square(image, (_CROSS_SIDE - 0.5) * unit / 2, white=False)
    for width, height in ((1.17, 3.89), (3.89, 1.17)):
        _square(image, width * unit / 2, height * unit / 2, white=True)
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def _square(
    image: Image.Image, half_width: float, half_height: float | None = None, *, white: bool
) -> None:
    middle = image.width / 2
    high = half_width if half_height is None else half_height
    box = (middle - half_width, middle - high, middle + half_width, middle + high)
    ImageDraw.Draw(image).rectangle(box, fill=255 if white else 0)
