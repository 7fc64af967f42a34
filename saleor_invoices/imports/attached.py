"""Files that belong to documents, held until their batch is kept.

A reader's own copies live no longer than it reads, and it reads ahead of what is being kept.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from saleor_invoices.imports.records import AttachedFile, Item
from saleor_invoices.invoices.services.external_prepare import Prepared


def attached_held(items: Iterable[Item], folder: Path) -> Iterator[Item]:
    """The items, with their files in a folder of ours: as second names of the same content."""
    for item in items:
        record = item.record
        if record is None or (record.pdf is None and record.xml is None):
            yield item
            continue
        pdf = _held(record.pdf, folder / f"{item.position}.pdf")
        xml = _held(record.xml, folder / f"{item.position}.xml")
        yield replace(item, record=replace(record, pdf=pdf, xml=xml))


def attached_drop(documents: Iterable[Prepared]) -> None:
    """Delete the files of documents that were kept."""
    for document in documents:
        for file in (document.pdf, document.xml):
            if file is not None:
                file.path.unlink(missing_ok=True)


def _held(file: AttachedFile | None, path: Path) -> AttachedFile | None:
    if file is None:
        return None
    try:
        os.link(file.path, path)
    except OSError:  # another file system, or one without links
        shutil.copyfile(file.path, path)
    return replace(file, path=path)
