/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type SalesDocumentKind =
  | 'CREDIT_NOTE'
  | 'INVOICE'
  | 'PROFORMA';

/** PENDING: Saleor is being asked; UNLINKED: it has no such order, or one that does not fit. */
export type SalesExternalLink =
  | 'LINKED'
  | 'NONE'
  | 'PENDING'
  | 'UNLINKED';

export type SalesFindingSeverity =
  | 'BLOCKING'
  | 'WARNING';

/** A column of the file, and the field of ours that it is. */
export type SalesImportColumnInput = {
  field: string;
  header: string;
};

/** Which file to import, and how. */
export type SalesImportInput = {
  /** Check everything and keep nothing. */
  dryRun?: boolean;
  idempotencyKey: string;
  /** Key of the seller; empty: the store's only one. */
  legalEntity?: string;
  options?: SalesImportOptionsInput | null | undefined;
  /** What becomes of documents that were brought before and say something else. */
  policy?: SalesImportPolicy;
  /** Put documents on their orders in Saleor once linked. */
  publish?: boolean;
  /** Where the documents come from, in small letters: with its own id this makes a document known. */
  sourceSystem: string;
  /** Of the answer to the upload. */
  uploadId: string;
};

/** How a file is read; what is empty is found out from the file. */
export type SalesImportOptionsInput = {
  columns?: Array<SalesImportColumnInput> | null | undefined;
  /** Where the file names none. */
  currency?: string;
  /** `ymd`, `dmy` or `mdy`. */
  dateOrder?: string;
  decimalSign?: string;
  delimiter?: string;
  encoding?: string;
  /** Of the documents; empty: en. */
  language?: string;
  /** Of a workbook: its name; empty: the first with rows. */
  sheet?: string;
};

export type SalesImportOutcome =
  | 'CREATED'
  | 'REJECTED'
  | 'UNCHANGED'
  | 'UPDATED';

/** What becomes of a document that was brought before and says something else now: it is refused; it replaces the former one while no money was received; or it always does. What it said before is kept in both cases. */
export type SalesImportPolicy =
  | 'NEW_VERSION'
  | 'REFUSE'
  | 'UPDATE_UNPAID';

/** FAILED and STOPPED can go on by `salesImportResume`. */
export type SalesImportState =
  | 'DONE'
  | 'FAILED'
  | 'PENDING'
  | 'RUNNING'
  | 'STOPPED';

/** NET: without VAT; TAX: the VAT; GROSS: with VAT; PAYABLE: the amount due. */
export type SalesTotal =
  | 'GROSS'
  | 'NET'
  | 'PAYABLE'
  | 'TAX';

export type ImportFindingFieldsFragment = { code: string, severity: SalesFindingSeverity, message: string, remedy: string, column: string, value: string, stated: string, computed: string, earlier: string, most: string };

export type ImportJobQueryVariables = Exact<{
  id: string;
}>;


export type ImportJobQuery = { salesImportJob: { id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null, options: { sheet: string, encoding: string, delimiter: string, decimalSign: string, dateOrder: string, currency: string, language: string, columns: Array<{ header: string, field: string }> } } | null };

export type ImportJobFieldsFragment = { id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null };

export type ImportJobsQueryVariables = Exact<{
  first: number;
}>;


export type ImportJobsQuery = { salesImportJobs: Array<{ id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null }> | null };

export type ImportLinkMutationVariables = Exact<{
  documentId: string;
  orderId: string;
}>;


export type ImportLinkMutation = { salesImportLink: { document:
      | { id: string, orderNumber: string }
      | { id: string, orderNumber: string }
     } | null };

export type ImportMappingDeleteMutationVariables = Exact<{
  id: string;
}>;


export type ImportMappingDeleteMutation = { salesImportMappingDelete: { deleted: boolean } | null };

export type ImportMappingSaveMutationVariables = Exact<{
  name: string;
  options: SalesImportOptionsInput;
}>;


export type ImportMappingSaveMutation = { salesImportMappingSave: { mapping: { id: string, name: string } } | null };

export type ImportMappingsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportMappingsQuery = { salesImportMappings: Array<{ id: string, name: string, updatedAt: string, options: { sheet: string, encoding: string, delimiter: string, decimalSign: string, dateOrder: string, currency: string, language: string, columns: Array<{ header: string, field: string }> } }> | null };

export type ImportOptionFieldsFragment = { sheet: string, encoding: string, delimiter: string, decimalSign: string, dateOrder: string, currency: string, language: string, columns: Array<{ header: string, field: string }> };

export type ImportPreviewQueryVariables = Exact<{
  uploadId: string;
  options?: SalesImportOptionsInput | null | undefined;
}>;


export type ImportPreviewQuery = { salesImportPreview: { format: string, headers: Array<string>, rows: Array<Array<string>>, hasColumns: boolean, proposal: Array<{ header: string, field: string }>, options: { sheet: string, encoding: string, delimiter: string, decimalSign: string, dateOrder: string, currency: string, language: string, columns: Array<{ header: string, field: string }> }, findings: Array<{ code: string, severity: SalesFindingSeverity, message: string, remedy: string, column: string, value: string, stated: string, computed: string, earlier: string, most: string }>, sheets: Array<{ name: string, hidden: boolean }> } | null };

export type ImportReportQueryVariables = Exact<{
  id: string;
  language: string;
}>;


export type ImportReportQuery = { salesImportJob: { id: string, reportUrl: string } | null };

export type ImportResumeMutationVariables = Exact<{
  id: string;
}>;


export type ImportResumeMutation = { salesImportResume: { job: { id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null } } | null };

export type ImportRowsQueryVariables = Exact<{
  id: string;
  outcome?: SalesImportOutcome | null | undefined;
  first: number;
  after: number;
}>;


export type ImportRowsQuery = { salesImportJob: { id: string, rows: Array<{ position: number, place: string, externalId: string, number: string, outcome: SalesImportOutcome, documentId: string | null, findings: Array<{ code: string, severity: SalesFindingSeverity, message: string, remedy: string, column: string, value: string, stated: string, computed: string, earlier: string, most: string }> }> } | null };

export type ImportStartMutationVariables = Exact<{
  input: SalesImportInput;
}>;


export type ImportStartMutation = { salesImportStart: { job: { id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null } } | null };

export type ImportStopMutationVariables = Exact<{
  id: string;
}>;


export type ImportStopMutation = { salesImportStop: { job: { id: string, state: SalesImportState, uploadId: string, fileName: string, fileSize: number, format: string, sourceSystem: string, legalEntity: string, legalEntityName: string, policy: SalesImportPolicy, dryRun: boolean, publish: boolean, position: number, created: number, updated: number, unchanged: number, rejected: number, warned: number, startedBy: string, startedByName: string, createdAt: string, finishedAt: string | null, lastError: string, progress: number | null } } | null };

export type ImportUnlinkMutationVariables = Exact<{
  documentId: string;
}>;


export type ImportUnlinkMutation = { salesImportUnlink: { document:
      | { id: string }
      | { id: string }
     } | null };

export type ImportedDeleteMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ImportedDeleteMutation = { invoiceImportDelete: { id: string } | null };

export type ImportedDocumentQueryVariables = Exact<{
  id: string;
}>;


export type ImportedDocumentQuery = { salesInvoice:
    | { id: string, external: { sourceSystem: string, externalId: string, version: number, link: SalesExternalLink, linkCode: string, orderId: string, orderNumber: string, orderReference: string, importJobId: string | null, updatedAt: string, orderMoney: { amount: string, currency: string } | null, totalsDifferences: Array<{ total: SalesTotal, stated: { amount: string, currency: string }, computed: { amount: string, currency: string } }>, versions: Array<{ version: number, number: string, replacedAt: string, replacedBy: string, total: { amount: string, currency: string } }> } | null }
    | { id: string, external: { sourceSystem: string, externalId: string, version: number, link: SalesExternalLink, linkCode: string, orderId: string, orderNumber: string, orderReference: string, importJobId: string | null, updatedAt: string, orderMoney: { amount: string, currency: string } | null, totalsDifferences: Array<{ total: SalesTotal, stated: { amount: string, currency: string }, computed: { amount: string, currency: string } }>, versions: Array<{ version: number, number: string, replacedAt: string, replacedBy: string, total: { amount: string, currency: string } }> } | null }
   | null };

export type UnlinkedImportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unnamed: boolean;
}>;


export type UnlinkedImportsQuery = { salesUnlinkedImports: Array<{ id: string, document:
      | { id: string, number: string, kind: SalesDocumentKind, issueDate: string | null, customerEmail: string, buyer: { name: string }, total: { amount: string, currency: string }, external: { sourceSystem: string, externalId: string, link: SalesExternalLink, linkCode: string, orderId: string, orderNumber: string, orderReference: string } | null }
      | { id: string, number: string, kind: SalesDocumentKind, issueDate: string | null, customerEmail: string, buyer: { name: string }, total: { amount: string, currency: string }, external: { sourceSystem: string, externalId: string, link: SalesExternalLink, linkCode: string, orderId: string, orderNumber: string, orderReference: string } | null }
    , proposals: Array<{ orderId: string, orderNumber: string, channel: string, customer: boolean, days: number | null }> }> | null };

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
export const ImportFindingFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImportFindingFields on SalesImportFinding {
  code
  severity
  message
  remedy
  column
  value
  stated
  computed
  earlier
  most
}
    `, {"fragmentName":"ImportFindingFields"}) as unknown as TypedDocumentString<ImportFindingFieldsFragment, unknown>;
export const ImportJobFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}
    `, {"fragmentName":"ImportJobFields"}) as unknown as TypedDocumentString<ImportJobFieldsFragment, unknown>;
export const ImportOptionFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImportOptionFields on SalesImportOptions {
  columns {
    header
    field
  }
  sheet
  encoding
  delimiter
  decimalSign
  dateOrder
  currency
  language
}
    `, {"fragmentName":"ImportOptionFields"}) as unknown as TypedDocumentString<ImportOptionFieldsFragment, unknown>;
export const ImportJobDocument = new TypedDocumentString(`
    query ImportJob($id: ID!) {
  salesImportJob(id: $id) {
    ...ImportJobFields
    options {
      ...ImportOptionFields
    }
  }
}
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}
fragment ImportOptionFields on SalesImportOptions {
  columns {
    header
    field
  }
  sheet
  encoding
  delimiter
  decimalSign
  dateOrder
  currency
  language
}`) as unknown as TypedDocumentString<ImportJobQuery, ImportJobQueryVariables>;
export const ImportJobsDocument = new TypedDocumentString(`
    query ImportJobs($first: Int!) {
  salesImportJobs(first: $first) {
    ...ImportJobFields
  }
}
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}`) as unknown as TypedDocumentString<ImportJobsQuery, ImportJobsQueryVariables>;
export const ImportLinkDocument = new TypedDocumentString(`
    mutation ImportLink($documentId: ID!, $orderId: ID!) {
  salesImportLink(documentId: $documentId, orderId: $orderId) {
    document {
      id
      orderNumber
    }
  }
}
    `) as unknown as TypedDocumentString<ImportLinkMutation, ImportLinkMutationVariables>;
export const ImportMappingDeleteDocument = new TypedDocumentString(`
    mutation ImportMappingDelete($id: ID!) {
  salesImportMappingDelete(id: $id) {
    deleted
  }
}
    `) as unknown as TypedDocumentString<ImportMappingDeleteMutation, ImportMappingDeleteMutationVariables>;
export const ImportMappingSaveDocument = new TypedDocumentString(`
    mutation ImportMappingSave($name: String!, $options: SalesImportOptionsInput!) {
  salesImportMappingSave(name: $name, options: $options) {
    mapping {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMappingSaveMutation, ImportMappingSaveMutationVariables>;
export const ImportMappingsDocument = new TypedDocumentString(`
    query ImportMappings {
  salesImportMappings {
    id
    name
    updatedAt
    options {
      ...ImportOptionFields
    }
  }
}
    fragment ImportOptionFields on SalesImportOptions {
  columns {
    header
    field
  }
  sheet
  encoding
  delimiter
  decimalSign
  dateOrder
  currency
  language
}`) as unknown as TypedDocumentString<ImportMappingsQuery, ImportMappingsQueryVariables>;
export const ImportPreviewDocument = new TypedDocumentString(`
    query ImportPreview($uploadId: ID!, $options: SalesImportOptionsInput) {
  salesImportPreview(uploadId: $uploadId, options: $options) {
    format
    headers
    rows
    hasColumns
    proposal {
      header
      field
    }
    options {
      ...ImportOptionFields
    }
    findings {
      ...ImportFindingFields
    }
    sheets {
      name
      hidden
    }
  }
}
    fragment ImportFindingFields on SalesImportFinding {
  code
  severity
  message
  remedy
  column
  value
  stated
  computed
  earlier
  most
}
fragment ImportOptionFields on SalesImportOptions {
  columns {
    header
    field
  }
  sheet
  encoding
  delimiter
  decimalSign
  dateOrder
  currency
  language
}`) as unknown as TypedDocumentString<ImportPreviewQuery, ImportPreviewQueryVariables>;
export const ImportReportDocument = new TypedDocumentString(`
    query ImportReport($id: ID!, $language: String!) {
  salesImportJob(id: $id) {
    id
    reportUrl(language: $language)
  }
}
    `) as unknown as TypedDocumentString<ImportReportQuery, ImportReportQueryVariables>;
export const ImportResumeDocument = new TypedDocumentString(`
    mutation ImportResume($id: ID!) {
  salesImportResume(id: $id) {
    job {
      ...ImportJobFields
    }
  }
}
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}`) as unknown as TypedDocumentString<ImportResumeMutation, ImportResumeMutationVariables>;
export const ImportRowsDocument = new TypedDocumentString(`
    query ImportRows($id: ID!, $outcome: SalesImportOutcome, $first: Int!, $after: Int!) {
  salesImportJob(id: $id) {
    id
    rows(outcome: $outcome, first: $first, after: $after) {
      position
      place
      externalId
      number
      outcome
      documentId
      findings {
        ...ImportFindingFields
      }
    }
  }
}
    fragment ImportFindingFields on SalesImportFinding {
  code
  severity
  message
  remedy
  column
  value
  stated
  computed
  earlier
  most
}`) as unknown as TypedDocumentString<ImportRowsQuery, ImportRowsQueryVariables>;
export const ImportStartDocument = new TypedDocumentString(`
    mutation ImportStart($input: SalesImportInput!) {
  salesImportStart(input: $input) {
    job {
      ...ImportJobFields
    }
  }
}
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}`) as unknown as TypedDocumentString<ImportStartMutation, ImportStartMutationVariables>;
export const ImportStopDocument = new TypedDocumentString(`
    mutation ImportStop($id: ID!) {
  salesImportStop(id: $id) {
    job {
      ...ImportJobFields
    }
  }
}
    fragment ImportJobFields on SalesImportJob {
  id
  state
  uploadId
  fileName
  fileSize
  format
  sourceSystem
  legalEntity
  legalEntityName
  policy
  dryRun
  publish
  position
  created
  updated
  unchanged
  rejected
  warned
  startedBy
  startedByName
  createdAt
  finishedAt
  lastError
  progress
}`) as unknown as TypedDocumentString<ImportStopMutation, ImportStopMutationVariables>;
export const ImportUnlinkDocument = new TypedDocumentString(`
    mutation ImportUnlink($documentId: ID!) {
  salesImportUnlink(documentId: $documentId) {
    document {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUnlinkMutation, ImportUnlinkMutationVariables>;
export const ImportedDeleteDocument = new TypedDocumentString(`
    mutation ImportedDelete($id: ID!, $reason: String!) {
  invoiceImportDelete(id: $id, reason: $reason) {
    id
  }
}
    `) as unknown as TypedDocumentString<ImportedDeleteMutation, ImportedDeleteMutationVariables>;
export const ImportedDocumentDocument = new TypedDocumentString(`
    query ImportedDocument($id: ID!) {
  salesInvoice(id: $id) {
    id
    external {
      sourceSystem
      externalId
      version
      link
      linkCode
      orderId
      orderNumber
      orderReference
      importJobId
      updatedAt
      orderMoney {
        amount
        currency
      }
      totalsDifferences {
        total
        stated {
          amount
          currency
        }
        computed {
          amount
          currency
        }
      }
      versions {
        version
        number
        replacedAt
        replacedBy
        total {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportedDocumentQuery, ImportedDocumentQueryVariables>;
export const UnlinkedImportsDocument = new TypedDocumentString(`
    query UnlinkedImports($first: Int!, $after: ID, $unnamed: Boolean!) {
  salesUnlinkedImports(first: $first, after: $after, unnamed: $unnamed) {
    id
    document {
      id
      number
      kind
      issueDate
      customerEmail
      buyer {
        name
      }
      total {
        amount
        currency
      }
      external {
        sourceSystem
        externalId
        link
        linkCode
        orderId
        orderNumber
        orderReference
      }
    }
    proposals {
      orderId
      orderNumber
      channel
      customer
      days
    }
  }
}
    `) as unknown as TypedDocumentString<UnlinkedImportsQuery, UnlinkedImportsQueryVariables>;