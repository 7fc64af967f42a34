"""PaymentIntents: made, changed, cancelled, listed. What confirming does is in ``charging``."""

import re
import time
from typing import Any

from . import cards, money, shapes
from .calls import Call, merged_metadata
from .charging import confirm
from .errors import StripeError, invalid, missing, unexpected_state
from .events import happened
from .forms import flag, whole
from .methods import method_named
from .objects import made_within, page, raw_of, read
from .state import Row

Json = dict[str, Any]

KEPT = (
    "description", "receipt_email", "setup_future_usage", "shipping", "statement_descriptor",
    "statement_descriptor_suffix",
)  # fmt: skip
CHANGES = (
    *KEPT, "amount", "currency", "customer", "metadata", "payment_method", "payment_method_types",
    "payment_method_options",
)  # fmt: skip
CREATE = (
    *CHANGES, "automatic_payment_methods", "capture_method", "confirm", "confirmation_method",
    "off_session", "payment_method_data", "return_url", "use_stripe_sdk",
)  # fmt: skip
CANCELABLE = ("requires_payment_method", "requires_confirmation", "requires_action",
              "requires_capture")  # fmt: skip
SWITCHED_ON = ("card", "sepa_debit", "link", *cards.REDIRECTS)
REASONS = ("duplicate", "fraudulent", "requested_by_customer", "abandoned")
_DESCRIPTOR = re.compile(r"(?=.*[A-Za-z])[^<>\\'\"*]{1,22}")
_CLAUSE = re.compile(
    r"""(?:metadata\[["']([^"']+)["']\]|(\w+))\s*(:|>=|<=|>|<)\s*["']?([^"']*)["']?"""
)


async def create(call: Call) -> Json:
    call.only(*CREATE)
    call.need("amount", "currency")
    currency = money.currency_check(str(call.params["currency"]))
    amount = money.amount_check(whole(call.params["amount"], "amount"), currency)
    more = {
        "metadata": merged_metadata({}, call.params.get("metadata")),
        **_types(call.params, currency),
        **_kept(call.params),
    }
    body: Json = {"amount": amount, "currency": currency}
    if customer := call.params.get("customer"):
        body["customer"] = call.state.find(customer, "customer", call.scope, "customer").id
    if name := call.params.get("payment_method"):
        body["payment_method"] = (await _usable(call, name, customer)).id
    if "capture_method" in call.params:
        body["capture_method"] = call.params["capture_method"]
    raw = await call.state.behind.post("/v1/payment_intents", **body)
    row = call.state.keep("payment_intent", raw["id"], call.scope, **more)
    event = await happened(call.state, "payment_intent.created", row.id, cause=call.cause)
    if flag(call.params.get("confirm", False), "confirm"):
        return await confirm(call, row, call.params)
    return event["data"]["object"]


async def update(call: Call) -> Json:
    call.only(*CHANGES)
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    raw = await raw_of(call.state, row)
    body = await _changed(call, raw)
    if body and raw["status"] in ("succeeded", "canceled", "processing", "requires_capture"):
        found = shapes.intent(row, raw)
        raise unexpected_state("updated", raw["status"], found)
    row.more["metadata"] = merged_metadata(row.more["metadata"], call.params.get("metadata"))
    row.more |= _kept(call.params)
    if types := call.params.get("payment_method_types"):
        row.more |= _types({"payment_method_types": types}, raw["currency"])
    if body:
        await call.state.behind.post(f"/v1/payment_intents/{row.id}", **body)
    return await read(call.state, row.id, call.scope)


async def retrieve(call: Call) -> Json:
    """A browser sees a payment whose secret it has, and of that only some."""
    call.only("client_secret")
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    found = await read(call.state, row.id, call.scope)
    if not call.is_browser:
        return found
    secret_check(call, found)
    return {name: found[name] for name in shapes.BROWSER_FIELDS}


def secret_check(call: Call, found: Json) -> None:
    if call.params.get("client_secret") != found["client_secret"]:
        raise missing("payment_intent", call.ids["id"], "intent")


async def browser_confirm(call: Call) -> Json:
    """Confirmed by the customer's browser, or by the shop itself."""
    call.only(
        "payment_method", "payment_method_data", "return_url", "use_stripe_sdk", "client_secret",
        "expected_payment_method_type", "setup_future_usage", "receipt_email", "shipping",
        "off_session", "mandate_data",
    )  # fmt: skip
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    if call.is_browser:
        secret_check(call, await read(call.state, row.id, call.scope))
    elif _redirects(row) and not call.params.get("return_url"):
        words = "A return_url is needed: some methods lead the customer away from the page."
        raise invalid(words, param="return_url")
    return await confirm(call, row, call.params)


async def cancel(call: Call) -> Json:
    call.only("cancellation_reason")
    row = call.state.find(call.ids["id"], "payment_intent", call.scope, "intent")
    reason = call.params.get("cancellation_reason")
    if reason is not None and reason not in REASONS:
        raise invalid(f"Invalid cancellation_reason: {reason}", param="cancellation_reason")
    raw = await raw_of(call.state, row)
    if raw["status"] not in CANCELABLE:
        raise unexpected_state("canceled", raw["status"], shapes.intent(row, raw))
    await call.state.behind.post(f"/v1/payment_intents/{row.id}/cancel")
    row.more |= {"canceled_at": int(time.time()), "cancellation_reason": reason}
    event = await happened(call.state, "payment_intent.canceled", row.id, cause=call.cause)
    return event["data"]["object"]


async def listing(call: Call) -> Json:
    call.only("customer", "created", "limit", "starting_after", "ending_before")
    rows = made_within(call.state.of("payment_intent", call.scope), call.params.get("created"))
    if customer := call.params.get("customer"):
        call.state.find(customer, "customer", call.scope, "customer")
        found = [(row, await raw_of(call.state, row)) for row in rows]
        rows = [row for row, raw in found if raw["customer"] == customer]
    return await page(call.state, rows, call.params, call.path)


async def search(call: Call) -> Json:
    """``metadata["k"]:"v" AND status:"succeeded" AND created>1``; there is no OR here."""
    call.only("query", "limit", "page")
    call.need("query")
    clauses = [_CLAUSE.fullmatch(each.strip()) for each in call.params["query"].split(" AND ")]
    if not all(clauses):
        raise invalid("The search query can't be read.", param="query")
    limit, start = whole(call.params.get("limit", 10), "limit"), int(call.params.get("page", 0))
    rows = call.state.of("payment_intent", call.scope)
    every = [await read(call.state, row.id, row.scope) for row in rows]
    found = [each for each in every if all(_holds(each, clause) for clause in clauses if clause)]
    more = len(found) > start + limit
    return {
        "object": "search_result",
        "data": found[start : start + limit],
        "has_more": more,
        "next_page": str(start + limit) if more else None,
        "url": "/v1/payment_intents/search",
    }


def _holds(found: Json, clause: re.Match[str]) -> bool:
    key, name, sign, value = clause.groups()
    if key:
        return sign == ":" and found["metadata"].get(key) == value
    held = found.get(name)
    if sign == ":":
        return str(held) == value
    bound, number = whole(value, "query"), whole(held, "query")
    return {">": number > bound, "<": number < bound, ">=": number >= bound,
            "<=": number <= bound}[sign]  # fmt: skip


async def _changed(call: Call, raw: Json) -> Json:
    """What localstripe is told of an update."""
    body: Json = {}
    currency = money.currency_check(str(call.params.get("currency", raw["currency"])))
    if "amount" in call.params or "currency" in call.params:
        amount = whole(call.params.get("amount", raw["amount"]), "amount")
        body = {"amount": money.amount_check(amount, currency), "currency": currency}
    if customer := call.params.get("customer"):
        body["customer"] = call.state.find(customer, "customer", call.scope, "customer").id
    if name := call.params.get("payment_method"):
        method = await _usable(call, name, customer or raw["customer"])
        body |= {"payment_method": method.id, "latest_charge": None}
    return body


async def _usable(call: Call, name: str, customer: str | None) -> Row:
    """A method that this customer may pay with."""
    row = await method_named(call, name)
    owner = row.more.get("customer")
    if owner and owner != customer:
        words = "The payment method belongs to a customer: give the same customer with it."
        raise StripeError(400, words, param="payment_method")
    if row.more.get("detached"):
        words = "The payment method was detached from its customer and can't be used again."
        raise StripeError(400, words, param="payment_method")
    return row


def _types(params: Json, currency: str) -> Json:
    """By which methods it can be paid: named ones, or all that the account has switched on."""
    named = params.get("payment_method_types")
    automatic = params.get("automatic_payment_methods")
    if named and automatic:
        raise invalid("Give payment_method_types or automatic_payment_methods, not both.")
    if named:
        if unknown := [each for each in named if each not in SWITCHED_ON]:
            words = f"The payment method type is not switched on: {unknown[0]}"
            raise invalid(words, param="payment_method_types")
        return {"payment_method_types": list(named), "automatic_payment_methods": None}
    switch = automatic or {"enabled": "true"}
    if not flag(switch.get("enabled", ""), "automatic_payment_methods[enabled]"):
        return {"payment_method_types": ["card"], "automatic_payment_methods": None}
    redirects = switch.get("allow_redirects", "always")
    types = ["card", *(["sepa_debit"] if currency == "eur" else [])]
    if redirects == "always" and not params.get("setup_future_usage"):
        types += [kind for kind, takes in cards.REDIRECTS.items() if currency in takes]
    enabled = {"allow_redirects": redirects, "enabled": True}
    return {"payment_method_types": types, "automatic_payment_methods": enabled}


def _kept(params: Json) -> Json:
    """What localstripe does not take and Stripe gives back."""
    usage = params.get("setup_future_usage")
    if usage not in (None, "", "on_session", "off_session"):
        raise invalid(f"Invalid setup_future_usage: {usage}", param="setup_future_usage")
    for name in ("statement_descriptor", "statement_descriptor_suffix"):
        given = params.get(name)
        if given and not _DESCRIPTOR.fullmatch(given):
            words = "It has 22 characters at most, a letter, and none of < > \\ ' \" *"
            raise invalid(words, param=name)
    return {name: params[name] or None for name in KEPT if name in params}


def _redirects(row: Row) -> bool:
    automatic = row.more["automatic_payment_methods"]
    return bool(automatic) and automatic["allow_redirects"] == "always"
