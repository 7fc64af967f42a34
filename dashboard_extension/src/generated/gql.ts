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
    "query GridChannels {\n  saleorChannels {\n    slug\n    name\n    currency\n  }\n}": typeof types.GridChannelsDocument,
    "query GridCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n  }\n}": typeof types.GridCustomersDocument,
    "mutation GridDraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}": typeof types.GridDraftDiscardDocument,
    "mutation GridDraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.GridDraftIssueDocument,
    "query GridOrdersToIssue($first: Int!, $after: String) {\n  salesOrdersToIssue(first: $first, after: $after) {\n    edges {\n      node {\n        orderId\n        orderNumber\n        channel\n        status\n        customerId\n        seenAt\n        total {\n          amount\n          currency\n        }\n        charged {\n          amount\n          currency\n        }\n        problems {\n          id\n          message\n          remedy\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.GridOrdersToIssueDocument,
    "query GridPreference($name: String!) {\n  salesPreference(name: $name)\n}": typeof types.GridPreferenceDocument,
    "mutation GridPreferenceSet($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}": typeof types.GridPreferenceSetDocument,
    "mutation GridSend($id: ID!, $key: String!, $to: String!, $message: String!) {\n  invoiceSend(id: $id, idempotencyKey: $key, to: $to, message: $message) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}": typeof types.GridSendDocument,
    "query GridSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}": typeof types.GridSendPreviewDocument,
    "query GridTabs {\n  salesTabs {\n    all\n    toIssue\n    unpaid\n    overdue\n    failed\n  }\n}": typeof types.GridTabsDocument,
    "fragment GridView on SalesSavedView {\n  id\n  name\n  state\n  shared\n  mine\n}": typeof types.GridViewFragmentDoc,
    "mutation GridViewDelete($id: ID!) {\n  salesViewDelete(id: $id) {\n    deleted\n  }\n}": typeof types.GridViewDeleteDocument,
    "mutation GridViewSave($input: SalesSavedViewInput!) {\n  salesViewSave(input: $input) {\n    view {\n      ...GridView\n    }\n  }\n}": typeof types.GridViewSaveDocument,
    "query GridViewer {\n  salesViewer {\n    userId\n    email\n    mayWork\n    mayHandleMoney\n    maySet\n    mayReadSettings\n  }\n}": typeof types.GridViewerDocument,
    "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}": typeof types.GridViewsDocument,
    "query InvoiceDownload($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    downloadUrl\n  }\n}": typeof types.InvoiceDownloadDocument,
    "mutation InvoiceIssue($orderId: ID!) {\n  invoiceIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.InvoiceIssueDocument,
    "mutation InvoiceLinkRevoke($id: ID!) {\n  invoiceLinkRevoke(id: $id) {\n    revoked\n    document {\n      id\n    }\n  }\n}": typeof types.InvoiceLinkRevokeDocument,
    "query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        ...InvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.InvoiceListDocument,
    "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}": typeof types.InvoiceRowFragmentDoc,
    "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}": typeof types.OpenProblemsDocument,
    "query OrderProblems($subject: String!) {\n  problems(open: true, subject: $subject, first: 20) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": typeof types.OrderProblemsDocument,
    "query PanelCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.PanelCheckDocument,
    "mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: {everything: true, reason: $reason}\n    idempotencyKey: $idempotencyKey\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": typeof types.PanelCreditDocument,
    "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": typeof types.PanelDocumentFragmentDoc,
    "query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {\n  salesInvoices(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        ...PanelDocument\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.PanelDocumentsDocument,
    "mutation PanelProforma($orderId: ID!) {\n  proformaIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.PanelProformaDocument,
    "mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {\n  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {\n    dispatch {\n      id\n      recipient\n      state\n    }\n  }\n}": typeof types.PanelSendDocument,
    "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}": typeof types.ProblemRetryDocument,
    "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}": typeof types.SalesInvoiceDocument,
    "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}": typeof types.SalesInvoicesDocument,
};
const documents: Documents = {
    "query GridChannels {\n  saleorChannels {\n    slug\n    name\n    currency\n  }\n}": types.GridChannelsDocument,
    "query GridCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n  }\n}": types.GridCustomersDocument,
    "mutation GridDraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}": types.GridDraftDiscardDocument,
    "mutation GridDraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}": types.GridDraftIssueDocument,
    "query GridOrdersToIssue($first: Int!, $after: String) {\n  salesOrdersToIssue(first: $first, after: $after) {\n    edges {\n      node {\n        orderId\n        orderNumber\n        channel\n        status\n        customerId\n        seenAt\n        total {\n          amount\n          currency\n        }\n        charged {\n          amount\n          currency\n        }\n        problems {\n          id\n          message\n          remedy\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.GridOrdersToIssueDocument,
    "query GridPreference($name: String!) {\n  salesPreference(name: $name)\n}": types.GridPreferenceDocument,
    "mutation GridPreferenceSet($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}": types.GridPreferenceSetDocument,
    "mutation GridSend($id: ID!, $key: String!, $to: String!, $message: String!) {\n  invoiceSend(id: $id, idempotencyKey: $key, to: $to, message: $message) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}": types.GridSendDocument,
    "query GridSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}": types.GridSendPreviewDocument,
    "query GridTabs {\n  salesTabs {\n    all\n    toIssue\n    unpaid\n    overdue\n    failed\n  }\n}": types.GridTabsDocument,
    "fragment GridView on SalesSavedView {\n  id\n  name\n  state\n  shared\n  mine\n}": types.GridViewFragmentDoc,
    "mutation GridViewDelete($id: ID!) {\n  salesViewDelete(id: $id) {\n    deleted\n  }\n}": types.GridViewDeleteDocument,
    "mutation GridViewSave($input: SalesSavedViewInput!) {\n  salesViewSave(input: $input) {\n    view {\n      ...GridView\n    }\n  }\n}": types.GridViewSaveDocument,
    "query GridViewer {\n  salesViewer {\n    userId\n    email\n    mayWork\n    mayHandleMoney\n    maySet\n    mayReadSettings\n  }\n}": types.GridViewerDocument,
    "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}": types.GridViewsDocument,
    "query InvoiceDownload($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    downloadUrl\n  }\n}": types.InvoiceDownloadDocument,
    "mutation InvoiceIssue($orderId: ID!) {\n  invoiceIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": types.InvoiceIssueDocument,
    "mutation InvoiceLinkRevoke($id: ID!) {\n  invoiceLinkRevoke(id: $id) {\n    revoked\n    document {\n      id\n    }\n  }\n}": types.InvoiceLinkRevokeDocument,
    "query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        ...InvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.InvoiceListDocument,
    "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}": types.InvoiceRowFragmentDoc,
    "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}": types.OpenProblemsDocument,
    "query OrderProblems($subject: String!) {\n  problems(open: true, subject: $subject, first: 20) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": types.OrderProblemsDocument,
    "query PanelCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.PanelCheckDocument,
    "mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: {everything: true, reason: $reason}\n    idempotencyKey: $idempotencyKey\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": types.PanelCreditDocument,
    "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": types.PanelDocumentFragmentDoc,
    "query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {\n  salesInvoices(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        ...PanelDocument\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.PanelDocumentsDocument,
    "mutation PanelProforma($orderId: ID!) {\n  proformaIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": types.PanelProformaDocument,
    "mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {\n  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {\n    dispatch {\n      id\n      recipient\n      state\n    }\n  }\n}": types.PanelSendDocument,
    "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}": types.ProblemRetryDocument,
    "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}": types.SalesInvoiceDocument,
    "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}": types.SalesInvoicesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridChannels {\n  saleorChannels {\n    slug\n    name\n    currency\n  }\n}"): typeof import('./graphql').GridChannelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n  }\n}"): typeof import('./graphql').GridCustomersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridDraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}"): typeof import('./graphql').GridDraftDiscardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridDraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').GridDraftIssueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridOrdersToIssue($first: Int!, $after: String) {\n  salesOrdersToIssue(first: $first, after: $after) {\n    edges {\n      node {\n        orderId\n        orderNumber\n        channel\n        status\n        customerId\n        seenAt\n        total {\n          amount\n          currency\n        }\n        charged {\n          amount\n          currency\n        }\n        problems {\n          id\n          message\n          remedy\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').GridOrdersToIssueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridPreference($name: String!) {\n  salesPreference(name: $name)\n}"): typeof import('./graphql').GridPreferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridPreferenceSet($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}"): typeof import('./graphql').GridPreferenceSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridSend($id: ID!, $key: String!, $to: String!, $message: String!) {\n  invoiceSend(id: $id, idempotencyKey: $key, to: $to, message: $message) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}"): typeof import('./graphql').GridSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql').GridSendPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridTabs {\n  salesTabs {\n    all\n    toIssue\n    unpaid\n    overdue\n    failed\n  }\n}"): typeof import('./graphql').GridTabsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment GridView on SalesSavedView {\n  id\n  name\n  state\n  shared\n  mine\n}"): typeof import('./graphql').GridViewFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridViewDelete($id: ID!) {\n  salesViewDelete(id: $id) {\n    deleted\n  }\n}"): typeof import('./graphql').GridViewDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation GridViewSave($input: SalesSavedViewInput!) {\n  salesViewSave(input: $input) {\n    view {\n      ...GridView\n    }\n  }\n}"): typeof import('./graphql').GridViewSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridViewer {\n  salesViewer {\n    userId\n    email\n    mayWork\n    mayHandleMoney\n    maySet\n    mayReadSettings\n  }\n}"): typeof import('./graphql').GridViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}"): typeof import('./graphql').GridViewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InvoiceDownload($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    downloadUrl\n  }\n}"): typeof import('./graphql').InvoiceDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceIssue($orderId: ID!) {\n  invoiceIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').InvoiceIssueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceLinkRevoke($id: ID!) {\n  invoiceLinkRevoke(id: $id) {\n    revoked\n    document {\n      id\n    }\n  }\n}"): typeof import('./graphql').InvoiceLinkRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        ...InvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').InvoiceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}"): typeof import('./graphql').InvoiceRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}"): typeof import('./graphql').OpenProblemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderProblems($subject: String!) {\n  problems(open: true, subject: $subject, first: 20) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}"): typeof import('./graphql').OrderProblemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PanelCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').PanelCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: {everything: true, reason: $reason}\n    idempotencyKey: $idempotencyKey\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').PanelCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}"): typeof import('./graphql').PanelDocumentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {\n  salesInvoices(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        ...PanelDocument\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').PanelDocumentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PanelProforma($orderId: ID!) {\n  proformaIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').PanelProformaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {\n  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {\n    dispatch {\n      id\n      recipient\n      state\n    }\n  }\n}"): typeof import('./graphql').PanelSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}"): typeof import('./graphql').ProblemRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}"): typeof import('./graphql').SalesInvoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').SalesInvoicesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
