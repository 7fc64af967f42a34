"""Set up a store as a checked configuration says: all of it or nothing."""

from collections.abc import Iterable

from django.db import transaction

from saleor_invoices import logs
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores import parties
from saleor_invoices.stores.configuration import Configuration, ValueInput
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from saleor_invoices.stores.number_patterns import check_patterns
from saleor_invoices.stores.registry import PATTERN_KEYS, Level
from saleor_invoices.stores.resolution import Resolution
from saleor_invoices.stores.seller_input import SellerInput
from saleor_invoices.stores.services.store_bootstrap import country_timezone

log = logs.get(__name__)


def store_configure(
    *, installation: Installation, configuration: Configuration, updated_by: str
) -> None:
    """Write sellers and settings; the same configuration again changes nothing.

    Raises ``InvalidInput`` CONFIGURATION_INVALID, having changed nothing, when what would then
    hold does not go together: an unknown legal entity, or number patterns that could repeat.
    """
    with transaction.atomic():
        # The row is the lock: two configurations at once must not be checked apart.
        locked = Installation.objects.select_for_update().get(pk=installation.pk)
        for seller in configuration.sellers:
            _write_seller(locked, seller)
        for value in configuration.values:
            _write_value(locked, value, updated_by)
        _refuse_misfits(locked)
    log.info("store.configured", store=installation.saleor_api_url, by=updated_by)


def _write_seller(installation: Installation, seller: SellerInput) -> None:
    found = LegalEntity.objects.filter(installation=installation, key=seller.key).first()
    entity = found or LegalEntity(installation=installation, key=seller.key)
    entity.name, entity.country = seller.party.name, seller.country
    entity.seller = parties.to_json(seller.party)
    if seller.timezone or found is None:
        entity.timezone = seller.timezone or country_timezone(seller.country)
    if not seller.keeps_logo:
        entity.logo = seller.logo
    entity.save()


def _write_value(installation: Installation, given: ValueInput, updated_by: str) -> None:
    place = {
        "installation": installation,
        "legal_entity": _entity(installation, given),
        "channel": given.name if given.level is Level.CHANNEL else "",
        "key": given.key,
    }
    found = SettingValue.objects.filter(**place).first()
    if given.is_inherited:
        SettingValue.objects.filter(**place).delete()
    elif found is None:
        SettingValue.objects.create(**place, value=given.value, updated_by=updated_by)
    elif found.value != given.value:
        found.value, found.updated_by = given.value, updated_by
        found.save(update_fields=["value", "updated_by", "updated_at"])


def _entity(installation: Installation, given: ValueInput) -> LegalEntity | None:
    if given.level is not Level.LEGAL_ENTITY:
        return None
    return LegalEntity.objects.get(installation=installation, key=given.name)


def _refuse_misfits(installation: Installation) -> None:
    faults = Faults()
    entities = list(LegalEntity.objects.filter(installation=installation).order_by("key"))
    rows = list(SettingValue.objects.filter(installation=installation))
    _check_references(rows, {entity.key for entity in entities}, faults)
    app = _values_of(row for row in rows if row.legal_entity_id is None and not row.channel)
    _check_level("store", Resolution(channel={}, legal_entity={}, app=app, seller=None), faults)
    for entity in entities:
        own = _values_of(row for row in rows if row.legal_entity_id == entity.pk)
        found = Resolution(channel={}, legal_entity=own, app=app, seller=entity)
        _check_level(f"legal_entities.{entity.key}.settings", found, faults)
    faults.refuse()


def _check_references(rows: Iterable[SettingValue], known: set[str], faults: Faults) -> None:
    for row in rows:
        if row.key == "legal_entity" and row.value and row.value not in known:
            place = f"channels.{row.channel}" if row.channel else "store"
            faults.add(f"{place}.legal_entity", f"names {row.value!r}, which does not exist.")


def _check_level(place: str, found: Resolution, faults: Faults) -> None:
    patterns = {key: found[key] for key in PATTERN_KEYS.values()}
    try:
        check_patterns(patterns, reset=found["number_reset"])
    except InvalidInput as error:
        faults.add(f"{place}.{error.params.get('field', 'number_reset')}", error.message)
    # EN 16931, BR-E-10 and BR-O-10: without tax there must be a reason.
    exempt = found["zero_rate_category"] in ("E", "O")
    if exempt and not (found["zero_rate_reason"] or found["zero_rate_code"]):
        faults.add(
            f"{place}.zero_rate_category",
            f"{found['zero_rate_category']} needs a zero_rate_reason or a zero_rate_code.",
        )


def _values_of(rows: Iterable[SettingValue]) -> dict[str, object]:
    return {row.key: row.value for row in rows}
