"""The record of one invoice: its shape checked, completed, and made a document."""

from decimal import InvalidOperation

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    Delivery,
    Document,
    Note,
    OrderReference,
    Party,
    PaymentInstructions,
    PrecedingInvoice,
    Prepayment,
    Presentation,
    SaleReference,
)
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from saleor_invoices.imports.records import (
    AttachedFile,
    CustomerKey,
    ExternalRecord,
    OrderKey,
    ReadOptions,
)
from saleor_invoices.imports.shaping.fingerprints import shape_fingerprint
from saleor_invoices.imports.shaping.head import check_head
from saleor_invoices.imports.shaping.lines import adjustments_of, lines_of
from saleor_invoices.imports.shaping.parties import buyer_of, party_of
from saleor_invoices.imports.shaping.payments import given_back, paid_of, payments_of, url_of
from saleor_invoices.imports.shaping.signs import is_negative, turned
from saleor_invoices.imports.shaping.structs import CustomerShape, InvoiceShape, OrderShape
from saleor_invoices.imports.shaping.sums import totals_of
from saleor_invoices.imports.shaping.texts import cleaned
from saleor_invoices.imports.shaping.whole import with_lines
from saleor_invoices.imports.shaping.work import Work

_PRESENTATION = Presentation()  # one for all: it is frozen
_NOT_DEFINED = "1"  # UNTDID 4461
_NO_ORDER, _NO_CUSTOMER, _NO_SELLER = OrderShape(), CustomerShape(), Party(name="")


def record_of(
    shape: InvoiceShape,
    *,
    options: ReadOptions,
    pdf: AttachedFile | None = None,
    is_canonical: bool = False,
) -> tuple[ExternalRecord | None, tuple[Finding, ...]]:
    """The record, or ``None`` where something blocking was found; and everything found.

    A finding's ``column`` is the path of the field on the wire (``lines[0].vatRate``). Totals that
    do not add up are warnings: the invoice's own stand. A credit note may have a negative total,
    and all its amounts are turned; a negative invoice is rejected. ``is_canonical`` says that all
    numbers are as ``fingerprints.plain`` writes them, which is faster.
    """
    work = Work(options=options)
    shape = shape if is_canonical else cleaned(shape)
    try:
        record = _record(shape, pdf, work, is_canonical=is_canonical)
    except InvalidOperation:  # more digits than are reckoned with
        work.fault("AMOUNT_INVALID", "An amount is too long.", "Fewer digits.", at="totals.gross")
        record = None
    return (None if work.is_rejected else record), tuple(work.findings)


def _record(
    shape: InvoiceShape, pdf: AttachedFile | None, work: Work, *, is_canonical: bool
) -> ExternalRecord | None:
    kind = check_head(shape, work, is_canonical=is_canonical)
    if kind is None:
        return None
    said, shape = shape, with_lines(shape, shape.language or work.options.language)
    if is_negative(shape):
        if kind is DocumentKind.INVOICE:
            _refuse_negative(shape, work)
            return None
        shape = turned(shape)
    document = _document(shape, kind, work)
    url = url_of(shape, work)
    if document is None:
        return None
    order, customer = shape.order or _NO_ORDER, shape.customer or _NO_CUSTOMER
    payments = payments_of(shape, document.totals, work)
    return ExternalRecord(
        external_id=shape.external_id or shape.number,
        document=document,
        fingerprint=shape_fingerprint(said, pdf, is_canonical=is_canonical),
        order=OrderKey(
            id=order.id, number=order.number, external_reference=order.external_reference
        ),
        customer=CustomerKey(id=customer.id, email=customer.email or _email(shape)),
        payments=given_back(payments) if kind is DocumentKind.CREDIT_NOTE else payments,
        payment_url=url,
        channel=shape.channel,
        pdf=pdf,
    )


def _document(shape: InvoiceShape, kind: DocumentKind, work: Work) -> Document | None:
    buyer = buyer_of(shape.buyer, work)
    lines = lines_of(shape.lines, work)
    allowances = adjustments_of(shape.allowances, "allowances", work)
    charges = adjustments_of(shape.charges, "charges", work)
    if work.is_rejected:  # without all its parts, totals would differ
        return None
    made = document_totals(lines, allowances=allowances, charges=charges)
    totals = totals_of(shape.totals, made, paid_of(shape, work), work)
    return Document(
        kind=kind,
        currency=work.currency,
        seller=party_of(shape.seller, work, "seller") if shape.seller else _NO_SELLER,
        buyer=buyer,
        lines=lines,
        allowances=allowances,
        charges=charges,
        vat_breakdown=vat_breakdown(lines, allowances=allowances, charges=charges),
        totals=totals,
        prepayments=(Prepayment(amount=totals.prepaid, label="", kind="payment"),)
        if totals.prepaid
        else (),
        number=shape.number,
        issue_date=shape.issue_date,
        due_date=shape.due_date,
        language=shape.language or work.options.language,
        buyer_reference=shape.buyer_reference,
        purchase_order_reference=shape.purchase_order_reference,
        payment=_means(shape),
        payment_terms=shape.payment_terms,
        notes=(Note(text=shape.note),) if shape.note else (),
        preceding_invoices=_preceding(shape),
        delivery=Delivery(supply_date=shape.supply_date) if shape.supply_date else None,
        order=_order(shape),
        sale=None if shape.order else _sale(shape),
        presentation=_PRESENTATION,
        reason=shape.reason if kind is DocumentKind.CREDIT_NOTE else "",
    )


def _means(shape: InvoiceShape) -> PaymentInstructions | None:
    if not shape.payment_means:
        return None
    return PaymentInstructions(means_code=_NOT_DEFINED, means_text=shape.payment_means)


def _preceding(shape: InvoiceShape) -> tuple[PrecedingInvoice, ...]:
    return tuple(
        PrecedingInvoice(number=one.number, issue_date=one.issue_date)
        for one in shape.preceding
        if one.number
    )


def _order(shape: InvoiceShape) -> OrderReference | None:
    """BT-14 with the number that was given; whoever links it knows the rest."""
    order, customer = shape.order, shape.customer or _NO_CUSTOMER
    if order is None or not (order.id or order.number):
        return None
    return OrderReference(
        id=order.id,
        number=order.number,
        channel=shape.channel,
        customer_id=customer.id,
        customer_email=customer.email or _email(shape),
    )


def _sale(shape: InvoiceShape) -> SaleReference | None:
    customer = shape.customer or _NO_CUSTOMER
    email = customer.email or _email(shape)
    if not (shape.channel or customer.id or email):
        return None
    return SaleReference(channel=shape.channel, customer_id=customer.id, customer_email=email)


def _email(shape: InvoiceShape) -> str:
    return shape.buyer.email if shape.buyer else ""


def _refuse_negative(shape: InvoiceShape, work: Work) -> None:
    total = shape.totals.gross if shape.totals and shape.totals.gross is not None else ""
    work.fault(
        "NEGATIVE_INVOICE",
        "An invoice can't have a negative total.",
        "A credit note (kind credit_note) with positive amounts.",
        at="totals.gross",
        value=total,
    )
