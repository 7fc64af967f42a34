"""Documents of other systems: brought by the API, paid there, linked to orders, deleted."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.texts import checked_key
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.api.types.enums import PaymentStatus
from saleor_invoices.api.types.import_inputs import (
    InvoiceImportItemInput,
    InvoiceImportMoneyInput,
)
from saleor_invoices.api.types.imports import ImportOutcome, ImportPolicy, SalesImportFinding
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.services.documents_import import (
    MOST_DOCUMENTS,
    ImportOrder,
    ItemAnswer,
    documents_import,
)
from saleor_invoices.imports.services.job_start import source_checked
from saleor_invoices.imports.services.seller import import_seller
from saleor_invoices.invoices.selectors.external import external_named
from saleor_invoices.invoices.selectors.viewers import (
    Viewer,
    require_importer,
    require_writer,
)
from saleor_invoices.invoices.services.external_delete import external_delete
from saleor_invoices.invoices.services.external_link import external_link, external_unlink
from saleor_invoices.invoices.services.external_pay import external_pay


@strawberry.input(description="Documents of another system, 1 to 100.")
class InvoiceImportInput:
    idempotency_key: str
    source_system: str = strawberry.field(
        description="Where they come from, in small letters: with its own id this makes a document "
        "known."
    )
    documents: list[InvoiceImportItemInput]
    legal_entity: str = strawberry.field(
        default="", description="Key of the seller; empty: the store's only one."
    )
    policy: ImportPolicy = ImportPolicy.REFUSE
    publish: bool = strawberry.field(
        default=True, description="Put documents on their orders in Saleor once linked."
    )
    currency: str = strawberry.field(default="", description="Of documents that name none.")
    language: str = strawberry.field(default="en", description="Likewise.")

    def order(self, viewer: Viewer) -> ImportOrder:
        """Checked. Raises ``InvalidInput`` IMPORT_EMPTY, IMPORT_TOO_MANY and of the parts."""
        count = len(self.documents)
        if not 1 <= count <= MOST_DOCUMENTS:
            raise InvalidInput(
                f"Send 1 to {MOST_DOCUMENTS} documents at once.",
                code="IMPORT_TOO_MANY" if count else "IMPORT_EMPTY",
                params={"field": "documents", "most": MOST_DOCUMENTS},
            )
        return ImportOrder(
            legal_entity=import_seller(viewer.installation, self.legal_entity),
            source_system=source_checked(self.source_system),
            policy=self.policy,
            publish=self.publish,
            currency=self.currency,
            language=self.language,
            documents=[one.given(at) for at, one in enumerate(self.documents, 1)],
        )


@strawberry.type(description="What came of one document.")
class InvoiceImportItem:
    position: int = strawberry.field(description="1, 2, ...: as they were sent.")
    external_id: str
    number: str
    outcome: ImportOutcome
    document_id: strawberry.ID | None
    findings: list[SalesImportFinding]

    @classmethod
    def of(cls, answer: ItemAnswer) -> "InvoiceImportItem":
        """What the API shows of an answer."""
        kind = "CreditNote" if answer.is_credit_note else "SalesInvoice"
        found = answer.document_id
        return cls(
            position=answer.position,
            external_id=answer.external_id,
            number=answer.number,
            outcome=ImportOutcome(answer.outcome),
            document_id=strawberry.ID(global_id(kind, found)) if found else None,
            findings=[SalesImportFinding.of(kept) for kept in answer.findings],
        )


@strawberry.type(description="What came of each document, in order.")
class InvoiceImport:
    items: list[InvoiceImportItem]


@strawberry.input(
    description="What another system says of its invoice's money; null leaves a thing as it is."
)
class InvoiceImportPayInput:
    source_system: str
    external_id: str
    payments: list[InvoiceImportMoneyInput] | None = strawberry.field(
        default=None, description="100 at most; those that were told before count once."
    )
    settled: bool = strawberry.field(
        default=False, description="All of it was paid: what is still open is recorded."
    )
    payment_url: str | None = strawberry.field(
        default=None, description="Where it is paid (https); empty: nowhere."
    )


@strawberry.type(description="How the invoice stands now.")
class InvoiceImportPay:
    document_id: strawberry.ID
    payment_status: PaymentStatus | None


@strawberry.type(description="The document as it is linked now.")
class SalesImportLinkResult:
    document: SalesDocument


@strawberry.type(description="The document is gone; its trace is kept.")
class InvoiceImportDelete:
    id: strawberry.ID


@strawberry.type
class ExternalMutations:
    @strawberry.mutation(
        description="Bring documents of another system. Each is kept by itself, or not; one that "
        "was brought before changes nothing. The same `idempotencyKey` again returns the first "
        "answer. For staff, and keys with `imports:write`."
    )
    def invoice_import(self, info: Info, input: InvoiceImportInput) -> InvoiceImport | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_importer(viewer)
        answers = documents_import(
            installation=viewer.installation,
            order=input.order(viewer),
            key=checked_key(input.idempotency_key),
            actor=actor,
        )
        return InvoiceImport(items=[InvoiceImportItem.of(one) for one in answers])

    @strawberry.mutation(
        description="Tell what was paid on an imported invoice, and where it can be paid. For "
        "staff, and keys with `imports:write`."
    )
    def invoice_import_pay(
        self,
        info: Info,
        input: InvoiceImportPayInput,  # noqa: A002
    ) -> InvoiceImportPay | None:
        viewer = info.context.viewer
        actor = require_importer(viewer)
        document = external_named(
            viewer=viewer, source_system=input.source_system, external_id=input.external_id
        )
        state = external_pay(
            document=document,
            payments=[one.paid() for one in input.payments or ()],
            settled=input.settled,
            payment_url=input.payment_url,
            actor=actor,
        )
        identity = strawberry.ID(global_id("SalesInvoice", document.pk))
        status = PaymentStatus(state.status) if state else None
        return InvoiceImportPay(document_id=identity, payment_status=status)

    @strawberry.mutation(
        description="Delete an imported document on which no money was recorded; its trace and "
        "history are kept. For staff, and keys with `documents:read` and `documents:write`."
    )
    def invoice_import_delete(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        reason: str,
    ) -> InvoiceImportDelete | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        external_delete(document=document_of(viewer, id), reason=reason, actor=actor)
        return InvoiceImportDelete(id=id)

    @strawberry.mutation(
        description="Link an imported document to an order of this Saleor. For staff, and keys "
        "with `documents:read` and `documents:write`."
    )
    def sales_import_link(
        self, info: Info, document_id: strawberry.ID, order_id: strawberry.ID
    ) -> SalesImportLinkResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = document_of(viewer, document_id)
        external_link(document=row, order_id=order_id, actor=actor)
        return SalesImportLinkResult(document=node_of(row, viewer))

    @strawberry.mutation(
        description="Take an imported document off its order. For staff, and keys with "
        "`documents:read` and `documents:write`."
    )
    def sales_import_unlink(
        self, info: Info, document_id: strawberry.ID
    ) -> SalesImportLinkResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = document_of(viewer, document_id)
        external_unlink(document=row, actor=actor)
        return SalesImportLinkResult(document=node_of(row, viewer))
