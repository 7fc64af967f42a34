"""Credit notes: each of one invoice, alike to it, and together never more than it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import ZERO
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.verification.report import BATCH, Fault, LedgerReport
from saleor_invoices.stores.models import Installation

Shares = Mapping[tuple[str, Decimal], tuple[Decimal, Decimal]]
_ALIKE = ("installation_id", "legal_entity_id", "currency", "test_mode")
_NOTHING = (ZERO, ZERO)


def credit_faults(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    """Look at every issued credit note, those of one invoice together."""
    found = SalesDocument.objects.filter(
        kind=DocumentKind.CREDIT_NOTE,
        state=DocumentState.ISSUED,
        source=SalesDocument.Source.OWN,  # what others credited, their books answer for
    ).select_related("preceding")
    if installation is not None:
        found = found.filter(installation=installation)
    ordered = found.order_by("preceding_id", "issued_at", "pk").iterator(chunk_size=BATCH)
    for _, group in groupby(ordered, key=lambda note: note.preceding_id):
        yield from _group_faults(list(group), report)


def _group_faults(notes: list[SalesDocument], report: LedgerReport) -> Iterator[Fault]:
    report.credit_notes += len(notes)
    invoice = notes[0].preceding
    if invoice is None:
        yield from (Fault(code="CREDIT_WITHOUT_INVOICE", number=note.number) for note in notes)
        return
    if (invoice.kind, invoice.state) != (DocumentKind.INVOICE, DocumentState.ISSUED):
        for note in notes:
            detail = f"{invoice.number}: {invoice.kind}, {invoice.state}"
            yield Fault(code="CREDIT_NOT_OF_INVOICE", number=note.number, detail=detail)
        return
    original = _content(invoice)
    contents = {note.pk: _content(note) for note in notes}
    for note in notes:
        for name in _mismatches(note, contents[note.pk], invoice, original):
            yield Fault(code="CREDIT_MISMATCH", number=note.number, detail=name)
    for detail in _excesses(invoice, notes):
        yield Fault(code="CREDIT_EXCEEDS", number=invoice.number, detail=detail)
    if original is not None and None not in contents.values():
        credited = [content for content in contents.values() if content is not None]
        for detail in _rate_excesses(original, credited):
            yield Fault(code="CREDIT_EXCEEDS", number=invoice.number, detail=detail)


def _content(document: SalesDocument) -> Document | None:
    """What the document says; None where it was erased, or the walk found it unreadable."""
    try:
        return codec.decode(bytes(document.snapshot))
    except AppError:
        return None


def _mismatches(
    note: SalesDocument,
    content: Document | None,
    invoice: SalesDocument,
    original: Document | None,
) -> Iterator[str]:
    yield from (name for name in _ALIKE if getattr(note, name) != getattr(invoice, name))
    if content is None:
        return
    named = [(each.number, each.issue_date) for each in content.preceding_invoices]
    if (invoice.number, invoice.issue_date) not in named:
        yield "reference"  # BG-3 must name the invoice (Directive 2006/112/EC, art. 219)
    if original is not None and _who(content) != _who(original):
        yield "buyer"


def _who(document: Document) -> tuple[str, str]:
    return document.buyer.name, document.buyer.vat_id


def _excesses(invoice: SalesDocument, notes: list[SalesDocument]) -> Iterator[str]:
    for name in ("net_minor", "tax_minor", "gross_minor"):
        credited, whole = sum(getattr(note, name) for note in notes), getattr(invoice, name)
        if not _is_part(credited, whole):
            yield f"{name}: {credited} of {whole}"


def _rate_excesses(original: Document, credited: list[Document]) -> Iterator[str]:
    whole, sums = _shares([original]), _shares(credited)
    for key in sorted(sums):
        category, rate = key
        for name, part, of in zip(("net", "tax"), sums[key], whole.get(key, _NOTHING), strict=True):
            if not _is_part(part, of):
                yield f"{category} {rate} % {name}: {part} of {of}"


def _shares(documents: list[Document]) -> Shares:
    sums: dict[tuple[str, Decimal], tuple[Decimal, Decimal]] = {}
    for document in documents:
        for row in document.vat_breakdown:
            key = (str(row.tax.category), row.tax.rate)
            net, tax = sums.get(key, _NOTHING)
            sums[key] = (net + row.taxable_amount, tax + row.tax_amount)
    return sums


def _is_part(part: Decimal | int, whole: Decimal | int) -> bool:
    """Whether a share lies between nothing and all; a share may be negative as a whole."""
    return min(whole, 0) <= part <= max(whole, 0)
