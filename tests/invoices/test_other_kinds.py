"""Proformas, collective invoices, parcels and payments by hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.order import Fulfillment, Order
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, SalesDocument
from saleor_invoices.invoices.services import collective_issue as collecting
from saleor_invoices.invoices.services import proforma_issue as offering
from saleor_invoices.invoices.services.credit_issue import (
    remaining_of,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_invoice, order_observe
from saleor_invoices.invoices.services.payment_record import (
    ManualPayment,
    payment_reallocate,
    payment_record,
)
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices.conftest import Configure
from tests.invoices.money import life
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class TestOtherKinds:
    def test_a_proforma_covers_and_owes_nothing(
        self, store: Installation, saleor_has: dict[str, Order]
    ) -> None:
        found = life(store)
        saleor_has[found.order.id] = replace(found.order, status="UNCONFIRMED")
        made = [
            offering.proforma_issue(installation=store, order_id=found.order.id, actor="staff:1")
            for _ in range(2)
        ]
        assert [row.number[:4] for row in made] == ["PRO-", "PRO-"]
        assert decoded(made[0]).einvoice is None
        found.charge("184.40").tell()
        assert len(found.documents("invoice")) == 1
        assert ledger_verify().ok

    def test_several_orders_of_one_buyer_on_one_invoice(
        self, store: Installation, saleor_has: dict[str, Order], configure: Configure
    ) -> None:
        configure(issue_policy="on_request")
        lives = [life(store), life(store), life(store)]
        lives[0].charge("184.40").tell()
        for one in lives:
            saleor_has[one.order.id] = one.order
        ids = [one.order.id for one in lives[:2]]
        row = collecting.collective_issue(installation=store, order_ids=ids, actor="staff:1")
        content = decoded(row)
        assert [order.id for order in content.orders] == ids
        assert (row.gross_minor, row.payable_minor) == (36880, 18440)
        found = SalesDocument.objects.get(pk=row.pk)
        assert (found.payment.paid_minor, found.payment.balance_minor) == (18440, 18440)
        lives[1].charge("184.40").tell()
        found.payment.refresh_from_db()
        assert (found.payment.status, found.payment.balance_minor) == ("paid", 0)
        with pytest.raises(Conflict) as caught:
            collecting.collective_issue(
                installation=store, order_ids=[ids[0], lives[2].order.id], actor="staff:1"
            )
        assert caught.value.code == "ORDER_COVERED"
        lives[0].refund("59.50", {"lines": (("line-a", 1),)}).tell()
        note = SalesDocument.objects.get(kind="credit_note")
        assert (note.preceding_id, note.gross_minor) == (row.pk, 5950)
        assert ledger_verify().ok

    def test_each_order_of_a_collective_invoice_is_credited_for_its_own_refund(
        self, store: Installation, saleor_has: dict[str, Order], configure: Configure
    ) -> None:
        configure(issue_policy="on_request")
        lives = [life(store), life(store)]
        for one in lives:
            saleor_has[one.order.id] = one.order
        ids = [one.order.id for one in lives]
        row = collecting.collective_issue(installation=store, order_ids=ids, actor="staff:1")
        for one in lives:  # what the first got back says nothing about the second
            one.charge("184.40").refund("184.40").tell()
        notes = SalesDocument.objects.filter(kind="credit_note", preceding=row)
        assert sorted(notes.values_list("gross_minor", flat=True)) == [18440, 18440]
        assert remaining_of(SalesDocument.objects.get(pk=row.pk)).is_empty
        assert ledger_verify().ok

    def test_parcel_by_parcel_the_whole_order_and_no_more(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(issue_policy="per_fulfillment")
        found = life(store).charge("184.40")

        def parcel(number: int, *lines: tuple[str, int]) -> Fulfillment:
            return Fulfillment(
                id=f"parcel-{number}", status="FULFILLED", created=at(number), lines=lines
            )

        first, second = parcel(1, ("line-a", 1)), parcel(2, ("line-a", 1), ("line-b", 1))
        found.order = replace(found.order, fulfillments=(first,), status="PARTIALLY_FULFILLED")
        found.tell()
        assert found.record.uninvoiced_minor == 18440 - 5950 - 1190
        found.minute += 1
        found.order = replace(found.order, fulfillments=(first, second), status="FULFILLED")
        found.tell().tell()
        invoices = found.documents("invoice")
        assert [row.gross_minor for row in invoices] == [7140, 11300]
        assert [row.payment.status for row in invoices] == ["paid", "paid"]
        assert found.record.uninvoiced_minor == 0
        found.refund("53.50", {"lines": (("line-b", 1),)}).tell()
        (note,) = found.credit_notes
        assert note.preceding_id == invoices[1].pk
        assert ledger_verify().ok

    def test_an_old_order_is_not_invoiced_by_itself(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(issue_not_before="2026-11-21")
        found = life(store).charge("184.40").tell()
        assert found.documents("invoice") == []
        order_invoice(installation=store, order=found.order, issued_at=at(99))
        assert len(found.documents("invoice")) == 1

    def test_a_policy_of_its_own_for_foreign_businesses(
        self, store: Installation, configure: Configure
    ) -> None:
        rule = {"policy": "confirmed", "buyer": "business", "countries": ["DE"]}
        configure(issue_policy="fulfilled", issue_rules=[rule])
        assert len(life(store).tell().documents("invoice")) == 1
        private = replace(builders.BERLIN, company_name="")
        assert life(store, billing_address=private).tell().documents("invoice") == []


class TestPayingByHand:
    @pytest.fixture
    def invoice(self, store: Installation, configure: Configure) -> SalesDocument:
        """An unpaid one."""
        configure(issue_policy="confirmed")
        return life(store).tell().invoice

    def payment(self, amount: str, reference: str = "bank-1", **other: Any) -> ManualPayment:
        """Money on a bank statement."""
        return ManualPayment(amount=Decimal(amount), reference=reference, occurred_at=NOW, **other)

    def test_it_counts_once(self, invoice: SalesDocument) -> None:
        for _ in range(2):
            payment_record(document=invoice, payment=self.payment("100.00"), actor="staff:1")
        invoice.payment.refresh_from_db()
        assert (invoice.payment.status, invoice.payment.balance_minor) == ("partially_paid", 8440)
        with pytest.raises(Conflict) as caught:
            payment_record(document=invoice, payment=self.payment("90.00"), actor="staff:1")
        assert caught.value.code == "REFERENCE_TAKEN"
        payment_record(document=invoice, payment=self.payment("84.40", "bank-2"), actor="staff:1")
        invoice.payment.refresh_from_db()
        assert (invoice.payment.status, invoice.payment.due_date) == ("paid", None)
        assert ledger_verify().ok

    def test_a_chargeback_opens_the_debt(self, invoice: SalesDocument) -> None:
        payment_record(document=invoice, payment=self.payment("184.40"), actor="staff:1")
        back = self.payment("184.40", kind=MovementKind.CHARGEBACK)
        payment_record(document=invoice, payment=back, actor="staff:1")
        invoice.payment.refresh_from_db()
        assert (invoice.payment.balance_minor, invoice.payment.disputed_minor) == (18440, 18440)

    @pytest.mark.parametrize(
        ("amount", "other"),
        [
            ("0", {}),
            ("-1", {}),
            ("1.001", {}),
            ("1", {"reference": " "}),
            ("1", {"kind": MovementKind.CREDIT}),
        ],
    )
    def test_what_makes_no_sense_is_refused(
        self, invoice: SalesDocument, amount: str, other: dict[str, Any]
    ) -> None:
        values = {"reference": "bank-1", "occurred_at": NOW, **other}
        wrong = ManualPayment(amount=Decimal(amount), **values)
        with pytest.raises(InvalidInput):
            payment_record(document=invoice, payment=wrong, actor="staff:1")
        late = self.payment("1")
        late = replace(late, occurred_at=timezone.now() + timedelta(days=1))
        with pytest.raises(InvalidInput):
            payment_record(document=invoice, payment=late, actor="staff:1")
        assert not Movement.objects.exists()

    def test_a_payment_moves_to_another_invoice(
        self, store: Installation, invoice: SalesDocument
    ) -> None:
        other = life(store).tell().invoice
        movement = payment_record(document=invoice, payment=self.payment("184.40"), actor="staff:1")
        payment_reallocate(
            movement=movement,
            source=invoice,
            target=other,
            amount=Decimal("84.40"),
            actor="staff:1",
        )
        rows = [SalesDocument.objects.get(pk=row.pk).payment for row in (invoice, other)]
        assert [row.balance_minor for row in rows] == [8440, 10000]
        with pytest.raises(InvalidInput):
            payment_reallocate(
                movement=movement, source=invoice, target=other, amount=Decimal(101), actor="s"
            )
        assert ledger_verify().ok

    def test_money_from_saleor_fills_the_oldest_first(
        self, store: Installation, configure: Configure
    ) -> None:
        configure(issue_policy="per_fulfillment")
        found = life(store)
        parcels = tuple(
            Fulfillment(id=f"p{n}", status="FULFILLED", created=at(n), lines=((line, quantity),))
            for n, (line, quantity) in enumerate((("line-a", 2), ("line-b", 1)))
        )
        found.order = replace(found.order, fulfillments=parcels, status="FULFILLED")
        found.tell()
        found.charge("150.00").tell()
        assert [row.payment.balance_minor for row in found.documents("invoice")] == [0, 3440]
        order_observe(installation=store, order=found.order, issued_at=at(50))
        assert [row.payment.balance_minor for row in found.documents("invoice")] == [0, 3440]
