"""What is drawn onto an engine's finished pages: "Page 1 of 3", and the mark of a test or a draft.

xhtml2pdf knows the number of pages only after a second layout, which doubles its work. So its
templates leave a link where the text belongs; the link tells the place and goes away. The mark
across the page is drawn here, too, so that no template can be without it.
"""

import io
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import arabic_reshaper
import pikepdf
from pikepdf import Array, Dictionary, Name

from saleor_invoices.documents.stamp_fonts import Typefaces

LINK = "page-mark:"
OUTWARD = ("https:", "http:", "mailto:", "tel:")
"""How the address of a link may begin."""
_PLACE = re.compile(r"page-mark:(\d{1,2}(?:\.\d{1,2})?):(left|center|right):([0-9a-f]{6})")
_TILT = math.radians(32)
_WATERMARK_SIZE = 120.0  # points, where the text is short enough
_WATERMARK_WIDTH = 0.95  # of the page's, at most
_WATERMARK_COLOR = "f1f3f6"
_CAP_HEIGHT = 0.7  # of the size, of most fonts
_DESCENT = 1 / 8  # of the size: so far below the baseline reportlab's links begin
_STRONG_RIGHT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What to draw. ``page`` has the marks ``{page}`` and ``{pages}``; ``watermark`` may be empty.

    ``second_page`` is the same as ``page`` in a second language, or empty.
    ``regular`` and ``bold`` are font files, each for what the ones before lack.
    """

    page: str
    second_page: str = ""
    watermark: str = ""
    regular: tuple[Path, ...]
    bold: tuple[Path, ...]


def stamp(pdf: bytes, marks: Marks) -> bytes:
    """The PDF with the marks; the fonts are embedded. The same arguments give the same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        texts = _page_texts(marks, len(file.pages))
        regular = Typefaces(file, "SR", marks.regular, "".join(texts))
        bold = Typefaces(file, "SB", marks.bold, visual(marks.watermark))
        for page, text in zip(file.pages, texts, strict=True):
            below = _watermark(page, bold, visual(marks.watermark)) if marks.watermark else b""
            above = b"".join(_page_mark(link, regular, text) for link in _taken_links(page))
            _draw(page, below, above, (regular, bold))
        output = io.BytesIO()
        file.save(output, deterministic_id=True)
        return output.getvalue()


def visual(text: str) -> str:
    """The text in the order in which its letters stand on paper, Arabic letters joined.

    For a few words with numbers: runs from right to left change places with numbers between them,
    where the text begins from right to left.
    """
    directions = [unicodedata.bidirectional(character) for character in text]
    first = next((one for one in directions if one in {"L", *_STRONG_RIGHT}), "L")
    if first == "L":
        return text
    shaped = arabic_reshaper.reshape(text)
    # From the right, all is turned round; what reads from the left is turned back.
    turned = shaped[::-1]
    return re.sub(r"[0-9A-Za-z.,:/+-]*[0-9A-Za-z]", lambda run: run[0][::-1], turned)


def _page_texts(marks: Marks, pages: int) -> list[str]:
    return [
        " / ".join(part for part in _in_order(marks, str(page), str(pages)) if part)
        for page in range(1, pages + 1)
    ]


def _in_order(marks: Marks, page: str, pages: str) -> list[str]:
    patterns = (marks.page, marks.second_page)
    texts = [one.replace("{pages}", pages).replace("{page}", page) for one in patterns]
    shown = [visual(text) for text in texts]
    # The first language stands where reading begins: on the right, where it is read from there.
    return shown if texts[0] == shown[0] else shown[::-1]


def _taken_links(page: pikepdf.Page) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The links that name a place, with their rectangles; they are removed from the page.

    So are links to files and programs, which an address from outside (a buyer's, say) can become.
    """
    kept, found = [], []
    for link in page.get(Name.Annots, Array()):
        action = link.get(Name.A, Dictionary())
        address = str(action.get(Name.URI, ""))
        if address.startswith(LINK):
            found.append((address, tuple(float(one) for one in link.Rect)))
        elif _is_harmless(action, address):
            kept.append(link)
    if kept:
        page.Annots = Array(kept)
    elif Name.Annots in page:
        del page.Annots
    return iter(found)


def _is_harmless(action: pikepdf.Object, address: str) -> bool:
    if action.get(Name.S) == Name.URI:
        return address.lower().startswith(OUTWARD)
    return action.get(Name.S, Name.GoTo) == Name.GoTo  # a place in this file


def _page_mark(link: tuple[str, tuple[float, ...]], fonts: Typefaces, text: str) -> bytes:
    address, (left, bottom, right, _) = link
    place = _PLACE.fullmatch(address)
    if place is None:
        return b""
    size, align = float(place[1]), place[2]
    width = fonts.width(text) * size
    x = {"left": left, "right": right - width, "center": (left + right - width) / 2}[align]
    matrix = (1.0, 0.0, 0.0, 1.0, x, bottom + size * _DESCENT)
    return fonts.show(text, size=size, matrix=matrix, color=place[3])


def _watermark(page: pikepdf.Page, fonts: Typefaces, text: str) -> bytes:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    room = (right - left) * _WATERMARK_WIDTH / math.cos(_TILT)
    size = min(_WATERMARK_SIZE, room / (fonts.width(text) or 1))
    along, up = -fonts.width(text) * size / 2, -size * _CAP_HEIGHT / 2
    cosine, sine = math.cos(_TILT), math.sin(_TILT)
    x = (left + right) / 2 + along * cosine - up * sine
    y = (bottom + top) / 2 + along * sine + up * cosine
    matrix = (cosine, sine, -sine, cosine, x, y)
    return fonts.show(text, size=size, matrix=matrix, color=_WATERMARK_COLOR)


def _draw(page: pikepdf.Page, below: bytes, above: bytes, fonts: tuple[Typefaces, ...]) -> None:
    if not below and not above:
        return
    for one in fonts:
        one.add_to(page)
    page.contents_add(below + b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + above)
