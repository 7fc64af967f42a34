"""The API: who asks, what the idempotency key says, and which verb does it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from . import endpoints, forms, intents, methods, refunds
from .calls import Call
from .charging import authenticate
from .errors import StripeError, invalid
from .events import happened
from .keys import Caller, key_given
from .objects import expanded, raw_of, read
from .state import API_VERSION, Saved, State, fresh_id

Json = dict[str, Any]
Verb = Callable[[Call], Awaitable[Json]]

LONGEST_KEY = 255
FOR_BROWSERS = {
    ("GET", "/v1/payment_intents/{id}"),
    ("POST", "/v1/payment_intents/{id}/confirm"),
    ("POST", "/v1/payment_intents/{id}/_authenticate"),
    ("POST", "/v1/payment_methods"),
}
"""What a publishable key may do; the payments with their client secret."""


async def account(call: Call) -> Json:
    return call.state.keys.account(call.scope[0])


async def balance(call: Call) -> Json:
    """localstripe holds one currency, in a shape of its own."""
    raw = await call.state.behind.get("/v1/balance")
    lists = {name: [raw[name]] for name in ("available", "pending")}
    return {"object": "balance", "livemode": call.scope[1], **lists}


async def _authenticate(call: Call) -> Json:
    """What the bank's page in the customer's browser tells."""
    call.only("client_secret", "success")
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    intents.secret_check(call, await read(call.state, row.id, call.scope))
    return await authenticate(call, row, success=forms.flag(call.params.get("success", "")))


def reader(kind: str) -> Verb:
    async def retrieve(call: Call) -> Json:
        call.only()
        row = call.state.find(call.ids["id"], kind, call.scope)
        return await read(call.state, row.id, call.scope)

    return retrieve


async def capture(call: Call) -> Json:
    """The whole of what was authorised."""
    call.only()
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    raw = await raw_of(call.state, row)
    if raw["status"] != "requires_capture":
        raise StripeError(400, "There is nothing to capture.", code="charge_not_capturable")
    raw = await call.state.behind.post(f"/v1/payment_intents/{row.id}/capture")
    charge = raw["latest_charge"]
    call.state.keep("balance_transaction", charge["balance_transaction"], row.scope)
    await happened(call.state, "charge.captured", charge["id"], cause=call.cause)
    await happened(call.state, "payment_intent.succeeded", row.id, cause=call.cause)
    return await read(call.state, row.id, call.scope)


VERBS: list[tuple[str, str, Verb]] = [
    ("GET", "/v1/account", account),
    ("GET", "/v1/balance", balance),
    ("POST", "/v1/payment_intents", intents.create),
    ("GET", "/v1/payment_intents", intents.listing),
    ("GET", "/v1/payment_intents/search", intents.search),
    ("GET", "/v1/payment_intents/{id}", intents.retrieve),
    ("POST", "/v1/payment_intents/{id}", intents.update),
    ("POST", "/v1/payment_intents/{id}/confirm", intents.browser_confirm),
    ("POST", "/v1/payment_intents/{id}/cancel", intents.cancel),
    ("POST", "/v1/payment_intents/{id}/capture", capture),
    ("POST", "/v1/payment_intents/{id}/_authenticate", _authenticate),
    ("GET", "/v1/charges", refunds.charges_list),
    ("GET", "/v1/charges/{id}", reader("charge")),
    ("GET", "/v1/charges/{charge}/refunds", refunds.refunds_list),
    ("POST", "/v1/refunds", refunds.refund_create),
    ("GET", "/v1/refunds", refunds.refunds_list),
    ("GET", "/v1/refunds/{id}", reader("refund")),
    ("POST", "/v1/refunds/{id}", refunds.refund_update),
    ("GET", "/v1/balance_transactions/{id}", reader("balance_transaction")),
    ("POST", "/v1/customers", methods.customer_create),
    ("GET", "/v1/customers", methods.customers_list),
    ("GET", "/v1/customers/{id}", reader("customer")),
    ("POST", "/v1/customers/{id}", methods.customer_update),
    ("DELETE", "/v1/customers/{id}", methods.customer_delete),
    ("GET", "/v1/customers/{id}/payment_methods", methods.methods_list),
    ("POST", "/v1/payment_methods", methods.method_create),
    ("GET", "/v1/payment_methods", methods.methods_list),
    ("GET", "/v1/payment_methods/{id}", methods.method_read),
    ("POST", "/v1/payment_methods/{id}/attach", methods.method_attach),
    ("POST", "/v1/payment_methods/{id}/detach", methods.method_detach),
    ("GET", "/v1/disputes/{id}", reader("dispute")),
    ("GET", "/v1/events", endpoints.events_list),
    ("GET", "/v1/events/{id}", reader("event")),
    ("POST", "/v1/webhook_endpoints", endpoints.create),
    ("GET", "/v1/webhook_endpoints", endpoints.listing),
    ("GET", "/v1/webhook_endpoints/{id}", endpoints.retrieve),
    ("POST", "/v1/webhook_endpoints/{id}", endpoints.update),
    ("DELETE", "/v1/webhook_endpoints/{id}", endpoints.delete),
]


def routes() -> list[Route]:
    every = [
        Route(path, _endpoint(verb, (method, path)), methods=[method])
        for method, path, verb in VERBS
    ]
    return [
        *every,
        Route("/v1/{rest:path}", _endpoint(_unknown, ("", "")), methods=["GET", "POST", "DELETE"]),
    ]


async def _unknown(call: Call) -> Json:
    raise StripeError(404, f"Unrecognized request URL ({call.path}).", kept=False)


def _endpoint(verb: Verb, route: tuple[str, str]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        state: State = request.app.state.stand
        method, path = request.method, request.url.path
        text = (await request.body()).decode() if method == "POST" else request.url.query
        params = forms.decode(text)
        key = key_given(request.headers.get("authorization", ""), params)
        idempotency = request.headers.get("idempotency-key", "") if method == "POST" else ""
        note = {"method": method, "path": path, "key": key, "idempotency_key": idempotency}
        state.requests.append(note | {"status": None})
        place = state.requests[-1]
        if failed := state.faults.before(method, path):
            place["status"] = getattr(failed, "status_code", None)
            return failed
        call = Call(state, ("", False), params, request.path_params, path=path)
        call.is_for_browsers = route in FOR_BROWSERS
        call.request_id, call.idempotency_key = fresh_id("req_", 14), idempotency
        status, body, replayed = await _answer(verb, call, method, key, text)
        place["status"] = status
        answered = _response(call, status, body, replayed=replayed)
        done: Response = await state.faults.after(method, path, answered)
        return done

    return endpoint


def _response(call: Call, status: int, body: Json, *, replayed: bool) -> Response:
    content = json.dumps(body, indent=2).encode()
    headers = {"Request-Id": call.request_id, "Stripe-Version": API_VERSION}
    headers["Connection"] = "close"  # so that the next request meets what it would meet anew
    if call.idempotency_key:
        headers["Idempotency-Key"] = call.idempotency_key
    if replayed:
        headers["Idempotent-Replayed"] = "true"
    return Response(content, status, headers, "application/json")


async def _answer(
    verb: Verb, call: Call, method: str, key: str, text: str
) -> tuple[int, Json, bool]:
    """Status, body, and whether it is an earlier answer."""
    try:
        call.caller = _caller(call, method, key)
        call.scope = call.caller.scope
        if call.idempotency_key:
            return await _once(verb, call, (call.caller.key, call.idempotency_key), text)
        return *(await _done(verb, call)), False
    except StripeError as error:
        return error.status, error.body, False


def _caller(call: Call, method: str, key: str) -> Caller:
    caller = call.state.keys.caller(key)
    if caller.kind == "publishable" and not call.is_for_browsers:
        words = "This call can't be made with a publishable key."
        raise StripeError(401, words, code="secret_key_required", kept=False)
    if not caller.may(method, call.path):
        words = f"The provided key '{key[:8]}****' does not have the required permissions."
        raise StripeError(403, words, code="more_permissions_required", kept=False)
    return caller


async def _once(
    verb: Verb, call: Call, place: tuple[str, str], text: str
) -> tuple[int, Json, bool]:
    """The first answer of an idempotency key, whatever it was."""
    if len(call.idempotency_key) > LONGEST_KEY:
        raise invalid(f"An idempotency key has {LONGEST_KEY} characters at most.")
    kept, asked = call.state.saved.get(place), (call.path, text)
    if kept and kept.request != asked:
        words = "This idempotency key was used with other parameters or for another call."
        raise StripeError(400, words, kind="idempotency_error", kept=False)
    if kept and kept.answer is None:
        words = "Another request with this idempotency key is under way."
        raise StripeError(409, words, code="idempotency_key_in_use", kept=False)
    if kept and kept.answer:
        return *kept.answer, True
    saved = call.state.saved[place] = Saved(asked)
    try:
        saved.answer = await _done(verb, call)
    except StripeError as error:
        if not error.kept:
            raise
        saved.answer = error.status, error.body
    finally:
        if saved.answer is None:
            del call.state.saved[place]
    return *saved.answer, False


async def _done(verb: Verb, call: Call) -> tuple[int, Json]:
    expand = call.params.pop("expand", None)
    async with call.state.lock:
        found = await verb(call)
        return 200, await expanded(call.state, dict(found), expand, call.scope)
