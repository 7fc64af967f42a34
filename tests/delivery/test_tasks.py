"""The tasks that workers and beat know by name do what their services do."""

import pytest
from celery import current_app
from django.conf import settings

from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.delivery.services.dispatch_followers import TRANSMIT_TASK
from saleor_invoices.delivery.services.dispatch_request import SEND_TASK
from saleor_invoices.delivery.services.transmission_request import transmission_request
from tests.delivery.conftest import Configure, Issue, ask
from tests.delivery.smtp_server import Mailbox


@pytest.fixture(autouse=True)
def _loaded() -> None:
    current_app.loader.import_default_modules()  # as a worker does when it starts


def scheduled() -> dict[str, str]:
    """Names of beat's entries of deliveries, and of their tasks."""
    entries = settings.CELERY_BEAT_SCHEDULE.items()
    return {name: entry["task"] for name, entry in entries if name.startswith("delivery-")}


def test_beat_and_services_name_tasks_that_there_are() -> None:
    assert set(scheduled()) == {"delivery-sweep", "delivery-reminders"}
    assert {*scheduled().values(), SEND_TASK, TRANSMIT_TASK} <= set(current_app.tasks)


def test_a_mail_and_an_e_invoice_go_out_by_their_tasks(
    box: Mailbox, issue: Issue, configure: Configure
) -> None:
    configure(transmission="email")
    document = issue(xml=True)
    current_app.tasks[SEND_TASK](str(ask(document).pk))
    row = transmission_request(document=document)
    current_app.tasks[TRANSMIT_TASK](str(row.pk))
    mail = Dispatch.objects.get(purpose="einvoice")
    current_app.tasks[SEND_TASK](str(mail.pk))
    current_app.tasks[TRANSMIT_TASK](str(row.pk))
    row.refresh_from_db()
    assert row.state == Transmission.State.DELIVERED
    assert len(box.mails) == 2


def test_beats_tasks_run_with_nothing_to_do(db: None) -> None:
    for name in scheduled().values():
        current_app.tasks[name]()
    assert Dispatch.objects.count() == 0
