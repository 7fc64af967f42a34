"""The subscription root: what a webhook's document may ask for."""

import graphene

from . import base
from .app_types import ASYNC_EVENTS, SYNC_EVENTS, App, IssuingPrincipal, Shop
from .base import maybe_many, nn
from .order_types import Invoice, Order, OrderGrantedRefund, TransactionItem, User
from .types import Channel


class Event(graphene.Interface):
    issued_at = graphene.DateTime()
    version = graphene.String()
    issuing_principal = graphene.Field(IssuingPrincipal)
    recipient = graphene.Field(App)


class TransactionAction(graphene.ObjectType):
    action_type = nn(base.TransactionActionEnum)
    amount = nn(base.PositiveDecimal)
    currency = graphene.String(required=True)


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def fields_of(name: str) -> dict:
    """The fields beside the interface's; event families share theirs, as in Saleor."""
    special = {
        "ORDER_BULK_CREATED": {"orders": maybe_many(Order)},
        "INVOICE_REQUESTED": {"invoice": graphene.Field(Invoice), "order": nn(Order)},
        "TRANSACTION_ITEM_METADATA_UPDATED": {"transaction": graphene.Field(TransactionItem)},
        "TRANSACTION_REFUND_REQUESTED": {
            "transaction": graphene.Field(TransactionItem),
            "action": nn(TransactionAction),
            "granted_refund": graphene.Field(OrderGrantedRefund),
        },
        "SHOP_METADATA_UPDATED": {"shop": graphene.Field(Shop)},
    }
    family = {
        "ORDER": lambda: {"order": graphene.Field(Order)},
        "DRAFT": lambda: {"order": graphene.Field(Order)},
        "INVOICE": lambda: {"invoice": graphene.Field(Invoice), "order": graphene.Field(Order)},
        "CUSTOMER": lambda: {"user": graphene.Field(User)},
        "APP": lambda: {"app": graphene.Field(App)},
        "CHANNEL": lambda: {"channel": graphene.Field(Channel)},
        "TRANSACTION": lambda: {
            "transaction": graphene.Field(TransactionItem),
            "action": nn(TransactionAction),
        },
    }
    return special.get(name) or family[name.split("_", 1)[0]]()


def event_type(name: str):
    meta = type("Meta", (), {"interfaces": (Event,)})
    return type(camel(name), (graphene.ObjectType,), {**fields_of(name), "Meta": meta})


EVENT_TYPES = {name: event_type(name) for name in [*ASYNC_EVENTS, *SYNC_EVENTS]}
BY_TYPE_NAME = {kind.__name__: name for name, kind in EVENT_TYPES.items()}
# Roots of their own, filtered by channel: order and draft order events only.
ROOTS = {
    camel(name)[0].lower() + camel(name)[1:]: name
    for name in ASYNC_EVENTS
    if name.startswith(("ORDER_", "DRAFT_ORDER_"))
}


def root_field(name: str):
    def resolve(root, _info, channels=None):
        return root if root.name == name and root.in_channels(channels) else None

    return graphene.Field(
        EVENT_TYPES[name], channels=base.listed(graphene.String), resolver=resolve
    )


class SubscriptionBase(graphene.ObjectType):
    class Meta:
        abstract = True

    event = graphene.Field(Event)

    @staticmethod
    def resolve_event(root, _info):
        return root


Subscription = type(
    "Subscription",
    (SubscriptionBase,),
    {field: root_field(name) for field, name in ROOTS.items()},
)
