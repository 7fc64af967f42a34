"""Keeping one batch of a file: documents, reports and position in one transaction."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.imports.ready import ReadyItem
from saleor_invoices.imports.services.lease import Lease
from saleor_invoices.imports.services.row_report import finding_kept
from saleor_invoices.invoices.services import external_record
from saleor_invoices.invoices.services.external_accept import externals_accept
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_prepare import Prepared
from saleor_invoices.invoices.services.external_record import Accepted, Policy
from saleor_invoices.invoices.services.rows_insert import rows_insert

BATCH = 500
"""Documents in one transaction: more are hardly faster, and hold locks longer."""
COUNTS = ("created", "updated", "unchanged", "rejected", "warned")
_NUMBER = re.compile(r"\d+")
_DUPLICATE = blocking(
    "DUPLICATE_IN_FILE",
    "Another document with this id stands in the same file and says something else.",
    remedy="Leave one of them, or give each an id of its own.",
)
_REPEATED = warning(
    "DUPLICATE_IN_FILE",
    "The same document stands in the file twice; it is kept once.",
    remedy="Leave one of them.",
)
Outcome = external_record.Kept


@dataclass(slots=True)
class Kept:
    """What an import goes on with from batch to batch."""

    job: ImportJob
    intake: Intake = field(init=False)
    seen: dict[int, int] = field(default_factory=dict)  # of a dry run, which keeps nothing

    def __post_init__(self) -> None:
        job = self.job
        self.intake = Intake(
            installation=job.installation,
            legal_entity=job.legal_entity,
            source_system=job.source_system,
            actor=job.started_by,
            policy=Policy(job.policy),
            publish=job.publish,
            job=job.pk,
        )


def batch_keep(*, job: ImportJob, lease: Lease, items: Sequence[ReadyItem], kept: Kept) -> None:
    """Keep what is good, report what is not, and note how far it got. Raises ``LeaseLost``."""
    if job.dry_run and items[-1].position <= job.position:
        _remember(kept, items)  # it was looked at before a crash
        return
    with transaction.atomic():
        lease.keep()  # first: who lost it writes nothing
        results = _results(kept, items)
        made = [*_reports(job, items, results)]
        rows_insert(ImportRowReport, made)
        lease.keep(progress=True, **_progress(job, items, results))
    _remember(kept, items)


def _results(kept: Kept, items: Sequence[ReadyItem]) -> list[Accepted]:
    told = [_seen_before(kept, item) for item in items]
    documents = [
        item.prepared
        for item, known in zip(items, told, strict=True)
        if item.prepared is not None and known is None
    ]
    accepted = iter(_accepted(kept, documents))
    return [
        known or (Accepted(kept=Outcome.REJECTED) if item.prepared is None else next(accepted))
        for item, known in zip(items, told, strict=True)
    ]


def _accepted(kept: Kept, documents: Sequence[Prepared]) -> list[Accepted]:
    if not documents:
        return []
    if not kept.job.dry_run:
        return externals_accept(intake=kept.intake, documents=documents)
    with transaction.atomic():
        found = externals_accept(intake=kept.intake, documents=documents)
        transaction.set_rollback(True)
    return [replace(one, document_id=None) if one.kept is Outcome.CREATED else one for one in found]


def _seen_before(kept: Kept, item: ReadyItem) -> Accepted | None:
    """Of a dry run: what would have been found among the documents that it would have kept."""
    if item.prepared is None or not kept.seen:
        return None
    said = kept.seen.get(hash(item.external_id))
    if said is None:
        return None
    if said == hash(item.prepared.fingerprint):
        return Accepted(kept=Outcome.UNCHANGED, findings=(_REPEATED,))
    return Accepted(kept=Outcome.REJECTED, findings=(_DUPLICATE,))


def _remember(kept: Kept, items: Sequence[ReadyItem]) -> None:
    if not kept.job.dry_run:
        return
    for item in items:
        if item.prepared is not None:
            kept.seen.setdefault(hash(item.external_id), hash(item.prepared.fingerprint))


def _reports(
    job: ImportJob, items: Sequence[ReadyItem], results: Sequence[Accepted]
) -> Iterator[dict[str, Any]]:
    for item, result in zip(items, results, strict=True):
        findings = (*item.findings, *result.findings)
        plain = result.kept in (Outcome.CREATED, Outcome.UNCHANGED)
        if plain and not findings:
            continue
        yield {
            "job_id": job.pk,
            "position": item.position,
            "place": item.place[:300].replace("\x00", ""),
            "external_id": _text(item.external_id, 200),
            "number": _text(item.number, 255),
            "outcome": result.kept.value,
            "document_id": result.document_id,
            "findings": [_kept_finding(one) for one in findings],
        }


def _text(text: str, most: int) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode()[:most]


def _kept_finding(finding: Finding) -> dict[str, str]:
    return {name: _text(value, 1_000) for name, value in finding_kept(finding).items()}


def _progress(
    job: ImportJob, items: Sequence[ReadyItem], results: Sequence[Accepted]
) -> dict[str, object]:
    """The job's columns after the batch, set on the job too."""
    tally: Counter[str] = Counter(result.kept.value for result in results)
    tally["warned"] = sum(
        bool(item.findings or result.findings) and result.kept is not Outcome.REJECTED
        for item, result in zip(items, results, strict=True)
    )
    values: dict[str, object] = {"position": items[-1].position, "row": _row(items[-1])}
    for name in COUNTS:
        values[f"{name}_count"] = getattr(job, f"{name}_count") + tally[name]
    for name, value in values.items():
        setattr(job, name, value)
    job.attempts = 0
    return values


def _row(item: ReadyItem) -> int:
    """The last row or line that the item's place tells of."""
    told = _NUMBER.findall(item.place)
    return min(int(told[-1][:15]), 2**50) if told else item.position
