"""What a template gets: finished strings in reading order, and nothing to compute.

The fields are the template's interface, encoded as JSON; a template version relies on them, so a
field is only ever added. A field that begins with ``second`` says the same in the document's
second language; it is empty where there is none or where both say the same.
"""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How loud a total is; a quiet one is contained in the row above it."""

    QUIET = "quiet"
    NORMAL = "normal"
    STRONG = "strong"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and its value."""

    label: str
    value: str
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party's block: heading, name, address, numbers."""

    heading: str
    name: str
    lines: tuple[str, ...]
    ids: tuple[Pair, ...]
    second_heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A row of the table of lines. A ``short`` one is not split between pages."""

    position: str
    name: str
    details: tuple[str, ...]
    quantity: str
    unit_price: str
    tax: str
    amount: str
    short: bool
    second_details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRow:
    """A row of the VAT breakdown; the category stands under the rate where there is one."""

    rate: str
    category: str
    net: str
    tax: str
    gross: str
    second_category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """A row of the totals."""

    label: str
    value: str
    weight: Weight = Weight.NORMAL
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesTable:
    """The table of lines. ``kept`` rows at the end stay on one page with the totals."""

    headers: tuple[str, str, str, str, str, str]
    rows: tuple[LineView, ...]
    kept: int
    second_headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxTable:
    """The VAT breakdown."""

    title: str
    headers: tuple[str, str, str, str]
    rows: tuple[TaxRow, ...]
    reasons: tuple[str, ...]
    second_title: str = ""
    second_headers: tuple[str, ...] = ()
    second_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentView:
    """How to pay, or that it is paid. The QR code's image is passed beside the view."""

    heading: str
    texts: tuple[str, ...]
    accounts: tuple[tuple[Pair, ...], ...]
    qr_caption: str
    qr_alt: str
    second_heading: str = ""
    second_texts: tuple[str, ...] = ()
    second_caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A heading with paragraphs."""

    heading: str
    texts: tuple[str, ...]
    second_heading: str = ""
    second_texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterView:
    """Printed on each page; ``page`` holds the marks ``{page}`` and ``{pages}``."""

    columns: tuple[tuple[str, ...], ...]
    page: str
    second_page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipView:
    """The payment part and receipt of a Swiss QR-bill, in one of the four languages it has.

    ``amount_value`` is grouped by spaces; ``debtor`` is empty where the payer writes it by hand.
    """

    language: str
    payment_part: str
    receipt: str
    account: str
    reference: str
    additional: str
    payable_by: str
    currency: str
    amount: str
    acceptance_point: str
    creditor: tuple[str, ...]  # the account first
    debtor: tuple[str, ...]
    reference_value: str
    message: str
    currency_value: str
    amount_value: str
    qr_alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A whole document."""

    language: str
    region: str
    title: str
    number: str
    running_title: str
    subject: str
    brand: str
    watermark: str
    badge: str
    parties: tuple[PartyView, ...]
    facts: tuple[Pair, ...]
    lines: LinesTable
    tax: TaxTable
    totals: tuple[TotalRow, ...]
    payment: PaymentView | None
    blocks: tuple[TextBlock, ...]
    footer: FooterView
    direction: str = "ltr"
    lead: tuple[Pair, ...] = ()
    slip: SlipView | None = None
    second_language: str = ""
    second_region: str = ""
    second_title: str = ""
    second_badge: str = ""
