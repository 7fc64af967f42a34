"""The control API: what happens at banks, in Stripe's dashboard, and to its connection."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import bank, intents, overview, refunds
from .calls import Call
from .charging import authenticate, confirm, settle
from .disputes import dispute_make, dispute_move
from .errors import StripeError, invalid, missing
from .faults import Faults
from .keys import Known, account_of
from .methods import behaviour_of
from .objects import raw_of, read
from .state import Row, State

Json = dict[str, Any]
Act = Callable[[State, Json, dict[str, Any]], Awaitable[Json]]


def found(state: State, object_id: str, kind: str) -> Row:
    """An object of any account."""
    row = state.rows.get(object_id)
    if row is None or row.kind != kind:
        raise missing(kind, object_id)
    return row


def _call(state: State, row: Row, **params: Any) -> Call:
    return Call(state, row.scope, params, {"id": row.id})


async def mode(state: State, given: Json, _ids: Json) -> Json:
    """Faults and deliveries in one place; only what is named changes."""
    targets = (state.faults, state.courier.mode)
    known = {name for target in targets for name in vars(target)}
    if unknown := set(given) - known:
        raise invalid(f"Unknown: {sorted(unknown)}; known: {sorted(known)}.")
    for target in targets:
        for name in set(vars(target)) & set(given):
            setattr(target, name, type(getattr(target, name))(given[name]))
    return {**vars(state.faults), **vars(state.courier.mode)}


async def reset(state: State, _given: Json, _ids: Json) -> Json:
    state.courier.clear()
    state.faults = Faults()
    state.forget()
    await state.behind.forget()
    return {"reset": True}


async def keys(state: State, given: Json, _ids: Json) -> Json:
    """Whose a key is, and what a restricted one lacks; ``only_known`` refuses all others."""
    if "only_known" in given:
        state.keys.only_known = bool(given["only_known"])
    if key := given.get("key"):
        account = given.get("account") or account_of(key.split("_", 2)[-1])
        state.keys.known[key] = Known(account, tuple(given.get("lacks", ())))
        state.keys.accounts[account] = {"id": account, **given.get("details", {})}
    return {"known": len(state.keys.known), "only_known": state.keys.only_known}


async def pay(state: State, given: Json, ids: Json) -> Json:
    """As the customer's browser would: ``number``, ``iban``, ``type`` or ``payment_method``."""
    row = found(state, ids["id"], "payment_intent")
    params: Json = {}
    if name := given.get("payment_method"):
        params["payment_method"] = name
    elif iban := given.get("iban"):
        details = {"iban": iban}
        params["payment_method_data"] = {"type": "sepa_debit", "sepa_debit": details}
    elif kind := given.get("type"):
        back = given.get("return_url", "https://shop.example/")
        params = {"payment_method_data": {"type": kind}, "return_url": back}
    else:
        number = given.get("number", "4242424242424242")
        card = {"number": number, "exp_month": "12", "exp_year": "34", "cvc": "123"}
        params["payment_method_data"] = {"type": "card", "card": card}
    call = _call(state, row)
    paid = await confirm(call, row, params)
    if paid["status"] == "requires_action" and "authenticate" in given:
        return await authenticate(call, row, success=bool(given["authenticate"]))
    return paid


async def intent_settle(state: State, given: Json, ids: Json) -> Json:
    """The end of a payment that takes days: as the IBAN has it, or as ``outcome`` says."""
    row = found(state, ids["id"], "payment_intent")
    raw = await raw_of(state, row)
    if raw["status"] != "processing":
        raise StripeError(400, f"This payment is {raw['status']}.")
    fails = behaviour_of(state.rows[raw["payment_method"]]).later_fails
    outcome = given.get("outcome", "failed" if fails else "succeeded")
    return await settle(_call(state, row), row, success=outcome == "succeeded")


async def intent_answer(state: State, given: Json, ids: Json) -> Json:
    """What is decided at the bank that the customer was led to: they may have closed its page."""
    row = found(state, ids["id"], "payment_intent")
    return await bank.answer(state, row, given.get("answer", "authorise"))


async def intent_cancel(state: State, given: Json, ids: Json) -> Json:
    row = found(state, ids["id"], "payment_intent")
    return await intents.cancel(_call(state, row, **given))


async def refund_make(state: State, given: Json, _ids: Json) -> Json:
    """A refund that somebody made in Stripe's dashboard."""
    row = found(state, given.get("payment_intent", ""), "payment_intent")
    status = given.get("status", "succeeded")
    known = {key: value for key, value in given.items() if key != "status"}
    call = _call(state, row, **known)
    made = await refunds.refund_make(call, is_pending=status == "pending")
    if status == "failed":
        return await refunds.refund_move(call, state.rows[made["id"]], "failed")
    return made


async def refund_settle(state: State, given: Json, ids: Json) -> Json:
    row = found(state, ids["id"], "refund")
    status, reason = given.get("status", "succeeded"), given.get("failure_reason", "")
    return await refunds.refund_move(_call(state, row), row, status, reason)


async def dispute_open(state: State, given: Json, _ids: Json) -> Json:
    row = found(state, given.get("payment_intent", ""), "payment_intent")
    raw = await raw_of(state, row)
    if raw["status"] != "succeeded":
        raise StripeError(400, f"This payment is {raw['status']}.")
    charge = state.rows[raw["latest_charge"]["id"]]
    known = {key: given[key] for key in ("amount", "reason", "status") if key in given}
    return await dispute_make(state, charge, **known)


async def dispute_next(state: State, given: Json, ids: Json) -> Json:
    row = found(state, ids["id"], "dispute")
    return await dispute_move(state, row, given.get("status", ""))


async def age(state: State, given: Json, _ids: Json) -> Json:
    """Make an object look older than it is."""
    row = state.rows.get(given.get("id", ""))
    if row is None:
        raise missing("object", str(given.get("id")))
    row.created -= int(given["seconds"])
    if "object" in row.more:
        row.more["object"] = row.more["object"] | {"created": row.created}
    return await read(state, row.id, row.scope)


async def flush(state: State, _given: Json, _ids: Json) -> Json:
    return {"released": state.courier.flush()}


async def resend(state: State, given: Json, ids: Json) -> Json:
    state.courier.resend(ids["pk"], float(given.get("age", 0)))
    return state.courier.find(ids["pk"]).summary()


async def event_resend(state: State, _given: Json, ids: Json) -> Json:
    """To every endpoint that wants it now, also one that was made later."""
    row = found(state, ids["id"], "event")
    made = state.courier.post(row.more["object"], row.scope)
    return {"deliveries": [each.summary() for each in made]}


async def summary(state: State, _given: Json, _ids: Json) -> Json:
    kinds: dict[str, int] = {}
    for row in state.rows.values():
        kinds[row.kind] = kinds.get(row.kind, 0) + 1
    held = sum(each.status == "HELD" for each in state.courier.log)
    modes = {**vars(state.faults), **vars(state.courier.mode)}
    return {"objects": kinds, "pending": state.courier.pending(), "held": held, "mode": modes}


async def requests(state: State, _given: Json, _ids: Json) -> Json:
    return {"requests": list(state.requests)}


async def payments(state: State, _given: Json, _ids: Json) -> Json:
    return {"payments": await overview.payments(state)}


async def deliveries(state: State, _given: Json, _ids: Json) -> Json:
    rows = [each.summary() for each in state.courier.log]
    return {"deliveries": rows, "pending": state.courier.pending()}


async def signed(state: State, _given: Json, ids: Json) -> Json:
    """A delivery as it would be sent now: for receivers that listen on no port."""
    delivery = state.courier.find(ids["pk"])
    headers = state.courier.signed(delivery, float(ids.get("age", 0)))
    return {"url": delivery.url, "body": delivery.body.decode(), "headers": headers}


async def events(state: State, _given: Json, _ids: Json) -> Json:
    """Of all accounts, in the order in which they happened."""
    rows = [row for row in state.rows.values() if row.kind == "event"]
    return {"events": [row.more["object"] for row in sorted(rows, key=lambda row: row.place)]}


ACTS: list[tuple[str, str, Act]] = [
    ("GET", "state", summary),
    ("GET", "payments", payments),
    ("GET", "requests", requests),
    ("GET", "events", events),
    ("GET", "deliveries", deliveries),
    ("GET", "deliveries/{pk:int}/signed", signed),
    ("POST", "deliveries/{pk:int}/resend", resend),
    ("POST", "events/{id}/resend", event_resend),
    ("POST", "mode", mode),
    ("POST", "flush", flush),
    ("POST", "reset", reset),
    ("POST", "keys", keys),
    ("POST", "age", age),
    ("POST", "payment_intents/{id}/pay", pay),
    ("POST", "payment_intents/{id}/settle", intent_settle),
    ("POST", "payment_intents/{id}/answer", intent_answer),
    ("POST", "payment_intents/{id}/cancel", intent_cancel),
    ("POST", "refunds", refund_make),
    ("POST", "refunds/{id}", refund_settle),
    ("POST", "disputes", dispute_open),
    ("POST", "disputes/{id}", dispute_next),
]


def routes() -> list[Route]:
    return [
        Route(f"/_stand/{path}", _endpoint(act), methods=[method]) for method, path, act in ACTS
    ]


def _endpoint(act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        state: State = request.app.state.stand
        body = await request.body()
        ids = {**request.query_params, **request.path_params}
        try:
            given = (await request.json()) if body else {}
            async with state.lock:
                return JSONResponse(await act(state, given, ids))
        except StripeError as error:
            return JSONResponse(error.body, error.status)
        except (ValueError, TypeError, KeyError) as error:
            return JSONResponse(invalid(f"This can't be read: {error!r}").body, 400)

    return endpoint
