"""Looking before issuing: every finding about an order, where to mend it, and nothing written."""

from typing import Any

import pytest

from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity
from tests.api.test_corrections import VOID
from tests.invoices.shop import money

CHECK = """query ($id: ID!) { invoiceCheck(orderId: $id) { canBeIssued total { amount currency }
  existing { number } findings { code rule severity message remedy place } } }"""


@pytest.mark.parametrize("who", ["alice", "erp"])
def test_an_order_that_is_ready(ask: Ask, counter: Counter, who: str) -> None:
    before = everything()
    check = ask(CHECK, counter.people[who], id=counter.order())["data"]["invoiceCheck"]
    assert (check["canBeIssued"], check["existing"]) == (True, None)
    assert check["total"] == {"amount": "138.17", "currency": "EUR"}
    assert all(found["severity"] == "WARNING" for found in check["findings"])
    assert everything() == before


def test_an_order_that_has_its_invoice_until_it_is_voided(ask: Ask, counter: Counter) -> None:
    invoice = counter.invoice()
    alice = counter.people["alice"]
    check = ask(CHECK, alice, id="order-1001")["data"]["invoiceCheck"]
    assert check["existing"] == {"number": invoice.number}
    ask(VOID, alice, id=identity(invoice))
    assert ask(CHECK, alice, id="order-1001")["data"]["invoiceCheck"]["existing"] is None


@pytest.mark.parametrize(
    ("setting", "changes", "expected", "place"),
    [
        ({"legal_entity": "gone"}, {}, "LEGAL_ENTITY_MISSING", "settings:legal_entity"),
        ({"enabled": False}, {}, "CHANNEL_DISABLED", "settings:enabled"),
        ({}, {"status": "UNCONFIRMED"}, "ORDER_NOT_CONFIRMED", "order"),
        (
            {},
            {"billingAddress": None, "shippingAddress": None},
            "BILLING_ADDRESS_MISSING",
            "order:billing_address",
        ),
        ({}, {"shippingPrice": {"net": money(1), "gross": money(2)}}, "TOTALS_DIFFER", "order"),
    ],
)
def test_what_stops_an_order_is_said_with_where_to_mend_it(
    ask: Ask,
    counter: Counter,
    setting: dict[str, Any],
    changes: dict[str, Any],
    expected: str,
    place: str,
) -> None:
    for key, value in setting.items():
        SettingValue.objects.create(
            installation=counter.store, channel="europe", key=key, value=value
        )
    order_id = counter.order(**changes)
    check = ask(CHECK, counter.people["alice"], id=order_id)["data"]["invoiceCheck"]
    assert not check["canBeIssued"]
    stopping = [found for found in check["findings"] if found["severity"] == "BLOCKING"]
    assert {(found["code"], found["place"]) for found in stopping} == {(expected, place)}
    assert stopping[0]["message"]
    assert stopping[0]["remedy"]


def test_an_order_that_saleor_does_not_have(ask: Ask, counter: Counter) -> None:
    for order_id in ("", "order-404", "é" * 500):
        assert code(ask(CHECK, counter.people["alice"], id=order_id)) == "NOT_FOUND"
    counter.shop.is_down = True
    assert code(ask(CHECK, counter.people["alice"], id="order-900")) == "UNREACHABLE"


def test_it_is_refused_to(ask: Ask, counter: Counter) -> None:
    order_id, asked = counter.order(), len(counter.shop.calls)
    denied_to = {**REFUSED, "teller": "PERMISSION_DENIED", "stella": "NOT_FOUND"}
    for who, expected in denied_to.items():
        assert (who, code(ask(CHECK, counter.people[who], id=order_id))) == (who, expected)
    assert len(counter.shop.calls) == asked
