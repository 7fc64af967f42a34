"""Correcting and voiding: always by a credit note, so that nothing issued ever changes."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_note_create,
    invoice_lock,
    remaining_of,
)
from saleor_invoices.invoices.services.ledger_allocate import ledger_release
from saleor_invoices.invoices.services.order_issue import (
    WHOLE_ORDER,
    Issue,
    order_draft,
    order_lock,
    part_issue,
)
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.invoices.services.order_settle import order_settle
from saleor_invoices.invoices.services.problem import document_subject, problem_resolve
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.stores.selectors import channel_profile

REACHED_BUYER = (
    "sent_by_saleor",
    "notified",
    "notification_uncertain",
    "mail_sent",
    "mail_marked_sent",
    "mail_uncertain",
    "einvoice_submitted",
    "link_opened_by_code",
)
"""What the history says of a document that the buyer may have."""
CORRECTED_AT_ONCE = ("ORDER_CHANGED",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a correction made; no credit note where the invoice had been credited in full."""

    invoice: SalesDocument
    credit_note: SalesDocument | None


def invoice_correct(*, invoice: SalesDocument, reason: str, actor: str) -> Correction:
    """Credit what is left of an order's invoice and invoice the order as Saleor has it now.

    Both or neither. Raises ``Conflict`` NOT_CORRECTABLE for documents that don't cover a whole
    order, ``CannotIssue`` when the order can't be invoiced as it is, and what reading it raises.
    """
    record = _whole_order(invoice)
    order = order_read(installation=invoice.installation, order_id=record.order_id).order
    with transaction.atomic():
        record = order_lock(record)
        _whole_order(invoice)
        locked = invoice_lock(invoice)
        note = _credit(locked, reason or credit_wording(locked.language).corrected, actor)
        ledger_release(document=locked, actor=actor)
        new = _reissue(record, order, locked, actor)
        _follow(record, order, locked)
        return Correction(invoice=new, credit_note=note)


def invoice_void(*, invoice: SalesDocument, reason: str, actor: str) -> SalesDocument:
    """Take back an invoice that has not reached its buyer, by a full credit note.

    The order may be invoiced anew afterwards, on request only. Raises ``Conflict`` ALREADY_SENT for
    one that was mailed, transmitted or told to the customer, or opened by a mailed code: that is
    credited instead; CREDIT_NOTHING_LEFT.
    """
    with transaction.atomic():
        if invoice.order is not None:
            invoice.order.installation = invoice.installation
            order_lock(invoice.order)
        locked = invoice_lock(invoice)
        refuse_sent(locked)
        note = _credit(locked, reason or credit_wording(locked.language).voided, actor)
        if note is None:
            raise Conflict("Nothing is left of the invoice.", code="CREDIT_NOTHING_LEFT")
        OrderCoverage.objects.filter(document=locked).update(released_at=timezone.now())
        ledger_release(document=locked, actor=actor)
        return note


def refuse_sent(document: SalesDocument) -> None:
    """Raise ``Conflict`` ALREADY_SENT when the buyer may have the document."""
    sent = document.history.filter(event__in=REACHED_BUYER)
    told = document.publications.filter(notified_at__isnull=False)
    if sent.exists() or told.exists():
        raise Conflict(
            "The buyer may have this document already; issue a credit note instead.",
            code="ALREADY_SENT",
        )


def _whole_order(invoice: SalesDocument) -> OrderRecord:
    coverage = invoice.coverage.filter(part=WHOLE_ORDER).select_related("order").first()
    if coverage is None or invoice.order is None:
        raise Conflict(
            "Only an invoice of one whole order can be corrected in one step; credit it instead.",
            code="NOT_CORRECTABLE",
        )
    coverage.order.installation = invoice.installation
    return coverage.order


def _credit(invoice: SalesDocument, reason: str, actor: str) -> SalesDocument | None:
    if remaining_of(invoice).is_empty:
        return None
    request = CreditRequest(everything=True, reason=reason)
    credit = Credit(cause=f"replaced:{invoice.pk}", request=request, actor=actor)
    return credit_note_create(invoice=invoice, credit=credit)


def _reissue(
    record: OrderRecord, order: Order, invoice: SalesDocument, actor: str
) -> SalesDocument:
    profile = channel_profile(installation=record.installation, channel=order.channel)
    work = Issue(record=record, order=order, profile=profile, actor=actor, preceding=invoice)
    new = part_issue(work=work, part=WHOLE_ORDER, draft=order_draft(work=work))
    notify = profile.notify_policy is NotifyPolicy.ON_ISSUE
    publication_request(document=new, saleor_invoice_id=None, notify=notify)
    return new


def _follow(record: OrderRecord, order: Order, former: SalesDocument) -> None:
    problem_resolve(
        installation=record.installation,
        subject=document_subject(former.pk),
        codes=CORRECTED_AT_ONCE,
    )
    profile = channel_profile(installation=record.installation, channel=order.channel)
    order_settle(record=record, order=order, profile=profile)
