"""Reading finished PDFs in tests."""

import ctypes
import io
import re
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from pypdfium2 import raw


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, with every run of white space as one space."""
    with pypdfium2.PdfDocument(pdf) as file:
        texts = []
        for page in file:
            text_page = page.get_textpage()
            texts.append(" ".join(text_page.get_text_range().split()))
            text_page.close()
            page.close()
        return texts


def pdf_text(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(page_texts(pdf))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file for looking at its structure."""
    return pikepdf.open(io.BytesIO(pdf))


def structure_types(pdf: bytes) -> list[str]:
    """The tags of the structure tree, in reading order."""
    with opened(pdf) as file:
        found: list[str] = []
        _walk(file.Root.StructTreeRoot, found)
        return found


def alternative_texts(pdf: bytes) -> list[str]:
    """The alternative texts of the structure tree."""
    with opened(pdf) as file:
        return [
            str(element.Alt)
            for element in file.objects
            if isinstance(element, pikepdf.Dictionary) and "/Alt" in element
        ]


def _walk(element: Any, found: list[str]) -> None:
    if isinstance(element, pikepdf.Array):
        for child in element:
            _walk(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(str(element.S))
        if "/K" in element:
            _walk(element.K, found)


def reading_direction(pdf: bytes) -> str:
    """``R2L`` or ``L2R``, as a viewer is told."""
    with opened(pdf) as file:
        preferences = file.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        return str(preferences.get("/Direction", "/L2R")).lstrip("/")


def languages(pdf: bytes) -> set[str]:
    """The document's language and those of its parts, in the structure and in the pages."""
    with opened(pdf) as file:
        found = {str(file.Root.Lang)}
        for element in file.objects:
            if isinstance(element, pikepdf.Dictionary) and "/S" in element and "/Lang" in element:
                found.add(str(element.Lang))
        for page in file.pages:
            content = page.Contents.read_bytes()
            found |= {tag.decode() for tag in re.findall(rb"/Lang\s*\(([\w-]+)\)", content)}
        return found


def font_names(pdf: bytes) -> set[str]:
    """The families that are embedded, e.g. ``NotoSansJP``."""
    with opened(pdf) as file:
        names = {
            str(element.BaseFont)
            for element in file.objects
            if isinstance(element, pikepdf.Dictionary)
            and element.get("/Type") == "/Font"
            and element.Subtype == "/Type0"
        }
    return {name.split("+")[-1].split("-")[0] for name in names}


def drawn_lines(pdf: bytes, page: int = 0) -> list[str]:
    """What stands beside each other on the page, from left to right whatever the direction.

    Spaces and invisible marks are left out; lines are told apart by their baselines.
    """
    return ["".join(sign for _, sign in line) for line in _lines(pdf, page)]


def left_edge(pdf: bytes, text: str, page: int = 0) -> float:
    """Where the text begins, in points; it has to be on one line, from left to right."""
    wanted = "".join(text.split())
    for line in _lines(pdf, page):
        at = "".join(sign for _, sign in line).find(wanted)
        if at >= 0:
            return line[at][0]
    raise AssertionError(f"{text!r} is not on the page")


def _lines(pdf: bytes, page: int) -> list[list[tuple[float, str]]]:
    lines: dict[int, list[tuple[float, str]]] = {}
    with pypdfium2.PdfDocument(pdf) as file:
        text_page = file[page].get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text_page.count_chars()):
            sign = chr(raw.FPDFText_GetUnicode(text_page.raw, index))
            if sign.isspace() or not sign.isprintable():
                continue
            raw.FPDFText_GetCharOrigin(text_page.raw, index, x, y)
            lines.setdefault(round(y.value), []).append((x.value, sign))
        text_page.close()
    return [sorted(line, key=lambda place: place[0]) for _, line in sorted(lines.items())]


def codes(pdf: bytes) -> list[str]:
    """What the QR codes of the pages say to a scanner."""
    found = []
    with pypdfium2.PdfDocument(pdf) as file:
        for page in file:
            image = page.render(scale=3).to_pil()
            found += [code.text for code in zxingcpp.read_barcodes(image)]
            page.close()
    return found
