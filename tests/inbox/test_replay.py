"""``manage.py inbox``: what arrived can be seen, and worked off once more."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, NotFound
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.services.delivery_replay import delivery_replay
from saleor_invoices.stores.models import Installation
from tests.inbox.conftest import BODY, EVENT
from tests.plugins import factories

Queue = Callable[[], list[int]]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop(transactional_db: None) -> Installation:
    """A store whose rows are really committed, so that messages are really sent."""
    return factories.installation()


def _delivery(store: Installation, n: int, state: str, **columns: Any) -> Delivery:
    values: dict[str, Any] = {
        "event": EVENT, "body": BODY, "body_sha256": f"{n:064}", "received_at": timezone.now(),
        "state": state, "attempts": 12,
    }  # fmt: skip
    return Delivery.objects.create(installation=store, **{**values, **columns})


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("inbox", *arguments, stdout=out)
    return out.getvalue()


def test_the_list_shows_what_failed_and_why(shop: Installation) -> None:
    _delivery(shop, 1, "done")
    failed = _delivery(shop, 2, "failed", error_code="REFUSED", last_error="Saleor said no.")
    listed = _run("--state", "failed")
    assert f"{failed.pk}  " in listed
    assert "REFUSED: Saleor said no." in listed
    assert "done  attempts" not in listed
    assert listed.endswith("1 done, 1 failed\n")


def test_an_empty_inbox_says_so(transactional_db: None) -> None:
    assert _run() == "Nothing has arrived yet.\n"


def test_deliveries_are_replayed_by_id(shop: Installation, queue: Queue) -> None:
    failed = _delivery(shop, 1, "failed")
    ignored = _delivery(shop, 2, "done", error_code="NO_HANDLER", done_at=timezone.now())
    assert "2 deliveries" in _run("replay", str(failed.pk), str(ignored.pk))
    assert queue() == [failed.pk, ignored.pk]
    assert set(Delivery.objects.values_list("state", "attempts", "done_at")) == {
        ("pending", 0, None)
    }


def test_all_failed_of_one_store_are_replayed(shop: Installation, queue: Queue) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    mine, theirs = _delivery(shop, 1, "failed"), _delivery(other, 1, "failed")
    emptied = _delivery(shop, 2, "failed", body=b"")
    assert "1 deliveries" in _run("--store", shop.saleor_api_url, "replay", "--all-failed")
    assert queue() == [mine.pk]
    for row in (theirs, emptied):
        row.refresh_from_db()
        assert row.state == "failed"


@pytest.mark.parametrize(
    ("state", "columns", "code"),
    [("pending", {}, "DELIVERY_PENDING"), ("done", {"body": b""}, "DELIVERY_EMPTIED")],
)
def test_what_can_not_be_replayed_is_refused(
    shop: Installation, queue: Queue, state: str, columns: dict[str, Any], code: str
) -> None:
    row = _delivery(shop, 1, state, **columns)
    with pytest.raises(Conflict) as refused:
        delivery_replay(delivery_id=row.pk)
    row.refresh_from_db()
    assert (refused.value.code, row.state, row.attempts) == (code, state, 12)
    assert queue() == []


def test_one_bad_id_stops_the_whole_replay(shop: Installation, queue: Queue) -> None:
    failed = _delivery(shop, 1, "failed")
    with pytest.raises(CommandError, match="no delivery 999"):
        _run("replay", str(failed.pk), "999")
    failed.refresh_from_db()
    assert (failed.state, queue()) == ("failed", [])
    with pytest.raises(NotFound):
        delivery_replay(delivery_id=999)


@pytest.mark.parametrize("arguments", [("replay",), ("replay", "1", "--all-failed")])
def test_a_replay_must_say_what(transactional_db: None, arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="--all-failed"):
        _run(*arguments)
