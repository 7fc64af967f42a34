"""Lines, allowances and charges of a form as those of a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from saleor_invoices.domain import tax
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import DocumentAdjustment, Line, LineAdjustment, Tax
from saleor_invoices.domain.draft_amounts import (
    LARGEST,
    LinePrice,
    Taxable,
    Taxed,
    line_price,
    taxes,
    without_tax,
)
from saleor_invoices.domain.draft_findings import missing, placed, tax_maybe_not_due, wrong
from saleor_invoices.domain.draft_form import SHIPPING_ID, FormAdjustment, FormLine, InvoiceForm
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.money import ZERO, unit
from saleor_invoices.domain.order_lines import DISCOUNT_CODE, FREIGHT_CODE, SHIPPING, unit_price

CHARGE_CODE = "ABK"  # UNTDID 7161: miscellaneous
_UNIT_CODE = re.compile(r"[A-Z0-9]{1,3}")
_UNDECIDED = Tax(category=VatCategory.ZERO, rate=ZERO)  # stands beside a blocking finding
_NOTHING = LinePrice(base=ZERO, discount=ZERO)
_FREE = {VatCategory.REVERSE_CHARGE, VatCategory.INTRA_COMMUNITY, VatCategory.EXPORT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the form charges for, with what was noticed on the way."""

    lines: tuple[Line, ...]
    allowances: tuple[DocumentAdjustment, ...]
    charges: tuple[DocumentAdjustment, ...]
    findings: tuple[Finding, ...]


def written(form: InvoiceForm, situation: tax.Situation) -> Written:
    """Every amount of the form, taxed."""
    return _Writer(form, situation).write()


class _Writer:
    def __init__(self, form: InvoiceForm, situation: tax.Situation) -> None:
        self.form, self.situation = form, situation
        self.findings: list[Finding] = []

    def write(self) -> Written:
        form = self.form
        prices = [self._price(place, line) for place, line in enumerate(form.lines)]
        parts = [
            (self._tax(f"lines.{place}", line), price.total)
            for place, (line, price) in enumerate(zip(form.lines, prices, strict=True))
        ]
        parts += [(tax_, -amount) for tax_, amount in self._adjusted("allowances")]
        parts += self._adjusted("charges")
        taxed = self._taxed(parts)
        count, fewer = len(form.lines), len(form.allowances)
        lines = [
            self._line(place, line, prices[place], parts[place][0], taxed[place])
            for place, line in enumerate(form.lines)
        ]
        self._tell_tax_abroad([tax_ for tax_, _ in parts[:count]])
        ends = count, count + fewer
        return Written(
            lines=tuple(lines),
            allowances=tuple(self._adjustments(form.allowances, parts, taxed, ends[0])),
            charges=tuple(self._adjustments(form.charges, parts, taxed, ends[1])),
            findings=tuple(self.findings),
        )

    def _price(self, place: int, line: FormLine) -> LinePrice:
        found = list(_line_faults(line, f"lines.{place}", self.form.currency))
        self.findings += found
        if any(one.code in _UNUSABLE for one in found):
            return _NOTHING
        return line_price(line, self.form.currency)

    def _adjusted(self, which: str) -> list[tuple[Tax, Decimal]]:
        rows: Sequence[FormAdjustment] = getattr(self.form, which)
        parts = []
        for number, row in enumerate(rows):
            place = f"{which}.{number}"
            found = list(_adjustment_faults(row, place, self.form.currency))
            self.findings += found
            usable = all(one.code != "AMOUNT_INVALID" for one in found)
            parts.append((self._tax(place, row), row.amount if usable else ZERO))
        return parts

    def _tax(self, place: str, row: FormLine | FormAdjustment) -> Tax:
        """The category by what was chosen, or by the rules of the store."""
        if not 0 <= row.tax_rate <= 100:
            self.findings.append(_rate_invalid(place, row.tax_rate))
            return _UNDECIDED
        if row.tax_category is not None:
            self.findings += _category_faults(place, row.tax_category, row.tax_rate)
            chosen = tax.of_category(row.tax_category, row.tax_rate, self.situation)
        else:
            decision = tax.decide(self._charge(place, row), self.situation)
            if isinstance(decision, Finding):
                self.findings.append(placed(decision, f"{place}.taxCategory"))
                return _UNDECIDED
            chosen = decision
        return _reasoned(chosen, row)

    def _charge(self, place: str, row: FormLine | FormAdjustment) -> tax.Charge:
        rate = row.tax_rate / 100
        which, _, number = place.partition(".")
        name = row.name if isinstance(row, FormLine) else row.reason
        label = f"{_LABELS[which]} {int(number) + 1}"
        return tax.Charge(
            net=Decimal(1),
            tax=rate,
            rate=rate,
            supply=self.situation.profile.supply_kind,
            label=f"{label} ({name})" if name else label,
        )

    def _taxed(self, parts: Sequence[tuple[Tax, Decimal]]) -> tuple[Taxed, ...]:
        rows = [
            Taxable(amount=amount, category=tax_.category, rate=tax_.rate) for tax_, amount in parts
        ]
        form = self.form
        return taxes(rows, currency=form.currency, amounts_include_tax=form.prices_include_tax)

    def _line(self, place: int, line: FormLine, price: LinePrice, tax_: Tax, taxed: Taxed) -> Line:
        quantity = line.quantity if line.quantity > 0 else Decimal(1)
        gross_mode, plain = self.form.prices_include_tax, not price.discount
        typed = _shown(line.unit_price, self.form.currency)
        net, gross = unit_price(taxed.net, quantity), unit_price(taxed.gross, quantity)
        return Line(
            id=str(place + 1),
            name=line.name,
            description=line.description,
            quantity=line.quantity,
            unit_code=line.unit_code,
            net_amount=taxed.net,
            tax_amount=taxed.tax,
            gross_amount=taxed.gross,
            tax=tax_,
            unit_price_net=typed if plain and not gross_mode else net,
            unit_price_gross=typed if plain and gross_mode else gross,
            seller_item_id=line.sku,
            allowances=self._discount(line, price, tax_, taxed),
            source_id=line.order_line_id,
        )

    def _discount(
        self, line: FormLine, price: LinePrice, tax_: Tax, taxed: Taxed
    ) -> tuple[LineAdjustment, ...]:
        base = price.base
        if self.form.prices_include_tax:
            base = without_tax(base, tax_.rate, self.form.currency)
        if not price.discount or base <= taxed.net:
            return ()
        return (
            LineAdjustment(
                amount=base - taxed.net,
                reason=line.discount_reason or self.situation.wording.discount,
                reason_code=DISCOUNT_CODE,
                base_amount=base,
                percentage=line.discount_percent,
            ),
        )

    def _adjustments(
        self,
        rows: Sequence[FormAdjustment],
        parts: Sequence[tuple[Tax, Decimal]],
        taxed: Sequence[Taxed],
        start: int,
    ) -> Iterator[DocumentAdjustment]:
        is_charge = rows is self.form.charges
        for number, row in enumerate(rows):
            amounts, tax_ = taxed[start + number], parts[start + number][0]
            is_shipping = is_charge and row.id == SHIPPING_ID
            code = FREIGHT_CODE if is_shipping else CHARGE_CODE
            yield DocumentAdjustment(
                amount=abs(amounts.net),
                gross_amount=abs(amounts.gross),
                tax=tax_,
                reason=row.reason,
                reason_code=code if is_charge else DISCOUNT_CODE,
                id=str(number + 1),
                source_id=f"{SHIPPING}{self.form.order_id}" if is_shipping else "",
            )

    def _tell_tax_abroad(self, chosen: Sequence[Tax]) -> None:
        taxed = [place for place, one in enumerate(chosen) if one.rate > 0]
        if not taxed:
            return
        supply = self.situation.profile.supply_kind
        free = tax.decide(
            tax.Charge(net=Decimal(1), tax=ZERO, rate=ZERO, supply=supply), self.situation
        )
        if isinstance(free, Tax) and free.category in _FREE:
            self.findings.append(tax_maybe_not_due(f"lines.{taxed[0]}.taxRate"))


_LABELS = {"lines": "Line", "allowances": "Allowance", "charges": "Charge"}
_UNUSABLE = frozenset(
    {"LINE_QUANTITY_INVALID", "LINE_PRICE_INVALID", "LINE_DISCOUNT_INVALID", "AMOUNT_TOO_LARGE"}
)


def _line_faults(line: FormLine, place: str, currency: str) -> Iterator[Finding]:
    if not line.name.strip():
        yield missing("LINE_NAME_MISSING", f"{place}.name", "The line has no name", "BR-25")
    if not _UNIT_CODE.fullmatch(line.unit_code):
        yield wrong(
            "UNIT_CODE_INVALID",
            f"{place}.unitCode",
            f"{line.unit_code!r} is no code of a unit (BR-23).",
            "Use a code of UN/ECE recommendation 20, such as C62, HUR or KGM.",
        )
    if line.quantity <= 0:
        yield wrong(
            "LINE_QUANTITY_INVALID",
            f"{place}.quantity",
            f"The quantity is {line.quantity}.",
            "Sell more than nothing; what is taken back is a credit note.",
        )
    if line.unit_price < 0:
        yield wrong(
            "LINE_PRICE_INVALID",
            f"{place}.unitPrice",
            "A price can't be below zero (BR-27).",
            "Take an amount off by a discount or an allowance.",
        )
    yield from _too_large(line, place)
    yield from _discount_faults(line, place, currency)


def _too_large(line: FormLine, place: str) -> Iterator[Finding]:
    if line.quantity >= LARGEST or line.unit_price * line.quantity >= LARGEST:
        yield wrong(
            "AMOUNT_TOO_LARGE",
            f"{place}.unitPrice",
            f"The line comes to more than {LARGEST:,}.",
            "Correct the quantity or the price.",
        )


def _discount_faults(line: FormLine, place: str, currency: str) -> Iterator[Finding]:
    percent, amount = line.discount_percent, line.discount_amount
    if percent is not None and (amount is not None or not 0 <= percent <= 100):
        yield wrong(
            "LINE_DISCOUNT_INVALID",
            f"{place}.discountPercent",
            "A discount is from 0 to 100 percent, or an amount, but not both.",
            "Correct the discount.",
        )
    elif amount is not None:
        most = line_price(replace(line, discount_amount=None), currency).base if _fits(line) else 0
        if not 0 <= amount <= most or amount % unit(currency):
            yield wrong(
                "LINE_DISCOUNT_INVALID",
                f"{place}.discountAmount",
                f"A discount is at most what the line costs, in whole parts of {currency}.",
                "Correct the discount.",
            )


def _fits(line: FormLine) -> bool:
    return line.quantity < LARGEST and line.unit_price * line.quantity < LARGEST


def _adjustment_faults(row: FormAdjustment, place: str, currency: str) -> Iterator[Finding]:
    if not row.reason.strip():
        rule = "BR-38" if place.startswith("charges") else "BR-33"
        yield missing("REASON_MISSING", f"{place}.reason", "It has no reason", rule)
    if not 0 <= row.amount < LARGEST or row.amount % unit(currency):
        yield wrong(
            "AMOUNT_INVALID",
            f"{place}.amount",
            f"An amount is not below zero, and in whole parts of {currency}.",
            "Correct the amount.",
        )


def _category_faults(place: str, category: VatCategory, rate: Decimal) -> Iterator[Finding]:
    if category is VatCategory.STANDARD and rate == 0:
        yield wrong(
            "TAX_RATE_MISSING",
            f"{place}.taxRate",
            "The standard category needs a rate above zero (BR-S-05).",
            "Fill the rate in, or choose the category that says why there is no tax.",
        )
    if rate > 0 and category not in tax.RATED:
        yield wrong(
            "TAX_RATE_SUPERFLUOUS",
            f"{place}.taxRate",
            f"Category {category} has no tax, but the rate is {rate} % (BR-{category}-05).",
            "Set the rate to 0, or choose the standard category.",
        )


def _rate_invalid(place: str, rate: Decimal) -> Finding:
    return wrong(
        "TAX_RATE_INVALID",
        f"{place}.taxRate",
        f"The tax rate {rate} % can't be.",
        "A rate is from 0 to 100 percent.",
    )


def _reasoned(chosen: Tax, row: FormLine | FormAdjustment) -> Tax:
    if not isinstance(row, FormLine) or chosen.rate > 0:
        return chosen
    return replace(
        chosen,
        exemption_reason=row.exemption_reason or chosen.exemption_reason,
        exemption_code=row.exemption_code or chosen.exemption_code,
    )


def _shown(price: Decimal, currency: str) -> Decimal:
    """The price with at least the currency's decimals."""
    smallest = unit(currency)
    return price.quantize(smallest) if price == price.quantize(smallest) else price.normalize()
