"""Kills what a demo leaves behind when it dies without a chance to stop its processes itself.

Runs beside the demo and reads lines from it: ``+123`` for a process group that was started,
``-123`` for one that is gone. The end of the input means that the demo has ended.
"""

import os
import signal
import sys


def main() -> None:
    """Follow the demo until it ends; kill the groups that are still there."""
    groups: set[int] = set()
    for line in sys.stdin:
        change, group = line[0], int(line[1:])
        groups.add(group) if change == "+" else groups.discard(group)
    for group in groups:
        try:
            os.killpg(group, signal.SIGKILL)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    main()
