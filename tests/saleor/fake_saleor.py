"""A server on a real socket whose GraphQL answers a test decides."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from saleor_invoices.saleor import net
from tests.saleor.signing import saleor_key

TOKEN = "app-token-of-thirty-characters"


@dataclass
class Reply:
    """One answer: a JSON value or bytes, after ``delay`` seconds."""

    body: Any = field(default_factory=dict)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    def encoded(self) -> bytes:
        """The body as bytes."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass
class Call:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        """The name of the GraphQL operation."""
        text: str = json.loads(self.body)["query"]
        return text.split()[1].partition("(")[0]

    @property
    def variables(self) -> dict[str, Any]:
        """The variables sent."""
        found: dict[str, Any] = json.loads(self.body)["variables"]
        return found


Answer = Callable[[Call], Reply]


def data(**fields: Any) -> Reply:
    """A GraphQL answer with data."""
    return Reply({"data": fields})


def failure(message: str, code: str = "GraphQLError", status: int = 200) -> Reply:
    """A GraphQL answer with one error, as Saleor words it."""
    error = {"message": message, "extensions": {"exception": {"code": code}}}
    return Reply({"errors": [error], "data": None}, status=status)


def denied() -> Reply:
    """What Saleor says to a dead token, and to one without the permission."""
    return failure("To access this path, you need one of the following permissions", DENIED)


DENIED = "PermissionDenied"


class Script:
    """Answers by operation; a list is used up, its last answer stays. Calls are kept."""

    def __init__(self, **answers: Reply | list[Reply] | Answer) -> None:
        self.answers = dict(answers)
        self.calls: list[Call] = []

    def __call__(self, call: Call) -> Reply:
        """Answer a call."""
        self.calls.append(call)
        if call.path.endswith("/.well-known/jwks.json"):
            return self._pick("jwks", call) if "jwks" in self.answers else Reply(saleor_key().jwks)
        return self._pick(call.operation, call)

    def _pick(self, name: str, call: Call) -> Reply:
        answer = self.answers[name]
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer if isinstance(answer, Reply) else answer(call)

    @property
    def operations(self) -> list[str]:
        """The names of the operations asked for, in order."""
        return [call.operation for call in self.calls if call.method == "POST"]

    @property
    def transport(self) -> httpx.MockTransport:
        """The same answers without a socket."""
        return httpx.MockTransport(self._respond)

    def _respond(self, request: httpx.Request) -> httpx.Response:
        call = Call(request.method, request.url.path, dict(request.headers), request.read())
        reply = self(call)
        return httpx.Response(reply.status, content=reply.encoded(), headers=reply.headers)


@contextmanager
def served(answer: Answer) -> Iterator[str]:
    """Serve answers on a free local port; yields the API's URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self._reply()

        def do_GET(self) -> None:
            self._reply()

        def _reply(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = answer(Call(self.command, self.path, headers, self.rfile.read(length)))
            time.sleep(reply.delay)
            body = reply.encoded()
            try:
                self.send_response(reply.status)
                for name, value in {**reply.headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True  # the client had enough

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/graphql/"
    finally:
        net.close()
        server.shutdown()
        thread.join()
        server.server_close()
