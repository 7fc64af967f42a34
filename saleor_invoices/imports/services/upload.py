"""Keeping a file that was brought: streamed, counted, and kept whole or not at all."""

import hashlib
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings
from django.utils import timezone

from saleor_invoices.documents import storage
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.models import ImportJob, ImportUpload
from saleor_invoices.imports.selectors.jobs import OPEN
from saleor_invoices.stores.models import Installation

PIECE = 1_048_576
LONGEST_NAME = 255


class Stream(Protocol):
    """What can be read in pieces."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


def upload_keep(
    *, installation: Installation, stream: Stream, name: str, length: int | None, actor: str
) -> ImportUpload:
    """Keep what the stream holds; ``length`` is what was announced, in bytes.

    Raises ``InvalidInput`` UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UPLOAD_INCOMPLETE (cut off on its way):
    then nothing is kept.
    """
    _refuse_large(length or 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as out:
            size, sha256 = _copied(stream, out)
        if not size:
            raise InvalidInput("The file is empty.", code="UPLOAD_EMPTY")
        if length is not None and size != length:
            raise InvalidInput(
                f"{size} of {length} bytes came: upload it again.",
                code="UPLOAD_INCOMPLETE",
                params={"size": size, "length": length},
            )
        row = ImportUpload(
            installation=installation,
            name=_name(name),
            size=size,
            sha256=sha256,
            uploaded_by=actor,
            expires_at=_expiry(),
        )
        row.storage_key = f"{installation.pk}/imports/{row.pk}"
        storage.store_file(row.storage_key, path)
        row.save(force_insert=True)
    return row


@contextmanager
def upload_opened(upload: ImportUpload) -> Iterator[Path]:
    """The file on this machine, for as long as it is read. Raises ``NotFound`` FILE_MISSING."""
    local = storage.local_path(upload.storage_key)
    if local is not None:
        yield local
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        with storage.open_file(upload.storage_key) as kept, path.open("wb") as copy:
            while piece := kept.read(PIECE):
                copy.write(piece)
        yield path


def uploads_tidy() -> int:
    """Delete files whose time is up and that no import goes on with; returns how many."""
    rows = ImportUpload.objects.filter(expires_at__lte=timezone.now()).exclude(storage_key="")
    busy = ImportJob.objects.filter(state__in=OPEN).values("upload")
    done = 0
    for row in rows.exclude(pk__in=busy):
        storage.discard(row.storage_key)
        done += ImportUpload.objects.filter(pk=row.pk).update(storage_key="")
    return done


def upload_id(text: str) -> uuid.UUID:
    """An upload's id as the API gave it out. Raises ``InvalidInput`` INVALID_ID."""
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise InvalidInput(
            "This is not the id of an upload.", code="INVALID_ID", params={"field": "uploadId"}
        ) from error


def _copied(stream: Stream, out: IO[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    while piece := stream.read(PIECE):
        size += len(piece)
        _refuse_large(size)
        digest.update(piece)
        out.write(piece)
    return size, digest.hexdigest()


def _refuse_large(size: int) -> None:
    most = settings.IMPORT_MAX_BYTES
    if size > most:
        raise InvalidInput(
            f"A file has {most} bytes at most.", code="UPLOAD_TOO_LARGE", params={"most": most}
        )


def _name(name: str) -> str:
    """The file's name without folders and what can't be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(char for char in last if char.isprintable())
    return shown[-LONGEST_NAME:].strip() or "upload"


def _expiry() -> datetime:
    return timezone.now() + timedelta(days=settings.IMPORT_KEEP_DAYS)
