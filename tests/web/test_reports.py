"""The address of a report: five minutes, one store, nothing to guess."""

import time
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.test import Client

from saleor_invoices.stores.models import Installation
from tests.api.conftest import Ask, World, ask, world
from tests.api.counter import code
from tests.api.test_receivables import REFUSED
from tests.reports.ledger import ANNA, invoice, on

__all__ = ["ask", "world"]
FILE = """query ($input: SalesReportFileInput!) { salesReportFile(input: $input) {
  url fileName } }"""
AGEING = {"kind": "AGEING", "format": "CSV"}
PERIOD = {"from": "2026-03-01", "to": "2026-03-31"}


def opened(client: Client, url: str) -> Any:
    """The answer at an address that the API gave out."""
    assert url.startswith(f"{settings.PUBLIC_URL}/reports/")
    return client.get(url.removeprefix(settings.PUBLIC_URL))


def address(ask: Ask, world: World, who: str = "alice", **wanted: Any) -> str:
    """The address of a report."""
    answer = ask(FILE, world.people[who], input={**AGEING, **wanted})
    found: str = answer["data"]["salesReportFile"]["url"]
    return found


@pytest.mark.parametrize("who", REFUSED)
def test_strangers_get_no_address(ask: Ask, world: World, who: str) -> None:
    assert code(ask(FILE, world.people[who], input=AGEING)) == REFUSED[who]


@pytest.mark.parametrize(
    ("wanted", "name", "kind"),
    [
        ({"kind": "AGEING", "format": "CSV", "asOf": "2026-03-05"}, "ageing-2026-03-05.csv", "csv"),
        (
            {"kind": "REVENUE", "format": "XLSX", "revenue": PERIOD},
            "revenue-2026-03-01-2026-03-31.xlsx",
            "spreadsheetml.sheet",
        ),
        ({"kind": "NUMBERS", "format": "PDF", "legalEntity": "main"}, "numbers-main.pdf", "pdf"),
        (
            {
                "kind": "STATEMENT",
                "format": "PDF",
                "statement": {**PERIOD, "customerId": ANNA, "currency": "PLN"},
            },
            "statement-2026-03-01-2026-03-31.pdf",
            "pdf",
        ),
        ({"kind": "FAILED_WORK", "format": "CSV"}, "failed-work.csv", "csv"),
    ],
)
def test_every_report_is_opened(
    ask: Ask, world: World, client: Client, wanted: dict[str, Any], name: str, kind: str
) -> None:
    found = ask(FILE, world.people["alice"], input=wanted)["data"]["salesReportFile"]
    assert found["fileName"] == name
    answer = opened(client, found["url"])
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert kind in answer["Content-Type"]
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content


def test_it_holds_the_store_of_who_asked(ask: Ask, world: World, client: Client) -> None:
    with on(0):
        invoice(world.entity, buyer_name="Mine Only")
    mine = opened(client, address(ask, world)).content.decode()
    theirs = opened(client, address(ask, world, "stella")).content.decode()
    assert "Mine Only" in mine
    assert "Mine Only" not in theirs


def test_the_language_is_the_readers(ask: Ask, world: World, client: Client) -> None:
    assert "Kunde" in opened(client, address(ask, world, language="de")).content.decode()
    people = {**world.people["alice"], "Accept-Language": "xx, pl-PL;q=0.8, en;q=0.5"}
    answer = ask(FILE, people, input=AGEING)["data"]["salesReportFile"]
    assert "Klient" in opened(client, answer["url"]).content.decode()
    assert "Customer" in opened(client, address(ask, world, language="xx")).content.decode()


def test_after_five_minutes_it_is_closed(ask: Ask, world: World, client: Client) -> None:
    url = address(ask, world)
    for seconds, status in ((290, 200), (310, 410)):
        with mock.patch("time.time", return_value=time.time() + seconds):
            assert opened(client, url).status_code == status


def test_nothing_in_it_can_be_changed(ask: Ask, world: World, client: Client) -> None:
    url = address(ask, world)
    token = url.removesuffix("/").rsplit("/", 1)[1]
    other = address(ask, world, "stella").removesuffix("/").rsplit("/", 1)[1]
    forged = ":".join([other.split(":")[0], *token.split(":")[1:]])
    for bad in (token[:-1], forged, "x", f"{token}x"):
        answer = client.get(f"/reports/{bad}/")
        assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    document = client.get(f"/documents/{token}/")
    assert document.status_code == 404  # of another purpose
    assert client.post(f"/reports/{token}/").status_code == 405


def test_a_store_that_left_gets_no_report(ask: Ask, world: World, client: Client) -> None:
    url = address(ask, world)
    Installation.objects.filter(pk=world.store.pk).update(state="disconnected")
    assert opened(client, url).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"kind": "REVENUE"}, "REPORT_INPUT_MISSING"),
        ({"kind": "STATEMENT"}, "REPORT_INPUT_MISSING"),
        ({"kind": "REVENUE", "revenue": {**PERIOD, "to": "2020-01-01"}}, "PERIOD_INVALID"),
        ({"currency": "XYZ"}, "UNKNOWN_CURRENCY"),
        ({"legalEntity": "nobody"}, "LEGAL_ENTITY_NOT_FOUND"),
        ({"asOf": "2999-01-01"}, "DAY_INVALID"),
    ],
)
def test_what_cannot_be_made_is_refused_at_once(
    ask: Ask, world: World, wanted: dict[str, Any], expected: str
) -> None:
    assert code(ask(FILE, world.people["alice"], input={**AGEING, **wanted})) == expected


def test_what_fails_later_is_told(ask: Ask, world: World, client: Client, monkeypatch: Any) -> None:
    with on(0):
        invoice(world.entity)
        invoice(world.entity)
    wanted = {"kind": "STATEMENT", "format": "CSV"}
    of = {**PERIOD, "customerId": ANNA, "currency": "PLN"}
    monkeypatch.setattr("saleor_invoices.reports.selectors.customers.MOST_ROWS", 1)
    answer = opened(client, address(ask, world, **wanted, statement=of))
    assert answer.status_code == 422
    assert b"choose a shorter period" in answer.content
