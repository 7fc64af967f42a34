"""Events: what happened, with the object as it was then."""

import time
from typing import Any

from .objects import read
from .state import API_VERSION, State, fresh_id

REQUEST_NONE = {"id": None, "idempotency_key": None}


async def happened(
    state: State,
    kind: str,
    object_id: str,
    *,
    cause: dict[str, Any] | None = None,
    before: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Write an event down and have it delivered. ``before``: what changed was like this."""
    row = state.rows[object_id]
    data: dict[str, Any] = {"object": await read(state, object_id, row.scope)}
    if before is not None:
        data["previous_attributes"] = before
    event = {
        "id": fresh_id("evt_1"),
        "object": "event",
        "api_version": API_VERSION,
        "created": int(time.time()),
        "data": data,
        "livemode": row.scope[1],
        "pending_webhooks": len(state.courier.receivers(row.scope, kind)),
        "request": dict(cause or REQUEST_NONE),
        "type": kind,
    }
    state.keep("event", event["id"], row.scope, object=event)
    state.courier.post(event, row.scope)
    return event
