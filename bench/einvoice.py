"""E-invoices: written in both syntaxes, judged by the official rules, put into the PDF.

``ROUNDS`` prints milliseconds of each document, for each number of lines. Every document differs
from all before it, since typst and Saxon would remember the last one. The rules are compiled once
in a process; what that takes stands apart.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from statistics import median
from typing import TypeVar

from bench.documents import Documents
from demo.errors import DemoError
from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.rules import Rules, judges
from saleor_invoices.documents.einvoice.services import einvoice_finish
from saleor_invoices.documents.einvoice.validation import errors, validate
from saleor_invoices.documents.services import document_render
from saleor_invoices.domain.document import Document, EInvoiceChoice

Result = TypeVar("Result")
TURNS = {5: 10, 50: 4, 500: 1}
"""Lines: how many documents in a round."""

CORE = Profile.EN16931


@dataclass(slots=True)
class Times:
    """Milliseconds of each document; a goal is about their median."""

    lines: int
    write: list[float] = field(default_factory=list)  # CII and UBL
    judge: list[float] = field(default_factory=list)  # CII by Factur-X' rules and UBL by CEN's
    finish: list[float] = field(default_factory=list)  # the CII into the PDF
    files: list[float] = field(default_factory=list)  # everything that a worker makes of it

    def middle(self, name: str) -> float:
        """The median of one of the columns."""
        return float(median(getattr(self, name)))


def compile_rules(document: Document) -> dict[str, float]:
    """Compile the rules that come with the app; milliseconds by rule set."""
    found: dict[str, float] = {}
    for xml, rules in _asked(document):
        found[str(rules.name)], _ = _timed(partial(validate, xml, rules))
    return found


def measure(lines: int, rounds: int) -> Times:
    """Measure after one document that is not counted."""
    documents, result = Documents(lines), Times(lines)
    _measure(documents.new(), Times(lines))
    for _ in range(rounds * TURNS[lines]):
        _measure(documents.new(), result)
    return result


def main(arguments: list[str]) -> None:
    """Measure every number of lines."""
    rounds = int(arguments[0])
    compiled = compile_rules(Documents(1).new())
    rows = [asdict(measure(lines, rounds)) for lines in TURNS]
    sys.stdout.write(json.dumps({"compile": compiled, "rows": rows}))


def _measure(document: Document, result: Times) -> None:
    pdf = document_render(document=document).pdf
    took, (xml, _) = _timed(partial(_written, document))
    result.write.append(took)
    asked = _asked(document)
    took, refused = _timed(lambda: [errors(validate(xml, rules)) for xml, rules in asked])
    result.judge.append(took)
    if any(refused):
        raise DemoError(f"The rules refuse a document of the benchmark: {refused}")
    took, _ = _timed(lambda: finisher.attach(pdf, xml, document, profile=CORE))
    result.finish.append(took)
    again = replace(document, number=f"{document.number}-B")  # another one, for typst
    took, _ = _timed(partial(files, again))
    result.files.append(took)


def files(document: Document) -> bytes:
    """What a worker makes of an issued document: the PDF with a judged e-invoice inside."""
    chosen = replace(document, einvoice=EInvoiceChoice(profile=CORE, syntax=Syntax.CII))
    finished = einvoice_finish(pdf=document_render(document=chosen).pdf, document=chosen)
    if finished.xml is None:
        raise DemoError(f"A document of the benchmark has no e-invoice: {finished.findings}")
    return finished.pdf


def _written(document: Document) -> tuple[bytes, bytes]:
    return cii.write(document, CORE), ubl.write(document, CORE)


def _asked(document: Document) -> list[tuple[bytes, Rules]]:
    """What is judged by which rules: those that come with the app."""
    written = zip(_written(document), (Syntax.CII, Syntax.UBL), strict=True)
    return [(xml, rules) for xml, syntax in written for rules in judges(CORE, syntax)]


def _timed(action: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = action()
    return 1000 * (time.perf_counter() - began), result
