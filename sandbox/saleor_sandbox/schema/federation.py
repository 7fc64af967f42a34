"""The sandbox as a subgraph, in Saleor's Federation 1 style: `_service` and `_entities`.

What the caller may not see is null, exactly as what does not exist.
"""

import graphene
from graphql import GraphQLError, GraphQLSchema, print_schema

from . import base
from .app_types import App
from .base import has
from .order_types import Order, User
from .types import Address

KEYS = {"App": ("id",), "Address": ("id",), "User": ("id", "email"), "Order": ("id",)}
MAX_ENTITIES = 100


class Service(graphene.ObjectType):
    class Meta:
        name = "_Service"

    sdl = graphene.String()


class EntityUnion(graphene.Union):
    class Meta:
        name = "_Entity"
        types = (App, Address, User, Order)


def federation_sdl(schema: GraphQLSchema) -> str:
    """Bare @key on the entities, no @link; subscriptions are not part of a subgraph."""
    text = print_schema(GraphQLSchema(query=schema.query_type, mutation=schema.mutation_type))
    for name, keys in KEYS.items():
        head, rest = text.split(f"type {name} ", 1)
        implements, fields = rest.split("{", 1)
        marks = "".join(f'@key(fields: "{key}") ' for key in keys)
        text = f"{head}type {name} {implements}{marks}{{{fields}"
    return text


class FederationQueries:
    _service = graphene.Field(Service, name="_service")
    _entities = graphene.List(
        EntityUnion, name="_entities", representations=graphene.List(base.AnyRepresentation)
    )

    @staticmethod
    def resolve__service(_root, info):
        return {"sdl": federation_sdl(info.schema)}

    @staticmethod
    def resolve__entities(_root, info, representations=None):
        """Grouped by type, as in Saleor: a mixed batch comes back in another order."""
        wanted = representations or []
        if len(wanted) > MAX_ENTITIES:
            text = f"Federated query exceeded entity limit: {len(wanted)} items requested over"
            raise GraphQLError(f"{text} {MAX_ENTITIES}.")
        groups: dict[str, list[dict]] = {}
        for each in wanted:
            groups.setdefault(checked(info, each), []).append(each)
        return [
            FINDERS[kind](info, found_by(info, kind, each))
            for kind, rows in groups.items()
            for each in rows
        ]


def checked(info, wanted) -> str:
    if not isinstance(wanted, dict):
        raise GraphQLError("Invalid type for 'representation' field: must be an object")
    kind = wanted.get("__typename")
    if kind is None:
        raise GraphQLError("Missing required field: __typename")
    if kind not in KEYS:
        raise GraphQLError("Invalid value or unsupported model for __typename")
    known = {"__typename", *info.schema.get_type(kind).fields}
    if unknown := [name for name in wanted if name not in known]:
        raise GraphQLError(f"Unknown field for {kind}: {unknown[0]}")
    if not wanted.get("id") and not (kind == "User" and wanted.get("email")):
        raise GraphQLError("Missing required field: id")
    return kind


def found_by(info, kind, wanted):
    if wanted.get("id"):
        return info.context.state.find(wanted["id"], kind)
    return info.context.state.user_by_email(wanted["email"])


def order_seen(info, order):
    """MANAGE_ORDERS sees all; others their own."""
    if has(info, "MANAGE_ORDERS"):
        return order
    user = info.context.user
    return order if order and user and order.user is user else None


def user_seen(info, user):
    """MANAGE_STAFF sees staff, MANAGE_USERS customers, and everybody themselves."""
    if user is None or user is info.context.user:
        return user
    return user if has(info, "MANAGE_STAFF" if user.is_staff else "MANAGE_USERS") else None


def address_seen(info, address):
    """An app with MANAGE_USERS sees all; a person those of the own address book."""
    if info.context.app is not None:
        return address if has(info, "MANAGE_USERS") else None
    user = info.context.user
    return address if address and user and user.default_billing_address is address else None


def app_seen(info, app):
    return app if has(info, "MANAGE_APPS") else None


FINDERS = {"App": app_seen, "Address": address_seen, "User": user_seen, "Order": order_seen}
