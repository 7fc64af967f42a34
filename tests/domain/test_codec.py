import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.order_document import document_from_order
from tests.domain.builders import line, order, profile
from tests.strategies import documents


def sample() -> Document:
    return document_from_order(order(line()), profile(), on=date(2026, 11, 22)).document


@given(documents())
def test_a_document_comes_back_from_its_snapshot(document: Document) -> None:
    snapshot = codec.encode(document)
    assert codec.decode(snapshot) == document
    assert codec.encode(codec.decode(snapshot)) == snapshot


@given(documents())
def test_a_snapshot_is_canonical_json(document: Document) -> None:
    snapshot = codec.encode(document)
    again = json.dumps(
        json.loads(snapshot), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert again.encode() == snapshot


@pytest.mark.parametrize("payable", ["119.00", "119", "1.19E+2", "119.0000"])
def test_equal_documents_give_equal_bytes(payable: str) -> None:
    document = sample()
    equal = replace(document, totals=replace(document.totals, payable=Decimal(payable)))
    assert equal == document
    assert codec.encode(equal) == codec.encode(document)


def test_amounts_are_strings_and_never_floats() -> None:
    totals = json.loads(codec.encode(sample()))["totals"]
    assert totals["payable"] == "119"
    assert totals["rounding"] == "0"
    assert all(isinstance(value, str | None) for value in totals.values())


def test_a_negative_zero_is_written_as_zero() -> None:
    document = sample()
    signed = replace(document, totals=replace(document.totals, rounding=Decimal("-0.00")))
    assert codec.encode(signed) == codec.encode(document)


def test_a_snapshot_names_every_field_so_that_defaults_may_change() -> None:
    written = json.loads(codec.encode(sample()))
    assert set(written) == set(Document.__dataclass_fields__)


def test_an_older_snapshot_without_a_newer_field_is_still_read() -> None:
    written = json.loads(codec.encode(sample()))
    del written["second_language"]
    assert codec.decode(json.dumps(written).encode()) == sample()


def test_a_snapshot_of_a_newer_app_is_refused() -> None:
    newer = replace(sample(), schema_version=codec.SCHEMA_VERSION + 1)
    with pytest.raises(InvalidInput) as refusal:
        codec.decode(codec.encode(newer))
    assert refusal.value.code == "SNAPSHOT_TOO_NEW"


@pytest.mark.parametrize(
    "bad", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"kind": "invoice"}', b"not json"]
)
def test_what_is_no_document_is_refused(bad: bytes) -> None:
    with pytest.raises(InvalidInput) as refusal:
        codec.decode(bad)
    assert refusal.value.code == "SNAPSHOT_INVALID"


@pytest.mark.parametrize(
    ("path", "value"),
    [("kind", "receipt"), ("issue_date", "yesterday"), ("lines", {}), ("totals", None)],
)
def test_a_snapshot_with_a_wrong_value_is_refused(path: str, value: Any) -> None:
    written = json.loads(codec.encode(sample())) | {path: value}
    with pytest.raises(InvalidInput) as refusal:
        codec.decode(json.dumps(written).encode())
    assert refusal.value.code == "SNAPSHOT_INVALID"


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_an_amount_that_is_no_number_is_never_frozen(amount: str) -> None:
    document = sample()
    broken = replace(document, totals=replace(document.totals, tax=Decimal(amount)))
    with pytest.raises(InvalidInput) as refusal:
        codec.encode(broken)
    assert refusal.value.code == "INEXACT_AMOUNT"
