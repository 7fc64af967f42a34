"""Issuing from many threads at once: no gap, no twin, one invoice an order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import (
    DownloadLink,
    NumberSeries,
    OrderRecord,
    Publication,
    SalesDocument,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.invoices.services.order_observe import order_invoice, order_observe
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.orders import at, charged, issue, order, paid

pytestmark = pytest.mark.django_db(transaction=True)


def together(jobs: list[Callable[[], object]], threads: int = 8) -> list[object]:
    """Share the jobs among so many threads, which start at the same moment; results in order."""
    count = min(threads, len(jobs))
    barrier = Barrier(count)
    results: list[object] = [None] * len(jobs)

    def work(first: int) -> None:
        try:
            connection.ensure_connection()  # takes its time, and not the same for everyone
            barrier.wait(10)
            for position in range(first, len(jobs), count):
                results[position] = jobs[position]()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, first) for first in range(count)]:
            done.result()
    return results


def _observe(store: Installation, found: Order, minute: float = 0) -> Callable[[], object]:
    return lambda: order_observe(installation=store, order=found, issued_at=at(minute))


def test_forty_orders_at_once_get_forty_numbers_without_gap_or_twin(
    store: Installation, seller: LegalEntity
) -> None:
    documents = together([_observe(store, paid()) for _ in range(40)])

    assert all(isinstance(document, SalesDocument) for document in documents)
    sequences = SalesDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, 41))
    assert len(set(SalesDocument.objects.values_list("number", flat=True))) == 40
    series = NumberSeries.objects.get()
    assert (series.last_sequence, series.chain_length) == (40, 40)
    assert ledger_verify().faults == []


def test_one_order_from_eight_threads_gets_one_invoice(
    store: Installation, seller: LegalEntity
) -> None:
    found = paid("o")
    documents = together([_observe(store, found) for _ in range(8)])
    assert len({document.pk for document in documents if isinstance(document, SalesDocument)}) == 1
    assert SalesDocument.objects.count() == OrderRecord.objects.count() == 1
    assert Publication.objects.count() == 1
    assert NumberSeries.objects.get().last_sequence == 1


def test_events_and_requests_of_one_order_at_once_share_one_invoice(
    store: Installation, seller: LegalEntity
) -> None:
    states = [order("o"), paid("o"), paid("o", status="FULFILLED")]
    jobs = [_observe(store, state, minute) for minute, state in enumerate(states)]

    def request(invoice_id: str) -> Callable[[], object]:
        return lambda: order_invoice(
            installation=store, order=states[2], issued_at=at(9), saleor_invoice_id=invoice_id
        )

    together([*jobs, *(request(f"asked-{number}") for number in range(5))])
    assert SalesDocument.objects.count() == 1
    asked = Publication.objects.filter(requested=True)
    assert set(asked.values_list("saleor_invoice_id", flat=True)) == {
        f"asked-{number}" for number in range(5)
    }
    record = OrderRecord.objects.get()
    assert (record.seen_issued_at, record.status) == (at(9), "FULFILLED")


def test_of_many_states_at_once_the_newest_stays(store: Installation, seller: LegalEntity) -> None:
    for attempt in range(4):
        order_id = f"o{attempt}"
        states = [order(order_id, charge=charged(str(minute))) for minute in range(24)]
        jobs = [_observe(store, state, minute) for minute, state in enumerate(states)]
        together(jobs[::2] + jobs[::-2])
        record = OrderRecord.objects.get(order_id=order_id)
        assert (record.seen_issued_at, record.charged_minor) == (at(23), 2300)


def test_failing_and_succeeding_orders_at_once_leave_no_gap(
    store: Installation, seller: LegalEntity
) -> None:
    orders = [paid(billing_address=None) if number % 3 else paid() for number in range(24)]
    together([_observe(store, found) for found in orders])
    sequences = SalesDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, 9))
    assert ledger_verify().ok


def test_two_publications_at_once_share_one_link(store: Installation, seller: LegalEntity) -> None:
    document = issue(store)
    make = [lambda: link_create(document=document, open_days=30, strict=False)] * 8
    tokens = {link.token for link in together(list(make)) if isinstance(link, DownloadLink)}
    assert len(tokens) == DownloadLink.objects.count() == 1
