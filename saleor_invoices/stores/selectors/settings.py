"""What is set where, what it was before, and what a pattern would make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.domain.numbering import NumberPattern, Reset
from saleor_invoices.stores.configuration import place_check
from saleor_invoices.stores.models import Installation, LegalEntity, SettingChange
from saleor_invoices.stores.registry import SETTINGS, Declared, Level
from saleor_invoices.stores.resolution import Resolution, StoreValues
from saleor_invoices.stores.values import Json, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedSetting:
    """One setting as it holds at a place; a secret's values are masked.

    ``inherited`` is what would hold were the value taken away; ``source_name`` is the legal
    entity's key or the channel's slug.
    """

    declared: Declared
    value: Json
    source: Level
    source_name: str
    inherited: Json
    is_overridden: bool

    @property
    def key(self) -> str:
        """Its name."""
        return self.declared.key

    @property
    def doc(self) -> str:
        """A sentence for the merchant."""
        return self.declared.doc

    @property
    def levels(self) -> frozenset[Level]:
        """Where it can be set."""
        return self.declared.levels

    @property
    def kind(self) -> Kind:
        """The form of its value."""
        return self.declared.check.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """Changes in order, and whether there are more beyond them."""

    rows: list[SettingChange]
    has_next: bool


def settings_resolved(
    *, installation: Installation, level: Level, name: str = "", keys: Iterable[str] | None = None
) -> list[ResolvedSetting]:
    """Every declared setting as it holds at a place, or only those of ``keys``; two queries.

    Also those that can't be set there: ``levels`` tells. Raises ``InvalidInput`` PLACE_INVALID,
    ``NotFound`` LEGAL_ENTITY_NOT_FOUND. A channel needs no values of its own to be asked for:
    which ones there are, only Saleor knows.
    """
    found = settings_at(StoreValues(installation_id=installation.pk), level=level, name=name)
    inherited = _without(found, level)
    wanted = SETTINGS if keys is None else {key: SETTINGS[key] for key in keys}
    return [_resolved(declared, found, inherited, level, name) for declared in wanted.values()]


def setting_history(
    *,
    installation: Installation,
    level: str = "",
    name: str = "",
    key: str = "",
    without: Iterable[str] = (),
    before_id: int | None = None,
    size: int = 20,
) -> ChangePage:
    """Who changed what, the newest first, narrowed to what is given.

    ``without`` leaves keys out; a page goes on before the row ``before_id``.
    """
    rows = SettingChange.objects.filter(installation=installation).exclude(key__in=list(without))
    if level:
        rows = rows.filter(level=level)
    for column, value in (("name", name), ("key", key)):
        rows = rows.filter(**{column: value}) if value else rows
    if before_id is not None:
        rows = rows.filter(pk__lt=before_id)
    found = list(rows.order_by("-pk")[: size + 1])
    return ChangePage(rows=found[:size], has_next=len(found) > size)


def number_samples(*, pattern: str, reset: Reset | str, on: date) -> list[str]:
    """What a pattern would make: the first two numbers on the day, and the next period's first.

    Raises ``InvalidInput`` NUMBER_PATTERN_INVALID, NUMBER_PATTERN_REPEATS, or DATE_INVALID for a
    day of the last year that dates have.
    """
    if on.year == MAXYEAR:
        raise InvalidInput(
            "There is no year after this.", code="DATE_INVALID", params={"field": "on"}
        )
    parsed = NumberPattern.parse(pattern, reset)
    samples = [parsed.render(position, on) for position in (1, 2)]
    if parsed.reset is Reset.NEVER:
        return samples
    return [*samples, parsed.render(1, _next_period(parsed.reset, on))]


def _next_period(reset: Reset, on: date) -> date:
    if reset is Reset.YEARLY:
        return date(on.year + 1, 1, 1)
    if reset is Reset.MONTHLY:
        return date(on.year + on.month // 12, on.month % 12 + 1, 1)
    return date.fromordinal(on.toordinal() + 1)


def settings_at(store: StoreValues, *, level: Level, name: str = "") -> Resolution:
    """What holds at a place. Raises as ``settings_resolved``."""
    place_check(level, name)
    if level is Level.CHANNEL:
        return store.of_channel(name)
    if level is Level.LEGAL_ENTITY:
        return store.of_seller(_seller(store, name))
    return store.of_app()


def _seller(store: StoreValues, key: str) -> LegalEntity:
    for seller in store.sellers:
        if seller.key == key:
            return seller
    raise NotFound(
        f"There is no legal entity {key!r}.",
        code="LEGAL_ENTITY_NOT_FOUND",
        params={"field": "name", "place": f"legal_entities.{key}"},
    )


def _without(found: Resolution, level: Level) -> Resolution:
    """What would hold without the values of the level itself."""
    if level is Level.CHANNEL:
        return replace(found, channel={})
    if level is Level.LEGAL_ENTITY:
        return replace(found, legal_entity={})
    return replace(found, app={})


def _resolved(
    declared: Declared, found: Resolution, inherited: Resolution, level: Level, name: str
) -> ResolvedSetting:
    value, source = found.look_up(declared.key)
    return ResolvedSetting(
        declared=declared,
        value=value,
        source=source,
        source_name=_source_name(found, source, level, name),
        inherited=inherited[declared.key],
        is_overridden=source is level,
    )


def _source_name(found: Resolution, source: Level, level: Level, name: str) -> str:
    if source is level:
        return name
    return found.seller.key if source is Level.LEGAL_ENTITY and found.seller else ""
