"""Comparing a Saleor's registration with the manifest, and repairing it."""

from dataclasses import replace
from typing import Any

import pytest

from saleor_invoices.domain.errors import Refused
from saleor_invoices.saleor import manifest, webhook_sync
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.manifest import WantedWebhook
from saleor_invoices.saleor.webhook_sync import Plan, RegisteredWebhook
from tests.saleor.fake_saleor import TOKEN, Call, Reply, Script, data
from tests.saleor.signing import API_URL

BASE = "https://invoices.example.com"
WANTED = manifest.webhooks(BASE)
SYNC = {hook.event for hook in WANTED if hook.is_sync}
FIRST = WANTED[0]


def registered(wanted: WantedWebhook, number: int, **changes: Any) -> RegisteredWebhook:
    hook = RegisteredWebhook(
        id=f"hook-{number}",
        name=wanted.name,
        events=(wanted.event,),
        query=wanted.query,
        target_url=wanted.target_url,
        is_active=True,
    )
    return replace(hook, **changes)


def as_wanted() -> list[RegisteredWebhook]:
    return [registered(wanted, number) for number, wanted in enumerate(WANTED)]


class FakeRegistry(Script):
    """A Saleor that keeps the app's webhooks."""

    def __init__(self, hooks: list[RegisteredWebhook], **app: Any) -> None:
        super().__init__(
            appWebhooks=self.list,
            webhookCreate=self.create,
            webhookUpdate=self.update,
            webhookDelete=self.delete,
        )
        self.hooks = {hook.id: hook for hook in hooks}
        self.app = app

    def list(self, _call: Call) -> Reply:
        """Answer the app's registration."""
        labels = sorted(manifest.extension_labels("3.22"))
        app: dict[str, Any] = {
            "id": "QXBwOjE=",
            "appUrl": f"{BASE}/dashboard/",
            "permissions": [{"code": "MANAGE_ORDERS"}, {"code": "HANDLE_PAYMENTS"}],
            "extensions": [{"label": label} for label in labels],
            "webhooks": [self._node(hook) for hook in self.hooks.values()],
        }
        return data(app={**app, **self.app})

    def create(self, call: Call) -> Reply:
        """Keep a new webhook."""
        webhook_id = f"new-{len(self.hooks)}"
        self.hooks[webhook_id] = self._read(webhook_id, call.variables["input"])
        return data(webhookCreate={"errors": [], "webhook": {"id": webhook_id}})

    def update(self, call: Call) -> Reply:
        """Change a webhook."""
        webhook_id = call.variables["id"]
        self.hooks[webhook_id] = self._read(webhook_id, call.variables["input"])
        return data(webhookUpdate={"errors": [], "webhook": {"id": webhook_id}})

    def delete(self, call: Call) -> Reply:
        """Forget a webhook."""
        del self.hooks[call.variables["id"]]
        return data(webhookDelete={"errors": [], "webhook": None})

    def _read(self, webhook_id: str, given: dict[str, Any]) -> RegisteredWebhook:
        return RegisteredWebhook(
            id=webhook_id,
            name=given["name"],
            events=tuple(given.get("syncEvents") or given["asyncEvents"]),
            query=given["query"],
            target_url=given["targetUrl"],
            is_active=given["isActive"],
        )

    def _node(self, hook: RegisteredWebhook) -> dict[str, Any]:
        return {
            "id": hook.id,
            "name": hook.name,
            "targetUrl": hook.target_url,
            "isActive": hook.is_active,
            "subscriptionQuery": hook.query,
            "asyncEvents": [{"eventType": event} for event in hook.events if event not in SYNC],
            "syncEvents": [{"eventType": event} for event in hook.events if event in SYNC],
        }


def synchronise(registry: FakeRegistry, base_url: str = BASE) -> webhook_sync.SyncReport:
    client = SaleorClient(api_url=API_URL, token=TOKEN, transport=registry.transport)
    return webhook_sync.synchronise(client, base_url=base_url, saleor_version="3.22.67")


def test_nothing_is_done_where_everything_is_right() -> None:
    registry = FakeRegistry(as_wanted())
    report = synchronise(registry)
    assert report.plan.is_empty
    assert report.reinstall_reasons == ()
    assert registry.operations == ["appWebhooks"]


def test_a_query_in_another_layout_is_the_same_query() -> None:
    hooks = as_wanted()
    hooks[0] = replace(hooks[0], query=hooks[0].query.replace("\n", "  \n"))
    assert webhook_sync.compare(hooks, WANTED).is_empty


@pytest.mark.parametrize(
    "change",
    [
        {"query": "subscription { event { issuedAt ... on OrderCreated { order { id } } } }"},
        {"query": ""},
        {"query": "subscription {"},
        {"is_active": False},
        {"name": "Another name"},
        {"target_url": "https://former.example.com/webhooks/saleor/"},
    ],
)
def test_a_webhook_that_differs_is_updated(change: dict[str, Any]) -> None:
    hooks = as_wanted()
    hooks[0] = replace(hooks[0], **change)
    assert webhook_sync.compare(hooks, WANTED) == Plan(update=(("hook-0", FIRST),))
    registry = FakeRegistry(hooks)
    synchronise(registry)
    assert registry.operations == ["appWebhooks", "webhookUpdate"]
    assert synchronise(registry).plan.is_empty


def test_a_query_of_an_earlier_release_is_replaced_in_every_webhook_that_has_it() -> None:
    """As after an upgrade: the fragment that they share has asked for more since."""
    hooks = [replace(h, query=h.query.replace("grantedRefunds", "totalPaid")) for h in as_wanted()]
    changed = [h.id for h, wanted in zip(hooks, WANTED, strict=True) if h.query != wanted.query]
    assert len(changed) == 11  # all that carry the order
    registry = FakeRegistry(hooks)
    assert [hook_id for hook_id, _ in synchronise(registry).plan.update] == changed
    assert synchronise(registry).plan.is_empty


def test_a_missing_webhook_is_created_and_one_too_many_deleted() -> None:
    hooks = as_wanted()[1:]
    twin = registered(WANTED[1], 99)
    outgrown = registered(WANTED[1], 98, events=("ORDER_METADATA_UPDATED",), name="Old")
    registry = FakeRegistry([*hooks, twin, outgrown])
    report = synchronise(registry)
    assert report.plan == Plan(create=(FIRST,), delete=("hook-99", "hook-98"))
    assert registry.operations == ["appWebhooks", "webhookCreate"] + 2 * ["webhookDelete"]
    assert synchronise(registry).plan.is_empty
    assert len(registry.hooks) == len(WANTED)


def test_an_installation_without_webhooks_gets_all() -> None:
    registry = FakeRegistry([])
    report = synchronise(registry)
    assert report.plan == Plan(create=WANTED)
    assert synchronise(registry).plan.is_empty


def test_a_webhook_that_staff_added_is_left_alone() -> None:
    theirs = registered(FIRST, 50, target_url="https://elsewhere.example.com/hook", name="Mine")
    registry = FakeRegistry([*as_wanted(), theirs])
    assert synchronise(registry).plan.is_empty
    assert "hook-50" in registry.hooks


def test_a_webhook_of_several_events_on_our_target_is_replaced() -> None:
    several = registered(FIRST, 0, events=("ORDER_CREATED", "ORDER_PAID"))
    plan = webhook_sync.compare([several, *as_wanted()[1:]], WANTED)
    assert plan == Plan(create=(FIRST,), delete=("hook-0",))


def test_what_only_a_reinstallation_can_repair_is_told() -> None:
    app = {"permissions": [{"code": "MANAGE_ORDERS"}], "extensions": [{"label": "Invoices"}]}
    registry = FakeRegistry(as_wanted(), **app)
    report = synchronise(registry, base_url="https://moved.example.com")
    assert report.reinstall_reasons == (
        "PERMISSION_MISSING:HANDLE_PAYMENTS",
        "EXTENSION_MISSING:Customer invoices",
        "EXTENSION_MISSING:Invoices of this customer",
        "EXTENSION_MISSING:Invoices of this order",
        "EXTENSION_MISSING:Order invoices",
        "APP_URL_CHANGED",
    )
    targets = {hook.target_url for hook in registry.hooks.values()}
    moved = "https://moved.example.com/webhooks/saleor/"
    assert targets == {moved, f"{moved}refunds/"}


def test_a_refused_repair_is_told_and_finished_by_the_next_run() -> None:
    registry = FakeRegistry(as_wanted()[2:])
    errors = [{"field": "query", "code": "INVALID", "message": "no"}]
    registry.answers["webhookCreate"] = data(webhookCreate={"errors": errors, "webhook": None})
    with pytest.raises(Refused):
        synchronise(registry)
    registry.answers["webhookCreate"] = registry.create
    assert len(synchronise(registry).plan.create) == 2
    assert synchronise(registry).plan.is_empty
