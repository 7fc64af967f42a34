"""Page numbers and watermarks, drawn onto finished pages."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.conf import settings
from pikepdf import Array, Dictionary, Name

from saleor_invoices.documents.stamp import Marks, stamp, visual
from tests.documents.html.looks import dictionaries, fonts_not_embedded
from tests.documents.pdf import opened, page_texts

FONTS = Path(settings.FONT_DIRS[0]) / "@expo-google-fonts"
LATIN = FONTS / "noto-sans" / "400Regular" / "NotoSans_400Regular.ttf"
ARABIC = FONTS / "noto-sans-arabic" / "400Regular" / "NotoSansArabic_400Regular.ttf"
JAPANESE = FONTS / "noto-sans-jp" / "400Regular" / "NotoSansJP_400Regular.ttf"
PLACE = (300.0, 50.0, 400.0, 60.0)


def _pages(
    count: int, address: str = "page-mark:8:right:586273", *, size: tuple[int, int] = (595, 842)
) -> bytes:
    output = io.BytesIO()
    with pikepdf.new() as file:
        for _ in range(count):
            page = file.add_blank_page(page_size=size)
            action = Dictionary(S=Name.URI, URI=address)
            link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(PLACE), A=action)
            page.Annots = Array([file.make_indirect(link)])
        file.save(output, deterministic_id=True)
    return output.getvalue()


def _marks(page: str = "Page {page} of {pages}", **changes: str) -> Marks:
    fonts = (LATIN, ARABIC, JAPANESE)
    return Marks(page=page, regular=fonts, bold=fonts, **changes)


def _edges(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of all text of the first page."""
    with pypdfium2.PdfDocument(pdf) as file:
        page = file[0]
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        text.close()
        page.close()
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def test_every_page_is_numbered_and_the_links_are_gone() -> None:
    pdf = stamp(_pages(12), _marks())
    assert page_texts(pdf) == [f"Page {number} of 12" for number in range(1, 13)]
    with opened(pdf) as file:
        assert not [page for page in file.pages if Name.Annots in page]
        assert fonts_not_embedded(file) == []
        assert len(["/FontFile2" for one in dictionaries(file) if Name.FontFile2 in one]) == 1


@pytest.mark.parametrize(("align", "edge"), [("left", 0), ("right", 2)])
@pytest.mark.parametrize("size", [(595, 842), (612, 792)])
def test_the_text_begins_or_ends_where_the_link_does(
    align: str, edge: int, size: tuple[int, int]
) -> None:
    found = _edges(stamp(_pages(1, f"page-mark:8:{align}:586273", size=size), _marks()))
    assert found[edge] == pytest.approx(PLACE[edge], abs=2)
    assert found[1] >= PLACE[1] - 1
    assert found[3] <= PLACE[3]


def test_the_text_is_centered() -> None:
    left, _, right, _ = _edges(stamp(_pages(1, "page-mark:8:center:586273"), _marks()))
    assert (left + right) / 2 == pytest.approx((PLACE[0] + PLACE[2]) / 2, abs=1)


@pytest.mark.parametrize(
    "address",
    ["page-mark:", "page-mark:99999:right:586273", "page-mark:8:up:586273", "page-mark:x"],
)
def test_a_link_that_tells_no_place_only_goes_away(address: str) -> None:
    pdf = stamp(_pages(1, address), _marks())
    assert page_texts(pdf) == [""]
    with opened(pdf) as file:
        assert Name.Annots not in file.pages[0]


def test_other_links_stay() -> None:
    with opened(stamp(_pages(1, "https://example.com/"), _marks())) as file:
        assert str(file.pages[0].Annots[0].A.URI) == "https://example.com/"


def test_a_watermark_lies_under_the_page_s_middle() -> None:
    pdf = stamp(_pages(2, ""), _marks(watermark="A LONG WATERMARK INDEED"))
    assert page_texts(pdf) == ["A LONG WATERMARK INDEED"] * 2
    left, bottom, right, top = _edges(pdf)
    assert (left + right) / 2 == pytest.approx(595 / 2, abs=15)
    assert (bottom + top) / 2 == pytest.approx(842 / 2, abs=15)
    assert left > 0
    assert right < 595


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Page 1 of 12", "Page 1 of 12"),
        ("1 / 12 ページ", "1 / 12 ページ"),
        ("עמוד 1 מתוך 12", "12 ךותמ 1 דומע"),
        ("", ""),
        ("123", "123"),
    ],
)
def test_letters_stand_in_the_order_of_their_script(text: str, expected: str) -> None:
    assert visual(text) == expected


def test_arabic_letters_are_joined_and_read_as_what_they_are() -> None:
    assert visual("صفحة 1 من 12") == "21"[::-1] + " ﻦﻣ 1 ﺔﺤﻔﺻ"
    pdf = stamp(_pages(1), _marks("صفحة {page} من {pages}"))
    assert set("صفحة من") <= set(page_texts(pdf)[0]) | {" "}


def test_two_languages_stand_in_the_first_one_s_direction() -> None:
    both = _marks(second_page="Seite {page} von {pages}")
    assert page_texts(stamp(_pages(1), both)) == ["Page 1 of 1 / Seite 1 von 1"]
    right = _marks("עמוד {page}", second_page="Page {page}")
    (text,) = page_texts(stamp(_pages(1), right))
    assert text.startswith("Page 1 /")


def test_the_same_pages_give_the_same_bytes() -> None:
    pdf = _pages(3)
    assert stamp(pdf, _marks(watermark="TEST")) == stamp(pdf, _marks(watermark="TEST"))
