"""A purse: two stores in Saleors that run, the first with Stripe's keys."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from celery import current_app
from django.test import Client

from tests.api.conftest import OTHER_URL, ask
from tests.api.counter import Counter, people_of
from tests.invoices.conftest import sells
from tests.invoices.desk import Desk
from tests.payments.purse import PUBLIC, PayShop, Purse
from tests.plugins import factories
from tests.plugins.stripe import StripeStand
from tests.saleor.fake_saleor import served

__all__ = ["OTHER_URL", "ask"]


@pytest.fixture
def counter(db: None) -> Iterator[Counter]:
    """Two stores in Saleors that run; ``guest`` holds the link of invoice 900 of the first."""
    shop, other_shop = PayShop(), PayShop()
    with served(shop) as url, served(other_shop) as other_url:
        shop.url, other_shop.url = url, other_url
        store = factories.installation(url)
        other = factories.installation(other_url, app_id="QXBwOjI=")
        sells(other)
        made = Counter(
            shop=shop, store=store, entity=sells(store), other_shop=other_shop, other=other
        )
        yield replace(made, people=people_of(made, made.invoice(900, paid=False)))


@pytest.fixture
def desk(client: Client, counter: Counter, django_capture_on_commit_callbacks: Any) -> Desk:
    """The queue of the counter's store, empty."""
    current_app.loader.import_default_modules()  # as a worker does when it starts
    found = Desk(client, counter.store, django_capture_on_commit_callbacks)
    found.queued()
    return found


@pytest.fixture
def purse(counter: Counter, desk: Desk, stripe_stand: StripeStand, ask: Any) -> Iterator[Purse]:
    """The store, with keys of its account; what Stripe tells waits until the test sends it."""
    stripe_stand.control("keys", {"key": PUBLIC, "account": "acct_1SampleSeller"})
    stripe_stand.control("mode", {"hold": True})
    found = Purse(counter=counter, stand=stripe_stand, desk=desk, ask=ask)
    found.keys()
    desk.work()
    yield found
    desk.queued()
