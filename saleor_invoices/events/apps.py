"""Django's description of this part, and what it wants to hear of documents."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.events"

    def ready(self) -> None:
        """Register the listeners."""
        from saleor_invoices.events.services import registration  # noqa: PLC0415 models

        registration.register_all()
