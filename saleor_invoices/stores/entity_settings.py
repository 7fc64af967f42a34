"""What is set for a legal entity, whichever channel asks."""

from saleor_invoices.stores.models import LegalEntity, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Level
from saleor_invoices.stores.values import Json


def entity_setting(*, legal_entity: LegalEntity, key: str) -> Json:
    """A setting's value at the legal entity, else at the app, else its default; one query.

    For settings that no channel can set; ``KeyError`` for an undeclared one.
    """
    declared = SETTINGS[key]
    rows = SettingValue.objects.filter(
        installation_id=legal_entity.installation_id, channel="", key=key
    )
    values = {row.legal_entity_id: row.value for row in rows}
    if Level.LEGAL_ENTITY in declared.levels and legal_entity.pk in values:
        return values[legal_entity.pk]
    return values.get(None, declared.default)
