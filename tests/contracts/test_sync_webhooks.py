"""Webhooks of which Saleor waits for the answer. Their documents: test_documents.py."""

from decimal import Decimal
from pathlib import Path

from saleor_invoices.saleor import manifest
from saleor_invoices.saleor.refund_asked import EVENT, RefundAsked, refund_asked

FOLDER = Path(__file__).resolve().parents[2] / "webhooks" / "sync"
EVENTS = sorted(path.stem for path in FOLDER.glob("*.graphql"))


def test_each_has_an_example_and_is_registered_as_one() -> None:
    assert [EVENT] == EVENTS == sorted(path.stem for path in FOLDER.glob("*.json"))
    wanted = manifest.webhooks("https://invoices.example.com")
    assert {hook.event.lower() for hook in wanted if hook.is_sync} == set(EVENTS)


def test_the_example_is_read() -> None:
    assert refund_asked((FOLDER / f"{EVENT}.json").read_bytes()) == RefundAsked(
        payment_reference="pi_1001",
        order_id="T3JkZXI6NWExZTAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAx",
        request_id="VHJhbnNhY3Rpb25FdmVudDoy",
        amount=Decimal("5.0"),
        currency="EUR",
        reason="Scratched",
    )
