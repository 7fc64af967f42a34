"""The storefront's list and one invoice, as customers of a large store ask for them.

Through gunicorn with the customer's own token and the documents that the web components send; one
request at a time, each of another customer.
"""

import json
import random
from dataclasses import dataclass, field
from typing import Any

from bench.fill import customer
from bench.read import SEED, WARMING, Api
from bench.servers import Servers
from bench.store import Signer
from demo.errors import DemoError
from demo.processes import ROOT

DOCUMENTS = ROOT / "graphql" / "storefront"
ROW, PARTY = "StorefrontInvoiceRow", "StorefrontParty"
PAGE = 20


@dataclass(frozen=True, slots=True)
class Storefront:
    """Seconds of every request."""

    listed: list[float] = field(default_factory=list)
    viewed: list[float] = field(default_factory=list)


class Bench:
    """Expects the large database to be filled."""

    def __init__(self, servers: Servers, signer: Signer) -> None:
        self._servers, self._signer = servers, signer
        self._random = random.Random(SEED)  # noqa: S311 no secret
        self._list = _text("MySalesInvoices", ROW)
        self._view = _text("StorefrontInvoice", ROW, PARTY)

    def run(self, requests: int) -> Storefront:
        """Measure so many requests of each kind."""
        port = self._servers.place.large_port
        self._servers.app(port, name="storefront", database="large")
        found = Storefront()
        for number in range(WARMING + requests):
            listed, viewed = self._visit(port)
            if number >= WARMING:
                found.listed.append(listed)
                found.viewed.append(viewed)
        self._servers.stop("storefront")
        return found

    def _visit(self, port: int) -> tuple[float, float]:
        """The seconds that a customer waits for the list, and for one invoice of it."""
        token = self._signer.customer_token(customer(self._random.randrange(10**6)))
        api = Api(
            port,
            {
                "Authorization": f"Bearer {token}",
                "Saleor-Api-Url": self._servers.place.api_url,
                "Content-Type": "application/json",
            },
        )
        listed, answer = api.ask({"first": PAGE}, self._list)
        edges = _data(answer)["edges"]
        if len(edges) != PAGE:
            raise DemoError(f"Not a page of {PAGE} invoices: {answer[:500]!r}")
        node = self._random.choice(edges)["node"]
        viewed, answer = api.ask({"id": node["id"]}, self._view)
        if not _data(answer)["lines"]:
            raise DemoError(f"Not an invoice: {answer[:500]!r}")
        return listed, viewed


def _text(*names: str) -> str:
    return "\n".join((DOCUMENTS / f"{name}.graphql").read_text() for name in names)


def _data(answer: bytes) -> dict[str, Any]:
    found = json.loads(answer)
    if found.get("errors"):
        raise DemoError(f"The storefront was refused: {answer[:500]!r}")
    (data,) = found["data"].values()
    result: dict[str, Any] = data
    return result
