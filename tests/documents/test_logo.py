"""Which images are taken as a logo."""

import io

import pytest
from PIL import Image

from saleor_invoices.documents.logo import MAX_BYTES, Logo
from saleor_invoices.domain.errors import InvalidInput
from tests.documents.samples import sample_logo


def _image(
    kind: str, size: tuple[int, int] = (30, 20), mode: str = "RGB", **options: bool
) -> bytes:
    output = io.BytesIO()
    Image.new(mode, size).save(output, kind, **options)
    return output.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        _image("PNG"),
        _image("PNG", mode="RGBA"),
        _image("PNG", mode="L"),
        _image("JPEG"),
        _image("JPEG", progressive=True),
        _image("JPEG", mode="L"),
    ],
)
def test_png_and_jpeg_are_taken_with_their_size(content: bytes) -> None:
    logo = Logo(content)
    assert (logo.width, logo.height) == (30, 20)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG or JPEG"),
        (_image("GIF"), "PNG or JPEG"),
        (_image("PNG")[:18], "damaged"),
        (_image("JPEG")[:12], "damaged"),
        (_image("JPEG")[:3], "damaged"),
        (_image("JPEG", mode="CMYK"), "CMYK"),
        (_image("PNG", (4001, 1), "1"), "4,000 pixels"),
        (sample_logo() + b"\0" * MAX_BYTES, "1,000,000 bytes"),
    ],
)
def test_anything_else_is_refused_with_the_reason(content: bytes, message: str) -> None:
    with pytest.raises(InvalidInput, match=message) as caught:
        Logo(content)
    assert caught.value.code == "LOGO_INVALID"
