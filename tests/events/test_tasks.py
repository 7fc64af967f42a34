"""The tasks that workers and beat know by name do what their services do."""

import pytest
from celery import current_app
from django.conf import settings

from saleor_invoices.events.models import EventDelivery
from saleor_invoices.events.services.event_write import SEND_TASK
from saleor_invoices.stores.models import Installation
from tests.events.conftest import Listen, issued
from tests.events.receiver import Receiver


@pytest.fixture(autouse=True)
def _loaded() -> None:
    current_app.loader.import_default_modules()  # as a worker does when it starts


def scheduled() -> dict[str, str]:
    """Names of beat's entries of webhooks, and of their tasks."""
    entries = settings.CELERY_BEAT_SCHEDULE.items()
    return {name: entry["task"] for name, entry in entries if name.startswith("events-")}


def test_beat_and_services_name_tasks_that_there_are() -> None:
    assert set(scheduled()) == {"events-sweep", "events-overdue", "events-prune"}
    assert {*scheduled().values(), SEND_TASK} <= set(current_app.tasks)


def test_an_event_goes_out_by_its_task(
    store: Installation, listen: Listen, receiver: Receiver
) -> None:
    listen()
    issued(store)
    current_app.tasks[SEND_TASK](str(EventDelivery.objects.get().pk))
    assert len(receiver.calls) == 1


def test_beats_tasks_run_with_nothing_to_do(db: None) -> None:
    for name in scheduled().values():
        current_app.tasks[name]()
    assert EventDelivery.objects.count() == 0
