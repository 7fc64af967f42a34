"""Verbs that take back, correct or prepare documents."""

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.texts import checked_key, checked_line
from saleor_invoices.api.types.documents import CreditNote, SalesDocument, document_node
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.credit import CreditLine, CreditRequest
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import Viewer, require_writer
from saleor_invoices.invoices.services.collective_issue import collective_issue
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_draft_create,
    credit_draft_discard,
    credit_draft_issue,
    credit_note_create,
)
from saleor_invoices.invoices.services.draft_issue import written_issue
from saleor_invoices.invoices.services.draft_write import draft_discard, is_written
from saleor_invoices.invoices.services.invoice_correct import invoice_correct, invoice_void
from saleor_invoices.invoices.services.proforma_issue import proforma_issue

LONGEST_REASON = 300
WRITERS = " For staff, and keys with `documents:read` and `documents:write`."


@strawberry.input(description="What of one line of the invoice is credited.")
class CreditNoteLineInput:
    line_id: str
    quantity: ExactDecimal | None = strawberry.field(
        default=None, description="Null: all that is left of it."
    )


@strawberry.input(
    description="What is credited: `everything`; or lines and charges, perhaps for another "
    "`amount` than theirs; or an `amount` alone, which is spread over the rates of VAT."
)
class CreditNoteInput:
    lines: list[CreditNoteLineInput] = strawberry.field(default_factory=list)
    charges: list[str] = strawberry.field(default_factory=list, description="Ids of charges.")
    amount: ExactDecimal | None = strawberry.field(default=None, description="With VAT.")
    everything: bool = False
    reason: str = ""

    def request(self) -> CreditRequest:
        """In words of the domain. Raises ``InvalidInput`` for a reason that can't be shown."""
        return CreditRequest(
            lines=tuple(
                CreditLine(line_id=one.line_id, quantity=one.quantity) for one in self.lines
            ),
            charges=tuple(self.charges),
            amount=self.amount,
            everything=self.everything,
            reason=checked_reason(self.reason),
        )


@strawberry.type(description="What came of crediting.")
class CreditNoteCreate:
    credit_note: CreditNote


@strawberry.type(description="What came of a verb on one document.")
class SalesDocumentResult:
    document: SalesDocument


@strawberry.type(description="What came of correcting.")
class InvoiceCorrect:
    invoice: SalesDocument = strawberry.field(description="The new one.")
    credit_note: CreditNote | None = strawberry.field(
        description="Null where all of the former invoice had been credited before."
    )


@strawberry.type(description="What came of voiding.")
class InvoiceVoid:
    credit_note: CreditNote


@strawberry.type(description="A draft is gone.")
class DraftDiscard:
    discarded: bool


@strawberry.type
class CorrectionMutations:
    @strawberry.mutation(
        description="Credit an invoice in whole or in part, never more than is left. The same "
        "`idempotencyKey` again returns the first credit note. With `draft`, nothing is issued "
        "until `draftIssue`." + WRITERS
    )
    def credit_note_create(
        self,
        info: Info,
        invoice_id: strawberry.ID,
        input: CreditNoteInput,  # noqa: A002
        idempotency_key: str,
        draft: bool = False,
    ) -> CreditNoteCreate | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        invoice = document_of(viewer, invoice_id)
        key = checked_key(idempotency_key)
        credit = Credit(cause=f"request:{actor}:{key}", request=input.request(), actor=actor)
        make = credit_draft_create if draft else credit_note_create
        return CreditNoteCreate(
            credit_note=credit_node(make(invoice=invoice, credit=credit), viewer)
        )

    @strawberry.mutation(
        description="Issue a draft: a prepared credit note, or an invoice by hand. `version` is "
        "that of the form that was read; the error is DRAFT_CHANGED where someone else saved "
        "meanwhile. What was issued already is returned." + WRITERS
    )
    def draft_issue(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        version: int | None = None,
    ) -> SalesDocumentResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        draft = document_of(viewer, id)
        if is_written(draft):
            row = written_issue(draft=draft, actor=actor, version=version)
        else:
            row = credit_draft_issue(draft=draft, actor=actor)
        return SalesDocumentResult(document=node_of(row, viewer))

    @strawberry.mutation(
        description="Throw a draft away. An issued document is refused: credit it." + WRITERS
    )
    def draft_discard(self, info: Info, id: strawberry.ID) -> DraftDiscard | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_writer(viewer)
        draft = document_of(viewer, id)
        if is_written(draft):
            draft_discard(draft=draft)
        else:
            credit_draft_discard(draft=draft, actor=actor)
        return DraftDiscard(discarded=True)

    @strawberry.mutation(
        description="Credit what is left of an order's invoice and invoice the order anew, as "
        "Saleor has it now; both or neither." + WRITERS
    )
    def invoice_correct(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        reason: str = "",
    ) -> InvoiceCorrect | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        done = invoice_correct(
            invoice=document_of(viewer, id), reason=checked_reason(reason), actor=actor
        )
        note = done.credit_note
        return InvoiceCorrect(
            invoice=node_of(done.invoice, viewer),
            credit_note=credit_node(note, viewer) if note else None,
        )

    @strawberry.mutation(
        description="Take back an invoice that has not reached its buyer, by a full credit note."
        + WRITERS
    )
    def invoice_void(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        reason: str = "",
    ) -> InvoiceVoid | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        note = invoice_void(
            invoice=document_of(viewer, id), reason=checked_reason(reason), actor=actor
        )
        return InvoiceVoid(credit_note=credit_node(note, viewer))

    @strawberry.mutation(
        description="Issue a proforma of an order: numbered apart, without tax effect." + WRITERS
    )
    def proforma_issue(self, info: Info, order_id: strawberry.ID) -> SalesDocumentResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = proforma_issue(installation=viewer.installation, order_id=order_id, actor=actor)
        return SalesDocumentResult(document=node_of(row, viewer))

    @strawberry.mutation(
        description="Issue one invoice for several orders of one buyer that have none." + WRITERS
    )
    def invoice_collective_issue(
        self, info: Info, order_ids: list[strawberry.ID]
    ) -> SalesDocumentResult | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = collective_issue(installation=viewer.installation, order_ids=order_ids, actor=actor)
        return SalesDocumentResult(document=node_of(row, viewer))


def document_of(viewer: Viewer, document_id: str) -> Row:
    """The document that the caller means. Raises ``NotFound``, ``InvalidInput`` INVALID_ID."""
    pk = local_uuid(document_id, "SalesInvoice", "CreditNote")
    row = documents_visible(viewer=viewer).filter(pk=pk).first()
    if row is None:
        raise NotFound("There is no such document.")
    row.installation = viewer.installation
    return row


def node_of(row: Row, viewer: Viewer) -> SalesDocument:
    """A row as the answer shows it, read anew."""
    found = documents_visible(viewer=viewer).get(pk=row.pk)
    return document_node(found, Peers([found], viewer))


def credit_node(row: Row, viewer: Viewer) -> CreditNote:
    """The same for a credit note."""
    node = node_of(row, viewer)
    if not isinstance(node, CreditNote):
        raise TypeError(f"{row.pk} is no credit note")
    return node


def checked_reason(reason: str) -> str:
    """A reason that documents can show. Raises ``InvalidInput`` REASON_TOO_LONG, REASON_INVALID."""
    return checked_line(reason, most=LONGEST_REASON, name="reason")
