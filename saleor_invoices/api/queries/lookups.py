"""Looking things up in Saleor, for the form of an invoice."""

from typing import Annotated

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.documents import document_node
from saleor_invoices.api.types.lookups import (
    SaleorChannel,
    SaleorCustomer,
    SaleorOrder,
    SaleorProduct,
)
from saleor_invoices.invoices.selectors.coverage import invoices_of_orders
from saleor_invoices.invoices.selectors.viewers import StaffViewer, require_staff, sees_secrets
from saleor_invoices.invoices.services.saleor_look_up import (
    channels_look_up,
    customers_look_up,
    orders_look_up,
    variants_look_up,
)
from saleor_invoices.stores.selectors import setting_resolve

REFUSALS = " For staff. Where Saleor does not allow it, the code is LOOKUP_NOT_ALLOWED."
First = Annotated[int, strawberry.argument(description="1 to 50.")]


@strawberry.type
class LookupQueries:
    @strawberry.field(
        description="Orders by number, name or e-mail, the latest first, with the invoice that "
        "each has." + REFUSALS
    )
    def saleor_orders(
        self, info: Info, search: str = "", first: First = 10
    ) -> list[SaleorOrder] | None:
        viewer = require_staff(info.context.viewer)
        found = orders_look_up(installation=viewer.installation, search=search, first=first)
        invoices = invoices_of_orders(viewer=viewer, order_ids=[order.id for order in found])
        peers = Peers(invoices.values(), viewer)
        nodes = {order: document_node(row, peers) for order, row in invoices.items()}
        return [SaleorOrder.of(order, nodes.get(order.id)) for order in found]

    @strawberry.field(description="Customers by name, e-mail or address." + REFUSALS)
    def saleor_customers(
        self, info: Info, search: str = "", first: First = 10
    ) -> list[SaleorCustomer] | None:
        installation = require_staff(info.context.viewer).installation
        found = customers_look_up(installation=installation, search=search, first=first)
        keys, _ = setting_resolve(installation=installation, channel="", key="vat_id_keys")
        return [SaleorCustomer.of(customer, tuple(keys)) for customer in found]

    @strawberry.field(description="What a channel sells, by name or SKU." + REFUSALS)
    def saleor_products(
        self, info: Info, channel: str, search: str = "", first: First = 10
    ) -> list[SaleorProduct] | None:
        installation = require_staff(info.context.viewer).installation
        found = variants_look_up(
            installation=installation, search=search, channel=channel, first=first
        )
        return [SaleorProduct.of(variant) for variant in found]

    @strawberry.field(
        description="The shop's channels, by name; also for staff with settings rights." + REFUSALS
    )
    def saleor_channels(self, info: Info) -> list[SaleorChannel] | None:
        viewer = info.context.viewer
        if not isinstance(viewer, StaffViewer) or not sees_secrets(viewer):
            require_staff(viewer)
        installation = viewer.installation
        return [SaleorChannel.of(found) for found in channels_look_up(installation=installation)]
