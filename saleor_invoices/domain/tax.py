"""Which VAT category an amount belongs to (BT-95, BT-102, BT-151), and why there is no tax.

A rate above zero says it all; a rate of zero alone never decides. What the parties, places and
the seller's profile leave open is a blocking finding, not a guess. References are to Directive
2006/112/EC unless said otherwise; exemption codes are of the VATEX list.
"""

from dataclasses import dataclass
from decimal import Decimal

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Tax
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import ZERO
from saleor_invoices.domain.profile import SupplyKind, TaxProfile
from saleor_invoices.domain.territories import (
    CANARY_ISLANDS,
    CEUTA_AND_MELILLA,
    EU_MEMBER_STATES,
    NORTHERN_IRELAND,
    WITHOUT_VAT,
    country_of,
    in_eu_vat_area,
    is_domestic,
)
from saleor_invoices.domain.vat_ids import VatId
from saleor_invoices.domain.wording import Wording

MAX_RATE = Decimal(1)  # no tax law goes beyond 100 %

_EU_CODES = {
    VatCategory.INTRA_COMMUNITY: "VATEX-EU-IC",
    VatCategory.REVERSE_CHARGE: "VATEX-EU-AE",
    VatCategory.EXPORT: "VATEX-EU-G",
    VatCategory.OUTSIDE_SCOPE: "VATEX-EU-O",
}
_TAX_NAMES = {
    "US": "Sales tax",
    "AU": "GST",
    "CA": "GST/HST",
    "IN": "GST",
    "NZ": "GST",
    "SG": "GST",
    "JP": "Consumption tax",
    CANARY_ISLANDS: "IGIC",
    "ES-CE": "IPSI",
    "ES-ML": "IPSI",
}
RATED = frozenset({VatCategory.STANDARD, VatCategory.CANARY_IGIC, VatCategory.CEUTA_MELILLA_IPSI})
_FROM_NOTHING_SOLD = Tax(category=VatCategory.ZERO, rate=ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What holds for a whole order. Places are codes of ``territories.territory``."""

    profile: TaxProfile
    seller: str  # where the goods leave from, and the service is supplied from
    destination: str  # where the goods go
    buyer: str  # where the buyer lives or is established
    buyer_vat_id: VatId | None = None
    exempt: bool = False  # Saleor's order.taxExemption
    wording: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One amount to find the category of, as the shop charged it."""

    net: Decimal
    tax: Decimal
    rate: Decimal  # Saleor's fraction
    supply: SupplyKind
    tax_class: str = ""
    label: str = ""  # how a finding names it
    tolerance: Decimal = Decimal("0.01")  # the smallest unit of the currency


def tax_name(profile: TaxProfile, place: str) -> str:
    """How the tax is called: the seller's own word, else by place; "VAT" where nothing is known."""
    return profile.tax_name or _TAX_NAMES.get(place) or _TAX_NAMES.get(country_of(place), "VAT")


def percentage(fraction: Decimal) -> Decimal:
    """Saleor's fraction in percent: 0.0888 is 8.88, 0.23 is 23."""
    percent = (fraction * 100).normalize()
    return percent.quantize(Decimal(1)) if percent == percent.to_integral_value() else percent


def decide(charge: Charge, situation: Situation) -> Tax | Finding:
    """The category, rate and reason of the amount, or the blocking finding why there is none."""
    if not charge.rate.is_finite() or not 0 <= charge.rate <= MAX_RATE:
        return _invalid_rate(charge)
    if charge.rate > 0 and not _charged_nothing(charge):
        return Tax(category=_taxed_category(situation), rate=percentage(charge.rate))
    if charge.rate == 0 and charge.tax != 0:
        return _rate_missing(charge)
    return (
        _by_tax_class(charge, situation)
        or _by_seller(situation)
        or _by_place(charge, situation)
        or _by_exemption(situation)
        or _by_country_without_vat(situation)
        or _domestic(charge, situation)
        or (_FROM_NOTHING_SOLD if charge.net == 0 else _unexplained(charge, situation))
    )


def of_category(category: VatCategory, rate: Decimal, situation: Situation) -> Tax:
    """A category that a person chose, with its usual reason; ``rate`` in percent."""
    if rate > 0 or category in RATED:
        return Tax(category=category, rate=percentage(rate / 100))
    return _untaxed(category, situation)


def _charged_nothing(charge: Charge) -> bool:
    # Saleor may keep the label of a rate on an order made exempt: what was charged decides.
    expected = abs(charge.net * charge.rate)
    return charge.tax == 0 and expected >= 2 * charge.tolerance


def _taxed_category(situation: Situation) -> VatCategory:
    if situation.seller == CANARY_ISLANDS:
        return VatCategory.CANARY_IGIC
    if situation.seller in CEUTA_AND_MELILLA:
        return VatCategory.CEUTA_MELILLA_IPSI
    return VatCategory.STANDARD


def _by_tax_class(charge: Charge, situation: Situation) -> Tax | None:
    # A class says what the goods are. Exempt goods stay exempt across a border, while domestic
    # zero-rating (Z) ends where an exemption for exports (art. 138, 146) begins.
    category = situation.profile.tax_class_categories.get(charge.tax_class)
    if category is None:
        return None
    if category is VatCategory.ZERO:
        return _by_place(charge, situation) or _untaxed(category, situation)
    return _untaxed(category, situation)


def _by_seller(situation: Situation) -> Tax | None:
    profile = situation.profile
    if profile.vat_registered or situation.seller in WITHOUT_VAT:
        return None
    if profile.zero_rate_category in (VatCategory.EXEMPT, VatCategory.OUTSIDE_SCOPE):
        return _untaxed(profile.zero_rate_category, situation)
    if country_of(situation.seller) not in EU_MEMBER_STATES:
        return _untaxed(VatCategory.OUTSIDE_SCOPE, situation)
    # Art. 284: small enterprises.
    code = "VATEX-FR-FRANCHISE" if situation.seller == "FR" else ""
    reason = profile.zero_rate_reason or situation.wording.small_enterprise
    return Tax(
        category=VatCategory.EXEMPT,
        rate=ZERO,
        exemption_reason=reason,
        exemption_code=profile.zero_rate_code or code,
    )


def _by_place(charge: Charge, situation: Situation) -> Tax | None:
    if not situation.seller or situation.seller in WITHOUT_VAT:
        return None
    by_supply = _goods if charge.supply is SupplyKind.GOODS else _services
    category = by_supply(situation)
    return _untaxed(category, situation) if category else None


def _goods(situation: Situation) -> VatCategory | None:
    seller, destination = situation.seller, situation.destination
    if not destination or is_domestic(seller, destination):
        return None
    from_eu = in_eu_vat_area(seller, SupplyKind.GOODS)
    if from_eu and in_eu_vat_area(destination, SupplyKind.GOODS):
        # Art. 138(1): to a business registered in another member state than that of dispatch.
        return VatCategory.INTRA_COMMUNITY if _is_foreign_business(situation) else None
    return VatCategory.EXPORT  # art. 146(1)(a), and the like rule of other VAT countries


def _services(situation: Situation) -> VatCategory | None:
    seller, buyer = situation.seller, situation.buyer
    if not buyer or is_domestic(seller, buyer):
        return None
    from_eu = in_eu_vat_area(seller, SupplyKind.SERVICES)
    if from_eu and in_eu_vat_area(buyer, SupplyKind.SERVICES):
        # Art. 44 and 196: the business buyer owes the tax.
        return VatCategory.REVERSE_CHARGE if _is_foreign_business(situation) else None
    return VatCategory.OUTSIDE_SCOPE  # art. 44 and 59: supplied where the buyer is


def _is_foreign_business(situation: Situation) -> bool:
    vat_id = situation.buyer_vat_id
    own = situation.seller if situation.seller == NORTHERN_IRELAND else None
    own = own or country_of(situation.seller)
    return vat_id is not None and vat_id.is_eu and vat_id.country != own


def _by_exemption(situation: Situation) -> Tax | None:
    # Staff marked the order as exempt in Saleor; the reason is theirs to word in the settings.
    return _untaxed(VatCategory.EXEMPT, situation) if situation.exempt else None


def _by_country_without_vat(situation: Situation) -> Tax | None:
    if situation.seller not in WITHOUT_VAT:
        return None
    own = situation.profile.zero_rate_category
    return _untaxed(own or VatCategory.OUTSIDE_SCOPE, situation)


def _domestic(charge: Charge, situation: Situation) -> Tax | None:
    place = situation.destination if charge.supply is SupplyKind.GOODS else situation.buyer
    category = situation.profile.zero_rate_category
    if category is None or (place and not is_domestic(situation.seller, place)):
        return None
    if category is VatCategory.ZERO:  # IGIC and IPSI have zero rates of their own (BR-AF, BR-AG)
        taxed = _taxed_category(situation)
        category = category if taxed is VatCategory.STANDARD else taxed
    return _untaxed(category, situation)


def _untaxed(category: VatCategory, situation: Situation) -> Tax:
    profile, reason = situation.profile, situation.wording.exemption_reasons.get(category, "")
    code = _EU_CODES.get(category, "") if _in_europe(situation) else ""
    if category in (VatCategory.EXEMPT, VatCategory.OUTSIDE_SCOPE):
        own = category is profile.zero_rate_category or category is VatCategory.EXEMPT
        reason = (own and profile.zero_rate_reason) or reason
        code = (own and profile.zero_rate_code) or code
    return Tax(category=category, rate=ZERO, exemption_reason=reason, exemption_code=code)


def _in_europe(situation: Situation) -> bool:
    return in_eu_vat_area(situation.seller, SupplyKind.GOODS)


def _unexplained(charge: Charge, situation: Situation) -> Finding:
    return blocking(
        "ZERO_RATE_UNEXPLAINED",
        f"{charge.label or 'An amount'} has no tax, and nothing says why.",
        remedy=(
            "If the shop should have charged tax, correct the tax settings of the channel in"
            " Saleor. Otherwise say why there is none: zero_rate_category of the legal entity for"
            " domestic sales, tax_class_categories for the tax class, or the buyer's VAT id for a"
            " business in another member state."
        ),
        item=charge.label,
        tax_class=charge.tax_class,
        seller=situation.seller,
        destination=situation.destination,
    )


def _rate_missing(charge: Charge) -> Finding:
    return blocking(
        "TAX_RATE_MISSING",
        f"{charge.label or 'An amount'} has {charge.tax} of tax, but its rate is 0.",
        remedy="Let the tax app report the rate of each line, then refresh the order in Saleor.",
        item=charge.label,
        tax=charge.tax,
    )


def _invalid_rate(charge: Charge) -> Finding:
    return blocking(
        "TAX_RATE_INVALID",
        f"{charge.label or 'An amount'} has the tax rate {charge.rate}, which cannot be.",
        remedy="Correct the tax rate in Saleor; 23 % is the fraction 0.23.",
        item=charge.label,
        rate=charge.rate,
    )
