"""A customer is led to their bank: what it decides is booked, whoever comes back."""

from typing import Any

from saleor_invoices.invoices.models import Movement, SalesDocument
from saleor_invoices.web.hosted.words import words_for
from tests.payments.purse import CHECK, STATUS, Purse, balance, intent, state


def away(purse: Purse, shown: dict[str, Any]) -> None:
    """The customer chose iDEAL, and is at their bank."""
    assert "errors" not in purse.call(CHECK, shown)
    assert purse.pay(shown, type="ideal")["status"] == "requires_action"


def decide(purse: Purse, shown: dict[str, Any], answer: str) -> None:
    purse.stand.control(f"payment_intents/{intent(shown)}/answer", {"answer": answer})


def test_what_the_bank_authorised_is_booked_although_nobody_comes_back(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    away(purse, shown)
    decide(purse, shown, "authorise")
    purse.settle(times=2)
    assert (state(invoice), balance(invoice), purse.charges()) == ("paid", 0, [13817])
    assert "ideal" in Movement.objects.get(source="stripe").method
    purse.verify()


def test_who_comes_back_at_once_is_told_what_the_bank_said(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    away(purse, shown)
    decide(purse, shown, "authorise")
    assert purse.status(shown) == "SUCCEEDED"  # before any event
    purse.settle()
    assert (state(invoice), purse.charges()) == ("paid", [13817])


def test_the_invoices_own_page_shows_it_paid_as_soon_as_its_guest_is_back(purse: Purse) -> None:
    invoice = SalesDocument.objects.get(order_number="900")
    shown = purse.opened(invoice, who="guest")
    assert "errors" not in purse.call(CHECK, shown, "guest")
    purse.pay(shown, type="ideal")
    decide(purse, shown, "authorise")
    path = f"/i/{purse.counter.people['guest']['X-Invoice-Link']}"
    back = {"saleor_invoice_payment": shown["id"], "redirect_status": "succeeded"}
    page = purse.desk.client.get(path, back, headers={"Accept": "text/html"}).content.decode()
    words = words_for(invoice.language)
    assert words.payment_paid in page
    assert f'<span class="standing paid">{words.paid}</span>' in page
    assert words.balance not in page


def test_a_failure_at_the_bank_leaves_the_payment_open_for_another_way(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    away(purse, shown)
    decide(purse, shown, "fail")
    found = purse.call(STATUS, shown)["data"]["invoicePaymentStatus"]
    assert (found["state"], found["failureCode"]) == (
        "OPEN",
        "payment_intent_authentication_failure",
    )
    assert state(invoice) == "unpaid"
    again = purse.opened(invoice, key="again")
    assert intent(again) == intent(shown)
    purse.pay(again)
    purse.settle()
    assert (state(invoice), purse.charges()) == ("paid", [13817])


def test_a_bank_that_takes_its_time_keeps_others_from_paying(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    away(purse, shown)
    decide(purse, shown, "pending")
    purse.settle()
    assert purse.status(shown) == "PROCESSING"
    purse.stand.control(f"payment_intents/{intent(shown)}/settle", {"outcome": "failed"})
    purse.settle()
    assert (purse.status(shown), state(invoice)) == ("OPEN", "unpaid")


def test_what_was_paid_otherwise_can_no_longer_be_authorised(purse: Purse) -> None:
    invoice = purse.invoice()
    at_bank = purse.opened(invoice)
    away(purse, at_bank)
    other = purse.opened(invoice, key="part", amount="100.00")
    purse.pay(other)
    purse.settle()  # less is owed now: what asks for all is taken back
    assert purse.status(at_bank) == "CANCELED"
    told = purse.stand.http.post(
        f"/_stand/payment_intents/{intent(at_bank)}/answer", json={"answer": "authorise"}
    )
    assert told.status_code == 400
    assert (purse.charges(), balance(invoice)) == ([10000], 3817)
