"""One webhook is one document, one example, one handler and one test, all with one name.

Those of which Saleor waits for the answer are in test_sync_webhooks.py.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.inbox import registry
from saleor_invoices.invoices import handlers
from saleor_invoices.invoices.handlers import order_paid
from saleor_invoices.saleor import manifest

ROOT = Path(__file__).resolve().parents[2]
HANDLERS = Path(handlers.__file__).parent
TESTS = ROOT / "tests" / "invoices" / "handlers"
EVENTS = frozenset(path.stem for path in (ROOT / "webhooks").glob("*.graphql"))


def _modules(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}


def _manifest_webhooks() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((ROOT / "manifest.json").read_text())["webhooks"]
    return [row for row in rows if "asyncEvents" in row]


def test_there_are_thirteen() -> None:
    assert len(EVENTS) == 13


def test_every_webhook_has_an_example() -> None:
    assert {path.stem for path in (ROOT / "webhooks").glob("*.json")} == EVENTS


def test_every_webhook_has_a_handler_and_every_handler_a_webhook() -> None:
    assert _modules(HANDLERS) == EVENTS


def test_every_webhook_has_a_test_and_every_test_a_webhook() -> None:
    assert {name.removeprefix("test_") for name in _modules(TESTS)} == EVENTS


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_its_test_drives_its_own_example(event: str) -> None:
    text = (TESTS / f"test_{event}.py").read_text(encoding="utf-8")
    assert f'"{event}"' in text
    assert "desk.handle(" in text


def test_the_manifest_lists_each_of_them_once() -> None:
    rows = _manifest_webhooks()
    assert sorted(row["query"] for row in rows) == sorted(f"{event}.graphql" for event in EVENTS)
    for row in rows:
        assert row["asyncEvents"] == [Path(row["query"]).stem.upper()]
        assert row["targetUrl"] == "/webhooks/saleor/"
    assert len({row["name"] for row in rows}) == len(rows)


def test_what_is_registered_in_saleor_is_what_the_manifest_lists() -> None:
    wanted = manifest.webhooks("https://invoices.example.com")
    assert {hook.event.lower() for hook in wanted if not hook.is_sync} == EVENTS


def test_the_inbox_knows_a_handler_for_each_of_them() -> None:
    assert registry.events() == EVENTS
    assert registry.handler_for("saleor", "order_paid") is order_paid.handle


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_the_handlers_docstring_names_the_event(event: str) -> None:
    text = (HANDLERS / f"{event}.py").read_text(encoding="utf-8")
    assert text.startswith(f'"""{event.upper()}: ')
