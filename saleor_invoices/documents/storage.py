"""Finished files in Django's storage ``documents``: written once, checked when read."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from saleor_invoices.domain.errors import AppError, Conflict, NotFound


class FileCorrupt(AppError):
    """A stored file is not what was stored; ``params["key"]`` names it."""

    code = "FILE_CORRUPT"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A stored file: its key, the hex SHA-256 of its content, and its size in bytes."""

    key: str
    sha256: str
    size: int


def document_key(
    *,
    installation: UUID,
    on: date,
    document: UUID,
    kind: str,
    template_version: int,
    suffix: str = "pdf",
) -> str:
    """``<installation>/<year>/<document>/<kind>-v<template version>.pdf`` (or another suffix)."""
    return f"{installation}/{on:%Y}/{document}/{kind}-v{template_version}.{suffix}"


def store(key: str, content: bytes, *, replace: bool = False) -> StoredFile:
    """Keeps the content under the key; keeping the same content again changes nothing.

    Raises ``Conflict`` FILE_EXISTS where the key holds other content, since an issued document's
    file is never replaced; ``replace`` is for a file that no record refers to yet.
    """
    storage, digest = _storage(), hashlib.sha256(content).hexdigest()
    kept = _digest(storage, key)
    if kept not in {None, digest} and not replace:
        raise Conflict(
            "Another file is already stored under this key.",
            code="FILE_EXISTS",
            params={"key": key},
        )
    if kept != digest:
        _write(storage, key, ContentFile(content))
    return StoredFile(key=key, sha256=digest, size=len(content))


def open_verified(key: str, sha256: str) -> bytes:
    """The stored content. Raises ``NotFound`` FILE_MISSING, ``FileCorrupt`` on another digest."""
    try:
        content = _read(_storage(), key)
    except FileNotFoundError:
        raise NotFound("The file is gone.", code="FILE_MISSING", params={"key": key}) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileCorrupt("The stored file was changed.", params={"key": key})
    return content


def discard(key: str) -> bool:
    """Delete a stored file for good, as lawful erasure asks; returns whether it was there."""
    storage = _storage()
    found = storage.exists(key)
    storage.delete(key)  # nothing happens where there is none
    return found


def store_file(key: str, path: Path) -> int:
    """Keep a file of any size under the key, in place of one that is there; its size in bytes.

    For what can be made anew, such as an export: it is neither hashed nor read into memory.
    """
    storage = _storage()
    with path.open("rb") as content:
        _write(storage, key, File(content))
    return path.stat().st_size


def open_file(key: str) -> File[bytes]:
    """A stored file to read from, in pieces. Raises ``NotFound`` FILE_MISSING."""
    try:
        return _storage().open(key, "rb")
    except FileNotFoundError:
        raise NotFound("The file is gone.", code="FILE_MISSING", params={"key": key}) from None


def local_path(key: str) -> Path | None:
    """Where the file lies on this machine; None where the storage is elsewhere.

    Raises ``NotFound`` FILE_MISSING.
    """
    storage = _storage()
    if not isinstance(storage, FileSystemStorage):
        return None
    path = Path(storage.path(key))
    if not path.is_file():
        raise NotFound("The file is gone.", code="FILE_MISSING", params={"key": key})
    return path


def is_stored(key: str) -> bool:
    """Whether there is a file under the key."""
    return _storage().exists(key)


def _storage() -> Storage:
    return storages["documents"]


def _write(storage: Storage, key: str, content: File[bytes]) -> None:
    if not isinstance(storage, FileSystemStorage):
        storage.save(key, content)  # an object store shows an object whole or not
        return
    # A killed worker must not leave half a file under the key, nor two workers a mixed one.
    part = storage.save(f"{key}.{uuid4().hex}.part", content)
    Path(storage.path(part)).replace(storage.path(key))


def _read(storage: Storage, key: str) -> bytes:
    with storage.open(key, "rb") as file:
        return bytes(file.read())


def _digest(storage: Storage, key: str) -> str | None:
    try:
        return hashlib.sha256(_read(storage, key)).hexdigest()
    except FileNotFoundError:
        return None
