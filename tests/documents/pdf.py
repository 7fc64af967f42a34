"""Reading finished PDFs in tests."""

import io
from typing import Any

import pikepdf
import pypdfium2


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
