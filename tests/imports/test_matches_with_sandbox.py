"""Finding orders and customers in the sandbox Saleor, in every version, with our permissions."""

import pytest

from saleor_invoices.saleor import matches
from tests.saleor import test_with_sandbox
from tests.saleor.test_with_sandbox import Store

any_store = test_with_sandbox.any_store
EDIT = """mutation ($id: ID!, $reference: String!) {
  orderUpdate(id: $id, input: {externalReference: $reference}) { errors { code } } }"""


def test_orders_by_id_number_and_reference(any_store: Store) -> None:
    client, sandbox = any_store.client, any_store.sandbox
    placed = [sandbox.place(kind) for kind in ("eur_domestic", "jpy")]
    first, second = (row["id"] for row in placed)
    answer = sandbox.gql(EDIT, {"id": first, "reference": "ERP-1"}, sandbox.staff_token())
    assert answer["data"]["orderUpdate"]["errors"] == []

    found = matches.orders_by_id(client, [first, second, "T3JkZXI6MQ==", "nonsense", ""])
    assert set(found) == {first, second}
    order = found[second]
    assert (order.currency, order.channel, order.number) == (
        "JPY", "channel-jpy", placed[1]["number"],
    )  # fmt: skip
    assert order.total > 0

    numbers = [row["number"] for row in placed]
    by_number = matches.orders_by_number(client, [*numbers, "999999", ""])
    assert {number: one.id for number, one in by_number.items()} == dict(
        zip(numbers, (first, second), strict=True)
    )

    references = ["ERP-1", *(f"none-{n}" for n in range(25))]
    by_reference = matches.orders_by_reference(client, references)
    assert {name: one.id for name, one in by_reference.items()} == {"ERP-1": first}


def test_customers_by_id_and_e_mail(any_store: Store) -> None:
    client = any_store.client
    emails = ["CUSTOMER@example.com", "nobody@example.com", ""]
    found = matches.customers_by_email(client, emails)
    assert set(found) == {"customer@example.com"}
    (customer,) = found.values()
    assert matches.customers_by_id(client, [customer, "VXNlcjo5OTk5", "x"]) == {customer}


@pytest.mark.parametrize(
    ("text", "kind", "is_one"),
    [
        ("VXNlcjo0Ng==", "User", True),
        ("VXNlcjo0Ng==", "Order", False),
        ("T3JkZXI6MQ==", "Order", False),  # a number, as before 3.5
        ("VXNlcjo=", "User", False),
        ("é", "User", False),
        ("", "User", False),
    ],
)
def test_what_can_be_an_id(text: str, kind: str, is_one: bool) -> None:
    assert matches.is_global_id(text, kind) is is_one
