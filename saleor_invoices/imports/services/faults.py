"""Why an import does not go on, in words that may be shown."""

import errno

from django.db import OperationalError

from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.services.attempts import describe

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FULL_DATABASE = "53100"  # PostgreSQL's disk_full


class DiskFull(AppError):
    """There is no room for more; what was kept stands."""

    code = "DISK_FULL"


def fault_of(error: Exception) -> AppError:
    """The error as one of ours; a full disk is told as such, since a person must make room."""
    cause: BaseException | None = error
    while cause is not None:
        if _is_full(cause):
            return DiskFull("The disk is full. Make room, then let the import go on.")
        cause = cause.__cause__
    return describe(error)


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    if getattr(error, "sqlstate", None) == _FULL_DATABASE:
        return True
    return isinstance(error, OperationalError) and "disk is full" in str(error)
