"""Keys of machines: made once, shown once, revoked at once, and never stronger than their maker."""

from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.stores.models import ApiKey, SettingChange
from saleor_invoices.stores.services import api_key
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories

LIST = "{ salesApiKeys { id name prefix scopes createdAt lastUsedAt revokedAt } }"
CREATE = """mutation ($name: String!, $scopes: [SalesApiKeyScope!]!) {
  apiKeyCreate(name: $name, scopes: $scopes) { key { id name prefix scopes revokedAt } token } }"""
REVOKE = "mutation ($id: ID!) { apiKeyRevoke(id: $id) { key { id revokedAt } } }"
DOCUMENTS = "{ salesInvoices { totalCount } }"
EVERY = [
    *("DOCUMENTS_READ", "DOCUMENTS_WRITE", "PAYMENTS_WRITE", "IMPORTS_WRITE"),
    *("SETTINGS_READ", "SETTINGS_WRITE"),
]


@pytest.fixture
def boss(world: World) -> Headers:
    """Staff with every right."""
    rights = ["MANAGE_APPS", "MANAGE_ORDERS", "HANDLE_PAYMENTS"]
    return bearer(factories.staff_token(world.store, user="VXNlcjoy", rights=rights), world.store)


def staff(world: World, *rights: str) -> Headers:
    """Staff of the store with these rights."""
    return bearer(factories.staff_token(world.store, rights=rights), world.store)


def code(answer: dict[str, Any]) -> str:
    """The code of the only error, whose field is null."""
    (error,) = answer["errors"]
    assert set(answer["data"].values()) == {None}
    found: str = error["extensions"]["code"]
    return found


def test_a_key_opens_what_it_was_made_for_until_it_is_revoked(
    ask: Ask, world: World, boss: Headers
) -> None:
    made = ask(CREATE, boss, name=" ERP ", scopes=["DOCUMENTS_READ"])["data"]["apiKeyCreate"]
    token, key = made["token"], made["key"]
    machine = {"Authorization": f"Bearer {token}"}
    assert key["name"] == "ERP"
    assert token.startswith(key["prefix"])
    assert len(key["prefix"]) == 12
    assert ask(DOCUMENTS, machine)["data"]["salesInvoices"]["totalCount"] == 4

    listed = ask(LIST, boss)
    assert token not in str(listed)
    shown = listed["data"]["salesApiKeys"][0]
    assert (shown["id"], shown["scopes"]) == (key["id"], ["DOCUMENTS_READ"])
    assert shown["lastUsedAt"]
    assert shown["revokedAt"] is None

    revoked = ask(REVOKE, boss, id=key["id"])["data"]["apiKeyRevoke"]["key"]
    answer = ask(DOCUMENTS, machine)
    assert answer["errors"][0]["extensions"]["code"] == "API_KEY_INVALID"
    again = ask(REVOKE, boss, id=key["id"])["data"]["apiKeyRevoke"]["key"]
    assert again == revoked
    history = SettingChange.objects.filter(level="api_key").order_by("pk")
    assert [(row.name, row.key, row.before, row.after, row.changed_by) for row in history][-2:] == [
        ("ERP", key["prefix"], None, ["documents:read"], "staff:VXNlcjoy"),
        ("ERP", key["prefix"], ["documents:read"], None, "staff:VXNlcjoy"),
    ]
    assert token not in str(list(history.values()))


def test_the_newest_comes_first_and_other_stores_stay_out(
    ask: Ask, world: World, boss: Headers
) -> None:
    for name in ("first", "second"):
        ask(CREATE, boss, name=name, scopes=EVERY)
    api_key_create(installation=world.other, name="theirs", scopes=["settings:read"])
    names = [key["name"] for key in ask(LIST, boss)["data"]["salesApiKeys"]]
    assert names == ["second", "first", "ERP"]


@pytest.mark.parametrize(
    ("name", "scopes", "expected"),
    [
        ("", ["SETTINGS_READ"], "API_KEY_NAME"),
        ("x" * 121, ["SETTINGS_READ"], "API_KEY_NAME"),
        ("a\nb", ["SETTINGS_READ"], "API_KEY_NAME"),
        ("ERP", [], "API_KEY_SCOPE"),
    ],
)
def test_what_is_no_key_is_not_made(
    ask: Ask, boss: Headers, name: str, scopes: list[str], expected: str
) -> None:
    before = (ApiKey.objects.count(), SettingChange.objects.count())
    assert code(ask(CREATE, boss, name=name, scopes=scopes)) == expected
    assert (ApiKey.objects.count(), SettingChange.objects.count()) == before


def test_there_is_an_end_to_keys_but_not_to_revoked_ones(
    ask: Ask, world: World, boss: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_key, "MOST", 2)  # the world has one
    made = ask(CREATE, boss, name="one", scopes=["SETTINGS_READ"])["data"]["apiKeyCreate"]["key"]
    assert code(ask(CREATE, boss, name="two", scopes=["SETTINGS_READ"])) == "TOO_MANY_API_KEYS"
    ask(REVOKE, boss, id=made["id"])
    assert "errors" not in ask(CREATE, boss, name="two", scopes=["SETTINGS_READ"])


@pytest.mark.parametrize(
    ("rights", "may"),
    [
        (["MANAGE_APPS"], {"SETTINGS_READ", "SETTINGS_WRITE"}),
        (
            ["MANAGE_SETTINGS", "MANAGE_ORDERS"],
            {"SETTINGS_READ", "SETTINGS_WRITE", "DOCUMENTS_READ", "DOCUMENTS_WRITE"}
            | {"IMPORTS_WRITE"},
        ),
        (["MANAGE_APPS", "HANDLE_PAYMENTS"], {"SETTINGS_READ", "SETTINGS_WRITE", "PAYMENTS_WRITE"}),
        (["MANAGE_ORDERS", "HANDLE_PAYMENTS"], set()),
    ],
)
def test_nobody_gives_a_key_more_than_they_have(
    ask: Ask, world: World, rights: list[str], may: set[str]
) -> None:
    who = staff(world, *rights)
    for scope in EVERY:
        answer = ask(CREATE, who, name="ERP", scopes=[scope])
        if scope in may:
            assert "errors" not in answer, scope
        else:
            assert code(answer) == "PERMISSION_DENIED", scope


def test_a_key_makes_no_stronger_key(ask: Ask, world: World) -> None:
    scopes = ["settings:read", "settings:write", "documents:read"]
    _, token = api_key_create(installation=world.store, name="robot", scopes=scopes)
    robot = {"Authorization": f"Bearer {token}"}
    assert "errors" not in ask(CREATE, robot, name="x", scopes=["DOCUMENTS_READ"])
    assert SettingChange.objects.latest("pk").changed_by == "key:robot"
    assert code(ask(CREATE, robot, name="x", scopes=["DOCUMENTS_WRITE"])) == "PERMISSION_DENIED"


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "conny", "stella", "guest", "key"])
def test_keys_are_of_settings_writers_only(ask: Ask, world: World, who: str) -> None:
    assert code(ask(LIST, world.people[who])) == "PERMISSION_DENIED"


def test_nobody_signs_in_to_see_keys(ask: Ask, world: World) -> None:
    assert code(ask(LIST, world.people["nobody"])) == "UNAUTHENTICATED"


def test_another_stores_key_is_not_there(ask: Ask, world: World, boss: Headers) -> None:
    theirs, _ = api_key_create(installation=world.other, name="x", scopes=["settings:read"])
    answer = ask(REVOKE, boss, id=global_id("SalesApiKey", theirs.pk))
    assert code(answer) == "API_KEY_NOT_FOUND"
    theirs.refresh_from_db()
    assert theirs.revoked_at is None
