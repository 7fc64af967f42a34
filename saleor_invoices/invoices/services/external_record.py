"""What whoever brings documents hands on, whether they read it from a file or were told it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from saleor_invoices.domain.document import Address, Document, Party, Presentation
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.findings import Finding
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.selectors import channel_profile
from saleor_invoices.stores.services.asset_keep import asset_keep


class OrderNamed(Protocol):
    """How the other system names the Saleor order."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def external_reference(self) -> str: ...


class CustomerNamed(Protocol):
    """How the other system names the Saleor customer."""

    @property
    def id(self) -> str: ...
    @property
    def email(self) -> str: ...


class Paid(Protocol):
    """Money that was received (above zero) or given back, in the document's currency."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def on(self) -> date | None: ...
    @property
    def method(self) -> str: ...
    @property
    def reference(self) -> str: ...


class Attached(Protocol):
    """A file of the document on this machine."""

    @property
    def path(self) -> Path: ...
    @property
    def sha256(self) -> str: ...


class ExternalRecord(Protocol):
    """One document of another system: see ``imports.records.ImportRecord``."""

    @property
    def external_id(self) -> str: ...
    @property
    def document(self) -> Document: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def order(self) -> OrderNamed: ...
    @property
    def customer(self) -> CustomerNamed: ...
    @property
    def payments(self) -> Sequence[Paid]: ...
    @property
    def payment_url(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def pdf(self) -> Attached | None: ...
    @property
    def xml(self) -> Attached | None: ...


class Policy(StrEnum):
    """What becomes of a document that says something else than when it was brought before."""

    REFUSE = "refuse"
    UPDATE_UNPAID = "update_unpaid"
    NEW_VERSION = "new_version"


class Kept(StrEnum):
    """What came of a record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


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
    seller: Party = field(init=False)  # of documents that name none
    look: Presentation = field(init=False)  # of those whose PDF is made here

    def __post_init__(self) -> None:
        """Read the seller and how its documents look once for all documents."""
        object.__setattr__(self, "seller", _seller(self.legal_entity))
        object.__setattr__(self, "look", _look(self.installation, self.legal_entity))


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What came of one record. A rejected one has a blocking finding."""

    kept: Kept
    document_id: UUID | None = None
    findings: Sequence[Finding] = ()


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
