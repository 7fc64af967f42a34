"""The stand-in Saleor as its staff and its customers use it, over HTTP only."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import httpx

from demo.errors import DemoError

Row = dict[str, Any]
# A server closes idle connections, perhaps just when one is used again.
LIMITS = httpx.Limits(keepalive_expiry=1.0)
STAFF = ("admin@example.com", "admin")
CUSTOMER = ("customer@example.com", "customer")
PERMISSIONS = ["MANAGE_ORDERS", "HANDLE_PAYMENTS"]

LOGIN = """mutation Login($email: String!, $password: String!) {
  tokenCreate(email: $email, password: $password) { token errors { code message } }
}"""
INSTALL = """mutation Install($input: AppInstallInput!) {
  appInstall(input: $input) { appInstallation { id } errors { field code message } }
}"""
INSTALLATIONS = "{ appsInstallations { id status message } }"
APPS = "{ apps(first: 10) { edges { node { id identifier accessToken } } } }"
REQUEST = """mutation Request($order: ID!) {
  invoiceRequest(orderId: $order) { errors { field code message } }
}"""


class Shop:
    """Staff's GraphQL and the sandbox's own control API."""

    def __init__(self, url: str) -> None:
        self.api_url = f"{url}/graphql/"
        self._http = httpx.Client(base_url=url, timeout=20, limits=LIMITS, trust_env=False)
        self._token = ""

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def is_up(self) -> bool:
        """Whether it answers already."""
        try:
            return self._http.get("/health").is_success
        except httpx.TransportError:
            return False

    def control(self, path: str, given: Mapping[str, Any] | None = None) -> Row:
        """GET ``/control/PATH``, or POST it when there is something to say."""
        if given is None:
            answer = self._http.get(f"/control/{path}")
        else:
            answer = self._http.post(f"/control/{path}", json=dict(given))
        if answer.is_error:
            raise DemoError(f"The sandbox refused {path}: {answer.text[:500]}")
        result: Row = answer.json(parse_float=Decimal)
        return result

    def ask(self, query: str, variables: Mapping[str, Any] | None = None) -> Row:
        """One GraphQL request as staff; ``DemoError`` for anything but data."""
        if not self._token and query is not LOGIN:
            self._token = self.login(*STAFF)
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        body = {"query": query, "variables": dict(variables or {})}
        answer: Row = self._http.post("/graphql/", json=body, headers=headers).json()
        if answer.get("errors"):
            raise DemoError(f"The sandbox answered: {answer['errors']}")
        data: Row = answer["data"]
        for name, result in data.items():
            if isinstance(result, dict) and result.get("errors"):
                raise DemoError(f"{name}: {result['errors']}")
        return data

    def login(self, email: str, password: str) -> str:
        """An access token of a person."""
        answer = self.ask(LOGIN, {"email": email, "password": password})
        return str(answer["tokenCreate"]["token"])

    def install_begin(self, manifest_url: str) -> str:
        """Ask for an installation as staff do; returns the id of the attempt."""
        wanted = {
            "appName": "Invoices",
            "manifestUrl": manifest_url,
            "permissions": PERMISSIONS,
            "activateAfterInstallation": True,
        }
        begun = self.ask(INSTALL, {"input": wanted})["appInstall"]
        return str(begun["appInstallation"]["id"])

    def install_ended(self, attempt: str) -> bool:
        """Whether the installation went well; ``DemoError`` with Saleor's message if not."""
        for row in self.ask(INSTALLATIONS)["appsInstallations"]:
            if row["id"] == attempt:
                if row["status"] == "FAILED":
                    raise DemoError(f"The app could not be installed: {row['message']}")
                return False
        return True

    def app_token(self) -> str:
        """What the dashboard hands to the app's page: a token of the member of staff."""
        edges = self.ask(APPS)["apps"]["edges"]
        return str(edges[0]["node"]["accessToken"])

    def place(self, kind: str) -> Row:
        """Place one order of a kind."""
        row: Row = self.control("orders", {"kind": kind})["orders"][0]
        return row

    def advance(self, order_id: str, step: str, **given: object) -> None:
        """Move an order on by one of the steps of sandbox/README.md, with what it asks for."""
        self.control(f"orders/{quote(order_id)}/{step}", given)

    def request_invoice(self, order_id: str) -> None:
        """Press Generate on the order's page."""
        self.ask(REQUEST, {"order": order_id})

    def orders(self) -> list[Row]:
        """All orders with their invoices, amounts as strings."""
        rows: list[Row] = self.control("state")["orders"]
        return rows

    def deliveries(self) -> list[Row]:
        """Every webhook sent so far, with its copies and attempts."""
        rows: list[Row] = self.control("deliveries")["deliveries"]
        return rows
