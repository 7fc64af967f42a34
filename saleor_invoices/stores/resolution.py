"""Looking values up: channel, then legal entity, then app, then the default."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from saleor_invoices.stores.models import LegalEntity, SettingValue
from saleor_invoices.stores.registry import SECRETS, SETTINGS, Level
from saleor_invoices.stores.sealing import masked, unseal
from saleor_invoices.stores.values import Json

Values = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The values that hold for one channel. Secrets are masked; ``secret`` opens one."""

    channel: Values
    legal_entity: Values
    app: Values
    seller: LegalEntity | None

    def __getitem__(self, key: str) -> Json:
        return self.look_up(key)[0]

    def look_up(self, key: str) -> tuple[Json, Level]:
        """A setting's value and where it comes from; ``KeyError`` for an undeclared one."""
        value, level = self._kept(key)
        return (masked(value) if key in SECRETS else value), level

    def secret(self, key: str) -> str:
        """A secret in plain, empty where none is set; raises as ``sealing.unseal``."""
        return unseal(self._kept(key)[0])

    def _kept(self, key: str) -> tuple[Json, Level]:
        declared = SETTINGS[key]
        for level, values in (
            (Level.CHANNEL, self.channel),
            (Level.LEGAL_ENTITY, self.legal_entity),
            (Level.APP, self.app),
        ):
            if level in declared.levels and key in values:
                return values[key], level
        return declared.default, Level.DEFAULT


class StoreValues:
    """Everything that is set in a store, for questions about several of its places."""

    def __init__(self, *, installation_id: int) -> None:
        """Read it: two queries, without sellers' logos."""
        self.rows = _rows(installation_id)
        # Looked through once: a place is asked for as often as there are places.
        self._values: dict[tuple[int | None, str], dict[str, Json]] = {}
        for row in self.rows:
            self._values.setdefault((row.legal_entity_id, row.channel), {})[row.key] = row.value
        sellers = LegalEntity.objects.filter(installation_id=installation_id)
        self.sellers: Sequence[LegalEntity] = list(sellers.defer("logo").order_by("key"))

    @property
    def channels(self) -> list[str]:
        """Slugs of the channels that have values of their own."""
        return sorted({row.channel for row in self.rows if row.channel})

    def of_app(self) -> Resolution:
        """The app's own level."""
        return Resolution(channel={}, legal_entity={}, app=self._app(), seller=None)

    def of_seller(self, seller: LegalEntity) -> Resolution:
        """What holds for a legal entity, whatever its channels say."""
        return Resolution(
            channel={}, legal_entity=self._own(seller), app=self._app(), seller=seller
        )

    def of_channel(self, slug: str) -> Resolution:
        """What holds for a channel."""
        own, app = self._values.get((None, slug), {}), self._app()
        seller = _chosen(_named(own, app), self.sellers)
        return Resolution(channel=own, legal_entity=self._own(seller), app=app, seller=seller)

    def _app(self) -> Values:
        return self._values.get((None, ""), {})

    def _own(self, seller: LegalEntity | None) -> Values:
        return self._values.get((seller.pk, ""), {}) if seller else {}


def resolve(*, installation_id: int, channel: str = "", legal_entity: str = "") -> Resolution:
    """What holds for a channel; two queries. An empty ``channel`` is the app's own level.

    ``legal_entity`` is the key of another seller than the channel's.
    """
    rows = _rows(installation_id, channel__in={"", channel})
    app = _pick(row for row in rows if _is_app(row))
    own = _pick(row for row in rows if channel and row.channel == channel)
    key = legal_entity or _named(own, app)
    sellers = LegalEntity.objects.filter(installation_id=installation_id).order_by("pk")
    seller = _chosen(key, list(sellers.filter(key=key) if key else sellers[:2]))
    entity = _pick(row for row in rows if seller and row.legal_entity_id == seller.pk)
    return Resolution(channel=own, legal_entity=entity, app=app, seller=seller)


def _rows(installation_id: int, **narrowed: object) -> list[SettingValue]:
    rows = SettingValue.objects.filter(installation_id=installation_id, **narrowed)
    return list(rows.order_by("pk"))


def _is_app(row: SettingValue) -> bool:
    return row.legal_entity_id is None and row.channel == ""


def _pick(rows: Iterable[SettingValue]) -> dict[str, Json]:
    return {row.key: row.value for row in rows}


def _named(own: Values, app: Values) -> str:
    return str(own.get("legal_entity") or app.get("legal_entity") or "")


def _chosen(key: str, sellers: Sequence[LegalEntity]) -> LegalEntity | None:
    if key:
        return next((seller for seller in sellers if seller.key == key), None)
    # Where a store has one seller, naming it for every channel would be busywork.
    return sellers[0] if len(sellers) == 1 else None
