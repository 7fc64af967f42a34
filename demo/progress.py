"""Telling what is going on, with seconds."""

import sys
import time
from typing import TextIO


class Progress:
    """Prints lines with the seconds since the start."""

    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self._stream = stream
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._began

    def say(self, text: str) -> None:
        """One step."""
        self.write(f"[{self.seconds:5.1f} s] {text}")

    def write(self, text: str) -> None:
        """A line without the time."""
        self._stream.write(f"{text}\n")
        self._stream.flush()
