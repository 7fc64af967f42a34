/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type InvoicePaymentProvider =
  | 'SALEOR_APP'
  | 'STRIPE';

export type InvoicePaymentState =
  | 'CANCELED'
  | 'FAILED'
  | 'OPEN'
  | 'PROCESSING'
  | 'SUCCEEDED';

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
  /** The import that brought it, or its last change. For staff. */
  importJob?: string | null | undefined;
  issueDate?: SalesDocumentDateRange | null | undefined;
  kind?: Array<SalesDocumentKind> | null | undefined;
  /** Saleor's id. */
  orderId?: string | null | undefined;
  orderNumber?: string | null | undefined;
  /** Still owed after the due date, where the seller is. */
  overdue?: boolean | null | undefined;
  paymentStatus?: Array<SalesDocumentPaymentStatus> | null | undefined;
  source?: SalesDocumentSource | null | undefined;
  /** As imports name it. For staff. */
  sourceSystem?: Array<string> | null | undefined;
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

export type SalesDocumentSource =
  | 'IMPORTED'
  | 'OWN';

export type SalesDocumentState =
  | 'DRAFT'
  | 'ISSUED';

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

export type SalesPaymentKind =
  | 'CHARGE'
  | 'CHARGEBACK'
  | 'CREDIT'
  | 'MANUAL'
  | 'REFUND';

export type InvoiceFilesQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceFilesQuery = { salesInvoice:
    | { number: string, downloadUrl: string | null, xmlDownloadUrl: string | null }
    | { number: string, downloadUrl: string | null, xmlDownloadUrl: string | null }
   | null };

export type LinkInvoiceQueryVariables = Exact<{ [key: string]: never; }>;


export type LinkInvoiceQuery = { salesInvoice:
    | { id: string }
    | { id: string }
   | null };

export type MySalesInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SalesDocumentFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type MySalesInvoicesQuery = { salesInvoices: { edges: Array<{ node:
        | { __typename: 'CreditNote', id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, vatId: string } }
        | { __typename: 'SalesInvoice', paymentUrl: string, id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, vatId: string } }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PaymentCancelMutationVariables = Exact<{
  id: string;
}>;


export type PaymentCancelMutation = { invoicePaymentCancel: { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
        | { id: string, number: string }
        | { id: string, number: string }
      , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null } | null };

export type PaymentCheckMutationVariables = Exact<{
  id: string;
}>;


export type PaymentCheckMutation = { invoicePaymentCheck: { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
        | { id: string, number: string }
        | { id: string, number: string }
      , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null } | null };

export type PaymentCreateMutationVariables = Exact<{
  invoiceIds: Array<string> | string;
  idempotencyKey: string;
  amount?: string | null | undefined;
  saveMethod?: boolean;
  savedMethodId?: string | null | undefined;
}>;


export type PaymentCreateMutation = { invoicePaymentCreate: { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
        | { id: string, number: string }
        | { id: string, number: string }
      , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null } | null };

export type PaymentOptionsQueryVariables = Exact<{
  invoiceIds: Array<string> | string;
}>;


export type PaymentOptionsQuery = { invoicePaymentOptions: { provider: InvoicePaymentProvider | null, refusal: string, externalUrl: string, partial: boolean, testMode: boolean, total: { amount: string, currency: string }, minimum: { amount: string, currency: string }, step: { amount: string, currency: string }, savedMethods: Array<{ id: string, brand: string, last4: string, expMonth: number | null, expYear: number | null }> } };

export type PaymentProcessMutationVariables = Exact<{
  id: string;
  data?: unknown;
}>;


export type PaymentProcessMutation = { invoicePaymentProcess: { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
        | { id: string, number: string }
        | { id: string, number: string }
      , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null } | null };

export type PaymentStatusQueryVariables = Exact<{
  id: string;
}>;


export type PaymentStatusQuery = { invoicePaymentStatus: { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
        | { id: string, number: string }
        | { id: string, number: string }
      , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null } | null };

export type SavedMethodDeleteMutationVariables = Exact<{
  id: string;
  invoiceId: string;
}>;


export type SavedMethodDeleteMutation = { invoiceSavedMethodDelete: boolean | null };

export type StorefrontInvoiceQueryVariables = Exact<{
  id?: string | null | undefined;
}>;


export type StorefrontInvoiceQuery = { salesInvoice:
    | { __typename: 'CreditNote', language: string, erasedAt: string | null, orderId: string | null, orderNumbers: Array<string>, reason: string, paymentTerms: string, id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, net: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, credited: { amount: string, currency: string } | null, seller: { name: string, vatId: string, person: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, buyer: { name: string, person: string, vatId: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, lines: Array<{ id: string, name: string, description: string, quantity: string, grossAmount: string, tax: { rate: string } }>, charges: Array<{ reason: string, grossAmount: string }>, allowances: Array<{ reason: string, grossAmount: string }>, vatBreakdown: Array<{ taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, notes: Array<{ text: string }>, payments: Array<{ id: string, kind: SalesPaymentKind, occurredAt: string, amount: { amount: string, currency: string } }>, pdf: { size: number } | null, xml: { size: number } | null, precedingInvoice:
        | { id: string, number: string }
        | { id: string, number: string }
       | null, creditNotes: Array<{ id: string, number: string, issueDate: string | null, total: { amount: string, currency: string } }>, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null }
    | { __typename: 'SalesInvoice', language: string, erasedAt: string | null, orderId: string | null, orderNumbers: Array<string>, reason: string, paymentTerms: string, paymentUrl: string, id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, net: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, credited: { amount: string, currency: string } | null, seller: { name: string, vatId: string, person: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, buyer: { name: string, person: string, vatId: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, lines: Array<{ id: string, name: string, description: string, quantity: string, grossAmount: string, tax: { rate: string } }>, charges: Array<{ reason: string, grossAmount: string }>, allowances: Array<{ reason: string, grossAmount: string }>, vatBreakdown: Array<{ taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, notes: Array<{ text: string }>, payments: Array<{ id: string, kind: SalesPaymentKind, occurredAt: string, amount: { amount: string, currency: string } }>, pdf: { size: number } | null, xml: { size: number } | null, precedingInvoice:
        | { id: string, number: string }
        | { id: string, number: string }
       | null, creditNotes: Array<{ id: string, number: string, issueDate: string | null, total: { amount: string, currency: string } }>, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null }
   | null };

type StorefrontInvoiceRow_CreditNote_Fragment = { __typename: 'CreditNote', id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, vatId: string } };

type StorefrontInvoiceRow_SalesInvoice_Fragment = { __typename: 'SalesInvoice', paymentUrl: string, id: string, number: string, kind: SalesDocumentKind, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, paymentStatus: SalesDocumentPaymentStatus | null, currency: string, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, seller: { name: string, vatId: string } };

export type StorefrontInvoiceRowFragment =
  | StorefrontInvoiceRow_CreditNote_Fragment
  | StorefrontInvoiceRow_SalesInvoice_Fragment
;

export type StorefrontPartyFragment = { name: string, person: string, vatId: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } };

export type StorefrontPaymentFragment = { id: string, state: InvoicePaymentState, provider: InvoicePaymentProvider, testMode: boolean, failureCode: string, failureMessage: string, amount: { amount: string, currency: string }, parts: Array<{ invoice:
      | { id: string, number: string }
      | { id: string, number: string }
    , amount: { amount: string, currency: string } }>, stripe: { publishableKey: string, clientSecret: string, scriptUrl: string } | null, saleorApp: { gateway: string, gatewayData: unknown, transactionId: string | null, data: unknown, scriptUrl: string } | null };

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
export const StorefrontInvoiceRowFragmentDoc = new TypedDocumentString(`
    fragment StorefrontInvoiceRow on SalesDocument {
  __typename
  id
  number
  kind
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  paymentStatus
  currency
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  seller {
    name
    vatId
  }
  ... on SalesInvoice {
    paymentUrl
  }
}
    `, {"fragmentName":"StorefrontInvoiceRow"}) as unknown as TypedDocumentString<StorefrontInvoiceRowFragment, unknown>;
export const StorefrontPartyFragmentDoc = new TypedDocumentString(`
    fragment StorefrontParty on InvoiceParty {
  name
  person
  vatId
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
}
    `, {"fragmentName":"StorefrontParty"}) as unknown as TypedDocumentString<StorefrontPartyFragment, unknown>;
export const StorefrontPaymentFragmentDoc = new TypedDocumentString(`
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}
    `, {"fragmentName":"StorefrontPayment"}) as unknown as TypedDocumentString<StorefrontPaymentFragment, unknown>;
export const InvoiceFilesDocument = new TypedDocumentString(`
    query InvoiceFiles($id: ID!) {
  salesInvoice(id: $id) {
    number
    downloadUrl
    xmlDownloadUrl
  }
}
    `) as unknown as TypedDocumentString<InvoiceFilesQuery, InvoiceFilesQueryVariables>;
export const LinkInvoiceDocument = new TypedDocumentString(`
    query LinkInvoice {
  salesInvoice {
    id
  }
}
    `) as unknown as TypedDocumentString<LinkInvoiceQuery, LinkInvoiceQueryVariables>;
export const MySalesInvoicesDocument = new TypedDocumentString(`
    query MySalesInvoices($first: Int = 20, $after: String, $filter: SalesDocumentFilter, $search: String) {
  salesInvoices(
    first: $first
    after: $after
    filter: $filter
    search: $search
    sortBy: {field: ISSUE_DATE, direction: DESC}
  ) {
    edges {
      node {
        ...StorefrontInvoiceRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StorefrontInvoiceRow on SalesDocument {
  __typename
  id
  number
  kind
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  paymentStatus
  currency
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  seller {
    name
    vatId
  }
  ... on SalesInvoice {
    paymentUrl
  }
}`) as unknown as TypedDocumentString<MySalesInvoicesQuery, MySalesInvoicesQueryVariables>;
export const PaymentCancelDocument = new TypedDocumentString(`
    mutation PaymentCancel($id: ID!) {
  invoicePaymentCancel(id: $id) {
    ...StorefrontPayment
  }
}
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}`) as unknown as TypedDocumentString<PaymentCancelMutation, PaymentCancelMutationVariables>;
export const PaymentCheckDocument = new TypedDocumentString(`
    mutation PaymentCheck($id: ID!) {
  invoicePaymentCheck(id: $id) {
    ...StorefrontPayment
  }
}
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}`) as unknown as TypedDocumentString<PaymentCheckMutation, PaymentCheckMutationVariables>;
export const PaymentCreateDocument = new TypedDocumentString(`
    mutation PaymentCreate($invoiceIds: [ID!]!, $idempotencyKey: String!, $amount: ExactDecimal, $saveMethod: Boolean! = false, $savedMethodId: ID) {
  invoicePaymentCreate(
    invoiceIds: $invoiceIds
    idempotencyKey: $idempotencyKey
    amount: $amount
    saveMethod: $saveMethod
    savedMethodId: $savedMethodId
  ) {
    ...StorefrontPayment
  }
}
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}`) as unknown as TypedDocumentString<PaymentCreateMutation, PaymentCreateMutationVariables>;
export const PaymentOptionsDocument = new TypedDocumentString(`
    query PaymentOptions($invoiceIds: [ID!]!) {
  invoicePaymentOptions(invoiceIds: $invoiceIds) {
    provider
    refusal
    externalUrl
    total {
      amount
      currency
    }
    minimum {
      amount
      currency
    }
    step {
      amount
      currency
    }
    partial
    testMode
    savedMethods {
      id
      brand
      last4
      expMonth
      expYear
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentOptionsQuery, PaymentOptionsQueryVariables>;
export const PaymentProcessDocument = new TypedDocumentString(`
    mutation PaymentProcess($id: ID!, $data: JSON) {
  invoicePaymentProcess(id: $id, data: $data) {
    ...StorefrontPayment
  }
}
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}`) as unknown as TypedDocumentString<PaymentProcessMutation, PaymentProcessMutationVariables>;
export const PaymentStatusDocument = new TypedDocumentString(`
    query PaymentStatus($id: ID!) {
  invoicePaymentStatus(id: $id) {
    ...StorefrontPayment
  }
}
    fragment StorefrontPayment on InvoicePayment {
  id
  state
  provider
  amount {
    amount
    currency
  }
  parts {
    invoice {
      id
      number
    }
    amount {
      amount
      currency
    }
  }
  testMode
  failureCode
  failureMessage
  stripe {
    publishableKey
    clientSecret
    scriptUrl
  }
  saleorApp {
    gateway
    gatewayData
    transactionId
    data
    scriptUrl
  }
}`) as unknown as TypedDocumentString<PaymentStatusQuery, PaymentStatusQueryVariables>;
export const SavedMethodDeleteDocument = new TypedDocumentString(`
    mutation SavedMethodDelete($id: ID!, $invoiceId: ID!) {
  invoiceSavedMethodDelete(id: $id, invoiceId: $invoiceId)
}
    `) as unknown as TypedDocumentString<SavedMethodDeleteMutation, SavedMethodDeleteMutationVariables>;
export const StorefrontInvoiceDocument = new TypedDocumentString(`
    query StorefrontInvoice($id: ID) {
  salesInvoice(id: $id) {
    ...StorefrontInvoiceRow
    language
    erasedAt
    orderId
    orderNumbers
    reason
    paymentTerms
    net {
      amount
      currency
    }
    prepaid {
      amount
      currency
    }
    rounding {
      amount
      currency
    }
    payable {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    seller {
      ...StorefrontParty
    }
    buyer {
      ...StorefrontParty
    }
    lines {
      id
      name
      description
      quantity
      grossAmount
      tax {
        rate
      }
    }
    charges {
      reason
      grossAmount
    }
    allowances {
      reason
      grossAmount
    }
    vatBreakdown {
      tax {
        category
        rate
      }
      taxAmount
    }
    notes {
      text
    }
    payments {
      id
      kind
      amount {
        amount
        currency
      }
      occurredAt
    }
    pdf {
      size
    }
    xml {
      size
    }
    precedingInvoice {
      id
      number
    }
    creditNotes {
      id
      number
      issueDate
      total {
        amount
        currency
      }
    }
  }
}
    fragment StorefrontInvoiceRow on SalesDocument {
  __typename
  id
  number
  kind
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  paymentStatus
  currency
  total {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  seller {
    name
    vatId
  }
  ... on SalesInvoice {
    paymentUrl
  }
}
fragment StorefrontParty on InvoiceParty {
  name
  person
  vatId
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
}`) as unknown as TypedDocumentString<StorefrontInvoiceQuery, StorefrontInvoiceQueryVariables>;