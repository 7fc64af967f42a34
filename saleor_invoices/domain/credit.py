"""Credit notes: an invoice taken back, whole or in part, never more than is left of it.

``docs/algorithms/credit.md`` has the rules and the proof that every sequence of credit notes ends
at exactly nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from saleor_invoices.domain import codec, totals
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind
from saleor_invoices.domain.credit_left import (
    RateKey,
    Remaining,
    RemainingCharge,
    RemainingLine,
    RemainingRate,
    remaining,
    stock_of,
)
from saleor_invoices.domain.credit_parts import Content, credit_parts, mirrored, pieces_worth
from saleor_invoices.domain.document import Delivery, Document, PrecedingInvoice, Prepayment, Tax
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import ZERO, from_minor, unit

__all__ = [
    "CreditLine",
    "CreditRequest",
    "Remaining",
    "RemainingCharge",
    "RemainingLine",
    "RemainingRate",
    "credit_document",
    "credit_worth",
    "remaining",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """A line of the invoice to credit; no quantity: all that is left of it."""

    line_id: str  # BT-126 of the invoice's line
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRequest:
    """What to credit: lines and charges, an amount, or everything that is left.

    ``amount`` is gross. With lines or charges it is what they must come to: less lowers each in
    proportion, more is taken from what else is left of these lines, then from all rates. Alone it
    is spread over the VAT breakdown, or over ``rates`` by these gross amounts as far as they go:
    what it is for has no quantity left, or is one order of several.
    """

    lines: tuple[CreditLine, ...] = ()
    charges: tuple[str, ...] = ()  # ids of the invoice's charges, each with all that is left of it
    amount: Decimal | None = None
    everything: bool = False
    reason: str = ""  # in the document's language, for the buyer
    refunded: Decimal = ZERO  # how much of it has already gone back; more than it pays counts not
    rates: Mapping[RateKey, Decimal] = field(default_factory=dict)


def credit_document(
    invoice: Document,
    credits: Sequence[Document],  # noqa: A002
    request: CreditRequest,
    *,
    spread_name: Callable[[Tax], str],
) -> Document:
    """The draft of the credit note that takes back what ``request`` says.

    ``credits`` are the invoice's issued credit notes. ``spread_name`` names a line that takes back
    a part of one VAT rate. The first credit note of everything mirrors the invoice, with its gift
    cards and its rounding amount; none other does.

    Raises ``InvalidInput`` CREDIT_REQUEST_INVALID, CREDIT_AMOUNT_INVALID, CREDIT_QUANTITY_INVALID,
    CREDIT_LINE_UNKNOWN (also of a charge), and ``Conflict`` CREDIT_ON_CREDIT_NOTE, NOT_ISSUED,
    CREDIT_NOTHING_LEFT, CREDIT_EXCEEDS_INVOICE (with ``left`` and ``wanted``).
    """
    _refuse_no_invoice(invoice)
    _refuse_invalid(request, invoice.currency)
    if request.everything and not credits:
        return _document(invoice, request, mirrored(invoice))
    stock = stock_of(invoice, credits)
    if stock.is_empty:
        raise _nothing_left(invoice)
    content = credit_parts(
        invoice,
        stock,
        quantities=_quantities(request.lines),
        charges=frozenset(request.charges),
        amount=request.amount,
        everything=request.everything,
        rates=request.rates,
        spread_name=spread_name,
    )
    if not content.gross and not request.everything:
        raise _nothing_left(invoice)
    return _document(invoice, request, content)


def credit_worth(
    invoice: Document,
    credits: Sequence[Document],  # noqa: A002
    *,
    lines: tuple[CreditLine, ...],
    charges: tuple[str, ...],
) -> Decimal:
    """The gross amount that a credit note of these lines and charges would have by itself."""
    stock = stock_of(invoice, credits)
    worth = pieces_worth(stock, _quantities(lines), frozenset(charges))
    return from_minor(worth, invoice.currency)


def _document(invoice: Document, request: CreditRequest, content: Content) -> Document:
    open_amount = content.gross - content.prepaid + content.rounding
    refund = min(request.refunded, max(open_amount, ZERO))
    prepayments = content.prepayments
    if refund:
        prepayments += (Prepayment(amount=refund, label="", kind="refund"),)
    lines, charges, allowances = content.lines, content.charges, content.allowances
    return replace(
        _frame(invoice),
        lines=lines,
        charges=charges,
        allowances=allowances,
        vat_breakdown=totals.vat_breakdown(lines, allowances=allowances, charges=charges),
        totals=totals.document_totals(
            lines,
            allowances=allowances,
            charges=charges,
            prepaid=content.prepaid + refund,
            payable=open_amount - refund,
        ),
        prepayments=prepayments,
        notes=invoice.notes if content.is_mirror else (),
        reason=request.reason,
    )


def _frame(invoice: Document) -> Document:
    """Parties, references and looks of the invoice; nothing that only an invoice has."""
    return replace(
        invoice,
        kind=DocumentKind.CREDIT_NOTE,
        number="",
        issue_date=None,
        tax_point_date=None,
        due_date=None,
        payment_terms="",
        payment=None,
        supporting_documents=(),
        delivery=_delivery(invoice.delivery),
        preceding_invoices=(
            PrecedingInvoice(number=invoice.number, issue_date=invoice.issue_date),
        ),
        einvoice=None,
        vat_accounting_currency="",  # it has VAT of its own to tell (``domain.exchange``)
        exchange_rate=None,
        schema_version=codec.SCHEMA_VERSION,
    )


def _delivery(delivery: Delivery | None) -> Delivery | None:
    # Where and when it was supplied stays: BR-IC-11 and 12 ask for it again. That a supply is still
    # to follow is no longer so.
    if delivery is None or delivery.supply_date_kind is SupplyDateKind.DELIVERY:
        return delivery
    return replace(
        delivery, supply_date=None, supply_date_kind=SupplyDateKind.DELIVERY, supply_wording=""
    )


def _quantities(lines: tuple[CreditLine, ...]) -> dict[str, Decimal | None]:
    """Quantities by line; the same line twice is both together."""
    found: dict[str, Decimal | None] = {}
    for line in lines:
        before = found.get(line.line_id, ZERO)
        both = None if before is None or line.quantity is None else before + line.quantity
        found[line.line_id] = both
    return found


def _refuse_no_invoice(invoice: Document) -> None:
    if invoice.kind is not DocumentKind.INVOICE:
        raise Conflict("Only an invoice can be credited.", code="CREDIT_ON_CREDIT_NOTE")
    if not invoice.number:
        raise Conflict("A draft is changed, not credited.", code="NOT_ISSUED")


def _refuse_invalid(request: CreditRequest, currency: str) -> None:
    has_parts = bool(request.lines or request.charges or request.amount is not None)
    if has_parts == request.everything:
        raise InvalidInput(
            "Name lines, charges or an amount, or ask for everything.",
            code="CREDIT_REQUEST_INVALID",
            params={"field": "everything" if request.everything else "lines"},
        )
    amounts = {"amount": request.amount, "refunded": request.refunded or None}
    for name, amount in amounts.items():
        if amount is not None and not _is_amount(amount, currency):
            raise InvalidInput(
                f"{amount} {currency} can't be credited.",
                code="CREDIT_AMOUNT_INVALID",
                params={"field": name, "amount": str(amount), "currency": currency},
            )
    for line in request.lines:
        if line.quantity is not None and not (line.quantity.is_finite() and line.quantity > 0):
            raise InvalidInput(
                "A credited quantity is above zero.",
                code="CREDIT_QUANTITY_INVALID",
                params={"field": "quantity", "line": line.line_id, "quantity": str(line.quantity)},
            )


def _is_amount(amount: Decimal, currency: str) -> bool:
    return amount.is_finite() and amount > 0 and amount % unit(currency) == 0


def _nothing_left(invoice: Document) -> Conflict:
    return Conflict(
        f"Nothing is left of {invoice.number} for this credit note.",
        code="CREDIT_NOTHING_LEFT",
        params={"invoice": invoice.number},
    )
