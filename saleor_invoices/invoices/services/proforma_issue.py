"""Proformas: what an order will cost, numbered in a series of its own, without any tax effect."""

from dataclasses import replace

from django.db import transaction

from saleor_invoices.domain import findings
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import Draft, document_from_order
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.document_complete import document_complete
from saleor_invoices.invoices.services.document_issue import Ownership, document_issue
from saleor_invoices.invoices.services.order_issue import Issue, assets_keep, order_lock
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import channel_profile


def proforma_issue(*, installation: Installation, order_id: str, actor: str) -> SalesDocument:
    """Issue a proforma of the order as Saleor has it now, confirmed or not.

    It covers nothing, owes nothing and has no e-invoice; each call issues one more, since an offer
    may change. Raises ``CannotIssue`` with the first blocking finding, and what reading raises.
    """
    order = order_read(installation=installation, order_id=order_id).order
    profile = channel_profile(installation=installation, channel=order.channel)
    record, _ = OrderRecord.objects.get_or_create(
        installation=installation,
        order_id=order.id,
        defaults={"number": order.number, "channel": order.channel, "currency": order.currency},
    )
    record.installation = installation
    work = Issue(record=record, order=order, profile=profile, actor=actor)
    with transaction.atomic():
        order_lock(record)
        draft = _draft(work, order)
        findings.refuse_blocking(draft.findings)
        assets_keep(installation=installation, profile=profile)
        owner = Ownership(
            installation=installation, legal_entity=profile.legal_entity, order=record
        )
        return document_issue(draft=draft.document, owner=owner, actor=actor)


def _draft(work: Issue, order: Order) -> Draft:
    found = document_from_order(order, work.profile.document, on=work.on)
    document = replace(found.document, kind=DocumentKind.PROFORMA)
    return document_complete(
        draft=Draft(document=document, findings=found.findings), rules=work.rules
    )
