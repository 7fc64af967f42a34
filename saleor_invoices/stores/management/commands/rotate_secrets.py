"""``manage.py rotate_secrets``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from saleor_invoices.domain.errors import AppError
from saleor_invoices.stores.services.secrets_rotate import secrets_rotate


class Command(BaseCommand):
    """Encrypt all stored secrets under the first of SECRET_KEYS."""

    help = "Encrypt all stored secrets under the first of SECRET_KEYS; then drop the older keys."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run the command."""
        try:
            counts = secrets_rotate()
        except AppError as error:
            raise CommandError(f"{error.message} Nothing was changed.") from error
        for column, count in counts.items():
            self.stdout.write(f"{column}: {count}")
