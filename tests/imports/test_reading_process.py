"""Large files, read by a process of their own."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from saleor_invoices.domain.document import Address, Party, Presentation
from saleor_invoices.domain.errors import InvalidInput, Unforeseen
from saleor_invoices.imports import reading, reading_process
from saleor_invoices.imports.readers.registry import reader_of
from saleor_invoices.imports.reading_process import batches_read
from saleor_invoices.imports.reading_wire import Failed
from saleor_invoices.imports.ready import ReadOrder, ReadyItem, batches_ready
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.services.faults import DiskFull, fault_of
from saleor_invoices.invoices.services.external_prepare import Books
from tests.desk.jobs import pdf
from tests.imports.files import invoice, lines

BOOKS = Books(seller=Party(name="Seller", address=Address(country="DE")), look=Presentation())


@pytest.fixture(autouse=True)
def _own_process(_reader: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader_of", reader_of)
    monkeypatch.setattr(reading_process, "OWN_PROCESS_FROM", 0)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that were started; none of them lives on."""
    found: list[subprocess.Popen[bytes]] = []

    class Spied(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **given: object) -> None:
            super().__init__(*arguments, **given)  # type: ignore[call-overload] # as they are
            found.append(self)

    monkeypatch.setattr(subprocess, "Popen", Spied)
    yield found
    assert found
    assert all(process.returncode is not None for process in found)


def order(path: Path, folder: Path, *, after: int = 0) -> ReadOrder:
    """To read a file in batches of three."""
    folder.mkdir()
    options = ReadOptions(currency="EUR", after=after)
    return ReadOrder(
        path=path, name=path.name, options=options, books=BOOKS, folder=folder, batch=3
    )


def rows(count: int) -> bytes:
    """So many invoices, every fifth without a date."""
    said = [invoice(number) for number in range(count)]
    for one in said[::5]:
        del one["issueDate"]
    said[1]["payments"] = [{"amount": "19.00", "on": "2026-03-05", "reference": "P 1"}]
    return lines(said)


def archive() -> bytes:
    """An invoice with its PDF."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.jsonl", lines([invoice("A", pdfFile="a.pdf")]))
        file.writestr("a.pdf", pdf())
    return out.getvalue()


@pytest.mark.parametrize("name", ["lines.jsonl", "all.zip"])
def test_what_is_read_there_is_what_is_read_here(
    name: str, tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    path = tmp_path / name
    path.write_bytes(rows(14) if name.endswith("jsonl") else archive())
    here = list(batches_ready(order(path, tmp_path / "here")))
    there = list(batches_read(order(path, tmp_path / "there")))
    assert [[_said(item) for item in batch] for batch in there] == [
        [_said(item) for item in batch] for batch in here
    ]
    files = [item.prepared.pdf for batch in there for item in batch if item.prepared]
    assert [file.path.read_bytes()[:5] for file in files if file] == [b"%PDF-"] * len(
        [file for file in files if file]
    )
    assert len(started) == 1


def test_it_goes_on_where_it_was(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows(8))
    rest = [item.position for batch in batches_read(order(path, tmp_path / "f", after=6))
            for item in batch]  # fmt: skip
    assert rest == [7, 8]


def test_what_stands_before_a_place_that_can_not_be_read_is_handed_on(
    tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows(4) + b"x" * 6_000_000)
    batches = batches_read(order(path, tmp_path / "f"))
    assert [item.position for item in next(batches)] == [1, 2, 3]
    assert [item.position for item in next(batches)] == [4]
    with pytest.raises(InvalidInput) as told:
        next(batches)
    assert told.value.code == "LINE_TOO_LONG"
    assert told.value.message


def test_a_process_that_ends_is_an_error_that_may_heal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows(300))
    batches = batches_read(order(path, tmp_path / "f"))
    next(batches)
    started[0].send_signal(signal.SIGKILL)
    with pytest.raises(Unforeseen) as told:
        list(batches)
    assert told.value.code == "READER_DIED"
    assert not told.value.permanent
    assert fault_of(told.value).code == "READER_DIED"
    monkeypatch.setattr(reading_process, "CHILD", "no.such.module")
    with pytest.raises(Unforeseen):
        list(batches_read(order(path, tmp_path / "g")))


def test_who_needs_no_more_of_it_ends_it(
    tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows(300))
    batches = batches_read(order(path, tmp_path / "f"))
    next(batches)
    assert started[0].returncode is None
    batches.close()


def test_it_ends_when_the_one_that_asked_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows(3000))
    code = (
        "import django; django.setup();"
        "from pathlib import Path; from tests.imports import test_reading_process as t;"
        "t.reading_process.OWN_PROCESS_FROM = 0;"
        f"b = t.batches_read(t.order(Path({str(path)!r}), Path({str(tmp_path / 'f')!r})));"
        "next(b); print('read', flush=True); import time; time.sleep(60)"
    )
    environment = {
        **os.environ, "DEBUG": "true", "DJANGO_SETTINGS_MODULE": "saleor_invoices.settings",
    }  # fmt: skip
    asker = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
    assert asker.stdout
    assert asker.stdout.readline() == b"read\n"
    children = Path(f"/proc/{asker.pid}/task/{asker.pid}/children").read_text().split()
    assert len(children) == 1
    asker.kill()
    asker.wait()
    asker.stdout.close()
    until = time.monotonic() + 20
    while time.monotonic() < until and _runs(children[0]):
        time.sleep(0.05)
    assert not _runs(children[0])


def test_it_knows_no_setting_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret@127.0.0.1/none")
    monkeypatch.setenv("SECRET_KEYS", "secret")
    given = reading_process._environment(tmp_path)
    assert set(given) == {
        "PATH", "LANG", "TMPDIR", "HOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE",
    }  # fmt: skip
    code = "import sys; import saleor_invoices.imports.reading_child; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-s", "-P", "-c", code], env=given, stdout=subprocess.PIPE, check=True
    )
    loaded = set(found.stdout.decode().split())
    assert "saleor_invoices.imports.ready" in loaded
    assert not {name for name in loaded if name.startswith("saleor_invoices.") and "models" in name}


def test_a_full_disk_is_told_as_one() -> None:
    try:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as error:
            raise RuntimeError("while unpacking") from error
    except RuntimeError as error:
        told = Failed.of(error)
    assert isinstance(fault_of(told.error()), DiskFull)
    foreign = Failed.of(ValueError("what a customer is called")).error()
    assert fault_of(foreign).code == "INTERNAL_ERROR"
    assert "customer" not in str(foreign)


def _said(item: ReadyItem) -> tuple[object, ...]:
    """All of it, but for where its files lie."""
    kept = item.prepared
    files = [file and (file.name, file.sha256) for file in (kept.pdf, kept.xml)] if kept else []
    rest = kept and (kept.columns, kept.reference, kept.shares, kept.payments, kept.preceding)
    return (item.position, item.place, item.external_id, item.number, item.findings, files, rest)


def _runs(pid: str) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
