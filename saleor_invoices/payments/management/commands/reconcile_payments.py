"""``manage.py reconcile_payments``: compare the ledger, Stripe and Saleor."""

import json
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from saleor_invoices.domain.errors import AppError
from saleor_invoices.payments.services.reconcile import Reconciliation, reconcile
from saleor_invoices.stores.selectors import installation_chosen


class Command(BaseCommand):
    """Book what Stripe's events should have told, and print what differs."""

    help = "Compare customers' payments in the ledger, at Stripe and in Saleor; mend what can be."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--store", default="", help="Saleor API URL; needed if there are more")
        parser.add_argument("--days", type=int, default=3, help="how far back (3)")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the report; exit 1 when the books differ."""
        since = timezone.now() - timedelta(days=max(options["days"], 1))
        try:
            store = installation_chosen(options["store"])
            report = reconcile(installation=store, since=since)
        except AppError as error:
            raise CommandError(error.message) from error
        self.stdout.write(_json(report) if options["json"] else _text(report))
        if report.differences:
            raise CommandError(f"{len(report.differences)} differences")


def _json(report: Reconciliation) -> str:
    return json.dumps(
        {
            "payments": report.payments,
            "refunds": report.refunds,
            "booked": dict(report.booked),
            "differences": report.differences,
        }
    )


def _text(report: Reconciliation) -> str:
    booked = sum(report.booked.values())
    summary = f"{report.payments} payments, {report.refunds} refunds, {booked} booked now"
    return "\n".join([*report.differences, summary])
