"""What can be given back: never more than there is, by who may, and once at the same time."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    RefundRequest,
    SalesDocument,
)
from saleor_invoices.invoices.services import payment_refund as service
from saleor_invoices.invoices.services.order_pending import order_invoice_now
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.api.refunding import (
    ASKED,
    REFUND,
    Give,
    asked_of,
    card,
    card_of,
    giver,
    observe,
    paid_by_card,
    payment_of,
    shown,
)
from tests.invoices.conftest import sells
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example, money
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories
from tests.saleor.fake_saleor import served


@pytest.fixture
def invoice(counter: Counter, desk: Desk) -> Iterator[SalesDocument]:
    """An invoice of 138.17 EUR that was paid by card; what follows is queued."""
    with paid_by_card(counter, desk) as row:
        yield row


@pytest.fixture
def give(ask: Ask, counter: Counter, invoice: SalesDocument) -> Give:
    """Have the cashier give back some of the invoice's payment."""
    return giver(ask, counter, invoice)


def test_what_somebody_else_gave_back_is_not_ours(give: Give, counter: Counter) -> None:
    counter.shop._do_transaction_request_action({"id": card(counter)["id"], "amount": 50.0})
    observe(counter)
    assert shown(give("50.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1
    assert [e["type"] for e in card(counter)["events"]].count("REFUND_SUCCESS") == 2
    assert shown(give("30.00", key="third"))["state"] == "DONE"
    assert len(set(RefundRequest.objects.values_list("event_id", flat=True))) == 2


def test_what_saleor_gave_back_meanwhile_is_not_there(give: Give, counter: Counter) -> None:
    counter.shop._do_transaction_request_action({"id": card(counter)["id"], "amount": 100.0})
    found = shown(give("50.00"))
    assert found["state"] == "REFUSED"
    assert "38.17" in found["message"]
    assert asked_of(counter.shop) == 0


@pytest.mark.parametrize(
    ("amount", "field"),
    [("0", "amount"), ("-1", "amount"), ("1.001", "amount"), ("138.18", "amount")],
)
def test_what_can_not_be_given_back(give: Give, counter: Counter, amount: str, field: str) -> None:
    before = everything()
    assert refusal(give(amount))[0] == "REFUND_INVALID"
    assert refusal(give(amount))[1]["field"] == field
    assert everything() == before
    assert asked_of(counter.shop) == 0


def test_two_refunds_are_never_more_than_the_payment(give: Give, counter: Counter) -> None:
    counter.shop.refund_outcome = "later"
    assert shown(give("100.00"))["state"] == "REQUESTED"
    assert refusal(give("38.18", key="second")) == (
        "REFUND_INVALID",
        {"field": "amount", "left": "38.17"},
    )
    assert shown(give("38.17", key="second"))["state"] == "REQUESTED"
    assert asked_of(counter.shop) == 2


def test_a_key_is_of_one_refund(give: Give) -> None:
    give("10.00")
    assert code(give("11.00")) == "IDEMPOTENCY_KEY_REUSED"
    for key in ("", "x" * 101, "a\nb"):
        assert code(give("10.00", key=key)) == "IDEMPOTENCY_KEY_INVALID"
    assert code(give("10.00", key="n", reason="x" * 301)) == "REASON_TOO_LONG"


def test_a_payment_that_a_person_recorded_goes_back_by_hand(
    give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    movement = Movement.objects.create(
        installation=counter.store, order=invoice.order, kind="manual", amount_minor=500,
        currency="EUR", key="manual:1", source="manual", occurred_at=timezone.now(),
    )  # fmt: skip
    Allocation.objects.create(movement=movement, document=invoice, amount_minor=500)
    found = give("1.00", payment=global_id("SalesPayment", movement.pk))
    assert code(found) == "NOT_REFUNDABLE"
    by_hand = shown(give("1.00"))["document"]["payments"][-1]
    assert (by_hand["kind"], by_hand["refundable"]) == ("MANUAL", None)


def test_a_payment_counts_for_its_own_documents_only(give: Give, counter: Counter) -> None:
    other = counter.invoice(1002, transactions=card_of("item-1002"))
    assert code(give("1.00", document=identity(other))) == "NOT_REFUNDABLE"


def test_a_payment_of_the_older_kind(ask: Ask, counter: Counter, desk: Desk) -> None:
    step = {"id": "t1", "token": "x", "kind": "CAPTURE", "isSuccess": True}
    when = {"created": "2026-03-02T09:20:00+00:00"}
    payment = {
        "id": "UGF5bWVudDox", "gateway": "mirumee.payments.dummy", "isActive": True, **when,
        "pspReference": "p1", "capturedAmount": money(138.17),
        "transactions": [{**step, **when, "amount": money(138.17)}],
    }  # fmt: skip
    with desk.capture():
        invoice = counter.invoice(1003, transactions=[], payments=[payment])
        given = {"payment": payment_of(invoice), "document": identity(invoice)}

        def give(amount: str, key: str) -> dict[str, Any]:
            return ask(REFUND, counter.people["cashier"], amount=amount, key=key, **given)

        counter.shop.lost_answers.add("orderRefund")
        assert shown(give("38.17", "k"))["state"] == "REQUESTED"
        assert shown(give("38.17", "k"))["state"] == "DONE"
        assert counter.shop.variables("orderRefund") == [{"id": "order-1003", "amount": 38.17}]
        observe(counter, "order-1003")
        found = shown(give("38.17", "k"))["document"]["payments"]
    assert found[0]["refundable"] == {"amount": "100.00"}
    assert SalesDocument.objects.get(kind="credit_note").gross_minor == 3817


@pytest.mark.parametrize("who", [*REFUSED, "alice", "teller", "erp"])
def test_money_is_for_cashiers_among_the_staff(give: Give, counter: Counter, who: str) -> None:
    before = everything()
    assert code(give("1.00", who=who)) == REFUSED.get(who, "PERMISSION_DENIED")
    assert everything() == before
    assert asked_of(counter.shop) == 0


def test_another_stores_cashier_finds_nothing(
    ask: Ask, give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    assert code(give("1.00", who="stella")) == "NOT_FOUND"
    assert asked_of(counter.shop) == 0


def test_only_staff_see_what_can_be_given_back(
    ask: Ask, counter: Counter, invoice: SalesDocument
) -> None:
    query = "query ($id: ID!) { salesInvoice(id: $id) { payments { refundable { amount } } } }"
    for who, expected in (("alice", {"amount": "138.17"}), ("erp", None), ("charlie", None)):
        found = ask(query, counter.people[who], id=identity(invoice))["data"]["salesInvoice"]
        assert found["payments"] == [{"refundable": expected}], who


@pytest.mark.django_db(transaction=True)
def test_the_same_and_other_refunds_at_once() -> None:
    shop = Shop()
    with served(shop) as url:
        shop.url = url
        store = factories.installation(url)
        invoice, movement = _paid_invoice(shop, store, sells(store))

        def job(amount: str, key: str) -> Callable[[], object]:
            refund = service.Refund(
                movement=movement, document=invoice, amount=Decimal(amount), key=key
            )
            return lambda: _tried(refund)

        states = together([*[job("100.00", "k")] * 4, *[job("60.00", "other")] * 4])
    asked = shop.variables(ASKED)
    assert len(asked) == 1, states
    # Whoever comes when the first is done and the ledger does not know it yet, Saleor's own sum
    # refuses, and the ledger's whoever comes before.
    assert RefundRequest.objects.exclude(state="refused").count() == 1, states


def _tried(refund: service.Refund) -> object:
    try:
        return service.payment_refund(refund=refund, actor="staff:1").state
    except AppError as error:
        return error.code


def _paid_invoice(
    shop: Shop, store: Installation, seller: LegalEntity
) -> tuple[SalesDocument, Movement]:
    shop.add(example("order_fully_paid"), id="order-1", number="1")
    invoice = order_invoice_now(installation=store, order_id="order-1")
    movement = Movement.objects.select_related("order").get(order__order_id="order-1")
    return invoice, movement
