"""The way from installation to the first invoice, step by step."""

from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation, LegalEntity, SetupStep
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.settings_update import setting_set
from saleor_invoices.stores.services.store_bootstrap import store_bootstrap
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories
from tests.saleor.fake_saleor import Script, data, served

SETUP = "{ salesSetup { steps { key state required } complete } }"
SKIP = """mutation ($key: String!, $skip: Boolean! = true) {
  setupStepSkip(key: $key, skip: $skip) { setup { steps { key state } complete } } }"""
PROPOSAL = """{ salesSellerProposal { name country phone timezone language paper
  address { street additional postalCode city subdivision country } } }"""
ORDER = ["seller", "tax", "numbers", "bank", "look", "policy", "mails", "first_invoice"]
SELLER = {
    "name": "Sample Shop Sp. z o.o.",
    "vat_id": "PL5260001246",
    "address": {"street": "ul. Prosta 1", "city": "Warszawa", "postal_code": "00-838"},
}
ACCOUNT = [{"account": "PL61109010140000071219812874"}]


@pytest.fixture
def store(db: None) -> Installation:
    """A store that was installed just now."""
    return factories.installation()


@pytest.fixture
def admin(store: Installation) -> Headers:
    """Who sets the store up."""
    return bearer(factories.staff_token(store, rights=["MANAGE_APPS"]), store)


def states(answer: dict[str, Any]) -> dict[str, str]:
    """The state of each step."""
    return {step["key"]: step["state"] for step in answer["steps"]}


def test_a_new_store_has_everything_before_it(ask: Ask, admin: Headers) -> None:
    setup = ask(SETUP, admin)["data"]["salesSetup"]
    assert [step["key"] for step in setup["steps"]] == ORDER
    assert {step["state"] for step in setup["steps"]} == {"OPEN"}
    assert {step["key"] for step in setup["steps"] if step["required"]} == {
        "seller", "tax", "numbers", "first_invoice",
    }  # fmt: skip
    assert setup["complete"] is False


def test_each_step_is_done_by_what_it_is_about(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    def done() -> set[str]:
        found = states(ask(SETUP, admin)["data"]["salesSetup"])
        return {key for key, state in found.items() if state == "DONE"}

    def put(key: str, value: object, level: Level = Level.APP, name: str = "") -> None:
        setting_set(
            installation=store, level=level, name=name, key=key, value=value, changed_by="staff:1"
        )

    entity = factories.legal_entity(store, seller=SELLER)
    assert done() == {"seller", "tax"}
    put("number_pattern_invoice", "INV-{YYYY}-{seq:05}")  # the default, confirmed
    assert done() == {"seller", "tax", "numbers"}
    put("bank_accounts", ACCOUNT, Level.LEGAL_ENTITY, "main")
    put("accent_color", "#aa0000")
    put("issue_policy", "fulfilled", Level.CHANNEL, "default-channel")
    assert done() == set(ORDER) - {"mails", "first_invoice"}
    mail = {"purpose": "test", "recipient": "a@example.com", "message_id": "<a@example.com>"}
    Dispatch.objects.create(installation=store, key="1", state="failed", **mail)
    assert "mails" not in done()
    Dispatch.objects.create(installation=store, key="2", state="sent", **mail)
    factories.issued_document(entity)
    assert done() == set(ORDER)
    assert ask(SETUP, admin)["data"]["salesSetup"]["complete"] is True


@pytest.mark.parametrize(
    ("changes", "seller", "tax"),
    [
        ({}, "DONE", "DONE"),
        ({"name": ""}, "OPEN", "DONE"),
        ({"address": {"street": "ul. Prosta 1", "city": "Warszawa"}}, "OPEN", "DONE"),
        ({"address": {"street": "ul. Prosta 1", "postal_code": "00-838"}}, "OPEN", "DONE"),
        ({"vat_id": ""}, "DONE", "OPEN"),
        ({"vat_id": "", "tax_registration": "123/456"}, "DONE", "DONE"),
    ],
)
def test_a_seller_is_complete_by_the_law_of_its_country(
    ask: Ask,
    store: Installation,
    admin: Headers,
    changes: dict[str, Any],
    seller: str,
    tax: str,
) -> None:
    given = {**SELLER, **changes}
    factories.legal_entity(store, seller=given, name=given["name"])
    found = states(ask(SETUP, admin)["data"]["salesSetup"])
    assert (found["seller"], found["tax"]) == (seller, tax)


def test_what_belongs_to_an_address_is_each_countrys_own(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    without_code = {"name": "X", "address": {"street": "1 Sample St", "city": "Dublin"}}
    factories.legal_entity(store, seller=without_code, country="IE")
    assert states(ask(SETUP, admin)["data"]["salesSetup"])["seller"] == "DONE"
    us = {"name": "X", "address": {"street": "1 St", "city": "Albany", "postal_code": "12207"}}
    second = factories.legal_entity(store, "second", seller=us, country="US")
    assert states(ask(SETUP, admin)["data"]["salesSetup"])["seller"] == "OPEN"
    us["address"]["subdivision"] = "NY"  # type: ignore[index]
    LegalEntity.objects.filter(pk=second.pk).update(seller=us)
    assert states(ask(SETUP, admin)["data"]["salesSetup"])["seller"] == "DONE"


def test_who_is_not_registered_says_why_there_is_no_tax(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    factories.legal_entity(store, seller={**SELLER, "vat_id": ""})
    for key, value, expected in (
        ("vat_registered", False, "OPEN"),
        ("zero_rate_reason", "Small business", "OPEN"),
        ("zero_rate_category", "E", "DONE"),
    ):
        setting_set(installation=store, level=Level.APP, key=key, value=value, changed_by="x")
        assert states(ask(SETUP, admin)["data"]["salesSetup"])["tax"] == expected, key


def test_first_values_from_saleor_are_nobodys_choice(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    class Shop:
        name, version = "Sample", "3.22"
        address = None

    store_bootstrap(installation=store, shop=Shop())
    assert set(states(ask(SETUP, admin)["data"]["salesSetup"]).values()) == {"OPEN"}


def test_a_draft_or_a_test_is_no_proof_of_numbers(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    entity = factories.legal_entity(store)
    draft = factories.sample_document(number="", issue_date=None)
    factories.issued_document(entity, draft, pdf=False)
    assert states(ask(SETUP, admin)["data"]["salesSetup"])["first_invoice"] == "OPEN"
    factories.issued_document(entity, factories.sample_document(test_mode=True))
    found = states(ask(SETUP, admin)["data"]["salesSetup"])
    assert (found["first_invoice"], found["numbers"]) == ("DONE", "OPEN")
    assert SalesDocument.objects.count() == 2


def test_a_step_can_be_left_out_and_taken_up_again(
    ask: Ask, store: Installation, admin: Headers
) -> None:
    first = ask(SKIP, admin, key="look")["data"]["setupStepSkip"]["setup"]
    assert states(first)["look"] == "SKIPPED"
    assert ask(SKIP, admin, key="look")["data"]["setupStepSkip"]["setup"] == first
    back = ask(SKIP, admin, key="look", skip=False)["data"]["setupStepSkip"]["setup"]
    assert states(back)["look"] == "OPEN"
    SetupStep.objects.filter(key="look").update(seen_at=timezone.now())
    assert states(ask(SETUP, admin)["data"]["salesSetup"])["look"] == "DONE"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("seller", "SETUP_STEP_REQUIRED"),
        ("nothing", "SETUP_STEP_UNKNOWN"),
        ("", "SETUP_STEP_UNKNOWN"),
    ],
)
def test_what_no_invoice_does_without_is_not_left_out(
    ask: Ask, store: Installation, admin: Headers, key: str, expected: str
) -> None:
    (error,) = ask(SKIP, admin, key=key)["errors"]
    assert error["extensions"]["code"] == expected
    assert not SetupStep.objects.exists()


SHOP = {
    "shop": {
        "name": "Sample Shop",
        "version": "3.22.67",
        "companyAddress": {
            "firstName": "", "lastName": "", "companyName": "Sample Seller GmbH",
            "streetAddress1": "Lindenallee 12", "streetAddress2": "", "city": "Berlin",
            "cityArea": "", "postalCode": "10115", "country": {"code": "DE"}, "countryArea": "",
            "phone": "+49305550100", "metadata": [],
        },
    },
    "channels": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("shop", "expected"),
    [
        (
            SHOP,
            {
                "name": "Sample Seller GmbH",
                "country": "DE",
                "phone": "+49305550100",
                "timezone": "Europe/Berlin",
                "language": "de",
                "paper": "a4",
                "address": {
                    "street": "Lindenallee 12", "additional": "", "postalCode": "10115",
                    "city": "Berlin", "subdivision": "", "country": "DE",
                },
            },
        ),
        (
            {"shop": {"name": "Sample Shop", "version": "3.22", "companyAddress": None}},
            {
                "name": "Sample Shop", "country": "", "phone": "", "timezone": "",
                "language": "en", "paper": "a4", "address": None,
            },
        ),
    ],
)  # fmt: skip
def test_saleor_proposes_the_seller(ask: Ask, db: None, shop: Any, expected: Any) -> None:
    with served(Script(shopDefaults=data(**shop))) as url:
        store = factories.installation(url)
        admin = bearer(factories.staff_token(store, rights=["MANAGE_APPS"]), store)
        assert ask(PROPOSAL, admin)["data"]["salesSellerProposal"] == expected


def test_a_saleor_that_is_away_is_told(ask: Ask, db: None) -> None:
    store = factories.installation("http://127.0.0.1:9/graphql/")
    admin = bearer(factories.staff_token(store, rights=["MANAGE_APPS"]), store)
    (error,) = ask(PROPOSAL, admin)["errors"]
    assert error["extensions"]["code"] == "UNREACHABLE"


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "stella", "guest", "key", "nobody"])
def test_only_who_sets_up_asks_saleor(ask: Ask, world: World, who: str) -> None:
    (error,) = ask(PROPOSAL, world.people[who])["errors"]
    expected = "UNAUTHENTICATED" if who == "nobody" else "PERMISSION_DENIED"
    assert error["extensions"]["code"] == expected


@pytest.mark.parametrize("who", ["bob", "charlie", "conny", "guest", "key", "nobody"])
def test_the_steps_are_for_staff(ask: Ask, world: World, who: str) -> None:
    (error,) = ask(SETUP, world.people[who])["errors"]
    expected = "UNAUTHENTICATED" if who == "nobody" else "PERMISSION_DENIED"
    assert error["extensions"]["code"] == expected


def test_each_store_has_its_own_steps(ask: Ask, world: World) -> None:
    SetupStep.objects.create(installation=world.other, key="mails", skipped_at=timezone.now())
    mine = ask(SETUP, world.people["alice"])["data"]["salesSetup"]
    theirs = ask(SETUP, world.people["stella"])["data"]["salesSetup"]
    assert (states(mine)["mails"], states(theirs)["mails"]) == ("OPEN", "SKIPPED")
