"""What deliveries hear of documents and problems."""

from saleor_invoices.delivery.problems import MAIL, MAIL_TEXT, TRANSMISSION
from saleor_invoices.delivery.selectors import dispatches_failed, transmissions_failed
from saleor_invoices.delivery.services.dispatch_decide import dispatches_forget, mails_retry
from saleor_invoices.delivery.services.dispatch_request import dispatch_on_issue
from saleor_invoices.delivery.services.transmission_request import (
    transmission_on_render,
    transmissions_forget,
    transmissions_retry,
)
from saleor_invoices.delivery.transmission import adapters
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.selectors import failures
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.problem import problem_resolve


def register_all() -> None:
    """Register everything once, at start."""
    adapters.register_all()
    listeners.on_rendered(dispatch_on_issue)
    listeners.on_rendered(transmission_on_render)
    listeners.on_erased(dispatches_forget)
    listeners.on_erased(transmissions_forget)
    failures.add_source(dispatches_failed)
    failures.add_source(transmissions_failed)
    listeners.on_retry(MAIL, mails_retry)
    listeners.on_retry(MAIL_TEXT, _text_mended)
    listeners.on_retry(TRANSMISSION, _transmissions_again)


def _text_mended(problem: Problem) -> None:
    # The next mail that can't use the text says so again.
    problem_resolve(installation=problem.installation, subject=problem.subject)


def _transmissions_again(problem: Problem) -> None:
    document_id = problem.subject.partition(":")[2]
    rows = SalesDocument.objects.filter(installation=problem.installation, pk=document_id)
    for document in rows.select_related("installation"):
        transmissions_retry(document=document)
