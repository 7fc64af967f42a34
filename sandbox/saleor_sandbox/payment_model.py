"""Money that moved: transactions, payments of the older kind, refunds granted."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .model import Entity, OrderLine, User, now
from .money import ZERO, Money

if TYPE_CHECKING:
    from .order_model import Order


@dataclass(kw_only=True, eq=False)
class TransactionEvent(Entity):
    type: str
    amount: Money
    psp_reference: str = ""
    message: str = ""
    external_url: str = ""
    created_at: datetime = field(default_factory=now)
    grant: "OrderGrantedRefund | None" = None
    app: Any = None
    user: User | None = None
    idempotency_key: str | None = None
    # Requests of a session, and failures that Saleor notes itself, change no amount.
    counted: bool = True

    @property
    def created_by(self) -> Any:
        return self.app or self.user


@dataclass(kw_only=True, eq=False)
class TransactionItem(Entity):
    order: "Order"
    name: str = ""
    message: str = ""
    psp_reference: str = ""
    external_url: str = ""
    actions: list[str] = field(default_factory=list)
    owner: Any = None
    events: list[TransactionEvent] = field(default_factory=list)
    amounts: dict[str, Decimal] = field(default_factory=dict)
    idempotency_key: str | None = None
    created_at: datetime = field(default_factory=now)
    modified_at: datetime = field(default_factory=now)
    uses_uuid = True

    @property
    def app_identifier(self) -> str:
        """Kept when the app is removed: one installed anew under this name is the owner again."""
        return getattr(self.owner, "identifier", "")

    @property
    def token(self) -> str:
        return str(self.pk)

    def of(self, kind: str) -> Decimal:
        return self.amounts.get(kind, ZERO)


@dataclass(kw_only=True, eq=False)
class Transaction(Entity):
    """A step of a legacy payment: kind CAPTURE or REFUND."""

    payment: "Payment"
    kind: str
    amount: Money
    token: str = ""
    is_success: bool = True
    created: datetime = field(default_factory=now)


@dataclass(kw_only=True, eq=False)
class Payment(Entity):
    """A payment of Saleor's older kind, by a plugin's gateway."""

    order: "Order"
    total: Money
    psp_reference: str
    gateway: str = "mirumee.payments.dummy"
    is_active: bool = True
    transactions: list[Transaction] = field(default_factory=list)
    created: datetime = field(default_factory=now)

    def of(self, kind: str) -> Decimal:
        return sum((each.amount.amount for each in self.transactions if each.kind == kind), ZERO)

    @property
    def captured(self) -> Decimal:
        return self.of("CAPTURE") - self.of("REFUND")

    @property
    def captured_amount(self) -> Money:
        return self.order.money(self.captured)

    @property
    def charge_status(self) -> str:
        if self.of("REFUND"):
            return "FULLY_REFUNDED" if self.captured == 0 else "PARTIALLY_REFUNDED"
        return "FULLY_CHARGED" if self.captured >= self.total.amount else "PARTIALLY_CHARGED"


@dataclass(kw_only=True, eq=False)
class OrderGrantedRefundLine(Entity):
    quantity: int
    order_line: OrderLine
    reason: str | None = None


@dataclass(kw_only=True, eq=False)
class OrderGrantedRefund(Entity):
    amount: Money
    reason: str | None = None
    user: User | None = None
    app: Any = None
    shipping_costs_included: bool = False
    lines: list[OrderGrantedRefundLine] = field(default_factory=list)
    status: str = "NONE"
    transaction: TransactionItem | None = None
    transaction_events: list[TransactionEvent] = field(default_factory=list)
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)
