"""A customer pays: once, exactly, and the order in Saleor shows it."""

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import HistoryEntry, Movement
from saleor_invoices.payments.models import CustomerPayment, ProviderEndpoint
from tests.api.counter import code, identity
from tests.payments.purse import CANCEL, CHECK, OPTIONS, STATUS, Purse, balance, intent, state


def test_a_customer_pays_all_that_is_due(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    assert (shown["state"], shown["provider"], shown["amount"]["amount"]) == (
        "OPEN",
        "STRIPE",
        "138.17",
    )
    assert shown["stripe"]["scriptUrl"].endswith("/v3/")
    purse.pay(shown)
    purse.settle()
    assert (state(invoice), balance(invoice)) == ("paid", 0)
    assert purse.status(shown) == "SUCCEEDED"
    assert purse.shop.charged("order-1001") == 138.17
    row = Movement.objects.get(source="stripe")
    assert row.order is not None
    assert (row.amount_minor, row.reference, row.order.number) == (13817, intent(shown), "1001")
    assert "visa" in row.method
    events = HistoryEntry.objects.filter(document=invoice).values_list("event", flat=True)
    assert {"payment_opened", "payment_received", "money_reported"} <= set(events)
    purse.verify()


def test_our_own_money_is_not_counted_when_saleor_tells_of_it(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.pay(purse.opened(invoice))
    purse.settle()
    purse.tell()
    purse.tell()
    assert purse.charges() == [13817]
    assert Movement.objects.filter(order__order_id="order-1001").count() == 1
    assert (state(invoice), balance(invoice)) == ("paid", 0)
    purse.verify()


def test_a_part_is_paid_and_then_the_rest(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.pay(purse.opened(invoice, amount="38.17", key="a"))
    purse.settle()
    assert (state(invoice), balance(invoice)) == ("partially_paid", 10000)
    purse.pay(purse.opened(invoice, key="b"))
    purse.settle()
    assert (state(invoice), balance(invoice)) == ("paid", 0)
    assert purse.charges() == [3817, 10000]
    assert purse.shop.charged("order-1001") == 138.17
    purse.verify()


def test_several_invoices_in_one_payment(purse: Purse) -> None:
    first, second = purse.invoice(1001), purse.invoice(1002)
    shown = purse.opened(first, second, amount="200.00")
    purse.pay(shown)
    purse.settle()
    assert {balance(first), balance(second)} == {0, 2 * 13817 - 20000}
    assert sum(purse.charges()) == 20000
    assert {purse.shop.charged("order-1001"), purse.shop.charged("order-1002")} == {138.17, 61.83}
    purse.verify()


def test_the_same_wish_is_one_payment(purse: Purse) -> None:
    invoice = purse.invoice()
    first, again = purse.opened(invoice, key="one"), purse.opened(invoice, key="one")
    other_tab = purse.opened(invoice, key="two")
    assert first["id"] == again["id"] == other_tab["id"]
    assert intent(first) == intent(again) == intent(other_tab)
    assert CustomerPayment.objects.count() == 1
    assert code(purse.create(invoice, key="one", amount="5.00")) == "IDEMPOTENCY_KEY_REUSED"


def test_a_guest_pays_by_the_invoices_link(purse: Purse) -> None:
    from saleor_invoices.invoices.models import SalesDocument

    invoice = SalesDocument.objects.get(order_number="900")
    shown = purse.opened(invoice, who="guest")
    purse.pay(shown)
    purse.settle()
    assert state(invoice) == "paid"
    assert purse.status(shown, "guest") == "SUCCEEDED"
    other = purse.invoice()
    assert code(purse.create(other, who="guest")) == "NOT_FOUND"


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        ("conny", "NOT_FOUND"),
        ("alice", "PERMISSION_DENIED"),
        ("reader", "PERMISSION_DENIED"),
        ("nobody", "UNAUTHENTICATED"),
    ],
)
def test_nobody_else_pays(purse: Purse, who: str, wanted: str) -> None:
    invoice = purse.invoice()
    assert code(purse.create(invoice, who=who)) == wanted
    assert not CustomerPayment.objects.exists()


def test_a_strangers_payment_is_not_there(purse: Purse) -> None:
    shown = purse.opened(purse.invoice())
    for who in ("conny", "guest"):
        assert purse.call(STATUS, shown, who)["data"]["invoicePaymentStatus"] is None
        for verb in (CHECK, CANCEL):
            assert code(purse.call(verb, shown, who)) == "NOT_FOUND"
    staff = purse.call(STATUS, shown, "alice")["data"]["invoicePaymentStatus"]
    assert (staff["state"], staff["stripe"]) == ("OPEN", None)
    unknown = {"id": global_id("InvoicePayment", "00000000-0000-0000-0000-000000000000")}
    assert purse.call(STATUS, unknown)["data"]["invoicePaymentStatus"] is None


def test_amounts_that_cant_be_paid(purse: Purse) -> None:
    invoice = purse.invoice()
    for amount, wanted in (
        ("138.18", "AMOUNT_TOO_LARGE"),
        ("0.49", "AMOUNT_TOO_SMALL"),
        ("0", "PAYMENT_INVALID"),
        ("-5", "PAYMENT_INVALID"),
        ("1.005", "PAYMENT_INVALID"),
    ):
        assert code(purse.create(invoice, amount=amount)) == wanted
    assert code(purse.create()) == "PAYMENT_INVALID"
    assert not CustomerPayment.objects.exists()


def test_what_is_offered_and_why_not(purse: Purse) -> None:
    invoice = purse.invoice()

    def options() -> dict[str, object]:
        ids = [identity(invoice)]
        answer = purse.ask(OPTIONS, purse.counter.people["charlie"], ids=ids)
        found: dict[str, object] = answer["data"]["invoicePaymentOptions"]
        return found

    found = options()
    assert (found["provider"], found["refusal"], found["partial"]) == ("STRIPE", "", True)
    assert (found["total"], found["minimum"]) == ({"amount": "138.17"}, {"amount": "0.50"})
    purse.keys("sk_test_" + "a" * 24, "pk_test_" + "a" * 24)
    assert (options()["provider"], options()["refusal"]) == (None, "TEST_MODE_DIFFERS")
    assert code(purse.create(invoice)) == "TEST_MODE_DIFFERS"
    purse.keys("", "")
    assert options()["refusal"] == "PAYMENT_NOT_OFFERED"
    purse.keys()
    purse.pay(purse.opened(invoice))
    purse.settle()
    assert options()["refusal"] == "NOTHING_DUE"


def test_an_address_outside_wins(purse: Purse) -> None:
    invoice = purse.invoice()
    text = "mutation ($id: ID!, $url: String!) { invoicePaymentUrlSet(id: $id, url: $url) { id } }"
    people = purse.counter.people

    def put(url: str, who: str = "alice") -> dict[str, object]:
        return purse.ask(text, people[who], id=identity(invoice), url=url)

    assert code(put("http://pay.example.com/1")) == "URL_INVALID"
    assert code(put("javascript:alert(1)")) == "URL_INVALID"
    assert code(put("https://pay.example.com/1", "charlie")) == "PERMISSION_DENIED"
    assert "errors" not in put("https://pay.example.com/1")
    answer = purse.ask(OPTIONS, people["charlie"], ids=[identity(invoice)])
    found = answer["data"]["invoicePaymentOptions"]
    assert (found["externalUrl"], found["refusal"]) == (
        "https://pay.example.com/1",
        "PAYMENT_ELSEWHERE",
    )
    assert code(purse.create(invoice)) == "PAYMENT_ELSEWHERE"
    assert "errors" not in put("")
    purse.opened(invoice)


def test_a_saved_method_pays_with_one_click(purse: Purse) -> None:
    first, second = purse.invoice(1001), purse.invoice(1002)
    purse.pay(purse.opened(first, save=True))
    purse.settle()
    answer = purse.ask(OPTIONS, purse.counter.people["charlie"], ids=[identity(second)])
    (method,) = answer["data"]["invoicePaymentOptions"]["savedMethods"]
    assert (method["brand"], method["last4"]) == ("visa", "4242")
    shown = purse.opened(second, key="saved", saved=method["id"])
    purse.pay(shown, payment_method=method["id"])
    purse.settle()
    assert state(second) == "paid"
    third = purse.invoice(1003)
    assert code(purse.create(third, key="x", saved="pm_of_somebody")) == "PAYMENT_INVALID"


def test_the_endpoint_is_made_once_for_each_set_of_keys(purse: Purse) -> None:
    purse.keys()
    (row,) = ProviderEndpoint.objects.all()
    assert row.secret.startswith("whsec_")
    purse.keys("sk_test_" + "a" * 24, "pk_test_" + "a" * 24)
    assert ProviderEndpoint.objects.filter(retired_at=None).count() == 1
    assert ProviderEndpoint.objects.count() == 2
