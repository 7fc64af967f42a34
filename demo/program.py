"""``python -m demo.program MODULE ARGUMENTS...``: a part that needs the app, as a process."""

import os
import sys
from importlib import import_module

import django


def main() -> None:
    """Set Django up, then run the module's ``main``; what it imports needs the former."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_invoices.settings")
    django.setup()
    import_module(sys.argv[1]).main(sys.argv[2:])


if __name__ == "__main__":
    main()
