"""The one change of an issued document that the triggers let through: lawful erasure."""

# ruff: noqa: S608  (tables and columns of our own, no input)

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from saleor_invoices.invoices.models import EInvoiceRecord, Erasure, SalesDocument, VatCheck
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.test_triggers import ancient, check, document, refused
from tests.plugins import factories

__all__ = ["document"]
pytestmark = pytest.mark.django_db
NOTHING_NEW = "An erased document gets nothing new"
EMPTY = (
    "snapshot = '', salt = '', buyer_name = '', customer_id = '', customer_email = '',"
    " search_text = '', erased_at = created_at"
)


@pytest.fixture
def erasing(document: SalesDocument, store: Installation) -> SalesDocument:
    """An old document whose erasure was written, and nothing done yet."""
    old = ancient(store)
    factories.document_file(old)
    EInvoiceRecord.objects.create(document=old, outcome="not_wanted")
    _erasure(old)
    return old


def _update(document: SalesDocument, change: str) -> str:
    return f"UPDATE invoices_salesdocument SET {change} WHERE number = '{document.number}'"


def test_erasure_is_let_through_as_a_whole(erasing: SalesDocument) -> None:
    before: dict[str, Any] = dict(SalesDocument.objects.values().get(pk=erasing.pk))
    with connection.cursor() as cursor:
        cursor.execute(_update(erasing, EMPTY))
    after: dict[str, Any] = dict(SalesDocument.objects.values().get(pk=erasing.pk))
    changed = {name for name in before if before[name] != after[name]}
    gone = {"snapshot", "salt", "buyer_name", "customer_id", "customer_email", "search_text"}
    assert changed == gone | {"erased_at"}
    assert all(not after[name] for name in gone)


def test_erasure_needs_its_record(store: Installation) -> None:
    old = ancient(store)
    assert "frozen" in refused(_update(old, EMPTY))


@pytest.mark.parametrize(
    "part", ["snapshot", "salt", "buyer_name", "customer_id", "customer_email", "search_text"]
)
def test_erasure_in_part_is_refused(erasing: SalesDocument, part: str) -> None:
    assert "frozen" in refused(_update(erasing, f"{part} = '', erased_at = created_at"))
    rest = ", ".join(piece for piece in EMPTY.split(", ") if not piece.startswith(part))
    assert "frozen" in refused(_update(erasing, rest))


def test_erasure_that_says_nothing_is_refused(erasing: SalesDocument) -> None:
    assert "frozen" in refused(_update(erasing, EMPTY.rpartition(",")[0]))


@pytest.mark.parametrize(
    "change",
    [
        "number = 'X'",
        "state = 'draft'",
        "source = 'imported'",
        "digest = ''",
        "chain_hash = ''",
        "chain_position = 9",
        "sequence = NULL",
        "gross_minor = 0",
        "issue_date = NULL",
        "due_date = '2030-01-01'",
        "series_id = NULL",
        "order_id = NULL",
        "order_number = ''",
    ],
)
def test_erasure_that_changes_something_else_as_well_is_refused(
    erasing: SalesDocument, change: str
) -> None:
    assert "frozen" in refused(_update(erasing, f"{EMPTY}, {change}"))


def test_erasure_is_done_once(erasing: SalesDocument) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_update(erasing, EMPTY))
    assert "frozen" in refused(_update(erasing, EMPTY))
    assert "frozen" in refused(_update(erasing, "erased_at = NULL"))
    assert "frozen" in refused("DELETE FROM invoices_salesdocument")


def test_erasure_lets_the_files_and_the_einvoice_go(
    erasing: SalesDocument, document: SalesDocument
) -> None:
    assert "kept" in refused("DELETE FROM invoices_documentfile")  # not those of others
    assert erasing.files.all().delete()[0] == 1
    assert EInvoiceRecord.objects.filter(document=erasing).delete()[0] == 1
    assert document.files.exists()


def test_erasure_lets_nothing_new_in(erasing: SalesDocument) -> None:
    erasing.files.all().delete()
    EInvoiceRecord.objects.filter(document=erasing).delete()
    with pytest.raises(DatabaseError, match=NOTHING_NEW), transaction.atomic():
        factories.document_file(erasing)
    with pytest.raises(DatabaseError, match=NOTHING_NEW), transaction.atomic():
        EInvoiceRecord.objects.create(document=erasing, outcome="not_wanted")


def test_erasure_lets_the_named_answers_of_vies_go_and_no_others(store: Installation) -> None:
    rows = [check(store) for _ in range(12)]
    named = f"vat_check:{rows[0].pk}"
    _erasure(ancient(store), files=[{"kind": named}])
    assert VatCheck.objects.filter(pk=rows[0].pk).delete()[0] == 1
    for row in rows[1:]:
        with pytest.raises(DatabaseError, match="kept"), transaction.atomic():
            row.delete()


def test_erasure_of_a_draft_or_before_its_time_is_no_erasure(
    seller: LegalEntity, document: SalesDocument
) -> None:
    draft = factories.document_row(
        seller, factories.sample_document(number="", issue_date=None), order=None
    )
    draft.save(force_insert=True)
    with pytest.raises(DatabaseError, match="must be kept"), transaction.atomic():
        _erasure(draft)
    with pytest.raises(DatabaseError, match="must be kept"), transaction.atomic():
        _erasure(document, until=date(2099, 12, 31))


def _erasure(
    document: SalesDocument, *, until: date = date(2018, 12, 31), files: Any = ()
) -> Erasure:
    return Erasure.objects.create(
        document=document,
        reason="Its time has run out.",
        retained_until=until,
        erased_by="staff:1",
        erased_at=timezone.now(),
        files=list(files),
    )
