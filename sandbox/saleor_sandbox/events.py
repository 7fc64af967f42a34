"""From something that happened to signed bodies: each app's own document run against the event."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, OperationType, execute, parse, validate

from .app_model import App
from .context import Context
from .model import now
from .schema.subscriptions import BY_TYPE_NAME, ROOTS, camel
from .state import State

NEEDS = {
    "ORDER": "MANAGE_ORDERS",
    "DRAFT": "MANAGE_ORDERS",
    "INVOICE": "MANAGE_ORDERS",
    "CUSTOMER": "MANAGE_USERS",
    "TRANSACTION": "HANDLE_PAYMENTS",
    "APP": "MANAGE_APPS",
    "CHANNEL": "MANAGE_CHANNELS",
    "SHOP": "MANAGE_SETTINGS",
}


class BadQueryError(Exception):
    """A subscription document that Saleor would refuse; the text says why."""


@dataclass
class Happening:
    """The root value of a subscription: one event of one type."""

    name: str
    version: str
    issuing_principal: Any = None
    recipient: App | None = None
    order: Any = None
    orders: Any = None
    invoice: Any = None
    user: Any = None
    app: Any = None
    channel: Any = None
    shop: Any = None
    transaction: Any = None
    action: Any = None
    granted_refund: Any = None
    issued_at: datetime = field(default_factory=now)

    @property
    def type_name(self) -> str:
        return camel(self.name)

    def in_channels(self, slugs: list[str] | None) -> bool:
        return not slugs or (self.order is not None and self.order.channel.slug in slugs)


@lru_cache(maxsize=512)
def read_document(schema: Any, query: str) -> Any:
    """Parse and validate a subscription: one operation with one top field.

    Any field that this server's version lacks is an error, and fails a whole install.
    """
    try:
        document = parse(query)
    except GraphQLError as error:
        raise BadQueryError(f"The subscription query does not parse: {error.message}") from error
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    if len(operations) != 1 or operations[0].operation is not OperationType.SUBSCRIPTION:
        raise BadQueryError("The query must hold exactly one subscription.")
    if errors := validate(schema.graphql_schema, document):
        raise BadQueryError("; ".join(error.message for error in errors))
    if len(operations[0].selection_set.selections) != 1:
        raise BadQueryError("A subscription must have a single top field.")
    return document


def top_field(document: Any) -> Any:
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    return operation.selection_set.selections[0]


def events_of(document: Any) -> list[str]:
    """The events a document asks for, by its root field or its inline and named fragments."""
    top = top_field(document)
    if top.name.value in ROOTS:
        return [ROOTS[top.name.value]]
    fragments = {d.name.value: d for d in document.definitions if d.kind == "fragment_definition"}
    found: list[str] = []
    for part in top.selection_set.selections:
        node = fragments.get(part.name.value) if part.kind == "fragment_spread" else part
        condition = getattr(node, "type_condition", None)
        if condition and condition.name.value in BY_TYPE_NAME:
            found.append(BY_TYPE_NAME[condition.name.value])
    return found


def listening(state: State, name: str, subject: App | None = None) -> list[Any]:
    """The live webhooks of live apps that asked for the event and hold its permission.

    From 3.23.5 an app hears of its own removal without any permission.
    """
    need = NEEDS[name.split("_", 1)[0]]
    own = subject if name == "APP_DELETED" and state.settings.version >= (3, 23, 5) else None
    return [
        hook
        for app in state.apps
        if app.is_active and (need in app.permissions or app is own)
        for hook in app.webhooks
        if hook.is_active and name in hook.async_names
    ]


def fire(state: State, name: str, *, principal: Any = None, **subject: Any) -> int:
    """Queue the event for everyone listening; the number of webhooks it goes to."""
    hooks = listening(state, name, subject.get("app"))
    # One moment of issue for all, so that two webhooks of one app get identical bodies.
    event = Happening(name, state.settings.saleor_version, principal, **subject)
    for hook in hooks:
        event.recipient = hook.app
        body = payload(state, hook, event)
        if body is not None:
            state.courier.post(name, hook, json.dumps(body).encode("ascii"))
    return len(hooks)


def payload(state: State, hook: Any, event: Happening) -> dict[str, Any] | None:
    """The body: the content of `event`, or `{"data": ...}` for a root of its own."""
    if state.faults.errors_payload_next > 0:
        state.faults.errors_payload_next -= 1
        return {"errors": [{"message": "Cannot return null for non-nullable field."}]}
    app = hook.app
    context = Context(state, app=app, permissions=frozenset(app.permissions))
    result = execute(
        state.schema.graphql_schema, hook.document, root_value=event, context_value=context
    )
    top = top_field(hook.document).name.value
    data = result.data or {}
    if top == "event":
        body = dict(data.get("event") or {})
    elif data.get(top) is None:
        return None
    else:
        body = {"data": data}
    if result.errors:
        body["errors"] = [{"message": e.message, "path": e.path} for e in result.errors]
    return body
