"""Who may read and change settings, sellers and rates: every verb, everyone."""

from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.desk.models import StaffMember
from saleor_invoices.stores.models import (
    ExchangeRate,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.api_key import CONSOLE, api_key_create
from saleor_invoices.stores.services.settings_update import setting_set
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories

QUERIES = {
    "salesSettings": "{ salesSettings(level: APP) { key value } }",
    "salesSettingHistory": """{ salesSettingHistory { edges { node {
        key before after changedBy } } } }""",
    "salesLegalEntities": "{ salesLegalEntities { id key name } }",
    "salesExchangeRates": "{ salesExchangeRates { currency target rate } }",
    "salesNumberSamples": '{ salesNumberSamples(pattern: "A-{seq}") }',
}
UPDATE = """mutation ($input: [SalesSettingInput!]!) { settingsUpdate(input: $input) {
  changes { key before after changedBy } settings { key value source sourceName overridden } } }"""
CREATE = """mutation ($key: String!, $input: SalesLegalEntityInput!) {
  legalEntityCreate(key: $key, input: $input) { legalEntity { id key name } } }"""
CHANGE = """mutation ($id: ID!, $input: SalesLegalEntityInput!) {
  legalEntityUpdate(id: $id, input: $input) { legalEntity { id key name vatId } } }"""
DELETE = "mutation ($id: ID!) { legalEntityDelete(id: $id) { id key } }"
LOGO = "mutation ($id: ID!, $logo: String) { legalEntityLogoSet(id: $id, logo: $logo) { legalEntity { key logo } } }"  # noqa: E501
RATE = """mutation ($input: SalesExchangeRateInput!) { exchangeRateSet(input: $input) {
  exchangeRate { currency target on rate source enteredBy } } }"""

ALLOWED = ["admin", "setup", "writer"]
DENIED = {
    "alice": "PERMISSION_DENIED",  # manages orders only
    "bob": "PERMISSION_DENIED",
    "charlie": "PERMISSION_DENIED",
    "conny": "PERMISSION_DENIED",
    "guest": "PERMISSION_DENIED",
    "key": "PERMISSION_DENIED",  # reads documents
    "reader": "PERMISSION_DENIED",  # reads settings
    "half": "PERMISSION_DENIED",  # the answer shows what it may not read
    "nobody": "UNAUTHENTICATED",
}
MAY_READ = ["admin", "setup", "alice", "reader", "writer"]
MAY_NOT_READ = {
    who: DENIED[who] for who in ("bob", "charlie", "conny", "guest", "key", "half", "nobody")
}


@pytest.fixture
def people(world: World) -> dict[str, Headers]:
    """Everyone of the world, and those who have to do with settings."""
    staff = {
        name: bearer(factories.staff_token(store, user=user, rights=[right]), store)
        for name, store, user, right in (
            ("admin", world.store, "VXNlcjoyMQ==", "MANAGE_APPS"),
            ("setup", world.store, "VXNlcjoyMg==", "MANAGE_SETTINGS"),
            ("stranger", world.other, "VXNlcjoyMw==", "MANAGE_APPS"),
        )
    }
    keys = {
        name: {"Authorization": f"Bearer {_key(world, name, scopes)}"}
        for name, scopes in (
            ("reader", ["settings:read"]),
            ("writer", ["settings:read", "settings:write"]),
            ("half", ["settings:write"]),
        )
    }
    return {**{name: dict(found) for name, found in world.people.items()}, **staff, **keys}


def _key(world: World, name: str, scopes: list[str]) -> str:
    return api_key_create(installation=world.store, name=name, scopes=scopes)[1]


def _actions(world: World) -> dict[str, tuple[str, dict[str, Any]]]:
    identity = global_id("SalesLegalEntity", world.entity.pk)
    unused = factories.legal_entity(world.store, "unused")
    setting = {"level": "APP", "key": "paper", "value": "letter"}
    rate = {
        "currency": "EUR", "target": "PLN", "on": "2026-03-02", "rate": "4.26", "source": "ECB",
    }  # fmt: skip
    return {
        "settingsUpdate": (UPDATE, {"input": [setting]}),
        "legalEntityCreate": (
            CREATE,
            {"key": "new", "input": {"name": "Sample", "country": "DE"}},
        ),
        "legalEntityUpdate": (CHANGE, {"id": identity, "input": {"vatId": "PL5260001246"}}),
        "legalEntityDelete": (DELETE, {"id": global_id("SalesLegalEntity", unused.pk)}),
        "legalEntityLogoSet": (LOGO, {"id": identity, "logo": None}),
        "exchangeRateSet": (RATE, {"input": rate}),
    }


def _everything() -> list[Any]:
    entities = LegalEntity.objects.order_by("pk").values_list("key", "seller")
    values = SettingValue.objects.order_by("pk").values_list("key", "value")
    return [*entities, *values, ExchangeRate.objects.count(), SettingChange.objects.count()]


def _code(answer: dict[str, Any]) -> str:
    """The code of the only error, whose field is null."""
    (error,) = answer["errors"]
    assert set(answer["data"].values()) == {None}
    found: str = error["extensions"]["code"]
    return found


VERBS = (
    "settingsUpdate", "legalEntityCreate", "legalEntityUpdate", "legalEntityDelete",
    "legalEntityLogoSet", "exchangeRateSet",
)  # fmt: skip


@pytest.mark.parametrize("who", ALLOWED)
@pytest.mark.parametrize("verb", VERBS)
def test_who_sets_up_the_shop_changes(
    ask: Ask, world: World, people: dict[str, Headers], verb: str, who: str
) -> None:
    query, variables = _actions(world)[verb]
    answer = ask(query, people[who], **variables)
    assert "errors" not in answer, answer
    assert answer["data"][verb] is not None
    if verb != "legalEntityLogoSet":  # there was none to clear
        actor = {
            "admin": "staff:VXNlcjoyMQ==",
            "setup": "staff:VXNlcjoyMg==",
            "writer": "key:writer",
        }
        assert SettingChange.objects.latest("pk").changed_by == actor[who]


@pytest.mark.parametrize("who", DENIED)
@pytest.mark.parametrize("verb", VERBS)
def test_nobody_else_changes_anything(
    ask: Ask, world: World, people: dict[str, Headers], verb: str, who: str
) -> None:
    query, variables = _actions(world)[verb]
    before = _everything()
    assert _code(ask(query, people[who], **variables)) == DENIED[who]
    assert _everything() == before


@pytest.mark.parametrize("verb", ["legalEntityUpdate", "legalEntityDelete", "legalEntityLogoSet"])
def test_another_stores_administrator_finds_no_such_seller(
    ask: Ask, world: World, people: dict[str, Headers], verb: str
) -> None:
    query, variables = _actions(world)[verb]
    before = _everything()
    assert _code(ask(query, people["stranger"], **variables)) == "LEGAL_ENTITY_NOT_FOUND"
    assert _everything() == before


def test_another_stores_administrator_changes_their_own_store(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    for verb in ("settingsUpdate", "legalEntityCreate", "exchangeRateSet"):
        query, variables = _actions(world)[verb]
        assert "errors" not in ask(query, people["stranger"], **variables)
        LegalEntity.objects.filter(key="unused").delete()
    changes = SettingChange.objects.exclude(level="api_key")
    for rows in (SettingValue.objects.all(), ExchangeRate.objects.all(), changes):
        assert not rows.filter(installation=world.store).exists()
        assert rows.filter(installation=world.other).exists()
    factories.legal_entity(world.store, "mine")
    given = [{"level": "LEGAL_ENTITY", "name": "mine", "key": "paper", "value": "letter"}]
    assert _code(ask(UPDATE, people["stranger"], input=given)) == "LEGAL_ENTITY_NOT_FOUND"


@pytest.mark.parametrize("who", MAY_READ)
@pytest.mark.parametrize("query", QUERIES)
def test_who_reads(
    ask: Ask, world: World, people: dict[str, Headers], query: str, who: str
) -> None:
    answer = ask(QUERIES[query], people[who])
    assert "errors" not in answer, answer
    assert answer["data"][query] is not None


@pytest.mark.parametrize("who", MAY_NOT_READ)
@pytest.mark.parametrize("query", QUERIES)
def test_nobody_else_reads(
    ask: Ask, world: World, people: dict[str, Headers], query: str, who: str
) -> None:
    assert _code(ask(QUERIES[query], people[who])) == MAY_NOT_READ[who]


def test_everyone_reads_their_own_store(ask: Ask, world: World, people: dict[str, Headers]) -> None:
    for store, paper, key in ((world.store, "letter", "mine"), (world.other, "a4", "theirs")):
        setting_set(installation=store, level=Level.APP, key="paper", value=paper, changed_by=key)
        LegalEntity.objects.filter(installation=store).update(key=key)
    shown = {}
    for who in ("admin", "stranger"):
        answers = {name: ask(query, people[who])["data"] for name, query in QUERIES.items()}
        values = {one["key"]: one["value"] for one in answers["salesSettings"]["salesSettings"]}
        history = answers["salesSettingHistory"]["salesSettingHistory"]["edges"]
        shown[who] = (
            values["paper"],
            [name for edge in history if (name := edge["node"]["changedBy"]) != CONSOLE],
            [one["key"] for one in answers["salesLegalEntities"]["salesLegalEntities"]],
        )
    assert shown == {
        "admin": ("letter", ["mine"], ["mine"]),
        "stranger": ("a4", ["theirs"], ["theirs"]),
    }


def test_nobody_is_told_a_secret_and_order_staff_not_even_that_there_is_one(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    setting_set(
        installation=world.store, level=Level.APP, key="access_point_token", value="s3cr3t",
        changed_by="staff:1",
    )  # fmt: skip
    told = {"admin": True, "setup": True, "reader": True, "writer": True, "alice": False}
    for who, knows in told.items():
        texts = [str(ask(query, people[who])) for query in QUERIES.values()]
        assert not [text for text in texts if "s3cr3t" in text]
        assert any("access_point_token" in text for text in texts) is knows
        assert any("***" in text for text in texts) is knows


def test_the_history_names_people_to_who_may_see_orders(
    ask: Ask, world: World, people: dict[str, Headers]
) -> None:
    for store, email in ((world.store, "ours@example.com"), (world.other, "theirs@example.com")):
        StaffMember.objects.create(
            installation=store, user_id="someone", email=email, seen_at=timezone.now()
        )
        setting_set(
            installation=store,
            level=Level.APP,
            key="paper",
            value="letter",
            changed_by="staff:someone",
        )
    query = "{ salesSettingHistory(first: 1) { edges { node { changedBy changedByName } } } }"
    shown = {}
    for who in ("alice", "admin", "stranger", "reader"):
        (edge,) = ask(query, people[who])["data"]["salesSettingHistory"]["edges"]
        shown[who] = edge["node"]["changedByName"]
    # Who only sets up the shop is told no addresses of colleagues; another store tells its own.
    assert shown == {"alice": "ours@example.com", "admin": "", "stranger": "", "reader": ""}
