"""Paying through the payment app of the shop's own Saleor: it holds the money and tells of it."""

from typing import Any

import pytest

from saleor_invoices.invoices.models import Movement
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.saleor import payment_apps
from saleor_invoices.saleor.client import SaleorClient
from tests.api.counter import code
from tests.payments.purse import CHECK, GATEWAY, PROCESS, Purse, event_of, item_of, state

DUMMY = GATEWAY
SUCCESS = {"event": {"type": "CHARGE_SUCCESS", "includePspReference": True}}
ACTION = {"event": {"type": "CHARGE_ACTION_REQUIRED", "includePspReference": True}}
FAILURE = {"event": {"type": "CHARGE_FAILURE", "includePspReference": True}}


@pytest.fixture
def app_purse(purse: Purse) -> Purse:
    """The channel has its customers pay by Saleor's payment app."""
    purse.configure(payment_provider="saleor_app", payment_app=DUMMY)
    return purse


def process(purse: Purse, shown: dict[str, Any], data: object) -> dict[str, Any]:
    """The page goes on with the payment."""
    answer = purse.call(PROCESS, shown, data=data)
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["invoicePaymentProcess"]
    return found


def test_an_order_is_paid_by_its_app(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    assert (shown["provider"], shown["stripe"]) == ("SALEOR_APP", None)
    session = shown["saleorApp"]
    assert (session["gateway"], session["transactionId"]) == (DUMMY, None)
    assert session["gatewayData"] == {"publishable": "for the browser"}
    done = process(app_purse, shown, SUCCESS)
    assert done["state"] == "SUCCEEDED"
    app_purse.tell()
    assert state(invoice) == "paid"
    row = Movement.objects.get(order__order_id="order-1001")
    assert (row.source, row.amount_minor) == ("saleor", 13817)
    assert app_purse.shop.made == 0  # Saleor knows: nothing is reported
    app_purse.verify()


def test_the_customer_has_to_do_something_first(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    first = process(app_purse, shown, ACTION)
    assert (first["state"], bool(first["saleorApp"]["transactionId"])) == ("OPEN", True)
    done = process(app_purse, shown, SUCCESS)
    assert done["state"] == "SUCCEEDED"
    assert app_purse.shop.operations.count("transactionInitialize") == 1
    app_purse.tell()
    assert state(invoice) == "paid"


def test_twice_is_once(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    app_purse.shop.lost_answers.add("transactionInitialize")
    shown = app_purse.opened(invoice)
    assert code(app_purse.call(PROCESS, shown, data=SUCCESS)) == "UNREACHABLE"
    assert process(app_purse, shown, SUCCESS)["state"] == "SUCCEEDED"
    assert process(app_purse, shown, SUCCESS)["state"] == "SUCCEEDED"
    assert len(app_purse.shop.orders["order-1001"]["transactions"]) == 1
    app_purse.tell()
    assert state(invoice) == "paid"


def test_a_failure_is_told_and_tried_again(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    failed = process(app_purse, app_purse.opened(invoice), FAILURE)
    assert (failed["state"], failed["failureCode"]) == ("FAILED", "DECLINED")
    again = app_purse.opened(invoice, key="again")
    assert process(app_purse, again, SUCCESS)["state"] == "SUCCEEDED"


def test_one_invoice_of_an_order_at_a_time(app_purse: Purse) -> None:
    first, second = app_purse.invoice(1001), app_purse.invoice(1002)
    assert code(app_purse.create(first, second)) == "ONE_AT_A_TIME"
    assert not CustomerPayment.objects.exists()


def test_the_order_was_paid_before_the_transaction_begins(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    order = app_purse.shop.orders["order-1001"]
    cash = item_of("cash", "Cash", "") | {"chargedAmount": {"amount": 138.17}}
    cash["events"].append(event_of(cash, "CHARGE_SUCCESS", 138.17, "cash-1"))
    order["transactions"].append(cash)
    order.update(totalCharged={"amount": 138.17}, isPaid=True, chargeStatus="FULL")
    app_purse.tell()
    answer = app_purse.call(PROCESS, shown, data=SUCCESS)
    assert answer["data"]["invoicePaymentProcess"]["state"] == "CANCELED"
    assert "transactionInitialize" not in app_purse.shop.operations


def test_an_app_that_is_not_there(app_purse: Purse) -> None:
    app_purse.configure(payment_app="some.other.app")
    assert code(app_purse.create(app_purse.invoice())) == "PAYMENT_APP_MISSING"


def test_saleors_webhook_is_quicker_than_its_answer(
    app_purse: Purse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is told of as paid while the customer's page still waits for the answer."""
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    ask = payment_apps.transaction_initialize

    def slowly(client: SaleorClient, **given: Any) -> payment_apps.AppAnswer:
        answer = ask(client, **given)
        app_purse.tell()
        return answer

    monkeypatch.setattr(payment_apps, "transaction_initialize", slowly)
    assert process(app_purse, shown, SUCCESS)["state"] == "SUCCEEDED"
    assert state(invoice) == "paid"
    assert app_purse.row(shown).failure_code == ""
    history = invoice.history.values_list("event", flat=True)
    assert "payment_canceled" not in history
    app_purse.verify()


def test_the_answer_is_lost_and_the_webhook_tells_of_the_money(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    app_purse.shop.lost_answers.add("transactionInitialize")
    assert code(app_purse.call(PROCESS, shown, data=SUCCESS)) == "UNREACHABLE"
    app_purse.tell()
    assert state(invoice) == "paid"
    assert app_purse.status(shown) == "SUCCEEDED"


def test_an_order_paid_otherwise_does_not_end_what_the_app_has_begun(app_purse: Purse) -> None:
    invoice = app_purse.invoice()
    shown = app_purse.opened(invoice)
    process(app_purse, shown, ACTION)
    order = app_purse.shop.orders["order-1001"]
    cash = item_of("cash", "Cash", "") | {"chargedAmount": {"amount": 138.17}}
    cash["events"].append(event_of(cash, "CHARGE_SUCCESS", 138.17, "cash-1"))
    order["transactions"].append(cash)
    order.update(totalCharged={"amount": 138.17}, isPaid=True, chargeStatus="FULL")
    app_purse.tell()
    assert state(invoice) == "paid"
    assert app_purse.status(shown) == "OPEN"  # what the customer confirms now, Saleor is told
    assert code(app_purse.call(CHECK, shown)) == "INVOICE_PAID"
