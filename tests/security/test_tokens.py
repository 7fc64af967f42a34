"""Tokens that are almost right: of another app, store, kind, or made up; and odd texts."""

import base64
import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from django.test import Client

from tests.api.conftest import CHARLIE, Ask, World, bearer
from tests.plugins import factories

QUERY = "{ salesInvoices { totalCount } }"
MANAGE = ["MANAGE_ORDERS"]


def refused(ask: Ask, headers: dict[str, str]) -> str:
    """The code of a refusal."""
    answer = ask(QUERY, headers)
    assert answer["data"]["salesInvoices"] is None
    code: str = answer["errors"][0]["extensions"]["code"]
    return code


def claims(world: World, **changes: Any) -> dict[str, Any]:
    """What alice's good token says, changed; None leaves a claim out."""
    now = int(time.time())
    good = {
        "iat": now, "exp": now + 300, "iss": world.store.saleor_api_url, "type": "thirdparty",
        "app": world.store.app_id, "user_permissions": MANAGE, "permissions": MANAGE,
        "user_id": "VXNlcjox", "email": "someone@example.com", "is_staff": True,
    }  # fmt: skip
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def signed(payload: dict[str, Any], *, kid: str = factories.KID, **headers: Any) -> str:
    """With the store's own key."""
    key = factories.signing_key(factories.KID)
    return jwt.encode(payload, key, algorithm="RS256", headers={"kid": kid, **headers})


def raw(header: dict[str, Any], payload: dict[str, Any]) -> str:
    """A token that nobody signed."""
    parts = (json.dumps(part).encode() for part in (header, payload))
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"app": "QXBwOjk5"}, "TOKEN_WRONG_APP"),  # another app of the same Saleor
        ({"app": None}, "TOKEN_WRONG_APP"),
        ({"type": "refresh"}, "TOKEN_WRONG_TYPE"),
        ({"type": None}, "TOKEN_WRONG_TYPE"),
        ({"type": ["thirdparty", "access"]}, "TOKEN_WRONG_TYPE"),
        ({"type": "access"}, "TOKEN_WRONG_TYPE"),  # an app's own token is no customer's
        ({"exp": None}, "TOKEN_INVALID"),
        ({"exp": 1}, "TOKEN_EXPIRED"),
        ({"exp": "soon"}, "TOKEN_INVALID"),
        ({"exp": float("inf")}, "TOKEN_INVALID"),
        ({"nbf": 2**40}, "TOKEN_INVALID"),
        ({"iss": None}, "TOKEN_INVALID"),
        ({"iss": "https://other.example.com/graphql/"}, "TOKEN_WRONG_ISSUER"),
        ({"user_permissions": None}, "TOKEN_INVALID"),
        ({"user_permissions": "MANAGE_ORDERS"}, "TOKEN_INVALID"),
        ({"user_permissions": []}, "PERMISSION_DENIED"),
        ({"user_id": ""}, "TOKEN_INVALID"),
        ({"user_id": ["x"]}, "TOKEN_INVALID"),
    ],
)
def test_a_signed_token_that_is_not_for_us_is_refused(
    ask: Ask, world: World, changes: dict[str, Any], code: str
) -> None:
    token = signed(claims(world, **changes))
    assert refused(ask, dict(bearer(token, world.store))) == code


def test_a_token_of_another_store_with_the_same_user_opens_nothing(ask: Ask, world: World) -> None:
    foreign = factories.customer_token(world.other, user=CHARLIE)
    assert refused(ask, dict(bearer(foreign, world.store))) == "TOKEN_WRONG_ISSUER"
    answer = ask(QUERY, bearer(foreign, world.other))
    assert answer["data"]["salesInvoices"]["totalCount"] == 0


def test_a_shopper_who_is_staff_sees_own_documents_only(ask: Ask, world: World) -> None:
    token = factories.customer_token(
        world.store, user=CHARLIE, is_staff=True, user_permissions=MANAGE, permissions=MANAGE
    )
    assert ask(QUERY, bearer(token, world.store))["data"]["salesInvoices"]["totalCount"] == 1


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "None"}, {"alg": ""}, {}])
def test_no_algorithm_is_no_signature(ask: Ask, world: World, header: dict[str, Any]) -> None:
    token = raw({"typ": "JWT", "kid": factories.KID, **header}, claims(world))
    assert refused(ask, dict(bearer(token, world.store))) == "TOKEN_INVALID"


def test_the_public_key_is_no_secret(ask: Ask, world: World) -> None:
    public = factories.signing_key(factories.KID).public_key()
    pem = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    head = raw({"alg": "HS256", "kid": factories.KID}, claims(world)).rstrip(".")
    mac = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    made = base64.urlsafe_b64encode(mac.sign(head.encode(), pem)).decode().rstrip("=")
    assert refused(ask, dict(bearer(f"{head}.{made}", world.store))) == "TOKEN_INVALID"


def test_a_key_inside_the_token_is_not_believed(ask: Ask, world: World) -> None:
    stranger = factories.signing_key("stranger")
    jwk = factories.public_jwks("stranger")["keys"][0]
    token = jwt.encode(
        claims(world), stranger, algorithm="RS256",
        headers={"kid": factories.KID, "jwk": jwk, "jku": "https://evil.example/jwks.json"},
    )  # fmt: skip
    assert refused(ask, dict(bearer(token, world.store))) == "TOKEN_INVALID"


@pytest.mark.parametrize("issuer", ["\x00", "\ud800", "x\n", ["a"], {"a": 1}, None])
def test_an_odd_issuer_is_an_unknown_store(ask: Ask, world: World, issuer: object) -> None:
    token = raw({"alg": "RS256", "kid": "x"}, {"iss": issuer})
    assert refused(ask, {"Authorization": f"Bearer {token}"}) == "STORE_UNKNOWN"


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800"])
@pytest.mark.parametrize(
    "query",
    [
        "query ($t: String) { salesInvoices(search: $t) { totalCount } }",
        "query ($t: String) { salesInvoice(number: $t) { id } }",
        "query ($t: ID) { salesInvoices(filter: {orderId: $t}) { totalCount } }",
        "query ($t: String) { salesInvoices(filter: {orderNumber: $t}) { totalCount } }",
        "mutation ($t: ID!) { invoiceIssue(orderId: $t) { document { id } } }",
    ],
)
def test_what_is_no_text_is_a_bad_request(
    client: Client, world: World, query: str, text: str
) -> None:
    answer = client.post(
        "/graphql/", json.dumps({"query": query, "variables": {"t": text}}),
        content_type="application/json", headers=dict(world.people["alice"]),
    )  # fmt: skip
    assert (answer.status_code, code_of(answer)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("escape", ["\\u0000", "\\u{0}", "\\u{0000}"])
def test_nor_is_it_inside_the_query(client: Client, world: World, escape: str) -> None:
    query = f'{{ salesInvoices(search: "{escape}") {{ totalCount }} }}'
    answer = client.post(
        "/graphql/", {"query": query}, content_type="application/json",
        headers=dict(world.people["alice"]),
    )  # fmt: skip
    assert (answer.status_code, code_of(answer)) == (400, "BAD_REQUEST")


def test_whole_characters_beyond_the_first_plane_are_text(ask: Ask, world: World) -> None:
    query = "query ($t: String) { salesInvoices(search: $t) { totalCount } }"
    answer = ask(query, world.people["alice"], t="🧾")
    assert answer == {"data": {"salesInvoices": {"totalCount": 0}}}


def code_of(answer: Any) -> str:
    """The code of a refused request."""
    code: str = answer.json()["errors"][0]["extensions"]["code"]
    return code
