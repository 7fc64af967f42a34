"""A store whose days pass: what is written on a day bears that day everywhere."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from unittest import mock

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import PrecedingInvoice, VatSubtotal
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    OrderCoverage,
    SalesDocument,
)
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.payment_record import (
    ManualPayment,
    payment_reallocate,
    payment_record,
)
from saleor_invoices.stores.models import LegalEntity
from tests.invoices import books
from tests.plugins import factories

ANNA, BERT = "VXNlcjoyMQ==", "VXNlcjoyMg=="
DAY = date(2026, 3, 2)
"""The first day of the tests' calendars."""
_references = itertools.count(1)


@contextmanager
def on(day: date | int, hour: int = 12) -> Iterator[datetime]:
    """It is that day (or the one so many days after the first), at an hour of UTC."""
    wanted = DAY + timedelta(days=day) if isinstance(day, int) else day
    moment = datetime.combine(wanted, time(hour), UTC)
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield moment


def today() -> date:
    """The day that it is."""
    from django.utils import timezone

    return timezone.now().date()


def invoice(
    entity: LegalEntity,
    gross: int = 12_300,
    *,
    customer: str = ANNA,
    terms: int | None = 14,
    currency: str = "PLN",
    **changes: Any,
) -> SalesDocument:
    """An invoice of today at 23 %, with the amount in smallest units; nothing is paid."""
    draft = of_amount(gross, currency)
    columns = {name: changes.pop(name) for name in ("buyer_name",) if name in changes}
    email = f"{customer or 'guest'}@example.com"
    draft = replace(
        draft,
        order=factories.order_reference(
            f"r{next(_references)}", customer=customer, email=changes.pop("email", email)
        ),
        due_date=None if terms is None else today() + timedelta(days=terms),
        **changes,
    )
    order = books.an_order(entity)
    row = books.post(entity, draft, order=order, on=today(), **columns)
    OrderCoverage.objects.create(order=order, document=row)
    payment_follow(document=row)
    return row


def of_amount(gross: int, currency: str = "PLN") -> Any:
    """An unnumbered invoice over so much."""
    draft = factories.sample_document(number="", issue_date=None, currency=currency)
    whole = from_minor(gross, currency)
    tax = from_minor(gross * 23 // 123, currency)
    line = replace(
        draft.lines[0], net_amount=whole - tax, tax_amount=tax, gross_amount=whole,
        unit_price_net=(whole - tax) / 2, unit_price_gross=whole / 2,
    )  # fmt: skip
    totals = replace(
        draft.totals, line_net=whole - tax, charges=Decimal(0), net=whole - tax, tax=tax,
        gross=whole, payable=whole,
    )  # fmt: skip
    subtotal = VatSubtotal(tax=line.tax, taxable_amount=whole - tax, tax_amount=tax)
    return replace(draft, lines=(line,), charges=(), totals=totals, vat_breakdown=(subtotal,))


def credit(of: SalesDocument, gross: int) -> SalesDocument:
    """A credit note of today over a part of an invoice, applied to it."""
    draft = replace(
        of_amount(gross, of.currency),
        kind=DocumentKind.CREDIT_NOTE,
        due_date=None,
        order=factories.order_reference("c", customer=of.customer_id, email=of.customer_email),
        test_mode=of.test_mode,
        preceding_invoices=(PrecedingInvoice(number=of.number, issue_date=of.issue_date),),
    )
    row = books.post(of.legal_entity, draft, order=of.order, preceding=of, on=today())
    books.apply(row)
    payment_follow(document=of)
    return row


def pay(
    of: SalesDocument,
    amount: int,
    kind: MovementKind = MovementKind.MANUAL,
    *,
    at: datetime | None = None,
) -> Movement:
    """Money of today, or of an earlier moment that is recorded today."""
    from django.utils import timezone

    payment = ManualPayment(
        amount=from_minor(amount, of.currency),
        reference=f"ref-{next(_references)}",
        occurred_at=at or timezone.now(),
        kind=kind,
    )
    return payment_record(document=of, payment=payment, actor="staff:1")


def move(moved: Movement, source: SalesDocument, target: SalesDocument, amount: int) -> None:
    """A part of a payment lies on another document from now on."""
    payment_reallocate(
        movement=moved,
        source=source,
        target=target,
        amount=from_minor(amount, source.currency),
        actor="staff:1",
    )


def lying(moved: Movement, document: SalesDocument) -> int:
    """What of a payment lies on a document."""
    rows = Allocation.objects.filter(movement=moved, document=document)
    return sum(rows.values_list("amount_minor", flat=True))
