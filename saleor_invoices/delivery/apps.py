"""Django's description of this part, and what it wants to hear of documents."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.delivery"

    def ready(self) -> None:
        """Load the channels for e-invoices and register the listeners."""
        from saleor_invoices.delivery.services import registration  # noqa: PLC0415 models

        registration.register_all()
