"""Reading settings: what holds where, who changed it, and who sells."""

import datetime as dt
from typing import Annotated

import strawberry
from django.utils import timezone

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.types.settings import (
    SalesExchangeRate,
    SalesSetting,
    SalesSettingChangeConnection,
)
from saleor_invoices.api.types.settings_sellers import SalesLegalEntity
from saleor_invoices.documents.services import starter_template, template_check
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.invoices.selectors.viewers import (
    Viewer,
    require_settings_reader,
    require_settings_writer,
    sees_secrets,
)
from saleor_invoices.stores.registry import SECRETS, SETTINGS, Level
from saleor_invoices.stores.selectors import (
    exchange_rates_listed,
    legal_entities_listed,
    number_samples,
    setting_history,
    settings_resolved,
)

READERS = (
    "For staff with MANAGE_APPS or MANAGE_SETTINGS, and keys with `settings:read`; staff with "
    "MANAGE_ORDERS see all but secrets."
)
Name = Annotated[
    str,
    strawberry.argument(
        description="The channel's slug or the legal entity's key; empty for the app."
    ),
]
First = Annotated[int | None, strawberry.argument(description="1 to 100; 20 if not given.")]


@strawberry.type(description="What is wrong with a template, and where.")
class SalesTemplateProblem:
    line: int = strawberry.field(description="From 1; 0 where none can be named.")
    message: str


@strawberry.type
class SettingQueries:
    @strawberry.field(description="A template to start from: the built-in layout. " + READERS)
    def sales_template_starter(self, info: Info) -> str | None:
        require_settings_reader(info.context.viewer)
        return starter_template()

    @strawberry.field(
        description="Try an HTML template on sample documents; empty: it can be used. For staff "
        "with MANAGE_APPS or MANAGE_SETTINGS, and keys with `settings:read` and `settings:write`."
    )
    def sales_template_check(self, info: Info, source: str) -> list[SalesTemplateProblem] | None:
        require_settings_writer(info.context.viewer)
        found = template_check(source=source)
        return [SalesTemplateProblem(line=one.line, message=one.message) for one in found]

    @strawberry.field(
        description="Every setting as it holds for a channel, a legal entity or the app, with the "
        "level that it comes from. " + READERS
    )
    def sales_settings(
        self, info: Info, level: Level, name: Name = ""
    ) -> list[SalesSetting] | None:
        viewer = info.context.viewer
        hidden = _hidden(viewer)
        found = settings_resolved(
            installation=require_settings_reader(viewer),
            level=level,
            name=name,
            keys=[key for key in SETTINGS if key not in hidden],
        )
        return [SalesSetting.of(setting) for setting in found]

    @strawberry.field(
        description="Who changed which setting, seller or exchange rate, the newest change first. "
        + READERS
    )
    def sales_setting_history(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        first: First = None,
        after: str | None = None,
        level: Annotated[
            str | None,
            strawberry.argument(description="As `SalesSettingChange.level` has it."),
        ] = None,
        name: str | None = None,
        key: str | None = None,
    ) -> SalesSettingChangeConnection | None:
        viewer = info.context.viewer
        page = setting_history(
            installation=require_settings_reader(viewer),
            level=level or "",
            name=name or "",
            key=key or "",
            without=_hidden(viewer),
            before_id=local_int(after, "SalesSettingChange") if after else None,
            size=page_size(first),
        )
        return SalesSettingChangeConnection.of(page, has_previous=bool(after))

    @strawberry.field(description="The store's sellers. " + READERS)
    def sales_legal_entities(self, info: Info) -> list[SalesLegalEntity] | None:
        installation = require_settings_reader(info.context.viewer)
        return SalesLegalEntity.all_of(legal_entities_listed(installation=installation))

    @strawberry.field(description="Exchange rates, those of the latest day first. " + READERS)
    def sales_exchange_rates(
        self, info: Info, first: First = None
    ) -> list[SalesExchangeRate] | None:
        installation = require_settings_reader(info.context.viewer)
        rows = exchange_rates_listed(installation=installation)[: page_size(first)]
        return [SalesExchangeRate.of(row) for row in rows]

    @strawberry.field(
        description="The first two numbers that a pattern would make on a day, today if none is "
        "given, and the first one after the next reset. " + READERS
    )
    def sales_number_samples(
        self, info: Info, pattern: str, reset: Reset = Reset.NEVER, on: dt.date | None = None
    ) -> list[str] | None:
        require_settings_reader(info.context.viewer)
        return number_samples(pattern=pattern, reset=reset, on=on or timezone.now().date())


def _hidden(viewer: Viewer) -> frozenset[str]:
    return frozenset() if sees_secrets(viewer) else SECRETS
