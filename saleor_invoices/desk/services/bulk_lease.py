"""Having a bulk job for a while; what it does to a document is guarded besides (``bulk_act``)."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models

from saleor_invoices.desk.models import BulkJob
from saleor_invoices.invoices.services.job_lease import LEASE, JobLease, LeaseLost

__all__ = ["LEASE", "Lease", "LeaseLost"]


@dataclass(frozen=True, slots=True)
class Lease(JobLease):
    """The right to work on a bulk job."""

    model: ClassVar[type[models.Model]] = BulkJob
