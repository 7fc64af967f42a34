"""Webhook endpoints, and the list of events."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from .calls import Call, merged_metadata
from .errors import StripeError, invalid
from .forms import flag
from .objects import made_within, page
from .state import Row, fresh_id

Json = dict[str, Any]

MOST = 16
_EVENT = re.compile(r"\*|[a-z_]+(\.[a-z0-9_]+)+")
_VERSION = re.compile(r"\d{4}-\d\d-\d\d(\.[a-z]+)?")


async def create(call: Call) -> Json:
    """The secret is told in this answer only."""
    call.only("url", "enabled_events", "api_version", "description", "metadata", "connect")
    call.need("url", "enabled_events")
    if len(call.state.of("webhook_endpoint", call.scope)) >= MOST:
        raise StripeError(400, f"You have reached the maximum of {MOST} webhook endpoints.")
    version = call.params.get("api_version")
    if version and not _VERSION.fullmatch(version):
        raise invalid(f"Invalid Stripe API version: {version}", param="api_version")
    found = {
        "id": fresh_id("we_1"),
        "object": "webhook_endpoint",
        "api_version": version,
        "application": None,
        "created": int(time.time()),
        "description": call.params.get("description"),
        "enabled_events": _events(call.params["enabled_events"]),
        "livemode": call.scope[1],
        "metadata": merged_metadata({}, call.params.get("metadata")),
        "status": "enabled",
        "url": _url(call.params["url"], live=call.scope[1]),
    }
    secret = fresh_id("whsec_", 32)
    call.state.keep("webhook_endpoint", found["id"], call.scope, object=found, secret=secret)
    return found | {"secret": secret}


async def retrieve(call: Call) -> Json:
    return _row(call).more["object"]


async def update(call: Call) -> Json:
    call.only("url", "enabled_events", "description", "metadata", "disabled")
    row, params = _row(call), call.params
    found = dict(row.more["object"])
    if "url" in params:
        found["url"] = _url(params["url"], live=call.scope[1])
    if "enabled_events" in params:
        found["enabled_events"] = _events(params["enabled_events"])
    if "description" in params:
        found["description"] = params["description"] or None
    if "disabled" in params:
        found["status"] = "disabled" if flag(params["disabled"], "disabled") else "enabled"
    found["metadata"] = merged_metadata(found["metadata"], params.get("metadata"))
    row.more["object"] = found
    return found


async def delete(call: Call) -> Json:
    row = _row(call)
    del call.state.rows[row.id]
    return {"id": row.id, "object": "webhook_endpoint", "deleted": True}


async def listing(call: Call) -> Json:
    call.only("limit", "starting_after", "ending_before")
    rows = call.state.of("webhook_endpoint", call.scope)
    return await page(call.state, rows, call.params, call.path)


async def events_list(call: Call) -> Json:
    call.only("type", "types", "created", "limit", "starting_after", "ending_before")
    rows = made_within(call.state.of("event", call.scope), call.params.get("created"))
    one, several = call.params.get("type"), call.params.get("types")
    wanted = [one] if one else several
    if wanted:
        rows = [row for row in rows if _matches(row.more["object"]["type"], wanted)]
    return await page(call.state, rows, call.params, call.path)


def _matches(kind: str, wanted: list[str]) -> bool:
    """``charge.*`` is a group."""
    return any(
        kind == each or (each.endswith("*") and kind.startswith(each[:-1])) for each in wanted
    )


def _row(call: Call) -> Row:
    return call.state.find(call.ids["id"], "webhook_endpoint", call.scope, "webhook_endpoint")


def _events(given: Any) -> list[str]:
    names = given if isinstance(given, list) else [given]
    for name in names:
        if not _EVENT.fullmatch(str(name)):
            raise invalid(f"Invalid event type: {name}", param="enabled_events")
    return [str(name) for name in names]


def _url(given: str, *, live: bool) -> str:
    """Stripe refuses addresses of one's own machine, too; here they are what is wanted."""
    parts = urlsplit(given)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise invalid("Invalid URL: it must begin with http:// or https://", code="url_invalid",
                      param="url")  # fmt: skip
    if live and parts.scheme != "https":
        raise invalid("Invalid URL: live mode needs https", code="url_invalid", param="url")
    return given
