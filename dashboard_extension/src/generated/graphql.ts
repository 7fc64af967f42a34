/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How far a mail has got. */
export type SalesDispatchState =
  | 'CANCELLED'
  | 'FAILED'
  | 'PENDING'
  | 'SENDING'
  | 'SENT'
  | 'UNKNOWN';

/** Both ends inclusive, in the document's currency. */
export type SalesDocumentAmountRange = {
  gte?: string | null | undefined;
  lte?: string | null | undefined;
};

/** Both ends inclusive; leave one out for an open end. */
export type SalesDocumentDateRange = {
  gte?: string | null | undefined;
  lte?: string | null | undefined;
};

/** All that is given must hold. */
export type SalesDocumentFilter = {
  /** Slugs. */
  channel?: Array<string> | null | undefined;
  currency?: Array<string> | null | undefined;
  /** Saleor's id. */
  customerId?: string | null | undefined;
  dueDate?: SalesDocumentDateRange | null | undefined;
  /** As `SalesDocument.failed`. For staff. */
  failed?: boolean | null | undefined;
  issueDate?: SalesDocumentDateRange | null | undefined;
  kind?: Array<SalesDocumentKind> | null | undefined;
  /** Saleor's id. */
  orderId?: string | null | undefined;
  orderNumber?: string | null | undefined;
  /** Still owed after the due date, where the seller is. */
  overdue?: boolean | null | undefined;
  paymentStatus?: Array<SalesDocumentPaymentStatus> | null | undefined;
  source?: SalesDocumentSource | null | undefined;
  state?: SalesDocumentState | null | undefined;
  testMode?: boolean | null | undefined;
  total?: SalesDocumentAmountRange | null | undefined;
};

export type SalesDocumentKind =
  | 'CREDIT_NOTE'
  | 'INVOICE'
  | 'PROFORMA';

export type SalesDocumentPaymentStatus =
  | 'CANCELLED'
  | 'OVERPAID'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'UNPAID';

export type SalesDocumentPublicationState =
  | 'DONE'
  | 'FAILED'
  | 'PENDING'
  | 'WITHDRAWN';

/** Amounts of several currencies are sorted by their smallest units. */
export type SalesDocumentSort = {
  direction?: SalesDocumentSortDirection;
  field?: SalesDocumentSortField;
};

/** Which end comes first. */
export type SalesDocumentSortDirection =
  | 'ASC'
  | 'DESC';

export type SalesDocumentSortField =
  | 'BALANCE'
  | 'CREATED_AT'
  | 'DUE_DATE'
  | 'ISSUE_DATE'
  | 'NUMBER'
  | 'TOTAL';

export type SalesDocumentSource =
  | 'IMPORTED'
  | 'OWN';

export type SalesDocumentState =
  | 'DRAFT'
  | 'ISSUED';

export type SalesDocumentSupplyDateKind =
  | 'ADVANCE_PAYMENT'
  | 'DELIVERY'
  | 'EXPECTED';

export type SalesDocumentVatCategory =
  | 'CANARY_IGIC'
  | 'CEUTA_MELILLA_IPSI'
  | 'EXEMPT'
  | 'EXPORT'
  | 'INTRA_COMMUNITY'
  | 'OUTSIDE_SCOPE'
  | 'REVERSE_CHARGE'
  | 'STANDARD'
  | 'ZERO';

export type SalesFindingSeverity =
  | 'BLOCKING'
  | 'WARNING';

/** A view to keep; without `id`, a new one. */
export type SalesSavedViewInput = {
  id?: string | null | undefined;
  name: string;
  shared?: boolean;
  /** 8 kB at most. */
  state: unknown;
};

export type GridChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type GridChannelsQuery = { saleorChannels: Array<{ slug: string, name: string, currency: string }> | null };

export type GridCustomersQueryVariables = Exact<{
  search: string;
}>;


export type GridCustomersQuery = { saleorCustomers: Array<{ id: string, email: string, name: string, companyName: string }> | null };

export type GridDraftDiscardMutationVariables = Exact<{
  id: string;
}>;


export type GridDraftDiscardMutation = { draftDiscard: { discarded: boolean } | null };

export type GridDraftIssueMutationVariables = Exact<{
  id: string;
}>;


export type GridDraftIssueMutation = { draftIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

export type GridOrdersToIssueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type GridOrdersToIssueQuery = { salesOrdersToIssue: { edges: Array<{ node: { orderId: string, orderNumber: string, channel: string, status: string, customerId: string | null, seenAt: string | null, total: { amount: string, currency: string }, charged: { amount: string, currency: string }, problems: Array<{ id: string, message: string, remedy: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type GridPreferenceQueryVariables = Exact<{
  name: string;
}>;


export type GridPreferenceQuery = { salesPreference: unknown };

export type GridPreferenceSetMutationVariables = Exact<{
  name: string;
  value?: unknown;
}>;


export type GridPreferenceSetMutation = { salesPreferenceSet: { name: string, value: unknown } | null };

export type GridSendMutationVariables = Exact<{
  id: string;
  key: string;
  to: string;
  message: string;
}>;


export type GridSendMutation = { invoiceSend: { dispatch: { id: string, recipient: string } } | null };

export type GridSendPreviewQueryVariables = Exact<{
  id: string;
  message: string;
}>;


export type GridSendPreviewQuery = { invoiceSendPreview: { subject: string, text: string, problems: Array<{ code: string, message: string }> } | null };

export type GridTabsQueryVariables = Exact<{ [key: string]: never; }>;


export type GridTabsQuery = { salesTabs: { all: number, toIssue: number, unpaid: number, overdue: number, failed: number } | null };

export type GridViewFragment = { id: string, name: string, state: unknown, shared: boolean, mine: boolean };

export type GridViewDeleteMutationVariables = Exact<{
  id: string;
}>;


export type GridViewDeleteMutation = { salesViewDelete: { deleted: boolean } | null };

export type GridViewSaveMutationVariables = Exact<{
  input: SalesSavedViewInput;
}>;


export type GridViewSaveMutation = { salesViewSave: { view: { id: string, name: string, state: unknown, shared: boolean, mine: boolean } } | null };

export type GridViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type GridViewerQuery = { salesViewer: { userId: string, email: string, mayWork: boolean, mayHandleMoney: boolean, maySet: boolean, mayReadSettings: boolean } | null };

export type GridViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type GridViewsQuery = { salesViews: Array<{ id: string, name: string, state: unknown, shared: boolean, mine: boolean }> | null };

export type InvoiceDownloadQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceDownloadQuery = { salesInvoice:
    | { id: string, number: string, downloadUrl: string | null }
    | { id: string, number: string, downloadUrl: string | null }
   | null };

export type InvoiceIssueMutationVariables = Exact<{
  orderId: string;
}>;


export type InvoiceIssueMutation = { invoiceIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

export type InvoiceLinkRevokeMutationVariables = Exact<{
  id: string;
}>;


export type InvoiceLinkRevokeMutation = { invoiceLinkRevoke: { revoked: number, document:
      | { id: string }
      | { id: string }
     } | null };

export type InvoiceListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SalesDocumentFilter | null | undefined;
  search?: string | null | undefined;
  sortBy?: SalesDocumentSort | null | undefined;
}>;


export type InvoiceListQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

type InvoiceRow_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null };

type InvoiceRow_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null };

export type InvoiceRowFragment =
  | InvoiceRow_CreditNote_Fragment
  | InvoiceRow_SalesInvoice_Fragment
;

export type OpenProblemsQueryVariables = Exact<{
  first: number;
}>;


export type OpenProblemsQuery = { problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, store: { openProblems: number } | null };

export type OrderProblemsQueryVariables = Exact<{
  subject: string;
}>;


export type OrderProblemsQuery = { problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null };

export type PanelCheckQueryVariables = Exact<{
  orderId: string;
}>;


export type PanelCheckQuery = { invoiceCheck: { canBeIssued: boolean, total: { amount: string, currency: string } | null, existing:
      | { id: string, number: string }
      | { id: string, number: string }
     | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type PanelCreditMutationVariables = Exact<{
  invoiceId: string;
  reason: string;
  idempotencyKey: string;
}>;


export type PanelCreditMutation = { creditNoteCreate: { creditNote: { id: string, number: string } } | null };

type PanelDocument_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null };

type PanelDocument_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null };

export type PanelDocumentFragment =
  | PanelDocument_CreditNote_Fragment
  | PanelDocument_SalesInvoice_Fragment
;

export type PanelDocumentsQueryVariables = Exact<{
  filter: SalesDocumentFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type PanelDocumentsQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PanelProformaMutationVariables = Exact<{
  orderId: string;
}>;


export type PanelProformaMutation = { proformaIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

export type PanelSendMutationVariables = Exact<{
  id: string;
  to: string;
  idempotencyKey: string;
}>;


export type PanelSendMutation = { invoiceSend: { dispatch: { id: string, recipient: string, state: SalesDispatchState } } | null };

export type ProblemRetryMutationVariables = Exact<{
  problemId: string;
}>;


export type ProblemRetryMutation = { problemRetry: { problem: { id: string, occurrences: number, resolvedAt: string | null } } | null };

export type SalesInvoiceQueryVariables = Exact<{
  id: string;
}>;


export type SalesInvoiceQuery = { salesInvoice:
    | { __typename: 'CreditNote', id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, paymentTerms: string, downloadUrl: string | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, person: string, vatId: string, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, email: string, phone: string } | null }, buyer: { name: string, person: string, vatId: string, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, email: string, phone: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitPriceNet: string, netAmount: string, taxAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, charges: Array<{ reason: string, amount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ reason: string, amount: string, grossAmount: string }>, prepayments: Array<{ label: string, kind: string, amount: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind } | null, pdf: { sha256: string, size: number } | null, precedingInvoice:
        | { id: string, number: string }
        | { id: string, number: string }
       | null, creditNotes: Array<{ id: string, number: string }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string }> | null, history: Array<{ at: string, actor: string, event: string, params: unknown }> | null }
    | { __typename: 'SalesInvoice', id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, paymentTerms: string, downloadUrl: string | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, person: string, vatId: string, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, email: string, phone: string } | null }, buyer: { name: string, person: string, vatId: string, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, email: string, phone: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitPriceNet: string, netAmount: string, taxAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, charges: Array<{ reason: string, amount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ reason: string, amount: string, grossAmount: string }>, prepayments: Array<{ label: string, kind: string, amount: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind } | null, pdf: { sha256: string, size: number } | null, precedingInvoice:
        | { id: string, number: string }
        | { id: string, number: string }
       | null, creditNotes: Array<{ id: string, number: string }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string }> | null, history: Array<{ at: string, actor: string, event: string, params: unknown }> | null }
   | null };

export type InvoicePartyDetailsFragment = { name: string, person: string, vatId: string, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, email: string, phone: string } | null };

export type SalesInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: SalesDocumentFilter | null | undefined;
  search?: string | null | undefined;
  sortBy?: SalesDocumentSort | null | undefined;
}>;


export type SalesInvoicesQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, orderId: string | null, orderNumber: string, channel: string, customerEmail: string, downloadUrl: string | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, problems: Array<{ id: string, code: string }> | null }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, dueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, orderId: string | null, orderNumber: string, channel: string, customerEmail: string, downloadUrl: string | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, problems: Array<{ id: string, code: string }> | null }
       }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const GridViewFragmentDoc = new TypedDocumentString(`
    fragment GridView on SalesSavedView {
  id
  name
  state
  shared
  mine
}
    `, {"fragmentName":"GridView"}) as unknown as TypedDocumentString<GridViewFragment, unknown>;
export const InvoiceRowFragmentDoc = new TypedDocumentString(`
    fragment InvoiceRow on SalesDocument {
  id
  number
  kind
  state
  source
  testMode
  issueDate
  dueDate
  createdAt
  overdue
  failed
  orderId
  orderNumber
  customerId
  customerEmail
  channel
  paymentStatus
  buyer {
    name
  }
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  pdf {
    size
  }
}
    `, {"fragmentName":"InvoiceRow"}) as unknown as TypedDocumentString<InvoiceRowFragment, unknown>;
export const PanelDocumentFragmentDoc = new TypedDocumentString(`
    fragment PanelDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  customerEmail
  paymentStatus
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  pdf {
    size
  }
  creditable {
    total {
      amount
      currency
    }
  }
  dispatches {
    id
    purpose
    recipient
    state
    sentAt
    lastError
  }
  problems {
    id
    code
    message
    remedy
    subject
    occurrences
    lastSeenAt
  }
}
    `, {"fragmentName":"PanelDocument"}) as unknown as TypedDocumentString<PanelDocumentFragment, unknown>;
export const InvoicePartyDetailsFragmentDoc = new TypedDocumentString(`
    fragment InvoicePartyDetails on InvoiceParty {
  name
  person
  vatId
  address {
    street
    additional
    city
    postalCode
    subdivision
    country
  }
  contact {
    name
    email
    phone
  }
}
    `, {"fragmentName":"InvoicePartyDetails"}) as unknown as TypedDocumentString<InvoicePartyDetailsFragment, unknown>;
export const GridChannelsDocument = new TypedDocumentString(`
    query GridChannels {
  saleorChannels {
    slug
    name
    currency
  }
}
    `) as unknown as TypedDocumentString<GridChannelsQuery, GridChannelsQueryVariables>;
export const GridCustomersDocument = new TypedDocumentString(`
    query GridCustomers($search: String!) {
  saleorCustomers(search: $search) {
    id
    email
    name
    companyName
  }
}
    `) as unknown as TypedDocumentString<GridCustomersQuery, GridCustomersQueryVariables>;
export const GridDraftDiscardDocument = new TypedDocumentString(`
    mutation GridDraftDiscard($id: ID!) {
  draftDiscard(id: $id) {
    discarded
  }
}
    `) as unknown as TypedDocumentString<GridDraftDiscardMutation, GridDraftDiscardMutationVariables>;
export const GridDraftIssueDocument = new TypedDocumentString(`
    mutation GridDraftIssue($id: ID!) {
  draftIssue(id: $id) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<GridDraftIssueMutation, GridDraftIssueMutationVariables>;
export const GridOrdersToIssueDocument = new TypedDocumentString(`
    query GridOrdersToIssue($first: Int!, $after: String) {
  salesOrdersToIssue(first: $first, after: $after) {
    edges {
      node {
        orderId
        orderNumber
        channel
        status
        customerId
        seenAt
        total {
          amount
          currency
        }
        charged {
          amount
          currency
        }
        problems {
          id
          message
          remedy
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GridOrdersToIssueQuery, GridOrdersToIssueQueryVariables>;
export const GridPreferenceDocument = new TypedDocumentString(`
    query GridPreference($name: String!) {
  salesPreference(name: $name)
}
    `) as unknown as TypedDocumentString<GridPreferenceQuery, GridPreferenceQueryVariables>;
export const GridPreferenceSetDocument = new TypedDocumentString(`
    mutation GridPreferenceSet($name: String!, $value: JSON) {
  salesPreferenceSet(name: $name, value: $value) {
    name
    value
  }
}
    `) as unknown as TypedDocumentString<GridPreferenceSetMutation, GridPreferenceSetMutationVariables>;
export const GridSendDocument = new TypedDocumentString(`
    mutation GridSend($id: ID!, $key: String!, $to: String!, $message: String!) {
  invoiceSend(id: $id, idempotencyKey: $key, to: $to, message: $message) {
    dispatch {
      id
      recipient
    }
  }
}
    `) as unknown as TypedDocumentString<GridSendMutation, GridSendMutationVariables>;
export const GridSendPreviewDocument = new TypedDocumentString(`
    query GridSendPreview($id: ID!, $message: String!) {
  invoiceSendPreview(id: $id, message: $message) {
    subject
    text
    problems {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GridSendPreviewQuery, GridSendPreviewQueryVariables>;
export const GridTabsDocument = new TypedDocumentString(`
    query GridTabs {
  salesTabs {
    all
    toIssue
    unpaid
    overdue
    failed
  }
}
    `) as unknown as TypedDocumentString<GridTabsQuery, GridTabsQueryVariables>;
export const GridViewDeleteDocument = new TypedDocumentString(`
    mutation GridViewDelete($id: ID!) {
  salesViewDelete(id: $id) {
    deleted
  }
}
    `) as unknown as TypedDocumentString<GridViewDeleteMutation, GridViewDeleteMutationVariables>;
export const GridViewSaveDocument = new TypedDocumentString(`
    mutation GridViewSave($input: SalesSavedViewInput!) {
  salesViewSave(input: $input) {
    view {
      ...GridView
    }
  }
}
    fragment GridView on SalesSavedView {
  id
  name
  state
  shared
  mine
}`) as unknown as TypedDocumentString<GridViewSaveMutation, GridViewSaveMutationVariables>;
export const GridViewerDocument = new TypedDocumentString(`
    query GridViewer {
  salesViewer {
    userId
    email
    mayWork
    mayHandleMoney
    maySet
    mayReadSettings
  }
}
    `) as unknown as TypedDocumentString<GridViewerQuery, GridViewerQueryVariables>;
export const GridViewsDocument = new TypedDocumentString(`
    query GridViews {
  salesViews {
    ...GridView
  }
}
    fragment GridView on SalesSavedView {
  id
  name
  state
  shared
  mine
}`) as unknown as TypedDocumentString<GridViewsQuery, GridViewsQueryVariables>;
export const InvoiceDownloadDocument = new TypedDocumentString(`
    query InvoiceDownload($id: ID!) {
  salesInvoice(id: $id) {
    id
    number
    downloadUrl
  }
}
    `) as unknown as TypedDocumentString<InvoiceDownloadQuery, InvoiceDownloadQueryVariables>;
export const InvoiceIssueDocument = new TypedDocumentString(`
    mutation InvoiceIssue($orderId: ID!) {
  invoiceIssue(orderId: $orderId) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceIssueMutation, InvoiceIssueMutationVariables>;
export const InvoiceLinkRevokeDocument = new TypedDocumentString(`
    mutation InvoiceLinkRevoke($id: ID!) {
  invoiceLinkRevoke(id: $id) {
    revoked
    document {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceLinkRevokeMutation, InvoiceLinkRevokeMutationVariables>;
export const InvoiceListDocument = new TypedDocumentString(`
    query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {
  salesInvoices(
    first: $first
    after: $after
    filter: $filter
    search: $search
    sortBy: $sortBy
  ) {
    edges {
      node {
        ...InvoiceRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment InvoiceRow on SalesDocument {
  id
  number
  kind
  state
  source
  testMode
  issueDate
  dueDate
  createdAt
  overdue
  failed
  orderId
  orderNumber
  customerId
  customerEmail
  channel
  paymentStatus
  buyer {
    name
  }
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  pdf {
    size
  }
}`) as unknown as TypedDocumentString<InvoiceListQuery, InvoiceListQueryVariables>;
export const OpenProblemsDocument = new TypedDocumentString(`
    query OpenProblems($first: Int!) {
  problems(open: true, first: $first) {
    id
    code
    message
    remedy
    subject
    occurrences
    lastSeenAt
  }
  store {
    openProblems
  }
}
    `) as unknown as TypedDocumentString<OpenProblemsQuery, OpenProblemsQueryVariables>;
export const OrderProblemsDocument = new TypedDocumentString(`
    query OrderProblems($subject: String!) {
  problems(open: true, subject: $subject, first: 20) {
    id
    code
    message
    remedy
    subject
    occurrences
    lastSeenAt
  }
}
    `) as unknown as TypedDocumentString<OrderProblemsQuery, OrderProblemsQueryVariables>;
export const PanelCheckDocument = new TypedDocumentString(`
    query PanelCheck($orderId: ID!) {
  invoiceCheck(orderId: $orderId) {
    canBeIssued
    total {
      amount
      currency
    }
    existing {
      id
      number
    }
    findings {
      code
      rule
      severity
      message
      remedy
      place
    }
  }
}
    `) as unknown as TypedDocumentString<PanelCheckQuery, PanelCheckQueryVariables>;
export const PanelCreditDocument = new TypedDocumentString(`
    mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {
  creditNoteCreate(
    invoiceId: $invoiceId
    input: {everything: true, reason: $reason}
    idempotencyKey: $idempotencyKey
  ) {
    creditNote {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PanelCreditMutation, PanelCreditMutationVariables>;
export const PanelDocumentsDocument = new TypedDocumentString(`
    query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {
  salesInvoices(filter: $filter, first: $first, after: $after) {
    edges {
      node {
        ...PanelDocument
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PanelDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  customerEmail
  paymentStatus
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  pdf {
    size
  }
  creditable {
    total {
      amount
      currency
    }
  }
  dispatches {
    id
    purpose
    recipient
    state
    sentAt
    lastError
  }
  problems {
    id
    code
    message
    remedy
    subject
    occurrences
    lastSeenAt
  }
}`) as unknown as TypedDocumentString<PanelDocumentsQuery, PanelDocumentsQueryVariables>;
export const PanelProformaDocument = new TypedDocumentString(`
    mutation PanelProforma($orderId: ID!) {
  proformaIssue(orderId: $orderId) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PanelProformaMutation, PanelProformaMutationVariables>;
export const PanelSendDocument = new TypedDocumentString(`
    mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {
  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {
    dispatch {
      id
      recipient
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PanelSendMutation, PanelSendMutationVariables>;
export const ProblemRetryDocument = new TypedDocumentString(`
    mutation ProblemRetry($problemId: ID!) {
  problemRetry(problemId: $problemId) {
    problem {
      id
      occurrences
      resolvedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ProblemRetryMutation, ProblemRetryMutationVariables>;
export const SalesInvoiceDocument = new TypedDocumentString(`
    query SalesInvoice($id: ID!) {
  salesInvoice(id: $id) {
    __typename
    id
    number
    kind
    state
    source
    testMode
    issueDate
    dueDate
    createdAt
    currency
    language
    channel
    orderId
    orderNumber
    customerId
    customerEmail
    paymentStatus
    paymentTerms
    net {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    total {
      amount
      currency
    }
    prepaid {
      amount
      currency
    }
    payable {
      amount
      currency
    }
    balance {
      amount
      currency
    }
    seller {
      ...InvoicePartyDetails
    }
    buyer {
      ...InvoicePartyDetails
    }
    lines {
      id
      name
      description
      sku
      quantity
      unitPriceNet
      netAmount
      taxAmount
      grossAmount
      tax {
        category
        rate
      }
    }
    charges {
      reason
      amount
      grossAmount
      tax {
        category
        rate
      }
    }
    allowances {
      reason
      amount
      grossAmount
    }
    prepayments {
      label
      kind
      amount
    }
    vatBreakdown {
      tax {
        category
        rate
        exemptionReason
      }
      taxableAmount
      taxAmount
    }
    notes {
      text
    }
    delivery {
      recipient
      supplyDate
      supplyDateKind
    }
    pdf {
      sha256
      size
    }
    downloadUrl
    precedingInvoice {
      id
      number
    }
    creditNotes {
      id
      number
    }
    publications {
      saleorInvoiceId
      requested
      state
      lastError
      publishedAt
    }
    problems {
      id
      code
      message
      remedy
    }
    history {
      at
      actor
      event
      params
    }
  }
}
    fragment InvoicePartyDetails on InvoiceParty {
  name
  person
  vatId
  address {
    street
    additional
    city
    postalCode
    subdivision
    country
  }
  contact {
    name
    email
    phone
  }
}`) as unknown as TypedDocumentString<SalesInvoiceQuery, SalesInvoiceQueryVariables>;
export const SalesInvoicesDocument = new TypedDocumentString(`
    query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {
  salesInvoices(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    search: $search
    sortBy: $sortBy
  ) {
    edges {
      node {
        id
        number
        kind
        state
        testMode
        issueDate
        dueDate
        paymentStatus
        orderId
        orderNumber
        channel
        customerEmail
        buyer {
          name
        }
        total {
          amount
          currency
        }
        balance {
          amount
          currency
        }
        downloadUrl
        problems {
          id
          code
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SalesInvoicesQuery, SalesInvoicesQueryVariables>;