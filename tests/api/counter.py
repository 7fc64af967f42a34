"""Two stores, each in a Saleor on a real socket, for the verbs that change documents.

Everybody who may do nothing is in ``REFUSED`` with the code of their refusal; ``stella`` is staff
of the other store with every right there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.invoices.services.order_pending import order_invoice_now
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.services.api_key import api_key_create
from tests.invoices.shop import Row, Shop, example
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply, data, failure

CUSTOMER = "VXNlcjo3"
"""Who placed the example's order."""
REFUSED = {
    "bob": "PERMISSION_DENIED",
    "charlie": "PERMISSION_DENIED",
    "conny": "PERMISSION_DENIED",
    "reader": "PERMISSION_DENIED",
    "writer": "PERMISSION_DENIED",
    "guest": "PERMISSION_DENIED",
    "nobody": "UNAUTHENTICATED",
}
BOTH_RIGHTS = ["MANAGE_ORDERS", "HANDLE_PAYMENTS"]
SPOILED = "Enum 'OrderOriginEnum' cannot represent value: ''"
Headers = Mapping[str, str]


class PastShop(Shop):
    """A Saleor that lists its orders as well; ``spoiled`` ones make every answer fail."""

    def __init__(self) -> None:
        super().__init__()
        self.spoiled: set[str] = set()

    def _do_orders(self, variables: Row) -> Reply:
        rows, info = self._page(variables)
        if any(row["id"] in self.spoiled for row in rows):
            return failure(SPOILED)
        nodes = [{**row, "invoices": self._invoices_of(row["id"])} for row in rows]
        return data(orders={"edges": [{"node": node} for node in nodes], "pageInfo": info})

    _do_orders_with_card_events = _do_orders

    def _do_order_references(self, variables: Row) -> Reply:
        rows, info = self._page(variables)
        nodes = [{"id": row["id"], "number": row["number"]} for row in rows]
        return data(orders={"edges": [{"node": node} for node in nodes], "pageInfo": info})

    def _do_order(self, variables: Row) -> Reply:
        return failure(SPOILED) if variables["id"] in self.spoiled else super()._do_order(variables)

    _do_order_with_card_events = _do_order

    def _page(self, variables: Row) -> tuple[list[Row], Row]:
        wanted, created = variables["channel"], variables["created"]
        rows = [
            row
            for row in sorted(self.orders.values(), key=lambda row: str(row["created"]))
            if wanted in (None, row["channel"]["slug"]) and _within(row, created)
        ]
        start = int(variables["after"] or 0)
        end = start + int(variables["first"])
        return rows[start:end], {"hasNextPage": end < len(rows), "endCursor": str(end)}


def _within(row: Row, created: Row) -> bool:
    day = datetime.fromisoformat(row["created"]).date().isoformat()  # Saleor counts days in UTC
    return (created["gte"] or day) <= day <= (created["lte"] or day)


@dataclass(frozen=True, kw_only=True)
class Counter:
    """Two shops, their stores and the headers of everyone."""

    shop: PastShop
    store: Installation
    entity: LegalEntity
    other_shop: PastShop
    other: Installation
    people: Mapping[str, Headers] = field(default_factory=dict)

    def order(self, number: int = 1001, **changes: Any) -> str:
        """Have an order of 138.17 EUR, paid by card: 2 lamps, 3 teas and shipping; its id."""
        fresh = {"id": f"order-{number}", "number": str(number), "transactions": [], **UNPAID}
        if changes.pop("paid", True):
            fresh = {"id": f"order-{number}", "number": str(number)}
        self.shop.add(example("order_fully_paid"), **{**fresh, **changes})
        return f"order-{number}"

    def invoice(self, number: int = 1001, **changes: Any) -> SalesDocument:
        """Have such an order with its invoice."""
        order_id = self.order(number, **changes)
        return order_invoice_now(installation=self.store, order_id=order_id, actor="staff:1")


UNPAID: Row = {
    "isPaid": False,
    "chargeStatus": "NONE",
    "totalCharged": {"amount": 0.0},
    "totalBalance": {"amount": -138.17},
}


def people_of(counter: Counter, guests: SalesDocument) -> Mapping[str, Headers]:
    """Everyone; ``guest`` holds the link of an invoice of the store."""
    store, other = counter.store, counter.other

    def staff(*rights: str, of: Installation = store, user: str = "VXNlcjox") -> Headers:
        return _bearer(factories.staff_token(of, user=user, rights=rights), of)

    def customer(user: str, of: Installation = store) -> Headers:
        return _bearer(factories.customer_token(of, user=user), of)

    def key(*scopes: str) -> Headers:
        _, token = api_key_create(installation=store, name="ERP", scopes=list(scopes))
        return {"Authorization": f"Bearer {token}"}

    link = link_create(document=guests, open_days=30, strict=False)
    return {
        "alice": staff("MANAGE_ORDERS"),
        "cashier": staff(*BOTH_RIGHTS),
        "teller": staff("HANDLE_PAYMENTS"),
        "bob": staff("MANAGE_PRODUCTS"),
        "stella": staff(*BOTH_RIGHTS, of=other),
        "charlie": customer(CUSTOMER),
        "conny": customer(CUSTOMER, of=other),
        "erp": key("documents:read", "documents:write", "payments:write"),
        "scribe": key("documents:read", "documents:write"),
        "reader": key("documents:read"),
        "writer": key("documents:write"),
        "guest": {"X-Invoice-Link": link.token},
        "nobody": {},
    }


def identity(row: SalesDocument) -> str:
    """The document's id in the API."""
    return global_id("CreditNote" if row.kind == "credit_note" else "SalesInvoice", row.pk)


def everything() -> dict[type[Model], list[dict[str, Any]]]:
    """Every row of every table of documents, to see that nothing has changed."""
    models = apps.get_app_config("invoices").get_models()
    return {model: list(model._default_manager.order_by("pk").values()) for model in models}


def refusal(answer: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Code and params of the only error; every field is null."""
    assert set((answer["data"] or {"": None}).values()) == {None}
    (error,) = answer["errors"]
    return error["extensions"]["code"], error["extensions"]["params"]


def code(answer: dict[str, Any]) -> str:
    """The code of the only error."""
    return refusal(answer)[0]


def _bearer(token: str, store: Installation) -> Headers:
    return {"Authorization": f"Bearer {token}", "Saleor-Api-Url": store.saleor_api_url}
