"""Ways around the frozen ledger that go by SQL, as a stray script or a thief of the shell would."""

import pytest
from django.db import Error, connection, transaction

from saleor_invoices.invoices.models import NumberSeries, OrderCoverage, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import _forgetful, seller, shop, store
from tests.invoices.orders import issue, paid
from tests.invoices.tampering import tamper

__all__ = ["_forgetful", "seller", "shop", "store"]
pytestmark = pytest.mark.django_db
EVERYWHERE = (
    "UPDATE invoices_salesdocument SET number = 'X'",
    "UPDATE invoices_salesdocument SET state = 'draft'",
    "UPDATE invoices_salesdocument SET source = 'imported'",
    "UPDATE invoices_salesdocument SET gross_minor = gross_minor + 1",
    "UPDATE invoices_salesdocument SET issue_date = NULL",
    "UPDATE invoices_salesdocument SET customer_email = ''",
    "DELETE FROM invoices_salesdocument",
    "UPDATE invoices_numberseries SET last_sequence = last_sequence - 1",
    "UPDATE invoices_numberseries SET last_sequence = last_sequence + 1",
    "UPDATE invoices_numberseries SET chain_length = 0, last_sequence = 0, chain_head = ''",
    "UPDATE invoices_numberseries SET last_issue_date = NULL",
    "UPDATE invoices_numberseries SET last_issue_date = NULL, chain_length = chain_length + 1",
    "UPDATE invoices_numberseries SET test_mode = NOT test_mode",
    "DELETE FROM invoices_numberseries",
    "DELETE FROM invoices_historyentry",
    "UPDATE invoices_historyentry SET actor = 'nobody'",
    "UPDATE invoices_movement SET amount_minor = 0",
    "DELETE FROM invoices_movement",
    "UPDATE invoices_allocation SET amount_minor = 0",
    "DELETE FROM invoices_allocation",
    "DELETE FROM invoices_ordercoverage",
    "UPDATE invoices_ordercoverage SET part = 'rest'",
    "UPDATE invoices_salesdocument SET snapshot = '', salt = ''",
    "UPDATE invoices_salesdocument SET erased_at = created_at",
)
SQLITE = (
    "INSERT OR REPLACE INTO invoices_salesdocument SELECT * FROM invoices_salesdocument",
    "UPDATE OR IGNORE invoices_salesdocument SET number = 'X'",
    "UPDATE OR REPLACE invoices_salesdocument SET number = 'X'",
    "REPLACE INTO invoices_numberseries SELECT * FROM invoices_numberseries",
)
POSTGRESQL = (
    "TRUNCATE invoices_salesdocument CASCADE",
    "TRUNCATE invoices_numberseries CASCADE",
    "TRUNCATE stores_installation CASCADE",
    "INSERT INTO invoices_salesdocument SELECT * FROM invoices_salesdocument"
    " ON CONFLICT (id) DO UPDATE SET number = 'X'",
    "MERGE INTO invoices_salesdocument t USING invoices_salesdocument s ON t.id = s.id"
    " WHEN MATCHED THEN DELETE",
)


def attempts() -> tuple[str, ...]:
    """What can be tried on this kind of database."""
    return EVERYWHERE + (POSTGRESQL if connection.vendor == "postgresql" else SQLITE)


def test_no_statement_changes_what_was_issued(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    before = list(SalesDocument.objects.values()), list(NumberSeries.objects.values())
    for statement in attempts():
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert (list(SalesDocument.objects.values()), list(NumberSeries.objects.values())) == before
    assert document.number == SalesDocument.objects.get().number
    assert ledger_verify().ok


def test_a_forged_row_is_found(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    forged = SalesDocument.objects.get()
    forged.pk, forged.number, forged.sequence, forged.chain_position = None, "INV-X", 99, 99
    forged._state.adding = True
    forged.save(force_insert=True)
    report = ledger_verify()
    assert {"SEQUENCE_GAP", "SERIES_HEAD"} <= {fault.code for fault in report.faults}
    assert document.number != forged.number


def test_an_order_cut_loose_from_its_invoice_is_found(
    store: Installation, seller: LegalEntity
) -> None:
    order = paid("order-x")
    first = issue(store, order)
    tamper("DELETE FROM invoices_ordercoverage")
    assert not OrderCoverage.objects.exists()
    second = issue(store, order)
    assert second.pk == first.pk or "ORDER_TWIN" in {f.code for f in ledger_verify().faults}
