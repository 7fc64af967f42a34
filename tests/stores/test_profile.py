"""What holds for a channel: its own value, its legal entity's, the app's, the default."""

from typing import Any

import pytest

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.errors import CannotIssue, InvalidInput
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.domain.profile import IssuePolicy, NotifyPolicy
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Level, checked
from saleor_invoices.stores.selectors import channel_profile, setting_resolve
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


def _seller(store: Installation, key: str = "main", **columns: Any) -> LegalEntity:
    party = parties.to_json(factories.SELLER)
    return factories.legal_entity(store, key, seller=party, **columns)


def _set(store: Installation, key: str, value: object, **place: Any) -> None:
    SettingValue.objects.create(installation=store, key=key, value=value, **place)


def test_defaults_hold_where_nothing_is_set(store: Installation) -> None:
    seller = _seller(store)
    profile = channel_profile(installation=store, channel="default-channel")
    assert profile.legal_entity == seller  # the only one needs no naming
    assert (profile.enabled, profile.issue_policy) == (True, IssuePolicy.FULLY_PAID)
    assert profile.notify_policy is NotifyPolicy.NEVER
    assert profile.number_reset is Reset.YEARLY
    assert profile.number_patterns == {
        DocumentKind.INVOICE: "INV-{YYYY}-{seq:05}",
        DocumentKind.CREDIT_NOTE: "CN-{YYYY}-{seq:05}",
        DocumentKind.PROFORMA: "PRO-{YYYY}-{seq:05}",
    }
    assert (profile.template, profile.paper, profile.accent) == ("classic", "a4", "#1f4b7a")
    assert (profile.link_open_days, profile.strict_links, profile.logo) == (30, False, None)
    assert (profile.show_in_storefront, profile.allow_download) == (True, True)
    assert profile.document.seller == factories.SELLER
    assert (profile.document.timezone, profile.document.tax.country) == ("Europe/Warsaw", "PL")
    assert profile.document.tax.zero_rate_category is None


def test_every_default_passes_its_own_check() -> None:
    for declared in SETTINGS.values():
        level = next(iter(declared.levels))
        assert checked(declared.key, declared.default, level=level) == declared.default
        assert declared.doc.endswith(".")


def test_the_nearest_level_wins(store: Installation) -> None:
    seller, other = _seller(store), _seller(store, "other")
    _set(store, "legal_entity", "main")
    seen = []
    for place, value in (
        ({}, 10),
        ({"legal_entity": other}, 99),
        ({"legal_entity": seller}, 20),
        ({"channel": "elsewhere"}, 98),
        ({"channel": "here"}, 30),
    ):
        _set(store, "payment_terms_days", value, **place)
        seen.append(setting_resolve(installation=store, channel="here", key="payment_terms_days"))
    assert seen == [
        (10, Level.APP),
        (10, Level.APP),
        (20, Level.LEGAL_ENTITY),
        (20, Level.LEGAL_ENTITY),
        (30, Level.CHANNEL),
    ]


def test_a_channel_can_have_another_seller(store: Installation) -> None:
    _seller(store)
    german = _seller(store, "de", country="DE", timezone="Europe/Berlin", logo=b"picture")
    _set(store, "legal_entity", "main")
    _set(store, "legal_entity", "de", channel="german")
    _set(store, "zero_rate_category", "E", legal_entity=german)
    _set(store, "tax_class_categories", {"Books": "Z"}, legal_entity=german)
    profile = channel_profile(installation=store, channel="german")
    assert (profile.legal_entity, profile.logo) == (german, b"picture")
    assert profile.document.tax.zero_rate_category is VatCategory.EXEMPT
    assert profile.document.tax.tax_class_categories == {"Books": VatCategory.ZERO}
    assert channel_profile(installation=store, channel="other").legal_entity.key == "main"


@pytest.mark.parametrize("named", ["", "gone"])
def test_a_channel_without_a_seller_can_not_issue_but_has_its_switches(
    store: Installation, named: str
) -> None:
    _seller(store, "one")
    _seller(store, "two")
    _set(store, "enabled", False, channel="here")
    if named:
        _set(store, "legal_entity", named, channel="here")
    profile = channel_profile(installation=store, channel="here")
    assert profile.enabled is False
    for ask in (lambda: profile.legal_entity, lambda: profile.document):
        with pytest.raises(CannotIssue) as refused:
            ask()
        assert refused.value.code == "LEGAL_ENTITY_MISSING"
        assert refused.value.params["channel"] == "here"
        assert "legal entity" in str(refused.value.params["remedy"])
        assert named in refused.value.message


def test_one_store_never_sees_anothers_settings(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    _seller(other, "theirs", logo=b"picture")
    _set(other, "issue_policy", "on_request")
    _set(other, "enabled", False, channel="here")
    profile = channel_profile(installation=store, channel="here")
    assert (profile.enabled, profile.issue_policy) == (True, IssuePolicy.FULLY_PAID)
    assert profile.legal_entity_or_none is None
    _set(store, "legal_entity", "theirs")
    assert channel_profile(installation=store, channel="here").legal_entity_or_none is None


def test_a_profile_takes_two_queries(store: Installation, django_assert_num_queries: Any) -> None:
    seller = _seller(store)
    for key in ("paper", "template", "notes"):
        _set(store, key, SETTINGS[key].default, legal_entity=seller)
    with django_assert_num_queries(2):
        channel_profile(installation=store, channel="here")


def test_an_undeclared_setting_can_not_be_asked_for(store: Installation) -> None:
    with pytest.raises(InvalidInput) as refused:
        setting_resolve(installation=store, channel="", key="papre")
    assert refused.value.code == "SETTING_UNKNOWN"


def test_a_seller_survives_its_way_through_the_database(store: Installation) -> None:
    entity = LegalEntity.objects.get(pk=_seller(store).pk)
    assert parties.from_json(entity.seller) == factories.SELLER
    assert "trading_name" not in entity.seller
    with pytest.raises(InvalidInput) as refused:
        parties.from_json({"name": 1})
    assert refused.value.code == "SELLER_INVALID"
