"""Which images are taken as a logo."""

import io
import struct
import zlib

import pytest
from PIL import Image

from saleor_invoices.documents.logo import MAX_BYTES, Logo
from saleor_invoices.domain.errors import InvalidInput
from tests.documents.samples import sample_logo

_BOMB = zlib.compress(b"\0" * 100_000_000, 9)


def _image(
    kind: str, size: tuple[int, int] = (30, 20), mode: str = "RGB", **options: bool
) -> bytes:
    output = io.BytesIO()
    Image.new(mode, size).save(output, kind, **options)
    return output.getvalue()


def png_that_says(width: int, height: int, *, data: bytes = b"", extra: bytes = b"") -> bytes:
    """A PNG file whose header claims a size, with chunks of the test's own after it."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = _chunk(b"IDAT", data or zlib.compress(b""))
    return b"\x89PNG\r\n\x1a\n" + header + extra + body + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


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
        (png_that_says(50_000, 50_000), "4,000 pixels"),
        (png_that_says(0, 10), "4,000 pixels"),
        (png_that_says(30, 20), "damaged"),
        (png_that_says(30, 20, data=b"no deflate"), "damaged"),
        (png_that_says(30, 20, extra=_chunk(b"acTL", b"\0" * 8)), "animated"),
        # A megabyte of zeros in a kilobyte, in a comment that a decoder may unpack.
        (png_that_says(3, 2, extra=_chunk(b"zTXt", b"a\0\0" + _BOMB)), "damaged"),
        (_image("PNG")[:-20], "damaged"),
        (_image("JPEG", (300, 200))[:-400], "damaged"),
        (_image("WEBP"), "PNG or JPEG"),
        (_image("BMP"), "PNG or JPEG"),
        (_image("TIFF"), "PNG or JPEG"),
        (b"<?xml version='1.0'?><svg><script>alert(1)</script></svg>", "export the SVG"),
        (b"<svg><image href='file:///etc/passwd'/></svg>", "export the SVG"),
        (b"%PDF-1.7\n", "PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"<svg><script/></svg>", "damaged"),
    ],
)
def test_anything_else_is_refused_with_the_reason(content: bytes, message: str) -> None:
    with pytest.raises(InvalidInput, match=message) as caught:
        Logo(content)
    assert caught.value.code == "LOGO_INVALID"
