"""ZIP files that strangers made: what they say of themselves is not believed.

Members, their names and their inflated sizes are looked at before anything is unpacked, and while
one is unpacked its real size counts.
"""

import errno
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from saleor_invoices.domain.errors import InvalidInput

_BLOCK = 1 << 20
_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES})
_SMALL = 10_000_000
"""Below this a ratio says nothing: a few empty rows are packed a thousandfold."""


class Limits(NamedTuple):
    """What an archive may hold."""

    members: int
    total: int  # bytes, unpacked
    member: int  # bytes, unpacked
    ratio: int  # unpacked to packed, of what is not small


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, after its list of members was looked at.

    Raises ``InvalidInput`` ZIP_INVALID (broken or cut off), ZIP_ENCRYPTED, ZIP_UNSAFE_NAME,
    ZIP_DUPLICATE_NAME or ZIP_TOO_LARGE.
    """
    with telling(), zipfile.ZipFile(path) as archive:
        check(archive, limits)
        yield archive


@contextmanager
def telling() -> Iterator[None]:
    """What goes wrong while an archive is read, as ``InvalidInput`` ZIP_INVALID."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
            raise
        raise InvalidInput(
            f"The ZIP is broken or was cut off: {error}", code="ZIP_INVALID"
        ) from error


def blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Iterator[bytes]:
    """The member's content, block by block, no further than the limits. Raises as ``opened``."""
    size = 0
    with archive.open(info) as file:
        while block := file.read(_BLOCK):
            size += len(block)
            _check_size(info, size, limits)
            yield block


def unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: BinaryIO, limits: Limits
) -> None:
    """Write the member's content into a file."""
    target.writelines(blocks(archive, info, limits))


def check(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Look at the list of members. Raises as ``opened``."""
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise _too_large(f"{len(infos)} files, and {limits.members} are read")
    names: set[str] = set()
    for info in infos:
        _check_name(info)
        if info.filename.casefold() in names:
            raise InvalidInput(
                f"The ZIP holds {info.filename[:80]!r} twice.", code="ZIP_DUPLICATE_NAME"
            )
        names.add(info.filename.casefold())
        if info.flag_bits & 1:
            raise InvalidInput("The ZIP is encrypted.", code="ZIP_ENCRYPTED")
        _check_size(info, info.file_size, limits)
    total = sum(info.file_size for info in infos)
    if total > limits.total:
        raise _too_large(f"{total // 1_000_000} MB, and {limits.total // 1_000_000} are read")


def _check_name(info: zipfile.ZipInfo) -> None:
    name = info.filename
    path = PurePosixPath(name.replace("\\", "/"))
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    has_drive = name[1:2] == ":"
    if path.is_absolute() or ".." in path.parts or has_drive or is_link or "\0" in name:
        raise InvalidInput(
            f"The ZIP holds a file outside of it: {name[:80]!r}.", code="ZIP_UNSAFE_NAME"
        )


def _check_size(info: zipfile.ZipInfo, size: int, limits: Limits) -> None:
    packed = max(info.compress_size, 1)
    is_bomb = size > _SMALL and size > packed * limits.ratio
    if size > limits.member or is_bomb:
        raise _too_large(
            f"{info.filename[:80]!r} has more than {min(size, limits.member) // 1_000_000} MB"
            f"{' in a few bytes' if is_bomb else ''}"
        )


def _too_large(what: str) -> InvalidInput:
    return InvalidInput(f"The file is too large when unpacked: {what}.", code="ZIP_TOO_LARGE")
