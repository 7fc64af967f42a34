"""What must not be set together: looked for wherever documents are made.

That is at every legal entity and at every channel with values of its own; a value of the app that
each of them overrides hurts nobody. Only while there is no seller yet is the app's level looked
at by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.number_patterns import check_patterns
from saleor_invoices.stores.registry import PATTERN_KEYS, Level
from saleor_invoices.stores.resolution import Resolution, StoreValues

MISFIT = "SETTINGS_MISFIT"
Rule = Callable[[Resolution], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where something holds, to name the very value that is wrong."""

    level: Level
    name: str
    found: Resolution

    def path(self, key: str) -> str:
        """Where the value stands; one that is set nowhere is missing here."""
        level = self.found.look_up(key)[1]
        if level is Level.DEFAULT or level is self.level:
            level, name = self.level, self.name
        else:
            seller = self.found.seller
            name = seller.key if level is Level.LEGAL_ENTITY and seller else ""
        return ValueInput(level=level, name=name, key=key).place


def misfits_find(*, installation_id: int) -> Faults:
    """Every misfit of a store as it is now; each has its place and its stable code."""
    store, faults = StoreValues(installation_id=installation_id), Faults(MISFIT)
    _check_references(store, faults)
    places = list(_places(store))
    for place in places:
        for rule in _RULES:
            for key, message in rule(place.found):
                faults.add(place.path(key), message)
        if place.level is not Level.CHANNEL:  # channels have no say in numbers
            _check_numbers(place, faults)
    return faults


def _places(store: StoreValues) -> Iterator[_Place]:
    if not store.sellers:
        yield _Place(level=Level.APP, name="", found=store.of_app())
    for seller in store.sellers:
        found = store.of_seller(seller)
        yield _Place(level=Level.LEGAL_ENTITY, name=seller.key, found=found)
    for slug in store.channels:
        yield _Place(level=Level.CHANNEL, name=slug, found=store.of_channel(slug))


def _check_references(store: StoreValues, faults: Faults) -> None:
    known = {seller.key for seller in store.sellers}
    for row in store.rows:
        if row.key == "legal_entity" and row.value and row.value not in known:
            place = f"channels.{row.channel}" if row.channel else "store"
            faults.add(f"{place}.legal_entity", f"names {row.value!r}, which does not exist.")


def _check_numbers(place: _Place, faults: Faults) -> None:
    patterns = {key: place.found[key] for key in PATTERN_KEYS.values()}
    try:
        check_patterns(patterns, reset=place.found["number_reset"])
    except InvalidInput as error:
        key = str(error.params.get("field", "number_reset"))
        faults.add(place.path(key), error.message, error.code)


def _reason_missing(found: Resolution) -> Iterator[tuple[str, str]]:
    # EN 16931, BR-E-10 and BR-O-10: without tax there must be a reason.
    category = found["zero_rate_category"]
    if category in ("E", "O") and not (found["zero_rate_reason"] or found["zero_rate_code"]):
        yield "zero_rate_category", f"{category} needs a zero_rate_reason or a zero_rate_code."


def _address_missing(found: Resolution) -> Iterator[tuple[str, str]]:
    if found["transmission"] == "access_point" and not found["access_point_url"]:
        yield "transmission", "access_point needs an access_point_url."


def _layout_missing(found: Resolution) -> Iterator[tuple[str, str]]:
    if found["template"] == "html" and not found["html_template"]:
        yield "template", "html needs an html_template."


def _einvoice_impossible(found: Resolution) -> Iterator[tuple[str, str]]:
    if found["einvoice_required"] and found["einvoice_profile"] == "none":
        yield "einvoice_required", "can't be true while einvoice_profile is none."


def _territory_elsewhere(found: Resolution) -> Iterator[tuple[str, str]]:
    territory, seller = found["territory"], found.seller
    if territory and seller and seller.country != territory[:2]:
        yield "territory", f"{territory} is no part of {seller.country}, the seller's country."


_RULES: tuple[Rule, ...] = (
    _reason_missing,
    _address_missing,
    _layout_missing,
    _einvoice_impossible,
    _territory_elsewhere,
)
