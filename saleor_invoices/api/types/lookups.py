"""What staff find in Saleor while they write an invoice."""

import datetime as dt
from decimal import Decimal
from typing import cast

import strawberry

from saleor_invoices.api.types.content import InvoiceAddress, InvoiceMoney
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.order_parties import postal_address
from saleor_invoices.domain.vat_ids import vat_id_find
from saleor_invoices.saleor.lookups import (
    FoundChannel,
    FoundCustomer,
    FoundOrder,
    FoundVariant,
)


@strawberry.type(description="An order in Saleor.")
class SaleorOrder:
    id: strawberry.ID
    number: str
    created: dt.datetime
    status: str = strawberry.field(description="Saleor's word for it.")
    channel: str = strawberry.field(description="Slug.")
    total: InvoiceMoney = strawberry.field(description="With VAT.")
    customer_name: str
    customer_email: str
    invoice: SalesDocument | None = strawberry.field(description="The one that it has.")

    @classmethod
    def of(cls, found: FoundOrder, invoice: SalesDocument | None) -> "SaleorOrder":
        """In the schema's words."""
        return cls(
            id=strawberry.ID(found.id),
            number=found.number,
            created=found.created,
            status=found.status,
            channel=found.channel,
            total=_money(found.total, found.currency),
            customer_name=found.customer_name,
            customer_email=found.customer_email,
            invoice=invoice,
        )


@strawberry.type(description="A customer in Saleor.")
class SaleorCustomer:
    id: strawberry.ID
    email: str
    name: str
    address: InvoiceAddress | None = strawberry.field(description="Where invoices go to.")
    company_name: str
    vat_id: str = strawberry.field(description="As the metadata has it; not checked.")

    @classmethod
    def of(cls, found: FoundCustomer, vat_id_keys: tuple[str, ...]) -> "SaleorCustomer":
        """In the schema's words."""
        address = found.address
        metadata = address.metadata if address else {}
        return cls(
            id=strawberry.ID(found.id),
            email=found.email,
            name=found.name or (address.person if address else ""),
            address=cast("InvoiceAddress", postal_address(address)) if address else None,
            company_name=address.company_name if address else "",
            vat_id=vat_id_find(vat_id_keys, metadata, found.metadata),
        )


@strawberry.type(description="What a channel sells.")
class SaleorProduct:
    variant_id: strawberry.ID
    name: str
    sku: str
    price: InvoiceMoney | None = strawberry.field(
        description="With or without tax, as the channel's prices are entered."
    )
    net_price: InvoiceMoney | None
    gross_price: InvoiceMoney | None
    tax_rate: ExactDecimal | None = strawberry.field(
        description="Percent in the channel's country; null where Saleor's tax class has none."
    )

    @classmethod
    def of(cls, found: FoundVariant) -> "SaleorProduct":
        """In the schema's words."""
        net, gross = _maybe(found.net, found.currency), _maybe(found.gross, found.currency)
        rate = found.tax_rate
        return cls(
            variant_id=strawberry.ID(found.id),
            name=found.name,
            sku=found.sku,
            price=gross if found.is_entered_gross else net,
            net_price=net,
            gross_price=gross,
            tax_rate=None if rate is None else ExactDecimal(rate),
        )


@strawberry.type(description="A channel in Saleor.")
class SaleorChannel:
    slug: str
    name: str
    currency: str
    is_active: bool
    country: str = strawberry.field(description="ISO 3166-1 alpha-2.")
    prices_include_tax: bool = strawberry.field(description="How its prices are entered.")

    @classmethod
    def of(cls, found: FoundChannel) -> "SaleorChannel":
        """In the schema's words."""
        return cls(
            slug=found.slug,
            name=found.name,
            currency=found.currency,
            is_active=found.is_active,
            country=found.country,
            prices_include_tax=found.prices_include_tax,
        )


def _maybe(amount: Decimal | None, currency: str) -> InvoiceMoney | None:
    return None if amount is None else _money(amount, currency)


def _money(amount: Decimal, currency: str) -> InvoiceMoney:
    return InvoiceMoney(amount=ExactDecimal(amount), currency=currency)
