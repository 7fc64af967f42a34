"""Documents of sample companies, to try a template with: much to print, and next to nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    CreditTransfer,
    Delivery,
    Document,
    Identifier,
    Line,
    Note,
    OrderReference,
    Party,
    PaymentInstructions,
    PrecedingInvoice,
    Tax,
)
from saleor_invoices.domain.totals import document_totals, vat_breakdown

_NUMBER = "INV-2026-00042"
_TAXES = tuple(Tax(category=VatCategory.STANDARD, rate=Decimal(rate)) for rate in (19, 7))
_GOODS = (("Espresso beans, whole", "24.90"), ("Hand grinder", "129.00"), ("Filters", "5.49"))
_SELLER = Party(
    name="Sample Seller GmbH",
    trading_name="Sample Coffee",
    vat_id="DE136695976",
    legal_registration=Identifier(value="HRB 123456 B"),
    legal_information="Amtsgericht Charlottenburg, Berlin",
    address=Address(street="Lindenallee 12", city="Berlin", postal_code="10115", country="DE"),
    contact=Contact(phone="+49 30 555 0100", email="billing@example.com"),
)
_BUYER = Party(
    name="Sample Buyer & Sons <Ltd>",
    person="Accounts payable",
    vat_id="FR40303265045",
    address=Address(street="12 rue Lepic", city="Paris", postal_code="75018", country="FR"),
)


def sample_documents(language: str = "en") -> tuple[Document, ...]:
    """All of them: the invoice, and a credit note that lacks what a document may lack.

    A template is frozen with the documents that it is for, so one that takes a payment or a second
    line for granted would leave a document without a PDF for good.
    """
    invoice = sample_document(language)
    lines = invoice.lines[:1]
    credit_note = replace(
        invoice,
        kind=DocumentKind.CREDIT_NOTE,
        number="CN-2026-00007",
        preceding_invoices=(PrecedingInvoice(number=_NUMBER, issue_date=invoice.issue_date),),
        buyer=Party(name="Sample Buyer", address=Address(country="FR")),
        lines=lines,
        vat_breakdown=vat_breakdown(lines),
        totals=document_totals(lines),
        delivery=None,
        due_date=None,
        order=None,
        payment=None,
        payment_terms="",
        notes=(),
    )
    return invoice, credit_note


def sample_document(language: str = "en") -> Document:
    """A numbered invoice in euro with two rates, eight lines and an account to pay to."""
    lines = tuple(_line(number) for number in range(1, 9))
    breakdown = vat_breakdown(lines)
    return Document(
        kind=DocumentKind.INVOICE,
        number=_NUMBER,
        issue_date=date(2026, 11, 22),
        due_date=date(2026, 12, 6),
        currency="EUR",
        language=language,
        seller=_SELLER,
        buyer=_BUYER,
        lines=lines,
        vat_breakdown=breakdown,
        totals=document_totals(lines),
        delivery=Delivery(
            recipient="Sample Buyer, warehouse",
            address=replace(_BUYER.address, street="3 rue Tholozé"),
            supply_date=date(2026, 11, 20),
        ),
        order=OrderReference(id="", number="1042"),
        payment=PaymentInstructions(
            means_code="58",
            remittance=_NUMBER,
            credit_transfers=(CreditTransfer(account="DE89370400440532013000", bic="COBADEFFXXX"),),
        ),
        payment_terms="Payable within 14 days.",
        notes=(Note(text="Thank you for your order.\nReturns within 30 days."),),
    )


def _line(number: int) -> Line:
    name, price = _GOODS[number % len(_GOODS)]
    tax, gross = _TAXES[number % len(_TAXES)], Decimal(price)
    net = (gross / (1 + tax.rate / 100)).quantize(Decimal("0.01"))
    return Line(
        id=str(number),
        name=name,
        description="With a description of its own",
        seller_item_id=f"SKU-{number:04}",
        quantity=Decimal(1),
        net_amount=net,
        tax_amount=gross - net,
        gross_amount=gross,
        tax=tax,
        unit_price_net=net,
        unit_price_gross=gross,
    )
