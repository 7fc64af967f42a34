"""Apps, webhooks, installations and the shop."""

from urllib.parse import urljoin

import graphene

from saleor_sandbox.keys import app_claims
from saleor_sandbox.model import words

from . import base
from .base import Entity, Node, has, many, maybe_many, nn, require
from .order_types import Job, User
from .types import Address, CountryDisplay

# Every event an app may subscribe to here; all names are Saleor's, the set is the slice's.
ASYNC_EVENTS = words(
    "ORDER_CREATED ORDER_CONFIRMED ORDER_PAID ORDER_FULLY_PAID ORDER_REFUNDED "
    "ORDER_FULLY_REFUNDED ORDER_UPDATED ORDER_CANCELLED ORDER_EXPIRED ORDER_FULFILLED "
    "ORDER_METADATA_UPDATED ORDER_BULK_CREATED DRAFT_ORDER_CREATED DRAFT_ORDER_UPDATED "
    "DRAFT_ORDER_DELETED INVOICE_REQUESTED INVOICE_DELETED INVOICE_SENT CUSTOMER_CREATED "
    "CUSTOMER_UPDATED CUSTOMER_METADATA_UPDATED TRANSACTION_ITEM_METADATA_UPDATED "
    "APP_INSTALLED APP_UPDATED APP_DELETED APP_STATUS_CHANGED CHANNEL_CREATED CHANNEL_UPDATED "
    "CHANNEL_DELETED CHANNEL_STATUS_CHANGED SHOP_METADATA_UPDATED"
)
SYNC_EVENTS = words(
    "TRANSACTION_CHARGE_REQUESTED TRANSACTION_REFUND_REQUESTED TRANSACTION_CANCELATION_REQUESTED"
)

MOUNTS_BEFORE_322 = tuple(
    words(
        "CUSTOMER_OVERVIEW_CREATE CUSTOMER_OVERVIEW_MORE_ACTIONS CUSTOMER_DETAILS_MORE_ACTIONS "
        "PRODUCT_OVERVIEW_CREATE PRODUCT_OVERVIEW_MORE_ACTIONS PRODUCT_DETAILS_MORE_ACTIONS "
        "NAVIGATION_CATALOG NAVIGATION_ORDERS NAVIGATION_CUSTOMERS NAVIGATION_DISCOUNTS "
        "NAVIGATION_TRANSLATIONS NAVIGATION_PAGES ORDER_DETAILS_MORE_ACTIONS ORDER_OVERVIEW_CREATE "
        "ORDER_OVERVIEW_MORE_ACTIONS"
    )
)
MOUNTS_OF_322 = tuple(
    words(
        "ORDER_DETAILS_WIDGETS DRAFT_ORDER_DETAILS_WIDGETS CUSTOMER_DETAILS_WIDGETS "
        "PRODUCT_DETAILS_WIDGETS COLLECTION_DETAILS_WIDGETS GIFT_CARD_DETAILS_WIDGETS "
        "VOUCHER_DETAILS_WIDGETS DRAFT_ORDER_DETAILS_MORE_ACTIONS DRAFT_ORDER_OVERVIEW_CREATE "
        "DRAFT_ORDER_OVERVIEW_MORE_ACTIONS DISCOUNT_DETAILS_MORE_ACTIONS DISCOUNT_OVERVIEW_CREATE "
        "DISCOUNT_OVERVIEW_MORE_ACTIONS VOUCHER_DETAILS_MORE_ACTIONS VOUCHER_OVERVIEW_CREATE "
        "VOUCHER_OVERVIEW_MORE_ACTIONS CATEGORY_OVERVIEW_CREATE CATEGORY_OVERVIEW_MORE_ACTIONS "
        "CATEGORY_DETAILS_MORE_ACTIONS COLLECTION_OVERVIEW_CREATE COLLECTION_OVERVIEW_MORE_ACTIONS "
        "COLLECTION_DETAILS_MORE_ACTIONS GIFT_CARD_OVERVIEW_CREATE GIFT_CARD_OVERVIEW_MORE_ACTIONS "
        "GIFT_CARD_DETAILS_MORE_ACTIONS PAGE_DETAILS_MORE_ACTIONS PAGE_OVERVIEW_CREATE "
        "PAGE_OVERVIEW_MORE_ACTIONS PAGE_TYPE_OVERVIEW_CREATE PAGE_TYPE_OVERVIEW_MORE_ACTIONS "
        "PAGE_TYPE_DETAILS_MORE_ACTIONS MENU_OVERVIEW_CREATE MENU_OVERVIEW_MORE_ACTIONS "
        "MENU_DETAILS_MORE_ACTIONS TRANSLATIONS_MORE_ACTIONS"
    )
)

AppExtensionMountEnum = base.enum(
    "AppExtensionMountEnum", " ".join(MOUNTS_BEFORE_322 + MOUNTS_OF_322)
)
AppExtensionTargetEnum = base.enum("AppExtensionTargetEnum", "POPUP APP_PAGE NEW_TAB WIDGET")
WebhookEventTypeAsyncEnum = base.enum("WebhookEventTypeAsyncEnum", " ".join(ASYNC_EVENTS))
WebhookEventTypeSyncEnum = base.enum("WebhookEventTypeSyncEnum", " ".join(SYNC_EVENTS))


class Permission(graphene.ObjectType):
    code = nn(base.PermissionEnum)
    name = graphene.String(required=True)


class UserPermission(graphene.ObjectType):
    code = nn(base.PermissionEnum)
    name = graphene.String(required=True)


def permission_rows(names):
    return [{"code": name, "name": name.replace("_", " ").capitalize()} for name in names]


class WebhookEventAsync(graphene.ObjectType):
    name = graphene.String(required=True)
    event_type = nn(WebhookEventTypeAsyncEnum)


class WebhookEventSync(graphene.ObjectType):
    name = graphene.String(required=True)
    event_type = nn(WebhookEventTypeSyncEnum)


def event_rows(names):
    return [{"name": name.replace("_", " ").capitalize(), "event_type": name} for name in names]


class Webhook(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    name = graphene.String()
    async_events = many(WebhookEventAsync)
    sync_events = many(WebhookEventSync)
    app = nn(lambda: App)
    target_url = graphene.String(required=True)
    is_active = graphene.Boolean(required=True)
    subscription_query = graphene.String()
    custom_headers = graphene.JSONString()

    @staticmethod
    def resolve_async_events(root, _info):
        return event_rows(root.async_names)

    @staticmethod
    def resolve_sync_events(root, _info):
        return event_rows(root.sync_names)


class AppExtension(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    permissions = many(Permission)
    label = graphene.String(required=True)
    url = graphene.String(required=True)
    mount = nn(AppExtensionMountEnum)
    target = nn(AppExtensionTargetEnum)
    mount_name = graphene.String(required=True)
    target_name = graphene.String(required=True)
    settings = nn(base.JSON)
    app = nn(lambda: App)
    access_token = graphene.String()

    @staticmethod
    def resolve_permissions(root, _info):
        return permission_rows(root.permissions)

    @staticmethod
    def resolve_url(root, _info):
        # Only a POPUP's relative address is completed here; the dashboard does it for a page.
        relative = root.url.startswith("/") and root.target.upper() == "POPUP" and root.app.app_url
        return urljoin(root.app.app_url, root.url.lstrip("/")) if relative else root.url

    @staticmethod
    def resolve_access_token(root, info):
        return minted(info, root.app, root)


class AppProblem(graphene.ObjectType):
    class Meta:
        interfaces = (Node,)

    created_at = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True)
    count = graphene.Int(required=True)
    is_critical = graphene.Boolean(required=True)
    message = graphene.String(required=True)
    key = graphene.String(required=True)


class AppBrandLogo(graphene.ObjectType):
    default = graphene.String(required=True, size=graphene.Int())

    @staticmethod
    def resolve_default(root, _info, size=None):
        return root["default"]


class AppBrand(graphene.ObjectType):
    logo = nn(AppBrandLogo)


class App(Entity):
    identifier = graphene.String()
    permissions = maybe_many(Permission)
    created = graphene.DateTime()
    is_active = graphene.Boolean()
    name = graphene.String()
    type = base.AppTypeEnum()
    webhooks = maybe_many(Webhook)
    about_app = graphene.String()
    data_privacy_url = graphene.String()
    homepage_url = graphene.String()
    support_url = graphene.String()
    app_url = graphene.String()
    manifest_url = graphene.String()
    version = graphene.String()
    access_token = graphene.String()
    author = graphene.String()
    extensions = many(AppExtension)
    problems = maybe_many(AppProblem, limit=base.Whole())
    brand = graphene.Field(AppBrand)

    @staticmethod
    def resolve_permissions(root, _info):
        return permission_rows(root.permissions)

    @staticmethod
    def resolve_webhooks(root, info):
        if info.context.app is not root:
            require(info, "MANAGE_APPS", "OWNER")
        return root.webhooks

    @staticmethod
    def resolve_access_token(root, info):
        return minted(info, root)

    @staticmethod
    def resolve_problems(root, info, limit=None):
        if info.context.app is not root:
            require(info, "AUTHENTICATED_STAFF_USER", "OWNER")
        return list(reversed(root.problem_rows))[:limit]


def minted(info, app, extension=None):
    """Any staff user gets a token, cut to their own rights; nobody else does."""
    user, settings = info.context.user, info.context.state.settings
    if user is None or not user.is_staff:
        return None
    return info.context.state.keys.sign_token(
        app_claims(user, app, settings.api_url, settings.app_token_lifetime, extension)
    )


class UserOrApp(graphene.Union):
    class Meta:
        types = (User, App)


class IssuingPrincipal(graphene.Union):
    class Meta:
        types = (App, User)


class AppInstallation(graphene.ObjectType):
    class Meta:
        interfaces = (Node, Job)

    app_name = graphene.String(required=True)
    manifest_url = graphene.String(required=True)


class Domain(graphene.ObjectType):
    host = graphene.String(required=True)
    ssl_enabled = graphene.Boolean(required=True)
    url = graphene.String(required=True)


class Shop(graphene.ObjectType):
    class Meta:
        interfaces = (base.ObjectWithMetadata,)

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    description = graphene.String()
    version = graphene.String(required=True)
    schema_version = graphene.String(required=True)
    company_address = graphene.Field(Address)
    default_country = graphene.Field(CountryDisplay)
    default_weight_unit = base.WeightUnitsEnum()
    channel_currencies = many(graphene.String)
    domain = nn(Domain)
    permissions = many(Permission)

    @staticmethod
    def resolve_version(root, info):
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return root.version

    @staticmethod
    def resolve_default_country(root, _info):
        return root.company_address.country

    @staticmethod
    def resolve_default_weight_unit(_root, _info):
        return "KG"

    @staticmethod
    def resolve_channel_currencies(_root, info):
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return sorted({c.currency_code for c in info.context.state.channels.values()})

    @staticmethod
    def resolve_domain(root, _info):
        url = root.domain_url
        return {"host": root.domain_host, "ssl_enabled": url.startswith("https:"), "url": url}

    @staticmethod
    def resolve_permissions(_root, info):
        require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
        return permission_rows(base.PERMISSIONS)


AppCountableConnection = base.connection("App", App)
AppExtensionCountableConnection = base.connection("AppExtension", AppExtension)


def visible_app(info, app):
    """An app reads itself; staff read all: Saleor's rule for `app(id)`."""
    require(info, "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
    if app is not info.context.app and not has(info, "MANAGE_APPS", "AUTHENTICATED_STAFF_USER"):
        require(info, "OWNER")
    return app
