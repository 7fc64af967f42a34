"""A document as a template shows it: the only place that knows both."""

from collections.abc import Iterator

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.facts import fact_pairs, supply_note
from saleor_invoices.documents.view.lines import lines_table
from saleor_invoices.documents.view.model import DocumentView, FooterView, TextBlock
from saleor_invoices.documents.view.parties import brand, footer_columns, legal_block, party_views
from saleor_invoices.documents.view.payment import payment_view
from saleor_invoices.documents.view.totals import tax_table, total_rows
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document


def document_view(document: Document, template: Template, *, with_qr: bool) -> DocumentView:
    """The whole view. Raises ``InvalidInput`` for an unknown language or currency."""
    context = Context.of(document)
    title = context.labels.titles[document.kind]
    number = document.number or context.labels.draft
    return DocumentView(
        language=context.formats.locale.language,
        region=context.formats.locale.territory or "",
        title=title,
        number=number,
        running_title=f"{title} {number}",
        subject=_subject(context),
        brand=brand(context),
        watermark=_watermark(context),
        badge=_badge(context),
        parties=party_views(context),
        facts=fact_pairs(context),
        lines=lines_table(context),
        tax=tax_table(context),
        totals=total_rows(context),
        payment=payment_view(context, with_qr=with_qr),
        blocks=tuple(block for block in _blocks(context) if block.texts),
        footer=FooterView(
            columns=footer_columns(context, template.footer), page=context.labels.page
        ),
    )


def _subject(context: Context) -> str:
    order = context.document.order
    return f"{context.labels.order_number} {order.number}" if order else ""


def _watermark(context: Context) -> str:
    if context.document.test_mode:
        return context.labels.test_mark
    return "" if context.document.number else context.labels.draft.upper()


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
