"""Problems: what failed for good, where the merchant looks, with what to do about it."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.invoices.models import Problem
from saleor_invoices.stores.models import Installation

REPORT_TASK = "saleor_invoices.invoices.tasks.problem_report"
RETRY_TASK = "saleor_invoices.invoices.tasks.problem_retry"
STORE = "store"
CHARACTERS_MISSING = "CHARACTERS_MISSING"
TEMPLATE_FAILED = "TEMPLATE_FAILED"


def order_subject(order_id: str) -> str:
    """Subject of a problem with an order."""
    return f"order:{order_id}"


def document_subject(document_id: object) -> str:
    """Subject of a problem with an issued document."""
    return f"document:{document_id}"


def delivery_subject(delivery_id: int) -> str:
    """Subject of a problem with something that arrived."""
    return f"delivery:{delivery_id}"


def problem_open(
    *,
    installation: Installation,
    subject: str,
    code: str,
    message: str,
    remedy: str = "",
    params: Mapping[str, object] | None = None,
) -> Problem:
    """Open a problem, or count it once more while it is open; it is reported to Saleor once."""
    now = timezone.now()
    texts = {"message": message[:1000], "remedy": remedy[:1000], "params": dict(params or {})}
    found = Problem.objects.filter(
        installation=installation, subject=subject, code=code, resolved_at__isnull=True
    )
    if found.update(last_seen_at=now, occurrences=F("occurrences") + 1, **texts):
        return found.get()
    try:
        with transaction.atomic():
            problem = Problem.objects.create(
                installation=installation,
                subject=subject,
                code=code,
                opened_at=now,
                last_seen_at=now,
                **texts,
            )
    except IntegrityError:  # another worker opened it between our two statements
        return found.get()
    background.enqueue(REPORT_TASK, problem.pk)
    return problem


def problem_resolve(
    *,
    installation: Installation,
    subject: str,
    codes: tuple[str, ...] = (),
    but: str = "",
    starting: str = "",
) -> int:
    """Close the open problems of a subject: all, those ``codes``, all ``but`` one code, or those
    whose code is ``starting`` so.

    Returns how many.
    """
    found = Problem.objects.filter(
        installation=installation, subject=subject, resolved_at__isnull=True
    )
    if codes:
        found = found.filter(code__in=codes)
    if but:
        found = found.exclude(code=but)
    if starting:
        found = found.filter(code__startswith=starting)
    ids = list(found.values_list("pk", flat=True))
    if ids:
        Problem.objects.filter(pk__in=ids).update(resolved_at=timezone.now())
    for problem_id in ids:
        background.enqueue(REPORT_TASK, problem_id)
    return len(ids)


def problems_report(*, installation: Installation) -> int:
    """Say all of a store's problems to Saleor again: a reinstalled app starts without any there.

    Returns how many.
    """
    shown = Q(resolved_at__isnull=True) | Q(reported_to_saleor=True)
    ids = list(
        Problem.objects.filter(shown, installation=installation).values_list("pk", flat=True)
    )
    for problem_id in ids:
        background.enqueue(REPORT_TASK, problem_id)
    return len(ids)


def problem_retry_request(*, problem: Problem) -> None:
    """Try the failed work again in the background; the problem closes when it succeeds."""
    background.enqueue(RETRY_TASK, problem.pk)
