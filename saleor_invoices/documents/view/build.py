"""A document as a template shows it: the only place that knows both."""

from collections.abc import Iterator
from dataclasses import replace

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.swiss import SwissBill
from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.facts import fact_pairs, lead_pairs, supply_note
from saleor_invoices.documents.view.lines import lines_table
from saleor_invoices.documents.view.model import DocumentView, FooterView, TextBlock
from saleor_invoices.documents.view.parties import brand, footer_columns, legal_block, party_views
from saleor_invoices.documents.view.payment import payment_view
from saleor_invoices.documents.view.second import in_two_languages
from saleor_invoices.documents.view.slip import slip_view
from saleor_invoices.documents.view.totals import tax_table, total_rows
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document


def document_view(
    document: Document, template: Template, *, with_qr: bool, bill: SwissBill | None = None
) -> DocumentView:
    """The whole view, in both languages where the document has two.

    ``with_qr``: an EPC code stands beside the accounts; ``bill``: the last page ends with its
    payment part. Raises ``InvalidInput`` for an unknown language or currency.
    """
    context = Context.of(document)
    view = _view(context, template, with_qr=with_qr, bill=bill)
    if other := context.second():
        second = _view(other, template, with_qr=with_qr, bill=bill)
        view = in_two_languages(view, second, other.spoken.locale)
    return replace(view, slip=slip_view(document, bill) if bill else None)


def _view(
    context: Context, template: Template, *, with_qr: bool, bill: SwissBill | None
) -> DocumentView:
    document, labels, locale = context.document, context.labels, context.spoken.locale
    title = labels.titles[document.kind]
    number = document.number or labels.draft
    return DocumentView(
        language=locale.language,
        region=locale.territory or "",
        direction=context.direction,
        title=title,
        number=number,
        running_title=f"{title} {context.apart(number)}",
        subject=_subject(context),
        brand=brand(context),
        watermark=_watermark(context),
        badge=_badge(context),
        parties=party_views(context),
        facts=fact_pairs(context),
        lead=lead_pairs(context),
        lines=lines_table(context),
        tax=tax_table(context),
        totals=total_rows(context),
        payment=payment_view(context, with_qr=with_qr, bill=bill),
        blocks=tuple(block for block in _blocks(context) if block.texts),
        footer=FooterView(columns=footer_columns(context, template.footer), page=labels.page),
    )


def _subject(context: Context) -> str:
    order, labels = context.document.order, context.labels
    if order:
        return f"{labels.order_number} {context.apart(order.number)}"
    numbers = ", ".join(context.apart(one.number) for one in context.document.orders)
    return f"{labels.orders} {numbers}" if numbers else ""


def _watermark(context: Context) -> str:
    document, labels = context.document, context.labels
    if document.test_mode:
        return labels.test_mark
    if not document.number:
        return labels.draft.upper()
    return labels.proforma_mark if document.kind is DocumentKind.PROFORMA else ""


def _badge(context: Context) -> str:
    document, labels = context.document, context.labels
    if document.test_mode:
        return labels.test_note
    if not document.number:
        return labels.draft_note
    return labels.proforma_note if document.kind is DocumentKind.PROFORMA else ""


def _blocks(context: Context) -> Iterator[TextBlock]:
    document, labels = context.document, context.labels
    notes = (supply_note(context), *(note.text for note in document.notes))
    yield TextBlock(heading=labels.notes, texts=tuple(note for note in notes if note))
    if legal := legal_block(context):
        yield TextBlock(heading=document.seller.name, texts=(legal,))
    files = (
        " · ".join(part for part in (one.reference, one.description, one.location) if part)
        for one in document.supporting_documents
    )
    yield TextBlock(heading=labels.attachments, texts=tuple(files))
