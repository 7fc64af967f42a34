"""What is wrong with a form, and at which of its fields: ``buyer.vatId``, ``lines.2.unitPrice``.

Lines are counted from 0. Findings of the other parts of the domain speak of an order in Saleor;
``placed`` says the same about the form.
"""

import re
from dataclasses import replace
from decimal import Decimal

from saleor_invoices.domain.findings import Finding, blocking, warning

_LINE_IN_XML = re.compile(
    r"(?:IncludedSupplyChainTradeLineItem|InvoiceLine)(?:\[[^\]]*\])?\[(\d+)\]"
)
_IN_FORM = {
    "order:billing_address": ("buyer", "Complete the buyer in the form."),
    "order:metadata.vat_id": ("buyer.vatId", "Correct the buyer's VAT id in the form."),
    "order:metadata.buyer_reference": ("buyerReference", "Fill the buyer's reference in."),
    "order:metadata": ("buyer.electronicAddress", "Fill the buyer's electronic address in."),
    "order:shipping_address": ("deliveryAddress", "Complete the delivery address in the form."),
    "order:shipping_address.country": (
        "deliveryAddress.country",
        "Say in the form where it is delivered to.",
    ),
    "order:shipping_address.city": ("deliveryAddress.city", "Fill the city in."),
    "order:shipping_address.postal_code": ("deliveryAddress.postalCode", "Fill the code in."),
    "order:fulfillments": ("supplyDate", "Say in the form when it was supplied."),
    "order:lines": ("lines", "Correct the line, or its tax, in the form."),
    "order:discounts": ("allowances", "Correct the discount in the form."),
    "order": ("", "Correct the form."),
}
_CODES = {
    "TOTALS_INCONSISTENT": ("", ""),  # a fault of the app: its remedy stands
    "ZERO_RATE_UNEXPLAINED": (
        "lines",
        "Charge the tax, choose the VAT category of the line, or fill in the VAT id of a buyer in"
        " another member state.",
    ),
}


def placed(found: Finding, place: str = "") -> Finding:
    """A finding of another part, with the form's field and a remedy that is in the form."""
    of_code, known = _CODES.get(found.code), _IN_FORM.get(found.place)
    where, remedy = of_code or known or (found.place, "")
    line = found.params.get("line", "") or _line_of(found)
    if where in ("", "lines") and line.isdigit() and line != "0":
        where = f"lines.{int(line) - 1}"
    params = {**found.params, "place": place or where}
    return replace(found, params=params, remedy=remedy or found.remedy)


def _line_of(found: Finding) -> str:
    """The line that an official rule points at in the XML."""
    at = _LINE_IN_XML.search(found.params.get("location", ""))
    return at[1] if at else ""


def missing(code: str, place: str, what: str, rule: str) -> Finding:
    """A field that must be filled in."""
    return blocking(code, f"{what} ({rule}).", remedy="Fill it in.", place=place, rule=rule)


def wrong(code: str, place: str, message: str, remedy: str, **params: object) -> Finding:
    """A field whose value can't be."""
    return blocking(code, message, remedy=remedy, place=place, **params)


def vat_id_invalid(text: str) -> Finding:
    """The VAT id has no form of one."""
    return warning(
        "BUYER_VAT_ID_INVALID",
        f"The buyer's VAT id {text!r} does not have the form of one; the buyer is treated as a"
        " private person.",
        remedy="Correct it, or leave it empty.",
        place="buyer.vatId",
    )


def supply_date_missing() -> Finding:
    """The law asks for the date of supply where it is not that of issue."""
    return warning(
        "SUPPLY_DATE_MISSING",
        "The invoice does not say when it was supplied (Directive 2006/112/EC, art. 226 no. 7).",
        remedy="Fill the date in, unless it is the date of issue.",
        place="supplyDate",
    )


def due_date_past() -> Finding:
    """A due date is never before the date of issue."""
    return warning(
        "DUE_DATE_PAST",
        "The due date is in the past; the invoice will be due on the day that it is issued.",
        remedy="Choose a later date, or leave it to the terms of payment.",
        place="dueDate",
    )


def tax_maybe_not_due(place: str) -> Finding:
    """Tax on what the store's rules would leave without."""
    return warning(
        "TAX_MAYBE_NOT_DUE",
        "By the places of seller and buyer such a sale usually bears no tax, but a line does.",
        remedy="Set the rate to 0 if the sale is free of tax; the reason is then put in.",
        place=place,
    )


def order_total_differs(stated: Decimal, own: Decimal, currency: str) -> Finding:
    """An edited order may cost something else; who issues it knows."""
    return warning(
        "ORDER_TOTAL_DIFFERS",
        f"The order's total is {stated} {currency}, but this invoice comes to {own} {currency}.",
        remedy="If that is what you want, there is nothing to do.",
        place="orderId",
        stated=stated,
        own=own,
        difference=own - stated,
    )
