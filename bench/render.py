"""Rendering: the built-in typst template against stock xhtml2pdf on a like page.

``ROUNDS`` prints the milliseconds of each document, for each number of lines. Both run in
this one process, in turn; every document differs from all before it.
"""

import io
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from django.conf import settings
from xhtml2pdf import pisa

from bench.html_page import page
from bench.orders import CHANNEL, Orders
from demo.errors import DemoError
from saleor_invoices.documents.services import document_render
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.order_document import document_from_order, issued
from saleor_invoices.saleor.payloads import parse_event
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import channel_profile

FONTS = Path(settings.FONT_DIRS[0]) / "@expo-google-fonts" / "noto-sans"
ON = date(2026, 11, 22)
TURNS = {5: 10, 50: 4, 500: 1}
"""Lines: how often both render in a round."""

TYPST_IN_A_TURN = 3
"""Its times are shorter, hence noisier."""


@dataclass(slots=True)
class Render:
    """Milliseconds of each document."""

    lines: int
    typst: list[float] = field(default_factory=list)
    html: list[float] = field(default_factory=list)

    @property
    def speedup(self) -> float:
        """How many times faster typst is."""
        return median(self.html) / median(self.typst)


class Documents:
    """Invoices of orders that nobody has seen before, made as issuing makes them."""

    def __init__(self, lines: int) -> None:
        self._orders = Orders(3000 + lines, lines=lines)
        self._profile = channel_profile(
            installation=Installation.objects.get(), channel=CHANNEL
        ).document
        self._count = 0

    def new(self) -> Document:
        """The next one."""
        self._count += 1
        order = parse_event(self._orders.delivery()).order
        if order is None:
            raise DemoError("An order of the benchmark can't be read.")
        draft = document_from_order(order, self._profile, on=ON).document
        return issued(draft, number=f"INV-{self._count:07}", issue_date=ON)


def typst(document: Document) -> bytes:
    """As the app renders."""
    return document_render(document=document).pdf


def html(document: Document) -> bytes:
    """As stock xhtml2pdf renders a page of the same content."""
    output = io.BytesIO()
    source = page(document, FONTS)
    if pisa.CreatePDF(source, dest=output, path=str(FONTS / "page.html"), encoding="utf-8").err:
        raise DemoError("xhtml2pdf could not render the page.")
    return output.getvalue()


def measure(lines: int, rounds: int) -> Render:
    """Measure both in turn, after one document of each that is not counted."""
    documents, result = Documents(lines), Render(lines)
    for engine in (typst, html):
        engine(documents.new())
    for _ in range(rounds * TURNS[lines]):
        for _ in range(TYPST_IN_A_TURN):
            result.typst.append(_milliseconds(typst, documents.new()))
        result.html.append(_milliseconds(html, documents.new()))
    return result


def main(arguments: list[str]) -> None:
    """Measure every number of lines."""
    rounds = int(arguments[0])
    found = [measure(lines, rounds) for lines in TURNS]
    rows = [{"lines": row.lines, "typst": row.typst, "html": row.html} for row in found]
    sys.stdout.write(json.dumps(rows))


def _milliseconds(engine: Callable[[Document], bytes], document: Document) -> float:
    began = time.perf_counter()
    engine(document)
    return 1000 * (time.perf_counter() - began)
