"""Short-lived addresses of the files that jobs made."""

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils import timezone

from saleor_invoices.desk.models import BulkJob
from saleor_invoices.domain.errors import NotFound, Unverified
from saleor_invoices.invoices.services.download import LIFETIME

_SALT = "saleor-invoices.bulk"


def bulk_download_url(job: BulkJob) -> str | None:
    """The whole address, good for five minutes; None where there is no file (yet, or any more)."""
    if not _has_file(job):
        return None
    return f"{settings.PUBLIC_URL}/bulk/{TimestampSigner(salt=_SALT).sign(str(job.pk))}/"


def bulk_job_of(token: str) -> BulkJob:
    """The job whose file a token opens.

    Raises ``Unverified`` DOWNLOAD_EXPIRED, DOWNLOAD_INVALID; ``NotFound`` for a file that is gone.
    """
    try:
        pk = int(TimestampSigner(salt=_SALT).unsign(token, max_age=LIFETIME))
    except SignatureExpired as error:
        raise Unverified(
            "The download link has expired; ask for a new one.", code="DOWNLOAD_EXPIRED"
        ) from error
    except (BadSignature, ValueError) as error:
        raise Unverified("The download link is not valid.", code="DOWNLOAD_INVALID") from error
    job = BulkJob.objects.filter(pk=pk).first()
    if job is None or not _has_file(job):
        raise NotFound("The file is gone; start the job again.", code="FILE_MISSING")
    return job


def _has_file(job: BulkJob) -> bool:
    return bool(job.storage_key and job.expires_at and timezone.now() < job.expires_at)
