"""Pictures of a document's pages: who gets an address, what it answers, what stays of it."""

import io
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.signing import TimestampSigner
from django.test import Client
from PIL import Image

from saleor_invoices.api.ids import global_id
from saleor_invoices.documents.pages.services import page_picture
from saleor_invoices.invoices.models import DocumentFile, FilePages, SalesDocument
from saleor_invoices.invoices.services import download, page_show
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import CHARLIE, Ask, World
from tests.plugins import factories

pytestmark = pytest.mark.django_db
QUERY = """query ($id: ID!) { salesInvoice(id: $id) { preview { pages {
  number url width height } } } }"""


@pytest.fixture
def document(db: None) -> SalesDocument:
    """An issued invoice with its PDF."""
    entity = factories.legal_entity(factories.installation())
    row = factories.issued_document(entity, factories.sample_document(), pdf=False)
    document_render(document=row)
    return row


def path(document: SalesDocument, number: int = 1) -> str:
    """The address, as the API gives it out."""
    return download.page_url(document.pk, number).removeprefix("https://invoices.example.com")


def test_a_page_is_a_picture_with_headers_that_keep_it_private(
    client: Client, document: SalesDocument
) -> None:
    response = client.get(path(document))
    assert response.status_code == 200
    picture = Image.open(io.BytesIO(response.content))
    assert (picture.format, picture.size) == ("PNG", (1240, 1754))
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "private, max-age=300"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_a_second_look_costs_nothing(
    client: Client, document: SalesDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(path(document))
    monkeypatch.setattr(page_show, "page_picture", _never)
    monkeypatch.setattr(page_show, "page_sizes", _never)
    again = client.get(path(document))
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    unchanged = client.get(path(document), headers={"If-None-Match": first["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged["Cache-Control"] == "private, max-age=300"


def _never(**_kwargs: object) -> bytes:
    raise AssertionError("it was drawn already")


@pytest.mark.parametrize("number", [0, 2, 51, 10**12])
def test_there_is_no_page_that_the_pdf_has_not(
    client: Client, document: SalesDocument, number: int
) -> None:
    assert client.get(path(document, number)).status_code == 404


def test_the_address_opens_for_five_minutes_and_can_not_be_made_up(
    client: Client, document: SalesDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = path(document)
    assert client.get(path(document).replace(document.pk.hex[:8], "0" * 8)).status_code == 404
    assert client.get(address.replace("/1.png", "/x.png")).status_code == 404
    other = TimestampSigner(salt="other").sign(document.pk.hex)
    assert client.get(f"/documents/{other}/pages/1.png").status_code == 404
    assert client.get(path(SalesDocument(pk=uuid.uuid4()))).status_code == 404
    monkeypatch.setattr(download, "LIFETIME", timedelta(seconds=-1))
    assert client.get(address).status_code == 410
    assert client.post(address).status_code == 405


def test_a_picture_that_was_lost_or_changed_is_drawn_again(
    client: Client, document: SalesDocument
) -> None:
    first = client.get(path(document)).content
    storage = storages["documents"]
    key = f"{document.files.get(kind='pdf').storage_key}.pages/1.png"
    storage.delete(key)
    assert client.get(path(document)).content == first
    storage.delete(key)
    storage.save(key, io.BytesIO(b"not what was drawn"))
    assert client.get(path(document)).content == first


def test_erasure_takes_the_pictures_too(
    client: Client, document: SalesDocument, django_capture_on_commit_callbacks: Any
) -> None:
    address = path(document)
    assert client.get(address).status_code == 200
    key = f"{document.files.get(kind='pdf').storage_key}.pages/1.png"
    assert storages["documents"].exists(key)
    with django_capture_on_commit_callbacks(execute=True):
        erasure = document_erase(
            document=document, reason="Asked for.", actor="test", today=date(2050, 1, 1)
        )
    assert [file["kind"] for file in erasure.files] == ["pdf", "page:1"]
    assert not storages["documents"].exists(key)
    assert not FilePages.objects.exists()
    assert client.get(address).status_code == 404


def test_a_page_drawn_while_the_document_is_erased_is_not_kept(
    client: Client, document: SalesDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = page_picture

    def late(**wanted: Any) -> bytes:
        content = drawn(**wanted)
        FilePages.objects.all().delete()
        return content

    monkeypatch.setattr(page_show, "page_picture", late)
    assert client.get(path(document)).status_code == 404
    key = f"{document.files.get(kind='pdf').storage_key}.pages/1.png"
    assert not storages["documents"].exists(key)


def test_a_file_that_is_no_pdf_has_no_pages(client: Client, document: SalesDocument) -> None:
    pdf = document.files.get(kind="pdf")
    FilePages.objects.create(file=pdf, pages=[])
    assert client.get(path(document)).status_code == 404


def _asked(ask: Ask, world: World, who: str, document: SalesDocument) -> Any:
    answer = ask(QUERY, world.people[who], id=global_id("SalesInvoice", document.pk))
    found = answer["data"]["salesInvoice"]
    return found and found["preview"]


@pytest.fixture
def charlies(world: World) -> SalesDocument:
    """An invoice of Charlie's with a real PDF behind it."""
    order = factories.order_reference(77, customer=CHARLIE)
    final = factories.sample_document(number="INV-77", order=order)
    row = factories.issued_document(world.entity, final, pdf=False)
    document_render(document=row)
    return row


@pytest.mark.parametrize("who", ["alice", "charlie", "key"])
def test_who_sees_the_document_sees_its_pages(
    client: Client, ask: Ask, world: World, charlies: SalesDocument, who: str
) -> None:
    (page,) = _asked(ask, world, who, charlies)["pages"]
    assert (page["number"], page["width"], page["height"]) == (1, 1240, 1754)
    assert client.get(page["url"].removeprefix("https://invoices.example.com")).status_code == 200


@pytest.mark.parametrize("who", ["bob", "dora", "guest", "stella", "conny", "nobody"])
def test_nobody_else_does(ask: Ask, world: World, charlies: SalesDocument, who: str) -> None:
    assert _asked(ask, world, who, charlies) is None


def test_a_customer_who_may_not_download_gets_no_pictures(
    ask: Ask, world: World, charlies: SalesDocument
) -> None:
    SettingValue.objects.create(installation=world.store, key="allow_download", value=False)
    assert _asked(ask, world, "charlie", charlies) is None
    assert _asked(ask, world, "alice", charlies)


def test_there_is_no_preview_before_the_pdf(ask: Ask, world: World) -> None:
    assert _asked(ask, world, "alice", world.draft) is None
    assert _asked(ask, world, "alice", world.charlies) is None  # the file is gone
    assert DocumentFile.objects.filter(document=world.charlies).exists()
