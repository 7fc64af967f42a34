"""Objects as Stripe's reference describes them, made of localstripe's and of what we know more.

``raw`` is localstripe's object, ``more`` is ``Row.more``.
"""

from typing import Any

from .state import Row

Json = dict[str, Any]

_ADDRESS = ("city", "country", "line1", "line2", "postal_code", "state")
BROWSER_FIELDS = (
    "id", "object", "amount", "automatic_payment_methods", "canceled_at", "cancellation_reason",
    "capture_method", "client_secret", "confirmation_method", "created", "currency", "description",
    "last_payment_error", "livemode", "next_action", "payment_method", "payment_method_types",
    "processing", "receipt_email", "setup_future_usage", "shipping", "source", "status",
)  # fmt: skip
"""What a publishable key may see of a PaymentIntent."""


def _basis(row: Row, kind: str) -> Json:
    return {"id": row.id, "object": kind, "created": row.created}


INTENT_NULLS = (
    "application",
    "application_fee_amount",
    "customer_account",
    "excluded_payment_method_types",
    "on_behalf_of",
    "payment_method_configuration_details",
    "review",
    "source",
    "transfer_data",
    "transfer_group",
)
"""What the stand never sets."""


INTENT_KEPT = (
    "canceled_at",
    "cancellation_reason",
    "description",
    "last_payment_error",
    "receipt_email",
    "setup_future_usage",
    "shipping",
    "statement_descriptor",
    "statement_descriptor_suffix",
)
"""What is given back as it was given."""


def intent(row: Row, raw: Json) -> Json:
    status, more = raw["status"], row.more
    charge = raw["latest_charge"]
    paid = raw["amount"] if status == "succeeded" else 0
    waiting = raw["amount"] if status == "requires_capture" else 0
    basis = _basis(row, "payment_intent")
    return (
        basis
        | dict.fromkeys(INTENT_NULLS)
        | {name: more.get(name) for name in INTENT_KEPT}
        | {
            "amount": raw["amount"],
            "amount_capturable": waiting,
            "amount_details": {"tip": {}},
            "amount_received": paid,
            "automatic_payment_methods": more["automatic_payment_methods"],
            "capture_method": raw["capture_method"],
            "client_secret": raw["client_secret"],
            "confirmation_method": "automatic",
            "currency": raw["currency"],
            "customer": raw["customer"],
            "latest_charge": charge["id"] if charge else None,
            "livemode": row.scope[1],
            "metadata": more["metadata"],
            "next_action": _next_action(more, raw),
            "payment_method": None
            if status == "requires_payment_method"
            else raw["payment_method"],
            "payment_method_options": _options(more["payment_method_types"]),
            "payment_method_types": more["payment_method_types"],
            "processing": _processing(status),
            "status": status,
        }
    )


def _next_action(more: Json, raw: Json) -> Json | None:
    if raw["status"] != "requires_action":
        return None
    if page := more.get("bank_page"):
        there = {"return_url": more["return_url"], "url": page}
        return {"type": "redirect_to_url", "redirect_to_url": there}
    return {
        "type": "use_stripe_sdk",
        "use_stripe_sdk": {"type": "three_d_secure_redirect", "stripe_js": more["challenge"]},
    }


def _options(types: list[str]) -> Json:
    every = {
        "card": {
            "installments": None,
            "mandate_options": None,
            "network": None,
            "request_three_d_secure": "automatic",
        },
        "sepa_debit": {},
        "ideal": {},
    }
    return {kind: every[kind] for kind in types if kind in every}


def _processing(status: str) -> Json | None:
    if status != "processing":
        return None
    return {"type": "card", "card": {"customer_notification": None}}


CHARGE_NULLS = (
    "application",
    "application_fee",
    "application_fee_amount",
    "failure_balance_transaction",
    "on_behalf_of",
    "receipt_number",
    "receipt_url",
    "review",
    "source",
    "source_transfer",
    "transfer_data",
    "transfer_group",
)
"""What the stand never sets."""


def charge(row: Row, raw: Json, paid_by: Row, intent_more: Json, money_back: int) -> Json:
    more, status = row.more, raw["status"]
    failed = status == "failed"
    basis = _basis(row, "charge")
    return (
        basis
        | dict.fromkeys(CHARGE_NULLS)
        | {
            "amount": raw["amount"],
            "amount_captured": raw["amount"] if raw["captured"] and status == "succeeded" else 0,
            "amount_refunded": money_back,
            "balance_transaction": None if failed else raw["balance_transaction"],
            "billing_details": paid_by.more["billing_details"],
            "calculated_statement_descriptor": intent_more.get("statement_descriptor")
            or "SAMPLE SELLER",
            "captured": raw["captured"] and not failed,
            "currency": raw["currency"],
            "customer": raw["customer"],
            "description": intent_more.get("description"),
            "disputed": bool(more.get("disputed")),
            "failure_code": more.get("failure_code") if failed else None,
            "failure_message": more.get("failure_message") if failed else None,
            "fraud_details": {},
            "livemode": row.scope[1],
            "metadata": more.get("metadata", {}),
            "outcome": _outcome(more, failed),
            "paid": status == "succeeded",
            "payment_intent": more["payment_intent"],
            "payment_method": paid_by.id,
            "payment_method_details": _details(paid_by),
            "radar_options": {},
            "receipt_email": intent_more.get("receipt_email"),
            "refunded": not failed and money_back >= raw["amount"],
            "shipping": intent_more.get("shipping"),
            "statement_descriptor": intent_more.get("statement_descriptor"),
            "statement_descriptor_suffix": intent_more.get("statement_descriptor_suffix"),
            "status": status,
        }
    )


def _outcome(more: Json, failed: bool) -> Json:
    words = "The bank said no." if failed else "Payment complete."
    return {
        "advice_code": None,
        "network_advice_code": None,
        "network_decline_code": None,
        "network_status": "declined_by_network" if failed else "approved_by_network",
        "reason": more.get("decline_code") if failed else None,
        "risk_level": "normal",
        "risk_score": 20,
        "seller_message": words,
        "type": "issuer_declined" if failed else "authorized",
    }


def _details(paid_by: Row) -> Json:
    kind, facts = paid_by.more["type"], paid_by.more["facts"]
    if kind == "card":
        own = {key: facts[key] for key in ("brand", "exp_month", "exp_year")}
        return {"type": "card", "card": own | _card(facts)}
    if kind == "ideal":
        return {"type": kind, kind: dict(IDEAL_PAID)}
    own = _sepa(facts["iban"])
    return {"type": kind, kind: own | {"mandate": None, "expected_debit_date": None}}


IDEAL_PAID = {
    "bank": "ing",
    "bic": "INGBNL2A",
    "generated_sepa_debit": None,
    "generated_sepa_debit_mandate": None,
    "iban_last4": "0300",
    "transaction_id": "0050000000000001",
    "verified_name": "Test Customer",
}
"""What a charge tells of the customer's bank."""


def _card(facts: Json) -> Json:
    """What a card's description and a charge have alike."""
    return {
        "checks": {"address_line1_check": None, "address_postal_code_check": None,
                   "cvc_check": "pass"},
        "country": "DE" if facts["number"].startswith("400000276") else "US",
        "fingerprint": facts["fingerprint"],
        "funding": "credit",
        "last4": facts["number"][-4:],
        "wallet": None,
    }  # fmt: skip


def _sepa(iban: str) -> Json:
    return {
        "bank_code": iban[4:12],
        "branch_code": "",
        "country": iban[:2],
        "fingerprint": f"iban{iban[-10:]}",
        "last4": iban[-4:],
    }


def method(row: Row) -> Json:
    kind, facts = row.more["type"], row.more["facts"]
    found = _basis(row, "payment_method") | {
        "allow_redisplay": row.more.get("allow_redisplay", "unspecified"),
        "billing_details": row.more["billing_details"],
        "customer": row.more.get("customer"),
        "customer_account": None,
        "livemode": row.scope[1],
        "metadata": row.more["metadata"],
        "radar_options": {},
        "type": kind,
    }
    if kind == "card":
        own = (
            {key: facts[key] for key in ("brand", "exp_month", "exp_year")}
            | _card(facts)
            | {
                "display_brand": facts["brand"],
                "generated_from": None,
                "networks": {"available": [facts["brand"]], "preferred": None},
                "regulated_status": "unregulated",
                "three_d_secure_usage": {"supported": True},
            }
        )
    elif kind == "ideal":
        own = {"bank": None, "bic": None}  # chosen at the bank's own page
    else:
        own = _sepa(facts["iban"]) | {"generated_from": {"charge": None, "setup_attempt": None}}
    return found | {kind: own}


def billing_details(given: Json) -> Json:
    address = given.get("address") or {}
    return {
        "address": {key: address.get(key) or None for key in _ADDRESS},
        "email": given.get("email") or None,
        "name": given.get("name") or None,
        "phone": given.get("phone") or None,
        "tax_id": None,
    }


def customer(row: Row, raw: Json) -> Json:
    address = raw["address"]
    return _basis(row, "customer") | {
        "address": {key: address.get(key) for key in _ADDRESS} if address else None,
        "balance": 0,
        "currency": None,
        "customer_account": None,
        "default_source": None,
        "delinquent": False,
        "description": raw["description"],
        "discount": None,
        "email": raw["email"],
        "invoice_prefix": row.id[-8:].upper(),
        "invoice_settings": {"custom_fields": None, "default_payment_method": None, "footer": None,
                             "rendering_options": None},
        "livemode": row.scope[1],
        "metadata": row.more["metadata"],
        "name": raw["name"],
        "next_invoice_sequence": 1,
        "phone": raw["phone"],
        "preferred_locales": raw["preferred_locales"] or [],
        "shipping": None,
        "tax_exempt": "none",
        "test_clock": None,
    }  # fmt: skip


def refund(row: Row, raw: Json) -> Json:
    more = row.more
    found = _basis(row, "refund") | {
        "amount": raw["amount"],
        "balance_transaction": raw.get("balance_transaction"),
        "charge": raw["charge"],
        "currency": raw["currency"],
        "customer": None,
        "customer_account": None,
        "destination_details": more["destination_details"],
        "metadata": more["metadata"],
        "payment_intent": more["payment_intent"],
        "payment_method": more["payment_method"],
        "reason": more.get("reason"),
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": raw["status"],
        "transfer_reversal": None,
    }
    if raw["status"] == "failed":
        found |= {"failure_reason": more.get("failure_reason", "unknown")}
        found |= {"failure_balance_transaction": more["failure_balance_transaction"]}
    if raw["status"] == "pending":
        found |= {"pending_reason": "processing"}
    return found


def transaction(row: Row, raw: Json) -> Json:
    fields = ("amount", "available_on", "currency", "description", "fee", "fee_details", "net")
    known = {key: raw[key] for key in (*fields, "reporting_category", "source", "status", "type")}
    return (
        _basis(row, "balance_transaction")
        | known
        | {"exchange_rate": None, "balance_type": "payments"}
    )
