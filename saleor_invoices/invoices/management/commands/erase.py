"""``manage.py erase``: erase documents whose time of retention has run out."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.models import Erasure, SalesDocument
from saleor_invoices.invoices.selectors.retention import documents_over
from saleor_invoices.invoices.services.document_erase import document_erase, erasure_finish
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import installation_chosen

ACTOR = "operator"


class Command(BaseCommand):
    """List what may be erased; with --yes, erase it. Nothing is erased before its time."""

    help = "Erase the content of documents that the law no longer wants kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--store", default="", help="Saleor API URL; the only store if left")
        parser.add_argument("--number", action="append", help="only this document; repeatable")
        parser.add_argument("--reason", default="", help="why; kept with each erasure")
        parser.add_argument("--yes", action="store_true", help="erase; without it only a list")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each document; exit 1 when one could not be erased."""
        try:
            store = installation_chosen(options["store"])
        except AppError as error:
            raise CommandError(error.message) from error
        if options["yes"] and not options["reason"].strip():
            raise CommandError("Say why: --reason is kept with each erasure.")
        rows = _chosen(store, options["number"])
        if not options["yes"]:
            self._list(rows)
            return
        failed = self._erase(rows, options["reason"]) + self._finish(store)
        if failed:
            raise CommandError(f"{failed} not erased")

    def _list(self, rows: QuerySet[SalesDocument]) -> None:
        count = 0
        for row in rows.iterator():
            count += 1
            self.stdout.write(f"{row.number} of {row.issue_date}")
        self.stdout.write(f"{count} documents may be erased; --yes erases them.")

    def _erase(self, rows: QuerySet[SalesDocument], reason: str) -> int:
        failed = done = 0
        for pk in list(rows.values_list("pk", flat=True)):
            row = SalesDocument.objects.get(pk=pk)
            try:
                document_erase(document=row, reason=reason, actor=ACTOR)
            except AppError as error:
                failed += 1
                self.stderr.write(f"{row.number}: {error.code}: {error.message}")
            else:
                done += 1
                self.stdout.write(f"{row.number} erased")
        self.stdout.write(f"{done} documents erased.")
        return failed

    def _finish(self, store: Installation) -> int:
        """Delete the files that a crash or a storage that was away left behind."""
        erasures = Erasure.objects.filter(document__installation=store).select_related(
            "document__installation"
        )
        return sum(not erasure_finish(erasure=erasure) for erasure in erasures.iterator())


def _chosen(store: Installation, numbers: list[str] | None) -> QuerySet[SalesDocument]:
    rows = documents_over(installation=store).order_by("issue_date", "number")
    if not numbers:
        return rows
    missing = set(numbers) - set(rows.filter(number__in=numbers).values_list("number", flat=True))
    if missing:
        raise CommandError(f"May not be erased, or not there: {', '.join(sorted(missing))}")
    return rows.filter(number__in=numbers)
