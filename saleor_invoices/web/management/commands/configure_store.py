"""``manage.py configure_store FILE [--store URL]``."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.services import templates_refuse
from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.stores.configuration import html_templates, parse
from saleor_invoices.stores.selectors import installation_chosen
from saleor_invoices.stores.services.store_configure import store_configure


class Command(BaseCommand):
    """Set up a store from a TOML file; docs/configure-store.toml documents it."""

    help = "Set up a store from a TOML file (see docs/configure-store.toml): all of it or nothing."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--store", default="", help="Saleor API address; default: the only one")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the command."""
        file: Path = options["file"]
        try:
            store = installation_chosen(options["store"])
            configuration = parse(_text(file), read_logo=lambda name: _logo(file.parent / name))
            templates_refuse(sources=html_templates(configuration.values))
            store_configure(
                installation=store, configuration=configuration, updated_by="configure_store"
            )
        except AppError as error:
            raise CommandError(f"{error.message}\nNothing was changed.") from error
        self.stdout.write(
            f"{store}: {len(configuration.sellers)} legal entities and"
            f" {len(configuration.values)} settings are as the file says."
        )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{file} can't be read: {error}.", code="FILE_UNREADABLE") from error


def _logo(file: Path) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{file} can't be read: {error.strerror}.") from error
    return Logo(content).content
