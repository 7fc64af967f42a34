"""The people of the API's tests, and how they ask.

alice is staff with MANAGE_ORDERS, bob staff of the same store without it; charlie and dora are
customers of that store; stella is staff and conny a customer of another store. ``key`` holds an
API key, ``guest`` a private link, ``nobody`` nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from celery import current_app
from django.test import Client

from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.counter import Counter, PastShop, people_of
from tests.invoices.conftest import sells
from tests.invoices.desk import Desk
from tests.plugins import factories
from tests.saleor.fake_saleor import served

OTHER_URL = "https://other.example.com/graphql/"
CHARLIE, DORA, CONNY = "VXNlcjoxMQ==", "VXNlcjoxMg==", "VXNlcjoxMw=="
Headers = Mapping[str, str]
Ask = Callable[..., dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class World:
    """Two stores with documents, and the headers of everyone."""

    store: Installation
    other: Installation
    entity: LegalEntity
    charlies: SalesDocument
    doras: SalesDocument
    guests: SalesDocument
    draft: SalesDocument
    others: SalesDocument
    people: Mapping[str, Headers]


def bearer(token: str, store: Installation) -> Headers:
    """The headers with which a token is sent."""
    return {"Authorization": f"Bearer {token}", "Saleor-Api-Url": store.saleor_api_url}


@pytest.fixture
def ask(client: Client) -> Ask:
    """Send an operation as someone; returns the JSON answer, which always has status 200."""

    def send(query: str, who: Headers | None = None, **variables: Any) -> dict[str, Any]:
        body = {"query": query, "variables": variables}
        response = client.post(
            "/graphql/", body, content_type="application/json", headers=dict(who or {})
        )
        assert response.status_code == 200, response.content
        answer: dict[str, Any] = response.json()
        return answer

    return send


@pytest.fixture
def world(db: None) -> World:
    """Charlie, Dora and a guest have an invoice each; there is a draft; Conny's is elsewhere."""
    store = factories.installation()
    other = factories.installation(OTHER_URL, app_id="QXBwOjI=")
    entity, elsewhere = factories.legal_entity(store), factories.legal_entity(other)
    guests = _invoice(entity, 3)
    return World(
        store=store,
        other=other,
        entity=entity,
        charlies=_invoice(entity, 1, customer=CHARLIE),
        doras=_invoice(entity, 2, customer=DORA),
        guests=guests,
        draft=_draft(entity),
        others=_invoice(elsewhere, 9, customer=CONNY),
        people=_people(store, other, guests),
    )


@pytest.fixture
def counter(db: None) -> Iterator[Counter]:
    """Two stores in Saleors that run; the first has one paid order with its invoice, number 900."""
    shop, other_shop = PastShop(), PastShop()
    with served(shop) as url, served(other_shop) as other_url:
        shop.url, other_shop.url = url, other_url
        store = factories.installation(url)
        other = factories.installation(other_url, app_id="QXBwOjI=")
        sells(other)
        made = Counter(
            shop=shop, store=store, entity=sells(store), other_shop=other_shop, other=other
        )
        yield replace(made, people=people_of(made, made.invoice(900)))


@pytest.fixture
def desk(client: Client, counter: Counter, django_capture_on_commit_callbacks: Any) -> Desk:
    """The queue of the counter's store, empty."""
    current_app.loader.import_default_modules()  # as a worker does when it starts
    found = Desk(client, counter.store, django_capture_on_commit_callbacks)
    found.queued()
    return found


@pytest.fixture
def start(ask: Ask, counter: Counter, desk: Desk) -> Ask:
    """Have alice start a bulk run; its message lies in the queue."""
    text = """mutation ($input: IssueRunInput!) { issueRunStart(input: $input) { run {
      id dryRun state startedBy counts { orders } } } }"""

    def begin(**wanted: Any) -> dict[str, Any]:
        with desk.capture(execute=True):
            answer = ask(text, counter.people["alice"], input=wanted)
        assert "errors" not in answer, answer
        run: dict[str, Any] = answer["data"]["issueRunStart"]["run"]
        return run

    return begin


def _invoice(entity: LegalEntity, order: int, customer: str = "") -> SalesDocument:
    reference = factories.order_reference(order, customer=customer)
    document = factories.sample_document(number=f"INV-{order}", order=reference)
    return factories.issued_document(entity, document)


def _draft(entity: LegalEntity) -> SalesDocument:
    reference = factories.order_reference(4, customer=CHARLIE)
    document = factories.sample_document(number="", issue_date=None, order=reference)
    return factories.issued_document(entity, document, pdf=False)


def _people(
    store: Installation, other: Installation, guests: SalesDocument
) -> Mapping[str, Headers]:
    _, key = api_key_create(installation=store, name="ERP", scopes=["documents:read"])
    link = link_create(document=guests, open_days=30, strict=False)
    manage = ["MANAGE_ORDERS", "MANAGE_USERS"]
    return {
        "alice": bearer(factories.staff_token(store, user="VXNlcjox", rights=manage), store),
        "bob": bearer(factories.staff_token(store, rights=["MANAGE_PRODUCTS"]), store),
        "charlie": bearer(factories.customer_token(store, user=CHARLIE), store),
        "dora": bearer(factories.customer_token(store, user=DORA), store),
        "stella": bearer(factories.staff_token(other, rights=manage), other),
        "conny": bearer(factories.customer_token(other, user=CONNY), other),
        "key": {"Authorization": f"Bearer {key}"},
        "guest": {"X-Invoice-Link": link.token},
        "nobody": {},
    }
