"""The form of an invoice by hand, as clients send it."""

import datetime as dt

import strawberry

from saleor_invoices.api.form_texts import block, few, line
from saleor_invoices.api.types.enums import VatCategory
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.api.types.settings_sellers import SalesIdentifierInput
from saleor_invoices.domain.document import Address, Identifier
from saleor_invoices.domain.draft_form import (
    MOST_ADJUSTMENTS,
    MOST_LINES,
    MOST_NOTES,
    FormAdjustment,
    FormLine,
    FormParty,
    InvoiceForm,
)


@strawberry.input(description="A postal address; country is ISO 3166-1 alpha-2.")
class SalesDraftAddressInput:
    country: str
    street: str = ""
    additional: str = ""
    postal_code: str = ""
    city: str = ""
    subdivision: str = ""

    def checked(self, place: str) -> Address:
        """In words of the domain."""
        return Address(
            street=line(self.street, f"{place}.street"),
            additional=line(self.additional, f"{place}.additional"),
            postal_code=line(self.postal_code, f"{place}.postalCode"),
            city=line(self.city, f"{place}.city"),
            subdivision=line(self.subdivision, f"{place}.subdivision"),
            country=line(self.country, f"{place}.country").upper(),
        )


@strawberry.input(description="Who buys.")
class SalesDraftPartyInput:
    name: str
    address: SalesDraftAddressInput
    trading_name: str = ""
    person: str = strawberry.field(default="", description="The person at a company.")
    vat_id: str = ""
    electronic_address: SalesIdentifierInput | None = None

    def checked(self) -> FormParty:
        """In words of the domain."""
        return FormParty(
            name=line(self.name, "buyer.name"),
            trading_name=line(self.trading_name, "buyer.tradingName"),
            person=line(self.person, "buyer.person"),
            vat_id=line(self.vat_id, "buyer.vatId"),
            electronic_address=self._electronic_address(),
            address=self.address.checked("buyer.address"),
        )

    def _electronic_address(self) -> Identifier | None:
        given, place = self.electronic_address, "buyer.electronicAddress"
        if given is None or not given.value.strip():
            return None
        return Identifier(value=line(given.value, place), scheme=line(given.scheme, place))


@strawberry.input(description="One line. With `pricesIncludeTax` its price is with tax.")
class SalesDraftLineInput:
    name: str
    quantity: ExactDecimal
    unit_price: ExactDecimal
    tax_rate: ExactDecimal = strawberry.field(description="In percent.")
    id: str = strawberry.field(default="", description="The client's own; it comes back.")
    description: str = ""
    sku: str = ""
    unit_code: str = strawberry.field(default="C62", description="UN/ECE recommendation 20.")
    discount_percent: ExactDecimal | None = strawberry.field(
        default=None, description="Either this or `discountAmount`."
    )
    discount_amount: ExactDecimal | None = strawberry.field(
        default=None, description="Of the whole line."
    )
    discount_reason: str = ""
    tax_category: VatCategory | None = strawberry.field(
        default=None, description="Null: by the rules of the store (buyer, seller, territory)."
    )
    exemption_reason: str = strawberry.field(default="", description="Empty: the usual one.")
    exemption_code: str = ""
    order_line_id: str = ""

    def checked(self, place: str) -> FormLine:
        """In words of the domain."""
        return FormLine(
            name=line(self.name, f"{place}.name"),
            quantity=self.quantity,
            unit_price=self.unit_price,
            tax_rate=self.tax_rate,
            id=line(self.id, f"{place}.id"),
            description=block(self.description, f"{place}.description"),
            sku=line(self.sku, f"{place}.sku"),
            unit_code=line(self.unit_code, f"{place}.unitCode"),
            discount_percent=self.discount_percent,
            discount_amount=self.discount_amount,
            discount_reason=line(self.discount_reason, f"{place}.discountReason"),
            tax_category=self.tax_category,
            exemption_reason=line(self.exemption_reason, f"{place}.exemptionReason", most=1000),
            exemption_code=line(self.exemption_code, f"{place}.exemptionCode"),
            order_line_id=line(self.order_line_id, f"{place}.orderLineId"),
        )


@strawberry.input(description="An allowance or charge on the whole document, like a line's price.")
class SalesDraftAdjustmentInput:
    amount: ExactDecimal
    reason: str
    tax_rate: ExactDecimal = strawberry.field(description="In percent.")
    id: str = strawberry.field(
        default="", description="The client's own; `shipping` is the order's shipping."
    )
    tax_category: VatCategory | None = None

    def checked(self, place: str) -> FormAdjustment:
        """In words of the domain."""
        return FormAdjustment(
            amount=self.amount,
            reason=line(self.reason, f"{place}.reason"),
            tax_rate=self.tax_rate,
            id=line(self.id, f"{place}.id"),
            tax_category=self.tax_category,
        )


@strawberry.input(description="An invoice by hand. It may be kept unfinished.")
class SalesDraftInput:
    currency: str
    buyer: SalesDraftPartyInput
    lines: list[SalesDraftLineInput] = strawberry.field(description="500 at most.")
    legal_entity: str = strawberry.field(
        default="", description="Key of who sells; empty: the channel's."
    )
    channel: str = strawberry.field(default="", description="Slug; of an order, the order's.")
    language: str = strawberry.field(default="", description="BCP 47; empty: the store's.")
    order_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of the order in Saleor that the invoice covers."
    )
    customer_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of the customer in Saleor who will see it."
    )
    customer_email: str = strawberry.field(default="", description="Where it is mailed to.")
    delivery_address: SalesDraftAddressInput | None = strawberry.field(
        default=None, description="Null: where the buyer is."
    )
    supply_date: dt.date | None = None
    due_date: dt.date | None = strawberry.field(default=None, description="Null: by the terms.")
    payment_terms: str = ""
    buyer_reference: str = strawberry.field(default="", description="BT-10.")
    purchase_order: str = strawberry.field(default="", description="BT-13.")
    prices_include_tax: bool = False
    allowances: list[SalesDraftAdjustmentInput] = strawberry.field(default_factory=list)
    charges: list[SalesDraftAdjustmentInput] = strawberry.field(default_factory=list)
    notes: list[str] = strawberry.field(default_factory=list)

    def form(self) -> InvoiceForm:
        """In words of the domain.

        Raises ``InvalidInput`` TEXT_INVALID and TEXT_TOO_LONG, with the field, and FORM_TOO_LONG.
        """
        goes_to = self.delivery_address
        return InvoiceForm(
            currency=line(self.currency, "currency").upper(),
            legal_entity=line(self.legal_entity, "legalEntity"),
            channel=line(self.channel, "channel"),
            language=line(self.language, "language"),
            order_id=line(self.order_id or "", "orderId"),
            customer_id=line(self.customer_id or "", "customerId"),
            customer_email=line(self.customer_email, "customerEmail"),
            buyer=self.buyer.checked(),
            delivery_address=goes_to.checked("deliveryAddress") if goes_to else None,
            supply_date=self.supply_date,
            due_date=self.due_date,
            payment_terms=block(self.payment_terms, "paymentTerms"),
            buyer_reference=line(self.buyer_reference, "buyerReference"),
            purchase_order=line(self.purchase_order, "purchaseOrder"),
            prices_include_tax=self.prices_include_tax,
            lines=tuple(
                row.checked(f"lines.{place}")
                for place, row in enumerate(few(self.lines, "lines", MOST_LINES))
            ),
            allowances=_adjustments(self.allowances, "allowances"),
            charges=_adjustments(self.charges, "charges"),
            notes=tuple(
                block(text, f"notes.{place}")
                for place, text in enumerate(few(self.notes, "notes", MOST_NOTES))
            ),
        )


def _adjustments(rows: list[SalesDraftAdjustmentInput], name: str) -> tuple[FormAdjustment, ...]:
    return tuple(
        row.checked(f"{name}.{place}")
        for place, row in enumerate(few(rows, name, MOST_ADJUSTMENTS))
    )
