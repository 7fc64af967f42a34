"""What leads from installation to the first invoice."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.mutations.settings import WRITERS
from saleor_invoices.api.queries.settings import READERS
from saleor_invoices.api.types.content import InvoiceAddress
from saleor_invoices.api.types.enums import SetupState
from saleor_invoices.delivery.selectors import mails_work
from saleor_invoices.invoices.selectors.setup import Step, setup_steps
from saleor_invoices.invoices.selectors.viewers import (
    require_settings_reader,
    require_settings_writer,
)
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.setup_step import setup_step_skip
from saleor_invoices.stores.services.store_bootstrap import SellerProposal, seller_proposal


@strawberry.type(description="One step of the way to the first invoice.")
class SalesSetupStep:
    key: str = strawberry.field(
        description="`seller`, `tax`, `numbers`, `bank`, `look`, `policy`, `mails` or "
        "`first_invoice`."
    )
    state: SetupState
    required: bool = strawberry.field(description="It can't be left out.")

    @classmethod
    def of(cls, step: Step) -> "SalesSetupStep":
        """In the schema's words."""
        return cls(key=step.key, state=step.state, required=step.required)


@strawberry.type(description="What leads from installation to the first invoice, step by step.")
class SalesSetup:
    steps: list[SalesSetupStep]
    complete: bool = strawberry.field(description="Nothing is left to do.")


@strawberry.type(description="The steps after one was left out, or taken up again.")
class SetupStepSkip:
    setup: SalesSetup


@strawberry.type(description="What Saleor knows of the seller: to be confirmed, not typed.")
class SalesSellerProposal:
    name: str
    address: InvoiceAddress | None = strawberry.field(
        description="Null where the shop in Saleor has no company address."
    )
    country: str = strawberry.field(description="ISO 3166-1 alpha-2; may be empty.")
    phone: str
    timezone: str = strawberry.field(description="IANA, by the country; may be empty.")
    language: str = strawberry.field(description="For `default_language`, by the country.")
    paper: str = strawberry.field(description="For `paper`, by the country.")

    @classmethod
    def of(cls, found: SellerProposal) -> "SalesSellerProposal":
        """In the schema's words; the address is the domain's own."""
        return cls(
            name=found.party.name,
            address=found.party.address if found.country else None,  # type: ignore[arg-type]
            country=found.country,
            phone=found.party.contact.phone if found.party.contact else "",
            timezone=found.timezone,
            language=found.language,
            paper=found.paper,
        )


@strawberry.type
class SetupQueries:
    @strawberry.field(
        description="What leads from installation to the first invoice, step by step. " + READERS
    )
    def sales_setup(self, info: Info) -> SalesSetup | None:
        return _setup(require_settings_reader(info.context.viewer))

    @strawberry.field(
        description="Name and address of the shop, as Saleor has them now. " + WRITERS
    )
    def sales_seller_proposal(self, info: Info) -> SalesSellerProposal | None:
        viewer = info.context.viewer
        require_settings_writer(viewer)
        shop = publishing.shop_defaults(saleor_client(viewer.installation))
        return SalesSellerProposal.of(seller_proposal(shop=shop))


@strawberry.type
class SetupMutations:
    @strawberry.mutation(
        description="Leave out a step that is not required, or with `skip: false` take it up "
        "again. " + WRITERS
    )
    def setup_step_skip(self, info: Info, key: str, skip: bool = True) -> SetupStepSkip | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        setup_step_skip(installation=viewer.installation, key=key, skip=skip, actor=actor)
        return SetupStepSkip(setup=_setup(viewer.installation))


def _setup(installation: Installation) -> SalesSetup:
    steps = setup_steps(installation=installation, mails_work=mails_work(installation=installation))
    return SalesSetup(
        steps=[SalesSetupStep.of(step) for step in steps],
        complete=all(step.state is not SetupState.OPEN for step in steps),
    )
