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

/** Which orders a run looks at. */
export type IssueRunInput = {
  /** Slug; empty: all. */
  channel?: string;
  /** A day of the seller's calendar. */
  createdFrom?: string | null | undefined;
  /** Inclusive. */
  createdTo?: string | null | undefined;
  dryRun?: boolean;
  /** Which orders are due; null: by each channel's own policy. */
  policy?: SalesIssuePolicy | null | undefined;
};

export type SalesApiKeyScope =
  | 'DOCUMENTS_READ'
  | 'DOCUMENTS_WRITE'
  | 'IMPORTS_WRITE'
  | 'PAYMENTS_WRITE'
  | 'SETTINGS_READ'
  | 'SETTINGS_WRITE';

/** What to do, and to which documents: either to `ids` (1 to 1000), or to all that `filter` and `search` find (20,000 at most; `filter: {}` finds everything). */
export type SalesBulkInput = {
  filter?: SalesDocumentFilter | null | undefined;
  idempotencyKey: string;
  ids?: Array<string> | null | undefined;
  kind: SalesBulkKind;
  /** Of SEND. */
  message?: string;
  /** Of MARK_PAID: each invoice's open balance is recorded. */
  payment?: SalesBulkPaymentInput | null | undefined;
  search?: string | null | undefined;
};

/** What is done to the documents. */
export type SalesBulkKind =
  | 'ARCHIVE'
  | 'EXPORT_CSV'
  | 'EXPORT_DATEV'
  | 'EXPORT_FEC'
  | 'EXPORT_JSONL'
  | 'EXPORT_OSS'
  | 'EXPORT_SAFT'
  | 'EXPORT_XLSX'
  | 'MARK_PAID'
  | 'MERGED_PDF'
  | 'SEND'
  | 'ZIP';

/** SKIPPED: there was nothing to do, or it can't be done to such a document. */
export type SalesBulkOutcome =
  | 'DONE'
  | 'FAILED'
  | 'SKIPPED';

/** How the open balance of each invoice was paid. */
export type SalesBulkPaymentInput = {
  /** How, in words. */
  method?: string;
  /** With its offset from UTC; not in the future. */
  occurredAt: string;
  /** Of the bank or cash book. */
  reference: string;
};

export type SalesBulkState =
  | 'CANCELLED'
  | 'DONE'
  | 'FAILED'
  | 'PENDING'
  | 'RUNNING';

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

/** A postal address; country is ISO 3166-1 alpha-2. */
export type SalesDraftAddressInput = {
  additional?: string;
  city?: string;
  country: string;
  postalCode?: string;
  street?: string;
  subdivision?: string;
};

/** An allowance or charge on the whole document, like a line's price. */
export type SalesDraftAdjustmentInput = {
  amount: string;
  /** The client's own; `shipping` is the order's shipping. */
  id?: string;
  reason: string;
  taxCategory?: SalesDocumentVatCategory | null | undefined;
  /** In percent. */
  taxRate: string;
};

/** An invoice by hand. It may be kept unfinished. */
export type SalesDraftInput = {
  allowances?: Array<SalesDraftAdjustmentInput>;
  buyer: SalesDraftPartyInput;
  /** BT-10. */
  buyerReference?: string;
  /** Slug; of an order, the order's. */
  channel?: string;
  charges?: Array<SalesDraftAdjustmentInput>;
  currency: string;
  /** Where it is mailed to. */
  customerEmail?: string;
  /** Of the customer in Saleor who will see it. */
  customerId?: string | null | undefined;
  /** Null: where the buyer is. */
  deliveryAddress?: SalesDraftAddressInput | null | undefined;
  /** Null: by the terms. */
  dueDate?: string | null | undefined;
  /** BCP 47; empty: the store's. */
  language?: string;
  /** Key of who sells; empty: the channel's. */
  legalEntity?: string;
  /** 500 at most. */
  lines: Array<SalesDraftLineInput>;
  notes?: Array<string>;
  /** Of the order in Saleor that the invoice covers. */
  orderId?: string | null | undefined;
  paymentTerms?: string;
  pricesIncludeTax?: boolean;
  /** BT-13. */
  purchaseOrder?: string;
  supplyDate?: string | null | undefined;
};

/** One line. With `pricesIncludeTax` its price is with tax. */
export type SalesDraftLineInput = {
  description?: string;
  /** Of the whole line. */
  discountAmount?: string | null | undefined;
  /** Either this or `discountAmount`. */
  discountPercent?: string | null | undefined;
  discountReason?: string;
  exemptionCode?: string;
  /** Empty: the usual one. */
  exemptionReason?: string;
  /** The client's own; it comes back. */
  id?: string;
  name: string;
  orderLineId?: string;
  quantity: string;
  sku?: string;
  /** Null: by the rules of the store (buyer, seller, territory). */
  taxCategory?: SalesDocumentVatCategory | null | undefined;
  /** In percent. */
  taxRate: string;
  /** UN/ECE recommendation 20. */
  unitCode?: string;
  unitPrice: string;
};

/** Who buys. */
export type SalesDraftPartyInput = {
  address: SalesDraftAddressInput;
  electronicAddress?: SalesIdentifierInput | null | undefined;
  name: string;
  /** The person at a company. */
  person?: string;
  tradingName?: string;
  vatId?: string;
};

export type SalesEInvoiceOutcome =
  | 'LEFT_OUT'
  | 'MADE'
  | 'NOT_WANTED';

/** What one unit of `currency` was worth in `target` on a day. */
export type SalesExchangeRateInput = {
  currency: string;
  on: string;
  rate: string;
  /** Who says so, e.g. "ECB". */
  source: string;
  target: string;
};

export type SalesFindingSeverity =
  | 'BLOCKING'
  | 'WARNING';

/** An identifier with its scheme, e.g. of ISO 6523. */
export type SalesIdentifierInput = {
  scheme?: string;
  value: string;
};

export type SalesIssuePolicy =
  | 'CONFIRMED'
  | 'FULFILLED'
  | 'FULLY_PAID'
  | 'ON_REQUEST'
  | 'PER_FULFILLMENT';

export type SalesLedgerCheckState =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING';

/** A seller needs a name and a country. What is left out stays as it is; null takes it away. */
export type SalesLegalEntityInput = {
  address?: SalesSellerAddressInput | null | undefined;
  contact?: SalesSellerContactInput | null | undefined;
  country?: string | null | undefined;
  electronicAddress?: SalesIdentifierInput | null | undefined;
  identifiers?: Array<SalesIdentifierInput> | null | undefined;
  legalInformation?: string | null | undefined;
  legalRegistration?: SalesIdentifierInput | null | undefined;
  name?: string | null | undefined;
  taxRegistration?: string | null | undefined;
  timezone?: string | null | undefined;
  tradingName?: string | null | undefined;
  vatId?: string | null | undefined;
};

/** What to print, and the settings to try. */
export type SalesLookPreviewInput = {
  /** As for `settingsUpdate`; they are not kept. */
  changes?: Array<SalesSettingInput>;
  /** A document of ours, also a draft. */
  documentId?: string | null | undefined;
  /** Whose settings it is printed by. */
  level?: SalesSettingLevel;
  /** As for `legalEntityLogoSet`; null: the one that is set. */
  logo?: string | null | undefined;
  /** The channel's slug or the legal entity's key; empty for the app. */
  name?: string;
  /** An order as it would be invoiced; with neither, a sample is printed. */
  orderId?: string | null | undefined;
};

/** What a mail says. */
export type SalesMailOccasion =
  | 'AFTER_DUE'
  | 'BEFORE_DUE'
  | 'DOCUMENT';

/** Texts to try instead of those of the settings. */
export type SalesMailTextInput = {
  body?: string;
  subject?: string;
};

export type SalesNumberReset =
  | 'DAILY'
  | 'MONTHLY'
  | 'NEVER'
  | 'YEARLY';

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

export type SalesRefundState =
  | 'DONE'
  | 'REFUSED'
  | 'REQUESTED';

/** Which report; what does not belong to it is passed over. */
export type SalesReportFileInput = {
  /** Of AGEING. */
  asOf?: string | null | undefined;
  currency?: string;
  format: SalesReportFormat;
  kind: SalesReportKind;
  /** BCP 47; empty: as the request's `Accept-Language` says. */
  language?: string;
  legalEntity?: string;
  /** Of REVENUE. */
  revenue?: SalesRevenueInput | null | undefined;
  /** Of STATEMENT. */
  statement?: SalesStatementInput | null | undefined;
  testMode?: boolean;
};

export type SalesReportFormat =
  | 'CSV'
  | 'PDF'
  | 'XLSX';

export type SalesReportKind =
  | 'AGEING'
  | 'FAILED_WORK'
  | 'NUMBERS'
  | 'REVENUE'
  | 'STATEMENT';

/** What revenue is split by. */
export type SalesRevenueBy =
  | 'CHANNEL'
  | 'COUNTRY'
  | 'MONTH'
  | 'RATE';

/** Of which days of issue (inclusive), and how it is split. */
export type SalesRevenueInput = {
  by?: Array<SalesRevenueBy>;
  /** Empty: all, each apart. */
  currency?: string;
  from: string;
  /** Key; empty: all sellers. */
  legalEntity?: string;
  testMode?: boolean;
  to: string;
};

export type SalesRunOutcome =
  | 'COVERED'
  | 'ISSUED'
  | 'NOT_DUE'
  | 'REFUSED'
  | 'WOULD_ISSUE';

export type SalesRunState =
  | 'CANCELLED'
  | 'DONE'
  | 'FAILED'
  | 'RUNNING';

/** A view to keep; without `id`, a new one. */
export type SalesSavedViewInput = {
  id?: string | null | undefined;
  name: string;
  shared?: boolean;
  /** 8 kB at most. */
  state: unknown;
};

/** What is left out stays as it is; null takes it away. */
export type SalesSellerAddressInput = {
  additional?: string | null | undefined;
  city?: string | null | undefined;
  postalCode?: string | null | undefined;
  street?: string | null | undefined;
  subdivision?: string | null | undefined;
};

/** What is left out stays as it is; null takes it away. */
export type SalesSellerContactInput = {
  email?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
};

export type SalesSettingGroup =
  | 'ACCOUNTING'
  | 'EINVOICES'
  | 'GENERAL'
  | 'ISSUING'
  | 'LOOK'
  | 'MAILS'
  | 'NUMBERS'
  | 'ORDERS'
  | 'PAYMENT'
  | 'STOREFRONT'
  | 'TAXES';

/** One value to set, or to take away so that the inherited one holds. */
export type SalesSettingInput = {
  /** What `salesSettings` showed as `value`; the error is SETTING_CHANGED where something else holds by now. Without it, whatever holds is replaced. */
  expected?: unknown;
  /** Take the value away. */
  inherit?: boolean;
  key: string;
  level: SalesSettingLevel;
  /** The channel's slug or the legal entity's key; empty for the app. */
  name?: string;
  /** As `salesSettings` shows it; no fractions. */
  value?: unknown;
};

export type SalesSettingKind =
  | 'BANK_ACCOUNTS'
  | 'CHOICE'
  | 'COLOUR'
  | 'CURRENCY'
  | 'DATE'
  | 'DAY_OFFSETS'
  | 'EMAIL'
  | 'EXEMPTION_CODE'
  | 'FLAG'
  | 'ISSUE_RULES'
  | 'LANGUAGE'
  | 'MAIL_TEXTS'
  | 'METADATA_KEYS'
  | 'NUMBER_PATTERN'
  | 'SHORT_NAME'
  | 'SOURCE'
  | 'TAX_CLASS_CATEGORIES'
  | 'TEXT'
  | 'TEXTS'
  | 'URL'
  | 'WHOLE_NUMBER';

export type SalesSettingLevel =
  | 'APP'
  | 'CHANNEL'
  | 'DEFAULT'
  | 'LEGAL_ENTITY';

export type SalesSetupState =
  | 'DONE'
  | 'OPEN'
  | 'SKIPPED';

/** What a row is. */
export type SalesStatementEntry =
  | 'CHARGEBACK'
  | 'CREDIT_NOTE'
  | 'INVOICE'
  | 'PAYMENT'
  | 'REFUND';

/** Whose statement, of which days (inclusive), in which currency. */
export type SalesStatementInput = {
  currency: string;
  customerId: string;
  from: string;
  /** Key; empty: all sellers. */
  legalEntity?: string;
  to: string;
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

/** What failed. */
export type SalesWorkKind =
  | 'DELIVERY'
  | 'FILE'
  | 'MAIL'
  | 'PROBLEM'
  | 'PUBLICATION'
  | 'TRANSMISSION'
  | 'WEBHOOK';

export type AgeingBucketsFragment = { notDue: { amount: string, currency: string }, days1To30: { amount: string, currency: string }, days31To60: { amount: string, currency: string }, days61To90: { amount: string, currency: string }, over90: { amount: string, currency: string }, total: { amount: string, currency: string } };

export type ApiKeyCreateMutationVariables = Exact<{
  name: string;
  scopes: Array<SalesApiKeyScope> | SalesApiKeyScope;
}>;


export type ApiKeyCreateMutation = { apiKeyCreate: { token: string, key: { id: string, name: string, prefix: string, scopes: Array<SalesApiKeyScope>, createdAt: string, lastUsedAt: string | null, revokedAt: string | null } } | null };

export type ApiKeyFieldsFragment = { id: string, name: string, prefix: string, scopes: Array<SalesApiKeyScope>, createdAt: string, lastUsedAt: string | null, revokedAt: string | null };

export type ApiKeyListQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeyListQuery = { salesApiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<SalesApiKeyScope>, createdAt: string, lastUsedAt: string | null, revokedAt: string | null }> | null };

export type ApiKeyRevokeMutationVariables = Exact<{
  id: string;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke: { key: { id: string, name: string, prefix: string, scopes: Array<SalesApiKeyScope>, createdAt: string, lastUsedAt: string | null, revokedAt: string | null } } | null };

export type BulkCancelMutationVariables = Exact<{
  id: string;
}>;


export type BulkCancelMutation = { salesBulkCancel: { job: { id: string, kind: SalesBulkKind, state: SalesBulkState, total: number, done: number, skipped: number, failed: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, downloadUrl: string | null, fileName: string, fileSize: number | null, expiresAt: string | null } } | null };

export type BulkJobQueryVariables = Exact<{
  id: string;
}>;


export type BulkJobQuery = { salesBulkJob: { id: string, kind: SalesBulkKind, state: SalesBulkState, total: number, done: number, skipped: number, failed: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, downloadUrl: string | null, fileName: string, fileSize: number | null, expiresAt: string | null } | null };

export type BulkJobFieldsFragment = { id: string, kind: SalesBulkKind, state: SalesBulkState, total: number, done: number, skipped: number, failed: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, downloadUrl: string | null, fileName: string, fileSize: number | null, expiresAt: string | null };

export type BulkJobItemsQueryVariables = Exact<{
  id: string;
  outcome?: SalesBulkOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type BulkJobItemsQuery = { salesBulkJob: { id: string, items: Array<{ id: string, documentId: string, documentNumber: string, outcome: SalesBulkOutcome, code: string, message: string }> } | null };

export type BulkJobsQueryVariables = Exact<{
  first: number;
}>;


export type BulkJobsQuery = { salesBulkJobs: Array<{ id: string, kind: SalesBulkKind, state: SalesBulkState, total: number, done: number, skipped: number, failed: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, downloadUrl: string | null, fileName: string, fileSize: number | null, expiresAt: string | null }> | null };

export type BulkStartMutationVariables = Exact<{
  input: SalesBulkInput;
}>;


export type BulkStartMutation = { salesBulkStart: { job: { id: string, kind: SalesBulkKind, state: SalesBulkState, total: number, done: number, skipped: number, failed: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, downloadUrl: string | null, fileName: string, fileSize: number | null, expiresAt: string | null } } | null };

export type ChannelListQueryVariables = Exact<{ [key: string]: never; }>;


export type ChannelListQuery = { saleorChannels: Array<{ slug: string, name: string, currency: string, isActive: boolean, country: string }> | null };

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

export type CustomerAccountQueryVariables = Exact<{
  customerId: string;
}>;


export type CustomerAccountQuery = { salesCustomerAccount: { customerId: string, name: string, email: string, documents: number, currencies: Array<string>, open: Array<{ documents: number, amount: { amount: string, currency: string } }>, overdue: Array<{ documents: number, amount: { amount: string, currency: string } }> } | null };

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

type DocumentMoney_CreditNote_Fragment = { net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, charged: { amount: string, currency: string } | null, held: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string }, refundable: { amount: string, currency: string } | null }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null };

type DocumentMoney_SalesInvoice_Fragment = { net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, charged: { amount: string, currency: string } | null, held: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string }, refundable: { amount: string, currency: string } | null }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null };

export type DocumentMoneyFragment =
  | DocumentMoney_CreditNote_Fragment
  | DocumentMoney_SalesInvoice_Fragment
;

export type DocumentPageQueryVariables = Exact<{
  id: string;
}>;


export type DocumentPageQuery = { salesInvoice:
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string, paymentTerms: string, orderDifference: unknown, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, charged: { amount: string, currency: string } | null, held: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string }, refundable: { amount: string, currency: string } | null }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }
       | null, creditNotes: Array<{ id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } }>, publications: Array<{ saleorInvoiceId: string | null, requested: boolean, state: SalesDocumentPublicationState, attempts: number, lastError: string, publishedAt: string | null }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, history: Array<{ at: string, actor: string, actorName: string, event: string, params: unknown }> | null, dispatches: Array<{ id: string, purpose: string, recipient: string, subject: string, state: SalesDispatchState, attempts: number, nextAttemptAt: string | null, lastError: string, requestedBy: string, requestedByName: string, createdAt: string, sentAt: string | null }> | null, transmission: { channel: string, state: SalesTransmissionState, externalId: string, detail: string, attempts: number, nextAttemptAt: string | null, lastError: string, createdAt: string, submittedAt: string | null, deliveredAt: string | null } | null, reminderHold: { reason: string, until: string | null, heldBy: string, heldAt: string } | null, staffNotes: Array<{ id: string, text: string, pinned: boolean, authorName: string, createdAt: string, editedAt: string | null, mine: boolean }> | null, customerLink: { url: string, opensUntil: string | null, opensItself: boolean } | null }
    | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, erasedAt: string | null, currency: string, language: string, channel: string, orderId: string | null, orderNumber: string, orderNumbers: Array<string>, customerId: string | null, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, overdue: boolean, reason: string, paymentTerms: string, orderDifference: unknown, seller: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, buyer: { name: string, tradingName: string, person: string, vatId: string, taxRegistration: string, legalInformation: string, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPriceNet: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string }, allowances: Array<{ amount: string, reason: string }>, charges: Array<{ amount: string, reason: string }> }>, charges: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, allowances: Array<{ amount: string, grossAmount: string, reason: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, prepayments: Array<{ amount: string, label: string, kind: string }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string, exemptionCode: string } }>, notes: Array<{ text: string }>, delivery: { recipient: string, supplyDate: string | null, supplyDateKind: SalesDocumentSupplyDateKind, address: { street: string, additional: string, city: string, postalCode: string, subdivision: string, country: string } | null } | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, prepaid: { amount: string, currency: string } | null, rounding: { amount: string, currency: string } | null, payable: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, charged: { amount: string, currency: string } | null, held: { amount: string, currency: string } | null, credited: { amount: string, currency: string } | null, refunded: { amount: string, currency: string } | null, payments: Array<{ id: string, kind: SalesPaymentKind, method: string, reference: string | null, occurredAt: string, recordedBy: string | null, recordedByName: string | null, amount: { amount: string, currency: string }, refundable: { amount: string, currency: string } | null }>, creditable: { total: { amount: string, currency: string }, lines: Array<{ lineId: string, name: string, quantity: string, gross: { amount: string, currency: string } }>, charges: Array<{ lineId: string, name: string, gross: { amount: string, currency: string } }> } | null, pdf: { size: number, createdAt: string } | null, xml: { size: number, createdAt: string } | null, einvoice: { outcome: SalesEInvoiceOutcome, profile: string, syntax: string, judgedBy: Array<string>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null, precedingInvoice:
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


export type DocumentVerbsQuery = { salesDocumentVerbs: { send: boolean, credit: boolean, correct: boolean, void: boolean, transmit: boolean, erase: boolean, link: boolean, unlink: boolean, delete: boolean, deleteRefused: string, retainedUntil: string | null } | null };

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

export type DraftAddressFragment = { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string };

export type DraftAdjustmentFragment = { id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string };

export type DraftCheckQueryVariables = Exact<{
  id: string;
}>;


export type DraftCheckQuery = { draftCheck: { canBeIssued: boolean, total: { amount: string, currency: string } | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type DraftCreateMutationVariables = Exact<{
  input: SalesDraftInput;
  idempotencyKey: string;
}>;


export type DraftCreateMutation = { draftCreate: { draft: { id: string, version: number, updatedAt: string, updatedBy: string, form: { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> }, document:
        | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
        | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
       } } | null };

export type DraftDiscardMutationVariables = Exact<{
  id: string;
}>;


export type DraftDiscardMutation = { draftDiscard: { discarded: boolean } | null };

export type DraftDocumentQueryVariables = Exact<{
  id: string;
}>;


export type DraftDocumentQuery = { salesInvoice:
    | { id: string, number: string, state: SalesDocumentState, kind: SalesDocumentKind }
    | { id: string, number: string, state: SalesDocumentState, kind: SalesDocumentKind }
   | null };

export type DraftFormFragment = { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> };

export type DraftIssueMutationVariables = Exact<{
  id: string;
}>;


export type DraftIssueMutation = { draftIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

export type DraftKeptFragment = { id: string, version: number, updatedAt: string, updatedBy: string, form: { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> }, document:
    | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
    | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
   };

export type DraftLastCheckQueryVariables = Exact<{
  id: string;
}>;


export type DraftLastCheckQuery = { draftCheck: { canBeIssued: boolean, nextNumber: string, mailedOnIssue: boolean, total: { amount: string, currency: string } | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type DraftLookQueryVariables = Exact<{
  id: string;
  level: SalesSettingLevel;
  name: string;
}>;


export type DraftLookQuery = { salesLookPreview: { pages: Array<string>, pageCount: number, problems: Array<{ line: number, message: string }> } | null };

export type DraftOfOrderQueryVariables = Exact<{
  orderId: string;
}>;


export type DraftOfOrderQuery = { salesDraftOfOrder: { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> } | null };

export type DraftOpenQueryVariables = Exact<{
  id: string;
}>;


export type DraftOpenQuery = { salesDraft: { id: string, version: number, updatedAt: string, updatedBy: string, form: { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> }, document:
      | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
      | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
     } | null };

export type DraftPreviewQueryVariables = Exact<{
  input: SalesDraftInput;
}>;


export type DraftPreviewQuery = { salesDraftPreview: { canBeIssued: boolean, dueDate: string | null, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, total: { amount: string, currency: string }, payable: { amount: string, currency: string }, lines: Array<{ id: string, netAmount: string, grossAmount: string, tax: { category: SalesDocumentVatCategory, rate: string } }>, vatBreakdown: Array<{ taxableAmount: string, taxAmount: string, tax: { category: SalesDocumentVatCategory, rate: string, exemptionReason: string } }>, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type DraftSurroundingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftSurroundingsQuery = { saleorChannels: Array<{ slug: string, name: string, currency: string, isActive: boolean, pricesIncludeTax: boolean, country: string }> | null, salesLegalEntities: Array<{ key: string, name: string, country: string }> | null };

export type DraftUpdateMutationVariables = Exact<{
  id: string;
  version: number;
  input: SalesDraftInput;
}>;


export type DraftUpdateMutation = { draftUpdate: { draft: { id: string, version: number, updatedAt: string, updatedBy: string, form: { legalEntity: string, channel: string, currency: string, language: string, orderId: string | null, customerId: string | null, customerEmail: string, supplyDate: string | null, dueDate: string | null, paymentTerms: string, buyerReference: string, purchaseOrder: string, pricesIncludeTax: boolean, notes: Array<string>, buyer: { name: string, tradingName: string, person: string, vatId: string, electronicAddress: { value: string, scheme: string } | null, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } }, deliveryAddress: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null, lines: Array<{ id: string, name: string, description: string, sku: string, quantity: string, unitCode: string, unitPrice: string, discountPercent: string | null, discountAmount: string | null, discountReason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string, exemptionReason: string, exemptionCode: string, orderLineId: string }>, allowances: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }>, charges: Array<{ id: string, amount: string, reason: string, taxCategory: SalesDocumentVatCategory | null, taxRate: string }> }, document:
        | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
        | { id: string, number: string, state: SalesDocumentState, testMode: boolean }
       } } | null };

export type ExchangeRateFieldsFragment = { currency: string, target: string, on: string, rate: string, source: string, enteredBy: string, enteredAt: string };

export type ExchangeRateListQueryVariables = Exact<{
  first: number;
}>;


export type ExchangeRateListQuery = { salesExchangeRates: Array<{ currency: string, target: string, on: string, rate: string, source: string, enteredBy: string, enteredAt: string }> | null };

export type ExchangeRateSetMutationVariables = Exact<{
  input: SalesExchangeRateInput;
}>;


export type ExchangeRateSetMutation = { exchangeRateSet: { exchangeRate: { currency: string, target: string, on: string, rate: string, source: string, enteredBy: string, enteredAt: string } } | null };

export type FirstInvoiceQueryVariables = Exact<{
  id: string;
}>;


export type FirstInvoiceQuery = { salesInvoice:
    | { id: string, number: string, total: { amount: string, currency: string }, buyer: { name: string }, pdf: { size: number } | null, preview: { pages: Array<{ number: number, url: string, width: number, height: number }> } | null }
    | { id: string, number: string, total: { amount: string, currency: string }, buyer: { name: string }, pdf: { size: number } | null, preview: { pages: Array<{ number: number, url: string, width: number, height: number }> } | null }
   | null };

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
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, external: { sourceSystem: string } | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, external: { sourceSystem: string } | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

type InvoiceRow_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, external: { sourceSystem: string } | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null };

type InvoiceRow_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, createdAt: string, overdue: boolean, failed: boolean | null, orderId: string | null, orderNumber: string, customerId: string | null, customerEmail: string, channel: string, paymentStatus: SalesDocumentPaymentStatus | null, external: { sourceSystem: string } | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null };

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

export type IssueRunCancelMutationVariables = Exact<{
  id: string;
}>;


export type IssueRunCancelMutation = { issueRunCancel: { run: { id: string, dryRun: boolean, state: SalesRunState, channel: string, createdFrom: string | null, createdTo: string | null, lastError: string, startedBy: string, startedAt: string, finishedAt: string | null, counts: Array<{ outcome: SalesRunOutcome, orders: number }> } } | null };

export type IssueRunFieldsFragment = { id: string, dryRun: boolean, state: SalesRunState, channel: string, createdFrom: string | null, createdTo: string | null, lastError: string, startedBy: string, startedAt: string, finishedAt: string | null, counts: Array<{ outcome: SalesRunOutcome, orders: number }> };

export type IssueRunItemsQueryVariables = Exact<{
  runId: string;
  outcome?: SalesRunOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IssueRunItemsQuery = { issueRunItems: Array<{ id: string, orderId: string, orderNumber: string, outcome: SalesRunOutcome, documentNumber: string, gross: { amount: string, currency: string } | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> }> | null };

export type IssueRunListQueryVariables = Exact<{
  first: number;
}>;


export type IssueRunListQuery = { issueRuns: Array<{ id: string, dryRun: boolean, state: SalesRunState, channel: string, createdFrom: string | null, createdTo: string | null, lastError: string, startedBy: string, startedAt: string, finishedAt: string | null, counts: Array<{ outcome: SalesRunOutcome, orders: number }> }> | null };

export type IssueRunStartMutationVariables = Exact<{
  input: IssueRunInput;
}>;


export type IssueRunStartMutation = { issueRunStart: { run: { id: string, dryRun: boolean, state: SalesRunState, channel: string, createdFrom: string | null, createdTo: string | null, lastError: string, startedBy: string, startedAt: string, finishedAt: string | null, counts: Array<{ outcome: SalesRunOutcome, orders: number }> } } | null };

export type LedgerCheckFieldsFragment = { id: string, state: SalesLedgerCheckState, withFiles: boolean, documents: number, faults: Array<string>, faultCount: number, ok: boolean | null, startedBy: string, startedAt: string, finishedAt: string | null, lastError: string };

export type LegalEntityCreateMutationVariables = Exact<{
  key: string;
  input: SalesLegalEntityInput;
}>;


export type LegalEntityCreateMutation = { legalEntityCreate: { legalEntity: { id: string, key: string, name: string, country: string, timezone: string, tradingName: string, vatId: string, taxRegistration: string, legalInformation: string, logo: string | null, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, identifiers: Array<{ value: string, scheme: string }>, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null } } | null };

export type LegalEntityDeleteMutationVariables = Exact<{
  id: string;
}>;


export type LegalEntityDeleteMutation = { legalEntityDelete: { id: string, key: string } | null };

export type LegalEntityFieldsFragment = { id: string, key: string, name: string, country: string, timezone: string, tradingName: string, vatId: string, taxRegistration: string, legalInformation: string, logo: string | null, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, identifiers: Array<{ value: string, scheme: string }>, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null };

export type LegalEntityListQueryVariables = Exact<{ [key: string]: never; }>;


export type LegalEntityListQuery = { salesLegalEntities: Array<{ id: string, key: string, name: string, country: string, timezone: string, tradingName: string, vatId: string, taxRegistration: string, legalInformation: string, logo: string | null, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, identifiers: Array<{ value: string, scheme: string }>, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null }> | null };

export type LegalEntityLogoSetMutationVariables = Exact<{
  id: string;
  logo?: string | null | undefined;
}>;


export type LegalEntityLogoSetMutation = { legalEntityLogoSet: { legalEntity: { id: string, key: string, name: string, country: string, timezone: string, tradingName: string, vatId: string, taxRegistration: string, legalInformation: string, logo: string | null, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, identifiers: Array<{ value: string, scheme: string }>, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null } } | null };

export type LegalEntityUpdateMutationVariables = Exact<{
  id: string;
  input: SalesLegalEntityInput;
}>;


export type LegalEntityUpdateMutation = { legalEntityUpdate: { legalEntity: { id: string, key: string, name: string, country: string, timezone: string, tradingName: string, vatId: string, taxRegistration: string, legalInformation: string, logo: string | null, legalRegistration: { value: string, scheme: string } | null, electronicAddress: { value: string, scheme: string } | null, identifiers: Array<{ value: string, scheme: string }>, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string }, contact: { name: string, phone: string, email: string } | null } } | null };

type LinkedDocument_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } };

type LinkedDocument_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, testMode: boolean, issueDate: string | null, paymentStatus: SalesDocumentPaymentStatus | null, total: { amount: string, currency: string } };

export type LinkedDocumentFragment =
  | LinkedDocument_CreditNote_Fragment
  | LinkedDocument_SalesInvoice_Fragment
;

export type LookDocumentsQueryVariables = Exact<{
  first: number;
  search?: string | null | undefined;
}>;


export type LookDocumentsQuery = { salesInvoices: { edges: Array<{ node:
        | { id: string, number: string, buyer: { name: string } }
        | { id: string, number: string, buyer: { name: string } }
       }> } | null };

export type LookPreviewQueryVariables = Exact<{
  input: SalesLookPreviewInput;
}>;


export type LookPreviewQuery = { salesLookPreview: { pages: Array<string>, pageCount: number, problems: Array<{ line: number, message: string }>, findings: Array<{ code: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

export type MailTestSendMutationVariables = Exact<{
  to: string;
  channel: string;
  kind: SalesDocumentKind;
  occasion: SalesMailOccasion;
  language: string;
  texts?: SalesMailTextInput | null | undefined;
}>;


export type MailTestSendMutation = { mailTestSend: { dispatch: { id: string, state: SalesDispatchState, lastError: string } } | null };

export type MailTextPreviewQueryVariables = Exact<{
  channel: string;
  kind: SalesDocumentKind;
  occasion: SalesMailOccasion;
  language: string;
  texts?: SalesMailTextInput | null | undefined;
}>;


export type MailTextPreviewQuery = { mailTextPreview: { language: string, subject: string, text: string, html: string, defaultSubject: string, defaultBody: string, problems: Array<{ code: string, message: string }> } | null };

export type NumberSamplesQueryVariables = Exact<{
  pattern: string;
  reset: SalesNumberReset;
}>;


export type NumberSamplesQuery = { salesNumberSamples: Array<string> | null };

export type OpenAmountFragment = { documents: number, amount: { amount: string, currency: string } };

export type OpenProblemsQueryVariables = Exact<{
  first: number;
}>;


export type OpenProblemsQuery = { problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null, store: { openProblems: number } | null };

export type OrderCheckQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderCheckQuery = { invoiceCheck: { canBeIssued: boolean, total: { amount: string, currency: string } | null, existing:
      | { id: string, number: string }
      | { id: string, number: string }
     | null, findings: Array<{ code: string, rule: string, severity: SalesFindingSeverity, message: string, remedy: string, place: string }> } | null };

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

type PanelDocument_CreditNote_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null };

type PanelDocument_SalesInvoice_Fragment = { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null };

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
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null }
        | { id: string, number: string, kind: SalesDocumentKind, state: SalesDocumentState, source: SalesDocumentSource, testMode: boolean, issueDate: string | null, dueDate: string | null, overdue: boolean, orderNumber: string, customerEmail: string, paymentStatus: SalesDocumentPaymentStatus | null, buyer: { name: string }, total: { amount: string, currency: string }, balance: { amount: string, currency: string } | null, pdf: { size: number } | null, creditable: { total: { amount: string, currency: string } } | null, dispatches: Array<{ id: string, purpose: string, recipient: string, state: SalesDispatchState, sentAt: string | null, lastError: string }> | null, problems: Array<{ id: string, code: string, message: string, remedy: string, subject: string, occurrences: number, lastSeenAt: string }> | null }
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
  idempotencyKey: string;
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

export type PaymentRefundMutationVariables = Exact<{
  paymentId: string;
  documentId: string;
  amount: string;
  reason: string;
  idempotencyKey: string;
}>;


export type PaymentRefundMutation = { salesPaymentRefund: { state: SalesRefundState, message: string } | null };

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

export type ReportAgeingQueryVariables = Exact<{
  asOf?: string | null | undefined;
  legalEntity: string;
  currency: string;
}>;


export type ReportAgeingQuery = { salesAgeing: { asOf: string, currencies: Array<{ currency: string, moreCustomers: number, total: { notDue: { amount: string, currency: string }, days1To30: { amount: string, currency: string }, days31To60: { amount: string, currency: string }, days61To90: { amount: string, currency: string }, over90: { amount: string, currency: string }, total: { amount: string, currency: string } }, rows: Array<{ customerId: string | null, name: string, email: string, documents: number, buckets: { notDue: { amount: string, currency: string }, days1To30: { amount: string, currency: string }, days31To60: { amount: string, currency: string }, days61To90: { amount: string, currency: string }, over90: { amount: string, currency: string }, total: { amount: string, currency: string } } }> }> } | null };

export type ReportFailedWorkQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReportFailedWorkQuery = { salesFailedWork: { edges: Array<{ node: { kind: SalesWorkKind, id: string, at: string, title: string, remedy: string, attempts: number, retryable: boolean, document:
          | { id: string, number: string, kind: SalesDocumentKind }
          | { id: string, number: string, kind: SalesDocumentKind }
         | null, problem: { id: string, code: string, subject: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReportFileQueryVariables = Exact<{
  input: SalesReportFileInput;
}>;


export type ReportFileQuery = { salesReportFile: { url: string, fileName: string } | null };

export type ReportLedgerCheckStartMutationVariables = Exact<{
  withFiles: boolean;
}>;


export type ReportLedgerCheckStartMutation = { ledgerCheckStart: { check: { id: string, state: SalesLedgerCheckState, withFiles: boolean, documents: number, faults: Array<string>, faultCount: number, ok: boolean | null, startedBy: string, startedAt: string, finishedAt: string | null, lastError: string } } | null };

export type ReportLedgerChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportLedgerChecksQuery = { salesLedgerChecks: Array<{ id: string, state: SalesLedgerCheckState, withFiles: boolean, documents: number, faults: Array<string>, faultCount: number, ok: boolean | null, startedBy: string, startedAt: string, finishedAt: string | null, lastError: string }> | null };

export type ReportNumbersQueryVariables = Exact<{
  legalEntity: string;
  testMode: boolean;
}>;


export type ReportNumbersQuery = { salesNumberReport: { at: string, series: Array<{ legalEntity: string, kind: SalesDocumentKind, testMode: boolean, period: string, first: string, last: string, documents: number, expected: number, missing: Array<string>, twins: Array<string>, complete: boolean }> } | null };

export type ReportOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportOverviewQuery = { salesOverview: { asOf: string, failed: number, toIssue: number, open: Array<{ documents: number, amount: { amount: string, currency: string } }>, overdue: Array<{ documents: number, amount: { amount: string, currency: string } }>, dueSoon: Array<{ documents: number, amount: { amount: string, currency: string } }> } | null };

export type ReportRevenueQueryVariables = Exact<{
  input: SalesRevenueInput;
}>;


export type ReportRevenueQuery = { salesRevenue: { rows: Array<{ currency: string, month: string | null, country: string | null, category: SalesDocumentVatCategory | null, rate: string | null, channel: string | null, documents: number, net: { amount: string, currency: string }, tax: { amount: string, currency: string }, gross: { amount: string, currency: string } }> } | null };

export type ReportSellersQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportSellersQuery = { salesLegalEntities: Array<{ key: string, name: string }> | null };

export type ReportStatementQueryVariables = Exact<{
  input: SalesStatementInput;
}>;


export type ReportStatementQuery = { salesStatement: { customerId: string, name: string, currency: string, from: string, to: string, opening: { amount: string, currency: string }, invoiced: { amount: string, currency: string }, credited: { amount: string, currency: string }, paid: { amount: string, currency: string }, closing: { amount: string, currency: string }, rows: Array<{ on: string, entry: SalesStatementEntry, reference: string, documentId: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } }> } | null };

export type ReportWorkRetryMutationVariables = Exact<{
  kind: SalesWorkKind;
  id: string;
}>;


export type ReportWorkRetryMutation = { failedWorkRetry: { __typename: 'FailedWorkRetry' } | null };

export type SaleorCustomersQueryVariables = Exact<{
  search: string;
}>;


export type SaleorCustomersQuery = { saleorCustomers: Array<{ id: string, email: string, name: string, companyName: string, vatId: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null }> | null };

export type SaleorOrderListQueryVariables = Exact<{
  search: string;
  first: number;
}>;


export type SaleorOrderListQuery = { saleorOrders: Array<{ id: string, number: string, created: string, status: string, channel: string, customerName: string, customerEmail: string, total: { amount: string, currency: string }, invoice:
      | { id: string, number: string }
      | { id: string, number: string }
     | null }> | null };

export type SaleorOrdersQueryVariables = Exact<{
  search: string;
}>;


export type SaleorOrdersQuery = { saleorOrders: Array<{ id: string, number: string, created: string, status: string, channel: string, customerName: string, customerEmail: string, total: { amount: string, currency: string }, invoice:
      | { id: string, number: string }
      | { id: string, number: string }
     | null }> | null };

export type SaleorProductsQueryVariables = Exact<{
  search: string;
  channel: string;
}>;


export type SaleorProductsQuery = { saleorProducts: Array<{ variantId: string, name: string, sku: string, taxRate: string | null, price: { amount: string, currency: string } | null, netPrice: { amount: string, currency: string } | null, grossPrice: { amount: string, currency: string } | null }> | null };

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

export type SellerProposalQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerProposalQuery = { salesSellerProposal: { name: string, country: string, phone: string, timezone: string, language: string, paper: string, address: { street: string, additional: string, postalCode: string, city: string, subdivision: string, country: string } | null } | null };

export type SettingFieldsFragment = { key: string, group: SalesSettingGroup, kind: SalesSettingKind, value: unknown, source: SalesSettingLevel, sourceName: string, inheritedValue: unknown, overridden: boolean, levels: Array<SalesSettingLevel>, secret: boolean, default: unknown, choices: Array<string>, least: number | null, most: number | null };

export type SettingHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  level?: string | null | undefined;
  name?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type SettingHistoryQuery = { salesSettingHistory: { edges: Array<{ node: { id: string, level: string, name: string, key: string, before: unknown, after: unknown, changedBy: string, changedByName: string, changedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SettingListQueryVariables = Exact<{
  level: SalesSettingLevel;
  name: string;
}>;


export type SettingListQuery = { salesSettings: Array<{ key: string, group: SalesSettingGroup, kind: SalesSettingKind, value: unknown, source: SalesSettingLevel, sourceName: string, inheritedValue: unknown, overridden: boolean, levels: Array<SalesSettingLevel>, secret: boolean, default: unknown, choices: Array<string>, least: number | null, most: number | null }> | null };

export type SettingsUpdateMutationVariables = Exact<{
  input: Array<SalesSettingInput> | SalesSettingInput;
}>;


export type SettingsUpdateMutation = { settingsUpdate: { changes: Array<{ id: string, level: string, name: string, key: string }>, settings: Array<{ key: string, group: SalesSettingGroup, kind: SalesSettingKind, value: unknown, source: SalesSettingLevel, sourceName: string, inheritedValue: unknown, overridden: boolean, levels: Array<SalesSettingLevel>, secret: boolean, default: unknown, choices: Array<string>, least: number | null, most: number | null }> } | null };

export type SetupDismissMutationVariables = Exact<{
  name: string;
  value?: unknown;
}>;


export type SetupDismissMutation = { salesPreferenceSet: { name: string, value: unknown } | null };

export type SetupDismissalQueryVariables = Exact<{
  name: string;
}>;


export type SetupDismissalQuery = { salesPreference: unknown };

export type SetupStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupStateQuery = { salesSetup: { complete: boolean, steps: Array<{ key: string, state: SalesSetupState, required: boolean }> } | null };

export type SetupStepSkipMutationVariables = Exact<{
  key: string;
  skip: boolean;
}>;


export type SetupStepSkipMutation = { setupStepSkip: { setup: { complete: boolean, steps: Array<{ key: string, state: SalesSetupState, required: boolean }> } } | null };

export type SetupStepsFragment = { complete: boolean, steps: Array<{ key: string, state: SalesSetupState, required: boolean }> };

export type SourceSystemsQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceSystemsQuery = { salesSourceSystems: Array<string> | null };

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

export type StripeConnectionTestMutationVariables = Exact<{
  legalEntity: string;
  secretKey?: string | null | undefined;
  publishableKey?: string | null | undefined;
}>;


export type StripeConnectionTestMutation = { stripeConnectionTest: { ok: boolean, accountId: string, accountName: string, testMode: boolean, country: string, currencies: Array<string>, code: string, message: string } | null };

export type TemplateCheckQueryVariables = Exact<{
  source: string;
}>;


export type TemplateCheckQuery = { salesTemplateCheck: Array<{ line: number, message: string }> | null };

export type TemplateStarterQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplateStarterQuery = { salesTemplateStarter: string | null };

export type VatCheckRequestMutationVariables = Exact<{
  id: string;
}>;


export type VatCheckRequestMutation = { vatCheckRequest: { check: { id: string } | null } | null };

export type VatChecksQueryVariables = Exact<{
  vatId: string;
}>;


export type VatChecksQuery = { vatChecks: Array<{ id: string, answer: SalesVatCheckAnswer, name: string, address: string, requesterVatId: string, consultationNumber: string, detail: string, checkedAt: string }> | null };

export type WrittenIssueMutationVariables = Exact<{
  id: string;
  version?: number | null | undefined;
}>;


export type WrittenIssueMutation = { draftIssue: { document:
      | { id: string, number: string }
      | { id: string, number: string }
     } | null };

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
export const AgeingBucketsFragmentDoc = new TypedDocumentString(`
    fragment AgeingBuckets on SalesAgeingBuckets {
  notDue {
    amount
    currency
  }
  days1To30 {
    amount
    currency
  }
  days31To60 {
    amount
    currency
  }
  days61To90 {
    amount
    currency
  }
  over90 {
    amount
    currency
  }
  total {
    amount
    currency
  }
}
    `, {"fragmentName":"AgeingBuckets"}) as unknown as TypedDocumentString<AgeingBucketsFragment, unknown>;
export const ApiKeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyFields on SalesApiKey {
  id
  name
  prefix
  scopes
  createdAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const BulkJobFieldsFragmentDoc = new TypedDocumentString(`
    fragment BulkJobFields on SalesBulkJob {
  id
  kind
  state
  total
  done
  skipped
  failed
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  downloadUrl
  fileName
  fileSize
  expiresAt
}
    `, {"fragmentName":"BulkJobFields"}) as unknown as TypedDocumentString<BulkJobFieldsFragment, unknown>;
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
  charged {
    amount
    currency
  }
  held {
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
    refundable {
      amount
      currency
    }
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
export const DraftAddressFragmentDoc = new TypedDocumentString(`
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
    `, {"fragmentName":"DraftAddress"}) as unknown as TypedDocumentString<DraftAddressFragment, unknown>;
export const DraftAdjustmentFragmentDoc = new TypedDocumentString(`
    fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
    `, {"fragmentName":"DraftAdjustment"}) as unknown as TypedDocumentString<DraftAdjustmentFragment, unknown>;
export const DraftFormFragmentDoc = new TypedDocumentString(`
    fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}`, {"fragmentName":"DraftForm"}) as unknown as TypedDocumentString<DraftFormFragment, unknown>;
export const DraftKeptFragmentDoc = new TypedDocumentString(`
    fragment DraftKept on SalesDraft {
  id
  version
  updatedAt
  updatedBy
  form {
    ...DraftForm
  }
  document {
    id
    number
    state
    testMode
  }
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}`, {"fragmentName":"DraftKept"}) as unknown as TypedDocumentString<DraftKeptFragment, unknown>;
export const ExchangeRateFieldsFragmentDoc = new TypedDocumentString(`
    fragment ExchangeRateFields on SalesExchangeRate {
  currency
  target
  on
  rate
  source
  enteredBy
  enteredAt
}
    `, {"fragmentName":"ExchangeRateFields"}) as unknown as TypedDocumentString<ExchangeRateFieldsFragment, unknown>;
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
  external {
    sourceSystem
  }
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
export const IssueRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment IssueRunFields on SalesRun {
  id
  dryRun
  state
  channel
  createdFrom
  createdTo
  lastError
  startedBy
  startedAt
  finishedAt
  counts {
    outcome
    orders
  }
}
    `, {"fragmentName":"IssueRunFields"}) as unknown as TypedDocumentString<IssueRunFieldsFragment, unknown>;
export const LedgerCheckFieldsFragmentDoc = new TypedDocumentString(`
    fragment LedgerCheckFields on SalesLedgerCheck {
  id
  state
  withFiles
  documents
  faults
  faultCount
  ok
  startedBy
  startedAt
  finishedAt
  lastError
}
    `, {"fragmentName":"LedgerCheckFields"}) as unknown as TypedDocumentString<LedgerCheckFieldsFragment, unknown>;
export const LegalEntityFieldsFragmentDoc = new TypedDocumentString(`
    fragment LegalEntityFields on SalesLegalEntity {
  id
  key
  name
  country
  timezone
  tradingName
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
  identifiers {
    value
    scheme
  }
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
  contact {
    name
    phone
    email
  }
  logo
}
    `, {"fragmentName":"LegalEntityFields"}) as unknown as TypedDocumentString<LegalEntityFieldsFragment, unknown>;
export const OpenAmountFragmentDoc = new TypedDocumentString(`
    fragment OpenAmount on SalesOpenAmount {
  amount {
    amount
    currency
  }
  documents
}
    `, {"fragmentName":"OpenAmount"}) as unknown as TypedDocumentString<OpenAmountFragment, unknown>;
export const PanelDocumentFragmentDoc = new TypedDocumentString(`
    fragment PanelDocument on SalesDocument {
  id
  number
  kind
  state
  source
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  customerEmail
  buyer {
    name
  }
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
export const SettingFieldsFragmentDoc = new TypedDocumentString(`
    fragment SettingFields on SalesSetting {
  key
  group
  kind
  value
  source
  sourceName
  inheritedValue
  overridden
  levels
  secret
  default
  choices
  least
  most
}
    `, {"fragmentName":"SettingFields"}) as unknown as TypedDocumentString<SettingFieldsFragment, unknown>;
export const SetupStepsFragmentDoc = new TypedDocumentString(`
    fragment SetupSteps on SalesSetup {
  complete
  steps {
    key
    state
    required
  }
}
    `, {"fragmentName":"SetupSteps"}) as unknown as TypedDocumentString<SetupStepsFragment, unknown>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($name: String!, $scopes: [SalesApiKeyScope!]!) {
  apiKeyCreate(name: $name, scopes: $scopes) {
    key {
      ...ApiKeyFields
    }
    token
  }
}
    fragment ApiKeyFields on SalesApiKey {
  id
  name
  prefix
  scopes
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyListDocument = new TypedDocumentString(`
    query ApiKeyList {
  salesApiKeys {
    ...ApiKeyFields
  }
}
    fragment ApiKeyFields on SalesApiKey {
  id
  name
  prefix
  scopes
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeyListQuery, ApiKeyListQueryVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($id: ID!) {
  apiKeyRevoke(id: $id) {
    key {
      ...ApiKeyFields
    }
  }
}
    fragment ApiKeyFields on SalesApiKey {
  id
  name
  prefix
  scopes
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const BulkCancelDocument = new TypedDocumentString(`
    mutation BulkCancel($id: ID!) {
  salesBulkCancel(id: $id) {
    job {
      ...BulkJobFields
    }
  }
}
    fragment BulkJobFields on SalesBulkJob {
  id
  kind
  state
  total
  done
  skipped
  failed
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  downloadUrl
  fileName
  fileSize
  expiresAt
}`) as unknown as TypedDocumentString<BulkCancelMutation, BulkCancelMutationVariables>;
export const BulkJobDocument = new TypedDocumentString(`
    query BulkJob($id: ID!) {
  salesBulkJob(id: $id) {
    ...BulkJobFields
  }
}
    fragment BulkJobFields on SalesBulkJob {
  id
  kind
  state
  total
  done
  skipped
  failed
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  downloadUrl
  fileName
  fileSize
  expiresAt
}`) as unknown as TypedDocumentString<BulkJobQuery, BulkJobQueryVariables>;
export const BulkJobItemsDocument = new TypedDocumentString(`
    query BulkJobItems($id: ID!, $outcome: SalesBulkOutcome, $first: Int!, $after: ID) {
  salesBulkJob(id: $id) {
    id
    items(outcome: $outcome, first: $first, after: $after) {
      id
      documentId
      documentNumber
      outcome
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BulkJobItemsQuery, BulkJobItemsQueryVariables>;
export const BulkJobsDocument = new TypedDocumentString(`
    query BulkJobs($first: Int!) {
  salesBulkJobs(first: $first) {
    ...BulkJobFields
  }
}
    fragment BulkJobFields on SalesBulkJob {
  id
  kind
  state
  total
  done
  skipped
  failed
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  downloadUrl
  fileName
  fileSize
  expiresAt
}`) as unknown as TypedDocumentString<BulkJobsQuery, BulkJobsQueryVariables>;
export const BulkStartDocument = new TypedDocumentString(`
    mutation BulkStart($input: SalesBulkInput!) {
  salesBulkStart(input: $input) {
    job {
      ...BulkJobFields
    }
  }
}
    fragment BulkJobFields on SalesBulkJob {
  id
  kind
  state
  total
  done
  skipped
  failed
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  downloadUrl
  fileName
  fileSize
  expiresAt
}`) as unknown as TypedDocumentString<BulkStartMutation, BulkStartMutationVariables>;
export const ChannelListDocument = new TypedDocumentString(`
    query ChannelList {
  saleorChannels {
    slug
    name
    currency
    isActive
    country
  }
}
    `) as unknown as TypedDocumentString<ChannelListQuery, ChannelListQueryVariables>;
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
export const CustomerAccountDocument = new TypedDocumentString(`
    query CustomerAccount($customerId: ID!) {
  salesCustomerAccount(customerId: $customerId) {
    customerId
    name
    email
    documents
    currencies
    open {
      ...OpenAmount
    }
    overdue {
      ...OpenAmount
    }
  }
}
    fragment OpenAmount on SalesOpenAmount {
  amount {
    amount
    currency
  }
  documents
}`) as unknown as TypedDocumentString<CustomerAccountQuery, CustomerAccountQueryVariables>;
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
  charged {
    amount
    currency
  }
  held {
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
    refundable {
      amount
      currency
    }
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
    link
    unlink
    delete
    deleteRefused
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
export const DraftCreateDocument = new TypedDocumentString(`
    mutation DraftCreate($input: SalesDraftInput!, $idempotencyKey: String!) {
  draftCreate(input: $input, idempotencyKey: $idempotencyKey) {
    draft {
      ...DraftKept
    }
  }
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}
fragment DraftKept on SalesDraft {
  id
  version
  updatedAt
  updatedBy
  form {
    ...DraftForm
  }
  document {
    id
    number
    state
    testMode
  }
}`) as unknown as TypedDocumentString<DraftCreateMutation, DraftCreateMutationVariables>;
export const DraftDiscardDocument = new TypedDocumentString(`
    mutation DraftDiscard($id: ID!) {
  draftDiscard(id: $id) {
    discarded
  }
}
    `) as unknown as TypedDocumentString<DraftDiscardMutation, DraftDiscardMutationVariables>;
export const DraftDocumentDocument = new TypedDocumentString(`
    query DraftDocument($id: ID!) {
  salesInvoice(id: $id) {
    id
    number
    state
    kind
  }
}
    `) as unknown as TypedDocumentString<DraftDocumentQuery, DraftDocumentQueryVariables>;
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
export const DraftLastCheckDocument = new TypedDocumentString(`
    query DraftLastCheck($id: ID!) {
  draftCheck(id: $id) {
    canBeIssued
    nextNumber
    mailedOnIssue
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
    `) as unknown as TypedDocumentString<DraftLastCheckQuery, DraftLastCheckQueryVariables>;
export const DraftLookDocument = new TypedDocumentString(`
    query DraftLook($id: ID!, $level: SalesSettingLevel!, $name: String!) {
  salesLookPreview(input: {documentId: $id, level: $level, name: $name}) {
    pages
    pageCount
    problems {
      line
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DraftLookQuery, DraftLookQueryVariables>;
export const DraftOfOrderDocument = new TypedDocumentString(`
    query DraftOfOrder($orderId: ID!) {
  salesDraftOfOrder(orderId: $orderId) {
    ...DraftForm
  }
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}`) as unknown as TypedDocumentString<DraftOfOrderQuery, DraftOfOrderQueryVariables>;
export const DraftOpenDocument = new TypedDocumentString(`
    query DraftOpen($id: ID!) {
  salesDraft(id: $id) {
    ...DraftKept
  }
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}
fragment DraftKept on SalesDraft {
  id
  version
  updatedAt
  updatedBy
  form {
    ...DraftForm
  }
  document {
    id
    number
    state
    testMode
  }
}`) as unknown as TypedDocumentString<DraftOpenQuery, DraftOpenQueryVariables>;
export const DraftPreviewDocument = new TypedDocumentString(`
    query DraftPreview($input: SalesDraftInput!) {
  salesDraftPreview(input: $input) {
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
    payable {
      amount
      currency
    }
    lines {
      id
      netAmount
      grossAmount
      tax {
        category
        rate
      }
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
    findings {
      code
      rule
      severity
      message
      remedy
      place
    }
    canBeIssued
    dueDate
  }
}
    `) as unknown as TypedDocumentString<DraftPreviewQuery, DraftPreviewQueryVariables>;
export const DraftSurroundingsDocument = new TypedDocumentString(`
    query DraftSurroundings {
  saleorChannels {
    slug
    name
    currency
    isActive
    pricesIncludeTax
    country
  }
  salesLegalEntities {
    key
    name
    country
  }
}
    `) as unknown as TypedDocumentString<DraftSurroundingsQuery, DraftSurroundingsQueryVariables>;
export const DraftUpdateDocument = new TypedDocumentString(`
    mutation DraftUpdate($id: ID!, $version: Int!, $input: SalesDraftInput!) {
  draftUpdate(id: $id, version: $version, input: $input) {
    draft {
      ...DraftKept
    }
  }
}
    fragment DraftAddress on InvoiceAddress {
  street
  additional
  postalCode
  city
  subdivision
  country
}
fragment DraftAdjustment on SalesDraftAdjustment {
  id
  amount
  reason
  taxCategory
  taxRate
}
fragment DraftForm on SalesDraftForm {
  legalEntity
  channel
  currency
  language
  orderId
  customerId
  customerEmail
  buyer {
    name
    tradingName
    person
    vatId
    electronicAddress {
      value
      scheme
    }
    address {
      ...DraftAddress
    }
  }
  deliveryAddress {
    ...DraftAddress
  }
  supplyDate
  dueDate
  paymentTerms
  buyerReference
  purchaseOrder
  pricesIncludeTax
  lines {
    id
    name
    description
    sku
    quantity
    unitCode
    unitPrice
    discountPercent
    discountAmount
    discountReason
    taxCategory
    taxRate
    exemptionReason
    exemptionCode
    orderLineId
  }
  allowances {
    ...DraftAdjustment
  }
  charges {
    ...DraftAdjustment
  }
  notes
}
fragment DraftKept on SalesDraft {
  id
  version
  updatedAt
  updatedBy
  form {
    ...DraftForm
  }
  document {
    id
    number
    state
    testMode
  }
}`) as unknown as TypedDocumentString<DraftUpdateMutation, DraftUpdateMutationVariables>;
export const ExchangeRateListDocument = new TypedDocumentString(`
    query ExchangeRateList($first: Int!) {
  salesExchangeRates(first: $first) {
    ...ExchangeRateFields
  }
}
    fragment ExchangeRateFields on SalesExchangeRate {
  currency
  target
  on
  rate
  source
  enteredBy
  enteredAt
}`) as unknown as TypedDocumentString<ExchangeRateListQuery, ExchangeRateListQueryVariables>;
export const ExchangeRateSetDocument = new TypedDocumentString(`
    mutation ExchangeRateSet($input: SalesExchangeRateInput!) {
  exchangeRateSet(input: $input) {
    exchangeRate {
      ...ExchangeRateFields
    }
  }
}
    fragment ExchangeRateFields on SalesExchangeRate {
  currency
  target
  on
  rate
  source
  enteredBy
  enteredAt
}`) as unknown as TypedDocumentString<ExchangeRateSetMutation, ExchangeRateSetMutationVariables>;
export const FirstInvoiceDocument = new TypedDocumentString(`
    query FirstInvoice($id: ID!) {
  salesInvoice(id: $id) {
    id
    number
    total {
      amount
      currency
    }
    buyer {
      name
    }
    pdf {
      size
    }
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
    `) as unknown as TypedDocumentString<FirstInvoiceQuery, FirstInvoiceQueryVariables>;
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
  external {
    sourceSystem
  }
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
export const IssueRunCancelDocument = new TypedDocumentString(`
    mutation IssueRunCancel($id: ID!) {
  issueRunCancel(id: $id) {
    run {
      ...IssueRunFields
    }
  }
}
    fragment IssueRunFields on SalesRun {
  id
  dryRun
  state
  channel
  createdFrom
  createdTo
  lastError
  startedBy
  startedAt
  finishedAt
  counts {
    outcome
    orders
  }
}`) as unknown as TypedDocumentString<IssueRunCancelMutation, IssueRunCancelMutationVariables>;
export const IssueRunItemsDocument = new TypedDocumentString(`
    query IssueRunItems($runId: ID!, $outcome: SalesRunOutcome, $first: Int!, $after: ID) {
  issueRunItems(runId: $runId, outcome: $outcome, first: $first, after: $after) {
    id
    orderId
    orderNumber
    outcome
    documentNumber
    gross {
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
    `) as unknown as TypedDocumentString<IssueRunItemsQuery, IssueRunItemsQueryVariables>;
export const IssueRunListDocument = new TypedDocumentString(`
    query IssueRunList($first: Int!) {
  issueRuns(first: $first) {
    ...IssueRunFields
  }
}
    fragment IssueRunFields on SalesRun {
  id
  dryRun
  state
  channel
  createdFrom
  createdTo
  lastError
  startedBy
  startedAt
  finishedAt
  counts {
    outcome
    orders
  }
}`) as unknown as TypedDocumentString<IssueRunListQuery, IssueRunListQueryVariables>;
export const IssueRunStartDocument = new TypedDocumentString(`
    mutation IssueRunStart($input: IssueRunInput!) {
  issueRunStart(input: $input) {
    run {
      ...IssueRunFields
    }
  }
}
    fragment IssueRunFields on SalesRun {
  id
  dryRun
  state
  channel
  createdFrom
  createdTo
  lastError
  startedBy
  startedAt
  finishedAt
  counts {
    outcome
    orders
  }
}`) as unknown as TypedDocumentString<IssueRunStartMutation, IssueRunStartMutationVariables>;
export const LegalEntityCreateDocument = new TypedDocumentString(`
    mutation LegalEntityCreate($key: String!, $input: SalesLegalEntityInput!) {
  legalEntityCreate(key: $key, input: $input) {
    legalEntity {
      ...LegalEntityFields
    }
  }
}
    fragment LegalEntityFields on SalesLegalEntity {
  id
  key
  name
  country
  timezone
  tradingName
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
  identifiers {
    value
    scheme
  }
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
  contact {
    name
    phone
    email
  }
  logo
}`) as unknown as TypedDocumentString<LegalEntityCreateMutation, LegalEntityCreateMutationVariables>;
export const LegalEntityDeleteDocument = new TypedDocumentString(`
    mutation LegalEntityDelete($id: ID!) {
  legalEntityDelete(id: $id) {
    id
    key
  }
}
    `) as unknown as TypedDocumentString<LegalEntityDeleteMutation, LegalEntityDeleteMutationVariables>;
export const LegalEntityListDocument = new TypedDocumentString(`
    query LegalEntityList {
  salesLegalEntities {
    ...LegalEntityFields
  }
}
    fragment LegalEntityFields on SalesLegalEntity {
  id
  key
  name
  country
  timezone
  tradingName
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
  identifiers {
    value
    scheme
  }
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
  contact {
    name
    phone
    email
  }
  logo
}`) as unknown as TypedDocumentString<LegalEntityListQuery, LegalEntityListQueryVariables>;
export const LegalEntityLogoSetDocument = new TypedDocumentString(`
    mutation LegalEntityLogoSet($id: ID!, $logo: String) {
  legalEntityLogoSet(id: $id, logo: $logo) {
    legalEntity {
      ...LegalEntityFields
    }
  }
}
    fragment LegalEntityFields on SalesLegalEntity {
  id
  key
  name
  country
  timezone
  tradingName
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
  identifiers {
    value
    scheme
  }
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
  contact {
    name
    phone
    email
  }
  logo
}`) as unknown as TypedDocumentString<LegalEntityLogoSetMutation, LegalEntityLogoSetMutationVariables>;
export const LegalEntityUpdateDocument = new TypedDocumentString(`
    mutation LegalEntityUpdate($id: ID!, $input: SalesLegalEntityInput!) {
  legalEntityUpdate(id: $id, input: $input) {
    legalEntity {
      ...LegalEntityFields
    }
  }
}
    fragment LegalEntityFields on SalesLegalEntity {
  id
  key
  name
  country
  timezone
  tradingName
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
  identifiers {
    value
    scheme
  }
  address {
    street
    additional
    postalCode
    city
    subdivision
    country
  }
  contact {
    name
    phone
    email
  }
  logo
}`) as unknown as TypedDocumentString<LegalEntityUpdateMutation, LegalEntityUpdateMutationVariables>;
export const LookDocumentsDocument = new TypedDocumentString(`
    query LookDocuments($first: Int!, $search: String) {
  salesInvoices(first: $first, search: $search) {
    edges {
      node {
        id
        number
        buyer {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LookDocumentsQuery, LookDocumentsQueryVariables>;
export const LookPreviewDocument = new TypedDocumentString(`
    query LookPreview($input: SalesLookPreviewInput!) {
  salesLookPreview(input: $input) {
    pages
    pageCount
    problems {
      line
      message
    }
    findings {
      code
      severity
      message
      remedy
      place
    }
  }
}
    `) as unknown as TypedDocumentString<LookPreviewQuery, LookPreviewQueryVariables>;
export const MailTestSendDocument = new TypedDocumentString(`
    mutation MailTestSend($to: String!, $channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {
  mailTestSend(
    to: $to
    channel: $channel
    kind: $kind
    occasion: $occasion
    language: $language
    texts: $texts
  ) {
    dispatch {
      id
      state
      lastError
    }
  }
}
    `) as unknown as TypedDocumentString<MailTestSendMutation, MailTestSendMutationVariables>;
export const MailTextPreviewDocument = new TypedDocumentString(`
    query MailTextPreview($channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {
  mailTextPreview(
    channel: $channel
    kind: $kind
    occasion: $occasion
    language: $language
    texts: $texts
  ) {
    language
    subject
    text
    html
    problems {
      code
      message
    }
    defaultSubject
    defaultBody
  }
}
    `) as unknown as TypedDocumentString<MailTextPreviewQuery, MailTextPreviewQueryVariables>;
export const NumberSamplesDocument = new TypedDocumentString(`
    query NumberSamples($pattern: String!, $reset: SalesNumberReset!) {
  salesNumberSamples(pattern: $pattern, reset: $reset)
}
    `) as unknown as TypedDocumentString<NumberSamplesQuery, NumberSamplesQueryVariables>;
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
  source
  testMode
  issueDate
  dueDate
  overdue
  orderNumber
  customerEmail
  buyer {
    name
  }
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
    mutation PaymentReallocate($paymentId: ID!, $fromId: ID!, $toId: ID!, $amount: ExactDecimal!, $idempotencyKey: String!) {
  paymentReallocate(
    paymentId: $paymentId
    fromId: $fromId
    toId: $toId
    amount: $amount
    idempotencyKey: $idempotencyKey
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
export const PaymentRefundDocument = new TypedDocumentString(`
    mutation PaymentRefund($paymentId: ID!, $documentId: ID!, $amount: ExactDecimal!, $reason: String!, $idempotencyKey: String!) {
  salesPaymentRefund(
    paymentId: $paymentId
    documentId: $documentId
    amount: $amount
    reason: $reason
    idempotencyKey: $idempotencyKey
  ) {
    state
    message
  }
}
    `) as unknown as TypedDocumentString<PaymentRefundMutation, PaymentRefundMutationVariables>;
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
export const ReportAgeingDocument = new TypedDocumentString(`
    query ReportAgeing($asOf: Date, $legalEntity: String!, $currency: String!) {
  salesAgeing(asOf: $asOf, legalEntity: $legalEntity, currency: $currency) {
    asOf
    currencies {
      currency
      moreCustomers
      total {
        ...AgeingBuckets
      }
      rows {
        customerId
        name
        email
        documents
        buckets {
          ...AgeingBuckets
        }
      }
    }
  }
}
    fragment AgeingBuckets on SalesAgeingBuckets {
  notDue {
    amount
    currency
  }
  days1To30 {
    amount
    currency
  }
  days31To60 {
    amount
    currency
  }
  days61To90 {
    amount
    currency
  }
  over90 {
    amount
    currency
  }
  total {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ReportAgeingQuery, ReportAgeingQueryVariables>;
export const ReportFailedWorkDocument = new TypedDocumentString(`
    query ReportFailedWork($first: Int!, $after: String) {
  salesFailedWork(first: $first, after: $after) {
    edges {
      node {
        kind
        id
        at
        title
        remedy
        attempts
        retryable
        document {
          id
          number
          kind
        }
        problem {
          id
          code
          subject
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReportFailedWorkQuery, ReportFailedWorkQueryVariables>;
export const ReportFileDocument = new TypedDocumentString(`
    query ReportFile($input: SalesReportFileInput!) {
  salesReportFile(input: $input) {
    url
    fileName
  }
}
    `) as unknown as TypedDocumentString<ReportFileQuery, ReportFileQueryVariables>;
export const ReportLedgerCheckStartDocument = new TypedDocumentString(`
    mutation ReportLedgerCheckStart($withFiles: Boolean!) {
  ledgerCheckStart(withFiles: $withFiles) {
    check {
      ...LedgerCheckFields
    }
  }
}
    fragment LedgerCheckFields on SalesLedgerCheck {
  id
  state
  withFiles
  documents
  faults
  faultCount
  ok
  startedBy
  startedAt
  finishedAt
  lastError
}`) as unknown as TypedDocumentString<ReportLedgerCheckStartMutation, ReportLedgerCheckStartMutationVariables>;
export const ReportLedgerChecksDocument = new TypedDocumentString(`
    query ReportLedgerChecks {
  salesLedgerChecks(first: 10) {
    ...LedgerCheckFields
  }
}
    fragment LedgerCheckFields on SalesLedgerCheck {
  id
  state
  withFiles
  documents
  faults
  faultCount
  ok
  startedBy
  startedAt
  finishedAt
  lastError
}`) as unknown as TypedDocumentString<ReportLedgerChecksQuery, ReportLedgerChecksQueryVariables>;
export const ReportNumbersDocument = new TypedDocumentString(`
    query ReportNumbers($legalEntity: String!, $testMode: Boolean!) {
  salesNumberReport(legalEntity: $legalEntity, testMode: $testMode) {
    at
    series {
      legalEntity
      kind
      testMode
      period
      first
      last
      documents
      expected
      missing
      twins
      complete
    }
  }
}
    `) as unknown as TypedDocumentString<ReportNumbersQuery, ReportNumbersQueryVariables>;
export const ReportOverviewDocument = new TypedDocumentString(`
    query ReportOverview {
  salesOverview {
    asOf
    open {
      ...OpenAmount
    }
    overdue {
      ...OpenAmount
    }
    dueSoon {
      ...OpenAmount
    }
    failed
    toIssue
  }
}
    fragment OpenAmount on SalesOpenAmount {
  amount {
    amount
    currency
  }
  documents
}`) as unknown as TypedDocumentString<ReportOverviewQuery, ReportOverviewQueryVariables>;
export const ReportRevenueDocument = new TypedDocumentString(`
    query ReportRevenue($input: SalesRevenueInput!) {
  salesRevenue(input: $input) {
    rows {
      currency
      month
      country
      category
      rate
      channel
      documents
      net {
        amount
        currency
      }
      tax {
        amount
        currency
      }
      gross {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportRevenueQuery, ReportRevenueQueryVariables>;
export const ReportSellersDocument = new TypedDocumentString(`
    query ReportSellers {
  salesLegalEntities {
    key
    name
  }
}
    `) as unknown as TypedDocumentString<ReportSellersQuery, ReportSellersQueryVariables>;
export const ReportStatementDocument = new TypedDocumentString(`
    query ReportStatement($input: SalesStatementInput!) {
  salesStatement(input: $input) {
    customerId
    name
    currency
    from
    to
    opening {
      amount
      currency
    }
    invoiced {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    paid {
      amount
      currency
    }
    closing {
      amount
      currency
    }
    rows {
      on
      entry
      reference
      documentId
      amount {
        amount
        currency
      }
      balance {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportStatementQuery, ReportStatementQueryVariables>;
export const ReportWorkRetryDocument = new TypedDocumentString(`
    mutation ReportWorkRetry($kind: SalesWorkKind!, $id: ID!) {
  failedWorkRetry(kind: $kind, id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<ReportWorkRetryMutation, ReportWorkRetryMutationVariables>;
export const SaleorCustomersDocument = new TypedDocumentString(`
    query SaleorCustomers($search: String!) {
  saleorCustomers(search: $search) {
    id
    email
    name
    companyName
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
}
    `) as unknown as TypedDocumentString<SaleorCustomersQuery, SaleorCustomersQueryVariables>;
export const SaleorOrderListDocument = new TypedDocumentString(`
    query SaleorOrderList($search: String!, $first: Int!) {
  saleorOrders(search: $search, first: $first) {
    id
    number
    created
    status
    channel
    customerName
    customerEmail
    total {
      amount
      currency
    }
    invoice {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<SaleorOrderListQuery, SaleorOrderListQueryVariables>;
export const SaleorOrdersDocument = new TypedDocumentString(`
    query SaleorOrders($search: String!) {
  saleorOrders(search: $search) {
    id
    number
    created
    status
    channel
    total {
      amount
      currency
    }
    customerName
    customerEmail
    invoice {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<SaleorOrdersQuery, SaleorOrdersQueryVariables>;
export const SaleorProductsDocument = new TypedDocumentString(`
    query SaleorProducts($search: String!, $channel: String!) {
  saleorProducts(search: $search, channel: $channel) {
    variantId
    name
    sku
    price {
      amount
      currency
    }
    netPrice {
      amount
      currency
    }
    grossPrice {
      amount
      currency
    }
    taxRate
  }
}
    `) as unknown as TypedDocumentString<SaleorProductsQuery, SaleorProductsQueryVariables>;
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
export const SellerProposalDocument = new TypedDocumentString(`
    query SellerProposal {
  salesSellerProposal {
    name
    country
    phone
    timezone
    language
    paper
    address {
      street
      additional
      postalCode
      city
      subdivision
      country
    }
  }
}
    `) as unknown as TypedDocumentString<SellerProposalQuery, SellerProposalQueryVariables>;
export const SettingHistoryDocument = new TypedDocumentString(`
    query SettingHistory($first: Int!, $after: String, $level: String, $name: String, $key: String) {
  salesSettingHistory(
    first: $first
    after: $after
    level: $level
    name: $name
    key: $key
  ) {
    edges {
      node {
        id
        level
        name
        key
        before
        after
        changedBy
        changedByName
        changedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SettingHistoryQuery, SettingHistoryQueryVariables>;
export const SettingListDocument = new TypedDocumentString(`
    query SettingList($level: SalesSettingLevel!, $name: String!) {
  salesSettings(level: $level, name: $name) {
    ...SettingFields
  }
}
    fragment SettingFields on SalesSetting {
  key
  group
  kind
  value
  source
  sourceName
  inheritedValue
  overridden
  levels
  secret
  default
  choices
  least
  most
}`) as unknown as TypedDocumentString<SettingListQuery, SettingListQueryVariables>;
export const SettingsUpdateDocument = new TypedDocumentString(`
    mutation SettingsUpdate($input: [SalesSettingInput!]!) {
  settingsUpdate(input: $input) {
    changes {
      id
      level
      name
      key
    }
    settings {
      ...SettingFields
    }
  }
}
    fragment SettingFields on SalesSetting {
  key
  group
  kind
  value
  source
  sourceName
  inheritedValue
  overridden
  levels
  secret
  default
  choices
  least
  most
}`) as unknown as TypedDocumentString<SettingsUpdateMutation, SettingsUpdateMutationVariables>;
export const SetupDismissDocument = new TypedDocumentString(`
    mutation SetupDismiss($name: String!, $value: JSON) {
  salesPreferenceSet(name: $name, value: $value) {
    name
    value
  }
}
    `) as unknown as TypedDocumentString<SetupDismissMutation, SetupDismissMutationVariables>;
export const SetupDismissalDocument = new TypedDocumentString(`
    query SetupDismissal($name: String!) {
  salesPreference(name: $name)
}
    `) as unknown as TypedDocumentString<SetupDismissalQuery, SetupDismissalQueryVariables>;
export const SetupStateDocument = new TypedDocumentString(`
    query SetupState {
  salesSetup {
    ...SetupSteps
  }
}
    fragment SetupSteps on SalesSetup {
  complete
  steps {
    key
    state
    required
  }
}`) as unknown as TypedDocumentString<SetupStateQuery, SetupStateQueryVariables>;
export const SetupStepSkipDocument = new TypedDocumentString(`
    mutation SetupStepSkip($key: String!, $skip: Boolean!) {
  setupStepSkip(key: $key, skip: $skip) {
    setup {
      ...SetupSteps
    }
  }
}
    fragment SetupSteps on SalesSetup {
  complete
  steps {
    key
    state
    required
  }
}`) as unknown as TypedDocumentString<SetupStepSkipMutation, SetupStepSkipMutationVariables>;
export const SourceSystemsDocument = new TypedDocumentString(`
    query SourceSystems {
  salesSourceSystems
}
    `) as unknown as TypedDocumentString<SourceSystemsQuery, SourceSystemsQueryVariables>;
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
export const StripeConnectionTestDocument = new TypedDocumentString(`
    mutation StripeConnectionTest($legalEntity: String!, $secretKey: String, $publishableKey: String) {
  stripeConnectionTest(
    legalEntity: $legalEntity
    secretKey: $secretKey
    publishableKey: $publishableKey
  ) {
    ok
    accountId
    accountName
    testMode
    country
    currencies
    code
    message
  }
}
    `) as unknown as TypedDocumentString<StripeConnectionTestMutation, StripeConnectionTestMutationVariables>;
export const TemplateCheckDocument = new TypedDocumentString(`
    query TemplateCheck($source: String!) {
  salesTemplateCheck(source: $source) {
    line
    message
  }
}
    `) as unknown as TypedDocumentString<TemplateCheckQuery, TemplateCheckQueryVariables>;
export const TemplateStarterDocument = new TypedDocumentString(`
    query TemplateStarter {
  salesTemplateStarter
}
    `) as unknown as TypedDocumentString<TemplateStarterQuery, TemplateStarterQueryVariables>;
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
export const WrittenIssueDocument = new TypedDocumentString(`
    mutation WrittenIssue($id: ID!, $version: Int) {
  draftIssue(id: $id, version: $version) {
    document {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<WrittenIssueMutation, WrittenIssueMutationVariables>;