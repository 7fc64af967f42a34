"""A file as batches of documents, ready to be kept. No database: see ``reading_process``."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.attached import attached_held
from saleor_invoices.imports.reading import reader_find
from saleor_invoices.imports.records import Item, ReadOptions
from saleor_invoices.invoices.services.external_prepare import (
    Books,
    Prepared,
    external_prepare,
    refusal,
)


class ReadOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be read, and how."""

    path: Path
    name: str  # as whoever brought it calls the file
    options: ReadOptions
    books: Books
    folder: Path  # for the files that belong to documents; whoever keeps them deletes them
    batch: int  # documents


class ReadyItem(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a file. Without ``prepared`` it is rejected, and ``findings`` say why."""

    position: int  # 1, 2, ... in the file
    place: str  # for people
    external_id: str = ""  # as far as it could be read
    number: str = ""  # likewise
    prepared: Prepared | None = None
    findings: tuple[Finding, ...] = ()


def batches_ready(order: ReadOrder) -> Iterator[list[ReadyItem]]:
    """The file's documents some at a time; what comes before a place where it can't be read on is
    handed on before the error is raised (``InvalidInput``, ``OSError``).
    """
    reader = reader_find(order.path, order.name)
    items = attached_held(iter(reader.items(order.path, order.options)), order.folder)
    batch: list[ReadyItem] = []
    try:
        for item in items:
            batch.append(_ready(item, order.books))
            if len(batch) >= order.batch:
                yield batch
                batch = []
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _ready(item: Item, books: Books) -> ReadyItem:
    record, findings = item.record, item.findings
    prepared = None
    if record is not None:
        try:
            prepared = external_prepare(record, books)
        except AppError as error:
            findings = (*findings, refusal(error))
    return ReadyItem(
        position=item.position,
        place=item.place,
        external_id=record.external_id if record else item.external_id,
        number=record.document.number if record else item.number,
        prepared=prepared,
        findings=findings,
    )
