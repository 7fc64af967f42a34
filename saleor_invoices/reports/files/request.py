"""What a report's address carries: the whole request and the store, signed, for five minutes."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from django.conf import settings
from django.core import signing

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.reports.selectors.revenue import RevenueBy

LIFETIME = timedelta(minutes=5)
_SALT = "saleor-invoices.report"


class ReportKind(StrEnum):
    """Which report."""

    AGEING = "ageing"
    REVENUE = "revenue"
    NUMBERS = "numbers"
    STATEMENT = "statement"
    FAILED_WORK = "failed_work"


class ReportFormat(StrEnum):
    """Which kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class ReportRequest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that a report depends on, but the books themselves."""

    installation: int
    kind: ReportKind
    format: ReportFormat
    language: str
    legal_entity: str = ""
    currency: str = ""
    test_mode: bool = False
    as_of: date | None = None
    start: date | None = None
    end: date | None = None
    by: tuple[RevenueBy, ...] = ()
    customer_id: str = ""


def report_url(request: ReportRequest) -> str:
    """The address that opens the report for ``LIFETIME``."""
    token = signing.dumps(msgspec.to_builtins(request), salt=_SALT, compress=True)
    return f"{settings.PUBLIC_URL}/reports/{token}/"


def report_unsign(token: str) -> ReportRequest:
    """The request in an address.

    Raises ``Unverified``: DOWNLOAD_EXPIRED after ``LIFETIME``, else DOWNLOAD_INVALID.
    """
    try:
        data: Any = signing.loads(token, salt=_SALT, max_age=LIFETIME)
        return msgspec.convert(data, ReportRequest)
    except signing.SignatureExpired as error:
        raise Unverified(
            "The report's address has expired; ask for a new one.", code="DOWNLOAD_EXPIRED"
        ) from error
    except (signing.BadSignature, msgspec.ValidationError, ValueError) as error:
        raise Unverified("The report's address is not valid.", code="DOWNLOAD_INVALID") from error
