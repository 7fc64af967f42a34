"""Webhook signatures: what is accepted, and every way in that is not."""

import base64
import hashlib
import hmac
import json
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.saleor.signatures import verify_webhook
from tests.saleor.signing import SigningKey, encoded, foreign_key, saleor_key

BODY = b'{"issuedAt": "2026-03-02T09:15:01+00:00", "city": "WROC\\u0141AW"}'


def code_of(body: bytes, signature: str, jwks: dict[str, Any] | None = None) -> str:
    with pytest.raises(Unverified) as refusal:
        verify_webhook(body, signature, saleor_key().jwks if jwks is None else jwks)
    return refusal.value.code


def test_saleors_signature_is_accepted() -> None:
    verify_webhook(BODY, saleor_key().sign_webhook(BODY), saleor_key().jwks)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_signed(body: bytes) -> None:
    verify_webhook(body, saleor_key().sign_webhook(body), saleor_key().jwks)


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_a_signature_holds_for_its_own_body_only(signed: bytes, sent: bytes) -> None:
    if signed != sent:
        assert code_of(sent, saleor_key().sign_webhook(signed)) == "SIGNATURE_INVALID"


def test_missing_signature_is_refused() -> None:
    assert code_of(BODY, "") == "SIGNATURE_MISSING"


@pytest.mark.parametrize(
    "signature",
    [
        "x", "a.b", "..", "...", "a..b", "=..=", "\x00..\x00", "e30..e30", "W10..W10", "ö..ö",
        "." * 5000, encoded(b"[" * 6000).decode() + "..",
    ],
)  # fmt: skip
def test_garbage_is_refused(signature: str) -> None:
    assert code_of(BODY, signature) == "SIGNATURE_INVALID"


@given(st.text(max_size=80))
def test_no_text_makes_the_check_fail_otherwise(signature: str) -> None:
    assert code_of(BODY, signature) in {"SIGNATURE_MISSING", "SIGNATURE_INVALID", "KEY_UNKNOWN"}


def test_alg_none_is_refused() -> None:
    header = {"alg": "none", "kid": "known", "b64": False, "crit": ["b64"]}
    head = encoded(json.dumps(header).encode()).decode()
    assert code_of(BODY, f"{head}..") == "SIGNATURE_INVALID"


@pytest.mark.parametrize("alg", ["none", "None", "HS256", "RS512", "PS256", "ES256", "", 5])
def test_any_algorithm_but_rs256_is_refused(alg: object) -> None:
    assert code_of(BODY, saleor_key().sign_webhook(BODY, alg=alg)) == "SIGNATURE_INVALID"


def test_hs256_with_the_public_key_as_secret_is_refused() -> None:
    header = {"alg": "HS256", "kid": "known", "b64": False, "crit": ["b64"], "typ": "JWT"}
    head = encoded(json.dumps(header).encode())
    digest = hmac.new(saleor_key().public_pem, head + b"." + BODY, hashlib.sha256).digest()
    signature = f"{head.decode()}..{encoded(digest).decode()}"
    assert code_of(BODY, signature) == "SIGNATURE_INVALID"


def test_hmac_of_the_deprecated_secret_key_is_refused() -> None:
    assert code_of(BODY, hmac.new(b"", BODY, "sha256").hexdigest()) == "SIGNATURE_INVALID"


@pytest.mark.parametrize(
    "header",
    [
        {"b64": None, "crit": None},
        {"b64": None},
        {"b64": True},
        {"b64": "false"},
        {"b64": 0},
        {"crit": None},
        {"crit": []},
        {"crit": ["b64", "exp"], "exp": 1},
    ],
)
def test_header_must_say_that_the_raw_body_is_signed(header: dict[str, Any]) -> None:
    assert code_of(BODY, saleor_key().sign_webhook(BODY, **header)) == "SIGNATURE_INVALID"


def test_signature_over_an_empty_payload_is_refused() -> None:
    head = encoded(b'{"alg":"RS256","kid":"known","typ":"JWT"}')
    whole = jwt.encode({}, saleor_key().private, "RS256", {"kid": "known"})
    assert code_of(BODY, f"{head.decode()}..{whole.split('.')[2]}") == "SIGNATURE_INVALID"


def test_attached_payload_is_refused() -> None:
    head, _, tail = saleor_key().sign_webhook(BODY).split(".")
    middle = base64.urlsafe_b64encode(BODY).decode().rstrip("=")
    assert code_of(BODY, f"{head}.{middle}.{tail}") == "SIGNATURE_INVALID"


def test_unknown_key_asks_for_the_keys_once_more() -> None:
    assert code_of(BODY, foreign_key().sign_webhook(BODY)) == "KEY_UNKNOWN"
    assert code_of(BODY, saleor_key().sign_webhook(BODY, kid=None)) == "KEY_UNKNOWN"
    assert code_of(BODY, saleor_key().sign_webhook(BODY), jwks={"keys": []}) == "KEY_UNKNOWN"
    assert code_of(BODY, saleor_key().sign_webhook(BODY), jwks={}) == "KEY_UNKNOWN"


def test_foreign_key_under_our_key_id_is_refused() -> None:
    assert code_of(BODY, foreign_key().sign_webhook(BODY, kid="known")) == "SIGNATURE_INVALID"


def test_after_a_rotation_both_keys_hold() -> None:
    rotated = SigningKey("next")
    both = {"keys": [saleor_key().jwk, rotated.jwk]}
    verify_webhook(BODY, saleor_key().sign_webhook(BODY), both)
    verify_webhook(BODY, rotated.sign_webhook(BODY), both)


def test_key_without_alg_as_saleor_3_20_publishes_it_is_used() -> None:
    bare = {name: value for name, value in saleor_key().jwk.items() if name != "alg"}
    verify_webhook(BODY, saleor_key().sign_webhook(BODY), {"keys": [bare]})
