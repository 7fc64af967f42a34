"""Deliveries with a good signature and an ill will: nothing is issued wrongly, nothing hangs."""

import json
import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import to_minor
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.invoices.models import NumberSeries, Problem, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.saleor.payloads import parse_event
from tests.invoices.conftest import _forgetful, configure, desk, seller, shop, store
from tests.invoices.desk import Desk, typename
from tests.invoices.shop import Shop, example
from tests.plugins.fake_saleor import signature

__all__ = ["_forgetful", "configure", "desk", "seller", "shop", "store"]
EVENT = "order_fully_paid"
SECONDS = 5.0


def post(desk: Desk, sent: bytes) -> Any:
    """A delivery that need not be taken in."""
    return desk.client.post(
        "/webhooks/saleor/", sent, content_type="application/json",
        headers={
            "Saleor-Event": EVENT,
            "Saleor-Api-Url": desk.store.saleor_api_url,
            "Saleor-Signature": signature(sent),
        },
    )  # fmt: skip


class Literal(str):
    """A number written as it is."""

    __slots__ = ()


def body(payload: dict[str, Any]) -> bytes:
    """JSON in which every ``Literal`` stands without quotes."""
    text = json.dumps(payload)
    for literal in _literals(payload):
        text = text.replace(json.dumps(literal), literal)
    return text.encode()


def _literals(value: object) -> Iterator[str]:
    if isinstance(value, Literal):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _literals(item)


def amount(text: str) -> dict[str, Any]:
    """Saleor's ``Money``."""
    return {"amount": Literal(text)}


def hostile() -> dict[str, dict[str, Any]]:
    """Payloads by name, each with one thing wrong."""
    found = {}
    for name, text in {
        "exponent": "1e999999",
        "small": "1e-999999",
        "long": "9" * 4000,
        "digits": "1234567890123456789012345.0001",
        "huge": "1e24",
        "beyond 64 bits": "92233720368547758.08",
        "negative": "-92233720368547758.08",
    }.items():
        payload = example(EVENT)
        payload["order"]["total"] |= {"gross": amount(text), "net": amount(text)}
        found[f"total {name}"] = payload
        payload = example(EVENT)
        payload["order"]["totalCharged"] = amount(text)
        found[f"charged {name}"] = payload
        payload = example(EVENT)
        payload["order"]["lines"][0]["totalPrice"] = {"net": amount(text), "gross": amount(text)}
        found[f"line {name}"] = payload
        payload = example(EVENT)
        payload["order"]["lines"][0]["taxRate"] = Literal(text)
        found[f"rate {name}"] = payload
    for name, quantity in {"long": "9" * 4000, "huge": "9" * 30, "negative": "-5"}.items():
        payload = example(EVENT)
        payload["order"]["lines"][0]["quantity"] = Literal(quantity)
        found[f"quantity {name}"] = payload
    return found


def odd_texts() -> dict[str, dict[str, Any]]:
    """Texts that one database takes and the other does not, or that are longer than a column."""
    found = {}
    for name, text in {"nul": "a\x00b", "surrogate": "\ud800", "long": "x" * 100_000}.items():
        for field in ("number", "status", "userEmail", "customerNote", "id"):
            found[f"{field} {name}"] = example(EVENT, **{field: text})
        payload = example(EVENT)
        payload["order"]["lines"][0]["productName"] = text
        found[f"product {name}"] = payload
        payload = example(EVENT)
        payload["order"]["channel"]["slug"] = text
        found[f"channel {name}"] = payload
    return found


@pytest.mark.parametrize("name", hostile())
def test_a_number_out_of_range_is_never_invoiced(desk: Desk, shop: Shop, name: str) -> None:
    payload = hostile()[name]
    shop.add(example(EVENT))
    began = time.perf_counter()
    delivery = desk.handle(EVENT, body(payload))
    assert time.perf_counter() - began < SECONDS
    assert delivery.error_code != "INTERNAL_ERROR"
    assert "Internal error" not in delivery.last_error
    assert ledger_verify().ok
    for document in SalesDocument.objects.all():  # by Saleor's answer to the question that follows
        assert document.gross_minor == to_minor(
            Decimal(str(example(EVENT)["order"]["total"]["gross"]["amount"])), document.currency
        )


@pytest.mark.parametrize("name", odd_texts())
def test_an_odd_text_is_settled_at_once(desk: Desk, shop: Shop, name: str) -> None:
    payload = odd_texts()[name]
    shop.add(example(EVENT))
    sent = body(payload)
    if name.endswith("surrogate"):  # half a character is no JSON text (RFC 8259, section 8.2)
        assert post(desk, sent).status_code == 400
        return
    delivery = desk.handle(EVENT, sent)
    assert delivery.error_code != "INTERNAL_ERROR"
    assert "Internal error" not in delivery.last_error
    assert delivery.state in {Delivery.State.DONE, Delivery.State.FAILED}
    assert ledger_verify().ok


@pytest.mark.parametrize(
    "issued_at",
    ["2026-03-02T10:00:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "soon", 5],
)
def test_an_instant_that_is_none_is_settled_at_once(
    desk: Desk, shop: Shop, issued_at: object
) -> None:
    payload = {**example(EVENT), "issuedAt": issued_at}
    shop.add(payload)
    delivery = desk.handle(EVENT, payload)
    assert (delivery.state, delivery.error_code) == (Delivery.State.DONE, "")
    assert SalesDocument.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        b'{"order":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"order": NaN}',
        b'{"order": Infinity}',
        b'{"order": {"lines": 1e9999999999999999999999}}',
        b'{"order": ' + b"1" * 100_000 + b"}",
        b'{"errors": [[[]], 3, null, {"message": 5}]}',
        b'{"order": [], "invoice": 3}',
        b'{"order": {"id": 5, "lines": []}}',
        b'{"order": {"id": ["x"], "lines": {}}}',
    ],
)
def test_a_body_that_makes_no_sense_fails_for_good(desk: Desk, sent: bytes) -> None:
    ours = json.dumps(
        {"__typename": typename(EVENT), "recipient": {"id": desk.store.app_id}}
    ).encode()
    assert post(desk, ours[:-1] + b"," + sent[1:]).status_code in {200, 400}
    desk.work()
    for delivery in Delivery.objects.all():
        assert delivery.state in {Delivery.State.PENDING, Delivery.State.FAILED}
        assert delivery.error_code in {"", "PAYLOAD_INVALID", "PAYLOAD_UNUSABLE"}
    assert (SalesDocument.objects.count(), NumberSeries.objects.count()) == (0, 0)


def test_money_that_no_column_holds_is_refused() -> None:
    assert to_minor(Decimal("92233720368547758.07"), "EUR") == 2**63 - 1
    for text in ("92233720368547758.08", "-92233720368547758.09", "1E+30", "1E+999999"):
        with pytest.raises(InvalidInput) as refusal:
            to_minor(Decimal(text), "EUR")
        assert refusal.value.code == "AMOUNT_TOO_LARGE"


@pytest.mark.parametrize("text", ["123456789012345678901234567.8901", "0." + "0" * 40 + "1"])
def test_no_digit_is_lost_without_a_word(text: str) -> None:
    with pytest.raises(InvalidInput):
        to_minor(Decimal(text), "EUR")


def test_what_is_wrong_is_told_to_the_merchant(desk: Desk, shop: Shop) -> None:
    payload = hostile()["total beyond 64 bits"]
    desk.handle(EVENT, body(payload))
    problem = Problem.objects.filter(resolved_at=None).latest("pk")
    assert "Internal" not in problem.message
    assert parse_event(body(payload)).order_id == payload["order"]["id"]
