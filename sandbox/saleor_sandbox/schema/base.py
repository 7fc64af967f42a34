"""Scalars, enums, field helpers, permissions and the two interfaces nearly every type has."""

from decimal import Decimal as PyDecimal
from typing import Any

import graphene
from graphene.types.generic import GenericScalar
from graphql import FloatValueNode, GraphQLError, IntValueNode, StringValueNode

from saleor_sandbox.keys import PERMISSIONS


class PermissionDeniedError(GraphQLError):
    """The caller lacks a right; Saleor answers HTTP 200 with this name in the extensions."""

    def __init__(self, *wanted: str) -> None:
        needed = ", ".join(wanted)
        super().__init__(f"Permission denied. One of these is needed: {needed}.")
        self.extensions = {"exception": {"code": "PermissionDenied"}}


def nn(kind: Any, **options: Any) -> graphene.Field:
    return graphene.Field(graphene.NonNull(kind), **options)


def many(kind: Any, **options: Any) -> graphene.Field:
    return graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(kind))),
        **options,
    )


def maybe_many(kind: Any, **options: Any) -> graphene.Field:
    return graphene.Field(graphene.List(graphene.NonNull(kind)), **options)


def listed(kind: Any) -> graphene.List:
    return graphene.List(graphene.NonNull(kind))


def enum(name: str, values: str) -> type[graphene.Enum]:
    return graphene.Enum(name, [(value, value) for value in values.split()])


def plain(value: Any) -> Any:
    """Enum members back to their names, in lists too; other values as they are."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return getattr(value, "value", value)


def has(info: Any, *wanted: str) -> bool:
    return info.context.may(*wanted)


def require(info: Any, *wanted: str) -> None:
    if not has(info, *wanted):
        raise PermissionDeniedError(*wanted)


def decimal_of(value: Any) -> PyDecimal:
    try:
        return PyDecimal(str(value))
    except ArithmeticError as error:
        raise GraphQLError(f"{value!r} is not a decimal number.") from error


class Decimal(graphene.Scalar):
    @staticmethod
    def serialize(value: Any) -> float:
        return float(value)

    @staticmethod
    def parse_value(value: Any) -> PyDecimal:
        return decimal_of(value)

    @classmethod
    def parse_literal(cls, node: Any, _variables: Any = None) -> PyDecimal:
        if not isinstance(node, FloatValueNode | IntValueNode | StringValueNode):
            raise GraphQLError("A decimal number is expected.")
        return cls.parse_value(node.value)


class PositiveDecimal(Decimal):
    @staticmethod
    def parse_value(value: Any) -> PyDecimal:
        number = decimal_of(value)
        if number < 0:
            raise GraphQLError("Value cannot be lower than 0.")
        return number


class Whole(graphene.Int):
    class Meta:
        name = "PositiveInt"


class Minute(graphene.Int):
    pass


class Metadata(GenericScalar):
    pass


class JSON(GenericScalar):
    pass


class AnyRepresentation(GenericScalar):
    class Meta:
        name = "_Any"


PermissionEnum = enum("PermissionEnum", " ".join(PERMISSIONS))
OrderStatus = enum(
    "OrderStatus",
    "DRAFT UNCONFIRMED UNFULFILLED PARTIALLY_FULFILLED PARTIALLY_RETURNED RETURNED FULFILLED "
    "CANCELED EXPIRED",
)
OrderOriginEnum = enum("OrderOriginEnum", "CHECKOUT DRAFT REISSUE BULK_CREATE")
PaymentChargeStatusEnum = enum(
    "PaymentChargeStatusEnum",
    "NOT_CHARGED PENDING PARTIALLY_CHARGED FULLY_CHARGED PARTIALLY_REFUNDED FULLY_REFUNDED "
    "REFUSED CANCELLED",
)
OrderAuthorizeStatusEnum = enum("OrderAuthorizeStatusEnum", "NONE PARTIAL FULL")
OrderChargeStatusEnum = enum("OrderChargeStatusEnum", "NONE PARTIAL FULL OVERCHARGED")
JobStatusEnum = enum("JobStatusEnum", "PENDING SUCCESS FAILED DELETED")
DiscountValueTypeEnum = enum("DiscountValueTypeEnum", "FIXED PERCENTAGE")
OrderDiscountType = enum("OrderDiscountType", "SALE VOUCHER MANUAL PROMOTION ORDER_PROMOTION")
VoucherTypeEnum = enum("VoucherTypeEnum", "SHIPPING ENTIRE_ORDER SPECIFIC_PRODUCT")
FulfillmentStatus = enum(
    "FulfillmentStatus",
    "FULFILLED REFUNDED RETURNED REPLACED REFUNDED_AND_RETURNED CANCELED WAITING_FOR_APPROVAL",
)
TransactionActionEnum = enum("TransactionActionEnum", "CHARGE REFUND CANCEL")
TransactionKind = enum(
    "TransactionKind",
    "EXTERNAL AUTH PENDING ACTION_TO_CONFIRM REFUND REFUND_ONGOING CAPTURE VOID CONFIRM CANCEL",
)
TransactionEventTypeEnum = enum(
    "TransactionEventTypeEnum",
    "AUTHORIZATION_SUCCESS AUTHORIZATION_FAILURE AUTHORIZATION_ADJUSTMENT AUTHORIZATION_REQUEST "
    "AUTHORIZATION_ACTION_REQUIRED CHARGE_ACTION_REQUIRED CHARGE_SUCCESS CHARGE_FAILURE "
    "CHARGE_BACK CHARGE_REQUEST REFUND_SUCCESS REFUND_FAILURE REFUND_REVERSE REFUND_REQUEST "
    "CANCEL_SUCCESS CANCEL_FAILURE CANCEL_REQUEST INFO",
)
TransactionFlowStrategyEnum = enum("TransactionFlowStrategyEnum", "AUTHORIZATION CHARGE")
OrderGrantedRefundStatusEnum = enum("OrderGrantedRefundStatusEnum", "NONE PENDING SUCCESS FAILURE")
TaxCalculationStrategy = enum("TaxCalculationStrategy", "FLAT_RATES TAX_APP")
GiftCardEventsEnum = enum("GiftCardEventsEnum", "ISSUED BOUGHT UPDATED ACTIVATED USED_IN_ORDER")
OrderEventsEnum = enum(
    "OrderEventsEnum",
    "PLACED PLACED_FROM_DRAFT CONFIRMED CANCELED ORDER_MARKED_AS_PAID ORDER_FULLY_PAID "
    "TRANSACTION_EVENT TRANSACTION_REFUND_REQUESTED PAYMENT_REFUNDED INVOICE_REQUESTED "
    "INVOICE_GENERATED INVOICE_UPDATED INVOICE_SENT FULFILLMENT_FULFILLED_ITEMS "
    "FULFILLMENT_CANCELED FULFILLMENT_REFUNDED UPDATED_ADDRESS REMOVED_PRODUCTS NOTE_ADDED",
)
OrderDirection = enum("OrderDirection", "ASC DESC")
OrderSortField = enum("OrderSortField", "NUMBER CREATION_DATE CREATED_AT LAST_MODIFIED_AT")
VariantAttributeScope = enum("VariantAttributeScope", "ALL VARIANT_SELECTION NOT_VARIANT_SELECTION")
CountryCode = enum("CountryCode", "BE DE ES FR IT JP KW NL PL US")
AppTypeEnum = enum("AppTypeEnum", "LOCAL THIRDPARTY")
WeightUnitsEnum = enum("WeightUnitsEnum", "G LB OZ KG TONNE")
AddressTypeEnum = enum("AddressTypeEnum", "BILLING SHIPPING")
LanguageCodeEnum = enum(
    "LanguageCodeEnum",
    "AR BG CS DA DE DE_AT DE_CH DE_DE EL EN EN_GB EN_IE EN_US ES ES_ES ET FI FR FR_BE FR_FR GA HR "
    "HU IT IT_IT JA KO LT LV MT NL NL_BE NL_NL PL PL_PL PT PT_BR RO SK SL SV TR UK ZH",
)


class MetadataItem(graphene.ObjectType):
    key = graphene.String(required=True)
    value = graphene.String(required=True)


class MetadataInput(graphene.InputObjectType):
    key = graphene.String(required=True)
    value = graphene.String(required=True)


def type_name(instance: Any) -> str:
    return getattr(instance, "type_name", None) or type(instance).__name__


class Node(graphene.Interface):
    id = graphene.ID(required=True)


PRIVATE_TO = {
    "User": ("MANAGE_USERS", "MANAGE_STAFF"),
    "Channel": ("MANAGE_CHANNELS",),
    "TaxConfiguration": ("AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP"),
    "Shop": ("MANAGE_SETTINGS",),
    "GiftCard": ("MANAGE_GIFT_CARD",),
    "TransactionItem": ("HANDLE_PAYMENTS", "MANAGE_ORDERS"),
    "Voucher": ("MANAGE_DISCOUNTS",),
}


def private(root: Any, info: Any) -> dict[str, str]:
    name = type(root).__name__
    if name == "App":
        if info.context.app is not root:
            require(info, "MANAGE_APPS")
    else:
        require(info, *PRIVATE_TO.get(name, ("MANAGE_ORDERS",)))
    return root.private_meta


def items(data: dict[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "value": data[key]} for key in sorted(data)]


def picked(data: dict[str, str], keys: list[str] | None) -> dict[str, str]:
    return data if keys is None else {key: data[key] for key in keys if key in data}


class ObjectWithMetadata(graphene.Interface):
    private_metadata = many(MetadataItem)
    private_metafield = graphene.String(key=graphene.String(required=True))
    private_metafields = Metadata(keys=listed(graphene.String))
    metadata = many(MetadataItem)
    metafield = graphene.String(key=graphene.String(required=True))
    metafields = Metadata(keys=listed(graphene.String))

    @staticmethod
    def resolve_metadata(root: Any, _info: Any):
        return items(root.meta)

    @staticmethod
    def resolve_metafield(root: Any, _info: Any, key: str):
        return root.meta.get(key)

    @staticmethod
    def resolve_metafields(root: Any, _info: Any, keys: list[str] | None = None):
        return picked(root.meta, keys)

    @staticmethod
    def resolve_private_metadata(root: Any, info: Any):
        return items(private(root, info))

    @staticmethod
    def resolve_private_metafield(root: Any, info: Any, key: str):
        return private(root, info).get(key)

    @staticmethod
    def resolve_private_metafields(root: Any, info: Any, keys: list[str] | None = None):
        return picked(private(root, info), keys)


class Entity(graphene.ObjectType):
    """Base of the types that Saleor calls Node & ObjectWithMetadata."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, interfaces: Any = (), **options: Any) -> None:
        super().__init_subclass_with_meta__(
            interfaces=(*interfaces, Node, ObjectWithMetadata), **options
        )


def connection(name: str, node: Any) -> type[graphene.ObjectType]:
    """A Relay connection as Saleor's: non-null pageInfo and edges, nullable totalCount."""
    edge = type(
        f"{name}CountableEdge",
        (graphene.ObjectType,),
        {"node": nn(node), "cursor": graphene.String(required=True)},
    )
    fields = {
        "page_info": nn(PageInfo),
        "edges": many(edge),
        "total_count": graphene.Int(),
    }
    return type(f"{name}CountableConnection", (graphene.ObjectType,), fields)


class PageInfo(graphene.ObjectType):
    has_next_page = graphene.Boolean(required=True)
    has_previous_page = graphene.Boolean(required=True)
    start_cursor = graphene.String()
    end_cursor = graphene.String()


PAGING = {
    "before": graphene.String(),
    "after": graphene.String(),
    "first": graphene.Int(),
    "last": graphene.Int(),
}


def page(rows: list[Any], first=None, last=None, after=None, before=None) -> dict[str, Any]:
    """Slice `rows` by Saleor's rules: `first` or `last` is needed, at most 100 a page."""
    size = first if first is not None else last
    if size is None:
        raise GraphQLError("You must provide a `first` or `last` value to paginate the connection.")
    if not 0 <= size <= 100:
        raise GraphQLError("A page holds at most 100 items.")
    names = [row.id for row in rows]
    start = names.index(after) + 1 if after in names else 0
    end = names.index(before) if before in names else len(rows)
    chosen = (
        rows[start:end][:size] if first is not None else rows[start:end][-size:] if size else []
    )
    return page_of(rows, chosen)


def page_of(rows: list[Any], chosen: list[Any]) -> dict[str, Any]:
    edges = [{"node": row, "cursor": row.id} for row in chosen]
    return {
        "edges": edges,
        "total_count": len(rows),
        "page_info": {
            "has_next_page": bool(chosen) and chosen[-1] is not rows[-1],
            "has_previous_page": bool(chosen) and chosen[0] is not rows[0],
            "start_cursor": edges[0]["cursor"] if edges else None,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        },
    }
