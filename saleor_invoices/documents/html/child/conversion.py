"""From filled HTML to PDF by xhtml2pdf, with our fonts and nothing from outside.

Every standard font's name leads to a font of ours, so that no PDF refers to Helvetica: PDF/A wants
each font embedded (ISO 19005-3, 6.2.11.4.1). Fonts are registered once for the process, which is
several times faster than ``@font-face`` and needs no file while a document is converted.
"""

import base64
import io
import logging
import re
from unicodedata import category

from reportlab import rl_config
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.fonts import addMapping, tt2ps
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from xhtml2pdf import context as contexts
from xhtml2pdf import default, parser, pisa, util
from xhtml2pdf.config.resources import RenderLimitError, ResourceAccessPolicy

from saleor_invoices.documents.html.child.rules import IMAGES
from saleor_invoices.documents.html.child.templating import Faulty
from saleor_invoices.documents.html.wire import Face, Problem
from saleor_invoices.documents.logo import raster_check
from saleor_invoices.domain.errors import InvalidInput

MAX_PDF_BYTES = 32 * 1024 * 1024
_STANDARD = (
    *(f"Helvetica{style}" for style in ("", "-Bold", "-Oblique", "-BoldOblique")),
    *(f"Times-{style}" for style in ("Roman", "Bold", "Italic", "BoldItalic", "Oblique")),
    "Times-BoldOblique",
    *(f"Courier{style}" for style in ("", "-Bold", "-Oblique", "-BoldOblique")),
    *("Symbol", "ZapfDingbats"),
)
# HTML ignores the slash: what follows <pdf:spacer/> would be inside of it, level by level.
_EMPTY_TAG = re.compile(r"<(pdf:[a-z]+)\b([^<>]*)/>", re.IGNORECASE)
_REFUSED = ("INPUT", "FIELD", "TEXTAREA", "SELECT", "CANVAS", "PDFINSERTPDF", "PDFTOC")
_REFUSED_TOO = ("PDFPAGECOUNT", "PDFFONT", "PDFTEMPLATE", "PDFFRAME", "PDFRESETPAGENUMBER")
_NOTHING = (
    "data:image/png;base64,"
    + base64.b64encode(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
        b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x03\x00\x08\xfc\x02\xfe\xa7\x9a\xa0\xa0"
        b"\x00\x00\x00\x00IEND\xaeB`\x82"
    ).decode()
)


class Stopped(BaseException):
    """The template asked for what it may not have. Not an ``Exception``: pisa swallows those."""


class Converter:
    """xhtml2pdf as this process has set it up. There is one, since all of it is global."""

    def __init__(self, readable: set[str]) -> None:
        self._readable = readable
        self._fonts: dict[str, TTFont] = {}
        self._fallbacks: tuple[str, ...] = ()
        logging.disable(logging.CRITICAL)
        rl_config.invariant = 1  # no date, no chance: the same document gives the same bytes
        rl_config.useA85 = 0  # binary streams are smaller and faster
        rl_config.toColorCanUse = None  # else a color may be an expression, to be evaluated
        _refuse_tags()
        util._cmykColor = _as_rgb(util._cmykColor)
        contexts.get_default_asian_font = dict  # fonts that Adobe's readers once brought along
        contexts.pisaContext.getFontNames = self._font_names(contexts.pisaContext.getFontNames)

    def convert(
        self,
        html: str,
        *,
        images: dict[str, bytes],
        faces: tuple[Face, ...],
        fallbacks: tuple[str, ...],
        seconds: float,
    ) -> bytes:
        """The PDF. Raises ``Faulty`` for what the template asks for and may not have."""
        self._use(faces, fallbacks)
        output = io.BytesIO()
        policy = ResourceAccessPolicy.server(
            None, allow_remote=False, max_render_seconds=seconds, max_image_pixels=16_000_000
        )
        try:
            pisa.CreatePDF(
                self._printable(_EMPTY_TAG.sub(r"<\1\2></\1>", html)),
                dest=output,
                link_callback=_Images(images),
                resource_policy=policy,
            )
        except (Stopped, RenderLimitError) as error:
            raise Faulty(Problem(0, str(error))) from error
        return output.getvalue()

    def _use(self, faces: tuple[Face, ...], fallbacks: tuple[str, ...]) -> None:
        self._fallbacks = fallbacks
        default.DEFAULT_FONT.clear()
        default.DEFAULT_FONT.update({name: name for name in fallbacks})
        default.DEFAULT_FONT["helvetica"] = fallbacks[0]  # what pisa takes for an unknown name
        self._family(fallbacks[0], faces)
        regular, bold = (self._fonts[tt2ps(fallbacks[0], heavy, 0)] for heavy in (0, 1))
        for family in fallbacks[1:]:
            for font in self._family(family, faces):
                # Lines are as high as their highest font: Arabic would drive them apart.
                font.face.ascent, font.face.descent = regular.face.ascent, regular.face.descent
        for name in _STANDARD:
            pdfmetrics._fonts[name] = bold if "Bold" in name else regular

    def _family(self, family: str, faces: tuple[Face, ...]) -> list[TTFont]:
        own = [face for face in faces if face.family == family]
        fonts = []
        for bold, italic in ((0, 0), (1, 0), (0, 1), (1, 1)):
            best = min(own, key=lambda one: (one.bold != bold, one.italic != italic))
            name = f"{family} {best.bold:d}{best.italic:d} {best.path}".lower()
            if name not in self._fonts:
                self._fonts[name] = self._loaded(best, name)
                pdfmetrics.registerFont(self._fonts[name])
            addMapping(family, bold, italic, name)
            fonts.append(self._fonts[name])
        return fonts

    def _loaded(self, face: Face, name: str) -> TTFont:
        self._readable.add(face.path)
        try:
            return TTFont(name, face.path)
        except TTFError as error:
            raise RuntimeError(f"the font {face.family} can't be used: {error}") from error

    def _printable(self, html: str) -> str:
        """The HTML with a mark for what no font has: PDF/A forbids boxes (6.2.11.8)."""
        covered: set[int] = {9, 10, 13}
        for family in self._fallbacks:
            for name, font in self._fonts.items():
                if name.startswith(f"{family} 00 "):
                    covered.update(font.face.charToGlyph)
        mark = "\ufffd" if 0xFFFD in covered else "?"
        missing = {one for one in set(html) if ord(one) not in covered}
        # Marks of direction and joiners have no picture: without one, they are left out.
        marks = {ord(one): None if category(one) == "Cf" else mark for one in missing}
        return html.translate(marks) if marks else html

    def _font_names(self, known: object) -> object:
        def names(context: object, wanted: object) -> list[str]:
            found: list[str] = known(context, wanted)  # type: ignore[operator]
            return found + [name for name in self._fallbacks if name not in found]

        return names


class _Images:
    """What ``src`` and ``url()`` may name."""

    def __init__(self, images: dict[str, bytes]) -> None:
        self._uris = {name: _uri(content) for name, content in images.items()}

    def __call__(self, uri: object, _base: object) -> str:
        name = str(uri).strip()
        if name in IMAGES:
            return self._uris.get(name, _NOTHING)
        if not name.startswith("data:"):
            raise Stopped(f"The file {name[:60]!r} can't be used in a template.")
        try:
            raster_check(base64.b64decode(name.partition(",")[2]))
        except (InvalidInput, ValueError) as error:
            raise Stopped(f"An image in the template can't be used. {error}") from error
        return name


def _uri(content: bytes) -> str:
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _refuse_tags() -> None:
    for name in (*_REFUSED, *_REFUSED_TOO):

        def refuse(node: object, _attributes: object) -> None:
            raise Stopped(f"<{node.tagName}> can't be used in a template.")  # type: ignore[attr-defined]

        setattr(parser, f"pisaTag{name}", refuse)


def _as_rgb(known: object) -> object:
    # An sRGB output intent does not cover device CMYK (ISO 19005-3, 6.2.4.3).
    def color(*arguments: object) -> object:
        found = known(*arguments)  # type: ignore[operator]
        return Color(*found.rgb()) if isinstance(found, CMYKColor) else found

    return color
