"""The documentation: nothing is unreachable, and what it names is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from saleor_invoices.stores.registry import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").glob("*.toml")]
FOR_MERCHANTS = [
    ROOT / "docs" / f"{name}.md" for name in ("accounting", "delivery", "retention", "webhooks")
]
_LINK = re.compile(r"\]\(([^)#]+)|(?:src|href)=\"([^\"#]+)")
_EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
OPENERS = {"problem_open", "mail_problem", "transmission_problem", "webhook_problem"}
_CODE = re.compile(r"`([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)`")
_VERB = re.compile(r"`([a-z]+(?:[A-Z][a-z]+)+)(?:\([^`]*\))?`")


def _targets(page: Path) -> Iterator[Path]:
    text = page.read_text(encoding="utf-8") if page.suffix == ".md" else ""
    for found in _LINK.findall(_EXAMPLE.sub("``", text)):
        target = next(filter(None, found))
        if "://" not in target:
            yield (page.parent / target).resolve()


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [str(target) for target in _targets(page) if not target.exists()] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page.is_dir():
            waiting += page.glob("*.md")
        elif page.suffix in {".md", ".toml"} and page not in seen:
            seen.add(page)
            waiting += _targets(page)
    assert sorted(str(page) for page in PAGES if page not in seen) == []


@pytest.mark.parametrize("page", FOR_MERCHANTS, ids=lambda one: one.stem)
def test_verbs_of_the_api_are_called_as_they_are(page: Path) -> None:
    schema = (ROOT / "graphql" / "schema.graphql").read_text(encoding="utf-8")
    named = set(_VERB.findall(page.read_text(encoding="utf-8")))
    assert named
    assert [name for name in sorted(named) if f"\n  {name}" not in schema] == []


@pytest.mark.parametrize("page", [*FOR_MERCHANTS, ROOT / "docs" / "operations.md"], ids=str)
def test_codes_and_settings_are_called_as_they_are(page: Path) -> None:
    code = "".join(one.read_text("utf-8") for one in (ROOT / "saleor_invoices").rglob("*.py"))
    text = page.read_text(encoding="utf-8")
    assert [name for name in sorted(set(_CODE.findall(text))) if name not in code] == []
    named = re.findall(r"`([a-z]+(?:_[a-z]+)+)`", text)
    settings = [name for name in named if re.search(r"_(policy|texts|days|keys|check)$", name)]
    assert [name for name in settings if name not in SETTINGS] == []


def test_every_problem_is_told_to_operators() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    codes = set(_problem_codes())
    assert len(codes) > 15
    assert [code for code in sorted(codes) if f"`{code}" not in page] == []


def _problem_codes() -> Iterator[str]:
    """The codes that calls of ``problem_open`` and its like name, as texts or as constants."""
    files = (ROOT / "saleor_invoices").rglob("*.py")
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    everywhere = {name: value for tree in trees for name, value in _constants(tree)}
    for tree in trees:
        known = {**everywhere, **dict(_constants(tree))}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in OPENERS:
                value = next(word.value for word in node.keywords if word.arg == "code")
                yield from _said(value, known)


def _said(value: ast.expr, known: dict[str, str]) -> Iterator[str]:
    """The text of a constant, or the first part of an f-string; nothing for a variable."""
    if isinstance(value, ast.JoinedStr):
        value = value.values[0]
    if isinstance(value, ast.FormattedValue):
        value = value.value
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.Name) and value.id in known:
        yield known[value.id]


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        target, value = node.targets[0], node.value
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = value.elts if isinstance(value, ast.Tuple) else [value]
        for name, constant in zip(names, values, strict=False):
            if isinstance(name, ast.Name) and isinstance(constant, ast.Constant):
                yield name.id, str(constant.value)
