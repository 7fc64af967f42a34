"""Transactions: created by an app, then reported on, event by event."""

import graphene

from saleor_sandbox.amounts import WITH_AMOUNT
from saleor_sandbox.happenings import RefusedError
from saleor_sandbox.money import ZERO
from saleor_sandbox.payment_model import TransactionItem as Row
from saleor_sandbox.payments import announce_money, record, standing
from saleor_sandbox.refunds import asked_with, relate

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
    before = standing(order)
    order.transactions.append(item)
    for key, money in given.items():
        kind, why = ADJUSTMENTS[key], "Manual adjustment of the transaction."
        record(item, kind, money["amount"], "", why)
    if transaction_event:
        reference = transaction_event.get("psp_reference") or ""
        record(item, "INFO", ZERO, reference, transaction_event.get("message") or "")
    announce_money(info.context.state, order, before, info.context.principal)
    return {"transaction": item}


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
    if amount is None and kind in WITH_AMOUNT:
        raise RefusedError("An amount is needed for this type of event.", "REQUIRED", "amount")
    event = known_event(item, kind, psp_reference, amount)
    repeated = event is not None
    if not repeated:
        before = standing(item.order)
        event = reported(item, kind, amount or ZERO, psp_reference, {"message": message, **more})
        announce_money(info.context.state, item.order, before, info.context.principal)
    return {"already_processed": repeated, "transaction": item, "transaction_event": event}


def reported(item, kind, amount, reference, more):
    event = record(
        item,
        kind,
        amount,
        reference,
        (more.get("message") or "")[:512],
        url=more.get("external_url") or "",
        at=more.get("time"),
    )
    asked = asked_with(item, reference) if kind.startswith("REFUND_") else None
    if asked is not None and asked.grant is not None:
        relate(asked.grant, event)
    item.psp_reference = item.psp_reference or reference
    if "available_actions" in more:
        item.actions = plain(more["available_actions"] or [])
    item.meta |= as_dict(more.get("transaction_metadata"))
    item.private_meta |= as_dict(more.get("transaction_private_metadata"))
    return event


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
