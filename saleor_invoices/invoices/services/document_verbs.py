"""What can be done with a document as it stands, so that nobody is offered what is refused."""

from dataclasses import dataclass, replace
from datetime import date

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import ExternalReference, SalesDocument
from saleor_invoices.invoices.selectors.retention import document_retained_until, local_today
from saleor_invoices.invoices.services.credit_issue import is_creditable, remaining_of
from saleor_invoices.invoices.services.external_delete import external_delete_refused
from saleor_invoices.invoices.services.invoice_correct import refuse_sent
from saleor_invoices.invoices.services.order_issue import WHOLE_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVerbs:
    """Which verbs its state and the law allow; each verb decides again, under its lock."""

    credit: bool = False
    correct: bool = False
    void: bool = False
    erase: bool = False
    link: bool = False
    unlink: bool = False
    delete: bool = False
    delete_refused: str = ""  # the code of why one of another system has to stay
    retained_until: date | None = None  # the last day on which the law wants it kept


def document_verbs(*, document: SalesDocument) -> DocumentVerbs:
    """The verbs for an issued document; none for a draft and for one that was erased."""
    if document.state != DocumentState.ISSUED or document.erased_at is not None:
        return DocumentVerbs()
    is_left = is_creditable(document) and not remaining_of(document).is_empty
    live = document.coverage.filter(released_at__isnull=True)
    until = document_retained_until(document=document)
    found = DocumentVerbs(
        credit=is_left,
        correct=is_creditable(document)
        and document.order_id is not None
        and live.filter(part=WHOLE_ORDER).exists(),
        void=is_left and not _reached_buyer(document),
        erase=local_today(document.legal_entity) > until,
        retained_until=until,
    )
    return _with_external(found, document)


def _with_external(verbs: DocumentVerbs, document: SalesDocument) -> DocumentVerbs:
    """With the verbs of a document of another system."""
    reference = ExternalReference.objects.filter(document=document).first()
    if reference is None:
        return verbs
    refused = external_delete_refused(document)
    return replace(
        verbs,
        link=True,
        unlink=reference.link == ExternalReference.Link.LINKED,
        delete=refused is None,
        delete_refused=refused.code if refused else "",
    )


def _reached_buyer(document: SalesDocument) -> bool:
    try:
        refuse_sent(document)
    except Conflict:
        return True
    return False
