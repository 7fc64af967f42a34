"""Fixtures of the inbox's tests: a store, its deliveries, handlers, and the real queue."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from celery import current_app
from django.test import Client

from saleor_invoices.inbox import registry, senders
from saleor_invoices.inbox.services.delivery_enqueue import breaker
from saleor_invoices.stores.models import Installation
from tests.plugins import factories
from tests.plugins.fake_saleor import FakeSaleor, fake_saleor, signature

__all__ = ["fake_saleor"]

EVENT = "order_paid"
BODY = json.dumps(
    {
        "__typename": "OrderPaid",
        "issuedAt": "2026-11-22T10:00:00+00:00",
        "recipient": {"id": "QXBwOjE="},
        "order": {"id": "T3JkZXI6MQ=="},
    }
).encode()

Send = Callable[..., Any]


@pytest.fixture(autouse=True)
def clean_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No memory of other tests: senders, handlers, listeners, the broker's breaker."""
    senders.forget()
    breaker.reset()
    monkeypatch.setattr(registry, "_handlers", {})
    monkeypatch.setattr(registry, "_failure_callbacks", [])
    monkeypatch.setattr(registry, "_recovery_callbacks", [])
    yield
    senders.forget()
    breaker.reset()


@pytest.fixture
def handled() -> list[registry.Inbound]:
    """What the handler of ``EVENT`` was called with."""
    calls: list[registry.Inbound] = []
    registry.register(EVENT, calls.append)
    return calls


@pytest.fixture
def store(db: None, fake_saleor: FakeSaleor) -> Installation:
    """A store that lives in the fake Saleor."""
    return factories.installation(fake_saleor.api_url)


@pytest.fixture
def queue() -> Iterator[Callable[[], list[int]]]:
    """Take everything out of the real (in-memory) queue: ids of deliveries, in order."""

    def drain() -> list[int]:
        ids: list[int] = []
        with current_app.connection_for_read() as connection:
            channel: Any = connection.default_channel
            channel.queue_declare(queue="celery")
            while message := channel.basic_get("celery", no_ack=True):
                ids.extend(message.decode()[0])  # the arguments of the task
        return ids

    drain()
    yield drain
    drain()


@pytest.fixture
def send(client: Client, store: Installation, django_capture_on_commit_callbacks: Any) -> Send:
    """POST a delivery as Saleor does; keyword arguments replace parts of it."""

    def post(body: bytes = BODY, *, event: str = EVENT, **parts: Any) -> Any:
        headers = {
            "Saleor-Event": event,
            "Saleor-Api-Url": store.saleor_api_url,
            "Saleor-Signature": signature(body),
            **parts.get("headers", {}),
        }
        given = {name: value for name, value in headers.items() if value is not None}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(
                "/webhooks/saleor/", body, content_type="application/json", headers=given
            )

    return post
