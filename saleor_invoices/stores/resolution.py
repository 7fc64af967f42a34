"""Looking values up: channel, then legal entity, then app, then the default."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saleor_invoices.stores.models import LegalEntity, SettingValue
from saleor_invoices.stores.registry import SETTINGS, Level
from saleor_invoices.stores.values import Json

Values = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The values that hold for one channel."""

    channel: Values
    legal_entity: Values
    app: Values
    seller: LegalEntity | None

    def __getitem__(self, key: str) -> Json:
        return self.look_up(key)[0]

    def look_up(self, key: str) -> tuple[Json, Level]:
        """A setting's value and where it comes from; ``KeyError`` for an undeclared one."""
        declared = SETTINGS[key]
        for level, values in (
            (Level.CHANNEL, self.channel),
            (Level.LEGAL_ENTITY, self.legal_entity),
            (Level.APP, self.app),
        ):
            if level in declared.levels and key in values:
                return values[key], level
        return declared.default, Level.DEFAULT


def resolve(*, installation_id: int, channel: str = "") -> Resolution:
    """What holds for a channel; two queries. An empty ``channel`` is the app's own level."""
    rows = list(SettingValue.objects.filter(installation_id=installation_id).order_by("pk"))
    app = _pick(row for row in rows if row.legal_entity_id is None and row.channel == "")
    own = _pick(row for row in rows if channel and row.channel == channel)
    key = own.get("legal_entity") or app.get("legal_entity") or ""
    seller = _seller(installation_id, key)
    entity = _pick(row for row in rows if seller and row.legal_entity_id == seller.pk)
    return Resolution(channel=own, legal_entity=entity, app=app, seller=seller)


def _pick(rows: Iterable[SettingValue]) -> dict[str, Json]:
    return {row.key: row.value for row in rows}


def _seller(installation_id: int, key: str) -> LegalEntity | None:
    entities = LegalEntity.objects.filter(installation_id=installation_id).order_by("pk")
    if key:
        return entities.filter(key=key).first()
    # Where a store has one seller, naming it for every channel would be busywork.
    only = list(entities[:2])
    return only[0] if len(only) == 1 else None
