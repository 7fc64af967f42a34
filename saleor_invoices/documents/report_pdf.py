"""Reports as PDF, by typst and in the look of the documents: tables under a title, with a logo."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import cast

import msgspec
import typst
from django.conf import settings

from saleor_invoices.documents import fonts, text
from saleor_invoices.documents.formats import locale_for
from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import DEFAULT_ACCENT, RenderFailed
from saleor_invoices.documents.scripts import families_for

ROOT = Path(__file__).parent / "templates" / "report" / "v1"
STANDARDS = ["a-3a", "ua-1"]
_Compile = Callable[..., bytes]
_local = threading.local()  # a compiler refuses a second caller while it works


class PdfColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column: numbers are aligned right, a wide one takes its share of what room is left."""

    title: str
    number: bool = False
    wide: bool = False
    share: int = 1


class PdfTable(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of texts; ``total`` is a last row, or empty."""

    title: str
    columns: Sequence[PdfColumn]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    note: str = ""


class PdfReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the template shows; every text is in the reader's language already."""

    title: str
    brand: str
    language: str
    facts: Sequence[tuple[str, str]]
    tables: Sequence[PdfTable]
    nothing: str  # shown where there are no tables
    page: str  # "Page {page} of {pages}"
    made: str
    wide: bool = False  # the sheet lies on its side


def report_pdf(
    report: PdfReport, *, on: date, logo: Logo | None = None, accent: str = DEFAULT_ACCENT
) -> bytes:
    """The report as tagged PDF/A-3a; the same report of a day gives the same bytes.

    Raises ``FontsMissing``, ``RenderFailed``.
    """
    font_set = fonts.load(tuple(settings.FONT_DIRS))
    data = {
        **msgspec.to_builtins(report),
        "direction": locale_for(report.language, "").text_direction,
        "short_brand": report.brand if len(report.brand) <= 60 else report.brand[:60] + "…",
    }
    covered = font_set.characters
    shown = msgspec.json.encode(text.mapped(data, lambda value: text.clean(value, covered)))
    style = {
        "accent": accent,
        "logo": {"width": logo.width, "height": logo.height, "alt": logo.alt} if logo else None,
        **families_for(report.language, shown.decode(), font_set),
    }
    files = {"main.typ": _main(), "doc.json": shown, "style.json": msgspec.json.encode(style)}
    if logo:
        files["logo.json"] = msgspec.json.encode(list(logo.content))
    compile_files = cast("_Compile", _compiler(font_set).compile)
    moment = datetime(on.year, on.month, on.day, tzinfo=UTC)
    try:
        return compile_files(files, timestamp=moment, format="pdf", pdf_standards=STANDARDS)
    except RuntimeError as error:
        raise RenderFailed(
            f"typst could not render the report: {error}", params={"engine": "typst"}
        ) from error


def _compiler(font_set: fonts.FontSet) -> typst.Compiler:
    if not hasattr(_local, "compiler"):
        nowhere = ROOT / "packages"
        _local.compiler = typst.Compiler(
            root=ROOT,
            font_paths=font_set.handle,
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
        )
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _main() -> bytes:
    return (ROOT / "main.typ").read_bytes()
