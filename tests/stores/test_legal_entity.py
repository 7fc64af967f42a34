"""Sellers: added, changed in part, deleted only while nothing was made for them."""

import hashlib
from typing import Any

import pytest

from saleor_invoices.domain.errors import AppError, Conflict, InvalidInput, NotFound
from saleor_invoices.invoices.models import NumberSeries
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import (
    Installation,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.legal_entity import (
    legal_entity_create,
    legal_entity_delete,
    legal_entity_logo_set,
    legal_entity_update,
)
from saleor_invoices.stores.services.settings_update import setting_inherit, setting_set
from tests.documents.samples import sample_logo
from tests.plugins import factories

pytestmark = pytest.mark.django_db
FIELDS: dict[str, Any] = {
    "name": "Sample Seller GmbH",
    "country": "DE",
    "vat_id": "DE 136 695 976",
    "address": {"street": "Sample Street 1", "city": "Berlin", "postal_code": "10115"},
    "contact": {"email": "accounts@example.com"},
    "identifiers": [{"value": "4000001000005", "scheme": "0088"}],
}


@pytest.fixture
def store(db: None) -> Installation:
    """A store without sellers."""
    return factories.installation()


def _create(store: Installation, key: str = "de", **fields: Any) -> LegalEntity:
    return legal_entity_create(
        installation=store, key=key, fields={**FIELDS, **fields}, changed_by="staff:1"
    )


def _update(store: Installation, key: str = "de", **fields: Any) -> LegalEntity:
    return legal_entity_update(installation=store, key=key, fields=fields, changed_by="staff:2")


def _last() -> int:
    """Where the history ends so far: it can't be emptied."""
    newest = SettingChange.objects.order_by("pk").last()
    return newest.pk if newest else 0


def _notes(after: int = 0) -> list[tuple[str, Any, Any]]:
    rows = SettingChange.objects.filter(level="seller", pk__gt=after).order_by("pk")
    return list(rows.values_list("key", "before", "after"))


def _rows() -> list[Any]:
    entities = LegalEntity.objects.order_by("pk").values_list("key", "name", "seller", "timezone")
    return [*entities, SettingChange.objects.count(), SettingValue.objects.count()]


def test_a_seller_is_added_with_the_clock_of_its_country(store: Installation) -> None:
    entity = LegalEntity.objects.get(pk=_create(store).pk)
    assert (entity.key, entity.name, entity.timezone) == (
        "de", "Sample Seller GmbH", "Europe/Berlin",
    )  # fmt: skip
    party = parties.from_json(entity.seller)
    assert (party.vat_id, party.address.country) == ("DE136695976", "DE")
    assert {key: after for key, before, after in _notes() if before is None} == {
        "name": "Sample Seller GmbH",
        "country": "DE",
        "timezone": "Europe/Berlin",
        "vat_id": "DE136695976",
        "address": {
            "street": "Sample Street 1", "city": "Berlin", "postal_code": "10115", "country": "DE",
        },
        "contact": {"email": "accounts@example.com"},
        "identifiers": [{"value": "4000001000005", "scheme": "0088"}],
    }  # fmt: skip


def test_a_change_leaves_the_rest_as_it_is(store: Installation) -> None:
    before, start = _create(store, timezone="Europe/Zurich"), _last()
    _update(store, address={"city": "Hamburg", "postal_code": None}, contact=None, vat_id=None)
    entity = LegalEntity.objects.get()
    assert (entity.pk, entity.name, entity.timezone) == (before.pk, before.name, "Europe/Zurich")
    party = parties.from_json(entity.seller)
    assert (party.address.street, party.address.city, party.address.postal_code) == (
        "Sample Street 1", "Hamburg", "",
    )  # fmt: skip
    assert (party.contact, party.vat_id) == (None, "")
    assert len(party.identifiers) == 1
    assert [key for key, _, _ in _notes(start)] == ["address", "contact", "vat_id"]
    assert _notes(start)[2] == ("vat_id", "DE136695976", None)


def test_changing_nothing_writes_nothing(store: Installation) -> None:
    _create(store)
    legal_entity_logo_set(installation=store, key="de", content=sample_logo(), changed_by="staff:1")
    before = _rows()
    _update(store)
    _update(store, **FIELDS)
    legal_entity_logo_set(installation=store, key="de", content=sample_logo(), changed_by="staff:1")
    assert _rows() == before


def test_a_seller_that_saleor_told_can_be_completed(store: Installation) -> None:
    factories.legal_entity(store, "default", seller={}, name="Sample", country="DE")
    _update(store, "default", vat_id="DE136695976", timezone="Europe/Berlin")
    assert LegalEntity.objects.get().seller["vat_id"] == "DE136695976"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"name": "x" * 301}, "name"),
        ({"name": "a\x00"}, "name"),
        ({"country": "XX"}, "country"),
        ({"country": None}, "country"),
        ({"timezone": "Moon"}, "timezone"),
        ({"vat_id": "DE123"}, "vat_id"),
        ({"contact": {"email": "nobody"}}, "email"),
        ({"identifiers": [{"value": ""}]}, "value"),
        ({"address": {"planet": "Mars"}}, "planet"),
        ({"logo": "logo.png"}, "logo"),
    ],
)
@pytest.mark.parametrize("verb", [_create, _update])
def test_a_fault_names_its_field_and_nothing_changes(
    store: Installation, verb: Any, fields: dict[str, Any], field: str
) -> None:
    if verb is _update:
        _create(store)
    before = _rows()
    with pytest.raises(InvalidInput) as refused:
        verb(store, **fields)
    assert refused.value.code in ("SELLER_INVALID", "LOGO_INVALID")
    assert refused.value.params["field"] == field
    assert str(refused.value.params["place"]).startswith("legal_entities.de.")
    assert _rows() == before


@pytest.mark.parametrize("key", ["", "no spaces", "x" * 61])
def test_a_key_is_a_short_name(store: Installation, key: str) -> None:
    with pytest.raises(InvalidInput):
        _create(store, key)
    assert _rows() == [0, 0]


def test_a_key_is_used_once_in_a_store(store: Installation) -> None:
    _create(store)
    with pytest.raises(Conflict) as refused:
        _create(store)
    assert refused.value.code == "LEGAL_ENTITY_EXISTS"
    _create(factories.installation("https://other.example.com/graphql/"))
    assert LegalEntity.objects.count() == 2


def test_settings_that_do_not_suit_a_new_seller_are_told(store: Installation) -> None:
    factories.legal_entity(store, "es", country="ES")
    setting_set(installation=store, level=Level.APP, key="territory", value="ES-CN", changed_by="x")
    with pytest.raises(InvalidInput) as refused:
        _create(store)
    assert (refused.value.code, refused.value.params["place"]) == (
        "SETTINGS_MISFIT", "store.territory",
    )  # fmt: skip
    assert LegalEntity.objects.count() == 1


def test_a_seller_without_documents_is_deleted_with_its_settings(store: Installation) -> None:
    _create(store)
    setting_set(
        installation=store, level=Level.LEGAL_ENTITY, name="de", key="paper", value="letter",
        changed_by="x",
    )  # fmt: skip
    start = _last()
    legal_entity_delete(installation=store, key="de", changed_by="staff:3")
    assert not LegalEntity.objects.exists()
    assert not SettingValue.objects.exists()
    changes = SettingChange.objects.filter(pk__gt=start)
    values = changes.values_list("level", "name", "key", "before", "after")
    assert ("legal_entity", "de", "paper", "letter", None) in list(values)
    assert ("seller", "de", "name", "Sample Seller GmbH", None) in list(values)
    assert set(changes.values_list("changed_by", flat=True)) == {"staff:3"}


@pytest.mark.parametrize("what", ["document", "series"])
def test_a_seller_in_use_stays(store: Installation, what: str) -> None:
    entity = _create(store)
    setting_set(
        installation=store, level=Level.LEGAL_ENTITY, name="de", key="paper", value="letter",
        changed_by="x",
    )  # fmt: skip
    if what == "document":
        factories.issued_document(entity)
    else:
        NumberSeries.objects.create(legal_entity=entity, kind="invoice", test_mode=False)
    before = _rows()
    with pytest.raises(Conflict) as refused:
        legal_entity_delete(installation=store, key="de", changed_by="staff:1")
    assert refused.value.code == "LEGAL_ENTITY_IN_USE"
    assert _rows() == before


def test_a_seller_that_a_channel_names_stays(store: Installation) -> None:
    _create(store)
    place: dict[str, Any] = {"level": Level.CHANNEL, "name": "german", "key": "legal_entity"}
    setting_set(installation=store, value="de", changed_by="x", **place)
    with pytest.raises(InvalidInput) as refused:
        legal_entity_delete(installation=store, key="de", changed_by="x")
    assert refused.value.params["place"] == "channels.german.legal_entity"
    assert LegalEntity.objects.exists()
    setting_inherit(installation=store, changed_by="x", **place)
    legal_entity_delete(installation=store, key="de", changed_by="x")
    assert not LegalEntity.objects.exists()


def test_a_logo_is_set_and_cleared_and_noted_by_its_hash(store: Installation) -> None:
    _create(store)
    start, content = _last(), sample_logo()
    for given in (content, None):
        legal_entity_logo_set(installation=store, key="de", content=given, changed_by="staff:1")
        assert LegalEntity.objects.get().logo in (given, memoryview(given) if given else None)
    digest = hashlib.sha256(content).hexdigest()
    assert _notes(start) == [("logo", None, digest), ("logo", digest, None)]


@pytest.mark.parametrize(
    "content", [b"", b"<svg onload='x()'/>", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 1_000_000]
)
def test_what_is_no_logo_is_refused(store: Installation, content: bytes) -> None:
    _create(store)
    with pytest.raises(InvalidInput) as refused:
        legal_entity_logo_set(installation=store, key="de", content=content, changed_by="x")
    assert refused.value.code == "LOGO_INVALID"
    assert LegalEntity.objects.get().logo is None


def test_another_stores_seller_is_not_there(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    _create(other)
    before = _rows()
    attempts: list[Any] = [
        lambda: _update(store, name="Mine"),
        lambda: legal_entity_delete(installation=store, key="de", changed_by="x"),
        lambda: legal_entity_logo_set(installation=store, key="de", content=None, changed_by="x"),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound) as missing:
            attempt()
        assert missing.value.code == "LEGAL_ENTITY_NOT_FOUND"
    assert _rows() == before


def test_all_faults_of_a_seller_are_told(store: Installation) -> None:
    with pytest.raises(AppError) as refused:
        _create(store, vat_id="X", timezone="Moon")
    faults: Any = refused.value.params["faults"]
    assert {fault["place"] for fault in faults} == {
        "legal_entities.de.timezone",
        "legal_entities.de.vat_id",
    }
