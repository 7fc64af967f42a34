"""A worker keeps its connection to the database between tasks, but never a broken one."""

import pytest
from celery.fixups import django as fixup
from django.db import connection

from saleor_invoices import worker
from saleor_invoices.celery import app

only_postgres = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has no server that could go away"
)


def test_celery_knows_that_connections_are_reused() -> None:
    worker_fixup = fixup.DjangoWorkerFixup(app)  # type: ignore[attr-defined]
    assert worker_fixup.db_reuse_max == 1000


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_broke_while_idle_is_closed_before_the_next_task(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connection.ensure_connection()
    connection.connection.close()  # as a restart of the server leaves it
    monkeypatch.setattr(worker, "_last_used", 0.0)
    worker.connections_check()
    assert connection.connection is None


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_well_is_kept_for_the_next_task() -> None:
    connection.ensure_connection()
    before = connection.connection
    worker.connections_tidy()
    worker.connections_check()
    assert connection.connection is before


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_broke_within_a_task_is_closed_after_it() -> None:
    connection.ensure_connection()
    connection.connection.close()
    connection.errors_occurred = True
    worker.connections_tidy()
    assert connection.connection is None


@pytest.mark.django_db
def test_a_transaction_that_is_open_keeps_its_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    before = connection.connection
    monkeypatch.setattr(worker, "_last_used", 0.0)
    worker.connections_check()
    worker.connections_tidy()
    assert connection.connection is before
