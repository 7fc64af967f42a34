"""The verdict of ``make demo CHECK=1``: each thing that can be wrong is found and named."""

import hashlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from demo.evidence import Evidence, opens
from demo.hands import Case
from demo.plans import Plan
from demo.verdict import faults, unmet

Row = dict[str, Any]
URL, CREDIT_URL, PROFORMA_URL = (f"http://127.0.0.1:8080/i/{name}" for name in "ABP")
NUMBER, CREDIT, PROFORMA = "A", "B", "P"
GOOD = b"%PDF good"
FORMS = ("cii: X", "ubl: Y", "pdf: X", "xml: as it was written")
SOLD = Plan("eur_domestic", "proforma -> proforma", "pay -> invoice", "refund_10 -> credit_note")


def order(order_id: str, number: str, invoices: list[Row], **changes: Any) -> Row:
    return {
        "id": order_id,
        "number": number,
        "kind": "eur_domestic",
        "status": "UNFULFILLED",
        "currency": "EUR",
        "total": {"net": "100.00", "gross": "119.00"},
        "charged": "90.00",
        "refunded": "10.00",
        "invoices": invoices,
        **changes,
    }


def document(number: str, kind: str, total: str, **changes: Any) -> Row:
    return {
        "number": number,
        "kind": kind,
        "orderNumbers": ["1"],
        "currency": "EUR",
        "downloadUrl": f"http://127.0.0.1:8080/i/{number}",
        "total": {"amount": total},
        "rounding": {"amount": "0.00"},
        "balance": {"amount": "19.00"},
        "credited": {"amount": "10.00"},
        "prepayments": [],
        "vatBreakdown": [{"tax": {"category": "STANDARD"}}],
        "precedingInvoice": None,
        "buyer": {"name": "Sample Buyer"},
        "pdf": {"sha256": "good"},
        "einvoice": {"outcome": "MADE", "profile": "en16931", "syntax": "cii", "findings": []},
        **changes,
    }


def delivery(copy: int, status: str = "SUCCESS") -> Row:
    return {"event": "ORDER_PAID", "copy": copy, "status": status, "status_code": 200}


def judged(*rules: str) -> dict[str, list[str]]:
    return {form: list(rules) for form in FORMS}


def tampered(*rules: str) -> dict[str, list[str]]:
    return {form: list(rules) for form in FORMS[:3]}


def shown(number: str, url: str) -> Row:
    return {"id": number, "number": number, "url": url, "status": "SUCCESS"}


@pytest.fixture
def evidence(monkeypatch: pytest.MonkeyPatch) -> Row:
    """What is found when all is well: order 1 is invoiced and credited, order 2 is not to be."""
    monkeypatch.setattr("demo.evidence.opens", lambda _row, file: file == GOOD)
    monkeypatch.setattr("demo.verdict.opens", lambda _row, file: file == GOOD)
    not_wanted = {"outcome": "NOT_WANTED", "profile": "", "syntax": "", "findings": []}
    return {
        "cases": [
            Case(plan=SOLD, orders=("o1",), numbers=("1",)),
            Case(plan=Plan("eur_domestic"), orders=("o2",), numbers=("2",)),
        ],
        "orders": [
            order("o1", "1", [shown(NUMBER, URL), shown(CREDIT, CREDIT_URL)]),
            order("o2", "2", []),
        ],
        "deliveries": [delivery(1), delivery(2)],
        "documents": [
            document(NUMBER, "INVOICE", "119.00"),
            document(CREDIT, "CREDIT_NOTE", "10.00", precedingInvoice={"number": NUMBER}),
            document(PROFORMA, "PROFORMA", "119.00", einvoice=not_wanted),
        ],
        "problems": [],
        "files": {URL: GOOD, CREDIT_URL: GOOD, PROFORMA_URL: GOOD},
        "ledger": {"ok": True, "faults": []},
        "judgement": {
            "judged": {NUMBER: judged(), CREDIT: judged()},
            "controls": {NUMBER: tampered("BR-CO-15"), CREDIT: tampered("BR-CO-15", "BR-CO-16")},
        },
    }


def test_nothing_is_wrong_when_both_sides_agree(evidence: Row) -> None:
    found = Evidence(**evidence)
    assert faults(found) == []
    assert found.figures() == {
        "orders": 2,
        "deliveries": 2,
        "invoices": 1,
        "credit_notes": 1,
        "proformas": 1,
        "pdfs": 1,
        "published": 2,
        "einvoices": 2,
        "einvoices_valid": 2,
        "einvoices_left_out": 0,
        "duplicates": 0,
        "gaps": 0,
        "ledger_ok": True,
    }


def second_document(given: Row) -> None:
    given["documents"].append(given["documents"][0] | {"number": "C"})


def second_saleor_invoice(given: Row) -> None:
    given["orders"][0]["invoices"].append(given["orders"][0]["invoices"][0])


def unasked_invoice(given: Row) -> None:
    given["orders"][1]["invoices"] = deepcopy(given["orders"][0]["invoices"])


def unanswered_request(given: Row) -> None:
    given["orders"][0]["invoices"][0].update(status="PENDING", number=None, url=None)


def lost_credit_note(given: Row) -> None:
    del given["orders"][0]["invoices"][1], given["documents"][1]


def lost_proforma(given: Row) -> None:
    del given["documents"][2]


def other_number(given: Row) -> None:
    given["documents"][0]["number"] = "C"


def invoice(**changes: Any) -> Callable[[Row], None]:
    return lambda given: given["documents"][0].update(changes)


def credit_note(**changes: Any) -> Callable[[Row], None]:
    return lambda given: given["documents"][1].update(changes)


def credited_too_much(given: Row) -> None:
    """Saleor and the ledger agree; the credit note itself is above its invoice."""
    credit_note(total={"amount": "119.01"})(given)


def broken_file(given: Row) -> None:
    given["files"][URL] = b"<html>"


def broken_proforma(given: Row) -> None:
    given["files"][PROFORMA_URL] = b""


def gap(given: Row) -> None:
    given["ledger"] = {"ok": False, "faults": [{"code": "SEQUENCE_GAP", "number": "C"}]}


def problem(given: Row) -> None:
    given["problems"] = [{"code": "TOTALS_DIFFER", "message": "by 0.01"}]


def refused_delivery(given: Row) -> None:
    given["deliveries"][1]["status"] = "FAILED"


def single_delivery(given: Row) -> None:
    given["deliveries"].append(delivery(1))


def cancelled(given: Row) -> None:
    given["orders"][0]["status"] = "CANCELED"


def refused_by_a_rule(given: Row) -> None:
    given["judgement"]["judged"][CREDIT]["ubl: Y"] = ["BR-CO-15", "BR-CO-15"]


def judged_by_half(given: Row) -> None:
    del given["judgement"]["judged"][NUMBER]["ubl: Y"]


def not_judged(given: Row) -> None:
    del given["judgement"]["judged"][NUMBER]


def judged_stray(given: Row) -> None:
    given["judgement"]["judged"]["C"] = judged()


def left_out(*codes: str) -> Callable[[Row], None]:
    findings = [{"code": code, "message": "..."} for code in codes]
    return invoice(einvoice={"outcome": "LEFT_OUT", "profile": "en16931", "findings": findings})


def proforma_with_einvoice(given: Row) -> None:
    given["documents"][2]["einvoice"]["outcome"] = "MADE"


def sleeping_judge(given: Row) -> None:
    given["judgement"]["controls"][NUMBER]["pdf: X"] = []


def untried_judge(given: Row) -> None:
    del given["judgement"]["controls"][CREDIT]


def half_tried_judge(given: Row) -> None:
    del given["judgement"]["controls"][CREDIT]["ubl: Y"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (second_document, "order 1: 1 too many"),
        (second_saleor_invoice, "order 1: 1 too many"),
        (unasked_invoice, "order 2 (eur_domestic) has an invoice but should have none"),
        (unanswered_request, "should have 2 published invoices and has ['PENDING', 'SUCCESS']"),
        (lost_credit_note, "should have 2 published invoices and has ['SUCCESS']"),
        (lost_credit_note, "has {'invoice': 1, 'proforma': 1} and should have"),
        (lost_proforma, "has {'invoice': 1, 'credit_note': 1} and should have"),
        (other_number, "shows ['A'], which are not its documents"),
        (invoice(total={"amount": "119.01"}), "109.01 is invoiced and not credited, in Saleor 109"),
        (invoice(rounding={"amount": "0.01"}), "109.01 is invoiced and not credited"),
        (invoice(credited={"amount": "9.99"}), "109.01 is invoiced and not credited"),
        (cancelled, "109.00 is invoiced and not credited, in Saleor 0"),
        (invoice(balance={"amount": "119.00"}), "119.00 is owed, in Saleor 19.00"),
        (invoice(currency="PLN"), "another currency than in Saleor"),
        (invoice(vatBreakdown=[{"tax": {"category": "ZERO"}}]), "VAT categories"),
        (credited_too_much, "119.01 of 119.00 credited"),
        (credit_note(total={"amount": "0.00"}), "0.00 of 119.00 credited"),
        (credit_note(precedingInvoice=None), "a credit note of nothing"),
        (broken_file, "A: no PDF opens"),
        (broken_proforma, "P: no PDF opens"),
        (refused_by_a_rule, "B: ubl: Y refuses it: ['BR-CO-15']"),
        (judged_by_half, "A: was not judged as ubl"),
        (not_judged, "A: was not judged as pdf"),
        (judged_stray, "e-invoices of which the app says nothing: ['C']"),
        (left_out(), "A (eur_domestic): the e-invoice was LEFT_OUT: []"),
        (left_out("EINVOICE_DECIMALS"), "the e-invoice was LEFT_OUT: ['EINVOICE_DECIMALS']"),
        (invoice(einvoice=None), "the e-invoice was forgotten"),
        (proforma_with_einvoice, "a proforma has an e-invoice"),
        (sleeping_judge, "pdf: X accepts A with another total"),
        (untried_judge, "no invoice and no credit note was tampered with"),
        (half_tried_judge, "B was tampered with as ['cii: X', 'pdf: X'] only"),
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
    for spoil in (second_document, second_saleor_invoice, gap, refused_by_a_rule):
        spoil(evidence)
    figures = Evidence(**evidence).figures()
    assert (figures["duplicates"], figures["gaps"], figures["ledger_ok"]) == (2, 1, False)
    assert (figures["einvoices"], figures["einvoices_valid"]) == (3, 1)  # and one is not judged


class TestLeftOut:
    """What EN 16931 can't express says so, and counts as left out."""

    @pytest.fixture
    def dollars(self, evidence: Row) -> Row:
        evidence["cases"][0] = Case(
            plan=Plan("usd_net", "-> invoice credit_note proforma"),
            orders=("o1",),
            numbers=("1",),
        )
        findings = [{"code": "EINVOICE_NOT_VAT", "message": "..."}]
        for row in evidence["documents"][:2]:
            row["einvoice"] |= {"outcome": "LEFT_OUT", "findings": findings}
        evidence["judgement"]["judged"] = {}
        return evidence

    def test_with_its_reason(self, dollars: Row) -> None:
        found = Evidence(**dollars)
        assert faults(found) == []
        figures = found.figures()
        assert (figures["einvoices"], figures["einvoices_left_out"]) == (0, 2)

    @pytest.mark.parametrize("outcome", ["LEFT_OUT", "NOT_WANTED"])
    def test_without_one_it_is_a_fault(self, dollars: Row, outcome: str) -> None:
        dollars["documents"][0]["einvoice"] |= {"outcome": outcome, "findings": []}
        assert "A (usd_net): left out without EINVOICE_NOT_VAT" in faults(Evidence(**dollars))

    def test_an_einvoice_of_it_is_a_fault(self, dollars: Row) -> None:
        dollars["documents"][0]["einvoice"] |= {"outcome": "MADE"}
        found = faults(Evidence(**dollars))
        assert "A (usd_net): the e-invoice was MADE: ['EINVOICE_NOT_VAT']" in found

    def test_extended_alone_need_not_be_ubl(self, evidence: Row) -> None:
        evidence["documents"][0]["einvoice"]["profile"] = "extended"
        judged_by_half(evidence)
        assert faults(Evidence(**evidence)) == []


def test_a_corrected_invoice_must_have_another_buyer(evidence: Row) -> None:
    evidence["cases"][0] = Case(
        plan=Plan("eur_domestic", "correct -> invoice invoice credit_note proforma"),
        orders=("o1",),
        numbers=("1",),
    )
    second_document(evidence)
    found = "the corrected invoice has the former buyer"
    assert any(found in fault for fault in faults(Evidence(**evidence)))
    evidence["documents"][3] |= {"buyer": {"name": "Sample Holding"}}
    assert not any(found in fault for fault in faults(Evidence(**evidence)))


def test_an_authority_gets_its_own_profile(evidence: Row) -> None:
    evidence["cases"][0] = Case(
        plan=Plan("eur_domestic", "to_authority -> invoice credit_note proforma"),
        orders=("o1",),
        numbers=("1",),
    )
    found = "e-invoices for an authority are"
    assert any(found in fault for fault in faults(Evidence(**evidence)))
    for row in evidence["documents"]:
        row["einvoice"]["profile"] = "xrechnung"
    assert faults(Evidence(**evidence)) == []


class TestUnmet:
    def test_a_request_allows_one_more_saleor_invoice_with_the_same_number(self) -> None:
        plan = Plan("usd_net", "request -> invoice", "request")
        row = shown(NUMBER, URL)
        assert unmet(plan, order("o1", "1", [row, row])) == ""
        assert unmet(plan, order("o1", "1", [row])) != ""
        other = [row, row | {"number": "C"}]
        assert "not 1 documents" in unmet(plan, order("o1", "1", other))

    def test_what_a_later_wave_makes_is_not_missed_before_it(self) -> None:
        plan = Plan("usd_net", "pay -> invoice", "refund -> credit_note")
        only = order("o1", "1", [shown(NUMBER, URL)])
        assert unmet(plan, only, 1) == ""
        assert unmet(plan, only, 2) != ""
        assert unmet(plan, order("o1", "1", []), 1) != ""

    def test_credit_notes_of_a_collective_invoice_are_of_no_single_order(self) -> None:
        plan = Plan("collective", "collect -> invoice", "refund -> credit_note", orders=2)
        assert unmet(plan, order("o1", "1", [shown(NUMBER, URL)])) == ""


def test_a_file_opens_only_as_the_pdf_that_was_kept_and_shows_the_number() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(100, 100)
    content = saved(blank)
    assert content.startswith(b"%PDF")
    for file, kept in ((content, content), (b"<html>A</html>", b"<html>A</html>")):
        row = {"number": NUMBER, "pdf": {"sha256": hashlib.sha256(kept).hexdigest()}}
        assert not opens(row, file)
    assert opens({"number": "", "pdf": {"sha256": hashlib.sha256(content).hexdigest()}}, content)
    assert not opens({"number": "", "pdf": {"sha256": hashlib.sha256(b"").hexdigest()}}, content)


def saved(pdf: pypdfium2.PdfDocument) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()
