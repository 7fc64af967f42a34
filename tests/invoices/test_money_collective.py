"""Invoices over several orders while money moves: nothing doubled, nothing lost."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.order import Shipping
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services import collective_issue as collecting
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services.credit_issue import (
    remaining_of,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import Overtaken
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices.conftest import Configure, Has
from tests.invoices.money import Life, life, standing, two_rates
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]


class TestCollective:
    @pytest.fixture
    def both(
        self, store: Installation, has: Has, configure: Configure
    ) -> tuple[Life, Life, SalesDocument]:
        """Two paid orders of 184.40 EUR on one invoice."""
        configure(issue_policy="on_request")
        lives = [life(store, **_lines(name)).charge("184.40").tell() for name in "xy"]
        for one in lives:
            has(one.order)
            one.minute = 60
        ids = [one.order.id for one in lives]
        row = collecting.collective_issue(installation=store, order_ids=ids, actor="staff:1")
        return lives[0], lives[1], row

    def notes(self, invoice: SalesDocument) -> list[int]:
        rows = invoice.following.filter(state="issued").order_by("sequence")
        return list(rows.values_list("gross_minor", flat=True))

    def test_each_orders_refund_is_credited(self, both: tuple[Life, Life, SalesDocument]) -> None:
        first, second, row = both
        first.refund("50.00").tell()
        second.refund("30.00").tell()
        assert self.notes(row) == [5000, 3000]
        assert standing(row)[1:] == (28880, 0)
        assert ledger_verify().ok

    def test_delivery_is_that_of_the_order(self, both: tuple[Life, Life, SalesDocument]) -> None:
        first, _, row = both
        first.refund("11.90", {"includes_shipping": True}).tell()
        (note,) = row.following.all()
        (line,) = decoded(note).lines
        assert (line.gross_amount, line.source_id) == (
            Decimal("11.90"),
            f"shipping:{first.order.id}",
        )

    def test_a_refund_and_then_the_cancellation_credit_the_order_once(
        self, both: tuple[Life, Life, SalesDocument]
    ) -> None:
        first, _, row = both
        first.refund("184.40").tell()
        first.cancel().tell()
        assert self.notes(row) == [18440]
        assert standing(row)[1:] == (18440, 0)
        assert ledger_verify().ok

    def test_a_partial_refund_and_then_the_cancellation_credit_the_rest_of_the_order(
        self, both: tuple[Life, Life, SalesDocument]
    ) -> None:
        first, second, row = both
        first.refund("50.00").tell()
        first.cancel().tell()
        assert self.notes(row) == [5000, 13440]
        second.refund("20.00").tell()  # is not taken for what the other order is still owed
        first.refund("134.40").tell()
        assert self.notes(row) == [5000, 13440, 2000]
        second.cancel().tell()
        assert remaining_of(row).gross == 0
        assert ledger_verify().ok

    def test_a_refund_of_too_much_takes_nothing_of_the_other_order(
        self, both: tuple[Life, Life, SalesDocument]
    ) -> None:
        first, second, row = both
        first.refund("250.00").tell()
        assert self.notes(row) == [18440]
        second.cancel().tell()
        assert self.notes(row) == [18440, 18440]

    def test_a_refund_without_lines_is_of_the_orders_own_rates(
        self, store: Installation, has: Has, configure: Configure
    ) -> None:
        configure(issue_policy="on_request")
        low = (builders.line("100.00", "107.00", "0.07", id="low", product_name="Book"),)
        high = (builders.line("100.00", "119.00", id="high", product_name="Tee"),)
        lives = [
            life(store, lines=lines, shipping=Shipping(), total=total)
            for lines, total in (
                (low, builders.amount("100.00", "107.00")),
                (high, builders.amount("100.00", "119.00")),
            )
        ]
        for one in lives:
            one.charge(str(one.order.total.gross)).tell()
            has(one.order)
            one.minute = 60
        ids = [one.order.id for one in lives]
        row = collecting.collective_issue(installation=store, order_ids=ids, actor="staff:1")
        lives[0].refund("50.00").tell()
        (note,) = row.following.all()
        assert [part.tax.rate for part in decoded(note).vat_breakdown] == [7]

    def test_a_payment_by_hand_is_not_lost_when_it_is_voided(
        self, both: tuple[Life, Life, SalesDocument]
    ) -> None:
        _, _, row = both
        payment = ManualPayment(amount=Decimal(5), reference="bank", occurred_at=at(0))
        payment_record(document=row, payment=payment, actor="staff:1")
        correcting.invoice_void(invoice=row, reason="", actor="staff:1")
        assert standing(row) == ("overpaid", 500, 0)
        assert ledger_verify().ok

    def test_a_refund_recorded_by_hand_is_left_to_people(
        self, both: tuple[Life, Life, SalesDocument]
    ) -> None:
        first, _, row = both
        payment = ManualPayment(
            amount=Decimal(5), reference="bank", occurred_at=at(0), kind=MovementKind.REFUND
        )
        payment_record(document=row, payment=payment, actor="staff:1")
        first.refund("50.00").tell()
        assert self.notes(row) == [5000]

    def test_what_was_heard_while_it_was_read_is_not_overwritten(
        self, store: Installation, has: Has, configure: Configure
    ) -> None:
        configure(issue_policy="on_request")
        lives = [life(store), life(store)]
        for one in lives:
            has(one.order)
        lives[0].charge("184.40").tell(minute=61)
        ids = [one.order.id for one in lives]
        with pytest.raises(Overtaken):
            collecting.collective_issue(installation=store, order_ids=ids, actor="staff:1")
        assert not SalesDocument.objects.exists()
        assert lives[0].record.charged_minor == 18440


def _lines(name: str) -> dict[str, Any]:
    tee, book = two_rates()
    return {"lines": (replace(tee, id=f"{name}-a"), replace(book, id=f"{name}-b"))}
