"""A payment is confirmed: the bank pays, says no, wants to see the customer, or takes days."""

from typing import Any

from . import shapes
from .behind import DeclinedError
from .calls import Call
from .cards import REDIRECTS, Behaviour
from .disputes import dispute_make
from .errors import StripeError, invalid, missing, unexpected_state
from .events import happened
from .methods import attach, behaviour_of, declined, method_make, method_named
from .objects import raw_of, read
from .state import Row, fresh_id

Json = dict[str, Any]

CONFIRMABLE = ("requires_payment_method", "requires_confirmation", "requires_action")
AUTHENTICATION = Behaviour(
    code="payment_intent_authentication_failure",
    message="This PaymentMethod failed authentication: confirm again with payment_method_data.",
)


async def confirm(call: Call, row: Row, params: Json) -> Json:
    raw = await raw_of(call.state, row)
    if raw["status"] not in CONFIRMABLE:
        raise unexpected_state("confirmed", raw["status"], shapes.intent(row, raw))
    paid_by = await _paid_by(call, row, raw, params)
    _redirect(call, row, paid_by, params)
    if usage := params.get("setup_future_usage"):
        row.more["setup_future_usage"] = usage
    for name in ("receipt_email", "shipping"):
        if name in params:
            row.more[name] = params[name]
    path = f"/v1/payment_intents/{row.id}"
    # A new attempt: localstripe confirms only what has no charge and nothing to do.
    fresh = {"payment_method": paid_by.id, "latest_charge": None, "next_action": None}
    await call.state.behind.post(path, **fresh)
    try:
        raw = await call.state.behind.post(f"{path}/confirm")
    except DeclinedError:
        raise await _refused(call, row, paid_by) from None
    if raw["status"] == "requires_action":
        row.more["challenge"] = f"{call.state.settings.public_url}/v3/authenticate.html"
        row.more["last_payment_error"] = None
        await happened(call.state, "payment_intent.requires_action", row.id, cause=call.cause)
        return await _shown(call, row)
    await _charged(call, row, raw, paid_by)
    return await _shown(call, row)


def _redirect(call: Call, row: Row, paid_by: Row, params: Json) -> None:
    """Where the method leads the customer, and back; the page of an attempt before is over."""
    row.more["bank_page"] = ""
    if paid_by.more["type"] in REDIRECTS:
        if not params.get("return_url"):
            raise invalid("A return_url is needed for this method.", param="return_url")
        row.more["return_url"] = params["return_url"]
        page = f"{call.state.settings.public_url}/authorize/{row.id}"
        row.more["bank_page"] = f"{page}/{fresh_id('pa_nonce_')}"


async def authenticate(call: Call, row: Row, *, success: bool, later: bool = False) -> Json:
    """The customer has answered to the bank; ``later``: the bank takes its time to pay."""
    raw = await raw_of(call.state, row)
    if raw["status"] != "requires_action":
        raise unexpected_state("authenticated", raw["status"], shapes.intent(row, raw))
    paid_by = call.state.rows[raw["payment_method"]]
    path = f"/v1/payment_intents/{row.id}/_authenticate"
    try:
        raw = await call.state.behind.post(
            path, client_secret=raw["client_secret"], success=success
        )
    except DeclinedError:
        raise await _refused(call, row, paid_by) from None
    if success:
        await _charged(call, row, raw, paid_by, later=later)
    else:
        row.more["last_payment_error"] = _error(AUTHENTICATION, paid_by)
        await happened(call.state, "payment_intent.payment_failed", row.id, cause=call.cause)
    return await _shown(call, row)


async def settle(call: Call, row: Row, *, success: bool) -> Json:
    """The bank has answered, days later."""
    raw = await raw_of(call.state, row)
    if raw["status"] != "processing":
        raise unexpected_state("settled", raw["status"], shapes.intent(row, raw))
    paid_by = call.state.rows[raw["payment_method"]]
    charge = call.state.rows[raw["latest_charge"]["id"]]
    status = "succeeded" if success else "failed"
    await call.state.behind.post(f"/v1/charges/{charge.id}", status=status)
    if success:
        await _succeeded(call, row, charge, paid_by)
        return await read(call.state, row.id, row.scope)
    words = "The customer's bank returned the debit."
    behaviour = Behaviour(code="charge_not_approved", message=words)
    charge.more |= {"failure_code": "insufficient_funds", "failure_message": words}
    row.more["last_payment_error"] = _error(behaviour, paid_by) | {"charge": charge.id}
    await happened(call.state, "charge.failed", charge.id)
    await happened(call.state, "payment_intent.payment_failed", row.id)
    return await read(call.state, row.id, row.scope)


async def _paid_by(call: Call, row: Row, raw: Json, params: Json) -> Row:
    """The method that is named, described or set before."""
    if data := params.get("payment_method_data"):
        known = ("type", "card", "sepa_debit", "ideal", "billing_details", "allow_redisplay")
        paid_by = await method_make(call, {key: data[key] for key in known if key in data})
    elif name := params.get("payment_method") or raw["payment_method"]:
        paid_by = await method_named(call, name)
    else:
        words = "This PaymentIntent can't be confirmed: it has no payment method."
        code = "payment_intent_unexpected_state"
        raise StripeError(400, words, code=code, payment_intent=shapes.intent(row, raw))
    owner = paid_by.more.get("customer")
    if (owner and owner != raw["customer"]) or paid_by.more.get("detached"):
        raise missing("payment_method", paid_by.id, "payment_method")
    if paid_by.more["type"] not in row.more["payment_method_types"]:
        words = "This PaymentIntent can't be paid by a method of this type."
        raise StripeError(400, words, param="payment_method")
    return paid_by


async def _charged(call: Call, row: Row, raw: Json, paid_by: Row, *, later: bool = False) -> None:
    """localstripe has made the charge."""
    charge = await _charge_kept(call, row, raw["latest_charge"], paid_by)
    row.more["last_payment_error"] = None
    if later or behaviour_of(paid_by).later:
        await call.state.behind.post(f"/v1/charges/{charge.id}", status="pending")
        await _save_method(call, row, paid_by)
        await happened(call.state, "charge.pending", charge.id, cause=call.cause)
        await happened(call.state, "payment_intent.processing", row.id, cause=call.cause)
    elif raw["status"] == "requires_capture":
        await happened(
            call.state, "payment_intent.amount_capturable_updated", row.id, cause=call.cause
        )
    else:
        await _succeeded(call, row, charge, paid_by)


async def _succeeded(call: Call, row: Row, charge: Row, paid_by: Row) -> None:
    await _save_method(call, row, paid_by)
    await happened(call.state, "charge.succeeded", charge.id, cause=call.cause)
    await happened(call.state, "payment_intent.succeeded", row.id, cause=call.cause)
    behaviour = behaviour_of(paid_by)
    if behaviour.disputes:
        status = "warning_needs_response" if behaviour.inquiry else "needs_response"
        await dispute_make(call.state, charge, reason=behaviour.disputes, status=status)


async def _save_method(call: Call, row: Row, paid_by: Row) -> None:
    raw = await raw_of(call.state, row)
    if row.more.get("setup_future_usage") and raw["customer"]:
        await attach(call, paid_by, raw["customer"])


async def _refused(call: Call, row: Row, paid_by: Row) -> StripeError:
    """The bank said no: the error, with the payment as it is now."""
    behaviour = behaviour_of(paid_by)
    raw = await raw_of(call.state, row)
    charge = await _charge_kept(call, row, raw["latest_charge"], paid_by)
    charge.more |= {"failure_code": behaviour.code, "failure_message": behaviour.message}
    charge.more["decline_code"] = behaviour.decline
    error = _error(behaviour, paid_by) | {"charge": charge.id}
    row.more["last_payment_error"] = error
    await happened(call.state, "charge.failed", charge.id, cause=call.cause)
    await happened(call.state, "payment_intent.payment_failed", row.id, cause=call.cause)
    shown = await _shown(call, row)
    return declined(
        behaviour,
        charge=charge.id,
        payment_intent=shown,
        payment_method=error["payment_method"],
    )


async def _charge_kept(call: Call, row: Row, raw: Json, paid_by: Row) -> Row:
    charge = call.state.keep(
        "charge",
        raw["id"],
        row.scope,
        payment_intent=row.id,
        payment_method=paid_by.id,
        metadata=dict(row.more["metadata"]),
    )
    transaction = raw["balance_transaction"]
    if transaction:
        call.state.keep("balance_transaction", transaction, row.scope)
    return charge


def _error(behaviour: Behaviour, paid_by: Row) -> Json:
    """What a payment keeps of its last failure."""
    code = behaviour.code
    error: Json = {
        "code": code,
        "doc_url": f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}",
        "message": behaviour.message,
        "payment_method": shapes.method(paid_by),
        "type": "card_error" if behaviour.decline else "invalid_request_error",
    }
    if behaviour.decline:
        error |= {"decline_code": behaviour.decline, "network_decline_code": "01"}
    return error


async def _shown(call: Call, row: Row) -> Json:
    """The payment, as the caller may see it."""
    found = await read(call.state, row.id, row.scope)
    if call.is_browser:
        return {name: found[name] for name in shapes.BROWSER_FIELDS}
    return found
