"""Starts a limited process: ``python __main__.py <module>`` with a socket as standard input.

Started as a file and not as a module: importing ``saleor_invoices`` the usual way starts Celery,
which reads the app's settings.
"""

import sys
import types
from importlib import import_module
from pathlib import Path

PACKAGE = "saleor_invoices"


def main() -> None:
    """Stand in for the app's package, then serve."""
    root = types.ModuleType(PACKAGE)
    root.__path__ = [str(Path(__file__).parents[3])]
    sys.modules[PACKAGE] = root
    import_module(sys.argv[1]).main()


if __name__ == "__main__":
    main()
