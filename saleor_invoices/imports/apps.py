"""Django's description of this part."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """See the package's docstring."""

    name = "saleor_invoices.imports"
