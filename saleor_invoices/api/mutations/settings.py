"""Verbs on settings, sellers and exchange rates."""

import base64
import binascii
import datetime as dt
from typing import Annotated

import strawberry

from saleor_invoices.api.context import Context, Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.api.types.settings import (
    SalesExchangeRate,
    SalesSetting,
    SalesSettingChange,
    SalesSettingInput,
    changes_of,
)
from saleor_invoices.api.types.settings_sellers import (
    TYPE_NAME,
    SalesLegalEntity,
    SalesLegalEntityInput,
)
from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.services import templates_refuse
from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.invoices.selectors.viewers import require_settings_writer
from saleor_invoices.stores.configuration import ValueInput, html_templates
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.selectors import legal_entities_listed, settings_resolved
from saleor_invoices.stores.services import legal_entity as sellers
from saleor_invoices.stores.services.exchange_rate import exchange_rate_set
from saleor_invoices.stores.services.settings_update import settings_update

WRITERS = (
    "For staff with MANAGE_APPS or MANAGE_SETTINGS, and keys with `settings:read` and "
    "`settings:write`."
)
MAX_TEMPLATES = 3
"""In one request, however many verbs it has: trying one out takes up to 15 seconds."""
MAX_LOGO = 350_000
"""Bytes; a request has 500,000 of them, and Base64 makes four of three."""


@strawberry.type(description="What came of changing settings.")
class SettingsUpdate:
    changes: list[SalesSettingChange] = strawberry.field(
        description="What is different now; empty when all was so already."
    )
    installation: strawberry.Private[Installation]
    given: strawberry.Private[list[ValueInput]]

    @strawberry.field(description="Each setting that was given, as it holds at its place now.")
    def settings(self) -> list[SalesSetting]:
        places: dict[tuple[str, str], list[ValueInput]] = {}
        for value in self.given:
            places.setdefault((value.level, value.name), []).append(value)
        return [
            SalesSetting.of(found)
            for values in places.values()
            for found in settings_resolved(
                installation=self.installation,
                level=values[0].level,
                name=values[0].name,
                keys=[value.key for value in values],
            )
        ]


@strawberry.type(description="The legal entity that was added.")
class LegalEntityCreate:
    legal_entity: SalesLegalEntity


@strawberry.type(description="The legal entity as it is now.")
class LegalEntityUpdate:
    legal_entity: SalesLegalEntity


@strawberry.type(description="The legal entity that is no more.")
class LegalEntityDelete:
    id: strawberry.ID
    key: str


@strawberry.type(description="The legal entity with its logo.")
class LegalEntityLogoSet:
    legal_entity: SalesLegalEntity


@strawberry.type(description="The exchange rate as it is now.")
class ExchangeRateSet:
    exchange_rate: SalesExchangeRate


@strawberry.input(description="What one unit of `currency` was worth in `target` on a day.")
class SalesExchangeRateInput:
    currency: str
    target: str
    on: dt.date
    rate: ExactDecimal
    source: str = strawberry.field(description='Who says so, e.g. "ECB".')


@strawberry.type
class SettingMutations:
    @strawberry.mutation(
        description="Set and take away values of settings, all of them or none. " + WRITERS
    )
    def settings_update(
        self,
        info: Info,
        input: list[SalesSettingInput],  # noqa: A002 the name that Saleor uses
    ) -> SettingsUpdate | None:
        viewer = info.context.viewer
        actor, given = require_settings_writer(viewer), changes_of(input)
        templates_refuse(sources=_few_templates(info.context, given))
        rows = settings_update(installation=viewer.installation, changes=given, changed_by=actor)
        changes = [SalesSettingChange.of(row) for row in rows]
        return SettingsUpdate(changes=changes, installation=viewer.installation, given=given)

    @strawberry.mutation(description="Add a seller under a short name of yours. " + WRITERS)
    def legal_entity_create(
        self,
        info: Info,
        key: str,
        input: SalesLegalEntityInput,  # noqa: A002
    ) -> LegalEntityCreate | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        entity = sellers.legal_entity_create(
            installation=viewer.installation, key=key, fields=input.fields(), changed_by=actor
        )
        return LegalEntityCreate(legal_entity=_shown(entity))

    @strawberry.mutation(
        description="Change a seller; issued documents keep the one of their day. " + WRITERS
    )
    def legal_entity_update(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        input: SalesLegalEntityInput,  # noqa: A002
    ) -> LegalEntityUpdate | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        entity = sellers.legal_entity_update(
            installation=viewer.installation,
            key=_entity(viewer.installation, id).key,
            fields=input.fields(),
            changed_by=actor,
        )
        return LegalEntityUpdate(legal_entity=_shown(entity))

    @strawberry.mutation(
        description="Delete a seller that has neither documents nor numbers. " + WRITERS
    )
    def legal_entity_delete(self, info: Info, id: strawberry.ID) -> LegalEntityDelete | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        key = _entity(viewer.installation, id).key
        sellers.legal_entity_delete(installation=viewer.installation, key=key, changed_by=actor)
        return LegalEntityDelete(id=id, key=key)

    @strawberry.mutation(
        description="Set a seller's logo, or clear it with null; issued documents keep theirs. "
        + WRITERS
    )
    def legal_entity_logo_set(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        logo: Annotated[
            str | None,
            strawberry.argument(description=f"PNG or JPEG of {MAX_LOGO:,} bytes at most, Base64."),
        ] = strawberry.UNSET,
    ) -> LegalEntityLogoSet | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        entity = sellers.legal_entity_logo_set(
            installation=viewer.installation,
            key=_entity(viewer.installation, id).key,
            content=picture_of(logo),
            changed_by=actor,
        )
        return LegalEntityLogoSet(legal_entity=_shown(entity))

    @strawberry.mutation(
        description="Enter the exchange rate of a day, in place of the one that was entered for "
        "it before; issued documents keep theirs. " + WRITERS
    )
    def exchange_rate_set(
        self,
        info: Info,
        input: SalesExchangeRateInput,  # noqa: A002
    ) -> ExchangeRateSet | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        row = exchange_rate_set(
            installation=viewer.installation,
            currency=input.currency,
            target=input.target,
            on=input.on,
            rate=input.rate,
            source=input.source,
            entered_by=actor,
        )
        return ExchangeRateSet(exchange_rate=SalesExchangeRate.of(row))


def count_templates(context: Context, more: int) -> None:
    """Count what takes seconds. Raises ``InvalidInput`` TOO_MANY_TEMPLATES."""
    context.templates += more
    if context.templates > MAX_TEMPLATES:
        raise InvalidInput(
            f"Try {MAX_TEMPLATES} templates at once at most.",
            code="TOO_MANY_TEMPLATES",
            params={"field": "html_template", "most": MAX_TEMPLATES},
        )


def _few_templates(context: Context, given: list[ValueInput]) -> set[str]:
    found = set(html_templates(given))
    count_templates(context, len(found))
    return found


def _entity(installation: Installation, identity: str) -> LegalEntity:
    rows = legal_entities_listed(installation=installation)
    found = rows.filter(pk=local_int(identity, TYPE_NAME)).first()
    if found is None:
        raise NotFound("There is no such legal entity.", code="LEGAL_ENTITY_NOT_FOUND")
    return found


def _shown(entity: LegalEntity) -> SalesLegalEntity:
    return SalesLegalEntity.all_of([entity])[0]


def picture_of(encoded: str | None) -> bytes | None:
    """The picture behind Base64; None for null. Raises ``InvalidInput`` LOGO_INVALID."""
    if encoded is strawberry.UNSET:
        raise _logo_refusal("Give a logo, or null to clear it.")
    if encoded is None:
        return None
    try:
        content = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise _logo_refusal("The logo is not Base64.") from error
    if len(content) > MAX_LOGO:
        raise _logo_refusal(f"The logo is larger than {MAX_LOGO:,} bytes.")
    return Logo(content).content


def _logo_refusal(message: str) -> InvalidInput:
    return InvalidInput(message, code="LOGO_INVALID", params={"field": "logo"})
