"""Django's description of this part, and its ties to the inbox and to documents."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.payments"

    def ready(self) -> None:
        """Register handlers and listeners."""
        from saleor_invoices.payments import registration  # noqa: PLC0415 models

        registration.register_all()
