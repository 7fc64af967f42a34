"""Transactions: created by an app, then reported on, event by event."""

import graphene

from saleor_sandbox.money import ZERO
from saleor_sandbox.orders import MOVES, RefusedError, fire_all, money_events, record
from saleor_sandbox.payment_model import TransactionItem as Row

from . import base
from .base import MetadataInput, PermissionDeniedError, listed, plain, require
from .order_types import TransactionEvent, TransactionItem
from .payloads import as_dict, error_type, mutation, sought

CreateError = error_type(
    "TransactionCreateError",
    "INVALID GRAPHQL_ERROR NOT_FOUND INCORRECT_CURRENCY METADATA_KEY_REQUIRED UNIQUE",
)
ReportError = error_type(
    "TransactionEventReportError",
    "INVALID GRAPHQL_ERROR NOT_FOUND INCORRECT_DETAILS ALREADY_EXISTS REQUIRED",
)
ADJUSTMENTS = {
    "amount_authorized": "AUTHORIZATION_SUCCESS",
    "amount_charged": "CHARGE_SUCCESS",
    "amount_refunded": "REFUND_SUCCESS",
    "amount_canceled": "CANCEL_SUCCESS",
}


class MoneyInput(graphene.InputObjectType):
    currency = graphene.String(required=True)
    amount = base.PositiveDecimal(required=True)


class TransactionCreateInput(graphene.InputObjectType):
    name = graphene.String()
    message = graphene.String()
    psp_reference = graphene.String()
    available_actions = listed(base.TransactionActionEnum)
    amount_authorized = MoneyInput()
    amount_charged = MoneyInput()
    amount_refunded = MoneyInput()
    amount_canceled = MoneyInput()
    metadata = listed(MetadataInput)
    private_metadata = listed(MetadataInput)
    external_url = graphene.String()


class TransactionEventInput(graphene.InputObjectType):
    psp_reference = graphene.String()
    message = graphene.String()


def transaction_create(info, id, transaction, transaction_event=None):  # noqa: A002
    """Neither idempotent nor unique on pspReference: callers look before they create."""
    require(info, "HANDLE_PAYMENTS")
    order = sought(info, id, "Order")
    given = {key: transaction[key] for key in ADJUSTMENTS if transaction.get(key)}
    for key, money in given.items():
        if money["currency"] != order.currency:
            raise RefusedError("The currency is not the order's.", "INCORRECT_CURRENCY", key)
    item = Row(
        order=order,
        name=transaction.get("name") or "",
        message=transaction.get("message") or "",
        psp_reference=transaction.get("psp_reference") or "",
        external_url=transaction.get("external_url") or "",
        actions=plain(transaction.get("available_actions") or []),
        owner=info.context.principal,
        meta=as_dict(transaction.get("metadata")),
        private_meta=as_dict(transaction.get("private_metadata")),
    )
    charged, refunded = order.charged, order.refunded
    order.transactions.append(item)
    adjust(item, given)
    if transaction_event:
        reference = transaction_event.get("psp_reference") or ""
        record(item, "INFO", ZERO, reference, transaction_event.get("message") or "")
    after(info, order, charged, refunded)
    return {"transaction": item}


def adjust(item, given):
    for key, money in given.items():
        kind = ADJUSTMENTS[key]
        record(item, kind, money["amount"], "", "Manual adjustment of the transaction.")
        if kind == "REFUND_SUCCESS":
            # As an amount of its own here, a refund does not lower what was charged.
            item.amounts["charged"] = item.of("charged") + money["amount"]


def after(info, order, charged, refunded):
    names = money_events(order, charged, refunded)
    fire_all(info.context.state, names, order, info.context.principal)


def reported_item(info, global_id, token):
    require(info, "HANDLE_PAYMENTS")
    if global_id:
        item = sought(info, global_id, "TransactionItem")
    else:
        state = info.context.state
        item = next((row for row in state.transactions() if row.token == str(token)), None)
    if item is None:
        raise RefusedError("Couldn't resolve to a transaction.", "NOT_FOUND", "id")
    if info.context.app is not None and item.owner is not info.context.app:
        raise PermissionDeniedError("OWNER")
    return item


def known_event(item, kind, reference, amount):
    """The same report again, or the refusal that Saleor gives for one that contradicts it."""
    for event in item.events:
        if (event.type, event.psp_reference) != (kind, reference):
            continue
        if amount is not None and event.amount.amount != item.order.money(amount).amount:
            raise RefusedError("The event was reported with another amount.", "INCORRECT_DETAILS")
        return event
    if kind == "AUTHORIZATION_SUCCESS" and any(e.type == kind for e in item.events):
        raise RefusedError("An authorization was reported already.", "ALREADY_EXISTS", "type")
    return None


def event_report(info, *, psp_reference, amount=None, message=None, **more):
    item = reported_item(info, more.get("id"), more.get("token"))
    kind = plain(more["type"])
    if amount is None and kind in MOVES:
        raise RefusedError("An amount is needed for this type of event.", "REQUIRED", "amount")
    event = known_event(item, kind, psp_reference, amount)
    repeated = event is not None
    if not repeated:
        order = item.order
        charged, refunded = order.charged, order.refunded
        url = more.get("external_url") or ""
        event = record(item, kind, amount or ZERO, psp_reference, (message or "")[:512], url=url)
        if more.get("time"):
            event.created_at = more["time"]
        item.psp_reference = item.psp_reference or psp_reference
        if "available_actions" in more:
            item.actions = plain(more["available_actions"] or [])
        item.meta |= as_dict(more.get("transaction_metadata"))
        item.private_meta |= as_dict(more.get("transaction_private_metadata"))
        after(info, order, charged, refunded)
    return {"already_processed": repeated, "transaction": item, "transaction_event": event}


class PaymentMutations(graphene.ObjectType):
    transaction_create = mutation(
        "TransactionCreate",
        CreateError,
        transaction_create,
        {
            "id": graphene.ID(required=True),
            "transaction": TransactionCreateInput(required=True),
            "transaction_event": TransactionEventInput(),
        },
        transaction=graphene.Field(TransactionItem),
    )
    transaction_event_report = mutation(
        "TransactionEventReport",
        ReportError,
        event_report,
        {
            "amount": base.PositiveDecimal(),
            "available_actions": listed(base.TransactionActionEnum),
            "external_url": graphene.String(),
            "id": graphene.ID(),
            "message": graphene.String(),
            "psp_reference": graphene.String(required=True),
            "time": graphene.DateTime(),
            "token": graphene.UUID(),
            "transaction_metadata": listed(MetadataInput),
            "transaction_private_metadata": listed(MetadataInput),
            "type": base.TransactionEventTypeEnum(required=True),
        },
        already_processed=graphene.Boolean(),
        transaction=graphene.Field(TransactionItem),
        transaction_event=graphene.Field(TransactionEvent),
    )
