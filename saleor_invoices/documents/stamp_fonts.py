"""Fonts for the few characters that are stamped onto pages: subsets, embedded as PDF/A wants it."""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

_SYMBOLIC = 4  # ISO 32000-1, table 123
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{count} beginbfchar
{rows}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file with the glyphs of some characters; metrics are in thousandths of the size."""

    name: str
    content: bytes
    glyphs: dict[str, int]
    widths: dict[int, int]
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, ...]


class Typefaces:
    """Fonts for a text, each for the characters that the ones before lack."""

    def __init__(self, file: Pdf, prefix: str, paths: tuple[Path, ...], text: str) -> None:
        self._file = file
        missing = {*text} - {"\n"}
        self._subsets: list[tuple[Name, Subset]] = []
        for number, path in enumerate(paths):
            found = _subset(path, "".join(sorted(missing))) if missing else None
            if found and found.glyphs:
                self._subsets.append((Name(f"/{prefix}{number}"), found))
                missing -= found.glyphs.keys()
        self._objects: dict[str, pikepdf.Object] = {}

    def width(self, text: str) -> float:
        """The text's width, as a multiple of the size."""
        return sum(one.widths[glyph] for _, one, glyph in self._set(text)) / 1000

    def show(self, text: str, *, size: float, matrix: tuple[float, ...], color: str) -> bytes:
        """Operators that draw the text; ``matrix`` places its beginning on the baseline."""
        red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
        parts = [f"q BT {red:.3f} {green:.3f} {blue:.3f} rg"]
        parts.append(" ".join(f"{number:.4f}" for number in matrix) + " Tm")
        font: Name | None = None
        for name, _, glyph in self._set(text):
            if name != font:
                parts.append(f"{name} {size:.2f} Tf")
                font = name
            parts.append(f"<{glyph:04X}> Tj")
        return (" ".join((*parts, "ET Q")) + "\n").encode("ascii")

    def add_to(self, page: pikepdf.Page) -> None:
        """Let the page refer to the fonts."""
        for name, found in self._subsets:
            if str(name) not in self._objects:
                self._objects[str(name)] = self._file.make_indirect(_font(self._file, found))
            page.add_resource(self._objects[str(name)], Name.Font, name, replace_existing=True)

    def _set(self, text: str) -> Iterator[tuple[Name, Subset, int]]:
        for character in text:
            for name, one in self._subsets:
                if character in one.glyphs:
                    yield name, one, one.glyphs[character]
                    break


@lru_cache(maxsize=64)  # the words of a language and the digits: a handful for each process
def _subset(path: Path, characters: str) -> Subset:
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "MATH", "vhea", "vmtx", "VORG"]
    with TTFont(path, recalcTimestamp=False) as font:
        worker = subset.Subsetter(options)
        worker.populate(text=characters)
        worker.subset(font)
        cmap = font.getBestCmap() or {}
        glyphs = {c: font.getGlyphID(cmap[ord(c)]) for c in characters if ord(c) in cmap}
        return _measured(font, path, glyphs)


def _measured(font: TTFont, path: Path, glyphs: dict[str, int]) -> Subset:
    scale = 1000 / font["head"].unitsPerEm
    names = font.getGlyphOrder()
    output = io.BytesIO()
    font.save(output, reorderTables=None)
    head, metrics, style = font["head"], font["hhea"], font["OS/2"]
    return Subset(
        name=f"{_tag(glyphs)}+{path.stem.replace('_', '-')}",
        content=output.getvalue(),
        glyphs=glyphs,
        widths={glyph: round(font["hmtx"][names[glyph]][0] * scale) for glyph in glyphs.values()},
        ascent=round(metrics.ascent * scale),
        descent=round(metrics.descent * scale),
        cap_height=round(getattr(style, "sCapHeight", metrics.ascent) * scale),
        box=tuple(round(one * scale) for one in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )


def _tag(glyphs: dict[str, int]) -> str:
    """Six letters that tell subsets of one font apart (ISO 32000-1, 9.6.4)."""
    number = sum((place + 1) * ord(one) for place, one in enumerate(sorted(glyphs)))
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _font(file: Pdf, found: Subset) -> Dictionary:
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{found.name}"),
        Flags=_SYMBOLIC,
        FontBBox=Array(list(found.box)),
        ItalicAngle=0,
        Ascent=found.ascent,
        Descent=found.descent,
        CapHeight=found.cap_height,
        StemV=80,
        FontFile2=file.make_stream(found.content, Length1=len(found.content)),
    )
    widths = [part for glyph, width in sorted(found.widths.items()) for part in (glyph, [width])]
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{found.name}"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=file.make_indirect(descriptor),
        W=Array(widths),
        CIDToGIDMap=Name.Identity,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{found.name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([file.make_indirect(descendant)]),
        ToUnicode=file.make_stream(_to_unicode(found.glyphs).encode("ascii")),
    )


def _to_unicode(glyphs: dict[str, int]) -> str:
    rows = [
        # A joined letter is read as the letter that it is.
        f"<{glyph:04X}> <{unicodedata.normalize('NFKC', character).encode('utf-16-be').hex()}>"
        for character, glyph in sorted(glyphs.items(), key=lambda pair: pair[1])
    ]
    return _TO_UNICODE.format(count=len(rows), rows="\n".join(rows))
