"""Problems: shown where the merchant looks, counted, taken away when healed, retried on demand."""

from collections.abc import Callable
from typing import Any

import pytest

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.invoices import tasks
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.services.problem import (
    problem_open,
    problem_resolve,
    problem_retry_request,
    problems_report,
)
from saleor_invoices.invoices.services.problem_report import problem_report
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example, refused
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories

pytestmark = pytest.mark.django_db
ORDER = example("order_fully_paid")["order"]["id"]


def _open(store: Installation, subject: str = "order:1", code: str = "TOTALS_DIFFER") -> Problem:
    return problem_open(
        installation=store, subject=subject, code=code, message="It differs.", remedy="Repair it."
    )


def test_a_problem_is_reported_to_saleor_and_dismissed_when_it_healed(
    desk: Desk, shop: Shop
) -> None:
    desk.handle("order_fully_paid", example("order_fully_paid", billingAddress=None))
    ((key, message),) = shop.problems.items()
    assert key.startswith("billing_address_missing-")
    assert len(key) <= 128
    assert message.startswith("Order 1001 has no invoice: ")
    problem = Problem.objects.get()
    assert message.endswith(problem.remedy)
    assert problem.reported_to_saleor

    shop.add(example("order_updated"))
    desk.handle("order_updated", example("order_updated"))
    assert shop.problems == {}
    problem.refresh_from_db()
    assert (problem.resolved_at is not None, problem.reported_to_saleor) == (True, False)


def test_it_is_counted_while_it_is_open_and_reported_once(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    for minute in range(3):
        at = f"2026-03-02T10:0{minute}:00+00:00"
        desk.handle("order_updated", example("order_updated", at, billingAddress=None))
    assert Problem.objects.get().occurrences == 3
    assert [c.operation for c in shop.calls].count("appProblemCreate") == 1


def test_after_it_was_closed_it_opens_anew(store: Installation) -> None:
    first = _open(store)
    assert problem_resolve(installation=store, subject="order:1") == 1
    second = _open(store)
    assert second.pk != first.pk
    assert second.occurrences == 1


def test_closing_minds_subject_code_and_store(store: Installation) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    _open(store), _open(store, code="NUMBER_TAKEN"), _open(store, "order:2"), _open(other)
    assert problem_resolve(installation=store, subject="order:1", codes=("NUMBER_TAKEN",)) == 1
    assert problem_resolve(installation=store, subject="order:1", but="TOTALS_DIFFER") == 0
    assert problem_resolve(installation=store, subject="order:1") == 1
    assert Problem.objects.filter(resolved_at__isnull=True).count() == 2


@pytest.mark.django_db(transaction=True)
def test_opened_from_many_workers_at_once_it_is_one(store: Installation) -> None:
    jobs: list[Callable[[], object]] = [lambda: _open(store)] * 8
    together(jobs)
    problem = Problem.objects.get()
    assert 1 <= problem.occurrences <= 8


@pytest.mark.parametrize("version", ["3.20.119", "3.21.69", "3.22.35", ""])
def test_an_older_saleor_is_not_asked_for_what_it_cannot_show(
    store: Installation, shop: Shop, version: str
) -> None:
    store.saleor_version = version
    store.save()
    problem_report(problem_id=_open(store).pk)
    assert shop.calls == []
    assert not Problem.objects.get().reported_to_saleor


def test_a_refused_report_opens_no_second_problem(store: Installation, shop: Shop) -> None:
    shop.faults["appProblemCreate"] = [refused("appProblemCreate", "LIMIT")]
    problem_report(problem_id=_open(store).pk)
    assert Problem.objects.count() == 1
    assert not Problem.objects.get().reported_to_saleor


def test_a_report_that_did_not_arrive_is_tried_again(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    shop.is_down = True
    with desk.capture(execute=True):
        _open(store)
    desk.work()
    (message,) = desk.later
    assert message.name == "problem_report"

    shop.is_down = False
    desk.run(message)
    assert len(shop.problems) == 1


def test_a_removed_app_reports_nothing(store: Installation, shop: Shop) -> None:
    shop.is_removed = True
    problem_report(problem_id=_open(store).pk)
    assert shop.problems == {}


def test_a_reinstalled_app_says_its_open_problems_again(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    healed, reported = _open(store), _open(store, "order:2")
    problem_resolve(installation=store, subject="order:1")
    Problem.objects.filter(pk=healed.pk).update(reported_to_saleor=False)
    with desk.capture(execute=True):
        assert problems_report(installation=store) == 1
    desk.work()
    reported.refresh_from_db()
    assert reported.reported_to_saleor
    assert len(shop.problems) == 1


def test_long_texts_are_cut_to_what_is_kept(store: Installation) -> None:
    problem = problem_open(
        installation=store, subject="order:1", code="X", message="m" * 5000, remedy="r" * 5000
    )
    problem.refresh_from_db()
    assert (len(problem.message), len(problem.remedy)) == (1000, 1000)


class TestRetry:
    """The button that does the failed work again."""

    def _retry(self, desk: Desk, problem: Problem) -> None:
        with desk.capture(execute=True):
            problem_retry_request(problem=problem)
        desk.work()
        problem.refresh_from_db()

    def test_of_an_order_reads_it_anew(self, desk: Desk, shop: Shop) -> None:
        desk.handle("order_fully_paid", example("order_fully_paid", billingAddress=None))
        shop.add(example("order_fully_paid"))
        problem = Problem.objects.get()
        self._retry(desk, problem)
        assert problem.resolved_at is not None
        assert SalesDocument.objects.count() == 1
        assert shop.mutations() == ["invoiceCreate"]

    def test_that_fails_again_leaves_it_open_and_counted(self, desk: Desk, shop: Shop) -> None:
        broken = example("order_fully_paid", billingAddress=None)
        shop.add(broken)
        desk.handle("order_fully_paid", broken)
        problem = Problem.objects.get()
        self._retry(desk, problem)
        assert (problem.resolved_at, problem.occurrences) == (None, 2)
        assert not SalesDocument.objects.exists()

    def test_of_an_order_with_an_open_request_that_fails_again_is_no_crash(
        self, desk: Desk, shop: Shop
    ) -> None:
        broken = example("invoice_requested", billingAddress=None)
        shop.request_invoice(shop.add(broken)["id"])
        desk.handle("invoice_requested", broken)
        self._retry(desk, Problem.objects.get())
        assert Problem.objects.get().resolved_at is None

    def test_of_a_delivery_works_it_off_again(self, desk: Desk, shop: Shop) -> None:
        payload = {**example("order_fully_paid"), "errors": [{"message": "?"}]}
        delivery = desk.handle("order_fully_paid", payload)  # Saleor does not know the order
        problem = Problem.objects.get()
        shop.add(payload)
        self._retry(desk, problem)
        delivery.refresh_from_db()
        assert (delivery.state, problem.resolved_at is not None) == ("done", True)
        assert SalesDocument.objects.count() == 1

    def test_pressed_twice_is_no_crash(self, desk: Desk, shop: Shop) -> None:
        payload = {**example("order_fully_paid"), "errors": [{"message": "?"}]}
        desk.handle("order_fully_paid", payload)
        problem = Problem.objects.get()
        with desk.capture(execute=True):
            problem_retry_request(problem=problem)
            problem_retry_request(problem=problem)
        desk.work()
        assert Delivery.objects.get().state == "failed"

    def test_while_saleor_is_down_is_made_when_it_is_back(self, desk: Desk, shop: Shop) -> None:
        desk.handle("order_fully_paid", example("order_fully_paid", billingAddress=None))
        shop.add(example("order_fully_paid"))
        shop.is_down = True
        problem = Problem.objects.get()
        self._retry(desk, problem)
        assert problem.resolved_at is None
        (message,) = (m for m in desk.later if m.name == "problem_retry")
        shop.is_down = False
        desk.run(message)
        problem.refresh_from_db()
        assert problem.resolved_at is not None

    def test_of_a_healed_problem_does_nothing(
        self, desk: Desk, shop: Shop, store: Installation
    ) -> None:
        problem = _open(store, f"order:{ORDER}")
        problem_resolve(installation=store, subject=problem.subject)
        tasks.problem_retry(problem.pk)
        assert shop.operations == []

    def test_of_an_order_that_needs_no_invoice_any_more_closes_it(
        self, desk: Desk, shop: Shop, configure: Any
    ) -> None:
        desk.handle("order_fully_paid", example("order_fully_paid", billingAddress=None))
        configure(issue_policy="on_request")
        shop.add(example("order_fully_paid", billingAddress=None))
        problem = Problem.objects.get()
        self._retry(desk, problem)
        assert problem.resolved_at is not None
        assert not SalesDocument.objects.exists()


def test_a_problem_of_an_order_is_closed_in_its_own_store_only(
    store: Installation, seller: LegalEntity, shop: Shop, desk: Desk
) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    foreign = _open(other, f"order:{ORDER}")
    shop.add(example("order_fully_paid"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    foreign.refresh_from_db()
    assert foreign.resolved_at is None
