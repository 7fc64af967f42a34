"""From a customer's confirmation to a paid invoice and a transaction on the Saleor order.

The whole app beside the stand-in Saleor and localstripe, as ``make demo`` runs it, on the
benchmark's database and broker. The clock starts before Stripe is told of the card, so that
Stripe's own work counts too, and stops when both sides show the money.
"""

import io
from contextlib import closing

from bench.place import HOME
from bench.servers import Servers
from demo.place import Place, free_place, take
from demo.progress import Progress
from demo.shop import CUSTOMER, Row
from demo.stack import Stack

KEYS = ("sk_test_" + "a" * 24, "pk_test_" + "a" * 24)
ACCOUNT = "acct_1SampleSeller"
CARD = "4242424242424242"
WARMING = 3
PATIENCE = 30.0
SETTINGS = """mutation ($input: [SalesSettingInput!]!) {
  settingsUpdate(input: $input) { __typename } }"""
ISSUE = "mutation ($order: ID!) { invoiceIssue(orderId: $order) { document { id } } }"
CREATE = """mutation ($ids: [ID!]!, $key: String!) {
  invoicePaymentCreate(invoiceIds: $ids, idempotencyKey: $key) { stripe { clientSecret } } }"""
STATUS = "query ($id: ID!) { salesInvoice(id: $id) { paymentStatus } }"


class Bench:
    """Starts everything anew, and pays one invoice after the other."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers

    def run(self, payments: int) -> list[float]:
        """Seconds of each payment."""
        place = self._place()
        with closing(take(place)):
            stack = Stack(place, self._servers.supervisor, Progress(io.StringIO()))
            with closing(stack):
                stack.start()
                take_cards(stack)
                found = [self._pay(stack, number) for number in range(WARMING + payments)]
        self._servers.stop("app", "worker", "beat", "sandbox", "stripe", "localstripe")
        return found[WARMING:]

    def _place(self) -> Place:
        own = self._servers.place
        own.create("pay")
        settings = {"DATABASE_URL": own.database_url("pay"), "BROKER_URL": own.broker}
        return free_place(HOME / "pay", more=settings)

    def _pay(self, stack: Stack, number: int) -> float:
        order = stack.shop.place("usd_net")
        invoice = _asked(stack, ISSUE, stack.shop.app_token(), order=order["id"])["document"]["id"]
        customer = stack.shop.login(*CUSTOMER)
        opened = _asked(stack, CREATE, customer, ids=[invoice], key=f"bench-{number}")
        intent = opened["stripe"]["clientSecret"].partition("_secret_")[0]
        began = stack.progress.seconds
        stack.till.control(f"payment_intents/{intent}/pay", {"number": CARD})
        stack.wait(lambda: _told(stack, order["id"]), "the transaction", seconds=PATIENCE)
        stack.wait(
            lambda: _asked(stack, STATUS, customer, id=invoice)["paymentStatus"] == "PAID",
            "the paid invoice",
            seconds=PATIENCE,
        )
        return stack.progress.seconds - began


def take_cards(stack: Stack) -> None:
    """Give the American seller keys that the stand-in Stripe knows, and wait for its endpoint."""
    for key in KEYS:
        stack.till.control("keys", {"key": key, "account": ACCOUNT})
    values = {"stripe_secret_key": KEYS[0], "stripe_publishable_key": KEYS[1], "test_mode": True}
    level = {"level": "LEGAL_ENTITY", "name": "usa"}
    rows = [{**level, "key": key, "value": value} for key, value in values.items()]
    _asked(stack, SETTINGS, stack.shop.app_token(), input=rows)
    stack.wait(
        lambda: bool(stack.till.control("state")["objects"].get("webhook_endpoint")), "the endpoint"
    )


def _asked(stack: Stack, query: str, token: str, **variables: object) -> Row:
    (found,) = stack.app.ask(query, token, **variables).values()
    result: Row = found
    return result


def _told(stack: Stack, order_id: str) -> bool:
    (order,) = [row for row in stack.shop.orders() if row["id"] == order_id]
    events = [event for one in order["transactions"] for event in one["events"]]
    return any(event["type"] == "CHARGE_SUCCESS" for event in events)
