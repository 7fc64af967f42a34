"""Refunds where it is easy to credit twice, too little, or the wrong thing."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.credit import CreditLine, CreditRequest
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.order import Fulfillment, GrantedRefund
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services.credit_issue import Credit, credit_note_create
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices import orders
from tests.invoices.conftest import Configure
from tests.invoices.money import WHOLE, Life, delivery, two_rates
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]


def life(store: Installation, **order: Any) -> Life:
    """An order of 184.40 EUR."""
    values = {"lines": two_rates(), "shipping": delivery(), "total": WHOLE, **order}
    return Life(store, orders.order(**values))


def parcel(number: int, *lines: tuple[str, int]) -> Fulfillment:
    """A parcel that was sent."""
    return Fulfillment(id=f"parcel-{number}", status="FULFILLED", created=at(number), lines=lines)


def send(found: Life, *parcels: Fulfillment, status: str = "PARTIALLY_FULFILLED") -> None:
    """The order has these parcels now."""
    found.minute += 1
    found.order = replace(found.order, fulfillments=parcels, status=status)
    found.tell()


def by_hand(invoice: SalesDocument, cause: str = "request:1", **request: Any) -> SalesDocument:
    """Staff credit something."""
    credit = Credit(cause=cause, request=CreditRequest(**request), actor="staff:1")
    return credit_note_create(invoice=invoice, credit=credit)


def lines_of(note: SalesDocument) -> list[tuple[str, int, Decimal]]:
    """Order line, quantity and gross amount of each line."""
    content: Document = decoded(note)
    return [(line.source_id, int(line.quantity), line.gross_amount) for line in content.lines]


def states(found: Life) -> list[tuple[str, int, int]]:
    """How each invoice stands: status, what is held, what is owed."""
    rows = [row.payment for row in found.documents("invoice")]
    return [(row.status, row.paid_minor, row.balance_minor) for row in rows]


class TestParcels:
    FIRST = parcel(1, ("line-a", 1))
    SECOND = parcel(2, ("line-a", 1), ("line-b", 1))

    @pytest.fixture(autouse=True)
    def _by_parcel(self, configure: Configure) -> None:
        configure(issue_policy="per_fulfillment")

    @pytest.mark.parametrize("amount", ["50.00", "100.00"])
    def test_money_of_what_was_not_sent_yet_credits_no_parcel(
        self, amount: str, store: Installation
    ) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        found.refund(amount).tell()
        assert found.credited() == []
        assert states(found) == [("paid", 7140, 0)]
        found.tell()
        assert states(found) == [("paid", 7140, 0)]
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        assert found.credited() == [int(Decimal(amount) * 100)]
        assert found.credit_notes[0].preceding_id == found.documents("invoice")[1].pk
        assert ledger_verify().ok

    def test_a_grant_over_two_parcels_takes_its_lines_from_each(self, store: Installation) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        found.refund("172.50", {"lines": (("line-a", 2), ("line-b", 1))}).tell()
        assert [lines_of(note) for note in found.credit_notes] == [
            [("line-a", 1, Decimal("59.50"))],
            [("line-a", 1, Decimal("59.50")), ("line-b", 1, Decimal("53.50"))],
        ]
        assert ledger_verify().ok

    def test_a_grant_of_one_piece_takes_it_once(self, store: Installation) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        found.refund("59.50", {"lines": (("line-a", 1),)}).tell()
        assert [lines_of(note) for note in found.credit_notes] == [
            [("line-a", 1, Decimal("59.50"))]
        ]

    def test_a_grant_that_gives_less_is_lowered_on_each_parcel_alike(
        self, store: Installation
    ) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        found.refund("56.50", {"lines": (("line-a", 1), ("line-b", 1))}).tell()
        assert found.credited() == [2975, 2675]

    def test_a_grant_of_what_was_not_sent_waits_for_its_invoice(self, store: Installation) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        found.refund("53.50", {"lines": (("line-b", 1),)}).tell()
        assert found.credited() == []
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        assert [lines_of(note) for note in found.credit_notes] == [
            [("line-b", 1, Decimal("53.50"))]
        ]
        assert ledger_verify().ok

    def test_an_unpaid_parcel_hides_no_credit_of_another(self, store: Installation) -> None:
        found = life(store)
        send(found, self.FIRST)
        found.charge("71.40").tell()
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        by_hand(found.documents("invoice")[0], everything=True)
        found.refund("71.40").tell()
        assert found.credited() == [7140]
        assert [row[1:] for row in states(found)] == [(0, 0), (0, 11300)]
        assert ledger_verify().ok

    def test_a_chargeback_takes_what_was_not_invoiced_first(self, store: Installation) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        found.charge_back("113.00").tell().tell()
        assert states(found) == [("paid", 7140, 0)]
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        assert decoded(found.documents("invoice")[1]).totals.payable == 113
        assert [row[1:] for row in states(found)] == [(7140, 0), (0, 11300)]
        assert ledger_verify().ok

    def test_a_refund_that_failed_goes_back_where_it_was_taken(self, store: Installation) -> None:
        found = life(store).charge("184.40")
        send(found, self.FIRST)
        send(found, self.FIRST, self.SECOND, status="FULFILLED")
        found.refund("59.50", {"lines": (("line-a", 1),)}).tell()
        found.fail("59.50")
        found.tell()
        rows = [row.payment for row in found.documents("invoice")]
        assert [row.refunded_minor for row in rows] == [0, 0]
        assert [row.paid_minor for row in rows] == [7140, 11300]


class TestGrants:
    def test_a_grant_paid_back_in_two_parts_is_credited_whole(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("30.00").refund("29.50")
        events = found.events[-2:]
        grant = GrantedRefund(
            id="grant",
            amount=Decimal("59.50"),
            lines=(("line-a", 1),),
            event_ids=tuple(event.id for event in events),
            payment_id="txn",
        )
        found.order = replace(found.order, granted_refunds=(grant,))
        found.tell()
        assert found.credited() == [3000, 2950]
        rates = [row.tax.rate for note in found.credit_notes for row in decoded(note).vat_breakdown]
        assert rates == [19, 19]

    def test_a_line_granted_twice_is_credited_twice_at_its_own_rate(
        self, store: Installation
    ) -> None:
        found = life(store).charge("184.40").tell()
        for _ in range(2):
            found.refund("10.00", {"lines": (("line-b", 1),)}).tell()
        assert found.credited() == [1000, 1000]
        rates = [row.tax.rate for note in found.credit_notes for row in decoded(note).vat_breakdown]
        assert rates == [7, 7]

    def test_goods_that_come_back_are_credited_although_too_much_was_paid(
        self, store: Installation
    ) -> None:
        found = life(store).charge("200.00").tell()
        found.refund("59.50", {"lines": (("line-a", 1),)}).tell()
        assert found.credited() == [5950]
        found.refund("15.60").tell()
        assert found.credited() == [5950]
        assert states(found) == [("partially_refunded", 12490, 0)]

    def test_two_refunded_parcels_of_one_amount_are_told_apart(self, store: Installation) -> None:
        found = life(store, lines=(*two_rates()[:1], _twin()), total=_TWINS).charge("250.00").tell()
        parcels: tuple[Fulfillment, ...] = ()
        for line in ("line-c", "line-a"):
            found.refund("59.50")
            back = Fulfillment(
                id=f"back-{line}",
                status="REFUNDED",
                created=at(found.minute),
                lines=((line, 1),),
                refunded_total=Decimal("59.50"),
            )
            parcels = (*parcels, back)
            found.order = replace(found.order, fulfillments=parcels)
        found.tell()
        assert [lines_of(note)[0][0] for note in found.credit_notes] == ["line-c", "line-a"]


_TWINS = builders.amount("210.00", "249.90")


def _twin() -> Any:
    return builders.line("100.00", "119.00", id="line-c", quantity=2, product_name="Cup")


class TestMoneyBesideCreditNotes:
    def test_a_refund_by_hand_makes_no_credit_note_by_itself(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        payment = ManualPayment(
            amount=Decimal("20.00"), reference="b", occurred_at=at(0), kind=MovementKind.REFUND
        )
        payment_record(document=found.invoice, payment=payment, actor="staff:1")
        found.tell()
        assert found.credited() == []
        by_hand(found.invoice, amount=Decimal("20.00"))
        found.refund("5.00").tell()
        assert found.credited() == [2000, 500]
        assert ledger_verify().ok

    def test_what_was_charged_back_before_the_invoice_is_still_due(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(issue_policy="confirmed", enabled=False)
        found = life(store).charge("184.40").charge_back("184.40").tell()
        configure(enabled=True)
        found.tell()
        totals = decoded(found.invoice).totals
        assert (totals.prepaid, totals.payable) == (Decimal(0), Decimal("184.40"))
        assert states(found) == [("unpaid", 0, 18440)]
        assert ledger_verify().ok

    def test_a_refund_that_failed_is_not_money_that_came_in(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(issue_policy="confirmed", enabled=False)
        found = life(store).charge("100.00").refund("50.00").fail("50.00").tell()
        configure(enabled=True)
        found.tell()
        assert decoded(found.invoice).totals.prepaid == 100
        assert found.credited() == []
        assert states(found) == [("partially_paid", 10000, 8440)]

    @pytest.mark.parametrize("paid", ["184.40", "100.00"])
    def test_a_refund_whose_event_is_told_later_counts_once(
        self, paid: str, store: Installation, configure: Configure
    ) -> None:
        configure(issue_policy="confirmed")
        found = life(store).charge(paid).tell()
        found.refund("50.00")
        (payment,) = found.order.payments
        early = replace(found.order, payments=(replace(payment, events=payment.events[:1]),))
        found.tell(early, minute=found.minute - 0.5)
        assert found.credited() == [5000]
        found.tell()
        assert found.credited() == [5000]
        assert not Problem.objects.filter(code="REFUND_REVERSED").exists()
        assert ledger_verify().ok

    def test_paid_refunded_and_paid_again_before_the_invoice_needs_no_credit_note(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(enabled=False)
        found = life(store).charge("184.40").refund("184.40").charge("184.40").tell()
        configure(enabled=True)
        found.tell()
        assert found.credited() == []
        assert states(found) == [("paid", 18440, 0)]

    def test_a_chargeback_and_a_refund_besides(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        found.charge_back("184.40").tell()
        found.refund("184.40").tell()
        assert found.credited() == [18440]
        assert states(found)[0][1:] == (-18440, 18440)  # the buyer has it twice
        assert ledger_verify().ok

    def test_by_line_then_all(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        by_hand(found.invoice, lines=(CreditLine(line_id="1", quantity=Decimal(1)),))
        found.refund("184.40").tell()
        assert found.credited() == [5950, 12490]


class TestDrafts:
    @pytest.fixture(autouse=True)
    def _drafts(self, configure: Configure) -> None:
        configure(credit_policy="draft")

    def drafts(self) -> list[int]:
        rows = SalesDocument.objects.filter(state="draft").order_by("created_at")
        return list(rows.values_list("gross_minor", flat=True))

    def test_a_cancellation_and_its_refund_are_one_draft(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        found.cancel().tell()
        found.refund("184.40").tell()
        assert self.drafts() == [18440]

    def test_a_cancellation_after_a_refund_drafts_the_rest(self, store: Installation) -> None:
        found = life(store).charge("184.40").tell()
        found.refund("50.00").tell()
        found.cancel().tell()
        found.refund("134.40").tell()
        assert self.drafts() == [5000, 13440]
