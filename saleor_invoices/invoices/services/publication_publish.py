"""Putting a document's number and private URL into Saleor, so that it can be repeated."""

from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import (
    AppError,
    Conflict,
    Disconnected,
    Refused,
    Throttled,
    Unreachable,
)
from saleor_invoices.invoices.models import DownloadLink, Publication, SalesDocument
from saleor_invoices.invoices.services import attempts
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.link_create import link_create, link_url
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.publication_request import PUBLISH_TASK
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.saleor.client import NotSent, SaleorClient
from saleor_invoices.stores.selectors import channel_profile
from saleor_invoices.stores.services.installation_disconnect import installation_disconnect

GONE = "NOT_FOUND"
PUBLISH_FAILED = "PUBLISH_"  # begins the codes of its problems
PROBLEM_PREFIX = "PUBLISH_"


def publication_publish(*, publication_id: int) -> Publication | None:
    """Publish one publication; None when another worker has it or nothing can be done now.

    Nothing is published before its PDF exists: the URL must open a document. Failures that may
    heal are planned again; the others become a problem of the document.
    """
    # Before the claim: were it claimed while it waits, the rendering would have to break a lease
    # to let it go on, perhaps that of a worker which is creating the Saleor invoice just now.
    rendered = Publication.objects.filter(pk=publication_id, document__files__isnull=False)
    publication = attempts.claim(Publication, publication_id) if rendered.exists() else None
    if publication is None:
        return None
    try:
        attempts.refuse_endless(publication)
        _publish(publication)
    except Disconnected as error:
        _pause(publication, error)
    except Exception as error:  # whatever it is: it must be seen, and tried again
        _failed(publication, error)
    return publication


def _publish(publication: Publication) -> None:
    document = publication.document
    client = saleor_client(document.installation)
    url = link_url(_link(document))
    if publication.saleor_invoice_id:
        _update(client, publication, url)
    else:
        _create(client, publication, url)
    if publication.state == Publication.State.WITHDRAWN:
        return
    if publication.published_at is None:
        publication.published_at = timezone.now()
        publication.save(update_fields=["published_at"])
        history_append(
            document=document, event="published", saleor_invoice=publication.saleor_invoice_id
        )
    _notify(client, publication)
    if not attempts.succeed(publication):
        return
    if not document.publications.filter(state=Publication.State.FAILED).exists():
        subject = document_subject(document.pk)
        problem_resolve(
            installation=document.installation, subject=subject, starting=PROBLEM_PREFIX
        )


def _link(document: SalesDocument) -> DownloadLink:
    profile = channel_profile(installation=document.installation, channel=document.channel)
    return link_create(
        document=document, open_days=profile.link_open_days, strict=profile.strict_links
    )


def _update(client: SaleorClient, publication: Publication, url: str) -> None:
    try:
        publishing.invoice_update(
            client,
            invoice_id=str(publication.saleor_invoice_id),
            number=publication.document.number,
            url=url,
        )
    except Refused as error:
        if error.params.get("codes") != [GONE]:
            raise
        # Staff deleted that invoice in Saleor meanwhile; the document itself stays.
        publication_withdraw(publication=publication)


def _create(client: SaleorClient, publication: Publication, url: str) -> None:
    document = publication.document
    order = publication.order or document.order
    if order is None:
        raise Conflict("The document is of no order in Saleor.", code="NO_ORDER")
    order_id = order.order_id
    # A crash after Saleor's answer and before our row: the next attempt finds it by its URL.
    existing = (i for i in publishing.order_invoices(client, order_id=order_id) if i.url == url)
    found = next(existing, None)
    if found is not None:
        invoice_id = found.id
    else:
        invoice_id = publishing.invoice_create(
            client, order_id=order_id, number=document.number, url=url
        ).id
    publication.saleor_invoice_id = invoice_id
    publication.save(update_fields=["saleor_invoice_id"])


def _notify(client: SaleorClient, publication: Publication) -> None:
    if not publication.notify or publication.notified_at is not None:
        return
    if not publication.document.customer_email:
        return
    # Marked before it is said: after a crash a customer rather gets no mail than two.
    publication.notified_at = timezone.now()
    publication.save(update_fields=["notified_at"])
    try:
        publishing.invoice_send_notification(client, invoice_id=str(publication.saleor_invoice_id))
    except Unreachable as error:
        if not isinstance(error, NotSent | Throttled):
            # Saleor may have mailed before its answer was lost, so it is not asked again.
            history_append(document=publication.document, event="notification_uncertain")
            return
        _unmark(publication)
        raise
    except AppError:
        _unmark(publication)
        raise
    history_append(document=publication.document, event="notified")


def _unmark(publication: Publication) -> None:
    publication.notified_at = None
    publication.save(update_fields=["notified_at"])


def publication_withdraw(*, publication: Publication) -> None:
    """Staff no longer want this invoice in Saleor; the document stays ours."""
    publication.state = Publication.State.WITHDRAWN
    publication.next_attempt_at = None
    publication.save(update_fields=["state", "next_attempt_at"])
    history_append(
        document=publication.document,
        event="withdrawn_from_saleor",
        actor="saleor",
        saleor_invoice=publication.saleor_invoice_id,
    )


def publications_resume(*, document: SalesDocument) -> None:
    """Let every publication that waited for the document's PDF go on at once."""
    waiting = document.publications.filter(state=Publication.State.PENDING)
    for publication_id in waiting.values_list("pk", flat=True):
        background.enqueue(PUBLISH_TASK, publication_id)


def _pause(publication: Publication, error: Disconnected) -> None:
    installation = publication.document.installation
    installation_disconnect(installation=installation, reason=error.message)
    publication.attempts, publication.next_attempt_at = 0, None  # goes on after a reinstall
    publication.last_error = f"{error.code}: {error.message}"[:2000]
    publication.save(update_fields=["attempts", "next_attempt_at", "last_error"])


def _failed(publication: Publication, error: Exception) -> None:
    document, fault = publication.document, attempts.describe(error)
    masked = fault.params.get("invoice_id")
    if masked and not publication.saleor_invoice_id:
        publication.saleor_invoice_id = str(masked)  # it was created: never make a second one
        publication.save(update_fields=["saleor_invoice_id"])
    if not attempts.give_back(publication, error):
        return
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code=f"{PROBLEM_PREFIX}{fault.code}",
        message=f"{document.number} could not be put into Saleor: {fault.message}",
        remedy="Remove the cause and press Retry.",
        params={"document_id": str(document.pk), "number": document.number},
    )
