"""Sums for the One Stop Shop return, by quarter, state of consumption and rate, as CSV.

Directive 2006/112/EC, art. 369f and 369g (Union scheme): taxable amounts and VAT in euro, by member
state of consumption and rate; amounts of earlier quarters are corrected in the return of the
quarter in which the credit note was made, by state and quarter. Art. 369h: other currencies at the
rate of the quarter's last day. Only sums are kept in memory.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import BinaryIO

from saleor_invoices.domain.money import ZERO, quantize
from saleor_invoices.exports.books.accounts import OSS
from saleor_invoices.exports.books.booking import (
    bookable,
    is_credit,
    rate_missing,
    sale_of,
)
from saleor_invoices.exports.books.seller import Seller, setting_missing
from saleor_invoices.exports.cells import harmless, plain
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.records import Depth, DocumentRecord

EURO = "EUR"
COLUMNS = (
    "Legal entity", "Member state of identification", "VAT id", "Quarter", "Kind",
    "Corrected quarter", "Member state of consumption", "Supply", "VAT rate", "Taxable amount",
    "VAT amount", "Currency", "Documents",
)  # fmt: skip
Place = tuple[str, str, str, str, str, Decimal]
"""Seller's key, quarter, supply or correction, corrected quarter, country, rate."""


@dataclass(slots=True)
class _Sum:
    taxable: Decimal = ZERO
    tax: Decimal = ZERO
    count: int = 0


class OssWriter:
    """Sales that are not declared in the One Stop Shop are left out."""

    name, suffix, content_type = "oss", "csv", "text/csv; charset=utf-8"
    depth, is_of_books = Depth.VAT, True

    def stem(self, context: ExportContext) -> str:
        """By its quarters."""
        first, last = quarter_of(context.first), quarter_of(context.last)
        return f"oss-{first}" if first == last else f"oss-{first}-{last}"

    def check(self, context: ExportContext) -> None:
        """Raises ``InvalidInput`` EXPORT_SETTING_MISSING where no seller declares there."""
        sellers = list(context.sellers.values())
        if sellers and not any(seller.oss_registered for seller in sellers):
            raise setting_missing(sellers[0], "oss_registered", "The registration for the OSS")

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        self.check(context)
        sums: dict[Place, _Sum] = {}
        for record in bookable(records):
            _add(sums, record, context)
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
        rows = csv.writer(text)
        rows.writerow(COLUMNS)
        for place in sorted(sums):
            rows.writerow(_row(place, sums[place], context))
        text.flush()
        text.detach()


def quarter_of(day: date) -> str:
    """Such as ``2026-Q4``: the tax period of the Union scheme (art. 369f)."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def last_day(day: date) -> date:
    """Of the quarter that the day lies in."""
    month = (day.month + 2) // 3 * 3
    following = date(day.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _add(sums: dict[Place, _Sum], record: DocumentRecord, context: ExportContext) -> None:
    seller, issued = context.sellers[record.legal_entity], record.issue_date
    if issued is None:
        return
    origin = (record.preceding_date if is_credit(record) else None) or issued
    sign = -1 if is_credit(record) else 1
    quarter, corrected = quarter_of(issued), quarter_of(origin)
    kind = "supply" if quarter == corrected else "correction"
    seen: set[Place] = set()
    for vat in record.vat:
        sale = sale_of(record, vat, seller)
        if sale.kind != OSS:
            continue
        rate = _euro_rate(record, origin, context)
        corrects = "" if kind == "supply" else corrected
        place = (seller.key, quarter, kind, corrects, sale.country, Decimal(sale.rate))
        found = sums.setdefault(place, _Sum())
        found.taxable += sign * quantize(vat.taxable * rate, EURO)
        found.tax += sign * quantize(vat.tax * rate, EURO)
        found.count += place not in seen
        seen.add(place)


def _euro_rate(record: DocumentRecord, origin: date, context: ExportContext) -> Decimal:
    if record.currency == EURO:
        return Decimal(1)
    day = last_day(origin)
    found = context.rate(record.currency, EURO, day)
    if found is None:
        raise rate_missing(record.currency, EURO, day)
    return found


def _row(place: Place, found: _Sum, context: ExportContext) -> list[str]:
    key, quarter, kind, corrected, country, rate = place
    seller: Seller = context.sellers[key]
    supply = "services" if seller.sells_services else "goods"
    return [
        harmless(key), seller.country, harmless(seller.party.vat_id), quarter, kind, corrected,
        country, supply, plain(rate), plain(found.taxable), plain(found.tax), EURO,
        str(found.count),
    ]  # fmt: skip
