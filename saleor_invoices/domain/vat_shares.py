"""What a document says of VAT, as rows to add up: by category, rate and country, in smallest units.

The amounts are those of the VAT breakdown (BG-23), never worked out anew. The country is the one
that the goods went to (BT-80), else the buyer's (BT-55).
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.money import to_minor


@dataclass(frozen=True, slots=True, kw_only=True)
class VatShare:
    """All of one category and rate; ``rate`` is percent as text: ``"19"``, ``"8.875"``."""

    category: str
    rate: str
    country: str
    net_minor: int
    tax_minor: int


def vat_shares(document: Document) -> tuple[VatShare, ...]:
    """The rows of a document, as positive as its own amounts are.

    Raises ``InvalidInput`` for amounts that the currency does not have.
    """
    sums: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in document.vat_breakdown:
        found = sums[str(row.tax.category), rate_text(row.tax.rate)]
        found[0] += to_minor(row.taxable_amount, document.currency)
        found[1] += to_minor(row.tax_amount, document.currency)
    country = tax_country(document)
    return tuple(
        VatShare(category=category, rate=rate, country=country, net_minor=net, tax_minor=tax)
        for (category, rate), (net, tax) in sorted(sums.items())
    )


def tax_country(document: Document) -> str:
    """Where the goods went, else where the buyer is; may be empty."""
    delivery = document.delivery
    address = delivery.address if delivery else None
    return (address.country if address else "") or document.buyer.address.country


def rate_text(rate: Decimal) -> str:
    """One text for one rate: without zeros at the end."""
    return format(rate.normalize(), "f")
