"""Correcting and voiding: always by a credit note, so that nothing issued ever changes."""

from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.credit_issue import (
    CREDIT_NOTE,
    Credit,
    credit_draft_discard,
    credit_note_create,
    invoice_lock,
    remaining_of,
)
from saleor_invoices.invoices.services.ledger_allocate import (
    invoices_of,
    ledger_allocate,
    ledger_release,
)
from saleor_invoices.invoices.services.number_take import series_lock
from saleor_invoices.invoices.services.order_issue import (
    WHOLE_ORDER,
    Issue,
    document_orders_lock,
    is_covered,
    order_draft,
    order_lock,
    part_issue,
    uninvoiced_follow,
)
from saleor_invoices.invoices.services.order_money import order_money_follow
from saleor_invoices.invoices.services.order_observe import Overtaken, is_stale, order_take_in
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
    "link_recovered",
)
"""What the history says of a document that the buyer may have."""
TRIES = 5
"""How often an order that keeps changing is read; events of one change come within a second."""
CORRECTED_AT_ONCE = ("ORDER_CHANGED",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a correction made; no credit note where the invoice had been credited in full."""

    invoice: SalesDocument
    credit_note: SalesDocument | None


def invoice_correct(*, invoice: SalesDocument, reason: str, actor: str) -> Correction:
    """Credit what is left of an order's invoice and invoice the order as Saleor has it now.

    Both or neither. An order that changes between being read and being locked is read anew, a few
    times. Raises ``Conflict`` NOT_CORRECTABLE for documents that don't cover a whole order,
    ``CannotIssue`` when the order can't be invoiced as it is, ``Overtaken`` when it changes all the
    time, and what reading it raises.
    """
    for _ in range(TRIES - 1):
        with suppress(Overtaken):
            return _corrected(invoice, reason, actor)
    return _corrected(invoice, reason, actor)


def _corrected(invoice: SalesDocument, reason: str, actor: str) -> Correction:
    """One try: nothing of it is left where it fails."""
    record = _whole_order(invoice)
    found = order_read(installation=invoice.installation, order_id=record.order_id)
    with transaction.atomic():
        record = order_lock(record)
        _whole_order(invoice)
        if is_stale(record, found.as_of):
            raise Overtaken(f"Order {record.number} has changed meanwhile.")
        order_take_in(record=record, order=found.order, issued_at=found.as_of)
        locked = invoice_lock(invoice)
        work = _work(record, found.order, locked, actor)
        note = _credit(locked, reason or credit_wording(locked.language).corrected, actor)
        ledger_release(document=locked, actor=actor)
        new = _reissue(work)
        _follow(work, locked)
        return Correction(invoice=new, credit_note=note)


def invoice_void(*, invoice: SalesDocument, reason: str, actor: str) -> SalesDocument:
    """Take back an invoice that has not reached its buyer, by a full credit note.

    The order may be invoiced anew afterwards, on request only. Raises ``Conflict`` ALREADY_SENT for
    one that was mailed, transmitted or told to the customer, or opened by a mailed code: that is
    credited instead; CREDIT_NOTHING_LEFT.
    """
    with transaction.atomic():
        records = document_orders_lock(invoice)
        locked = invoice_lock(invoice)
        refuse_sent(locked)
        note = _credit(locked, reason or credit_wording(locked.language).voided, actor)
        if note is None:
            raise Conflict("Nothing is left of the invoice.", code="CREDIT_NOTHING_LEFT")
        OrderCoverage.objects.filter(document=locked).update(released_at=timezone.now())
        ledger_release(document=locked, actor=actor)
        _drafts_discard(locked, actor)
        for record in records:
            uninvoiced_follow(record)
            ledger_allocate(
                record=record, invoices=invoices_of(record), is_covered=is_covered(record)
            )
            order_money_follow(record=record)
        _resolve(locked)
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


def _work(record: OrderRecord, order: Order, invoice: SalesDocument, actor: str) -> Issue:
    profile = channel_profile(installation=record.installation, channel=order.channel)
    # The series of invoices before that of credit notes, as everywhere: who issues an order that
    # was refunded already takes them in this order.
    series_lock(
        legal_entity=profile.legal_entity,
        kind=DocumentKind.INVOICE,
        test_mode=profile.document.test_mode,
    )
    return Issue(record=record, order=order, profile=profile, actor=actor, preceding=invoice)


def _reissue(work: Issue) -> SalesDocument:
    new = part_issue(work=work, part=WHOLE_ORDER, draft=order_draft(work=work))
    notify = work.profile.notify_policy is NotifyPolicy.ON_ISSUE
    publication_request(document=new, saleor_invoice_id=None, notify=notify)
    return new


def _follow(work: Issue, former: SalesDocument) -> None:
    _drafts_discard(former, work.actor)
    _resolve(former)
    order_settle(record=work.record, order=work.order, profile=work.profile)


def _drafts_discard(invoice: SalesDocument, actor: str) -> None:
    """Nothing is left for them; a refund's draft is made again on the new invoice."""
    for draft in invoice.following.filter(kind=CREDIT_NOTE, state=DocumentState.DRAFT):
        draft.installation = invoice.installation
        credit_draft_discard(draft=draft, actor=actor)


def _resolve(invoice: SalesDocument) -> None:
    problem_resolve(
        installation=invoice.installation,
        subject=document_subject(invoice.pk),
        codes=CORRECTED_AT_ONCE,
    )
