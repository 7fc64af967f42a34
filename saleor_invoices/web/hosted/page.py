"""What the page says of a document: the words and numbers of the PDF, and how it stands now."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.model import DocumentView
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.money import from_minor
from saleor_invoices.invoices.models import DocumentFile, PaymentState, SalesDocument
from saleor_invoices.invoices.services.download import sign
from saleor_invoices.invoices.services.page_show import file_pages
from saleor_invoices.web.hosted.brand import accent_of
from saleor_invoices.web.hosted.paying import Outcome, Paying, component_id, outcome_of, paying_of
from saleor_invoices.web.hosted.standing import Standing, standing_of
from saleor_invoices.web.hosted.words import words_for

MOST_PAGES = 3
"""Pictures of pages on the page; the PDF has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A link that is open; ``token`` opens the API, ``session`` is empty where GET does as well."""

    document: SalesDocument
    token: str
    session: str = ""


def page_context(request: HttpRequest, opened: Opened) -> dict[str, Any]:
    """Everything that the template shows."""
    row = opened.document
    document = codec.decode(bytes(row.snapshot))
    view, words = _view(document), words_for(document.language)
    files = {file.kind: file for file in row.files.all()}
    outcome = outcome_of(row, request)  # it may book the payment: first of all
    standing, paying = standing_of(row), paying_of(row)
    outcome = outcome or (Outcome.PENDING if paying.pending else None)
    if outcome in (Outcome.PAID, Outcome.PENDING):
        paying = Paying()
    return {
        "opened": opened,
        "view": view,
        "words": words,
        "accent": accent_of(document),
        "logo": f"/documents/{sign(row.pk)}/logo" if document.presentation.logo_sha256 else "",
        "standing": standing,
        "owed": standing is not None and standing.is_owed,
        "said": standing.said(words) if standing else "",
        "amounts": _amounts(row, document, view, standing),
        "outcome": outcome,
        "told": getattr(words, f"payment_{outcome}") if outcome else "",
        "paying": paying,
        "pay_at": words.pay_at.format(host=paying.host),
        "component_id": component_id(row),
        "pages": _pages(row, document, files.get(DocumentFile.Kind.PDF)),
        "has_pdf": DocumentFile.Kind.PDF in files,
        "has_xml": DocumentFile.Kind.XML in files,
    }


def _view(document: Document) -> DocumentView:
    template = Template(footer=document.presentation.footer)
    return document_view(document, template, with_qr=False)


def _amounts(
    row: SalesDocument, document: Document, view: DocumentView, standing: Standing | None
) -> dict[str, str]:
    """The amount that counts now: what is owed, else what the document is about."""
    context = Context.of(document)
    if standing is not None and standing.is_owed:
        state = PaymentState.objects.get(document=row)
        balance = context.formats.money(from_minor(state.balance_minor, row.currency))
        return {"label": words_for(document.language).balance, "value": balance}
    if standing is None:
        return {"label": view.totals[-1].label, "value": view.totals[-1].value}
    gross = context.formats.money(document.totals.gross)
    return {"label": context.tax(context.labels.total_gross), "value": gross}


def _pages(
    row: SalesDocument, document: Document, file: DocumentFile | None
) -> list[dict[str, Any]]:
    found = file_pages(file=file) if file else None
    if found is None:
        return []
    labels, token, total = Context.of(document).labels, sign(row.pk), len(found.pages)
    return [
        {
            "url": f"/documents/{token}/pages/{number}.png",
            "width": page["width"],
            "height": page["height"],
            "alt": labels.page.format(page=number, pages=total),
        }
        for number, page in enumerate(found.pages[:MOST_PAGES], start=1)
    ]
