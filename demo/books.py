"""The app as the store's staff and an invoice's reader use it, over HTTP only."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx

from demo.errors import DemoError

Row = dict[str, Any]
# A server closes a connection that was idle for 2 s, perhaps just when it is used again.
LIMITS = httpx.Limits(keepalive_expiry=1.0)
DOCUMENTS = """query Documents($after: String, $filter: SalesDocumentFilter) {
  salesInvoices(
    first: 100, after: $after, filter: $filter, sortBy: {field: NUMBER, direction: ASC}
  ) {
    edges { node {
      id number kind orderNumbers currency paymentStatus downloadUrl reason
      total { amount } rounding { amount } balance { amount } credited { amount }
      prepayments { kind amount } vatBreakdown { tax { category } }
      precedingInvoice { number } buyer { name } pdf { sha256 } xml { sha256 }
      einvoice { outcome profile syntax findings { code message } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}"""
PROBLEMS = "{ problems(open: true) { code message } }"
COLLECT = """mutation Collect($orders: [ID!]!) {
  invoiceCollectiveIssue(orderIds: $orders) { document { number } }
}"""
PROFORMA = """mutation Proforma($order: ID!) {
  proformaIssue(orderId: $order) { document { number } }
}"""
CORRECT = """mutation Correct($id: ID!, $reason: String!) {
  invoiceCorrect(id: $id, reason: $reason) { invoice { number } creditNote { number } }
}"""
RECORD = """mutation Record($id: ID!, $input: SalesPaymentInput!) {
  paymentRecord(invoiceId: $id, input: $input) { document { number } }
}"""


class Books:
    """What the app knows: documents, problems, and the files behind its links."""

    def __init__(self, url: str, api_url: str) -> None:
        self.url = url
        self._api_url = api_url
        self._http = httpx.Client(base_url=url, timeout=20, limits=LIMITS, trust_env=False)

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

    def documents(self, token: str, *, order_id: str | None = None) -> list[Row]:
        """Every document of the store, or of one order, page by page."""
        rows: list[Row] = []
        after: str | None = None
        wanted = {"orderId": order_id} if order_id else {}
        while True:
            page = self.ask(DOCUMENTS, token, after=after, filter=wanted)["salesInvoices"]
            rows += [edge["node"] for edge in page["edges"]]
            if not page["pageInfo"]["hasNextPage"]:
                return rows
            after = page["pageInfo"]["endCursor"]

    def problems(self, token: str) -> list[Row]:
        """What the merchant is told to repair."""
        rows: list[Row] = self.ask(PROBLEMS, token)["problems"]
        return rows

    def collective_issue(self, token: str, order_ids: Sequence[str]) -> None:
        """One invoice for several orders."""
        self.ask(COLLECT, token, orders=list(order_ids))

    def proforma_issue(self, token: str, order_id: str) -> None:
        """An offer of an order, with a number of its own."""
        self.ask(PROFORMA, token, order=order_id)

    def invoice_correct(self, token: str, document_id: str) -> None:
        """Credit an invoice and issue it anew, as the order is now."""
        self.ask(CORRECT, token, id=document_id, reason="")

    def payment_record(self, token: str, document_id: str, amount: Decimal, reference: str) -> None:
        """Money that came by bank, just now."""
        payment = {
            "amount": str(amount),
            "reference": reference,
            "occurredAt": datetime.now(UTC).isoformat(),
            "method": "Bank transfer",
        }
        self.ask(RECORD, token, id=document_id, input=payment)

    def read(self, url: str) -> bytes:
        """What somebody gets who opens a link; nothing when it does not open."""
        answer = self._http.get(url)
        return answer.content if answer.is_success else b""
