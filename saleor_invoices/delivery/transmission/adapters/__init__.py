"""One module for each channel; all are loaded at start."""

import importlib
import pkgutil


def register_all() -> None:
    """Import every module here, so that it registers its channel."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
