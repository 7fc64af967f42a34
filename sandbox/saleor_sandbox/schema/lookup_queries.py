"""What staff and apps search: customers, and what a channel sells."""

import graphene

from . import base
from .base import PAGING, has, require
from .order_types import UserCountableConnection
from .types import ProductVariantCountableConnection


class CustomerFilterInput(graphene.InputObjectType):
    search = graphene.String()
    ids = base.listed(graphene.ID)


class ProductVariantFilterInput(graphene.InputObjectType):
    search = graphene.String()
    sku = base.listed(graphene.String)


class LookupQueries:
    customers = graphene.Field(UserCountableConnection, filter=CustomerFilterInput(), **PAGING)
    product_variants = graphene.Field(
        ProductVariantCountableConnection,
        ids=base.listed(graphene.ID),
        channel=graphene.String(),
        filter=ProductVariantFilterInput(),
        **PAGING,
    )

    @staticmethod
    def resolve_customers(_root, info, filter=None, **paging):  # noqa: A002
        require(info, "MANAGE_ORDERS", "MANAGE_USERS")
        wanted = filter or {}
        rows = [user for user in info.context.state.users if not user.is_staff]
        if wanted.get("ids") is not None:
            rows = [user for user in rows if user.id in wanted["ids"]]
        text = (wanted.get("search") or "").lower()
        return base.page([user for user in rows if text in known(user)], **paging)

    @staticmethod
    def resolve_product_variants(_root, info, ids=None, channel=None, filter=None, **paging):  # noqa: A002
        # Without a channel only those who see unpublished products are told anything.
        state, wanted = info.context.state, filter or {}
        every = has(info, "MANAGE_ORDERS", "MANAGE_DISCOUNTS", "MANAGE_PRODUCTS")
        slugs = [each.slug for each in state.channels.values()] if every else []
        rows = [v for slug in ([channel] if channel else slugs) for v in state.sold_in(slug)]
        text, skus = (wanted.get("search") or "").lower(), wanted.get("sku")
        return base.page(
            [
                variant
                for variant in rows
                if (ids is None or variant.id in ids)
                and (not skus or variant.sku in skus)
                and text in f"{variant.product.name} {variant.name} {variant.sku or ''}".lower()
            ],
            **paging,
        )


def known(user) -> str:
    address = user.default_billing_address
    company = address.company_name if address else ""
    return f"{user.email} {user.first_name} {user.last_name} {company}".lower()
