"""The limit of issuing: processes that do nothing but make the files of snapshots in memory.

``PROCESSES SKIP COUNT`` takes the issued documents after the first SKIP, COUNT of them, and makes
of each what the worker makes: the PDF with its judged e-invoice. Nothing is stored.
"""

import json
import multiprocessing
import sys
import time
from multiprocessing.synchronize import Barrier
from typing import TYPE_CHECKING

from saleor_invoices.documents.einvoice.services import einvoice_finish
from saleor_invoices.documents.services import document_render
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.invoices.models import SalesDocument

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

WARMING = 3


def main(arguments: list[str]) -> None:
    """Print the PDFs a second of all processes together."""
    processes, skip, count = map(int, arguments)
    rows = SalesDocument.objects.order_by("chain_position").values_list("snapshot", flat=True)
    known = [bytes(row) for row in rows[:WARMING]]
    snapshots = [bytes(row) for row in rows[skip : skip + count]]
    context = multiprocessing.get_context("fork")
    ready, times = context.Barrier(processes), context.Queue()
    children = [
        context.Process(target=_render, args=(known, snapshots[place::processes], ready, times))
        for place in range(processes)
    ]
    for child in children:
        child.start()
    spans = [times.get(timeout=120) for _ in children]
    for child in children:
        child.join()
    seconds = max(end for _, end in spans) - min(start for start, _ in spans)
    sys.stdout.write(json.dumps({"rate": len(snapshots) / seconds}))


def _render(
    known: list[bytes],
    snapshots: list[bytes],
    ready: Barrier,
    times: "Queue[tuple[float, float]]",
) -> None:
    documents = [codec.decode(snapshot) for snapshot in snapshots]
    for snapshot in known:  # loads fonts and rules; typst remembers what it has rendered
        _make(codec.decode(snapshot))
    ready.wait()
    start = time.monotonic()  # one clock for all processes of a machine
    for document in documents:
        _make(document)
    times.put((start, time.monotonic()))


def _make(document: Document) -> None:
    einvoice_finish(pdf=document_render(document=document).pdf, document=document)
