"""Invoices and credit notes: one interface, so that a list can hold both."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.content import Content, invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.content import (
    InvoiceAdjustment,
    InvoiceDelivery,
    InvoiceLine,
    InvoiceMoney,
    InvoiceNote,
    InvoiceParty,
    InvoicePrepayment,
    InvoiceVatSubtotal,
)
from saleor_invoices.api.types.delivery import (
    SalesDispatch,
    SalesReminderHold,
    SalesTransmission,
    dispatches_of,
    hold_of,
    transmission_of,
)
from saleor_invoices.api.types.desk import (
    SalesCustomerLink,
    SalesStaffNote,
    failed_of,
    link_of,
    notes_of,
)
from saleor_invoices.api.types.enums import DocumentKind, DocumentState, PaymentStatus, Source
from saleor_invoices.api.types.external import SalesExternalReference, external_of
from saleor_invoices.api.types.money import SalesCreditable, SalesEInvoice, SalesPayment
from saleor_invoices.api.types.page_info import PageInfo
from saleor_invoices.api.types.pages import SalesDocumentFile, SalesDocumentPreview, preview_of
from saleor_invoices.api.types.workings import (
    SalesDocumentEvent,
    SalesDocumentPublication,
    SalesProblem,
)
from saleor_invoices.invoices.models import PaymentState
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.viewers import sees_workings
from saleor_invoices.invoices.services.credit_issue import is_creditable
from saleor_invoices.invoices.services.download import download_url

if TYPE_CHECKING:
    from saleor_invoices.api.types.entities import Order, User

OrderType = Annotated["Order", strawberry.lazy("saleor_invoices.api.types.entities")]
UserType = Annotated["User", strawberry.lazy("saleor_invoices.api.types.entities")]


@strawberry.interface(description="A document of sale: invoice, credit note or proforma.")
class SalesDocument:
    row: strawberry.Private[Row]
    peers: strawberry.Private[Peers]
    id: strawberry.ID
    number: str = strawberry.field(description="Empty while it is a draft.")
    kind: DocumentKind
    state: DocumentState
    source: Source
    test_mode: bool = strawberry.field(description="Made to try things out; not a legal document.")
    issue_date: dt.date | None
    due_date: dt.date | None
    currency: str
    language: str = strawberry.field(description="BCP 47, of the document's texts.")
    channel: str = strawberry.field(description="Slug.")
    order_number: str
    customer_email: str
    created_at: dt.datetime
    erased_at: dt.datetime | None = strawberry.field(
        description="When its content was erased by law: parties, lines and files are empty then."
    )
    payment_status: PaymentStatus | None

    @strawberry.field(description="Without VAT.")
    def net(self) -> InvoiceMoney:
        return invoice_money(self.row.net_minor, self.row.currency)

    @strawberry.field(description="The VAT.")
    def tax(self) -> InvoiceMoney:
        return invoice_money(self.row.tax_minor, self.row.currency)

    @strawberry.field(description="With VAT.")
    def total(self) -> InvoiceMoney:
        return invoice_money(self.row.gross_minor, self.row.currency)

    @strawberry.field(description="The total less what was prepaid, e.g. by gift card (BT-115).")
    def payable(self) -> InvoiceMoney:
        return invoice_money(self.row.payable_minor, self.row.currency)

    @strawberry.field(description="What is still owed.")
    def balance(self) -> InvoiceMoney | None:
        return self._of_state(lambda state: state.balance_minor)

    @strawberry.field(description="What came, before any went back; null where nothing is owed.")
    def charged(self) -> InvoiceMoney | None:
        return self._of_state(
            lambda state: state.paid_minor + state.refunded_minor + state.disputed_minor
        )

    @strawberry.field(description="What of it is still there; below zero where more went back.")
    def held(self) -> InvoiceMoney | None:
        return self._of_state(lambda state: state.paid_minor)

    @strawberry.field(description="What credit notes took back; null where nothing is ever owed.")
    def credited(self) -> InvoiceMoney | None:
        return self._of_state(lambda state: state.credited_minor)

    @strawberry.field(description="What was given back; null where nothing is ever owed.")
    def refunded(self) -> InvoiceMoney | None:
        return self._of_state(lambda state: state.refunded_minor)

    @strawberry.field(description="Owed after its due date, by the seller's calendar.")
    def overdue(self) -> bool:
        return self.row.pk in self.peers.overdue()

    @strawberry.field(description="The money that counts for it, oldest first.")
    def payments(self) -> list[SalesPayment]:
        return [SalesPayment.of(row, self.peers) for row in self.peers.payments(self.row)]

    @strawberry.field(description="What can still be credited; null unless staff ask.")
    def creditable(self) -> SalesCreditable | None:
        if not sees_workings(self.peers.viewer) or not is_creditable(self.row):
            return None
        left = self.peers.remaining(self.row)
        return SalesCreditable.of(left, self.row.currency) if left else None

    @strawberry.field(description="What became of its e-invoice; null unless staff ask.")
    def einvoice(self) -> SalesEInvoice | None:
        if not sees_workings(self.peers.viewer):
            return None
        record = self.peers.einvoice(self.row)
        return SalesEInvoice.of(record) if record else None

    @strawberry.field(
        description="How its order differs from its invoices now; null where it does not, and "
        "unless staff ask."
    )
    def order_difference(self) -> JSON | None:
        order = self.row.order if sees_workings(self.peers.viewer) else None
        return JSON(order.difference) if order and order.difference else None

    @strawberry.field(description="Why a credit note was made.")
    def reason(self) -> str:
        return self._content.document.reason

    @strawberry.field(description="Numbers of the orders of a collective invoice.")
    def order_numbers(self) -> list[str]:
        document = self._content.document
        orders = (document.order,) if document.order else document.orders
        return [order.number for order in orders]

    @strawberry.field(description="Prepaid, e.g. by gift cards; null once erased.")
    def prepaid(self) -> InvoiceMoney | None:
        return self._amount(lambda content: content.document.totals.prepaid)

    @strawberry.field(description="The rounding amount (BT-114); null once erased.")
    def rounding(self) -> InvoiceMoney | None:
        return self._amount(lambda content: content.document.totals.rounding)

    @strawberry.field(description="Who sold.")
    def seller(self) -> InvoiceParty:
        return self._content.seller()

    @strawberry.field(description="Who bought.")
    def buyer(self) -> InvoiceParty:
        return self._content.buyer()

    @strawberry.field(description="What was sold.")
    def lines(self) -> list[InvoiceLine]:
        return self._content.lines()

    @strawberry.field(description="Charges on the whole document, e.g. shipping.")
    def charges(self) -> list[InvoiceAdjustment]:
        return self._content.charges()

    @strawberry.field(description="Allowances on the whole document.")
    def allowances(self) -> list[InvoiceAdjustment]:
        return self._content.allowances()

    @strawberry.field(description="Parts settled otherwise, e.g. by gift card.")
    def prepayments(self) -> list[InvoicePrepayment]:
        return self._content.prepayments()

    @strawberry.field(description="VAT by category and rate.")
    def vat_breakdown(self) -> list[InvoiceVatSubtotal]:
        return self._content.vat_breakdown()

    @strawberry.field(description="Notes.")
    def notes(self) -> list[InvoiceNote]:
        return self._content.notes()

    @strawberry.field(description="Where and when it was supplied.")
    def delivery(self) -> InvoiceDelivery | None:
        return self._content.delivery()

    @strawberry.field(description="Terms of payment in words.")
    def payment_terms(self) -> str:
        return self._content.document.payment_terms

    @strawberry.field(description="Global id of the order in Saleor.")
    def order_id(self) -> strawberry.ID | None:
        return strawberry.ID(self.row.order.order_id) if self.row.order else None

    @strawberry.field(description="Global id of the customer in Saleor; null for a guest.")
    def customer_id(self) -> strawberry.ID | None:
        return strawberry.ID(self.row.customer_id) if self.row.customer_id else None

    @strawberry.field(description="The order, for a gateway to resolve in Saleor.")
    def order(self) -> OrderType | None:
        from saleor_invoices.api.types.entities import order_of  # noqa: PLC0415 circular

        return order_of(self.row, self.peers)

    @strawberry.field(description="The customer, for a gateway to resolve in Saleor.")
    def customer(self) -> UserType | None:
        from saleor_invoices.api.types.entities import customer_of  # noqa: PLC0415 circular

        return customer_of(self.row, self.peers)

    @strawberry.field(description="The PDF; null until it has been rendered.")
    def pdf(self) -> SalesDocumentFile | None:
        file = self.peers.pdf(self.row)
        if file is None:
            return None
        return SalesDocumentFile(sha256=file.sha256, size=file.size, created_at=file.created_at)

    @strawberry.field(description="The e-invoice as XML; null where there is none.")
    def xml(self) -> SalesDocumentFile | None:
        file = self.peers.xml(self.row)
        if file is None:
            return None
        return SalesDocumentFile(sha256=file.sha256, size=file.size, created_at=file.created_at)

    @strawberry.field(description="Opens the XML for five minutes; null as for the PDF.")
    def xml_download_url(self) -> str | None:
        if not self.peers.may_download(self.row) or self.peers.xml(self.row) is None:
            return None
        return f"{download_url(self.row.pk)}?format=xml"

    @strawberry.field(
        description="Opens the PDF for five minutes. Null for a draft, before the PDF is there, "
        "and where the shop does not let customers download."
    )
    def download_url(self) -> str | None:
        if not self.peers.may_download(self.row) or not self.peers.opens(self.row):
            return None
        return download_url(self.row.pk)

    @strawberry.field(
        description="Pictures of the PDF's pages, each address good for five minutes; null as for "
        "the PDF."
    )
    def preview(self) -> SalesDocumentPreview | None:
        return preview_of(self.row, self.peers)

    @strawberry.field(description="The document that this one corrects.")
    def preceding_invoice(self) -> "SalesDocument | None":
        found = self.peers.preceding(self.row)
        return document_node(*found) if found else None

    @strawberry.field(description="Credit notes that correct this document.")
    def credit_notes(self) -> "list[CreditNote]":
        rows, peers = self.peers.following(self.row)
        notes = (document_node(row, peers) for row in rows)
        return [note for note in notes if isinstance(note, CreditNote)]

    @strawberry.field(description="Where it is shown in Saleor; null unless staff ask.")
    def publications(self) -> list[SalesDocumentPublication] | None:
        if not sees_workings(self.peers.viewer):
            return None
        return [SalesDocumentPublication.of(row) for row in self.peers.publications(self.row)]

    @strawberry.field(description="Open problems with it; null unless staff ask.")
    def problems(self) -> list[SalesProblem] | None:
        if not sees_workings(self.peers.viewer):
            return None
        return [SalesProblem.of(row) for row in self.peers.problems(self.row)]

    @strawberry.field(description="What happened to it, oldest first; null unless staff ask.")
    def history(self) -> list[SalesDocumentEvent] | None:
        if not sees_workings(self.peers.viewer):
            return None
        return [SalesDocumentEvent.of(row) for row in self.peers.history(self.row)]

    @strawberry.field(description="Its mails, oldest first; null unless staff ask.")
    def dispatches(self) -> list[SalesDispatch] | None:
        return dispatches_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(description="Its e-invoice on its way; null unless staff ask.")
    def transmission(self) -> SalesTransmission | None:
        return transmission_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(description="Why reminders of it are held; null unless staff ask.")
    def reminder_hold(self) -> SalesReminderHold | None:
        return hold_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(
        description="Notes, pinned ones first, then the newest; null unless staff ask."
    )
    def staff_notes(self) -> list[SalesStaffNote] | None:
        return notes_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(description="The live private link, if any; null unless staff ask.")
    def customer_link(self) -> SalesCustomerLink | None:
        return link_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(
        description="Which document of another system it is; null for ours, and unless staff ask."
    )
    def external(self) -> SalesExternalReference | None:
        return external_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @strawberry.field(description="It has an open problem, or failed work; null unless staff ask.")
    def failed(self) -> bool | None:
        return failed_of(self.row, self.peers) if sees_workings(self.peers.viewer) else None

    @property
    def _content(self) -> Content:
        return self.peers.content(self.row)

    def _of_state(self, of: Callable[[PaymentState], int]) -> InvoiceMoney | None:
        state = getattr(self.row, "payment", None)
        return state and invoice_money(of(state), self.row.currency)

    def _amount(self, of: Callable[[Content], Decimal]) -> InvoiceMoney | None:
        """An amount that only the content has: no zero may be made up for an erased one."""
        if self.row.erased_at is not None:
            return None
        return self._content.money(of(self._content))


@strawberry.type(description="An invoice, or a proforma: see `kind`.")
class SalesInvoice(SalesDocument):
    @strawberry.field(description="Where it is paid outside (https); empty: nowhere.")
    def payment_url(self) -> str:
        return self.peers.payment_url(self.row)


@strawberry.type(description="A credit note: it takes back an invoice or a part of one.")
class CreditNote(SalesDocument):
    pass


def document_node(row: Row, peers: Peers) -> SalesDocument:
    """One row in the schema's words."""
    kind = DocumentKind(row.kind)
    node = CreditNote if kind is DocumentKind.CREDIT_NOTE else SalesInvoice
    payment = getattr(row, "payment", None)
    return node(
        row=row,
        peers=peers,
        id=strawberry.ID(global_id(node.__name__, row.pk)),
        number=row.number,
        kind=kind,
        state=DocumentState(row.state),
        source=Source(row.source),
        test_mode=row.test_mode,
        issue_date=row.issue_date,
        due_date=row.due_date,
        currency=row.currency,
        language=row.language,
        channel=row.channel,
        order_number=row.order_number,
        customer_email=row.customer_email,
        created_at=row.created_at,
        erased_at=row.erased_at,
        payment_status=PaymentStatus(payment.status) if payment else None,
    )


@strawberry.type(description="One document of a page, with its place.")
class SalesDocumentEdge:
    node: SalesDocument
    cursor: str


@strawberry.type(description="A page of documents.")
class SalesDocumentConnection:
    edges: list[SalesDocumentEdge]
    page_info: PageInfo
    counter: strawberry.Private[Callable[[], int]]

    @strawberry.field(description="How many there are in all; counted only when asked.")
    def total_count(self) -> int:
        return self.counter()
