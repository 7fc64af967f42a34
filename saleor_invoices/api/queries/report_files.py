"""Addresses of reports as files."""

import datetime as dt
from typing import Any, TypeAlias, TypeVar

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.languages import languages_asked
from saleor_invoices.api.types.books import SalesRevenueInput
from saleor_invoices.api.types.receivables import SalesStatementInput
from saleor_invoices.delivery.words import language_for
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.reports.files.request import (
    ReportFormat,
    ReportKind,
    ReportRequest,
    report_url,
)
from saleor_invoices.reports.services.report_file import report_check
from saleor_invoices.stores.models import Installation

T = TypeVar("T")
FileKind: TypeAlias = ReportKind
FileFormat: TypeAlias = ReportFormat
strawberry.enum(FileKind, name="SalesReportKind")
strawberry.enum(FileFormat, name="SalesReportFormat")


@strawberry.input(description="Which report; what does not belong to it is passed over.")
class SalesReportFileInput:
    kind: FileKind
    format: FileFormat
    as_of: dt.date | None = strawberry.field(default=None, description="Of AGEING.")
    revenue: SalesRevenueInput | None = strawberry.field(default=None, description="Of REVENUE.")
    statement: SalesStatementInput | None = strawberry.field(
        default=None, description="Of STATEMENT."
    )
    legal_entity: str = ""
    currency: str = ""
    test_mode: bool = False
    language: str = strawberry.field(
        default="", description="BCP 47; empty: as the request's `Accept-Language` says."
    )


@strawberry.type(description="A report as a file.")
class SalesReportFile:
    url: str = strawberry.field(description="Opens it for five minutes.")
    file_name: str


@strawberry.type
class ReportFileQueries:
    @strawberry.field(
        description="A report as CSV, XLSX or PDF, made when its address is opened. For staff."
    )
    def sales_report_file(
        self,
        info: Info,
        input: SalesReportFileInput,  # noqa: A002
    ) -> SalesReportFile | None:
        installation = require_staff(info.context.viewer).installation
        language = language_for(*languages_asked(info, input.language))
        request = _request(input, installation, language)
        name = report_check(request, installation)
        return SalesReportFile(url=report_url(request), file_name=name)


def _request(
    wanted: SalesReportFileInput, installation: Installation, language: str
) -> ReportRequest:
    common: dict[str, Any] = {
        "installation": installation.pk,
        "kind": wanted.kind,
        "format": wanted.format,
        "language": language,
    }
    if wanted.kind is ReportKind.REVENUE:
        found = _needed(wanted.revenue, "revenue")
        return ReportRequest(
            **common,
            start=found.from_,
            end=found.to,
            by=tuple(found.by),
            legal_entity=found.legal_entity,
            currency=found.currency,
            test_mode=found.test_mode,
        )
    if wanted.kind is ReportKind.STATEMENT:
        of = _needed(wanted.statement, "statement")
        return ReportRequest(
            **common,
            start=of.from_,
            end=of.to,
            customer_id=of.customer_id,
            legal_entity=of.legal_entity,
            currency=of.currency,
        )
    is_ageing = wanted.kind is ReportKind.AGEING
    return ReportRequest(
        **common,
        as_of=wanted.as_of if is_ageing else None,
        legal_entity=wanted.legal_entity,
        currency=wanted.currency if is_ageing else "",
        test_mode=wanted.test_mode and wanted.kind is ReportKind.NUMBERS,
    )


def _needed(value: T | None, field: str) -> T:
    if value is None:
        raise InvalidInput(f"Give {field}.", code="REPORT_INPUT_MISSING", params={"field": field})
    return value
