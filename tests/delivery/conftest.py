"""A store with a seller, documents with real files, and a mail server on a real socket."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.dispatch_request import dispatch_request
from saleor_invoices.delivery.services.dispatch_send import dispatch_send
from saleor_invoices.documents.storage import store as store_file
from saleor_invoices.domain.document import Document
from saleor_invoices.invoices.models import DocumentFile, PaymentState, SalesDocument
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from tests.delivery.smtp_server import Mailbox, mail_server
from tests.plugins import factories

PDF = b"%PDF-1.7 a sample\n"
XML = b"<?xml version='1.0'?><Invoice/>"
TO = "buyer@example.com"
Configure = Callable[..., None]
Issue = Callable[..., SalesDocument]


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: Any) -> None:
    options = {"location": str(tmp_path), "base_url": None}
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = {**settings.STORAGES, "documents": {"BACKEND": backend, "OPTIONS": options}}


@pytest.fixture
def box(settings: Settings) -> Iterator[Mailbox]:
    """The mailbox behind Django's mail settings."""
    with mail_server() as found:
        use(settings, found.port)
        yield found


def use(settings: Settings, port: int) -> None:
    """Have mails go to the server at a port."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 5
    settings.DEFAULT_FROM_EMAIL = "Invoices <invoices@shop.example>"


@pytest.fixture
def store(db: None) -> Installation:
    """The store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller, in Warsaw."""
    return factories.legal_entity(store, seller=parties.to_json(factories.SELLER))


@pytest.fixture
def configure(store: Installation) -> Configure:
    """Set values: at a channel, or else for the whole store."""

    def write(channel: str = "", **values: object) -> None:
        for key, value in values.items():
            SettingValue.objects.update_or_create(
                installation=store, channel=channel, key=key, defaults={"value": value}
            )

    return write


@pytest.fixture
def issue(entity: LegalEntity) -> Issue:
    """Issue a document to ``email``, with its files in the storage."""

    def make(
        email: str = TO, *, pdf: bool = True, xml: bool = False, **changes: Any
    ) -> SalesDocument:
        number = f"INV/2026/{SalesDocument.objects.count() + 1:03}"
        order = factories.order_reference(number, email=email)
        columns = changes.pop("columns", {})
        document: Document = factories.sample_document(
            **{"number": number, "order": order, **changes}
        )
        row = factories.issued_document(entity, document, pdf=False, **columns)
        for kind, content, wanted in (("pdf", PDF, pdf), ("xml", XML, xml)):
            if wanted:
                add_file(row, kind, content)
        return SalesDocument.objects.select_related("installation", "legal_entity").get(pk=row.pk)

    return make


def add_file(row: SalesDocument, kind: str, content: bytes) -> DocumentFile:
    """Store a file of a document."""
    stored = store_file(f"{row.pk}.{kind}", content)
    return DocumentFile.objects.create(
        document=row,
        kind=kind,
        storage_key=stored.key,
        sha256=stored.sha256,
        size=stored.size,
        engine="test",
    )


def ask(document: SalesDocument, **changes: Any) -> Dispatch:
    """Plan the mail of a document."""
    wanted = {"document": document, "purpose": "issue", "recipient": TO}
    return dispatch_request(**{**wanted, **changes})


def paid(document: SalesDocument, **columns: Any) -> None:
    """Change how a document stands, by default to paid."""
    PaymentState.objects.filter(document=document).update(**{"balance_minor": 0, **columns})


def again(dispatch: Dispatch) -> Dispatch:
    """Let time pass until the next attempt, and make it."""
    Dispatch.objects.filter(pk=dispatch.pk, next_attempt_at__isnull=False).update(
        next_attempt_at=dispatch.created_at - timedelta(days=1)
    )
    return attempt(dispatch)


def attempt(dispatch: Dispatch) -> Dispatch:
    """Make an attempt now, if it is due."""
    dispatch_send(dispatch_id=dispatch.pk)
    dispatch.refresh_from_db()
    return dispatch


def events(document: SalesDocument) -> list[str]:
    """What the document's history tells."""
    return list(document.history.order_by("pk").values_list("event", flat=True))
