"""Writing sellers and settings: the one place where they change, and where that is noted.

Each change of a value or of a seller's field becomes a row of the history, in the transaction of
the change. What is the same already is not written and not noted.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, NotFound
from saleor_invoices.stores import listeners, parties
from saleor_invoices.stores.clocks import country_timezone
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import (
    Installation,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import SECRETS, Level
from saleor_invoices.stores.sealing import masked, seal, unseal
from saleor_invoices.stores.seller_input import SellerInput
from saleor_invoices.stores.values import Json

SELLER = "seller"
"""The level that the history gives to a legal entity's own fields."""

log = logs.get(__name__)


class StoreWriter:
    """Writes into one locked store and keeps what it changed. Made by ``store_writing``."""

    def __init__(self, installation: Installation, changed_by: str) -> None:
        self.installation = installation
        self.changes: list[SettingChange] = []
        self._changed_by = changed_by[:200]

    def value(self, given: ValueInput) -> None:
        """Set a checked value, or take one away.

        Raises ``NotFound`` LEGAL_ENTITY_NOT_FOUND.
        """
        place = {
            "installation": self.installation,
            "legal_entity": self._entity(given),
            "channel": given.name if given.level is Level.CHANNEL else "",
            "key": given.key,
        }
        found = SettingValue.objects.filter(**place).first()
        before = found.value if found else None
        if given.is_inherited:
            if found is None:
                return
            found.delete()
        elif found is None:
            kept = _kept(given)
            SettingValue.objects.create(**place, value=kept, updated_by=self._changed_by)
        elif _is_same(given, before):
            return
        else:
            found.value, found.updated_by = _kept(given), self._changed_by
            found.save(update_fields=["value", "updated_by", "updated_at"])
        after = None if given.is_inherited else given.value
        self._note_value(given, before, after)

    def seller(self, given: SellerInput) -> LegalEntity:
        """Write a checked seller; one that is new gets its country's time zone if none is said."""
        found = LegalEntity.objects.filter(installation=self.installation, key=given.key).first()
        before = seller_fields(found) if found else {}
        entity = found or LegalEntity(installation=self.installation, key=given.key)
        entity.name, entity.country = given.party.name[:300], given.country
        entity.seller = parties.to_json(given.party)
        if given.timezone or found is None:
            entity.timezone = given.timezone or country_timezone(given.country)
        if not given.keeps_logo:
            entity.logo = given.logo
        after = seller_fields(entity)
        if before != after:
            entity.save()
            self._note_fields(entity.key, before, after)
        return entity

    def logo(self, entity: LegalEntity, content: bytes | None) -> None:
        """Set or clear a checked logo."""
        before = seller_fields(entity)
        entity.logo = content
        after = seller_fields(entity)
        if before != after:
            entity.save(update_fields=["logo"])
            self._note_fields(entity.key, before, after)

    def seller_removed(self, entity: LegalEntity) -> None:
        """Delete a seller with its own values; raises ``ProtectedError`` when it is in use."""
        for row in SettingValue.objects.filter(legal_entity=entity).order_by("key"):
            away = ValueInput(
                level=Level.LEGAL_ENTITY, name=entity.key, key=row.key, is_inherited=True
            )
            row.delete()
            self._note_value(away, row.value, None)
        before = seller_fields(entity)
        entity.delete()
        self._note_fields(entity.key, before, {})

    def note(self, level: str, name: str, key: str, before: Json, after: Json) -> None:
        """Note a change for the history; None where there was or is nothing."""
        self.changes.append(
            SettingChange(
                installation=self.installation,
                level=level,
                name=name,
                key=key,
                before=before,
                after=after,
                changed_by=self._changed_by,
            )
        )

    def _note_value(self, given: ValueInput, before: Json, after: Json) -> None:
        if given.key in SECRETS:
            before, after = (value if value is None else masked(value) for value in (before, after))
        self.note(given.level.value, given.name, given.key, before, after)

    def _note_fields(self, key: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        for field in sorted({*before, *after}):
            if before.get(field) != after.get(field):
                self.note(SELLER, key, field, before.get(field), after.get(field))

    def _entity(self, given: ValueInput) -> LegalEntity | None:
        if given.level is not Level.LEGAL_ENTITY:
            return None
        return legal_entity_of(self.installation, given.name)


@contextmanager
def store_writing(*, installation: Installation, changed_by: str) -> Iterator[StoreWriter]:
    """Write to a store in one transaction: all that happens inside is kept, or nothing is.

    ``changed_by`` is told by the history: ``staff:<id>``, ``key:<name>`` or the program's name.
    """
    with transaction.atomic():
        # The row is the lock: two changes at once must not be checked apart.
        locked = Installation.objects.select_for_update().get(pk=installation.pk)
        writer = StoreWriter(locked, changed_by)
        yield writer
        SettingChange.objects.bulk_create(writer.changes)
        if writer.changes:
            listeners.settings_changed(locked, writer.changes)
            keys = sorted({change.key for change in writer.changes})
            transaction.on_commit(lambda: _told(installation, changed_by, keys))


def _told(installation: Installation, changed_by: str, keys: list[str]) -> None:
    log.info("store.changed", store=installation.saleor_api_url, by=changed_by, fields=keys)


def legal_entity_of(installation: Installation, key: str) -> LegalEntity:
    """The store's seller with this key; raises ``NotFound`` LEGAL_ENTITY_NOT_FOUND."""
    found = LegalEntity.objects.filter(installation=installation, key=key).first()
    if found is None:
        raise NotFound(
            f"There is no legal entity {key!r}.",
            code="LEGAL_ENTITY_NOT_FOUND",
            params={"field": "name", "place": f"legal_entities.{key}"},
        )
    return found


def seller_fields(entity: LegalEntity) -> dict[str, Any]:
    """What a seller consists of, by field; the logo as its SHA-256, and no field that is empty."""
    logo = hashlib.sha256(entity.logo).hexdigest() if entity.logo else None
    rest = {"country": entity.country, "timezone": entity.timezone, "logo": logo}
    return {**entity.seller, **{name: value for name, value in rest.items() if value}}


def _kept(given: ValueInput) -> Json:
    return seal(given.value) if given.key in SECRETS else given.value


def _is_same(given: ValueInput, kept: Json) -> bool:
    if given.key not in SECRETS:
        return bool(kept == given.value)
    try:
        return bool(unseal(kept) == given.value)
    except AppError:  # its key is gone: the new secret can only be another one
        return False
