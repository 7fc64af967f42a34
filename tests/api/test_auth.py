"""Who is let in: real RS256 tokens, keys and links, and everything that only looks like one."""

import base64
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

from saleor_invoices.invoices.models import DownloadLink
from saleor_invoices.invoices.services.link_create import link_create, link_revoke
from saleor_invoices.stores.models import ApiKey, Installation
from saleor_invoices.stores.services.api_key import api_key_create, api_key_revoke
from tests.api.conftest import CHARLIE, Ask, Headers, World, bearer
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply, Script, served

LIST = "{ salesInvoices { edges { node { number } } } }"


def result(ask: Ask, who: Headers) -> str | list[str]:
    """The numbers seen, or the code of the refusal."""
    answer = ask(LIST, who)
    if answer["data"]["salesInvoices"] is None:
        code: str = answer["errors"][0]["extensions"]["code"]
        return code
    return sorted(edge["node"]["number"] for edge in answer["data"]["salesInvoices"]["edges"])


def test_every_spelling_of_the_header_is_read(ask: Ask, world: World) -> None:
    token = factories.customer_token(world.store, user=CHARLIE)
    store = {"Saleor-Api-Url": world.store.saleor_api_url}
    for header in (
        {"Authorization": f"Bearer {token}"},
        {"Authorization": f"bearer   {token} "},
        {"Authorization": f"JWT {token}"},
        {"Authorization-Bearer": token},
    ):
        assert result(ask, {**header, **store}) == ["INV-1"]
        assert result(ask, header) == ["INV-1"]  # the store is the token's issuer


@pytest.mark.parametrize("value", ["", "Bearer", "Bearer ", "Basic YTpi", "Token x"])
def test_a_header_without_a_token_is_nobody(ask: Ask, world: World, value: str) -> None:
    assert world.store.pk
    assert result(ask, {"Authorization": value}) == "UNAUTHENTICATED"


def test_the_rights_of_staff_are_their_own_not_the_apps(ask: Ask, world: World) -> None:
    own = factories.staff_token(world.store, rights=["MANAGE_ORDERS"], permissions=[])
    assert len(result(ask, bearer(own, world.store))) == 4
    apps = factories.staff_token(world.store, rights=[], permissions=["MANAGE_ORDERS"])
    assert result(ask, bearer(apps, world.store)) == "PERMISSION_DENIED"


CLAIMS: dict[str, tuple[dict[str, Any], str]] = {
    "expired": ({"exp": int(time.time()) - 60}, "TOKEN_EXPIRED"),
    "refresh": ({"type": "refresh"}, "TOKEN_WRONG_TYPE"),
    "of another app": ({"type": "thirdparty", "app": "QXBwOjk="}, "TOKEN_WRONG_APP"),
    "of another issuer": ({"iss": "https://evil.example.com/graphql/"}, "TOKEN_WRONG_ISSUER"),
    "without type": ({"type": None}, "TOKEN_WRONG_TYPE"),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_a_token_with_wrong_claims_is_refused(ask: Ask, world: World, name: str) -> None:
    claims, code = CLAIMS[name]
    token = factories.customer_token(world.store, user=CHARLIE, **claims)
    assert result(ask, bearer(token, world.store)) == code


def test_staff_signed_in_at_the_storefront_are_customers(ask: Ask, world: World) -> None:
    token = factories.customer_token(world.store, user=CHARLIE, is_staff=True)
    assert result(ask, bearer(token, world.store)) == ["INV-1"]


def test_a_token_of_one_store_opens_no_other(ask: Ask, world: World) -> None:
    token = factories.staff_token(world.other, rights=["MANAGE_ORDERS"])
    assert result(ask, bearer(token, world.store)) == "TOKEN_WRONG_ISSUER"
    # Stores have keys of their own: here the other store's key is not among this one's.
    Installation.objects.filter(pk=world.other.pk).update(jwks=factories.public_jwks("other"))
    forged = factories.staff_token(
        world.store, rights=["MANAGE_ORDERS"], iss=world.other.saleor_api_url
    )
    assert result(ask, bearer(forged, world.other)) == "KEY_UNKNOWN"


def test_a_store_that_never_installed_the_app_is_unknown(ask: Ask, world: World) -> None:
    url = "https://unknown.example.com/graphql/"
    token = factories.customer_token(world.store, user=CHARLIE, iss=url)
    assert result(ask, {"Authorization": f"Bearer {token}"}) == "STORE_UNKNOWN"
    headers = {"Authorization": f"Bearer {token}", "Saleor-Api-Url": url}
    assert result(ask, headers) == "STORE_UNKNOWN"


def _unsigned(algorithm: str, key: str | None, store: Installation) -> str:
    claims = {
        "iss": store.saleor_api_url, "exp": int(time.time()) + 300, "type": "access",
        "user_id": CHARLIE, "email": "x@example.com", "iat": 0,
    }  # fmt: skip
    return jwt.encode(claims, key or "", algorithm=algorithm, headers={"kid": factories.KID})


def test_unsigned_and_symmetric_tokens_are_refused(ask: Ask, world: World) -> None:
    none = _unsigned("none", None, world.store)
    hmac = _unsigned("HS256", "k" * 64, world.store)
    for token in (none, hmac, none.rpartition(".")[0] + ".", "x.y.z", "é" * 20, "a" * 20_000):
        assert result(ask, bearer(token, world.store)) == "TOKEN_INVALID"


def test_a_changed_claim_breaks_the_signature(ask: Ask, world: World) -> None:
    head, body, signature = factories.customer_token(world.store, user="nobody").split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    changed = json.dumps({**claims, "user_id": CHARLIE}).encode()
    forged = base64.urlsafe_b64encode(changed).decode().rstrip("=")
    token = f"{head}.{forged}.{signature}"
    assert result(ask, bearer(token, world.store)) == "TOKEN_INVALID"


@pytest.mark.django_db
def test_a_rotated_key_is_fetched_once_and_kept(ask: Ask) -> None:
    script = Script(jwks=Reply(factories.public_jwks("rotated")))
    with served(script) as url:
        store = factories.installation(url)
        entity = factories.legal_entity(store)
        reference = factories.order_reference(1, customer=CHARLIE)
        factories.issued_document(entity, factories.sample_document("R-1", order=reference))
        token = factories.customer_token(store, user=CHARLIE, kid="rotated")
        assert result(ask, bearer(token, store)) == ["R-1"]
        assert result(ask, bearer(token, store)) == ["R-1"]
        unknown = factories.customer_token(store, user=CHARLIE, kid="foreign")
        assert result(ask, bearer(unknown, store)) == "KEY_UNKNOWN"
    assert len(script.calls) == 1
    store.refresh_from_db()
    assert store.jwks["keys"][0]["kid"] == "rotated"


@pytest.mark.django_db
def test_a_saleor_that_is_down_makes_an_unknown_key_no_better(ask: Ask) -> None:
    with served(Script(jwks=Reply({}, status=500))) as url:
        store = factories.installation(url)
        token = factories.customer_token(store, kid="rotated")
        assert result(ask, bearer(token, store)) == "KEY_UNKNOWN"
    store.refresh_from_db()
    assert store.jwks == factories.public_jwks()


def test_a_revoked_or_unknown_key_is_refused(ask: Ask, world: World) -> None:
    key, token = api_key_create(installation=world.store, name="x", scopes=["documents:read"])
    who = {"Authorization": f"Bearer {token}"}
    assert len(result(ask, who)) == 4
    api_key_revoke(key=key)
    assert result(ask, who) == "API_KEY_INVALID"
    assert result(ask, {"Authorization": "Bearer sin_unknown"}) == "API_KEY_INVALID"
    assert ApiKey.objects.filter(pk=key.pk, revoked_at__isnull=False).exists()


def test_a_key_opens_its_own_store_only(ask: Ask, world: World) -> None:
    who = {**world.people["key"], "Saleor-Api-Url": world.other.saleor_api_url}
    assert result(ask, who) == "API_KEY_INVALID"
    who = {**world.people["key"], "Saleor-Api-Url": world.store.saleor_api_url}
    assert len(result(ask, who)) == 4


def test_a_link_opens_while_it_opens_by_itself(ask: Ask, world: World) -> None:
    who = world.people["guest"]
    assert result(ask, who) == ["INV-3"]
    past = datetime.now(UTC) - timedelta(seconds=1)
    DownloadLink.objects.update(opens_until=past)
    assert result(ask, who) == "LINK_CLOSED"


def test_a_strict_a_revoked_and_an_unknown_link_stay_closed(ask: Ask, world: World) -> None:
    strict = link_create(document=world.charlies, open_days=30, strict=True)
    assert result(ask, {"X-Invoice-Link": strict.token}) == "LINK_CLOSED"
    assert link_revoke(document=world.guests) == 1
    assert result(ask, world.people["guest"]) == "LINK_CLOSED"
    assert result(ask, {"X-Invoice-Link": "unknown"}) == "LINK_CLOSED"


def test_a_link_belongs_to_its_store(ask: Ask, world: World) -> None:
    who = {**world.people["guest"], "Saleor-Api-Url": world.other.saleor_api_url}
    assert result(ask, who) == "LINK_CLOSED"


def test_a_bad_token_is_not_saved_by_a_good_link(ask: Ask, world: World) -> None:
    who = {**world.people["guest"], **bearer("x.y.z", world.store)}
    assert result(ask, who) == "TOKEN_INVALID"


def test_credentials_are_verified_once_a_request(
    ask: Ask, world: World, django_assert_num_queries: Any
) -> None:
    query = "{ a: store { saleorVersion } b: store { saleorVersion } c: problems { code } }"
    with django_assert_num_queries(4):  # the store, two counts, the problems
        assert "errors" not in ask(query, world.people["alice"])
