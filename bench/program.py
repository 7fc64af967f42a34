"""``python -m bench.program MODULE ARGUMENTS...``: a part of the benchmark that needs the app."""

import sys
from importlib import import_module

import django


def main() -> None:
    """Set Django up, then run the module's ``main``; what it imports needs the former."""
    django.setup()
    import_module(sys.argv[1]).main(sys.argv[2:])


if __name__ == "__main__":
    main()
