"""Query fields. `order(id)` and `Order.invoices` are open to whoever knows the id, as in Saleor."""

import graphene

from . import base
from .app_types import (
    App,
    AppCountableConnection,
    AppExtension,
    AppExtensionCountableConnection,
    AppInstallation,
    Shop,
    Webhook,
    visible_app,
)
from .base import PAGING, many, maybe_many, nn, plain, require
from .federation import FederationQueries
from .lookup_queries import LookupQueries
from .order_types import Order, OrderCountableConnection, TransactionItem, User
from .types import Channel


class DateRangeInput(graphene.InputObjectType):
    gte = graphene.Date()
    lte = graphene.Date()


class DateTimeRangeInput(graphene.InputObjectType):
    gte = graphene.DateTime()
    lte = graphene.DateTime()


OrderStatusFilter = base.enum(
    "OrderStatusFilter",
    "READY_TO_FULFILL READY_TO_CAPTURE UNFULFILLED UNCONFIRMED PARTIALLY_FULFILLED FULFILLED "
    "CANCELED",
)


class OrderFilterInput(graphene.InputObjectType):
    payment_status = base.listed(base.PaymentChargeStatusEnum)
    status = base.listed(OrderStatusFilter)
    customer = graphene.String()
    created = DateRangeInput()
    search = graphene.String()
    channels = base.listed(graphene.ID)
    authorize_status = base.listed(base.OrderAuthorizeStatusEnum)
    charge_status = base.listed(base.OrderChargeStatusEnum)
    updated_at = DateTimeRangeInput()
    ids = base.listed(graphene.ID)
    numbers = base.listed(graphene.String)


class OrderSortingInput(graphene.InputObjectType):
    direction = graphene.Argument(base.OrderDirection, required=True)
    field = graphene.Argument(base.OrderSortField, required=True)


SORTS = {
    "NUMBER": lambda order: int(order.number),
    "CREATED_AT": lambda order: order.created,
    "CREATION_DATE": lambda order: order.created,
    "LAST_MODIFIED_AT": lambda order: order.updated_at,
}


def sorted_orders(orders, sort_by):
    """Newest first, unless asked otherwise."""
    if not sort_by:
        return list(reversed(orders))
    down = plain(sort_by["direction"]) == "DESC"
    return sorted(orders, key=SORTS[plain(sort_by["field"])], reverse=down)


def between(value, ranged) -> bool:
    low, high = ranged.get("gte"), ranged.get("lte")
    return (low is None or value >= low) and (high is None or value <= high)


def matches(order, wanted) -> bool:
    lists = {
        "ids": order.id,
        "numbers": order.number,
        "channels": order.channel.id,
        "status": order.status,
        "payment_status": order.payment_status,
        "charge_status": order.charge_status,
        "authorize_status": order.authorize_status,
    }
    text = (wanted.get("search") or wanted.get("customer") or "").lower()
    return (
        all(value in plain(wanted[key]) for key, value in lists.items() if wanted.get(key))
        and all(word in searched(order) for word in text.split())
        and between(order.updated_at, wanted.get("updated_at") or {})
        # Days are those of UTC, whatever the channel's country.
        and between(order.created.date(), wanted.get("created") or {})
    )


def searched(order) -> str:
    billing = order.billing_address
    names = [billing.company_name, billing.first_name, billing.last_name] if billing else []
    return " ".join([order.number, order.user_email or "", *names]).lower()


class Query(LookupQueries, FederationQueries, graphene.ObjectType):
    order = graphene.Field(Order, id=graphene.ID(), external_reference=graphene.String())
    orders = graphene.Field(
        OrderCountableConnection,
        sort_by=OrderSortingInput(),
        filter=OrderFilterInput(),
        channel=graphene.String(),
        **PAGING,
    )
    shop = nn(Shop)
    channels = maybe_many(Channel)
    channel = graphene.Field(Channel, id=graphene.ID(), slug=graphene.String())
    app = graphene.Field(App, id=graphene.ID())
    apps = graphene.Field(AppCountableConnection, **PAGING)
    apps_installations = many(AppInstallation)
    app_extensions = graphene.Field(AppExtensionCountableConnection, **PAGING)
    app_extension = graphene.Field(AppExtension, id=graphene.ID(required=True))
    webhook = graphene.Field(Webhook, id=graphene.ID(required=True))
    me = graphene.Field(User)
    user = graphene.Field(User, id=graphene.ID(), email=graphene.String())
    transaction = graphene.Field(TransactionItem, id=graphene.ID(), token=graphene.UUID())

    @staticmethod
    def resolve_order(_root, info, id=None, external_reference=None):  # noqa: A002
        state = info.context.state
        if id is not None:
            return state.find(id, "Order")
        return next((o for o in state.orders if o.external_reference == external_reference), None)

    @staticmethod
    def resolve_orders(_root, info, filter=None, channel=None, sort_by=None, **paging):  # noqa: A002
        require(info, "MANAGE_ORDERS")
        rows = [
            order
            for order in sorted_orders(info.context.state.orders, sort_by)
            if channel in (None, order.channel.slug) and matches(order, filter or {})
        ]
        return base.page(rows, **paging)

    @staticmethod
    def resolve_shop(_root, info):
        return info.context.state.shop

    @staticmethod
    def resolve_channels(_root, info):
        require(info, "AUTHENTICATED_APP", "AUTHENTICATED_STAFF_USER")
        return list(info.context.state.channels.values())

    @staticmethod
    def resolve_channel(_root, info, id=None, slug=None):  # noqa: A002
        rows = info.context.state.channels.values()
        return next((c for c in rows if c.id == id or (slug and c.slug == slug)), None)

    @staticmethod
    def resolve_app(_root, info, id=None):  # noqa: A002
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        app = info.context.state.find(id, "App") if id else info.context.app
        return visible_app(info, app) if app else None

    @staticmethod
    def resolve_apps(_root, info, **paging):
        require(info, "AUTHENTICATED_STAFF_USER", "MANAGE_APPS")
        return base.page(info.context.state.apps, **paging)

    @staticmethod
    def resolve_apps_installations(_root, info):
        require(info, "MANAGE_APPS")
        return info.context.state.installations

    @staticmethod
    def resolve_app_extensions(_root, info, **paging):
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        apps = info.context.state.apps
        return base.page([row for app in apps if app.is_active for row in app.extensions], **paging)

    @staticmethod
    def resolve_app_extension(_root, info, id):  # noqa: A002
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return info.context.state.find(id, "AppExtension")

    @staticmethod
    def resolve_webhook(_root, info, id):  # noqa: A002
        hook = info.context.state.find(id, "Webhook")
        if hook and hook.app is info.context.app:
            return hook
        require(info, "MANAGE_APPS", "OWNER")
        return hook

    @staticmethod
    def resolve_me(_root, info):
        return info.context.user

    @staticmethod
    def resolve_user(_root, info, id=None, email=None):  # noqa: A002
        state = info.context.state
        found = state.find(id, "User") if id else state.user_by_email(email or "")
        if found is None or found is not info.context.user:
            require(info, "MANAGE_STAFF", "MANAGE_USERS", "MANAGE_ORDERS", "OWNER")
        return found

    @staticmethod
    def resolve_transaction(_root, info, id=None, token=None):  # noqa: A002
        require(info, "HANDLE_PAYMENTS")
        wanted = (item for item in info.context.state.transactions() if str(token) == item.token)
        return info.context.state.find(id, "TransactionItem") if id else next(wanted, None)
