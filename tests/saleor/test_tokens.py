"""Tokens of staff and shoppers: what is accepted, and every way in that is not."""

import hashlib
import hmac
import json
import time

import pytest

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.saleor.tokens import (
    CustomerPrincipal,
    StaffPrincipal,
    unverified_issuer,
    verify_customer,
    verify_staff,
)
from tests.saleor.signing import API_URL, APP_ID, claims, encoded, foreign_key, saleor_key


def staff(token: str) -> StaffPrincipal:
    return verify_staff(token, api_url=API_URL, app_id=APP_ID, jwks=saleor_key().jwks)


def customer(token: str) -> CustomerPrincipal:
    return verify_customer(token, api_url=API_URL, jwks=saleor_key().jwks)


def staff_code(token: str) -> str:
    with pytest.raises(Unverified) as refusal:
        staff(token)
    return refusal.value.code


def customer_code(token: str) -> str:
    with pytest.raises(Unverified) as refusal:
        customer(token)
    return refusal.value.code


def test_staff_have_all_of_their_own_permissions() -> None:
    token = saleor_key().token(claims("staff", permissions=[]))
    assert staff(token) == StaffPrincipal(
        user_id="VXNlcjoyMQ==",
        email="staff@example.com",
        permissions=frozenset({"MANAGE_ORDERS", "MANAGE_USERS"}),
    )


def test_staff_without_permissions_are_known_but_may_nothing() -> None:
    assert staff(saleor_key().token(claims("staff", user_permissions=[]))).permissions == set()


def test_customer_is_known_by_id_and_email() -> None:
    expected = CustomerPrincipal(user_id="VXNlcjo0Ng==", email="buyer@example.com")
    assert customer(saleor_key().token(claims("customer"))) == expected


def test_staff_who_shop_are_customers() -> None:
    assert customer(saleor_key().token(claims("customer", is_staff=True))).user_id


@pytest.mark.parametrize("audience", ["custom:https://storefront.example", ["a", "b"]])
def test_audience_is_neither_needed_nor_checked(audience: object) -> None:
    assert customer(saleor_key().token(claims("customer", aud=audience))).user_id
    assert staff(saleor_key().token(claims("staff", aud=audience))).user_id


def test_a_customer_is_not_staff_and_staff_are_not_customers() -> None:
    assert staff_code(saleor_key().token(claims("customer"))) == "TOKEN_WRONG_TYPE"
    assert customer_code(saleor_key().token(claims("staff"))) == "TOKEN_WRONG_TYPE"


def test_staffs_own_access_token_does_not_open_the_back_office() -> None:
    token = saleor_key().token(claims("staff", type="access", app=None))
    assert staff_code(token) == "TOKEN_WRONG_TYPE"


@pytest.mark.parametrize("kind", ["refresh", "app", "password-reset", "", None, 1])
def test_other_types_are_refused(kind: object) -> None:
    assert customer_code(saleor_key().token(claims("customer", type=kind))) == "TOKEN_WRONG_TYPE"
    assert staff_code(saleor_key().token(claims("staff", type=kind))) == "TOKEN_WRONG_TYPE"


def test_access_token_with_an_app_is_refused() -> None:
    assert customer_code(saleor_key().token(claims("customer", app=APP_ID))) == "TOKEN_WRONG_TYPE"


@pytest.mark.parametrize("app", ["QXBwOjI=", "", None, ["QXBwOjE="]])
def test_token_made_for_another_app_is_refused(app: object) -> None:
    assert staff_code(saleor_key().token(claims("staff", app=app))) == "TOKEN_WRONG_APP"


def test_store_without_app_id_accepts_no_staff() -> None:
    token = saleor_key().token(claims("staff", app=""))
    with pytest.raises(Unverified):
        verify_staff(token, api_url=API_URL, app_id="", jwks=saleor_key().jwks)


@pytest.mark.parametrize(
    "issuer",
    ["https://other.example.com/graphql/", "https://shop.example.com/", "HTTPS://shop.example.com"],
)
def test_another_saleors_token_is_refused(issuer: str) -> None:
    assert customer_code(saleor_key().token(claims("customer", iss=issuer))) == "TOKEN_WRONG_ISSUER"
    assert staff_code(saleor_key().token(claims("staff", iss=issuer))) == "TOKEN_WRONG_ISSUER"


def test_the_same_saleor_in_another_spelling_is_the_same() -> None:
    token = saleor_key().token(claims("customer", iss="https://Shop.example.com:443/graphql/"))
    assert customer(token).user_id


@pytest.mark.parametrize("missing", ["iss", "exp"])
def test_issuer_and_expiry_are_required(missing: str) -> None:
    assert customer_code(saleor_key().token(claims("customer", **{missing: None}))) == (
        "TOKEN_INVALID"
    )


@pytest.mark.parametrize("missing", ["user_id", "email"])
def test_a_token_of_nobody_is_refused(missing: str) -> None:
    assert customer_code(saleor_key().token(claims("customer", **{missing: None}))) == (
        "TOKEN_INVALID"
    )
    assert staff_code(saleor_key().token(claims("staff", **{missing: None}))) == "TOKEN_INVALID"


def test_staff_token_without_user_permissions_is_refused() -> None:
    assert staff_code(saleor_key().token(claims("staff", user_permissions=None))) == "TOKEN_INVALID"


def test_expired_token_is_refused_beyond_the_leeway() -> None:
    now = int(time.time())
    assert customer(saleor_key().token(claims("customer", exp=now - 2))).user_id
    assert customer_code(saleor_key().token(claims("customer", exp=now - 60))) == "TOKEN_EXPIRED"


def test_foreign_keys_are_refused() -> None:
    assert customer_code(foreign_key().token(claims("customer"))) == "KEY_UNKNOWN"
    assert customer_code(foreign_key().token(claims("customer"), kid="known")) == "TOKEN_INVALID"


def test_hs256_with_the_public_key_as_secret_is_refused() -> None:
    head = encoded(b'{"alg":"HS256","kid":"known","typ":"JWT"}')
    body = encoded(json.dumps(claims("customer")).encode())
    digest = hmac.new(saleor_key().public_pem, head + b"." + body, hashlib.sha256).digest()
    token = b".".join([head, body, encoded(digest)]).decode()
    assert customer_code(token) == "TOKEN_INVALID"


@pytest.mark.parametrize("alg", ["none", "NONE", "RS512"])
def test_other_algorithms_are_refused(alg: str) -> None:
    head = encoded(json.dumps({"alg": alg, "kid": "known"}).encode()).decode()
    body = encoded(json.dumps(claims("customer")).encode()).decode()
    assert customer_code(f"{head}.{body}.") == "TOKEN_INVALID"
    assert customer_code(f"{head}.{body}.AAAA") == "TOKEN_INVALID"


def test_changed_claims_are_refused() -> None:
    head, _, tail = saleor_key().token(claims("customer")).split(".")
    body = encoded(json.dumps(claims("customer", user_id="VXNlcjox")).encode()).decode()
    assert customer_code(f"{head}.{body}.{tail}") == "TOKEN_INVALID"


@pytest.mark.parametrize(
    "token", ["", "x", "a.b.c", "..", "\x00", "a" * 20_000, encoded(b"[" * 9000).decode() + ".."]
)
def test_garbage_is_refused(token: str) -> None:
    assert customer_code(token) == "TOKEN_INVALID"


def test_issuer_can_be_read_to_find_the_store() -> None:
    assert unverified_issuer(foreign_key().token(claims("customer"))) == API_URL
    assert unverified_issuer("garbage") == ""
