"""The engine of the built-in templates: typst, which writes tagged PDF/A-3a and PDF/UA-1 itself.

A document's data travels as a JSON file in memory and is shown, never evaluated; the compiler
reads nothing outside the template's folder and knows no package folder to download into.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version as package_version
from pathlib import Path
from typing import cast

import msgspec
import typst

from saleor_invoices.documents import fonts, text
from saleor_invoices.documents.epc import svg
from saleor_invoices.documents.payment_code import payment_code
from saleor_invoices.documents.port import Paper, RenderFailed, Template
from saleor_invoices.documents.scripts import font_choice
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput

TEMPLATES = Path(__file__).parent / "templates"
PDF_STANDARDS = ["a-3a", "ua-1"]
_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_Compile = Callable[..., bytes | list[bytes]]
_EPOCH = date(1970, 1, 1)  # a draft has no date; the clock must not get into the bytes


@dataclass(frozen=True, slots=True)
class _Source:
    """One version of a template."""

    root: Path
    main: bytes


class TypstRenderer:
    """Renders with typst. Threads share the fonts, and each has compilers of its own."""

    name = "typst"
    version = package_version("typst")

    def __init__(self, font_dirs: tuple[Path, ...]) -> None:
        self._font_dirs = font_dirs
        self._local = threading.local()  # a compiler refuses a second caller while it works

    def render(self, document: Document, template: Template) -> bytes:
        """See ``port.Renderer``."""
        return self._compile(document, template, format="pdf", pdf_standards=PDF_STANDARDS)[0]

    def preview(self, document: Document, template: Template, *, ppi: float = 144) -> list[bytes]:
        """The pages as PNG images, at so many pixels per inch."""
        return self._compile(document, template, format="png", ppi=ppi)

    def missing_characters(self, document: Document, template: Template) -> str:
        """See ``port.Renderer``."""
        covered = fonts.load(self._font_dirs).characters
        found: set[str] = set()

        def collect(value: str) -> str:
            found.update(text.missing(value, covered))
            return value

        text.mapped(msgspec.to_builtins(document_view(document, template, with_qr=False)), collect)
        return "".join(sorted(found))

    def _compile(self, document: Document, template: Template, **output: object) -> list[bytes]:
        source = _source(template.name, template.version)
        # The binding's annotations leave out that a dictionary of files is taken.
        compile_files = cast("_Compile", self._compiler(source.root).compile)
        files = {"main.typ": source.main, **self._files(document, template)}
        try:
            made = compile_files(files, timestamp=_timestamp(document), **output)
        except RuntimeError as error:  # typst.TypstError, and what the binding itself raises
            raise RenderFailed(
                f"typst could not render the document: {error}", params={"engine": self.name}
            ) from error
        return made if isinstance(made, list) else [made]

    def _compiler(self, root: Path) -> typst.Compiler:
        compilers: dict[Path, typst.Compiler]
        compilers = self._local.__dict__.setdefault("compilers", {})
        if root not in compilers:
            nowhere = root / "packages"
            compilers[root] = typst.Compiler(
                root=root,
                font_paths=fonts.load(self._font_dirs).handle,
                ignore_system_fonts=True,
                package_path=nowhere,
                package_cache_path=nowhere,
            )
        return compilers[root]

    def _files(self, document: Document, template: Template) -> dict[str, bytes]:
        code = payment_code(document)
        view = document_view(document, template, with_qr=code.is_epc, bill=code.bill)
        font_set = fonts.load(self._font_dirs)
        shown = _encoded(view, font_set.characters)
        style = {
            "paper": _PAPERS[template.paper],
            "accent": template.accent,
            "logo": _logo(template, view.brand),
            **font_choice(document, shown.decode(), font_set, template.fonts),
        }
        files = {"doc.json": shown, "style.json": _encoded(style, font_set.characters)}
        if template.logo:
            # Files in memory must be text; the template puts the bytes together again.
            files["logo.json"] = msgspec.json.encode(list(template.logo.content))
        if code.image:
            files["qr.svg"] = svg(code.image)
        return files


def _logo(template: Template, brand: str) -> dict[str, object] | None:
    logo = template.logo
    if logo is None:
        return None
    return {"width": logo.width, "height": logo.height, "alt": logo.alt or brand}


@cache
def _source(name: str, version: int) -> _Source:
    known = {(path.parent.name, path.name): path for path in TEMPLATES.glob("*/v*")}
    root = known.get((name, f"v{version}"))
    if root is None:
        raise InvalidInput(
            f"There is no template {name!r} in version {version}.",
            code="TEMPLATE_INVALID",
            params={"field": "template"},
        )
    return _Source(root=root, main=(root / "main.typ").read_bytes())


def _encoded(data: object, covered: frozenset[int]) -> bytes:
    built = msgspec.to_builtins(data)
    return msgspec.json.encode(text.mapped(built, lambda value: text.clean(value, covered)))


def _timestamp(document: Document) -> datetime:
    day = document.issue_date or _EPOCH
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
