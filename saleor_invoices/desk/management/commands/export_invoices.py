"""``manage.py export_invoices --store URL --format FORMAT --from DAY --to DAY OUT``."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone

from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.exports.run import FORMATS, Export, Outcome
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import installation_chosen, legal_entities_listed

INCOMPLETE = 3
"""Exit code where the file is there, and some documents in it lack their PDF."""
SHOWN = 20


class Command(BaseCommand):
    """Write the issued documents of some days to a file: all of it, or none."""

    help = (
        "Write the issued documents of some days to a file. Exit codes: 0 done; 1 refused, and"
        " nothing was written; 2 wrong arguments; 3 done, but some documents lack their PDF."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("out", type=Path, help="a file, or a folder for the format's own name")
        parser.add_argument("--store", default="", help="Saleor API address; default: the only one")
        parser.add_argument("--format", choices=FORMATS, required=True)
        parser.add_argument(
            "--from", dest="first", type=date.fromisoformat, required=True, metavar="DAY"
        )
        parser.add_argument(
            "--to", dest="last", type=date.fromisoformat, required=True, metavar="DAY"
        )
        parser.add_argument("--channel", action="append", default=[], help="slug; may be repeated")
        parser.add_argument(
            "--legal-entity", action="append", default=[], help="key; may be repeated"
        )
        parser.add_argument("--test-mode", action="store_true", help="documents in test mode only")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the command."""
        out: Path = options["out"]
        try:
            store = installation_chosen(options["store"])
            export = Export.prepared(
                installation=store,
                rows=_chosen(store, options),
                format=options["format"],
                made_at=timezone.now(),
            )
            path = out / export.file_name if out.is_dir() else out
            outcome = export.write(path, self._tell)
        except AppError as error:
            raise CommandError(f"{error.code}: {error.message}\nNothing was written.") from error
        except (OSError, DatabaseError) as error:
            raise CommandError(f"{error}\nNothing was written.") from error
        self._report(path, outcome)

    def _tell(self, count: int) -> None:
        self.stderr.write(f"{count} documents")

    def _report(self, path: Path, outcome: Outcome) -> None:
        self.stderr.write(f"{outcome.written} documents are in {path}.")
        if not outcome.lacking:
            return
        for number, code in outcome.lacking[:SHOWN]:
            self.stderr.write(f"{number}: {code}")
        raise CommandError(
            f"{len(outcome.lacking)} documents lack their PDF.", returncode=INCOMPLETE
        )


def _chosen(store: Installation, options: dict[str, Any]) -> QuerySet[SalesDocument]:
    rows = SalesDocument.objects.filter(
        installation=store,
        state=DocumentState.ISSUED,
        test_mode=options["test_mode"],
        issue_date__gte=options["first"],
        issue_date__lte=options["last"],
    )
    if options["last"] < options["first"]:
        raise CommandError("The period ends before it begins.\nNothing was written.")
    if options["channel"]:
        rows = rows.filter(channel__in=options["channel"])
    if options["legal_entity"]:
        known = legal_entities_listed(installation=store).filter(key__in=options["legal_entity"])
        missing = set(options["legal_entity"]) - {entity.key for entity in known}
        if missing:
            raise CommandError(f"There is no legal entity {min(missing)}.\nNothing was written.")
        rows = rows.filter(legal_entity__in=known)
    return rows
