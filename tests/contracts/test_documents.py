"""The GraphQL documents against Saleor's own schemas, and the examples against the documents."""

import json
from pathlib import Path

import pytest

from saleor_invoices.saleor import documents
from saleor_invoices.saleor.order_list import PAGE_SIZE
from saleor_invoices.saleor.payloads import parse_event
from tests.contracts.schemas import VERSIONS, complaints, schema_of
from tests.contracts.selections import Document, cost, event_type, payload_differences

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = sorted(
    path.stem
    for folder in ("queries", "mutations")
    for path in (ROOT / "graphql" / "saleor" / folder).glob("*.graphql")
)
FRAGMENTS = sorted(path.stem for path in (ROOT / "graphql/saleor/fragments").glob("*.graphql"))
EXAMPLES = {path.stem: path.with_suffix(".json") for path in (ROOT / "webhooks").rglob("*.graphql")}
EVENTS = sorted(EXAMPLES)
ORDER_EVENTS = sorted(path.stem for path in (ROOT / "webhooks").glob("*.graphql"))
SINCE_3_22 = {"appProblemCreate", "appProblemDismiss"}
LIMIT = 50_000  # what Saleor allows by default
MOST_COST = LIMIT // 10
PAGES = {"orders", "ordersWithCardEvents", "orderReferences"}

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(
    ("name", "version"),
    [(n, v) for n in OPERATIONS for v in VERSIONS if n not in SINCE_3_22 or v >= "3.22"],
)
def test_operation_is_valid_in_every_saleor(saleor_shared: Path, name: str, version: str) -> None:
    assert complaints(schema_of(saleor_shared, version), documents.load(name)) == []


@pytest.mark.parametrize("name", sorted(SINCE_3_22))
def test_app_problems_are_unknown_before_3_22(saleor_shared: Path, name: str) -> None:
    assert complaints(schema_of(saleor_shared, "3.21"), documents.load(name)) != []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("event", EVENTS)
def test_subscription_is_valid_in_every_saleor(
    saleor_shared: Path, event: str, version: str
) -> None:
    assert complaints(schema_of(saleor_shared, version), documents.webhook(event)) == []


@pytest.mark.parametrize("event", EVENTS)
def test_example_has_the_shape_of_its_subscription(saleor_shared: Path, event: str) -> None:
    example = json.loads(EXAMPLES[event].read_text(encoding="utf-8"))
    for version in VERSIONS:
        schema = schema_of(saleor_shared, version)
        assert payload_differences(schema, documents.webhook(event), example) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_costs_a_fraction_of_the_limit(saleor_shared: Path, name: str) -> None:
    schema = schema_of(saleor_shared, "3.23")
    assert 0 < cost(schema, documents.load(name)) < MOST_COST


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_of_orders_stays_below_the_limit(saleor_shared: Path, name: str) -> None:
    text = documents.load(name)
    assert "first: $first" in text
    schema = schema_of(saleor_shared, "3.23")
    assert cost(schema, text, page=PAGE_SIZE) > cost(schema, text, page=1)
    assert cost(schema, text, page=PAGE_SIZE) < LIMIT


@pytest.mark.parametrize("event", EVENTS)
def test_subscription_costs_a_fraction_of_the_limit(saleor_shared: Path, event: str) -> None:
    assert 0 < cost(schema_of(saleor_shared, "3.23"), documents.webhook(event)) < MOST_COST


def test_a_wrong_shape_is_noticed(saleor_shared: Path) -> None:
    schema, text = schema_of(saleor_shared, "3.22"), documents.webhook("invoice_sent")
    payload = json.loads(EXAMPLES["invoice_sent"].read_text(encoding="utf-8"))
    payload["order"]["surplus"] = 1
    payload["order"]["number"] = None
    payload["invoice"]["status"] = "SENT"
    del payload["version"]
    assert sorted(payload_differences(schema, text, payload)) == [
        "$.invoice.status: 'SENT' is none of JobStatusEnum",
        "$.order.number: null",
        "$.order.surplus: not selected",
        "$.version: missing",
    ]


@pytest.mark.parametrize("event", ORDER_EVENTS)
def test_example_is_read_whole(event: str) -> None:
    read = parse_event(EXAMPLES[event].read_bytes())
    assert read.errors == ()
    assert read.issued_at is not None
    assert read.order_id
    assert (read.order is None) == (event in {"invoice_deleted", "invoice_sent"})
    assert (read.invoice is not None) == event.startswith("invoice_")


@pytest.mark.parametrize("event", EVENTS)
def test_file_document_and_event_share_one_name(event: str) -> None:
    document = Document(documents.webhook(event))
    camel = "".join(word.capitalize() for word in event.split("_"))
    assert document.operation.name is not None
    assert document.operation.name.value == event_type(document) == camel


@pytest.mark.parametrize("name", OPERATIONS)
def test_file_and_operation_share_one_name(name: str) -> None:
    operation = Document(documents.load(name)).operation
    assert operation.name is not None
    assert operation.name.value == name
    assert documents.operation(name).is_mutation == (operation.operation.value == "mutation")


@pytest.mark.parametrize("event", EVENTS)
def test_every_delivery_tells_when_it_was_issued(event: str) -> None:
    # Two equal states at two times are two deliveries: without issuedAt one would be dropped.
    assert "issuedAt" in documents.webhook(event)


def test_origin_is_never_selected() -> None:
    texts = [documents.load(name) for name in OPERATIONS] + [documents.webhook(e) for e in EVENTS]
    assert [text for text in texts if "origin" in text.split()] == []


def test_every_fragment_is_used() -> None:
    texts = [documents.load(name) for name in OPERATIONS] + [documents.webhook(e) for e in EVENTS]
    used = {name for text in texts for name in Document(text).fragments}
    assert used == set(FRAGMENTS)
