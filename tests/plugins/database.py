"""Which tests speak to the database, and what its tables need.

Tests that empty the tables need the triggers away for that moment; ``flush`` puts them back.
"""

from collections.abc import Iterator

import pytest

FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark ``database`` what speaks to one: pytest-django lets nothing else through to it."""
    for item in items:
        fixtures = FIXTURES & set(getattr(item, "fixturenames", ()))
        if fixtures or item.get_closest_marker("django_db") or item.get_closest_marker("postgres"):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def _triggers_step_aside(request: pytest.FixtureRequest) -> Iterator[None]:
    """Remove the triggers after a transactional test, before its tables are emptied.

    The flush that follows sends ``post_migrate``, whose receiver installs them again.
    """
    marker = request.node.get_closest_marker("django_db")
    uses = bool(marker and marker.kwargs.get("transaction")) or any(
        name in request.fixturenames for name in ("transactional_db", "live_server")
    )
    if not uses:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from saleor_invoices.invoices import triggers

    triggers.remove()
