"""Reading objects whole, one or a list, with what is to be expanded."""

from collections.abc import Awaitable, Callable
from typing import Any

from . import shapes
from .errors import invalid, missing
from .forms import whole
from .keys import Scope
from .state import Row, State

Json = dict[str, Any]

PATHS = {
    "payment_intent": "payment_intents",
    "charge": "charges",
    "refund": "refunds",
    "customer": "customers",
    "payment_method": "payment_methods",
    "balance_transaction": "balance_transactions",
}
EXPANDABLE = (
    "latest_charge", "payment_intent", "charge", "customer", "payment_method",
    "balance_transaction", "source", "failure_balance_transaction",
)  # fmt: skip
DEPTH = 4


async def raw_of(state: State, row: Row) -> Json:
    """As localstripe has it."""
    return await state.behind.get(f"/v1/{PATHS[row.kind]}/{row.id}")


async def read(state: State, object_id: str, scope: Scope) -> Json:
    row = state.rows.get(object_id)
    if row is None or row.scope != scope:
        raise missing("object", object_id)
    if "object" in row.more:  # of the stand alone
        kept: Json = row.more["object"]
        return kept
    return await _READERS[row.kind](state, row)


async def _intent(state: State, row: Row) -> Json:
    return shapes.intent(row, await raw_of(state, row))


async def _charge(state: State, row: Row) -> Json:
    raw = await raw_of(state, row)
    paid_by, intent = state.rows[row.more["payment_method"]], state.rows[row.more["payment_intent"]]
    money_back = await refunded(state, row)
    return shapes.charge(row, raw, paid_by, intent.more, money_back)


async def _method(_state: State, row: Row) -> Json:
    return shapes.method(row)


async def _customer(state: State, row: Row) -> Json:
    return shapes.customer(row, await raw_of(state, row))


async def _refund(state: State, row: Row) -> Json:
    return shapes.refund(row, await raw_of(state, row))


async def _transaction(state: State, row: Row) -> Json:
    return shapes.transaction(row, await raw_of(state, row))


_READERS: dict[str, Callable[[State, Row], Awaitable[Json]]] = {
    "payment_intent": _intent,
    "charge": _charge,
    "payment_method": _method,
    "customer": _customer,
    "refund": _refund,
    "balance_transaction": _transaction,
}


async def refunded(state: State, charge: Row) -> int:
    """What went back or is on its way; what failed is here again."""
    rows = [row for row in state.of("refund", charge.scope) if row.more["charge"] == charge.id]
    raws = [await raw_of(state, row) for row in rows]
    return sum(raw["amount"] for raw in raws if raw["status"] not in ("failed", "canceled"))


async def expanded(state: State, found: Json, paths: Any, scope: Scope) -> Json:
    """The object with the named ids as objects."""
    if not isinstance(paths, list):
        return found
    for path in paths:
        parts = str(path).split(".")
        if len(parts) > DEPTH:
            raise invalid(f"You can't expand more than {DEPTH} levels: {path}", param="expand")
        await _expand(state, found, parts, scope)
    return found


async def _expand(state: State, found: Any, parts: list[str], scope: Scope) -> None:
    if isinstance(found, list):
        for each in found:
            await _expand(state, each, parts, scope)
        return
    name = parts[0]
    if name == "refunds" and found["object"] == "charge":
        found[name] = await _refunds(state, found["id"], scope)
    elif name not in found or (name not in EXPANDABLE and name != "data"):
        raise invalid(f"This property cannot be expanded ({name}).", param="expand")
    elif isinstance(found[name], str):
        found[name] = await read(state, found[name], scope)
    if len(parts) > 1 and found[name] is not None:
        await _expand(state, found[name], parts[1:], scope)


async def _refunds(state: State, charge: str, scope: Scope) -> Json:
    rows = [row for row in state.of("refund", scope) if row.more["charge"] == charge]
    url = f"/v1/charges/{charge}/refunds"
    return await page(state, rows, {}, url)


async def page(state: State, rows: list[Row], query: Json, url: str) -> Json:
    """One page of a list: ``limit``, ``starting_after``, ``ending_before``."""
    limit = whole(query.get("limit", 10), "limit")
    if not 1 <= limit <= 100:
        raise invalid("Invalid limit: it is between 1 and 100.", param="limit")
    ids = [row.id for row in rows]
    if "ending_before" in query:
        rows = rows[: _place(ids, query, "ending_before")]
        shown, has_more = rows[-limit:], len(rows) > limit
    else:
        start = _place(ids, query, "starting_after") + 1 if "starting_after" in query else 0
        shown, has_more = rows[start : start + limit], len(rows) > start + limit
    data = [await read(state, row.id, row.scope) for row in shown]
    return {"object": "list", "data": data, "has_more": has_more, "url": url}


def _place(ids: list[str], query: Json, name: str) -> int:
    if query[name] not in ids:
        raise missing("object", str(query[name]), name)
    return ids.index(query[name])


def made_within(rows: list[Row], created: Any) -> list[Row]:
    """The filter ``created``: a time, or bounds."""
    if created is None:
        return rows
    bounds = created if isinstance(created, dict) else {"gte": created, "lte": created}
    tests: dict[str, Callable[[int, int], bool]] = {
        "gt": lambda at, bound: at > bound,
        "gte": lambda at, bound: at >= bound,
        "lt": lambda at, bound: at < bound,
        "lte": lambda at, bound: at <= bound,
    }
    for name, value in bounds.items():
        if name not in tests:
            raise invalid(f"Received unknown parameter: created[{name}]", param="created")
        bound = whole(value, "created")
        rows = [row for row in rows if tests[name](row.created, bound)]
    return rows
