"""A store with a seller, and a merchant's server that hears of its documents."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord, EventType
from saleor_invoices.events.services.delivery_send import delivery_send
from saleor_invoices.events.services.endpoint_write import EndpointInput, endpoint_create
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.events.receiver import Receiver
from tests.invoices.conftest import sells
from tests.invoices.money import Life
from tests.invoices.orders import at
from tests.plugins import factories
from tests.saleor.fake_saleor import served

Listen = Callable[..., Endpoint]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """The merchant's server."""
    found = Receiver()
    with served(found) as url:
        found.url = url.replace("/graphql/", "/hooks?key=k")
        yield found


@pytest.fixture
def store(db: None) -> Installation:
    """The store."""
    return factories.installation()


@pytest.fixture
def seller(store: Installation) -> LegalEntity:
    """Its only seller, in Berlin."""
    return sells(store)


@pytest.fixture
def listen(store: Installation, seller: LegalEntity, receiver: Receiver) -> Listen:
    """Have the merchant's server hear of documents."""

    def make(*types: EventType, **given: object) -> Endpoint:
        fields = {"url": receiver.url, "event_types": types, **given}
        wanted = EndpointInput(**fields)  # type: ignore[arg-type]
        return endpoint_create(installation=store, given=wanted, actor="staff:1")[0]

    return make


def issued(store: Installation, life: Life | None = None) -> Life:
    """An order of 184.40 EUR with its invoice."""
    life = life or Life(store)
    order_invoice(installation=store, order=life.order, issued_at=at(life.minute))
    return life


def types() -> list[str]:
    """The types of what was written, oldest first."""
    return list(EventRecord.objects.order_by("created_at").values_list("type", flat=True))


def the_delivery() -> EventDelivery:
    """The only one."""
    return EventDelivery.objects.select_related("event", "endpoint").get()


def send(delivery: EventDelivery) -> EventDelivery:
    """Make an attempt now, if it is due."""
    delivery_send(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    return delivery


def again(delivery: EventDelivery) -> EventDelivery:
    """Let time pass until the next attempt, or the end of the lease, and make it."""
    past = timezone.now() - timedelta(seconds=1)
    EventDelivery.objects.filter(pk=delivery.pk, next_attempt_at__isnull=False).update(
        next_attempt_at=past
    )
    return send(delivery)
