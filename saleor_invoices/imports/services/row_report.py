"""What was wrong row by row: as JSON to keep, and as a table to download."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from saleor_invoices.domain.errors import NotFound, Unverified
from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.invoices.services.download import LIFETIME

TITLES = (
    "Position", "Place", "External id", "Number", "Outcome", "Severity", "Code", "Column", "Value",
    "What was wrong", "What would be right", "Document",
)  # fmt: skip
LONGEST = 500
_MORE = ("stated", "computed", "earlier")
_SALT = "saleor-invoices.import-report"


def finding_kept(finding: Finding) -> dict[str, str]:
    """A finding as JSON to keep."""
    more = {name: finding.params[name][:LONGEST] for name in _MORE if name in finding.params}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message[:LONGEST],
        "remedy": finding.remedy[:LONGEST],
        "column": finding.params.get("column", "")[:LONGEST],
        "value": finding.params.get("value", "")[:LONGEST],
        **more,
    }


def report_rows(job: ImportJob) -> Iterator[Sequence[str]]:
    """The table, titles first, one line a finding; who writes it makes the cells harmless."""
    yield TITLES
    rows = ImportRowReport.objects.filter(job=job).order_by("position")
    for row in rows.iterator(chunk_size=1_000):
        findings: list[dict[str, str]] = row.findings or [{}]
        for found in findings:
            yield _cells(row, found)


def import_report_url(job: ImportJob) -> str:
    """The whole address of the report, good for five minutes."""
    return f"{settings.PUBLIC_URL}/imports/{TimestampSigner(salt=_SALT).sign(str(job.pk))}/"


def import_job_of(token: str) -> ImportJob:
    """The import whose report a token opens.

    Raises ``Unverified`` DOWNLOAD_EXPIRED, DOWNLOAD_INVALID; ``NotFound`` for one that is gone.
    """
    try:
        pk = int(TimestampSigner(salt=_SALT).unsign(token, max_age=LIFETIME))
    except SignatureExpired as error:
        raise Unverified(
            "The download link has expired; ask for a new one.", code="DOWNLOAD_EXPIRED"
        ) from error
    except (BadSignature, ValueError) as error:
        raise Unverified("The download link is not valid.", code="DOWNLOAD_INVALID") from error
    job = ImportJob.objects.filter(pk=pk).first()
    if job is None:
        raise NotFound("The import is gone.")
    return job


def _cells(row: ImportRowReport, found: dict[str, str]) -> tuple[str, ...]:
    told = (found.get(name, "") for name in (
        "severity", "code", "column", "value", "message", "remedy",
    ))  # fmt: skip
    document = str(row.document_id) if row.document_id else ""
    first = (str(row.position), row.place, row.external_id, row.number, row.outcome)
    return (*first, *told, document)
