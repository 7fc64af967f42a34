"""What was wrong row by row: as JSON to keep, and as a table to download."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from saleor_invoices.domain.errors import NotFound, Unverified
from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.imports.words import Words, language_for, words_for
from saleor_invoices.invoices.services.download import LIFETIME

CODE = "Code"
TITLES = (
    "imports.report.position", "imports.rows.place", "imports.listed.externalId",
    "imports.listed.number", "imports.rows.outcome", "imports.report.severity", CODE,
    "imports.rows.column", "imports.report.value", "imports.rows.wrong", "imports.rows.right",
    "imports.rows.id",
)  # fmt: skip
"""The keys of the titles; what is for machines is called the same in all languages."""
LONGEST = 500
_MORE = ("stated", "computed", "earlier", "most")
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


def report_rows(job: ImportJob, language: str) -> Iterator[Sequence[str]]:
    """The table in a language of ``imports.words``, titles first, one line a finding; who writes
    it makes the cells harmless."""
    words = words_for(language)
    yield [words.say(key, otherwise=key) for key in TITLES]
    rows = ImportRowReport.objects.filter(job=job).order_by("position")
    for row in rows.iterator(chunk_size=1_000):
        findings: list[dict[str, str]] = row.findings or [{}]
        for found in findings:
            yield _cells(row, found, words)


def import_report_url(job: ImportJob, language: str) -> str:
    """The whole address of the report in a language, good for five minutes."""
    token = TimestampSigner(salt=_SALT).sign(f"{job.pk}.{language}")
    return f"{settings.PUBLIC_URL}/imports/{token}/"


def import_report_of(token: str) -> tuple[ImportJob, str]:
    """The import whose report a token opens, and the language of the report.

    Raises ``Unverified`` DOWNLOAD_EXPIRED, DOWNLOAD_INVALID; ``NotFound`` for one that is gone.
    """
    try:
        said = TimestampSigner(salt=_SALT).unsign(token, max_age=LIFETIME)
    except SignatureExpired as error:
        raise Unverified(
            "The download link has expired; ask for a new one.", code="DOWNLOAD_EXPIRED"
        ) from error
    except BadSignature as error:
        raise Unverified("The download link is not valid.", code="DOWNLOAD_INVALID") from error
    pk, _, language = said.partition(".")
    job = ImportJob.objects.filter(pk=pk).first()
    if job is None:
        raise NotFound("The import is gone.")
    return job, language_for(language)


def _cells(row: ImportRowReport, found: dict[str, str], words: Words) -> tuple[str, ...]:
    severity, code, column, value = (
        found.get(name, "") for name in ("severity", "code", "column", "value")
    )
    return (
        str(row.position),
        words.place(row.place),
        row.external_id,
        row.number,
        words.say(f"imports.outcome.{row.outcome.upper()}", otherwise=row.outcome),
        words.say(f"imports.severity.{severity.upper()}", otherwise=severity),
        code,
        column,
        value,
        *words.told(found),
        str(row.document_id) if row.document_id else "",
    )
