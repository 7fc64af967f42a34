"""E-invoices back into documents: the inverse of our own writers, and safe from hostile files."""

import re
import resource
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.prepare import prepared
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.representable import representable
from saleor_invoices.documents.einvoice.xml import clean as written_text
from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind
from saleor_invoices.domain.document import (
    Delivery,
    Document,
    DocumentAdjustment,
    EInvoiceChoice,
    Line,
    OrderReference,
    Party,
    PaymentInstructions,
    Prepayment,
    Presentation,
    TaxRepresentative,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.totals import check, totals_differences
from saleor_invoices.imports.readers.xml_file import XmlReader, document_of
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.shaping.texts import clean
from tests.documents.einvoice.judging import COMBINATIONS, written
from tests.documents.einvoice.samples import SAMPLES, complete
from tests.documents.samples import sample_document
from tests.imports.readers.tables import record
from tests.imports.readers.tables import written as file_of
from tests.strategies import documents

OPTIONS = ReadOptions()


def read_back(folder: Path, xml: bytes) -> Document:
    (item,) = XmlReader().items(file_of(folder, xml, "a.xml"), OPTIONS)
    return record(item).document


def carried(document: Document, profile: Profile, syntax: Syntax) -> Document:
    """What the syntax can say of a document, as the writer prepares it. The rest is listed here.

    A line's tax is reckoned anew, and so are prices; both have tests of their own.
    """
    said = prepared(document, profile)
    return replace(
        said,
        # Not in EN 16931 at all:
        test_mode=False,
        language="en",
        second_language="",
        tax_name="VAT",
        prices_include_tax=True,
        orders=(),
        sale=None,
        reason="",
        exchange_rate=None,
        einvoice=None,
        presentation=Presentation(),
        # In part:
        order=OrderReference(id="", number=said.order.number) if said.order else None,
        prepayments=tuple(
            Prepayment(amount=amount, label="", kind="payment")
            for amount in [said.totals.prepaid] if amount
        ),
        seller=_party(said.seller),
        buyer=_party(said.buyer),
        payee=_payee(said.payee),
        tax_representative=_representative(said.tax_representative),
        delivery=_delivery(said.delivery),
        payment=_payment(said.payment, syntax),
        lines=tuple(map(_line, said.lines)),
        allowances=tuple(map(_adjustment, said.allowances)),
        charges=tuple(map(_adjustment, said.charges)),
    )  # fmt: skip


def _party(party: Party) -> Party:
    contact = party.contact
    has_contact = contact and (contact.name or contact.phone or contact.email)
    identifiers = sorted(party.identifiers, key=lambda one: (bool(one.scheme), one.value))
    return replace(
        party,
        person="",
        contact=contact if has_contact else None,
        identifiers=tuple(identifiers),
    )


def _payee(party: Party | None) -> Party | None:
    if party is None:
        return None
    registration = party.legal_registration
    return Party(name=party.name, identifiers=party.identifiers, legal_registration=registration)


def _representative(party: TaxRepresentative | None) -> TaxRepresentative | None:
    return party


def _delivery(delivery: Delivery | None) -> Delivery | None:
    if delivery is None:
        return None
    said = replace(delivery, supply_date_kind=SupplyDateKind.DELIVERY, supply_wording="")
    return None if said == Delivery() else said


def _payment(payment: PaymentInstructions | None, syntax: Syntax) -> PaymentInstructions | None:
    if payment is None:
        return None
    transfers = tuple(
        replace(one, bank_name="", account=one.account.replace(" ", ""))
        for one in payment.credit_transfers
    )
    return replace(payment, credit_transfers=transfers)


def _line(line: Line) -> Line:
    return replace(
        line,
        name=_said(line.name),
        description=_said(line.description),
        seller_item_id=_said(line.seller_item_id),
        tax_amount=Decimal(0),
        gross_amount=Decimal(0),
        unit_price_net=Decimal(0),
        unit_price_gross=Decimal(0),
        source_id="",
        preceding_id="",
    )


def _adjustment(one: DocumentAdjustment) -> DocumentAdjustment:
    nothing = Decimal(0)
    reason = _said(one.reason)
    return replace(one, gross_amount=nothing, id="", preceding_id="", source_id="", reason=reason)


def _said(text: str) -> str:
    return clean(written_text(text))


def reduced(document: Document) -> Document:
    """A document that was read, without what is reckoned."""
    return replace(
        document,
        seller=_party(document.seller),
        buyer=_party(document.buyer),
        lines=tuple(map(_line, document.lines)),
        allowances=tuple(map(_adjustment, document.allowances)),
        charges=tuple(map(_adjustment, document.charges)),
    )


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("profile", "syntax"), COMBINATIONS)
def test_what_is_written_is_read(
    tmp_path: Path, sample: str, profile: Profile, syntax: Syntax
) -> None:
    document = SAMPLES[sample]()
    found = read_back(tmp_path, written(document, profile, syntax))
    assert reduced(found) == carried(document, profile, syntax)
    assert check(found) == []
    assert [line.tax for line in found.lines] == [
        line.tax for line in carried(document, profile, syntax).lines
    ]


@settings(max_examples=40, deadline=None)
@given(document=documents(numbered=True))
def test_any_document_that_can_be_written_is_read(document: Document) -> None:
    for syntax, write in ((Syntax.CII, cii.write), (Syntax.UBL, ubl.write)):
        if representable(document, Profile.EN16931):
            continue
        found = _parsed(write(document, Profile.EN16931))
        expected = carried(document, Profile.EN16931, syntax)
        assert reduced(found).totals == expected.totals
        assert reduced(found).lines == expected.lines
        assert found.vat_breakdown == expected.vat_breakdown
        assert check(found) == []


def _parsed(xml: bytes) -> Document:
    from lxml import etree

    return document_of(etree.fromstring(xml))[0]


def test_line_taxes_make_the_breakdown(tmp_path: Path) -> None:
    document = SAMPLES["two_rates"]()
    found = read_back(tmp_path, ubl.write(document, Profile.EN16931))
    for line, original in zip(found.lines, document.lines, strict=True):
        assert abs(line.tax_amount - original.tax_amount) <= Decimal("0.01")
        assert line.gross_amount == line.net_amount + line.tax_amount
        assert abs(line.unit_price_net - original.unit_price_net) < Decimal("0.01")
    assert sum(row.tax_amount for row in found.vat_breakdown) == document.totals.tax


def test_identity_and_files(tmp_path: Path) -> None:
    path = file_of(tmp_path, ubl.write(complete(), Profile.EN16931), "a.xml")
    (item,) = XmlReader().items(path, OPTIONS)
    found = record(item)
    assert found.external_id == "DE136695976 INV-2026-00042"
    assert (item.place, item.number, found.order.number) == ("a.xml", "INV-2026-00042", "1042")
    assert found.customer.email == "billing@example.com"
    assert found.xml
    assert found.xml.path == path
    assert len(found.xml.sha256) == 64
    assert list(XmlReader().items(path, ReadOptions(after=1))) == []
    assert XmlReader().preview(path, OPTIONS).findings == ()
    other = file_of(tmp_path, path.read_bytes().replace(b"Sample Trade", b"Other Trade"), "b.xml")
    (changed,) = XmlReader().items(other, OPTIONS)
    assert record(changed).fingerprint != found.fingerprint
    same = file_of(tmp_path, path.read_bytes(), "c.xml")
    (again,) = XmlReader().items(same, OPTIONS)
    assert record(again).fingerprint == found.fingerprint


def test_a_seller_without_vat_id_is_known_by_name(tmp_path: Path) -> None:
    document = sample_document(1)
    document = replace(document, seller=replace(document.seller, vat_id=""))
    path = file_of(tmp_path, cii.write(document, Profile.EN16931), "a.xml")
    (item,) = XmlReader().items(path, OPTIONS)
    assert item.external_id == "Sample Seller GmbH INV-2026-00042"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_other_encodings_and_comments(tmp_path: Path, encoding: str) -> None:
    text = ubl.write(SAMPLES["complete"](), Profile.EN16931).decode()
    text = text.replace("encoding='UTF-8'", f"encoding='{encoding}'")
    text = text.replace("<cbc:ID>INV", "<!-- a comment --><cbc:ID><![CDATA[INV", 1)
    text = text.replace("00042</cbc:ID>", "00042]]></cbc:ID>", 1)
    document = read_back(tmp_path, text.encode(encoding))
    assert document.number == "INV-2026-00042"
    assert document.delivery
    assert document.delivery.address
    assert document.delivery.address.street == "Hafenstraße 1"


def test_dates_of_others_have_time_zones(tmp_path: Path) -> None:
    xml = ubl.write(sample_document(1), Profile.EN16931)
    found = read_back(tmp_path, xml.replace(b">2026-11-22<", b">2026-11-22+01:00<"))
    assert found.issue_date == date(2026, 11, 22)


def _ubl(old: str, new: str) -> bytes:
    xml = ubl.write(sample_document(1), Profile.EN16931).decode()
    assert old in xml
    return xml.replace(old, new).encode()


@pytest.mark.parametrize(
    ("make", "code", "column"),
    [
        (lambda: _ubl("<cbc:ID>INV-2026-00042</cbc:ID>", ""), "NUMBER_MISSING", "ID"),
        (lambda: _ubl("<cbc:IssueDate>2026-11-22</cbc:IssueDate>", ""), "ISSUE_DATE_MISSING",
         "IssueDate"),
        (lambda: _ubl(">2026-11-22<", ">soon<"), "DATE_INVALID", "cbc:IssueDate"),
        (lambda: _ubl(">2026-11-22<", ">2026-02-31<"), "DATE_INVALID", "cbc:IssueDate"),
        (lambda: _ubl("EUR</cbc:DocumentCurrencyCode>", "QQQ</cbc:DocumentCurrencyCode>"),
         "UNKNOWN_CURRENCY", "cbc:DocumentCurrencyCode"),
        (lambda: _ubl(">380<", ">325<"), "KIND_UNKNOWN", "cbc:InvoiceTypeCode"),
        (lambda: _ubl(">49.80</cbc:PayableAmount>", ">1e5</cbc:PayableAmount>"), "AMOUNT_INVALID",
         "cbc:PayableAmount"),
        (lambda: _ubl(">49.80</cbc:TaxInclusiveAmount>", ">-49.80</cbc:TaxInclusiveAmount>"),
         "NEGATIVE_INVOICE", "TaxInclusiveAmount"),
        (lambda: _ubl("<cbc:ID>S</cbc:ID>", "<cbc:ID>X</cbc:ID>"), "VAT_CATEGORY_UNKNOWN",
         "cbc:ID"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(
    tmp_path: Path, make: Callable[[], bytes], code: str, column: str
) -> None:
    (item,) = XmlReader().items(file_of(tmp_path, make(), "a.xml"), OPTIONS)
    assert item.record is None
    assert (code, column) in {(one.code, one.params["column"]) for one in item.findings}


def test_totals_that_do_not_add_up_are_shown(tmp_path: Path) -> None:
    xml = _ubl(">49.80</cbc:TaxInclusiveAmount>", ">50.80</cbc:TaxInclusiveAmount>")
    (item,) = XmlReader().items(file_of(tmp_path, xml, "a.xml"), OPTIONS)
    assert record(item).document.totals.gross == Decimal("50.80")
    assert {one.code for one in item.findings} == {"TOTALS_DIFFER"}
    assert any(one.params["stated"] == "50.80" for one in item.findings)


@pytest.mark.parametrize(
    ("old", "new", "total"),
    [
        ("TaxExclusiveAmount", "41.84", "net"),
        ("TaxInclusiveAmount", "50.80", "gross"),
        ("PayableAmount", "49.79", "payable"),
        ("PayableAmount", "60.00", "payable"),
    ],
)
def test_what_is_kept_tells_the_same_differences_as_the_import(
    tmp_path: Path, old: str, new: str, total: str
) -> None:
    before = re.search(rf">([0-9.]+)</cbc:{old}>", _ubl("", "").decode())
    assert before
    xml = _ubl(f">{before[1]}</cbc:{old}>", f">{new}</cbc:{old}>")
    (item,) = XmlReader().items(file_of(tmp_path, xml, "a.xml"), OPTIONS)
    kept = totals_differences(codec.decode(codec.encode(record(item).document)))
    assert total in {one.total for one in kept}
    told = [
        (one.params["total"], Decimal(one.params["stated"]), Decimal(one.params["computed"]))
        for one in item.findings
        if "total" in one.params
    ]
    assert told == kept


_ENTITIES = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
]><Invoice a="&lol3;">&lol3;</Invoice>"""
_EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>'
_DTD = '<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/a.dtd"><Invoice/>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_ENTITIES.encode(), "XML_DOCTYPE"),
        (_EXTERNAL.encode(), "XML_DOCTYPE"),
        (_DTD.encode(), "XML_DOCTYPE"),
        (_DTD.encode("utf-16"), "XML_DOCTYPE"),
        (b"<a>", "XML_INVALID"),
        (b"", "XML_INVALID"),
        (b"<a>&undefined;</a>", "XML_INVALID"),
        (b"<html/>", "XML_NO_INVOICE"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "XML_INVALID"),
        (b"<Invoice>" + b"x" * 11_000_000 + b"</Invoice>", "XML_INVALID"),
    ],
)
def test_what_is_no_invoice(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        list(XmlReader().items(file_of(tmp_path, content, "a.xml"), OPTIONS))
    assert error.value.code == code


def test_a_cut_off_file(tmp_path: Path) -> None:
    xml = ubl.write(complete(), Profile.EN16931)
    with pytest.raises(InvalidInput) as error:
        list(XmlReader().items(file_of(tmp_path, xml[: len(xml) // 2], "a.xml"), OPTIONS))
    assert error.value.code == "XML_INVALID"


def test_a_hundred_megabytes_of_nesting_take_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "deep.xml"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"<aaaaaaaa>" * 100_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InvalidInput) as error:
        list(XmlReader().items(path, OPTIONS))
    assert error.value.code == "XML_TOO_LARGE"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_a_credit_note_keeps_its_kind(tmp_path: Path) -> None:
    document = replace(SAMPLES["credit_note"](), einvoice=EInvoiceChoice(profile="en16931"))
    for write in (cii.write, ubl.write):
        found = read_back(tmp_path, write(document, Profile.EN16931))
        assert found.kind is DocumentKind.CREDIT_NOTE
        assert found.preceding_invoices == document.preceding_invoices
