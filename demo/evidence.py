"""What was found after a check, from both sides, and how often."""

import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2

from demo.hands import Case
from demo.plans import CREDIT_NOTE, INVOICE, PROFORMA

Row = dict[str, Any]
MADE = "MADE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found, from both sides."""

    cases: Sequence[Case]
    orders: Sequence[Row]  # as Saleor shows them
    deliveries: Sequence[Row]
    documents: Sequence[Row]  # as the app's API lists them
    problems: Sequence[Row]
    files: Mapping[str, bytes]  # by URL, of Saleor and of the app's API
    ledger: Row
    judgement: Row  # what ``demo.judge`` printed

    def orders_of(self, case: Case) -> list[Row]:
        """The case's orders."""
        return [order for order in self.orders if order["id"] in case.orders]

    def documents_of(self, case: Case, kind: str = "") -> list[Row]:
        """The documents of the case's orders, or those of one kind."""
        rows = (row for row in self.documents if set(row["orderNumbers"]) & set(case.numbers))
        return [row for row in rows if kind in ("", kind_of(row))]

    def of_kind(self, *kinds: str) -> list[Row]:
        """Every document of these kinds."""
        return [row for row in self.documents if kind_of(row) in kinds]

    def pdfs(self) -> dict[str, bytes]:
        """The PDF behind each number: through Saleor's link, else through the app's own."""
        own = {
            row["number"]: self.files.get(row["downloadUrl"] or "", b"") for row in self.documents
        }
        return own | self.shown()

    def shown(self) -> dict[str, bytes]:
        """The PDF behind each number that Saleor shows."""
        rows = (row for order in self.orders for row in order["invoices"] if is_published(row))
        return {row["number"]: self.files[row["url"]] for row in rows}

    def made(self) -> list[Row]:
        """Documents with an e-invoice."""
        return [row for row in self.documents if outcome(row) == MADE]

    def left_out(self) -> list[Row]:
        """Invoices and credit notes without one; a proforma is no invoice and never counts."""
        rows = self.of_kind(INVOICE, CREDIT_NOTE)
        return [row for row in rows if outcome(row) in ("LEFT_OUT", "NOT_WANTED")]

    def figures(self) -> dict[str, int | bool]:
        """The counts that are printed."""
        published = (is_published(row) for order in self.orders for row in order["invoices"])
        shown, invoices = self.shown(), self.of_kind(INVOICE)
        return {
            "orders": len(self.orders),
            "deliveries": len(self.deliveries),
            "invoices": len(invoices),
            "credit_notes": len(self.of_kind(CREDIT_NOTE)),
            "proformas": len(self.of_kind(PROFORMA)),
            "pdfs": sum(opens(row, shown.get(row["number"], b"")) for row in invoices),
            "published": sum(published),
            "einvoices": len(self.made()),
            "einvoices_valid": sum(self.is_valid(row) for row in self.made()),
            "einvoices_left_out": len(self.left_out()),
            "duplicates": sum(self.duplicates().values()),
            "gaps": sum(fault["code"] == "SEQUENCE_GAP" for fault in self.ledger["faults"]),
            "ledger_ok": bool(self.ledger["ok"]),
        }

    def duplicates(self) -> Counter[str]:
        """By order number: documents beyond the plan, and Saleor invoices nobody asked for."""
        found: Counter[str] = Counter()
        for case in self.cases:
            made = Counter(kind_of(row) for row in self.documents_of(case))
            found[case.numbers[0]] += (made - case.plan.makes()).total()
            for order in self.orders_of(case):
                own = len(order["invoices"]) - case.plan.count("request")
                found[order["number"]] += max(own - case.plan.shown(), 0)
        return +found

    def is_valid(self, row: Row) -> bool:
        """Whether every rule set that was asked accepts the document, in every form."""
        return not self.refusals(row)

    def refusals(self, row: Row) -> list[str]:
        """What is wrong with an e-invoice, by form; nothing may be unasked."""
        judged: Mapping[str, list[str]] = self.judgement["judged"].get(row["number"], {})
        asked = {name.partition(":")[0] for name in judged}
        wanted = {"cii", "pdf", "xml"}
        if row["einvoice"]["profile"] != "extended":  # which does not exist as UBL
            wanted.add("ubl")
        unasked = [f"was not judged as {form}" for form in sorted(wanted - asked)]
        refused = {name: sorted(set(rules)) for name, rules in judged.items() if rules}
        return unasked + [f"{name} refuses it: {rules}" for name, rules in refused.items()]


def kind_of(row: Row) -> str:
    """A document's kind, as the plans name it."""
    return str(row["kind"]).lower()


def outcome(row: Row) -> str:
    """What became of a document's e-invoice; empty before it was rendered."""
    return str(row["einvoice"]["outcome"]) if row["einvoice"] else ""


def is_published(invoice: Row) -> bool:
    """Whether a Saleor invoice has all that staff and customer need."""
    return bool(invoice["status"] == "SUCCESS" and invoice["number"] and invoice["url"])


def opens(document: Row, file: bytes) -> bool:
    """Whether it is the document's PDF, can be opened and shows its number."""
    is_kept = hashlib.sha256(file).hexdigest() == document["pdf"]["sha256"]
    if not is_kept or not file.startswith(b"%PDF"):
        return False
    with pypdfium2.PdfDocument(io.BytesIO(file)) as pdf:
        return document["number"] in pdf[0].get_textpage().get_text_range()
