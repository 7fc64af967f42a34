"""What nobody needs any more: files, imports and answers of long ago."""

from datetime import timedelta

from django.utils import timezone

from saleor_invoices.imports.models import ImportJob, ImportRequest
from saleor_invoices.imports.selectors.jobs import OPEN
from saleor_invoices.imports.services.upload import uploads_tidy

KEEP_JOBS = timedelta(days=365)
KEEP_ANSWERS = timedelta(days=30)


def imports_tidy() -> None:
    """Delete what has had its time; documents stay."""
    now = timezone.now()
    uploads_tidy()
    ImportRequest.objects.filter(created_at__lt=now - KEEP_ANSWERS).delete()
    ended = ImportJob.objects.exclude(state__in=OPEN)
    ended.filter(finished_at__lt=now - KEEP_JOBS, upload__storage_key="").delete()
