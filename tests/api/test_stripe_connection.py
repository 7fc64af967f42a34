"""Stripe's keys tried out: the real SDK over HTTP, each fault with its code and words."""

from typing import Any

import pytest

from saleor_invoices.payments import connection
from saleor_invoices.payments.stripe_gateway import StripeGateway
from saleor_invoices.stores.models import SettingChange, SettingValue
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.settings_update import setting_set
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories
from tests.plugins.stripe import LIVE, RESTRICTED, SECRET, WITHOUT_ACCOUNT, StripeStand

TEST = """mutation ($entity: String! = "", $secret: String, $public: String) {
  stripeConnectionTest(legalEntity: $entity, secretKey: $secret, publishableKey: $public) {
    ok accountId accountName testMode country currencies code message } }"""
PUBLIC = "pk_test_" + "a" * 24
PUBLIC_LIVE = "pk_live_" + "a" * 24


@pytest.fixture
def admin(world: World) -> Headers:
    """Who sets the store up."""
    return bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait half a second for Stripe."""

    def gateway(key: str) -> StripeGateway:
        return StripeGateway(key, seconds=0.5)

    defaults = connection.stripe_connection_test.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "gateway", gateway)


def shown(answer: dict[str, Any]) -> dict[str, Any]:
    """What came of it."""
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["stripeConnectionTest"]
    return found


def keep(world: World, level: Level = Level.APP, name: str = "", **values: str) -> None:
    """Save keys."""
    for key, value in values.items():
        setting_set(
            installation=world.store, level=level, name=name, key=key, value=value, changed_by="x"
        )


def test_stripe_says_who_it_is(ask: Ask, admin: Headers, stripe_stand: StripeStand) -> None:
    assert shown(ask(TEST, admin, secret=SECRET, public=PUBLIC)) == {
        "ok": True, "accountId": "acct_1SampleSeller", "accountName": "Sample Seller GmbH",
        "testMode": True, "country": "DE", "currencies": ["EUR"], "code": "", "message": "",
    }  # fmt: skip
    assert stripe_stand.asked == [("/v1/account", SECRET), ("/v1/balance", SECRET)]
    assert not SettingValue.objects.exists()


def test_keys_that_are_saved_are_those_of_the_place(
    ask: Ask, world: World, admin: Headers, stripe_stand: StripeStand
) -> None:
    assert shown(ask(TEST, admin))["code"] == "STRIPE_KEY_MISSING"
    keep(world, stripe_secret_key=LIVE)
    keep(world, Level.LEGAL_ENTITY, "main", stripe_secret_key=RESTRICTED)
    assert shown(ask(TEST, admin))["testMode"] is False
    found = shown(ask(TEST, admin, entity="main"))
    assert (found["ok"], found["testMode"], found["currencies"]) == (True, True, ["EUR"])
    (error,) = ask(TEST, admin, entity="gone")["errors"]
    assert error["extensions"]["code"] == "LEGAL_ENTITY_NOT_FOUND"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"secret": "sk_test_" + "z" * 24}, "PAYMENT_KEY_REFUSED"),
        ({"secret": WITHOUT_ACCOUNT}, "PAYMENT_KEY_RIGHT_MISSING"),
        ({"secret": SECRET, "public": PUBLIC_LIVE}, "STRIPE_MODES_DIFFER"),
        ({"secret": LIVE, "public": PUBLIC}, "STRIPE_MODES_DIFFER"),
        ({"secret": PUBLIC}, "STRIPE_KEYS_SWAPPED"),
        ({"secret": SECRET, "public": SECRET}, "STRIPE_KEY_MALFORMED"),
        ({"secret": "hunter2"}, "STRIPE_KEY_MALFORMED"),
        ({"secret": "***"}, "STRIPE_KEY_MALFORMED"),
        ({"secret": ""}, "STRIPE_KEY_MISSING"),
    ],
)
def test_each_fault_has_its_code_and_no_key_in_its_words(
    ask: Ask, admin: Headers, stripe_stand: StripeStand, given: dict[str, str], expected: str
) -> None:
    found = shown(ask(TEST, admin, **given))
    assert (found["ok"], found["code"]) == (False, expected)
    assert found["message"]
    assert not [key for key in given.values() if len(key) > 3 and key in str(found)]


@pytest.mark.parametrize(
    ("mood", "expected"),
    [
        ("500", "PAYMENT_PROVIDER_DOWN"),
        ("503", "PAYMENT_PROVIDER_DOWN"),
        ("429", "PAYMENT_PROVIDER_DOWN"),
        ("400", "REFUSED"),
        ("html", "PAYMENT_PROVIDER_DOWN"),
        ("slow", "PAYMENT_PROVIDER_SLOW"),
    ],
)
def test_a_stripe_in_trouble(
    ask: Ask,
    admin: Headers,
    impatient: None,
    stripe_stand: StripeStand,
    mood: str,
    expected: str,
) -> None:
    stripe_stand.mood = mood
    found = shown(ask(TEST, admin, secret=SECRET))
    assert (found["ok"], found["code"]) == (False, expected)
    assert len(stripe_stand.asked) == 1  # nothing is tried twice while somebody waits


def test_nobody_is_there(ask: Ask, admin: Headers, settings: Any) -> None:
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    assert shown(ask(TEST, admin, secret=SECRET))["code"] == "PAYMENT_PROVIDER_DOWN"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stripe_secret_key", PUBLIC),
        ("stripe_secret_key", "sk_live"),
        ("stripe_secret_key", 5),
        ("stripe_publishable_key", SECRET),
        ("stripe_publishable_key", "***"),
    ],
)
def test_what_is_no_key_is_not_saved(world: World, key: str, value: Any) -> None:
    with pytest.raises(Exception, match=key) as caught:
        keep(world, **{key: value})
    assert getattr(caught.value, "code", "") == "SETTING_INVALID"
    assert str(value) not in str(caught.value)


def test_the_secret_key_is_kept_encrypted_and_told_to_nobody(world: World) -> None:
    keep(world, stripe_secret_key=SECRET, stripe_publishable_key=PUBLIC)
    assert SECRET not in str(list(SettingValue.objects.values()))
    history = SettingChange.objects.filter(key="stripe_secret_key").values_list("after", flat=True)
    assert list(history) == ["***"]


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "stella", "guest", "key", "nobody"])
def test_only_who_sets_up_asks_stripe(
    ask: Ask, world: World, stripe_stand: StripeStand, who: str
) -> None:
    (error,) = ask(TEST, world.people[who], secret=SECRET)["errors"]
    expected = "UNAUTHENTICATED" if who == "nobody" else "PERMISSION_DENIED"
    assert error["extensions"]["code"] == expected
    assert stripe_stand.asked == []
