"""The page of the customer's bank that a method leads to, and what is answered there."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from .calls import Call
from .charging import authenticate
from .errors import StripeError, invalid, missing
from .objects import raw_of
from .state import Row, State

Json = dict[str, Any]

PAGE = Path(__file__).parent / "pages" / "bank.html"
ANSWERS: dict[str, Json] = {
    "authorise": {"success": True},
    "pending": {"success": True, "later": True},
    "fail": {"success": False},
}
STATUSES = {"succeeded": "succeeded", "requires_capture": "succeeded", "processing": "pending"}
"""How Stripe names a payment's status in the address that it sends the customer back to."""


async def answer(state: State, row: Row, given: str) -> Json:
    """What the customer, or the bank for them, decides; the tab may be closed by now."""
    if given not in ANSWERS:
        raise invalid(f"The answer is one of {sorted(ANSWERS)}.", param="answer")
    if not row.more.get("bank_page"):
        raise StripeError(400, "The customer was not led to their bank.")
    return await authenticate(Call(state, row.scope), row, **ANSWERS[given])


def page(_request: Request) -> Response:
    return FileResponse(PAGE)


async def shown(state: State, row: Row, url: str) -> Json:
    """What is to be paid; for a page whose time is over, where the customer goes instead."""
    raw = await raw_of(state, row)
    if not _is_open(row, raw, url):
        return {"url": back(row, raw)}
    seller = state.keys.account(row.scope[0])["business_profile"]["name"]
    return {"amount": raw["amount"], "currency": raw["currency"], "seller": seller}


async def decided(state: State, row: Row, url: str, given: str) -> Json:
    """The customer pressed a button: where they go now."""
    if _is_open(row, await raw_of(state, row), url):
        await answer(state, row, given)
    return {"url": back(row, await raw_of(state, row))}


def _is_open(row: Row, raw: Json, url: str) -> bool:
    """Whether this page of the payment, and no later one, waits for an answer."""
    return raw["status"] == "requires_action" and row.more["bank_page"] == url


def back(row: Row, raw: Json) -> str:
    """The shop's page, told what became of the payment."""
    url = urlsplit(row.more["return_url"])
    told = {
        "payment_intent": row.id,
        "payment_intent_client_secret": raw["client_secret"],
        "redirect_status": STATUSES.get(raw["status"], "failed"),
    }
    query = urlencode([*parse_qsl(url.query, keep_blank_values=True), *told.items()])
    return url._replace(query=query).geturl()


def routes() -> list[Route]:
    path = "/authorize/{id}/{nonce}"
    return [
        Route(path, page),
        Route(f"{path}/payment", _endpoint(shown), methods=["GET"]),
        Route(f"{path}/{{given}}", _endpoint(decided), methods=["POST"]),
    ]


def _endpoint(act: Callable[..., Awaitable[Json]]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        state: State = request.app.state.stand
        ids = dict(request.path_params)
        found, nonce = ids.pop("id"), ids.pop("nonce")
        url = f"{state.settings.public_url}/authorize/{found}/{nonce}"
        try:
            async with state.lock:
                row = state.rows.get(found)
                if row is None or "return_url" not in row.more:
                    raise missing("payment_intent", found)
                return JSONResponse(await act(state, row, url, **ids))
        except StripeError as error:
            return JSONResponse(error.body, error.status)

    return endpoint
