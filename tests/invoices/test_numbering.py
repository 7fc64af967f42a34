"""Numbers: without a gap, without a twin, and dates that never go back."""

from datetime import date, timedelta
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.invoices.models import NumberSeries, OrderCoverage, Problem, SalesDocument
from saleor_invoices.invoices.services import clock, document_issue, order_issue, order_settle
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.number_take import number_take, series_lock
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure, sells
from tests.invoices.orders import at, issue, order, paid

pytestmark = pytest.mark.django_db
CONFIRMED = "confirmed"


class Calendar:
    """What the app takes for today."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 22)

    def __call__(self, _zone: str) -> date:
        return self.day


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """A calendar that the test turns."""
    found = Calendar()
    monkeypatch.setattr(clock, "today", found)
    return found


def _numbers() -> list[str]:
    return list(SalesDocument.objects.order_by("chain_position").values_list("number", flat=True))


def test_numbers_count_up_by_one_and_each_document_follows_the_one_before(
    store: Installation, seller: LegalEntity, calendar: Calendar
) -> None:
    first, second, third = (issue(store) for _ in range(3))
    assert _numbers() == ["INV-2026-00001", "INV-2026-00002", "INV-2026-00003"]
    assert [d.chain_position for d in (first, second, third)] == [1, 2, 3]
    assert first.previous_hash == "0" * 64
    assert (second.previous_hash, third.previous_hash) == (first.chain_hash, second.chain_hash)

    series = NumberSeries.objects.get()
    assert (series.last_sequence, series.chain_length) == (3, 3)
    assert (series.chain_head, series.last_issue_date) == (third.chain_hash, calendar.day)


def test_the_number_is_on_the_document_itself(
    store: Installation, seller: LegalEntity, calendar: Calendar
) -> None:
    document = issue(store)
    snapshot = codec.decode(bytes(document.snapshot))
    assert (snapshot.number, snapshot.issue_date) == ("INV-2026-00001", calendar.day)


def test_a_new_year_starts_again_at_one(
    store: Installation, seller: LegalEntity, calendar: Calendar
) -> None:
    calendar.day = date(2026, 12, 31)
    issue(store), issue(store)
    calendar.day = date(2027, 1, 1)
    issue(store)
    assert _numbers() == ["INV-2026-00001", "INV-2026-00002", "INV-2027-00001"]
    assert ledger_verify().ok


def test_a_clock_that_goes_back_takes_neither_date_nor_period_back(
    store: Installation, seller: LegalEntity, calendar: Calendar
) -> None:
    calendar.day = date(2027, 1, 1)
    issue(store)
    calendar.day = date(2026, 12, 31)
    later = issue(store)
    assert (later.number, later.issue_date) == ("INV-2027-00002", date(2027, 1, 1))
    assert ledger_verify().ok


def test_the_terms_count_from_the_issue_date_also_when_the_clock_went_back(
    store: Installation, seller: LegalEntity, configure: Configure, calendar: Calendar
) -> None:
    configure(issue_policy=CONFIRMED, payment_terms_days=7)
    issue(store, order())
    calendar.day -= timedelta(days=3)
    document = issue(store, order())
    assert document.issue_date == date(2026, 11, 22)
    assert document.due_date == date(2026, 11, 29)
    assert codec.decode(bytes(document.snapshot)).due_date == date(2026, 11, 29)


def test_the_issue_date_is_local_to_the_legal_entity(
    store: Installation, configure: Configure
) -> None:
    # 25 hours apart: it is never the same day in both places.
    sells(store, "early", timezone="Pacific/Kiritimati")
    sells(store, "late", timezone="Pacific/Pago_Pago")
    for key in ("early", "late"):
        _seller_of_channel(store, key)
    early, late = (issue(store, paid(channel=f"{key}-channel")) for key in ("early", "late"))
    assert early.issue_date is not None
    assert late.issue_date is not None
    assert early.issue_date > late.issue_date


def _seller_of_channel(store: Installation, key: str) -> None:
    store.setting_values.create(channel=f"{key}-channel", key="legal_entity", value=key)


def test_each_legal_entity_has_series_of_its_own(store: Installation, calendar: Calendar) -> None:
    for key in ("north", "south"):
        sells(store, key)
        _seller_of_channel(store, key)
        issue(store, paid(channel=f"{key}-channel"))
    assert [d.number for d in SalesDocument.objects.all()] == ["INV-2026-00001"] * 2
    assert NumberSeries.objects.count() == 2
    assert ledger_verify().ok


def test_test_mode_counts_apart_and_says_so_in_the_number(
    store: Installation, seller: LegalEntity, configure: Configure, calendar: Calendar
) -> None:
    configure(test_mode=True)
    trial = issue(store)
    configure(test_mode=False)
    real = issue(store)
    assert (trial.number, trial.test_mode) == ("TEST-INV-2026-00001", True)
    assert (real.number, real.test_mode) == ("INV-2026-00001", False)
    assert trial.series != real.series
    assert (trial.chain_position, real.chain_position) == (1, 1)
    assert ledger_verify().ok


def test_the_pattern_of_the_legal_entity_is_used(
    store: Installation, seller: LegalEntity, configure: Configure, calendar: Calendar
) -> None:
    configure("", seller, number_pattern_invoice="{MM}/{YY}/{seq}", number_reset="monthly")
    issue(store)
    calendar.day = date(2026, 12, 1)
    issue(store)
    assert _numbers() == ["11/26/1", "12/26/1"]


@pytest.mark.parametrize(
    ("pattern", "reset", "code"),
    [
        ("INV-{seq}", "yearly", "NUMBER_PATTERN_REPEATS"),
        ("INV-{YYYY}-{seq}", "monthly", "NUMBER_PATTERN_REPEATS"),
        ("INV-{YYYY}", "yearly", "NUMBER_PATTERN_INVALID"),
    ],
)
def test_a_pattern_that_would_repeat_is_refused_and_nothing_is_issued(
    store: Installation,
    seller: LegalEntity,
    configure: Configure,
    pattern: str,
    reset: str,
    code: str,
) -> None:
    configure(number_pattern_invoice=pattern, number_reset=reset)
    assert order_observe(installation=store, order=paid("o"), issued_at=at(0)) is None
    problem = Problem.objects.get()
    assert (problem.code, problem.subject) == (code, "order:o")
    assert problem.remedy == "Correct the app's settings and try again."
    assert not SalesDocument.objects.exists()
    assert not NumberSeries.objects.exists()


def test_a_number_that_was_used_before_a_change_of_pattern_is_refused(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    configure(number_pattern_invoice="N-{seq}2", number_reset="never")
    issue(store)
    configure(number_pattern_invoice="N-1{seq}")
    assert order_observe(installation=store, order=paid("o"), issued_at=at(0)) is None
    problem = Problem.objects.get()
    assert (problem.code, problem.params["number"]) == ("NUMBER_TAKEN", "N-12")
    assert _numbers() == ["N-12"]
    assert NumberSeries.objects.get().last_sequence == 1

    configure(number_pattern_invoice="M-{seq}")
    order_observe(installation=store, order=paid("o"), issued_at=at(1))
    assert _numbers() == ["N-12", "M-2"]


def test_another_kind_of_reset_goes_on_counting_and_back_again(
    store: Installation, seller: LegalEntity, configure: Configure, calendar: Calendar
) -> None:
    issue(store), issue(store)
    configure(number_pattern_invoice="INV-{YYYY}-{MM}-{seq:05}", number_reset="monthly")
    issue(store)
    calendar.day = date(2026, 12, 1)
    issue(store)
    configure(number_pattern_invoice="INV-{YYYY}-{seq:05}", number_reset="yearly")
    issue(store)
    assert _numbers() == [
        "INV-2026-00001",
        "INV-2026-00002",
        "INV-2026-11-00003",
        "INV-2026-12-00001",
        "INV-2026-00003",
    ]
    assert ledger_verify().ok


@pytest.mark.parametrize(
    ("module", "step"),
    [
        (document_issue, "series_advance"),
        (document_issue, "history_append"),
        (order_issue, "vat_check_after_issue"),
        (order_settle, "ledger_allocate"),
        (order_settle, "credits_follow"),
    ],
)
def test_a_failure_after_the_number_was_taken_leaves_no_gap(
    store: Installation,
    seller: LegalEntity,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    step: str,
) -> None:
    def fail(**_arguments: Any) -> None:
        raise RuntimeError("the disk is on fire")

    issue(store)
    with monkeypatch.context() as patch:
        patch.setattr(module, step, fail)
        with pytest.raises(RuntimeError):
            issue(store)
    assert SalesDocument.objects.count() == OrderCoverage.objects.count() == 1
    assert NumberSeries.objects.get().last_sequence == 1

    issue(store)
    sequences = SalesDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == [1, 2]
    assert ledger_verify().ok


@pytest.mark.django_db(transaction=True)
def test_a_number_can_only_be_taken_inside_a_transaction(
    store: Installation, seller: LegalEntity
) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        series_lock(legal_entity=seller, kind=DocumentKind.INVOICE, test_mode=False)
    assert not NumberSeries.objects.exists()


def test_taking_without_issuing_changes_nothing(store: Installation, seller: LegalEntity) -> None:
    with transaction.atomic():
        series = series_lock(legal_entity=seller, kind=DocumentKind.INVOICE, test_mode=False)
        pattern = NumberPattern.parse("{seq}")
        taken = [number_take(series=series, pattern=pattern, today=date(2026, 1, 1)).number] * 2
    assert taken == ["1", "1"]
    assert NumberSeries.objects.get().last_sequence == 0


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(st.integers(-3, 45), st.sampled_from(["never", "yearly", "monthly", "daily"])),
        min_size=1,
        max_size=14,
    )
)
def test_whatever_the_clock_and_the_settings_do_the_ledger_holds(
    steps: list[tuple[int, str]],
    store: Installation,
    seller: LegalEntity,
    configure: Configure,
    calendar: Calendar,
) -> None:
    # All examples count on in the one series, which only makes it harder.
    configure(number_pattern_invoice="{YYYY}{MM}{DD}-{seq}")
    for days, reset in steps:
        calendar.day += timedelta(days=days)
        configure(number_reset=reset)
        issue(store)
    numbers = _numbers()
    assert len(set(numbers)) == len(numbers) == SalesDocument.objects.count()
    assert ledger_verify().faults == []
    assert not Problem.objects.exists()
