"""The master files of an audit file: each customer and product once, each VAT rate once."""

import shutil
import sqlite3
import tempfile
from decimal import Decimal
from typing import IO, BinaryIO, Self

from saleor_invoices.domain.document import Address
from saleor_invoices.exports.books.accounts import Sale
from saleor_invoices.exports.books.parties import customer_code
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.records import AddressRecord, DocumentRecord
from saleor_invoices.exports.texts import one_line
from saleor_invoices.exports.xml import NOTHING, Xml

TAX_TYPE = "VAT"
LONGEST_CODE, LONGEST_PRODUCT = 9, 70


class Master:
    """Collects as invoices are written. Who was seen is kept on disk, in a database of its own."""

    def __init__(self, context: ExportContext) -> None:
        self._country = context.seller.country
        self._seen = sqlite3.connect("")
        self._seen.execute("CREATE TABLE seen (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._customers: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._products: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._rates: dict[str, Sale] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._seen.close()
        self._customers.close()
        self._products.close()

    def customer(self, record: DocumentRecord) -> str:
        """The buyer's code; the first document of a buyer describes them."""
        code = customer_code(record)
        if self._is_new(f"customer {code}"):
            self._customers.write(_customer(record, code))
        return code

    def product(self, code: str, name: str, unit: str) -> str:
        """The product's code: its SKU, else its name."""
        found = one_line(code or name, LONGEST_PRODUCT) or NOTHING
        if self._is_new(f"product {found}"):
            self._products.write(_product(found, name or found, unit))
        return found

    def tax_code(self, sale: Sale) -> str:
        """Category, the country where the VAT is another state's, and rate."""
        country = sale.country if sale.is_foreign else ""
        category = "S" if sale.is_foreign else sale.kind or "?"
        code = f"{country}{category}{sale.rate if Decimal(sale.rate or 0) else ''}"
        code = code[:LONGEST_CODE]
        self._rates.setdefault(code, sale)
        return code

    def copy_to(self, out: BinaryIO) -> None:
        """Write the element; the order is that of the schema."""
        out.write(b"<MasterFiles>")
        _part(out, "Customers", self._customers)
        out.write(self._tax_table())
        _part(out, "Products", self._products)
        out.write(b"</MasterFiles>")

    def _is_new(self, name: str) -> bool:
        found = self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (name,))
        return found.rowcount == 1

    def _tax_table(self) -> bytes:
        xml = Xml()
        if not self._rates:
            return b""
        with xml.element("TaxTable"), xml.element("TaxTableEntry"):
            xml.put("TaxType", TAX_TYPE)
            xml.put("Description", "Value added tax")
            for code, sale in sorted(self._rates.items()):
                with xml.element("TaxCodeDetails"):
                    xml.put("TaxCode", code)
                    xml.put("Description", str(sale))
                    xml.put("TaxPercentage", sale.rate or "0")
                    xml.put("Country", sale.country if sale.is_foreign else self._country)
        return xml.taken()


def address(xml: Xml, of: Address | AddressRecord, name: str = "Address") -> None:
    """AddressStructure; a city and, in some states, a postal code it must have."""
    with xml.element(name):
        xml.put("StreetName", of.street, 70)
        xml.must("City", of.city, 35)
        xml.must("PostalCode", of.postal_code, 18)
        xml.put("Region", of.subdivision, 35)
        xml.put("Country", of.country, 2)


def _part(out: BinaryIO, name: str, spool: IO[bytes]) -> None:
    if not spool.tell():
        return
    spool.seek(0)
    out.write(f"<{name}>".encode())
    shutil.copyfileobj(spool, out)
    out.write(f"</{name}>".encode())


def _customer(record: DocumentRecord, code: str) -> bytes:
    xml = Xml()
    with xml.element("Customer"):
        xml.must("Name", record.buyer_name or code, 70)
        address(xml, record.buyer_address or AddressRecord())
        if record.buyer_vat_id:
            with xml.element("TaxRegistration"):
                xml.put("TaxRegistrationNumber", record.buyer_vat_id, 35)
        xml.put("CustomerID", code, 35)
    return xml.taken()


def _product(code: str, name: str, unit: str) -> bytes:
    xml = Xml()
    with xml.element("Product"):
        xml.must("ProductCode", code, LONGEST_PRODUCT)
        xml.must("Description", name)
        xml.must("UOMBase", unit, LONGEST_CODE)
        xml.must("UOMStandard", unit, LONGEST_CODE)
        xml.put("UOMToUOMBaseConversionFactor", "1")
    return xml.taken()
