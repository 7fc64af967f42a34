import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.profile import SupplyKind
from saleor_invoices.domain.territories import (
    country_of,
    in_eu_vat_area,
    is_domestic,
    territory,
)
from saleor_invoices.domain.vat_ids import VatIdForm, vat_id_find, vat_id_parse


@pytest.mark.parametrize(
    ("country", "postal_code", "place"),
    [
        ("DE", "10115", "DE"),
        ("de ", "", "DE"),
        ("EL", "10552", "GR"),
        ("GB", "BT1 5GS", "XI"),
        ("GB", "SW1A 1AA", "GB"),
        ("MC", "98000", "FR"),
        ("FR", "98000", "FR"),
        ("IM", "IM1 1AA", "GB"),
        ("ES", "35001", "ES-CN"),
        ("ES", "38001", "ES-CN"),
        ("ES", "51001", "ES-CE"),
        ("ES", "52001", "ES-ML"),
        ("ES", "28013", "ES"),
        ("FR", "97400", "FR-OVERSEAS"),
        ("FI", "22100", "AX"),
        ("DE", "78266", "DE-BUESINGEN"),
        ("IT", "23041", "IT-LIVIGNO"),
        ("GR", "630 86", "GR-ATHOS"),
        ("", "", ""),
    ],
)
def test_a_place_is_what_vat_law_makes_of_the_address(
    country: str, postal_code: str, place: str
) -> None:
    assert territory(country, postal_code) == place


@pytest.mark.parametrize(
    ("place", "goods", "services"),
    [
        ("DE", True, True),
        ("GR", True, True),
        ("XI", True, False),
        ("GB", False, False),
        ("ES-CN", False, False),
        ("AX", False, False),
        ("CH", False, False),
        ("", False, False),
    ],
)
def test_the_eu_vat_area_has_holes_and_northern_ireland_is_in_it_for_goods(
    place: str, goods: bool, services: bool
) -> None:
    assert in_eu_vat_area(place, SupplyKind.GOODS) is goods
    assert in_eu_vat_area(place, SupplyKind.SERVICES) is services


def test_great_britain_and_northern_ireland_are_one_country_but_not_the_canaries_and_spain() -> (
    None
):
    assert is_domestic("GB", "XI")
    assert is_domestic("XI", "XI")
    assert not is_domestic("ES", "ES-CN")
    assert not is_domestic("XI", "IE")
    assert country_of("XI") == "GB"
    assert country_of("ES-CN") == "ES"


@pytest.mark.parametrize(
    ("text", "country", "value", "state"),
    [
        ("PL1234563218", "PL", "PL1234563218", "PL"),
        ("pl 123-456-32-18", "PL", "PL1234563218", "PL"),
        ("123.456.32.18", "PL", "PL1234563218", "PL"),
        ("GR094259216", "GR", "EL094259216", "GR"),
        ("el 094259216", "GR", "EL094259216", "GR"),
        ("094259216", "GR", "EL094259216", "GR"),
        ("XI980780684", "GB", "XI980780684", "XI"),
        ("980780684", "GB", "GB980780684", "GB"),
        ("CHE-107.787.577 MWST", "CH", "CHE107787577MWST", "CH"),
        ("CHE-107.787.577", "CH", "CHE107787577", "CH"),
        ("NO 995 525 828 MVA", "NO", "NO995525828MVA", "NO"),
        ("ATU13585627", "US", "ATU13585627", "AT"),
        ("FR 40 303 265 045", "MC", "FR40303265045", "FR"),
    ],
)
def test_a_vat_id_is_normalised_with_its_prefix(
    text: str, country: str, value: str, state: str
) -> None:
    vat_id = vat_id_parse(text, country=country)
    assert (vat_id.value, vat_id.country, vat_id.form) == (value, state, VatIdForm.VALID)


def test_an_unprefixed_id_from_belfast_is_northern_irish() -> None:
    assert vat_id_parse("980780684", country="GB", postal_code="BT1 5GS").value == "XI980780684"


@pytest.mark.parametrize(
    ("text", "country", "form"),
    [
        ("PL1234563219", "PL", "invalid"),
        ("DE12", "DE", "invalid"),
        ("DE136695977", "US", "invalid"),
        ("no number", "DE", "invalid"),
        ("12-3456789", "US", "unknown"),
        ("12345", "LI", "unknown"),
        ("T1234567890123", "JP", "unknown"),
    ],
)
def test_a_wrong_id_is_told_from_one_that_nobody_can_judge(
    text: str, country: str, form: str
) -> None:
    assert vat_id_parse(text, country=country).form == form


@given(st.text(max_size=25), st.sampled_from(["DE", "GB", "CH", "NO", "US", "GR", "", "?"]))
def test_any_text_is_judged_and_none_raises(text: str, country: str) -> None:
    vat_id = vat_id_parse(text, country=country)
    assert (vat_id.form is VatIdForm.VALID) == bool(vat_id.country)


def test_an_id_is_looked_for_source_by_source_and_key_by_key() -> None:
    keys = ("vat_id", "tax_id")
    assert vat_id_find(keys, {"tax_id": "second"}, {"vat_id": "other"}) == "second"
    assert vat_id_find(keys, {"vat_id": "  "}, {"vat_id": "other"}) == "other"
    assert vat_id_find(keys, {"vatid": "x"}, {}) == ""
