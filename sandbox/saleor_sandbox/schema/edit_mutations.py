"""Orders that staff or apps change: parties and words, lines while unconfirmed, parcels."""

import graphene

from saleor_sandbox import edits

from . import base
from .base import MetadataInput, listed, plain
from .order_mutations import ID, acting, order_field, the_order
from .payloads import as_dict, sought
from .types import Fulfillment, OrderLine


class AddressInput(graphene.InputObjectType):
    first_name = graphene.String()
    last_name = graphene.String()
    company_name = graphene.String()
    street_address_1 = graphene.String()
    street_address_2 = graphene.String()
    city = graphene.String()
    city_area = graphene.String()
    postal_code = graphene.String()
    country = base.CountryCode()
    country_area = graphene.String()
    phone = graphene.String()
    metadata = listed(MetadataInput)
    skip_validation = graphene.Boolean()


class OrderUpdateInput(graphene.InputObjectType):
    billing_address = AddressInput()
    user_email = graphene.String()
    shipping_address = AddressInput()
    external_reference = graphene.String()
    metadata = listed(MetadataInput)
    private_metadata = listed(MetadataInput)
    language_code = base.LanguageCodeEnum()


class OrderLineInput(graphene.InputObjectType):
    quantity = graphene.Int(required=True)


class FulfillmentCancelInput(graphene.InputObjectType):
    warehouse_id = graphene.ID()


def address_of(given):
    if not given:
        return None
    found = {key: plain(value) for key, value in given.items() if value is not None}
    return found | {"metadata": as_dict(given.get("metadata"))}


def order_update(info, input, id=None, external_reference=None):  # noqa: A002
    state = info.context.state
    if id is None:
        found = (o for o in state.orders if o.external_reference == external_reference)
        id = getattr(next(found, None), "id", None)  # noqa: A001
    order = the_order(info, id)
    changes = {
        "billing_address": address_of(input.get("billing_address")),
        "shipping_address": address_of(input.get("shipping_address")),
        "user_email": input.get("user_email"),
        "language_code": plain(input.get("language_code")),
        "metadata": as_dict(input.get("metadata")),
        "private_metadata": as_dict(input.get("private_metadata")),
    }
    if "external_reference" in input:
        changes["external_reference"] = input["external_reference"]
    edits.order_update(order=order, changes=changes, **acting(info))
    return {"order": order}


def line_and_order(info, global_id):
    line = sought(info, global_id, "OrderLine")
    orders = info.context.state.orders
    return line, the_order(info, next(order.id for order in orders if line in order.lines))


def line_update(info, id, input):  # noqa: A002
    line, order = line_and_order(info, id)
    edits.line_update(order=order, line=line, quantity=input["quantity"], **acting(info))
    # Priced anew, the line is another object with the same id.
    return {"order": order, "order_line": sought(info, id, "OrderLine")}


def line_delete(info, id):  # noqa: A002
    line, order = line_and_order(info, id)
    edits.line_delete(order=order, line=line, **acting(info))
    return {"order": order, "order_line": line}


def fulfillment_cancel(info, id, input=None):  # noqa: A002
    orders = info.context.state.orders
    owner = next((o.id for o in orders if any(p.id == id for p in o.fulfillments)), None)
    order = the_order(info, owner)
    parcel = next(each for each in order.fulfillments if each.id == id)
    edits.fulfillment_cancel(order=order, parcel=parcel, **acting(info))
    return {"order": order, "fulfillment": parcel}


class EditMutations(graphene.ObjectType):
    order_update = order_field(
        "OrderUpdate",
        order_update,
        {
            "external_reference": graphene.String(),
            "id": graphene.ID(),
            "input": OrderUpdateInput(required=True),
        },
    )
    order_line_update = order_field(
        "OrderLineUpdate",
        line_update,
        {"input": OrderLineInput(required=True), **ID},
        order_line=graphene.Field(OrderLine),
    )
    order_line_delete = order_field(
        "OrderLineDelete", line_delete, ID, order_line=graphene.Field(OrderLine)
    )
    order_fulfillment_cancel = order_field(
        "FulfillmentCancel",
        fulfillment_cancel,
        {"input": FulfillmentCancelInput(), **ID},
        fulfillment=graphene.Field(Fulfillment),
    )
