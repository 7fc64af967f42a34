"""The index that makes searching fast is there, is put back, and is never in the way."""

from typing import Any

import pytest
from django.db import connection

from saleor_invoices.invoices import search_index
from saleor_invoices.invoices.selectors.documents import documents_searched, documents_visible
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from tests.plugins import factories

pytestmark = pytest.mark.django_db


def installed() -> bool:
    """Whether the database has it."""
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, search_index.TABLE)
    return search_index.NAME in known


def test_it_is_put_back_after_a_migrate() -> None:
    assert installed()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {search_index.NAME}")
    assert not installed()
    for _ in range(2):
        search_index.install_after_migrate()
        assert installed()


def test_without_it_everything_is_found(monkeypatch: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {search_index.NAME}")
    for name in ("_SQLITE", "_EXTENSION"):
        monkeypatch.setattr(search_index, name, "CREATE NOTHING")
    search_index.install_after_migrate()
    assert not installed()
    store = factories.installation()
    factories.issued_document(factories.legal_entity(store), factories.sample_document("INV-77"))
    viewer = StaffViewer(installation=store, user_id="a", permissions=frozenset({"MANAGE_ORDERS"}))
    rows = documents_visible(viewer=viewer)
    assert [documents_searched(rows, text=text).count() for text in ("v-7", "7", "nope")] == [
        1, 1, 0,
    ]  # fmt: skip


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_sqlite_walks_it_instead_of_the_documents() -> None:
    store = factories.installation()
    viewer = StaffViewer(installation=store, user_id="a", permissions=frozenset({"MANAGE_ORDERS"}))
    rows = documents_searched(documents_visible(viewer=viewer), text="word")
    plan = rows.order_by("-issue_date", "-pk")[:50].explain()
    assert f"USING INDEX {search_index.NAME}" in plan
