"""Transactions: created by an app, then reported on, event by event."""

import graphene
from graphene.utils.str_converters import to_camel_case

from saleor_sandbox.app_model import App
from saleor_sandbox.happenings import RefusedError
from saleor_sandbox.money import ZERO
from saleor_sandbox.payment_model import TransactionItem as Row
from saleor_sandbox.payments import announce_money, record, standing
from saleor_sandbox.reports import Report, report_take

from . import base
from .base import MetadataInput, PermissionDeniedError, listed, plain, require
from .order_types import TransactionEvent, TransactionItem
from .payloads import as_dict, error_type, mutation, sought

CreateError = error_type(
    "TransactionCreateError",
    "INVALID GRAPHQL_ERROR NOT_FOUND INCORRECT_CURRENCY METADATA_KEY_REQUIRED UNIQUE",
)
UpdateError = error_type(
    "TransactionUpdateError",
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


class TransactionUpdateInput(graphene.InputObjectType):
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
    given = money_given(transaction, order.currency)
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
        adjust(item, key, money["amount"], info)
    informed(item, transaction_event, info)
    announce_money(info.context.state, order, before, info.context.principal)
    return {"transaction": item}


def transaction_of(info, global_id, token):
    """One of `id` and `token`, no more and no less."""
    if bool(global_id) == bool(token):
        raise RefusedError("At most one of arguments is required: id, token.", "GRAPHQL_ERROR")
    if global_id:
        return sought(info, global_id, "TransactionItem")
    rows = info.context.state.transactions()
    item = next((row for row in rows if row.token == str(token)), None)
    if item is None:
        raise RefusedError(f"Couldn't resolve to a node: {token}", "NOT_FOUND", "id")
    return item


def own_item(info, global_id, token):
    """An app's own, also of an app that is installed anew; staff's, whoever of them made it."""
    require(info, "HANDLE_PAYMENTS")
    item, app = transaction_of(info, global_id, token), info.context.app
    of_app = isinstance(item.owner, App)
    mine = item.app_identifier == app.identifier if app else not of_app
    if item.owner is not None and not mine:
        raise PermissionDeniedError("OWNER", "HANDLE_PAYMENTS")
    return item


def actor(info):
    return {"app" if info.context.app else "user": info.context.principal}


def refuse_when_told(state):
    """A fault that was ordered: Saleor takes no report."""
    faults = state.faults
    if faults.refuse_reports and faults.refuse_code == "PermissionDenied":
        raise PermissionDeniedError("OWNER", "HANDLE_PAYMENTS")
    if faults.refuse_reports:
        raise RefusedError("The report is refused.", faults.refuse_code)


def event_report(info, *, psp_reference, **given):
    item, state = own_item(info, given.get("id"), given.get("token")), info.context.state
    refuse_when_told(state)
    report = Report(
        kind=plain(given["type"]),
        reference=psp_reference,
        amount=given.get("amount"),
        message=given.get("message") or "",
        url=given.get("external_url") or "",
        at=given.get("time"),
        actions=plain(given.get("available_actions")),
        by=actor(info),
    )
    meta = as_dict(given.get("transaction_metadata"))
    private = as_dict(given.get("transaction_private_metadata"))
    event, repeated = report_take(
        state=state, item=item, report=report, principal=info.context.principal
    )
    if not repeated:
        item.meta |= meta
        item.private_meta |= private
    return {"already_processed": repeated, "transaction": item, "transaction_event": event}


def transaction_update(info, id=None, token=None, transaction=None, transaction_event=None):  # noqa: A002
    item, state, given = own_item(info, id, token), info.context.state, transaction or {}
    money = money_given(given, item.order.currency)
    taken = {row.psp_reference for row in state.transactions() if row is not item}
    if given.get("psp_reference") and given["psp_reference"] in taken:
        text = "Transaction with provided `pspReference` already exists."
        raise RefusedError(text, "UNIQUE", "transaction")
    before = standing(item.order)
    item.meta |= as_dict(given.get("metadata"))
    item.private_meta |= as_dict(given.get("private_metadata"))
    for key in ("name", "message", "psp_reference", "external_url"):
        if given.get(key) is not None:
            setattr(item, key, given[key])
    if given.get("available_actions") is not None:
        item.actions = plain(given["available_actions"])
    for key, wanted in money.items():
        # Amounts are what they shall be from now on: the difference is written as an event.
        adjust(item, key, wanted["amount"] - item.of(key.removeprefix("amount_")), info)
    informed(item, transaction_event, info)
    announce_money(state, item.order, before, info.context.principal)
    return {"transaction": item}


def money_given(transaction, currency):
    given = {key: transaction[key] for key in ADJUSTMENTS if transaction.get(key)}
    for key, money in given.items():
        if money["currency"] != currency:
            field = to_camel_case(key)
            raise RefusedError("The currency is not the order's.", "INCORRECT_CURRENCY", field)
    return given


def adjust(item, key, difference, info):
    kind, why = ADJUSTMENTS[key], "Manual adjustment of the transaction."
    if difference:
        record(item, kind, difference, "", why, **actor(info))


def informed(item, given, info):
    if given:
        reference, message = given.get("psp_reference") or "", given.get("message") or ""
        record(item, "INFO", ZERO, reference, message, **actor(info))


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
    transaction_update = mutation(
        "TransactionUpdate",
        UpdateError,
        transaction_update,
        {
            "id": graphene.ID(),
            "token": graphene.UUID(),
            "transaction": TransactionUpdateInput(),
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
