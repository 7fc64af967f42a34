"""Whatever an import may find wrong has words in each language of the dashboard."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from saleor_invoices.imports.services.row_report import CODE, TITLES
from saleor_invoices.imports.words import LANGUAGES, NAMES, VARIANTS, words_for

ROOT = Path(__file__).resolve().parents[2]
READER = "saleor_invoices.imports.reading_child"
KEEPERS = (
    "saleor_invoices.imports.services.batch_keep",
    "saleor_invoices.invoices.services.external_accept",
    "saleor_invoices.invoices.services.external_revise",
    "saleor_invoices.invoices.services.external_rows",
)
"""Who decides about documents beside the database; all that reads them is what READER imports."""
OTHERS = frozenset({
    "saleor_invoices.documents.einvoice.xml",  # writes e-invoices
    "saleor_invoices.domain.codec",  # of snapshots that were kept before
    "saleor_invoices.domain.errors",  # what errors are called that have no code of their own
    "saleor_invoices.domain.findings",  # of orders of Saleor
    "saleor_invoices.domain.tax",  # likewise
    "saleor_invoices.domain.totals",  # told by the importers under a code of theirs
    "saleor_invoices.imports.reading",  # of a request, before a job is made
})  # fmt: skip
"""Modules whose codes never come into a report."""
FINDING_HOLES = frozenset({"column", "value", "stated", "computed", "earlier", "most"})
ALWAYS = frozenset({*NAMES, "message"})
CODE_SHAPE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
HOLE = re.compile(r"\{(\w+)\}")
FINDING, RIGHT = "imports.finding.", "imports.right."


def _path(module: str) -> Path | None:
    place = ROOT / module.replace(".", "/")
    return next(
        (path for path in (place.with_suffix(".py"), place / "__init__.py") if path.exists()), None
    )


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("saleor_invoices"):
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _read_by(first: str) -> set[str]:
    """The modules of the app that a module imports, and those imports, and so on."""
    found: set[str] = set()
    waiting = [first]
    while waiting:
        module = waiting.pop()
        path = _path(module)
        if path is not None and module not in found:
            found.add(module)
            waiting.extend(_imported(_tree(path)))
    return found


def _codes(module: str) -> set[str]:
    path = _path(module)
    assert path is not None, module
    return {
        node.value
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE_SHAPE.fullmatch(node.value)
    }


def _texts(language: str) -> dict[str, str]:
    return dict(words_for(language).texts)


def _told(kind: str) -> set[str]:
    """The codes that there are sentences of a kind for."""
    return {key.removeprefix(kind).split(".")[0] for key in _texts("en") if key.startswith(kind)}


def test_each_code_that_an_import_may_tell_has_words_and_there_are_no_others() -> None:
    modules = _read_by(READER)
    assert modules >= OTHERS
    codes = {code for module in (modules - OTHERS) | {*KEEPERS} for code in _codes(module)}
    assert len(codes) > 80
    assert _told(FINDING) == codes
    assert _told(RIGHT) == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_the_same_things(language: str) -> None:
    texts, english = _texts(language), _texts("en")
    assert list(texts) == list(english)
    for key, text in texts.items():
        assert text == text.strip() != "", key
        assert sorted(HOLE.findall(text)) == sorted(HOLE.findall(english[key])), key
        assert {*HOLE.findall(text)} <= FINDING_HOLES | ALWAYS | {"at"}, key


@pytest.mark.parametrize("kind", [FINDING, RIGHT])
def test_some_sentence_of_each_code_needs_nothing_that_a_finding_may_lack(kind: str) -> None:
    texts = _texts("en")
    for code in _told(kind):
        given = [texts[f"{kind}{code}{one}"] for one in VARIANTS if f"{kind}{code}{one}" in texts]
        assert {*HOLE.findall(given[-1])} <= ALWAYS, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_names_are_words(language: str) -> None:
    texts = _texts(language)
    assert {*TITLES, *NAMES.values()} - {*texts} == {CODE}


def test_the_image_has_the_words_when_it_builds_the_pages() -> None:
    steps = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    words = steps.index("COPY saleor_invoices/imports/words/ saleor_invoices/imports/words/")
    assert words < steps.index("cd dashboard_extension && npm run build")
