"""Nobody pays for an order twice: imports that are linked to it are asked for once."""

from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.imports import reading
from saleor_invoices.invoices.models import Allocation, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.external_link import external_attach
from saleor_invoices.invoices.services.external_pay import external_pay
from saleor_invoices.payments.models import PaymentAddress
from saleor_invoices.saleor.matches import OrderMatch
from tests.api.counter import CUSTOMER, code, identity
from tests.imports.files import find_lines
from tests.imports.linked import bring, document, found, stands
from tests.payments.purse import CHECK, GATEWAY, OPTIONS, PROCESS, Purse

PAID = ("paid", 11900, 0)
SUCCESS = {"event": {"type": "CHARGE_SUCCESS", "includePspReference": True}}


@pytest.fixture
def linked(purse: Purse, monkeypatch: pytest.MonkeyPatch) -> SalesDocument:
    """An open import of 119.00, linked to an order that Saleor has not told of."""
    monkeypatch.setattr(reading, "reader_of", find_lines)
    order(purse)
    bring(purse.counter.entity)
    with purse.desk.capture(execute=True):
        attach(purse, 1)
    return document(1)


def order(purse: Purse, gross: float = 119.0) -> None:
    """An unpaid order in Saleor."""
    purse.counter.order(1001, paid=False)
    purse.shop.orders["order-1001"]["total"]["gross"]["amount"] = gross


def attach(purse: Purse, name: int) -> None:
    """The import is linked to the order."""
    row = purse.shop.orders["order-1001"]
    external_attach(
        reference=found(name),
        order=OrderMatch(
            id=row["id"], number=row["number"], created=row["created"], status="UNFULFILLED",
            channel=row["channel"]["slug"], currency="EUR", total=Decimal("119.00"),
            customer_id=CUSTOMER,
            email="buyer@example.com",
        ),
        actor="app",
    )  # fmt: skip


def charged(purse: Purse, amount: float) -> None:
    """The customer paid the order in the shop, and Saleor tells."""
    purse.shop.orders["order-1001"]["totalCharged"] = {"amount": amount}
    purse.tell()


def tells(*paid: tuple[str, str]) -> None:
    """The source says what was paid."""
    bring(document(1).legal_entity, 1, *paid)


def offered(purse: Purse) -> dict[str, Any]:
    """What the customer's page may offer."""
    people = purse.counter.people["charlie"]
    answer = purse.ask(OPTIONS, people, ids=[identity(document(1))])
    options: dict[str, Any] = answer["data"]["invoicePaymentOptions"]
    return options


def test_an_order_that_was_paid_before_is_asked_about_when_it_is_linked(
    purse: Purse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "reader_of", find_lines)
    order(purse)
    purse.shop.orders["order-1001"]["totalCharged"] = {"amount": 119.0}
    bring(purse.counter.entity)
    with purse.desk.capture(execute=True):
        attach(purse, 1)
    purse.desk.work()
    assert stands() == PAID
    assert code(purse.create(document(1))) == "NOTHING_DUE"


def test_a_settled_import_asks_saleor_nothing(
    purse: Purse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "reader_of", find_lines)
    order(purse)
    bring(purse.counter.entity, 1, ("erp-1", "119.00"))
    with purse.desk.capture(execute=True):
        attach(purse, 1)
    purse.desk.work()
    assert OrderRecord.objects.get(order_id="order-1001").seen_issued_at is None


def test_paid_in_the_shop_while_the_page_is_open(purse: Purse, linked: SalesDocument) -> None:
    shown = purse.opened(linked)
    charged(purse, 119.0)
    assert stands() == PAID
    assert purse.row(shown).state == "canceled"
    assert code(purse.create(linked, key="again")) == "NOTHING_DUE"


def test_paid_here_by_stripe_and_told_by_both_counts_once(
    purse: Purse, linked: SalesDocument
) -> None:
    purse.pay(purse.opened(linked))
    purse.settle()
    assert stands() == PAID
    assert purse.shop.charged("order-1001") == 119.0  # reported as a transaction of ours
    purse.tell()
    assert stands() == PAID
    tells(("erp-1", "119.00"))
    assert stands() == PAID
    purse.tell()
    assert stands() == PAID
    purse.verify()


def test_the_rest_is_paid_here(purse: Purse, linked: SalesDocument) -> None:
    """Both tell of 50.00; the customer pays the rest by Stripe; then the source tells of that."""
    tells(("erp-1", "50.00"))
    charged(purse, 50.0)
    assert offered(purse)["total"]["amount"] == "69.00"
    purse.pay(purse.opened(linked))
    purse.settle()
    assert stands() == PAID
    tells(("erp-1", "50.00"), ("erp-2", "69.00"))
    purse.tell()
    assert stands() == PAID
    purse.verify()


def test_a_refund_by_stripe_is_seen_on_the_import(purse: Purse, linked: SalesDocument) -> None:
    purse.pay(purse.opened(linked))
    purse.settle()
    answer = purse.refund(linked, "19.00")
    assert "errors" not in answer, answer
    purse.settle()
    purse.tell()
    assert stands() == ("partially_refunded", 10000, 0)
    tells(("erp-1", "119.00"), ("erp-2", "-19.00"))
    assert stands() == ("partially_refunded", 10000, 0)
    purse.verify()


def test_the_rest_of_what_the_bank_got_is_paid_by_saleors_app(
    purse: Purse, linked: SalesDocument
) -> None:
    """Only the source knows of 50.00; what the page then took is not that money."""
    purse.configure(payment_provider="saleor_app", payment_app=GATEWAY)
    tells(("bank-1", "50.00"))
    shown = purse.opened(linked)
    assert shown["amount"]["amount"] == "69.00"
    done = purse.call(PROCESS, shown, data=SUCCESS)
    assert done["data"]["invoicePaymentProcess"]["state"] == "SUCCEEDED"
    purse.tell()
    assert stands() == PAID
    assert Allocation.objects.filter(document=linked, movement__source="saleor").count() == 1
    purse.tell()
    tells(("bank-1", "50.00"), ("card-1", "69.00"))
    assert stands() == PAID
    external_pay(document=document(1), payments=[], settled=True, payment_url=None, actor="key:erp")
    assert stands() == PAID


def test_nobody_is_asked_for_more_than_is_open_on_the_order(
    purse: Purse, linked: SalesDocument
) -> None:
    """A second invoice of an order that was paid: its source may want it, nobody pays it here."""
    bring(purse.counter.entity, 2, issueDate="2026-03-01")
    with purse.desk.capture(execute=True):
        attach(purse, 2)
    charged(purse, 100.0)
    assert stands(2) == ("partially_paid", 10000, 1900)
    assert stands() == ("unpaid", 0, 11900)
    assert offered(purse)["total"]["amount"] == "19.00"
    both = purse.opened(document(1), document(2))
    assert [one["invoice"]["number"] for one in both["parts"]] == ["R-2"]
    alone = purse.opened(document(1), key="alone")
    assert [one["amount"]["amount"] for one in (both, alone)] == ["19.00", "19.00"]
    charged(purse, 119.0)
    assert (stands(2), stands()) == (PAID, ("unpaid", 0, 11900))
    assert (offered(purse)["refusal"], offered(purse)["total"]["amount"]) == ("ORDER_PAID", "0.00")
    assert code(purse.create(linked, key="again")) == "ORDER_PAID"
    assert purse.row(both).state == "canceled"
    assert code(purse.call(CHECK, alone)) == "INVOICE_PAID"


def test_the_page_of_its_source_is_not_offered_either(purse: Purse, linked: SalesDocument) -> None:
    PaymentAddress.objects.create(document=linked, url="https://pay.example.com", set_by="erp")
    assert offered(purse)["refusal"] == "PAYMENT_ELSEWHERE"
    bring(purse.counter.entity, 2, issueDate="2026-03-01")
    attach(purse, 2)
    charged(purse, 119.0)
    assert offered(purse)["refusal"] == "ORDER_PAID"


MONEY = """query ($id: ID!) { salesInvoice(id: $id) { charged { amount } held { amount }
  balance { amount } external { orderMoney { amount } } } }"""


def test_staff_see_what_was_paid_on_the_order(purse: Purse, linked: SalesDocument) -> None:
    def shown() -> dict[str, Any]:
        answer = purse.ask(MONEY, purse.counter.people["alice"], id=identity(linked))
        found: dict[str, Any] = answer["data"]["salesInvoice"]
        return found

    nothing, all_of_it = {"amount": "0.00"}, {"amount": "119.00"}
    assert shown() == {
        "charged": nothing, "held": nothing, "balance": all_of_it, "external": {"orderMoney": None},
    }  # fmt: skip
    charged(purse, 119.0)
    assert shown() == {
        "charged": all_of_it, "held": all_of_it, "balance": nothing,
        "external": {"orderMoney": all_of_it},
    }  # fmt: skip
