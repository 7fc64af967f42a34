"""A merchant's logo: what is accepted, checked before it reaches the renderer.

Only raster images are taken: an SVG may refer to other files and hold text in any font.
"""

import struct
from dataclasses import dataclass, field

from saleor_invoices.domain.errors import InvalidInput

MAX_BYTES = 1_000_000
MAX_SIDE = 4_000  # pixels; 4,000 x 4,000 is 64 MB once decoded
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


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
        if len(self.content) > MAX_BYTES:
            raise _refusal(f"The logo is larger than {MAX_BYTES:,} bytes.")
        try:
            width, height = _size(self.content)
        except (struct.error, IndexError) as error:
            raise _refusal("The logo's file is damaged.") from error
        if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
            raise _refusal(f"The logo's sides must have 1 to {MAX_SIDE:,} pixels.")
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "height", height)


def _size(content: bytes) -> tuple[int, int]:
    if content.startswith(_PNG):
        width, height = struct.unpack_from(">II", content, 16)
        return width, height
    if content.startswith(_JPEG):
        return _jpeg_size(content)
    raise _refusal("The logo must be a PNG or JPEG image.")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = 2
    while position < len(content):
        marker, length = content[position + 1], *struct.unpack_from(">H", content, position + 2)
        if marker in _JPEG_FRAMES:
            height, width, components = struct.unpack_from(">HHB", content, position + 5)
            if components == 4:
                # PDF/A with an sRGB output intent forbids device CMYK (ISO 19005-3, 6.2.4.3).
                raise _refusal("The logo is a CMYK image; save it as RGB.")
            return width, height
        position += 2 + length
    raise _refusal("The logo's file is damaged.")


def _refusal(message: str) -> InvalidInput:
    return InvalidInput(message, code="LOGO_INVALID", params={"field": "logo"})
