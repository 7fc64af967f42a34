"""Celery's broker for one machine: kombu's filesystem transport, made safe for several processes.

As it is, the transport shows a message's file before it is written, and an exchange's table while
it is rewritten: a worker that looks at that moment stops for good. Here a message appears whole, by
one rename, and tables are read and written under a lock.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any
from uuid import uuid4

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    """See the module."""

    def _put(  # type: ignore[override] # kombu disagrees with itself
        self, queue: str, payload: dict[str, Any], **_kwargs: object
    ) -> None:
        folder = Path(self.data_folder_out)
        name = f"{time_ns():020}_{uuid4().hex}.{queue}.msg"
        part = folder / f".{name}.part"
        part.write_bytes(str_to_bytes(dumps(payload)))
        part.replace(folder / name)

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:
        suffix = f".{queue}.msg"
        for name in sorted(os.listdir(self.data_folder_in)):  # noqa: PTH208 names are enough
            if name.partition(".")[2] != suffix[1:]:
                continue
            taken = Path(self.processed_folder) / name
            try:
                (Path(self.data_folder_in) / name).replace(taken)
            except FileNotFoundError:  # another worker was quicker
                continue
            content = taken.read_bytes()
            taken.unlink()
            message: dict[str, Any] = loads(bytes_to_str(content))
            return message
        raise Empty

    def get_table(self, exchange: str) -> list[filesystem.exchange_queue_t]:  # type: ignore[override]
        """The exchange's bindings."""
        with self._tables_locked():
            return super().get_table(exchange)

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str | None, queue: str) -> None:
        with self._tables_locked():
            super()._queue_bind(exchange, routing_key, pattern, queue)

    @contextmanager
    def _tables_locked(self) -> Iterator[None]:
        folder = Path(self.control_folder)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


class Transport(filesystem.Transport):
    """The transport behind ``filesystem://``."""

    Channel = Channel


def install() -> None:
    """Let ``filesystem://`` mean this transport, in this process."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:{Transport.__name__}"
