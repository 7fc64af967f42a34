"""Orders moved on by staff or apps, refunds granted, and metadata."""

import graphene

from saleor_sandbox import orders, payments, refunds
from saleor_sandbox.events import fire
from saleor_sandbox.happenings import RefusedError
from saleor_sandbox.payment_model import OrderGrantedRefundLine

from . import base
from .base import MetadataInput, ObjectWithMetadata, listed, private, require
from .order_types import Order, OrderGrantedRefund
from .payloads import as_dict, error_type, mutation, sought, sought_any
from .types import Fulfillment

ID = {"id": graphene.ID(required=True)}
METADATA_OWNERS = (
    "Order", "Invoice", "User", "App", "TransactionItem", "OrderLine", "Channel", "Address"
)  # fmt: skip

OrderError = error_type(
    "OrderError",
    "BILLING_ADDRESS_NOT_SET CANNOT_CANCEL_ORDER CANNOT_REFUND CANNOT_FULFILL_UNPAID_ORDER "
    "CANNOT_CANCEL_FULFILLMENT NOT_EDITABLE FULFILL_ORDER_LINE GRAPHQL_ERROR INVALID NOT_FOUND "
    "PAYMENT_ERROR PAYMENT_MISSING TRANSACTION_ERROR REQUIRED UNIQUE ZERO_QUANTITY "
    "INVALID_QUANTITY DUPLICATED_INPUT_ITEM",
    warehouse=graphene.ID(),
    order_lines=listed(graphene.ID),
    variants=listed(graphene.ID),
    address_type=base.AddressTypeEnum(),
)
GrantError = error_type(
    "OrderGrantRefundCreateError",
    "GRAPHQL_ERROR NOT_FOUND SHIPPING_COSTS_ALREADY_GRANTED AMOUNT_GREATER_THAN_AVAILABLE "
    "REQUIRED INVALID",
)
MetadataError = error_type("MetadataError", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED NOT_UPDATED")


class OrderFulfillStockInput(graphene.InputObjectType):
    quantity = graphene.Int(required=True)
    warehouse = graphene.ID(required=True)


class OrderFulfillLineInput(graphene.InputObjectType):
    order_line_id = graphene.ID()
    stocks = graphene.List(graphene.NonNull(OrderFulfillStockInput), required=True)


class OrderFulfillInput(graphene.InputObjectType):
    lines = graphene.List(graphene.NonNull(OrderFulfillLineInput), required=True)
    notify_customer = graphene.Boolean()
    allow_stock_to_be_exceeded = graphene.Boolean()
    tracking_number = graphene.String()


class OrderGrantRefundCreateLineInput(graphene.InputObjectType):
    id = graphene.ID(required=True)
    quantity = graphene.Int(required=True)
    reason = graphene.String()


class OrderGrantRefundCreateInput(graphene.InputObjectType):
    amount = base.Decimal()
    reason = graphene.String()
    lines = listed(OrderGrantRefundCreateLineInput)
    grant_refund_for_shipping = graphene.Boolean()
    transaction_id = graphene.ID(required=True)


def the_order(info, global_id, field="id"):
    require(info, "MANAGE_ORDERS")
    return sought(info, global_id, "Order", field=field)


def acting(info):
    return {"state": info.context.state, "principal": info.context.principal}


def order_confirm(info, id):  # noqa: A002 - Saleor's argument name
    order = the_order(info, id)
    orders.order_confirm(order=order, **acting(info))
    return {"order": order}


def order_cancel(info, id):  # noqa: A002
    order = the_order(info, id)
    orders.order_cancel(order=order, **acting(info))
    return {"order": order}


def order_mark_as_paid(info, id, transaction_reference=None):  # noqa: A002
    order = the_order(info, id)
    payments.order_mark_as_paid(order=order, reference=transaction_reference or "", **acting(info))
    return {"order": order}


def order_fulfill(info, input, order=None):  # noqa: A002
    found = the_order(info, order, "order")
    wanted = {
        line["order_line_id"]: sum(stock["quantity"] for stock in line["stocks"])
        for line in input["lines"]
    }
    tracking = input.get("tracking_number") or ""
    done = orders.order_fulfill(order=found, wanted=wanted, tracking=tracking, **acting(info))
    return {"order": found, "fulfillments": [done]}


def grant_refund(info, id, input):  # noqa: A002
    order = the_order(info, id)
    by_id = {line.id: line for line in order.lines}
    rows = [(by_id.get(row["id"]), row) for row in input.get("lines") or []]
    if any(line is None for line, _ in rows):
        raise RefusedError("No such line in this order.", "NOT_FOUND", "lines")
    item = None
    if input.get("transaction_id"):  # Saleor 3.20 does not insist on it
        item = sought(info, input["transaction_id"], "TransactionItem", field="transactionId")
        if item.order is not order:
            raise RefusedError("No such transaction in this order.", "NOT_FOUND", "transactionId")
    refund = refunds.refund_grant(
        order=order,
        lines=[granted_line(line, row) for line, row in rows],
        shipping=bool(input.get("grant_refund_for_shipping")),
        amount=input.get("amount"),
        reason=input.get("reason") or "",
        item=item,
        by=info.context.principal,
    )
    return {"order": order, "granted_refund": refund}


def granted_line(line, row):
    return OrderGrantedRefundLine(
        quantity=row["quantity"], order_line=line, reason=row.get("reason")
    )


def metadata_update(info, id, input):  # noqa: A002
    """An order's public metadata is open to anyone who knows its id, as in Saleor."""
    item = sought_any(info, id, METADATA_OWNERS)
    if type(item).__name__ != "Order":
        private(item, info)
    item.meta |= as_dict(input)
    if type(item).__name__ == "Order":
        item.touch()
        for name in ("ORDER_METADATA_UPDATED", "ORDER_UPDATED"):
            fire(info.context.state, name, principal=info.context.principal, order=item)
    return {"item": item}


def private_update(info, id, input):  # noqa: A002
    item = sought_any(info, id, METADATA_OWNERS)
    private(item, info).update(as_dict(input))
    return {"item": item}


def metadata_delete(info, id, keys):  # noqa: A002
    item = sought_any(info, id, METADATA_OWNERS)
    private(item, info)
    item.meta = {key: value for key, value in item.meta.items() if key not in keys}
    return {"item": item}


def private_delete(info, id, keys):  # noqa: A002
    item = sought_any(info, id, METADATA_OWNERS)
    data = private(item, info)
    for key in keys:
        data.pop(key, None)
    return {"item": item}


def order_field(name, resolver, arguments, **more):
    return mutation(
        name,
        OrderError,
        resolver,
        arguments,
        legacy="order_errors",
        order=graphene.Field(Order),
        **more,
    )


def metadata_field(name, resolver, arguments):
    return mutation(
        name,
        MetadataError,
        resolver,
        arguments,
        legacy="metadata_errors",
        item=graphene.Field(ObjectWithMetadata),
    )


ENTRIES = {"input": graphene.List(graphene.NonNull(MetadataInput), required=True), **ID}
KEYS = {"keys": graphene.List(graphene.NonNull(graphene.String), required=True), **ID}


class OrderMutations(graphene.ObjectType):
    order_confirm = order_field("OrderConfirm", order_confirm, ID)
    order_cancel = order_field("OrderCancel", order_cancel, ID)
    order_mark_as_paid = order_field(
        "OrderMarkAsPaid", order_mark_as_paid, {"transaction_reference": graphene.String(), **ID}
    )
    order_fulfill = order_field(
        "OrderFulfill",
        order_fulfill,
        {"input": OrderFulfillInput(required=True), "order": graphene.ID()},
        fulfillments=listed(Fulfillment),
    )
    order_grant_refund_create = mutation(
        "OrderGrantRefundCreate",
        GrantError,
        grant_refund,
        {"input": OrderGrantRefundCreateInput(required=True), **ID},
        order=graphene.Field(Order),
        granted_refund=graphene.Field(OrderGrantedRefund),
    )
    update_metadata = metadata_field("UpdateMetadata", metadata_update, ENTRIES)
    update_private_metadata = metadata_field("UpdatePrivateMetadata", private_update, ENTRIES)
    delete_metadata = metadata_field("DeleteMetadata", metadata_delete, KEYS)
    delete_private_metadata = metadata_field("DeletePrivateMetadata", private_delete, KEYS)
