"""Deliveries into domain words, and what happens to those that can't be trusted."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.order import (
    ChargeState,
    Fulfillment,
    GiftCard,
    MoneyMove,
    Order,
    OrderDiscount,
    OrderPayment,
    SaleorInvoice,
    Shipping,
    TaxedAmount,
)
from saleor_invoices.saleor.payloads import Event, parse_event

ROOT = Path(__file__).resolve().parents[2]
Payload = dict[str, Any]


def example(event: str) -> Payload:
    text = (ROOT / "webhooks" / f"{event}.json").read_text(encoding="utf-8")
    payload: Payload = json.loads(text)
    return payload


def parsed(payload: Payload) -> Event:
    return parse_event(json.dumps(payload).encode("ascii"))


def order_of(event: str) -> Order:
    order = parsed(example(event)).order
    assert order is not None
    return order


def test_an_order_is_read_with_all_its_parts() -> None:
    order = order_of("order_fully_paid")
    assert (order.number, order.status, order.channel) == ("1001", "UNFULFILLED", "europe")
    assert (order.currency, order.language, order.email) == ("EUR", "DE", "buyer@example.com")
    assert order.created == datetime(2026, 3, 2, 9, 15, 0, 120000, tzinfo=UTC)
    assert order.updated == datetime(2026, 3, 2, 9, 20, 2, tzinfo=UTC)
    assert order.total == TaxedAmount(net=Decimal("117.38"), gross=Decimal("138.17"))
    assert order.undiscounted_total == TaxedAmount(net=Decimal("118.78"), gross=Decimal("139.67"))
    assert order.customer is not None
    assert order.customer.email == "buyer@example.com"
    assert order.metadata == {"po_number": "PO-2026-17"}
    assert order.prices_entered_with_tax
    assert order.display_gross_prices
    assert not order.tax_exemption
    assert order.customer_note == "Please ring twice."


def test_lines_keep_saleors_totals_and_rates() -> None:
    lamp, tea = order_of("order_fully_paid").lines
    assert (lamp.sku, lamp.quantity, lamp.tax_rate) == ("LAMP-BR", 2, Decimal("0.19"))
    assert lamp.translated_product_name == "Schreibtischlampe"
    assert lamp.total == TaxedAmount(net=Decimal("100.67"), gross=Decimal("119.8"))
    assert lamp.total.tax == Decimal("19.13")
    assert lamp.tax_class == "Standard"
    # An unnamed variant carries its own id as a name, and may lack a SKU.
    assert (tea.variant_name, tea.sku) == (tea.variant_id, "")
    assert tea.undiscounted_total == TaxedAmount(net=Decimal("13.99"), gross=Decimal("14.97"))
    assert tea.unit_discount_reason == "Promotion: Tea week"
    assert (lamp.attributes, tea.attributes) == ((("Finish", "Brass"),), ())


def test_shipping_and_addresses_are_read() -> None:
    order = order_of("order_confirmed")
    assert order.shipping == Shipping(
        price=TaxedAmount(net=Decimal("4.12"), gross=Decimal("4.9")),
        undiscounted=Decimal("4.9"),
        tax_rate=Decimal("0.19"),
        tax_class="Standard",
        method_name="Standard parcel",
    )
    billing, shipping = order.billing_address, order.shipping_address
    assert billing is not None
    assert shipping is not None
    assert (billing.company_name, billing.city, billing.country) == (
        "Sample Buyer GmbH",
        "BERLIN",  # as Saleor's normalisation leaves it
        "DE",
    )
    assert billing.metadata == {"vat_id": "DE136695976"}
    assert (shipping.street_address_1, shipping.street_address_2) == ("Lagerweg 12", "Tor 3")
    assert shipping.phone == ""


def test_charges_and_transactions_are_read() -> None:
    order = order_of("order_refunded")
    assert order.charge == ChargeState(
        charged=Decimal("124.7"),
        refunded=Decimal("13.47"),
        balance=Decimal("-13.47"),
        is_paid=False,
        status="PARTIAL",
    )
    assert order.payments == (
        OrderPayment(
            id=order.payments[0].id,
            name="Card",
            reference="psp-0001",
            charged=Decimal("124.7"),
            refunded=Decimal("13.47"),
            charged_at=datetime(2026, 3, 2, 9, 20, 1, tzinfo=UTC),
            events=order.payments[0].events,
        ),
    )
    assert [(e.move, e.amount, e.reference) for e in order.payments[0].events] == [
        (MoneyMove.CHARGE, Decimal("138.17"), ""),
        (MoneyMove.REFUND, Decimal("13.47"), "psp-0001-r1"),
    ]


def test_payments_of_the_older_kind_and_gift_cards_are_read() -> None:
    order = order_of("invoice_requested")
    assert order.payments == (
        OrderPayment(
            id=order.payments[0].id,
            name="sample.gateway",
            charged=Decimal("118.17"),
            charged_at=datetime(2026, 3, 2, 9, 19, 30, tzinfo=UTC),
            events=order.payments[0].events,
            is_legacy=True,
        ),
    )
    assert [(e.move, e.amount, e.reference) for e in order.payments[0].events] == [
        (MoneyMove.CHARGE, Decimal("118.17"), "older-0001")
    ]
    assert order.gift_cards == (
        GiftCard(
            id=order.gift_cards[0].id,
            last_characters="7Q2K",
            currency="EUR",
            initial_balance=Decimal(20),
            current_balance=Decimal(0),
            used=None,  # unknown: the webhook may not read a card's events
        ),
    )
    assert order.discounts == (
        OrderDiscount(
            type="VOUCHER",
            total=Decimal("1.5"),
            name="Spring",
            value_type="FIXED",
            value=Decimal("1.5"),
        ),
    )
    assert order.voucher_code == "SPRING"
    given = sum((line.total.gross for line in order.lines), order.shipping.price.gross)
    assert given - order.total.gross == Decimal("20.00")


def test_fulfilments_are_read() -> None:
    order = order_of("order_fulfilled")
    assert order.fulfillments == (
        Fulfillment(
            id=order.fulfillments[0].id,
            status="FULFILLED",
            created=datetime(2026, 3, 3, 14, 0, tzinfo=UTC),
            tracking_number="TRACK-1",
            lines=((order.lines[0].id, 2), (order.lines[1].id, 3)),
        ),
    )


def test_a_requested_invoice_has_neither_number_nor_url_yet() -> None:
    event = parsed(example("invoice_requested"))
    assert event.invoice == SaleorInvoice(
        id="SW52b2ljZTo5",
        status="PENDING",
        created=datetime(2026, 3, 2, 10, 0, 0, 557145, tzinfo=UTC),
    )
    assert event.order is not None
    assert event.order.invoices == (event.invoice,)


def test_an_event_that_names_its_order_only() -> None:
    event = parsed(example("invoice_deleted"))
    assert event.order is None
    assert (event.order_number, event.errors) == ("1001", ())
    assert event.invoice is not None
    assert event.invoice.number == "INV-2026-00001"


def test_a_guests_order_has_no_customer() -> None:
    payload = example("order_confirmed")
    payload["order"].update(user=None, billingAddress=None, shippingAddress=None, userEmail=None)
    order = parsed(payload).order
    assert order is not None
    assert (order.customer, order.billing_address, order.email) == (None, None, "")


def test_rates_of_more_than_four_decimals_are_kept() -> None:
    payload = example("order_created")
    payload["order"]["lines"][0]["taxRate"] = 0.08875
    order = parsed(payload).order
    assert order is not None
    assert order.lines[0].tax_rate == Decimal("0.08875")


def _events(order_id: str, *pairs: tuple[float, float]) -> list[Payload]:
    return [
        {
            "orderId": order_id,
            "balance": {
                "oldCurrentBalance": {"amount": old},
                "currentBalance": {"amount": new},
            },
        }
        for old, new in pairs
    ]


def test_what_a_card_gave_is_read_from_its_events() -> None:
    payload = example("invoice_requested")
    order_id, card = payload["order"]["id"], payload["order"]["giftCards"][0]
    card["events"] = _events(order_id, (20.0, 12.5), (12.5, 0.0)) + _events("other", (30.0, 20.0))
    order = parsed(payload).order
    assert order is not None
    assert order.gift_cards[0].used == Decimal(20)


@pytest.mark.parametrize(
    "events", [[], [{"orderId": None, "balance": None}], _events("other", (30.0, 20.0))]
)
def test_what_a_card_gave_stays_unknown_without_its_events(events: list[Payload]) -> None:
    payload = example("invoice_requested")
    payload["order"]["giftCards"][0]["events"] = events
    order = parsed(payload).order
    assert order is not None
    assert order.gift_cards[0].used is None


def test_an_unused_payment_of_the_older_kind_is_left_out() -> None:
    payload = example("invoice_requested")
    payment = payload["order"]["payments"][0]
    failed = {**payment, "isActive": False, "capturedAmount": {"amount": 0.0}, "transactions": []}
    refunded = copy.deepcopy(failed)
    refunded["transactions"] = [
        {
            "id": f"transaction-{k}-{ok}",
            "token": "",
            "kind": k,
            "isSuccess": ok,
            "created": "2026-03-02T09:19:30+00:00",
            "amount": {"amount": a},
        }
        for k, ok, a in (("CAPTURE", True, 9.0), ("REFUND", True, 9.0), ("REFUND", False, 9.0))
    ]
    payload["order"]["payments"] = [failed, refunded, payment]
    order = parsed(payload).order
    assert order is not None
    assert [(p.charged, p.refunded) for p in order.payments] == [
        (Decimal(0), Decimal(9)),
        (Decimal("118.17"), Decimal(0)),
    ]


def test_errors_alone_leave_nothing_but_words() -> None:
    event = parsed({"errors": [{"message": "Cannot return null"}, {"message": None}, "x"]})
    assert event.errors == (
        "Cannot return null",
        "an error without words",
        "an error without words",
    )
    assert (event.order, event.order_id, event.invoice) == (None, "", None)


def test_an_order_beside_errors_is_not_trusted_but_named() -> None:
    payload = {**example("order_paid"), "errors": [{"message": "billingAddress failed"}]}
    event = parsed(payload)
    assert event.order is None
    assert event.order_id == payload["order"]["id"]
    assert event.errors == ("billingAddress failed",)


def _without_total(payload: Payload) -> None:
    del payload["order"]["total"]


def _without_grants(payload: Payload) -> None:
    del payload["order"]["grantedRefunds"]  # as every delivery before them was


def _event_without_amount(payload: Payload) -> None:
    del payload["order"]["transactions"][0]["events"][0]["amount"]


def _instant_without_offset(payload: Payload) -> None:
    payload["order"]["transactions"][0]["events"][0]["createdAt"] = "2026-03-02T09:20:01"


def _null_line(payload: Payload) -> None:
    payload["order"]["lines"][1] = None


def _text_amount(payload: Payload) -> None:
    payload["order"]["lines"][0]["totalPrice"]["net"]["amount"] = "12,50"


def _fraction_of_a_piece(payload: Payload) -> None:
    payload["order"]["lines"][0]["quantity"] = 1.5


def _huge_amount(payload: Payload) -> None:
    payload["order"]["total"]["gross"]["amount"] = 1e300


def _bad_instant(payload: Payload) -> None:
    payload["order"]["created"] = "yesterday"


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (_without_total, "total"),
        (_without_grants, "grantedRefunds"),
        (_event_without_amount, "amount"),
        (_instant_without_offset, "createdAt"),
        (_null_line, "lines"),
        (_text_amount, "lines"),
        (_fraction_of_a_piece, "quantity"),
        (_huge_amount, "out of range"),
        (_bad_instant, "created"),
    ],
)
def test_an_order_with_a_hole_is_left_out_and_named(
    spoil: Callable[[Payload], None], place: str
) -> None:
    payload = example("order_fully_paid")
    spoil(payload)
    event = parsed(payload)
    assert event.order is None
    assert event.order_id == payload["order"]["id"]
    (why,) = event.errors
    assert place in why
    assert "Sample Buyer" not in why


def test_null_order_is_no_order() -> None:
    event = parsed({**example("order_paid"), "order": None})
    assert (event.order, event.order_id, event.errors) == (None, "", ())


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"1", b'"x"', b"null", b"\xff", b"[" * 99_999, b"[1e" + b"9" * 30 + b"]"],
)
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(InvalidInput) as error:
        parse_event(body)
    assert error.value.code == "PAYLOAD_INVALID"


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["order", "invoice", "errors", "issuedAt", "version"]), JSON)
)
def test_any_json_object_is_read_without_a_fault(payload: Payload) -> None:
    event = parsed(payload)
    assert event.order is None


@given(st.data())
def test_an_order_with_any_part_exchanged_is_whole_or_left_out(data: st.DataObject) -> None:
    payload = example("invoice_requested")
    field = data.draw(st.sampled_from(sorted(payload["order"])))
    payload["order"][field] = data.draw(JSON)
    event = parsed(payload)
    assert (event.order is None) == bool(event.errors)
