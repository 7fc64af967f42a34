"""The schema, put together: a Federation 2 subgraph that composes with Saleor's own."""

from collections.abc import Iterator
from typing import cast

from graphql import GraphQLError
from strawberry.extensions import MaxTokensLimiter, ParserCache, SchemaExtension
from strawberry.federation import Schema as FederationSchema
from strawberry.federation.schema import FederationAny
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from saleor_invoices.api.context import Context, Info
from saleor_invoices.api.errors import log_unexpected
from saleor_invoices.api.limits import MAX_TOKENS, Limits, Validation
from saleor_invoices.api.mutations.bulk import BulkMutations
from saleor_invoices.api.mutations.corrections import CorrectionMutations
from saleor_invoices.api.mutations.delivery import DeliveryMutations
from saleor_invoices.api.mutations.desk import DeskMutations
from saleor_invoices.api.mutations.documents import DocumentMutations
from saleor_invoices.api.mutations.drafts import DraftMutations
from saleor_invoices.api.mutations.external import ExternalMutations
from saleor_invoices.api.mutations.imports import ImportMutations
from saleor_invoices.api.mutations.invoice_payments import InvoicePaymentMutations
from saleor_invoices.api.mutations.keys import KeyMutations, KeyQueries
from saleor_invoices.api.mutations.law import LawMutations
from saleor_invoices.api.mutations.payments import PaymentMutations
from saleor_invoices.api.mutations.refunds import RefundMutations
from saleor_invoices.api.mutations.reports import ReportMutations
from saleor_invoices.api.mutations.runs import RunMutations
from saleor_invoices.api.mutations.settings import SettingMutations
from saleor_invoices.api.mutations.webhooks import WebhookMutations
from saleor_invoices.api.queries.books import BookQueries
from saleor_invoices.api.queries.bulk import BulkQueries
from saleor_invoices.api.queries.corrections import CorrectionQueries
from saleor_invoices.api.queries.delivery import DeliveryQueries
from saleor_invoices.api.queries.desk import DeskQueries
from saleor_invoices.api.queries.documents import DocumentQueries
from saleor_invoices.api.queries.drafts import DraftQueries
from saleor_invoices.api.queries.failed_work import FailedWorkQueries
from saleor_invoices.api.queries.imports import ImportQueries
from saleor_invoices.api.queries.invoice_payments import InvoicePaymentQueries
from saleor_invoices.api.queries.law import LawQueries
from saleor_invoices.api.queries.looks import LookQueries
from saleor_invoices.api.queries.lookups import LookupQueries
from saleor_invoices.api.queries.receivables import ReceivableQueries
from saleor_invoices.api.queries.report_files import ReportFileQueries
from saleor_invoices.api.queries.runs import RunQueries
from saleor_invoices.api.queries.settings import SettingQueries
from saleor_invoices.api.queries.setup import SetupMutations, SetupQueries
from saleor_invoices.api.queries.webhooks import WebhookQueries
from saleor_invoices.api.queries.workings import WorkingQueries
from saleor_invoices.api.types.documents import CreditNote, SalesInvoice
from saleor_invoices.api.types.entities import Order, User, resolve_entities
from saleor_invoices.api.types.scalars import EXACT_DECIMAL, ExactDecimal

CACHED = 32
"""Operations kept parsed and validated: those of front ends, which send the same ones always."""


class Schema(FederationSchema):
    """Federation's schema with our log and our way to answer for many entities at once."""

    def entities_resolver(
        self, _info: Info, representations: list[FederationAny]
    ) -> list[FederationAny]:
        """Answer a gateway; the return type is set by the base class."""
        return cast("list[FederationAny]", resolve_entities(representations))

    def process_errors(
        self, errors: list[GraphQLError], _context: ExecutionContext | None = None
    ) -> None:
        """Log what nobody foresaw; refusals are the caller's to read."""
        log_unexpected(errors)


class Presence(SchemaExtension):
    """Keeps the name of staff who change something: histories name them by it."""

    def on_execute(self) -> Iterator[None]:
        """Before the first resolver, so that the answer bears the name already."""
        if self.execution_context.operation_type is OperationType.MUTATION:
            cast("Context", self.execution_context.context).see_staff()
        yield


QUERIES = (
    DocumentQueries,
    WorkingQueries,
    ReceivableQueries,
    BookQueries,
    FailedWorkQueries,
    ReportFileQueries,
    RunQueries,
    CorrectionQueries,
    SettingQueries,
    LawQueries,
    DeliveryQueries,
    LookupQueries,
    LookQueries,
    DraftQueries,
    KeyQueries,
    SetupQueries,
    DeskQueries,
    BulkQueries,
    InvoicePaymentQueries,
    WebhookQueries,
    ImportQueries,
)
MUTATIONS = (
    DocumentMutations,
    CorrectionMutations,
    ReportMutations,
    PaymentMutations,
    RunMutations,
    SettingMutations,
    LawMutations,
    DeliveryMutations,
    DraftMutations,
    KeyMutations,
    SetupMutations,
    RefundMutations,
    DeskMutations,
    BulkMutations,
    InvoicePaymentMutations,
    WebhookMutations,
    ImportMutations,
    ExternalMutations,
)
schema = Schema(
    query=merge_types("Query", QUERIES),
    mutation=merge_types("Mutation", MUTATIONS),
    types=[SalesInvoice, CreditNote, Order, User],
    extensions=[
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: ParserCache(maxsize=CACHED),
        lambda: Validation(maxsize=CACHED),
        Limits,
        Presence,
    ],
    config=StrawberryConfig(scalar_map={ExactDecimal: EXACT_DECIMAL}),
    federation_version="2.3",
)
