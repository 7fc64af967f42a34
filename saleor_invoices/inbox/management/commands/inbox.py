"""``manage.py inbox`` and ``manage.py inbox replay``."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from saleor_invoices.domain.errors import AppError
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.selectors import deliveries_count_by_state, deliveries_listed
from saleor_invoices.inbox.services.delivery_replay import (
    deliveries_replay,
    deliveries_replay_failed,
)
from saleor_invoices.stores.selectors import installation_chosen


class Command(BaseCommand):
    """List what arrived, or work it off once more."""

    help = "List what arrived; `inbox replay ID...` or `inbox replay --all-failed` tries again."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--store", default="", help="only of this Saleor API address")
        parser.add_argument("--state", default="", choices=["", *Delivery.State.values])
        parser.add_argument("--event", default="", help="only this event, e.g. order_paid")
        parser.add_argument("--limit", type=int, default=50, help="newest first (default: 50)")
        replay = parser.add_subparsers(dest="verb").add_parser("replay", help="try again")
        replay.add_argument("ids", nargs="*", type=int, metavar="ID")
        replay.add_argument("--all-failed", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the command."""
        try:
            store = installation_chosen(options["store"]).pk if options["store"] else None
            if options["verb"] == "replay":
                self._replay(options, store)
            else:
                self._list(options, store)
        except AppError as error:
            raise CommandError(error.message) from error

    def _replay(self, options: dict[str, Any], store: int | None) -> None:
        if bool(options["ids"]) == options["all_failed"]:
            raise CommandError("Name deliveries by id, or say --all-failed.")
        if options["all_failed"]:
            count = deliveries_replay_failed(installation_id=store)
        else:
            count = deliveries_replay(delivery_ids=options["ids"])
        self.stdout.write(f"{count} deliveries will be worked off again.")

    def _list(self, options: dict[str, Any], store: int | None) -> None:
        rows = deliveries_listed(
            state=options["state"], installation_id=store, event=options["event"]
        )
        for row in rows[: options["limit"]]:
            self.stdout.write(_line(row))
        counts = deliveries_count_by_state()
        summary = ", ".join(f"{count} {state}" for state, count in counts.items())
        self.stdout.write(summary or "Nothing has arrived yet.")


def _line(row: Delivery) -> str:
    line = (
        f"{row.pk}  {row.received_at:%Y-%m-%d %H:%M:%S}  {row.event}  {row.state}"
        f"  attempts={row.attempts} received={row.received_count}  {row.installation}"
    )
    return f"{line}\n      {row.error_code}: {row.last_error}" if row.error_code else line
