"""Drafts by hand in the schema's words: the form as it is kept, and what it would become."""

import datetime as dt
from typing import cast

import strawberry

from saleor_invoices.api.content import Content
from saleor_invoices.api.types.content import (
    InvoiceAddress,
    InvoiceIdentifier,
    InvoiceLine,
    InvoiceMoney,
    InvoiceVatSubtotal,
)
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.enums import VatCategory
from saleor_invoices.api.types.money import SalesFinding
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.draft_form import InvoiceForm
from saleor_invoices.domain.order_document import Draft


@strawberry.type(description="Who buys, as the form has it.")
class SalesDraftParty:
    name: str
    trading_name: str
    person: str
    vat_id: str
    electronic_address: InvoiceIdentifier | None
    address: InvoiceAddress


@strawberry.type(description="One line of a form.")
class SalesDraftLine:
    id: str
    name: str
    description: str
    sku: str
    quantity: ExactDecimal
    unit_code: str
    unit_price: ExactDecimal
    discount_percent: ExactDecimal | None
    discount_amount: ExactDecimal | None
    discount_reason: str
    tax_category: VatCategory | None
    tax_rate: ExactDecimal
    exemption_reason: str
    exemption_code: str
    order_line_id: str


@strawberry.type(description="An allowance or charge of a form.")
class SalesDraftAdjustment:
    id: str
    amount: ExactDecimal
    reason: str
    tax_category: VatCategory | None
    tax_rate: ExactDecimal


@strawberry.type(description="A form, field by field as `SalesDraftInput`.")
class SalesDraftForm:
    legal_entity: str
    channel: str
    currency: str
    language: str
    order_id: strawberry.ID | None
    customer_id: strawberry.ID | None
    customer_email: str
    buyer: SalesDraftParty
    delivery_address: InvoiceAddress | None
    supply_date: dt.date | None
    due_date: dt.date | None
    payment_terms: str
    buyer_reference: str
    purchase_order: str
    prices_include_tax: bool
    lines: list[SalesDraftLine]
    allowances: list[SalesDraftAdjustment]
    charges: list[SalesDraftAdjustment]
    notes: list[str]

    @classmethod
    def of(cls, form: InvoiceForm) -> "SalesDraftForm":
        """In the schema's words; parts of the same names are taken as they are."""
        return cls(
            legal_entity=form.legal_entity,
            channel=form.channel,
            currency=form.currency,
            language=form.language,
            order_id=strawberry.ID(form.order_id) if form.order_id else None,
            customer_id=strawberry.ID(form.customer_id) if form.customer_id else None,
            customer_email=form.customer_email,
            buyer=cast("SalesDraftParty", form.buyer),
            delivery_address=cast("InvoiceAddress | None", form.delivery_address),
            supply_date=form.supply_date,
            due_date=form.due_date,
            payment_terms=form.payment_terms,
            buyer_reference=form.buyer_reference,
            purchase_order=form.purchase_order,
            prices_include_tax=form.prices_include_tax,
            lines=cast("list[SalesDraftLine]", list(form.lines)),
            allowances=cast("list[SalesDraftAdjustment]", list(form.allowances)),
            charges=cast("list[SalesDraftAdjustment]", list(form.charges)),
            notes=list(form.notes),
        )


@strawberry.type(description="A draft as its form has it. `version` counts the saves.")
class SalesDraft:
    id: strawberry.ID
    version: int
    form: SalesDraftForm
    document: SalesDocument
    updated_at: dt.datetime
    updated_by: str = strawberry.field(description="`staff:<id>` or `key:<name>`.")


@strawberry.type(description="What came of saving.")
class DraftResult:
    draft: SalesDraft


@strawberry.type(description="What a form would become today; nothing is kept.")
class SalesDraftPreview:
    net: InvoiceMoney
    tax: InvoiceMoney
    total: InvoiceMoney
    payable: InvoiceMoney = strawberry.field(description="Less what its order has been paid.")
    lines: list[InvoiceLine]
    vat_breakdown: list[InvoiceVatSubtotal]
    findings: list[SalesFinding] = strawberry.field(
        description="`place` is the field of the form, lines counted from 0: `lines.2.unitPrice`. "
        "The official rules of the e-invoice are asked by `draftCheck` and at the issue only."
    )
    can_be_issued: bool
    due_date: dt.date | None

    @classmethod
    def of(cls, draft: Draft) -> "SalesDraftPreview":
        """In the schema's words."""
        content, totals = Content(draft.document), draft.document.totals
        return cls(
            net=content.money(totals.net),
            tax=content.money(totals.tax),
            total=content.money(totals.gross),
            payable=content.money(totals.payable),
            lines=content.lines(),
            vat_breakdown=content.vat_breakdown(),
            findings=[SalesFinding.of(found) for found in draft.findings],
            can_be_issued=draft.can_be_issued,
            due_date=draft.document.due_date,
        )
