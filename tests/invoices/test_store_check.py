"""After a registration, an upgrade and once a day: is everything in place, here and in Saleor?"""

import pytest
from django.conf import settings

from saleor_invoices.domain.errors import Unreachable
from saleor_invoices.inbox import registry
from saleor_invoices.invoices.models import Problem
from saleor_invoices.invoices.services.problem import problem_open
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.invoices.services.store_check import store_check
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop
from tests.saleor.fake_saleor import failure

pytestmark = pytest.mark.django_db
ADDRESS = {
    "firstName": "", "lastName": "", "companyName": "Sample Shop GmbH",
    "streetAddress1": "Shop Street 1", "streetAddress2": "", "city": "BERLIN", "cityArea": "",
    "postalCode": "10115", "country": {"code": "DE"}, "countryArea": "", "phone": "",
    "metadata": [],
}  # fmt: skip


def _checked(store: Installation) -> Installation:
    store_check(installation=store)
    store.refresh_from_db()
    return store


def test_first_settings_come_from_saleor_and_missing_webhooks_are_made(
    store: Installation, shop: Shop
) -> None:
    shop.company_address = ADDRESS
    found = _checked(store)
    assert (found.app_version, found.saleor_version) == (settings.VERSION, "3.22.70")
    seller = LegalEntity.objects.get()
    assert (seller.name, seller.country) == ("Sample Shop GmbH", "DE")
    events = {
        kind["eventType"].lower()
        for hook in shop.webhooks
        for kind in (*hook["asyncEvents"], *hook["syncEvents"])
    }
    assert events == {*registry.events(), "transaction_refund_requested"}
    assert not Problem.objects.exists()


def test_a_second_look_changes_nothing(store: Installation, shop: Shop) -> None:
    _checked(store)
    asked = shop.operations.count("webhookCreate")
    _checked(store)
    assert shop.operations.count("webhookCreate") == asked == len(shop.webhooks)


def test_what_only_a_reinstallation_repairs_is_a_problem_until_it_was_made(
    store: Installation, shop: Shop
) -> None:
    shop.permissions = ["MANAGE_ORDERS"]
    _checked(store)
    problem = Problem.objects.get()
    assert (problem.code, problem.subject) == ("REINSTALL_NEEDED", "store")
    assert problem.params["reasons"] == ["PERMISSION_MISSING:HANDLE_PAYMENTS"]

    shop.permissions.append("HANDLE_PAYMENTS")
    problem_retry(problem=problem)
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_a_removed_app_is_noticed(store: Installation, shop: Shop) -> None:
    shop.is_removed = True
    found = _checked(store)
    assert found.state == "disconnected"
    assert found.app_version == ""
    assert not Problem.objects.exists()


def test_a_saleor_that_is_down_is_asked_again_later(store: Installation, shop: Shop) -> None:
    shop.is_down = True
    with pytest.raises(Unreachable):
        store_check(installation=store)
    store.refresh_from_db()
    assert (store.state, store.app_version) == ("active", "")


def test_what_saleor_refuses_is_a_problem_and_not_asked_for_every_few_seconds(
    store: Installation, shop: Shop
) -> None:
    shop.faults["webhookCreate"] = [failure("You need MANAGE_ORDERS", "PermissionDenied")]
    found = _checked(store)
    problem = Problem.objects.get()
    assert (problem.code, problem.params["cause"]) == ("SETUP_REFUSED", "PERMISSION_MISSING")
    assert found.app_version == settings.VERSION  # or else each sweep would try again

    problem_retry(problem=problem)
    problem.refresh_from_db()
    assert problem.resolved_at is not None


def test_open_problems_are_said_again_after_a_reinstall_and_not_every_day(
    desk: Desk, store: Installation, shop: Shop
) -> None:
    store.saleor_version = "3.22.70"
    store.save()
    problem_open(installation=store, subject="order:1", code="X", message="It differs.")
    with desk.capture(execute=True):
        _checked(store)
    assert desk.work() == ["problem_report"]
    with desk.capture(execute=True):
        _checked(store)
    assert desk.work() == []
