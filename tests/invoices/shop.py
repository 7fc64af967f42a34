"""A Saleor on a real socket with orders and invoices of its own, whose moods a test decides.

It keeps Saleor's rules where the app depends on them: a requested invoice is PENDING, an update
makes it SUCCESS, nothing is unique, a dead token is HTTP 200 with PermissionDenied.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from saleor_invoices.saleor import manifest
from tests.invoices.till import Till
from tests.saleor.fake_saleor import Call, Reply, data, denied, served

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, Any]


class Shop(Till):
    """The state of a Saleor. ``faults`` are answered first, by operation, one after the other."""

    def __init__(self) -> None:
        self.url = ""
        self.orders: dict[str, Row] = {}
        self.invoices: dict[str, Row] = {}
        self.notified: list[str] = []
        self.problems: dict[str, str] = {}
        self.webhooks: list[Row] = []
        self.permissions = ["MANAGE_ORDERS", "HANDLE_PAYMENTS"]
        self.company_address: Row | None = None
        self.calls: list[Call] = []
        self.faults: dict[str, list[Reply]] = {}
        self.lost_answers: set[str] = set()  # operations that are done, but answered by HTTP 500
        self.is_down = False
        self.is_removed = False  # the app's token is dead
        self.token = "app-token"
        self._lock = threading.Lock()

    def __call__(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            return self._answer(call)

    @property
    def operations(self) -> list[str]:
        """What was asked for, in order, but for the reports of problems."""
        names = (call.operation for call in self.calls)
        return [name for name in names if not name.startswith("appProblem")]

    def mutations(self) -> list[str]:
        """What was asked to be changed about invoices, in order."""
        return [name for name in self.operations if name.startswith("invoice")]

    def variables(self, operation: str) -> list[Row]:
        """What each call of an operation said."""
        return [call.variables for call in self.calls if call.operation == operation]

    def add(self, payload: Row, **changes: Any) -> Row:
        """Have an order like the one of a payload."""
        order = {**payload["order"], **changes}
        self.orders[order["id"]] = order
        return order

    def request_invoice(self, order_id: str, invoice_id: str = "SW52b2ljZTo5") -> str:
        """Staff press Generate; the webhook is the test's to send."""
        self._invoice(order_id, invoice_id, status="PENDING")
        return invoice_id

    def _invoice(self, order_id: str, invoice_id: str, **fields: Any) -> Row:
        created = "2026-03-02T10:00:00+00:00"
        row = {"id": invoice_id, "number": None, "url": None, "createdAt": created, **fields}
        self.invoices[invoice_id] = {**row, "order": order_id}
        return self.invoices[invoice_id]

    def _answer(self, call: Call) -> Reply:
        if self.is_down:
            return Reply(b"down", status=503)
        if self.is_removed or call.headers["authorization"] != f"Bearer {self.token}":
            return denied()
        name = call.operation
        if self.faults.get(name):
            return self.faults[name].pop(0)
        method = re.sub("([A-Z])", lambda letter: f"_{letter[1].lower()}", name)
        reply: Reply = getattr(self, f"_do_{method}")(call.variables)
        if name in self.lost_answers:
            self.lost_answers.discard(name)
            return Reply(b"lost", status=500)
        return reply

    def _do_app_alive(self, _: Row) -> Reply:
        return data(app={"id": "QXBwOjE="})

    def _do_order(self, variables: Row) -> Reply:
        order = self.orders.get(variables["id"])
        if order is None:
            return data(order=None)
        return data(order={**order, "invoices": self._invoices_of(order["id"])})

    _do_order_with_card_events = _do_order

    def _do_order_invoices(self, variables: Row) -> Reply:
        if variables["id"] not in self.orders:
            return data(order=None)
        return data(order={"id": variables["id"], "invoices": self._invoices_of(variables["id"])})

    def _invoices_of(self, order_id: str) -> list[Row]:
        rows = (row for row in self.invoices.values() if row["order"] == order_id)
        return [_shown(row) for row in rows]

    def _do_invoice_update(self, variables: Row) -> Reply:
        row = self.invoices.get(variables["id"])
        if row is None:
            return data(invoiceUpdate={"errors": [_error("NOT_FOUND")], "invoice": None})
        row.update(variables["input"], status="SUCCESS")
        return data(invoiceUpdate={"errors": [], "invoice": _shown(row)})

    def _do_invoice_create(self, variables: Row) -> Reply:
        invoice_id = f"own-{len(self.invoices) + 1}"
        row = self._invoice(
            variables["orderId"], invoice_id, **variables["input"], status="SUCCESS"
        )
        return data(invoiceCreate={"errors": [], "invoice": _shown(row)})

    def _do_invoice_delete(self, variables: Row) -> Reply:
        found = self.invoices.pop(variables["id"], None)
        errors = [] if found else [_error("NOT_FOUND")]
        return data(invoiceDelete={"errors": errors, "invoice": None})

    def _do_invoice_send_notification(self, variables: Row) -> Reply:
        self.notified.append(variables["id"])
        return data(invoiceSendNotification={"errors": [], "invoice": None})

    def _do_shop_defaults(self, _: Row) -> Reply:
        shop = {"name": "Sample Shop", "version": "3.22.70"}
        return data(shop={**shop, "companyAddress": self.company_address}, channels=[])

    def _do_app_webhooks(self, _: Row) -> Reply:
        labels = manifest.extension_labels("3.22.70")
        return data(
            app={
                "id": "QXBwOjE=",
                "appUrl": "https://invoices.example.com/dashboard/",
                "permissions": [{"code": code} for code in self.permissions],
                "extensions": [{"label": label} for label in labels],
                "webhooks": self.webhooks,
            }
        )

    def _do_webhook_create(self, variables: Row) -> Reply:
        given = variables["input"]
        self.webhooks.append(
            {
                "id": f"hook-{len(self.webhooks)}",
                "name": given["name"],
                "targetUrl": given["targetUrl"],
                "isActive": given["isActive"],
                "subscriptionQuery": given["query"],
                **{
                    kind: [{"eventType": event} for event in given.get(kind, ())]
                    for kind in ("asyncEvents", "syncEvents")
                },
            }
        )
        return data(webhookCreate={"errors": [], "webhook": {"id": "hook"}})

    def _do_app_problem_create(self, variables: Row) -> Reply:
        self.problems[variables["input"]["key"]] = variables["input"]["message"]
        return data(appProblemCreate={"errors": [], "appProblem": {"id": "1"}})

    def _do_app_problem_dismiss(self, variables: Row) -> Reply:
        for key in variables["keys"]:
            self.problems.pop(key, None)
        return data(appProblemDismiss={"errors": []})


@contextmanager
def open_shop() -> Iterator[Shop]:
    """A running shop without orders."""
    shop = Shop()
    with served(shop) as url:
        shop.url = url
        yield shop


def refused(operation: str, code: str) -> Reply:
    """A mutation's own refusal."""
    return data(**{operation: {"errors": [_error(code)], "invoice": None}})


def throttled(seconds: int) -> Reply:
    """Saleor Cloud asks for a pause."""
    return Reply(b"", status=429, headers={"Retry-After": str(seconds)})


def example(event: str, /, issued_at: str | None = None, **changes: Any) -> Row:
    """The example payload of an event; ``changes`` replace fields of its order."""
    body = json.loads((ROOT / "webhooks" / f"{event}.json").read_text(encoding="utf-8"))
    if issued_at is not None:
        body["issuedAt"] = issued_at
    body["order"].update(changes)
    found: Row = body
    return found


def money(amount: float) -> Row:
    """Saleor's ``Money`` as a payload has it."""
    return {"amount": amount}


def _shown(row: Row) -> Row:
    return {name: row[name] for name in ("id", "status", "number", "url", "createdAt")}


def _error(code: str) -> Row:
    return {"field": "id", "code": code, "message": f"Refused: {code}."}
