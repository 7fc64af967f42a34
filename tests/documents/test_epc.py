"""The EPC QR code's payload, read back from the code's own data."""

from dataclasses import replace
from decimal import Decimal
from unittest.mock import patch

import pytest
import segno

from saleor_invoices.documents.epc import epc_code, svg
from saleor_invoices.domain.document import CreditTransfer, Document
from tests.documents import samples


def payload_of(document: Document) -> list[str] | None:
    """The lines handed to the encoder (a QR code's data cannot be read back from segno)."""
    with patch("segno.make_qr", wraps=segno.make_qr) as encoder:
        code = epc_code(document)
    if code is None:
        assert not encoder.called
        return None
    data: bytes = encoder.call_args.args[0]
    return data.decode().split("\n")


def with_account(**changes: str) -> Document:
    document = samples.sample_document(3)
    assert document.payment is not None
    account = replace(document.payment.credit_transfers[0], **changes)
    return replace(document, payment=replace(document.payment, credit_transfers=(account,)))


def with_payable(amount: str) -> Document:
    document = samples.sample_document(3)
    return replace(document, totals=replace(document.totals, payable=Decimal(amount)))


def test_payload_is_version_002_of_the_standard() -> None:
    assert payload_of(samples.sample_document(3)) == [
        "BCD",
        "002",
        "1",
        "SCT",
        "COBADEFFXXX",
        "Sample Seller GmbH",
        "DE89370400440532013000",
        "EUR292.29",
        "",
        "",
        "INV-2026-00042",
    ]


def test_code_uses_error_correction_m_and_a_version_up_to_13() -> None:
    code = epc_code(samples.sample_document(3))
    assert code is not None
    assert code.error == "M"
    assert int(code.version) <= 13


def test_svg_has_black_paths_and_nothing_from_outside() -> None:
    code = epc_code(samples.sample_document(3))
    assert code is not None
    image = svg(code)
    assert image.startswith(b"<svg ")
    assert b"href" not in image
    assert b"INV-2026" not in image


@pytest.mark.parametrize(
    "document",
    [
        samples.sample_document(3, currency="PLN"),
        samples.sample_document(3, payment=None),
        samples.sample_document(3, number="", payment=None),
        with_account(account="DE00370400440532013000"),
        with_account(account="000123456"),
        with_payable("0.00"),
        with_payable("-1.00"),
        with_payable("1000000000.00"),
    ],
    ids=[
        "other currency",
        "no account",
        "no reference",
        "wrong check digits",
        "no IBAN",
        "nothing to pay",
        "negative",
        "too much",
    ],
)
def test_no_code_where_the_standard_has_none(document: Document) -> None:
    assert payload_of(document) is None


@pytest.mark.parametrize(
    ("amount", "written"),
    [("0.01", "EUR0.01"), ("999999999.99", "EUR999999999.99"), ("100.00", "EUR100")],
)
def test_amounts_up_to_the_limits_are_written(amount: str, written: str) -> None:
    payload = payload_of(with_payable(amount))
    assert payload is not None
    assert payload[7] == written


def test_line_breaks_in_a_name_cannot_add_fields() -> None:
    payload = payload_of(with_account(account_name="Seller\nDE02120300000000202051\r\nEUR1"))
    assert payload is not None
    assert payload[5] == "Seller DE02120300000000202051 EUR1"
    assert payload[6] == samples.IBAN
    assert len(payload) == 11


def test_spaced_iban_is_compacted_and_a_wrong_bic_left_out() -> None:
    payload = payload_of(with_account(account="de89 3704 0044 0532 0130 00", bic="NOTABIC"))
    assert payload is not None
    assert payload[4] == ""
    assert payload[6] == samples.IBAN


def test_long_name_is_cut_at_70_characters() -> None:
    payload = payload_of(with_account(account_name="N" * 100))
    assert payload is not None
    assert payload[5] == "N" * 70


def test_payload_over_331_bytes_gives_no_code() -> None:
    document = with_account(account_name="ł" * 70)
    assert document.payment is not None
    document = replace(document, payment=replace(document.payment, remittance="ł" * 140))
    assert epc_code(document) is None


def test_first_account_with_an_iban_is_taken() -> None:
    document = samples.sample_document(3)
    assert document.payment is not None
    transfers = (CreditTransfer(account="000123456"), *document.payment.credit_transfers)
    payload = payload_of(
        replace(document, payment=replace(document.payment, credit_transfers=transfers))
    )
    assert payload is not None
    assert payload[6] == samples.IBAN
