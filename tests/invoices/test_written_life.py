"""The life of an invoice that was written by hand: rendered, mailed, seen, paid, erased."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from saleor_invoices.domain import codec
from saleor_invoices.domain.draft_form import InvoiceForm
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.invoices.models import DraftForm, PaymentState, SalesDocument
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import CustomerViewer
from saleor_invoices.invoices.services.draft_issue import written_issue
from saleor_invoices.invoices.services.draft_make import draft_document, orders_forget
from saleor_invoices.invoices.services.draft_write import draft_create, draft_update
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.domain.forms import form, party, row
from tests.invoices.conftest import Configure, sells
from tests.invoices.desk import Desk
from tests.strategies import ON

CUSTOMER = "VXNlcjo3"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    orders_forget()
    yield
    orders_forget()


def written(**changes: Any) -> InvoiceForm:
    values = {"supply_date": ON, "customer_id": CUSTOMER, "customer_email": "buyer@example.com"}
    return form(row(), **(values | changes))


def issued(desk: Desk, **changes: Any) -> SalesDocument:
    """A draft that was kept and issued; what follows lies in the queue."""
    with desk.capture(execute=True):
        kept = draft_create(
            installation=desk.store, form=written(**changes), key="k", actor="staff:1"
        )
        return written_issue(draft=kept.row, actor="staff:1")


def test_it_is_rendered_and_mailed(desk: Desk, configure: Configure) -> None:
    configure(mail_policy="on_issue")
    document = issued(desk)
    desk.work()
    assert {file.kind for file in document.files.all()} == {"pdf", "xml"}
    (sent,) = mail.outbox
    assert sent.to == ["buyer@example.com"]
    assert document.number in sent.subject


def test_its_customer_sees_it_where_the_channel_shows_invoices(
    desk: Desk, configure: Configure
) -> None:
    document = issued(desk, channel="eur")

    def seen(user: str) -> list[SalesDocument]:
        viewer = CustomerViewer(installation=desk.store, user_id=user)
        return list(documents_visible(viewer=viewer))

    assert seen(CUSTOMER) == [document]
    assert seen("VXNlcjo4") == []
    configure("eur", show_in_storefront=False)
    assert seen(CUSTOMER) == []


def test_its_payment_is_recorded_by_hand(desk: Desk) -> None:
    document = issued(desk)
    payment = ManualPayment(
        amount=Decimal("119.00"),
        reference="bank-1",
        occurred_at=timezone.now(),
        method="Transfer",
    )
    payment_record(document=document, payment=payment, actor="staff:1")
    assert PaymentState.objects.get(document=document).status == "paid"
    assert ledger_verify().faults == []


def test_another_seller_than_the_channels(desk: Desk, store: Installation) -> None:
    other = sells(store, "second", name="Second Sample Shop GmbH")
    document = issued(desk, legal_entity="second")
    assert document.legal_entity_id == other.pk
    assert document.sequence == 1


def test_settings_of_the_day_of_issue_hold(
    desk: Desk, store: Installation, configure: Configure
) -> None:
    kept = draft_create(installation=store, form=written(), key="k", actor="staff:1")
    configure(payment_terms_days=30, notes=["New on every document."])
    assert draft_document(draft=kept.row).notes[0].text == "New on every document."
    document = written_issue(draft=kept.row, actor="staff:1")
    assert document.issue_date is not None
    assert document.due_date == document.issue_date + timedelta(days=30)
    notes = codec.decode(bytes(document.snapshot)).notes
    assert [note.text for note in notes] == ["New on every document."]


def test_a_switched_off_channel_stops_it(
    desk: Desk, store: Installation, configure: Configure
) -> None:
    kept = draft_create(installation=store, form=written(channel="eur"), key="k", actor="staff:1")
    configure("eur", enabled=False)
    with pytest.raises(CannotIssue) as error:
        written_issue(draft=kept.row, actor="staff:1")
    assert error.value.code == "CHANNEL_DISABLED"


def test_a_required_e_invoice_that_is_refused_stops_it_at_the_line(
    desk: Desk, store: Installation, configure: Configure
) -> None:
    configure(einvoice_profile="en16931", einvoice_required=True)
    odd = form(row(), row(unit_code="ZZX"), supply_date=ON)
    kept = draft_create(installation=store, form=odd, key="k", actor="staff:1")
    with pytest.raises(CannotIssue) as error:
        written_issue(draft=kept.row, actor="staff:1")
    assert error.value.params["place"] == "lines.1"


def test_what_was_saved_last_is_found_by_search(store: Installation, seller: LegalEntity) -> None:
    kept = draft_create(installation=store, form=written(), key="k", actor="staff:1")
    other = written(buyer=party(name="Société Exemple SARL"), customer_email="other@example.com")
    draft_update(draft=kept.row, version=1, form=other, actor="staff:2")
    text = SalesDocument.objects.get(pk=kept.row.pk).search_text
    assert "societe exemple" in text
    assert "other@example.com" in text
    assert "sample buyer" not in text
    assert DraftForm.objects.get().created_by == "staff:1"
