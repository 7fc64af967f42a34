"""JSON Lines: the API's shape, and our own export."""

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.formats.jsonl_file import JsonLinesWriter
from saleor_invoices.exports.records import (
    AdjustmentRecord,
    DocumentRecord,
    LineRecord,
    VatRecord,
)
from saleor_invoices.imports.readers import jsonl_file
from saleor_invoices.imports.readers.jsonl_file import JsonLinesReader
from saleor_invoices.imports.records import Item, ReadOptions
from tests.imports.readers.tables import only, record, written

OPTIONS = ReadOptions()


def document(**changes: Any) -> dict[str, Any]:
    return {
        "number": "A-1",
        "issueDate": "2026-11-02",
        "currency": "EUR",
        "buyer": {"name": "Sample Buyer"},
        "lines": [{"name": "Beans", "net": "100.00", "vatRate": 19}],
        **changes,
    }


def read(folder: Path, *lines: str | bytes, options: ReadOptions = OPTIONS) -> list[Item]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(JsonLinesReader().items(written(folder, content, "a.jsonl"), options))


def test_a_line_a_document(tmp_path: Path) -> None:
    items = read(tmp_path, json.dumps(document()), "", json.dumps(document(number="A-2")))
    assert [(one.position, one.place, one.number) for one in items] == [
        (1, "line 1", "A-1"),
        (2, "line 3", "A-2"),
    ]
    assert record(items[0]).document.totals.gross == Decimal(119)


def test_amounts_are_never_floats(tmp_path: Path) -> None:
    line = json.dumps(document()).replace('"100.00"', "0.30000000000000004")
    (item,) = read(tmp_path, line)
    assert str(record(item).document.lines[0].net_amount) == "0.30"
    assert [one.code for one in item.findings] == ["AMOUNT_ROUNDED"]
    assert item.findings[0].params["computed"] == "0.30"


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        (json.dumps(document(numbr="A")), "SHAPE_INVALID", ""),
        (json.dumps(document(issueDate="02.11.2026")), "SHAPE_INVALID", "issueDate"),
        (json.dumps(document(lines=[{"net": "1,5"}])), "SHAPE_INVALID", "lines[0].net"),
        (json.dumps(document())[:-20], "SHAPE_INVALID", ""),
        ("null", "SHAPE_INVALID", ""),
        (json.dumps(document(currency="XYZ")), "UNKNOWN_CURRENCY", "currency"),
        (b'{"number":"\xff"}', "SHAPE_INVALID", ""),
        ("[" * 100_000, "SHAPE_INVALID", ""),
    ],
)
def test_what_is_wrong_is_told_by_line(
    tmp_path: Path, line: str | bytes, code: str, column: str
) -> None:
    (_, item) = read(tmp_path, json.dumps(document(number="A-0")), line)
    finding = only(item)
    assert (finding.code, finding.params["place"]) == (code, "line 2")
    assert finding.params["column"] == column


def test_a_duplicate_is_told_by_line(tmp_path: Path) -> None:
    items = read(tmp_path, *[json.dumps(document(number=name)) for name in ("A", "B", "A")])
    assert only(items[2]).params["earlier"] == "line 1"
    for after in range(4):
        lines = [json.dumps(document(number=name)) for name in ("A", "B", "A")]
        assert read(tmp_path, *lines, options=ReadOptions(after=after)) == items[after:]


def test_controls_in_texts_are_replaced(tmp_path: Path) -> None:
    (item,) = read(tmp_path, json.dumps(document(number=" A\u0000-1 ", note="a\r\nb\u0007")))
    assert record(item).document.number == "A\ufffd-1"
    assert record(item).document.notes[0].text == "a\nb\ufffd"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (json.dumps([document()]), "JSON_NOT_LINES"),
        (json.dumps(document()).encode("utf-16"), "ENCODING_INVALID"),
    ],
)
def test_what_is_no_json_lines(tmp_path: Path, content: str | bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        read(tmp_path, content)
    assert error.value.code == code


def test_a_mark_at_the_beginning_and_a_preview(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeff" + json.dumps(document()), "a.jsonl")
    preview = JsonLinesReader().preview(path, OPTIONS)
    assert preview.rows == (("line 1", "A-1", "A-1"),)
    assert preview.findings == ()


def test_a_line_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl_file, "MOST_LINE_BYTES", 1_000)
    with pytest.raises(InvalidInput) as error:
        read(tmp_path, json.dumps(document(note="x" * 2_000)))
    assert error.value.code == "LINE_TOO_LONG"


def exported(**changes: Any) -> DocumentRecord:
    line = LineRecord(
        id="1", name="Beans", sku="COF", quantity=Decimal(2), unit_code="C62",
        unit_price_net=Decimal("50.00"), net=Decimal("100.00"), tax=Decimal("19.00"),
        gross=Decimal("119.00"), vat_category="S", vat_rate=Decimal(19),
    )  # fmt: skip
    freight = AdjustmentRecord(
        is_charge=True, amount=Decimal("10.00"), tax=Decimal("1.90"), reason="Freight",
        vat_category="S", vat_rate=Decimal(19),
    )  # fmt: skip
    values: dict[str, Any] = {
        "id": "0198", "number": "INV-1", "kind": "invoice", "state": "issued", "source": "own",
        "test_mode": False, "issue_date": date(2026, 11, 2), "due_date": None, "currency": "EUR",
        "net": Decimal("110.00"), "tax": Decimal("20.90"), "gross": Decimal("130.90"),
        "payable": Decimal("130.90"), "paid": Decimal("30.90"), "balance": Decimal("100.00"),
        "credited": Decimal("0.00"), "refunded": Decimal("0.00"),
        "payment_status": "partially_paid", "legal_entity": "default",
        "seller_name": "Sample Seller GmbH", "seller_vat_id": "DE136695976",
        "buyer_name": "Sample Buyer", "buyer_vat_id": "", "buyer_country": "DE",
        "customer_id": "VXNlcjox", "customer_email": "a@example.com", "channel": "default-channel",
        "order_id": "T3JkZXI6MQ==", "order_number": "1042", "preceding_number": "", "reason": "",
        "language": "en", "erased": False, "lines": [line], "adjustments": [freight],
        "vat": [VatRecord(vat_category="S", vat_rate=Decimal(19), taxable=Decimal("110.00"),
                          tax=Decimal("20.90"))],
    }  # fmt: skip
    return DocumentRecord(**{**values, **changes})


def test_our_own_export_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    JsonLinesWriter().write([exported()], out)
    (item,) = read(tmp_path, out.getvalue())
    found = record(item)
    assert item.findings == ()
    assert (found.external_id, found.document.number) == ("0198", "INV-1")
    assert found.document.totals.gross == Decimal("130.90")
    assert found.document.charges[0].gross_amount == Decimal("11.90")
    assert found.document.seller.vat_id == "DE136695976"
    assert [one.amount for one in found.payments] == [Decimal("30.90")]
    assert found.order.id == "T3JkZXI6MQ=="
    assert found.channel == "default-channel"
