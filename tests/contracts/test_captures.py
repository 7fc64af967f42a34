"""What a live Saleor 3.22 sent, against our verification and our reading of it."""

import base64
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jwt
import pytest

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.domain.order import MoneyMove
from saleor_invoices.saleor.payloads import parse_event
from saleor_invoices.saleor.signatures import verify_webhook

pytestmark = pytest.mark.shared


class Capture:
    """One captured request."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        self.name = path.stem
        self.headers = {name.lower(): value for name, value in data["headers"]}
        self.body = base64.b64decode(data["body_base64"])
        self.signature = self.headers.get("saleor-signature", "")


@pytest.fixture(scope="module")
def captures(saleor_shared: Path) -> list[Capture]:
    """All signed deliveries."""
    paths = sorted((saleor_shared / "captures").glob("*--*.json"))
    found = [Capture(path) for path in paths if not path.name.startswith("install--")]
    assert len(found) >= 20
    return found


@pytest.fixture(scope="module")
def jwks(saleor_shared: Path) -> dict[str, Any]:
    """The key set of the Saleor that sent them."""
    text = (saleor_shared / "captures" / "jwks.json").read_text(encoding="utf-8")
    keys: dict[str, Any] = json.loads(text)
    return keys


def test_every_capture_verifies(captures: list[Capture], jwks: dict[str, Any]) -> None:
    for capture in captures:
        verify_webhook(capture.body, capture.signature, jwks)


def test_a_flipped_bit_anywhere_is_refused(captures: list[Capture], jwks: dict[str, Any]) -> None:
    for capture in captures:
        for position in range(0, len(capture.body), 97):
            forged = bytearray(capture.body)
            forged[position] ^= 1 << (position % 8)
            with pytest.raises(Unverified) as refusal:
                verify_webhook(bytes(forged), capture.signature, jwks)
            assert refusal.value.code == "SIGNATURE_INVALID"


def test_each_bit_of_a_short_capture_matters(captures: list[Capture], jwks: dict[str, Any]) -> None:
    shortest = min(captures, key=lambda capture: len(capture.body))
    for bit in range(8 * min(len(shortest.body), 400)):
        forged = bytearray(shortest.body)
        forged[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(Unverified):
            verify_webhook(bytes(forged), shortest.signature, jwks)


def test_a_cut_or_longer_body_is_refused(captures: list[Capture], jwks: dict[str, Any]) -> None:
    capture = captures[0]
    for forged in (capture.body[:-1], capture.body + b" ", b"", b"\n" + capture.body):
        with pytest.raises(Unverified):
            verify_webhook(forged, capture.signature, jwks)


def test_another_captures_signature_is_refused(
    captures: list[Capture], jwks: dict[str, Any]
) -> None:
    one, other = captures[0], next(c for c in captures if c.body != captures[0].body)
    with pytest.raises(Unverified):
        verify_webhook(one.body, other.signature, jwks)


def test_both_signature_headers_agree(captures: list[Capture]) -> None:
    for capture in captures:
        assert capture.signature == capture.headers["x-saleor-signature"]


def test_every_capture_tells_event_order_and_time(captures: list[Capture]) -> None:
    for capture in captures:
        event = parse_event(capture.body)
        assert capture.headers["saleor-event"] == capture.name.split("--")[1]
        assert event.order_id.startswith("T3JkZXI6")
        assert event.version == "3.22.67"
        assert event.issued_at is not None


def test_captured_orders_are_read_whole(captures: list[Capture]) -> None:
    """Their queries were wider than ours, and lack what we ask for since, and 3.20's names."""
    for capture in captures:
        body = json.loads(capture.body)
        _as_selected_by_us(body["order"])
        event = parse_event(json.dumps(body).encode())
        assert event.errors == ()
        assert event.order is not None
        lines = sum(line.total.gross for line in event.order.lines)
        assert lines + event.order.shipping.price.gross == event.order.total.gross


def _as_selected_by_us(order: dict[str, Any]) -> None:
    for discount in order["discounts"]:
        discount["amount"] = discount.pop("total")  # 3.20 knows "amount" only
    order["events"] = []
    for line in order["lines"]:
        line["variant"]["attributes"] = []
    if order["user"]:
        order["user"]["metadata"] = []


def test_a_captured_refund_is_read_with_its_events(captures: list[Capture]) -> None:
    (capture,) = [c for c in captures if c.name == "refund_partial--order_refunded"]
    body = json.loads(capture.body)
    _as_selected_by_us(body["order"])
    order = parse_event(json.dumps(body).encode()).order
    assert order is not None
    (payment,) = order.payments
    assert [(event.move, str(event.amount), event.reference) for event in payment.events] == [
        (MoneyMove.CHARGE, "50.0", ""),
        (MoneyMove.CHARGE, "81.33", "psp-1-c2"),
        (MoneyMove.REFUND, "20.5", "psp-1-r1"),
    ]
    assert (payment.charged, payment.refunded) == (Decimal("110.83"), Decimal("20.5"))


def test_token_claims_are_as_we_check_them(saleor_shared: Path, jwks: dict[str, Any]) -> None:
    text = (saleor_shared / "captures" / "token-claims.json").read_text(encoding="utf-8")
    tokens = json.loads(text)
    kid = jwks["keys"][0]["kid"]
    assert {token["header"]["alg"] for token in tokens.values()} == {"RS256"}
    assert {token["header"]["kid"] for token in tokens.values()} == {kid}
    claims = {name: token["claims"] for name, token in tokens.items()}
    assert {c["iss"] for c in claims.values()} == {"http://127.0.0.1:8000/graphql/"}
    assert claims["customer-access"]["type"] == claims["staff-access"]["type"] == "access"
    assert claims["customer-refresh"]["type"] == "refresh"
    for name, claim in claims.items():
        is_for_app = name.startswith("app-")
        assert (claim["type"] == "thirdparty") == is_for_app
        assert ("app" in claim and "user_permissions" in claim) == is_for_app
    # The person may do more than the app: rights must come from user_permissions.
    manager = claims["app-access-token-product-manager"]
    assert (manager["permissions"], manager["user_permissions"]) == ([], ["MANAGE_PRODUCTS"])


def test_captured_jwks_holds_one_usable_key(jwks: dict[str, Any]) -> None:
    assert [key.key_type for key in jwt.PyJWKSet.from_dict(jwks).keys] == ["RSA"]
