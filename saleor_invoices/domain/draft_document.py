"""From a form to a document: what it would become today, and everything that is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from babel import Locale

from saleor_invoices.domain import tax, totals
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import (
    Contact,
    Delivery,
    Document,
    Identifier,
    Note,
    OrderReference,
    Party,
    PaymentInstructions,
    Prepayment,
    SaleReference,
    Totals,
)
from saleor_invoices.domain.draft_findings import (
    due_date_past,
    missing,
    order_total_differs,
    placed,
    supply_date_missing,
    vat_id_invalid,
    wrong,
)
from saleor_invoices.domain.draft_form import InvoiceForm
from saleor_invoices.domain.draft_lines import Written, written
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.legal import legal_findings
from saleor_invoices.domain.money import ZERO, exponent
from saleor_invoices.domain.order_document import Draft, document_language
from saleor_invoices.domain.order_terms import NOT_DEFINED, Terms, pay_to
from saleor_invoices.domain.profile import DocumentProfile
from saleor_invoices.domain.territories import territory
from saleor_invoices.domain.vat_ids import VatId, VatIdForm, vat_id_parse
from saleor_invoices.domain.wording import Wording, wording

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_COUNTRIES = frozenset(
    str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """What a draft must know of the order that it is to cover."""

    reference: OrderReference
    total: Decimal  # what the order asks for, after gift cards
    currency: str
    prepayments: tuple[Prepayment, ...] = ()  # gift cards
    received: Decimal = ZERO  # money that came in and counts for no document yet
    payment: PaymentInstructions | None = None  # how it was paid, once it was


def document_from_form(
    form: InvoiceForm, profile: DocumentProfile, *, on: date, order: OrderFacts | None = None
) -> Draft:
    """The form's invoice as of the local day ``on``, with findings at its fields.

    Raises ``InvalidInput`` UNKNOWN_CURRENCY, since without it no amount can be judged.
    """
    exponent(form.currency)
    work = _Work(form=form, profile=profile, on=on, order=order)
    vat_id = _vat_id(form)
    content = written(form, _situation(work, vat_id))
    sums = totals.document_totals(
        content.lines,
        allowances=content.allowances,
        charges=content.charges,
        prepaid=sum((part.amount for part in work.prepayments), ZERO),
    )
    document = _document(work, content, sums, _buyer(form, vat_id))
    found = (*_faults(work, sums, vat_id), *content.findings)
    if not any(one.is_blocking for one in found):
        found += tuple(map(placed, (*totals.check(document), *legal_findings(document))))
    return Draft(document=document, findings=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    form: InvoiceForm
    profile: DocumentProfile
    on: date
    order: OrderFacts | None

    @property
    def language(self) -> str:
        return document_language(self.form.language, self.profile)

    @property
    def words(self) -> Wording:
        return wording(self.language)

    @property
    def prepayments(self) -> tuple[Prepayment, ...]:
        return self.order.prepayments if self.order else ()


def _document(work: _Work, content: Written, sums: Totals, buyer: Party) -> Document:
    form, profile = work.form, work.profile
    terms = _terms(work, sums.payable)
    return Document(
        kind=DocumentKind.INVOICE,
        currency=form.currency,
        language=work.language,
        second_language=profile.second_language,
        tax_name=tax.tax_name(profile.tax, _seller_place(profile)),
        prices_include_tax=form.prices_include_tax,
        test_mode=profile.test_mode,
        seller=profile.seller,
        buyer=buyer,
        buyer_reference=form.buyer_reference,
        purchase_order_reference=form.purchase_order,
        lines=content.lines,
        allowances=content.allowances,
        charges=content.charges,
        vat_breakdown=totals.vat_breakdown(
            content.lines, allowances=content.allowances, charges=content.charges
        ),
        totals=sums,
        prepayments=work.prepayments,
        delivery=_delivery(form),
        due_date=terms.due_date,
        payment_terms=terms.text,
        payment=terms.payment,
        notes=tuple(Note(text=text) for text in (*form.notes, *profile.notes) if text.strip()),
        order=work.order.reference if work.order else None,
        sale=None if work.order else _sale(form),
        presentation=profile.presentation,
    )


def _sale(form: InvoiceForm) -> SaleReference:
    return SaleReference(
        channel=form.channel, customer_id=form.customer_id, customer_email=form.customer_email
    )


def _vat_id(form: InvoiceForm) -> VatId | None:
    buyer = form.buyer
    if not any(character.isalnum() for character in buyer.vat_id):
        return None
    address = buyer.address
    return vat_id_parse(buyer.vat_id, country=address.country, postal_code=address.postal_code)


def _is_valid(vat_id: VatId | None) -> bool:
    return vat_id is not None and vat_id.form is VatIdForm.VALID


def _buyer(form: InvoiceForm, vat_id: VatId | None) -> Party:
    given = form.buyer
    # Where no rule for its form is known it is no BT-48, whose prefix BR-CO-09 demands.
    unknown = vat_id is not None and vat_id.form is VatIdForm.UNKNOWN
    contact = Contact(name=given.person, email=form.customer_email)
    return Party(
        name=given.name,
        trading_name=given.trading_name,
        person=given.person,
        vat_id=vat_id.value if vat_id and _is_valid(vat_id) else "",
        identifiers=(Identifier(value=vat_id.value),) if vat_id and unknown else (),
        electronic_address=given.electronic_address,
        address=given.address,
        contact=contact if contact != Contact() else None,
    )


def _seller_place(profile: DocumentProfile) -> str:
    address = profile.seller.address
    country = profile.tax.country or address.country
    return profile.tax.territory or territory(country, address.postal_code)


def _situation(work: _Work, vat_id: VatId | None) -> tax.Situation:
    buyer, goes_to = work.form.buyer.address, work.form.delivery_address
    home = territory(buyer.country, buyer.postal_code)
    return tax.Situation(
        profile=work.profile.tax,
        seller=_seller_place(work.profile),
        destination=territory(goes_to.country, goes_to.postal_code) if goes_to else home,
        buyer=home,
        buyer_vat_id=vat_id if _is_valid(vat_id) else None,
        wording=work.words,
    )


def _delivery(form: InvoiceForm) -> Delivery | None:
    if form.delivery_address is None and form.supply_date is None:
        return None
    return Delivery(address=form.delivery_address, supply_date=form.supply_date)


def _terms(work: _Work, payable: Decimal) -> Terms:
    form, profile, words, order = work.form, work.profile, work.words, work.order
    if payable <= 0:
        text = words.terms_paid if work.prepayments else ""
        return Terms(due_date=None, text=form.payment_terms or text, payment=None)
    if order and order.received >= payable:
        means = order.payment or PaymentInstructions(means_code=NOT_DEFINED)
        return Terms(due_date=None, text=form.payment_terms or words.terms_paid, payment=means)
    days = max(profile.payment_terms_days, 0)
    worded = words.terms.format(days=days) if days else words.terms_at_once
    usual = "" if form.due_date else profile.payment_terms or worded
    return Terms(
        due_date=form.due_date or work.on + timedelta(days=days),
        text=form.payment_terms or usual,
        payment=pay_to(form.currency, profile.bank_accounts),
    )


def _faults(work: _Work, sums: Totals, vat_id: VatId | None) -> Iterator[Finding]:
    form = work.form
    yield from _buyer_faults(form, vat_id)
    yield from _delivery_faults(form)
    if form.due_date and form.due_date < work.on:
        yield due_date_past()
    if not form.lines:
        yield missing("LINES_MISSING", "lines", "The invoice has no lines", "BR-16")
    if sums.gross < 0:
        yield wrong(
            "TOTAL_NEGATIVE",
            "allowances",
            "More is taken off than the lines come to.",
            "Lower the allowances; what is given back is a credit note.",
        )
    if work.order:
        yield from _order_faults(work.order, sums, form)


def _buyer_faults(form: InvoiceForm, vat_id: VatId | None) -> Iterator[Finding]:
    if not form.buyer.name.strip():
        yield missing("BUYER_NAME_MISSING", "buyer.name", "The buyer has no name", "BR-07")
    yield from _country_faults(form.buyer.address.country, "buyer.address.country", "BR-11")
    if vat_id is not None and vat_id.form is VatIdForm.INVALID:
        yield vat_id_invalid(form.buyer.vat_id)
    if form.customer_email and not _EMAIL.fullmatch(form.customer_email):
        yield wrong(
            "EMAIL_INVALID",
            "customerEmail",
            f"{form.customer_email!r} is no e-mail address.",
            "Correct it, or leave it empty; then the invoice is not mailed.",
        )


def _delivery_faults(form: InvoiceForm) -> Iterator[Finding]:
    if form.delivery_address is not None:
        yield from _country_faults(
            form.delivery_address.country, "deliveryAddress.country", "BR-57"
        )
    if form.supply_date is None:
        yield supply_date_missing()


def _country_faults(country: str, place: str, rule: str) -> Iterator[Finding]:
    if not country:
        yield missing("COUNTRY_MISSING", place, "The address has no country", rule)
    elif country not in _COUNTRIES:
        yield wrong(
            "COUNTRY_INVALID",
            place,
            f"{country!r} is no country's code.",
            "Use the two letters of ISO 3166-1, such as DE.",
        )


def _order_faults(order: OrderFacts, sums: Totals, form: InvoiceForm) -> Iterator[Finding]:
    if order.currency != form.currency:
        yield wrong(
            "ORDER_CURRENCY_DIFFERS",
            "currency",
            f"Order {order.reference.number} is in {order.currency}.",
            "Invoice the order in its own currency.",
        )
    elif order.total != sums.payable:
        yield order_total_differs(order.total, sums.payable, form.currency)
