"""Orders whose money moves, one state after the other, as Saleor would tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.order import (
    ChargeState,
    GrantedRefund,
    MoneyMove,
    Order,
    OrderLine,
    OrderPayment,
    PaymentEvent,
    Shipping,
)
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.credit_issue import Credit
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.stores.models import Installation
from tests.domain import builders
from tests.invoices import orders
from tests.invoices.orders import at

ZERO = Decimal(0)
WHOLE = builders.amount("160.00", "184.40")


def two_rates() -> tuple[OrderLine, ...]:
    """119.00 at 19 % (two pieces) and 53.50 at 7 %."""
    return (
        builders.line("100.00", "119.00", id="line-a", quantity=2, product_name="Tee"),
        builders.line("50.00", "53.50", "0.07", id="line-b", product_name="Book"),
    )


def delivery() -> Shipping:
    """Delivery for 11.90 at 19 %."""
    return Shipping(
        price=builders.amount("10.00", "11.90"), tax_rate=Decimal("0.19"), method_name="Parcel"
    )


@dataclass
class Life:
    """One order's life: each verb makes the next state of it. 184.40 EUR unless given."""

    store: Installation
    order: Order = field(
        default_factory=lambda: orders.order(lines=two_rates(), shipping=delivery(), total=WHOLE)
    )
    minute: float = 0
    events: list[PaymentEvent] = field(default_factory=list)

    def charge(self, amount: str) -> "Life":
        """Money comes in."""
        return self._move(MoneyMove.CHARGE, amount)

    def refund(self, amount: str, grant: dict[str, Any] | None = None) -> "Life":
        """Money goes back, perhaps for a refund that staff granted."""
        self._move(MoneyMove.REFUND, amount)
        if grant is not None:
            event = self.events[-1]
            granted = GrantedRefund(
                id=f"grant-{event.id}",
                amount=Decimal(amount),
                event_ids=(event.id,),
                references=(event.reference,),
                payment_id="txn",
                **grant,
            )
            self.order = replace(self.order, granted_refunds=(*self.order.granted_refunds, granted))
        return self

    def charge_back(self, amount: str) -> "Life":
        """The buyer's bank takes money back."""
        return self._move(MoneyMove.CHARGEBACK, amount)

    def fail(self, amount: str) -> "Life":
        """The last refund fails."""
        return self._move(MoneyMove.REFUND_REVERSED, amount, reference=self.events[-1].reference)

    def cancel(self) -> "Life":
        """Staff cancel the order."""
        self.minute += 1
        self.order = replace(self.order, status="CANCELED", cancelled_at=at(self.minute))
        return self

    def now(self) -> Order:
        """The order as it is."""
        return self.order

    def tell(self, order: Order | None = None, *, minute: float | None = None) -> "Life":
        """The app hears of the present state, or of another one."""
        moment = self.minute if minute is None else minute
        told = order or self.order
        order_observe(installation=self.store, order=told, issued_at=at(moment))
        return self

    @property
    def record(self) -> OrderRecord:
        """The order's row."""
        return OrderRecord.objects.get(installation=self.store, order_id=self.order.id)

    def documents(self, kind: str) -> list[SalesDocument]:
        """Issued documents of the order, oldest first."""
        rows = SalesDocument.objects.filter(order=self.record, kind=kind, state="issued")
        return list(rows.order_by("issued_at", "sequence"))

    @property
    def invoice(self) -> SalesDocument:
        """The only invoice."""
        (row,) = self.documents("invoice")
        return row

    @property
    def credit_notes(self) -> list[SalesDocument]:
        """Issued credit notes, oldest first."""
        return self.documents("credit_note")

    def credited(self) -> list[int]:
        """What each credit note takes back, in cents."""
        return [note.gross_minor for note in self.credit_notes]

    def _move(self, move: MoneyMove, amount: str, reference: str = "") -> "Life":
        self.minute += 1
        event = PaymentEvent(
            id=f"{self.order.id}-event-{len(self.events) + 1}",
            move=move,
            amount=Decimal(amount),
            at=at(self.minute),
            reference=reference or f"psp-{len(self.events) + 1}",
        )
        self.events.append(event)
        self.order = replace(self.order, **_money(self.order, self.events))
        return self


def _money(order: Order, events: Sequence[PaymentEvent]) -> dict[str, Any]:
    def total(*moves: MoneyMove) -> Decimal:
        return sum((event.amount for event in events if event.move in moves), ZERO)

    back = total(MoneyMove.REFUND) - total(MoneyMove.REFUND_REVERSED)
    held = total(MoneyMove.CHARGE) - back - total(MoneyMove.CHARGEBACK)
    payment = OrderPayment(
        id="txn",
        name="Card",
        reference="psp-txn",
        charged=held,
        refunded=back,
        charged_at=first_charge(events),
        events=tuple(events),
    )
    charge = ChargeState(
        charged=held,
        refunded=back,
        balance=held - order.total.gross,
        is_paid=held >= order.total.gross,
    )
    return {"payments": (payment,), "charge": charge, "updated": events[-1].at}


def first_charge(events: Sequence[PaymentEvent]) -> datetime | None:
    """When money first came in."""
    return next((event.at for event in events if event.move is MoneyMove.CHARGE), None)


def movements(record: OrderRecord) -> list[tuple[str, int]]:
    """Kind and amount of each row of the ledger, oldest first."""
    rows = Movement.objects.filter(order=record).order_by("occurred_at", "pk")
    return [(MovementKind(row.kind).value, row.amount_minor) for row in rows]


def life(store: Installation, **order: Any) -> Life:
    """An order of 184.40 EUR."""
    values = {"lines": two_rates(), "shipping": delivery(), "total": WHOLE, **order}
    return Life(store, orders.order(**values))


def credit(cause: str = "request:1", **request: Any) -> Credit:
    """A reason with what it asks for."""
    return Credit(cause=cause, request=CreditRequest(**request), actor="staff:1")


def standing(document: SalesDocument) -> tuple[str, int, int]:
    """Status, what is held, what is owed."""
    row = SalesDocument.objects.get(pk=document.pk).payment
    return row.status, row.paid_minor, row.balance_minor
