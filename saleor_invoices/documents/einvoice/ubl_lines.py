"""The lines of a UBL invoice or credit note (BG-25)."""

from saleor_invoices.documents.einvoice.prices import net_price
from saleor_invoices.documents.einvoice.ubl_parts import (
    allowance_charge,
    category,
    money,
    period,
)
from saleor_invoices.documents.einvoice.xml import Node, leaf, node, number
from saleor_invoices.domain.document import Line

_OBJECT = "130"  # UNTDID 1001: an invoiced object


def line(line: Line, currency: str, *, is_credit: bool) -> Node | None:
    """A line with its item, price, quantity and amounts."""
    return node(
        "cac:CreditNoteLine" if is_credit else "cac:InvoiceLine",
        leaf("cbc:ID", line.id),  # BT-126
        leaf("cbc:Note", line.note),  # BT-127
        leaf(  # BT-129, BT-130
            "cbc:CreditedQuantity" if is_credit else "cbc:InvoicedQuantity",
            number(line.quantity),
            unitCode=line.unit_code,
        ),
        money("cbc:LineExtensionAmount", line.net_amount, currency),  # BT-131
        leaf("cbc:AccountingCost", line.accounting_reference),  # BT-133
        period(line.period),  # BG-26
        node("cac:OrderLineReference", leaf("cbc:LineID", line.order_line_reference)),  # BT-132
        _object(line.object_id),  # BT-128
        (allowance_charge(one, currency, is_charge=False) for one in line.allowances),  # BG-27
        (allowance_charge(one, currency, is_charge=True) for one in line.charges),  # BG-28
        _item(line),
        _price(line, currency),
    )


def _item(line: Line) -> Node | None:
    return node(
        "cac:Item",
        leaf("cbc:Description", line.description),  # BT-154
        leaf("cbc:Name", line.name),  # BT-153
        node("cac:BuyersItemIdentification", leaf("cbc:ID", line.buyer_item_id)),  # BT-156
        node("cac:SellersItemIdentification", leaf("cbc:ID", line.seller_item_id)),  # BT-155
        node("cac:OriginCountry", leaf("cbc:IdentificationCode", line.origin_country)),  # BT-159
        category("cac:ClassifiedTaxCategory", line.tax),  # BT-151, BT-152
        (
            node(
                "cac:AdditionalItemProperty",
                leaf("cbc:Name", name),  # BT-160
                leaf("cbc:Value", value),  # BT-161
            )
            for name, value in line.attributes
        ),
    )


def _price(line: Line, currency: str) -> Node | None:
    price = net_price(line)
    base = "" if price.base_quantity == 1 else number(price.base_quantity)
    return node(
        "cac:Price",
        leaf("cbc:PriceAmount", number(price.amount), currencyID=currency),  # BT-146
        leaf("cbc:BaseQuantity", base, unitCode=line.unit_code),  # BT-149, BT-150
    )


def _object(identifier: str) -> Node | None:
    if not identifier:
        return None
    return node(
        "cac:DocumentReference",
        leaf("cbc:ID", identifier),
        leaf("cbc:DocumentTypeCode", _OBJECT),
    )
