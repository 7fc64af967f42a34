"""Handing work to the workers, by name, once the transaction has committed.

Work is durable in our own tables, so a lost message costs seconds, not data: a broker that is
down must neither fail the request nor undo what was committed. The sweeps pick up the rest.
"""

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from saleor_invoices import logs

log = logs.get(__name__)


def enqueue(task: str, *args: object) -> None:
    """Send ``task`` with JSON arguments after commit; never raises for a broker that is away."""
    transaction.on_commit(lambda: send(task, *args))


def send(task: str, *args: object) -> None:
    """Send ``task`` now."""
    try:
        current_app.send_task(task, args=args)
    except (OperationalError, OSError) as error:
        log.warning("broker.unreachable", task=task, error=type(error).__name__)
