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


class Probe:
    """Looks at the queue's folder at the moment in which it is turned into JSON."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: list[str] = []

    def __json__(self) -> str:
        self.seen += [file.name for file in self.folder.glob("*.msg")]
        return "probe"


def test_a_message_is_not_to_be_seen_before_it_is_whole(tmp_path: Path) -> None:
    for name in ("queue", "done", "control"):
        (tmp_path / name).mkdir()
    probe = Probe(tmp_path / "queue")
    with connect(str(tmp_path)) as connection:
        channel: Any = connection.channel()
        channel._put("work", {"body": probe})
        assert probe.seen == []
        assert channel._get("work") == {"body": "probe"}


def test_a_message_that_is_still_being_written_is_left_alone(tmp_path: Path) -> None:
    for name in ("queue", "done", "control"):
        (tmp_path / name).mkdir()
    (tmp_path / "queue" / ".00000000000000000001_a.work.msg.part").write_bytes(b"")
    with connect(str(tmp_path)) as connection:
        channel: Any = connection.channel()
        channel._put("work", {"id": 1})
        assert channel._get("work") == {"id": 1}
