"""One invoice's shape becomes a document: what is missing is derived, what is wrong is told."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Severity
from saleor_invoices.domain.totals import totals_differences
from saleor_invoices.imports.records import ExternalRecord, ReadOptions
from saleor_invoices.imports.shapes import InvoiceShape, convert, decode, record_of

OPTIONS = ReadOptions()


def shape(**changes: Any) -> InvoiceShape:
    """A whole invoice of one line, with changes as on the wire."""
    values = {
        "number": "A-1",
        "issueDate": "2026-11-02",
        "currency": "EUR",
        "buyer": {"name": "Sample Buyer", "address": {"country": "DE"}},
        "lines": [{"name": "Beans", "net": "100", "vatRate": "19"}],
        **changes,
    }
    return convert({name: value for name, value in values.items() if value is not None})


def made(**changes: Any) -> ExternalRecord:
    record, findings = record_of(shape(**changes), options=OPTIONS)
    assert record, findings
    return record


def codes(**changes: Any) -> list[str]:
    record, findings = record_of(shape(**changes), options=OPTIONS)
    assert (record is None) == any(one.is_blocking for one in findings)
    return [one.code for one in findings]


def test_the_smallest_invoice() -> None:
    record = made()
    document = record.document
    assert (record.external_id, document.number) == ("A-1", "A-1")
    assert (document.totals.net, document.totals.tax) == (Decimal(100), Decimal(19))
    assert document.totals.payable == Decimal(119)
    assert document.kind is DocumentKind.INVOICE
    assert document.seller.name == ""
    (row,) = document.vat_breakdown
    assert (row.tax.category, row.tax.rate) == (VatCategory.STANDARD, Decimal(19))
    assert str(document.lines[0].net_amount) == "100.00"


@pytest.mark.parametrize(
    ("line", "net", "tax"),
    [
        ({"net": "10.00", "vatRate": "23"}, "10.00", "2.30"),
        ({"gross": "12.30", "vatRate": "23"}, "10.00", "2.30"),
        ({"net": "10.00", "tax": "2.30"}, "10.00", "2.30"),
        ({"tax": "2.30", "gross": "12.30"}, "10.00", "2.30"),
        ({"net": "10.00", "gross": "12.30"}, "10.00", "2.30"),
        ({"quantity": "3", "unitPriceNet": "3.335", "vatRate": "8"}, "10.01", "0.80"),
        ({"quantity": "3", "unitPriceGross": "4.10", "vatRate": "23"}, "10.00", "2.30"),
        ({"gross": "0.01", "vatRate": "23"}, "0.01", "0.00"),
        ({"net": "9.99", "tax": "0.00", "vatCategory": "E"}, "9.99", "0.00"),
        ({"net": "-10.00", "vatRate": "23"}, "-10.00", "-2.30"),
    ],
)
def test_missing_amounts_of_a_line_are_derived(line: dict[str, str], net: str, tax: str) -> None:
    beside = {"name": "Beans", "net": "1000", "vatRate": "23"}
    (first, _) = made(lines=[{"name": "Beans", **line}, beside]).document.lines
    assert (str(first.net_amount), str(first.tax_amount)) == (net, tax)
    assert first.gross_amount == first.net_amount + first.tax_amount


@pytest.mark.parametrize(
    ("net", "tax", "rate"), [("100", "19", "19"), ("10.08", "1.92", "19"), ("0.20", "0.05", "25"),
                             ("80", "4.40", "5.5"), ("33.33", "2.70", "8.1")],
)  # fmt: skip
def test_a_rate_is_derived_with_the_fewest_decimals(net: str, tax: str, rate: str) -> None:
    (line,) = made(lines=[{"name": "Beans", "net": net, "tax": tax}]).document.lines
    assert line.tax.rate == Decimal(rate)


def test_a_unit_price_is_derived() -> None:
    line = {"name": "Beans", "net": "10", "vatRate": "20", "quantity": "3"}
    (found,) = made(lines=[line]).document.lines
    assert found.unit_price_net == Decimal("3.333333")
    assert found.unit_price_gross == Decimal(4)


def test_totals_that_differ_are_a_warning_and_stand() -> None:
    record, findings = record_of(
        shape(totals={"net": "100.00", "tax": "19.01", "gross": "119.01"}), options=OPTIONS
    )
    assert record
    assert record.document.totals.tax == Decimal("19.01")
    assert record.document.totals.gross == Decimal("119.01")
    assert {one.code for one in findings} == {"TOTALS_DIFFER"}
    first = findings[0]
    assert first.severity is Severity.WARNING
    assert (first.params["stated"], first.params["computed"]) == ("19.01", "19.00")
    assert first.params["column"] == "totals.tax"


@pytest.mark.parametrize(
    "totals",
    [
        {"net": "100.00", "tax": "19.00", "gross": "119.00"},
        {"net": "100.00", "tax": "19.01", "gross": "119.01"},
        {"gross": "120.00", "tax": "19.00"},
        {"net": "101.00"},
        {"net": "100.00", "gross": "118.00"},
        {"gross": "119.00", "prepaid": "19.00", "payable": "90.00"},
        {"gross": "119.00", "payable": "118.97"},
        {"gross": "119.00", "payable": "125.00"},
    ],
)
def test_what_is_kept_tells_the_same_differences_as_the_import(totals: dict[str, str]) -> None:
    record, findings = record_of(shape(totals=totals), options=OPTIONS)
    assert record
    kept = totals_differences(codec.decode(codec.encode(record.document)))
    told = [
        (one.params["column"].removeprefix("totals."), one.params["stated"], one.params["computed"])
        for one in findings
        if one.code == "TOTALS_DIFFER"
    ]
    assert [(total, *map(Decimal, amounts)) for total, *amounts in told] == kept


def test_an_invoice_without_lines_has_one_for_the_whole() -> None:
    record = made(lines=None, totals={"net": "100", "gross": "107"}, language="de")
    (line,) = record.document.lines
    assert (line.name, line.tax.rate) == ("Waren und Dienstleistungen", Decimal(7))
    assert record.document.totals.gross == Decimal(107)


@pytest.mark.parametrize(
    ("changes", "prepaid", "payable", "paid"),
    [
        ({"totals": {"payable": "119"}}, "0", "119", []),
        ({"totals": {"payable": "100"}}, "19", "100", []),  # BT-113
        ({"totals": {"payable": "118.95"}}, "0", "118.95", []),  # BT-114
        ({"totals": {"prepaid": "19"}}, "19", "100", []),
        ({"paymentStatus": "paid"}, "0", "119", ["119"]),
        ({"paymentStatus": "paid", "totals": {"payable": "0"}}, "0", "119", ["119"]),
        ({"paymentStatus": "partially_paid", "totals": {"payable": "19"}}, "0", "119", ["100"]),
        ({"payments": [{"amount": "19"}], "totals": {"payable": "100"}}, "0", "119", ["19"]),
        ({"payments": [{"amount": "19"}]}, "0", "119", ["19"]),
        ({"payments": [{"paidOn": "2026-11-03"}]}, "0", "119", ["119"]),
        ({"paymentStatus": "unpaid"}, "0", "119", []),
    ],
)
def test_what_was_paid(
    changes: dict[str, Any], prepaid: str, payable: str, paid: list[str]
) -> None:
    record = made(**changes)
    totals = record.document.totals
    assert (totals.prepaid, totals.payable) == (Decimal(prepaid), Decimal(payable))
    assert totals.payable == totals.gross - totals.prepaid + totals.rounding
    assert [one.amount for one in record.payments] == [Decimal(one) for one in paid]
    assert "TOTALS_DIFFER" not in codes(**changes)


def test_a_credit_note_below_zero_is_turned() -> None:
    changes = {
        "kind": "credit_note",
        "lines": [
            {"name": "Beans", "quantity": "-2", "unitPriceNet": "10", "vatRate": "19"},
            {"name": "Fee", "net": "5", "vatRate": "19"},
            {"name": "Cups", "quantity": "-1", "net": "-30", "vatRate": "19"},
        ],
        "totals": {"net": "-45", "tax": "-8.55", "gross": "-53.55"},
        "paymentStatus": "paid",
    }
    record = made(**changes)
    document = record.document
    assert [line.net_amount for line in document.lines] == [Decimal(20), Decimal(-5), Decimal(30)]
    assert [line.quantity for line in document.lines] == [Decimal(2), Decimal(1), Decimal(1)]
    assert [line.unit_price_net for line in document.lines] == [10, -5, 30]
    assert document.totals.gross == Decimal("53.55")
    assert [one.amount for one in record.payments] == [Decimal("-53.55")]
    assert codes(**changes) == []


def test_a_negative_invoice_is_rejected() -> None:
    for changes in (
        {"totals": {"gross": "-119"}},
        {"lines": [{"name": "Beans", "net": "-1", "vatRate": "19"}]},
    ):
        record, findings = record_of(shape(**changes), options=OPTIONS)
        assert record is None
        assert [one.code for one in findings] == ["NEGATIVE_INVOICE"]
        assert "credit note" in findings[0].remedy


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"number": ""}, "NUMBER_MISSING", "number"),
        ({"issueDate": None}, "ISSUE_DATE_MISSING", "issueDate"),
        ({"issueDate": "1066-10-14"}, "DATE_IMPLAUSIBLE", "issueDate"),
        ({"currency": "XYZ"}, "UNKNOWN_CURRENCY", "currency"),
        ({"currency": ""}, "CURRENCY_MISSING", "currency"),
        ({"kind": "receipt"}, "KIND_UNKNOWN", "kind"),
        ({"buyer": {}}, "BUYER_NAME_MISSING", "buyer.name"),
        ({"buyer": {"name": "B", "address": {"country": "QQ"}}}, "COUNTRY_UNKNOWN",
         "buyer.address.country"),
        ({"lines": [{"name": "Beans", "vatRate": "19"}, {"name": "B", "net": "1", "tax": "0.19"}]},
         "LINE_AMOUNT_MISSING",
         "lines[0].net"),
        ({"lines": [{"name": "Beans", "net": "1"}]}, "VAT_RATE_MISSING", "lines[0].vatRate"),
        ({"lines": [{"name": "Beans", "net": "1", "vatRate": "190"}]}, "VAT_RATE_INVALID",
         "lines[0].vatRate"),
        ({"lines": [{"name": "Beans", "net": "1", "vatRate": "19", "vatCategory": "X"}]},
         "VAT_CATEGORY_UNKNOWN", "lines[0].vatCategory"),
        ({"lines": [{"name": "Beans", "net": "1", "vatRate": "0", "vatCategory": "S"}]},
         "VAT_CATEGORY_CONTRADICTS_RATE", "lines[0].vatCategory"),
        ({"lines": [{"net": "1", "vatRate": "19"}]}, "LINE_NAME_MISSING", "lines[0].name"),
        ({"lines": [{"name": "Beans", "net": "NaN", "vatRate": "19"}]}, "AMOUNT_INVALID",
         "lines[0].net"),
        ({"lines": [{"name": "Beans", "net": "1e30", "vatRate": "19"}]}, "AMOUNT_INVALID",
         "lines[0].net"),
        ({"lines": [{"name": "Beans", "net": "1e15", "vatRate": "19"}]}, "AMOUNT_TOO_LARGE",
         "lines[0].gross"),
        ({"paymentStatus": "maybe"}, "PAYMENT_STATUS_UNKNOWN", "paymentStatus"),
        ({"paymentStatus": "partially_paid"}, "PAID_AMOUNT_MISSING", "payments.amount"),
        ({"paymentUrl": "http://pay.example.com"}, "PAYMENT_URL_INVALID", "paymentUrl"),
        ({"paymentUrl": "javascript:alert(1)"}, "PAYMENT_URL_INVALID", "paymentUrl"),
        ({"number": "9" * 300}, "TEXT_TOO_LONG", "number"),
        ({"language": "english please"}, "LANGUAGE_UNKNOWN", "language"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(changes: dict[str, Any], code: str, column: str) -> None:
    record, findings = record_of(shape(**changes), options=OPTIONS)
    assert record is None
    found = {one.code: one for one in findings}
    assert code in found, findings
    assert found[code].params["column"] == column
    assert found[code].remedy


def test_warnings_do_not_reject() -> None:
    line = {"name": "Beans", "net": "10.005", "vatRate": "0", "unitCode": "pieces"}
    assert codes(lines=[line], dueDate="2026-11-01", paymentStatus="paid",
                 payments=[{"amount": "1"}]) == [
        "DUE_BEFORE_ISSUE",
        "AMOUNT_ROUNDED",
        "VAT_CATEGORY_UNKNOWN_AT_ZERO",
        "UNIT_UNKNOWN",
        "PAYMENT_STATUS_DIFFERS",
    ]  # fmt: skip


def test_allowances_and_charges_count() -> None:
    record = made(
        allowances=[{"net": "10", "vatRate": "19", "reason": "Loyalty"}],
        charges=[{"gross": "5.95", "vatRate": "19", "reason": "Freight"}],
        totals={"net": "95", "tax": "18.05", "gross": "113.05"},
    )
    totals = record.document.totals
    assert list(map(int, (totals.line_net, totals.allowances, totals.charges))) == [100, 10, 5]
    assert record.document.vat_breakdown[0].taxable_amount == 95


def test_everything_that_is_said_is_in_the_document() -> None:
    record = made(
        externalId="X-1",
        dueDate="2026-12-01",
        supplyDate="2026-11-01",
        channel="default-channel",
        buyer={
            "name": "Ms Sample", "company": "Sample Buyer SARL", "vatId": "FR40303265045",
            "email": "a@example.com", "phone": "1",
            "address": {"street": "12 rue Lepic", "additional": "B", "city": "Paris",
                        "postalCode": "75018", "subdivision": "IDF", "country": "FR"},
        },
        customer={"id": "VXNlcjox"},
        order={"number": "1042", "externalReference": "E-1"},
        preceding=[{"number": "A-0", "issueDate": "2026-10-01"}],
        note="Thank you", paymentTerms="Net 30", purchaseOrderReference="PO", buyerReference="BR",
        paymentUrl="https://pay.example.com/1",
    )  # fmt: skip
    document = record.document
    assert record.external_id == "X-1"
    assert (record.order.number, record.order.external_reference) == ("1042", "E-1")
    assert (record.customer.id, record.customer.email) == ("VXNlcjox", "a@example.com")
    assert (document.buyer.name, document.buyer.person) == ("Sample Buyer SARL", "Ms Sample")
    assert document.buyer.address.postal_code == "75018"
    assert document.order
    assert document.order.number == "1042"
    assert document.due_date == date(2026, 12, 1)
    assert document.delivery
    assert document.delivery.supply_date == date(2026, 11, 1)
    assert document.preceding_invoices[0].issue_date == date(2026, 10, 1)
    assert document.notes[0].text == "Thank you"
    assert record.payment_url == "https://pay.example.com/1"


def test_json_amounts_are_exact_and_names_are_checked() -> None:
    text = b'{"number":"A-1","lines":[{"net":0.1000000000000000055511151231257827,"vatRate":"7"}]}'
    assert decode(text).lines[0].net == Decimal("0.1000000000000000055511151231257827")
    for bad, message in (
        (b'{"numbr":"A-1"}', "numbr"),
        (b'{"lines":[{"vat":1}]}', "lines[0]"),
        (b'{"issueDate":"02.11.2026"}', "issueDate"),
        (b'{"number":', "truncated"),
        (b"[" * 100_000, "expected"),
        (b'{"number":"\xff"}', "utf-8"),
    ):
        with pytest.raises(InvalidInput) as error:
            decode(bad)
        assert error.value.code == "SHAPE_INVALID"
        assert message.lower() in error.value.message.lower()


def test_a_fingerprint_is_of_what_was_said() -> None:
    first = made(lines=[{"name": "Beans", "net": "100", "vatRate": "19"}])
    alike = made(lines=[{"name": "Beans", "net": "100.00", "vatRate": "19.0"}])
    other = made(lines=[{"name": "Beans", "net": "100.01", "vatRate": "19"}])
    assert first.fingerprint == alike.fingerprint != other.fingerprint
    assert len(first.fingerprint) == 64


_TEXTS = ("external_id", "number", "channel", "payment_terms", "note", "buyer_reference",
          "purchase_order_reference")  # fmt: skip


_WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20)


@given(name=st.sampled_from(_TEXTS), text=_WORDS)
def test_any_other_value_is_another_fingerprint(name: str, text: str) -> None:
    first, _ = record_of(shape(), options=OPTIONS)
    changed = msgspec.structs.replace(shape(), **{name: text})
    second, _ = record_of(changed, options=OPTIONS)
    assert first
    assert second
    assert (first.fingerprint == second.fingerprint) == (changed == shape())


amounts = st.decimals(
    min_value=Decimal(-99999), max_value=Decimal(99999), places=2, allow_nan=False
)


@given(
    lines=st.lists(st.tuples(amounts, st.sampled_from(("0", "5.5", "7", "19", "23"))), min_size=1),
    currency=st.sampled_from(("EUR", "JPY", "KWD")),
)
def test_derived_totals_always_add_up(lines: list[tuple[Decimal, str]], currency: str) -> None:
    wire = [{"name": "Beans", "gross": gross, "vatRate": rate} for gross, rate in lines]
    record, _ = record_of(shape(lines=wire, currency=currency), options=OPTIONS)
    if record is None:
        assert sum(round(gross) for gross, _ in lines) <= len(lines)
        return
    totals = record.document.totals
    assert totals.net + totals.tax == totals.gross == totals.payable
    assert totals.net == sum(line.net_amount for line in record.document.lines)
    assert totals.tax == sum(row.tax_amount for row in record.document.vat_breakdown)
