"""Background work of the pages. Every task may run twice, late and at the same time."""

from celery import shared_task

from saleor_invoices import background
from saleor_invoices.domain import codec
from saleor_invoices.domain.errors import Unreachable
from saleor_invoices.invoices.models import DownloadLink
from saleor_invoices.invoices.services import link_recover as recovering
from saleor_invoices.invoices.services.link_create import link_url
from saleor_invoices.invoices.services.link_open import link_mail
from saleor_invoices.web.hosted.words import words_for

MAIL_TASK = "saleor_invoices.web.tasks.link_mail_fresh"


@shared_task
def link_recover(token: str, email: str, number: str) -> None:
    """Mail a fresh link to the customer's own address, if there is a document to it."""
    for link in recovering.link_recover(token=token, email=email, number=number):
        background.send(MAIL_TASK, link.pk)


@shared_task(autoretry_for=(Unreachable,), retry_backoff=5, retry_backoff_max=600, max_retries=5)
def link_mail_fresh(link_id: int) -> None:
    """Mail one, as often as it takes the mail server to be there."""
    link = DownloadLink.objects.select_related("document__installation").get(pk=link_id)
    document, words = link.document, words_for(link.document.language)
    seller = codec.decode(bytes(document.snapshot)).seller
    filled = {
        "number": document.number,
        "seller": seller.trading_name or seller.name,
        "url": link_url(link),
    }
    subject = " ".join(words.subject.format(**filled).split())
    link_mail(link=link, subject=subject, body=words.body.format(**filled))
