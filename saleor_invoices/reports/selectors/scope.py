"""What a report is of: one store, perhaps one of its sellers, never test and real at once."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.domain.money import exponent
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.selectors import legal_entities_listed

LAST_DAY = date(9998, 12, 31)
"""The day after it must be a day as well."""


@dataclass(frozen=True)
class Zone:
    """Sellers with one calendar: the day that it is there, and who they are."""

    name: str
    today: date
    entities: tuple[int, ...]

    def end_of(self, day: date) -> datetime:
        """The instant at which the day is over there."""
        return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(self.name))


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The issued documents that a report looks at. An empty key or currency: all of them."""

    installation: Installation
    legal_entity: str = ""
    currency: str = ""
    test_mode: bool = False

    @cached_property
    def entities(self) -> tuple[LegalEntity, ...]:
        """The sellers. Raises ``NotFound`` LEGAL_ENTITY_NOT_FOUND."""
        rows = legal_entities_listed(installation=self.installation)
        if self.legal_entity:
            rows = rows.filter(key=self.legal_entity)
        found = tuple(rows)
        if self.legal_entity and not found:
            raise NotFound(
                "There is no such legal entity.",
                code="LEGAL_ENTITY_NOT_FOUND",
                params={"field": "legalEntity"},
            )
        return found

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """The calendars of the sellers."""
        groups: dict[str, list[int]] = {}
        for entity in self.entities:
            groups.setdefault(entity.timezone, []).append(entity.pk)
        now = timezone.now()
        return tuple(
            Zone(name, now.astimezone(ZoneInfo(name)).date(), tuple(ids))
            for name, ids in groups.items()
        )

    @cached_property
    def today(self) -> date:
        """The day that it is at the sellers'; of several calendars, the latest."""
        return max((zone.today for zone in self.zones), default=timezone.now().date())

    def documents(self) -> QuerySet[SalesDocument]:
        """What was issued. Raises ``InvalidInput`` UNKNOWN_CURRENCY."""
        rows = SalesDocument.objects.filter(
            installation=self.installation, state=DocumentState.ISSUED, test_mode=self.test_mode
        )
        if self.legal_entity:
            rows = rows.filter(legal_entity__in=[entity.pk for entity in self.entities])
        if self.currency:
            exponent(self.currency)
            rows = rows.filter(currency=self.currency)
        return rows

    def due_before(self, days: int = 0, *, path: str = "") -> Q:
        """Documents due before ``days`` from today, each by its own seller's calendar."""
        condition = Q(pk__in=[])
        for zone in self.zones:
            bound = zone.today + timedelta(days=days)
            of_zone = {f"{path}legal_entity_id__in": zone.entities, f"{path}due_date__lt": bound}
            condition |= Q(**of_zone)
        return condition


def period_checked(start: date, end: date) -> None:
    """Refuse a period that ends before it begins (``InvalidInput`` PERIOD_INVALID)."""
    if end < start:
        raise InvalidInput(
            "The period ends before it begins.", code="PERIOD_INVALID", params={"field": "to"}
        )


def day_checked(scope: Scope, day: date | None) -> date:
    """The day, today where none is named. Raises ``InvalidInput`` DAY_INVALID for one to come."""
    asked = day or scope.today
    # A browser east of the seller may be a day ahead.
    if asked > scope.today + timedelta(days=1) or asked > LAST_DAY:
        raise InvalidInput(
            "What will be owed on a day to come, nobody knows.",
            code="DAY_INVALID",
            params={"field": "asOf"},
        )
    return asked
