"""What goes between the process that reads a file and the one that keeps it: MessagePack, each
answer after its length in four bytes.
"""

import errno
import os
from pathlib import Path
from typing import IO, Any

import msgspec

from saleor_invoices.domain import errors
from saleor_invoices.imports.ready import ReadOrder, ReadyItem

_LENGTH = 4


class Batch(msgspec.Struct, frozen=True, tag="batch"):
    """Documents."""

    items: list[ReadyItem]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The whole file was read."""


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """It can't be read on."""

    kind: str  # the exception's class
    code: str = ""  # of one of our errors
    message: str = ""
    params: dict[str, Any] = {}
    errno: int | None = None

    @classmethod
    def of(cls, error: Exception) -> "Failed":
        """The error as it goes over the wire."""
        kind = type(error).__name__
        if isinstance(error, errors.AppError):
            params = {name: str(value) for name, value in error.params.items()}
            return cls(kind=kind, code=error.code, message=error.message, params=params)
        return cls(kind=kind, errno=_errno(error))

    def error(self) -> Exception:
        """The error to raise on this side; a foreign one keeps its class's name only."""
        if self.code:
            made = getattr(errors, self.kind, errors.InvalidInput)
            assert issubclass(made, errors.AppError)  # noqa: S101 our own process's word
            return made(self.message, code=self.code, params=self.params)
        if self.errno is not None:
            return OSError(self.errno, os.strerror(self.errno))
        return errors.Unforeseen(f"Internal error ({self.kind}).")


Answer = Batch | Done | Failed


def encode(value: object) -> bytes:
    """As MessagePack."""
    return _encoder.encode(value)


def order_of(given: bytes) -> ReadOrder:
    """The order that was encoded."""
    return _order_decoder.decode(given)


def send(out: IO[bytes], answer: Answer) -> None:
    """Write an answer."""
    content = _encoder.encode(answer)
    out.write(len(content).to_bytes(_LENGTH))
    out.write(content)
    out.flush()


def receive(given: IO[bytes]) -> Answer | None:
    """The next answer; None where the other side ended without one."""
    length = int.from_bytes(given.read(_LENGTH))
    content = given.read(length)
    return _answer_decoder.decode(content) if length and len(content) == length else None


def _errno(error: BaseException | None) -> int | None:
    """Of the first error of the system behind this one."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in errno.errorcode:
            return error.errno
        error = error.__cause__
    return None


def _spelt(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value)} does not go over the wire")


def _read(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise TypeError(f"{kind} does not come over the wire")


_encoder = msgspec.msgpack.Encoder(enc_hook=_spelt)
_order_decoder = msgspec.msgpack.Decoder(ReadOrder, dec_hook=_read)
_answer_decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer, dec_hook=_read)
