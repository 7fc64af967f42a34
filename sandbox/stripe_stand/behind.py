"""localstripe, the process behind: it holds the objects and moves them on.

JSON is sent instead of forms, because only JSON can say null: a new attempt of a payment needs its
last charge taken off.
"""

from typing import Any

import httpx

from .errors import StripeError

KEY = "sk_test_stand"


class DeclinedError(Exception):
    """The charge was refused; the payment itself tells how."""


class Behind:
    def __init__(self, url: str) -> None:
        self.http = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {KEY}"},
            timeout=20,
            trust_env=False,
        )

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        return _read(await self.http.get(path, params=query))

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        return _read(await self.http.post(path, json=body))

    async def delete(self, path: str) -> dict[str, Any]:
        return _read(await self.http.delete(path))

    async def forget(self) -> None:
        (await self.http.delete("/_config/data")).raise_for_status()

    async def is_up(self) -> bool:
        try:
            return (await self.http.get("/v1/balance")).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        await self.http.aclose()


def _read(answered: httpx.Response) -> dict[str, Any]:
    if answered.status_code == 402:
        raise DeclinedError
    if answered.status_code >= 400:
        told = answered.text[:200]
        raise StripeError(
            answered.status_code,
            f"localstripe answered {answered.status_code} to {answered.url.path}: {told}",
            kind="api_error" if answered.status_code >= 500 else "invalid_request_error",
        )
    found: dict[str, Any] = answered.json()
    return found
