"""Trying the look of documents out before it is saved."""

import base64

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.mutations.corrections import document_of
from saleor_invoices.api.mutations.settings import WRITERS, count_templates, picture_of
from saleor_invoices.api.queries.settings import SalesTemplateProblem
from saleor_invoices.api.types.money import SalesFinding
from saleor_invoices.api.types.settings import SalesSettingInput, changes_of
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.selectors.viewers import (
    Viewer,
    require_settings_writer,
    require_writer,
)
from saleor_invoices.invoices.services.look_preview import (
    LookPreview,
    Trial,
    document_look,
    order_look,
    sample_look,
)
from saleor_invoices.stores.registry import Level


@strawberry.input(description="What to print, and the settings to try.")
class SalesLookPreviewInput:
    document_id: strawberry.ID | None = strawberry.field(
        default=None, description="A document of ours, also a draft."
    )
    order_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="An order as it would be invoiced; with neither, a sample is printed.",
    )
    level: Level = strawberry.field(
        default=Level.APP, description="Whose settings it is printed by."
    )
    name: str = strawberry.field(
        default="", description="The channel's slug or the legal entity's key; empty for the app."
    )
    changes: list[SalesSettingInput] = strawberry.field(
        default_factory=list, description="As for `settingsUpdate`; they are not kept."
    )
    logo: str | None = strawberry.field(
        default=None, description="As for `legalEntityLogoSet`; null: the one that is set."
    )


@strawberry.type(description="The first pages, or what is wrong with the template.")
class SalesLookPreview:
    pages: list[str] = strawberry.field(
        description="Three at most, as PNG in `data:` addresses, 1000 pixels wide."
    )
    page_count: int = strawberry.field(description="How many there are, counted up to fifty.")
    problems: list[SalesTemplateProblem] = strawberry.field(
        description="Of the HTML template; then there are no pages."
    )
    findings: list[SalesFinding] = strawberry.field(
        description="Of the order or draft; where it can't be drafted, there are no pages."
    )

    @classmethod
    def of(cls, found: LookPreview) -> "SalesLookPreview":
        """In the schema's words."""
        encoded = (base64.b64encode(page).decode() for page in found.pages)
        return cls(
            pages=[f"data:image/png;base64,{page}" for page in encoded],
            page_count=found.page_count,
            problems=[
                SalesTemplateProblem(line=one.line, message=one.message) for one in found.problems
            ],
            findings=[SalesFinding.of(one) for one in found.findings],
        )


@strawberry.type
class LookQueries:
    @strawberry.field(
        description="Pages as settings that are not saved would print them; nothing is kept and "
        "no number taken. A document or an order is for those only who may also read it; who "
        "writes documents may see one, drafts too, as it is. " + WRITERS
    )
    def sales_look_preview(
        self,
        info: Info,
        input: SalesLookPreviewInput,  # noqa: A002
    ) -> SalesLookPreview | None:
        viewer = info.context.viewer
        if input.document_id is None or input.changes or input.logo is not None:
            require_settings_writer(viewer)
        count_templates(info.context, 1)
        trial = Trial(
            installation=viewer.installation,
            level=input.level,
            name=input.name,
            changes=changes_of(input.changes),
            logo=picture_of(input.logo),
        )
        return SalesLookPreview.of(_previewed(viewer, input, trial))


def _previewed(viewer: Viewer, wanted: SalesLookPreviewInput, trial: Trial) -> LookPreview:
    if wanted.document_id is not None and wanted.order_id is not None:
        raise InvalidInput(
            "Name a document or an order, not both.",
            code="PREVIEW_AMBIGUOUS",
            params={"field": "orderId"},
        )
    if wanted.document_id is not None:
        require_writer(viewer)
        return document_look(trial=trial, document=document_of(viewer, wanted.document_id))
    if wanted.order_id is not None:
        require_writer(viewer)
        return order_look(trial=trial, order_id=wanted.order_id)
    return sample_look(trial=trial)
