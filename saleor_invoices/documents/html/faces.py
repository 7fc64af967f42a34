"""Which font files the limited process needs for a document's characters.

Japanese and Chinese fonts are megabytes that every other document can do without.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import typst

from saleor_invoices.documents import fonts
from saleor_invoices.documents.html.wire import Face
from saleor_invoices.documents.scripts import font_choice
from saleor_invoices.domain.document import Document

REGULAR, BOLD = 400, 600  # the built-in template's headings are semi-bold, too


def families_needed(
    folders: tuple[Path, ...],
    document: Document,
    preferred: Sequence[str],
    shown: str,
    *,
    source: str = "",
) -> tuple[str, ...]:
    """The first preferred family, those with characters that the ones before lack, and the named.

    ``shown`` is all text; ``source`` is a template, which may name any family. Raises
    ``FontsMissing`` for a preferred family that is not installed.
    """
    font_set = fonts.load(folders)
    ordered = cast("tuple[str, ...]", font_choice(document, shown, font_set, preferred)["fonts"])
    needed: list[str] = []
    missing, named = set(map(ord, set(shown))), source.lower()
    for family in ordered:
        covered = font_set.coverage[family]
        wanted = not needed or missing & covered or family.lower() in named
        if wanted and faces_of(folders, family):
            needed.append(family)
            missing -= covered
    return tuple(needed)


def faces_of(folders: tuple[Path, ...], family: str) -> tuple[Face, ...]:
    """Regular and bold, upright and italic, as far as there are files that reportlab can embed."""
    return _faces(folders).get(family, ())


def covered_by(folders: tuple[Path, ...], families: Iterable[str]) -> frozenset[int]:
    """The characters that one of the families has."""
    coverage = fonts.load(folders).coverage
    return frozenset().union(*(coverage[family] for family in families))


@cache
def _faces(folders: tuple[Path, ...]) -> dict[str, tuple[Face, ...]]:
    files: dict[str, list[typst.FontInfo]] = {}
    for font in fonts.load(folders).handle.fonts():
        # reportlab embeds TrueType outlines only, and typst finds collections, too.
        if font.path and font.index == 0 and str(font.path).lower().endswith(".ttf"):
            files.setdefault(font.family, []).append(font)
    return {family: tuple(_four(family, found)) for family, found in files.items()}


def _four(family: str, files: list[typst.FontInfo]) -> Iterable[Face]:
    for weight, bold in ((REGULAR, False), (BOLD, True)):
        for style, italic in (("normal", False), ("italic", True)):
            fitting = [font for font in files if font.style == style]
            if fitting:
                best = min(fitting, key=lambda font: abs(int(font.weight) - weight))
                yield Face(family.lower(), str(best.path), bold=bold, italic=italic)
