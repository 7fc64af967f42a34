"""Money that goes back, by us, by Stripe's dashboard or by a bank: once, and with what follows."""

from saleor_invoices.invoices.models import Movement, SalesDocument
from saleor_invoices.payments.models import ProviderRefundRequest
from saleor_invoices.payments.services.reconcile import reconcile
from tests.api.counter import code
from tests.payments.purse import Purse, intent, state


def paid(purse: Purse, number: int = 1001) -> tuple[SalesDocument, dict[str, object]]:
    """An invoice that was paid by Stripe, and its payment."""
    invoice = purse.invoice(number)
    shown = purse.opened(invoice, key=f"pay-{number}")
    purse.pay(shown)
    purse.settle()
    return invoice, shown


def moved() -> list[tuple[str, int]]:
    """The ledger's rows of Stripe."""
    rows = Movement.objects.filter(source="stripe").order_by("pk")
    return list(rows.values_list("kind", "amount_minor"))


def test_staff_give_a_part_back(purse: Purse) -> None:
    invoice, _ = paid(purse)
    answer = purse.refund(invoice, "38.17")
    assert answer["data"]["salesPaymentRefund"] == {"state": "DONE", "message": ""}
    again = purse.refund(invoice, "38.17")
    assert again["data"]["salesPaymentRefund"]["state"] == "DONE"
    purse.settle(times=2)
    purse.tell()
    assert moved() == [("charge", 13817), ("refund", -3817)]
    assert state(invoice) in {"partially_refunded", "paid"}
    assert purse.shop.charged("order-1001") == 100.0
    assert purse.shop.orders["order-1001"]["totalRefunded"] == {"amount": 38.17}
    purse.verify()


def test_a_credit_note_follows_a_refund(purse: Purse) -> None:
    invoice, _ = paid(purse)
    purse.refund(invoice, "138.17")
    purse.settle()
    purse.tell()
    (note,) = SalesDocument.objects.filter(kind="credit_note", preceding=invoice)
    assert (note.state, note.gross_minor) == ("issued", 13817)
    purse.verify()


def test_never_more_than_there_is(purse: Purse) -> None:
    invoice, _ = paid(purse)
    assert code(purse.refund(invoice, "138.18")) == "REFUND_INVALID"
    purse.refund(invoice, "100.00", key="a")
    assert code(purse.refund(invoice, "38.18", key="b")) == "REFUND_INVALID"
    assert code(purse.refund(invoice, "50.00", key="a")) == "IDEMPOTENCY_KEY_REUSED"
    for who in ("alice", "teller", "charlie", "stella", "erp", "nobody"):
        assert "errors" in purse.refund(invoice, "1.00", key="c", who=who)
    assert ProviderRefundRequest.objects.count() == 1


def test_stripe_is_down_when_a_refund_is_asked(purse: Purse) -> None:
    invoice, _ = paid(purse)
    down = {"drop_answer_next": 1, "path": "/v1/refunds", "method": "POST"}
    purse.stand.control("mode", down)
    assert code(purse.refund(invoice, "10.00")) == "PAYMENT_PROVIDER_DOWN"
    answer = purse.refund(invoice, "10.00")
    assert answer["data"]["salesPaymentRefund"]["state"] == "DONE"
    purse.settle()
    assert moved() == [("charge", 13817), ("refund", -1000)]
    purse.verify()


def test_somebody_refunds_in_stripes_dashboard(purse: Purse) -> None:
    _, shown = paid(purse)
    purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 5000})
    purse.settle(times=2)
    assert moved() == [("charge", 13817), ("refund", -5000)]
    assert purse.shop.orders["order-1001"]["totalRefunded"] == {"amount": 50.0}
    purse.verify()


def test_the_refund_is_told_before_the_payment(purse: Purse) -> None:
    shown = purse.opened(purse.invoice())
    purse.pay(shown)
    purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 5000})
    told = [row["id"] for row in purse.stand.deliveries()]
    purse.settle(only=reversed(told))
    assert moved() == [("charge", 13817), ("refund", -5000)]
    purse.verify()


def test_a_refund_fails_later(purse: Purse) -> None:
    invoice, shown = paid(purse)
    made = purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 13817})
    purse.settle()
    purse.stand.control(
        f"refunds/{made['id']}", {"status": "failed", "failure_reason": "lost_or_stolen_card"}
    )
    purse.settle(times=2)
    assert moved() == [("charge", 13817), ("refund", -13817), ("refund", 13817)]
    assert purse.shop.charged("order-1001") == 138.17
    purse.verify()
    assert state(invoice) in {"paid", "overpaid"}


def test_a_bank_takes_it_back_and_gives_it_again(purse: Purse) -> None:
    invoice, shown = paid(purse)
    made = purse.stand.control("disputes", {"payment_intent": intent(shown)})
    purse.settle(times=2)
    assert moved() == [("charge", 13817), ("chargeback", -13817)]
    assert state(invoice) == "unpaid"
    assert purse.shop.charged("order-1001") == 0.0
    purse.stand.control(f"disputes/{made['id']}", {"status": "won"})
    purse.settle(times=2)
    assert moved()[-1] == ("chargeback", 13817)
    assert (state(invoice), purse.shop.charged("order-1001")) == ("paid", 138.17)
    purse.verify()


def test_the_night_finds_a_refund_that_nobody_told(purse: Purse) -> None:
    _, shown = paid(purse)
    purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 5000})
    report = reconcile(installation=purse.counter.store)
    assert dict(report.booked) == {"refund": 1}
    assert moved() == [("charge", 13817), ("refund", -5000)]
    purse.settle()
    assert moved() == [("charge", 13817), ("refund", -5000)]


def test_two_invoices_of_one_payment(purse: Purse) -> None:
    first, second = purse.invoice(1001), purse.invoice(1002)
    shown = purse.opened(first, second)
    purse.pay(shown)
    purse.settle()
    purse.refund(second, "100.00")
    purse.settle()
    assert purse.shop.charged("order-1001") == 138.17
    assert purse.shop.charged("order-1002") == 38.17
    purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 17634})
    purse.settle()
    assert sum(amount for _, amount in moved()) == 0
    assert purse.shop.charged("order-1001") == purse.shop.charged("order-1002") == 0.0
    purse.verify()
