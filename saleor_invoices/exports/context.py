"""What a file needs besides its documents: whose it is, which days it covers, when it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db.models import Max, Min, QuerySet

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.exports.books.booking import Rates
from saleor_invoices.exports.books.seller import Seller, seller_of
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.resolution import StoreValues
from saleor_invoices.stores.selectors import exchange_rate_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class StoredRates:
    """The rates that were entered in a store, each asked for once."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._known: dict[tuple[str, str, date], Decimal | None] = {}

    def __call__(self, currency: str, target: str, on: date) -> Decimal | None:
        """Units of ``target`` for one of ``currency`` on a day."""
        asked = (currency, target, on)
        if asked not in self._known:
            found = exchange_rate_for(
                installation=self._installation, currency=currency, target=target, on=on
            )
            self._known[asked] = found.rate if found else None
        return self._known[asked]


@dataclass(frozen=True, kw_only=True)
class ExportContext:
    """Of one file. ``made_at`` is given, so that the same file made again has the same bytes."""

    sellers: Mapping[str, Seller] = field(default_factory=dict)  # by the legal entity's key
    first: date = date.min  # issue dates
    last: date = date.max
    made_at: datetime = EPOCH
    rates: Rates | None = None

    @property
    def seller(self) -> Seller:
        """The only one. Raises ``InvalidInput`` EXPORT_SEVERAL_SELLERS."""
        if len(self.sellers) != 1:
            raise InvalidInput(
                "Such a file is of one legal entity: choose documents of one.",
                code="EXPORT_SEVERAL_SELLERS",
                params={"legal_entities": sorted(self.sellers)},
            )
        return next(iter(self.sellers.values()))

    def rate(self, currency: str, target: str, on: date) -> Decimal | None:
        """As ``booking.Rates``."""
        return self.rates(currency, target, on) if self.rates else None


NOTHING = ExportContext()
"""For formats that need documents only."""


def books_of(rows: QuerySet[SalesDocument]) -> QuerySet[SalesDocument]:
    """Those of the documents that belong into the books (as ``booking.left_out``)."""
    kinds = (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
    return rows.filter(state=DocumentState.ISSUED, test_mode=False, kind__in=kinds)


def context_of(
    *, installation: Installation, rows: QuerySet[SalesDocument], made_at: datetime
) -> ExportContext:
    """The context of a file of these documents. Raises ``InvalidInput`` EXPORT_EMPTY."""
    found = books_of(rows).order_by()
    span = found.aggregate(first=Min("issue_date"), last=Max("issue_date"))
    if span["first"] is None:
        raise InvalidInput(
            "No issued document is among them that belongs into the books.", code="EXPORT_EMPTY"
        )
    keys = set(found.values_list("legal_entity__key", flat=True).distinct())
    store = StoreValues(installation_id=installation.pk)
    return ExportContext(
        sellers={
            entity.key: seller_of(entity, store.of_seller(entity))
            for entity in store.sellers
            if entity.key in keys
        },
        first=span["first"],
        last=span["last"],
        made_at=made_at,
        rates=StoredRates(installation),
    )
