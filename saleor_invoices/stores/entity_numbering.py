"""How a legal entity numbers its documents, whichever channel they come from."""

from collections.abc import Mapping
from dataclasses import dataclass

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.stores.models import LegalEntity, SettingValue
from saleor_invoices.stores.registry import PATTERN_KEYS
from saleor_invoices.stores.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Patterns by kind, and when they start again."""

    patterns: Mapping[DocumentKind, str]
    reset: Reset


def entity_numbering(*, legal_entity: LegalEntity) -> Numbering:
    """What holds for the legal entity; one query. Channels have no say in numbers."""
    rows = SettingValue.objects.filter(
        installation_id=legal_entity.installation_id,
        channel="",
        key__in=[*PATTERN_KEYS.values(), "number_reset"],
    )
    own = {row.key: row.value for row in rows if row.legal_entity_id == legal_entity.pk}
    app = {row.key: row.value for row in rows if row.legal_entity_id is None}
    found = Resolution(channel={}, legal_entity=own, app=app, seller=legal_entity)
    return Numbering(
        patterns={kind: found[key] for kind, key in PATTERN_KEYS.items()},
        reset=Reset(found["number_reset"]),
    )
