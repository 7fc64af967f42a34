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
    "query InvoiceFiles($id: ID!) {\n  salesInvoice(id: $id) {\n    number\n    downloadUrl\n    xmlDownloadUrl\n  }\n}": typeof types.InvoiceFilesDocument,
    "query LinkInvoice {\n  salesInvoice {\n    id\n  }\n}": typeof types.LinkInvoiceDocument,
    "query MySalesInvoices($first: Int = 20, $after: String, $filter: SalesDocumentFilter, $search: String) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: {field: ISSUE_DATE, direction: DESC}\n  ) {\n    edges {\n      node {\n        ...StorefrontInvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.MySalesInvoicesDocument,
    "mutation PaymentCancel($id: ID!) {\n  invoicePaymentCancel(id: $id) {\n    ...StorefrontPayment\n  }\n}": typeof types.PaymentCancelDocument,
    "mutation PaymentCheck($id: ID!) {\n  invoicePaymentCheck(id: $id) {\n    ...StorefrontPayment\n  }\n}": typeof types.PaymentCheckDocument,
    "mutation PaymentCreate($invoiceIds: [ID!]!, $idempotencyKey: String!, $amount: ExactDecimal, $saveMethod: Boolean! = false, $savedMethodId: ID) {\n  invoicePaymentCreate(\n    invoiceIds: $invoiceIds\n    idempotencyKey: $idempotencyKey\n    amount: $amount\n    saveMethod: $saveMethod\n    savedMethodId: $savedMethodId\n  ) {\n    ...StorefrontPayment\n  }\n}": typeof types.PaymentCreateDocument,
    "query PaymentOptions($invoiceIds: [ID!]!) {\n  invoicePaymentOptions(invoiceIds: $invoiceIds) {\n    provider\n    refusal\n    externalUrl\n    total {\n      amount\n      currency\n    }\n    minimum {\n      amount\n      currency\n    }\n    step {\n      amount\n      currency\n    }\n    partial\n    testMode\n    savedMethods {\n      id\n      brand\n      last4\n      expMonth\n      expYear\n    }\n  }\n}": typeof types.PaymentOptionsDocument,
    "mutation PaymentProcess($id: ID!, $data: JSON) {\n  invoicePaymentProcess(id: $id, data: $data) {\n    ...StorefrontPayment\n  }\n}": typeof types.PaymentProcessDocument,
    "query PaymentStatus($id: ID!) {\n  invoicePaymentStatus(id: $id) {\n    ...StorefrontPayment\n  }\n}": typeof types.PaymentStatusDocument,
    "mutation SavedMethodDelete($id: ID!, $invoiceId: ID!) {\n  invoiceSavedMethodDelete(id: $id, invoiceId: $invoiceId)\n}": typeof types.SavedMethodDeleteDocument,
    "query StorefrontInvoice($id: ID) {\n  salesInvoice(id: $id) {\n    ...StorefrontInvoiceRow\n    language\n    erasedAt\n    orderId\n    orderNumbers\n    reason\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    rounding {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    seller {\n      ...StorefrontParty\n    }\n    buyer {\n      ...StorefrontParty\n    }\n    lines {\n      id\n      name\n      description\n      quantity\n      grossAmount\n      tax {\n        rate\n      }\n    }\n    charges {\n      reason\n      grossAmount\n    }\n    allowances {\n      reason\n      grossAmount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxAmount\n    }\n    notes {\n      text\n    }\n    payments {\n      id\n      kind\n      amount {\n        amount\n        currency\n      }\n      occurredAt\n    }\n    pdf {\n      size\n    }\n    xml {\n      size\n    }\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n      issueDate\n      total {\n        amount\n        currency\n      }\n    }\n  }\n}": typeof types.StorefrontInvoiceDocument,
    "fragment StorefrontInvoiceRow on SalesDocument {\n  __typename\n  id\n  number\n  kind\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  paymentStatus\n  currency\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  seller {\n    name\n    vatId\n  }\n  ... on SalesInvoice {\n    paymentUrl\n  }\n}": typeof types.StorefrontInvoiceRowFragmentDoc,
    "fragment StorefrontParty on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n}": typeof types.StorefrontPartyFragmentDoc,
    "fragment StorefrontPayment on InvoicePayment {\n  id\n  state\n  provider\n  amount {\n    amount\n    currency\n  }\n  parts {\n    invoice {\n      id\n      number\n    }\n    amount {\n      amount\n      currency\n    }\n  }\n  testMode\n  failureCode\n  failureMessage\n  stripe {\n    publishableKey\n    clientSecret\n    scriptUrl\n  }\n  saleorApp {\n    gateway\n    gatewayData\n    transactionId\n    data\n    scriptUrl\n  }\n}": typeof types.StorefrontPaymentFragmentDoc,
};
const documents: Documents = {
    "query InvoiceFiles($id: ID!) {\n  salesInvoice(id: $id) {\n    number\n    downloadUrl\n    xmlDownloadUrl\n  }\n}": types.InvoiceFilesDocument,
    "query LinkInvoice {\n  salesInvoice {\n    id\n  }\n}": types.LinkInvoiceDocument,
    "query MySalesInvoices($first: Int = 20, $after: String, $filter: SalesDocumentFilter, $search: String) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: {field: ISSUE_DATE, direction: DESC}\n  ) {\n    edges {\n      node {\n        ...StorefrontInvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.MySalesInvoicesDocument,
    "mutation PaymentCancel($id: ID!) {\n  invoicePaymentCancel(id: $id) {\n    ...StorefrontPayment\n  }\n}": types.PaymentCancelDocument,
    "mutation PaymentCheck($id: ID!) {\n  invoicePaymentCheck(id: $id) {\n    ...StorefrontPayment\n  }\n}": types.PaymentCheckDocument,
    "mutation PaymentCreate($invoiceIds: [ID!]!, $idempotencyKey: String!, $amount: ExactDecimal, $saveMethod: Boolean! = false, $savedMethodId: ID) {\n  invoicePaymentCreate(\n    invoiceIds: $invoiceIds\n    idempotencyKey: $idempotencyKey\n    amount: $amount\n    saveMethod: $saveMethod\n    savedMethodId: $savedMethodId\n  ) {\n    ...StorefrontPayment\n  }\n}": types.PaymentCreateDocument,
    "query PaymentOptions($invoiceIds: [ID!]!) {\n  invoicePaymentOptions(invoiceIds: $invoiceIds) {\n    provider\n    refusal\n    externalUrl\n    total {\n      amount\n      currency\n    }\n    minimum {\n      amount\n      currency\n    }\n    step {\n      amount\n      currency\n    }\n    partial\n    testMode\n    savedMethods {\n      id\n      brand\n      last4\n      expMonth\n      expYear\n    }\n  }\n}": types.PaymentOptionsDocument,
    "mutation PaymentProcess($id: ID!, $data: JSON) {\n  invoicePaymentProcess(id: $id, data: $data) {\n    ...StorefrontPayment\n  }\n}": types.PaymentProcessDocument,
    "query PaymentStatus($id: ID!) {\n  invoicePaymentStatus(id: $id) {\n    ...StorefrontPayment\n  }\n}": types.PaymentStatusDocument,
    "mutation SavedMethodDelete($id: ID!, $invoiceId: ID!) {\n  invoiceSavedMethodDelete(id: $id, invoiceId: $invoiceId)\n}": types.SavedMethodDeleteDocument,
    "query StorefrontInvoice($id: ID) {\n  salesInvoice(id: $id) {\n    ...StorefrontInvoiceRow\n    language\n    erasedAt\n    orderId\n    orderNumbers\n    reason\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    rounding {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    seller {\n      ...StorefrontParty\n    }\n    buyer {\n      ...StorefrontParty\n    }\n    lines {\n      id\n      name\n      description\n      quantity\n      grossAmount\n      tax {\n        rate\n      }\n    }\n    charges {\n      reason\n      grossAmount\n    }\n    allowances {\n      reason\n      grossAmount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxAmount\n    }\n    notes {\n      text\n    }\n    payments {\n      id\n      kind\n      amount {\n        amount\n        currency\n      }\n      occurredAt\n    }\n    pdf {\n      size\n    }\n    xml {\n      size\n    }\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n      issueDate\n      total {\n        amount\n        currency\n      }\n    }\n  }\n}": types.StorefrontInvoiceDocument,
    "fragment StorefrontInvoiceRow on SalesDocument {\n  __typename\n  id\n  number\n  kind\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  paymentStatus\n  currency\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  seller {\n    name\n    vatId\n  }\n  ... on SalesInvoice {\n    paymentUrl\n  }\n}": types.StorefrontInvoiceRowFragmentDoc,
    "fragment StorefrontParty on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n}": types.StorefrontPartyFragmentDoc,
    "fragment StorefrontPayment on InvoicePayment {\n  id\n  state\n  provider\n  amount {\n    amount\n    currency\n  }\n  parts {\n    invoice {\n      id\n      number\n    }\n    amount {\n      amount\n      currency\n    }\n  }\n  testMode\n  failureCode\n  failureMessage\n  stripe {\n    publishableKey\n    clientSecret\n    scriptUrl\n  }\n  saleorApp {\n    gateway\n    gatewayData\n    transactionId\n    data\n    scriptUrl\n  }\n}": types.StorefrontPaymentFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InvoiceFiles($id: ID!) {\n  salesInvoice(id: $id) {\n    number\n    downloadUrl\n    xmlDownloadUrl\n  }\n}"): typeof import('./graphql').InvoiceFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LinkInvoice {\n  salesInvoice {\n    id\n  }\n}"): typeof import('./graphql').LinkInvoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MySalesInvoices($first: Int = 20, $after: String, $filter: SalesDocumentFilter, $search: String) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: {field: ISSUE_DATE, direction: DESC}\n  ) {\n    edges {\n      node {\n        ...StorefrontInvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').MySalesInvoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentCancel($id: ID!) {\n  invoicePaymentCancel(id: $id) {\n    ...StorefrontPayment\n  }\n}"): typeof import('./graphql').PaymentCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentCheck($id: ID!) {\n  invoicePaymentCheck(id: $id) {\n    ...StorefrontPayment\n  }\n}"): typeof import('./graphql').PaymentCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentCreate($invoiceIds: [ID!]!, $idempotencyKey: String!, $amount: ExactDecimal, $saveMethod: Boolean! = false, $savedMethodId: ID) {\n  invoicePaymentCreate(\n    invoiceIds: $invoiceIds\n    idempotencyKey: $idempotencyKey\n    amount: $amount\n    saveMethod: $saveMethod\n    savedMethodId: $savedMethodId\n  ) {\n    ...StorefrontPayment\n  }\n}"): typeof import('./graphql').PaymentCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaymentOptions($invoiceIds: [ID!]!) {\n  invoicePaymentOptions(invoiceIds: $invoiceIds) {\n    provider\n    refusal\n    externalUrl\n    total {\n      amount\n      currency\n    }\n    minimum {\n      amount\n      currency\n    }\n    step {\n      amount\n      currency\n    }\n    partial\n    testMode\n    savedMethods {\n      id\n      brand\n      last4\n      expMonth\n      expYear\n    }\n  }\n}"): typeof import('./graphql').PaymentOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentProcess($id: ID!, $data: JSON) {\n  invoicePaymentProcess(id: $id, data: $data) {\n    ...StorefrontPayment\n  }\n}"): typeof import('./graphql').PaymentProcessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaymentStatus($id: ID!) {\n  invoicePaymentStatus(id: $id) {\n    ...StorefrontPayment\n  }\n}"): typeof import('./graphql').PaymentStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SavedMethodDelete($id: ID!, $invoiceId: ID!) {\n  invoiceSavedMethodDelete(id: $id, invoiceId: $invoiceId)\n}"): typeof import('./graphql').SavedMethodDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StorefrontInvoice($id: ID) {\n  salesInvoice(id: $id) {\n    ...StorefrontInvoiceRow\n    language\n    erasedAt\n    orderId\n    orderNumbers\n    reason\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    rounding {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    seller {\n      ...StorefrontParty\n    }\n    buyer {\n      ...StorefrontParty\n    }\n    lines {\n      id\n      name\n      description\n      quantity\n      grossAmount\n      tax {\n        rate\n      }\n    }\n    charges {\n      reason\n      grossAmount\n    }\n    allowances {\n      reason\n      grossAmount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxAmount\n    }\n    notes {\n      text\n    }\n    payments {\n      id\n      kind\n      amount {\n        amount\n        currency\n      }\n      occurredAt\n    }\n    pdf {\n      size\n    }\n    xml {\n      size\n    }\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n      issueDate\n      total {\n        amount\n        currency\n      }\n    }\n  }\n}"): typeof import('./graphql').StorefrontInvoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StorefrontInvoiceRow on SalesDocument {\n  __typename\n  id\n  number\n  kind\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  paymentStatus\n  currency\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  seller {\n    name\n    vatId\n  }\n  ... on SalesInvoice {\n    paymentUrl\n  }\n}"): typeof import('./graphql').StorefrontInvoiceRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StorefrontParty on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n}"): typeof import('./graphql').StorefrontPartyFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StorefrontPayment on InvoicePayment {\n  id\n  state\n  provider\n  amount {\n    amount\n    currency\n  }\n  parts {\n    invoice {\n      id\n      number\n    }\n    amount {\n      amount\n      currency\n    }\n  }\n  testMode\n  failureCode\n  failureMessage\n  stripe {\n    publishableKey\n    clientSecret\n    scriptUrl\n  }\n  saleorApp {\n    gateway\n    gatewayData\n    transactionId\n    data\n    scriptUrl\n  }\n}"): typeof import('./graphql').StorefrontPaymentFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
