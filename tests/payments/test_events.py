"""Every event that is listened to has an example, and every example can be read."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from saleor_invoices.inbox import registry
from saleor_invoices.payments.port import ProviderDown, ProviderState, RefundState
from saleor_invoices.payments.services.stripe_events import event_parse
from saleor_invoices.payments.stripe_shapes import dispute_of, payment_of, refund_of

EXAMPLES = Path(__file__).resolve().parents[2] / "webhooks" / "stripe"


def example(event: str) -> dict[str, object]:
    """The object that an example is about."""
    return event_parse((EXAMPLES / f"{event}.json").read_bytes()).data.object


def test_each_event_has_its_example() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.json")} == registry.events("stripe")
    for path in EXAMPLES.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["type"] == path.stem


def test_a_payment_is_read() -> None:
    found = payment_of(example("payment_intent.succeeded"))
    assert (found.id, found.state, found.received_minor, found.currency) == (
        "pi_sample",
        ProviderState.SUCCEEDED,
        13817,
        "EUR",
    )
    assert found.reference == "00000000-0000-4000-8000-000000000001"
    assert found.at == datetime(2025, 12, 31, 23, 58, 20, tzinfo=UTC)
    failed = payment_of(example("payment_intent.payment_failed"))
    assert (failed.state, failed.failure_code) == (ProviderState.OPEN, "generic_decline")


def test_refunds_and_disputes_are_read() -> None:
    assert refund_of(example("refund.created")).state is RefundState.PENDING
    failed = refund_of(example("refund.failed"))
    assert (failed.state, failed.payment_id) == (RefundState.FAILED, "pi_sample")
    assert dispute_of(example("charge.dispute.funds_withdrawn")).amount_minor == 13817


@pytest.mark.parametrize(
    "change",
    [
        {"amount": "much"},
        {"amount": None},
        {"currency": "no money"},
        {"currency": None},
        {"status": "as yet unheard of"},
        {"metadata": "none"},
        {"last_payment_error": "declined"},
    ],
)
def test_what_cant_be_read_is_not_believed(change: dict[str, object]) -> None:
    with pytest.raises(ProviderDown):
        payment_of({**example("payment_intent.succeeded"), **change})
