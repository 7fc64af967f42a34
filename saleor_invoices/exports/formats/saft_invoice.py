"""The sales invoices of an audit file, and their control totals."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Self

from saleor_invoices.domain.money import ZERO, quantize
from saleor_invoices.domain.vat_shares import rate_text
from saleor_invoices.exports.books.booking import Share, is_credit, rate_of, sale_at, shares_of
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.formats.saft_master import TAX_TYPE, Master, address
from saleor_invoices.exports.records import AddressRecord, DocumentRecord
from saleor_invoices.exports.xml import Xml

CHARGE = "CHARGE"
ALLOWANCE = "ALLOWANCE"
ONE_UNIT = "C62"  # UN/ECE recommendation 20: "one"
_CENT = Decimal("0.01")


@dataclass(slots=True)
class SaftTotals:
    """Control totals: how many invoices, and the lines of both sides."""

    entries: int = 0
    debit: Decimal = ZERO
    credit: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """A line, charge or allowance; ``net`` is signed, in the document's currency."""

    id: str
    sku: str
    name: str
    quantity: Decimal
    unit: str
    price: Decimal
    net: Decimal
    tax: Decimal
    category: str
    rate: Decimal


class Invoices:
    """Writes them to a temporary file."""

    def __init__(self, context: ExportContext, master: Master) -> None:
        self._context, self._master = context, master
        self._spool: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self.totals = SaftTotals()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._spool.close()

    def written(self) -> IO[bytes]:
        """What was written, from its beginning."""
        self._spool.seek(0)
        return self._spool

    def add(self, record: DocumentRecord) -> None:
        """Write one."""
        shares = shares_of(record, self._context.seller, self._context.rate)
        xml, day = Xml(), record.issue_date
        if day is None:
            return
        with xml.element("Invoice"):
            xml.must("InvoiceNo", record.number, 70)
            self._customer(xml, record)
            xml.put("Period", str(day.month))
            xml.put("PeriodYear", str(day.year))
            xml.put("InvoiceDate", day.isoformat())
            xml.put("InvoiceType", "Credit" if is_credit(record) else "Debit", 9)
            xml.put("GLPostingDate", day.isoformat())
            xml.put("SystemID", record.id, 35)
            self._lines(xml, record, shares)
            self._document_totals(xml, record, shares)
        self._spool.write(xml.taken())
        self.totals.entries += 1

    def _customer(self, xml: Xml, record: DocumentRecord) -> None:
        with xml.element("CustomerInfo"):
            # Its id or its name, not both: the name is in the master file.
            xml.put("CustomerID", self._master.customer(record), 35)
            address(xml, record.buyer_address or AddressRecord(), "BillingAddress")

    def _lines(self, xml: Xml, record: DocumentRecord, shares: list[Share]) -> None:
        rate = rate_of(record, self._context.seller.currency, self._context.rate)
        sold = list(_sold(record))
        nets = [quantize(one.net * rate, self._context.seller.currency) for one in sold]
        if nets:  # what rounding to another currency left over
            largest = max(range(len(nets)), key=lambda place: abs(nets[place]))
            nets[largest] += sum((share.net for share in shares), ZERO) - sum(nets, ZERO)
        for number, (one, net) in enumerate(zip(sold, nets, strict=True), start=1):
            with xml.element("Line"):
                xml.put("LineNumber", str(number), 18)
                self._line(xml, record, one, net, rate)

    def _line(
        self, xml: Xml, record: DocumentRecord, one: Sold, net: Decimal, rate: Decimal
    ) -> None:
        signed = -net if is_credit(record) else net
        xml.must("ProductCode", self._master.product(one.sku, one.name, one.unit), 70)
        xml.put("ProductDescription", one.name)
        xml.put("Quantity", _decimal(one.quantity, 6))
        xml.put("InvoiceUOM", one.unit, 9)
        xml.put("UnitPrice", _money(one.price * rate))
        xml.put("TaxPointDate", f"{record.issue_date}")
        if is_credit(record) and record.preceding_number:
            with xml.element("References"), xml.element("CreditNote"):
                xml.put("Reference", record.preceding_number, 35)
                xml.put("Reason", record.reason)
        xml.must("Description", one.name or one.id)
        self._amount(xml, "InvoiceLineAmount", (abs(net), abs(one.net)), record, rate)
        xml.put("DebitCreditIndicator", "C" if signed >= 0 else "D")
        if signed >= 0:
            self.totals.credit += signed
        else:
            self.totals.debit -= signed
        self._line_tax(xml, record, one, net, rate)

    def _line_tax(
        self, xml: Xml, record: DocumentRecord, one: Sold, net: Decimal, rate: Decimal
    ) -> None:
        sale = sale_at(
            self._context.seller,
            category=one.category,
            rate=rate_text(one.rate),
            country=record.tax_country or record.buyer_country,
            to_business=bool(record.buyer_vat_id),
        )
        with xml.element("TaxInformation"):
            xml.put("TaxType", TAX_TYPE)
            xml.put("TaxCode", self._master.tax_code(sale))
            xml.put("TaxPercentage", sale.rate)
            xml.put("TaxBase", _money(abs(net)))
            tax = quantize(one.tax * rate, self._context.seller.currency)
            self._amount(xml, "TaxAmount", (abs(tax), abs(one.tax)), record, rate)

    def _document_totals(self, xml: Xml, record: DocumentRecord, shares: list[Share]) -> None:
        rate = rate_of(record, self._context.seller.currency, self._context.rate)
        with xml.element("DocumentTotals"):
            for share, vat in zip(shares, record.vat, strict=True):
                with xml.element("TaxInformationTotals"):
                    xml.put("TaxType", TAX_TYPE)
                    xml.put("TaxCode", self._master.tax_code(share.sale))
                    xml.put("TaxPercentage", share.sale.rate or "0")
                    xml.put("TaxBase", _money(share.net))
                    self._amount(xml, "TaxAmount", (share.tax, vat.tax), record, rate)
            xml.put("NetTotal", _money(sum((share.net for share in shares), ZERO)))
            xml.put("GrossTotal", _money(sum((share.gross for share in shares), ZERO)))

    def _amount(
        self,
        xml: Xml,
        name: str,
        amounts: tuple[Decimal, Decimal],
        record: DocumentRecord,
        rate: Decimal,
    ) -> None:
        """AmountStructure: in the file's currency, and in the document's where that is another."""
        with xml.element(name):
            xml.put("Amount", _money(amounts[0]))
            if record.currency != self._context.seller.currency:
                xml.put("CurrencyCode", record.currency, 3)
                xml.put("CurrencyAmount", _money(amounts[1]))
                xml.put("ExchangeRate", _decimal(rate, 8))


def _sold(record: DocumentRecord) -> Iterator[Sold]:
    for line in record.lines:
        yield Sold(
            id=line.id,
            sku=line.sku,
            name=line.name,
            quantity=line.quantity,
            unit=line.unit_code or ONE_UNIT,
            price=line.unit_price_net,
            net=line.net,
            tax=line.tax,
            category=line.vat_category,
            rate=line.vat_rate,
        )
    for other in record.adjustments:
        sign = 1 if other.is_charge else -1
        yield Sold(
            id=other.reason,
            sku=CHARGE if other.is_charge else ALLOWANCE,
            name=other.reason or (CHARGE if other.is_charge else ALLOWANCE),
            quantity=Decimal(1),
            unit=ONE_UNIT,
            price=other.amount,
            net=sign * other.amount,
            tax=sign * other.tax,
            category=other.vat_category,
            rate=other.vat_rate,
        )
    if record.erased:
        yield from _nameless(record)


def _nameless(record: DocumentRecord) -> Iterator[Sold]:
    """What is left of an erased document: a sum for each rate."""
    for vat in record.vat:
        yield Sold(
            id="erased", sku="ERASED", name="Erased", quantity=Decimal(1), unit=ONE_UNIT,
            price=vat.taxable, net=vat.taxable, tax=vat.tax, category=vat.vat_category,
            rate=vat.vat_rate,
        )  # fmt: skip


def _money(amount: Decimal) -> str:
    return format((amount or ZERO).quantize(_CENT), "f")


def _decimal(value: Decimal, places: int) -> str:
    return format(value.quantize(Decimal(1).scaleb(-places)).normalize(), "f")
