"""Whatever fails in between, the money is booked once and the order shows it once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.tasks import sweep as inbox_sweep
from saleor_invoices.invoices.models import Movement, MovementReport, Problem
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.invoices.tasks import sweep as invoices_sweep
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.services import payment_settle
from saleor_invoices.payments.services.payment_watch import payments_sweep
from saleor_invoices.payments.services.reconcile import reconcile
from tests.api.counter import code, identity
from tests.payments.purse import CANCEL, CHECK, Purse, balance, intent, state

CREDIT = """mutation ($id: ID!) { creditNoteCreate(invoiceId: $id, input: {everything: true},
  idempotencyKey: "c") { creditNote { number } } }"""


def booked_once(purse: Purse, amount: int = 13817) -> None:
    """In the ledger, in Saleor, and nowhere twice."""
    assert purse.charges() == [amount]
    assert purse.shop.charged("order-1001") == amount / 100
    assert purse.shop.operations.count("transactionCreate") == 1
    purse.verify()


def test_stripe_is_down_when_the_payment_is_opened(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.stand.control("mode", {"down": True})
    assert code(purse.create(invoice)) == "PAYMENT_PROVIDER_DOWN"
    purse.stand.control("mode", {"down": False})
    purse.pay(purse.opened(invoice))
    purse.settle()
    booked_once(purse)


def test_the_answer_is_lost_and_the_event_comes_first(purse: Purse) -> None:
    invoice = purse.invoice()
    path = "/v1/payment_intents"
    purse.stand.control("mode", {"drop_answer_next": 1, "path": path, "method": "POST"})
    assert code(purse.create(invoice)) == "PAYMENT_PROVIDER_DOWN"
    row = CustomerPayment.objects.get()
    assert (row.state, row.provider_id) == ("new", "")
    (made,) = purse.stand.http.get(path, headers=_key()).json()["data"]
    purse.stand.pay(made["id"])
    purse.settle()
    booked_once(purse)
    assert purse.opened(invoice)["state"] == "SUCCEEDED"


def test_stripe_is_down_when_the_event_is_worked_off(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.pay(purse.opened(invoice))
    assert purse.deliver() == [200]
    purse.stand.control("mode", {"down": True, "path": "/v1"})
    purse.desk.work()
    purse.stand.control("mode", {"down": False})
    booked_once(purse)
    assert state(invoice) == "paid"


def test_events_come_twice_late_and_out_of_order(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.pay(shown, number="4000000000000002")  # declined
    purse.pay(shown)
    told = {row["type"]: row["id"] for row in purse.stand.deliveries()}
    assert set(told) >= {"payment_intent.succeeded", "payment_intent.payment_failed"}
    purse.settle(only=[told["payment_intent.succeeded"]], times=2)
    booked_once(purse)
    # A day later, what had failed before it succeeded.
    purse.settle(only=[told["payment_intent.payment_failed"]])
    purse.settle(only=[told["payment_intent.succeeded"]])
    booked_once(purse)
    assert (purse.row(shown).state, state(invoice)) == ("succeeded", "paid")
    kept = Delivery.objects.filter(source="stripe", event="payment_intent.succeeded")
    assert kept.get().received_count == 3


def test_a_declined_card_leaves_the_payment_open(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.pay(shown, number="4000000000000002")
    purse.settle()
    row = purse.row(shown)
    assert (row.state, row.failure_code) == ("open", "generic_decline")
    assert row.failure_message
    purse.pay(shown)
    purse.settle()
    booked_once(purse)


def test_no_event_ever_comes_and_the_customer_looks_on(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.pay(shown)
    CustomerPayment.objects.update(checked_at=None)
    assert purse.status(shown) == "SUCCEEDED"
    purse.desk.work()
    booked_once(purse)
    purse.settle()  # and then it comes
    booked_once(purse)


def test_no_event_ever_comes_and_the_tab_was_closed(purse: Purse) -> None:
    purse.pay(purse.opened(purse.invoice()))
    CustomerPayment.objects.update(created_at=timezone.now() - timedelta(hours=1), checked_at=None)
    assert payments_sweep() == 1
    invoices_sweep()
    purse.desk.work()
    booked_once(purse)


def test_no_event_ever_comes_and_the_night_finds_it(purse: Purse) -> None:
    purse.pay(purse.opened(purse.invoice()))
    report = reconcile(installation=purse.counter.store)
    assert (report.payments, dict(report.booked), report.differences) == (1, {"payment": 1}, [])
    invoices_sweep()
    purse.desk.work()
    booked_once(purse)
    assert not reconcile(installation=purse.counter.store).booked["payment"]


def test_a_payment_under_way_is_waited_for(purse: Purse) -> None:
    """A bank debit takes days: nobody else may pay meanwhile."""
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.pay(shown, iban="DE89370400440532013000")
    purse.settle()
    assert purse.row(shown).state == "processing"
    assert (state(invoice), purse.charges()) == ("unpaid", [])
    assert code(purse.create(invoice, key="other")) == "PAYMENT_PENDING"
    purse.stand.control(f"payment_intents/{intent(shown)}/settle", {"outcome": "succeeded"})
    purse.settle()
    booked_once(purse)


def test_two_tabs_pay_one_payment(purse: Purse) -> None:
    invoice = purse.invoice()
    first, second = purse.opened(invoice, key="a"), purse.opened(invoice, key="b")
    purse.pay(first)
    CustomerPayment.objects.update(checked_at=None)
    answer = purse.call(CHECK, second)["data"]["invoicePaymentCheck"]
    assert (answer["state"], answer["stripe"]) == ("SUCCEEDED", None)
    assert purse.pay(second)["error"]["code"] == "payment_intent_unexpected_state"
    purse.settle()
    booked_once(purse)


def test_two_people_pay_one_invoice(purse: Purse) -> None:
    """Different amounts, so different payments: the second is told before it is charged."""
    invoice = purse.invoice()
    first, second = purse.opened(invoice, key="a"), purse.opened(invoice, key="b", amount="100.00")
    assert intent(first) != intent(second)
    purse.pay(first)
    CustomerPayment.objects.update(checked_at=None)
    assert code(purse.call(CHECK, second)) == "INVOICE_PAID"
    row = purse.row(second)
    assert (row.state, row.failure_code) == ("canceled", "PAID_ELSEWHERE")
    assert "error" in purse.pay(second)
    purse.settle()
    booked_once(purse)


def test_both_are_charged_all_the_same_and_the_surplus_shows(purse: Purse) -> None:
    invoice = purse.invoice()
    first, second = purse.opened(invoice, key="a"), purse.opened(invoice, key="b", amount="100.00")
    purse.pay(first)
    purse.pay(second)
    purse.settle()
    assert (state(invoice), sorted(purse.charges())) == ("overpaid", [10000, 13817])
    assert purse.shop.charged("order-1001") == 238.17
    purse.verify()
    answer = purse.refund(invoice, "100.00")
    assert answer["data"]["salesPaymentRefund"]["state"] == "DONE"


def test_the_order_is_paid_elsewhere_meanwhile(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.shop.orders["order-1001"].update(
        totalCharged={"amount": 138.17}, isPaid=True, chargeStatus="FULL"
    )
    purse.tell()
    assert (state(invoice), purse.row(shown).state) == ("paid", "canceled")
    assert "error" in purse.pay(shown)
    assert purse.charges() == []


def test_staff_credit_the_invoice_meanwhile(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    with purse.desk.capture(execute=True):
        answer = purse.ask(CREDIT, purse.counter.people["alice"], id=identity(invoice))
    assert "errors" not in answer
    purse.desk.work()
    assert (purse.row(shown).state, purse.charges()) == ("canceled", [])
    assert code(purse.create(invoice, key="again")) == "NOTHING_DUE"
    purse.verify()


def test_a_worker_dies_between_stripes_success_and_the_ledger(
    purse: Purse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row is written and not committed when the worker is killed; the next one takes over."""
    invoice = purse.invoice()
    purse.pay(purse.opened(invoice))
    purse.deliver()

    def killed(**_documents: object) -> None:
        assert purse.charges() == [13817]
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(payment_settle, "payments_follow", killed)
        with pytest.raises(SystemExit):
            purse.desk.work()
    assert (purse.charges(), balance(invoice)) == ([], 13817)
    late = timezone.now() - timedelta(hours=1)  # the lease is over, and nobody has the message
    Delivery.objects.filter(state="pending").update(next_attempt_at=late, queued_at=late)
    inbox_sweep()
    purse.desk.work()
    booked_once(purse)
    assert state(invoice) == "paid"


def test_a_worker_dies_between_the_ledger_and_the_report(purse: Purse) -> None:
    purse.pay(purse.opened(purse.invoice()))
    purse.deliver()
    for message in purse.desk.queued():
        purse.desk.run(message)
    purse.desk.queued()  # the message of the report is lost with the worker
    assert MovementReport.objects.get().state == "pending"
    assert purse.shop.charged("order-1001") == 0
    invoices_sweep()
    purse.desk.work()
    booked_once(purse)


@pytest.mark.parametrize("lost", ["transactionCreate", "transactionEventReport"])
def test_saleors_answer_is_lost(purse: Purse, lost: str) -> None:
    purse.shop.lost_answers.add(lost)
    purse.pay(purse.opened(purse.invoice()))
    purse.settle()
    assert MovementReport.objects.get().state == "pending"
    purse.tell()  # the order is told meanwhile, with our money in it or not
    MovementReport.objects.update(next_attempt_at=None)
    invoices_sweep()
    purse.desk.work()
    purse.tell()
    booked_once(purse)


def test_saleor_refuses_the_report(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.shop.refuses_reports = True
    purse.pay(purse.opened(invoice))
    purse.settle()
    assert state(invoice) == "paid"  # the invoice is right whatever Saleor says
    problem = Problem.objects.get(code="MONEY_REPORT_REFUSED", resolved_at=None)
    assert invoice.number in problem.message
    purse.shop.refuses_reports = False
    problem_retry(problem=problem)
    problem.refresh_from_db()
    assert problem.resolved_at is not None
    booked_once(purse)


def test_forged_and_strange_events(purse: Purse) -> None:
    purse.pay(purse.opened(purse.invoice()))
    (delivery,) = [row["id"] for row in purse.stand.deliveries("payment_intent.succeeded")]
    assert purse.send(delivery, body=b'{"id": "evt_1"}') == 401
    assert purse.send(delivery, headers={"Stripe-Signature": "t=1,v1=00"}) == 401
    body = purse.stand.signed(delivery)["body"].replace("13817", "1")
    assert purse.send(delivery, body=body) == 401
    assert not Delivery.objects.filter(source="stripe").exists()
    assert purse.charges() == []


def test_an_unpaid_payment_is_taken_back_after_a_day(purse: Purse) -> None:
    shown = purse.opened(purse.invoice())
    CustomerPayment.objects.update(created_at=timezone.now() - timedelta(days=2), checked_at=None)
    payments_sweep()
    row = purse.row(shown)
    assert (row.state, row.failure_code) == ("canceled", "EXPIRED")
    assert "error" in purse.pay(shown)


def test_a_customer_takes_a_payment_back(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    answer = purse.call(CANCEL, shown)["data"]["invoicePaymentCancel"]
    assert answer["state"] == "CANCELED"
    purse.pay(purse.opened(invoice, key="again"))
    purse.settle()
    booked_once(purse)


def test_the_store_was_removed_and_the_money_is_booked(purse: Purse) -> None:
    invoice = purse.invoice()
    purse.pay(purse.opened(invoice))
    purse.shop.is_removed = True
    purse.settle()
    assert (state(invoice), balance(invoice)) == ("paid", 0)
    assert Movement.objects.filter(source="stripe").count() == 1
    assert MovementReport.objects.get().state == "pending"


def _key() -> dict[str, str]:
    return {"Authorization": "Bearer sk_live_" + "d" * 24}
