"""From an order to a document: pure, total, and never a guess.

Amounts are the shop's. What cannot be said for certain becomes a finding: a blocking one stops
the issue, a warning is shown to the merchant. See ``docs/algorithms/rounding.md``.
"""

from dataclasses import dataclass, replace
from datetime import date

from saleor_invoices.domain import money, tax, totals
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import Document, Note, OrderReference
from saleor_invoices.domain.errors import CannotIssue, Conflict, InvalidInput
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.legal import legal_findings
from saleor_invoices.domain.order import Order, OrderAddress
from saleor_invoices.domain.order_lines import Mapped, lines_of
from saleor_invoices.domain.order_parties import Buyer, buyer_of, metadata_text
from saleor_invoices.domain.order_terms import delivery_of, terms_of
from saleor_invoices.domain.order_totals import Reconciled, reconcile
from saleor_invoices.domain.profile import DocumentProfile
from saleor_invoices.domain.territories import territory
from saleor_invoices.domain.wording import Wording, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document without number and date, with everything noticed while it was made."""

    document: Document
    findings: tuple[Finding, ...] = ()

    @property
    def can_be_issued(self) -> bool:
        """Whether no finding blocks."""
        return not any(finding.is_blocking for finding in self.findings)


def document_from_order(order: Order, profile: DocumentProfile, *, on: date) -> Draft:
    """The order's invoice as of the local day ``on``.

    Raises ``CannotIssue`` UNKNOWN_CURRENCY, since without it no amount can be judged; everything
    else that is wrong with the order is among the findings.
    """
    refuse_unknown_currency(order)
    buyer = buyer_of(order, profile)
    situation = _situation(order, profile, buyer)
    mapped = lines_of(order, situation)
    sums = reconcile(order, mapped.lines, mapped.charges)
    parts = _Parts(situation=situation, buyer=buyer, mapped=mapped, sums=sums)
    document = _document(order, profile, parts, on=on)
    found = (*buyer.findings, *mapped.findings, *sums.findings)
    if not any(finding.is_blocking for finding in found):
        found += (*totals.check(document), *legal_findings(document))
    return Draft(document=document, findings=found)


def issued(
    document: Document, *, number: str, issue_date: date, due_date: date | None = None
) -> Document:
    """The draft with its number (BT-1), date (BT-2) and remittance (BT-83).

    ``due_date`` replaces the draft's, for one made on another day; a due date is never before the
    issue date. Raises ``Conflict`` ALREADY_ISSUED and ``InvalidInput`` for an empty number.
    """
    if document.number or document.issue_date:
        raise Conflict("The document was already issued.", code="ALREADY_ISSUED")
    if not number:
        raise InvalidInput("A document needs a number.", params={"field": "number"})
    due = due_date or document.due_date
    payment = document.payment
    if payment and payment.credit_transfers:
        payment = replace(payment, remittance=number)
    return replace(
        document,
        number=number,
        issue_date=issue_date,
        due_date=max(due, issue_date) if due else None,
        payment=payment,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    situation: tax.Situation
    buyer: Buyer
    mapped: Mapped
    sums: Reconciled


def _document(order: Order, profile: DocumentProfile, parts: _Parts, *, on: date) -> Document:
    words, mapped = parts.situation.wording, parts.mapped
    terms = terms_of(order, profile, words, on=on)
    return Document(
        kind=DocumentKind.INVOICE,
        currency=order.currency,
        language=document_language(order.language, profile),
        second_language=profile.second_language,
        tax_name=tax.tax_name(profile.tax, parts.situation.seller),
        prices_include_tax=order.display_gross_prices,
        test_mode=profile.test_mode,
        seller=profile.seller,
        buyer=parts.buyer.party,
        buyer_reference=metadata_text(order, profile.buyer_reference_keys),
        purchase_order_reference=metadata_text(order, profile.purchase_order_keys),
        lines=mapped.lines,
        charges=mapped.charges,
        vat_breakdown=totals.vat_breakdown(mapped.lines, charges=mapped.charges),
        totals=parts.sums.totals,
        prepayments=parts.sums.prepayments,
        delivery=delivery_of(order, profile, words),
        due_date=terms.due_date,
        payment_terms=terms.text,
        payment=terms.payment,
        notes=_notes(order, profile, words),
        order=_order_reference(order, profile),
        presentation=profile.presentation,
    )


def _situation(order: Order, profile: DocumentProfile, buyer: Buyer) -> tax.Situation:
    seller = profile.seller.address
    country = profile.tax.country or seller.country
    home = profile.tax.territory or territory(country, seller.postal_code)
    billing = _place(order.billing_address)
    return tax.Situation(
        profile=profile.tax,
        seller=home,
        destination=_place(order.shipping_address) or billing,
        buyer=billing,
        buyer_vat_id=buyer.vat_id,
        exempt=order.tax_exemption,
        wording=wording(document_language(order.language, profile)),
    )


def _place(address: OrderAddress | None) -> str:
    return territory(address.country, address.postal_code) if address else ""


def _notes(order: Order, profile: DocumentProfile, words: Wording) -> tuple[Note, ...]:
    # An order's discount is inside its line totals already (taking it off again would count it
    # twice), so that it can only be told.
    told = [
        words.order_discount.format(
            name=discount.name or discount.reason or order.voucher_code or words.discount,
            amount=words.money(discount.total, order.currency),
        )
        for discount in order.discounts
        if discount.total > 0
    ]
    return tuple(Note(text=text) for text in (*told, *profile.notes) if text)


def _order_reference(order: Order, profile: DocumentProfile) -> OrderReference:
    return OrderReference(
        id=order.id,
        number=order.number,
        created=local_date(order.created, profile.timezone),
        channel=order.channel,
        customer_id=order.customer.id if order.customer else "",
        customer_email=order.email or (order.customer.email if order.customer else ""),
    )


def document_language(code: str, profile: DocumentProfile) -> str:
    """The language of documents that a code of Saleor, or BCP 47, asks for; else the default."""
    wanted = code.strip().lower().replace("_", "-")
    supported = {language.lower(): language for language in profile.languages}
    found = supported.get(wanted) or supported.get(wanted.split("-")[0])
    return found or profile.default_language


def refuse_unknown_currency(order: Order) -> None:
    """Raise ``CannotIssue`` UNKNOWN_CURRENCY where no amount of the order can be judged."""
    try:
        money.exponent(order.currency)
    except InvalidInput as error:
        raise CannotIssue(
            f"Order {order.number} is in {order.currency!r}, which is no known currency.",
            code="UNKNOWN_CURRENCY",
            params={
                "currency": order.currency,
                "remedy": "Use a channel whose currency has an ISO 4217 code.",
            },
        ) from error
