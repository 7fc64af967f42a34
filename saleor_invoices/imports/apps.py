"""Django's description of this part."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.imports"

    def ready(self) -> None:
        """Register the listener."""
        from saleor_invoices.imports.services.reports_forget import (  # noqa: PLC0415 models
            reports_forget,
        )
        from saleor_invoices.invoices.services import listeners  # noqa: PLC0415

        listeners.on_erased(reports_forget)
