"""The database itself refuses to change what was issued, whoever asks."""

# ruff: noqa: S608  (tables and columns of our own, no input)

from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.models import (
    DocumentFile,
    EInvoiceRecord,
    HistoryEntry,
    NumberSeries,
    PaymentState,
    SalesDocument,
    VatCheck,
)
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.stores.models import Installation, LegalEntity, SettingChange
from tests.invoices import books
from tests.invoices.orders import issue
from tests.plugins import factories

pytestmark = pytest.mark.django_db
is_postgres = connection.vendor == "postgresql"
FROZEN = [field.column for field in SalesDocument._meta.concrete_fields if not field.primary_key]


def refused(sql: str) -> str:
    """Run a statement that must be refused; returns the database's words."""
    with (
        pytest.raises(DatabaseError) as caught,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    return str(caught.value)


@pytest.fixture
def document(store: Installation, seller: LegalEntity) -> SalesDocument:
    """An issued document with a file."""
    issued = issue(store)
    factories.document_file(issued)
    return issued


@pytest.mark.parametrize("column", FROZEN)
def test_no_column_of_an_issued_document_can_be_changed(
    document: SalesDocument, column: str
) -> None:
    before = SalesDocument.objects.values().get()
    told = refused(f"UPDATE invoices_salesdocument SET {column} = {column}")
    assert "An issued document is frozen: correct it by a credit note" in told
    assert SalesDocument.objects.values().get() == before


def test_the_orm_is_refused_as_well(document: SalesDocument) -> None:
    document.buyer_name = "Someone else"
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        document.save()
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        SalesDocument.objects.update(number="INV-0")
    # Raw, since the ORM's own collector already stops at what refers to the row.
    with pytest.raises(models.ProtectedError):
        document.delete()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("invoices_salesdocument", "An issued document is frozen"),
        ("invoices_numberseries", "A number series in use is kept for ever"),
        ("invoices_documentfile", "This record is kept for ever"),
        ("invoices_historyentry", "This record is kept for ever"),
        ("invoices_vatshare", "This record is kept for ever"),
    ],
)
def test_no_frozen_row_can_be_deleted(document: SalesDocument, table: str, words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        assert cursor.fetchone()[0] > 0
    assert words in refused(f"DELETE FROM {table}")


@pytest.mark.skipif(not is_postgres, reason="only PostgreSQL knows TRUNCATE")
@pytest.mark.parametrize(
    "table",
    [
        "invoices_salesdocument",
        "invoices_numberseries",
        "invoices_documentfile",
        "invoices_historyentry",
        "invoices_vatshare",
    ],
)
def test_no_table_with_frozen_rows_can_be_truncated(document: SalesDocument, table: str) -> None:
    with connection.cursor() as cursor:  # or else the deferred foreign keys refuse first
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    told = refused(f"TRUNCATE {table} CASCADE")
    assert "frozen" in told or "kept for ever" in told
    assert SalesDocument.objects.count() == 1


KEPT = "This record is kept for ever"
PARTS = "A part of an order is kept"
TABLES = {
    "invoices_movement": KEPT,
    "invoices_allocation": KEPT,
    "invoices_erasure": KEPT,
    "invoices_vatcheck": KEPT,
    "invoices_einvoicerecord": KEPT,
    "invoices_historyentry": KEPT,
    "stores_settingchange": KEPT,
    "invoices_documentfile": KEPT,
    "invoices_vatshare": KEPT,
}


@pytest.fixture
def records(document: SalesDocument, store: Installation, seller: LegalEntity) -> SalesDocument:
    """One row in each table that is only ever added to; returns a document that was erased."""
    moved = books.movement(document, 100)
    books.allocate(moved, document, 100)
    EInvoiceRecord.objects.create(document=document, outcome="not_wanted")
    SettingChange.objects.create(
        installation=store, level="app", key="enabled", after=False, changed_by="staff:1"
    )
    old = ancient(store)
    document_erase(document=old, reason="Its time has run out.", actor="staff:1")
    check(store)
    return old


def ancient(store: Installation) -> SalesDocument:
    """A document whose time of retention has run out, of a seller of its own."""
    return books.invoice(factories.legal_entity(store, "ancient"), on=date(2010, 5, 4))


def check(store: Installation) -> VatCheck:
    """An answer of VIES."""
    return VatCheck.objects.create(
        installation=store, vat_id="DE136695976", answer="valid", checked_at=timezone.now()
    )


@pytest.mark.parametrize("table", TABLES)
def test_what_is_only_added_to_never_changes_and_never_goes(
    records: SalesDocument, table: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        (count,) = cursor.fetchone()
        assert count > 0
        cursor.execute(f"SELECT * FROM {table} LIMIT 1")
        columns = [column[0] for column in cursor.description]
    for column in columns:
        assert TABLES[table] in refused(f"UPDATE {table} SET {column} = {column}")
    assert TABLES[table] in refused(f"DELETE FROM {table}")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        assert cursor.fetchone() == (count,)


@pytest.mark.skipif(not is_postgres, reason="only PostgreSQL knows TRUNCATE")
@pytest.mark.parametrize("table", [*TABLES, "invoices_ordercoverage"])
def test_none_of_these_tables_can_be_truncated(records: SalesDocument, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert "kept for ever" in refused(f"TRUNCATE {table} CASCADE")


def test_coverage_moves_on_to_another_document_and_nothing_else(
    document: SalesDocument, seller: LegalEntity
) -> None:
    other = books.an_order(seller)
    for change in (f"order_id = {other.pk}", "part = 'rest'", "id = id + 1"):
        assert PARTS in refused(f"UPDATE invoices_ordercoverage SET {change}")
    assert KEPT in refused("DELETE FROM invoices_ordercoverage")
    second = books.invoice(seller)
    row = document.coverage.get()
    row.document, row.released_at = second, timezone.now()
    row.save()
    row.refresh_from_db()
    assert (row.document_id, row.released_at is None) == (second.pk, False)


@pytest.mark.skipif(is_postgres, reason="only SQLite knows REPLACE")
def test_a_replace_does_not_get_past_the_triggers(document: SalesDocument) -> None:
    columns = ", ".join(str(field.column) for field in SalesDocument._meta.concrete_fields)
    told = refused(
        f"REPLACE INTO invoices_salesdocument ({columns})"
        f" SELECT {columns} FROM invoices_salesdocument"
    )
    assert "frozen" in told


@pytest.mark.parametrize("column", ["storage_key", "sha256", "size", "engine", "kind"])
def test_the_record_of_a_file_never_changes(document: SalesDocument, column: str) -> None:
    before = DocumentFile.objects.values().get()
    assert "kept for ever" in refused(f"UPDATE invoices_documentfile SET {column} = {column}")
    assert DocumentFile.objects.values().get() == before


def test_history_is_only_ever_added_to(document: SalesDocument) -> None:
    count = HistoryEntry.objects.count()
    assert "kept for ever" in refused("UPDATE invoices_historyentry SET event = 'nothing'")
    assert HistoryEntry.objects.count() == count > 0


@pytest.mark.parametrize(
    "change",
    [
        "last_sequence = last_sequence + 1",
        "last_sequence = 0",
        "chain_length = chain_length - 1",
        "chain_head = 'f'",
        "kind = 'credit_note'",
        "period = '1999'",
        "last_issue_date = '2020-01-01'",
        "last_issue_date = '2099-01-01'",
        "last_issue_date = NULL",
        "chain_length = chain_length + 1, last_issue_date = '2020-01-01'",
        "chain_length = chain_length + 1, last_issue_date = NULL",
        f"test_mode = {'NOT test_mode' if is_postgres else '1 - test_mode'}",
    ],
)
def test_a_series_moves_on_to_its_next_document_or_not_at_all(
    document: SalesDocument, change: str
) -> None:
    before = NumberSeries.objects.values().get()
    assert "never goes back" in refused(f"UPDATE invoices_numberseries SET {change}")
    assert NumberSeries.objects.values().get() == before


def test_a_series_without_documents_may_be_deleted(seller: LegalEntity) -> None:
    NumberSeries.objects.create(legal_entity=seller, kind="proforma")
    assert NumberSeries.objects.all().delete()[0] == 1


def test_a_draft_may_change_and_go(store: Installation, seller: LegalEntity) -> None:
    draft = factories.document_row(
        seller, factories.sample_document(number="", issue_date=None), order=None
    )
    draft.save(force_insert=True)
    draft.buyer_name = "Sample Buyer"
    draft.save()
    draft.refresh_from_db()
    assert draft.buyer_name == "Sample Buyer"
    assert draft.delete()[0] == 1


def test_what_lives_on_beside_the_document_may_change(document: SalesDocument) -> None:
    assert PaymentState.objects.filter(document=document).update(paid_minor=1) == 1
    assert document.publications.update(attempts=3) == 1


def test_every_rule_is_in_place_and_a_missing_one_is_named() -> None:
    assert triggers.missing() == frozenset()
    assert len(triggers.installed()) == len(triggers.rules()) == (46 if is_postgres else 32)
    table = " ON invoices_salesdocument" if is_postgres else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER frozen_invoices_salesdocument_update{table}")
    assert triggers.missing() == {"frozen_invoices_salesdocument_update"}
    triggers.install()
    assert triggers.missing() == frozenset()


@pytest.mark.skipif(not is_postgres, reason="SQLite can't switch a trigger off")
def test_a_trigger_that_was_switched_off_counts_as_missing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE invoices_historyentry DISABLE TRIGGER frozen_invoices_historyentry_update"
        )
    assert triggers.missing() == {"frozen_invoices_historyentry_update"}


@pytest.mark.django_db(transaction=True)
def test_migrate_puts_them_back(store: Installation, seller: LegalEntity) -> None:
    issue(store)
    triggers.remove()
    assert triggers.missing() == {rule.name for rule in triggers.rules()}
    call_command("migrate", verbosity=0)
    assert triggers.missing() == frozenset()
    assert "frozen" in refused("UPDATE invoices_salesdocument SET number = 'X'")


@pytest.mark.skipif(is_postgres, reason="PostgreSQL changes tables in place")
@pytest.mark.django_db(transaction=True)
def test_a_table_that_sqlite_rebuilt_has_them_again_after_migrate(
    store: Installation, seller: LegalEntity
) -> None:
    issue(store)
    triggers.step_aside_before_migrate()  # as ``migrate`` has it done
    number = SalesDocument._meta.get_field("number")
    longer = models.CharField(max_length=300, default="", blank=True)
    longer.set_attributes_from_name("number")
    longer.model = SalesDocument
    try:
        with connection.schema_editor() as editor:
            editor.alter_field(SalesDocument, number, longer, strict=True)
        assert "frozen_invoices_salesdocument_update" in triggers.missing()
        call_command("migrate", verbosity=0)
        assert triggers.missing() == frozenset()
        assert "frozen" in refused("UPDATE invoices_salesdocument SET number = 'X'")
    finally:
        triggers.step_aside_before_migrate()
        with connection.schema_editor() as editor:
            editor.alter_field(SalesDocument, longer, number, strict=True)
        triggers.install()
