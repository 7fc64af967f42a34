"""Lines, allowances and charges of a Cross Industry Invoice (BG-25 to BG-28, BG-20, BG-21)."""

from typing import Any

from saleor_invoices.domain.document import (
    DocumentAdjustment,
    Line,
    LineAdjustment,
    Period,
    Tax,
)
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.readers.xml.parts import tax, unit_price
from saleor_invoices.imports.readers.xml.source import Element, Source

_OBJECT = "130"  # UNTDID 1001
_QUANTITY = "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"
_PRICE = "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice"


def line(node: Element, source: Source) -> Line:
    """A line without its tax, which ``parts.completed`` knows."""
    product = source.find(node, "ram:SpecifiedTradeProduct")
    settled = source.find(node, "ram:SpecifiedLineTradeSettlement")
    quantity = source.find(node, _QUANTITY)
    count = source.sum(node, _QUANTITY)
    net = source.sum(
        settled, "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"
    )
    found = source.all(settled, "ram:SpecifiedTradeAllowanceCharge")
    allowances = [_adjustment(one, source) for one in found if not is_charge(one, source)]
    charges = [_adjustment(one, source) for one in found if is_charge(one, source)]
    price = source.amount(node, f"{_PRICE}/ram:ChargeAmount")
    base = source.amount(node, f"{_PRICE}/ram:BasisQuantity")
    return Line(
        id=source.text(node, "ram:AssociatedDocumentLineDocument/ram:LineID"),
        name=source.text(product, "ram:Name"),
        quantity=count,
        unit_code=(quantity.get("unitCode") if quantity is not None else "") or "C62",
        net_amount=net,
        tax_amount=ZERO,
        gross_amount=net,
        tax=_category(source.find(settled, "ram:ApplicableTradeTax"), source),
        unit_price_net=unit_price(net, count, price, base, [*allowances, *charges]),
        unit_price_gross=ZERO,
        allowances=tuple(allowances),
        charges=tuple(charges),
        **_texts(node, product, settled, source),
    )


def _texts(
    node: Element, product: Element | None, settled: Element | None, source: Source
) -> dict[str, Any]:
    return {
        "description": source.text(product, "ram:Description"),
        "seller_item_id": source.text(product, "ram:SellerAssignedID"),
        "buyer_item_id": source.text(product, "ram:BuyerAssignedID"),
        "origin_country": source.text(product, "ram:OriginTradeCountry/ram:ID"),
        "attributes": tuple(
            (source.text(one, "ram:Description"), source.text(one, "ram:Value"))
            for one in source.all(product, "ram:ApplicableProductCharacteristic")
        ),
        "note": source.text(
            node, "ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"
        ),
        "order_line_reference": source.text(
            node, "ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID"
        ),
        "object_id": next(
            (
                source.text(one, "ram:IssuerAssignedID")
                for one in source.all(settled, "ram:AdditionalReferencedDocument")
                if source.text(one, "ram:TypeCode") == _OBJECT
            ),
            "",
        ),
        "accounting_reference": source.text(
            settled, "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"
        ),
        "period": _period(source.find(settled, "ram:BillingSpecifiedPeriod"), source),
    }


def _period(node: Element | None, source: Source) -> Period | None:
    start = source.day(node, "ram:StartDateTime/udt:DateTimeString")
    end = source.day(node, "ram:EndDateTime/udt:DateTimeString")
    return Period(start=start, end=end) if start or end else None


def is_charge(node: Element, source: Source) -> bool:
    """Whether it is a charge, and no allowance."""
    return source.text(node, "ram:ChargeIndicator/udt:Indicator") in ("true", "1")


def document_adjustment(node: Element, source: Source) -> DocumentAdjustment:
    """BG-20 or BG-21; its gross amount is completed later."""
    amount = source.sum(node, "ram:ActualAmount")
    return DocumentAdjustment(
        amount=amount,
        gross_amount=amount,
        tax=_category(source.find(node, "ram:CategoryTradeTax"), source),
        reason=source.text(node, "ram:Reason"),
        reason_code=source.text(node, "ram:ReasonCode"),
        base_amount=source.amount(node, "ram:BasisAmount"),
        percentage=source.amount(node, "ram:CalculationPercent"),
    )


def _adjustment(node: Element, source: Source) -> LineAdjustment:
    return LineAdjustment(
        amount=source.sum(node, "ram:ActualAmount"),
        reason=source.text(node, "ram:Reason"),
        reason_code=source.text(node, "ram:ReasonCode"),
        base_amount=source.amount(node, "ram:BasisAmount"),
        percentage=source.amount(node, "ram:CalculationPercent"),
    )


def _category(node: Element | None, source: Source) -> Tax:
    return tax(
        source.text(node, "ram:CategoryCode"),
        source.amount(node, "ram:RateApplicablePercent"),
        source,
        "ram:CategoryCode",
    )
