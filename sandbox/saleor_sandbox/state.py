"""Everything the stand-in remembers: one object, one lock, gone when the process ends."""

import itertools
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from . import catalog
from .app_model import App, AppInstallation
from .keys import PERMISSIONS, Keys
from .model import (
    Address,
    Channel,
    Entity,
    ProductVariant,
    ShippingMethod,
    User,
    Warehouse,
    from_global_id,
)
from .money import Money
from .order_model import Order
from .shelf import shelf


@dataclass
class Settings:
    saleor_version: str = "3.22.67"
    public_url: str = "http://127.0.0.1:8090"
    retry_scale: float = 1.0
    token_lifetime: float = 12 * 3600  # of people's
    app_token_lifetime: float = 12 * 3600  # of those that an app's page is given

    @property
    def api_url(self) -> str:
        return f"{self.public_url}/graphql/"

    @property
    def domain(self) -> str:
        return urlsplit(self.public_url).netloc

    @property
    def version(self) -> tuple[int, int, int]:
        parts = [int(part) for part in self.saleor_version.split(".")[:3]]
        major, minor, patch = ([*parts, 0, 0])[:3]
        return major, minor, patch

    @property
    def schema_version(self) -> str:
        return ".".join(str(part) for part in self.version[:2])


@dataclass
class Faults:
    """What goes wrong on purpose, set through /control."""

    throttle_next: int = 0
    fail_next: int = 0
    status: int = 500
    down: bool = False
    lose_next: int = 0  # done, but the answer is lost
    late_seconds: float = 0.0  # done at once, and answered late
    refuse_reports: bool = False
    refuse_code: str = "INVALID"
    errors_payload_next: int = 0


def shop_address() -> Address:
    address = catalog.address("de")
    address.company_name, address.first_name, address.last_name = "Sample Seller GmbH", "", ""
    address.street_address_1 = "Handelsweg 1"
    address.phone = "+493012345600"
    return address


@dataclass(kw_only=True, eq=False)
class Shop(Entity):
    name: str = "Sample Shop"
    company_address: Address = field(default_factory=shop_address)
    version: str = ""
    schema_version: str = ""
    domain_host: str = ""
    domain_url: str = ""


def staff(email: str, password: str, permissions: tuple[str, ...]) -> User:
    return User(
        email=email,
        password=password,
        first_name="Staff",
        last_name=password.capitalize(),
        is_staff=True,
        permissions=permissions,
    )


def accounts() -> list[User]:
    return [
        staff("admin@example.com", "admin", tuple(PERMISSIONS)),
        staff("orders@example.com", "orders", ("MANAGE_ORDERS",)),
        staff("viewer@example.com", "viewer", ("MANAGE_PRODUCTS",)),
        User(
            email="customer@example.com",
            password="customer",
            default_billing_address=catalog.address("de_b2b"),
        ),
        User(email="second@example.com", password="second", last_name="Second"),
    ]


@dataclass
class State:
    settings: Settings
    keys: Keys = field(default_factory=Keys)
    faults: Faults = field(default_factory=Faults)
    config: dict[str, Any] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)
    users: list[User] = field(default_factory=accounts)
    apps: list[App] = field(default_factory=list)
    installations: list[AppInstallation] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    channels: dict[str, Channel] = field(default_factory=catalog.channels)
    warehouse: Warehouse = field(default_factory=lambda: Warehouse(name="Europe", slug="europe"))
    methods: dict[str, ShippingMethod] = field(default_factory=dict)
    variants: dict[str, list[ProductVariant]] = field(default_factory=dict)  # by channel
    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))
    schema: Any = None
    courier: Any = None

    def __post_init__(self) -> None:
        settings = self.settings
        self.shop = Shop(
            version=settings.saleor_version,
            schema_version=settings.schema_version,
            domain_host=settings.domain,
            domain_url=settings.public_url,
        )

    @contextmanager
    def unlocked(self) -> Iterator[None]:
        """Lets other requests in while one waits for somebody else; it holds the lock once."""
        self.lock.release()
        try:
            yield
        finally:
            self.lock.acquire()

    def shipping_method(self, channel: Channel, amount) -> ShippingMethod:
        method = ShippingMethod(name="UPS", price=Money(amount, channel.currency_code))
        return self.methods.setdefault(channel.slug, method)

    def sold_in(self, slug: str) -> list[ProductVariant]:
        """The catalogue of a channel."""
        if slug not in self.variants:
            channels = self.channels.items()
            self.variants[slug] = [
                variant
                for key, channel in channels
                if channel.slug == slug
                for variant in shelf(key, channel)
            ]
        return self.variants[slug]

    def user_by_email(self, email: str) -> User | None:
        return next((user for user in self.users if user.email == email.lower()), None)

    def app_by_token(self, token: str) -> App | None:
        live = (app for app in self.apps if app.is_active and app.token == token)
        return next(live, None)

    def invoices(self):
        return (invoice for order in self.orders for invoice in order.invoices)

    def transactions(self):
        return (item for order in self.orders for item in order.transactions)

    def find(self, global_id: str | None, *kinds: str) -> Any:
        """The row with this global id when it is of one of `kinds`, else None."""
        kind, pk = from_global_id(global_id or "")
        if kind not in kinds:
            return None
        return next((row for row in self.rows(kind) if str(row.pk) == pk), None)

    def rows(self, kind: str) -> Iterable[Any]:
        """All rows of one GraphQL type; none for a type that isn't looked up by id here."""
        sources = {
            "App": lambda: self.apps,
            "User": lambda: self.users,
            "Order": lambda: self.orders,
            "Channel": self.channels.values,
            "AppInstallation": lambda: self.installations,
            "Invoice": self.invoices,
            "TransactionItem": self.transactions,
            "OrderLine": lambda: (line for order in self.orders for line in order.lines),
            "GiftCard": lambda: (card for order in self.orders for card in order.gift_cards),
            "Webhook": lambda: (hook for app in self.apps for hook in app.webhooks),
            "AppExtension": lambda: (row for app in self.apps for row in app.extensions),
            "Address": lambda: (
                address
                for order in self.orders
                for address in (order.billing_address, order.shipping_address)
                if address
            ),
        }
        return sources.get(kind, tuple)()
