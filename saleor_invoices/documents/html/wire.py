"""What the app and the limited process say to each other: MessagePack with its length before it.

Both sides import this module; it must need nothing of the app.
"""

import socket
import struct
import time
from typing import Any, TypeVar

import msgspec

MAX_BYTES = 64 * 1024 * 1024  # of one message
_LENGTH = struct.Struct(">I")
_Message = TypeVar("_Message")


class Face(msgspec.Struct, frozen=True):
    """A font file: ``family`` in small letters, as CSS looks it up."""

    family: str
    path: str
    bold: bool = False
    italic: bool = False


class Job(msgspec.Struct, frozen=True):
    """A template to fill and convert. ``seconds`` is the limit for both steps together.

    ``fallbacks`` are families in order of preference, for the characters that the families of the
    template lack; the first one also stands in for every family that is not installed.
    """

    source: str
    data: dict[str, Any]
    images: dict[str, bytes]
    faces: tuple[Face, ...]
    fallbacks: tuple[str, ...]
    seconds: float


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with a template; ``line`` from 1, or 0 where no line can be named."""

    line: int
    message: str


class Answer(msgspec.Struct, frozen=True):
    """The PDF, or the template's problems, or why it failed without the template's fault.

    ``spent``: the process has used itself up and ends.
    """

    pdf: bytes = b""
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    spent: bool = False


class Closed(Exception):
    """The other side is gone."""


def send(channel: socket.socket, message: object) -> None:
    """Send a message whole. Raises ``TimeoutError`` by the socket's own limit, and ``OSError``."""
    body = msgspec.msgpack.encode(message)
    channel.sendall(_LENGTH.pack(len(body)) + body)


def receive(
    channel: socket.socket, kind: type[_Message], *, deadline: float | None = None
) -> _Message:
    """The next message; ``deadline`` is on the monotonic clock.

    Raises ``Closed``, ``TimeoutError``, and ``msgspec.DecodeError`` for what is no such message.
    """
    (length,) = _LENGTH.unpack(_exactly(channel, _LENGTH.size, deadline))
    if length > MAX_BYTES:
        raise msgspec.DecodeError(f"a message of {length} bytes")
    return msgspec.msgpack.decode(_exactly(channel, length, deadline), type=kind)


def _exactly(channel: socket.socket, count: int, deadline: float | None) -> bytes:
    parts, missing = [], count
    while missing:
        if deadline is not None:
            channel.settimeout(max(deadline - time.monotonic(), 0.001))
        part = channel.recv(min(missing, 1 << 20))
        if not part:
            raise Closed
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
