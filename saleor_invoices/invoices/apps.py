"""Django's description of this part, and its ties to the inbox and the database."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class InvoicesConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.invoices"

    def ready(self) -> None:
        """Register the handlers, and put the triggers back after every migrate."""
        from saleor_invoices.inbox import registry  # noqa: PLC0415 models are loaded now
        from saleor_invoices.invoices import handlers, search_index, triggers  # noqa: PLC0415
        from saleor_invoices.invoices.services import (  # noqa: PLC0415
            delivery_failure,
            listeners,
            money_report,
        )

        handlers.register_all()
        registry.on_failure(delivery_failure.delivery_failed)
        registry.on_recovery(delivery_failure.delivery_recovered)
        listeners.on_retry(money_report.SUBJECT, money_report.movement_reports_retry)
        pre_migrate.connect(triggers.step_aside_before_migrate, sender=self)
        post_migrate.connect(triggers.install_after_migrate, sender=self)
        post_migrate.connect(search_index.install_after_migrate, sender=self)
