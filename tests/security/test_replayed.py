"""A body that Saleor signed for someone or something else is not ours to act on."""

import json
from typing import Any

import pytest

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.stores.models import Installation
from tests.invoices.conftest import _forgetful, configure, desk, seller, shop, store
from tests.invoices.desk import Desk, typename
from tests.invoices.shop import example
from tests.plugins.fake_saleor import signature

__all__ = ["_forgetful", "configure", "desk", "seller", "shop", "store"]
pytestmark = pytest.mark.django_db
EVENT = "invoice_requested"
OTHER = {"id": "QXBwOjk5"}


def send(desk: Desk, event: str, **changes: Any) -> Any:
    """POST the signed example of INVOICE_REQUESTED with some fields changed, as ``event``."""
    sent = json.dumps({**example(EVENT), **changes}).encode()
    headers = {
        "Saleor-Event": event,
        "Saleor-Api-Url": desk.store.saleor_api_url,
        "Saleor-Signature": signature(sent),
    }
    return desk.client.post(
        "/webhooks/saleor/", sent, content_type="application/json", headers=headers
    )


@pytest.mark.parametrize("recipient", [OTHER, {"id": ""}, {}, None])
def test_what_was_made_for_another_app_is_refused(desk: Desk, recipient: object) -> None:
    answer = send(desk, EVENT, recipient=recipient)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "RECIPIENT_MISMATCH")
    assert not Delivery.objects.exists()


def test_a_body_under_another_event_s_name_is_refused(desk: Desk) -> None:
    answer = send(desk, "invoice_deleted")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "EVENT_MISMATCH")
    assert not Delivery.objects.exists()


def test_the_app_s_own_name_after_a_reinstallation_counts_at_once(desk: Desk) -> None:
    assert send(desk, EVENT).status_code == 200  # the sender is remembered now
    Installation.objects.update(app_id=OTHER["id"])
    assert send(desk, EVENT, recipient=OTHER).status_code == 200
    assert Delivery.objects.count() == 2


def test_errors_with_a_foreign_recipient_are_refused_too(desk: Desk) -> None:
    answer = send(desk, EVENT, recipient=OTHER, errors=[{"message": "no"}])
    assert answer.status_code == 401
    assert typename(EVENT) == "InvoiceRequested"
