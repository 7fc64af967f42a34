"""The VAT category and rate of an amount (BT-151, BT-152), as far as the other system said them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Tax
from saleor_invoices.domain.money import ZERO
from saleor_invoices.domain.tax import RATED
from saleor_invoices.imports.shaping.structs import AdjustmentShape, LineShape
from saleor_invoices.imports.shaping.work import Work

HUNDRED = Decimal(100)
_STEPS = (Decimal(1), Decimal("0.1"), Decimal("0.01"))
_KNOWN = {category.value: category for category in VatCategory}


def tax_of(shape: LineShape | AdjustmentShape, rate: Decimal, work: Work, at: str) -> Tax | None:
    """Category, rate and reason. Without a category it is S, and Z (with a warning) at zero."""
    code = shape.vat_category.strip().upper()
    category = _KNOWN.get(code) if code else _usual(rate, work, at)
    if category is None:
        allowed = ", ".join(_KNOWN)
        work.fault(
            "VAT_CATEGORY_UNKNOWN",
            f"{code!r} is no VAT category of EN 16931.",
            f"One of {allowed}, or nothing.",
            at=f"{at}vatCategory",
            value=shape.vat_category,
        )
        return None
    if not _fits(category, rate, work, at):
        return None
    return _tax(category, rate, shape.exemption_reason, shape.exemption_code)


@lru_cache(maxsize=512)
def standard(rate: Decimal) -> Tax | None:
    """Standard rated at the rate; ``None`` where the rate is none of those."""
    return Tax(category=VatCategory.STANDARD, rate=rate) if 0 < rate <= HUNDRED else None


def rate_of(net: Decimal, tax: Decimal, work: Work) -> tuple[Decimal, bool]:
    """The rate by which the tax comes out, with the fewest decimals; and whether there is one."""
    if not tax:
        return ZERO, True
    if not net:
        return ZERO, False
    exact = tax * HUNDRED / net
    for rate in _rounded(exact):
        if work.money(net * rate / HUNDRED) == tax:
            return rate, True
    return exact.quantize(_STEPS[-1], rounding=ROUND_HALF_UP), False


def _rounded(exact: Decimal) -> Iterator[Decimal]:
    for step in _STEPS:
        yield exact.quantize(step, rounding=ROUND_HALF_UP)


def _usual(rate: Decimal, work: Work, at: str) -> VatCategory:
    if rate:
        return VatCategory.STANDARD
    work.warn(
        "VAT_CATEGORY_UNKNOWN_AT_ZERO",
        "Nothing says why there is no VAT; Z (zero rated) is taken.",
        "The VAT category: E exempt, AE reverse charge, K to a business in another member state,"
        " G export, O outside the scope, Z zero rated.",
        at=f"{at}vatCategory",
    )
    return VatCategory.ZERO


def _fits(category: VatCategory, rate: Decimal, work: Work, at: str) -> bool:
    if (rate > 0) == (category in RATED) or (rate == 0 and category in RATED - _MUST_BE_ABOVE):
        return True
    work.fault(
        "VAT_CATEGORY_CONTRADICTS_RATE",
        f"Category {category} and a rate of {rate} % contradict each other.",
        "S with a rate above 0; at 0 one of Z, E, AE, K, G and O.",
        at=f"{at}vatCategory",
        value=category,
    )
    return False


_MUST_BE_ABOVE = frozenset({VatCategory.STANDARD})  # BR-S-05; IGIC and IPSI know zero rates


@lru_cache(maxsize=512)
def _tax(category: VatCategory, rate: Decimal, reason: str, code: str) -> Tax:
    return Tax(category=category, rate=rate, exemption_reason=reason, exemption_code=code)
