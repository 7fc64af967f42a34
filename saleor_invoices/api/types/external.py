"""Documents of other systems in the schema's words."""

import datetime as dt
from typing import TypeAlias

import strawberry

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.domain.totals import TotalName, totals_differences
from saleor_invoices.invoices.models import ExternalReference, ExternalVersion
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.external import (
    Proposal,
    external_references_of,
    external_versions_of,
    order_money_of,
)

ExternalLink: TypeAlias = ExternalReference.Link
strawberry.enum(
    ExternalLink,
    name="SalesExternalLink",
    description="PENDING: Saleor is being asked; UNLINKED: it has no such order, or one that does "
    "not fit.",
)
SalesTotal: TypeAlias = TotalName
strawberry.enum(
    SalesTotal,
    name="SalesTotal",
    description="NET: without VAT; TAX: the VAT; GROSS: with VAT; PAYABLE: the amount due.",
)


@strawberry.type(description="A total of another system that the document's parts do not make.")
class SalesTotalsDifference:
    total: SalesTotal
    stated: InvoiceMoney = strawberry.field(description="As the other system says; it stands.")
    computed: InvoiceMoney = strawberry.field(
        description="What lines, allowances and charges make; of PAYABLE and GROSS also the other "
        "totals."
    )


@strawberry.type(description="What an imported document said before its source said otherwise.")
class SalesExternalVersion:
    row: strawberry.Private[ExternalVersion]
    version: int
    number: str
    replaced_at: dt.datetime
    replaced_by: str

    @strawberry.field(description="With VAT.")
    def total(self) -> InvoiceMoney:
        return invoice_money(self.row.gross_minor, self.row.currency)

    @classmethod
    def of(cls, row: ExternalVersion) -> "SalesExternalVersion":
        """What the API shows of a row."""
        return cls(
            row=row,
            version=row.version,
            number=row.number,
            replaced_at=row.replaced_at,
            replaced_by=row.replaced_by,
        )


@strawberry.type(description="Which document of another system it is, and of which order.")
class SalesExternalReference:
    peers: strawberry.Private[Peers]
    document: strawberry.Private[Row]
    source_system: str
    external_id: str
    version: int = strawberry.field(description="1, 2, ...: of its content.")
    link: ExternalLink
    link_code: str = strawberry.field(description="Why it is not linked, for programs.")
    order_id: str = strawberry.field(description="Of the order in Saleor, as the source says.")
    order_number: str = strawberry.field(description="Likewise.")
    order_reference: str = strawberry.field(description="Likewise: the external reference.")
    import_job_id: strawberry.ID | None = strawberry.field(description="That brought it last.")
    updated_at: dt.datetime

    @strawberry.field(
        description="What was paid on its order in Saleor and counts for it, once with what its "
        "source tells; null where nothing does."
    )
    def order_money(self) -> InvoiceMoney | None:
        found = self.peers.once("order money", lambda: order_money_of(self.peers.rows))
        row = found.get(self.document.pk)
        return invoice_money(row.came_minor, self.document.currency) if row else None

    @strawberry.field(description="What it said before, oldest first.")
    def versions(self) -> list[SalesExternalVersion]:
        found = self.peers.once("external versions", lambda: external_versions_of(self.peers.rows))
        return [SalesExternalVersion.of(row) for row in found.get(self.document.pk, ())]

    @strawberry.field(
        description="Totals that its parts do not make, as its import told; empty: they agree."
    )
    def totals_differences(self) -> list[SalesTotalsDifference]:
        content = self.peers.content(self.document)
        return [
            SalesTotalsDifference(
                total=total, stated=content.money(stated), computed=content.money(computed)
            )
            for total, stated, computed in totals_differences(content.document)
        ]

    @classmethod
    def of(cls, row: ExternalReference, document: Row, peers: Peers) -> "SalesExternalReference":
        """What the API shows of a row."""
        job = global_id("SalesImportJob", row.job) if row.job else None
        return cls(
            peers=peers,
            document=document,
            source_system=row.source_system,
            external_id=row.external_id,
            version=row.version,
            link=ExternalLink(row.link),
            link_code=row.link_code,
            order_id=row.order_given,
            order_number=row.order_number,
            order_reference=row.order_reference,
            import_job_id=strawberry.ID(job) if job else None,
            updated_at=row.updated_at,
        )


@strawberry.type(description="An order that an unlinked document may be of.")
class SalesLinkProposal:
    order_id: strawberry.ID
    order_number: str
    channel: str
    customer: bool = strawberry.field(description="It is of the same customer.")
    days: int | None = strawberry.field(description="Between order and invoice, about.")

    @classmethod
    def of(cls, found: Proposal) -> "SalesLinkProposal":
        """What the API shows of a proposal."""
        return cls(
            order_id=strawberry.ID(found.order.order_id),
            order_number=found.order.number,
            channel=found.order.channel,
            customer=found.is_customer,
            days=found.days,
        )


def external_of(row: Row, peers: Peers) -> SalesExternalReference | None:
    """Which document of another system a row is, if of one."""
    known = peers.once("external", lambda: external_references_of(peers.rows))
    found = known.get(row.pk)
    return SalesExternalReference.of(found, row, peers) if found else None
