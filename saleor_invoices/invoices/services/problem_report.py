"""Problems shown in Saleor's own dashboard, and what their Retry button does."""

import hashlib

from saleor_invoices.domain.errors import AppError, Disconnected
from saleor_invoices.inbox.services.delivery_replay import delivery_replay
from saleor_invoices.invoices.models import Problem, Publication, RenderJob, SalesDocument
from saleor_invoices.invoices.services import attempts, listeners, store_check
from saleor_invoices.invoices.services.document_erase import erasure_finish
from saleor_invoices.invoices.services.document_open import document_restore
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.order_pending import order_retry
from saleor_invoices.invoices.services.payment_refund import refusals_forget
from saleor_invoices.invoices.services.publication_publish import publications_resume
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.invoices.services.vat_check import vat_check_again
from saleor_invoices.saleor import publishing


def problem_report(*, problem_id: int) -> None:
    """Tell Saleor of an open problem, or that a reported one has healed (3.22.36 and later).

    Best effort: the problem itself stands in our own list, so a refusal here opens no second one.
    Raises ``Unreachable`` when it should be tried again.
    """
    problem = Problem.objects.select_related("installation").get(pk=problem_id)
    installation = problem.installation
    try:
        client = saleor_client(installation)
        if problem.resolved_at is None:
            shown = publishing.problem_create(
                client,
                saleor_version=installation.saleor_version,
                key=_key(problem),
                message=f"{problem.message} {problem.remedy}".strip(),
            )
            Problem.objects.filter(pk=problem.pk).update(reported_to_saleor=shown)
        elif problem.reported_to_saleor:
            publishing.problem_dismiss(
                client, saleor_version=installation.saleor_version, keys=[_key(problem)]
            )
            Problem.objects.filter(pk=problem.pk).update(reported_to_saleor=False)
    except Disconnected:
        return
    except AppError as error:
        if not error.permanent:
            raise


def problem_retry(*, problem: Problem) -> None:
    """Do the failed work again; what succeeds closes the problem."""
    kind, _, reference = problem.subject.partition(":")
    if kind == "order":
        order_retry(installation=problem.installation, order_id=reference, actor="staff")
    elif kind == "document":
        _retry_document(SalesDocument.objects.get(pk=reference))
    elif kind == "delivery":
        delivery_replay(delivery_id=int(reference))
    elif (retry := listeners.retry_of(kind)) is not None:
        retry(problem)
    else:
        store_check.store_check(installation=problem.installation)


def _retry_document(document: SalesDocument) -> None:
    if document.erased_at is not None:
        erasure_finish(erasure=document.erasure)
        return
    vat_check_again(document=document)
    refusals_forget(document=document)
    job = RenderJob.objects.filter(document=document, state=RenderJob.State.FAILED).first()
    if job is not None:
        attempts.restart(job)
        document_render_attempt(document_id=document.pk)
    document_restore(document=document)
    for publication in document.publications.filter(state=Publication.State.FAILED):
        attempts.restart(publication)
    publications_resume(document=document)


def _key(problem: Problem) -> str:
    # Subjects are longer than Saleor's 128 characters may hold.
    subject = hashlib.sha256(problem.subject.encode()).hexdigest()[:24]
    return f"{problem.code.lower()}-{subject}"[:128]
