"""Payments, what is left to credit, and what became of the e-invoice."""

import datetime as dt
from decimal import Decimal

import strawberry

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.api.types.enums import EInvoiceOutcome, FindingSeverity, MovementKind
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.credit import Remaining
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.money import to_minor
from saleor_invoices.invoices.models import Allocation, EInvoiceRecord, Movement
from saleor_invoices.invoices.selectors.viewers import KeyViewer, StaffViewer, sees_workings

ONE = Decimal(1)  # of a charge there is one


@strawberry.type(
    description="Money that counts for a document: charged, refunded, disputed, recorded by hand, "
    "or credited. What the shop got is above zero."
)
class SalesPayment:
    movement: strawberry.Private[Movement]
    peers: strawberry.Private[Peers]
    id: strawberry.ID = strawberry.field(description="Of the movement, which may be shared.")
    kind: MovementKind
    amount: InvoiceMoney = strawberry.field(description="The part that counts for this document.")
    method: str = strawberry.field(description="How, in words; may be empty.")
    reference: str | None = strawberry.field(
        description="Of the payment provider, the bank or the credit note; null unless staff ask."
    )
    occurred_at: dt.datetime
    recorded_by: str | None = strawberry.field(description="Null unless staff ask.")

    @strawberry.field(description="As `SalesDocumentEvent.actorName`; null unless staff ask.")
    def recorded_by_name(self, info: Info) -> str | None:
        known = self.recorded_by is not None and sees_workings(info.context.viewer)
        return info.context.actor_name(self.recorded_by or "") if known else None

    @strawberry.field(
        description="What can still be given back by `salesPaymentRefund`, the way it came; null "
        "where it can't be, and unless staff ask."
    )
    def refundable(self) -> InvoiceMoney | None:
        if not sees_workings(self.peers.viewer):
            return None
        left = self.peers.refundable(self.movement)
        return None if left is None else invoice_money(left, self.movement.currency)

    @classmethod
    def of(cls, row: Allocation, peers: Peers) -> "SalesPayment":
        """What the API shows of a row."""
        movement, is_staff = row.movement, isinstance(peers.viewer, StaffViewer | KeyViewer)
        return cls(
            movement=movement,
            peers=peers,
            id=strawberry.ID(global_id("SalesPayment", movement.pk)),
            kind=MovementKind(movement.kind),
            amount=invoice_money(row.amount_minor, movement.currency),
            method=movement.method,
            reference=movement.reference if is_staff else None,
            occurred_at=movement.occurred_at,
            recorded_by=movement.recorded_by if is_staff else None,
        )


@strawberry.type(description="What of a line or charge has not been credited yet.")
class SalesCreditableLine:
    line_id: str = strawberry.field(description="Of the invoice's line, or of its charge.")
    name: str = strawberry.field(description="The line's name, or the charge's reason.")
    quantity: ExactDecimal
    gross: InvoiceMoney


@strawberry.type(description="What of an invoice has not been credited yet.")
class SalesCreditable:
    total: InvoiceMoney
    lines: list[SalesCreditableLine]
    charges: list[SalesCreditableLine]

    @classmethod
    def of(cls, left: Remaining, currency: str) -> "SalesCreditable":
        """In the schema's words."""

        def shown(
            line_id: str, name: str, quantity: Decimal, gross: Decimal
        ) -> SalesCreditableLine:
            return SalesCreditableLine(
                line_id=line_id, name=name, quantity=ExactDecimal(quantity), gross=money(gross)
            )

        def money(amount: Decimal) -> InvoiceMoney:
            return invoice_money(to_minor(amount, currency), currency)

        return cls(
            total=money(left.gross),
            lines=[
                shown(one.line.id, one.line.name, one.quantity, one.gross) for one in left.lines
            ],
            charges=[
                shown(one.charge.id, one.charge.reason, ONE, one.gross) for one in left.charges
            ],
        )


@strawberry.type(description="Something noticed about an order or a document.")
class SalesFinding:
    code: str = strawberry.field(description="Stable, for programs.")
    rule: str = strawberry.field(description="The rule it breaks, e.g. `BR-CO-25`, or the code.")
    severity: FindingSeverity
    message: str
    remedy: str
    place: str = strawberry.field(
        description="Where to mend it: `seller:<field>`, `settings:<key>`, `order` or "
        "`order:<part>`; of a draft by hand a field of its form, with lines counted from 0: "
        "`lines.2.unitPrice`; may be empty."
    )

    @classmethod
    def of(cls, found: Finding) -> "SalesFinding":
        """In the schema's words."""
        return cls(
            code=found.code,
            rule=found.rule,
            severity=FindingSeverity(found.severity),
            message=found.message,
            remedy=found.remedy,
            place=found.place,
        )

    @classmethod
    def of_json(cls, found: dict[str, str]) -> "SalesFinding":
        """One that was kept."""
        return cls(
            code=found.get("code", ""),
            rule=found.get("rule", found.get("code", "")),
            severity=FindingSeverity(found.get("severity", "warning")),
            message=found.get("message", ""),
            remedy=found.get("remedy", ""),
            place=found.get("place", ""),
        )


@strawberry.type(description="What became of a document's e-invoice.")
class SalesEInvoice:
    outcome: EInvoiceOutcome
    profile: str
    syntax: str
    judged_by: list[str] = strawberry.field(description="The rule sets that were asked.")
    findings: list[SalesFinding]

    @classmethod
    def of(cls, row: EInvoiceRecord) -> "SalesEInvoice":
        """What the API shows of a row."""
        return cls(
            outcome=EInvoiceOutcome(row.outcome),
            profile=row.profile,
            syntax=row.syntax,
            judged_by=list(row.judged_by),
            findings=[SalesFinding.of_json(found) for found in row.findings],
        )
