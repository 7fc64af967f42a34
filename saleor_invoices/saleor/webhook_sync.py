"""Keeping a Saleor's registration of the app up to date.

Saleor reads a manifest once, at installation. After an upgrade of the app its webhooks may have
older queries, or be missing; an app may create and change its own. What it can't change itself
(permissions, extensions, its address) needs a reinstallation, and is only reported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from graphql import GraphQLError

from saleor_invoices.saleor import documents, manifest
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.manifest import WantedWebhook

NEEDED_PERMISSIONS = frozenset({"MANAGE_ORDERS", "HANDLE_PAYMENTS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredWebhook:
    """A webhook as Saleor has it."""

    id: str
    name: str
    events: tuple[str, ...]  # asynchronous and synchronous, in Saleor's upper case
    query: str
    target_url: str
    is_active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What a Saleor knows about our app."""

    webhooks: tuple[RegisteredWebhook, ...]
    permissions: frozenset[str]
    extension_labels: frozenset[str]
    app_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to get from what is registered to what is wanted."""

    create: tuple[WantedWebhook, ...] = ()
    update: tuple[tuple[str, WantedWebhook], ...] = ()  # webhook id and what it should be
    delete: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything is as it should be."""
        return not (self.create or self.update or self.delete)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What was repaired, and why a reinstallation is needed if it is.

    ``reinstall_reasons``: PERMISSION_MISSING:<permission>, EXTENSION_MISSING:<label>,
    APP_URL_CHANGED.
    """

    plan: Plan
    reinstall_reasons: tuple[str, ...] = ()


def synchronise(client: SaleorClient, *, base_url: str, saleor_version: str) -> SyncReport:
    """Compare the registration with the manifest and repair the webhooks.

    Raises what ``SaleorClient.execute`` raises; a run that broke off is finished by the next.
    """
    registration = fetch(client)
    plan = compare(registration.webhooks, manifest.webhooks(base_url))
    repair(client, plan)
    reasons = reinstall_reasons(registration, base_url=base_url, saleor_version=saleor_version)
    return SyncReport(plan=plan, reinstall_reasons=reasons)


def fetch(client: SaleorClient) -> Registration:
    """What the Saleor has registered for this app."""
    app = client.execute("appWebhooks")["app"]
    return Registration(
        webhooks=tuple(_registered(hook) for hook in app["webhooks"] or ()),
        permissions=frozenset(p["code"] for p in app["permissions"] or ()),
        extension_labels=frozenset(e["label"] for e in app["extensions"]),
        app_url=app["appUrl"] or "",
    )


def compare(registered: Sequence[RegisteredWebhook], wanted: Sequence[WantedWebhook]) -> Plan:
    """What to create, update and delete.

    Ours are told by their event and the path of their target (the host may have moved). A webhook
    with another target was added by staff, and is left alone.
    """
    paths = {urlsplit(hook.target_url).path for hook in wanted}
    ours = [hook for hook in registered if urlsplit(hook.target_url).path in paths]
    by_event = {hook.events[0]: hook for hook in reversed(ours) if len(hook.events) == 1}
    keep = {by_event[hook.event].id for hook in wanted if hook.event in by_event}
    return Plan(
        create=tuple(hook for hook in wanted if hook.event not in by_event),
        update=tuple(
            (by_event[hook.event].id, hook)
            for hook in wanted
            if hook.event in by_event and not _is_as_wanted(by_event[hook.event], hook)
        ),
        delete=tuple(hook.id for hook in ours if hook.id not in keep),
    )


def repair(client: SaleorClient, plan: Plan) -> None:
    """Carry out a plan; a webhook is created before another is deleted, so that none is missed."""
    for wanted in plan.create:
        client.execute("webhookCreate", {"input": _input(wanted)})
    for webhook_id, wanted in plan.update:
        client.execute("webhookUpdate", {"id": webhook_id, "input": _input(wanted)})
    for webhook_id in plan.delete:
        client.execute("webhookDelete", {"id": webhook_id})


def reinstall_reasons(
    registration: Registration, *, base_url: str, saleor_version: str
) -> tuple[str, ...]:
    """What only a reinstallation can repair; empty when nothing."""
    wanted = manifest.render(base_url=base_url, schema_version=saleor_version)
    labels = manifest.extension_labels(saleor_version) - registration.extension_labels
    reasons = [
        f"PERMISSION_MISSING:{permission}"
        for permission in sorted(NEEDED_PERMISSIONS - registration.permissions)
    ]
    reasons += [f"EXTENSION_MISSING:{label}" for label in sorted(labels)]
    if registration.app_url != wanted["appUrl"]:
        reasons.append("APP_URL_CHANGED")
    return tuple(reasons)


def _registered(hook: dict[str, Any]) -> RegisteredWebhook:
    events = [*hook["asyncEvents"], *hook["syncEvents"]]
    return RegisteredWebhook(
        id=hook["id"],
        name=hook["name"] or "",
        events=tuple(event["eventType"] for event in events),
        query=hook["subscriptionQuery"] or "",
        target_url=hook["targetUrl"],
        is_active=hook["isActive"],
    )


def _is_as_wanted(registered: RegisteredWebhook, wanted: WantedWebhook) -> bool:
    return (
        registered.is_active
        and registered.name == wanted.name
        and registered.target_url == wanted.target_url
        and _same_query(registered.query, wanted.query)
    )


def _same_query(registered: str, wanted: str) -> bool:
    try:
        return documents.normalised(registered) == documents.normalised(wanted)
    except GraphQLError:
        return False  # someone edited it into something that no longer parses


def _input(wanted: WantedWebhook) -> dict[str, object]:
    return {
        "name": wanted.name,
        "targetUrl": wanted.target_url,
        "syncEvents" if wanted.is_sync else "asyncEvents": [wanted.event],
        "isActive": True,
        "query": wanted.query,
    }
