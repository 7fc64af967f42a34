"""Rules of the house that no linter knows: sizes, documentation, and a trap of imports."""

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from saleor_invoices import env

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = ("saleor_invoices", "demo", "bench", "sandbox/saleor_sandbox", "sandbox/stripe_stand")
MOST_LINES = 400
MOST_FUNCTION_LINES = 40
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _python_files() -> Iterator[Path]:
    for folder in PRODUCTION:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def _typescript_files() -> Iterator[Path]:
    for path in sorted(ROOT.glob("*_extension/src/**/*")):
        if path.suffix in {".ts", ".tsx"} and "generated" not in path.parts:
            yield path


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def test_there_is_something_to_look_at() -> None:
    assert len(list(_python_files())) > 100
    assert len(list(_typescript_files())) > 10


def test_files_stay_under_400_lines() -> None:
    paths = [*_python_files(), *_typescript_files()]
    assert {_name(path): _lines(path) for path in paths if _lines(path) >= MOST_LINES} == {}


def test_functions_stay_under_40_lines() -> None:
    lengths = {
        f"{_name(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in _python_files()
        for node in _functions(path)
    }
    assert {name: lines for name, lines in lengths.items() if lines >= MOST_FUNCTION_LINES} == {}


@pytest.mark.parametrize("folder", ["graphql", "webhooks"])
def test_contract_folders_hold_documents_only(folder: str) -> None:
    # A module named graphql at the top would stand before graphql-core, and nothing could start.
    assert [_name(path) for path in (ROOT / folder).rglob("*.py*")] == []
    assert any((ROOT / folder).rglob("*.graphql"))


def test_no_package_of_ours_is_named_graphql() -> None:
    found = [
        _name(path)
        for folder in (*PRODUCTION, "tests")
        for path in (ROOT / folder).rglob("graphql*")
        if path.name in {"graphql", "graphql.py"} and "node_modules" not in path.parts
    ]
    assert found == []
    spec = find_spec("graphql")
    assert spec is not None
    assert spec.origin is not None
    assert "site-packages" in spec.origin


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    documented = {line.split("`")[1]: line for line in rows}
    assert documented.keys() == env.REGISTRY.keys()
    for name, setting in env.REGISTRY.items():
        assert setting.doc, name
        assert documented[name].endswith(f"| {setting.doc} |"), f"{name}: make settings-docs"


def test_settings_are_read_in_one_module_only() -> None:
    readers = {
        _name(path)
        for path in _python_files()
        if path.is_relative_to(ROOT / "saleor_invoices")
        and any(text in path.read_text(encoding="utf-8") for text in ("environ[", "environ.get"))
    }
    assert readers == {"saleor_invoices/env.py"}


def _public(tree: ast.Module) -> Iterator[ast.Module | Function]:
    """The module, its public functions, and the public methods of its public classes."""
    yield tree
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            methods = (member for member in node.body if isinstance(member, Function))
            yield from (method for method in methods if not method.name.startswith("_"))


def _is_declaration(node: ast.AST) -> bool:
    """Whether it is a protocol's member, of which the protocol tells: its body is ``...``."""
    body = getattr(node, "body", [])
    last = body[-1] if body else None
    return (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Constant)
        and last.value.value is ...
    )


def _is_described(node: ast.AST) -> bool:
    """Whether a decorator carries the words: GraphQL shows those, and would show no docstring."""
    decorators = getattr(node, "decorator_list", [])
    return any(
        isinstance(one, ast.Call) and any(word.arg == "description" for word in one.keywords)
        for one in decorators
    )


def _silent() -> Iterator[str]:
    for path in sorted((ROOT / "saleor_invoices").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "migrations" in path.parts or not text.strip():
            continue
        for node in _public(ast.parse(text)):
            told = ast.get_docstring(node) or _is_described(node) or _is_declaration(node)
            if not told:
                yield f"{_name(path)} {getattr(node, 'name', '')}".strip()


def test_every_public_function_of_the_app_says_what_it_does() -> None:
    assert list(_silent()) == []
