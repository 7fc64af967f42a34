"""``manage.py create_api_key STORE NAME --scope ...``."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from saleor_invoices.domain.errors import AppError
from saleor_invoices.stores.scopes import Scope
from saleor_invoices.stores.selectors import installation_chosen
from saleor_invoices.stores.services.api_key import api_key_create


class Command(BaseCommand):
    """Make an API key for a store and print it, once."""

    help = "Make an API key for a store and print it. It can't be shown again."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("store", help="Saleor API address of the store")
        parser.add_argument("name", help="what the key is for")
        parser.add_argument(
            "--scope",
            action="append",
            required=True,
            choices=[scope.value for scope in Scope],
            help="what the key may do; can be repeated",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the command."""
        try:
            key, token = api_key_create(
                installation=installation_chosen(options["store"]),
                name=options["name"],
                scopes=options["scope"],
            )
        except AppError as error:
            raise CommandError(error.message) from error
        self.stdout.write(token)
        self.stderr.write(
            f"Key {key.prefix}… ({', '.join(key.scopes)}). Keep it now: only its hash is stored."
        )
