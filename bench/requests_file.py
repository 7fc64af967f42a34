"""Whole HTTP requests in a file, made before anything is measured."""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path


def write_requests(file: Path, requests: Iterable[bytes]) -> None:
    """Keep requests, each after its length."""
    with file.open("wb") as output:
        for request in requests:
            output.write(struct.pack("<I", len(request)) + request)


def read_requests(file: Path) -> Iterator[bytes]:
    """What ``write_requests`` kept."""
    with file.open("rb") as source:
        while head := source.read(4):
            yield source.read(struct.unpack("<I", head)[0])
