"""What veraPDF would look at, read from a finished file."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

from saleor_invoices.documents.html.renderer import starter_template
from saleor_invoices.documents.port import HTML, Template


def starter(**changes: object) -> Template:
    """The template that merchants start with."""
    return Template(name=HTML, html=starter_template(), **changes)  # type: ignore[arg-type]


def own(source: str) -> Template:
    """A merchant's template."""
    return Template(name=HTML, html=source)


def dictionaries(file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of the file."""
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one


def fonts_not_embedded(file: pikepdf.Pdf) -> list[str]:
    """Fonts without a font program (ISO 19005-3, 6.2.11.4.1)."""
    fonts = [one for one in dictionaries(file) if one.get(Name.Type) == Name.Font]
    assert fonts
    return [str(one.BaseFont) for one in fonts if not _is_embedded(one)]


def _is_embedded(font: pikepdf.Object) -> bool:
    if font.Subtype == Name.Type0:
        return all(map(_is_embedded, font.DescendantFonts.as_list()))
    return Name.FontDescriptor in font and Name.FontFile2 in font.FontDescriptor


def device_cmyk(file: pikepdf.Pdf) -> list[str]:
    """Operators and images in CMYK, which an sRGB output intent does not cover."""
    found = [
        str(step.operator)
        for page in file.pages
        for step in pikepdf.parse_content_stream(page)
        if str(step.operator) in {"k", "K"}
    ]
    images = (one for one in dictionaries(file) if one.get(Name.Subtype) == Name.Image)
    return found + ["image" for one in images if one.get(Name.ColorSpace) == Name.DeviceCMYK]
