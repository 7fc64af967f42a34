"""Questions about imports: whose they are, how far they got, what was wrong."""

import uuid

from django.db.models import QuerySet

from saleor_invoices.domain.errors import NotFound
from saleor_invoices.imports.models import (
    ImportJob,
    ImportMapping,
    ImportRowReport,
    ImportUpload,
)
from saleor_invoices.invoices.selectors.viewers import Viewer, require_importer

OPEN = (ImportJob.State.PENDING, ImportJob.State.RUNNING)
STOPPED = (ImportJob.State.STOPPED, ImportJob.State.FAILED)
"""States from which an import can go on."""


def import_jobs_visible(*, viewer: Viewer) -> QuerySet[ImportJob]:
    """The store's imports, the latest first. For importers (``NotAllowed``)."""
    require_importer(viewer)
    rows = ImportJob.objects.filter(installation=viewer.installation)
    return rows.select_related("upload", "legal_entity").order_by("-pk")


def import_job_visible(*, viewer: Viewer, job_id: int) -> ImportJob:
    """One of them. Raises ``NotFound``, and ``NotAllowed`` as above."""
    found = import_jobs_visible(viewer=viewer).filter(pk=job_id).first()
    if found is None:
        raise NotFound("There is no such import.")
    return found


def import_upload_visible(*, viewer: Viewer, upload_id: uuid.UUID) -> ImportUpload:
    """A file of the store that is still there. Raises ``NotFound``, ``NotAllowed``."""
    require_importer(viewer)
    rows = ImportUpload.objects.filter(installation=viewer.installation, pk=upload_id)
    found = rows.exclude(storage_key="").first()
    if found is None:
        raise NotFound("The file is not there (any more): upload it again.")
    return found


def import_mappings_visible(*, viewer: Viewer) -> QuerySet[ImportMapping]:
    """The mappings that the store keeps, by name. For importers (``NotAllowed``)."""
    require_importer(viewer)
    return ImportMapping.objects.filter(installation=viewer.installation).order_by("name")


def import_mapping_visible(*, viewer: Viewer, mapping_id: int) -> ImportMapping:
    """One of them. Raises ``NotFound``, ``NotAllowed``."""
    found = import_mappings_visible(viewer=viewer).filter(pk=mapping_id).first()
    if found is None:
        raise NotFound("There is no such mapping.")
    return found


def import_rows(*, job: ImportJob, outcome: str | None, after: int) -> QuerySet[ImportRowReport]:
    """The reports on documents after a position, in the file's order."""
    rows = ImportRowReport.objects.filter(job=job, position__gt=after).order_by("position")
    return rows.filter(outcome=outcome) if outcome else rows
