"""The parts of OECD SAF-T 2.00 that sales invoices use, as tables to check a file against.

Written from the published structure (OECD, Guidance for the Standard Audit File - Tax, version 2.0,
appendix B) and from what Luxembourg's schema of the same namespace (FAIA 2.01) refuses: each
element's children in their order, how often each may stand, and the simple types.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

NAMESPACE = "{urn:OECD:StandardAuditFile-Taxation/2.00}"
# Children: a plain name stands once, ? at most once, * any number, + once or more.
_ADDRESS = "StreetName? Number? AdditionalAddressDetail? Building? City PostalCode Region? Country?"
_AMOUNT = "Amount CurrencyCode? CurrencyAmount? ExchangeRate?"
_TAX = "TaxType? TaxCode? TaxPercentage? TaxBase? TaxBaseDescription? TaxAmount TaxExemptionReason?"
CHILDREN = {
    "AuditFile": "Header MasterFiles? GeneralLedgerEntries? SourceDocuments?",
    "Header": (
        "AuditFileVersion AuditFileCountry AuditFileRegion? AuditFileDateCreated"
        " SoftwareCompanyName SoftwareID SoftwareVersion Company DefaultCurrencyCode"
        " SelectionCriteria? HeaderComment? TaxAccountingBasis TaxEntity?"
    ),
    "Company": "RegistrationNumber Name Address+ Contact+ TaxRegistration* BankAccount*",
    "Contact": "ContactPerson Telephone Fax? Email? Website?",
    "ContactPerson": "Title? FirstName Initials? LastNamePrefix? LastName BirthName? Salutation?",
    "TaxRegistration": "TaxRegistrationNumber TaxType? TaxNumber? TaxAuthority?",
    "SelectionCriteria": (
        "TaxReportingJurisdiction? CompanyEntity? SelectionStartDate SelectionEndDate DocumentType?"
        " OtherCriteria*"
    ),
    "Address": _ADDRESS,
    "BillingAddress": _ADDRESS,
    "MasterFiles": "GeneralLedgerAccounts? Taxonomies? Customers? Suppliers? TaxTable? UOMTable?"
    " AnalysisTypeTable? MovementTypeTable? Products?",
    "Customers": "Customer+",
    "Customer": "RegistrationNumber? Name Address* Contact* TaxRegistration* BankAccount*"
    " CustomerID SelfBillingIndicator? AccountID?",
    "TaxTable": "TaxTableEntry+",
    "TaxTableEntry": "TaxType Description TaxCodeDetails+",
    "TaxCodeDetails": "TaxCode EffectiveDate? ExpirationDate? Description? TaxPercentage? Country",
    "Products": "Product+",
    "Product": "ProductCode GoodsServicesID? ProductGroup? Description ProductCommodityCode?"
    " ProductNumberCode? ValuationMethod? UOMBase UOMStandard UOMToUOMBaseConversionFactor Tax*",
    "SourceDocuments": "SalesInvoices?",
    "SalesInvoices": "NumberOfEntries TotalDebit TotalCredit Invoice+",
    "Invoice": (
        "InvoiceNo CustomerInfo AccountID? BranchStoreNumber? Period? PeriodYear? InvoiceDate"
        " InvoiceType? ShipTo? ShipFrom? PaymentTerms? SelfBillingIndicator? SourceID?"
        " GLPostingDate? BatchID? SystemID? TransactionID? ReceiptNumbers? Line+ Settlement*"
        " DocumentTotals?"
    ),
    "CustomerInfo": "CustomerID BillingAddress",
    "Line": (
        "LineNumber? AccountID? OrderReferences* GoodsServicesID? ProductCode? ProductDescription?"
        " Delivery? Quantity? InvoiceUOM? UOMToUOMBaseConversionFactor? UnitPrice TaxPointDate"
        " References? Description InvoiceLineAmount DebitCreditIndicator ShippingCostsAmount?"
        " TaxInformation*"
    ),
    "References": "CreditNote?",
    "CreditNote": "Reference? Reason?",
    "InvoiceLineAmount": _AMOUNT,
    "TaxAmount": _AMOUNT,
    "TaxInformation": _TAX,
    "TaxInformationTotals": _TAX,
    "DocumentTotals": "TaxInformationTotals+ ShippingCostsAmountTotal? NetTotal GrossTotal",
}
CODE, SHORT, MIDDLE1, MIDDLE2, LONG = (f".{{1,{most}}}" for most in (9, 18, 35, 70, 256))
MONEY, QUANTITY, RATE = r"-?\d{1,16}\.\d{2}", r"-?\d+(\.\d{1,6})?", r"\d+(\.\d{1,8})?"
DAY, STATE, CURRENCY = r"\d{4}-\d{2}-\d{2}", "[A-Z]{2}", "[A-Z]{3}"
TEXTS = {
    "AuditFileVersion": CODE, "AuditFileCountry": STATE, "AuditFileDateCreated": DAY,
    "SoftwareCompanyName": MIDDLE2, "SoftwareID": LONG, "SoftwareVersion": SHORT,
    "RegistrationNumber": MIDDLE1, "Name": MIDDLE2, "FirstName": MIDDLE1, "LastName": MIDDLE2,
    "Telephone": SHORT, "Email": MIDDLE2, "TaxRegistrationNumber": MIDDLE1, "TaxType": CODE,
    "DefaultCurrencyCode": CURRENCY, "SelectionStartDate": DAY, "SelectionEndDate": DAY,
    "TaxAccountingBasis": SHORT, "StreetName": MIDDLE2, "City": MIDDLE1, "PostalCode": SHORT,
    "Region": MIDDLE1, "Country": STATE, "CustomerID": MIDDLE1, "TaxCode": CODE,
    "TaxPercentage": r"\d+(\.\d+)?", "ProductCode": MIDDLE2, "UOMBase": CODE, "UOMStandard": CODE,
    "NumberOfEntries": r"\d+", "TotalDebit": MONEY, "TotalCredit": MONEY, "InvoiceNo": MIDDLE2,
    "Period": r"\d{1,2}", "PeriodYear": r"(19[7-9]\d|20\d\d|2100)", "InvoiceDate": DAY,
    "InvoiceType": CODE, "GLPostingDate": DAY, "SystemID": MIDDLE1, "LineNumber": SHORT,
    "ProductDescription": LONG, "Quantity": QUANTITY, "InvoiceUOM": CODE, "UnitPrice": MONEY,
    "TaxPointDate": DAY, "Reference": MIDDLE1, "Reason": LONG, "Description": LONG,
    "Amount": MONEY, "CurrencyCode": CURRENCY, "CurrencyAmount": MONEY, "ExchangeRate": RATE,
    "DebitCreditIndicator": "[DC]", "TaxBase": MONEY, "NetTotal": MONEY, "GrossTotal": MONEY,
}  # fmt: skip


def name_of(element: etree._Element) -> str:
    """The element's name, which must be of the namespace."""
    tag = str(element.tag)
    assert tag.startswith(NAMESPACE), tag
    return tag.removeprefix(NAMESPACE)


def faults(element: etree._Element) -> Iterator[str]:
    """What is not as the structure has it."""
    name, children = name_of(element), [name_of(child) for child in element]
    if name in CHILDREN:
        pattern = "".join(
            f"(?:{part.rstrip('?*+')} ){part[-1] if part[-1] in '?*+' else ''}"
            for part in CHILDREN[name].split()
        )
        if not re.fullmatch(pattern, "".join(f"{child} " for child in children)):
            yield f"{name}: {children}"
    elif children:
        yield f"{name} has children"
    elif not re.fullmatch(TEXTS.get(name, LONG), element.text or ""):
        yield f"{name}: {element.text!r}"
    for child in element:
        yield from faults(child)


def number(element: etree._Element, path: str) -> Decimal:
    """The amount at a path of names."""
    return Decimal(text(element, path))


def text(element: etree._Element, path: str) -> str:
    """The text at a path of names; it must be there."""
    found = element.find("/".join(NAMESPACE + part for part in path.split("/")))
    assert found is not None, path
    return found.text or ""


def each(element: etree._Element, name: str) -> list[etree._Element]:
    """All elements of a name below."""
    return list(element.iter(NAMESPACE + name))
