"""A report as a file, made when its address is opened."""

from dataclasses import dataclass

from django.utils.text import slugify

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import DEFAULT_ACCENT
from saleor_invoices.domain.errors import AppError
from saleor_invoices.reports.files.build import report_build
from saleor_invoices.reports.files.model import Report
from saleor_invoices.reports.files.request import ReportFormat, ReportKind, ReportRequest
from saleor_invoices.reports.files.write import csv_file, pdf_file, xlsx_file
from saleor_invoices.reports.selectors.scope import Scope, day_checked, period_checked
from saleor_invoices.reports.words import words_for
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue

TYPES = {
    ReportFormat.CSV: "text/csv; charset=utf-8",
    ReportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ReportFormat.PDF: "application/pdf",
}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A finished file."""

    name: str
    content_type: str
    content: bytes


def report_check(request: ReportRequest, installation: Installation) -> str:
    """Refuse what could not be made, and name the file; raises as the report's selector."""
    scope = _scope(request, installation)
    day_checked(scope, request.as_of)
    scope.documents()
    if scope.legal_entity:
        _ = scope.entities
    if request.start and request.end:
        period_checked(request.start, request.end)
    return _name(request, scope)


def report_file(request: ReportRequest, installation: Installation) -> ReportFile:
    """Make the file. Raises as the report's selector, and ``RenderFailed``."""
    scope, words = _scope(request, installation), words_for(request.language)
    report = report_build(scope, request, words)
    if request.format is ReportFormat.CSV:
        content = csv_file(report, words)
    elif request.format is ReportFormat.XLSX:
        content = xlsx_file(report, words)
    else:
        content = _paper(report, scope, request)
    return ReportFile(_name(request, scope), TYPES[request.format], content)


def _scope(request: ReportRequest, installation: Installation) -> Scope:
    return Scope(
        installation=installation,
        legal_entity=request.legal_entity,
        currency=request.currency,
        test_mode=request.test_mode,
    )


def _name(request: ReportRequest, scope: Scope) -> str:
    parts = [request.kind.value.replace("_", "-"), request.legal_entity]
    if request.kind is ReportKind.AGEING:
        parts.append(str(request.as_of or scope.today))
    parts += [str(day) for day in (request.start, request.end) if day]
    return f"{slugify('-'.join(part for part in parts if part))}.{request.format}"


def _paper(report: Report, scope: Scope, request: ReportRequest) -> bytes:
    # With several sellers in one report, all of them are named and no logo is shown.
    one = scope.entities[0] if len(scope.entities) == 1 else None
    return pdf_file(
        report,
        words_for(request.language),
        language=request.language,
        country=one.country if one else "",
        brand=", ".join(entity.name for entity in scope.entities),
        logo=_logo(one),
        accent=_accent(one),
    )


def _logo(seller: LegalEntity | None) -> Logo | None:
    if seller is None or not seller.logo:
        return None
    try:
        return Logo(bytes(seller.logo), alt=seller.name)
    except AppError:  # one that was taken before pictures were checked: the name stands for it
        return None


def _accent(seller: LegalEntity | None) -> str:
    if seller is None:
        return DEFAULT_ACCENT
    rows = SettingValue.objects.filter(
        installation_id=seller.installation_id, key="accent_color", channel=""
    )
    found = {row.legal_entity_id: row.value for row in rows}
    return str(found.get(seller.pk) or found.get(None) or DEFAULT_ACCENT)
