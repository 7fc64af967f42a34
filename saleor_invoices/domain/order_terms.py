"""When it was supplied, when it is due, and how it is paid."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from stdnum import iban

from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import CreditTransfer, Delivery, PaymentInstructions
from saleor_invoices.domain.order import Order, OrderPayment
from saleor_invoices.domain.order_parties import postal_address
from saleor_invoices.domain.profile import DocumentProfile
from saleor_invoices.domain.wording import Wording

SEPA_TRANSFER, TRANSFER, CARD, ONLINE, NOT_DEFINED = "58", "30", "48", "68", "1"  # UNTDID 4461
_MANUAL = ("mark-as-paid", "mark as paid", "manual")  # as Saleor's staff record a payment
_GATEWAY_ID = re.compile(r"[\w-]+(\.[\w-]+)+|app:.*")  # of the older payments: not for people


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The payment terms of a document."""

    due_date: date | None
    text: str  # BT-20
    payment: PaymentInstructions | None


def is_paid(order: Order) -> bool:
    """Whether nothing of the order's total is left to pay.

    What was refunded had been paid; Saleor's own ``isPaid`` falls back to false after a refund.
    """
    charge = order.charge
    return charge.is_paid or charge.charged + charge.refunded >= order.total.gross


def delivery_of(order: Order, profile: DocumentProfile, words: Wording) -> Delivery:
    """BG-13 with the supply date, or the wording that stands for it.

    Directive 2006/112/EC, art. 226 no. 7: the date of supply, or of the payment on account where
    that came first. The last fulfilment counts once nothing more is to come.
    """
    address = order.shipping_address
    recipient = (address.company_name or address.person) if address else ""
    day, kind = _supply_date(order, profile)
    return Delivery(
        recipient=recipient,
        address=postal_address(address) if address else None,
        supply_date=day,
        supply_date_kind=kind,
        supply_wording=_supply_wording(day, kind, profile, words),
    )


def terms_of(order: Order, profile: DocumentProfile, words: Wording, *, on: date) -> Terms:
    """Due date, wording and means; ``on`` is the local issue date."""
    if order.total.gross <= 0:
        text = words.terms_paid if _has_price(order) else ""  # by gift cards, or given away
        return Terms(due_date=None, text=text, payment=None)
    if is_paid(order):
        return Terms(due_date=None, text=words.terms_paid, payment=_paid_by(order))
    days = max(profile.payment_terms_days, 0)
    worded = words.terms.format(days=days) if days else words.terms_at_once
    return Terms(
        due_date=on + timedelta(days=days),
        text=profile.payment_terms or worded,
        payment=pay_to(order.currency, profile.bank_accounts),
    )


def _supply_date(order: Order, profile: DocumentProfile) -> tuple[date | None, SupplyDateKind]:
    shipped = [parcel.created for parcel in order.fulfillments if parcel.status == "FULFILLED"]
    if shipped and order.status != "PARTIALLY_FULFILLED":
        return local_date(max(shipped), profile.timezone), SupplyDateKind.DELIVERY
    if is_paid(order) and _has_price(order):
        paid = _paid_at(order)
        day = local_date(paid, profile.timezone) if paid else None
        return day, SupplyDateKind.ADVANCE_PAYMENT
    return None, SupplyDateKind.EXPECTED


def _supply_wording(
    day: date | None, kind: SupplyDateKind, profile: DocumentProfile, words: Wording
) -> str:
    if kind is SupplyDateKind.DELIVERY:
        return ""
    if kind is SupplyDateKind.EXPECTED:
        return words.supply_expected
    if profile.supply_wording:
        return profile.supply_wording
    return words.advance_payment_on.format(date=words.date(day)) if day else words.advance_payment


def _has_price(order: Order) -> bool:
    return order.shipping.price.gross > 0 or any(line.total.gross > 0 for line in order.lines)


def _paid_at(order: Order) -> datetime | None:
    instants = [payment.charged_at for payment in order.payments if payment.charged > 0]
    return max((instant for instant in instants if instant), default=None)


def _paid_by(order: Order) -> PaymentInstructions:
    payments = [payment for payment in order.payments if payment.charged > 0]
    largest = max(payments, key=_charged) if payments else None
    name = largest.name if largest else ""
    if largest is None or not name or name.lower().startswith(_MANUAL):
        return PaymentInstructions(means_code=NOT_DEFINED)
    code = CARD if "card" in name.lower() else ONLINE
    return PaymentInstructions(means_code=code, means_text=payment_name(largest))


def payment_name(payment: OrderPayment) -> str:
    """How it was paid, in words for people; empty where only a gateway's id is known."""
    name = payment.name
    is_for_machines = _GATEWAY_ID.fullmatch(name) or name.lower().startswith(_MANUAL)
    return "" if is_for_machines else name


def _charged(payment: OrderPayment) -> Decimal:
    return payment.charged


def pay_to(currency: str, accounts: tuple[CreditTransfer, ...]) -> PaymentInstructions | None:
    """By transfer to the seller's accounts; None where there are none."""
    if not accounts:
        return None
    sepa = currency == "EUR" and all(iban.is_valid(account.account) for account in accounts)
    return PaymentInstructions(
        means_code=SEPA_TRANSFER if sepa else TRANSFER, credit_transfers=accounts
    )
