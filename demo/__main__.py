"""``python -m demo`` runs until Ctrl-C; ``python -m demo --check`` proves itself and ends."""

import argparse
import json
import sys

from demo.check import Check
from demo.errors import DemoError, Interrupted
from demo.place import place_from_environment, take
from demo.processes import Supervisor
from demo.progress import Progress
from demo.samples import place_new, place_samples, show, show_new
from demo.stack import Stack

INTERRUPTED = 130  # what a shell says after Ctrl-C


def main() -> int:
    """Run the demo or its check; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--check", action="store_true", help="prove it, print JSON, exit 0 or 1")
    parser.add_argument("--new", action="store_true", help="leave the app to be installed by hand")
    given = parser.parse_args()
    is_check = given.check
    # The figures are alone on standard output, for machines.
    progress = Progress(sys.stderr if is_check else sys.stdout)
    try:
        return _check(progress) if is_check else _show(progress, is_new=given.new)
    except (Interrupted, KeyboardInterrupt):  # the latter before anything was started
        progress.say("Everything is stopped.")
        return INTERRUPTED if is_check else 0
    except DemoError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1


def _show(progress: Progress, *, is_new: bool) -> int:
    place = place_from_environment()
    with take(place), Supervisor(place.logs) as supervisor:
        stack = Stack(place, supervisor, progress)
        if is_new:
            stack.start_bare()
            place_new(stack)
            show_new(place, progress, stack.manifest_url)
        else:
            stack.start()
            show(place, progress, place_samples(stack))
        while True:
            supervisor.pause(0.5)


def _check(progress: Progress) -> int:
    place = place_from_environment()
    with take(place), Supervisor(place.logs) as supervisor:
        stack = Stack(place, supervisor, progress)
        stack.start()
        figures, faults = Check(stack).run()
        progress.say("Stopping everything")
    for fault in faults:
        sys.stderr.write(f"FAILED: {fault}\n")
    sys.stdout.write(json.dumps({**figures, "seconds": round(progress.seconds, 1)}) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
