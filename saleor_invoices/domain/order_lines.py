"""Order lines and shipping as lines and charges of a document."""

import base64
import binascii
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from saleor_invoices.domain import tax
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import DocumentAdjustment, Line, LineAdjustment, Tax
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import ZERO, quantize, unit
from saleor_invoices.domain.order import Order, OrderLine, TaxedAmount
from saleor_invoices.domain.profile import SupplyKind

DISCOUNT_CODE = "95"  # UNTDID 5189: discount
FREIGHT_CODE = "FC"  # UNTDID 7161: freight service
SHIPPING = "shipping:"  # begins the ``source_id`` of a shipping charge
PRICE_DECIMALS = Decimal("0.000001")

_UNDECIDED = Tax(category=VatCategory.ZERO, rate=ZERO)  # stands beside a blocking finding
_SALEOR_REFERENCE = re.compile(r"(?:^|\s*&\s*)(?:Promotion|Sale): [A-Za-z0-9+/=]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Lines and charges, with what was noticed on the way."""

    lines: tuple[Line, ...]
    charges: tuple[DocumentAdjustment, ...]
    findings: tuple[Finding, ...]


def lines_of(order: Order, situation: tax.Situation) -> Mapped:
    """All that the order charges for. Every amount is the shop's, after all discounts."""
    findings: list[Finding] = []
    sold = [line for line in order.lines if not _is_empty(line)]
    lines = [
        _line(order, line, position, situation, findings)
        for position, line in enumerate(sold, start=1)
    ]
    charges = _shipping(order, situation, findings)
    if not lines:
        findings.append(_without_lines(order))
    return Mapped(lines=tuple(lines), charges=charges, findings=tuple(findings))


def line_name(line: OrderLine) -> str:
    """BT-153: the product's name, in the buyer's language where the shop translated it."""
    return line.translated_product_name or line.product_name or line.sku or line.id


def line_description(line: OrderLine) -> str:
    """BT-154: the variant's name and attributes; empty for an unnamed variant."""
    own = line.translated_variant_name or line.variant_name
    names = {line.product_name, line.translated_product_name, line.variant_id}
    variant = "" if own in names or _is_global_id(own) else own
    # A variant is often named after its attributes ("M / Red"): they are not said twice.
    told = {part.strip().casefold() for part in re.split(r"[/,|]", variant)}
    rest = [f"{key}: {value}" for key, value in line.attributes if value.casefold() not in told]
    return ", ".join(part for part in (variant, *rest) if part)


def supply_kind(line: OrderLine, shop: SupplyKind) -> SupplyKind:
    """Goods, unless the shop sells services or nothing is shipped: what is downloaded is one."""
    goods = shop is SupplyKind.GOODS and line.is_shipping_required
    return SupplyKind.GOODS if goods else SupplyKind.SERVICES


def unit_price(amount: Decimal, quantity: Decimal | int) -> Decimal:
    """BT-146, with the currency's decimals where they suffice, else with up to six."""
    price = (amount / quantity).quantize(PRICE_DECIMALS, rounding=ROUND_HALF_UP)
    as_charged = price.quantize(amount)
    return as_charged if as_charged == price else price.normalize()


def _line(
    order: Order,
    line: OrderLine,
    position: int,
    situation: tax.Situation,
    findings: list[Finding],
) -> Line:
    amount = _exact(line.total, order.currency)
    if line.quantity < 1:
        findings.append(_quantity_invalid(line))
    charge = tax.Charge(
        net=amount.net,
        tax=amount.tax,
        rate=line.tax_rate,
        supply=supply_kind(line, situation.profile.supply_kind),
        tax_class=line.tax_class,
        label=f"Line {position} ({line_name(line)})",
        tolerance=unit(order.currency),
    )
    quantity = max(line.quantity, 1)
    return Line(
        id=str(position),
        name=line_name(line),
        description=line_description(line),
        quantity=Decimal(line.quantity),
        net_amount=amount.net,
        tax_amount=amount.tax,
        gross_amount=amount.gross,
        tax=_decided(charge, situation, findings),
        unit_price_net=unit_price(amount.net, quantity),
        unit_price_gross=unit_price(amount.gross, quantity),
        seller_item_id=line.sku,
        attributes=line.attributes,
        allowances=_allowances(line, order.currency, situation),
        source_id=line.id,
    )


def _decided(charge: tax.Charge, situation: tax.Situation, findings: list[Finding]) -> Tax:
    decision = tax.decide(charge, situation)
    if isinstance(decision, Tax):
        return decision
    findings.append(decision)
    return _UNDECIDED


def _allowances(
    line: OrderLine, currency: str, situation: tax.Situation
) -> tuple[LineAdjustment, ...]:
    # Shown only: Saleor's line total already is after them (BT-131 = base - allowance).
    if line.undiscounted_total is None:
        return ()
    base, net = quantize(line.undiscounted_total.net, currency), quantize(line.total.net, currency)
    if base <= net:
        return ()
    reason = _SALEOR_REFERENCE.sub("", line.unit_discount_reason).strip(" &")
    return (
        LineAdjustment(
            amount=base - net,
            reason=reason or situation.wording.discount,
            reason_code=DISCOUNT_CODE,
            base_amount=base,
        ),
    )


def _shipping(
    order: Order, situation: tax.Situation, findings: list[Finding]
) -> tuple[DocumentAdjustment, ...]:
    shipping = order.shipping
    amount = _exact(shipping.price, order.currency)
    if amount.net == 0 and amount.gross == 0:
        return ()
    name = shipping.method_name or shipping.collection_point or situation.wording.shipping
    charge = tax.Charge(
        net=amount.net,
        tax=amount.tax,
        rate=shipping.tax_rate,
        supply=situation.profile.supply_kind,
        tax_class=shipping.tax_class,
        label=f"Shipping ({name})",
        tolerance=unit(order.currency),
    )
    return (
        DocumentAdjustment(
            amount=amount.net,
            gross_amount=amount.gross,
            tax=_decided(charge, situation, findings),
            reason=name,
            reason_code=FREIGHT_CODE,
            id="1",
            source_id=f"{SHIPPING}{order.id}",
        ),
    )


def _exact(amount: TaxedAmount, currency: str) -> TaxedAmount:
    return TaxedAmount(net=quantize(amount.net, currency), gross=quantize(amount.gross, currency))


def _is_empty(line: OrderLine) -> bool:
    return line.quantity < 1 and line.total.net == 0 and line.total.gross == 0


def _is_global_id(name: str) -> bool:
    # Saleor names an unnamed variant after its global id, which outlives the variant itself.
    try:
        return base64.b64decode(name, validate=True).startswith(b"ProductVariant:")
    except (binascii.Error, ValueError):
        return False


def _without_lines(order: Order) -> Finding:
    return blocking(
        "ORDER_EMPTY",
        f"Order {order.number} has no lines (BR-16).",
        remedy="Add what was sold to the order in Saleor.",
        order=order.number,
    )


def _quantity_invalid(line: OrderLine) -> Finding:
    return blocking(
        "LINE_QUANTITY_INVALID",
        f"The line {line_name(line)} has an amount, but the quantity {line.quantity}.",
        remedy="Correct the line's quantity in Saleor.",
        line=line.id,
        quantity=line.quantity,
    )
