"""What must hold in the end, whatever was sent twice, overtaken or killed."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from demo.evidence import MADE, Evidence, Row, is_published, kind_of, opens, outcome
from demo.hands import Case
from demo.plans import CATEGORIES, CREDIT_NOTE, INVOICE, LEFT_OUT, PROFORMA, Plan

__all__ = ["Evidence", "faults", "is_published", "unmet"]

TAMPERED = "BR-CO-15"
"""The rule that the negative controls break: the total with VAT is no sum any more."""


def unmet(plan: Plan, order: Row, waves: int | None = None) -> str:
    """What Saleor's side of an order still lacks; empty when it is as planned."""
    invoices, shown = order["invoices"], plan.shown(waves)
    if not shown:
        return "has an invoice but should have none" if invoices else ""
    wanted = shown - 1 + max(plan.count("request", waves), 1)
    published = [row for row in invoices if is_published(row)]
    if len(published) < wanted or len(published) != len(invoices):
        states = [row["status"] for row in invoices]
        return f"should have {wanted} published invoices and has {states}"
    numbers = {row["number"] for row in invoices}
    return "" if len(numbers) == shown else f"shows {sorted(numbers)}, not {shown} documents"


def faults(evidence: Evidence) -> list[str]:
    """Every expectation that failed, in words."""
    return [
        *(fault for case in evidence.cases for fault in _case_faults(evidence, case)),
        *_file_faults(evidence),
        *_einvoice_faults(evidence),
        *_control_faults(evidence),
        *(f"ledger: {fault}" for fault in evidence.ledger["faults"]),
        *(f"order {order}: {count} too many" for order, count in evidence.duplicates().items()),
        *(f"problem {row['code']}: {row['message']}" for row in evidence.problems),
        *_delivery_faults(evidence),
    ]


def _case_faults(evidence: Evidence, case: Case) -> Iterator[str]:
    name = f"order {'+'.join(case.numbers)} ({case.plan.kind})"
    for order in evidence.orders_of(case):
        if lack := unmet(case.plan, order):
            yield f"{name} {lack}"
        elif shown := _shows_others(evidence, case, order):
            yield f"{name} {shown}"
    made = Counter(kind_of(row) for row in evidence.documents_of(case))
    if made != case.plan.makes():
        yield f"{name} has {dict(made)} and should have {dict(case.plan.makes())}"
    elif made[INVOICE]:
        yield from (f"{name}: {fault}" for fault in _content_faults(evidence, case))


def _shows_others(evidence: Evidence, case: Case, order: Row) -> str:
    shown = {row["number"] for row in order["invoices"]}
    known = {row["number"] for row in evidence.documents_of(case) if kind_of(row) != PROFORMA}
    return f"shows {sorted(shown - known)}, which are not its documents" if shown - known else ""


def _content_faults(evidence: Evidence, case: Case) -> Iterator[str]:
    orders, documents = evidence.orders_of(case), evidence.documents_of(case)
    invoices = evidence.documents_of(case, INVOICE)
    if {row["currency"] for row in documents} != {order["currency"] for order in orders}:
        yield "another currency than in Saleor"
    yield from _money_faults(case, orders, invoices)
    yield from _credit_faults(invoices, evidence.documents_of(case, CREDIT_NOTE))
    found = {row["tax"]["category"] for document in documents for row in document["vatBreakdown"]}
    if found != CATEGORIES.get(case.plan.kind, found):
        yield f"VAT categories {sorted(found)}"
    profiles = {row["einvoice"]["profile"] for row in documents if row["einvoice"]}
    if case.plan.count("to_authority") and profiles != {"xrechnung"}:
        yield f"e-invoices for an authority are {sorted(profiles)}"
    if case.plan.count("correct") and len({row["buyer"]["name"] for row in invoices}) < 2:
        yield "the corrected invoice has the former buyer"


def _money_faults(case: Case, orders: list[Row], invoices: list[Row]) -> Iterator[str]:
    """What was invoiced and not taken back is what Saleor still sold; so is what is owed."""
    standing = sum(map(_collectable, invoices), Decimal(0)) - _sum(invoices, "credited")
    sold = sum((_sold(order) for order in orders), Decimal(0))
    if standing != sold:
        yield f"{standing} is invoiced and not credited, in Saleor {sold}"
    owed = sum((_owed(order) for order in orders), Decimal(0))
    if case.plan.count("record_payment"):  # what was owed came by bank, which Saleor does not know
        owed = Decimal(0)
    if (balance := _sum(invoices, "balance")) != owed:
        yield f"{balance} is owed, in Saleor {owed}"


def _credit_faults(invoices: list[Row], notes: list[Row]) -> Iterator[str]:
    """A credit note is of one invoice, and all of them never more than it."""
    by_invoice: defaultdict[str, Decimal] = defaultdict(Decimal)
    for note in notes:
        invoice = (note["precedingInvoice"] or {}).get("number", "")
        by_invoice[invoice] += _amount(note, "total")
    totals = {row["number"]: _amount(row, "total") for row in invoices}
    for number, credited in by_invoice.items():
        if number not in totals:
            yield f"a credit note of {number or 'nothing'}"
        elif not 0 < credited <= totals[number]:
            yield f"{credited} of {totals[number]} credited"


def _collectable(invoice: Row) -> Decimal:
    """What had to come in money: all but gift cards."""
    cards = (Decimal(row["amount"]) for row in invoice["prepayments"] if row["kind"] == "gift_card")
    return _amount(invoice, "total") + _amount(invoice, "rounding") - sum(cards, Decimal(0))


def _sold(order: Row) -> Decimal:
    if order["status"] == "CANCELED":
        return Decimal(0)
    return Decimal(order["total"]["gross"]) - Decimal(order["refunded"])


def _owed(order: Row) -> Decimal:
    if order["status"] == "CANCELED":
        return Decimal(0)
    return _sold(order) - Decimal(order["charged"])


def _sum(rows: list[Row], name: str) -> Decimal:
    return sum((_amount(row, name) for row in rows), Decimal(0))


def _amount(row: Row, name: str) -> Decimal:
    return Decimal(row[name]["amount"])


def _file_faults(evidence: Evidence) -> Iterator[str]:
    pdfs = evidence.pdfs()
    for row in evidence.documents:
        if not row["pdf"] or not opens(row, pdfs[row["number"]]):
            yield f"{row['number']}: no PDF opens"


def _einvoice_faults(evidence: Evidence) -> Iterator[str]:
    for row in evidence.made():
        yield from (f"{row['number']}: {fault}" for fault in evidence.refusals(row))
    for case in evidence.cases:
        for row in evidence.documents_of(case):
            if fault := _outcome_fault(row, case.plan.kind):
                yield f"{row['number']} ({case.plan.kind}): {fault}"
    if strange := set(evidence.judgement["judged"]) - {row["number"] for row in evidence.made()}:
        yield f"e-invoices of which the app says nothing: {sorted(strange)}"


def _outcome_fault(row: Row, kind: str) -> str:
    """An e-invoice of every invoice and credit note, but for what EN 16931 can't express."""
    if kind_of(row) == PROFORMA:
        return "a proforma has an e-invoice" if outcome(row) == MADE else ""
    wanted = LEFT_OUT.get(kind)
    if (outcome(row) == MADE) is (wanted is None):
        return "" if wanted is None or wanted in _codes(row) else f"left out without {wanted}"
    return f"the e-invoice was {outcome(row) or 'forgotten'}: {_codes(row)}"


def _codes(row: Row) -> list[str]:
    return [finding["code"] for finding in row["einvoice"]["findings"]] if row["einvoice"] else []


def _control_faults(evidence: Evidence) -> Iterator[str]:
    """Judges that accept a wrong total prove nothing by accepting the rest."""
    controls = evidence.judgement["controls"]
    if len(controls) < 2:
        yield "no invoice and no credit note was tampered with"
    for number, judged in controls.items():
        if {name.partition(":")[0] for name in judged} != {"cii", "ubl", "pdf"}:
            yield f"{number} was tampered with as {sorted(judged)} only"
        for name, rules in judged.items():
            if TAMPERED not in rules:
                yield f"{name} accepts {number} with another total"


def _delivery_faults(evidence: Evidence) -> Iterator[str]:
    bad = [row for row in evidence.deliveries if row["status"] != "SUCCESS"]
    yield from (f"delivery of {row['event']} ended as {row['status_code']}" for row in bad)
    copies = Counter(row["copy"] for row in evidence.deliveries)
    if not copies or copies[1] != copies[2]:
        yield f"not every webhook was delivered twice: {dict(copies)}"
