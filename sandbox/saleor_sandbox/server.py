"""The HTTP face: GraphQL, JWKS, the control API and the two pages."""

import asyncio
import json
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import (
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import control, graphql_http
from .courier import Courier
from .happenings import RefusedError
from .schema.build import build
from .state import Settings, State

PAGES = Path(__file__).parent / "pages"


async def read_json(request: Request) -> Any:
    body = await request.body()
    return json.loads(body) if body else {}


def fault(state: State) -> Response | None:
    """The failure that was ordered for this request, if any."""
    faults = state.faults
    with state.lock:
        if faults.down:
            return PlainTextResponse("The shop is down.", 503)
        if faults.throttle_next > 0:
            faults.throttle_next -= 1
            return JSONResponse({"errors": [{"message": "Too many requests"}]}, 429)
        if faults.fail_next > 0:
            faults.fail_next -= 1
            return PlainTextResponse("Internal Server Error", faults.status)
    return None


def lost(state: State) -> Response | None:
    """What was asked is done, but the caller doesn't hear of it."""
    with state.lock:
        if state.faults.lose_next <= 0:
            return None
        state.faults.lose_next -= 1
        return PlainTextResponse("Bad Gateway", 502)


async def graphql(request: Request) -> Response:
    state = request.app.state.sandbox
    if failed := fault(state):
        return failed
    try:
        body = await read_json(request)
    except ValueError:
        return JSONResponse({"errors": [{"message": "Unable to parse query."}]}, 400)
    status, answered = await run_in_threadpool(graphql_http.answer, state, request.headers, body)
    if late := state.faults.late_seconds:
        await asyncio.sleep(late)
    return lost(state) or JSONResponse(answered, status)


async def jwks(request: Request) -> Response:
    state = request.app.state.sandbox
    if state.faults.down:
        return PlainTextResponse("The shop is down.", 503)
    return JSONResponse(state.keys.jwks())


async def sdl(request: Request) -> Response:
    return PlainTextResponse(str(request.app.state.sandbox.schema))


def controlled(action: Any) -> Any:
    """An endpoint that runs `action(state, body, path parameters)` under the lock."""

    def locked(state: State, given: dict[str, Any], path: dict[str, Any]) -> Any:
        with state.lock:
            return action(state, given, path)

    async def endpoint(request: Request) -> Response:
        try:
            given = await read_json(request) if request.method == "POST" else {}
            if not isinstance(given, dict):
                raise RefusedError("The body must be a JSON object.", "INVALID")
            path = {**request.path_params, "query": dict(request.query_params)}
            result = await run_in_threadpool(locked, request.app.state.sandbox, given, path)
        except (RefusedError, ValueError, TypeError) as error:
            code = getattr(error, "code", "INVALID")
            status = 404 if code == "NOT_FOUND" else 400
            return JSONResponse({"error": {"code": code, "message": str(error)}}, status)
        return JSONResponse(result)

    return endpoint


def payment_event(state: State, body: bytes, signature: str) -> dict[str, Any]:
    with state.lock:
        return control.payment_event(state, body, signature)


async def stripe_event(request: Request) -> Response:
    """The webhook endpoint of the Stripe app that is played."""
    state, signature = request.app.state.sandbox, request.headers.get("stripe-signature", "")
    if state.faults.down:
        return PlainTextResponse("The shop is down.", 503)
    try:
        body = await request.body()
        told = await run_in_threadpool(payment_event, state, body, signature)
    except (RefusedError, ValueError, KeyError, TypeError) as error:
        return JSONResponse({"error": str(error)}, 400)
    return JSONResponse(told)


def deliveries(state: State, _given: Any, path: dict[str, Any]) -> dict[str, Any]:
    since = int(path["query"].get("since", 0))
    rows = [each.summary() for each in state.courier.log if each.pk > since]
    return {
        "deliveries": rows,
        "pending": state.courier.pending(),
        "held": len(state.courier.held),
    }


def retry(state: State, _given: Any, path: dict[str, Any]) -> dict[str, Any]:
    if not state.courier.retry(int(path["pk"])):
        raise RefusedError(f"There is no delivery {path['pk']}.", "NOT_FOUND")
    return {"retried": int(path["pk"])}


def post(path: str, action: Any) -> Route:
    return Route(f"/control/{path}", controlled(action), methods=["POST"])


def get(path: str, action: Any) -> Route:
    return Route(f"/control/{path}", controlled(action), methods=["GET"])


CONTROL = [
    get("state", lambda state, _given, _path: control.snapshot(state)),
    get("kinds", lambda _state, _given, _path: {"kinds": control.kinds()}),
    get("deliveries", deliveries),
    get("config", lambda state, _given, _path: state.config),
    post("config", lambda state, given, _path: control.configure(state, given)),
    post("orders", lambda state, given, _path: control.place(state, given)),
    post(
        "orders/{order_id}/{step}",
        lambda state, given, path: control.advance(state, path["order_id"], path["step"], given),
    ),
    post("mode", lambda state, given, _path: control.set_mode(state, given)),
    post("flush", lambda state, _given, _path: {"released": state.courier.flush()}),
    post("reset", lambda state, _given, _path: control.reset(state)),
    post("rotate-key", lambda state, _given, _path: {"kid": state.keys.rotate()}),
    post("tokens", lambda state, given, _path: control.mint(state, given)),
    post("deliveries/{pk:int}/retry", retry),
]


def home(_request: Request) -> Response:
    return RedirectResponse("/dashboard/")


ROUTES = [
    Route("/", home),
    Route("/health", lambda _request: JSONResponse({"status": "ok"})),
    Route("/graphql/", graphql, methods=["POST"]),
    Route("/schema.graphql", sdl),
    Route("/.well-known/jwks.json", jwks),
    Route("/payment-app/stripe/", stripe_event, methods=["POST"]),
    *CONTROL,
    Mount("/static", StaticFiles(directory=PAGES)),
    Mount("/dashboard", StaticFiles(directory=PAGES / "dashboard", html=True)),
    Mount("/storefront", StaticFiles(directory=PAGES / "storefront", html=True)),
]


def create(settings: Settings) -> Starlette:
    state = State(settings)
    state.schema = build(settings.version)
    state.courier = Courier(state)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> Any:
        state.courier.start()
        yield
        state.courier.stop()

    anyone = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"]
    )
    app = Starlette(routes=ROUTES, middleware=[anyone], lifespan=lifespan)
    app.state.sandbox = state
    return app
