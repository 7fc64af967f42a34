"""What the rest of the app sees of rendering: a snapshot and a template in, PDF bytes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from saleor_invoices.documents.logo import Logo
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError, InvalidInput

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FOOTER_LIMIT = 600
DEFAULT_ACCENT = "#1f4b7a"
HTML = "html"
"""The name of a merchant's own template."""
HTML_LIMIT = 100_000  # characters


class RenderFailed(AppError):
    """The engine refused the document; ``params["engine"]`` names the engine."""

    code = "RENDER_FAILED"


class TemplateInvalid(InvalidInput):
    """A merchant's own template can't be used.

    ``params["line"]`` is the line, from 1, or 0 where none can be named; ``params["problems"]``
    holds all that was found, as ``{"line": ..., "message": ...}``.
    """

    code = "TEMPLATE_INVALID"


class FontsMissing(AppError):
    """The fonts that the template asks for are not installed."""

    code = "FONTS_MISSING"


class Paper(StrEnum):
    """Paper sizes."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A built-in template with a store's choices, or a merchant's own.

    ``version`` is pinned on each issued document, so that an old one is rendered in the layout
    it was issued in. ``accent`` is ``#rrggbb``; ``footer`` holds columns for the foot of each
    page, after the seller's legal information; ``fonts`` are family names in order of preference,
    and every other installed family stands in for the characters that these lack. ``html`` is the
    source of the merchant's own template, which has the name ``html``.
    Raises ``InvalidInput`` TEMPLATE_INVALID.
    """

    name: str = "classic"
    version: int = 1
    paper: Paper = Paper.A4
    accent: str = DEFAULT_ACCENT
    logo: Logo | None = None
    footer: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ("Noto Sans",)
    html: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for fault, name in self._faults():
            raise InvalidInput(fault, code="TEMPLATE_INVALID", params={"field": name})

    def _faults(self) -> Iterator[tuple[str, str]]:
        if not _COLOUR.fullmatch(self.accent):
            yield f"A colour looks like #1f4b7a, not {self.accent!r}.", "accent"
        if self.paper not in set(Paper):
            yield f"Paper is a4 or letter, not {self.paper!r}.", "paper"
        if sum(len(line) for line in self.footer) > _FOOTER_LIMIT:
            yield f"The footer has more than {_FOOTER_LIMIT} characters.", "footer"
        if not self.fonts:
            yield "A template needs a font.", "fonts"
        if (self.name == HTML) != bool(self.html):
            yield f"The template {HTML!r}, and no other, has a source of its own.", "html"
        if len(self.html) > HTML_LIMIT:
            yield f"The template has more than {HTML_LIMIT:,} characters.", "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished file and what made it.

    ``sha256`` is the hex digest of ``pdf``; ``missing_characters`` are those that no installed
    font has and that are printed as a replacement mark, each once, in order of code point.
    """

    pdf: bytes = field(repr=False)
    sha256: str
    engine: str
    engine_version: str
    template: str
    template_version: int
    missing_characters: str = ""


class Renderer(Protocol):
    """A rendering engine. Safe to share between threads."""

    name: str
    version: str

    def render(self, document: Document, template: Template) -> bytes:
        """The document as PDF/A-3, 3a by typst and 3b by xhtml2pdf; always the same bytes.

        Raises ``InvalidInput`` (template or language unknown), ``TemplateInvalid``,
        ``FontsMissing``, ``RenderFailed``.
        """
        ...

    def missing_characters(self, document: Document, template: Template) -> str:
        """The characters of the document that no installed font has."""
        ...
