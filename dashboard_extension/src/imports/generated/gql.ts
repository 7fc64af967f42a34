/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment ImportFindingFields on SalesImportFinding {\n  code\n  severity\n  message\n  remedy\n  column\n  value\n  stated\n  computed\n  earlier\n  most\n}": typeof types.ImportFindingFieldsFragmentDoc,
    "query ImportJob($id: ID!) {\n  salesImportJob(id: $id) {\n    ...ImportJobFields\n    options {\n      ...ImportOptionFields\n    }\n  }\n}": typeof types.ImportJobDocument,
    "fragment ImportJobFields on SalesImportJob {\n  id\n  state\n  uploadId\n  fileName\n  fileSize\n  format\n  sourceSystem\n  legalEntity\n  legalEntityName\n  policy\n  dryRun\n  publish\n  position\n  created\n  updated\n  unchanged\n  rejected\n  warned\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  progress\n}": typeof types.ImportJobFieldsFragmentDoc,
    "query ImportJobs($first: Int!) {\n  salesImportJobs(first: $first) {\n    ...ImportJobFields\n  }\n}": typeof types.ImportJobsDocument,
    "mutation ImportLink($documentId: ID!, $orderId: ID!) {\n  salesImportLink(documentId: $documentId, orderId: $orderId) {\n    document {\n      id\n      orderNumber\n    }\n  }\n}": typeof types.ImportLinkDocument,
    "mutation ImportMappingDelete($id: ID!) {\n  salesImportMappingDelete(id: $id) {\n    deleted\n  }\n}": typeof types.ImportMappingDeleteDocument,
    "mutation ImportMappingSave($name: String!, $options: SalesImportOptionsInput!) {\n  salesImportMappingSave(name: $name, options: $options) {\n    mapping {\n      id\n      name\n    }\n  }\n}": typeof types.ImportMappingSaveDocument,
    "query ImportMappings {\n  salesImportMappings {\n    id\n    name\n    updatedAt\n    options {\n      ...ImportOptionFields\n    }\n  }\n}": typeof types.ImportMappingsDocument,
    "fragment ImportOptionFields on SalesImportOptions {\n  columns {\n    header\n    field\n  }\n  sheet\n  encoding\n  delimiter\n  decimalSign\n  dateOrder\n  currency\n  language\n}": typeof types.ImportOptionFieldsFragmentDoc,
    "query ImportPreview($uploadId: ID!, $options: SalesImportOptionsInput) {\n  salesImportPreview(uploadId: $uploadId, options: $options) {\n    format\n    headers\n    rows\n    hasColumns\n    proposal {\n      header\n      field\n    }\n    options {\n      ...ImportOptionFields\n    }\n    findings {\n      ...ImportFindingFields\n    }\n    sheets {\n      name\n      hidden\n    }\n  }\n}": typeof types.ImportPreviewDocument,
    "query ImportReport($id: ID!, $language: String!) {\n  salesImportJob(id: $id) {\n    id\n    reportUrl(language: $language)\n  }\n}": typeof types.ImportReportDocument,
    "mutation ImportResume($id: ID!) {\n  salesImportResume(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": typeof types.ImportResumeDocument,
    "query ImportRows($id: ID!, $outcome: SalesImportOutcome, $first: Int!, $after: Int!) {\n  salesImportJob(id: $id) {\n    id\n    rows(outcome: $outcome, first: $first, after: $after) {\n      position\n      place\n      externalId\n      number\n      outcome\n      documentId\n      findings {\n        ...ImportFindingFields\n      }\n    }\n  }\n}": typeof types.ImportRowsDocument,
    "mutation ImportStart($input: SalesImportInput!) {\n  salesImportStart(input: $input) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": typeof types.ImportStartDocument,
    "mutation ImportStop($id: ID!) {\n  salesImportStop(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": typeof types.ImportStopDocument,
    "mutation ImportUnlink($documentId: ID!) {\n  salesImportUnlink(documentId: $documentId) {\n    document {\n      id\n    }\n  }\n}": typeof types.ImportUnlinkDocument,
    "mutation ImportedDelete($id: ID!, $reason: String!) {\n  invoiceImportDelete(id: $id, reason: $reason) {\n    id\n  }\n}": typeof types.ImportedDeleteDocument,
    "query ImportedDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    external {\n      sourceSystem\n      externalId\n      version\n      link\n      linkCode\n      orderId\n      orderNumber\n      orderReference\n      importJobId\n      updatedAt\n      orderMoney {\n        amount\n        currency\n      }\n      totalsDifferences {\n        total\n        stated {\n          amount\n          currency\n        }\n        computed {\n          amount\n          currency\n        }\n      }\n      versions {\n        version\n        number\n        replacedAt\n        replacedBy\n        total {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}": typeof types.ImportedDocumentDocument,
    "query UnlinkedImports($first: Int!, $after: ID, $unnamed: Boolean!) {\n  salesUnlinkedImports(first: $first, after: $after, unnamed: $unnamed) {\n    id\n    document {\n      id\n      number\n      kind\n      issueDate\n      customerEmail\n      buyer {\n        name\n      }\n      total {\n        amount\n        currency\n      }\n      external {\n        sourceSystem\n        externalId\n        link\n        linkCode\n        orderId\n        orderNumber\n        orderReference\n      }\n    }\n    proposals {\n      orderId\n      orderNumber\n      channel\n      customer\n      days\n    }\n  }\n}": typeof types.UnlinkedImportsDocument,
};
const documents: Documents = {
    "fragment ImportFindingFields on SalesImportFinding {\n  code\n  severity\n  message\n  remedy\n  column\n  value\n  stated\n  computed\n  earlier\n  most\n}": types.ImportFindingFieldsFragmentDoc,
    "query ImportJob($id: ID!) {\n  salesImportJob(id: $id) {\n    ...ImportJobFields\n    options {\n      ...ImportOptionFields\n    }\n  }\n}": types.ImportJobDocument,
    "fragment ImportJobFields on SalesImportJob {\n  id\n  state\n  uploadId\n  fileName\n  fileSize\n  format\n  sourceSystem\n  legalEntity\n  legalEntityName\n  policy\n  dryRun\n  publish\n  position\n  created\n  updated\n  unchanged\n  rejected\n  warned\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  progress\n}": types.ImportJobFieldsFragmentDoc,
    "query ImportJobs($first: Int!) {\n  salesImportJobs(first: $first) {\n    ...ImportJobFields\n  }\n}": types.ImportJobsDocument,
    "mutation ImportLink($documentId: ID!, $orderId: ID!) {\n  salesImportLink(documentId: $documentId, orderId: $orderId) {\n    document {\n      id\n      orderNumber\n    }\n  }\n}": types.ImportLinkDocument,
    "mutation ImportMappingDelete($id: ID!) {\n  salesImportMappingDelete(id: $id) {\n    deleted\n  }\n}": types.ImportMappingDeleteDocument,
    "mutation ImportMappingSave($name: String!, $options: SalesImportOptionsInput!) {\n  salesImportMappingSave(name: $name, options: $options) {\n    mapping {\n      id\n      name\n    }\n  }\n}": types.ImportMappingSaveDocument,
    "query ImportMappings {\n  salesImportMappings {\n    id\n    name\n    updatedAt\n    options {\n      ...ImportOptionFields\n    }\n  }\n}": types.ImportMappingsDocument,
    "fragment ImportOptionFields on SalesImportOptions {\n  columns {\n    header\n    field\n  }\n  sheet\n  encoding\n  delimiter\n  decimalSign\n  dateOrder\n  currency\n  language\n}": types.ImportOptionFieldsFragmentDoc,
    "query ImportPreview($uploadId: ID!, $options: SalesImportOptionsInput) {\n  salesImportPreview(uploadId: $uploadId, options: $options) {\n    format\n    headers\n    rows\n    hasColumns\n    proposal {\n      header\n      field\n    }\n    options {\n      ...ImportOptionFields\n    }\n    findings {\n      ...ImportFindingFields\n    }\n    sheets {\n      name\n      hidden\n    }\n  }\n}": types.ImportPreviewDocument,
    "query ImportReport($id: ID!, $language: String!) {\n  salesImportJob(id: $id) {\n    id\n    reportUrl(language: $language)\n  }\n}": types.ImportReportDocument,
    "mutation ImportResume($id: ID!) {\n  salesImportResume(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": types.ImportResumeDocument,
    "query ImportRows($id: ID!, $outcome: SalesImportOutcome, $first: Int!, $after: Int!) {\n  salesImportJob(id: $id) {\n    id\n    rows(outcome: $outcome, first: $first, after: $after) {\n      position\n      place\n      externalId\n      number\n      outcome\n      documentId\n      findings {\n        ...ImportFindingFields\n      }\n    }\n  }\n}": types.ImportRowsDocument,
    "mutation ImportStart($input: SalesImportInput!) {\n  salesImportStart(input: $input) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": types.ImportStartDocument,
    "mutation ImportStop($id: ID!) {\n  salesImportStop(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}": types.ImportStopDocument,
    "mutation ImportUnlink($documentId: ID!) {\n  salesImportUnlink(documentId: $documentId) {\n    document {\n      id\n    }\n  }\n}": types.ImportUnlinkDocument,
    "mutation ImportedDelete($id: ID!, $reason: String!) {\n  invoiceImportDelete(id: $id, reason: $reason) {\n    id\n  }\n}": types.ImportedDeleteDocument,
    "query ImportedDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    external {\n      sourceSystem\n      externalId\n      version\n      link\n      linkCode\n      orderId\n      orderNumber\n      orderReference\n      importJobId\n      updatedAt\n      orderMoney {\n        amount\n        currency\n      }\n      totalsDifferences {\n        total\n        stated {\n          amount\n          currency\n        }\n        computed {\n          amount\n          currency\n        }\n      }\n      versions {\n        version\n        number\n        replacedAt\n        replacedBy\n        total {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}": types.ImportedDocumentDocument,
    "query UnlinkedImports($first: Int!, $after: ID, $unnamed: Boolean!) {\n  salesUnlinkedImports(first: $first, after: $after, unnamed: $unnamed) {\n    id\n    document {\n      id\n      number\n      kind\n      issueDate\n      customerEmail\n      buyer {\n        name\n      }\n      total {\n        amount\n        currency\n      }\n      external {\n        sourceSystem\n        externalId\n        link\n        linkCode\n        orderId\n        orderNumber\n        orderReference\n      }\n    }\n    proposals {\n      orderId\n      orderNumber\n      channel\n      customer\n      days\n    }\n  }\n}": types.UnlinkedImportsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ImportFindingFields on SalesImportFinding {\n  code\n  severity\n  message\n  remedy\n  column\n  value\n  stated\n  computed\n  earlier\n  most\n}"): typeof import('./graphql').ImportFindingFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportJob($id: ID!) {\n  salesImportJob(id: $id) {\n    ...ImportJobFields\n    options {\n      ...ImportOptionFields\n    }\n  }\n}"): typeof import('./graphql').ImportJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ImportJobFields on SalesImportJob {\n  id\n  state\n  uploadId\n  fileName\n  fileSize\n  format\n  sourceSystem\n  legalEntity\n  legalEntityName\n  policy\n  dryRun\n  publish\n  position\n  created\n  updated\n  unchanged\n  rejected\n  warned\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  progress\n}"): typeof import('./graphql').ImportJobFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportJobs($first: Int!) {\n  salesImportJobs(first: $first) {\n    ...ImportJobFields\n  }\n}"): typeof import('./graphql').ImportJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportLink($documentId: ID!, $orderId: ID!) {\n  salesImportLink(documentId: $documentId, orderId: $orderId) {\n    document {\n      id\n      orderNumber\n    }\n  }\n}"): typeof import('./graphql').ImportLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportMappingDelete($id: ID!) {\n  salesImportMappingDelete(id: $id) {\n    deleted\n  }\n}"): typeof import('./graphql').ImportMappingDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportMappingSave($name: String!, $options: SalesImportOptionsInput!) {\n  salesImportMappingSave(name: $name, options: $options) {\n    mapping {\n      id\n      name\n    }\n  }\n}"): typeof import('./graphql').ImportMappingSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportMappings {\n  salesImportMappings {\n    id\n    name\n    updatedAt\n    options {\n      ...ImportOptionFields\n    }\n  }\n}"): typeof import('./graphql').ImportMappingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ImportOptionFields on SalesImportOptions {\n  columns {\n    header\n    field\n  }\n  sheet\n  encoding\n  delimiter\n  decimalSign\n  dateOrder\n  currency\n  language\n}"): typeof import('./graphql').ImportOptionFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportPreview($uploadId: ID!, $options: SalesImportOptionsInput) {\n  salesImportPreview(uploadId: $uploadId, options: $options) {\n    format\n    headers\n    rows\n    hasColumns\n    proposal {\n      header\n      field\n    }\n    options {\n      ...ImportOptionFields\n    }\n    findings {\n      ...ImportFindingFields\n    }\n    sheets {\n      name\n      hidden\n    }\n  }\n}"): typeof import('./graphql').ImportPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportReport($id: ID!, $language: String!) {\n  salesImportJob(id: $id) {\n    id\n    reportUrl(language: $language)\n  }\n}"): typeof import('./graphql').ImportReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportResume($id: ID!) {\n  salesImportResume(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}"): typeof import('./graphql').ImportResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportRows($id: ID!, $outcome: SalesImportOutcome, $first: Int!, $after: Int!) {\n  salesImportJob(id: $id) {\n    id\n    rows(outcome: $outcome, first: $first, after: $after) {\n      position\n      place\n      externalId\n      number\n      outcome\n      documentId\n      findings {\n        ...ImportFindingFields\n      }\n    }\n  }\n}"): typeof import('./graphql').ImportRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportStart($input: SalesImportInput!) {\n  salesImportStart(input: $input) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}"): typeof import('./graphql').ImportStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportStop($id: ID!) {\n  salesImportStop(id: $id) {\n    job {\n      ...ImportJobFields\n    }\n  }\n}"): typeof import('./graphql').ImportStopDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportUnlink($documentId: ID!) {\n  salesImportUnlink(documentId: $documentId) {\n    document {\n      id\n    }\n  }\n}"): typeof import('./graphql').ImportUnlinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportedDelete($id: ID!, $reason: String!) {\n  invoiceImportDelete(id: $id, reason: $reason) {\n    id\n  }\n}"): typeof import('./graphql').ImportedDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportedDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    external {\n      sourceSystem\n      externalId\n      version\n      link\n      linkCode\n      orderId\n      orderNumber\n      orderReference\n      importJobId\n      updatedAt\n      orderMoney {\n        amount\n        currency\n      }\n      totalsDifferences {\n        total\n        stated {\n          amount\n          currency\n        }\n        computed {\n          amount\n          currency\n        }\n      }\n      versions {\n        version\n        number\n        replacedAt\n        replacedBy\n        total {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').ImportedDocumentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnlinkedImports($first: Int!, $after: ID, $unnamed: Boolean!) {\n  salesUnlinkedImports(first: $first, after: $after, unnamed: $unnamed) {\n    id\n    document {\n      id\n      number\n      kind\n      issueDate\n      customerEmail\n      buyer {\n        name\n      }\n      total {\n        amount\n        currency\n      }\n      external {\n        sourceSystem\n        externalId\n        link\n        linkCode\n        orderId\n        orderNumber\n        orderReference\n      }\n    }\n    proposals {\n      orderId\n      orderNumber\n      channel\n      customer\n      days\n    }\n  }\n}"): typeof import('./graphql').UnlinkedImportsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
