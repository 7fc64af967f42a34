"""``manage.py verify_ledger``: prove that nothing issued was lost, doubled or altered."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from saleor_invoices.invoices.services.ledger_verify import LedgerReport, ledger_verify
from saleor_invoices.stores.selectors import installation_by_api_url


class Command(BaseCommand):
    """Verify chain, numbers, totals, credits, payments and, with --files, every stored file."""

    help = "Verify the hash chain, numbers, totals, credit notes and payments of all issued."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--store", help="Saleor API URL; all stores when left out")
        parser.add_argument("--files", action="store_true", help="also check every stored file")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the report; exit 1 when anything does not hold."""
        store = installation_by_api_url(options["store"]) if options["store"] else None
        if options["store"] and store is None:
            raise CommandError(f"No store is installed for {options['store']}.")
        report = ledger_verify(installation=store, files=options["files"])
        self.stdout.write(_json(report) if options["json"] else _text(report))
        if not report.ok:
            raise CommandError(f"{len(report.faults)} faults")


def _json(report: LedgerReport) -> str:
    return json.dumps({"ok": report.ok, **asdict(report)})


def _text(report: LedgerReport) -> str:
    lines = [
        f"{fault.code}: {fault.series} {fault.number} {fault.detail}".strip()
        for fault in report.faults
    ]
    summary = (
        f"{report.series} series, {report.documents} documents, {report.credit_notes} credit notes,"
        f" {report.movements} movements, {report.files} files: "
    )
    return "\n".join([*lines, summary + ("ok" if report.ok else f"{len(lines)} faults")])
