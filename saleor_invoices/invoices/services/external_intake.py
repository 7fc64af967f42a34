"""Into whose books documents of another system come, under which rules."""

from dataclasses import dataclass, field

from saleor_invoices.domain.document import Address, Party, Presentation
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.services.external_prepare import Books
from saleor_invoices.invoices.services.external_record import Policy
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.selectors import channel_profile
from saleor_invoices.stores.services.asset_keep import asset_keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Into whose books, from which system, under which rules, and by whom."""

    installation: Installation
    legal_entity: LegalEntity
    source_system: str
    actor: str
    policy: Policy = Policy.REFUSE
    publish: bool = True
    job: int | None = None
    books: Books = field(init=False)  # what documents get that do not say it

    def __post_init__(self) -> None:
        """Read the seller and how its documents look once for all documents."""
        entity = self.legal_entity
        books = Books(seller=_seller(entity), look=_look(self.installation, entity))
        object.__setattr__(self, "books", books)


def _look(installation: Installation, entity: LegalEntity) -> Presentation:
    """The seller's own look; the built-in one where its settings can't be used just now."""
    try:
        profile = channel_profile(installation=installation, channel="", legal_entity=entity.key)
        look = profile.document.presentation
    except AppError:
        return Presentation()
    if profile.logo:
        asset_keep(installation=installation, content=profile.logo)
    if profile.template == "html":
        asset_keep(installation=installation, content=profile.html_template.encode())
    return look


def _seller(entity: LegalEntity) -> Party:
    if entity.seller:
        return parties.from_json(entity.seller)
    return Party(name=entity.name, address=Address(country=entity.country))
