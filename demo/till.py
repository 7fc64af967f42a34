"""The stand-in Stripe's control API: banks, customers, and what Stripe sends."""

from collections.abc import Mapping
from typing import Any

import httpx

from demo.errors import DemoError

Row = dict[str, Any]


class Till:
    """What happens to money outside the app."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=20, trust_env=False)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def is_up(self) -> bool:
        """Whether it answers already, and localstripe behind it."""
        try:
            return self._http.get("/_stand/health").is_success
        except httpx.TransportError:
            return False

    def control(self, path: str, given: Mapping[str, Any] | None = None) -> Row:
        """GET ``/_stand/PATH``, or POST it when there is something to say."""
        if given is None:
            answer = self._http.get(f"/_stand/{path}")
        else:
            answer = self._http.post(f"/_stand/{path}", json=dict(given))
        if answer.is_error:
            raise DemoError(f"The stand-in Stripe refused {path}: {answer.text[:500]}")
        result: Row = answer.json()
        return result
