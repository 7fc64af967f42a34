"""When an order becomes an invoice by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from saleor_invoices.domain.order import ChargeState, OrderAddress
from saleor_invoices.domain.policy import NEVER_BY_ITSELF, buyer_kind, is_due, issue_policy
from saleor_invoices.domain.profile import BuyerKind, IssuePolicy, IssueRule
from tests.domain.builders import BERLIN, amount, order, profile, shipped

PERSON = replace(BERLIN, company_name="", first_name="Sample", last_name="Buyer")
PAID = ChargeState(charged=amount("119.00").net, is_paid=True)


@pytest.mark.parametrize(
    ("billing", "metadata", "kind"),
    [
        (BERLIN, {}, BuyerKind.BUSINESS),
        (PERSON, {}, BuyerKind.PRIVATE),
        (replace(PERSON, company_name="  "), {}, BuyerKind.PRIVATE),
        (PERSON, {"vat_id": "DE136695976"}, BuyerKind.BUSINESS),
        (PERSON, {"vat_id": "DE 136 695 976"}, BuyerKind.BUSINESS),
        (PERSON, {"vat_id": "DE1"}, BuyerKind.PRIVATE),  # as on the document: it is none
        (PERSON, {"vat_id": "-"}, BuyerKind.PRIVATE),
        (None, {"vat_id": "DE136695976"}, BuyerKind.PRIVATE),
    ],
)
def test_a_company_name_or_a_vat_id_makes_a_business(
    billing: OrderAddress | None, metadata: dict[str, str], kind: BuyerKind
) -> None:
    placed = order(billing_address=billing, shipping_address=BERLIN, metadata=metadata)
    assert buyer_kind(placed, profile()) is kind


FULFILLED, PAID_FIRST = IssuePolicy.FULFILLED, IssuePolicy.FULLY_PAID
GERMAN_BUSINESS = IssueRule(policy=FULFILLED, buyer=BuyerKind.BUSINESS, countries=("DE", "AT"))
ANY_PRIVATE = IssueRule(policy=PAID_FIRST, buyer=BuyerKind.PRIVATE)


@pytest.mark.parametrize(
    ("rules", "kind", "policy"),
    [
        ((), BuyerKind.BUSINESS, IssuePolicy.ON_REQUEST),
        ((GERMAN_BUSINESS,), BuyerKind.BUSINESS, FULFILLED),
        ((GERMAN_BUSINESS,), BuyerKind.PRIVATE, IssuePolicy.ON_REQUEST),
        ((GERMAN_BUSINESS, ANY_PRIVATE), BuyerKind.PRIVATE, PAID_FIRST),
        ((IssueRule(policy=PAID_FIRST), GERMAN_BUSINESS), BuyerKind.BUSINESS, PAID_FIRST),
        ((IssueRule(policy=PAID_FIRST, countries=("PL",)),), BuyerKind.BUSINESS, "on_request"),
    ],
)
def test_the_first_rule_that_fits_decides(
    rules: tuple[IssueRule, ...], kind: BuyerKind, policy: str
) -> None:
    found = issue_policy(order(), default=IssuePolicy.ON_REQUEST, rules=rules, kind=kind)
    assert found == policy


@pytest.mark.parametrize(
    ("billing", "shipping", "fits"),
    [
        ("PL", "DE", True),
        ("pl", "DE", True),
        ("DE", "PL", False),
        ("", "PL", True),
        (None, "PL", True),
        (None, None, False),
    ],
)
def test_the_country_is_that_of_the_billing_address(
    billing: str | None, shipping: str | None, fits: bool
) -> None:
    def address(country: str | None) -> OrderAddress | None:
        return None if country is None else replace(BERLIN, country=country)

    placed = order(billing_address=address(billing), shipping_address=address(shipping))
    rules = (IssueRule(policy=PAID_FIRST, countries=("PL",)),)
    found = issue_policy(placed, default=FULFILLED, rules=rules, kind=BuyerKind.PRIVATE)
    assert (found is PAID_FIRST) is fits


@pytest.mark.parametrize(
    ("policy", "values", "due"),
    [
        ("on_request", {"charge": PAID, "status": "FULFILLED"}, False),
        ("confirmed", {}, True),
        ("fully_paid", {}, False),
        ("fully_paid", {"charge": PAID}, True),
        ("fully_paid", {"charge": ChargeState(refunded=amount("119.00").net)}, True),
        ("fulfilled", {"status": "PARTIALLY_FULFILLED"}, False),
        ("fulfilled", {"status": "FULFILLED"}, True),
        ("fulfilled", {"status": "RETURNED"}, True),
        ("per_fulfillment", {}, False),
        ("per_fulfillment", {"fulfillments": (shipped("WAITING_FOR_APPROVAL"),)}, False),
        ("per_fulfillment", {"fulfillments": (shipped("CANCELED"), shipped())}, True),
    ],
)
def test_the_orders_state_decides(policy: str, values: dict[str, Any], due: bool) -> None:
    assert is_due(order(**values), IssuePolicy(policy)) is due


@pytest.mark.parametrize("status", sorted(NEVER_BY_ITSELF))
@pytest.mark.parametrize("policy", list(IssuePolicy))
def test_some_orders_never_become_an_invoice_by_themselves(
    status: str, policy: IssuePolicy
) -> None:
    placed = order(status=status, charge=PAID, fulfillments=(shipped(),))
    assert not is_due(placed, policy)


@pytest.mark.parametrize(
    ("not_before", "timezone", "due"),
    [
        (date(2026, 11, 20), "UTC", True),
        (date(2026, 11, 21), "UTC", False),
        (date(2026, 11, 21), "Europe/Berlin", True),  # it was placed after midnight there
        (date(2026, 11, 22), "Europe/Berlin", False),
        (None, "Europe/Berlin", True),
    ],
)
def test_orders_of_an_earlier_day_are_left_alone(
    not_before: date | None, timezone: str, due: bool
) -> None:
    placed = order(created=datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    assert is_due(placed, IssuePolicy.CONFIRMED, not_before, timezone=timezone) is due
