"""How long e-invoices take: ``python -m tests.documents.einvoice.measure``.

Every round has another document, since typst and Saxon would remember the last one. Times are
medians in milliseconds; the first judgement of a rule set, which compiles it, stands apart.
"""

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from saleor_invoices.documents.einvoice.profiles import Syntax
    from saleor_invoices.documents.einvoice.rules import Rules
    from saleor_invoices.domain.document import Document

Result = TypeVar("Result")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

LINES = {5: 15, 50: 9, 500: 5}  # rounds by number of lines
GOALS = {"write": 5.0, "judge": 80.0, "finish": 20.0}  # at most, for 5 lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds of each document; a goal is about their median."""

    lines: int
    write: list[float] = field(default_factory=list)  # CII and UBL
    judge: list[float] = field(default_factory=list)  # CII by Factur-X' rules and UBL by CEN's
    finish: list[float] = field(default_factory=list)  # the CII into the PDF
    pipeline: list[float] = field(default_factory=list)  # check, write, judge and finish as issued


def times(
    documents: "Sequence[Document]", render: "Callable[[Document], bytes]", *, lines: int
) -> Times:
    """Measure each issued document once; ``render`` makes its PDF, which is not timed."""
    result = Times(lines=lines)
    compile_rules()
    for document in documents:
        _measure(document, render(document), result)
    return result


def _measure(document: "Document", pdf: bytes, result: Times) -> None:
    from saleor_invoices.documents import finisher
    from saleor_invoices.documents.einvoice.profiles import Profile
    from saleor_invoices.documents.einvoice.services import einvoice_finish
    from saleor_invoices.domain.document import EInvoiceChoice

    core = Profile.EN16931
    chosen = replace(document, einvoice=EInvoiceChoice(profile=core, syntax="cii"))
    took, (cii, ubl) = _timed(lambda: written(document))
    result.write.append(took)
    took, _ = _timed(lambda: judged(cii, ubl))
    result.judge.append(took)
    took, _ = _timed(lambda: finisher.attach(pdf, cii, document, profile=core))
    result.finish.append(took)
    took, _ = _timed(lambda: einvoice_finish(pdf=pdf, document=chosen))
    result.pipeline.append(took)


def written(document: "Document") -> tuple[bytes, bytes]:
    """The document as CII and as UBL."""
    from saleor_invoices.documents.einvoice import cii, ubl
    from saleor_invoices.documents.einvoice.profiles import Profile

    return cii.write(document, Profile.EN16931), ubl.write(document, Profile.EN16931)


def judged(cii: bytes, ubl: bytes) -> int:
    """How many errors the rules that come with the app find in both; compiled once a process."""
    from saleor_invoices.documents.einvoice.profiles import Syntax
    from saleor_invoices.documents.einvoice.validation import errors, validate

    asked = ((cii, _rules(Syntax.CII)), (ubl, _rules(Syntax.UBL)))
    return sum(len(errors(validate(xml, one))) for xml, rules in asked for one in rules)


def compile_rules() -> dict[str, float]:
    """Compile the rules that come with the app; milliseconds by rule set, next to none later."""
    from saleor_invoices.documents.einvoice import cii, ubl
    from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
    from saleor_invoices.documents.einvoice.rules import judges
    from saleor_invoices.documents.einvoice.validation import validate
    from tests.documents.samples import sample_document

    document, found = sample_document(1), {}
    for write, profile, syntax in (
        (cii.write, Profile.EN16931, Syntax.CII),
        (ubl.write, Profile.EN16931, Syntax.UBL),
        (cii.write, Profile.EXTENDED, Syntax.CII),
    ):
        xml = write(document, profile)
        for rules in judges(profile, syntax):
            found[str(rules.name)], _ = _timed(partial(validate, xml, rules))
    return found


def main() -> None:
    """Print the table, with the goals for 5 lines."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    from saleor_invoices.documents.port import Template
    from saleor_invoices.documents.services import default_renderer
    from tests.documents.samples import REDUCED, STANDARD, sample_document

    renderer = default_renderer()
    for name, took in compile_rules().items():
        _say(f"compile {name:<26}{took:>14.1f} ms")
    for lines, rounds in LINES.items():
        base = sample_document(lines, taxes=(STANDARD, REDUCED), shipping="6.90")
        documents = [replace(base, number=f"INV-{lines}-{turn}") for turn in range(rounds)]
        found = times(documents, partial(renderer.render, template=Template()), lines=lines)
        for name in ("write", "judge", "finish", "pipeline"):
            goal = f"(goal {GOALS[name]:.0f})" if lines == 5 and name in GOALS else ""
            _say(f"{name:<12}{lines:>6} lines {median(getattr(found, name)):>18.1f} ms {goal}")


def _rules(syntax: "Syntax") -> "tuple[Rules, ...]":
    from saleor_invoices.documents.einvoice.profiles import Profile
    from saleor_invoices.documents.einvoice.rules import judges

    return judges(Profile.EN16931, syntax)


def _timed(action: Callable[[], Result]) -> tuple[float, Result]:
    begun = time.perf_counter()
    result = action()
    return (time.perf_counter() - begun) * 1000, result


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
