"""The private link of a document: unguessable, for a set time, revocable, then only by a code."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, NotFound, Throttled, Unreachable
from saleor_invoices.invoices.models import DownloadLink, LinkCode, SalesDocument
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.invoices.services.link_create import (
    link_create,
    link_revoke,
    link_url,
    token_hash,
)
from saleor_invoices.invoices.services.link_open import (
    link_code_check,
    link_code_send,
    link_find,
    link_opens_itself,
)
from saleor_invoices.invoices.services.publication_publish import publication_publish
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure
from tests.invoices.orders import issue, paid
from tests.invoices.test_issue_concurrently import together

pytestmark = pytest.mark.django_db
FULL_WIDTH = "".join(chr(0xFF10 + digit) for digit in range(1, 9))


@pytest.fixture
def document(store: Installation, seller: LegalEntity) -> SalesDocument:
    """An issued invoice of buyer@example.com."""
    return issue(store, paid("o"))


@pytest.fixture
def link(document: SalesDocument) -> DownloadLink:
    """Its link, which opens for 30 days."""
    return link_create(document=document, open_days=30, strict=False)


def _send(link: DownloadLink) -> str:
    """Have a code sent; returns the one in the mail."""
    link_code_send(link=link, subject="Your code", body="It is {code}.")
    found = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert found is not None
    return found[0]


def _later(minutes: float) -> None:
    """Let time pass for every code."""
    for code in LinkCode.objects.all():
        past = timedelta(minutes=minutes)
        LinkCode.objects.filter(pk=code.pk).update(
            created_at=code.created_at - past, expires_at=code.expires_at - past
        )


def test_its_token_has_256_random_bits_and_is_kept_encrypted(link: DownloadLink) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", link.token)
    assert link.token_hash == token_hash(link.token)
    with connection.cursor() as cursor:
        cursor.execute("SELECT token, token_hash FROM invoices_downloadlink")
        stored = cursor.fetchone()
    assert link.token not in "".join(stored)
    assert link_url(link) == f"https://invoices.example.com/i/{link.token}"


def test_no_two_links_are_alike(store: Installation, seller: LegalEntity) -> None:
    links = [link_create(document=issue(store), open_days=30, strict=False) for _ in range(5)]
    assert len({link.token for link in links}) == 5


def test_a_document_has_one_live_link(document: SalesDocument, link: DownloadLink) -> None:
    assert link_create(document=document, open_days=1, strict=True) == link
    assert DownloadLink.objects.count() == 1


def test_it_opens_by_itself_for_its_time(link: DownloadLink) -> None:
    assert link.opens_until is not None
    assert timedelta(days=29) < link.opens_until - timezone.now() <= timedelta(days=30)
    assert link_opens_itself(link)
    link.opens_until = timezone.now() - timedelta(seconds=1)
    assert not link_opens_itself(link)


@pytest.mark.parametrize(("days", "strict"), [(30, True), (0, False), (-1, False)])
def test_a_strict_one_and_one_of_no_days_never_open_by_themselves(
    document: SalesDocument, days: int, strict: bool
) -> None:
    link = link_create(document=document, open_days=days, strict=strict)
    assert link.opens_until is None
    assert not link_opens_itself(link)


def test_it_is_found_by_its_token_alone(link: DownloadLink, document: SalesDocument) -> None:
    assert link_find(token=link.token).document == document
    for wrong in ("", "x", link.token[:-1], link.token.swapcase(), link.token_hash, str(link.pk)):
        with pytest.raises(NotFound) as caught:
            link_find(token=wrong)
        assert caught.value.code == "LINK_UNKNOWN"


def test_a_revoked_one_looks_like_one_that_never_was(
    document: SalesDocument, link: DownloadLink
) -> None:
    assert link_revoke(document=document) == 1
    assert link_revoke(document=document) == 0
    with pytest.raises(NotFound) as revoked:
        link_find(token=link.token)
    with pytest.raises(NotFound) as unknown:
        link_find(token="never-was")
    assert (revoked.value.code, revoked.value.message) == (
        unknown.value.code,
        unknown.value.message,
    )


def test_after_a_revocation_the_next_one_is_another(
    document: SalesDocument, link: DownloadLink
) -> None:
    link_revoke(document=document)
    fresh = link_create(document=document, open_days=30, strict=False)
    assert fresh.token != link.token
    assert link_find(token=fresh.token) == fresh


def test_a_code_goes_to_the_customers_own_address_and_opens_the_document_once(
    document: SalesDocument, link: DownloadLink
) -> None:
    code = _send(link)
    (message,) = mail.outbox
    assert message.to == ["buyer@example.com"]
    assert message.subject == "Your code"
    assert message.reply_to == []
    assert link_code_check(link=link, code=code) == document
    with pytest.raises(Conflict, match="wrong or has expired"):
        link_code_check(link=link, code=code)
    events = document.history.order_by("pk").values_list("event", "actor")
    assert list(events)[-2:] == [("link_code_sent", "app"), ("link_opened_by_code", "customer")]


def test_replies_go_where_the_channel_says(link: DownloadLink, configure: Configure) -> None:
    configure(reply_to="support@example.com")
    _send(link)
    assert mail.outbox[0].reply_to == ["support@example.com"]


def test_the_code_itself_is_not_kept(link: DownloadLink) -> None:
    code = _send(link).replace(" ", "")
    stored = LinkCode.objects.values().get()
    assert code not in str(stored)
    assert stored["code_hash"] != token_hash(code)  # keyed: eight digits are soon tried out


@pytest.mark.parametrize("spelled", ["{0}{1}", "{0}-{1}", " {0} {1}\n", "{0}.{1}"])
def test_a_code_may_be_spelled_as_people_do(link: DownloadLink, spelled: str) -> None:
    code = _send(link)
    assert link_code_check(link=link, code=spelled.format(*code.split())) == link.document


def _wrong(code: str) -> str:
    digits = code.replace(" ", "")
    return digits[:-1] + str((int(digits[-1]) + 1) % 10)


def test_the_fifth_wrong_guess_is_the_last(link: DownloadLink) -> None:
    code = _send(link)
    for _ in range(5):
        with pytest.raises(Conflict) as caught:
            link_code_check(link=link, code=_wrong(code))
        assert caught.value.code == "CODE_WRONG"
    with pytest.raises(Conflict):
        link_code_check(link=link, code=code)  # right, and too late
    assert LinkCode.objects.get().attempts == 5


def test_four_wrong_guesses_are_forgiven(link: DownloadLink) -> None:
    code = _send(link)
    for _ in range(4):
        with pytest.raises(Conflict):
            link_code_check(link=link, code=_wrong(code))
    assert link_code_check(link=link, code=code) == link.document


def test_a_code_lives_for_fifteen_minutes(link: DownloadLink) -> None:
    code = _send(link)
    _later(14.9)
    assert link.codes.get().expires_at > timezone.now()
    _later(0.2)
    with pytest.raises(Conflict):
        link_code_check(link=link, code=code)


def test_only_the_newest_code_opens(link: DownloadLink) -> None:
    first = _send(link)
    _later(2)
    second = _send(link)
    assert first != second
    with pytest.raises(Conflict):
        link_code_check(link=link, code=first)
    assert link_code_check(link=link, code=second) == link.document


@pytest.mark.parametrize("code", ["", "abc", "0" * 8, FULL_WIDTH])
def test_without_a_code_that_was_sent_nothing_opens(link: DownloadLink, code: str) -> None:
    with pytest.raises(Conflict) as caught:
        link_code_check(link=link, code=code)
    assert caught.value.code == "CODE_WRONG"


def test_a_code_of_one_link_does_not_open_another(link: DownloadLink, store: Installation) -> None:
    other = link_create(document=issue(store), open_days=30, strict=False)
    code = _send(link)
    _send(other)
    with pytest.raises(Conflict):
        link_code_check(link=other, code=code)


def test_a_second_code_is_not_sent_within_a_minute(link: DownloadLink) -> None:
    _send(link)
    _later(0.9)
    with pytest.raises(Throttled) as caught:
        _send(link)
    assert caught.value.retry_after == 60
    assert len(mail.outbox) == 1
    _later(0.2)
    _send(link)
    assert len(mail.outbox) == 2


def test_five_codes_a_day_are_enough(link: DownloadLink) -> None:
    for _ in range(5):
        _send(link)
        _later(30)
    with pytest.raises(Throttled) as caught:
        _send(link)
    assert caught.value.retry_after == 86_400
    assert len(mail.outbox) == 5
    _later(24 * 60)
    _send(link)
    assert len(mail.outbox) == 6


@pytest.mark.django_db(transaction=True)
def test_many_requests_at_once_send_one_mail(link: DownloadLink) -> None:
    def ask() -> object:
        try:
            link_code_send(link=link, subject="Your code", body="It is {code}.")
        except Throttled as error:
            return error
        return None

    jobs: list[Callable[[], object]] = [ask] * 8
    assert together(jobs).count(None) == 1
    assert len(mail.outbox) == LinkCode.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_guesses_at_once_are_all_counted(link: DownloadLink) -> None:
    code = _send(link)

    def guess() -> object:
        try:
            return link_code_check(link=link, code=_wrong(code))
        except Conflict as error:
            return error

    jobs: list[Callable[[], object]] = [guess] * 20
    assert all(isinstance(result, Conflict) for result in together(jobs))
    with pytest.raises(Conflict):
        link_code_check(link=link, code=code)
    assert LinkCode.objects.get().attempts == 5


def test_an_order_without_an_address_gets_no_mail_and_no_other_answer(
    store: Installation, seller: LegalEntity
) -> None:
    link = link_create(
        document=issue(store, paid(email="", customer=None)), open_days=30, strict=False
    )
    link_code_send(link=link, subject="Your code", body="It is {code}.")
    assert mail.outbox == []
    with pytest.raises(Throttled):  # as for everyone else
        link_code_send(link=link, subject="Your code", body="It is {code}.")
    assert not link.document.history.filter(event="link_code_sent").exists()


def test_a_mail_server_that_is_away_is_told(
    link: DownloadLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_mail: object) -> Any:
        raise ConnectionRefusedError

    monkeypatch.setattr(mail.EmailMessage, "send", refuse)
    with pytest.raises(Unreachable) as caught:
        link_code_send(link=link, subject="Your code", body="It is {code}.")
    assert caught.value.code == "MAIL_FAILED"
    assert not link.document.history.filter(event="link_code_sent").exists()


def test_a_strict_store_publishes_strict_links(
    store: Installation, seller: LegalEntity, configure: Configure, shop: Any
) -> None:
    configure(strict_links=True)
    shop.orders["o"] = {"id": "o"}
    document = issue(store, paid("o"))
    document_render(document=document)
    publication_publish(publication_id=document.publications.get().pk)
    link = document.links.get()
    assert link.opens_until is None
    assert shop.invoices["own-1"]["url"] == link_url(link)


def test_the_days_of_the_channel_are_used(
    store: Installation, seller: LegalEntity, configure: Configure, shop: Any
) -> None:
    configure("default-channel", link_open_days=3)
    shop.orders["o"] = {"id": "o"}
    document = issue(store, paid("o"))
    document_render(document=document)
    publication_publish(publication_id=document.publications.get().pk)
    opens_until = document.links.get().opens_until
    assert opens_until is not None
    assert timedelta(days=2) < opens_until - timezone.now() <= timedelta(days=3)
