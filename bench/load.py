"""The load generator, a process of its own: whole requests over connections that stay open.

``python -m bench.load PORT FILE CONNECTIONS [RATE]`` sends every request of the file once, each
connection as fast as it is answered, or with RATE so many a second at fixed times. With a rate,
time counts from the moment at which a request was due: one that had to wait for a free connection
waited as a customer would. Prints one JSON object. Loopback only, and for two minutes at most.
"""

import asyncio
import json
import sys
import time
from collections import Counter, deque
from pathlib import Path

from bench.requests_file import read_requests
from demo.place import HOST

MOST_SECONDS = 120
OK = 200
LOST = 0  # the status of a request whose connection broke


class Connection(asyncio.Protocol):
    """One connection: sends a request, tells the load when it is answered."""

    def __init__(self, load: "Load") -> None:
        self._load, self._received, self._due = load, bytearray(), 0.0
        self._transport: asyncio.Transport | None = None
        self._busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It is open."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 of a TCP connection
        self._transport = transport

    def send(self, request: bytes, due: float) -> None:
        """Send a request that was due at a time of the loop."""
        assert self._transport is not None  # noqa: S101 it was awaited
        self._busy, self._due = True, due
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Look whether the answer is whole."""
        self._received += data
        head, separator, rest = bytes(self._received).partition(b"\r\n\r\n")
        if separator and len(rest) >= _length(head):
            self._received.clear()
            self._busy = False
            self._load.answered(self, int(head[9:12]), self._due)

    def connection_lost(self, _error: Exception | None) -> None:
        """The server closed it."""
        if self._busy:
            self._load.answered(self, LOST, self._due)


class Load:
    """The requests, the free connections and what was answered."""

    def __init__(self, requests: list[bytes], rate: float) -> None:
        self.statuses: Counter[int] = Counter()
        self.latencies: list[float] = []
        self.done = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._requests, self._rate = requests, rate
        self._free: deque[Connection] = deque()
        self._waiting: deque[tuple[bytes, float]] = deque()
        self._next = 0

    async def run(self, port: int, connections: int) -> None:
        """Send everything and wait for the last answer."""
        for _ in range(connections):
            _, connection = await self._loop.create_connection(lambda: Connection(self), HOST, port)
            self._free.append(connection)
        if self._rate:
            self._send_due(self._loop.time())
        else:
            for _ in range(min(connections, len(self._requests))):
                self._send_next(self._free.popleft())
        await asyncio.wait_for(self.done.wait(), MOST_SECONDS)

    def answered(self, connection: Connection, status: int, due: float) -> None:
        """Note an answer and give the connection its next request."""
        self.statuses[status] += 1
        self.latencies.append(self._loop.time() - due)
        if status != OK or sum(self.statuses.values()) == len(self._requests):
            self.done.set()  # one that was not taken in spoils the figures anyway
        elif self._rate:
            self._free.append(connection)
            self._drain()
        elif self._next < len(self._requests):
            self._send_next(connection)

    def _send_next(self, connection: Connection) -> None:
        request = self._requests[self._next]
        self._next += 1
        connection.send(request, self._loop.time())

    def _send_due(self, due: float) -> None:
        self._waiting.append((self._requests[self._next], due))
        self._next += 1
        self._drain()
        if self._next < len(self._requests):
            following = due + 1 / self._rate
            self._loop.call_at(following, self._send_due, following)

    def _drain(self) -> None:
        while self._waiting and self._free:
            self._free.popleft().send(*self._waiting.popleft())


def _length(head: bytes) -> int:
    found = head.lower().partition(b"content-length:")[2]
    if not found:
        raise ValueError(f"an answer without its length: {head!r}")
    return int(found.split(b"\r\n", 1)[0])


async def _run(port: int, file: Path, connections: int, rate: float) -> dict[str, object]:
    load = Load(list(read_requests(file)), rate)
    began, clock = time.time(), time.perf_counter()
    await load.run(port, connections)
    return {
        "began": began,
        "seconds": time.perf_counter() - clock,
        "statuses": dict(load.statuses),
        "latencies": load.latencies,
    }


def main() -> None:
    """Run with the arguments of the command line."""
    port, file, connections, *rate = sys.argv[1:]
    given = float(rate[0]) if rate else 0.0
    result = asyncio.run(_run(int(port), Path(file), int(connections), given))
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
