"""Text that XML can't hold, elements that would be empty, and numbers as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from saleor_invoices.documents.einvoice.xml import (
    Node,
    amount,
    clean,
    leaf,
    node,
    number,
    serialise,
)
from saleor_invoices.domain.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Łódź 株式会社 🚚", "Łódź 株式会社 🚚"),
        ("bell\x07 and null\x00", "bell\ufffd and null\ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  around \n", "around"),
        ("<&>\"'", "<&>\"'"),
    ],
)
def test_clean_replaces_what_xml_cannot_hold(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters()))  # with surrogates and control characters
def test_any_text_survives_the_way_through_a_parser(text: str) -> None:
    child = leaf("x:Text", text, name=text)
    root = Node("x:Root", children=(child,) if child else ())
    parsed = etree.fromstring(serialise(root, {"x": "urn:x"}))
    assert [one.text for one in parsed] == ([clean(text)] if clean(text) else [])


def test_nothing_empty_is_made() -> None:
    assert leaf("x:Text", " \n") is None
    assert node("x:Group", leaf("x:Text", ""), [None, None], None) is None
    assert node("x:Group", [leaf("x:Text", "a", scheme="")]) == Node(
        "x:Group", children=(Node("x:Text", (), "a"),)
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [("1", "1.00"), ("1.5", "1.50"), ("1.500", "1.50"), ("-0.00", "0.00"), ("1E+3", "1000.00")],
)
def test_amounts_have_two_decimals(value: str, text: str) -> None:
    assert amount(Decimal(value)) == text


def test_an_amount_of_three_decimals_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        amount(Decimal("1.505"))
    assert refused.value.code == "INEXACT_AMOUNT"


@pytest.mark.parametrize(
    ("value", "text"),
    [("23.00", "23"), ("8.875", "8.875"), ("1E+2", "100"), ("0.00", "0"), ("0.000001", "0.000001")],
)
def test_numbers_have_no_exponent_and_no_idle_zeros(value: str, text: str) -> None:
    assert number(Decimal(value)) == text
