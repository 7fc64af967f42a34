"""Invoices, permissions, tokens, totals and payments, each with Saleor's own refusals."""

from decimal import Decimal
from typing import Any

import jwt
import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

REQUEST = """mutation Request($id: ID!, $number: String) {
  invoiceRequest(orderId: $id, number: $number) {
    invoice { id } order { id } errors { field code } invoiceErrors { code }
  }
}"""
CREATE = """mutation Create($id: ID!, $input: InvoiceCreateInput!) {
  invoiceCreate(orderId: $id, input: $input) { invoice { id status number url } errors { code } }
}"""
UPDATE = """mutation Update($id: ID!, $input: UpdateInvoiceInput!) {
  invoiceUpdate(id: $id, input: $input) { invoice { id status number url } errors { code } }
}"""
CODES = "mutation M($id: ID!) { %s(id: $id) { invoice { id status } errors { code } } }"


def denied(answered: dict[str, Any]) -> bool:
    codes = [error["extensions"]["exception"]["code"] for error in answered.get("errors", [])]
    return codes == ["PermissionDenied"]


def request(sandbox: Sandbox, order_id: str, token: str, number: str | None = None) -> Any:
    return sandbox.gql(REQUEST, {"id": order_id, "number": number}, token)


def test_invoice_request_answers_null_and_leaves_a_pending_invoice(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("usd_net")
    answered = request(sandbox, order["id"], sandbox.staff_token(), "N-1")
    assert answered["data"]["invoiceRequest"] == {
        "invoice": None,
        "order": {"id": order["id"]},
        "errors": [],
        "invoiceErrors": [],
    }
    row = sandbox.order(order["id"])["invoices"][0]
    assert (row["status"], row["number"], row["url"]) == ("PENDING", "N-1", None)
    sandbox.wait_idle()
    sent = installed.webhooks("invoice_requested")[0].json()
    assert sent["invoice"] == {"id": row["id"], "number": "N-1", "status": "PENDING", "url": None}
    assert sent["order"]["id"] == order["id"]


def test_every_request_makes_another_invoice(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("usd_net")
    for _ in range(2):
        request(sandbox, order["id"], sandbox.staff_token())
    assert len(sandbox.order(order["id"])["invoices"]) == 2
    sandbox.wait_idle()
    assert len(installed.webhooks("invoice_requested")) == 2


def test_invoice_request_is_refused_as_saleor_refuses(sandbox: Sandbox, app: FakeApp) -> None:
    staff, order = sandbox.staff_token(), sandbox.place("usd_net")
    nobody = request(sandbox, order["id"], staff)["data"]["invoiceRequest"]
    assert nobody["errors"] == [{"field": None, "code": "NO_INVOICE_PLUGIN"}]
    waiting = sandbox.place("unconfirmed")
    early = request(sandbox, waiting["id"], staff)["data"]["invoiceRequest"]
    assert early["errors"] == [{"field": "orderId", "code": "INVALID_STATUS"}]
    assert denied(request(sandbox, order["id"], sandbox.customer_token()))
    assert denied(request(sandbox, order["id"], ""))
    missing = request(sandbox, "T3JkZXI6bW9vbg==", staff)["data"]["invoiceRequest"]
    assert missing["errors"] == [{"field": "orderId", "code": "NOT_FOUND"}]
    assert [row["invoices"] for row in sandbox.control("state")["orders"]] == [[], []]
    assert app.requests == []


def test_the_app_answers_a_request_and_its_invoice_is_sent(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    token, order = installed.auth_token, sandbox.place("usd_net")
    request(sandbox, order["id"], sandbox.staff_token())
    invoice_id = sandbox.order(order["id"])["invoices"][0]["id"]
    empty = sandbox.gql(UPDATE, {"id": invoice_id, "input": {"number": "1"}}, token)
    assert empty["data"]["invoiceUpdate"]["errors"] == [{"code": "URL_NOT_SET"}]
    assert sandbox.order(order["id"])["invoices"][0]["number"] is None
    given = {"number": "2026-1", "url": "https://example.com/1"}
    updated = sandbox.gql(UPDATE, {"id": invoice_id, "input": given}, token)
    assert updated["data"]["invoiceUpdate"]["invoice"] == {
        "id": invoice_id,
        "status": "SUCCESS",
        **given,
    }
    send = CODES % "invoiceSendNotification"
    assert sandbox.gql(send, {"id": invoice_id}, token)["data"]["invoiceSendNotification"] == {
        "invoice": {"id": invoice_id, "status": "SUCCESS"},
        "errors": [],
    }
    sandbox.wait_idle()
    assert len(installed.webhooks("invoice_sent")) == 1


def test_an_invoice_is_deleted_in_two_steps(sandbox: Sandbox, installed: FakeApp) -> None:
    token, order = installed.auth_token, sandbox.place("usd_net")
    given = {"number": "1", "url": "/relative.pdf"}
    made = sandbox.gql(CREATE, {"id": order["id"], "input": given}, token)
    invoice_id = made["data"]["invoiceCreate"]["invoice"]["id"]
    wish = sandbox.gql(CODES % "invoiceRequestDelete", {"id": invoice_id}, token)
    assert wish["data"]["invoiceRequestDelete"]["invoice"]["status"] == "PENDING"
    assert len(sandbox.order(order["id"])["invoices"]) == 1
    sandbox.gql(CODES % "invoiceDelete", {"id": invoice_id}, token)
    assert sandbox.order(order["id"])["invoices"] == []
    sandbox.wait_idle()
    # The last step tells nobody.
    assert len(installed.webhooks("invoice_deleted")) == 1


def test_values_that_are_too_long_are_an_error_of_the_database(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("usd_net")
    given = {"number": "1" * 256, "url": "https://example.com"}
    answered = sandbox.gql(CREATE, {"id": order["id"], "input": given}, installed.auth_token)
    assert answered["errors"][0]["message"] == "Internal Server Error"
    assert sandbox.order(order["id"])["invoices"] == []


def test_anyone_with_the_order_id_reads_its_invoices_and_address_but_not_its_user(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("eur_domestic")
    given = {"number": "1", "url": "https://example.com/1"}
    sandbox.gql(CREATE, {"id": order["id"], "input": given}, installed.auth_token)
    query = """query Open($id: ID!) {
      order(id: $id) { userEmail billingAddress { city } invoices { number url } user { id } }
    }"""
    answered = sandbox.gql(query, {"id": order["id"]})
    assert denied(answered)
    assert answered["data"]["order"] == {
        "userEmail": "customer@example.com",
        "billingAddress": {"city": "BERLIN"},
        "invoices": [given],
        "user": None,
    }
    own = sandbox.gql(query, {"id": order["id"]}, sandbox.customer_token())
    assert own["data"]["order"]["user"] is not None


def test_orders_need_manage_orders(sandbox: Sandbox, app: FakeApp) -> None:
    sandbox.place("usd_net")
    query = "{ orders(first: 10) { totalCount edges { node { number } } } }"
    assert sandbox.gql(query, token=sandbox.staff_token())["data"]["orders"]["totalCount"] == 1
    for token in ("", sandbox.customer_token(), sandbox.token("viewer@example.com", "viewer")):
        assert denied(sandbox.gql(query, token=token))
    assert app.requests == []


def test_a_customer_sees_own_orders_only(sandbox: Sandbox, app: FakeApp) -> None:
    mine = sandbox.place("usd_net")
    sandbox.place("usd_net", customer="second@example.com")
    query = "{ me { email orders(first: 9) { edges { node { id } } } } }"
    me = sandbox.gql(query, token=sandbox.customer_token())["data"]["me"]
    assert me["email"] == "customer@example.com"
    assert [edge["node"]["id"] for edge in me["orders"]["edges"]] == [mine["id"]]
    assert sandbox.gql(query)["data"] == {"me": None}
    assert app.requests == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"query": "{ shop { moon } }"}, 400),
        ({"query": "{ shop { name "}, 400),
        ([{"query": "{ shop { name } }"}], 400),
        ({}, 400),
        ({"query": "{ shop { name } }"}, 200),
    ],
)
def test_what_does_not_validate_is_a_400(sandbox: Sandbox, body: Any, status: int) -> None:
    answer = sandbox.http.post("/graphql/", json=body)
    assert answer.status_code == status
    assert ("errors" in answer.json()) == (status == 400)


def test_five_mutations_in_a_request_are_refused_and_none_runs(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("usd_net")
    one = f'invoiceRequest(orderId: "{order["id"]}") {{ errors {{ code }} }}'
    four = " ".join(f"m{index}: {one}" for index in range(4))
    answer = sandbox.post(f"mutation {{ {four} m9: {one} }}", None, sandbox.staff_token())
    assert answer.status_code == 400
    assert sandbox.order(order["id"])["invoices"] == []
    sandbox.gql(f"mutation {{ {four} }}", None, sandbox.staff_token())
    assert len(sandbox.order(order["id"])["invoices"]) == 4
    sandbox.wait_idle()
    assert len(installed.webhooks("invoice_requested")) == 4


def test_faults_are_ordered_through_control(sandbox: Sandbox, app: FakeApp) -> None:
    def status() -> int:
        return sandbox.post("{ shop { name } }", None, "").status_code

    sandbox.control("mode", {"throttle_next": 1, "fail_next": 1, "status": 502})
    assert [status() for _ in range(3)] == [429, 502, 200]
    sandbox.control("mode", {"down": True})
    assert status() == 503
    assert sandbox.http.get("/.well-known/jwks.json").status_code == 503
    sandbox.control("mode", {"down": False})
    assert status() == 200
    assert app.requests == []


def claims_of(sandbox: Sandbox, token: str) -> dict[str, Any]:
    keys = sandbox.http.get("/.well-known/jwks.json").json()["keys"]
    claims: dict[str, Any] = jwt.decode(
        token, jwt.PyJWK(keys[0]).key, algorithms=["RS256"], options={"verify_aud": False}
    )
    return claims


def test_tokens_carry_saleors_claims(sandbox: Sandbox, installed: FakeApp) -> None:
    customer = claims_of(sandbox, sandbox.customer_token())
    assert list(customer) == [
        "iat", "owner", "iss", "exp", "token", "email", "type", "user_id", "is_staff",
    ]  # fmt: skip
    assert (customer["type"], customer["is_staff"], customer["owner"]) == (
        "access",
        False,
        "saleor",
    )
    assert customer["iss"] == sandbox.api_url
    app_id = sandbox.control("state")["apps"][0]["id"]
    query = "query A($id: ID!) { app(id: $id) { accessToken extensions { id accessToken } } }"
    seen = sandbox.gql(query, {"id": app_id}, sandbox.token("viewer@example.com", "viewer"))
    viewer = claims_of(sandbox, seen["data"]["app"]["accessToken"])
    assert (viewer["type"], viewer["app"]) == ("thirdparty", app_id)
    assert (viewer["permissions"], viewer["user_permissions"]) == ([], ["MANAGE_PRODUCTS"])
    seen = sandbox.gql(query, {"id": app_id}, sandbox.staff_token())
    extension = seen["data"]["app"]["extensions"][0]
    widget = claims_of(sandbox, extension["accessToken"])
    assert (widget["app_extension"], widget["permissions"]) == (extension["id"], ["MANAGE_ORDERS"])
    assert len(widget["user_permissions"]) == 24
    assert installed.webhooks() == []


def test_tokens_for_negative_tests_are_minted_and_refused(sandbox: Sandbox) -> None:
    me = "{ me { email } }"
    refresh = sandbox.control("tokens", {"type": "refresh"})["token"]
    assert claims_of(sandbox, refresh)["type"] == "refresh"
    assert sandbox.gql(me, token=refresh)["data"] == {"me": None}
    expired = sandbox.control("tokens", {"lifetime": -60})["token"]
    answer = sandbox.post(me, None, expired)
    assert answer.status_code == 200
    code = answer.json()["errors"][0]["extensions"]["exception"]["code"]
    assert code == "ExpiredSignatureError"
    wrong = """mutation { tokenCreate(email: "customer@example.com", password: "moon") {
      token errors { field code } } }"""
    assert sandbox.gql(wrong)["data"]["tokenCreate"] == {
        "token": None,
        "errors": [{"field": "email", "code": "INVALID_CREDENTIALS"}],
    }


def test_totals_of_every_kind_add_up_to_the_smallest_unit(sandbox: Sandbox, app: FakeApp) -> None:
    kinds = sandbox.control("kinds")["kinds"]
    assert len(kinds) >= 17
    for kind in kinds:
        order = sandbox.place(kind)
        for side in ("net", "gross"):
            lines = sum(Decimal(line["total"][side]) for line in order["lines"])
            assert lines == Decimal(order["subtotal"][side]), kind
        gift = sum(map(Decimal, order["gift_cards"]), Decimal(0))
        parts = Decimal(order["subtotal"]["gross"]) + Decimal(order["shipping"]["gross"])
        assert parts - gift == Decimal(order["total"]["gross"]), kind
    assert app.requests == []


def test_figures_seen_on_a_live_saleor_come_out_the_same(sandbox: Sandbox, app: FakeApp) -> None:
    voucher = sandbox.place("pln_gross_two_rates_voucher")
    assert voucher["total"] == {"net": "107.67", "gross": "131.33"}
    manual = sandbox.place("order_discount_manual")
    assert manual["total"] == {"net": "173.04", "gross": "211.17"}
    tee = manual["lines"][0]
    assert (tee["unit"]["net"], tee["quantity"], tee["total"]["net"]) == ("65.85", 2, "131.71")
    assert app.requests == []


def test_a_gift_card_names_its_order_and_amount(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("gift_card")
    query = """query Cards($id: ID!) { order(id: $id) { giftCards { last4CodeChars
      events(filter: {type: USED_IN_ORDER}) { type orderId
        balance { currentBalance { amount } oldCurrentBalance { amount } } } } } }"""
    cards = sandbox.gql(query, {"id": order["id"]}, installed.auth_token)
    event = cards["data"]["order"]["giftCards"][0]["events"][0]
    assert event["orderId"] == order["id"]
    balance = event["balance"]
    assert balance["oldCurrentBalance"]["amount"] - balance["currentBalance"]["amount"] == 30
    assert denied(sandbox.gql(query, {"id": order["id"]}))


TRANSACTION = """mutation T($id: ID!, $input: TransactionCreateInput!) {
  transactionCreate(id: $id, transaction: $input) { transaction { id } errors { code } }
}"""
REPORT = """mutation R($id: ID!, $ref: String!, $amount: PositiveDecimal) {
  transactionEventReport(id: $id, pspReference: $ref, type: CHARGE_SUCCESS, amount: $amount) {
    alreadyProcessed transactionEvent { id } errors { code }
  }
}"""


def test_a_reported_charge_is_repeatable_and_pays_the_order_once(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    token, order = installed.auth_token, sandbox.place("guest")
    made = sandbox.gql(TRANSACTION, {"id": order["id"], "input": {"name": "Card"}}, token)
    charge = {"id": made["data"]["transactionCreate"]["transaction"]["id"], "ref": "pi_1"}
    first = sandbox.gql(REPORT, charge | {"amount": 29.0}, token)["data"]
    again = sandbox.gql(REPORT, charge | {"amount": 29.0}, token)["data"]
    assert first["transactionEventReport"]["alreadyProcessed"] is False
    assert again["transactionEventReport"]["alreadyProcessed"] is True
    assert sandbox.order(order["id"])["charged"] == "29.00"
    other = sandbox.gql(REPORT, charge | {"amount": 28.0}, token)["data"]
    assert other["transactionEventReport"]["errors"] == [{"code": "INCORRECT_DETAILS"}]
    bare = sandbox.gql(REPORT, {"id": charge["id"], "ref": "pi_2"}, token)["data"]
    assert bare["transactionEventReport"]["errors"] == [{"code": "REQUIRED"}]
    sandbox.wait_idle()
    assert len(installed.webhooks("order_fully_paid")) == 1


def test_app_problems_are_counted_and_dismissed(sandbox: Sandbox, installed: FakeApp) -> None:
    create = """mutation P($input: AppProblemCreateInput!) {
      appProblemCreate(input: $input) { appProblem { count isCritical } errors { code } }
    }"""
    given = {"input": {"key": "totals", "message": "Sums differ.", "criticalThreshold": 2}}
    seen = [sandbox.gql(create, given, installed.auth_token)["data"] for _ in range(2)]
    assert [row["appProblemCreate"]["appProblem"] for row in seen] == [
        {"count": 1, "isCritical": False},
        {"count": 2, "isCritical": True},
    ]
    dismiss = """mutation D { appProblemDismiss(input: {byApp: {keys: ["totals"]}}) {
      errors { code } } }"""
    sandbox.gql(dismiss, token=installed.auth_token)
    assert sandbox.control("state")["apps"][0]["problems"] == []
    assert denied(sandbox.gql(create, given, sandbox.customer_token()))


def test_federation_serves_sdl_and_hides_foreign_entities(sandbox: Sandbox, app: FakeApp) -> None:
    order = sandbox.place("usd_net")
    sdl = sandbox.gql("{ _service { sdl } }")["data"]["_service"]["sdl"]
    assert 'type Order implements Node & ObjectWithMetadata @key(fields: "id")' in sdl
    query = """query E($wanted: [_Any]) {
      _entities(representations: $wanted) { ... on Order { number } } }"""
    wanted = {"wanted": [{"__typename": "Order", "id": order["id"]}]}
    seen = [
        sandbox.gql(query, wanted, token)["data"]["_entities"]
        for token in (sandbox.staff_token(), sandbox.customer_token(), "")
    ]
    assert seen == [[{"number": order["number"]}], [{"number": order["number"]}], [None]]
    stranger = sandbox.token("second@example.com", "second")
    assert sandbox.gql(query, wanted, stranger)["data"]["_entities"] == [None]
    assert app.requests == []


def test_a_legacy_payment_tells_of_its_refund_in_the_payment_status(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("guest")
    sandbox.advance(order["id"], "pay", legacy=True)
    sandbox.advance(order["id"], "refund", amount="9.00")
    query = """query P($id: ID!) { order(id: $id) { paymentStatus isPaid
      totalCharged { amount } totalRefunded { amount } transactions { id }
      payments { capturedAmount { amount } transactions { kind amount { amount } } } } }"""
    seen = sandbox.gql(query, {"id": order["id"]}, installed.auth_token)["data"]["order"]
    steps = [
        {"kind": "CAPTURE", "amount": {"amount": 29.0}},
        {"kind": "REFUND", "amount": {"amount": 9.0}},
    ]
    assert seen == {
        "paymentStatus": "PARTIALLY_REFUNDED",
        "isPaid": False,
        "totalCharged": {"amount": 20.0},
        "totalRefunded": {"amount": 9.0},
        "transactions": [],
        "payments": [{"capturedAmount": {"amount": 20.0}, "transactions": steps}],
    }
