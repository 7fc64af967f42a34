"""Invoices by hand under the official rules: what is typed adds up for everyone who checks it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.documents.einvoice.choice import provisional
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.services import einvoice_check
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Contact, Document, Identifier
from saleor_invoices.domain.draft_document import document_from_form
from saleor_invoices.domain.draft_form import InvoiceForm
from tests.domain.builders import profile
from tests.domain.forms import FRENCH_ID, HAMBURG, PARIS, adjustment, form, party, row
from tests.strategies import ON

KINDS = [
    (Profile.EN16931, Syntax.CII),
    (Profile.XRECHNUNG, Syntax.CII),
    (Profile.XRECHNUNG, Syntax.UBL),
    (Profile.PEPPOL_BIS3, Syntax.UBL),
]
EXEMPT = {"tax_category": VatCategory.EXEMPT, "exemption_reason": "Course"}
ROWS = (
    row("9.99", "3"),
    row("0.333", "7", "7", discount_percent=Decimal("12.5")),
    row("17.35", "1.5", discount_amount=Decimal("0.01"), unit_code="HUR"),
    row("45.00", "4", "0", **EXEMPT),
    row("0", "1"),
)
MORE: dict[str, Any] = {
    "allowances": (adjustment("3.33"), adjustment("0.05", "7")),
    "charges": (adjustment("4.90", id="shipping"),),
}
ABROAD = party(name="Société Exemple SARL", address=PARIS, vat_id=FRENCH_ID)
FORMS = {
    "one line": form(row()),
    "net": form(*ROWS, **MORE),
    "gross": form(*ROWS, **MORE, prices_include_tax=True),
    "intra-Community": form(row(rate="0"), buyer=ABROAD, delivery_address=PARIS),
    "many cents": form(*(row("0.01", "1") for _ in range(40)), prices_include_tax=True),
}


def made(given: InvoiceForm) -> Document:
    """The form's document, with all that the profiles ask of the parties."""
    address = Identifier(value="9930:DE136695976", scheme="9930")
    own = profile()
    seller = replace(
        own.seller,
        address=replace(HAMBURG, street="Shop Street 1"),
        contact=Contact(name="Accounts", phone="+4940123456", email="billing@example.com"),
        electronic_address=address,
    )
    whole = replace(
        given,
        supply_date=ON,
        buyer_reference="04011000-1234512345-06",
        customer_email="buyer@example.com",
        buyer=replace(given.buyer, electronic_address=address),
    )
    draft = document_from_form(whole, replace(own, seller=seller), on=ON)
    assert draft.findings == ()
    return provisional(draft.document, ON)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("kind", "syntax"), KINDS)
def test_what_was_typed_passes_the_official_rules(name: str, kind: Profile, syntax: Syntax) -> None:
    found = einvoice_check(document=made(FORMS[name]), profile=kind, syntax=syntax)
    told = [(one.rule, one.message) for one in found if one.code != "EINVOICE_RULES_MISSING"]
    assert told == []
