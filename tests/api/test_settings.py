"""Settings over the API: what is shown, what changing answers, and how a refusal reads."""

from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.stores.models import SettingChange, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Level
from saleor_invoices.stores.services.settings_update import setting_set
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.test_settings_access import RATE, UPDATE
from tests.plugins import factories

READ = """query ($level: SalesSettingLevel!, $name: String!) {
  salesSettings(level: $level, name: $name) {
    key group kind description value source sourceName inheritedValue overridden levels secret
    default choices least most } }"""
HISTORY = """query ($first: Int, $after: String, $level: String, $name: String, $key: String) {
  salesSettingHistory(first: $first, after: $after, level: $level, name: $name, key: $key) {
    edges { cursor node { id level name key before after changedBy changedAt } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


@pytest.fixture
def admin(world: World) -> Headers:
    """Staff who may set up the store."""
    token = factories.staff_token(world.store, user="VXNlcjoyMQ==", rights=["MANAGE_APPS"])
    return bearer(token, world.store)


def _error(answer: dict[str, Any]) -> dict[str, Any]:
    (error,) = answer["errors"]
    assert set((answer["data"] or {"": None}).values()) == {None}
    found: dict[str, Any] = error["extensions"]
    return found


def _one(answer: dict[str, Any], key: str) -> dict[str, Any]:
    (found,) = [item for item in answer["data"]["salesSettings"] if item["key"] == key]
    setting: dict[str, Any] = found
    return setting


def test_a_setting_is_shown_with_where_it_comes_from(
    ask: Ask, world: World, admin: Headers
) -> None:
    place: dict[str, Any] = {"installation": world.store, "changed_by": "x"}
    setting_set(level=Level.APP, key="payment_terms_days", value=10, **place)
    setting_set(level=Level.LEGAL_ENTITY, name="main", key="payment_terms_days", value=20, **place)
    answer = ask(READ, admin, level="CHANNEL", name="default-channel")
    assert _one(answer, "payment_terms_days") == {
        "key": "payment_terms_days",
        "group": "PAYMENT",
        "kind": "WHOLE_NUMBER",
        "description": "Days until payment is due.",
        "value": 20,
        "source": "LEGAL_ENTITY",
        "sourceName": "main",
        "inheritedValue": 20,
        "overridden": False,
        "levels": ["CHANNEL", "LEGAL_ENTITY", "APP"],
        "secret": False,
        "default": 14,
        "choices": [],
        "least": 0,
        "most": 3650,
    }
    assert _one(answer, "paper")["choices"] == ["a4", "letter"]
    assert [item["key"] for item in answer["data"]["salesSettings"]] == list(SETTINGS)


def test_changes_are_answered_with_what_holds_now(ask: Ask, world: World, admin: Headers) -> None:
    rule = {"policy": "confirmed", "buyer": "business", "countries": ["DE"]}
    given = [
        {"level": "APP", "key": "issue_rules", "value": [rule]},
        {"level": "CHANNEL", "name": "us", "key": "paper", "value": "letter"},
        {"level": "CHANNEL", "name": "us", "key": "footer", "inherit": True},
    ]
    found = ask(UPDATE, admin, input=given)["data"]["settingsUpdate"]
    by = "staff:VXNlcjoyMQ=="
    assert found["changes"] == [
        {"key": "issue_rules", "before": None, "after": [rule], "changedBy": by},
        {"key": "paper", "before": None, "after": "letter", "changedBy": by},
    ]
    assert [tuple(item.values()) for item in found["settings"]] == [
        ("issue_rules", [rule], "APP", "", True),
        ("paper", "letter", "CHANNEL", "us", True),
        ("footer", [], "DEFAULT", "", False),
    ]
    again = ask(UPDATE, admin, input=given)["data"]["settingsUpdate"]
    assert again["changes"] == []
    assert SettingChange.objects.exclude(level="api_key").count() == 2


@pytest.mark.parametrize(
    ("given", "code", "field", "place"),
    [
        ({"key": "papre", "value": "a4"}, "SETTING_UNKNOWN", "papre", "store.papre"),
        ({"key": "paper", "value": "a5"}, "SETTING_INVALID", "paper", "store.paper"),
        ({"key": "paper"}, "SETTING_INVALID", "paper", "store.paper"),
        ({"key": "paper", "value": None}, "SETTING_INVALID", "paper", "store.paper"),
        (
            {"key": "paper", "value": "a4", "inherit": True},
            "SETTING_INVALID",
            "paper",
            "store.paper",
        ),
        (
            {"key": "payment_terms_days", "value": 14.0},
            "SETTING_INVALID",
            "payment_terms_days",
            "store.payment_terms_days",
        ),
        (
            {"key": "mail_texts", "value": {"de": {"subject": [[0.5]]}}},
            "SETTING_INVALID",
            "mail_texts",
            "store.mail_texts",
        ),
        (
            {"level": "CHANNEL", "name": "a", "key": "number_reset", "value": "never"},
            "SETTING_LEVEL",
            "number_reset",
            "channels.a.number_reset",
        ),
        (
            {"level": "LEGAL_ENTITY", "name": "none", "key": "paper", "value": "a4"},
            "LEGAL_ENTITY_NOT_FOUND",
            "paper",
            "legal_entities.none.settings.paper",
        ),
        ({"level": "CHANNEL", "key": "paper", "value": "a4"}, "PLACE_INVALID", "paper", None),
        ({"level": "DEFAULT", "key": "paper", "value": "a4"}, "PLACE_INVALID", "paper", None),
        (
            {"key": "transmission", "value": "access_point"},
            "SETTINGS_MISFIT",
            "transmission",
            "store.transmission",
        ),
        (
            {"key": "number_pattern_invoice", "value": "TEST-{seq}"},
            "SETTING_INVALID",
            "number_pattern_invoice",
            "store.number_pattern_invoice",
        ),
        (
            {"key": "number_pattern_credit_note", "value": "INV-{YYYY}-{seq}"},
            "NUMBER_PATTERNS_CLASH",
            "number_pattern_credit_note",
            "store.number_pattern_credit_note",
        ),
    ],
)
def test_a_refusal_has_a_code_and_says_where(
    ask: Ask,
    world: World,
    admin: Headers,
    given: dict[str, Any],
    code: str,
    field: str,
    place: str | None,
) -> None:
    good = {"level": "APP", "key": "accent_color", "value": "#000000"}
    found = _error(ask(UPDATE, admin, input=[good, {"level": "APP", **given}]))
    assert (found["code"], found["params"]["field"]) == (code, field)
    assert place is None or found["params"]["place"] == place
    assert not SettingValue.objects.exists()


def test_a_fraction_in_the_query_itself_is_refused(ask: Ask, world: World, admin: Headers) -> None:
    query = """mutation { settingsUpdate(input: [
      {level: APP, key: "payment_terms_days", value: 14.5}]) { changes { key } } }"""
    assert _error(ask(query, admin))["code"] == "SETTING_INVALID"
    whole = query.replace("14.5", "15")
    assert ask(whole, admin)["data"]["settingsUpdate"]["changes"] == [{"key": "payment_terms_days"}]


def test_too_many_changes_are_refused(ask: Ask, world: World, admin: Headers) -> None:
    given = [
        {"level": "CHANNEL", "name": str(n), "key": "paper", "value": "a4"} for n in range(201)
    ]
    assert _error(ask(UPDATE, admin, input=given))["code"] == "TOO_MANY_CHANGES"


def test_the_history_is_paged_from_the_newest_on(ask: Ask, world: World, admin: Headers) -> None:
    place: dict[str, Any] = {"installation": world.store, "changed_by": "x", "level": Level.APP}
    for days in range(5):
        setting_set(key="payment_terms_days", value=days, **place)
    first = ask(HISTORY, admin, first=3, level="app")["data"]["salesSettingHistory"]
    assert [edge["node"]["after"] for edge in first["edges"]] == [4, 3, 2]
    assert first["edges"][2]["node"]["before"] == 1
    assert first["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": False,
        "startCursor": first["edges"][0]["cursor"],
        "endCursor": first["edges"][2]["cursor"],
    }
    cursor = first["pageInfo"]["endCursor"]
    rest = ask(HISTORY, admin, first=3, level="app", after=cursor)
    page = rest["data"]["salesSettingHistory"]
    assert [edge["node"]["after"] for edge in page["edges"]] == [1, 0]
    assert page["edges"][1]["node"]["before"] is None
    assert page["pageInfo"]["hasNextPage"] is False
    assert page["pageInfo"]["hasPreviousPage"] is True
    narrowed = ask(HISTORY, admin, level="channel", name="a", key="paper")
    assert narrowed["data"]["salesSettingHistory"]["edges"] == []


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"first": 0}, "PAGE_SIZE"),
        ({"first": 101}, "PAGE_SIZE"),
        ({"after": "x"}, "INVALID_ID"),
        ({"after": global_id("SalesProblem", 1)}, "INVALID_ID"),
    ],
)
def test_a_page_that_makes_no_sense_is_refused(
    ask: Ask, world: World, admin: Headers, variables: dict[str, Any], code: str
) -> None:
    assert _error(ask(HISTORY, admin, **variables))["code"] == code


def test_a_place_that_is_none_is_refused(ask: Ask, world: World, admin: Headers) -> None:
    missing = _error(ask(READ, admin, level="LEGAL_ENTITY", name="none"))
    assert (missing["code"], missing["params"]["place"]) == (
        "LEGAL_ENTITY_NOT_FOUND", "legal_entities.none",
    )  # fmt: skip
    assert _error(ask(READ, admin, level="CHANNEL", name=""))["code"] == "PLACE_INVALID"


def test_reading_costs_the_same_however_much_is_set(
    ask: Ask, world: World, admin: Headers, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        setting_set(
            installation=world.store, level=Level.CHANNEL, name=str(number), key="paper",
            value="letter", changed_by="x",
        )  # fmt: skip
    with django_assert_max_num_queries(3):  # the store, its values, its sellers
        answer = ask(READ, admin, level="CHANNEL", name="7")
    assert _one(answer, "paper")["value"] == "letter"


def test_samples_of_a_pattern_are_shown_before_it_is_set(
    ask: Ask, world: World, admin: Headers
) -> None:
    query = """query ($pattern: String!) {
      salesNumberSamples(pattern: $pattern, reset: MONTHLY, on: "2026-12-31") }"""
    found = ask(query, admin, pattern="{YYYY}/{MM}/{seq:03}")
    assert found["data"]["salesNumberSamples"] == ["2026/12/001", "2026/12/002", "2027/01/001"]
    assert _error(ask(query, admin, pattern="{seq}"))["code"] == "NUMBER_PATTERN_REPEATS"


def test_a_rate_is_entered_and_listed_exactly(ask: Ask, world: World, admin: Headers) -> None:
    rate = {
        "currency": "IDR", "target": "EUR", "on": "2026-03-02", "rate": "0.000052301444",
        "source": "ECB",
    }  # fmt: skip
    shown = {**rate, "enteredBy": "staff:VXNlcjoyMQ=="}
    assert ask(RATE, admin, input=rate)["data"]["exchangeRateSet"]["exchangeRate"] == shown
    listed = ask("{ salesExchangeRates { currency target on rate source enteredBy } }", admin)
    assert listed["data"]["salesExchangeRates"] == [shown]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"rate": "0"}, "EXCHANGE_RATE_INVALID", "rate"),
        ({"currency": "EUR"}, "EXCHANGE_RATE_INVALID", "target"),
        ({"currency": "EURO"}, "UNKNOWN_CURRENCY", "currency"),
        ({"source": ""}, "EXCHANGE_RATE_INVALID", "source"),
        ({"on": "2099-01-01"}, "EXCHANGE_RATE_INVALID", "on"),
        ({"rate": 1.5}, "INVALID_AMOUNT", None),
    ],
)
def test_what_is_no_rate_is_refused(
    ask: Ask, world: World, admin: Headers, change: dict[str, Any], code: str, field: str | None
) -> None:
    rate = {
        "currency": "USD", "target": "EUR", "on": "2026-03-02", "rate": "0.92", "source": "ECB",
        **change,
    }  # fmt: skip
    found = _error(ask(RATE, admin, input=rate))
    assert (found["code"], found["params"].get("field")) == (code, field)


def test_nobody_overwrites_what_they_have_not_seen(ask: Ask, world: World, admin: Headers) -> None:
    where = {"level": "CHANNEL", "name": "us", "key": "payment_terms_days"}
    place: dict[str, Any] = {"installation": world.store, "changed_by": "another"}
    assert "errors" not in ask(UPDATE, admin, input=[{**where, "value": 20, "expected": 14}])
    # What is inherited counts too: it is what a person saw.
    inherited = {**where, "name": "de", "value": 30, "expected": 14}
    setting_set(level=Level.APP, key="payment_terms_days", value=15, **place)
    both = [{**where, "value": 21, "expected": 20}, inherited]
    error = _error(ask(UPDATE, admin, input=both))
    assert error["code"] == "SETTING_CHANGED"
    (fault,) = error["params"]["faults"]
    assert (fault["place"], fault["code"]) == ("channels.de.payment_terms_days", "SETTING_CHANGED")
    kept = SettingValue.objects.get(channel="us", key="payment_terms_days")
    assert kept.value == 20
    assert "errors" not in ask(UPDATE, admin, input=[{**inherited, "expected": 15}])
    away = {**where, "inherit": True, "expected": 14}
    assert _error(ask(UPDATE, admin, input=[away]))["code"] == "SETTING_CHANGED"
    assert "errors" not in ask(UPDATE, admin, input=[{**away, "expected": 20}])
    secret = {"level": "APP", "key": "access_point_token"}
    assert "errors" not in ask(UPDATE, admin, input=[{**secret, "value": "t1", "expected": ""}])
    assert _error(ask(UPDATE, admin, input=[{**secret, "value": "t2", "expected": ""}]))
    assert "errors" not in ask(UPDATE, admin, input=[{**secret, "value": "t2", "expected": "***"}])
