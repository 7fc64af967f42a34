"""What a column of a CSV or XLSX file can be: the one table for readers, API and documentation."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FieldType(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    AMOUNT = "amount"  # in the invoice's currency
    NUMBER = "number"  # a quantity or price, with all its decimals
    RATE = "rate"  # in percent
    DATE = "date"
    KIND = "kind"  # words for invoice and credit note
    STATUS = "status"  # words for paid, partially paid, unpaid
    CURRENCY = "currency"  # ISO 4217
    COUNTRY = "country"  # ISO 3166-1, or the country's name
    UNIT = "unit"  # UN/ECE Rec 20, or the unit's name
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how a mapping names it, where it goes (on the wire of ``shapes``), its meaning."""

    name: str
    type: FieldType
    path: str
    meaning: str
    term: str = ""  # of EN 16931

    @property
    def is_line(self) -> bool:
        """Whether it is of a line: such a file has a row a line."""
        return self.name.startswith("line_")


_T = FieldType
FIELDS: tuple[Field, ...] = (
    Field("external_id", _T.TEXT, "externalId", "The other system's own id; else the number"),
    Field("number", _T.TEXT, "number", "The number under which it was issued", "BT-1"),
    Field("kind", _T.KIND, "kind", "Invoice or credit note; empty is an invoice", "BT-3"),
    Field("issue_date", _T.DATE, "issueDate", "When it was issued", "BT-2"),
    Field("due_date", _T.DATE, "dueDate", "When it is to be paid", "BT-9"),
    Field("supply_date", _T.DATE, "supplyDate", "When it was delivered", "BT-72"),
    Field("currency", _T.CURRENCY, "currency", "The currency of all amounts", "BT-5"),
    Field("language", _T.TEXT, "language", "The language of its texts, such as en"),
    Field("channel", _T.TEXT, "channel", "The slug of the Saleor channel"),
    Field("buyer_name", _T.TEXT, "buyer.name", "The person; without a company, the buyer", "BT-44"),
    Field("buyer_company", _T.TEXT, "buyer.company", "The company", "BT-44"),
    Field("buyer_vat_id", _T.TEXT, "buyer.vatId", "The buyer's VAT id", "BT-48"),
    Field("buyer_street", _T.TEXT, "buyer.address.street", "Street and number", "BT-50"),
    Field("buyer_additional", _T.TEXT, "buyer.address.additional", "A second line", "BT-51"),
    Field("buyer_city", _T.TEXT, "buyer.address.city", "City", "BT-52"),
    Field("buyer_postal_code", _T.TEXT, "buyer.address.postalCode", "Postal code", "BT-53"),
    Field("buyer_subdivision", _T.TEXT, "buyer.address.subdivision", "State, county", "BT-54"),
    Field("buyer_country", _T.COUNTRY, "buyer.address.country", "Country", "BT-55"),
    Field("buyer_email", _T.TEXT, "buyer.email", "E-mail; it finds the customer too", "BT-58"),
    Field("buyer_phone", _T.TEXT, "buyer.phone", "Telephone", "BT-57"),
    Field("customer_id", _T.TEXT, "customer.id", "The Saleor customer's global id"),
    Field("order_id", _T.TEXT, "order.id", "The Saleor order's global id"),
    Field("order_number", _T.TEXT, "order.number", "The Saleor order's number", "BT-14"),
    Field("order_external_reference", _T.TEXT, "order.externalReference", "The order's external"
          " reference in Saleor"),
    Field("net_total", _T.AMOUNT, "totals.net", "Total without VAT", "BT-109"),
    Field("tax_total", _T.AMOUNT, "totals.tax", "Total VAT", "BT-110"),
    Field("gross_total", _T.AMOUNT, "totals.gross", "Total with VAT", "BT-112"),
    Field("prepaid_total", _T.AMOUNT, "totals.prepaid", "Settled before it was issued", "BT-113"),
    Field("payable_total", _T.AMOUNT, "totals.payable", "Asked for, or still open", "BT-115"),
    Field("paid_total", _T.AMOUNT, "payments.amount", "Received since; of a credit note, given"
          " back"),
    Field("payment_status", _T.STATUS, "paymentStatus", "Paid, partially paid or unpaid"),
    Field("paid_on", _T.DATE, "payments.paidOn", "When it was paid"),
    Field("payment_method", _T.TEXT, "payments.method", "How it was or is to be paid"),
    Field("payment_reference", _T.TEXT, "payments.reference", "The payment's reference"),
    Field("payment_terms", _T.TEXT, "paymentTerms", "Payment terms in words", "BT-20"),
    Field("payment_url", _T.TEXT, "paymentUrl", "Where the buyer pays; HTTPS"),
    Field("note", _T.TEXT, "note", "A note to the buyer", "BT-22"),
    Field("purchase_order_reference", _T.TEXT, "purchaseOrderReference", "The buyer's order"
          " number", "BT-13"),
    Field("buyer_reference", _T.TEXT, "buyerReference", "The buyer's reference", "BT-10"),
    Field("preceding_number", _T.TEXT, "preceding.number", "The corrected invoice", "BT-25"),
    Field("preceding_date", _T.DATE, "preceding.issueDate", "When that was issued", "BT-26"),
    Field("pdf_file", _T.FILE, "pdfFile", "Its own PDF, beside the table in a ZIP"),
    Field("line_name", _T.TEXT, "lines.name", "What was sold", "BT-153"),
    Field("line_description", _T.TEXT, "lines.description", "More about it", "BT-154"),
    Field("line_sku", _T.TEXT, "lines.sku", "The SKU", "BT-155"),
    Field("line_quantity", _T.NUMBER, "lines.quantity", "How many; empty is 1", "BT-129"),
    Field("line_unit_code", _T.UNIT, "lines.unitCode", "The unit; empty is one", "BT-130"),
    Field("line_unit_price_net", _T.NUMBER, "lines.unitPriceNet", "Net unit price", "BT-146"),
    Field("line_unit_price_gross", _T.NUMBER, "lines.unitPriceGross", "Gross unit price"),
    Field("line_net", _T.AMOUNT, "lines.net", "Net amount of the line", "BT-131"),
    Field("line_tax", _T.AMOUNT, "lines.tax", "VAT of the line"),
    Field("line_gross", _T.AMOUNT, "lines.gross", "Gross amount of the line"),
    Field("line_vat_rate", _T.RATE, "lines.vatRate", "VAT rate in percent", "BT-152"),
    Field("line_vat_category", _T.TEXT, "lines.vatCategory", "VAT category", "BT-151"),
    Field("line_exemption_reason", _T.TEXT, "lines.exemptionReason", "Why no VAT", "BT-120"),
)  # fmt: skip
"""Beside these, ``rate_net_19``, ``rate_tax_19`` and ``rate_gross_19`` (any rate, ``5.5`` too) are
an amount at that VAT rate, in a file with a row an invoice: each rate becomes a line."""

FIELD_BY_NAME = {field.name: field for field in FIELDS}
FIELD_BY_PATH = {field.path: field for field in FIELDS}
_AT_RATE = re.compile(r"rate_(net|tax|gross)_(\d{1,2}(?:\.\d{1,3})?)")
ONLY_DESCRIBE = frozenset({"line_vat_rate", "line_vat_category", "line_exemption_reason"})
"""Line fields that a file with a row an invoice may have too."""


def at_rate(name: str) -> tuple[str, Decimal] | None:
    """``("net", Decimal(19))`` for ``rate_net_19``; ``None`` for any other name."""
    found = _AT_RATE.fullmatch(name)
    return (found[1], Decimal(found[2])) if found else None


def is_field(name: str) -> bool:
    """Whether a mapping may name it."""
    return name in FIELD_BY_NAME or at_rate(name) is not None
