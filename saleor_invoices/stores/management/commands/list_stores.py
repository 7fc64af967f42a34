"""``manage.py list_stores``."""

from typing import Any

from django.core.management.base import BaseCommand

from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import installations_listed, legal_entities_listed


class Command(BaseCommand):
    """List the Saleors that installed the app."""

    help = "List the Saleors that installed the app, with their state and sellers."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run the command."""
        stores = list(installations_listed())
        for store in stores:
            self._write(store)
        if not stores:
            self.stdout.write("The app is not installed in any Saleor yet.")

    def _write(self, store: Installation) -> None:
        state = f"{store.state}: {store.state_reason}" if store.state_reason else store.state
        self.stdout.write(f"{store.saleor_api_url}  Saleor {store.saleor_version or '?'}  {state}")
        for seller in legal_entities_listed(installation=store):
            self.stdout.write(f"    {seller.key}: {seller.name}, {seller.country}")
