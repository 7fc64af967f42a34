"""The settings' API as a weapon: secrets, other stores, and input that is too much or too deep."""

import json
import logging
import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from saleor_invoices.api.ids import global_id
from saleor_invoices.stores import parties, resolution
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation, LegalEntity, SettingChange, SettingValue
from saleor_invoices.stores.registry import SECRETS, SETTINGS, Level
from saleor_invoices.stores.selectors import channel_profile
from saleor_invoices.stores.services import legal_entity as sellers
from saleor_invoices.stores.services import settings_update as services
from saleor_invoices.stores.services.settings_update import settings_update
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories

pytestmark = pytest.mark.django_db
SECRET = "Tr0ub4dor&3-of-the-first-store"
UPDATE = """mutation ($input: [SalesSettingInput!]!) { settingsUpdate(input: $input) {
  changes { level name key before after } settings { key value inheritedValue default } } }"""
EVERYTHING = """{ salesSettings(level: APP) { key value inheritedValue default }
  salesSettingHistory(first: 100) { edges { node { key name before after } } }
  salesLegalEntities { id key name vatId } salesExchangeRates { rate } }"""


@pytest.fixture
def boss(world: World) -> Headers:
    """Who sets the store up."""
    LegalEntity.objects.update(seller=parties.to_json(factories.SELLER))
    return bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)


@pytest.fixture
def rival(world: World) -> Headers:
    """Who sets the other store up."""
    return bearer(factories.staff_token(world.other, rights=["MANAGE_APPS"]), world.other)


def value(key: str, given: Any, level: str = "APP", name: str = "") -> dict[str, Any]:
    """One value as the API takes it."""
    return {"level": level, "name": name, "key": key, "value": given}


def codes(answer: dict[str, Any]) -> list[str]:
    """The codes of what was refused."""
    return [error["extensions"].get("code") for error in answer.get("errors", ())]


# --- Secrets --------------------------------------------------------------------------------------
WRONG_PLACES = (
    value("access_point_token", SECRET, level="CHANNEL", name=" "),
    value("access_point_token", SECRET, level="LEGAL_ENTITY", name="nobody"),
    value("access_point_token", [SECRET]),
    value("access_point_token", {"sealed": SECRET}),
    value("access_point_token", SECRET * 20),
    value("access_point_token", SECRET + "\u202e"),
    {**value("access_point_token", SECRET), "inherit": True},
)


@pytest.mark.parametrize("wrong", WRONG_PLACES)
def test_a_refused_secret_is_not_repeated(
    ask: Ask, boss: Headers, wrong: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = ask(UPDATE, boss, input=[wrong])
    assert codes(answer)
    assert SECRET not in json.dumps(answer)
    assert SECRET not in caplog.text
    assert not SettingValue.objects.exists()


def test_a_secret_is_told_by_nothing(
    ask: Ask, boss: Headers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = value("access_point_url", "https://ap.example.com/")
    said = [ask(UPDATE, boss, input=[url, value("access_point_token", SECRET)])]
    said += [ask(UPDATE, boss, input=[value("access_point_token", SECRET, "CHANNEL", "c")])]
    said += [ask(EVERYTHING, boss)]
    said += [ask(UPDATE, boss, input=[value("access_point_token", SECRET + "2")])]
    said += [ask(EVERYTHING, boss)]
    assert not [one for one in said if codes(one)]
    kept = [*SettingValue.objects.values(), *SettingChange.objects.values()]
    assert SettingValue.objects.filter(key="access_point_token").count() == 2
    assert SECRET not in json.dumps(said) + str(kept) + caplog.text


def test_whether_a_guess_is_right_is_told_only_who_may_set_it(ask: Ask, boss: Headers) -> None:
    """No change is noted for the same secret; only a writer of settings sees that."""
    ask(UPDATE, boss, input=[value("access_point_token", SECRET)])
    for guess, changes in ((SECRET, 0), ("wrong-guess", 1)):
        answer = ask(UPDATE, boss, input=[value("access_point_token", guess)])
        assert len(answer["data"]["settingsUpdate"]["changes"]) == changes


def test_every_secret_is_declared_one() -> None:
    words = ("token", "secret", "password", "api_key")
    named = {key for key in SETTINGS if any(word in key for word in words)}
    assert named == SECRETS


# --- Other stores ---------------------------------------------------------------------------------
def test_one_store_reaches_nothing_of_another(
    ask: Ask, world: World, boss: Headers, rival: Headers
) -> None:
    ask(UPDATE, boss, input=[value("access_point_token", SECRET), value("footer", ["Ours"])])
    ask(UPDATE, boss, input=[value("paper", "letter", "CHANNEL", "default-channel")])
    mine = global_id("SalesLegalEntity", world.entity.pk)
    before = list(SettingValue.objects.values()), list(LegalEntity.objects.values())
    seen = json.dumps(ask(EVERYTHING, rival))
    assert "Ours" not in seen
    assert "***" not in seen
    for given in (
        value("paper", "letter", "LEGAL_ENTITY", mine),
        value("paper", "letter", "LEGAL_ENTITY", str(world.entity.pk)),
        value("legal_entity", "unknown"),
    ):
        assert codes(ask(UPDATE, rival, input=[given]))
    query = """mutation ($id: ID!) {{ {verb}(id: $id{rest}) {{ {shown} }} }}"""
    for verb, rest, shown in (
        ("legalEntityUpdate", ', input: {name: "X"}', "legalEntity { id }"),
        ("legalEntityDelete", "", "id"),
        ("legalEntityLogoSet", ", logo: null", "legalEntity { id }"),
    ):
        answer = ask(query.format(verb=verb, rest=rest, shown=shown), rival, id=mine)
        assert codes(answer) == ["LEGAL_ENTITY_NOT_FOUND"]
    assert (list(SettingValue.objects.values()), list(LegalEntity.objects.values())) == before


def test_a_cursor_of_another_store_opens_nothing(ask: Ask, boss: Headers, rival: Headers) -> None:
    ask(UPDATE, boss, input=[value("footer", ["Ours"])])
    change = SettingChange.objects.get(key="footer")
    query = (
        "query ($after: String) { salesSettingHistory(after: $after) { edges { node { key } } } }"
    )
    after = global_id("SalesSettingChange", change.pk + 100)
    assert ask(query, boss, after=after)["data"]["salesSettingHistory"]["edges"]
    assert ask(query, rival, after=after)["data"]["salesSettingHistory"]["edges"] == []


def test_the_same_names_in_two_stores_are_two_places(
    ask: Ask, world: World, boss: Headers, rival: Headers
) -> None:
    for who, paper in ((boss, "letter"), (rival, "a4")):
        assert not codes(ask(UPDATE, who, input=[value("paper", paper, "CHANNEL", "shared")]))
        assert not codes(ask(UPDATE, who, input=[value("paper", paper, "LEGAL_ENTITY", "main")]))
    for store, paper in ((world.store, "letter"), (world.other, "a4")):
        assert channel_profile(installation=store, channel="shared").paper == paper
        assert channel_profile(installation=store, channel="else").paper == paper


# --- Too much -------------------------------------------------------------------------------------
def nested(depth: int, *, tables: bool) -> Any:
    """A value in a value in a value."""
    found: Any = "x"
    for _ in range(depth):
        found = {"a": found} if tables else [found]
    return found


@pytest.mark.parametrize("tables", [True, False])
@pytest.mark.parametrize("depth", [5, 90, 400])
def test_deep_values_are_refused_for_every_setting(
    ask: Ask, boss: Headers, depth: int, tables: bool
) -> None:
    deep = nested(depth, tables=tables)
    for key in SETTINGS:
        for place in (value(key, deep), value(key, {"en": deep}), value(key, [deep])):
            found = codes(ask(UPDATE, boss, input=[place]))
            assert found in (["SETTING_INVALID"], ["SETTING_LEVEL"]), (key, found)
    assert not SettingValue.objects.exists()


@pytest.mark.parametrize("depth", [900, 5_000, 60_000])
def test_depth_beyond_the_interpreter_is_refused(client: Client, boss: Headers, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    body = json.dumps({"query": UPDATE, "variables": {"input": [value("footer", "DEEP")]}})
    answer = client.post(
        "/graphql/", body.replace('"DEEP"', deep), content_type="application/json",
        headers=dict(boss),
    )  # fmt: skip
    found = [error["extensions"]["code"] for error in answer.json()["errors"]]
    assert found in (["BAD_REQUEST"], ["SETTING_INVALID"], ["QUERY_TOO_DEEP"]), found


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("footer", ["x"] * 80_000),
        ("reminder_days", list(range(60_000))),
        ("issue_rules", [{"policy": "never"}] * 10_000),
        ("tax_class_categories", {f"n{at}": "Z" for at in range(20_000)}),
        ("bank_accounts", [{"account": "1"}] * 20_000),
        ("mail_texts", {"en": {"body": "x" * 400_000}}),
        ("mail_texts", {f"l{at}": {"body": "x"} for at in range(10_000)}),
        ("vat_id_keys", [f"k{at}" for at in range(40_000)]),
        ("html_template", "x" * 400_000),
        ("access_point_url", "https://" + "x" * 400_000),
        ("number_pattern_invoice", "{seq}" * 80_000),
        ("number_pattern_invoice", "{seq}" + "9" * 300_000),
        ("reply_to", "a@" + "a." * 150_000 + "de"),
        ("payment_terms_days", int("9" * 4_000)),
        ("zero_rate_code", "VATEX" + "-A" * 150_000),
        ("accent_color", "#" + "f" * 400_000),
        ("x" * 400_000, "x"),
    ],
)
def test_large_values_are_refused_at_once(ask: Ask, boss: Headers, key: str, given: object) -> None:
    began = time.process_time()
    answer = ask(UPDATE, boss, input=[value(key, given)])
    assert time.process_time() - began < 2
    assert codes(answer)
    assert "INTERNAL_ERROR" not in codes(answer)
    assert not SettingValue.objects.exists()


def test_a_number_too_long_for_a_number_is_refused(client: Client, boss: Headers) -> None:
    body = json.dumps({"query": UPDATE, "variables": {"input": [value("footer", "LONG")]}})
    answer = client.post(
        "/graphql/", body.replace('"LONG"', "9" * 5_000), content_type="application/json",
        headers=dict(boss),
    )  # fmt: skip
    assert answer.status_code in (200, 400)
    assert answer.json()["errors"][0]["extensions"]["code"] in ("BAD_REQUEST", "SETTING_INVALID")


def channels_of(store: Installation, count: int) -> None:
    """As if many channels had values."""
    SettingValue.objects.bulk_create(
        SettingValue(installation=store, channel=f"c{at}", key="paper", value="a4")
        for at in range(count)
    )


def test_channels_without_end_are_refused(world: World, boss: Headers, ask: Ask) -> None:
    channels_of(world.store, services.MOST_CHANNELS)
    answer = ask(UPDATE, boss, input=[value("paper", "letter", "CHANNEL", "one-more")])
    assert codes(answer) == ["TOO_MANY_CHANNELS"]
    assert not codes(ask(UPDATE, boss, input=[value("paper", "letter", "CHANNEL", "c1")]))


def test_many_channels_hold_nobody_up(world: World, boss: Headers, ask: Ask) -> None:
    """Whoever writes settings locks the store, and on SQLite everyone else."""
    channels_of(world.store, 1_000)
    began = time.process_time()
    assert not codes(ask(UPDATE, boss, input=[value("paper", "letter")]))
    thousand = time.process_time() - began
    SettingValue.objects.filter(channel__gt="c2").delete()
    began = time.process_time()
    assert not codes(ask(UPDATE, boss, input=[value("paper", "a4")]))
    assert thousand < 1 + 20 * (time.process_time() - began)
    assert thousand < 2


def test_a_channel_is_read_without_the_others(world: World, boss: Headers) -> None:
    """Each document asks for its channel: templates of a thousand others are 100 MB."""
    SettingValue.objects.bulk_create(
        SettingValue(installation=world.store, channel=f"c{at}", key="footer", value=["x" * 100])
        for at in range(20)
    )
    assert len(resolution._rows(world.store.pk)) == 20
    with CaptureQueriesContext(connection) as queries:
        profile = channel_profile(installation=world.store, channel="c1")
    assert profile.footer == ("x" * 100,)
    asked = [query["sql"] for query in queries if "stores_settingvalue" in query["sql"]]
    assert asked
    assert all("IN (" in sql and "c1" in sql for sql in asked)


def test_sellers_without_end_are_refused(
    ask: Ask, boss: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sellers, "MOST", 2)
    create = """mutation ($key: String!) { legalEntityCreate(key: $key,
      input: {name: "Sample", country: "PL"}) { legalEntity { id } } }"""
    assert not codes(ask(create, boss, key="two"))
    assert codes(ask(create, boss, key="three")) == ["TOO_MANY_LEGAL_ENTITIES"]


def test_all_or_nothing(world: World, boss: Headers) -> None:
    given = [
        ValueInput(level=Level.APP, name="", key="paper", value="letter"),
        ValueInput(level=Level.LEGAL_ENTITY, name="nobody", key="paper", value="letter"),
    ]
    with pytest.raises(Exception, match="nobody"):
        settings_update(installation=world.store, changes=given, changed_by="staff:1")
    assert not SettingValue.objects.exists()
    assert not SettingChange.objects.filter(key="paper").exists()
