"""Where a place lies in VAT law: postal addresses do not always say it.

Sources: Directive 2006/112/EC, art. 5 to 7 (territories inside and outside the VAT area), the
Northern Ireland Protocol (EU rules for goods only, prefix XI), and the postal codes that those
territories use.
"""

import re

from saleor_invoices.domain.profile import SupplyKind

# fmt: off
EU_MEMBER_STATES = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})
# fmt: on
NORTHERN_IRELAND = "XI"
CANARY_ISLANDS = "ES-CN"
CEUTA_AND_MELILLA = frozenset({"ES-CE", "ES-ML"})

WITHOUT_VAT = frozenset({"BM", "BN", "GI", "HK", "KW", "KY", "MO", "QA", "TC", "US", "VG"})
"""Countries without a value added tax; the United States have sales taxes."""

_ALIASES = {"EL": "GR", "UK": "GB"}
# Art. 7: Monaco counts as France, the Isle of Man as the United Kingdom.
_TREATED_AS = {"MC": "FR", "IM": "GB"}

_OUTSIDE: tuple[tuple[str, str, str], ...] = (
    # country, postal code, territory; art. 6(1) and 6(2)
    ("ES", r"(35|38)\d{3}", CANARY_ISLANDS),
    ("ES", r"51\d{3}", "ES-CE"),
    ("ES", r"52\d{3}", "ES-ML"),
    ("DE", r"27498", "DE-HELGOLAND"),
    ("DE", r"78266", "DE-BUESINGEN"),
    ("IT", r"(23041|23030)", "IT-LIVIGNO"),
    ("IT", r"22061", "IT-CAMPIONE"),
    ("GR", r"6308[67]", "GR-ATHOS"),
    ("FI", r"22\d{3}", "AX"),
    ("FR", r"97[1-8]\d{2}", "FR-OVERSEAS"),
    ("FR", r"98[678]\d{2}", "FR-OVERSEAS"),
)


def territory(country: str, postal_code: str = "") -> str:
    """The place's code for VAT: the country's ISO code, or a special one.

    Special are ``XI`` (Northern Ireland) and territories of a member state outside its VAT area,
    such as ``ES-CN``. ``EL`` gives ``GR``. Empty for an empty country.
    """
    country = country.strip().upper()
    country = _ALIASES.get(country, country)
    code = re.sub(r"[\s-]", "", postal_code).upper()
    if country == "GB" and code.startswith("BT"):
        return NORTHERN_IRELAND
    for state, pattern, place in _OUTSIDE:
        if country == state and re.fullmatch(pattern, code):
            return place
    return _TREATED_AS.get(country, country)


def country_of(place: str) -> str:
    """The state a territory belongs to: ``ES`` for ``ES-CN``, ``GB`` for ``XI``."""
    return "GB" if place == NORTHERN_IRELAND else place[:2]


def in_eu_vat_area(place: str, supply: SupplyKind) -> bool:
    """Whether EU VAT applies there. In Northern Ireland it does for goods, not for services."""
    if place == NORTHERN_IRELAND:
        return supply is SupplyKind.GOODS
    return place in EU_MEMBER_STATES


def is_domestic(seller: str, buyer: str) -> bool:
    """Whether both places share one VAT area; Great Britain and Northern Ireland do."""
    same_kingdom = {seller, buyer} <= {"GB", NORTHERN_IRELAND}
    return seller == buyer or same_kingdom
