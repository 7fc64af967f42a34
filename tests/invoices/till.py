"""Refunds in the tests' Saleor: asked of a payment app, or of a payment of the older kind."""

from typing import Any

from tests.saleor.fake_saleor import Reply, data

Row = dict[str, Any]
WHEN = "2026-03-05T10:00:{:02}+00:00"


class Till:
    """What ``refund_outcome`` says becomes of a refund: success, later, or why it fails."""

    orders: dict[str, Row]
    refund_outcome = "success"
    refused_with = ""  # what the mutation itself answers

    def _do_order_refunds(self, variables: Row) -> Reply:
        order = self.orders.get(variables["id"])
        return data(order=order and _shown(order))

    def _do_transaction_request_action(self, variables: Row) -> Reply:
        if self.refused_with:
            error = {"field": None, "message": self.refused_with, "code": "INVALID"}
            return data(transactionRequestAction={"transaction": None, "errors": [error]})
        order, item = self._transaction(variables["id"])
        item["events"].append(_event(item, "REFUND_REQUEST", variables["amount"]))
        _move(order, item, "charged", "refundPending", variables["amount"])
        if self.refund_outcome != "later":
            self.settle(order["id"], self.refund_outcome)
        return data(transactionRequestAction={"transaction": {"id": item["id"]}, "errors": []})

    def _do_order_refund(self, variables: Row) -> Reply:
        order = self.orders[variables["id"]]
        payment, amount = order["payments"][-1], variables["amount"]
        number = len(payment["transactions"]) + 1
        payment["transactions"].append(
            {
                "id": f"{payment['id']}-{number}",
                "token": f"token-{number}",
                "kind": "REFUND",
                "isSuccess": True,
                "error": None,
                "created": WHEN.format(number),
                "amount": {"amount": amount},
            }
        )
        _add(payment, "capturedAmount", -amount)
        _add(order, "totalCharged", -amount)
        _add(order, "totalRefunded", amount)
        return data(orderRefund={"order": {"id": order["id"]}, "errors": []})

    def settle(self, order_id: str, outcome: str = "success") -> None:
        """The payment app tells how the refund that is under way ended."""
        order = self.orders[order_id]
        for item in order["transactions"]:
            told = {one["pspReference"] for one in item["events"] if one["type"] in ENDS}
            for asked in list(item["events"]):
                if asked["type"] == "REFUND_REQUEST" and asked["pspReference"] not in told:
                    _end(order, item, asked, outcome)

    def _transaction(self, identity: str) -> tuple[Row, Row]:
        for order in self.orders.values():
            for item in order["transactions"]:
                if item["id"] == identity:
                    return order, item
        raise AssertionError(identity)


ENDS = ("REFUND_SUCCESS", "REFUND_FAILURE")


def _end(order: Row, item: Row, asked: Row, outcome: str) -> None:
    done, amount = outcome == "success", asked["amount"]["amount"]
    end = _event(item, ENDS[0] if done else ENDS[1], amount, asked["pspReference"])
    end["message"] = "" if done else outcome
    item["events"].append(end)
    _move(order, item, "refundPending", "refunded" if done else "charged", amount)


def _event(item: Row, kind: str, amount: float, reference: str = "") -> Row:
    number = len(item["events"]) + 1
    return {
        "id": f"{item['id']}-{number}",
        "type": kind,
        "pspReference": reference or f"re-{number}",
        "message": "",
        "createdAt": WHEN.format(number),
        "amount": {"amount": amount},
    }


def _move(order: Row, item: Row, taken: str, given: str, amount: float) -> None:
    for name, change in ((taken, -amount), (given, amount)):
        _add(item, f"{name}Amount", change)
        _add(order, f"total{name[0].upper()}{name[1:]}", change)


def _add(row: Row, name: str, change: float) -> None:
    row[name] = {"amount": round(row[name]["amount"] + change, 2)}


def _shown(order: Row) -> Row:
    transactions = [
        {**item, "events": [{"message": "", **event} for event in item["events"]]}
        for item in order["transactions"]
    ]
    payments = [
        {**one, "transactions": [{"error": None, **step} for step in one["transactions"]]}
        for one in order["payments"]
    ]
    return {"id": order["id"], "transactions": transactions, "payments": payments}
