"""Two people at the settings at once: what holds afterwards was checked as a whole."""

from collections.abc import Callable
from typing import Any

import pytest

from saleor_invoices.domain.errors import AppError
from saleor_invoices.stores.misfits import misfits_find
from saleor_invoices.stores.models import Installation, LegalEntity, SettingChange, SettingValue
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.legal_entity import legal_entity_create
from saleor_invoices.stores.services.settings_update import setting_set
from saleor_invoices.stores.services.store_bootstrap import store_bootstrap
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories
from tests.stores.test_bootstrap import GERMAN, _shop

pytestmark = pytest.mark.django_db(transaction=True)


def _attempt(work: Callable[[], object]) -> Callable[[], object]:
    def run() -> object:
        try:
            return work()
        except AppError as error:
            return error.code

    return run


def _set(store: Installation, key: str, value: object) -> Callable[[], object]:
    return _attempt(
        lambda: setting_set(
            installation=store, level=Level.APP, key=key, value=value, changed_by=key
        )
    )


@pytest.mark.parametrize("_round", range(3))
def test_two_changes_that_do_not_go_together_are_not_both_made(_round: int) -> None:
    store = factories.installation()
    results = together(
        [
            _set(store, "einvoice_profile", "none"),
            _set(store, "einvoice_required", True),
        ]
    )
    assert results.count("SETTINGS_MISFIT") == 1
    assert SettingValue.objects.count() == SettingChange.objects.count() == 1
    assert misfits_find(installation_id=store.pk).found == []


def test_the_same_value_from_eight_is_set_and_noted_once() -> None:
    store = factories.installation()
    results: Any = together([_set(store, "paper", "letter") for _ in range(8)])
    assert sorted(len(changes) for changes in results) == [0] * 7 + [1]
    assert SettingValue.objects.count() == SettingChange.objects.count() == 1


def test_a_seller_is_added_once() -> None:
    store = factories.installation()
    fields = {"name": "Sample", "country": "DE"}

    def create() -> object:
        return legal_entity_create(installation=store, key="de", fields=fields, changed_by="x")

    results = together([_attempt(create) for _ in range(4)])
    assert results.count("LEGAL_ENTITY_EXISTS") == 3
    assert LegalEntity.objects.count() == 1


def test_a_store_is_set_up_once() -> None:
    store = factories.installation()
    together([lambda: store_bootstrap(installation=store, shop=_shop(GERMAN))] * 4)
    assert LegalEntity.objects.count() == 1
    assert SettingChange.objects.filter(key="issue_not_before").count() == 1
