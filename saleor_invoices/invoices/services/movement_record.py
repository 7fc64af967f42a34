"""What Saleor says of an order's money, as rows of the ledger: each fact once.

A transaction's events are facts of their own. What its amounts say beyond them (a payment app may
report an amount without an event, an order may be marked as paid) is written as the difference to
what is known, under the lock of the order's row, so that it is written once as well; an event that
is told after its amount is that difference, and no second one.

Transactions that are ours (``OrderTransaction``) are left out: their money came here first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from saleor_invoices.domain.money import quantize, to_minor
from saleor_invoices.domain.order import MoneyMove, Order, OrderPayment
from saleor_invoices.domain.order_terms import payment_name
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, OrderRecord

SALEOR, STRIPE, IMPORT = "saleor", "stripe", "import"
PROVIDERS = (SALEOR, STRIPE)
"""Sources of what moved by itself: neither a person nor a credit note wrote it down."""
_KINDS = {
    MoneyMove.CHARGE: (MovementKind.CHARGE, 1),
    MoneyMove.REFUND: (MovementKind.REFUND, -1),
    MoneyMove.CHARGEBACK: (MovementKind.CHARGEBACK, -1),
    MoneyMove.REFUND_REVERSED: (MovementKind.REFUND, 1),
}


def movements_record(*, record: OrderRecord, order: Order, at: datetime) -> list[Movement]:
    """Write what is new about the order's money; ``at`` dates what has no date of its own.

    Must run under the lock of the order's row. Returns the new rows, oldest first.
    """
    book = _Book(record=record, order=order, at=at)
    for payment in book.payments:
        _payment(book, payment)
    _order_difference(book)
    new = sorted(book.new, key=lambda row: row.occurred_at)
    Movement.objects.bulk_create(new)
    return new


@dataclass(slots=True, kw_only=True)
class _Book:
    """What is known of the order's money, and what is being added."""

    record: OrderRecord
    order: Order
    at: datetime
    known: list[Movement] = field(init=False)
    payments: list[OrderPayment] = field(init=False)  # without our own
    new: list[Movement] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = list(self.record.movements.filter(source=SALEOR))
        ours = list(self.record.transactions.values_list("transaction_id", "reference"))
        ids, references = {one for one, _ in ours}, {other for _, other in ours}
        # By its reference too: Saleor may have made it, and its answer been lost.
        self.payments = [
            payment
            for payment in self.order.payments
            if payment.is_legacy or not (payment.id in ids or payment.reference in references)
        ]

    def rows(self, payment_id: str | None = None) -> Iterator[Movement]:
        for row in (*self.known, *self.new):
            if payment_id is None or row.payment_id == payment_id:
                yield row

    def has(self, key: str) -> bool:
        return any(row.key == key for row in self.rows())

    def claim(self, payment: OrderPayment, kind: MovementKind, amount: int) -> bool:
        """Whether a difference told of this event's money before; each tells of one event."""
        beginning = _difference_key(self, kind, payment)
        for row in self.known:
            is_it = row.key.startswith(beginning) and row.amount_minor == amount
            if is_it and row.key not in self.claimed:
                self.claimed.add(row.key)
                return True
        return False

    def minor(self, amount: Decimal) -> int:
        # A payment app may report more decimals than the currency has.
        return to_minor(quantize(amount, self.order.currency), self.order.currency)

    def add(
        self,
        kind: MovementKind,
        amount: int,
        *,
        key: str,
        payment: OrderPayment | None = None,
        at: datetime | None = None,
        reference: str = "",
    ) -> None:
        self.new.append(
            Movement(
                installation_id=self.record.installation_id,
                order=self.record,
                kind=kind,
                amount_minor=amount,
                currency=self.order.currency,
                key=key,
                source=SALEOR,
                payment_id=payment.id if payment else "",
                reference=(reference or (payment.reference if payment else ""))[:512],
                method=payment_name(payment) if payment else "",
                occurred_at=at or self.at,
            )
        )


def _payment(book: _Book, payment: OrderPayment) -> None:
    known = len(list(book.rows(payment.id)))
    for event in payment.events:
        kind, sign = _KINDS[event.move]
        key, amount = f"{SALEOR}:{book.record.order_id}:{event.id}", sign * book.minor(event.amount)
        if amount and not book.has(key) and not book.claim(payment, kind, amount):
            book.add(kind, amount, key=key, payment=payment, at=event.at, reference=event.reference)
    told = list(book.rows(payment.id))
    if _is_unreckoned(book, payment, told, known):
        return
    charge, refund = _missing(book, payment, told)
    _difference(book, MovementKind.CHARGE, charge, payment, payment.charged_at)
    _difference(book, MovementKind.REFUND, refund, payment, None)


def _is_unreckoned(book: _Book, payment: OrderPayment, told: list[Movement], known: int) -> bool:
    """Whether the amounts are as they were before the newest events, all or some of them.

    Saleor writes an event first, and reckons the amounts anew a moment later: read just then, they
    seem to take the event back. Where they stay so, the next look believes them.
    """
    return any(_missing(book, payment, told[:end]) == (0, 0) for end in range(known, len(told)))


def _missing(book: _Book, payment: OrderPayment, told: list[Movement]) -> tuple[int, int]:
    """What the payment's amounts say beyond these rows: that came in, and that went back."""
    held, back = book.minor(payment.charged), book.minor(payment.refunded)
    charge = held + back - _sum(told, MovementKind.CHARGE, MovementKind.CHARGEBACK)
    return charge, -back - _sum(told, MovementKind.REFUND)


def _order_difference(book: _Book) -> None:
    """Money of an order that has no payments: of one that has, they are all that there is.

    Saleor reckons the order's figures from its payments, and saves them a moment after these. Read
    just then, the order seems to hold money that nobody paid.
    """
    held = back = 0
    if not book.order.payments:
        held = book.minor(book.order.charge.charged)
        back = book.minor(book.order.charge.refunded)
    rows = list(book.rows("" if book.order.payments else None))
    charge = held + back - _sum(rows, MovementKind.CHARGE, MovementKind.CHARGEBACK)
    refund = -back - _sum(rows, MovementKind.REFUND)
    _difference(book, MovementKind.CHARGE, charge, None, None)
    _difference(book, MovementKind.REFUND, refund, None, None)


def _difference(
    book: _Book,
    kind: MovementKind,
    amount: int,
    payment: OrderPayment | None,
    at: datetime | None,
) -> None:
    if not amount:
        return
    beginning = _difference_key(book, kind, payment)
    count = sum(row.key.startswith(beginning) for row in book.rows())
    book.add(kind, amount, key=f"{beginning}{count + 1}", payment=payment, at=at)


def _difference_key(book: _Book, kind: MovementKind, payment: OrderPayment | None) -> str:
    place = payment.id if payment else book.record.order_id
    return f"{SALEOR}:{book.record.order_id}:{place}:{kind}:"


def _sum(rows: Iterable[Movement], *kinds: MovementKind) -> int:
    return sum(row.amount_minor for row in rows if row.kind in kinds)
