"""What whoever brings documents hands on, whether they read it from a file or were told it.

Nothing here knows a database: a process without one reads files (``imports.reading_process``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderKey:
    """How the other system names the Saleor order; the first that is given decides."""

    id: str = ""  # Saleor's global id
    number: str = ""
    external_reference: str = ""

    def __bool__(self) -> bool:
        return bool(self.id or self.number or self.external_reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerKey:
    """How the other system names the Saleor customer."""

    id: str = ""  # Saleor's global id
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidAmount:
    """Money that the other system says was received (above zero) or given back (below)."""

    amount: Decimal  # in the document's currency
    on: date | None = None  # None: not told
    method: str = ""
    reference: str = ""  # the other system's own, by which it is written once


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file that belongs to the document: its own PDF, or the XML that it was read from."""

    path: Path  # on this machine, for as long as the reader is open
    name: str  # as the other system named it
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalRecord:
    """One document of another system.

    ``document`` has its number and issue date. A seller without a name was not given: it is the
    legal entity's. ``fingerprint`` is a SHA-256 of all that was said, so that the same item read
    twice is known; files count by their own hash, names of files do not count.
    """

    external_id: str
    document: Document
    fingerprint: str
    order: OrderKey = field(default_factory=OrderKey)
    customer: CustomerKey = field(default_factory=CustomerKey)
    payments: tuple[PaidAmount, ...] = ()
    payment_url: str = ""  # https only
    channel: str = ""  # slug
    pdf: AttachedFile | None = None
    xml: AttachedFile | None = None


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
class Accepted:
    """What came of one record. A rejected one has a blocking finding."""

    kept: Kept
    document_id: UUID | None = None
    findings: Sequence[Finding] = ()
