"""What must hold in the end, whatever was sent twice, overtaken or killed."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pypdfium2

from demo.plans import Plan

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found, from both sides."""

    plans: Mapping[str, Plan]  # by order id
    orders: Sequence[Row]  # as Saleor shows them
    deliveries: Sequence[Row]
    documents: Sequence[Row]  # as the app's API lists them
    problems: Sequence[Row]
    files: Mapping[str, bytes]  # by URL
    ledger: Row

    def numbers(self) -> dict[str, bytes]:
        """The PDF behind each number that Saleor shows."""
        rows = (row for order in self.orders for row in order["invoices"] if is_published(row))
        return {row["number"]: self.files[row["url"]] for row in rows}

    def figures(self) -> dict[str, int | bool]:
        """The counts that are printed."""
        published = (is_published(row) for order in self.orders for row in order["invoices"])
        return {
            "orders": len(self.orders),
            "deliveries": len(self.deliveries),
            "invoices": len(self.documents),
            "pdfs": sum(opens(number, file) for number, file in self.numbers().items()),
            "published": sum(published),
            "duplicates": sum(self.duplicates().values()),
            "gaps": sum(fault["code"] == "SEQUENCE_GAP" for fault in self.ledger["faults"]),
            "ledger_ok": bool(self.ledger["ok"]),
        }

    def duplicates(self) -> Counter[str]:
        """By order number: documents beyond the first, and Saleor invoices nobody asked for."""
        found: Counter[str] = Counter()
        documents = Counter(row["orderId"] for row in self.documents)
        for order in self.orders:
            own = len(order["invoices"]) - self.plans[order["id"]].requests
            found[order["number"]] += max(documents[order["id"]] - 1, 0) + max(own - 1, 0)
        return +found


def is_published(invoice: Row) -> bool:
    """Whether a Saleor invoice has all that staff and customer need."""
    return bool(invoice["status"] == "SUCCESS" and invoice["number"] and invoice["url"])


def opens(number: str, file: bytes) -> bool:
    """Whether it is a PDF that can be opened and shows the number."""
    if not file.startswith(b"%PDF"):
        return False
    with pypdfium2.PdfDocument(io.BytesIO(file)) as pdf:
        return number in pdf[0].get_textpage().get_text_range()


def unmet(plan: Plan, order: Row) -> str:
    """What Saleor's side of an order still lacks; empty when it is as planned."""
    invoices = order["invoices"]
    if not plan.is_invoiced:
        return "has an invoice but should have none" if invoices else ""
    wanted = max(plan.requests, 1)
    published = [row for row in invoices if is_published(row)]
    if len(published) < wanted or len(published) != len(invoices):
        states = [row["status"] for row in invoices]
        return f"should have {wanted} published invoices and has {states}"
    numbers = {row["number"] for row in invoices}
    return f"has several numbers: {sorted(numbers)}" if len(numbers) > 1 else ""


def faults(evidence: Evidence) -> list[str]:
    """Every expectation that failed, in words."""
    return [
        *_order_faults(evidence),
        *_document_faults(evidence),
        *_file_faults(evidence),
        *(f"ledger: {fault}" for fault in evidence.ledger["faults"]),
        *(f"order {order}: {count} too many" for order, count in evidence.duplicates().items()),
        *(f"problem {row['code']}: {row['message']}" for row in evidence.problems),
        *_delivery_faults(evidence),
    ]


def _order_faults(evidence: Evidence) -> Iterator[str]:
    for order in evidence.orders:
        lack = unmet(evidence.plans[order["id"]], order)
        if lack:
            yield f"order {order['number']} ({order['kind']}) {lack}"


def _document_faults(evidence: Evidence) -> Iterator[str]:
    by_order = {row["orderId"]: row for row in evidence.documents}
    planned = {key for key, plan in evidence.plans.items() if plan.is_invoiced}
    for order in evidence.orders:
        name, document = f"order {order['number']} ({order['kind']})", by_order.get(order["id"])
        if (document is not None) != (order["id"] in planned):
            yield f"{name} {'has a' if document else 'lacks its'} document"
        elif document is not None:
            lack = _differs(evidence.plans[order["id"]], order, document)
            if lack:
                yield f"{name}: {lack}"


def _differs(plan: Plan, order: Row, document: Row) -> str:
    total, charged = Decimal(order["total"]["gross"]), Decimal(order["charged"])
    payable, balance = (Decimal(document[name]["amount"]) for name in ("payable", "balance"))
    shown = {row["number"] for row in order["invoices"]}
    if document["currency"] != order["currency"] or payable != total:
        return f"payable {payable} {document['currency']}, in Saleor {total} {order['currency']}"
    if not plan.is_refunded and balance != total - charged:
        return f"balance {balance}, in Saleor {total - charged}"
    return "" if shown == {document["number"]} else f"{document['number']} is not {shown}"


def _file_faults(evidence: Evidence) -> Iterator[str]:
    numbers = evidence.numbers()
    yield from (
        f"{number}: no PDF opens" for number, file in numbers.items() if not opens(number, file)
    )
    if len(numbers) != len(evidence.documents):
        yield f"{len(numbers)} numbers in Saleor, {len(evidence.documents)} documents in the app"


def _delivery_faults(evidence: Evidence) -> Iterator[str]:
    bad = [row for row in evidence.deliveries if row["status"] != "SUCCESS"]
    yield from (f"delivery of {row['event']} ended as {row['status_code']}" for row in bad)
    copies = Counter(row["copy"] for row in evidence.deliveries)
    if not copies or copies[1] != copies[2]:
        yield f"not every webhook was delivered twice: {dict(copies)}"
