"""A merchant's logo: what is accepted, checked before it reaches the renderer.

Only raster images are taken: an SVG may refer to other files, run scripts and hold text in any
font. What a file is, its content says; names and content types of uploads are not believed.
"""

import io
import struct
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image

from saleor_invoices.domain.errors import InvalidInput

MAX_BYTES = 1_000_000
MAX_SIDE = 4_000  # pixels; 4,000 x 4,000 is 64 MB once decoded
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_USUAL = frozenset({0xC0, 0xC1, 0xC2})  # others are lossless or arithmetic: PDF has none


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG or JPEG image. Raises ``InvalidInput`` LOGO_INVALID when it is anything else.

    ``width`` and ``height`` are in pixels; ``alt`` is read out by screen readers.
    """

    content: bytes = field(repr=False)
    alt: str = ""
    width: int = field(init=False)
    height: int = field(init=False)

    def __post_init__(self) -> None:
        width, height = raster_check(self.content)
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "height", height)


@lru_cache(maxsize=16)  # a store's logo comes with each of its documents
def raster_check(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG image that can be decoded.

    Raises ``InvalidInput`` LOGO_INVALID for anything else, for what is too large in bytes or in
    pixels, is animated, or has colors that PDF/A does not take. Sizes are read from the header:
    nothing is decoded that would not fit into memory.
    """
    if len(content) > MAX_BYTES:
        raise _refusal(f"The logo is larger than {MAX_BYTES:,} bytes.")
    try:
        width, height = _size(content)
    except (struct.error, IndexError) as error:
        raise _refusal("The logo's file is damaged.") from error
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise _refusal(f"The logo's sides must have 1 to {MAX_SIDE:,} pixels.")
    _decode(content, (width, height))
    return width, height


def _size(content: bytes) -> tuple[int, int]:
    if content.startswith(_PNG):
        return _png_size(content)
    if content.startswith(_JPEG):
        return _jpeg_size(content)
    if b"<svg" in content[:2_000].lower():
        raise _refusal("The logo must be a PNG or JPEG image; export the SVG as PNG.")
    raise _refusal("The logo must be a PNG or JPEG image.")


def _png_size(content: bytes) -> tuple[int, int]:
    size: tuple[int, int] | None = None
    position = len(_PNG)
    while position < len(content):
        length, kind = struct.unpack_from(">I4s", content, position)
        if size is None:
            if kind != b"IHDR":
                raise _refusal("The logo's file is damaged.")
            size = struct.unpack_from(">II", content, position + 8)
        if kind == b"acTL":
            raise _refusal("The logo is animated; save one picture of it.")
        if kind == b"IEND" and size:
            return size
        position += 12 + length
    raise _refusal("The logo's file is damaged.")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = 2
    while position < len(content):
        marker, length = content[position + 1], *struct.unpack_from(">H", content, position + 2)
        if marker in _JPEG_FRAMES:
            height, width, components = struct.unpack_from(">HHB", content, position + 5)
            if components == 4:
                # PDF/A with an sRGB output intent forbids device CMYK (ISO 19005-3, 6.2.4.3).
                raise _refusal("The logo is a CMYK image; save it as RGB.")
            if marker not in _JPEG_USUAL or components not in {1, 3}:
                raise _refusal("The logo is an unusual JPEG; save it as a baseline JPEG or as PNG.")
            return width, height
        position += 2 + length
    raise _refusal("The logo's file is damaged.")


def _decode(content: bytes, size: tuple[int, int]) -> None:
    """Decode it once: a damaged logo must be told at upload and not when an invoice is due."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.size != size:  # a second header: the one that counts is not the one we read
                raise _refusal("The logo's file is damaged.")
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _refusal("The logo's file is damaged.") from error


def _refusal(message: str) -> InvalidInput:
    return InvalidInput(message, code="LOGO_INVALID", params={"field": "logo"})
