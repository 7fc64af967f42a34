"""``python -m bench`` measures and prints tables; ``--quick`` ends with one JSON object."""

import argparse
import os
import sys
from importlib import import_module

import django

from bench import PARTS
from bench.place import taken_place
from demo.errors import DemoError, Interrupted
from demo.processes import Supervisor
from demo.progress import Progress


def main() -> int:
    """Run the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="under 3 minutes, JSON last")
    parser.add_argument("--only", choices=PARTS, action="append")
    options = parser.parse_args()
    progress = Progress(sys.stderr)
    try:
        with taken_place() as place, Supervisor(place.folder.logs) as supervisor:
            # The app reads its settings once, here: nothing of it may be imported before.
            os.environ.update(place.environment() | {"LOG_LEVEL": "WARNING"})
            django.setup()
            run = import_module("bench.run")
            run.run(place, supervisor, progress, quick=options.quick, only=options.only)
    except Interrupted:
        progress.say("Everything is stopped.")
        return 130
    except DemoError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
