"""An issued invoice with its files and its link, and who looks at it in a browser."""

from typing import Any

import pytest
from celery import current_app
from django.test import Client

from saleor_invoices.invoices.models import DownloadLink, SalesDocument
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.invoices.services.link_create import link_create
from tests.invoices.desk import Desk
from tests.plugins import factories

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "en"}
EMAIL = "buyer@example.com"
NUMBER = "INV-2026-00007"


@pytest.fixture
def shown(db: None) -> SalesDocument:
    """An English invoice of buyer@example.com over 158.40 PLN, rendered."""
    return shown_document()


def shown_document(number: str = NUMBER, **changes: Any) -> SalesDocument:
    """One in a store of its own, whose address is made of its number."""
    store = factories.installation(f"https://{number.lower()}.example.com/graphql/")
    order = factories.order_reference(7, email=EMAIL)
    final = factories.sample_document(
        number=number, **{"order": order, "language": "en", **changes}
    )
    row = factories.issued_document(factories.legal_entity(store), final, pdf=False)
    document_render(document=row)
    return row


@pytest.fixture
def opened(shown: SalesDocument) -> DownloadLink:
    """Its link, which opens by itself."""
    return link_create(document=shown, open_days=30, strict=False)


@pytest.fixture
def strict(shown: SalesDocument) -> DownloadLink:
    """Its link, which asks for a code."""
    return link_create(document=shown, open_days=0, strict=True)


@pytest.fixture
def browser() -> Client:
    """A client that asks as browsers do."""
    return Client(headers=HTML)


@pytest.fixture
def worker(client: Client, shown: SalesDocument, django_capture_on_commit_callbacks: Any) -> Desk:
    """Whoever works the queue off, which is empty."""
    current_app.loader.import_default_modules()  # as a worker does when it starts
    found = Desk(client, shown.installation, django_capture_on_commit_callbacks)
    found.queued()
    return found


def path(link: DownloadLink) -> str:
    """The address of a link, without the origin."""
    return f"/i/{link.token}"
