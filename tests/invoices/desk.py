"""Everything between a delivery's arrival and its end, without a worker process.

Deliveries come through the app's own view; tasks lie in the real (in-memory) queue until the test
has them worked off.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from celery import current_app
from django.test import Client

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.stores.models import Installation
from tests.plugins.fake_saleor import signature

MOST_TASKS = 500
Capture = Callable[..., AbstractContextManager[Any]]


def typename(event: str) -> str:
    """Saleor's name of an event's type: ``OrderPaid`` of ``order_paid``."""
    return "".join(part.title() for part in event.split("_"))


@dataclass(frozen=True)
class Message:
    """A task that waits in the queue; ``later`` if it waits for an appointment."""

    task: str
    args: tuple[Any, ...]
    later: bool

    @property
    def name(self) -> str:
        """The last part of the task's name."""
        return self.task.rsplit(".", 1)[-1]


@dataclass
class Desk:
    """A store's counter: takes deliveries in, and works the queue off when told to."""

    client: Client
    store: Installation
    capture: Capture
    later: list[Message] = field(default_factory=list)
    done: list[Message] = field(default_factory=list)

    def deliver(self, event: str, payload: Mapping[str, Any] | bytes) -> Delivery:
        """POST a signed delivery as Saleor does; it must be taken in."""
        body = payload if isinstance(payload, bytes) else self._body(event, payload)
        headers = {
            "Saleor-Event": event,
            "Saleor-Api-Url": self.store.saleor_api_url,
            "Saleor-Signature": signature(body),
        }
        with self.capture(execute=True):
            response = self.client.post(
                "/webhooks/saleor/", body, content_type="application/json", headers=headers
            )
        assert response.status_code == 200, response.content
        return Delivery.objects.filter(event=event).latest("pk")

    def _body(self, event: str, payload: Mapping[str, Any]) -> bytes:
        address = {"__typename": typename(event), "recipient": {"id": self.store.app_id}}
        return json.dumps({**payload, **address}).encode()

    def queued(self) -> list[Message]:
        """Take everything out of the queue."""
        found: list[Message] = []
        with current_app.connection_for_read() as connection:
            channel: Any = connection.default_channel
            channel.queue_declare(queue="celery")
            while message := channel.basic_get("celery", no_ack=True):
                headers = message.headers
                later = headers.get("eta") is not None
                found.append(Message(headers["task"], tuple(message.decode()[0]), later))
        return found

    def work(self) -> list[str]:
        """Run what is queued, and what that queues, to the end; returns the tasks' names.

        Tasks with an appointment are laid aside in ``later``.
        """
        ran: list[str] = []
        while messages := self.queued():
            for message in messages:
                if message.later:
                    self.later.append(message)
                    continue
                assert len(ran) < MOST_TASKS, "the tasks go round in circles"
                self.run(message)
                ran.append(message.name)
        return ran

    def run(self, message: Message) -> None:
        """Run one task; one that asks to be tried again is laid aside as well."""
        self.done.append(message)
        task = current_app.tasks[message.task]
        try:
            with self.capture(execute=True):
                task(*message.args)
        except getattr(task, "autoretry_for", ()):
            self.later.append(message)

    def handle(self, event: str, payload: Mapping[str, Any] | bytes) -> Delivery:
        """Take a delivery in and work everything off."""
        delivery = self.deliver(event, payload)
        self.work()
        delivery.refresh_from_db()
        return delivery
