"""What a page shows of settings: the value, where it comes from, what it would be otherwise."""

from datetime import date
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.stores.models import Installation, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Group, Level
from saleor_invoices.stores.selectors import (
    ResolvedSetting,
    number_samples,
    setting_resolve,
    settings_resolved,
)
from tests.plugins import factories

pytestmark = pytest.mark.django_db
DAYS = "payment_terms_days"


@pytest.fixture
def store(db: None) -> Installation:
    """A store with two sellers: the app says 10, ``main`` 20, the channel ``here`` 30."""
    found = factories.installation()
    main = factories.legal_entity(found, "main")
    factories.legal_entity(found, "other")
    for key, value, place in (
        ("legal_entity", "main", {}),
        (DAYS, 10, {}),
        (DAYS, 20, {"legal_entity": main}),
        (DAYS, 30, {"channel": "here"}),
    ):
        SettingValue.objects.create(installation=found, key=key, value=value, **place)
    return found


def _days(store: Installation, level: Level, name: str = "") -> ResolvedSetting:
    (found,) = settings_resolved(installation=store, level=level, name=name, keys=[DAYS])
    return found


@pytest.mark.parametrize(
    ("level", "name", "value", "source", "inherited", "overridden"),
    [
        (Level.CHANNEL, "here", 30, (Level.CHANNEL, "here"), 20, True),
        (Level.CHANNEL, "there", 20, (Level.LEGAL_ENTITY, "main"), 20, False),
        (Level.LEGAL_ENTITY, "main", 20, (Level.LEGAL_ENTITY, "main"), 10, True),
        (Level.LEGAL_ENTITY, "other", 10, (Level.APP, ""), 10, False),
        (Level.APP, "", 10, (Level.APP, ""), 14, True),
    ],
)
def test_a_place_shows_what_holds_and_what_would(
    store: Installation,
    level: Level,
    name: str,
    value: int,
    source: tuple[Level, str],
    inherited: int,
    overridden: bool,
) -> None:
    found = _days(store, level, name)
    assert (found.value, found.inherited, found.is_overridden) == (value, inherited, overridden)
    assert (found.source, found.source_name) == source


def test_what_is_set_nowhere_comes_from_the_default(store: Installation) -> None:
    SettingValue.objects.all().delete()
    found = _days(store, Level.APP)
    assert (found.value, found.source, found.source_name) == (14, Level.DEFAULT, "")
    assert (found.kind, found.doc) == ("whole_number", "Days until payment is due.")
    assert found.declared.group is Group.PAYMENT
    assert found.levels == {Level.APP, Level.LEGAL_ENTITY, Level.CHANNEL}


def test_every_setting_is_shown_in_two_queries(
    store: Installation, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        found = settings_resolved(installation=store, level=Level.CHANNEL, name="here")
    assert [setting.key for setting in found] == list(SETTINGS)
    for setting in found:
        resolved = setting_resolve(installation=store, channel="here", key=setting.key)
        assert (setting.value, setting.source) == resolved


def test_a_channel_that_names_another_seller_inherits_from_it(store: Installation) -> None:
    SettingValue.objects.create(
        installation=store, channel="there", key="legal_entity", value="other"
    )
    assert _days(store, Level.CHANNEL, "there").source is Level.APP


def test_a_seller_that_is_not_there_is_not_found(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    factories.legal_entity(other, "theirs")
    with pytest.raises(NotFound) as missing:
        _days(store, Level.LEGAL_ENTITY, "theirs")
    assert missing.value.code == "LEGAL_ENTITY_NOT_FOUND"
    with pytest.raises(InvalidInput) as refused:
        _days(store, Level.CHANNEL, "")
    assert refused.value.code == "PLACE_INVALID"


@pytest.mark.parametrize(
    ("pattern", "reset", "samples"),
    [
        ("INV-{seq:03}", "never", ["INV-001", "INV-002"]),
        ("{YYYY}-{seq}", "yearly", ["2026-1", "2026-2", "2027-1"]),
        ("{YY}{MM}/{seq}", "monthly", ["2612/1", "2612/2", "2701/1"]),
        ("{YY}{MM}{DD}/{seq}", "daily", ["261231/1", "261231/2", "270101/1"]),
    ],
)
def test_samples_of_a_pattern(pattern: str, reset: str, samples: list[str]) -> None:
    assert number_samples(pattern=pattern, reset=reset, on=date(2026, 12, 31)) == samples


def test_a_month_in_the_middle_of_the_year_is_followed_by_the_next() -> None:
    found = number_samples(pattern="{YY}{MM}-{seq}", reset="monthly", on=date(2026, 5, 31))
    assert found[-1] == "2606-1"


def test_a_pattern_that_would_repeat_has_no_samples() -> None:
    with pytest.raises(InvalidInput) as refused:
        number_samples(pattern="{seq}", reset="yearly", on=date(2026, 5, 31))
    assert refused.value.code == "NUMBER_PATTERN_REPEATS"
