"""The HTTP face: the API, the control API, and what browsers load."""

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import api, bank, control
from .courier import Courier
from .faults import Faults
from .state import Settings, State

PAGES = Path(__file__).parent / "pages"
BASE = PAGES.parents[1] / "saleor_sandbox" / "pages" / "base.css"


async def health(request: Request) -> Response:
    is_up = await request.app.state.stand.behind.is_up()
    return JSONResponse({"status": "ok" if is_up else "waiting for localstripe"},
                        200 if is_up else 503)  # fmt: skip


async def script(request: Request) -> Response:
    """The script for browsers, at every address that Stripe has had for it."""
    state: State = request.app.state.stand
    if failed := state.faults.before("GET", request.url.path):
        return failed
    return FileResponse(PAGES / "stripe.js", media_type="text/javascript")


def home(_request: Request) -> Response:
    """The stand's own page."""
    return FileResponse(PAGES / "dashboard.html")


def base(_request: Request) -> Response:
    """The look that it shares with the stand-in Saleor's pages."""
    return FileResponse(BASE)


ROUTES = [
    Route("/", home),
    Route("/_stand/base.css", base),
    Route("/_stand/health", health),
    *control.routes(),
    *api.routes(),
    *bank.routes(),
    Route("/v3", script),
    Route("/v3/", script),
    Route("/{version}/stripe.js", script),
    Mount("/v3", StaticFiles(directory=PAGES)),
]


def create(settings: Settings) -> Starlette:
    state = State(settings)
    state.courier, state.faults = Courier(state), Faults()

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> Any:
        yield
        await state.courier.close()
        await state.behind.close()

    anyone = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"]
    )
    app = Starlette(routes=ROUTES, middleware=[anyone], lifespan=lifespan)
    app.state.stand = state
    return app
