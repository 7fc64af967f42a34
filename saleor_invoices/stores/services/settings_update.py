"""Settings as a person changes them on a page: a few at once, all of them or none."""

from collections.abc import Iterable
from dataclasses import replace

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.stores.configuration import ValueInput, place_check
from saleor_invoices.stores.destinations import token_kept_to_itself
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.misfits import misfits_find
from saleor_invoices.stores.models import Installation, SettingChange, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Level, checked
from saleor_invoices.stores.resolution import StoreValues
from saleor_invoices.stores.selectors.settings import settings_at
from saleor_invoices.stores.services.store_writing import store_writing
from saleor_invoices.stores.values import Json

MOST = 200
"""Changes in one go; there are fewer settings than that at one place."""

MOST_CHANNELS = 1_000
"""Channels with values of their own: all of them are looked at whenever one is changed."""


def settings_update(
    *, installation: Installation, changes: Iterable[ValueInput], changed_by: str
) -> list[SettingChange]:
    """Set and take away values, all or nothing; returns what the history now says besides.

    Values are those of ``docs/configure-store.toml``. What is as asked for already is neither
    written nor noted.

    Raises ``InvalidInput`` with the code of the first fault and all of them in
    ``params["faults"]``: PLACE_INVALID, SETTING_UNKNOWN, SETTING_LEVEL, SETTING_INVALID,
    SETTING_TWICE, LEGAL_ENTITY_NOT_FOUND; SETTING_CHANGED where another value than the expected
    one holds by now; and what does not go together: SETTINGS_MISFIT, NUMBER_PATTERN_REPEATS,
    NUMBER_PATTERNS_CLASH, ACCESS_POINT_TOKEN_NEEDED (see ``destinations``). TOO_MANY_CHANGES
    beyond 200, TOO_MANY_CHANNELS.
    """
    faults = Faults()
    values = _checked_all(list(changes), faults)
    faults.refuse_first()
    with (
        store_writing(installation=installation, changed_by=changed_by) as writer,
        token_kept_to_itself(installation=installation, changes=values),
    ):
        _expect(installation, values, faults)
        faults.refuse_first()
        for value in values:
            try:
                writer.value(value)
            except NotFound as error:
                faults.add(value.place, error.message, error.code)
        faults.refuse_first()
        misfits_find(installation_id=installation.pk).refuse_first()
        _refuse_channels(installation)
    return writer.changes


def setting_set(
    *,
    installation: Installation,
    level: Level,
    name: str = "",
    key: str,
    value: Json,
    changed_by: str,
) -> list[SettingChange]:
    """Set one value; ``name`` is the channel's slug or the legal entity's key. As above."""
    change = ValueInput(level=level, name=name, key=key, value=value)
    return settings_update(installation=installation, changes=[change], changed_by=changed_by)


def setting_inherit(
    *, installation: Installation, level: Level, name: str = "", key: str, changed_by: str
) -> list[SettingChange]:
    """Take a value away, so that the inherited one holds. As above."""
    change = ValueInput(level=level, name=name, key=key, is_inherited=True)
    return settings_update(installation=installation, changes=[change], changed_by=changed_by)


def _checked_all(changes: list[ValueInput], faults: Faults) -> list[ValueInput]:
    if len(changes) > MOST:
        raise InvalidInput(f"Change {MOST} settings at once at most.", code="TOO_MANY_CHANGES")
    found: list[ValueInput] = []
    seen: set[str] = set()
    for change in changes:
        if change.place in seen:
            faults.add(change.place, f"{change.key} is given twice.", "SETTING_TWICE")
        seen.add(change.place)
        with faults.at(change.place):
            found.append(_checked(change))
    return found


def _expect(installation: Installation, values: list[ValueInput], faults: Faults) -> None:
    """Note what someone else changed since it was read: they must not be overwritten unseen."""
    wary = [value for value in values if value.expected is not None]
    if not wary:
        return
    store = StoreValues(installation_id=installation.pk)
    for value in wary:
        try:
            now = settings_at(store, level=value.level, name=value.name)[value.key]
        except NotFound:
            continue  # writing it says so
        if now != value.expected:
            faults.add(value.place, f"{value.key} was changed meanwhile.", "SETTING_CHANGED")


def _refuse_channels(installation: Installation) -> None:
    rows = SettingValue.objects.filter(installation=installation).exclude(channel="")
    if rows.values("channel").distinct().count() > MOST_CHANNELS:
        raise InvalidInput(
            f"At most {MOST_CHANNELS:,} channels have settings of their own.",
            code="TOO_MANY_CHANNELS",
        )


def _checked(change: ValueInput) -> ValueInput:
    place_check(change.level, change.name)
    if change.is_inherited:
        _refuse_unknown(change.key)
        return change
    value = checked(change.key, change.value, level=change.level)
    return replace(change, value=value)


def _refuse_unknown(key: str) -> None:
    # What can't be set at a level may still be taken away there: an older version allowed it.
    if key not in SETTINGS:
        raise InvalidInput(f"There is no setting {key!r}.", code="SETTING_UNKNOWN")
