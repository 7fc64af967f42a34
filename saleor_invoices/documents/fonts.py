"""The fonts of the documents: loaded once per process, from our folders only.

System fonts are never used: the same snapshot must give the same bytes on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from saleor_invoices.documents.port import FontsMissing

JAPANESE, CHINESE = "Noto Sans JP", "Noto Sans SC"
SLIP = "Arimo"
"""For the Swiss payment part, whose fonts are prescribed: Liberation Sans has Arimo's outlines."""


@dataclass(frozen=True, slots=True)
class FontSet:
    """The installed families and the characters that each has."""

    handle: typst.Fonts
    folders: tuple[Path, ...]
    coverage: dict[str, frozenset[int]]
    characters: frozenset[int]  # code points that at least one family has

    def families(self, preferred: Sequence[str], *, han: str = JAPANESE) -> tuple[str, ...]:
        """The preferred families, then ``han``, then all others by name. Raises ``FontsMissing``.

        Chinese and Japanese share characters that they write differently (Han unification), so
        that the family which comes first decides how a text looks.
        """
        for family in preferred:
            if family not in self.coverage:
                raise _missing(family, self.folders)
        others = sorted(
            (name for name in self.coverage if name not in preferred),
            key=lambda name: (name == SLIP, name != han, name),
        )
        return (*preferred, *others)


@cache
def load(folders: tuple[Path, ...]) -> FontSet:
    """All fonts in the folders and below. Takes some 200 ms, once."""
    handle = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[folder for folder in folders if folder.is_dir()],
    )
    regular: dict[str, typst.FontInfo] = {}
    for font in handle.fonts():
        known = regular.get(font.family)
        if font.style == "normal" and (known is None or _distance(font) < _distance(known)):
            regular[font.family] = font
    coverage = {family: _covered(font) for family, font in regular.items()}
    return FontSet(handle, folders, coverage, frozenset().union(*coverage.values()))


def _covered(font: typst.FontInfo) -> frozenset[int]:
    with TTFont(font.path, fontNumber=font.index, lazy=True) as file:
        return frozenset(file.getBestCmap() or ())


def _distance(font: typst.FontInfo) -> int:
    return abs(int(font.weight) - 400)


def _missing(family: str, folders: tuple[Path, ...]) -> FontsMissing:
    places = ", ".join(map(str, folders))
    return FontsMissing(
        f"The font {family!r} is not installed in {places}. "
        "`make env` installs the fonts of the documents; FONT_DIRS names other folders.",
        params={"family": family},
    )
