"""Settings, their history, and exchange rates."""

import datetime as dt
from collections.abc import Sequence

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.exchange import plain
from saleor_invoices.stores.models import ExchangeRate, SettingChange
from saleor_invoices.stores.registry import Group, Level
from saleor_invoices.stores.selectors import ChangePage, ResolvedSetting
from saleor_invoices.stores.values import Kind

for _enum, _name in {
    Group: "SalesSettingGroup",
    Kind: "SalesSettingKind",
    Level: "SalesSettingLevel",
    Reset: "SalesNumberReset",
}.items():
    strawberry.enum(_enum, name=_name)


@strawberry.type(description="A setting as it holds at a place, and where it comes from.")
class SalesSetting:
    key: str
    group: Group
    kind: Kind = strawberry.field(description="The form of the value.")
    description: str
    value: JSON = strawberry.field(description='What holds; a secret that is set is `"***"`.')
    source: Level = strawberry.field(description="The level that the value comes from.")
    source_name: str = strawberry.field(
        description="The legal entity's key or the channel's slug; empty for the app."
    )
    inherited_value: JSON = strawberry.field(
        description="What would hold if nothing were set here."
    )
    overridden: bool = strawberry.field(description="Whether it is set here.")
    levels: list[Level] = strawberry.field(description="Where it can be set.")
    secret: bool = strawberry.field(description="Kept encrypted and never told again.")
    default: JSON
    choices: list[str] = strawberry.field(description="The words to choose from, if any.")
    least: int | None = strawberry.field(description="The smallest number, if there is one.")
    most: int | None = strawberry.field(
        description="The largest number, or the most characters of a text."
    )

    @classmethod
    def of(cls, found: ResolvedSetting) -> "SalesSetting":
        """What the API shows of it."""
        declared, check = found.declared, found.declared.check
        return cls(
            key=found.key,
            group=declared.group,
            kind=found.kind,
            description=found.doc,
            value=JSON(found.value),
            source=found.source,
            source_name=found.source_name,
            inherited_value=JSON(found.inherited),
            overridden=found.is_overridden,
            levels=[level for level in Level if level in found.levels],
            secret=declared.is_secret,
            default=JSON(declared.default),
            choices=list(check.choices),
            least=check.least,
            most=check.most,
        )


@strawberry.type(description="One change of a setting, of a seller's field or of an exchange rate.")
class SalesSettingChange:
    id: strawberry.ID
    level: str = strawberry.field(
        description="`app`, `legal_entity`, `channel`, or `seller`, `exchange_rate`, `api_key`."
    )
    name: str = strawberry.field(
        description="The channel's slug, the legal entity's key, the two currencies, or the API "
        "key's name."
    )
    key: str = strawberry.field(
        description="The setting, the seller's field, the day, or what the API key begins with."
    )
    before: JSON | None = strawberry.field(description="Null where nothing was set.")
    after: JSON | None = strawberry.field(description="Null where nothing is set any more.")
    changed_by: str = strawberry.field(
        description="`staff:<id>`, `key:<name>`, or the program: `saleor`, `configure_store`."
    )
    changed_at: dt.datetime

    @strawberry.field(
        description="As `SalesDocumentEvent.actorName`; empty for who may not see orders."
    )
    def changed_by_name(self, info: Info) -> str:
        return info.context.actor_name(self.changed_by)

    @classmethod
    def of(cls, row: SettingChange) -> "SalesSettingChange":
        """What the API shows of a row."""
        return cls(
            id=strawberry.ID(_id(row)),
            level=row.level,
            name=row.name,
            key=row.key,
            before=None if row.before is None else JSON(row.before),
            after=None if row.after is None else JSON(row.after),
            changed_by=row.changed_by,
            changed_at=row.changed_at,
        )


@strawberry.type(description="A change with its place in the list.")
class SalesSettingChangeEdge:
    node: SalesSettingChange
    cursor: str


@strawberry.type(description="A page of changes.")
class SalesSettingChangeConnection:
    edges: list[SalesSettingChangeEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: ChangePage, *, has_previous: bool) -> "SalesSettingChangeConnection":
        """A page of rows."""
        edges = [
            SalesSettingChangeEdge(node=SalesSettingChange.of(row), cursor=_id(row))
            for row in page.rows
        ]
        info = PageInfo(
            has_next_page=page.has_next,
            has_previous_page=has_previous,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=edges, page_info=info)


@strawberry.type(description="What one unit of a currency was worth in another on a day.")
class SalesExchangeRate:
    currency: str
    target: str
    on: dt.date
    rate: ExactDecimal
    source: str
    entered_by: str
    entered_at: dt.datetime

    @classmethod
    def of(cls, row: ExchangeRate) -> "SalesExchangeRate":
        """What the API shows of a row."""
        return cls(
            currency=row.currency,
            target=row.target,
            on=row.on,
            rate=ExactDecimal(plain(row.rate)),
            source=row.source,
            entered_by=row.entered_by,
            entered_at=row.entered_at,
        )


@strawberry.input(description="One value to set, or to take away so that the inherited one holds.")
class SalesSettingInput:
    level: Level
    name: str = strawberry.field(
        default="", description="The channel's slug or the legal entity's key; empty for the app."
    )
    key: str
    value: JSON | None = strawberry.field(
        default=strawberry.UNSET, description="As `salesSettings` shows it; no fractions."
    )
    inherit: bool = strawberry.field(default=False, description="Take the value away.")
    expected: JSON | None = strawberry.field(
        default=strawberry.UNSET,
        description="What `salesSettings` showed as `value`; the error is SETTING_CHANGED where "
        "something else holds by now. Without it, whatever holds is replaced.",
    )

    def change(self) -> ValueInput:
        """The same in the services' words.

        Raises ``InvalidInput`` SETTING_INVALID: for both or neither, and for a fraction, which a
        JSON number does not carry exactly.
        """
        change = ValueInput(
            level=self.level,
            name=self.name,
            key=self.key,
            value=None if self.inherit else self.value,
            is_inherited=self.inherit,
            expected=None if self.expected is strawberry.UNSET else self.expected,
        )
        given = self.value is not strawberry.UNSET and self.value is not None
        if given == self.inherit:
            raise _refusal(change, "needs either a value, or inherit")
        if given and _has_fraction(self.value):
            raise _refusal(change, "has a number with a fraction")
        return change


def changes_of(inputs: Sequence[SalesSettingInput]) -> list[ValueInput]:
    """All of them; raises as ``change``."""
    return [item.change() for item in inputs]


def _has_fraction(value: object) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, float):
            return True
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return False


def _refusal(change: ValueInput, why: str) -> InvalidInput:
    return InvalidInput(
        f"{change.key} {why}.",
        code="SETTING_INVALID",
        params={"field": change.key, "place": change.place},
    )


def _id(row: SettingChange) -> str:
    return global_id("SalesSettingChange", row.pk)
