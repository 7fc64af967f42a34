"""One module a Saleor event: document, example, handler and test share its name."""

from importlib import import_module
from pkgutil import iter_modules

from saleor_invoices.inbox import registry


def register_all() -> None:
    """Tell the inbox who handles what: each module here is named as its event."""
    for module in iter_modules(__path__):
        registry.register(module.name, import_module(f"{__name__}.{module.name}").handle)
