"""A store's configuration as a TOML file: read and checked whole before anything is changed.

``docs/configure-store.toml`` documents the file. A value that is set in the file is set; what the
file does not name stays; ``inherit = ["paper"]`` takes a value away again.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.registry import SETTINGS, Level, checked
from saleor_invoices.stores.seller_input import FileReader, SellerInput, read_seller

LONGEST_SLUG = 255
"""Characters; Saleor's own limit of a channel's slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueInput:
    """One setting at one place; ``name`` is the channel's slug or the legal entity's key."""

    level: Level
    name: str
    key: str
    value: Any = None
    is_inherited: bool = False  # take the value away
    expected: Any = None  # what held at the place when it was read; None: whatever holds

    @property
    def place(self) -> str:
        """Where it stands in the file."""
        path = {Level.CHANNEL: f"channels.{self.name}", Level.APP: "store"}
        return f"{path.get(self.level, f'legal_entities.{self.name}.settings')}.{self.key}"


def place_check(level: Level, name: str) -> None:
    """Refuse what is no place of settings: ``InvalidInput`` PLACE_INVALID.

    The app has no name, a legal entity its key, a channel its slug. An empty slug would mean the
    app.
    """
    rights = {
        Level.APP: not name,
        Level.LEGAL_ENTITY: bool(name),
        Level.CHANNEL: 0 < len(name) <= LONGEST_SLUG
        and name.isprintable()
        and name == name.strip(),
    }
    if not rights.get(level, False):
        raise InvalidInput(
            f"{name!r} names no place of the level {level.value.replace('_', ' ')}.",
            code="PLACE_INVALID",
            params={"field": "name"},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """A file that is right in itself."""

    sellers: tuple[SellerInput, ...] = ()
    values: tuple[ValueInput, ...] = ()


def html_templates(given: Iterable[ValueInput]) -> list[str]:
    """The merchants' own templates among the values; whoever may render must check them."""
    return [str(one.value) for one in given if one.key == "html_template" and one.value]


def parse(text: str, *, read_logo: FileReader) -> Configuration:
    """Read a file's text.

    Raises ``InvalidInput`` CONFIGURATION_INVALID with every fault and its place.
    """
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"Not TOML: {error}.", code="CONFIGURATION_INVALID") from error
    faults = Faults()
    faults.unknown(root, {"store", "legal_entities", "channels"}, "")
    configuration = Configuration(
        sellers=_sellers(root, faults, read_logo), values=tuple(_values(root, faults))
    )
    faults.refuse()
    return configuration


def _sellers(
    root: dict[str, Any], faults: Faults, read_logo: FileReader
) -> tuple[SellerInput, ...]:
    tables = faults.table(root, "legal_entities", "")
    return tuple(
        read_seller(key, faults.table(tables, key, "legal_entities"), faults, read_logo=read_logo)
        for key in tables
    )


def _values(root: dict[str, Any], faults: Faults) -> list[ValueInput]:
    found = _level(Level.APP, "", faults.table(root, "store", ""), faults)
    entities = faults.table(root, "legal_entities", "")
    for key, table in entities.items():
        if isinstance(table, dict):
            own = faults.table(table, "settings", f"legal_entities.{key}")
            found += _level(Level.LEGAL_ENTITY, key, own, faults)
    channels = faults.table(root, "channels", "")
    for slug in channels:
        with faults.at(f"channels.{slug}"):
            place_check(Level.CHANNEL, slug)
        found += _level(Level.CHANNEL, slug, faults.table(channels, slug, "channels"), faults)
    return found


def _level(level: Level, name: str, table: dict[str, Any], faults: Faults) -> list[ValueInput]:
    found = _inherited(level, name, table, faults)
    for key, given in table.items():
        if key == "inherit":
            continue
        entry = ValueInput(level=level, name=name, key=key)
        with faults.at(entry.place):
            value = checked(key, given, level=level)
            found.append(ValueInput(level=level, name=name, key=key, value=value))
    return found


def _inherited(level: Level, name: str, table: dict[str, Any], faults: Faults) -> list[ValueInput]:
    place = ValueInput(level=level, name=name, key="inherit").place
    keys = table.get("inherit", [])
    if not isinstance(keys, list):
        faults.add(place, "must be a list of settings.")
        return []
    for key in keys:
        if key not in SETTINGS or key in table:
            faults.add(place, f"names {key!r}, which is set here as well or unknown.")
    return [ValueInput(level=level, name=name, key=str(key), is_inherited=True) for key in keys]
