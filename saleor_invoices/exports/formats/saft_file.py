"""OECD's Standard Audit File for Tax, version 2.00: sales invoices with what they refer to.

OECD, Guidance for the Standard Audit File - Tax, version 2.0 (2010), appendix B: Header,
MasterFiles (Customers, TaxTable, Products) and SourceDocuments/SalesInvoices, in this order.
Totals and master files come before the invoices and are known after them: all are written to
temporary files first, so that memory does not grow with the number of documents. Amounts are in the
currency of the books; another currency's stand beside them. States with a form of their own
(Norway, Portugal, Romania, Luxembourg) want more: this is the common one.
"""

import shutil
from collections.abc import Iterable
from typing import BinaryIO

from django.conf import settings

from saleor_invoices.exports.books.booking import bookable
from saleor_invoices.exports.books.seller import Seller, setting_missing
from saleor_invoices.exports.context import NOTHING, ExportContext
from saleor_invoices.exports.formats.saft_invoice import Invoices, SaftTotals
from saleor_invoices.exports.formats.saft_master import Master, address
from saleor_invoices.exports.records import Depth, DocumentRecord
from saleor_invoices.exports.xml import Xml

NAMESPACE = "urn:OECD:StandardAuditFile-Taxation/2.00"
VERSION = "2.00"
SOFTWARE = "Saleor Invoices"


class SaftWriter:
    """One legal entity."""

    name, suffix, content_type = "saft", "xml", "application/xml"
    depth, is_of_books = Depth.LINES, True

    def stem(self, context: ExportContext) -> str:
        """By its days."""
        return f"saft-{context.seller.key}-{context.first:%Y%m%d}-{context.last:%Y%m%d}"

    def check(self, context: ExportContext) -> None:
        """Raises ``InvalidInput`` EXPORT_SEVERAL_SELLERS, EXPORT_SETTING_MISSING."""
        seller = context.seller
        if not registration_of(seller):
            raise setting_missing(seller, "legal_registration", "The registration or VAT id")
        if not (seller.party.contact and seller.party.contact.phone):
            raise setting_missing(seller, "contact.phone", "The telephone number of the contact")

    def write(
        self, records: Iterable[DocumentRecord], out: BinaryIO, context: ExportContext = NOTHING
    ) -> None:
        """See ``Writer``."""
        self.check(context)
        with Master(context) as master, Invoices(context, master) as invoices:
            for record in bookable(records):
                invoices.add(record)
            out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
            out.write(f'<AuditFile xmlns="{NAMESPACE}">'.encode())
            out.write(_header(context))
            master.copy_to(out)
            if invoices.totals.entries:  # without an invoice there is no such element
                out.write(b"<SourceDocuments><SalesInvoices>")
                out.write(_totals(invoices.totals))
                shutil.copyfileobj(invoices.written(), out)
                out.write(b"</SalesInvoices></SourceDocuments>")
            out.write(b"</AuditFile>\n")


def registration_of(seller: Seller) -> str:
    """The number under which the company is known."""
    party = seller.party
    registration = party.legal_registration
    return (registration.value if registration else "") or party.vat_id or party.tax_registration


def _header(context: ExportContext) -> bytes:
    xml, seller = Xml(), context.seller
    with xml.element("Header"):
        xml.put("AuditFileVersion", VERSION, 9)
        xml.put("AuditFileCountry", seller.country, 2)
        xml.put("AuditFileDateCreated", f"{context.made_at:%Y-%m-%d}")
        xml.put("SoftwareCompanyName", SOFTWARE, 70)
        xml.put("SoftwareID", SOFTWARE)
        xml.put("SoftwareVersion", settings.VERSION, 18)
        _company(xml, seller)
        xml.put("DefaultCurrencyCode", seller.currency, 3)
        with xml.element("SelectionCriteria"):
            xml.put("SelectionStartDate", context.first.isoformat())
            xml.put("SelectionEndDate", context.last.isoformat())
            xml.put("DocumentType", "Sales invoices and credit notes")
        xml.put("TaxAccountingBasis", "Invoice", 18)
    return xml.taken()


def _company(xml: Xml, seller: Seller) -> None:
    party = seller.party
    with xml.element("Company"):
        xml.must("RegistrationNumber", registration_of(seller), 35)
        xml.must("Name", seller.name, 70)
        address(xml, party.address)
        if party.contact is not None:
            with xml.element("Contact"):
                with xml.element("ContactPerson"):
                    xml.put("FirstName", "NotUsed", 35)
                    xml.must("LastName", party.contact.name or seller.name, 70)
                xml.must("Telephone", party.contact.phone, 18)
                xml.put("Email", party.contact.email, 70)
        if party.vat_id:
            with xml.element("TaxRegistration"):
                xml.put("TaxRegistrationNumber", party.vat_id, 35)
                xml.put("TaxType", "VAT", 9)


def _totals(totals: SaftTotals) -> bytes:
    xml = Xml()
    xml.put("NumberOfEntries", str(totals.entries))
    xml.put("TotalDebit", f"{totals.debit:.2f}")
    xml.put("TotalCredit", f"{totals.credit:.2f}")
    return xml.taken()
