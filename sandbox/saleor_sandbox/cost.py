"""What a query costs by Saleor's rule, which refuses more than 50,000.

A field that loads something counts, times the page sizes around it; a column of a row does not.
"""

from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    get_argument_values,
    get_named_type,
    is_object_type,
)

MAX_COST = 50_000
PAGED = frozenset(["apps", "appExtensions", "customers", "orders", "productVariants"])
DEAR = {("Order", "invoices"): 10}
LOADED = {
    "Query": "app apps appExtensions appExtension channel channels customers me order orders "
    "productVariants shop transaction user webhook",
    "App": "extensions webhooks",
    "Fulfillment": "lines warehouse",
    "FulfillmentLine": "orderLine",
    "GiftCard": "events",
    "Invoice": "order",
    "Order": "billingAddress channel deliveryMethod discounts events fulfillments giftCards "
    "invoices lines payments shippingAddress transactions user voucher",
    "OrderLine": "variant",
    "Payment": "transactions",
    "Product": "taxClass",
    "ProductVariant": "attributes pricing product",
    "SelectedAttribute": "attribute values",
    "TaxConfiguration": "channel",
    "TaxClass": "countries",
    "User": "defaultBillingAddress orders userPermissions",
}


def cost_of(schema: Any, document: Any, operation: Any, variables: dict[str, Any]) -> int:
    fragments = {d.name.value: d for d in document.definitions if d.kind == "fragment_definition"}
    reckoner = Reckoner(schema, fragments, variables)
    return reckoner.cost(schema.get_root_type(operation.operation), operation.selection_set, 1)


class Reckoner:
    def __init__(self, schema: Any, fragments: dict[str, Any], variables: dict[str, Any]) -> None:
        self.schema, self.fragments, self.variables = schema, fragments, variables

    def cost(self, kind: Any, selections: Any, times: int) -> int:
        """Fields of one type; parts for several types count as the dearest of them."""
        total, parts = 0, {}
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                total += self.field(kind, node, times)
                continue
            part = self.fragments[node.name.value] if is_spread(node) else node
            name = part.type_condition.name.value if part.type_condition else kind.name
            cost = self.cost(self.schema.type_map[name], part.selection_set, times)
            parts[name] = parts.get(name, 0) + cost
        return total + max(parts.values(), default=0)

    def field(self, kind: Any, node: Any, times: int) -> int:
        name = node.name.value
        found = getattr(kind, "fields", {}).get(name)
        if found is None:
            return 0
        own = 0
        if is_object_type(kind) and name in LOADED.get(kind.name, "").split():
            times *= self.page(found, node) if name in PAGED else 1
            own = DEAR.get((kind.name, name), 1) * times
        return own + self.cost(get_named_type(found.type), node.selection_set, times)

    def page(self, found: Any, node: Any) -> int:
        given = get_argument_values(found, node, self.variables)
        return int(given.get("first") or given.get("last") or 1)


def is_spread(node: Any) -> bool:
    return isinstance(node, FragmentSpreadNode)
