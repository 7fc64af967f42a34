"""The whole schema as of 3.22, then turned into that of the played version."""

from typing import Any

import graphene
from graphql import GraphQLNonNull, GraphQLSchema, is_abstract_type, is_enum_type

from .app_mutations import AppMutations
from .app_types import MOUNTS_OF_322
from .base import type_name
from .edit_mutations import EditMutations
from .invoice_mutations import InvoiceMutations
from .order_mutations import OrderMutations
from .payment_mutations import PaymentMutations
from .queries import Query
from .refund_mutations import RefundMutations
from .session_mutations import SessionMutations
from .subscriptions import EVENT_TYPES, Subscription

Version = tuple[int, int, int]

# "Type.field" or "Enum.VALUE" -> the first version that has it.
SINCE: dict[str, Version] = {
    "OrderLine.discounts": (3, 21, 0),
    "OrderDiscount.total": (3, 21, 0),
    "Money.fractionalAmount": (3, 22, 0),
    "Money.fractionDigits": (3, 22, 0),
    "AppExtension.mountName": (3, 22, 0),
    "AppExtension.targetName": (3, 22, 0),
    "AppExtension.settings": (3, 22, 0),
    **{f"AppExtensionMountEnum.{name}": (3, 22, 0) for name in MOUNTS_OF_322},
    "AppExtensionTargetEnum.NEW_TAB": (3, 22, 0),
    "AppExtensionTargetEnum.WIDGET": (3, 22, 0),
    "OrderUpdateInput.metadata": (3, 21, 0),
    "OrderUpdateInput.privateMetadata": (3, 21, 0),
    "OrderUpdateInput.languageCode": (3, 21, 0),
    "Mutation.appProblemCreate": (3, 22, 36),
    "Mutation.appProblemDismiss": (3, 22, 36),
    "App.problems": (3, 22, 36),
}
# The first version that lacks it again.
UNTIL: dict[str, Version] = {
    "AppExtension.mount": (3, 23, 0),
    "AppExtension.target": (3, 23, 0),
}
# Fields and arguments that were nullable before a version, or are so from it on.
NULLABLE_BEFORE: dict[str, Version] = {
    "Order.undiscountedShippingPrice": (3, 21, 0),
    "TransactionAction.amount": (3, 21, 0),
    "OrderGrantRefundCreateInput.transactionId": (3, 21, 0),
}
NULLABLE_FROM: dict[str, Version] = {
    "Mutation.webhookUpdate(id": (3, 23, 0),
    "Mutation.webhookDelete(id": (3, 23, 0),
}
REQUIRED_FROM: dict[str, Version] = {
    "AppInstallInput.appName": (3, 23, 0),
    "AppInstallInput.manifestUrl": (3, 23, 0),
    "Attribute.name": (3, 23, 0),
    "Attribute.slug": (3, 23, 0),
    "Query._entities(representations": (3, 23, 0),
}


class Mutation(
    InvoiceMutations,
    OrderMutations,
    EditMutations,
    PaymentMutations,
    RefundMutations,
    SessionMutations,
    AppMutations,
    graphene.ObjectType,
):
    pass


def build(version: Version) -> graphene.Schema:
    schema = graphene.Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=list(EVENT_TYPES.values()),
    )
    full = schema.graphql_schema
    prune(full.type_map, version)
    for path in chosen(NULLABLE_BEFORE, before=version) + chosen(NULLABLE_FROM, since=version):
        slot = located(full.type_map, path)
        slot.type = slot.type.of_type
    for path in chosen(REQUIRED_FROM, since=version):
        slot = located(full.type_map, path)
        slot.type = required(slot.type)
    # Made anew, so that types which only pruned fields led to are gone as well.
    schema.graphql_schema = GraphQLSchema(
        query=full.query_type,
        mutation=full.mutation_type,
        subscription=full.subscription_type,
        types=[full.type_map[kind.__name__] for kind in EVENT_TYPES.values()],
    )
    for kind in schema.graphql_schema.type_map.values():
        if is_abstract_type(kind):
            kind.resolve_type = lambda value, _info, _kind: type_name(value)
    return schema


def chosen(
    table: dict[str, Version], *, before: Version | None = None, since: Version | None = None
) -> list[str]:
    return [
        path
        for path, bound in table.items()
        if (before is not None and before < bound) or (since is not None and since >= bound)
    ]


def prune(types: dict[str, Any], version: Version) -> None:
    for path in chosen(SINCE, before=version) + chosen(UNTIL, since=version):
        kind, _, member = path.partition(".")
        owner = types[kind]
        (owner.values if is_enum_type(owner) else owner.fields).pop(member)


def located(types: dict[str, Any], path: str) -> Any:
    """The field, input field or argument ("Type.field(argument") that a path names."""
    kind, _, rest = path.partition(".")
    member, _, argument = rest.partition("(")
    field = types[kind].fields[member]
    return field.args[argument] if argument else field


def required(kind: Any) -> Any:
    if hasattr(kind, "of_type") and not isinstance(kind, GraphQLNonNull):
        kind = type(kind)(GraphQLNonNull(kind.of_type))
    return GraphQLNonNull(kind)
