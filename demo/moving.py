"""Invoices of other systems in, and an archive out: what must hold of both."""

import csv
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import run

from demo.books import Row
from demo.erp import erp_write
from demo.stack import Stack

IMPORTED = """query Imported($source: SalesDocumentSource!, $after: String) {
  salesInvoices(first: 100, after: $after, filter: {source: $source}) {
    edges { node { number external { sourceSystem } } }
    pageInfo { hasNextPage endCursor }
  }
}"""
CONTENT = """query Content($number: String!) {
  salesInvoices(first: 10, search: $number) { edges { node {
    number source kind issueDate dueDate currency
    net { amount } tax { amount } total { amount } payable { amount }
    seller { name vatId address { street city postalCode country } }
    buyer { name vatId address { street city postalCode country } }
    lines { name sku quantity netAmount tax { category rate } }
    charges { reason amount } allowances { reason amount }
    vatBreakdown { tax { category rate } taxableAmount taxAmount }
  } } }
}"""
REPORT = "report.csv"
FIRST, LAST = "2025-09-01", "2035-12-31"  # some of the imports, and all of our own
VERIFY = ["/usr/bin/env", "sha256sum", "-c", "--quiet", "SHA256SUMS"]
MOVED = {"source"}
"""What differs between an invoice of ours and the same one as another system's."""


class Moving:
    """Imports a file of an ERP and a Factur-X of our own, and exports an archive."""

    def __init__(self, stack: Stack) -> None:
        self._stack, self._home = stack, stack.place.home
        self.figures: dict[str, int | bool] = {}
        self.faults: list[str] = []

    @property
    def report(self) -> Path:
        """What was wrong with the ERP's file, row by row."""
        return self._home / REPORT

    def run(self, documents: Sequence[Row]) -> None:
        """All three; ``documents`` are those that the app issued."""
        self.erp()
        self.erp(again=True)
        self._factur_x(documents)
        self._archive()
        ledger = json.loads(self._stack.manage("verify_ledger", "--json", "--files", may_fail=True))
        self.faults += [f"ledger after the imports: {fault}" for fault in ledger["faults"]]

    def erp(self, *, again: bool = False) -> None:
        """A thousand invoices, thirty of them wrong; ``again`` nothing may change any more."""
        file = self._home / "erp.csv"
        expected = erp_write(file)
        told = self._import(file, "erp", "germany", report=self.report)
        found = Counter(_rejected(self.report))
        if found != expected:
            wrong = {"too many": found - expected, "missing": expected - found}
            self.faults.append(f"the report of the import: {wrong}")
        kept = len(self._imported("erp"))
        if again and (kept != self.figures["imported"] or " 0 created" not in told):
            self.faults.append(f"importing the same file again changed something: {told}")
        self.figures |= {"imported": kept, "import_rejected": found.total()}

    def _factur_x(self, documents: Sequence[Row]) -> None:
        """An invoice of ours, read from its own PDF, is the same document in other books."""
        invoice = next(row for row in documents if _is_factur_x(row))
        file = self._home / "factur-x.pdf"
        file.write_bytes(self._stack.app.read(invoice["downloadUrl"]))
        told = self._import(file, "archive", "poland")
        token = self._stack.shop.app_token()
        edges = self._stack.app.ask(CONTENT, token, number=invoice["number"])["salesInvoices"]
        rows = [edge["node"] for edge in edges["edges"]]
        same = [{k: v for k, v in row.items() if k not in MOVED} for row in rows]
        if len(same) != 2 or same[0] != same[1]:
            self.faults.append(f"{invoice['number']} came back another one: {told} {rows}")

    def _archive(self) -> None:
        """Its own list of hashes must hold, by the tool that everybody has."""
        file, folder = self._home / "archive.zip", self._home / "archive"
        days = ("--from", FIRST, "--to", LAST)
        store = ("--store", self._stack.place.api_url)
        self._stack.manage("export_invoices", *store, "--format", "archive", *days, str(file))
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
        (sums,) = folder.rglob("SHA256SUMS")
        done = run(VERIFY, cwd=sums.parent, check=False)  # noqa: S603 its own words
        listed = sums.read_text(encoding="utf-8").count("\n")
        present = sum(path.is_file() for path in sums.parent.rglob("*")) - 1
        if done.returncode or listed != present or not present:
            self.faults.append(f"the archive does not verify: {listed} of {present} files")

    def _import(self, file: Path, source: str, seller: str, *, report: Path | None = None) -> str:
        store = ("--store", self._stack.place.api_url, "--source", source)
        more = ("--report", str(report)) if report else ()
        return self._stack.manage(
            "import_invoices", str(file), *store, "--legal-entity", seller, *more, may_fail=True
        )

    def _imported(self, system: str) -> list[str]:
        numbers, after = [], None
        while True:
            token = self._stack.shop.app_token()
            page = self._stack.app.ask(IMPORTED, token, source="IMPORTED", after=after)
            rows = [edge["node"] for edge in page["salesInvoices"]["edges"]]
            numbers += [row["number"] for row in rows if row["external"]["sourceSystem"] == system]
            if not page["salesInvoices"]["pageInfo"]["hasNextPage"]:
                return numbers
            after = page["salesInvoices"]["pageInfo"]["endCursor"]


def _rejected(report: Path) -> Iterator[tuple[str, str]]:
    with report.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Outcome"] == "Rejected":
                yield row["Number"], row["Code"]


def _is_factur_x(row: Row) -> bool:
    outcome = str((row["einvoice"] or {}).get("outcome", ""))
    return (str(row["kind"]), outcome) == ("INVOICE", "MADE") and "RE-" in str(row["number"])
