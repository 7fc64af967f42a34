"""A storefront's three calls on an order, and the reports of an app."""

from typing import Any

from tests.plugins.sandbox import Sandbox

DUMMY = "saleor.io.dummy-payment-app"
STRIPE = "saleor.app.payment.stripe"
GATEWAYS = """mutation Gateways($id: ID!, $wanted: [PaymentGatewayToInitialize!]) {
  paymentGatewayInitialize(id: $id, paymentGateways: $wanted) {
    gatewayConfigs { id data errors { field code } } errors { field code }
  }
}"""
STEP = """transaction { id pspReference chargedAmount { amount } chargePendingAmount { amount } }
    transactionEvent { id type pspReference message amount { amount } } data
    errors { field code message }"""
BEGIN = f"""mutation Begin($id: ID!, $gateway: PaymentGatewayToInitialize!, $key: String,
    $amount: PositiveDecimal, $action: TransactionFlowStrategyEnum, $ip: String) {{
  transactionInitialize(id: $id, paymentGateway: $gateway, idempotencyKey: $key, amount: $amount,
      action: $action, customerIpAddress: $ip) {{
    {STEP}
  }}
}}"""
GO_ON = f"""mutation GoOn($id: ID, $token: UUID, $data: JSON) {{
  transactionProcess(id: $id, token: $token, data: $data) {{
    {STEP}
  }}
}}"""
CREATE = """mutation Create($id: ID!, $input: TransactionCreateInput!) {
  transactionCreate(id: $id, transaction: $input) { transaction { id } errors { field code } }
}"""
UPDATE = """mutation Update($id: ID!, $input: TransactionUpdateInput!) {
  transactionUpdate(id: $id, transaction: $input) {
    transaction { pspReference name actions chargedAmount { amount } } errors { field code }
  }
}"""
REPORT = """mutation Report($id: ID!, $ref: String!, $type: TransactionEventTypeEnum!,
    $amount: PositiveDecimal, $actions: [TransactionActionEnum!]) {
  transactionEventReport(id: $id, pspReference: $ref, type: $type, amount: $amount,
      availableActions: $actions) {
    alreadyProcessed transaction { actions } transactionEvent { id type amount { amount } }
    errors { field code }
  }
}"""


def happens(kind: str, **more: Any) -> dict[str, Any]:
    """What the dummy app is told."""
    return {"event": {"type": kind, **more}}


def gateways(sandbox: Sandbox, order: str, *wanted: str) -> Any:
    given = {"id": order, "wanted": [{"id": each} for each in wanted] or None}
    return sandbox.gql(GATEWAYS, given)["data"]["paymentGatewayInitialize"]


def begin(sandbox: Sandbox, order: str, data: Any, **more: Any) -> Any:
    gateway = {"id": more.pop("gateway", DUMMY), "data": data}
    token = more.pop("token", "")
    answered = sandbox.gql(BEGIN, {"id": order, "gateway": gateway, **more}, token)
    return answered["data"]["transactionInitialize"] or answered


def go_on(sandbox: Sandbox, item: str, data: Any = None) -> Any:
    return sandbox.gql(GO_ON, {"id": item, "data": data})["data"]["transactionProcess"]


def create(sandbox: Sandbox, token: str, order: str, **given: Any) -> str:
    answered = sandbox.gql(CREATE, {"id": order, "input": {"name": "Card", **given}}, token)
    return str(answered["data"]["transactionCreate"]["transaction"]["id"])


def report(sandbox: Sandbox, token: str, item: str, kind: str, ref: str, **more: Any) -> Any:
    answered = sandbox.gql(REPORT, {"id": item, "type": kind, "ref": ref, **more}, token)
    return answered["data"]["transactionEventReport"] or answered


def transactions(sandbox: Sandbox, order: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = sandbox.order(order)["transactions"]
    return rows


def fired(sandbox: Sandbox, since: int) -> list[str]:
    """What was queued after the first ``since`` deliveries."""
    sandbox.wait_idle()
    rows = sandbox.control("deliveries")["deliveries"]
    return [row["event"].removeprefix("ORDER_").lower() for row in rows][since:]
