from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Tax
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.profile import SupplyKind, TaxProfile
from saleor_invoices.domain.tax import Charge, Situation, decide, percentage, tax_name
from saleor_invoices.domain.vat_ids import VatId, vat_id_parse
from saleor_invoices.domain.wording import wording

GOODS, SERVICES = SupplyKind.GOODS, SupplyKind.SERVICES
POLISH = vat_id_parse("PL1234563218", country="PL")
GERMAN = vat_id_parse("DE136695976", country="DE")
NORTHERN_IRISH = vat_id_parse("XI980780684", country="GB")


def situation(
    seller: str = "DE",
    buyer: str = "DE",
    vat_id: VatId | None = None,
    *,
    exempt: bool = False,
    destination: str | None = None,
    **profile: Any,
) -> Situation:
    return Situation(
        profile=TaxProfile(country=seller[:2], **profile),
        seller=seller,
        destination=buyer if destination is None else destination,
        buyer=buyer,
        buyer_vat_id=vat_id,
        exempt=exempt,
        wording=wording("en"),
    )


def charge(net: str = "100", tax: str = "0", rate: str = "0", **other: Any) -> Charge:
    values: dict[str, Any] = {"supply": GOODS, "label": "Line 1 (Tee)"}
    return Charge(net=Decimal(net), tax=Decimal(tax), rate=Decimal(rate), **(values | other))


def category(given_charge: Charge, given_situation: Situation) -> str:
    decision = decide(given_charge, given_situation)
    return decision.code if isinstance(decision, Finding) else decision.category.value


@pytest.mark.parametrize(
    ("fraction", "percent"),
    [
        ("0.23", "23"),
        ("0.0888", "8.88"),
        ("0.08875", "8.875"),
        ("0.1", "10"),
        ("1", "100"),
        ("0", "0"),
    ],
)
def test_saleors_fraction_becomes_percent(fraction: str, percent: str) -> None:
    assert str(percentage(Decimal(fraction))) == percent


@pytest.mark.parametrize(
    ("seller", "expected"),
    [("DE", "S"), ("US", "S"), ("GB", "S"), ("ES", "S"), ("ES-CN", "L"), ("ES-CE", "M")],
)
def test_a_rate_above_zero_decides(seller: str, expected: str) -> None:
    taxed = charge(tax="7", rate="0.07")
    assert decide(taxed, situation(seller, "FR", POLISH)) == Tax(
        category=VatCategory(expected), rate=Decimal(7)
    )


@pytest.mark.parametrize(
    ("seller", "buyer", "vat_id", "expected"),
    [
        ("DE", "PL", POLISH, "K"),
        ("DE", "AT", POLISH, "K"),  # registered in another state than that of dispatch
        ("DE", "PL", None, "ZERO_RATE_UNEXPLAINED"),
        ("DE", "PL", GERMAN, "ZERO_RATE_UNEXPLAINED"),
        ("DE", "DE", POLISH, "ZERO_RATE_UNEXPLAINED"),
        ("DE", "XI", NORTHERN_IRISH, "K"),
        ("XI", "DE", GERMAN, "K"),
        ("XI", "GB", None, "ZERO_RATE_UNEXPLAINED"),
        ("DE", "GB", None, "G"),
        ("DE", "CH", None, "G"),
        ("DE", "US", POLISH, "G"),
        ("DE", "ES-CN", None, "G"),
        ("ES", "ES-CN", None, "G"),
        ("DE", "AX", None, "G"),
        ("GB", "DE", None, "G"),
        ("CH", "DE", None, "G"),
        ("DE", "", POLISH, "ZERO_RATE_UNEXPLAINED"),
        ("", "DE", None, "ZERO_RATE_UNEXPLAINED"),
    ],
)
def test_goods_without_tax_are_judged_by_where_they_go(
    seller: str, buyer: str, vat_id: VatId | None, expected: str
) -> None:
    assert category(charge(), situation(seller, buyer, vat_id)) == expected


@pytest.mark.parametrize(
    ("seller", "buyer", "vat_id", "expected"),
    [
        ("DE", "PL", POLISH, "AE"),
        ("DE", "PL", None, "ZERO_RATE_UNEXPLAINED"),
        ("DE", "US", None, "O"),
        ("DE", "XI", NORTHERN_IRISH, "O"),  # Northern Ireland is in the EU for goods only
        ("GB", "DE", GERMAN, "O"),
        ("DE", "DE", None, "ZERO_RATE_UNEXPLAINED"),
    ],
)
def test_services_without_tax_are_judged_by_where_the_buyer_is(
    seller: str, buyer: str, vat_id: VatId | None, expected: str
) -> None:
    assert category(charge(supply=SERVICES), situation(seller, buyer, vat_id)) == expected


def test_goods_follow_the_destination_and_services_the_buyer() -> None:
    sent_home = situation("DE", "CH", destination="DE")
    assert category(charge(), sent_home) == "ZERO_RATE_UNEXPLAINED"
    assert category(charge(supply=SERVICES), sent_home) == "O"


@pytest.mark.parametrize(
    ("buyer", "supply", "code", "reason"),
    [
        ("PL", GOODS, "VATEX-EU-IC", "VAT-exempt intra-Community supply"),
        ("PL", SERVICES, "VATEX-EU-AE", "Reverse charge"),
        ("US", GOODS, "VATEX-EU-G", "VAT-exempt export"),
        ("US", SERVICES, "VATEX-EU-O", "Not subject to VAT"),
    ],
)
def test_what_has_no_tax_says_why(buyer: str, supply: SupplyKind, code: str, reason: str) -> None:
    tax = decide(charge(supply=supply), situation("DE", buyer, POLISH))
    assert isinstance(tax, Tax)
    assert tax.rate == 0
    assert (tax.exemption_code, tax.exemption_reason) == (code, reason)


def test_an_export_from_outside_the_eu_bears_no_code_of_the_eu() -> None:
    tax = decide(charge(), situation("CH", "DE"))
    assert isinstance(tax, Tax)
    assert (tax.exemption_code, tax.exemption_reason) == ("", "VAT-exempt export")


@pytest.mark.parametrize("zero_rate", ["Z", "E", "O"])
def test_a_domestic_zero_is_what_the_seller_says(zero_rate: str) -> None:
    own: dict[str, Any] = {
        "zero_rate_category": VatCategory(zero_rate),
        "zero_rate_reason": "Article 132",
        "zero_rate_code": "VATEX-EU-132",
    }
    tax = decide(charge(), situation(**own))
    assert isinstance(tax, Tax)
    assert tax.category == zero_rate
    told = (tax.exemption_reason, tax.exemption_code)
    assert told == (("", "") if zero_rate == "Z" else ("Article 132", "VATEX-EU-132"))


def test_a_domestic_setting_does_not_explain_a_zero_in_another_member_state() -> None:
    own: dict[str, Any] = {"zero_rate_category": VatCategory.ZERO}
    assert category(charge(), situation("DE", "PL", **own)) == "ZERO_RATE_UNEXPLAINED"
    assert category(charge(), situation("DE", "PL", POLISH, **own)) == "K"


@pytest.mark.parametrize(
    ("of_class", "buyer", "vat_id", "expected"),
    [
        ("Z", "IE", None, "Z"),
        ("Z", "PL", POLISH, "K"),
        ("Z", "US", None, "G"),
        ("E", "US", None, "E"),
        ("O", "PL", POLISH, "O"),
        ("AE", "IE", None, "AE"),
    ],
)
def test_a_tax_class_says_what_the_goods_are(
    of_class: str, buyer: str, vat_id: VatId | None, expected: str
) -> None:
    books = situation("IE", buyer, vat_id, tax_class_categories={"Books": VatCategory(of_class)})
    assert category(charge(tax_class="Books"), books) == expected
    assert category(charge(tax_class="Books", rate="0.1", tax="10"), books) == "S"


def test_another_tax_class_is_not_explained_by_the_first() -> None:
    books = situation(tax_class_categories={"Books": VatCategory.ZERO})
    assert category(charge(tax_class="Toys"), books) == "ZERO_RATE_UNEXPLAINED"


def test_a_small_enterprise_is_exempt_with_the_reason_of_the_law() -> None:
    tax = decide(charge(), situation(vat_registered=False))
    assert tax == Tax(
        category=VatCategory.EXEMPT,
        rate=Decimal(0),
        exemption_reason="VAT-exempt: special scheme for small enterprises",
    )
    french = decide(charge(), situation("FR", "FR", vat_registered=False))
    assert isinstance(french, Tax)
    assert french.exemption_code == "VATEX-FR-FRANCHISE"


@pytest.mark.parametrize(
    ("seller", "own", "expected"),
    [("DE", VatCategory.OUTSIDE_SCOPE, "O"), ("DE", VatCategory.ZERO, "E"), ("GB", None, "O")],
)
def test_an_unregistered_seller_is_exempt_or_outside_wherever_it_sells(
    seller: str, own: VatCategory | None, expected: str
) -> None:
    own_profile = situation(seller, "US", vat_registered=False, zero_rate_category=own)
    assert category(charge(), own_profile) == expected


@pytest.mark.parametrize(
    ("exempt", "own", "expected"),
    [(False, None, "O"), (True, None, "E"), (False, VatCategory.EXEMPT, "E")],
)
def test_a_seller_without_vat_is_outside_its_scope(
    exempt: bool, own: VatCategory | None, expected: str
) -> None:
    american = situation("US", "US", exempt=exempt, zero_rate_category=own)
    assert category(charge(), american) == expected
    assert category(charge(), replace(american, destination="DE", buyer="DE")) == expected


def test_an_order_marked_exempt_in_saleor_is_exempt() -> None:
    assert category(charge(), situation(exempt=True)) == "E"
    assert category(charge(), situation("DE", "PL", POLISH, exempt=True)) == "K"


def test_the_canary_islands_have_a_zero_rate_of_their_own() -> None:
    canary = situation("ES-CN", "ES-CN", zero_rate_category=VatCategory.ZERO)
    assert category(charge(), canary) == "L"
    assert category(charge(), situation("ES-CN", "ES")) == "G"


def test_what_is_given_away_blocks_nothing() -> None:
    free = charge(net="0")
    assert category(free, situation()) == "Z"
    assert category(charge(net="0", rate="0.19"), situation()) == "S"
    assert category(free, situation("DE", "PL", POLISH)) == "K"


def test_a_rate_that_was_not_charged_is_no_rate() -> None:
    labelled = charge(net="100", tax="0", rate="0.19")
    assert category(labelled, situation(exempt=True)) == "E"
    assert category(labelled, situation()) == "ZERO_RATE_UNEXPLAINED"
    assert category(charge(net="0.04", tax="0", rate="0.19"), situation()) == "S"


def test_tax_without_a_rate_blocks() -> None:
    assert category(charge(tax="19"), situation("DE", "US")) == "TAX_RATE_MISSING"


@pytest.mark.parametrize("rate", ["-0.1", "1.01", "23", "NaN", "Infinity"])
def test_a_rate_that_cannot_be_blocks(rate: str) -> None:
    assert category(charge(rate=rate), situation()) == "TAX_RATE_INVALID"


def test_the_finding_names_the_line_and_the_setting() -> None:
    finding = decide(charge(tax_class="Toys"), situation())
    assert isinstance(finding, Finding)
    assert finding.is_blocking
    assert finding.message.startswith("Line 1 (Tee)")
    assert "zero_rate_category" in finding.remedy
    assert finding.params["tax_class"] == "Toys"


@pytest.mark.parametrize(
    ("place", "own", "name"),
    [
        ("DE", "", "VAT"),
        ("US", "", "Sales tax"),
        ("ES-CN", "", "IGIC"),
        ("ES", "", "VAT"),
        ("AU", "", "GST"),
        ("US", "Tax", "Tax"),
    ],
)
def test_the_tax_is_called_by_its_name(place: str, own: str, name: str) -> None:
    assert tax_name(TaxProfile(country=place[:2], tax_name=own), place) == name


PLACES = st.sampled_from(
    ["DE", "PL", "GR", "FR", "IE", "XI", "GB", "CH", "US", "ES", "ES-CN", "ES-CE", "AX", "JP", ""]
)
CATEGORIES = st.none() | st.sampled_from([VatCategory.ZERO, VatCategory.EXEMPT, VatCategory("O")])
RATES = st.sampled_from(["0", "0.0888", "0.19", "0.23", "1", "2", "-1", "NaN"]).map(Decimal)


@given(
    seller=PLACES,
    buyer=PLACES,
    destination=PLACES,
    vat_id=st.sampled_from([None, POLISH, GERMAN, NORTHERN_IRISH]),
    exempt=st.booleans(),
    registered=st.booleans(),
    own=CATEGORIES,
    of_class=CATEGORIES,
    net=st.decimals(-1000, 1000, places=2),
    tax=st.decimals(-100, 100, places=2),
    rate=RATES,
    supply=st.sampled_from(SupplyKind),
    tax_class=st.sampled_from(["", "Books"]),
)
def test_a_decision_is_a_category_with_its_reason_or_a_blocking_finding(
    seller: str,
    buyer: str,
    destination: str,
    vat_id: VatId | None,
    exempt: bool,
    registered: bool,
    own: VatCategory | None,
    of_class: VatCategory | None,
    net: Decimal,
    tax: Decimal,
    rate: Decimal,
    supply: SupplyKind,
    tax_class: str,
) -> None:
    facts = situation(
        seller,
        buyer,
        vat_id,
        exempt=exempt,
        destination=destination,
        vat_registered=registered,
        zero_rate_category=own,
        tax_class_categories={"Books": of_class} if of_class else {},
    )
    decision = decide(
        Charge(net=net, tax=tax, rate=rate, supply=supply, tax_class=tax_class), facts
    )
    if isinstance(decision, Finding):
        assert decision.is_blocking
        assert decision.remedy
        return
    _assert_explained(decision)
    if decision.category in {VatCategory.INTRA_COMMUNITY, VatCategory.REVERSE_CHARGE}:
        assert vat_id is not None
        assert vat_id.is_eu


def _assert_explained(tax: Tax) -> None:
    taxed = {VatCategory.STANDARD, VatCategory.CANARY_IGIC, VatCategory.CEUTA_MELILLA_IPSI}
    assert tax.rate >= 0
    assert tax.category in taxed or tax.rate == 0
    assert bool(tax.exemption_reason) == (tax.category not in taxed | {VatCategory.ZERO})
