"""A Stripe in trouble, as a test orders it."""

import asyncio
from dataclasses import dataclass

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

ALONE = {"Connection": "close"}


@dataclass
class Faults:
    """``path`` and ``method`` narrow them down; ``next`` ends them after so many requests."""

    down: bool = False  # nobody is there: the connection breaks, nothing is done
    status: int = 0  # this HTTP status, nothing is done
    html: bool = False  # a proxy's page, nothing is done
    slow: float = 0.0  # seconds before the answer, after the work
    drop_answer_next: int = 0  # does the work and breaks the connection, so many times
    next: int = 0  # 0: until it is changed
    path: str = ""  # how the path begins
    method: str = ""

    def before(self, method: str, path: str) -> Response | None:
        """What is answered instead of any work."""
        if not self._is_meant(method, path) or not (self.down or self.status or self.html):
            return None
        answered = self._trouble()
        self._count()
        return answered

    def _trouble(self) -> Response:
        if self.down:
            return Broken()
        if self.html:
            return HTMLResponse("<html>a proxy's page</html>", headers=ALONE)
        kind = {400: "invalid_request_error", 429: "rate_limit_error"}.get(self.status, "api_error")
        error = {"type": kind, "message": "An unknown error occurred."}
        return JSONResponse({"error": error}, self.status, ALONE)

    async def after(self, method: str, path: str, answered: Response) -> Response:
        """What becomes of the answer of work that was done."""
        if not self._is_meant(method, path):
            return answered
        if self.slow:
            seconds = self.slow
            self._count()
            await asyncio.sleep(seconds)
        if self.drop_answer_next > 0:
            self.drop_answer_next -= 1
            return Broken()
        return answered

    def _is_meant(self, method: str, path: str) -> bool:
        return path.startswith(self.path) and self.method in ("", method)

    def _count(self) -> None:
        """One of the next requests has had it."""
        if self.next > 0:
            self.next -= 1
            if not self.next:
                self.down, self.status, self.html, self.slow = False, 0, False, 0.0


class Broken(Response):
    """A connection that ends without the answer: its length is announced and never comes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"1000"), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": True})
