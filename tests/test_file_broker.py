"""The file broker under several processes at once: nothing lost, nothing twice, nobody stops."""

import multiprocessing
import time
from pathlib import Path
from typing import Any

from kombu import Connection

from saleor_invoices import file_broker

PRODUCERS, MESSAGES, CONSUMERS = 3, 150, 3


def options(folder: str) -> dict[str, Any]:
    path = Path(folder)
    return {
        "data_folder_in": str(path / "queue"),
        "data_folder_out": str(path / "queue"),
        "processed_folder": str(path / "done"),
        "control_folder": str(path / "control"),
        "store_processed": False,
        "polling_interval": 0.01,
    }


def connect(folder: str) -> Connection:
    file_broker.install()
    return Connection("filesystem://localhost//", transport_options=options(folder))


def produce(folder: str, number: int) -> None:
    with connect(folder) as connection, connection.SimpleQueue("work") as queue:
        for index in range(MESSAGES):
            queue.put({"id": f"{number}-{index}", "filler": "x" * 20_000})


def consume(folder: str, results: Any) -> None:
    with connect(folder) as connection, connection.SimpleQueue("work") as queue:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                message = queue.get(timeout=1)
            except queue.Empty:
                break
            results.put(message.payload["id"])
            message.ack()


def test_messages_written_and_read_at_once_arrive_whole_and_once(tmp_path: Path) -> None:
    for name in ("queue", "done", "control"):
        (tmp_path / name).mkdir()
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    folder = str(tmp_path)
    workers = [context.Process(target=consume, args=(folder, results)) for _ in range(CONSUMERS)]
    workers += [context.Process(target=produce, args=(folder, n)) for n in range(PRODUCERS)]
    for worker in workers:
        worker.start()
    seen = [results.get(timeout=60) for _ in range(PRODUCERS * MESSAGES)]
    for worker in workers:
        worker.join(timeout=30)

    assert sorted(seen) == sorted(f"{n}-{i}" for n in range(PRODUCERS) for i in range(MESSAGES))
    assert [worker.exitcode for worker in workers] == [0] * len(workers)
    assert list((tmp_path / "queue").iterdir()) == []
