"""When an order becomes an invoice by itself: decided by its state, never by an event's name."""

from datetime import date

from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_parties import buyer_of
from saleor_invoices.domain.order_terms import is_paid
from saleor_invoices.domain.profile import BuyerKind, DocumentProfile, IssuePolicy, IssueRule

NEVER_BY_ITSELF = frozenset({"DRAFT", "UNCONFIRMED", "EXPIRED", "CANCELED"})
WHOLLY_SENT = frozenset({"FULFILLED", "RETURNED"})  # what came back whole had been sent whole
SENT = "FULFILLED"  # of a parcel


def buyer_kind(order: Order, profile: DocumentProfile) -> BuyerKind:
    """Who buys: a company name or a VAT id makes a business.

    A VAT id that can't be one makes none, as on the document (BUYER_VAT_ID_INVALID).
    """
    billing = order.billing_address
    party = buyer_of(order, profile).party
    is_business = (billing and billing.company_name.strip()) or party.vat_id or party.identifiers
    return BuyerKind.BUSINESS if is_business else BuyerKind.PRIVATE


def issue_policy(
    order: Order, *, default: IssuePolicy, rules: tuple[IssueRule, ...], kind: BuyerKind
) -> IssuePolicy:
    """The policy of the first rule that fits the buyer, or the default."""
    country = _country(order)
    for rule in rules:
        fits_country = not rule.countries or country in rule.countries
        if fits_country and rule.buyer in (None, kind):
            return rule.policy
    return default


def is_due(
    order: Order,
    policy: IssuePolicy,
    not_before: date | None = None,
    timezone: str = "UTC",
) -> bool:
    """Whether the order's state asks for an invoice under the policy.

    Orders placed before the day ``not_before``, local to ``timezone`` (IANA), never become one by
    themselves: they were invoiced elsewhere. With PER_FULFILLMENT a first parcel is enough.
    """
    if order.status in NEVER_BY_ITSELF:
        return False
    if not_before and local_date(order.created, timezone) < not_before:
        return False
    if policy is IssuePolicy.CONFIRMED:
        return True
    if policy is IssuePolicy.FULLY_PAID:
        return is_paid(order)  # also after a refund, whose event may come before the payment's
    if policy is IssuePolicy.PER_FULFILLMENT:
        return any(parcel.status == SENT for parcel in order.fulfillments)
    return policy is IssuePolicy.FULFILLED and order.status in WHOLLY_SENT


def _country(order: Order) -> str:
    for address in (order.billing_address, order.shipping_address):
        if address and address.country:
            return address.country.upper()
    return ""
