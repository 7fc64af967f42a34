"""Files of other systems for tests, and a small reader of JSON Lines, one invoice a line."""

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.imports.models import ImportJob, ImportUpload
from saleor_invoices.imports.records import AttachedFile, Item, Preview, Reader, ReadOptions
from saleor_invoices.imports.services.job_start import ImportWish, import_start
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.imports.services.upload import upload_keep
from saleor_invoices.imports.shapes import decode, record_of
from saleor_invoices.invoices.services.external_prepare import refusal
from saleor_invoices.stores.models import Installation, LegalEntity

ACTOR = "staff:alice"
BROKEN = "BROKEN"
"""A line that can't be read on from."""


class LinesReader:
    """Reads one JSON object a line; a line ``BROKEN`` ends it as a file that was cut off does."""

    name = "jsonl"

    def preview(self, path: Path, options: ReadOptions) -> Preview:
        """The first line's names."""
        with path.open(encoding="utf-8") as lines:
            first = json.loads(next(lines))
        return Preview(headers=tuple(first), rows=(), proposal={}, options=options)

    def items(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """One item a line; ``pdf`` in it is a text that stands for a PDF."""
        with path.open(encoding="utf-8") as lines:
            for position, line in enumerate(lines, 1):
                if line.strip() == BROKEN:
                    raise InvalidInput("The file is cut off.", code="FILE_CUT_OFF")
                if position > options.after:
                    yield self._item(position, json.loads(line), path, options)

    def _item(self, position: int, said: dict[str, Any], path: Path, options: ReadOptions) -> Item:
        place, pdf = f"line {position}", _pdf(said.pop("pdf", ""), path)
        try:
            shape = decode(json.dumps(said).encode())
        except AppError as error:
            return Item(position=position, place=place, findings=(refusal(error),))
        record, findings = record_of(shape, options=options, pdf=pdf)
        return Item(
            position=position, place=place, external_id=shape.external_id, number=shape.number,
            record=record, findings=findings,
        )  # fmt: skip


def _pdf(text: str, path: Path) -> AttachedFile | None:
    if not text:
        return None
    content = f"%PDF-1.7 {text}".encode()
    file = path.parent / f"{path.name}.{hashlib.sha256(content).hexdigest()[:8]}.pdf"
    file.write_bytes(content)
    return AttachedFile(path=file, name="a.pdf", sha256=hashlib.sha256(content).hexdigest())


def find_lines(_path: Path, _name: str) -> Reader:
    """The reader of all files here."""
    return LinesReader()


def invoice(name: int | str, /, **changes: Any) -> dict[str, Any]:
    """An invoice of 119.00 EUR on three lines."""
    said: dict[str, Any] = {
        "externalId": f"ERP-{name}",
        "number": f"R-{name}",
        "issueDate": "2026-03-02",
        "dueDate": "2026-03-16",
        "currency": "EUR",
        "buyer": {
            "company": "Sample Buyer GmbH", "email": "buyer@example.com",
            "address": {"street": "Hauptstr. 5", "city": "Berlin", "postalCode": "10115",
                        "country": "DE"},
        },
        "lines": [
            {"name": "Mug", "sku": "M", "quantity": "2", "net": "40.00", "vatRate": "19"},
            {"name": "Book", "sku": "B", "quantity": "1", "net": "30.00", "vatRate": "19"},
            {"name": "Pen", "sku": "P", "quantity": "5", "net": "30.00", "vatRate": "19"},
        ],
    }  # fmt: skip
    return {**said, **changes}


def lines(rows: Iterable[dict[str, Any] | str]) -> bytes:
    """A file of these."""
    told = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return "".join(f"{one}\n" for one in told).encode()


def uploaded(store: Installation, rows: Iterable[dict[str, Any] | str]) -> ImportUpload:
    """The file, brought by staff."""
    content = lines(rows)
    return upload_keep(
        installation=store, stream=io.BytesIO(content), name="erp.jsonl", length=len(content),
        actor=ACTOR,
    )  # fmt: skip


def started(
    entity: LegalEntity, rows: Iterable[dict[str, Any] | str], key: str = "k", **wish: Any
) -> ImportJob:
    """An import of the rows that nobody works on yet."""
    upload = uploaded(entity.installation, rows)
    made = ImportWish(**{"upload": upload, "legal_entity": entity, "source_system": "erp", **wish})
    return import_start(
        installation=entity.installation, wish=made, key=key, actor=ACTOR, by_worker=False
    )


def brought(
    entity: LegalEntity, rows: Iterable[dict[str, Any] | str], key: str = "k", **wish: Any
) -> ImportJob:
    """The same, worked off."""
    job = started(entity, rows, key, **wish)
    import_work(job_id=job.pk)
    job.refresh_from_db()
    return job


def counts(job: ImportJob) -> dict[str, int]:
    """What came of the documents, without what there was none of."""
    names = ("created", "updated", "unchanged", "rejected", "warned")
    found = {name: int(getattr(job, f"{name}_count")) for name in names}
    return {name: count for name, count in found.items() if count}
