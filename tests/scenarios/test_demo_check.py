"""The verdict of ``make demo CHECK=1``: each thing that can be wrong is found and named."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pypdfium2
import pytest

from demo.plans import PLANS, Plan
from demo.verdict import Evidence, faults, opens, unmet
from tests.plugins.sandbox import Sandbox

Row = dict[str, Any]
URL = "http://127.0.0.1:8080/i/secret"
NUMBER = "A"


def order(order_id: str, number: str, invoices: list[Row]) -> Row:
    return {
        "id": order_id,
        "number": number,
        "kind": "eur_domestic",
        "currency": "EUR",
        "total": {"net": "100.00", "gross": "119.00"},
        "charged": "100.00",
        "invoices": invoices,
    }


def delivery(copy: int, status: str = "SUCCESS") -> Row:
    return {"event": "ORDER_PAID", "copy": copy, "status": status, "status_code": 200}


@pytest.fixture
def evidence(monkeypatch: pytest.MonkeyPatch) -> Row:
    """What is found when all is well: order 1 is invoiced, order 2 is not to be."""
    monkeypatch.setattr("demo.verdict.opens", lambda _number, file: file == b"%PDF good")
    invoice = {"id": "i1", "number": NUMBER, "url": URL, "status": "SUCCESS"}
    document = {
        "number": NUMBER,
        "orderId": "o1",
        "currency": "EUR",
        "payable": {"amount": "119.00"},
        "balance": {"amount": "19.00"},
    }
    return {
        "plans": {
            "o1": Plan("eur_domestic", "pay", "", 1),
            "o2": Plan("eur_domestic", "", "", 0),
        },
        "orders": [order("o1", "1", [invoice]), order("o2", "2", [])],
        "deliveries": [delivery(1), delivery(2)],
        "documents": [document],
        "problems": [],
        "files": {URL: b"%PDF good"},
        "ledger": {"ok": True, "faults": []},
    }


def test_nothing_is_wrong_when_both_sides_agree(evidence: Row) -> None:
    found = Evidence(**evidence)
    assert faults(found) == []
    assert found.figures() == {
        "orders": 2,
        "deliveries": 2,
        "invoices": 1,
        "pdfs": 1,
        "published": 1,
        "duplicates": 0,
        "gaps": 0,
        "ledger_ok": True,
    }


def second_document(given: Row) -> None:
    given["documents"].append(given["documents"][0] | {"number": "B"})


def second_saleor_invoice(given: Row) -> None:
    given["orders"][0]["invoices"] *= 2


def unasked_invoice(given: Row) -> None:
    given["orders"][1]["invoices"] = deepcopy(given["orders"][0]["invoices"])


def unanswered_request(given: Row) -> None:
    given["orders"][0]["invoices"][0].update(status="PENDING", number=None, url=None)


def lost_invoice(given: Row) -> None:
    given["orders"][0]["invoices"], given["documents"] = [], []


def other_total(given: Row) -> None:
    given["documents"][0]["payable"] = {"amount": "119.01"}


def other_balance(given: Row) -> None:
    given["documents"][0]["balance"] = {"amount": "119.00"}


def other_number(given: Row) -> None:
    given["documents"][0]["number"] = "B"


def broken_file(given: Row) -> None:
    given["files"][URL] = b"<html>"


def gap(given: Row) -> None:
    given["ledger"] = {"ok": False, "faults": [{"code": "SEQUENCE_GAP", "number": "C"}]}


def problem(given: Row) -> None:
    given["problems"] = [{"code": "TOTALS_DIFFER", "message": "by 0.01"}]


def refused_delivery(given: Row) -> None:
    given["deliveries"][1]["status"] = "FAILED"


def single_delivery(given: Row) -> None:
    given["deliveries"].append(delivery(1))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (second_document, "order 1: 1 too many"),
        (second_saleor_invoice, "order 1: 1 too many"),
        (unasked_invoice, "order 2 (eur_domestic) has an invoice but should have none"),
        (unanswered_request, "should have 1 published invoices and has ['PENDING']"),
        (lost_invoice, "order 1 (eur_domestic) lacks its document"),
        (other_total, "payable 119.01 EUR, in Saleor 119.00 EUR"),
        (other_balance, "balance 119.00, in Saleor 19.00"),
        (other_number, "B is not {'A'}"),
        (broken_file, "A: no PDF opens"),
        (gap, "ledger: {'code': 'SEQUENCE_GAP', 'number': 'C'}"),
        (problem, "problem TOTALS_DIFFER: by 0.01"),
        (refused_delivery, "delivery of ORDER_PAID ended as 200"),
        (single_delivery, "not every webhook was delivered twice: {1: 2, 2: 1}"),
    ],
)
def test_what_is_wrong_is_named(evidence: Row, spoil: Callable[[Row], None], words: str) -> None:
    spoil(evidence)
    found = faults(Evidence(**evidence))
    assert any(words in fault for fault in found), found


def test_figures_count_what_is_wrong(evidence: Row) -> None:
    for spoil in (second_document, second_saleor_invoice, gap):
        spoil(evidence)
    figures = Evidence(**evidence).figures()
    assert (figures["duplicates"], figures["gaps"], figures["ledger_ok"]) == (2, 1, False)


def test_a_request_allows_one_more_saleor_invoice_with_the_same_number() -> None:
    plan = Plan("usd_net", "request", "request", 1)
    shown = {"status": "SUCCESS", "number": NUMBER, "url": URL}
    assert unmet(plan, order("o1", "1", [shown, shown])) == ""
    assert unmet(plan, order("o1", "1", [shown])) != ""
    assert "several numbers" in unmet(plan, order("o1", "1", [shown, shown | {"number": "B"}]))


def test_a_file_opens_only_as_a_pdf_that_shows_the_number() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(100, 100)
    content = saved(blank)
    assert content.startswith(b"%PDF")
    assert not opens(NUMBER, content)
    assert not opens(NUMBER, b"<html>A</html>")


def saved(pdf: pypdfium2.PdfDocument) -> bytes:
    from io import BytesIO

    buffer = BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def test_the_plans_cover_every_kind_and_enough_orders(sandbox: Sandbox) -> None:
    assert {plan.kind for plan in PLANS} == set(sandbox.control("kinds")["kinds"])
    assert len(PLANS) >= 25
    assert any(plan.requests >= 2 for plan in PLANS)
    assert any(not plan.is_invoiced for plan in PLANS)
