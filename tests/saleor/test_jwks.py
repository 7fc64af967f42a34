"""Reading a Saleor's signing keys."""

from typing import Any

import pytest

from saleor_invoices.domain.errors import Unreachable, Unverified
from saleor_invoices.saleor import jwks
from tests.saleor.fake_saleor import Reply, Script, served
from tests.saleor.signing import API_URL, SigningKey, saleor_key


def fetched(reply: Reply) -> dict[str, Any]:
    return jwks.fetch(API_URL, transport=Script(jwks=reply).transport)


def test_keys_are_at_the_root_of_the_origin() -> None:
    assert jwks.jwks_url("https://shop.example.com:8443/api/graphql/") == (
        "https://shop.example.com:8443/.well-known/jwks.json"
    )


def test_keys_are_read_over_http() -> None:
    script = Script(jwks=Reply(saleor_key().jwks))
    with served(script) as url:
        assert jwks.fetch(url) == saleor_key().jwks
    assert [(call.method, call.path) for call in script.calls] == [
        ("GET", "/.well-known/jwks.json")
    ]


def test_only_rsa_signing_keys_with_an_id_are_kept() -> None:
    good = saleor_key().jwk
    keys = [
        good,
        {**good, "use": "enc"},
        {**good, "alg": "RS512"},
        {**good, "kid": None},
        {**good, "n": "!"},
        {name: value for name, value in good.items() if name != "e"},
        {"kty": "oct", "k": "c2VjcmV0", "kid": "hmac", "alg": "HS256"},
        {"kty": "EC", "crv": "P-256", "kid": "ec"},
        "key",
        None,
    ]
    assert fetched(Reply({"keys": keys})) == {"keys": [good]}


def test_private_parts_of_a_key_are_not_a_public_key() -> None:
    from jwt.algorithms import RSAAlgorithm

    private = RSAAlgorithm.to_jwk(saleor_key().private, as_dict=True)
    found = fetched(Reply({"keys": [{**private, "kid": "leaked"}]}))
    assert jwks.signing_key(found, "leaked").key_size == 2048


def test_short_keys_are_refused() -> None:
    with pytest.raises(Unreachable):
        fetched(Reply(SigningKey("short", bits=1024).jwks))


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"keys": []}),
        Reply({}),
        Reply([]),
        Reply({"keys": {"a": 1}}),
        Reply(b"<html>"),
        Reply(saleor_key().jwks, status=404),
        Reply(saleor_key().jwks, status=302, headers={"Location": "https://x.example.com/"}),
        Reply(b"", status=500),
        Reply(b'{"keys": [' + b" " * 70_000 + b"]}"),
    ],
)
def test_an_unusable_answer_may_heal(reply: Reply) -> None:
    with pytest.raises(Unreachable) as error:
        fetched(reply)
    assert (error.value.code, error.value.permanent) == ("JWKS_NOT_AVAILABLE", False)


def test_unknown_key_is_named_as_such() -> None:
    for kid in ("other", "", None, 5, ["known"]):
        with pytest.raises(Unverified) as error:
            jwks.signing_key(saleor_key().jwks, kid)
        assert error.value.code == "KEY_UNKNOWN"
