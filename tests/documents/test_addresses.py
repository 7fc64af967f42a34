"""Addresses in the order of the destination's post."""

import pytest

from saleor_invoices.documents.addresses import address_lines
from saleor_invoices.domain.document import Address


def _address(country: str, **changes: str) -> Address:
    parts = {
        "street": "1 Long Street",
        "city": "Town",
        "postal_code": "12345",
        "subdivision": "ST",
        "country": country,
    }
    return Address(**(parts | changes))


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        ("DE", ("1 Long Street", "12345 Town")),
        ("US", ("1 Long Street", "Town, ST 12345")),
        ("GB", ("1 Long Street", "Town", "12345")),
        ("CH", ("1 Long Street", "CH-12345 Town")),
        ("IT", ("1 Long Street", "12345 Town ST")),
        ("", ("1 Long Street", "12345 Town", "ST")),
        ("ZQ", ("1 Long Street", "12345 Town", "ST")),
    ],
)
def test_lines_follow_the_country(country: str, lines: tuple[str, ...]) -> None:
    assert address_lines(_address(country)) == lines


def test_japanese_address_begins_with_the_code_and_a_latin_one_does_not() -> None:
    native = _address("JP", street="丸の内1-1", city="千代田区", subdivision="東京都")
    assert address_lines(native) == ("〒12345", "東京都", "千代田区", "丸の内1-1")
    assert address_lines(_address("JP")) == ("1 Long Street", "Town, ST", "12345")


def test_a_city_state_is_not_named_twice() -> None:
    singapore = _address("SG", city="Singapore", subdivision="")
    assert address_lines(singapore) == ("1 Long Street", "SINGAPORE 12345")
    assert address_lines(_address("SG"))[1] == "Town"


def test_second_street_line_has_a_line_of_its_own() -> None:
    assert address_lines(_address("DE", additional="Floor 2"))[:2] == ("1 Long Street", "Floor 2")


@pytest.mark.parametrize("country", ["DE", "US", "GB", "CH", "JP", ""])
def test_missing_parts_leave_no_trace(country: str) -> None:
    only_city = _address(country, street="", postal_code="", subdivision="")
    assert address_lines(only_city) == ("Town",)
    assert address_lines(Address(country=country)) == ()


def test_text_in_a_field_is_no_pattern() -> None:
    assert address_lines(_address("DE", street="%Z %n %C")) == ("%Z %n %C", "12345 Town")
