"""A snapshot's document in the schema's words.

Types with the very names of the domain's dataclasses take those as they are: resolving a field is
reading an attribute, and copying thousands of parties would be all the cost of a page.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from saleor_invoices.api.types.content import (
    InvoiceAdjustment,
    InvoiceDelivery,
    InvoiceLine,
    InvoiceLineAdjustment,
    InvoiceMoney,
    InvoiceNote,
    InvoiceParty,
    InvoicePrepayment,
    InvoiceTax,
    InvoiceVatSubtotal,
)
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    Document,
    DocumentAdjustment,
    Line,
    LineAdjustment,
    Party,
    Tax,
)
from saleor_invoices.domain.money import exponent, from_minor
from saleor_invoices.domain.totals import document_totals


def invoice_money(minor: int, currency: str) -> InvoiceMoney:
    """An amount in smallest units as the schema shows it."""
    return InvoiceMoney(amount=ExactDecimal(from_minor(minor, currency)), currency=currency)


def erased_content(kind: str, currency: str) -> "Content":
    """What is left of a document whose content was erased: nobody and nothing."""
    nobody, nothing = Party(name=""), Decimal(0)
    return Content(
        Document(
            kind=DocumentKind(kind),
            currency=currency,
            seller=nobody,
            buyer=nobody,
            lines=(),
            vat_breakdown=(),
            totals=document_totals((), payable=nothing),
        )
    )


@dataclass(frozen=True, slots=True)
class Content:
    """One document, its parts worked out when a query asks for them."""

    document: Document

    def seller(self) -> InvoiceParty:
        """BG-4."""
        return _party(self.document.seller)

    def buyer(self) -> InvoiceParty:
        """BG-7."""
        return _party(self.document.buyer)

    def delivery(self) -> InvoiceDelivery | None:
        """BG-13."""
        return cast("InvoiceDelivery | None", self.document.delivery)

    def notes(self) -> list[InvoiceNote]:
        """BG-1."""
        return cast("list[InvoiceNote]", list(self.document.notes))

    def lines(self) -> list[InvoiceLine]:
        """BG-25."""
        return [self._line(line) for line in self.document.lines]

    def allowances(self) -> list[InvoiceAdjustment]:
        """BG-20."""
        return [self._adjustment(item) for item in self.document.allowances]

    def charges(self) -> list[InvoiceAdjustment]:
        """BG-21."""
        return [self._adjustment(item) for item in self.document.charges]

    def prepayments(self) -> list[InvoicePrepayment]:
        """What BT-113 is made of."""
        return [
            InvoicePrepayment(amount=self.amount(item.amount), label=item.label, kind=item.kind)
            for item in self.document.prepayments
        ]

    def vat_breakdown(self) -> list[InvoiceVatSubtotal]:
        """BG-23."""
        return [
            InvoiceVatSubtotal(
                tax=_tax(item.tax),
                taxable_amount=self.amount(item.taxable_amount),
                tax_amount=self.amount(item.tax_amount),
            )
            for item in self.document.vat_breakdown
        ]

    def money(self, amount: Decimal) -> InvoiceMoney:
        """An amount with the document's currency."""
        return InvoiceMoney(amount=self.amount(amount), currency=self.document.currency)

    def amount(self, amount: Decimal) -> ExactDecimal:
        """The amount with at least the currency's decimals: a snapshot keeps no trailing zeros."""
        places = exponent(self.document.currency)
        shown = -int(amount.as_tuple().exponent)
        return ExactDecimal(
            amount if shown >= places else amount.quantize(Decimal(1).scaleb(-places))
        )

    def _line(self, line: Line) -> InvoiceLine:
        return InvoiceLine(
            id=line.id,
            name=line.name,
            description=line.description,
            sku=line.seller_item_id,
            quantity=ExactDecimal(line.quantity),
            unit_code=line.unit_code,
            unit_price_net=self.amount(line.unit_price_net),
            unit_price_gross=self.amount(line.unit_price_gross),
            net_amount=self.amount(line.net_amount),
            tax_amount=self.amount(line.tax_amount),
            gross_amount=self.amount(line.gross_amount),
            tax=_tax(line.tax),
            allowances=[self._line_adjustment(item) for item in line.allowances],
            charges=[self._line_adjustment(item) for item in line.charges],
            order_line_id=line.source_id,
        )

    def _line_adjustment(self, item: LineAdjustment) -> InvoiceLineAdjustment:
        return InvoiceLineAdjustment(amount=self.amount(item.amount), reason=item.reason)

    def _adjustment(self, item: DocumentAdjustment) -> InvoiceAdjustment:
        return InvoiceAdjustment(
            amount=self.amount(item.amount),
            gross_amount=self.amount(item.gross_amount),
            tax=_tax(item.tax),
            reason=item.reason,
            reason_code=item.reason_code,
        )


def _party(party: Party) -> InvoiceParty:
    return cast("InvoiceParty", party)


def _tax(tax: Tax) -> InvoiceTax:
    return cast("InvoiceTax", tax)
