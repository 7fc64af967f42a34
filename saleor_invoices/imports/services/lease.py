"""Having an import for a while; its documents and its position are committed together besides."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models

from saleor_invoices.imports.models import ImportJob
from saleor_invoices.invoices.services.job_lease import LEASE, JobLease, LeaseLost

__all__ = ["LEASE", "Lease", "LeaseLost"]


@dataclass(frozen=True, slots=True)
class Lease(JobLease):
    """The right to work on an import."""

    model: ClassVar[type[models.Model]] = ImportJob
