"""What the stand's own page shows: payments of all accounts, with what became of them."""

from typing import Any

from .objects import raw_of, read
from .state import Row, State

Json = dict[str, Any]

SHOWN = 50


async def payments(state: State) -> list[Json]:
    """The newest first."""
    rows = [row for row in state.rows.values() if row.kind == "payment_intent"]
    newest = sorted(rows, key=lambda row: (row.created, row.place), reverse=True)[:SHOWN]
    return [await _payment(state, row) for row in newest]


async def _payment(state: State, row: Row) -> Json:
    raw = await raw_of(state, row)
    paid_by = state.rows.get(raw["payment_method"] or "")
    mine = [each for each in state.of("refund", row.scope) if each.more["payment_intent"] == row.id]
    refunds = [await read(state, each.id, row.scope) for each in mine]
    disputes = [each.more["object"] for each in state.of("dispute", row.scope)]
    return {
        "id": row.id,
        "account": row.scope[0],
        "amount": raw["amount"],
        "currency": raw["currency"],
        "status": raw["status"],
        "at_bank": raw["status"] == "requires_action" and bool(row.more.get("bank_page")),
        "created": row.created,
        "description": row.more.get("description"),
        "method": _words(paid_by) if paid_by else "",
        "refunds": [_short(each) for each in refunds],
        "disputes": [_short(each) for each in disputes if each["payment_intent"] == row.id],
    }


def _short(found: Json) -> Json:
    return {name: found[name] for name in ("id", "amount", "status")}


def _words(paid_by: Row) -> str:
    facts = paid_by.more["facts"]
    if "brand" in facts:
        return f"{facts['brand']} {facts['number'][-4:]}"
    return str(facts.get("iban") or paid_by.more["type"])
