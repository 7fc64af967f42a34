"""Rendering: the built-in typst template beside a merchant's own HTML template.

``ROUNDS`` prints the milliseconds of each document, for each number of lines. Both are the app's
own engines as they render for a store: the HTML one with its starting template, in its limited
process. They take turns; every document differs from all before it.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from bench.documents import Documents
from saleor_invoices.documents.port import HTML, Template
from saleor_invoices.documents.services import document_render, html_renderer, starter_template
from saleor_invoices.domain.document import Document

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


def engines() -> tuple[Callable[[Document], bytes], ...]:
    """Both, as the app renders."""
    templates = Template(), Template(name=HTML, html=starter_template())
    return tuple(partial(_render, template=template) for template in templates)


def measure(lines: int, rounds: int) -> Render:
    """Measure both in turn, after one document of each that is not counted."""
    documents, result = Documents(lines), Render(lines)
    typst, html = engines()
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
    try:
        found = [measure(lines, rounds) for lines in TURNS]
    finally:
        html_renderer().stop()
    rows = [{"lines": row.lines, "typst": row.typst, "html": row.html} for row in found]
    sys.stdout.write(json.dumps(rows))


def _render(document: Document, *, template: Template) -> bytes:
    return document_render(document=document, template=template).pdf


def _milliseconds(engine: Callable[[Document], bytes], document: Document) -> float:
    began = time.perf_counter()
    engine(document)
    return 1000 * (time.perf_counter() - began)
