"""Forms of all kinds: everything adds up to the smallest unit, by the rules of EN 16931."""

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given

from saleor_invoices.domain import codec, totals
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.draft_amounts import Taxable, taxes, without_tax
from saleor_invoices.domain.draft_document import document_from_form
from saleor_invoices.domain.draft_form import FormLine, InvoiceForm
from saleor_invoices.domain.money import quantize, unit
from tests.domain.builders import ZERO_RATED, profile
from tests.domain.forms import adjustment, form, forms, row
from tests.strategies import ON

PROFILE = profile(tax=ZERO_RATED)
Key = tuple[VatCategory, Decimal]


def made(given_form: InvoiceForm) -> Document:
    return document_from_form(given_form, PROFILE, on=ON).document


def expected(line: FormLine, currency: str) -> Decimal:
    """BT-131, or the same with tax, reckoned in another way."""
    base = (line.quantity * line.unit_price).quantize(unit(currency), rounding=ROUND_HALF_UP)
    percent, amount = line.discount_percent, line.discount_amount
    if amount is not None:
        return base - amount if amount <= base else Decimal(0)
    return base - quantize(base * (percent or 0) / 100, currency)


@given(forms())
def test_every_sum_holds(given_form: InvoiceForm) -> None:
    assert totals.check(made(given_form)) == []


@given(forms())
def test_lines_are_what_was_typed(given_form: InvoiceForm) -> None:
    document = made(given_form)
    for line, shown in zip(given_form.lines, document.lines, strict=True):
        own = shown.gross_amount if given_form.prices_include_tax else shown.net_amount
        assert own == expected(line, given_form.currency)


@given(forms())
def test_tax_is_of_the_sum_of_each_rate(given_form: InvoiceForm) -> None:
    document, gross = made(given_form), given_form.prices_include_tax
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    for line in document.lines:
        own = line.gross_amount if gross else line.net_amount
        sums[line.tax.category, line.tax.rate] += own
    for sign, parts in ((-1, document.allowances), (1, document.charges)):
        for part in parts:
            own = part.gross_amount if gross else part.amount
            sums[part.tax.category, part.tax.rate] += sign * own
    for subtotal in document.vat_breakdown:
        rate = subtotal.tax.rate
        amount = sums[subtotal.tax.category, rate]
        exact = amount * rate / ((100 + rate) if gross else 100)
        assert subtotal.tax_amount == quantize(exact, given_form.currency)
        # BR-CO-17, within the rounding of prices that include the tax.
        by_net = subtotal.taxable_amount * rate / 100
        assert abs(subtotal.tax_amount - by_net) <= unit(given_form.currency)


@given(forms())
def test_the_buyer_sees_lines_that_make_the_total(given_form: InvoiceForm) -> None:
    document = made(given_form)
    gross = sum((line.gross_amount for line in document.lines), Decimal(0))
    gross += sum((one.gross_amount for one in document.charges), Decimal(0))
    gross -= sum((one.gross_amount for one in document.allowances), Decimal(0))
    assert document.totals.gross == document.totals.payable == gross
    assert document.totals.rounding == 0


@given(forms())
def test_no_line_is_taxed_a_smallest_unit_off(given_form: InvoiceForm) -> None:
    document = made(given_form)
    for line in document.lines:
        own = line.gross_amount if given_form.prices_include_tax else line.net_amount
        whole = (100 + line.tax.rate) if given_form.prices_include_tax else Decimal(100)
        assert abs(line.tax_amount - own * line.tax.rate / whole) < unit(given_form.currency)


@given(forms())
def test_discounts_are_allowances_of_the_line(given_form: InvoiceForm) -> None:
    for line in made(given_form).lines:
        for allowance in line.allowances:
            assert allowance.amount > 0
            assert allowance.base_amount == line.net_amount + allowance.amount


@given(forms())
def test_the_snapshot_gives_the_same_document(given_form: InvoiceForm) -> None:
    document = made(given_form)
    assert codec.decode(codec.encode(document)) == document


def test_prices_with_tax_add_up_to_the_price_on_the_label() -> None:
    document = made(form(*(row("9.99") for _ in range(3)), prices_include_tax=True))
    assert (document.totals.gross, document.totals.tax) == (Decimal("29.97"), Decimal("4.79"))
    assert sum(line.tax_amount for line in document.lines) == Decimal("4.79")
    assert {line.unit_price_gross for line in document.lines} == {Decimal("9.99")}
    assert document.prices_include_tax


def test_prices_without_tax_are_taxed_once_and_not_line_by_line() -> None:
    # 0.19 % of a cent each would be lost if each line were rounded by itself.
    document = made(form(*(row("0.02") for _ in range(10))))
    assert (document.totals.net, document.totals.tax) == (Decimal("0.20"), Decimal("0.04"))


def test_a_price_of_many_decimals_is_shown_as_it_was_typed() -> None:
    (line,) = made(form(row("0.333", "3"))).lines
    assert (line.net_amount, line.unit_price_net) == (Decimal("1.00"), Decimal("0.333"))
    (line,) = made(form(row("4", "3"))).lines
    assert str(line.unit_price_net) == "4.00"


def test_percent_and_amount_discounts() -> None:
    lines = (row("10.00", "3", discount_percent=Decimal("12.5"), discount_reason="Autumn"),)
    (line,) = made(form(*lines)).lines
    assert (line.net_amount, line.unit_price_net) == (Decimal("26.25"), Decimal("8.75"))
    (allowance,) = line.allowances
    assert (allowance.amount, allowance.percentage) == (Decimal("3.75"), Decimal("12.5"))
    assert (allowance.reason, allowance.base_amount) == ("Autumn", Decimal("30.00"))
    (line,) = made(form(row("10.00", "3", discount_amount=Decimal("0.01")))).lines
    assert line.net_amount == Decimal("29.99")
    assert line.allowances[0].reason == "Discount"


def test_allowances_and_charges_have_their_share_of_the_tax() -> None:
    document = made(
        form(row("100.00"), allowances=(adjustment("10.00"),), charges=(adjustment("5.50"),))
    )
    assert (document.totals.net, document.totals.tax) == (Decimal("95.50"), Decimal("18.15"))
    (allowance,), (charge,) = document.allowances, document.charges
    assert (allowance.amount, charge.amount) == (Decimal("10.00"), Decimal("5.50"))
    assert (allowance.id, charge.id, charge.reason) == ("1", "1", "Goodwill")


def test_an_allowance_with_tax_takes_its_tax_along() -> None:
    document = made(form(row("119.00"), allowances=(adjustment("11.90"),), prices_include_tax=True))
    (allowance,) = document.allowances
    assert (allowance.amount, allowance.gross_amount) == (Decimal("10.00"), Decimal("11.90"))
    assert (document.totals.gross, document.totals.tax) == (Decimal("107.10"), Decimal("17.10"))


def test_amounts_that_outweigh_the_rest_are_below_zero() -> None:
    minus = Taxable(amount=Decimal("-0.05"), category=VatCategory.STANDARD, rate=Decimal(10))
    (taxed,) = taxes([minus], currency="EUR", amounts_include_tax=False)
    assert (taxed.net, taxed.tax) == (Decimal("-0.05"), Decimal("-0.01"))  # away from zero
    plus = replace(minus, amount=Decimal("0.05"))
    both = taxes([minus, plus], currency="EUR", amounts_include_tax=False)
    assert sum(one.tax for one in both) == 0


@pytest.mark.parametrize(
    ("gross", "rate", "currency", "net"),
    [("1.19", "19", "EUR", "1.00"), ("100", "10", "JPY", "91"), ("1.000", "5", "KWD", "0.952")],
)
def test_a_gross_amount_without_its_tax(gross: str, rate: str, currency: str, net: str) -> None:
    assert without_tax(Decimal(gross), Decimal(rate), currency) == Decimal(net)
