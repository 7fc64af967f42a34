"""Webhooks of which Saleor waits for the answer: document, example and registration."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from saleor_invoices.saleor import documents, manifest
from saleor_invoices.saleor.refund_asked import EVENT, RefundAsked, refund_asked
from tests.contracts.schemas import VERSIONS, complaints, schema_of
from tests.contracts.selections import Document, cost, event_type, payload_differences

FOLDER = Path(__file__).resolve().parents[2] / "webhooks" / "sync"
EVENTS = sorted(path.stem for path in FOLDER.glob("*.graphql"))


def test_each_has_an_example_and_is_registered_as_one() -> None:
    assert [EVENT] == EVENTS == sorted(path.stem for path in FOLDER.glob("*.json"))
    wanted = manifest.webhooks("https://invoices.example.com")
    assert {hook.event.lower() for hook in wanted if hook.is_sync} == set(EVENTS)


@pytest.mark.shared
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("event", EVENTS)
def test_it_is_valid_in_every_saleor(saleor_shared: Path, event: str, version: str) -> None:
    schema = schema_of(saleor_shared, version)
    assert complaints(schema, documents.webhook(event)) == []
    example = json.loads((FOLDER / f"{event}.json").read_text(encoding="utf-8"))
    assert payload_differences(schema, documents.webhook(event), example) == []


@pytest.mark.shared
@pytest.mark.parametrize("event", EVENTS)
def test_it_costs_a_fraction_of_the_limit(saleor_shared: Path, event: str) -> None:
    assert 0 < cost(schema_of(saleor_shared, "3.23"), documents.webhook(event)) < 5_000


@pytest.mark.parametrize("event", EVENTS)
def test_file_document_and_event_share_one_name(event: str) -> None:
    document = Document(documents.webhook(event))
    camel = "".join(word.capitalize() for word in event.split("_"))
    assert document.operation.name is not None
    assert document.operation.name.value == event_type(document) == camel


def test_the_example_is_read() -> None:
    assert refund_asked((FOLDER / f"{EVENT}.json").read_bytes()) == RefundAsked(
        payment_reference="pi_1001",
        order_id="T3JkZXI6NWExZTAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAx",
        request_id="VHJhbnNhY3Rpb25FdmVudDoy",
        amount=Decimal("5.0"),
        currency="EUR",
        reason="Scratched",
    )
