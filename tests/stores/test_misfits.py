"""What must not be set together is refused where it would hold, and only there."""

from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.misfits import misfits_find
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.settings_update import settings_update
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


def _change(store: Installation, level: Level, name: str = "", /, **values: Any) -> None:
    changes = [
        ValueInput(level=level, name=name, key=key, value=value) for key, value in values.items()
    ]
    settings_update(installation=store, changes=changes, changed_by="staff:1")


def _refused(store: Installation, level: Level, name: str = "", /, **values: Any) -> Any:
    before = list(SettingValue.objects.order_by("pk").values_list("key", "value"))
    with pytest.raises(InvalidInput) as refused:
        _change(store, level, name, **values)
    assert list(SettingValue.objects.order_by("pk").values_list("key", "value")) == before
    return refused.value


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"transmission": "access_point"}, "transmission", "SETTINGS_MISFIT"),
        ({"template": "html"}, "template", "SETTINGS_MISFIT"),
        (
            {"einvoice_required": True, "einvoice_profile": "none"},
            "einvoice_required",
            "SETTINGS_MISFIT",
        ),
        ({"zero_rate_category": "E"}, "zero_rate_category", "SETTINGS_MISFIT"),
        ({"zero_rate_category": "O"}, "zero_rate_category", "SETTINGS_MISFIT"),
        ({"legal_entity": "nobody"}, "legal_entity", "SETTINGS_MISFIT"),
        ({"number_reset": "monthly"}, "number_pattern_invoice", "NUMBER_PATTERN_REPEATS"),
        (
            {"number_pattern_credit_note": "INV-{YYYY}-{seq}"},
            "number_pattern_credit_note",
            "NUMBER_PATTERNS_CLASH",
        ),
    ],
)
def test_without_sellers_the_apps_own_level_is_looked_at(
    store: Installation, values: dict[str, Any], field: str, code: str
) -> None:
    refused = _refused(store, Level.APP, **values)
    assert refused.code == code
    assert (refused.params["field"], refused.params["place"]) == (field, f"store.{field}")
    assert refused.params["faults"][0]["code"] == code


@pytest.mark.parametrize(
    "values",
    [
        {"transmission": "access_point", "access_point_url": "https://ap.example.com/"},
        {"template": "html", "html_template": "<p></p>"},
        {"einvoice_required": True, "einvoice_profile": "xrechnung_cii"},
        {"zero_rate_category": "E", "zero_rate_code": "VATEX-EU-132"},
        {"zero_rate_category": "Z"},
        {
            "number_reset": "monthly",
            "number_pattern_invoice": "A{YYYY}{MM}-{seq}",
            "number_pattern_credit_note": "B{YYYY}{MM}-{seq}",
            "number_pattern_proforma": "C{YYYY}{MM}-{seq}",
        },
    ],
)
def test_what_goes_together_is_taken_at_once(store: Installation, values: dict[str, Any]) -> None:
    _change(store, Level.APP, **values)
    assert misfits_find(installation_id=store.pk).found == []


def test_a_half_at_the_app_and_the_other_at_the_channel_go_together(store: Installation) -> None:
    factories.legal_entity(store)
    _change(store, Level.APP, access_point_url="https://ap.example.com/")
    _change(store, Level.CHANNEL, "b2b", transmission="access_point")
    refused = _refused_to_inherit(store)
    assert refused.params["place"] == "channels.b2b.transmission"


def _refused_to_inherit(store: Installation) -> Any:
    """Take the address away, on which a channel relies."""
    away = ValueInput(level=Level.APP, name="", key="access_point_url", is_inherited=True)
    with pytest.raises(InvalidInput) as refused:
        settings_update(installation=store, changes=[away], changed_by="staff:1")
    assert SettingValue.objects.filter(key="access_point_url").exists()
    return refused.value


def test_a_value_of_the_app_that_every_seller_overrides_hurts_nobody(store: Installation) -> None:
    for key in ("one", "two"):
        factories.legal_entity(store, key)
        _change(store, Level.LEGAL_ENTITY, key, access_point_url=f"https://{key}.example.com/")
    _change(store, Level.APP, transmission="access_point")
    factories.legal_entity(store, "three")
    found = misfits_find(installation_id=store.pk).found
    # The value that is wrong stands at the app, and is told once.
    assert [fault.place for fault in found] == ["store.transmission"]


def test_a_fault_names_the_level_at_which_the_value_stands(store: Installation) -> None:
    factories.legal_entity(store, "main")
    _change(store, Level.APP, einvoice_required=True)
    refused = _refused(store, Level.CHANNEL, "shop", einvoice_profile="none")
    assert refused.params["place"] == "store.einvoice_required"
    refused = _refused(store, Level.LEGAL_ENTITY, "main", template="html")
    assert refused.params["place"] == "legal_entities.main.settings.template"


def test_all_misfits_are_told_at_once(store: Installation) -> None:
    refused = _refused(store, Level.CHANNEL, "a", template="html", transmission="access_point")
    assert {fault["place"] for fault in refused.params["faults"]} == {
        "channels.a.template",
        "channels.a.transmission",
    }


def test_a_territory_belongs_to_its_country(store: Installation) -> None:
    entity = factories.legal_entity(store, "main", country="PL")
    refused = _refused(store, Level.APP, territory="ES-CN")
    assert refused.message == "ES-CN is no part of PL, the seller's country."
    LegalEntity.objects.filter(pk=entity.pk).update(country="ES")
    _change(store, Level.APP, territory="ES-CN")


def test_another_stores_misfits_are_not_mine(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    SettingValue.objects.create(installation=other, key="template", value="html")
    assert misfits_find(installation_id=store.pk).found == []
    assert len(misfits_find(installation_id=other.pk).found) == 1
