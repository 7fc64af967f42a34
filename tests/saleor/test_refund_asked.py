"""A refund that Saleor asks for, and what it is answered."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.saleor.refund_asked import refund_answer, refund_asked

EXAMPLE = (
    Path(__file__).resolve().parents[2] / "webhooks/sync/transaction_refund_requested.json"
).read_text(encoding="utf-8")


def body(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The example, spoilt."""
    found = json.loads(EXAMPLE)
    change(found)
    return json.dumps(found).encode()


def test_of_several_requests_the_newest_is_meant() -> None:
    def more(found: dict[str, Any]) -> None:
        for number, at in ((9, "2026-03-04T11:00:00+00:00"), (10, "2026-03-04T11:00:00+00:00")):
            found["transaction"]["events"].insert(
                0, {"id": f"Event:{number}", "type": "REFUND_REQUEST", "createdAt": at}
            )

    assert refund_asked(body(more)).request_id == "Event:10"


@pytest.mark.parametrize("grant", [None, {"reason": None}])
def test_without_a_grant_there_is_no_reason(grant: dict[str, Any] | None) -> None:
    asked = refund_asked(body(lambda found: found.update(grantedRefund=grant)))
    assert asked.reason == ""


def test_the_amount_is_read_to_the_last_digit() -> None:
    text = EXAMPLE.replace('"amount": 5.0', '"amount": 90071992547409.931')
    assert refund_asked(text.encode()).amount == Decimal("90071992547409.931")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: found.pop("transaction"),
        lambda found: found.update(transaction=None),
        lambda found: found["transaction"].update(order=None),
        lambda found: found["transaction"].update(events=[]),
        lambda found: found["transaction"]["events"].pop(),
        lambda found: found["action"].update(amount=None),
        lambda found: found["action"].update(amount="a lot"),
        lambda found: found["transaction"].update(pspReference="p" * 201),
        lambda found: (found.clear(), found.update(errors=[{"message": "Boom."}])),
    ],
)
def test_what_is_no_request_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(InvalidInput, match="no request"):
        refund_asked(body(spoil))


def test_nesting_without_end_is_refused() -> None:
    deep = EXAMPLE.rstrip().rstrip("}") + ', "more": ' + "[" * 100_000
    with pytest.raises(InvalidInput, match="no request"):
        refund_asked(deep.encode())


def test_answers() -> None:
    five = Decimal("5.00")
    done = refund_answer(reference="re_1", amount=five, is_done=True)
    assert done == {"pspReference": "re_1", "amount": "5.00", "result": "REFUND_SUCCESS"}
    assert refund_answer(reference="re_1", amount=five, is_done=False) == {"pspReference": "re_1"}
    refused = refund_answer(reference="x", amount=five, is_done=False, refusal="No." * 300)
    assert refused["result"] == "REFUND_FAILURE"
    assert len(refused["message"]) == 512
