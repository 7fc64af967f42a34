"""Large files are read by a process of their own, beside the one that speaks to the database.

It gets no setting and no secret of ours, knows no database, and ends with us, since its pipe does.
By ``subprocess``, as Celery's worker processes may have no children by ``multiprocessing``.
"""

import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from saleor_invoices.domain.errors import Unforeseen
from saleor_invoices.imports.reading_wire import Batch, Failed, encode, receive
from saleor_invoices.imports.ready import ReadOrder, ReadyItem, batches_ready

OWN_PROCESS_FROM = 1_000_000
"""Bytes of a file: a process needs about a second to start."""
CHILD = "saleor_invoices.imports.reading_child"


def batches_read(order: ReadOrder) -> Generator[list[ReadyItem], None, None]:
    """As ``batches_ready``; a small file is read by this process."""
    if order.path.stat().st_size < OWN_PROCESS_FROM:
        yield from batches_ready(order)
        return
    with _started(order) as answers:
        while isinstance(answer := receive(answers), Batch):
            yield answer.items
        if answer is None:
            raise Unforeseen("The process that read the file ended.", code="READER_DIED")
        if isinstance(answer, Failed):
            raise answer.error()


@contextmanager
def _started(order: ReadOrder) -> Iterator[IO[bytes]]:
    """What the process answers; whatever it does when this is left, it is ended."""
    process = subprocess.Popen(  # noqa: S603 our own module
        [sys.executable, "-s", "-P", "-m", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environment(order.folder),
        start_new_session=True,  # Ctrl-C is for us alone
    )
    try:
        with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as orders:
            orders.write(encode(order))  # one that has ended already gives no answer
        with cast("IO[bytes]", process.stdout) as answers:
            yield answers
    finally:
        process.kill()
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder),
        "HOME": str(folder),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if Path(path).is_absolute()),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
