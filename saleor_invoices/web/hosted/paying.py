"""Whether and how the page lets its document be paid, and what became of a payment."""

import base64
import binascii
import uuid
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.http import HttpRequest

from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.viewers import LinkViewer
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.selectors.payments import payments_visible
from saleor_invoices.payments.selectors.plans import payment_plan
from saleor_invoices.payments.services.payment_watch import OVERTAKEN, payment_refresh

RETURNED = ("payment", "saleor_invoice_payment")
"""Parameters by which a customer comes back from paying; the second is the web component's."""
_State = CustomerPayment.State


class Outcome(StrEnum):
    """What the page says of a payment; the values end the names of fields of ``Words``."""

    PAID = "paid"
    PENDING = "pending"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """``url`` is an address outside, which wins; ``component``: the page pays by itself.

    ``pending``: all that is due is on its way.
    """

    url: str = ""
    component: bool = False
    pending: bool = False

    @property
    def host(self) -> str:
        """Where ``url`` leads, for people to see before they follow it."""
        return urlsplit(self.url).hostname or ""


def paying_of(document: SalesDocument) -> Paying:
    """How the invoice can be paid now."""
    plan = payment_plan([document])
    if plan.external_url.startswith("https://") and plan.total_minor > 0:
        return Paying(url=plan.external_url)
    return Paying(component=not plan.refusal, pending=plan.refusal == "PAYMENT_PENDING")


def outcome_of(document: SalesDocument, request: HttpRequest) -> Outcome | None:
    """What became of the payment that the address names; the provider is asked, never the address.

    None without one, for one of somebody else, and for one that was given up before it was tried or
    because the invoice was paid otherwise.
    """
    payment = _named(document, request)
    if payment is None:
        return None
    state = payment_refresh(payment=payment).state
    if payment.failure_code == OVERTAKEN:
        return None
    if state in (_State.NEW, _State.PROCESSING):
        return Outcome.PENDING
    if state == _State.SUCCEEDED:
        return Outcome.PAID
    return Outcome.FAILED if state == _State.FAILED or payment.failure_code else None


def component_id(document: SalesDocument) -> str:
    """The document's id in the API, as Relay makes them."""
    return base64.b64encode(f"SalesInvoice:{document.pk}".encode()).decode()


def _named(document: SalesDocument, request: HttpRequest) -> CustomerPayment | None:
    told = next((request.GET[name] for name in RETURNED if name in request.GET), "")
    key = _key(told[:200])
    viewer = LinkViewer(installation=document.installation, document_id=document.pk)
    return payments_visible(viewer=viewer).filter(pk=key).first() if key else None


def _key(text: str) -> uuid.UUID | None:
    try:
        kind, _, key = base64.b64decode(text, validate=True).decode().partition(":")
        return uuid.UUID(key) if kind == "InvoicePayment" else None
    except (binascii.Error, ValueError):
        return None
