"""Issuing a draft that was written by hand, exactly as any other document is issued."""

from contextlib import suppress

from django.db import transaction

from saleor_invoices.domain import findings
from saleor_invoices.domain.draft_form import InvoiceForm, form_of
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.difference_follow import difference_accept
from saleor_invoices.invoices.services.document_issue import Ownership, document_issue
from saleor_invoices.invoices.services.draft_make import draft_make, making
from saleor_invoices.invoices.services.draft_write import Kept, draft_lock, refuse_changed
from saleor_invoices.invoices.services.order_issue import (
    WHOLE_ORDER,
    assets_keep,
    coverage_of,
    order_lock,
    part_issue,
)
from saleor_invoices.invoices.services.order_observe import (
    Overtaken,
    order_take_in,
    refuse_overtaken,
)
from saleor_invoices.invoices.services.order_pending import READINGS, Reading, order_read
from saleor_invoices.invoices.services.order_settle import order_settle
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.problem import order_subject, problem_resolve
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.invoices.services.vat_check import vat_check_after_issue


def written_issue(*, draft: SalesDocument, actor: str, version: int | None = None) -> SalesDocument:
    """Issue the draft by the settings of today; one that was issued already is returned.

    ``version`` is that of the draft that was read; None: whichever it is. Raises ``Conflict``
    DRAFT_CHANGED, and ORDER_COVERED where its order has an invoice; ``CannotIssue`` with the first
    blocking finding; for an order, what reading it raises and ``Overtaken``. Then no number is
    taken.
    """
    if draft.state != DocumentState.DRAFT:
        return draft
    for _ in range(READINGS - 1):
        with suppress(Overtaken):
            return _issue(draft, actor, version)
    return _issue(draft, actor, version)


def _issue(draft: SalesDocument, actor: str, version: int | None) -> SalesDocument:
    order_id = draft.order.order_id if draft.order else ""
    reading = order_read(installation=draft.installation, order_id=order_id) if order_id else None
    with transaction.atomic():
        record = _order_lock(draft)  # orders first, as everywhere
        kept = draft_lock(draft)
        if kept.row.state != DocumentState.DRAFT:
            return kept.row
        refuse_changed(kept, version)
        form = form_of(kept.form.form)
        if form.order_id != order_id:
            raise Conflict("The draft was saved for another order meanwhile.", code="DRAFT_CHANGED")
        if record is None or reading is None:
            issued = _issue_alone(kept, form, actor)
        else:
            issued = _issue_for_order(kept, form, record, reading, actor)
        # Personal data lives in the snapshot alone, which can be erased; the key stays.
        kept.form.form = {}
        kept.form.save()
        return issued


def _order_lock(draft: SalesDocument) -> OrderRecord | None:
    if draft.order is None:
        return None
    draft.order.installation = draft.installation
    return order_lock(draft.order)


def _issue_alone(kept: Kept, form: InvoiceForm, actor: str) -> SalesDocument:
    made = making(installation=kept.row.installation, form=form)
    draft = draft_make(making=made)
    findings.refuse_blocking(draft.findings)
    assets_keep(installation=made.installation, profile=made.profile)
    issued = document_issue(
        draft=draft.document,
        owner=Ownership(installation=made.installation, legal_entity=made.profile.legal_entity),
        actor=actor,
        row=kept.row,
        findings=[finding.code for finding in draft.findings],
    )
    payment_follow(document=issued, actor=actor)
    vat_check_after_issue(document=issued)
    return issued


def _issue_for_order(
    kept: Kept, form: InvoiceForm, record: OrderRecord, reading: Reading, actor: str
) -> SalesDocument:
    order = reading.order
    _refuse_covered(record)
    refuse_overtaken(record, reading.as_of)
    order_take_in(record=record, order=order, issued_at=reading.as_of)
    made = making(installation=record.installation, form=form, order=order)
    work = made.issue(record=record, actor=actor)
    draft = draft_make(making=made)
    issued = part_issue(work=work, part=WHOLE_ORDER, draft=draft, row=kept.row)
    notify = made.profile.notify_policy is NotifyPolicy.ON_ISSUE
    publication_request(document=issued, order=record, saleor_invoice_id=None, notify=notify)
    problem_resolve(installation=record.installation, subject=order_subject(record.order_id))
    difference_accept(record=record, order=order, profile=made.profile, invoice=issued)
    order_settle(record=record, order=order, profile=made.profile)
    return issued


def _refuse_covered(record: OrderRecord) -> None:
    live = [row for row in coverage_of(record) if row.released_at is None]
    if live:
        raise Conflict(
            f"Order {record.number} has its invoice {live[-1].document.number} already.",
            code="ORDER_COVERED",
            params={"order_id": record.order_id, "number": live[-1].document.number},
        )
