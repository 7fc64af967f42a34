"""How documents look by the settings of a place, for whoever tries settings out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Party, Presentation
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.registry import PATTERN_KEYS, Level
from saleor_invoices.stores.resolution import Resolution, StoreValues
from saleor_invoices.stores.selectors.profiles import presentation_of
from saleor_invoices.stores.selectors.settings import settings_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What of the settings shows on paper."""

    presentation: Presentation
    html: str = field(repr=False)
    logo: bytes | None = field(repr=False)
    language: str
    second_language: str
    notes: tuple[str, ...]
    seller: Party | None  # who sells there, where that is one
    timezone: str
    patterns: Mapping[DocumentKind, str]
    reset: Reset


def look_at(*, installation: Installation, level: Level, name: str = "") -> Look:
    """What holds at a place. Raises as ``settings_resolved``."""
    store = StoreValues(installation_id=installation.pk)
    found = settings_at(store, level=level, name=name)
    seller = found.seller or (store.sellers[0] if len(store.sellers) == 1 else None)
    logo = bytes(seller.logo) if seller and seller.logo else None
    return Look(
        presentation=presentation_of(found, logo=logo),
        html=found["html_template"] if found["template"] == "html" else "",
        logo=logo,
        language=found["default_language"],
        second_language=found["second_language"],
        notes=tuple(found["notes"]),
        seller=_party(seller) if seller else None,
        timezone=seller.timezone if seller else "UTC",
        patterns=_patterns(found),
        reset=Reset(found["number_reset"]),
    )


def _party(seller: LegalEntity) -> Party:
    return parties.from_json({"name": seller.name, **seller.seller})


def _patterns(found: Resolution) -> dict[DocumentKind, str]:
    return {kind: found[key] for kind, key in PATTERN_KEYS.items()}
