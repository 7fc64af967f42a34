"""The app as the store's staff and an invoice's reader use it, over HTTP only."""

from decimal import Decimal
from typing import Any

import httpx

from demo.errors import DemoError

Row = dict[str, Any]
DOCUMENTS = """query Documents($after: String) {
  salesInvoices(first: 100, after: $after, sortBy: {field: NUMBER, direction: ASC}) {
    edges { node {
      number kind orderId orderNumber currency paymentStatus
      payable { amount } balance { amount } pdf { sha256 size }
    } }
    pageInfo { hasNextPage endCursor }
  }
}"""
PROBLEMS = "{ problems(open: true) { code message } }"


class Books:
    """What the app knows: documents, problems, and the files behind its links."""

    def __init__(self, url: str, api_url: str) -> None:
        self.url = url
        self._api_url = api_url
        self._http = httpx.Client(base_url=url, timeout=20, trust_env=False)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def is_ready(self) -> bool:
        """Whether the app answers and finds all it needs."""
        try:
            return self._http.get("/readyz").is_success
        except httpx.TransportError:
            return False

    def ask(self, query: str, token: str, **variables: object) -> Row:
        """One GraphQL request as the token's owner; amounts are Decimal."""
        headers = {"Authorization": f"Bearer {token}", "Saleor-Api-Url": self._api_url}
        body = {"query": query, "variables": variables}
        answer = self._http.post("/graphql/", json=body, headers=headers)
        result: Row = answer.json(parse_float=Decimal)
        if result.get("errors") or not result.get("data"):
            raise DemoError(f"The app's API answered: {result}")
        data: Row = result["data"]
        return data

    def documents(self, token: str) -> list[Row]:
        """Every document of the store, page by page."""
        rows: list[Row] = []
        after: str | None = None
        while True:
            page = self.ask(DOCUMENTS, token, after=after)["salesInvoices"]
            rows += [edge["node"] for edge in page["edges"]]
            if not page["pageInfo"]["hasNextPage"]:
                return rows
            after = page["pageInfo"]["endCursor"]

    def problems(self, token: str) -> list[Row]:
        """What the merchant is told to repair."""
        rows: list[Row] = self.ask(PROBLEMS, token)["problems"]
        return rows

    def read(self, url: str) -> bytes:
        """What somebody gets who opens a link; nothing when it does not open."""
        answer = self._http.get(url)
        return answer.content if answer.is_success else b""
