"""Payment methods and customers."""

import hashlib
from typing import Any

from . import cards, shapes
from .calls import Call, merged_metadata
from .cards import Behaviour
from .errors import StripeError, invalid
from .events import happened
from .objects import made_within, page, read
from .state import Row

Json = dict[str, Any]

CREATE = ("type", "card", "sepa_debit", "ideal", "billing_details", "metadata", "allow_redisplay")
NEVER = {"exp_month": 12, "exp_year": 2050}
CUSTOMER = ("name", "email", "description", "phone", "address", "metadata", "preferred_locales")


async def method_create(call: Call) -> Json:
    call.only(*CREATE)
    return shapes.method(await method_make(call, call.params))


async def method_make(call: Call, given: Json) -> Row:
    """A method of these details; localstripe gets a card that does as this one should."""
    kind = given.get("type")
    if kind == "card":
        facts = cards.card_facts(given.get("card") or {})
        behaviour = cards.BEHAVIOURS[facts["number"]]
        facts["fingerprint"] = hashlib.sha256(facts["number"].encode()).hexdigest()[:16]
        expires = {key: facts[key] for key in ("exp_month", "exp_year")}
    elif kind == "sepa_debit":
        facts = cards.iban_facts(given.get("sepa_debit") or {})
        behaviour = cards.IBANS[facts["iban"]]
        expires = NEVER
    elif kind in cards.REDIRECTS:
        facts, behaviour, expires = {}, cards.AT_THE_BANK, NEVER
    else:
        raise invalid(f"This type is not played: {kind}", param="type")
    card = {"number": cards.engine_card(behaviour), "cvc": "123", **expires}
    raw = await call.state.behind.post("/v1/payment_methods", type="card", card=card)
    return call.state.keep(
        "payment_method",
        raw["id"],
        call.scope,
        type=kind,
        facts=facts,
        billing_details=shapes.billing_details(given.get("billing_details") or {}),
        metadata=merged_metadata({}, given.get("metadata")),
        allow_redisplay=given.get("allow_redisplay", "unspecified"),
    )


async def method_named(call: Call, name: str) -> Row:
    """A method of this account; the documentation's names make a new one."""
    if number := cards.NAMES.get(name):
        card = {"number": number, "exp_month": "12", "exp_year": "34"}
        return await method_make(call, {"type": "card", "card": card})
    if name == "pm_sepaDebit_success":
        details = {"iban": "DE89370400440532013000"}
        return await method_make(call, {"type": "sepa_debit", "sepa_debit": details})
    return call.state.find(name, "payment_method", call.scope, "payment_method")


def behaviour_of(row: Row) -> Behaviour:
    facts = row.more["facts"]
    if row.more["type"] == "card":
        return cards.BEHAVIOURS[facts["number"]]
    return cards.IBANS[facts["iban"]] if "iban" in facts else cards.AT_THE_BANK


async def method_read(call: Call) -> Json:
    return shapes.method(await method_named(call, call.ids["id"]))


async def methods_list(call: Call) -> Json:
    """Those of a customer, of one type or of all."""
    call.only("customer", "type", "limit", "starting_after", "ending_before")
    customer = call.ids.get("id") or call.params.get("customer")
    if not customer:
        raise invalid("Missing required param: customer.", code="parameter_missing")
    call.state.find(customer, "customer", call.scope, "customer")
    kind = call.params.get("type")
    rows = [
        row
        for row in call.state.of("payment_method", call.scope)
        if row.more.get("customer") == customer and kind in (None, row.more["type"])
    ]
    return await page(call.state, rows, call.params, call.path)


async def method_attach(call: Call) -> Json:
    call.only("customer")
    call.need("customer")
    row = await method_named(call, call.ids["id"])
    call.state.find(call.params["customer"], "customer", call.scope, "customer")
    behaviour = behaviour_of(row)
    if behaviour.code and row.more["facts"].get("number") != "4000000000000341":
        raise declined(behaviour)
    await attach(call, row, call.params["customer"])
    return shapes.method(row)


async def attach(call: Call, row: Row, customer: str) -> None:
    """Keep a method for a customer; one that is there already stays."""
    if row.more.get("customer"):
        if row.more["customer"] != customer:
            raise invalid("This method is attached to another customer already.")
        return
    path = f"/v1/payment_methods/{row.id}/attach"
    await call.state.behind.post(path, customer=customer)
    row.more["customer"] = customer
    await happened(call.state, "payment_method.attached", row.id, cause=call.cause)


async def method_detach(call: Call) -> Json:
    call.only()
    row = call.state.find(call.ids["id"], "payment_method", call.scope)
    if not row.more.get("customer"):
        raise StripeError(400, "The payment method is not attached to a customer.")
    await call.state.behind.post(f"/v1/payment_methods/{row.id}/detach")
    before = {"customer": row.more.pop("customer")}
    row.more["detached"] = True
    await happened(call.state, "payment_method.detached", row.id, cause=call.cause, before=before)
    return shapes.method(row)


def declined(behaviour: Behaviour, **more: Any) -> StripeError:
    """A card's refusal."""
    return StripeError(
        402,
        behaviour.message,
        kind="card_error",
        code=behaviour.code,
        decline_code=behaviour.decline,
        **more,
    )


async def customer_create(call: Call) -> Json:
    call.only(*CUSTOMER)
    metadata = merged_metadata({}, call.params.get("metadata"))
    known = {key: value for key, value in call.params.items() if key in CUSTOMER[:5]}
    raw = await call.state.behind.post("/v1/customers", **known)
    call.state.keep("customer", raw["id"], call.scope, metadata=metadata)
    event = await happened(call.state, "customer.created", raw["id"], cause=call.cause)
    return event["data"]["object"]


async def customer_update(call: Call) -> Json:
    call.only(*CUSTOMER)
    row = call.state.find(call.ids["id"], "customer", call.scope)
    row.more["metadata"] = merged_metadata(row.more["metadata"], call.params.get("metadata"))
    known = {key: value for key, value in call.params.items() if key in CUSTOMER[:5]}
    if known:
        await call.state.behind.post(f"/v1/customers/{row.id}", **known)
    await happened(call.state, "customer.updated", row.id, cause=call.cause, before={})
    return await read(call.state, row.id, call.scope)


async def customer_delete(call: Call) -> Json:
    row = call.state.find(call.ids["id"], "customer", call.scope)
    await happened(call.state, "customer.deleted", row.id, cause=call.cause)
    await call.state.behind.delete(f"/v1/customers/{row.id}")
    del call.state.rows[row.id]
    for method in call.state.of("payment_method", call.scope):
        if method.more.get("customer") == row.id:
            method.more.pop("customer")
    return {"id": row.id, "object": "customer", "deleted": True}


async def customers_list(call: Call) -> Json:
    call.only("email", "created", "limit", "starting_after", "ending_before")
    rows = made_within(call.state.of("customer", call.scope), call.params.get("created"))
    if email := call.params.get("email"):
        shown = [(row, await read(call.state, row.id, row.scope)) for row in rows]
        rows = [row for row, found in shown if found["email"] == email]
    return await page(call.state, rows, call.params, call.path)
