"""The lines of a Cross Industry Invoice (BG-25)."""

from saleor_invoices.documents.einvoice.cii_parts import (
    account,
    allowance_charge,
    category,
    period,
)
from saleor_invoices.documents.einvoice.prices import net_price
from saleor_invoices.documents.einvoice.xml import Node, amount, leaf, node, number
from saleor_invoices.domain.document import Line

_OBJECT = "130"  # UNTDID 1001: an invoiced object


def line(line: Line) -> Node | None:
    """A line with its item, price, quantity and amounts."""
    return node(
        "ram:IncludedSupplyChainTradeLineItem",
        node(
            "ram:AssociatedDocumentLineDocument",
            leaf("ram:LineID", line.id),  # BT-126
            node("ram:IncludedNote", leaf("ram:Content", line.note)),  # BT-127
        ),
        _product(line),
        _agreement(line),
        node(
            "ram:SpecifiedLineTradeDelivery",
            # BT-129, BT-130
            leaf("ram:BilledQuantity", number(line.quantity), unitCode=line.unit_code),
        ),
        _settlement(line),
    )


def _product(line: Line) -> Node | None:
    return node(
        "ram:SpecifiedTradeProduct",
        leaf("ram:SellerAssignedID", line.seller_item_id),  # BT-155
        leaf("ram:BuyerAssignedID", line.buyer_item_id),  # BT-156
        leaf("ram:Name", line.name),  # BT-153
        leaf("ram:Description", line.description),  # BT-154
        (
            node(
                "ram:ApplicableProductCharacteristic",
                leaf("ram:Description", name),  # BT-160
                leaf("ram:Value", value),  # BT-161
            )
            for name, value in line.attributes
        ),
        node("ram:OriginTradeCountry", leaf("ram:ID", line.origin_country)),  # BT-159
    )


def _agreement(line: Line) -> Node | None:
    price = net_price(line)
    base = "" if price.base_quantity == 1 else number(price.base_quantity)
    return node(
        "ram:SpecifiedLineTradeAgreement",
        node(
            "ram:BuyerOrderReferencedDocument",
            leaf("ram:LineID", line.order_line_reference),  # BT-132
        ),
        node(
            "ram:NetPriceProductTradePrice",
            leaf("ram:ChargeAmount", number(price.amount)),  # BT-146
            leaf("ram:BasisQuantity", base, unitCode=line.unit_code),  # BT-149, BT-150
        ),
    )


def _settlement(line: Line) -> Node | None:
    return node(
        "ram:SpecifiedLineTradeSettlement",
        category("ram:ApplicableTradeTax", line.tax),  # BT-151, BT-152
        period(line.period),  # BG-26
        (allowance_charge(one, is_charge=False) for one in line.allowances),  # BG-27
        (allowance_charge(one, is_charge=True) for one in line.charges),  # BG-28
        node(
            "ram:SpecifiedTradeSettlementLineMonetarySummation",
            leaf("ram:LineTotalAmount", amount(line.net_amount)),  # BT-131
        ),
        _object(line.object_id),  # BT-128
        account(line.accounting_reference),  # BT-133
    )


def _object(identifier: str) -> Node | None:
    if not identifier:
        return None
    return node(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", identifier),
        leaf("ram:TypeCode", _OBJECT),
    )
