"""Payments that a storefront starts on an order; whoever knows the order's id may."""

import ipaddress
import uuid

import graphene
from graphql import GraphQLError

from saleor_sandbox import sessions
from saleor_sandbox.happenings import RefusedError
from saleor_sandbox.model import from_global_id

from . import base
from .base import PermissionDeniedError, has, listed, maybe_many, plain
from .order_types import TransactionEvent, TransactionItem
from .payloads import error_type, mutation
from .payment_mutations import transaction_of

GatewayError = error_type("PaymentGatewayInitializeError", "GRAPHQL_ERROR INVALID NOT_FOUND")
ConfigError = error_type("PaymentGatewayConfigError", "GRAPHQL_ERROR INVALID NOT_FOUND")
InitializeError = error_type(
    "TransactionInitializeError",
    "GRAPHQL_ERROR INVALID NOT_FOUND UNIQUE CHECKOUT_COMPLETION_IN_PROGRESS",
)
ProcessError = error_type(
    "TransactionProcessError",
    "GRAPHQL_ERROR INVALID NOT_FOUND TRANSACTION_ALREADY_PROCESSED MISSING_PAYMENT_APP_RELATION "
    "MISSING_PAYMENT_APP CHECKOUT_COMPLETION_IN_PROGRESS",
)


class PaymentGatewayToInitialize(graphene.InputObjectType):
    id = graphene.String(required=True)
    data = graphene.Argument(base.JSON)


class PaymentGatewayConfig(graphene.ObjectType):
    id = graphene.String(required=True)
    data = graphene.Field(base.JSON)
    errors = maybe_many(ConfigError)


def source(info, global_id):
    """The order; the sandbox has no checkouts, so one of those is not found."""
    kind, pk = from_global_id(global_id)
    if not kind or not pk:
        raise GraphQLError(f"Invalid ID: {global_id}. Expected one of: Checkout, Order.")
    if kind not in ("Checkout", "Order"):
        text = f"Invalid ID: {global_id}. Expected one of: Checkout, Order, received: {kind}."
        raise RefusedError(text, "INVALID", "id")
    order = info.context.state.find(global_id, "Order")
    if order is None:
        raise RefusedError("`Order` or `Checkout` not found.", "NOT_FOUND", "id")
    return order


def for_apps_only(info):
    if info.context.app is None or not has(info, "HANDLE_PAYMENTS"):
        raise PermissionDeniedError("HANDLE_PAYMENTS")


def address_check(info, address):
    """Of the customer; only a payment app may say which."""
    if not address:
        return
    for_apps_only(info)
    try:
        ipaddress.ip_address(address)
    except ValueError as error:
        text = "Enter a valid IPv4 or IPv6 address."
        raise RefusedError(text, "INVALID", "customerIpAddress") from error


def key_of(given):
    if given == "":
        raise RefusedError("Cannot be provided as an empty string.", "INVALID", "idempotencyKey")
    return given or str(uuid.uuid4())


def action_of(info, given):
    if given is not None:
        for_apps_only(info)
    return plain(given) or "CHARGE"


def gateway_initialize(info, id, amount=None, payment_gateways=None):  # noqa: A002
    wanted = [each["id"] for each in payment_gateways or []]
    configs = sessions.gateway_configs(
        state=info.context.state, order=source(info, id), wanted=wanted
    )
    return {"gateway_configs": configs}


def initialize(info, id, payment_gateway, amount=None, **given):  # noqa: A002
    order = source(info, id)
    key, action = key_of(given.get("idempotency_key")), action_of(info, given.get("action"))
    address_check(info, given.get("customer_ip_address"))
    wish = sessions.Wish(payment_gateway["id"], payment_gateway.get("data"), amount, action, key)
    return shown(
        sessions.session_begin(
            state=info.context.state, order=order, wish=wish, principal=info.context.principal
        )
    )


def process(info, id=None, token=None, data=None, customer_ip_address=None):  # noqa: A002
    item = transaction_of(info, id, token)
    address_check(info, customer_ip_address)
    return shown(
        sessions.session_continue(
            state=info.context.state, item=item, data=data, principal=info.context.principal
        )
    )


def shown(result):
    item, event, data = result
    return {"transaction": item, "transaction_event": event, "data": data}


OUTPUTS = {"transaction": TransactionItem, "transaction_event": TransactionEvent, "data": base.JSON}


def outputs():
    return {name: graphene.Field(kind) for name, kind in OUTPUTS.items()}


class SessionMutations(graphene.ObjectType):
    payment_gateway_initialize = mutation(
        "PaymentGatewayInitialize",
        GatewayError,
        gateway_initialize,
        {
            "amount": base.PositiveDecimal(),
            "id": graphene.ID(required=True),
            "payment_gateways": listed(PaymentGatewayToInitialize),
        },
        gateway_configs=maybe_many(PaymentGatewayConfig),
    )
    transaction_initialize = mutation(
        "TransactionInitialize",
        InitializeError,
        initialize,
        {
            "action": graphene.Argument(base.TransactionFlowStrategyEnum),
            "amount": base.PositiveDecimal(),
            "customer_ip_address": graphene.String(),
            "id": graphene.ID(required=True),
            "idempotency_key": graphene.String(),
            "payment_gateway": PaymentGatewayToInitialize(required=True),
        },
        **outputs(),
    )
    transaction_process = mutation(
        "TransactionProcess",
        ProcessError,
        process,
        {
            "customer_ip_address": graphene.String(),
            "data": graphene.Argument(base.JSON),
            "id": graphene.ID(),
            "token": graphene.UUID(),
        },
        **outputs(),
    )
