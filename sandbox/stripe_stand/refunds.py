"""Refunds: of the API, of Stripe's side, and what the bank makes of them afterwards."""

from typing import Any

from . import money, shapes
from .calls import Call, merged_metadata
from .errors import StripeError, invalid
from .events import happened
from .forms import whole
from .methods import behaviour_of
from .objects import made_within, page, raw_of, read, refunded
from .state import Row, fresh_id

Json = dict[str, Any]

REASONS = ("duplicate", "fraudulent", "requested_by_customer")
FAILURES = ("lost_or_stolen_card", "expired_or_canceled_card", "charge_for_pending_refund_disputed",
            "insufficient_funds", "declined", "merchant_request", "unknown")  # fmt: skip


async def refund_create(call: Call) -> Json:
    call.only("payment_intent", "charge", "amount", "reason", "metadata")
    return await refund_make(call)


async def refund_make(call: Call, *, is_pending: bool = False) -> Json:
    """A refund, done at once or on its way."""
    charge = await _charge(call)
    amount = await _amount(call, charge, await raw_of(call.state, charge))
    reason = call.params.get("reason")
    if reason not in (None, *REASONS):
        raise invalid(f"Invalid reason: {reason}", param="reason")
    metadata = merged_metadata({}, call.params.get("metadata"))
    before = {"amount_refunded": await refunded(call.state, charge)}
    made = await call.state.behind.post("/v1/refunds", charge=charge.id, amount=amount)
    row = _kept(call, made, charge, reason=reason, metadata=metadata)
    paid_by = call.state.rows[charge.more["payment_method"]]
    if is_pending or behaviour_of(paid_by).refunds == "pending":
        await call.state.behind.post(f"/v1/refunds/{row.id}", status="pending")
    event = await happened(call.state, "refund.created", row.id, cause=call.cause)
    await happened(call.state, "charge.refunded", charge.id, cause=call.cause, before=before)
    return event["data"]["object"]


async def refund_move(call: Call, row: Row, status: str, reason: str = "") -> Json:
    """The bank's answer to a refund: ``succeeded``, or ``failed`` even after it succeeded."""
    if status not in ("succeeded", "failed"):
        raise invalid("A refund becomes succeeded or failed.", param="status")
    before = await raw_of(call.state, row)
    if before["status"] in ("failed", "canceled"):
        raise StripeError(400, "This refund has ended already.")
    await call.state.behind.post(f"/v1/refunds/{row.id}", status=status)
    if status == "failed":
        row.more["failure_reason"] = reason if reason in FAILURES else "unknown"
        row.more["failure_balance_transaction"] = _transaction(call, row, before)
    for kind in ("refund.updated", "charge.refund.updated"):
        await happened(call.state, kind, row.id, before={"status": before["status"]})
    if status == "failed":
        await happened(call.state, "refund.failed", row.id, before={"status": before["status"]})
    return await read(call.state, row.id, row.scope)


async def refund_update(call: Call) -> Json:
    call.only("metadata")
    row = call.state.find(call.ids["id"], "refund", call.scope, "refund")
    row.more["metadata"] = merged_metadata(row.more["metadata"], call.params.get("metadata"))
    await happened(call.state, "refund.updated", row.id, cause=call.cause, before={})
    return await read(call.state, row.id, call.scope)


async def refunds_list(call: Call) -> Json:
    call.only("charge", "payment_intent", "created", "limit", "starting_after", "ending_before")
    rows = made_within(call.state.of("refund", call.scope), call.params.get("created"))
    for name in ("charge", "payment_intent"):
        if wanted := call.ids.get(name) or call.params.get(name):
            call.state.find(wanted, name, call.scope, name)
            rows = [row for row in rows if row.more[name] == wanted]
    return await page(call.state, rows, call.params, call.path)


async def charges_list(call: Call) -> Json:
    call.only("payment_intent", "customer", "created", "limit", "starting_after", "ending_before")
    rows = made_within(call.state.of("charge", call.scope), call.params.get("created"))
    if intent := call.params.get("payment_intent"):
        rows = [row for row in rows if row.more["payment_intent"] == intent]
    if customer := call.params.get("customer"):
        found = [(row, await raw_of(call.state, row)) for row in rows]
        rows = [row for row, raw in found if raw["customer"] == customer]
    return await page(call.state, rows, call.params, call.path)


async def _charge(call: Call) -> Row:
    """The charge that is named, or the paid one of the payment."""
    if name := call.params.get("charge"):
        return call.state.find(name, "charge", call.scope, "charge")
    call.need("payment_intent")
    name = call.params["payment_intent"]
    intent = call.state.find(name, "payment_intent", call.scope, "payment_intent")
    raw = await raw_of(call.state, intent)
    if raw["status"] != "succeeded":
        words = f"This PaymentIntent has no successful charge to refund: {raw['status']}."
        raise StripeError(400, words, param="payment_intent",
                          payment_intent=shapes.intent(intent, raw))  # fmt: skip
    return call.state.rows[raw["latest_charge"]["id"]]


async def _amount(call: Call, charge: Row, raw: Json) -> int:
    """What is to go back: not more than there is, and nothing that a bank has taken."""
    if raw["status"] != "succeeded":
        raise StripeError(400, "This charge did not succeed and can't be refunded.")
    if charge.more.get("disputed") and not charge.more.get("is_refundable", False):
        words = "This charge is disputed: its money is no longer here."
        raise StripeError(400, words, code="charge_disputed", param="charge")
    left = raw["amount"] - await refunded(call.state, charge)
    if left <= 0:
        words = f"Charge {charge.id} has already been refunded."
        raise StripeError(400, words, code="charge_already_refunded", param="charge")
    amount = whole(call.params.get("amount", left), "amount")
    if amount < 1:
        raise invalid("Invalid positive integer", param="amount")
    money.step_check(amount, raw["currency"])
    if amount > left:
        words = f"The refund of {amount} is more than what is left of the charge, {left}."
        raise StripeError(400, words, param="amount")
    return amount


def _kept(call: Call, made: Json, charge: Row, *, reason: str | None, metadata: Json) -> Row:
    call.state.keep("balance_transaction", made["balance_transaction"], charge.scope)
    return call.state.keep(
        "refund",
        made["id"],
        charge.scope,
        charge=charge.id,
        payment_intent=charge.more["payment_intent"],
        payment_method=charge.more["payment_method"],
        reason=reason,
        metadata=metadata,
        destination_details=_destination(call.state.rows[charge.more["payment_method"]]),
    )


def _destination(paid_by: Row) -> Json:
    kind = paid_by.more["type"]
    if kind != "card":
        return {"type": kind, kind: {}}
    card = {"reference_status": "pending", "reference_type": "acquirer_reference_number",
            "type": "refund"}  # fmt: skip
    return {"type": "card", "card": card}


def _transaction(call: Call, row: Row, raw: Json) -> str:
    """The money that came back with a failed refund."""
    txn, amount = fresh_id("txn_1"), raw["amount"]
    found = {
        "id": txn, "object": "balance_transaction", "amount": amount, "available_on": row.created,
        "balance_type": "payments", "created": row.created, "currency": raw["currency"],
        "description": "REFUND FAILURE", "exchange_rate": None, "fee": 0, "fee_details": [],
        "net": amount, "reporting_category": "refund_failure", "source": row.id,
        "status": "available", "type": "refund_failure",
    }  # fmt: skip
    call.state.keep("balance_transaction", txn, row.scope, object=found)
    return txn
