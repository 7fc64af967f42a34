"""Verbs on mails, reminders and e-invoices on their way."""

import datetime as dt

import strawberry

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_uuid
from saleor_invoices.api.peers import Peers
from saleor_invoices.api.types.delivery import (
    SalesDispatch,
    SalesMailTextInput,
    SalesReminderHold,
    SalesTransmission,
)
from saleor_invoices.api.types.documents import SalesDocument, document_node
from saleor_invoices.api.types.enums import DocumentKind
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.selectors import dispatch_visible
from saleor_invoices.delivery.services.dispatch_decide import dispatch_mark_sent, dispatch_retry
from saleor_invoices.delivery.services.dispatch_request import dispatch_by_hand
from saleor_invoices.delivery.services.mail_preview import Sample
from saleor_invoices.delivery.services.mail_test_send import mail_test_send
from saleor_invoices.delivery.services.reminder_hold import reminder_hold, reminder_release
from saleor_invoices.delivery.services.transmission_request import transmission_request
from saleor_invoices.delivery.words import Occasion
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.invoices.selectors.documents import documents_visible
from saleor_invoices.invoices.selectors.viewers import (
    Viewer,
    require_settings_writer,
    require_staff,
    require_writer,
)

WRITERS = "For staff, and keys with `documents:read` and `documents:write`."


@strawberry.type(description="The mail that will go out; the same for the same key.")
class InvoiceSend:
    dispatch: SalesDispatch
    document: SalesDocument


@strawberry.type(description="The mail that was tried; its state says what the server answered.")
class MailTestSend:
    dispatch: SalesDispatch


@strawberry.type(description="The mail that will be sent again.")
class DispatchRetry:
    dispatch: SalesDispatch


@strawberry.type(description="The mail that counts as sent.")
class DispatchMarkSent:
    dispatch: SalesDispatch


@strawberry.type(description="The hold as it is now.")
class ReminderHold:
    hold: SalesReminderHold
    document: SalesDocument


@strawberry.type(description="The document that is reminded of again.")
class ReminderRelease:
    document: SalesDocument


@strawberry.type(description="The e-invoice on its way.")
class InvoiceTransmit:
    transmission: SalesTransmission
    document: SalesDocument


@strawberry.type
class DeliveryMutations:
    @strawberry.mutation(
        description="Mail a document, once for an idempotency key. Without `to`, to the customer; "
        f"`message` is a word of one's own in the mail. {WRITERS}"
    )
    def invoice_send(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        idempotency_key: str,
        to: str = "",
        message: str = "",
    ) -> InvoiceSend | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = _document(id, viewer)
        dispatch = dispatch_by_hand(
            document=row, to=to, message=message, idempotency_key=idempotency_key, actor=actor
        )
        return InvoiceSend(dispatch=SalesDispatch.of(dispatch), document=_node(row, viewer))

    @strawberry.mutation(
        description="Send a mail with made-up values at once, to try server and texts out. For "
        "staff with MANAGE_APPS or MANAGE_SETTINGS, and keys with `settings:read` and "
        "`settings:write`."
    )
    def mail_test_send(  # noqa: PLR0917 fields get their arguments by name
        self,
        info: Info,
        to: str,
        channel: str = "",
        kind: DocumentKind = DocumentKind.INVOICE,
        occasion: Occasion = Occasion.DOCUMENT,
        language: str = "",
        texts: SalesMailTextInput | None = None,
    ) -> MailTestSend | None:
        viewer = info.context.viewer
        actor = require_settings_writer(viewer)
        sample = Sample(
            installation=viewer.installation,
            channel=channel,
            kind=kind,
            occasion=occasion,
            language=language,
            texts=texts.texts() if texts else None,
        )
        dispatch = mail_test_send(sample=sample, to=to, actor=actor)
        return MailTestSend(dispatch=SalesDispatch.of(dispatch))

    @strawberry.mutation(
        description="Send a mail again that failed, or of which nobody knows whether it went out. "
        "For staff."
    )
    def dispatch_retry(self, info: Info, id: strawberry.ID) -> DispatchRetry | None:  # noqa: A002
        dispatch, actor = _dispatch(id, info.context.viewer)
        again = dispatch_retry(dispatch=dispatch, actor=actor)
        return DispatchRetry(dispatch=SalesDispatch.of(again))

    @strawberry.mutation(
        description="Say that a mail arrived which failed or of which nobody knew. For staff."
    )
    def dispatch_mark_sent(self, info: Info, id: strawberry.ID) -> DispatchMarkSent | None:  # noqa: A002
        dispatch, actor = _dispatch(id, info.context.viewer)
        marked = dispatch_mark_sent(dispatch=dispatch, actor=actor)
        return DispatchMarkSent(dispatch=SalesDispatch.of(marked))

    @strawberry.mutation(
        description="Send no reminders of an invoice, through `until` or until they are released; "
        f"a present hold is changed. {WRITERS}"
    )
    def reminder_hold(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        reason: str = "",
        until: dt.date | None = None,
    ) -> ReminderHold | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = _document(id, viewer)
        hold = reminder_hold(document=row, reason=reason, until=until, actor=actor)
        return ReminderHold(hold=SalesReminderHold.of(hold), document=_node(row, viewer))

    @strawberry.mutation(description=f"Let reminders of an invoice go on. {WRITERS}")
    def reminder_release(self, info: Info, id: strawberry.ID) -> ReminderRelease | None:  # noqa: A002
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = _document(id, viewer)
        reminder_release(document=row, actor=actor)
        return ReminderRelease(document=_node(row, viewer))

    @strawberry.mutation(
        description="Hand a document's e-invoice over, once for each channel; one that failed is "
        f"begun anew. Without `channel`, as the settings say. {WRITERS}"
    )
    def invoice_transmit(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        channel: str = "",
    ) -> InvoiceTransmit | None:
        viewer = info.context.viewer
        actor = require_writer(viewer)
        row = _document(id, viewer)
        transmission = transmission_request(document=row, channel=channel, actor=actor)
        return InvoiceTransmit(
            transmission=SalesTransmission.of(transmission), document=_node(row, viewer)
        )


def _document(identity: str, viewer: Viewer) -> Row:
    pk = local_uuid(identity, "SalesInvoice", "CreditNote")
    row = documents_visible(viewer=viewer).filter(pk=pk).first()
    if row is None:
        raise NotFound("There is no such document.")
    return row


def _dispatch(identity: str, viewer: Viewer) -> tuple[Dispatch, str]:
    actor = f"staff:{require_staff(viewer).user_id}"
    pk = local_uuid(identity, "SalesDispatch")
    return dispatch_visible(viewer=viewer, dispatch_id=pk), actor


def _node(row: Row, viewer: Viewer) -> SalesDocument:
    return document_node(row, Peers([row], viewer))
