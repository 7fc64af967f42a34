from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document, Prepayment, Tax, VatSubtotal
from saleor_invoices.domain.order_document import document_from_order
from saleor_invoices.domain.totals import check, totals_differences, vat_breakdown
from tests.domain.builders import line, order, profile, untaxed_line
from tests.strategies import documents

ON = date(2026, 11, 22)


def sample() -> Document:
    made = document_from_order(
        order(line(), line("200.00", "214.00", "0.07"), line("50.00", "59.50")), profile(), on=ON
    )
    assert made.findings == ()
    return made.document


def changed(part: str, **values: Any) -> Document:
    document = sample()
    if part == "totals":
        return replace(document, totals=replace(document.totals, **values))
    parts = list(getattr(document, part))
    parts[0] = replace(parts[0], **values)
    whole: dict[str, Any] = {part: tuple(parts)}
    return replace(document, **whole)


@given(documents())
def test_every_sum_of_a_document_from_an_order_holds(document: Document) -> None:
    assert check(document) == []


def test_a_row_sums_the_tax_that_was_charged_per_category_and_rate() -> None:
    standard, reduced = (
        Tax(category=VatCategory("S"), rate=Decimal(19)),
        Tax(category=VatCategory("S"), rate=Decimal(7)),
    )
    assert sample().vat_breakdown == (
        VatSubtotal(tax=standard, taxable_amount=Decimal("150.00"), tax_amount=Decimal("28.50")),
        VatSubtotal(tax=reduced, taxable_amount=Decimal("200.00"), tax_amount=Decimal("14.00")),
    )


def test_a_row_never_recomputes_tax_from_its_rate() -> None:
    cents = [line("0.10", "0.12"), line("0.10", "0.12"), line("0.10", "0.12")]
    document = document_from_order(order(*cents), profile(), on=ON).document
    assert [(row.taxable_amount, row.tax_amount) for row in document.vat_breakdown] == [
        (Decimal("0.30"), Decimal("0.06"))
    ]


def test_two_reasons_of_one_category_stand_in_one_row() -> None:
    classes = {"A": VatCategory.EXEMPT, "B": VatCategory.EXEMPT}
    lines = document_from_order(
        order(untaxed_line(tax_class="A"), untaxed_line(tax_class="B")),
        profile(tax={"tax_class_categories": classes}),
        on=ON,
    ).document.lines
    first = replace(lines[0], tax=replace(lines[0].tax, exemption_reason="One", exemption_code="A"))
    second = replace(lines[1], tax=replace(lines[1].tax, exemption_reason="Two"))
    (row,) = vat_breakdown([first, second])
    assert row.taxable_amount == Decimal("200.00")
    assert (row.tax.exemption_reason, row.tax.exemption_code) == ("One; Two", "")


@pytest.mark.parametrize(
    ("part", "values", "rule"),
    [
        ("lines", {"gross_amount": Decimal(120)}, "BT-131"),
        ("totals", {"line_net": Decimal(1)}, "BR-CO-10"),
        ("totals", {"allowances": Decimal(1)}, "BR-CO-11"),
        ("totals", {"charges": Decimal(1)}, "BR-CO-12"),
        ("totals", {"net": Decimal(1)}, "BR-CO-13"),
        ("totals", {"tax": Decimal(1)}, "BR-CO-14"),
        ("totals", {"gross": Decimal(1)}, "BR-CO-15"),
        ("totals", {"payable": Decimal(1)}, "BR-CO-16"),
        ("totals", {"rounding": Decimal("0.01")}, "BR-CO-16"),
        ("totals", {"prepaid": Decimal(1)}, "BT-113"),
        ("vat_breakdown", {"taxable_amount": Decimal(1)}, "BR-S-08"),
        ("vat_breakdown", {"tax_amount": Decimal(1)}, "BR-CO-17"),
        ("lines", {"net_amount": Decimal("100.001")}, "BR-DEC"),
    ],
)
def test_a_sum_that_does_not_hold_is_found_with_its_rule(
    part: str, values: dict[str, Decimal], rule: str
) -> None:
    found = check(changed(part, **values))
    assert rule in {finding.params["rule"] for finding in found}
    assert all(finding.is_blocking and finding.code == "TOTALS_INCONSISTENT" for finding in found)


def test_a_finding_says_which_sum_differs_by_how_much() -> None:
    (found,) = [
        finding
        for finding in check(changed("totals", payable=Decimal("425.00")))
        if finding.params["rule"] == "BR-CO-16"
    ]
    assert found.params == {
        "rule": "BR-CO-16",
        "sum": "The amount due",
        "stated": "425.00",
        "computed": "392.50",
        "difference": "32.50",
    }


def test_a_prepaid_amount_needs_its_parts() -> None:
    document = sample()
    without_parts = replace(document, prepayments=(Prepayment(amount=Decimal(5), label="CARD"),))
    assert [finding.params["rule"] for finding in check(without_parts)] == ["BT-113"]


def test_a_row_that_nothing_was_charged_for_is_found() -> None:
    document = sample()
    foreign = replace(
        document.vat_breakdown[0], tax=Tax(category=VatCategory.ZERO, rate=Decimal(0))
    )
    doubled = replace(document, vat_breakdown=(*document.vat_breakdown, foreign))
    rules = {finding.params["rule"] for finding in check(doubled)}
    assert rules == {"BR-CO-14", "BR-Z-08", "BR-CO-17"}


@given(documents())
def test_a_document_of_ours_has_no_total_that_its_parts_do_not_make(document: Document) -> None:
    assert totals_differences(document) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"net": "349.99"}, [("net", "349.99", "350.00"), ("gross", "392.50", "392.49")]),
        ({"tax": "42.51"}, [("tax", "42.51", "42.50"), ("gross", "392.50", "392.51")]),
        ({"gross": "393.50", "payable": "393.50"}, [("gross", "393.50", "392.50")]),
        ({"payable": "393.49", "rounding": "0.99"}, []),  # cash rounding
        ({"payable": "391.50", "rounding": "-1"}, [("payable", "391.50", "392.50")]),
        ({"payable": "392.49"}, [("payable", "392.49", "392.50")]),  # no rounding is said
    ],
)
def test_totals_of_another_system_are_compared_with_the_parts(
    values: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    document = changed("totals", **{name: Decimal(value) for name, value in values.items()})
    told = [(name, Decimal(stated), Decimal(computed)) for name, stated, computed in expected]
    assert totals_differences(document) == told
