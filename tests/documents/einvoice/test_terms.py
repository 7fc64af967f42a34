"""Where each term of the model stands in both syntaxes."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Contact, Identifier, Note, PaymentInstructions
from tests.documents.einvoice.judging import text, texts
from tests.documents.einvoice.samples import (
    SAMPLES,
    complete,
    from_northern_ireland,
    in_two_currencies,
    rounded,
)
from tests.documents.samples import SELLER, sample_document, sample_line

_SELLER = "//ram:SellerTradeParty"
_LINE = "//ram:IncludedSupplyChainTradeLineItem[1]"
_REF = "//ram:ApplicableHeaderTradeAgreement/ram:AdditionalReferencedDocument"
TERMS = [
    # term, value, CII, UBL
    ("BT-1", "INV-2026-00042", "//rsm:ExchangedDocument/ram:ID", "/*/cbc:ID"),
    ("BT-2", None, "//rsm:ExchangedDocument/ram:IssueDateTime/*[.='20261122']",
     "/*/cbc:IssueDate[.='2026-11-22']"),
    ("BT-3", "380", "//rsm:ExchangedDocument/ram:TypeCode", "/*/cbc:InvoiceTypeCode"),
    ("BT-5", "EUR", "//ram:InvoiceCurrencyCode", "/*/cbc:DocumentCurrencyCode"),
    ("BT-7", None, "//ram:TaxPointDate/*[.='20261121']", "/*/cbc:TaxPointDate[.='2026-11-21']"),
    ("BT-9", None, "//ram:DueDateDateTime/*[.='20261206']", "/*/cbc:DueDate[.='2026-12-06']"),
    ("BT-10", "04011000-12345-67", "//ram:BuyerReference", "/*/cbc:BuyerReference"),
    ("BT-11", "PRJ-1", "//ram:SpecifiedProcuringProject/ram:ID", "/*/cac:ProjectReference/cbc:ID"),
    ("BT-12", "CON-1", "//ram:ContractReferencedDocument/ram:IssuerAssignedID",
     "/*/cac:ContractDocumentReference/cbc:ID"),
    ("BT-13", "PO-1", "//ram:ApplicableHeaderTradeAgreement/ram:BuyerOrderReferencedDocument/*",
     "/*/cac:OrderReference/cbc:ID"),
    ("BT-14", "1042", "//ram:SellerOrderReferencedDocument/ram:IssuerAssignedID",
     "/*/cac:OrderReference/cbc:SalesOrderID"),
    ("BT-15", "RA-1", "//ram:ReceivingAdviceReferencedDocument/*",
     "/*/cac:ReceiptDocumentReference/cbc:ID"),
    ("BT-16", "DA-1", "//ram:DespatchAdviceReferencedDocument/*",
     "/*/cac:DespatchDocumentReference/cbc:ID"),
    ("BT-17", "TEN-1", f"{_REF}[ram:TypeCode='50']/ram:IssuerAssignedID",
     "/*/cac:OriginatorDocumentReference/cbc:ID"),
    ("BT-18", "OBJ-1",
     f"{_REF}[ram:TypeCode='130'][ram:ReferenceTypeCode='AAA']/ram:IssuerAssignedID",
     "/*/cac:AdditionalDocumentReference[cbc:DocumentTypeCode='130']/cbc:ID[@schemeID='AAA']"),
    ("BT-19", "COST-1",
     "//ram:ApplicableHeaderTradeSettlement/ram:ReceivableSpecifiedTradeAccountingAccount/*",
     "/*/cbc:AccountingCost"),
    ("BT-20", "Payable within 14 days.", "//ram:SpecifiedTradePaymentTerms/ram:Description",
     "/*/cac:PaymentTerms/cbc:Note"),
    ("BT-27", "Sample Seller GmbH", f"{_SELLER}/ram:Name",
     "//cac:AccountingSupplierParty//cbc:RegistrationName"),
    ("BT-28", "Sample Trade", f"{_SELLER}//ram:TradingBusinessName",
     "//cac:AccountingSupplierParty//cac:PartyName/cbc:Name"),
    ("BT-29", "4000001000005", f"{_SELLER}/ram:GlobalID[@schemeID='0088']",
     "//cac:AccountingSupplierParty//cac:PartyIdentification/cbc:ID[@schemeID='0088']"),
    ("BT-30", "123456789", f"{_SELLER}/ram:SpecifiedLegalOrganization/ram:ID[@schemeID='0002']",
     "//cac:AccountingSupplierParty//cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0002']"),
    ("BT-31", "DE136695976", f"{_SELLER}//ram:ID[@schemeID='VA']",
     "//cac:AccountingSupplierParty//cac:PartyTaxScheme[.//cbc:ID='VAT']/cbc:CompanyID"),
    ("BT-32", "30/123/45678", f"{_SELLER}//ram:ID[@schemeID='FC']",
     "//cac:AccountingSupplierParty//cac:PartyTaxScheme[.//cbc:ID='FC']/cbc:CompanyID"),
    ("BT-34", "4000001000005", f"{_SELLER}/ram:URIUniversalCommunication/ram:URIID",
     "//cac:AccountingSupplierParty//cbc:EndpointID[@schemeID='0088']"),
    ("BT-35", "Lindenallee 12", f"{_SELLER}//ram:LineOne",
     "//cac:AccountingSupplierParty//cbc:StreetName"),
    ("BT-39", "Berlin", f"{_SELLER}//ram:CountrySubDivisionName",
     "//cac:AccountingSupplierParty//cbc:CountrySubentity"),
    ("BT-42", "+49 30 555 0100", f"{_SELLER}//ram:CompleteNumber",
     "//cac:AccountingSupplierParty//cbc:Telephone"),
    ("BT-48", "DE129273398", "//ram:BuyerTradeParty//ram:ID[@schemeID='VA']",
     "//cac:AccountingCustomerParty//cac:PartyTaxScheme/cbc:CompanyID"),
    ("BT-59", "Sample Factor GmbH", "//ram:PayeeTradeParty/ram:Name",
     "//cac:PayeeParty/cac:PartyName/cbc:Name"),
    ("BT-60", "F-1", "//ram:PayeeTradeParty/ram:ID",
     "//cac:PayeeParty/cac:PartyIdentification/cbc:ID"),
    ("BT-61", "HRB 9", "//ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:ID",
     "//cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyID"),
    ("BT-62", "Sample Representative SARL", "//ram:SellerTaxRepresentativeTradeParty/ram:Name",
     "//cac:TaxRepresentativeParty/cac:PartyName/cbc:Name"),
    ("BT-63", "FR40303265045", "//ram:SellerTaxRepresentativeTradeParty//ram:ID[@schemeID='VA']",
     "//cac:TaxRepresentativeParty//cbc:CompanyID"),
    ("BT-70", "Sample Warehouse", "//ram:ShipToTradeParty/ram:Name",
     "//cac:DeliveryParty//cbc:Name"),
    ("BT-71", "4000001000005", "//ram:ShipToTradeParty/ram:GlobalID",
     "//cac:DeliveryLocation/cbc:ID[@schemeID='0088']"),
    ("BT-72", None, "//ram:ActualDeliverySupplyChainEvent//udt:DateTimeString[.='20261120']",
     "//cbc:ActualDeliveryDate[.='2026-11-20']"),
    ("BT-80", "DE", "//ram:ShipToTradeParty//ram:CountryID",
     "//cac:DeliveryLocation//cbc:IdentificationCode"),
    ("BT-73", None,
     "//ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod"
     "/ram:StartDateTime/*[.='20261101']",
     "/*/cac:InvoicePeriod/cbc:StartDate[.='2026-11-01']"),
    ("BT-82", "SEPA transfer",
     "(//ram:SpecifiedTradeSettlementPaymentMeans/ram:Information)[1]",
     "//cbc:PaymentMeansCode/@name"),
    ("BT-83", "INV-2026-00042", "//ram:PaymentReference", "(//cbc:PaymentID)[1]"),
    ("BT-84", "DE89370400440532013000", "(//ram:IBANID)[1]",
     "(//cac:PayeeFinancialAccount/cbc:ID)[1]"),
    ("BT-86", "COBADEFFXXX", "//ram:BICID", "//cac:FinancialInstitutionBranch/cbc:ID"),
    ("BT-92", "10.00",
     "//ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge"
     "[ram:ChargeIndicator/udt:Indicator='false']/ram:ActualAmount",
     "/*/cac:AllowanceCharge[cbc:ChargeIndicator='false']/cbc:Amount"),
    ("BT-94", "10",
     "//ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge"
     "/ram:CalculationPercent",
     "/*/cac:AllowanceCharge/cbc:MultiplierFactorNumeric"),
    ("BT-105", "FC",
     "//ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode",
     "/*/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode"),
    ("BT-122", "TIMES-1", f"{_REF}[ram:TypeCode='916']/ram:IssuerAssignedID",
     "/*/cac:AdditionalDocumentReference[not(cbc:DocumentTypeCode)]/cbc:ID"),
    ("BT-123", "Time sheet", f"{_REF}[ram:TypeCode='916']/ram:Name",
     "//cbc:DocumentDescription"),
    ("BT-124", "https://invoices.example.com/t/1", f"{_REF}[ram:TypeCode='916']/ram:URIID",
     "//cac:ExternalReference/cbc:URI"),
    ("BT-127", "Engraved", f"{_LINE}//ram:IncludedNote/ram:Content", "//cac:InvoiceLine/cbc:Note"),
    ("BT-128", "METER-1", f"{_LINE}//ram:AdditionalReferencedDocument[ram:TypeCode='130']/*[1]",
     "//cac:InvoiceLine/cac:DocumentReference/cbc:ID"),
    ("BT-132", "10", f"{_LINE}//ram:BuyerOrderReferencedDocument/ram:LineID",
     "//cac:OrderLineReference/cbc:LineID"),
    ("BT-133", "4711", f"{_LINE}//ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID",
     "//cac:InvoiceLine/cbc:AccountingCost"),
    ("BT-135", None, f"{_LINE}//ram:EndDateTime/*[.='20261130']",
     "//cac:InvoiceLine//cbc:EndDate[.='2026-11-30']"),
    ("BT-136", "4.05",
     f"{_LINE}//ram:SpecifiedTradeAllowanceCharge"
     "[ram:ChargeIndicator/udt:Indicator='false']/ram:ActualAmount",
     "//cac:InvoiceLine[1]/cac:AllowanceCharge[cbc:ChargeIndicator='false']/cbc:Amount"),
    ("BT-156", "B-1", f"{_LINE}//ram:BuyerAssignedID", "//cac:BuyersItemIdentification/cbc:ID"),
    ("BT-159", "IT", f"{_LINE}//ram:OriginTradeCountry/ram:ID",
     "//cac:OriginCountry/cbc:IdentificationCode"),
    ("BT-161", "Black",
     f"{_LINE}//ram:ApplicableProductCharacteristic[ram:Description='Colour']/ram:Value",
     "//cac:AdditionalItemProperty[cbc:Name='Colour']/cbc:Value"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "value", "cii_path", "ubl_path"), TERMS)
def test_every_term_stands_in_its_place(
    term: str, value: str | None, cii_path: str, ubl_path: str
) -> None:
    document = complete()
    found = (
        text(cii.write(document, Profile.EN16931), cii_path),
        text(ubl.write(document, Profile.EN16931), ubl_path),
    )
    assert value is None or found == (value, value), term


@pytest.mark.parametrize(
    ("profile", "specification", "process"),
    [
        (Profile.EN16931, "urn:cen.eu:en16931:2017", []),
        (
            Profile.XRECHNUNG,
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            ["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"],
        ),
        (
            Profile.PEPPOL_BIS3,
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            ["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"],
        ),
    ],
)
def test_the_profile_is_named(profile: Profile, specification: str, process: list[str]) -> None:
    xml = ubl.write(complete(), profile)
    assert text(xml, "/*/cbc:CustomizationID") == specification
    assert texts(xml, "/*/cbc:ProfileID") == process
    if profile is not Profile.PEPPOL_BIS3:
        xml = cii.write(complete(), profile)
        path = "//ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"
        assert text(xml, path) == specification


def test_a_credit_note_is_a_document_of_its_own_with_positive_amounts() -> None:
    document = SAMPLES["credit_note"]()
    xml = ubl.write(document, Profile.EN16931)
    assert text(xml, "/*/cbc:CreditNoteTypeCode") == "381"
    assert text(xml, "//cac:BillingReference//cbc:ID") == "INV-2026-00042"
    assert text(xml, "//cac:BillingReference//cbc:IssueDate") == "2026-11-22"
    assert texts(xml, "//cac:InvoiceLine") == []
    assert text(xml, "//cac:CreditNoteLine/cbc:CreditedQuantity") == "2"
    assert text(xml, "//cbc:PayableAmount") == "49.80"
    xml = cii.write(document, Profile.EN16931)
    assert text(xml, "//rsm:ExchangedDocument/ram:TypeCode") == "381"
    assert text(xml, "//ram:InvoiceReferencedDocument/ram:IssuerAssignedID") == "INV-2026-00042"
    assert text(xml, "//ram:DuePayableAmount") == "49.80"


def test_the_due_date_of_a_ubl_credit_note_stands_in_its_first_payment_means() -> None:
    document = complete(DocumentKind.CREDIT_NOTE)
    xml = ubl.write(document, Profile.EN16931)
    assert texts(xml, "//cac:PaymentMeans/cbc:PaymentDueDate") == ["2026-12-06"]
    xml = ubl.write(replace(document, payment=None), Profile.EN16931)
    assert text(xml, "//cac:PaymentMeans[cbc:PaymentMeansCode='1']/cbc:PaymentDueDate")
    assert texts(xml, "/*/cac:ProjectReference") == []
    path = "/*/cac:AdditionalDocumentReference[cbc:DocumentTypeCode='50']/cbc:ID"
    assert text(xml, path) == "PRJ-1"


def test_a_note_has_its_subject_code() -> None:
    document = complete()
    assert texts(ubl.write(document, Profile.EN16931), "/*/cbc:Note") == [
        "Thank you.",
        "#AAI#Sold as seen.",
    ]
    path = "//ram:IncludedNote[ram:SubjectCode='AAI']/ram:Content"
    assert text(cii.write(document, Profile.EN16931), path) == "Sold as seen."


def test_peppol_has_one_note() -> None:
    notes = texts(ubl.write(complete(), Profile.PEPPOL_BIS3), "/*/cbc:Note")
    assert notes == ["Thank you.\nSold as seen."]


def test_the_wording_of_an_advance_payment_is_a_note_and_its_date_no_delivery() -> None:
    xml = cii.write(SAMPLES["advance_payment"](), Profile.EN16931)
    wording = "Advance payment received on 19 Nov 2026: the supply follows."
    assert texts(xml, "//ram:IncludedNote/ram:Content") == [wording]
    assert texts(xml, "//ram:ActualDeliverySupplyChainEvent") == []


def test_a_price_that_does_not_come_out_even_has_more_decimals() -> None:
    line = replace(
        sample_line(1, quantity=3),
        net_amount=Decimal("10.00"),
        tax_amount=Decimal("2.30"),
        gross_amount=Decimal("12.30"),
    )
    xml = ubl.write(sample_document([line]), Profile.EN16931)
    assert text(xml, "//cac:Price/cbc:PriceAmount") == "3.333"
    assert text(xml, "//cbc:LineExtensionAmount[ancestor::cac:InvoiceLine]") == "10.00"


def test_outside_the_scope_no_vat_id_and_no_rate_of_a_line_is_shown() -> None:
    document = SAMPLES["outside_scope"]()
    assert document.seller.vat_id
    for xml in (cii.write(document, Profile.EN16931), ubl.write(document, Profile.EN16931)):
        assert b"DE136695976" not in xml
    xml = ubl.write(document, Profile.EN16931)
    assert texts(xml, "//cac:ClassifiedTaxCategory/cbc:Percent") == []
    assert text(xml, "//cac:TaxSubtotal//cbc:Percent") == "0"  # BR-DE-14


def test_prefixes_of_vat_ids_stay_and_countries_are_of_iso() -> None:
    xml = ubl.write(from_northern_ireland(), Profile.EN16931)
    companies = texts(xml, "//cac:PartyTaxScheme[.//cbc:ID='VAT']/cbc:CompanyID")
    assert companies == ["XI110305878", "EL094259216"]
    assert texts(xml, "//cac:PostalAddress//cbc:IdentificationCode") == ["GB", "GR"]
    assert text(xml, "//cac:DeliveryLocation//cbc:IdentificationCode") == "GR"


def test_an_intra_community_supply_without_ship_to_goes_to_the_buyer() -> None:
    document = SAMPLES["intra_community"]()
    assert document.delivery
    document = replace(document, delivery=replace(document.delivery, address=None))
    assert text(cii.write(document, Profile.EN16931), "//ram:ShipToTradeParty//ram:CountryID")


def test_tax_is_told_in_two_currencies() -> None:
    document = in_two_currencies()
    total, second = document.totals.tax, document.totals.tax_in_accounting_currency
    xml = cii.write(document, Profile.EN16931)
    assert text(xml, "//ram:TaxTotalAmount[@currencyID='USD']") == str(total)
    assert text(xml, "//ram:TaxTotalAmount[@currencyID='EUR']") == str(second)
    xml = ubl.write(replace(document, vat_accounting_currency="USD"), Profile.EN16931)
    assert texts(xml, "/*/cbc:TaxCurrencyCode") == []
    assert len(texts(xml, "//cac:TaxTotal")) == 1


def test_rounding_and_prepaid_amounts_are_there_only_where_there_are_any() -> None:
    document = rounded()
    xml = ubl.write(document, Profile.EN16931)
    assert text(xml, "//cbc:PayableRoundingAmount") == "0.02"
    assert text(xml, "//cbc:PrepaidAmount") == "20.00"
    xml = ubl.write(sample_document(2), Profile.EN16931)
    assert texts(xml, "//cbc:PayableRoundingAmount | //cbc:PrepaidAmount") == []


def test_a_shop_order_without_purchase_order_is_na_in_ubl() -> None:
    xml = ubl.write(sample_document(1), Profile.EN16931)
    assert text(xml, "//cac:OrderReference/cbc:ID") == "NA"
    assert (
        texts(cii.write(sample_document(1), Profile.EN16931), "//ram:BuyerOrderReferencedDocument")
        == []
    )


def test_an_account_that_is_no_iban_is_proprietary() -> None:
    document = sample_document(1)
    assert document.payment
    account = replace(document.payment.credit_transfers[0], account="12 34567890")
    payment = replace(document.payment, means_code="30", credit_transfers=(account,))
    xml = cii.write(replace(document, payment=payment), Profile.EN16931)
    assert text(xml, "//ram:ProprietaryID") == "12 34567890"
    assert texts(xml, "//ram:IBANID") == []


def test_a_payee_who_is_the_seller_is_left_out() -> None:
    document = replace(sample_document(1), payee=replace(SELLER, identifiers=()))
    assert texts(cii.write(document, Profile.EN16931), "//ram:PayeeTradeParty") == []
    assert texts(ubl.write(document, Profile.EN16931), "//cac:PayeeParty") == []


def test_xrechnung_is_addressed_by_e_mail_and_names_somebody_to_ask() -> None:
    xml = ubl.write(sample_document(1), Profile.XRECHNUNG)
    endpoints = texts(xml, "//cbc:EndpointID[@schemeID='EM']")
    assert endpoints == ["billing@example.com", "accounts@example.com"]
    contact = "//cac:AccountingSupplierParty//cac:Contact/cbc:Name"
    assert text(xml, contact) == "Sample Seller GmbH"
    assert texts(ubl.write(sample_document(1), Profile.EN16931), "//cbc:EndpointID") == []


@pytest.mark.parametrize(
    ("payment", "code"),
    [(None, "1"), (PaymentInstructions(means_code="48", means_text="Card"), "68")],
)
def test_xrechnung_always_says_how_it_is_paid(
    payment: PaymentInstructions | None, code: str
) -> None:
    document = replace(sample_document(1), payment=payment)
    assert text(ubl.write(document, Profile.XRECHNUNG), "//cbc:PaymentMeansCode") == code
    others = texts(ubl.write(document, Profile.EN16931), "//cbc:PaymentMeansCode")
    assert others == ([payment.means_code] if payment else [])


def test_a_base_without_percentage_is_left_out_where_peppol_forbids_it() -> None:
    document = complete()
    path = "//cac:InvoiceLine//cbc:BaseAmount"
    first, *rest = document.lines
    allowance = replace(first.allowances[0], base_amount=first.net_amount)
    document = replace(document, lines=(replace(first, allowances=(allowance,)), *rest))
    both = [str(first.net_amount), "20.00"]
    assert texts(ubl.write(document, Profile.EN16931), path) == both
    assert texts(ubl.write(document, Profile.PEPPOL_BIS3), path) == ["20.00"]


def test_text_that_xml_cannot_hold_is_replaced() -> None:
    buyer = replace(complete().buyer, name="Sample\x00Buyer\x0b", contact=Contact(name="\x07"))
    document = replace(complete(), buyer=buyer, notes=(Note(text="\ud800"),))
    for write in _writers():
        xml = write(document, Profile.EN16931)
        assert "Sample\ufffdBuyer\ufffd".encode() in xml


def test_alike_documents_give_alike_bytes() -> None:
    for write in _writers():
        assert write(complete(), Profile.EN16931) == write(complete(), Profile.EN16931)


def test_a_buyer_is_identified_once_and_has_no_local_tax_number() -> None:
    identifiers = (Identifier(value="A"), Identifier(value="B"))
    buyer = replace(complete().buyer, identifiers=identifiers, tax_registration="12/345")
    document = replace(complete(), buyer=buyer)
    xml = cii.write(document, Profile.EN16931)
    assert texts(xml, "//ram:BuyerTradeParty/ram:ID") == ["A"]
    assert b"12/345" not in xml
    assert b"12/345" not in ubl.write(document, Profile.EN16931)


def _writers() -> list[Callable[..., bytes]]:
    return [cii.write, ubl.write]
