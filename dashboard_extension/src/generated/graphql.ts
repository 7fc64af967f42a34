/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What is credited: `everything`; or lines and charges, perhaps for another `amount` than theirs; or an `amount` alone, which is spread over the rates of VAT. */
export type CreditNoteInput = {
  /** With VAT. */
  amount?: string | null | undefined;
  /** Ids of charges. */
  charges?: Array<string>;
  everything?: boolean;
  lines?: Array<CreditNoteLineInput>;
  reason?: string;
};

/** What of one line of the invoice is credited. */
export type CreditNoteLineInput = {
  lineId: string;
  /** Null: all that is left of it. */
  quantity?: string | null | undefined;
};

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

export type SalesEInvoiceOutcome =
  | 'LEFT_OUT'
  | 'MADE'
  | 'NOT_WANTED';

export type SalesFindingSeverity =
  | 'BLOCKING'
  | 'WARNING';

/** Money that came in or went back outside of Saleor. */
export type SalesPaymentInput = {
  /** Above zero, in the invoice's currency. */
  amount: string;
  /** MANUAL, REFUND or CHARGEBACK. */
  kind?: SalesPaymentKind;
  /** How, in words. */
  method?: string;
  /** With its offset from UTC; not in the future. */
  occurredAt: string;
  /** Of the bank or cash book; the same one counts once for an invoice. */
  reference: string;
};

export type SalesPaymentKind =
  | 'CHARGE'
  | 'CHARGEBACK'
  | 'CREDIT'
  | 'MANUAL'
  | 'REFUND';

/** A view to keep; without `id`, a new one. */
export type SalesSavedViewInput = {
  id?: string | null | undefined;
  name: string;
  shared?: boolean;
  /** 8 kB at most. */
  state: unknown;
};

export type SalesTransmissionState =
  | 'DELIVERED'
  | 'FAILED'
  | 'IN_FLIGHT'
  | 'PENDING';

export type SalesVatCheckAnswer =
  | 'INVALID'
  | 'UNAVAILABLE'
  | 'VALID';

export type CreditNoteCreateMutationVariables = Exact<{
  invoiceId: string;
  input: CreditNoteInput;
  idempotencyKey: string;
  draft: boolean;
}>;


export type CreditNoteCreateMutation = { creditNoteCreate: { creditNote: { id: string, number: string } } | null };

export type CreditNotePreviewQueryVariables = Exact<{
  invoiceId: string;
  input: CreditNoteInput;
  draft: boolean;
}>;


export type CreditNotePreviewQuery = { creditNotePreview: { canBeIssued: boolean, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, left: { amount: string, currency: string }, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type CustomerLinkFragment = { url: string, opensUntil: string | null, opensItself: boolean };

export type DispatchMarkSentMutationVariables = Exact<{
  id: string;
}>;


export type DispatchMarkSentMutation = { dispatchMarkSent: { dispatch: { id: string, state: SalesDispatchState } } | null };

export type DispatchRetryMutationVariables = Exact<{
  id: string;
}>;


export type DispatchRetryMutation = { dispatchRetry: { dispatch: { id: string, state: SalesDispatchState } } | null };

type DocumentContent_CreditNote_Fragment = { paymentTerms: string, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null };

type DocumentContent_SalesInvoice_Fragment = { paymentTerms: string, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null };

export type DocumentContentFragment =
  | DocumentContent_CreditNote_Fragment
  | DocumentContent_SalesInvoice_Fragment
;

export type DocumentPartyFragment = { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null };

export type DocumentAddressFragment = { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string };

export type DocumentEraseMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DocumentEraseMutation = { documentErase: { document:
      | { id: string, erasedAt: string | null }
      | { id: string, erasedAt: string | null }
     } | null };

type DocumentHead_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string };

type DocumentHead_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string };

export type DocumentHeadFragment =
  | DocumentHead_CreditNote_Fragment
  | DocumentHead_SalesInvoice_Fragment
;

type DocumentMoney_CreditNote_Fragment = { net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string } }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null };

type DocumentMoney_SalesInvoice_Fragment = { net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string } }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null };

export type DocumentMoneyFragment =
  | DocumentMoney_CreditNote_Fragment
  | DocumentMoney_SalesInvoice_Fragment
;

export type DocumentPageQueryVariables = Exact<{
  id: string;
}>;


export type DocumentPageQuery = { salesInvoice:
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string, paymentTerms: string, orderDifference: unknown, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string } }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
       | null, creditNotes: Array<{ id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, attempts: number, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, history: Array<{ at: string, actor: string, actorName: string, event: string, params: unknown }> | null, dispatches: Array<{ id: string, purpose: string, recipient: string, subject: string, state: SalesDispatchState, attempts: number, nextAttemptAt: string | null, lastError: string, requestedBy: string, requestedByName: string, createdAt: string, sentAt: string | null }> | null, transmission: { channel: string, state: SalesTransmissionState, externalId: string, detail: string, attempts: number, nextAttemptAt: string | null, lastError: string, createdAt: string, submittedAt: string | null, deliveredAt: string | null } | null, reminderHold: { reason: string, until: string | null, heldBy: string, heldAt: string } | null, staffNotes: Array<{ id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean }> | null, customerLink: { url: string, opensUntil: string | null, opensItself: boolean } | null }
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string, paymentTerms: string, orderDifference: unknown, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string } }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
       | null, creditNotes: Array<{ id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, attempts: number, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, history: Array<{ at: string, actor: string, actorName: string, event: string, params: unknown }> | null, dispatches: Array<{ id: string, purpose: string, recipient: string, subject: string, state: SalesDispatchState, attempts: number, nextAttemptAt: string | null, lastError: string, requestedBy: string, requestedByName: string, createdAt: string, sentAt: string | null }> | null, transmission: { channel: string, state: SalesTransmissionState, externalId: string, detail: string, attempts: number, nextAttemptAt: string | null, lastError: string, createdAt: string, submittedAt: string | null, deliveredAt: string | null } | null, reminderHold: { reason: string, until: string | null, heldBy: string, heldAt: string } | null, staffNotes: Array<{ id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean }> | null, customerLink: { url: string, opensUntil: string | null, opensItself: boolean } | null }
   | null };

export type DocumentPreviewQueryVariables = Exact<{
  id: string;
}>;


export type DocumentPreviewQuery = { salesInvoice:
    | { id: string, preview: { pages: Array<{ number: number, url: string, width: number, height: number }> } | null }
    | { id: string, preview: { pages: Array<{ number: number, url: string, width: number, height: number }> } | null }
   | null };

export type DocumentVerbsQueryVariables = Exact<{
  id: string;
}>;


export type DocumentVerbsQuery = { salesDocumentVerbs: { send: boolean, credit: boolean, correct: boolean, void: boolean, transmit: boolean, erase: boolean, retainedUntil: string | null } | null };

type DocumentWorkings_CreditNote_Fragment = { orderDifference: unknown, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
   | null, creditNotes: Array<{ id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, attempts: number, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, history: Array<{ at: string, actor: string, actorName: string, event: string, params: unknown }> | null, dispatches: Array<{ id: string, purpose: string, recipient: string, subject: string, state: SalesDispatchState, attempts: number, nextAttemptAt: string | null, lastError: string, requestedBy: string, requestedByName: string, createdAt: string, sentAt: string | null }> | null, transmission: { channel: string, state: SalesTransmissionState, externalId: string, detail: string, attempts: number, nextAttemptAt: string | null, lastError: string, createdAt: string, submittedAt: string | null, deliveredAt: string | null } | null, reminderHold: { reason: string, until: string | null, heldBy: string, heldAt: string } | null, staffNotes: Array<{ id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean }> | null, customerLink: { url: string, opensUntil: string | null, opensItself: boolean } | null };

type DocumentWorkings_SalesInvoice_Fragment = { orderDifference: unknown, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
   | null, creditNotes: Array<{ id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, attempts: number, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, history: Array<{ at: string, actor: string, actorName: string, event: string, params: unknown }> | null, dispatches: Array<{ id: string, purpose: string, recipient: string, subject: string, state: SalesDispatchState, attempts: number, nextAttemptAt: string | null, lastError: string, requestedBy: string, requestedByName: string, createdAt: string, sentAt: string | null }> | null, transmission: { channel: string, state: SalesTransmissionState, externalId: string, detail: string, attempts: number, nextAttemptAt: string | null, lastError: string, createdAt: string, submittedAt: string | null, deliveredAt: string | null } | null, reminderHold: { reason: string, until: string | null, heldBy: string, heldAt: string } | null, staffNotes: Array<{ id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean }> | null, customerLink: { url: string, opensUntil: string | null, opensItself: boolean } | null };

export type DocumentWorkingsFragment =
  | DocumentWorkings_CreditNote_Fragment
  | DocumentWorkings_SalesInvoice_Fragment
;

export type DocumentXmlQueryVariables = Exact<{
  id: string;
}>;


export type DocumentXmlQuery = { salesInvoice:
    | { id: string, number: string, xmlDownloadUrl: string | null }
    | { id: string, number: string, xmlDownloadUrl: string | null }
   | null };

export type DraftCheckQueryVariables = Exact<{
  id: string;
}>;


export type DraftCheckQuery = { draftCheck: { canBeIssued: boolean, total: { amount: string, currency: string } | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type DraftDiscardMutationVariables = Exact<{
  id: string;
}>;


export type DraftDiscardMutation = { draftDiscard: { discarded: boolean } | null };

export type DraftIssueMutationVariables = Exact<{
  id: string;
}>;


export type DraftIssueMutation = { draftIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

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

export type InvoiceCorrectMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type InvoiceCorrectMutation = { invoiceCorrect: { invoice:
      | { id: string, number: string }
      | { id: string, number: string }
    , creditNote: { id: string, number: string } | null } | null };

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

export type InvoiceLinkCopyMutationVariables = Exact<{
  id: string;
}>;


export type InvoiceLinkCopyMutation = { invoiceLinkCopy: { link: { url: string, opensUntil: string | null, opensItself: boolean } } | null };

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

export type InvoiceSendMutationVariables = Exact<{
  id: string;
  idempotencyKey: string;
  to: string;
  message: string;
}>;


export type InvoiceSendMutation = { invoiceSend: { dispatch: { id: string, recipient: string } } | null };

export type InvoiceSendPreviewQueryVariables = Exact<{
  id: string;
  message: string;
}>;


export type InvoiceSendPreviewQuery = { invoiceSendPreview: { language: string, subject: string, text: string, problems: Array<{ code: string, message: string }> } | null };

export type InvoiceTransmitMutationVariables = Exact<{
  id: string;
}>;


export type InvoiceTransmitMutation = { invoiceTransmit: { transmission: { channel: string, state: SalesTransmissionState } } | null };

export type InvoiceVoidMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type InvoiceVoidMutation = { invoiceVoid: { creditNote: { id: string, number: string } } | null };

export type InvoicesToPayQueryVariables = Exact<{
  filter: SalesDocumentFilter;
  search?: string | null | undefined;
}>;


export type InvoicesToPayQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, issueDate: string | null, orderNumber: string, buyer: { name: string }, balance: { amount: string, currency: string } | null }
        | { id: string, number: string, issueDate: string | null, orderNumber: string, buyer: { name: string }, balance: { amount: string, currency: string } | null }
       }> } | null };

type LinkedDocument_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } };

type LinkedDocument_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } };

export type LinkedDocumentFragment =
  | LinkedDocument_CreditNote_Fragment
  | LinkedDocument_SalesInvoice_Fragment
;

export type OpenProblemsQueryVariables = Exact<{
  first: number;
}>;


export type OpenProblemsQuery = { problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, store: { openProblems: number } | null };

export type OrderCheckQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderCheckQuery = { invoiceCheck: { canBeIssued: boolean, total: { amount: string, currency: string } | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type OrderDocumentsQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderDocumentsQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
       }> } | null };

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

export type PaymentReallocateMutationVariables = Exact<{
  paymentId: string;
  fromId: string;
  toId: string;
  amount: string;
}>;


export type PaymentReallocateMutation = { paymentReallocate: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

export type PaymentRecordMutationVariables = Exact<{
  invoiceId: string;
  input: SalesPaymentInput;
}>;


export type PaymentRecordMutation = { paymentRecord: { document:
      | { id: string, paymentStatus: SalesDocumentPaymentStatus | null }
      | { id: string, paymentStatus: SalesDocumentPaymentStatus | null }
     } | null };

export type ProblemRetryMutationVariables = Exact<{
  problemId: string;
}>;


export type ProblemRetryMutation = { problemRetry: { problem: { id: string, occurrences: number, resolvedAt: string | null } } | null };

export type ReminderHoldMutationVariables = Exact<{
  id: string;
  reason: string;
  until?: string | null | undefined;
}>;


export type ReminderHoldMutation = { reminderHold: { hold: { until: string | null } } | null };

export type ReminderReleaseMutationVariables = Exact<{
  id: string;
}>;


export type ReminderReleaseMutation = { reminderRelease: { document:
      | { id: string }
      | { id: string }
     } | null };

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

export type StaffNoteFragment = { id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean };

export type StaffNoteAddMutationVariables = Exact<{
  documentId: string;
  text: string;
}>;


export type StaffNoteAddMutation = { staffNoteAdd: { note: { id: string } } | null };

export type StaffNoteDeleteMutationVariables = Exact<{
  id: string;
}>;


export type StaffNoteDeleteMutation = { staffNoteDelete: { deleted: boolean } | null };

export type StaffNoteUpdateMutationVariables = Exact<{
  id: string;
  text?: string | null | undefined;
  pinned?: boolean | null | undefined;
}>;


export type StaffNoteUpdateMutation = { staffNoteUpdate: { note: { id: string } } | null };

export type VatCheckRequestMutationVariables = Exact<{
  id: string;
}>;


export type VatCheckRequestMutation = { vatCheckRequest: { check: { id: string } | null } | null };

export type VatChecksQueryVariables = Exact<{
  vatId: string;
}>;


export type VatChecksQuery = { vatChecks: Array<{ id: string, answer: SalesVatCheckAnswer, name: string, address: string, requesterVatId: string, consultationNumber: string, detail: string, checkedAt: string }> | null };

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
export const DocumentAddressFragmentDoc = new TypedDocumentString(`
    fragment DocumentAddress on InvoiceAddress {
  street
  additional
  city
  postalCode
  subdivision
  country
}
    `, {"fragmentName":"DocumentAddress"}) as unknown as TypedDocumentString<DocumentAddressFragment, unknown>;
export const DocumentPartyFragmentDoc = new TypedDocumentString(`
    fragment DocumentParty on InvoiceParty {
  name
  tradingName
  person
  vatId
  taxRegistration
  legalInformation
  legalRegistration {
    value
    scheme
  }
  electronicAddress {
    value
    scheme
  }
  address {
    ...DocumentAddress
  }
  contact {
    name
    phone
    email
  }
}
    fragment DocumentAddress on InvoiceAddress {
  street
  additional
  city
  postalCode
  subdivision
  country
}`, {"fragmentName":"DocumentParty"}) as unknown as TypedDocumentString<DocumentPartyFragment, unknown>;
export const DocumentContentFragmentDoc = new TypedDocumentString(`
    fragment DocumentContent on SalesDocument {
  seller {
    ...DocumentParty
  }
  buyer {
    ...DocumentParty
  }
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPriceNet
    netAmount
    grossAmount
    tax {
      category
      rate
    }
    allowances {
      amount
      reason
    }
    charges {
      amount
      reason
    }
  }
  charges {
    amount
    grossAmount
    reason
    tax {
      category
      rate
    }
  }
  allowances {
    amount
    grossAmount
    reason
    tax {
      category
      rate
    }
  }
  prepayments {
    amount
    label
    kind
  }
  vatBreakdown {
    tax {
      category
      rate
      exemptionReason
      exemptionCode
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
    address {
      ...DocumentAddress
    }
  }
  paymentTerms
}
    fragment DocumentParty on InvoiceParty {
  name
  tradingName
  person
  vatId
  taxRegistration
  legalInformation
  legalRegistration {
    value
    scheme
  }
  electronicAddress {
    value
    scheme
  }
  address {
    ...DocumentAddress
  }
  contact {
    name
    phone
    email
  }
}
fragment DocumentAddress on InvoiceAddress {
  street
  additional
  city
  postalCode
  subdivision
  country
}`, {"fragmentName":"DocumentContent"}) as unknown as TypedDocumentString<DocumentContentFragment, unknown>;
export const DocumentHeadFragmentDoc = new TypedDocumentString(`
    fragment DocumentHead on SalesDocument {
  id
  number
  kind
  state
  source
  testMode
  issueDate
  dueDate
  createdAt
  erasedAt
  currency
  language
  channel
  orderId
  orderNumber
  orderNumbers
  customerId
  customerEmail
  paymentStatus
  overdue
  reason
}
    `, {"fragmentName":"DocumentHead"}) as unknown as TypedDocumentString<DocumentHeadFragment, unknown>;
export const DocumentMoneyFragmentDoc = new TypedDocumentString(`
    fragment DocumentMoney on SalesDocument {
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
  rounding {
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
  credited {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  payments {
    id
    kind
    amount {
      amount
      currency
    }
    method
    reference
    occurredAt
    recordedBy
    recordedByName
  }
  creditable {
    total {
      amount
      currency
    }
    lines {
      lineId
      name
      quantity
      gross {
        amount
        currency
      }
    }
    charges {
      lineId
      name
      gross {
        amount
        currency
      }
    }
  }
}
    `, {"fragmentName":"DocumentMoney"}) as unknown as TypedDocumentString<DocumentMoneyFragment, unknown>;
export const LinkedDocumentFragmentDoc = new TypedDocumentString(`
    fragment LinkedDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  paymentStatus
  total {
    amount
    currency
  }
}
    `, {"fragmentName":"LinkedDocument"}) as unknown as TypedDocumentString<LinkedDocumentFragment, unknown>;
export const StaffNoteFragmentDoc = new TypedDocumentString(`
    fragment StaffNote on SalesStaffNote {
  id
  text
  pinned
  authorName
  createdAt
  editedAt
  mine
}
    `, {"fragmentName":"StaffNote"}) as unknown as TypedDocumentString<StaffNoteFragment, unknown>;
export const CustomerLinkFragmentDoc = new TypedDocumentString(`
    fragment CustomerLink on SalesCustomerLink {
  url
  opensUntil
  opensItself
}
    `, {"fragmentName":"CustomerLink"}) as unknown as TypedDocumentString<CustomerLinkFragment, unknown>;
export const DocumentWorkingsFragmentDoc = new TypedDocumentString(`
    fragment DocumentWorkings on SalesDocument {
  pdf {
    size
    createdAt
  }
  xml {
    size
    createdAt
  }
  einvoice {
    outcome
    profile
    syntax
    judgedBy
    findings {
      code
      rule
      severity
      message
      remedy
      place
    }
  }
  orderDifference
  precedingInvoice {
    ...LinkedDocument
  }
  creditNotes {
    ...LinkedDocument
  }
  publications {
    saleorInvoiceId
    requested
    state
    attempts
    lastError
    publishedAt
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
  history {
    at
    actor
    actorName
    event
    params
  }
  dispatches {
    id
    purpose
    recipient
    subject
    state
    attempts
    nextAttemptAt
    lastError
    requestedBy
    requestedByName
    createdAt
    sentAt
  }
  transmission {
    channel
    state
    externalId
    detail
    attempts
    nextAttemptAt
    lastError
    createdAt
    submittedAt
    deliveredAt
  }
  reminderHold {
    reason
    until
    heldBy
    heldAt
  }
  staffNotes {
    ...StaffNote
  }
  customerLink {
    ...CustomerLink
  }
}
    fragment CustomerLink on SalesCustomerLink {
  url
  opensUntil
  opensItself
}
fragment LinkedDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  paymentStatus
  total {
    amount
    currency
  }
}
fragment StaffNote on SalesStaffNote {
  id
  text
  pinned
  authorName
  createdAt
  editedAt
  mine
}`, {"fragmentName":"DocumentWorkings"}) as unknown as TypedDocumentString<DocumentWorkingsFragment, unknown>;
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
export const CreditNoteCreateDocument = new TypedDocumentString(`
    mutation CreditNoteCreate($invoiceId: ID!, $input: CreditNoteInput!, $idempotencyKey: String!, $draft: Boolean!) {
  creditNoteCreate(
    invoiceId: $invoiceId
    input: $input
    idempotencyKey: $idempotencyKey
    draft: $draft
  ) {
    creditNote {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<CreditNoteCreateMutation, CreditNoteCreateMutationVariables>;
export const CreditNotePreviewDocument = new TypedDocumentString(`
    query CreditNotePreview($invoiceId: ID!, $input: CreditNoteInput!, $draft: Boolean!) {
  creditNotePreview(invoiceId: $invoiceId, input: $input, draft: $draft) {
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
    left {
      amount
      currency
    }
    vatBreakdown {
      tax {
        category
        rate
      }
      taxableAmount
      taxAmount
    }
    findings {
      code
      rule
      severity
      message
      remedy
      place
    }
    canBeIssued
  }
}
    `) as unknown as TypedDocumentString<CreditNotePreviewQuery, CreditNotePreviewQueryVariables>;
export const DispatchMarkSentDocument = new TypedDocumentString(`
    mutation DispatchMarkSent($id: ID!) {
  dispatchMarkSent(id: $id) {
    dispatch {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<DispatchMarkSentMutation, DispatchMarkSentMutationVariables>;
export const DispatchRetryDocument = new TypedDocumentString(`
    mutation DispatchRetry($id: ID!) {
  dispatchRetry(id: $id) {
    dispatch {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<DispatchRetryMutation, DispatchRetryMutationVariables>;
export const DocumentEraseDocument = new TypedDocumentString(`
    mutation DocumentErase($id: ID!, $reason: String!) {
  documentErase(id: $id, reason: $reason) {
    document {
      id
      erasedAt
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentEraseMutation, DocumentEraseMutationVariables>;
export const DocumentPageDocument = new TypedDocumentString(`
    query DocumentPage($id: ID!) {
  salesInvoice(id: $id) {
    ...DocumentHead
    ...DocumentContent
    ...DocumentMoney
    ...DocumentWorkings
  }
}
    fragment CustomerLink on SalesCustomerLink {
  url
  opensUntil
  opensItself
}
fragment DocumentContent on SalesDocument {
  seller {
    ...DocumentParty
  }
  buyer {
    ...DocumentParty
  }
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPriceNet
    netAmount
    grossAmount
    tax {
      category
      rate
    }
    allowances {
      amount
      reason
    }
    charges {
      amount
      reason
    }
  }
  charges {
    amount
    grossAmount
    reason
    tax {
      category
      rate
    }
  }
  allowances {
    amount
    grossAmount
    reason
    tax {
      category
      rate
    }
  }
  prepayments {
    amount
    label
    kind
  }
  vatBreakdown {
    tax {
      category
      rate
      exemptionReason
      exemptionCode
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
    address {
      ...DocumentAddress
    }
  }
  paymentTerms
}
fragment DocumentParty on InvoiceParty {
  name
  tradingName
  person
  vatId
  taxRegistration
  legalInformation
  legalRegistration {
    value
    scheme
  }
  electronicAddress {
    value
    scheme
  }
  address {
    ...DocumentAddress
  }
  contact {
    name
    phone
    email
  }
}
fragment DocumentAddress on InvoiceAddress {
  street
  additional
  city
  postalCode
  subdivision
  country
}
fragment DocumentHead on SalesDocument {
  id
  number
  kind
  state
  source
  testMode
  issueDate
  dueDate
  createdAt
  erasedAt
  currency
  language
  channel
  orderId
  orderNumber
  orderNumbers
  customerId
  customerEmail
  paymentStatus
  overdue
  reason
}
fragment DocumentMoney on SalesDocument {
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
  rounding {
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
  credited {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  payments {
    id
    kind
    amount {
      amount
      currency
    }
    method
    reference
    occurredAt
    recordedBy
    recordedByName
  }
  creditable {
    total {
      amount
      currency
    }
    lines {
      lineId
      name
      quantity
      gross {
        amount
        currency
      }
    }
    charges {
      lineId
      name
      gross {
        amount
        currency
      }
    }
  }
}
fragment DocumentWorkings on SalesDocument {
  pdf {
    size
    createdAt
  }
  xml {
    size
    createdAt
  }
  einvoice {
    outcome
    profile
    syntax
    judgedBy
    findings {
      code
      rule
      severity
      message
      remedy
      place
    }
  }
  orderDifference
  precedingInvoice {
    ...LinkedDocument
  }
  creditNotes {
    ...LinkedDocument
  }
  publications {
    saleorInvoiceId
    requested
    state
    attempts
    lastError
    publishedAt
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
  history {
    at
    actor
    actorName
    event
    params
  }
  dispatches {
    id
    purpose
    recipient
    subject
    state
    attempts
    nextAttemptAt
    lastError
    requestedBy
    requestedByName
    createdAt
    sentAt
  }
  transmission {
    channel
    state
    externalId
    detail
    attempts
    nextAttemptAt
    lastError
    createdAt
    submittedAt
    deliveredAt
  }
  reminderHold {
    reason
    until
    heldBy
    heldAt
  }
  staffNotes {
    ...StaffNote
  }
  customerLink {
    ...CustomerLink
  }
}
fragment LinkedDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  paymentStatus
  total {
    amount
    currency
  }
}
fragment StaffNote on SalesStaffNote {
  id
  text
  pinned
  authorName
  createdAt
  editedAt
  mine
}`) as unknown as TypedDocumentString<DocumentPageQuery, DocumentPageQueryVariables>;
export const DocumentPreviewDocument = new TypedDocumentString(`
    query DocumentPreview($id: ID!) {
  salesInvoice(id: $id) {
    id
    preview {
      pages {
        number
        url
        width
        height
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentPreviewQuery, DocumentPreviewQueryVariables>;
export const DocumentVerbsDocument = new TypedDocumentString(`
    query DocumentVerbs($id: ID!) {
  salesDocumentVerbs(id: $id) {
    send
    credit
    correct
    void
    transmit
    erase
    retainedUntil
  }
}
    `) as unknown as TypedDocumentString<DocumentVerbsQuery, DocumentVerbsQueryVariables>;
export const DocumentXmlDocument = new TypedDocumentString(`
    query DocumentXml($id: ID!) {
  salesInvoice(id: $id) {
    id
    number
    xmlDownloadUrl
  }
}
    `) as unknown as TypedDocumentString<DocumentXmlQuery, DocumentXmlQueryVariables>;
export const DraftCheckDocument = new TypedDocumentString(`
    query DraftCheck($id: ID!) {
  draftCheck(id: $id) {
    canBeIssued
    total {
      amount
      currency
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
    `) as unknown as TypedDocumentString<DraftCheckQuery, DraftCheckQueryVariables>;
export const DraftDiscardDocument = new TypedDocumentString(`
    mutation DraftDiscard($id: ID!) {
  draftDiscard(id: $id) {
    discarded
  }
}
    `) as unknown as TypedDocumentString<DraftDiscardMutation, DraftDiscardMutationVariables>;
export const DraftIssueDocument = new TypedDocumentString(`
    mutation DraftIssue($id: ID!) {
  draftIssue(id: $id) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<DraftIssueMutation, DraftIssueMutationVariables>;
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
export const InvoiceCorrectDocument = new TypedDocumentString(`
    mutation InvoiceCorrect($id: ID!, $reason: String!) {
  invoiceCorrect(id: $id, reason: $reason) {
    invoice {
      id
      number
    }
    creditNote {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceCorrectMutation, InvoiceCorrectMutationVariables>;
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
export const InvoiceLinkCopyDocument = new TypedDocumentString(`
    mutation InvoiceLinkCopy($id: ID!) {
  invoiceLinkCopy(id: $id) {
    link {
      ...CustomerLink
    }
  }
}
    fragment CustomerLink on SalesCustomerLink {
  url
  opensUntil
  opensItself
}`) as unknown as TypedDocumentString<InvoiceLinkCopyMutation, InvoiceLinkCopyMutationVariables>;
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
export const InvoiceSendDocument = new TypedDocumentString(`
    mutation InvoiceSend($id: ID!, $idempotencyKey: String!, $to: String!, $message: String!) {
  invoiceSend(
    id: $id
    idempotencyKey: $idempotencyKey
    to: $to
    message: $message
  ) {
    dispatch {
      id
      recipient
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceSendMutation, InvoiceSendMutationVariables>;
export const InvoiceSendPreviewDocument = new TypedDocumentString(`
    query InvoiceSendPreview($id: ID!, $message: String!) {
  invoiceSendPreview(id: $id, message: $message) {
    language
    subject
    text
    problems {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceSendPreviewQuery, InvoiceSendPreviewQueryVariables>;
export const InvoiceTransmitDocument = new TypedDocumentString(`
    mutation InvoiceTransmit($id: ID!) {
  invoiceTransmit(id: $id) {
    transmission {
      channel
      state
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceTransmitMutation, InvoiceTransmitMutationVariables>;
export const InvoiceVoidDocument = new TypedDocumentString(`
    mutation InvoiceVoid($id: ID!, $reason: String!) {
  invoiceVoid(id: $id, reason: $reason) {
    creditNote {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceVoidMutation, InvoiceVoidMutationVariables>;
export const InvoicesToPayDocument = new TypedDocumentString(`
    query InvoicesToPay($filter: SalesDocumentFilter!, $search: String) {
  salesInvoices(first: 20, filter: $filter, search: $search) {
    edges {
      node {
        id
        number
        issueDate
        orderNumber
        buyer {
          name
        }
        balance {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoicesToPayQuery, InvoicesToPayQueryVariables>;
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
export const OrderCheckDocument = new TypedDocumentString(`
    query OrderCheck($orderId: ID!) {
  invoiceCheck(orderId: $orderId) {
    canBeIssued
    total {
      amount
      currency
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
    `) as unknown as TypedDocumentString<OrderCheckQuery, OrderCheckQueryVariables>;
export const OrderDocumentsDocument = new TypedDocumentString(`
    query OrderDocuments($orderId: ID!) {
  salesInvoices(first: 20, filter: {orderId: $orderId}) {
    edges {
      node {
        ...LinkedDocument
      }
    }
  }
}
    fragment LinkedDocument on SalesDocument {
  id
  number
  kind
  state
  testMode
  issueDate
  paymentStatus
  total {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<OrderDocumentsQuery, OrderDocumentsQueryVariables>;
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
export const PaymentReallocateDocument = new TypedDocumentString(`
    mutation PaymentReallocate($paymentId: ID!, $fromId: ID!, $toId: ID!, $amount: ExactDecimal!) {
  paymentReallocate(
    paymentId: $paymentId
    fromId: $fromId
    toId: $toId
    amount: $amount
  ) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentReallocateMutation, PaymentReallocateMutationVariables>;
export const PaymentRecordDocument = new TypedDocumentString(`
    mutation PaymentRecord($invoiceId: ID!, $input: SalesPaymentInput!) {
  paymentRecord(invoiceId: $invoiceId, input: $input) {
    document {
      id
      paymentStatus
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentRecordMutation, PaymentRecordMutationVariables>;
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
export const ReminderHoldDocument = new TypedDocumentString(`
    mutation ReminderHold($id: ID!, $reason: String!, $until: Date) {
  reminderHold(id: $id, reason: $reason, until: $until) {
    hold {
      until
    }
  }
}
    `) as unknown as TypedDocumentString<ReminderHoldMutation, ReminderHoldMutationVariables>;
export const ReminderReleaseDocument = new TypedDocumentString(`
    mutation ReminderRelease($id: ID!) {
  reminderRelease(id: $id) {
    document {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ReminderReleaseMutation, ReminderReleaseMutationVariables>;
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
export const StaffNoteAddDocument = new TypedDocumentString(`
    mutation StaffNoteAdd($documentId: ID!, $text: String!) {
  staffNoteAdd(documentId: $documentId, text: $text) {
    note {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StaffNoteAddMutation, StaffNoteAddMutationVariables>;
export const StaffNoteDeleteDocument = new TypedDocumentString(`
    mutation StaffNoteDelete($id: ID!) {
  staffNoteDelete(id: $id) {
    deleted
  }
}
    `) as unknown as TypedDocumentString<StaffNoteDeleteMutation, StaffNoteDeleteMutationVariables>;
export const StaffNoteUpdateDocument = new TypedDocumentString(`
    mutation StaffNoteUpdate($id: ID!, $text: String, $pinned: Boolean) {
  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {
    note {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StaffNoteUpdateMutation, StaffNoteUpdateMutationVariables>;
export const VatCheckRequestDocument = new TypedDocumentString(`
    mutation VatCheckRequest($id: ID!) {
  vatCheckRequest(id: $id) {
    check {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<VatCheckRequestMutation, VatCheckRequestMutationVariables>;
export const VatChecksDocument = new TypedDocumentString(`
    query VatChecks($vatId: String!) {
  vatChecks(vatId: $vatId, first: 5) {
    id
    answer
    name
    address
    requesterVatId
    consultationNumber
    detail
    checkedAt
  }
}
    `) as unknown as TypedDocumentString<VatChecksQuery, VatChecksQueryVariables>;