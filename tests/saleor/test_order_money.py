"""Money that went back, as Saleor tells of it: events, grants, parcels and cancellations."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.order import (
    Fulfillment,
    GrantedRefund,
    MoneyMove,
    Order,
    OrderPayment,
)
from saleor_invoices.saleor import wire
from saleor_invoices.saleor.orders import parse_order

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)
Row = dict[str, Any]


def order_with(**changes: Any) -> Order:
    text = (ROOT / "webhooks" / "order_refunded.json").read_text(encoding="utf-8")
    row: Any = wire.decode(json.dumps({**json.loads(text)["order"], **changes}).encode())
    return parse_order(row)


def amount(value: float) -> Row:
    return {"amount": value}


def happened(kind: str | None, value: float, reference: str, minute: int) -> Row:
    return {
        "id": f"event-{minute}",
        "type": kind,
        "pspReference": reference,
        "createdAt": (START + timedelta(minutes=minute)).isoformat(),
        "amount": amount(value),
    }


def transaction(*events: Row, charged: float, refunded: float = 0, pending: float = 0) -> Row:
    return {
        "id": "transaction-1",
        "name": "Card",
        "pspReference": "psp-1",
        "createdAt": START.isoformat(),
        "chargedAmount": amount(charged),
        "refundedAmount": amount(refunded),
        "refundPendingAmount": amount(pending),
        "events": list(reversed(events)),  # newest first, as Saleor does
    }


def payment_of(*events: Row, **amounts: float) -> OrderPayment:
    (payment,) = order_with(transactions=[transaction(*events, **amounts)]).payments
    return payment


def moves(payment: OrderPayment) -> list[tuple[str, str]]:
    return [(event.move.value, str(event.amount)) for event in payment.events]


def test_each_movement_is_read_once_and_oldest_first() -> None:
    payment = payment_of(
        happened("INFO", 0, "", 0),
        happened("AUTHORIZATION_SUCCESS", 100, "a", 1),
        happened("CHARGE_REQUEST", 100, "c", 2),
        happened("CHARGE_SUCCESS", 100, "c", 3),
        happened("REFUND_REQUEST", 30, "r", 4),
        happened("REFUND_SUCCESS", 30, "r", 5),
        happened("REFUND_REVERSE", 10, "v", 6),
        happened("CHARGE_BACK", 80, "b", 7),
        happened(None, 5, "", 8),
        charged=0,
        refunded=20,
    )
    assert moves(payment) == [
        ("charge", "100"),
        ("refund", "30"),
        ("refund_reversed", "10"),
        ("chargeback", "80"),
    ]
    refund = payment.events[1]
    assert (refund.id, refund.reference) == ("event-5", "r")
    assert refund.at == START + timedelta(minutes=5)
    assert payment.charged_at == START + timedelta(minutes=3)
    assert not payment.is_legacy


def test_a_success_that_failed_later_moved_nothing() -> None:
    payment = payment_of(
        happened("CHARGE_SUCCESS", 100, "c", 1),
        happened("REFUND_SUCCESS", 30, "r", 2),
        happened("REFUND_FAILURE", 30, "r", 3),
        charged=100,
    )
    assert moves(payment) == [("charge", "100")]


def test_a_success_after_a_failure_counts_and_another_ones_failure_does_not_matter() -> None:
    payment = payment_of(
        happened("REFUND_FAILURE", 30, "r", 1),
        happened("REFUND_SUCCESS", 30, "r", 2),
        happened("REFUND_FAILURE", 12, "other", 3),
        happened("CHARGE_FAILURE", 30, "r", 4),
        charged=70,
        refunded=30,
    )
    assert moves(payment) == [("refund", "30")]


def test_failures_without_a_reference_say_nothing_of_other_events() -> None:
    payment = payment_of(
        happened("CHARGE_SUCCESS", 50, "", 1), happened("CHARGE_FAILURE", 20, "", 2), charged=50
    )
    assert moves(payment) == [("charge", "50")]


def test_an_adjustment_to_less_is_no_negative_charge() -> None:
    # transactionUpdate(amountCharged: 80, amountRefunded: 20) of a charge of 100.
    payment = payment_of(
        happened("CHARGE_SUCCESS", 100, "", 1),
        happened("CHARGE_SUCCESS", -20, "", 2),
        happened("REFUND_SUCCESS", 20, "", 3),
        charged=80,
        refunded=20,
    )
    assert moves(payment) == [("charge", "100"), ("refund", "20")]
    lowered = payment_of(happened("REFUND_SUCCESS", -20, "", 1), charged=100)
    assert moves(lowered) == [("refund_reversed", "20")]


def test_what_a_refund_is_only_asked_for_is_still_held() -> None:
    order = order_with(
        transactions=[
            transaction(
                happened("CHARGE_SUCCESS", 100, "c", 1),
                happened("REFUND_REQUEST", 30, "r", 2),
                charged=70,
                pending=30,
            )
        ],
        totalCharged=amount(70),
        totalRefunded=amount(0),
        totalRefundPending=amount(30),
    )
    assert moves(order.payments[0]) == [("charge", "100")]
    held, back = Decimal(100), Decimal(0)
    assert (order.payments[0].charged, order.payments[0].refunded) == (held, back)
    assert (order.charge.charged, order.charge.refunded) == (held, back)


def older(*steps: tuple[str, bool, float | None], captured: float) -> Row:
    return {
        "id": "payment-1",
        "gateway": "sample.gateway",
        "isActive": True,
        "created": START.isoformat(),
        "pspReference": None,
        "capturedAmount": amount(captured),
        "transactions": [
            {
                "id": f"step-{place}",
                "token": f"token-{place}",
                "kind": kind,
                "isSuccess": success,
                "created": (START + timedelta(minutes=place)).isoformat(),
                "amount": None if value is None else amount(value),
            }
            for place, (kind, success, value) in enumerate(steps)
        ],
    }


def test_steps_of_an_older_payment_are_read() -> None:
    row = older(
        ("AUTH", True, 100),
        ("CAPTURE", False, 100),
        ("CAPTURE", True, 100),
        ("REFUND_ONGOING", True, 40),
        ("REFUND", True, 40),
        ("REFUND", True, None),
        captured=60,
    )
    (payment,) = order_with(transactions=[], payments=[row]).payments
    assert moves(payment) == [("charge", "100"), ("refund", "40")]
    assert [event.reference for event in payment.events] == ["token-2", "token-4"]
    assert (payment.charged, payment.refunded) == (Decimal(60), Decimal(40))
    assert payment.is_legacy
    assert payment.charged_at == START + timedelta(minutes=2)


def test_an_order_marked_as_paid_by_hand_was_charged() -> None:
    row = older(("EXTERNAL", True, 50), captured=50)
    (payment,) = order_with(transactions=[], payments=[row]).payments
    assert moves(payment) == [("charge", "50")]


KINDS = ("CHARGE_SUCCESS", "REFUND_SUCCESS", "CHARGE_BACK", "REFUND_REVERSE", "CHARGE_FAILURE",
         "REFUND_FAILURE", "REFUND_REQUEST", "INFO")  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(-500, 500), st.sampled_from(["", "a", "b"])),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_movements_are_positive_and_do_not_depend_on_the_order_told(
    rows: list[tuple[str, int, str]], random: Any
) -> None:
    events = [happened(kind, value, ref, at) for at, (kind, value, ref) in enumerate(rows)]
    shuffled = events[:]
    random.shuffle(shuffled)
    told = payment_of(*events, charged=0).events
    assert payment_of(*shuffled, charged=0).events == told
    assert all(event.amount > 0 for event in told)
    assert [event.at for event in told] == sorted(event.at for event in told)


GRANT: Row = {
    "id": "grant-1",
    "createdAt": START.isoformat(),
    "amount": amount(64.8),
    "status": "SUCCESS",
    "reason": "Arrived broken",
    "shippingCostsIncluded": True,
    "lines": [{"quantity": 1, "orderLine": {"id": "line-1"}}],
    "transaction": {"id": "transaction-1"},
    "transactionEvents": [
        {"id": "event-8", "type": "REFUND_REQUEST", "pspReference": "r"},
        {"id": "event-9", "type": "REFUND_SUCCESS", "pspReference": "r"},
    ],
}


def test_a_granted_refund_tells_what_for_and_by_which_events_it_was_paid() -> None:
    (refund,) = order_with(grantedRefunds=[GRANT]).granted_refunds
    assert refund == GrantedRefund(
        id="grant-1",
        amount=Decimal("64.8"),
        status="SUCCESS",
        reason="Arrived broken",
        created=START,
        lines=(("line-1", 1),),
        includes_shipping=True,
        payment_id="transaction-1",
        event_ids=("event-9",),
        references=("r",),
    )


@pytest.mark.parametrize("missing", [None, []])
def test_a_granted_refund_that_nobody_paid_yet(missing: list[Row] | None) -> None:
    row = {
        **GRANT,
        "status": "NONE",
        "reason": None,
        "lines": missing,
        "transaction": None,
        "transactionEvents": missing,
    }
    (refund,) = order_with(grantedRefunds=[row]).granted_refunds
    assert (refund.reason, refund.lines, refund.payment_id) == ("", (), "")
    assert (refund.event_ids, refund.references) == ((), ())


def test_a_refunded_parcel_tells_its_amounts() -> None:
    row = {
        "id": "parcel-1",
        "status": "REFUNDED",
        "created": START.isoformat(),
        "trackingNumber": "",
        "totalRefundedAmount": amount(64.8),
        "shippingRefundedAmount": amount(4.9),
        "lines": [{"quantity": 1, "orderLine": {"id": "line-1"}}],
    }
    (parcel,) = order_with(fulfillments=[row]).fulfillments
    assert parcel == Fulfillment(
        id="parcel-1",
        status="REFUNDED",
        created=START,
        lines=(("line-1", 1),),
        refunded_total=Decimal("64.8"),
        refunded_shipping=Decimal("4.9"),
    )


def test_a_cancellation_has_its_instant() -> None:
    events = [
        {"type": "PLACED", "date": START.isoformat()},
        {"type": "CANCELED", "date": (START + timedelta(hours=1)).isoformat()},
        {"type": "NOTE_ADDED", "date": (START + timedelta(hours=2)).isoformat()},
        {"type": None, "date": None},
    ]
    assert order_with(events=events).cancelled_at == START + timedelta(hours=1)
    assert order_with(events=events[:1]).cancelled_at is None
    assert order_with(events=[{"type": "CANCELED", "date": None}]).cancelled_at is None


def test_attributes_of_a_variant_are_read() -> None:
    def named(*names: str | None) -> list[Row]:
        return [{"name": name} for name in names]

    base = json.loads((ROOT / "webhooks" / "order_paid.json").read_text(encoding="utf-8"))
    line = base["order"]["lines"][0]
    line["variant"]["attributes"] = [
        {"attribute": {"name": "Colour"}, "values": named("Brass", "Black")},
        {"attribute": {"name": "Size"}, "values": named(None)},
        {"attribute": {"name": None}, "values": named("L")},
    ]
    order = order_with(lines=[line, {**line, "variant": None}])
    assert [each.attributes for each in order.lines] == [(("Colour", "Brass, Black"),), ()]


def test_every_move_is_made_by_some_event() -> None:
    found = {
        event.move
        for kind in KINDS
        for event in payment_of(happened(kind, 1, "x", 1), charged=1).events
    }
    assert found == set(MoneyMove)
