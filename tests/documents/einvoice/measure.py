"""How long e-invoices take: ``python -m tests.documents.einvoice.measure``.

Every round has another document, since typst and Saxon would remember the last one. Times are
medians in milliseconds; the first judgement of a rule set, which compiles it, stands apart.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

LINES = {5: 15, 50: 9, 500: 5}  # rounds by number of lines


def main() -> None:
    """Print the table."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    for what, lines, took in _measured():
        print(f"{what:<34}{lines:>5} lines {took:>9.1f} ms", flush=True)


def _measured() -> Iterator[tuple[str, int, float]]:
    from saleor_invoices.documents import finisher
    from saleor_invoices.documents.einvoice import cii, ubl
    from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
    from saleor_invoices.documents.einvoice.representable import representable
    from saleor_invoices.documents.einvoice.rules import judges
    from saleor_invoices.documents.port import Template
    from saleor_invoices.documents.services import default_renderer
    from tests.documents.samples import REDUCED, STANDARD, sample_document

    core = Profile.EN16931
    rules = [*judges(core, Syntax.CII), *judges(core, Syntax.UBL)]
    rules += judges(Profile.EXTENDED, Syntax.CII)
    writers = [cii.write, ubl.write, cii.write]
    profiles = [core, core, Profile.EXTENDED]
    renderer = default_renderer()
    for lines, rounds in LINES.items():
        base = sample_document(lines, taxes=(STANDARD, REDUCED), shipping="6.90")
        documents = [replace(base, number=f"INV-{lines}-{turn}") for turn in range(rounds)]
        yield "representable", lines, _median(lambda one: representable(one, core), documents)
        both = _median(lambda one: (cii.write(one, core), ubl.write(one, core)), documents)
        yield "write CII and UBL", lines, both
        for one, write, profile in zip(rules, writers, profiles, strict=True):
            xmls = [write(document, profile) for document in documents]
            judge = partial(_judge, one)
            yield f"{one.name}, first", lines, _median(judge, xmls[:1])
            yield one.name, lines, _median(judge, xmls)
        files = [
            (renderer.render(document, Template()), cii.write(document, core), document)
            for document in documents[:5]
        ]
        took = _median(lambda file: finisher.attach(*file, profile=core), files)
        yield "finisher (typst)", lines, took


def _judge(rules: Any, xml: bytes) -> object:
    from saleor_invoices.documents.einvoice.validation import validate

    return validate(xml, rules)


def _median(action: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    return median(_took(action, one) for one in inputs)


def _took(action: Callable[[Any], object], one: Any) -> float:
    begun = time.perf_counter()
    action(one)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
