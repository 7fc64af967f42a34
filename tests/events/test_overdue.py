"""Overdue is told once for each document, in its seller's time zone, and never of the past."""

from datetime import UTC, datetime, time, timedelta

import pytest

from saleor_invoices.events.models import Endpoint, EventRecord, EventType
from saleor_invoices.events.services.overdue_find import overdue_find
from saleor_invoices.invoices.models import PaymentState, SalesDocument
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.events.conftest import Listen, issued, types

pytestmark = pytest.mark.django_db

OVERDUE = EventType.INVOICE_OVERDUE


@pytest.fixture
def invoice(store: Installation, listen: Listen) -> SalesDocument:
    """An unpaid invoice of a store that has listened since before it was due."""
    listen(OVERDUE)
    document = issued(store).invoice
    Endpoint.objects.update(created_at=noon(document, -5))
    return document


def noon(document: SalesDocument, days: int) -> datetime:
    """Noon, so many days after the due date."""
    assert document.due_date is not None
    return datetime.combine(document.due_date + timedelta(days=days), time(12), UTC)


def test_an_invoice_becomes_overdue_the_day_after_and_once(invoice: SalesDocument) -> None:
    assert overdue_find(now=noon(invoice, 0)) == 0
    assert overdue_find(now=noon(invoice, 1)) == 1
    assert overdue_find(now=noon(invoice, 1)) == overdue_find(now=noon(invoice, 9)) == 0
    record = EventRecord.objects.get()
    assert record.key == f"invoice.overdue:{invoice.pk}:{invoice.due_date}"
    assert '"daysOverdue":1' in record.body
    assert '"balance":"184.40"' in record.body


def test_the_day_is_that_of_the_seller(invoice: SalesDocument) -> None:
    late = noon(invoice, 0).replace(hour=22, minute=30)  # half an hour to midnight in Berlin
    LegalEntity.objects.update(timezone="Europe/Berlin")
    ends = overdue_find(now=late) + overdue_find(now=late + timedelta(minutes=60))
    LegalEntity.objects.update(timezone="America/New_York")
    EventRecord.objects.all().delete()
    assert (ends, overdue_find(now=late + timedelta(minutes=60))) == (1, 0)


@pytest.mark.parametrize(
    "state",
    [
        {"balance_minor": 0, "due_date": None, "status": "paid"},
        {"status": "cancelled"},
        {"due_date": None},
    ],
)
def test_what_is_not_owed_is_not_overdue(invoice: SalesDocument, state: dict[str, object]) -> None:
    PaymentState.objects.update(**state)
    assert overdue_find(now=noon(invoice, 1)) == 0


def test_what_was_due_before_anybody_listened_is_left_out(invoice: SalesDocument) -> None:
    Endpoint.objects.update(created_at=noon(invoice, 3))
    assert overdue_find(now=noon(invoice, 4)) == 0


def test_a_month_later_it_is_old_news(invoice: SalesDocument) -> None:
    assert overdue_find(now=noon(invoice, 31)) == 0


def test_who_asked_for_other_events_or_is_off_starts_no_search(
    invoice: SalesDocument, listen: Listen
) -> None:
    Endpoint.objects.update(event_types=["invoice.issued"])
    assert overdue_find(now=noon(invoice, 1)) == 0
    Endpoint.objects.update(event_types=[], enabled=False)
    assert overdue_find(now=noon(invoice, 1)) == 0
    Endpoint.objects.update(enabled=True)
    assert overdue_find(now=noon(invoice, 1)) == 1
    assert types() == ["invoice.overdue"]


def test_another_channel_is_not_told(invoice: SalesDocument) -> None:
    Endpoint.objects.update(channels=["other"])
    assert overdue_find(now=noon(invoice, 1)) == 0
