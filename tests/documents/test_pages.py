"""Pages as pictures, drawn by a process that a hostile PDF can't use."""

import contextlib
import io
import random
import time

import pypdfium2
import pytest
from PIL import Image

from saleor_invoices.documents.pages import services
from saleor_invoices.documents.pages.services import PagesFailed, page_picture, page_sizes
from saleor_invoices.documents.services import document_render
from tests.documents.html.test_process import SMALL

NOISE = random.Random(5).randbytes(5000)  # noqa: S311 the same in each process
A4, WIDE, STRIP, VAST = (595.0, 842.0), (842.0, 595.0), (10.0, 14_000.0), (14_400.0, 14_400.0)


def made(*sizes: tuple[float, float]) -> bytes:
    """A PDF of empty pages."""
    document = pypdfium2.PdfDocument.new()
    for wide, high in sizes:
        document.new_page(wide, high)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def test_a_page_is_as_wide_as_asked_and_as_large_as_told() -> None:
    pdf = made(A4, WIDE, STRIP, VAST)
    sizes = page_sizes(pdf=pdf)
    assert sizes == ((1240, 1755), (1240, 877), (4, 4960), (1240, 1240))
    for number, size in enumerate(sizes, start=1):
        picture = Image.open(io.BytesIO(page_picture(pdf=pdf, page=number)))
        assert (picture.format, picture.size) == ("PNG", size)
    assert page_sizes(pdf=pdf, width=1000)[0] == (1000, 1416)


def test_what_is_printed_is_shown() -> None:
    pdf = document_render(document=SMALL).pdf
    shown = Image.open(io.BytesIO(page_picture(pdf=pdf, page=1))).convert("L")
    colours = set(shown.tobytes())
    assert min(colours) < 60
    assert max(colours) == 255
    assert page_picture(pdf=pdf, page=1) == page_picture(pdf=pdf, page=1)


def test_of_many_pages_the_first_fifty() -> None:
    pdf = made(*[A4] * 51)
    assert len(page_sizes(pdf=pdf)) == 50
    page_picture(pdf=pdf, page=50)
    for number in (0, 51):
        with pytest.raises(PagesFailed):
            page_picture(pdf=pdf, page=number)


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", NOISE])
def test_what_is_no_pdf_is_refused_and_the_next_one_is_drawn(pdf: bytes) -> None:
    with pytest.raises(PagesFailed):
        page_sizes(pdf=pdf)
    assert page_sizes(pdf=made(A4)) == ((1240, 1755),)


def hostile(content: bytes, *, box: str = "0 0 595 842") -> bytes:
    """A PDF with a page of this content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << /XObject"
        " << /F 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        # A form that draws itself twice, and so on for ever.
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R"
        b" >> >> /Length 11 >>\nstream\n/F Do /F Do\nendstream",
    ]
    body = b"%PDF-1.7\n"
    for number, text in enumerate(objects, start=1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    return body + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF"


def test_a_pdf_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "SECONDS", 0.5)
    monkeypatch.setattr("saleor_invoices.documents.html.process._GRACE_SECONDS", 0.5)
    slow = hostile(b"0 0 m " + b"595 842 l 0 842 l 595 0 l " * 400_000 + b" f*")
    began = time.monotonic()
    with pytest.raises(PagesFailed, match="took longer"):
        page_picture(pdf=slow, page=1)
    assert time.monotonic() - began < 10
    assert page_sizes(pdf=made(A4)) == ((1240, 1755),)


def test_a_pdf_that_draws_itself_is_no_bomb() -> None:
    began = time.monotonic()
    with contextlib.suppress(PagesFailed):
        page_picture(pdf=hostile(b"/F Do"), page=1)
    assert time.monotonic() - began < 20


def test_a_page_without_end_in_size_is_small() -> None:
    pdf = hostile(b"", box="0 0 100000000 1")
    wide, high = page_sizes(pdf=pdf)[0]
    assert wide * high <= 1240 * 4960
    Image.open(io.BytesIO(page_picture(pdf=pdf, page=1))).load()
