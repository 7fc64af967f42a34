"""Money back: asked of the payment app, or taken from a payment of the older kind."""

import graphene

from saleor_sandbox import refunds
from saleor_sandbox.happenings import RefusedError

from . import base
from .base import listed, plain, require
from .order_mutations import ID, acting, order_field, the_order
from .order_types import TransactionItem
from .payloads import error_type, mutation, sought
from .types import Fulfillment

ActionError = error_type(
    "TransactionRequestActionError",
    "INVALID GRAPHQL_ERROR NOT_FOUND MISSING_TRANSACTION_ACTION_REQUEST_WEBHOOK",
)
GrantRequestError = error_type(
    "TransactionRequestRefundForGrantedRefundError",
    "INVALID GRAPHQL_ERROR NOT_FOUND AMOUNT_GREATER_THAN_AVAILABLE "
    "MISSING_TRANSACTION_ACTION_REQUEST_WEBHOOK REFUND_ALREADY_PROCESSED REFUND_IS_PENDING",
)


class OrderRefundLineInput(graphene.InputObjectType):
    order_line_id = graphene.ID(required=True)
    quantity = graphene.Int(required=True)


class OrderRefundFulfillmentLineInput(graphene.InputObjectType):
    fulfillment_line_id = graphene.ID(required=True)
    quantity = graphene.Int(required=True)


class OrderRefundProductsInput(graphene.InputObjectType):
    order_lines = listed(OrderRefundLineInput)
    fulfillment_lines = listed(OrderRefundFulfillmentLineInput)
    amount_to_refund = base.PositiveDecimal()
    include_shipping_costs = graphene.Boolean(default_value=False)


def order_refund(info, id, amount):  # noqa: A002
    order = the_order(info, id)
    refunds.payment_refund(order=order, amount=amount, **acting(info))
    return {"order": order}


def lines_of(order, input):  # noqa: A002
    rows = {line.id: line for line in order.lines}
    parcels = {row.id: row.order_line for parcel in order.fulfillments for row in parcel.lines}
    wanted = [
        *((rows.get(one["order_line_id"]), one) for one in input.get("order_lines") or []),
        *(
            (parcels.get(one["fulfillment_line_id"]), one)
            for one in input.get("fulfillment_lines") or []
        ),
    ]
    if any(line is None for line, _ in wanted):
        raise RefusedError("No such line in this order.", "NOT_FOUND", "orderLineId")
    return [(line, one["quantity"]) for line, one in wanted]


def products_refund(info, order, input):  # noqa: A002
    found = the_order(info, order, "order")
    parcel = refunds.products_refund(
        order=found,
        lines=lines_of(found, input),
        amount=input.get("amount_to_refund"),
        shipping=bool(input.get("include_shipping_costs")),
        **acting(info),
    )
    return {"order": found, "fulfillment": parcel}


def item_of(info, global_id, token):
    if global_id:
        return sought(info, global_id, "TransactionItem")
    rows = info.context.state.transactions()
    return next((row for row in rows if token and row.token == str(token)), None)


def grant_request(info, granted_refund_id, id=None, token=None):  # noqa: A002
    require(info, "HANDLE_PAYMENTS")
    for order in info.context.state.orders:
        for grant in order.granted_refunds:
            if grant.id == granted_refund_id:
                item = refunds.grant_request(
                    order=order, grant=grant, item=item_of(info, id, token), **acting(info)
                )
                return {"transaction": item}
    raise RefusedError("There is no such granted refund.", "NOT_FOUND", "grantedRefundId")


def action_request(info, action_type, id=None, token=None, amount=None):  # noqa: A002
    """Refunds only: the sandbox's payments are never merely authorised."""
    require(info, "HANDLE_PAYMENTS")
    item = item_of(info, id, token)
    if item is None:
        raise RefusedError("Couldn't resolve to a transaction.", "NOT_FOUND", "id")
    if plain(action_type) != "REFUND" or item.of("charged") <= 0:
        raise RefusedError("No app takes this request.", "INVALID", "actionType")
    asked = min(amount or item.of("charged"), item.of("charged"))
    refunds.refund_request(item=item, amount=asked, **acting(info))
    return {"transaction": item}


TRANSACTION = {"id": graphene.ID(), "token": graphene.UUID()}


class RefundMutations(graphene.ObjectType):
    order_refund = order_field(
        "OrderRefund", order_refund, {"amount": base.PositiveDecimal(required=True), **ID}
    )
    order_fulfillment_refund_products = order_field(
        "FulfillmentRefundProducts",
        products_refund,
        {
            "input": OrderRefundProductsInput(required=True),
            "order": graphene.ID(required=True),
        },
        fulfillment=graphene.Field(Fulfillment),
    )
    transaction_request_refund_for_granted_refund = mutation(
        "TransactionRequestRefundForGrantedRefund",
        GrantRequestError,
        grant_request,
        {"granted_refund_id": graphene.ID(required=True), **TRANSACTION},
        transaction=graphene.Field(TransactionItem),
    )
    transaction_request_action = mutation(
        "TransactionRequestAction",
        ActionError,
        action_request,
        {
            "action_type": graphene.Argument(base.TransactionActionEnum, required=True),
            "amount": base.PositiveDecimal(),
            **TRANSACTION,
        },
        transaction=graphene.Field(TransactionItem),
    )
