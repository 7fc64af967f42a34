"""Sellers over the API."""

import base64
from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.stores.models import LegalEntity
from tests.api.conftest import Ask, Headers, World, bearer
from tests.api.test_settings_access import CHANGE, CREATE, DELETE, LOGO
from tests.documents.samples import sample_logo
from tests.plugins import factories

LIST = """{ salesLegalEntities { id key name country timezone tradingName vatId taxRegistration
  legalInformation legalRegistration { value scheme } electronicAddress { value scheme }
  identifiers { value scheme } address { street additional postalCode city subdivision country }
  contact { name phone email } logo } }"""
INPUT: dict[str, Any] = {
    "name": "Sample Seller GmbH",
    "country": "DE",
    "tradingName": "Sample Shop",
    "vatId": "DE136695976",
    "taxRegistration": "12/345/67890",
    "legalInformation": "Local Court of Berlin",
    "legalRegistration": {"value": "HRB 12345"},
    "electronicAddress": {"value": "invoices@example.com", "scheme": "EM"},
    "identifiers": [{"value": "4000001000005", "scheme": "0088"}],
    "address": {"street": "Sample Street 1", "city": "Berlin", "postalCode": "10115"},
    "contact": {"name": "Accounting", "email": "accounts@example.com"},
}


@pytest.fixture
def admin(world: World) -> Headers:
    """Staff who may set up the store."""
    return bearer(factories.staff_token(world.store, rights=["MANAGE_SETTINGS"]), world.store)


def _error(answer: dict[str, Any]) -> dict[str, Any]:
    (error,) = answer["errors"]
    assert set(answer["data"].values()) == {None}
    found: dict[str, Any] = error["extensions"]
    return found


def _created(ask: Ask, admin: Headers) -> str:
    answer = ask(CREATE, admin, key="de", input=INPUT)
    assert "errors" not in answer, answer
    identity: str = answer["data"]["legalEntityCreate"]["legalEntity"]["id"]
    return identity


def test_what_was_written_is_read(ask: Ask, world: World, admin: Headers) -> None:
    identity = _created(ask, admin)
    first, second = ask(LIST, admin)["data"]["salesLegalEntities"]
    assert first == {
        **INPUT,
        "id": identity,
        "key": "de",
        "timezone": "Europe/Berlin",
        "legalRegistration": {"value": "HRB 12345", "scheme": ""},
        "address": {
            **INPUT["address"], "additional": "", "subdivision": "", "country": "DE",
        },
        "contact": {**INPUT["contact"], "phone": ""},
        "logo": None,
    }  # fmt: skip
    assert second["key"] == "main"


def test_only_what_is_given_changes(ask: Ask, world: World, admin: Headers) -> None:
    identity = _created(ask, admin)
    (before, _) = ask(LIST, admin)["data"]["salesLegalEntities"]
    change = {"address": {"city": "Hamburg"}, "contact": None, "tradingName": None}
    assert "errors" not in ask(CHANGE, admin, id=identity, input=change)
    (after, _) = ask(LIST, admin)["data"]["salesLegalEntities"]
    assert after == {
        **before,
        "address": {**before["address"], "city": "Hamburg"},
        "contact": None,
        "tradingName": "",
    }


@pytest.mark.parametrize(
    ("change", "field", "place"),
    [
        ({"vatId": "DE1"}, "vat_id", "legal_entities.de.vat_id"),
        ({"name": None}, "name", "legal_entities.de.name"),
        ({"country": "??"}, "country", "legal_entities.de.country"),
        ({"contact": {"email": "x"}}, "email", "legal_entities.de.contact.email"),
        ({"identifiers": [{"value": ""}]}, "value", "legal_entities.de.identifiers[0].value"),
    ],
)
def test_a_fault_says_where(
    ask: Ask, world: World, admin: Headers, change: dict[str, Any], field: str, place: str
) -> None:
    identity = _created(ask, admin)
    found = _error(ask(CHANGE, admin, id=identity, input=change))
    assert found["code"] == "SELLER_INVALID"
    assert (found["params"]["field"], found["params"]["place"]) == (field, place)
    fresh = _error(ask(CREATE, admin, key="new", input={**INPUT, **change}))
    assert fresh["code"] == "SELLER_INVALID"
    assert LegalEntity.objects.filter(installation=world.store).count() == 2


def test_a_key_is_used_once(ask: Ask, world: World, admin: Headers) -> None:
    found = _error(ask(CREATE, admin, key="main", input=INPUT))
    assert (found["code"], found["params"]["field"]) == ("LEGAL_ENTITY_EXISTS", "key")


def test_a_seller_without_documents_is_deleted(ask: Ask, world: World, admin: Headers) -> None:
    identity = _created(ask, admin)
    answer = ask(DELETE, admin, id=identity)
    assert answer["data"]["legalEntityDelete"] == {"id": identity, "key": "de"}
    assert _error(ask(DELETE, admin, id=identity))["code"] == "LEGAL_ENTITY_NOT_FOUND"
    in_use = _error(ask(DELETE, admin, id=global_id("SalesLegalEntity", world.entity.pk)))
    assert in_use["code"] == "LEGAL_ENTITY_IN_USE"


def test_a_logo_is_set_shown_and_cleared(ask: Ask, world: World, admin: Headers) -> None:
    identity, content = _created(ask, admin), sample_logo()
    encoded = base64.b64encode(content).decode()
    answer = ask(LOGO, admin, id=identity, logo=encoded)
    shown = answer["data"]["legalEntityLogoSet"]["legalEntity"]["logo"]
    assert shown == f"data:image/png;base64,{encoded}"
    entity = LegalEntity.objects.get(key="de")
    assert bytes(entity.logo or b"") == content
    cleared = ask(LOGO, admin, id=identity, logo=None)
    assert cleared["data"]["legalEntityLogoSet"]["legalEntity"]["logo"] is None


@pytest.mark.parametrize(
    "logo",
    [
        "not base64!",
        "",
        base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode(),
        base64.b64encode(b"\x89PNG\r\n\x1a\n").decode(),
        base64.b64encode(sample_logo() + b"x" * 350_000).decode(),
    ],
)
def test_what_is_no_logo_is_refused(ask: Ask, world: World, admin: Headers, logo: str) -> None:
    identity = _created(ask, admin)
    found = _error(ask(LOGO, admin, id=identity, logo=logo))
    assert (found["code"], found["params"]["field"]) == ("LOGO_INVALID", "logo")
    assert LegalEntity.objects.get(key="de").logo is None


def test_a_logo_that_is_not_given_is_not_cleared(ask: Ask, world: World, admin: Headers) -> None:
    identity = _created(ask, admin)
    ask(LOGO, admin, id=identity, logo=base64.b64encode(sample_logo()).decode())
    query = "mutation ($id: ID!) { legalEntityLogoSet(id: $id) { legalEntity { key } } }"
    assert _error(ask(query, admin, id=identity))["code"] == "LOGO_INVALID"
    assert LegalEntity.objects.get(key="de").logo is not None


def test_the_logos_of_all_sellers_cost_one_query(
    ask: Ask, world: World, admin: Headers, django_assert_max_num_queries: Any
) -> None:
    for number in range(10):
        factories.legal_entity(world.store, f"seller-{number}", logo=sample_logo())
    with django_assert_max_num_queries(3):  # the store, its sellers, their logos
        answer = ask(LIST, admin)
    assert len([one for one in answer["data"]["salesLegalEntities"] if one["logo"]]) == 10


@pytest.mark.parametrize("identity", ["x", global_id("Order", 1), global_id("SalesLegalEntity", 0)])
def test_an_id_of_something_else_is_no_seller(
    ask: Ask, world: World, admin: Headers, identity: str
) -> None:
    found = _error(ask(DELETE, admin, id=identity))
    assert found["code"] in ("INVALID_ID", "LEGAL_ENTITY_NOT_FOUND")
