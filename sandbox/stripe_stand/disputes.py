"""Disputes: a bank takes money back, and the end of it. localstripe knows none."""

import time
from typing import Any

from .errors import StripeError, invalid
from .events import happened
from .objects import raw_of, refunded
from .state import Row, State, fresh_id

Json = dict[str, Any]

OPEN = ("needs_response", "under_review")
INQUIRIES = ("warning_needs_response", "warning_under_review")
ENDS = ("won", "lost", "warning_closed")
FEE = 2000
DAY = 86_400
EVIDENCE = (
    "access_activity_log", "billing_address", "cancellation_policy",
    "cancellation_policy_disclosure", "cancellation_rebuttal", "customer_communication",
    "customer_email_address", "customer_name", "customer_purchase_ip", "customer_signature",
    "duplicate_charge_documentation", "duplicate_charge_explanation", "duplicate_charge_id",
    "product_description", "receipt", "refund_policy", "refund_policy_disclosure",
    "refund_refusal_explanation", "service_date", "service_documentation", "shipping_address",
    "shipping_carrier", "shipping_date", "shipping_documentation", "shipping_tracking_number",
    "uncategorized_file", "uncategorized_text",
)  # fmt: skip


async def dispute_make(
    state: State,
    charge: Row,
    *,
    amount: int | None = None,
    reason: str = "fraudulent",
    status: str = "needs_response",
) -> Json:
    """A bank disputes a charge; unless it only asks, the money goes at once."""
    if charge.more.get("disputed"):
        raise StripeError(400, "This charge is disputed already.")
    if status not in (*OPEN, *INQUIRIES):
        raise invalid(f"A dispute begins as one of {(*OPEN, *INQUIRIES)}.", param="status")
    raw = await raw_of(state, charge)
    left = raw["amount"] - await refunded(state, charge)
    amount = left if amount is None else amount
    if raw["status"] != "succeeded" or not 0 < amount <= raw["amount"]:
        raise StripeError(400, "There is no such amount to dispute.")
    dispute = _dispute(charge, raw, amount, reason, status)
    state.keep("dispute", dispute["id"], charge.scope, object=dispute)
    charge.more |= {"disputed": True, "is_refundable": status in INQUIRIES}
    await happened(state, "charge.dispute.created", dispute["id"])
    if status in OPEN:
        await _move_money(state, dispute, charge.scope, -amount)
        await happened(state, "charge.dispute.funds_withdrawn", dispute["id"])
    made: Json = state.rows[dispute["id"]].more["object"]
    return made


async def dispute_move(state: State, row: Row, status: str) -> Json:
    """How it goes on, and how it ends."""
    dispute: Json = row.more["object"]
    if status not in (*OPEN, *INQUIRIES, *ENDS):
        raise invalid(f"Invalid status: {status}", param="status")
    if dispute["status"] in ENDS:
        raise StripeError(400, "This dispute has ended already.")
    before = {"status": dispute["status"]}
    withdrawn = sum(each["amount"] for each in dispute["balance_transactions"]) < 0
    dispute = row.more["object"] = dispute | {"status": status}
    dispute["is_charge_refundable"] = status in INQUIRIES
    if status in OPEN and not withdrawn:  # the bank's question became a dispute
        await _move_money(state, dispute, row.scope, -dispute["amount"])
        await happened(state, "charge.dispute.funds_withdrawn", row.id)
    await happened(state, "charge.dispute.updated", row.id, before=before)
    if status in ENDS:
        await _ended(state, row, status, withdrawn=withdrawn)
    ended: Json = row.more["object"]
    return ended


async def _ended(state: State, row: Row, status: str, *, withdrawn: bool) -> None:
    dispute = row.more["object"]
    charge = state.rows[dispute["charge"]]
    charge.more["is_refundable"] = status != "lost"
    if status == "won" and withdrawn:
        await _move_money(state, dispute, row.scope, dispute["amount"])
        await happened(state, "charge.dispute.funds_reinstated", row.id)
    await happened(state, "charge.dispute.closed", row.id)


async def _move_money(state: State, dispute: Json, scope: Any, amount: int) -> None:
    txn = fresh_id("txn_1")
    now = int(time.time())
    fee = FEE if amount < 0 else 0
    details = [{"amount": fee, "application": None, "currency": dispute["currency"],
                "description": "Dispute fee", "type": "stripe_fee"}]  # fmt: skip
    found = {
        "id": txn, "object": "balance_transaction", "amount": amount, "available_on": now,
        "balance_type": "payments", "created": now, "currency": dispute["currency"],
        "description": f"Chargeback of {dispute['charge']}", "exchange_rate": None, "fee": fee,
        "fee_details": details if fee else [], "net": amount - fee,
        "reporting_category": "dispute" if amount < 0 else "dispute_reversal",
        "source": dispute["id"], "status": "available", "type": "adjustment",
    }  # fmt: skip
    state.keep("balance_transaction", txn, scope, object=found)
    # A new list: events hold the dispute as it was before.
    row = state.rows[dispute["id"]]
    kept = [*dispute["balance_transactions"], found]
    row.more["object"] = dispute | {"balance_transactions": kept}


def _dispute(charge: Row, raw: Json, amount: int, reason: str, status: str) -> Json:
    now = int(time.time())
    return {
        "id": fresh_id("du_1"),
        "object": "dispute",
        "amount": amount,
        "balance_transactions": [],
        "charge": charge.id,
        "created": now,
        "currency": raw["currency"],
        "enhanced_eligibility_types": [],
        "evidence": dict.fromkeys(EVIDENCE) | {"enhanced_evidence": {}},
        "evidence_details": {"due_by": now + 9 * DAY, "enhanced_eligibility": {},
                             "has_evidence": False, "past_due": False, "submission_count": 0,
                             "submission_method": "not_submitted"},
        "is_charge_refundable": status in INQUIRIES,
        "livemode": charge.scope[1],
        "metadata": {},
        "payment_intent": charge.more["payment_intent"],
        "payment_method_details": {
            "type": "card",
            "card": {"brand": "visa", "case_type": "chargeback", "network": "visa",
                     "network_reason_code": "10.4"},
        },
        "reason": reason,
        "status": status,
    }  # fmt: skip
