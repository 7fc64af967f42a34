"""A store in a Saleor of its own, a seller, and the counter where deliveries arrive."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from celery import current_app
from django.test import Client

from saleor_invoices.domain.document import Address, Contact, Party
from saleor_invoices.domain.order import Order
from saleor_invoices.inbox import senders
from saleor_invoices.inbox.services.delivery_enqueue import breaker
from saleor_invoices.invoices.models import OrderRecord, Publication
from saleor_invoices.invoices.services import collective_issue as collecting
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services import proforma_issue as offering
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.invoices.services.order_pending import Reading
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from tests.invoices.desk import Desk
from tests.invoices.orders import at, issue, paid
from tests.invoices.shop import Shop, open_shop
from tests.plugins import factories

SELLER = Party(
    name="Sample Shop GmbH",
    vat_id="DE136695976",
    address=Address(street="Shop Street 1", city="Berlin", postal_code="10115", country="DE"),
    contact=Contact(email="billing@example.com"),
)
Configure = Callable[..., None]
Has = Callable[[Order], None]


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """No process memory of another test's store."""
    senders.forget()
    breaker.reset()
    yield
    senders.forget()
    breaker.reset()


@pytest.fixture
def shop() -> Iterator[Shop]:
    """A running Saleor without orders."""
    with open_shop() as running:
        yield running


@pytest.fixture
def store(db: None, shop: Shop) -> Installation:
    """The store that installed the app in ``shop``."""
    return factories.installation(shop.url)


@pytest.fixture
def seller(store: Installation) -> LegalEntity:
    """The store's only seller."""
    return sells(store)


def sells(store: Installation, key: str = "main", **columns: Any) -> LegalEntity:
    """A seller in Berlin."""
    values = {"seller": parties.to_json(SELLER), "country": "DE", "timezone": "Europe/Berlin"}
    return factories.legal_entity(store, key, **{**values, **columns})


@pytest.fixture
def configure(store: Installation) -> Configure:
    """Set values: at a channel, at a legal entity, or else for the whole store."""

    def write(channel: str = "", legal_entity: LegalEntity | None = None, **values: object) -> None:
        for key, value in values.items():
            SettingValue.objects.update_or_create(
                installation=store,
                channel=channel,
                legal_entity=legal_entity,
                key=key,
                defaults={"value": value},
            )

    return write


@pytest.fixture
def desk(
    client: Client,
    store: Installation,
    seller: LegalEntity,
    django_capture_on_commit_callbacks: Any,
) -> Iterator[Desk]:
    """The store's counter, with an empty queue."""
    current_app.loader.import_default_modules()  # as a worker does when it starts
    counter = Desk(client, store, django_capture_on_commit_callbacks)
    counter.queued()
    yield counter
    counter.queued()


@pytest.fixture
def own(store: Installation, seller: LegalEntity, shop: Shop) -> Publication:
    """The publication of a rendered invoice that nobody requested."""
    shop.orders["o"] = {"id": "o"}
    document = issue(store, paid("o"))
    document_render_attempt(document_id=document.pk)
    return document.publications.get()


@pytest.fixture
def requested(store: Installation, seller: LegalEntity, shop: Shop) -> Publication:
    """The publication of a rendered invoice that was requested as ``asked``."""
    shop.orders["o"] = {"id": "o"}
    shop.request_invoice("o", "asked")
    document = order_invoice(
        installation=store, order=paid("o"), issued_at=at(0), saleor_invoice_id="asked"
    )
    document_render_attempt(document_id=document.pk)
    return document.publications.get()


@pytest.fixture
def saleor_has(monkeypatch: pytest.MonkeyPatch) -> dict[str, Order]:
    """What Saleor answers when it is asked for an order."""
    found: dict[str, Order] = {}

    def order_read(*, installation: Installation, order_id: str) -> Reading:
        order = found[order_id]
        seen = OrderRecord.objects.filter(order_id=order_id).values_list(
            "seen_issued_at", flat=True
        )
        return Reading(order=order, as_of=max(filter(None, (order.updated, order.created, *seen))))

    for module in (correcting, offering, collecting):
        monkeypatch.setattr(module, "order_read", order_read)
    return found


@pytest.fixture
def has(monkeypatch: pytest.MonkeyPatch) -> Has:
    """Have Saleor answer with an order; it is as new as can be."""
    found: dict[str, Order] = {}

    def order_read(*, installation: Installation, order_id: str) -> Reading:
        return Reading(order=found[order_id], as_of=at(60))

    for module in (correcting, collecting):
        monkeypatch.setattr(module, "order_read", order_read)
    return lambda order: found.update({order.id: order})
