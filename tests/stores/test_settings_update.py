"""Changing settings on a page: all or nothing, noted once, and nothing for nothing."""

from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation, SettingChange, SettingValue
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.selectors import setting_history, setting_resolve
from saleor_invoices.stores.services.settings_update import (
    setting_inherit,
    setting_set,
    settings_update,
)
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(db: None) -> Installation:
    """A store with a seller."""
    found = factories.installation()
    factories.legal_entity(found, "main")
    return found


def _set(store: Installation, key: str, value: object, **place: Any) -> list[SettingChange]:
    values: dict[str, Any] = {"level": Level.APP, "changed_by": "staff:1"}
    return setting_set(installation=store, key=key, value=value, **{**values, **place})


def _rows() -> list[Any]:
    values = SettingValue.objects.order_by("pk").values_list("pk", "key", "value", "updated_at")
    return [*values, SettingChange.objects.count()]


def test_a_value_is_set_changed_and_taken_away_at_each_level(store: Installation) -> None:
    for level, name in ((Level.APP, ""), (Level.LEGAL_ENTITY, "main"), (Level.CHANNEL, "shop")):
        place: dict[str, Any] = {"level": level, "name": name}
        _set(store, "payment_terms_days", 7, **place)
        _set(store, "payment_terms_days", 8, **place, changed_by="key:ERP")
        found = setting_resolve(installation=store, channel="shop", key="payment_terms_days")
        assert found == (8, level)
        assert SettingValue.objects.get().updated_by == "key:ERP"
        setting_inherit(installation=store, key="payment_terms_days", changed_by="staff:2", **place)
        assert not SettingValue.objects.exists()
        changes = SettingChange.objects.filter(level=level, name=name).order_by("pk")
        assert list(changes.values_list("before", "after", "changed_by")) == [
            (None, 7, "staff:1"),
            (7, 8, "key:ERP"),
            (8, None, "staff:2"),
        ]
        assert all(change.changed_at <= timezone.now() for change in changes)


def test_changing_nothing_writes_nothing(store: Installation) -> None:
    _set(store, "footer", ["One"])
    _set(store, "access_point_token", "secret")
    before = _rows()
    assert _set(store, "footer", [" One "]) == []  # kept without the spaces
    assert _set(store, "access_point_token", "secret") == []
    away = setting_inherit(
        installation=store, level=Level.CHANNEL, name="a", key="footer", changed_by="staff:1"
    )
    assert away == []
    assert _rows() == before


def test_a_default_that_is_set_is_a_value_of_its_own(store: Installation) -> None:
    assert len(_set(store, "paper", "a4")) == 1
    assert setting_resolve(installation=store, channel="", key="paper") == ("a4", Level.APP)


@pytest.mark.parametrize(
    ("bad", "code", "place"),
    [
        ({"key": "papre", "value": "a4"}, "SETTING_UNKNOWN", "store.papre"),
        ({"key": "papre", "is_inherited": True}, "SETTING_UNKNOWN", "store.papre"),
        ({"key": "paper", "value": "a5"}, "SETTING_INVALID", "store.paper"),
        (
            {"level": Level.CHANNEL, "name": "a", "key": "number_reset", "value": "never"},
            "SETTING_LEVEL",
            "channels.a.number_reset",
        ),
        (
            {"level": Level.LEGAL_ENTITY, "name": "none", "key": "paper", "value": "a4"},
            "LEGAL_ENTITY_NOT_FOUND",
            "legal_entities.none.settings.paper",
        ),
        ({"level": Level.CHANNEL, "name": "", "key": "paper", "value": "a4"}, "PLACE_INVALID", ""),
        ({"level": Level.APP, "name": "a", "key": "paper", "value": "a4"}, "PLACE_INVALID", ""),
        ({"level": Level.DEFAULT, "key": "paper", "value": "a4"}, "PLACE_INVALID", ""),
        (
            {"level": Level.CHANNEL, "name": "x" * 256, "key": "paper", "value": "a4"},
            "PLACE_INVALID",
            "",
        ),
        (
            {"level": Level.CHANNEL, "name": "a\nb", "key": "paper", "value": "a4"},
            "PLACE_INVALID",
            "",
        ),
        ({"key": "accent_color", "value": "#ffffff"}, "SETTING_TWICE", "store.accent_color"),
        ({"key": "template", "value": "html"}, "SETTINGS_MISFIT", "store.template"),
    ],
)
def test_one_bad_value_keeps_all_from_being_set(
    store: Installation, bad: dict[str, Any], code: str, place: str
) -> None:
    good = ValueInput(level=Level.APP, name="", key="accent_color", value="#000000")
    wrong = ValueInput(**{"level": Level.APP, "name": "", **bad})
    with pytest.raises(InvalidInput) as refused:
        settings_update(installation=store, changes=[good, wrong], changed_by="staff:1")
    assert refused.value.code == code
    assert refused.value.params["field"] == bad["key"]
    if place:
        assert refused.value.params["place"] == place
    assert _rows() == [0]


def test_every_fault_is_told(store: Installation) -> None:
    changes = [
        ValueInput(level=Level.APP, name="", key=key, value="?") for key in ("paper", "enabled")
    ]
    with pytest.raises(InvalidInput) as refused:
        settings_update(installation=store, changes=changes, changed_by="staff:1")
    faults: Any = refused.value.params["faults"]
    assert [fault["place"] for fault in faults] == ["store.paper", "store.enabled"]
    assert refused.value.message == (
        "paper must be one of a4, letter. enabled must be true or false."
    )


def test_there_is_an_end_to_changes_at_once(store: Installation) -> None:
    changes = [
        ValueInput(level=Level.CHANNEL, name=str(n), key="enabled", value=True) for n in range(201)
    ]
    with pytest.raises(InvalidInput) as refused:
        settings_update(installation=store, changes=changes, changed_by="staff:1")
    assert refused.value.code == "TOO_MANY_CHANGES"
    settings_update(installation=store, changes=changes[:200], changed_by="staff:1")
    assert SettingValue.objects.count() == 200


def test_another_stores_seller_is_not_found(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    factories.legal_entity(other, "theirs")
    with pytest.raises(InvalidInput) as refused:
        _set(store, "paper", "letter", level=Level.LEGAL_ENTITY, name="theirs")
    assert refused.value.code == "LEGAL_ENTITY_NOT_FOUND"
    _set(other, "paper", "letter", level=Level.LEGAL_ENTITY, name="theirs")
    assert setting_history(installation=store).rows == []


def test_the_history_is_read_page_by_page_and_narrowed(store: Installation) -> None:
    for number in range(5):
        _set(store, "payment_terms_days", number)
    _set(store, "paper", "letter", level=Level.CHANNEL, name="us")
    first = setting_history(installation=store, size=4)
    assert first.has_next
    assert [row.key for row in first.rows] == ["paper", *["payment_terms_days"] * 3]
    # A change that comes in between moves nobody's page.
    _set(store, "paper", "a4")
    second = setting_history(installation=store, size=4, before_id=first.rows[-1].pk)
    assert [row.after for row in second.rows] == [1, 0]
    assert not second.has_next
    assert [row.after for row in setting_history(installation=store, name="us").rows] == ["letter"]
    assert len(setting_history(installation=store, key="paper").rows) == 2
    assert len(setting_history(installation=store, level="app", key="paper").rows) == 1
    rest = setting_history(installation=store, without=["payment_terms_days"])
    assert {row.key for row in rest.rows} == {"paper"}
