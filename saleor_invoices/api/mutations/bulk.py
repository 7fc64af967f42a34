"""Starting and stopping work on many documents."""

import datetime as dt

import strawberry
from django.utils import timezone

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_id, local_int, local_uuid
from saleor_invoices.api.mutations.payments import LONGEST_METHOD, LONGEST_REFERENCE
from saleor_invoices.api.queries.documents import checked_search
from saleor_invoices.api.texts import checked_key, checked_line
from saleor_invoices.api.types.bulk import BulkKind, SalesBulkJob
from saleor_invoices.api.types.inputs import SalesDocumentFilter
from saleor_invoices.delivery.services.dispatch_request import LONGEST_MESSAGE
from saleor_invoices.desk.models import BulkJob
from saleor_invoices.desk.selectors.bulk import bulk_job_visible, bulk_tallies
from saleor_invoices.desk.services.bulk_start import (
    MOST_IDS,
    BulkPayment,
    BulkRequest,
    Named,
    bulk_cancel,
    bulk_start,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.selectors.viewers import require_staff
from saleor_invoices.invoices.services.payment_record import EARLIEST

KINDS = ("SalesInvoice", "CreditNote")


@strawberry.input(description="How the open balance of each invoice was paid.")
class SalesBulkPaymentInput:
    reference: str = strawberry.field(description="Of the bank or cash book.")
    occurred_at: dt.datetime = strawberry.field(
        description="With its offset from UTC; not in the future."
    )
    method: str = strawberry.field(default="", description="How, in words.")

    def payment(self) -> BulkPayment:
        """Checked. Raises ``InvalidInput`` REFERENCE_..., METHOD_..., PAYMENT_INVALID."""
        reference = checked_line(self.reference, most=LONGEST_REFERENCE, name="reference")
        if not reference:
            raise _payment_fault("reference")
        if self.occurred_at.tzinfo is None:
            raise _payment_fault("occurredAt")
        if not EARLIEST <= self.occurred_at <= timezone.now():
            raise _payment_fault("occurredAt")
        return BulkPayment(
            reference=reference,
            occurred_at=self.occurred_at,
            method=checked_line(self.method, most=LONGEST_METHOD, name="method"),
        )


@strawberry.input(
    description="What to do, and to which documents: either to `ids` (1 to 1000), or to all that "
    "`filter` and `search` find (20,000 at most; `filter: {}` finds everything)."
)
class SalesBulkInput:
    kind: BulkKind
    idempotency_key: str
    ids: list[strawberry.ID] | None = None
    filter: SalesDocumentFilter | None = None
    search: str | None = None
    message: str = strawberry.field(default="", description="Of SEND.")
    payment: SalesBulkPaymentInput | None = strawberry.field(
        default=None, description="Of MARK_PAID: each invoice's open balance is recorded."
    )

    def request(self) -> BulkRequest:
        """Checked. Raises ``InvalidInput``."""
        if self.ids is not None and (self.filter is not None or self.search):
            raise InvalidInput("Name documents, or search for them.", code="BULK_AMBIGUOUS")
        if self.kind is BulkKind.MARK_PAID and self.payment is None:
            raise _payment_fault("payment")
        if len(self.message) > LONGEST_MESSAGE:
            raise InvalidInput(
                f"A message has at most {LONGEST_MESSAGE} characters.", code="MESSAGE_TOO_LONG"
            )
        return BulkRequest(
            kind=self.kind,
            named=None if self.ids is None else [_named(one) for one in self.ids[: MOST_IDS + 1]],
            wanted=self.filter.wanted() if self.filter is not None else None,
            search=checked_search(self.search or ""),
            message=self.message if self.kind is BulkKind.SEND else "",
            payment=self.payment.payment() if self.payment is not None else None,
        )


@strawberry.type(description="A job.")
class BulkJobResult:
    job: SalesBulkJob


@strawberry.type
class BulkMutations:
    @strawberry.mutation(
        description="Work on many documents in the background: download, send, record payments, "
        "export. The same `idempotencyKey` again returns the first job. For staff; MARK_PAID "
        "needs HANDLE_PAYMENTS too."
    )
    def sales_bulk_start(self, info: Info, input: SalesBulkInput) -> BulkJobResult | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        key = checked_key(input.idempotency_key)
        return _shown(bulk_start(viewer=staff, request=input.request(), key=key))

    @strawberry.mutation(description="Stop a job; what was done stays done. For staff.")
    def sales_bulk_cancel(self, info: Info, id: strawberry.ID) -> BulkJobResult | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        job = bulk_job_visible(viewer=staff, job_id=local_int(id, "SalesBulkJob"))
        return _shown(bulk_cancel(job=job))


def _shown(job: BulkJob) -> BulkJobResult:
    return BulkJobResult(job=SalesBulkJob.of(job, bulk_tallies(jobs=[job])[job.pk]))


def _named(identity: str) -> Named:
    is_credit_note = True
    try:
        local_id(identity, "CreditNote")
    except InvalidInput:
        is_credit_note = False
    return Named(id=local_uuid(identity, *KINDS), is_credit_note=is_credit_note)


def _payment_fault(field: str) -> InvalidInput:
    return InvalidInput(
        f"The payment's {field} can't be used.", code="PAYMENT_INVALID", params={"field": field}
    )
