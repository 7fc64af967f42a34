"""A fresh link for whoever knows address and number, and nothing for everybody else."""

import re
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from saleor_invoices.invoices.models import DownloadLink, HistoryEntry, SalesDocument
from saleor_invoices.invoices.services.link_create import link_create, link_revoke
from saleor_invoices.invoices.services.link_recover import A_DAY
from saleor_invoices.limits.models import Meter
from saleor_invoices.web.hosted import recovery
from saleor_invoices.web.hosted.words import WORDS
from tests.invoices.desk import Desk
from tests.plugins import factories
from tests.web.conftest import EMAIL, NUMBER, path, shown_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def revoked(opened: DownloadLink) -> str:
    """The address of a link that was revoked."""
    link_revoke(document=opened.document)
    return path(opened)


def ask(browser: Client, where: str, email: str = EMAIL, number: str = NUMBER, **extra: Any) -> Any:
    """Send the form."""
    return browser.post(where, {"email": email, "number": number}, **extra)


def asks_from(number: int) -> dict[str, Any]:
    """As another client, as the proxy in front names it."""
    return {"headers": {"X-Forwarded-For": f"198.51.100.{number}"}}


def test_the_fresh_link_goes_to_the_customers_own_address(
    browser: Client, revoked: str, worker: Desk, shown: SalesDocument
) -> None:
    response = ask(browser, revoked, email="BUYER@example.com")
    assert response.status_code == 200
    assert WORDS["en"].sent in response.content.decode()
    assert mail.outbox == []  # a worker sends it: nobody waits for a mail server
    worker.work()
    (letter,) = mail.outbox
    assert letter.to == [EMAIL]
    assert letter.subject == f"New link to {NUMBER}"
    found = re.search(r"https://invoices\.example\.com(/i/\S+)", str(letter.body))
    assert found is not None
    assert found[1] != revoked
    assert NUMBER in browser.get(found[1]).content.decode()
    assert browser.get(revoked).status_code == 404  # what was revoked stays so
    assert HistoryEntry.objects.filter(event="link_recovered").count() == 1


@pytest.mark.parametrize(
    ("email", "number"),
    [
        ("stranger@example.com", NUMBER),
        (EMAIL, "INV-2026-00008"),
        ("", ""),
        (f"{EMAIL},stranger@example.com", NUMBER),
        (f"{EMAIL}\nBcc: stranger@example.com", NUMBER),
        ("' OR 1=1 --", "%"),
        ("x" * 5000, "\u0000" * 300),
    ],
)
def test_to_strangers_the_answer_is_the_same_and_nothing_is_sent(
    browser: Client, revoked: str, worker: Desk, email: str, number: str
) -> None:
    right = ask(browser, revoked)
    worker.work()
    wrong = ask(browser, revoked, email, number)
    assert (wrong.status_code, wrong.content) == (right.status_code, right.content)
    mail.outbox.clear()
    worker.work()
    assert mail.outbox == []


def test_the_request_does_the_same_whoever_asks(
    browser: Client, revoked: str, worker: Desk
) -> None:
    done = []
    for where, email, number in (
        (revoked, EMAIL, NUMBER),
        (revoked, "stranger@example.com", "X-1"),
        ("/i/never-was", EMAIL, NUMBER),
    ):
        Meter.objects.all().delete()
        with CaptureQueriesContext(connection) as seen:
            ask(browser, where, email, number)
        tables = [re.sub(r"'[^']*'|\d+", "?", one["sql"])[:60] for one in seen.captured_queries]
        done.append((tables, len(worker.queued())))
    assert done[0] == done[1] == done[2]
    assert not [sql for sql in done[0][0] if "salesdocument" in sql and "SELECT" not in sql]


def test_a_document_of_another_store_is_not_found_by_a_link_of_this_one(
    browser: Client, revoked: str, worker: Desk
) -> None:
    shown_document("OTHER-1")  # of the same customer
    ask(browser, revoked, EMAIL, "OTHER-1")
    worker.work()
    assert mail.outbox == []


def test_a_link_that_nobody_knows_names_the_only_store_or_none(
    browser: Client, shown: SalesDocument, worker: Desk
) -> None:
    ask(browser, "/i/cut-in-two")
    worker.work()
    assert len(mail.outbox) == 1
    factories.installation("https://second.example.com/graphql/")
    ask(browser, "/i/cut-in-two")
    worker.work()
    assert len(mail.outbox) == 1


def test_a_live_link_has_no_such_form(browser: Client, strict: DownloadLink, worker: Desk) -> None:
    response = ask(browser, path(strict))
    assert b'name="email"' not in response.content
    assert [one.name for one in worker.queued()] == []


def test_the_fresh_link_of_a_strict_store_asks_for_a_code(
    browser: Client, revoked: str, worker: Desk, shown: SalesDocument
) -> None:
    from saleor_invoices.stores.models import SettingValue

    SettingValue.objects.create(installation=shown.installation, key="strict_links", value=True)
    ask(browser, revoked)
    worker.work()
    fresh = DownloadLink.objects.get(revoked_at__isnull=True)
    assert NUMBER not in browser.get(path(fresh)).content.decode()


def test_the_published_link_is_not_prolonged(shown: SalesDocument, strict: DownloadLink) -> None:
    from saleor_invoices.invoices.services.link_recover import link_recover

    (fresh,) = link_recover(token=strict.token, email=EMAIL, number=NUMBER)
    strict.refresh_from_db()
    assert strict.opens_until is None
    assert link_create(document=shown, open_days=30, strict=False) == strict != fresh


@pytest.mark.parametrize(
    ("vary", "most"),
    [
        (lambda turn: ({"email": f"{turn}@example.com", "number": f"N-{turn}"}, 1),
         recovery.A_CLIENT),
        (lambda turn: ({"email": EMAIL, "number": f"N-{turn}"}, turn), recovery.AN_ADDRESS),
        (lambda turn: ({"email": f"{turn}@example.com", "number": NUMBER}, turn),
         recovery.A_DOCUMENT),
    ],
    ids=["client", "address", "document"],
)  # fmt: skip
def test_who_asks_too_often_is_told_when_to_come_again(
    browser: Client, revoked: str, worker: Desk, vary: Any, most: int
) -> None:
    answers = []
    for turn in range(most + 3):
        body, client = vary(turn)
        answers.append(browser.post(revoked, body, **asks_from(client)))
    assert [one.status_code for one in answers] == [200] * most + [429] * 3
    assert 0 < int(answers[-1]["Retry-After"]) <= recovery.HOUR
    assert WORDS["en"].wait in answers[-1].content.decode()
    assert len(worker.queued()) == most


def test_a_refused_request_writes_nothing_whatever_it_makes_up(
    browser: Client, revoked: str, worker: Desk
) -> None:
    for turn in range(recovery.A_CLIENT):
        ask(browser, revoked, f"{turn}@example.com", f"N-{turn}")
    known = Meter.objects.count()
    with CaptureQueriesContext(connection) as seen:
        assert ask(browser, revoked, "new@example.com", "N-new").status_code == 429
    assert {one["sql"].split()[0] for one in seen.captured_queries} == {"SELECT"}
    assert Meter.objects.count() == known


def test_of_one_document_only_so_many_links_are_mailed_a_day(
    browser: Client, revoked: str, worker: Desk
) -> None:
    # Links that nobody knows are endless, so that counting by them alone would let all through.
    for turn in range(A_DAY + 2):
        ask(browser, f"/i/unknown-{turn}", **asks_from(turn))
    worker.work()
    assert len(mail.outbox) == A_DAY


def test_a_mail_server_that_is_away_is_asked_again(
    browser: Client, revoked: str, worker: Desk, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert ask(browser, revoked).status_code == 200
    worker.work()
    assert [one.name.rpartition(".")[2] for one in worker.later] == ["link_mail_fresh"]


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_form_speaks_the_browsers_language(revoked: str, language: str) -> None:
    client = Client(headers={"Accept": "text/html", "Accept-Language": f"tlh, {language}-XX;q=0.8"})
    text = client.get(revoked).content.decode()
    assert f'<html lang="{language}" dir="{WORDS[language].direction}">' in text
    assert WORDS[language].recover in text


@pytest.mark.parametrize("header", ["", "*", "x" * 9000, "tlh", ";q=,,=", "\u00e9"])
def test_odd_languages_are_english(client: Client, revoked: str, header: str) -> None:
    text = client.get(revoked, headers={"Accept-Language": header}).content.decode()
    assert '<html lang="en"' in text
