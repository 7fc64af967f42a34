"""Private links and the pages around them: what leaks, what closes, what a stored text can do."""

import io
import json
import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from django.core import mail
from django.test import Client
from django.utils import timezone

from saleor_invoices import logs
from saleor_invoices.invoices.models import DownloadLink, LinkCode, SalesDocument
from saleor_invoices.invoices.services.download import sign
from saleor_invoices.invoices.services.link_create import link_create, link_revoke
from saleor_invoices.invoices.services.link_open import CODES_A_DAY, TRIES_A_CODE
from saleor_invoices.stores.models import Installation, SettingValue
from tests.plugins import factories

pytestmark = pytest.mark.django_db

EMAIL = "buyer@example.com"


@pytest.fixture
def document() -> SalesDocument:
    """A guest's invoice whose PDF is not stored."""
    return invoice(EMAIL)


@pytest.fixture
def closed(document: SalesDocument) -> DownloadLink:
    """Its link, which asks for a code."""
    return link_create(document=document, open_days=0, strict=False)


@pytest.fixture
def log_lines() -> Iterator[io.StringIO]:
    """Everything that any logger writes, in the format of production."""
    config = logs.configuration(log_format="json", level="DEBUG")
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=config["formatters"]["structured"]["foreign_pre_chain"],
        processors=config["formatters"]["structured"]["processors"],
    )
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    for name, spec in config["loggers"].items():
        logging.getLogger(name).setLevel(spec["level"])
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def invoice(email: str, number: str = "INV-1") -> SalesDocument:
    """An issued invoice of a guest with this address."""
    entity = factories.legal_entity(factories.installation(), key=number.lower()[:50] or "x")
    reference = factories.order_reference(1, email=email)
    return factories.issued_document(
        entity, factories.sample_document(number=number, order=reference), pdf=False
    )


def mailed_code() -> str:
    """The code of the last mail."""
    found = re.search(r"(\d{4}) (\d{4})", str(mail.outbox[-1].body))
    assert found
    return found[1] + found[2]


def test_no_log_line_holds_a_link_a_code_or_an_address(
    client: Client, document: SalesDocument, closed: DownloadLink, log_lines: io.StringIO
) -> None:
    path, signed = f"/i/{closed.token}", sign(document.pk)
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 200
    assert client.post(path).status_code == 429
    assert client.post(path, {"code": "00000000"}).status_code == 403
    code = mailed_code()
    assert client.post(path, {"code": code}).status_code == 503  # there is no file
    assert client.get(f"/documents/{signed}/").status_code == 503
    assert client.put(path).status_code == 405
    assert client.post(f"/documents/{signed}/").status_code == 405
    link_revoke(document=document)
    assert client.get(path).status_code == 404
    written = log_lines.getvalue()
    assert '"event": "http.request"' in written
    for secret in (closed.token, signed, signed.split(":")[-1], EMAIL, code):
        assert secret not in written


def test_strict_mode_closes_links_that_were_given_out_before(
    client: Client, document: SalesDocument
) -> None:
    link = link_create(document=document, open_days=30, strict=False)
    assert client.get(f"/i/{link.token}").status_code == 503  # it opens; there is no file
    SettingValue.objects.create(installation=document.installation, key="strict_links", value=True)
    answer = client.get(f"/i/{link.token}")
    assert (answer.status_code, b"<form" in answer.content) == (200, True)
    query = {"query": "{ salesInvoice { id } }"}
    refused = client.post(
        "/graphql/", query, content_type="application/json", headers={"X-Invoice-Link": link.token}
    ).json()
    assert refused["errors"][0]["extensions"]["code"] == "LINK_CLOSED"


def test_a_code_can_not_be_guessed(client: Client, closed: DownloadLink) -> None:
    path = f"/i/{closed.token}"
    for _ in range(CODES_A_DAY):
        client.post(path)
        for guess in range(TRIES_A_CODE):
            wrong = str((int(mailed_code()) + 1 + guess) % 10**8).zfill(8)
            assert client.post(path, {"code": wrong}).status_code == 403
        assert client.post(path, {"code": mailed_code()}).status_code == 403  # the right one
        LinkCode.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    assert client.post(path).status_code == 429
    assert len(mail.outbox) == CODES_A_DAY


def test_the_code_of_one_link_opens_no_other(client: Client, closed: DownloadLink) -> None:
    other = factories.issued_document(
        closed.document.legal_entity, factories.sample_document(number="INV-2"), pdf=False
    )
    theirs = link_create(document=other, open_days=0, strict=False)
    client.post(f"/i/{closed.token}")
    client.post(f"/i/{theirs.token}")
    assert client.post(f"/i/{theirs.token}", {"code": mailed_code()}).status_code == 403


def test_a_link_without_address_answers_like_one_with(client: Client) -> None:
    with_one = link_create(document=invoice(EMAIL), open_days=0, strict=False)
    Installation.objects.update(saleor_api_url="https://first.example.com/graphql/")
    without = link_create(document=invoice(""), open_days=0, strict=False)
    answers = [client.post(f"/i/{link.token}") for link in (with_one, without)]
    assert answers[0].content == answers[1].content
    assert answers[0].status_code == answers[1].status_code == 200
    assert EMAIL.encode() not in answers[0].content
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "address", ["a@example.com\nBcc: b@example.com", "a@example.com, b@example.com", "no address"]
)
def test_an_address_that_is_none_gets_no_mail(client: Client, address: str) -> None:
    link = link_create(document=invoice(address), open_days=0, strict=False)
    answer = client.post(f"/i/{link.token}")
    assert answer.status_code == 200  # and says no more than for any other
    assert mail.outbox == []


def test_nothing_of_a_page_is_kept_or_framed(client: Client, closed: DownloadLink) -> None:
    answer = client.get(f"/i/{closed.token}")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer.cookies == {}


@pytest.mark.parametrize("number", ['a"; filename="x.html', "a/../b", "ÄÖ 1\u2028", "***"])
def test_a_number_stays_inside_the_files_name(
    client: Client, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from saleor_invoices.invoices.services.document_open import OpenedFile
    from saleor_invoices.web import links

    document = invoice(EMAIL, number)
    monkeypatch.setattr(links, "document_open", lambda **_: OpenedFile(content=b"%", sha256="a"))
    header = client.get(f"/documents/{sign(document.pk)}/")["Content-Disposition"]
    kind, _, name = header.partition("; filename=")
    assert kind == "attachment"
    assert name.startswith('"')
    assert name.endswith('.pdf"')
    assert name[1:-5].replace("-", "").replace("_", "").isalnum()


def test_a_changed_download_token_opens_nothing(client: Client, document: SalesDocument) -> None:
    good = sign(document.pk)
    body, stamp, mac = good.split(":")
    later = "zzzzzz"
    for token in (f"{body}:{later}:{mac}", f"{'0' * 32}:{stamp}:{mac}", body, f"{good}x", "::"):
        assert client.get(f"/documents/{token}/").status_code == 404


def frame_ancestors(client: Client, settings: Any, tmp_path: Path, **query: str) -> str:
    """The policy of the dashboard's page in production."""
    (tmp_path / "index.html").write_text("<!doctype html>")
    settings.DASHBOARD_DIST, settings.DEBUG = tmp_path, False
    policy = client.get("/dashboard/", query)["Content-Security-Policy"]
    return policy.partition("frame-ancestors ")[2]


def test_a_visitor_does_not_learn_who_the_stores_are(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    factories.installation("https://one.example.com/graphql/")
    factories.installation("https://two.example.com/graphql/")
    known = "'self' https://*.saleor.cloud"
    assert frame_ancestors(client, settings, tmp_path) == known
    asked = {"saleorApiUrl": "https://two.example.com/graphql/"}
    found = frame_ancestors(client, settings, tmp_path, **asked)
    assert found == f"{known} https://two.example.com"
    for stranger in ("https://evil.example/graphql/", "https://two.example.com; script-src *", ""):
        found = frame_ancestors(client, settings, tmp_path, saleorApiUrl=stranger)
        assert found == known


def test_a_store_that_removed_the_app_no_longer_frames_it(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    url = "https://gone.example.com/graphql/"
    factories.installation(url, state=Installation.State.DISCONNECTED)
    found = frame_ancestors(client, settings, tmp_path, saleorApiUrl=url)
    assert "gone.example.com" not in found


def test_the_logs_hide_what_names_a_person_or_a_secret() -> None:
    event = {"event": "x", "auth_token": "t", "customer_email": EMAIL, "number": "INV-1"}
    assert json.dumps(logs.redact(None, "info", event)).count("[hidden]") == 2
