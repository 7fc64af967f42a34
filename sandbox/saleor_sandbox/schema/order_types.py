"""The order, its invoices, its money and its buyer."""

import graphene

from . import base
from .base import Entity, Node, has, many, maybe_many, nn, require
from .types import (
    Address,
    Channel,
    DeliveryMethod,
    Fulfillment,
    GiftCard,
    Money,
    OrderDiscount,
    OrderLine,
    TaxClass,
    TaxedMoney,
    Voucher,
    Weight,
)

PAYERS = ("MANAGE_ORDERS", "HANDLE_PAYMENTS")


class Job(graphene.Interface):
    status = nn(base.JobStatusEnum)
    created_at = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True)
    message = graphene.String()


class Invoice(Entity):
    class Meta:
        interfaces = (Job,)

    number = graphene.String()
    external_url = graphene.String()
    url = graphene.String()
    order = graphene.Field(lambda: Order)


class TransactionEvent(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    created_at = graphene.DateTime(required=True)
    psp_reference = graphene.String(required=True)
    message = graphene.String(required=True)
    external_url = graphene.String(required=True)
    amount = nn(Money)
    type = base.TransactionEventTypeEnum()
    created_by = graphene.Field("saleor_sandbox.schema.app_types.UserOrApp")
    idempotency_key = graphene.String()


class TransactionItem(Entity):
    token = graphene.UUID(required=True)
    created_at = graphene.DateTime(required=True)
    modified_at = graphene.DateTime(required=True)
    actions = many(base.TransactionActionEnum)
    authorized_amount = nn(Money)
    authorize_pending_amount = nn(Money)
    refunded_amount = nn(Money)
    refund_pending_amount = nn(Money)
    canceled_amount = nn(Money)
    cancel_pending_amount = nn(Money)
    charged_amount = nn(Money)
    charge_pending_amount = nn(Money)
    name = graphene.String(required=True)
    message = graphene.String(required=True)
    psp_reference = graphene.String(required=True)
    order = graphene.Field(lambda: Order)
    events = many(TransactionEvent)
    created_by = graphene.Field("saleor_sandbox.schema.app_types.UserOrApp")
    external_url = graphene.String(required=True)

    @staticmethod
    def resolve_events(root, _info):
        return list(reversed(root.events))

    @staticmethod
    def resolve_created_by(root, _info):
        return root.owner


def amount_resolver(kind):
    return staticmethod(lambda root, _info: root.order.money(root.of(kind)))


for _kind in ("authorized", "refunded", "canceled", "charged"):
    setattr(TransactionItem, f"resolve_{_kind}_amount", amount_resolver(_kind))
for _kind in ("authorize", "refund", "cancel", "charge"):
    setattr(TransactionItem, f"resolve_{_kind}_pending_amount", amount_resolver(f"{_kind}_pending"))


class Transaction(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    created = graphene.DateTime(required=True)
    payment = nn(lambda: Payment)
    token = graphene.String(required=True)
    kind = nn(base.TransactionKind)
    is_success = graphene.Boolean(required=True)
    error = graphene.String()
    amount = graphene.Field(Money)


class Payment(Entity):
    transactions = maybe_many(Transaction)
    gateway = graphene.String(required=True)
    is_active = graphene.Boolean(required=True)
    created = graphene.DateTime(required=True)
    charge_status = nn(base.PaymentChargeStatusEnum)
    total = graphene.Field(Money)
    captured_amount = graphene.Field(Money)
    psp_reference = graphene.String()


class OrderGrantedRefundLine(graphene.ObjectType):
    id = graphene.ID(required=True)
    quantity = graphene.Int(required=True)
    order_line = nn(OrderLine)
    reason = graphene.String()


class OrderGrantedRefund(graphene.ObjectType):
    id = graphene.ID(required=True)
    created_at = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True)
    amount = nn(Money)
    reason = graphene.String()
    user = graphene.Field(lambda: User)
    app = graphene.Field("saleor_sandbox.schema.app_types.App")
    shipping_costs_included = graphene.Boolean(required=True)
    lines = maybe_many(OrderGrantedRefundLine)
    status = nn(base.OrderGrantedRefundStatusEnum)
    transaction = graphene.Field(TransactionItem)
    transaction_events = maybe_many(TransactionEvent)

    @staticmethod
    def resolve_transaction(root, info):
        require(info, *PAYERS)
        return root.transaction

    @staticmethod
    def resolve_transaction_events(root, info):
        require(info, *PAYERS)
        return root.transaction_events


class OrderEvent(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    date = graphene.DateTime()
    type = base.OrderEventsEnum()
    user = graphene.Field(lambda: User)
    app = graphene.Field("saleor_sandbox.schema.app_types.App")
    message = graphene.String()
    invoice_number = graphene.String()


class Order(Entity):
    created = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True)
    status = nn(base.OrderStatus)
    status_display = graphene.String(required=True)
    user = graphene.Field(lambda: User)
    user_email = graphene.String()
    billing_address = graphene.Field(Address)
    shipping_address = graphene.Field(Address)
    shipping_method_name = graphene.String()
    collection_point_name = graphene.String()
    delivery_method = graphene.Field(DeliveryMethod)
    channel = nn(Channel)
    fulfillments = many(Fulfillment)
    lines = many(OrderLine)
    invoices = many(Invoice)
    number = graphene.String(required=True)
    original = graphene.ID()
    origin = nn(base.OrderOriginEnum)
    is_paid = graphene.Boolean(required=True)
    payment_status = nn(base.PaymentChargeStatusEnum)
    payment_status_display = graphene.String(required=True)
    authorize_status = nn(base.OrderAuthorizeStatusEnum)
    charge_status = nn(base.OrderChargeStatusEnum)
    tax_exemption = graphene.Boolean(required=True)
    transactions = many(TransactionItem)
    payments = many(Payment)
    total = nn(TaxedMoney)
    subtotal = nn(TaxedMoney)
    undiscounted_total = nn(TaxedMoney)
    undiscounted_shipping_price = nn(Money)
    shipping_price = nn(TaxedMoney)
    shipping_tax_rate = graphene.Float(required=True)
    shipping_tax_class = graphene.Field(TaxClass)
    shipping_tax_class_name = graphene.String()
    token = graphene.String(required=True)
    voucher = graphene.Field(Voucher)
    voucher_code = graphene.String()
    gift_cards = many(GiftCard)
    customer_note = graphene.String(required=True)
    weight = nn(Weight)
    redirect_url = graphene.String()
    total_authorized = nn(Money)
    total_captured = nn(Money)
    total_charged = nn(Money)
    total_canceled = nn(Money)
    total_balance = nn(Money)
    total_refunded = nn(Money)
    total_refund_pending = nn(Money)
    total_authorize_pending = nn(Money)
    total_charge_pending = nn(Money)
    total_cancel_pending = nn(Money)
    total_granted_refund = nn(Money)
    total_remaining_grant = nn(Money)
    granted_refunds = many(OrderGrantedRefund)
    events = many(OrderEvent)
    is_shipping_required = graphene.Boolean(required=True)
    language_code = graphene.String(required=True)
    language_code_enum = nn(base.LanguageCodeEnum)
    discounts = many(OrderDiscount)
    display_gross_prices = graphene.Boolean(required=True)
    external_reference = graphene.String()
    checkout_id = graphene.ID()

    @staticmethod
    def resolve_status_display(root, _info):
        return root.status.replace("_", " ").capitalize()

    @staticmethod
    def resolve_payment_status_display(root, _info):
        return root.payment_status.replace("_", " ").capitalize()

    @staticmethod
    def resolve_user(root, info):
        if root.user and info.context.user is not root.user:
            require(info, "MANAGE_USERS", "MANAGE_ORDERS", "HANDLE_PAYMENTS", "OWNER")
        return root.user

    @staticmethod
    def resolve_transactions(root, info):
        require(info, *PAYERS)
        return root.transactions

    @staticmethod
    def resolve_payments(root, info):
        require(info, "MANAGE_ORDERS")
        return root.payments

    @staticmethod
    def resolve_granted_refunds(root, info):
        require(info, "MANAGE_ORDERS")
        return root.granted_refunds

    @staticmethod
    def resolve_total_granted_refund(root, info):
        require(info, "MANAGE_ORDERS")
        return root.money(root.granted)

    @staticmethod
    def resolve_total_remaining_grant(root, info):
        require(info, "MANAGE_ORDERS")
        return root.total_remaining_grant

    @staticmethod
    def resolve_events(root, info):
        require(info, "MANAGE_ORDERS")
        return root.events

    @staticmethod
    def resolve_weight(root, _info):
        return {"unit": "KG", "value": float(sum(line.quantity for line in root.lines))}

    @staticmethod
    def resolve_language_code(root, _info):
        return root.language_code_enum.lower()

    @staticmethod
    def resolve_total_charged(root, _info):
        return root.money(root.charged)

    @staticmethod
    def resolve_total_refunded(root, info):
        require(info, "MANAGE_ORDERS")
        return root.money(root.refunded)

    @staticmethod
    def resolve_total_captured(root, _info):
        return root.money(root.charged)


def total_resolver(kind, *guards):
    def resolve(root, info):
        if guards:
            require(info, *guards)
        return root.money(root.transacted(kind))

    return staticmethod(resolve)


for _kind in ("authorized", "canceled"):
    setattr(Order, f"resolve_total_{_kind}", total_resolver(_kind))
for _kind in ("refund", "authorize", "charge", "cancel"):
    setattr(
        Order,
        f"resolve_total_{_kind}_pending",
        total_resolver(f"{_kind}_pending", "MANAGE_ORDERS"),
    )

OrderCountableConnection = base.connection("Order", Order)


class User(Entity):
    email = graphene.String(required=True)
    first_name = graphene.String(required=True)
    last_name = graphene.String(required=True)
    is_staff = graphene.Boolean(required=True)
    is_active = graphene.Boolean(required=True)
    is_confirmed = graphene.Boolean(required=True)
    addresses = many(Address)
    default_billing_address = graphene.Field(Address)
    language_code = nn(base.LanguageCodeEnum)
    date_joined = graphene.DateTime(required=True)
    external_reference = graphene.String()
    user_permissions = maybe_many("saleor_sandbox.schema.app_types.UserPermission")
    orders = graphene.Field(OrderCountableConnection, **base.PAGING)

    @staticmethod
    def resolve_is_confirmed(_root, _info):
        return True

    @staticmethod
    def resolve_addresses(_root, _info):
        return []

    @staticmethod
    def resolve_user_permissions(root, info):
        if info.context.user is not root:
            require(info, "MANAGE_STAFF")
        return [
            {"code": name, "name": name.replace("_", " ").capitalize()} for name in root.permissions
        ]

    @staticmethod
    def resolve_orders(root, info, **paging):
        if info.context.user is not root and not has(info, "MANAGE_ORDERS"):
            require(info, "MANAGE_ORDERS", "OWNER")
        own = [order for order in info.context.state.orders if order.user is root]
        return base.page(list(reversed(own)), **paging)


UserCountableConnection = base.connection("User", User)
