"""A shop whose customers pay by Stripe: a Saleor, the stand, and everyone's part in a payment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from saleor_invoices.api.ids import global_id, local_uuid
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    MovementReport,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.payments.models import CustomerPayment
from saleor_invoices.payments.services.endpoint import endpoints_ensure
from saleor_invoices.stores.models import SettingValue
from saleor_invoices.stores.sealing import seal
from tests.api.conftest import Ask
from tests.api.counter import Counter, PastShop, identity
from tests.invoices.desk import Desk
from tests.plugins.stripe import LIVE, StripeStand
from tests.saleor.fake_saleor import Reply, data

PUBLIC = "pk_live_" + "d" * 24
GATEWAY = "saleor.io.dummy-payment-app"
FIELDS = """id state provider testMode failureCode failureMessage amount { amount currency }
  parts { amount { amount } invoice { number } }
  stripe { publishableKey clientSecret scriptUrl }
  saleorApp { gateway gatewayData transactionId data }"""
CREATE = f"""mutation ($ids: [ID!]!, $key: String!, $amount: ExactDecimal, $save: Boolean! = false,
  $saved: ID) {{ invoicePaymentCreate(invoiceIds: $ids, idempotencyKey: $key, amount: $amount,
  saveMethod: $save, savedMethodId: $saved) {{ {FIELDS} }} }}"""
CHECK = f"mutation ($id: ID!) {{ invoicePaymentCheck(id: $id) {{ {FIELDS} }} }}"
CANCEL = f"mutation ($id: ID!) {{ invoicePaymentCancel(id: $id) {{ {FIELDS} }} }}"
PROCESS = (
    "mutation ($id: ID!, $data: JSON) "
    f"{{ invoicePaymentProcess(id: $id, data: $data) {{ {FIELDS} }} }}"
)
STATUS = f"query ($id: ID!) {{ invoicePaymentStatus(id: $id) {{ {FIELDS} }} }}"
OPTIONS = """query ($ids: [ID!]!) { invoicePaymentOptions(invoiceIds: $ids) { provider refusal
  externalUrl total { amount } minimum { amount } step { amount } partial testMode
  savedMethods { id brand last4 } } }"""
REFUND = """mutation ($payment: ID!, $document: ID!, $amount: ExactDecimal!, $key: String!) {
  salesPaymentRefund(paymentId: $payment, documentId: $document, amount: $amount,
  idempotencyKey: $key) { state message } }"""


class PayShop(PastShop):
    """A Saleor that is told of money, by Saleor's own rules."""

    def __init__(self) -> None:
        super().__init__()
        self.made = 0
        self.refuses_reports = False
        self.actions: list[list[str]] = []  # what staff may do with the money, by each report

    def _do_order_transactions(self, variables: Any) -> Reply:
        order = self.orders[variables["id"]]
        rows = [
            {"id": one["id"], "pspReference": one["pspReference"]} for one in order["transactions"]
        ]
        return data(order={"id": order["id"], "transactions": rows})

    def _do_transaction_create(self, variables: Any) -> Reply:
        self.made += 1
        given = variables["transaction"]
        item = item_of(f"own-{self.made}", given["name"], given["pspReference"])
        self.orders[variables["id"]]["transactions"].append(item)
        return data(transactionCreate={"transaction": {"id": item["id"]}, "errors": []})

    def _do_transaction_event_report(self, variables: Any) -> Reply:
        if self.refuses_reports:
            return _reported("INVALID")
        order, item = self._transaction(variables["id"])
        for event in item["events"]:
            if (event["type"], event["pspReference"]) == (
                variables["type"],
                variables["pspReference"],
            ):
                is_same = event["amount"]["amount"] == float(variables["amount"])
                return _reported("" if is_same else "INCORRECT_DETAILS")
        self.actions.append(variables["availableActions"])
        amount = float(variables["amount"])
        told = event_of(item, variables["type"], amount, variables["pspReference"])
        item["events"].append(told | {"createdAt": variables["time"]})
        signs = {
            "CHARGE_SUCCESS": (1, 0),
            "CHARGE_BACK": (-1, 0),
            "REFUND_SUCCESS": (-1, 1),
            "REFUND_REVERSE": (1, -1),
        }
        charged, refunded = signs[variables["type"]]
        for row, name, change in (
            (item, "chargedAmount", charged),
            (order, "totalCharged", charged),
            (item, "refundedAmount", refunded),
            (order, "totalRefunded", refunded),
        ):
            row[name] = {"amount": round(row[name]["amount"] + change * amount, 3)}
        return _reported("")

    def _do_payment_gateway_initialize(self, variables: Any) -> Reply:
        known = variables["gateway"] == GATEWAY
        config = {"id": GATEWAY, "data": {"publishable": "for the browser"}, "errors": []}
        answer = {"gatewayConfigs": [config] if known else [], "errors": []}
        return data(paymentGatewayInitialize=answer)

    def _do_transaction_initialize(self, variables: Any) -> Reply:
        order = self.orders[variables["id"]]
        known = [one for one in order["transactions"] if one.get("key") == variables["key"]]
        item = known[0] if known else item_of(f"app-{len(order['transactions'])}", "Card", "")
        if not known:
            item["key"] = variables["key"]
            order["transactions"].append(item)
        return self._stepped("transactionInitialize", order, item, variables)

    def _do_transaction_process(self, variables: Any) -> Reply:
        order, item = self._transaction(variables["id"])
        return self._stepped("transactionProcess", order, item, variables)

    def _stepped(self, name: str, order: Any, item: Any, variables: Any) -> Reply:
        kind = variables["data"]["event"]["type"]
        amount = float(variables.get("amount") or order["total"]["gross"]["amount"])
        if kind == "CHARGE_SUCCESS" and not item["events"]:
            item["events"].append(event_of(item, kind, amount, "psp-app"))
            for row, key in ((item, "chargedAmount"), (order, "totalCharged")):
                row[key] = {"amount": round(row[key]["amount"] + amount, 2)}
        step = {
            "transaction": {"id": item["id"]},
            "transactionEvent": {"type": kind, "message": "as the app says"},
            "data": {"kind": kind},
            "errors": [],
        }
        return data(**{name: step})

    def charged(self, order_id: str) -> float:
        """What the order shows as charged."""
        found: float = self.orders[order_id]["totalCharged"]["amount"]
        return found


def item_of(identity: str, name: str, reference: str) -> dict[str, Any]:
    amounts = ("chargedAmount", "refundedAmount", "refundPendingAmount")
    return {
        "id": identity,
        "name": name,
        "pspReference": reference,
        "createdAt": "2026-03-02T09:20:00+00:00",
        "events": [],
        **{amount: {"amount": 0.0} for amount in amounts},
    }


def event_of(item: dict[str, Any], kind: str, amount: float, reference: str) -> dict[str, Any]:
    return {
        "id": f"{item['id']}-event-{len(item['events'])}",
        "type": kind,
        "pspReference": reference,
        "createdAt": "2026-03-02T09:20:00+00:00",
        "message": "",
        "amount": {"amount": amount},
    }


def _reported(code: str) -> Reply:
    errors = [{"field": "amount", "message": f"Refused: {code}.", "code": code}] if code else []
    return data(transactionEventReport={"alreadyProcessed": False, "errors": errors})


@dataclass
class Purse:
    """A store with Stripe's keys, its people, and what customers, Stripe and workers do."""

    counter: Counter
    stand: StripeStand
    desk: Desk
    ask: Ask
    told: set[int] = field(default_factory=set)

    @property
    def shop(self) -> PayShop:
        """The Saleor."""
        assert isinstance(self.counter.shop, PayShop)
        return self.counter.shop

    def configure(self, **values: Any) -> None:
        """Set values of the store's settings, as they are kept."""
        for key, value in values.items():
            SettingValue.objects.update_or_create(
                installation=self.counter.store, key=key, defaults={"value": value}
            )

    def keys(self, secret: str = LIVE, public: str = PUBLIC) -> None:
        """Give the store its keys, and Stripe the endpoint."""
        self.configure(stripe_secret_key=seal(secret), stripe_publishable_key=public)
        endpoints_ensure(installation=self.counter.store)

    def invoice(self, number: int = 1001, **changes: Any) -> SalesDocument:
        """An unpaid invoice of 138.17 EUR."""
        row = self.counter.invoice(number, paid=False, **changes)
        self.desk.work()
        return row

    def create(
        self, *invoices: SalesDocument, key: str = "k", who: str = "charlie", **more: Any
    ) -> dict[str, Any]:
        """A customer wants to pay; the whole answer."""
        ids = [identity(row) for row in invoices]
        with self.desk.capture(execute=True):
            return self.ask(CREATE, self.counter.people[who], ids=ids, key=key, **more)

    def opened(self, *invoices: SalesDocument, **more: Any) -> dict[str, Any]:
        """The payment that the customer's page got."""
        answer = self.create(*invoices, **more)
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"]["invoicePaymentCreate"]
        return found

    def call(self, text: str, shown: dict[str, Any], who: str = "charlie", **more: Any) -> Any:
        """A verb or a question about a payment; the whole answer."""
        with self.desk.capture(execute=True):
            return self.ask(text, self.counter.people[who], id=shown["id"], **more)

    def status(self, shown: dict[str, Any], who: str = "charlie") -> str:
        """How a payment stands, as its customer sees it."""
        answer = self.call(STATUS, shown, who)
        found: str = answer["data"]["invoicePaymentStatus"]["state"]
        return found

    def pay(self, shown: dict[str, Any], **how: Any) -> dict[str, Any]:
        """The customer confirms in the browser."""
        return self.stand.pay(intent(shown), **how)

    def deliver(self, *, only: Iterable[int] | None = None, times: int = 1) -> list[int]:
        """Stripe sends what it has not sent yet; the status codes."""
        wanted = [row["id"] for row in self.stand.deliveries()]
        wanted = [pk for pk in wanted if pk not in self.told] if only is None else list(only)
        codes = []
        for pk in wanted:
            self.told.add(pk)
            codes += [self.send(pk) for _ in range(times)]
        return codes

    def send(self, delivery: int, **changes: Any) -> int:
        """One delivery arrives; what it is answered."""
        signed = self.stand.signed(delivery)
        headers = {**signed["headers"], **changes.pop("headers", {})}
        body = changes.pop("body", signed["body"])
        path = "/" + signed["url"].split("/", 3)[3]
        with self.desk.capture(execute=True):
            answer = self.desk.client.post(
                path, body, content_type="application/json", headers=headers
            )
        return answer.status_code

    def settle(self, **more: Any) -> None:
        """Stripe sends, and the workers work everything off."""
        assert set(self.deliver(**more)) <= {200}
        self.desk.work()

    def row(self, shown: dict[str, Any]) -> CustomerPayment:
        """Our row of a payment."""
        return CustomerPayment.objects.get(pk=local_uuid(shown["id"], "InvoicePayment"))

    def charges(self) -> list[int]:
        """What came by Stripe, in cents."""
        rows = Movement.objects.filter(source="stripe").order_by("pk")
        return list(rows.values_list("amount_minor", flat=True))

    def refund(
        self, invoice: SalesDocument, amount: str, key: str = "r", who: str = "cashier"
    ) -> dict[str, Any]:
        """Staff give some of the invoice's first payment back; the whole answer."""
        first = Allocation.objects.filter(document=invoice).order_by("pk").first()
        assert first is not None
        given = {
            "payment": global_id("SalesPayment", first.movement_id),
            "document": identity(invoice),
        }
        with self.desk.capture(execute=True):
            return self.ask(REFUND, self.counter.people[who], amount=amount, key=key, **given)

    def tell(self, order_id: str = "order-1001") -> None:
        """Saleor tells of the order as it is, as by a webhook."""
        self.shop.orders[order_id]["updatedAt"] = timezone.now().isoformat()
        found = order_read(installation=self.counter.store, order_id=order_id)
        with self.desk.capture(execute=True):
            order_observe(installation=self.counter.store, order=found.order, issued_at=found.as_of)
        self.desk.work()

    def verify(self) -> None:
        """The books are right, whatever happened."""
        assert ledger_verify(installation=self.counter.store).faults == []
        reports = MovementReport.objects.exclude(state="done")
        assert not reports.exists() or self.shop.refuses_reports


def intent(shown: dict[str, Any]) -> str:
    """The PaymentIntent of a client secret."""
    secret: str = shown["stripe"]["clientSecret"]
    return secret.partition("_secret_")[0]


def balance(row: SalesDocument) -> int:
    """What is owed, in cents."""
    return PaymentState.objects.get(document=row).balance_minor


def state(row: SalesDocument) -> str:
    """The payment status."""
    return PaymentState.objects.get(document=row).status
