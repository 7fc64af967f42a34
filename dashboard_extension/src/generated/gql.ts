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
    "fragment AgeingBuckets on SalesAgeingBuckets {\n  notDue {\n    amount\n    currency\n  }\n  days1To30 {\n    amount\n    currency\n  }\n  days31To60 {\n    amount\n    currency\n  }\n  days61To90 {\n    amount\n    currency\n  }\n  over90 {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n}": typeof types.AgeingBucketsFragmentDoc,
    "mutation ApiKeyCreate($name: String!, $scopes: [SalesApiKeyScope!]!) {\n  apiKeyCreate(name: $name, scopes: $scopes) {\n    key {\n      ...ApiKeyFields\n    }\n    token\n  }\n}": typeof types.ApiKeyCreateDocument,
    "fragment ApiKeyFields on SalesApiKey {\n  id\n  name\n  prefix\n  scopes\n  createdAt\n  lastUsedAt\n  revokedAt\n}": typeof types.ApiKeyFieldsFragmentDoc,
    "query ApiKeyList {\n  salesApiKeys {\n    ...ApiKeyFields\n  }\n}": typeof types.ApiKeyListDocument,
    "mutation ApiKeyRevoke($id: ID!) {\n  apiKeyRevoke(id: $id) {\n    key {\n      ...ApiKeyFields\n    }\n  }\n}": typeof types.ApiKeyRevokeDocument,
    "mutation BulkCancel($id: ID!) {\n  salesBulkCancel(id: $id) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}": typeof types.BulkCancelDocument,
    "query BulkJob($id: ID!) {\n  salesBulkJob(id: $id) {\n    ...BulkJobFields\n  }\n}": typeof types.BulkJobDocument,
    "fragment BulkJobFields on SalesBulkJob {\n  id\n  kind\n  state\n  total\n  done\n  skipped\n  failed\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  downloadUrl\n  fileName\n  fileSize\n  expiresAt\n}": typeof types.BulkJobFieldsFragmentDoc,
    "query BulkJobItems($id: ID!, $outcome: SalesBulkOutcome, $first: Int!, $after: ID) {\n  salesBulkJob(id: $id) {\n    id\n    items(outcome: $outcome, first: $first, after: $after) {\n      id\n      documentId\n      documentNumber\n      outcome\n      code\n      message\n    }\n  }\n}": typeof types.BulkJobItemsDocument,
    "query BulkJobs($first: Int!) {\n  salesBulkJobs(first: $first) {\n    ...BulkJobFields\n  }\n}": typeof types.BulkJobsDocument,
    "mutation BulkStart($input: SalesBulkInput!) {\n  salesBulkStart(input: $input) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}": typeof types.BulkStartDocument,
    "query ChannelList {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    country\n  }\n}": typeof types.ChannelListDocument,
    "mutation CreditNoteCreate($invoiceId: ID!, $input: CreditNoteInput!, $idempotencyKey: String!, $draft: Boolean!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: $input\n    idempotencyKey: $idempotencyKey\n    draft: $draft\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": typeof types.CreditNoteCreateDocument,
    "query CreditNotePreview($invoiceId: ID!, $input: CreditNoteInput!, $draft: Boolean!) {\n  creditNotePreview(invoiceId: $invoiceId, input: $input, draft: $draft) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    left {\n      amount\n      currency\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n  }\n}": typeof types.CreditNotePreviewDocument,
    "query CustomerAccount($customerId: ID!) {\n  salesCustomerAccount(customerId: $customerId) {\n    customerId\n    name\n    email\n    documents\n    currencies\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n  }\n}": typeof types.CustomerAccountDocument,
    "fragment CustomerLink on SalesCustomerLink {\n  url\n  opensUntil\n  opensItself\n}": typeof types.CustomerLinkFragmentDoc,
    "mutation DispatchMarkSent($id: ID!) {\n  dispatchMarkSent(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}": typeof types.DispatchMarkSentDocument,
    "mutation DispatchRetry($id: ID!) {\n  dispatchRetry(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}": typeof types.DispatchRetryDocument,
    "fragment DocumentContent on SalesDocument {\n  seller {\n    ...DocumentParty\n  }\n  buyer {\n    ...DocumentParty\n  }\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPriceNet\n    netAmount\n    grossAmount\n    tax {\n      category\n      rate\n    }\n    allowances {\n      amount\n      reason\n    }\n    charges {\n      amount\n      reason\n    }\n  }\n  charges {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  allowances {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  prepayments {\n    amount\n    label\n    kind\n  }\n  vatBreakdown {\n    tax {\n      category\n      rate\n      exemptionReason\n      exemptionCode\n    }\n    taxableAmount\n    taxAmount\n  }\n  notes {\n    text\n  }\n  delivery {\n    recipient\n    supplyDate\n    supplyDateKind\n    address {\n      ...DocumentAddress\n    }\n  }\n  paymentTerms\n}\n\nfragment DocumentParty on InvoiceParty {\n  name\n  tradingName\n  person\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  address {\n    ...DocumentAddress\n  }\n  contact {\n    name\n    phone\n    email\n  }\n}\n\nfragment DocumentAddress on InvoiceAddress {\n  street\n  additional\n  city\n  postalCode\n  subdivision\n  country\n}": typeof types.DocumentContentFragmentDoc,
    "mutation DocumentErase($id: ID!, $reason: String!) {\n  documentErase(id: $id, reason: $reason) {\n    document {\n      id\n      erasedAt\n    }\n  }\n}": typeof types.DocumentEraseDocument,
    "fragment DocumentHead on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  erasedAt\n  currency\n  language\n  channel\n  orderId\n  orderNumber\n  orderNumbers\n  customerId\n  customerEmail\n  paymentStatus\n  overdue\n  reason\n}": typeof types.DocumentHeadFragmentDoc,
    "fragment DocumentMoney on SalesDocument {\n  net {\n    amount\n    currency\n  }\n  tax {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n  prepaid {\n    amount\n    currency\n  }\n  rounding {\n    amount\n    currency\n  }\n  payable {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  charged {\n    amount\n    currency\n  }\n  held {\n    amount\n    currency\n  }\n  credited {\n    amount\n    currency\n  }\n  refunded {\n    amount\n    currency\n  }\n  payments {\n    id\n    kind\n    amount {\n      amount\n      currency\n    }\n    method\n    reference\n    occurredAt\n    recordedBy\n    recordedByName\n    refundable {\n      amount\n      currency\n    }\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n    lines {\n      lineId\n      name\n      quantity\n      gross {\n        amount\n        currency\n      }\n    }\n    charges {\n      lineId\n      name\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}": typeof types.DocumentMoneyFragmentDoc,
    "query DocumentPage($id: ID!) {\n  salesInvoice(id: $id) {\n    ...DocumentHead\n    ...DocumentContent\n    ...DocumentMoney\n    ...DocumentWorkings\n  }\n}": typeof types.DocumentPageDocument,
    "query DocumentPreview($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}": typeof types.DocumentPreviewDocument,
    "query DocumentVerbs($id: ID!) {\n  salesDocumentVerbs(id: $id) {\n    send\n    credit\n    correct\n    void\n    transmit\n    erase\n    link\n    unlink\n    delete\n    deleteRefused\n    retainedUntil\n  }\n}": typeof types.DocumentVerbsDocument,
    "fragment DocumentWorkings on SalesDocument {\n  pdf {\n    size\n    createdAt\n  }\n  xml {\n    size\n    createdAt\n  }\n  einvoice {\n    outcome\n    profile\n    syntax\n    judgedBy\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n  orderDifference\n  precedingInvoice {\n    ...LinkedDocument\n  }\n  creditNotes {\n    ...LinkedDocument\n  }\n  publications {\n    saleorInvoiceId\n    requested\n    state\n    attempts\n    lastError\n    publishedAt\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  history {\n    at\n    actor\n    actorName\n    event\n    params\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    subject\n    state\n    attempts\n    nextAttemptAt\n    lastError\n    requestedBy\n    requestedByName\n    createdAt\n    sentAt\n  }\n  transmission {\n    channel\n    state\n    externalId\n    detail\n    attempts\n    nextAttemptAt\n    lastError\n    createdAt\n    submittedAt\n    deliveredAt\n  }\n  reminderHold {\n    reason\n    until\n    heldBy\n    heldAt\n  }\n  staffNotes {\n    ...StaffNote\n  }\n  customerLink {\n    ...CustomerLink\n  }\n}": typeof types.DocumentWorkingsFragmentDoc,
    "query DocumentXml($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    xmlDownloadUrl\n  }\n}": typeof types.DocumentXmlDocument,
    "fragment DraftAddress on InvoiceAddress {\n  street\n  additional\n  postalCode\n  city\n  subdivision\n  country\n}": typeof types.DraftAddressFragmentDoc,
    "fragment DraftAdjustment on SalesDraftAdjustment {\n  id\n  amount\n  reason\n  taxCategory\n  taxRate\n}": typeof types.DraftAdjustmentFragmentDoc,
    "query DraftCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.DraftCheckDocument,
    "mutation DraftCreate($input: SalesDraftInput!, $idempotencyKey: String!) {\n  draftCreate(input: $input, idempotencyKey: $idempotencyKey) {\n    draft {\n      ...DraftKept\n    }\n  }\n}": typeof types.DraftCreateDocument,
    "mutation DraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}": typeof types.DraftDiscardDocument,
    "query DraftDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    state\n    kind\n  }\n}": typeof types.DraftDocumentDocument,
    "fragment DraftForm on SalesDraftForm {\n  legalEntity\n  channel\n  currency\n  language\n  orderId\n  customerId\n  customerEmail\n  buyer {\n    name\n    tradingName\n    person\n    vatId\n    electronicAddress {\n      value\n      scheme\n    }\n    address {\n      ...DraftAddress\n    }\n  }\n  deliveryAddress {\n    ...DraftAddress\n  }\n  supplyDate\n  dueDate\n  paymentTerms\n  buyerReference\n  purchaseOrder\n  pricesIncludeTax\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPrice\n    discountPercent\n    discountAmount\n    discountReason\n    taxCategory\n    taxRate\n    exemptionReason\n    exemptionCode\n    orderLineId\n  }\n  allowances {\n    ...DraftAdjustment\n  }\n  charges {\n    ...DraftAdjustment\n  }\n  notes\n}": typeof types.DraftFormFragmentDoc,
    "mutation DraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.DraftIssueDocument,
    "fragment DraftKept on SalesDraft {\n  id\n  version\n  updatedAt\n  updatedBy\n  form {\n    ...DraftForm\n  }\n  document {\n    id\n    number\n    state\n    testMode\n  }\n}": typeof types.DraftKeptFragmentDoc,
    "query DraftLastCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    nextNumber\n    mailedOnIssue\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.DraftLastCheckDocument,
    "query DraftLook($id: ID!, $level: SalesSettingLevel!, $name: String!) {\n  salesLookPreview(input: {documentId: $id, level: $level, name: $name}) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n  }\n}": typeof types.DraftLookDocument,
    "query DraftOfOrder($orderId: ID!) {\n  salesDraftOfOrder(orderId: $orderId) {\n    ...DraftForm\n  }\n}": typeof types.DraftOfOrderDocument,
    "query DraftOpen($id: ID!) {\n  salesDraft(id: $id) {\n    ...DraftKept\n  }\n}": typeof types.DraftOpenDocument,
    "query DraftPreview($input: SalesDraftInput!) {\n  salesDraftPreview(input: $input) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    lines {\n      id\n      netAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n    dueDate\n  }\n}": typeof types.DraftPreviewDocument,
    "query DraftSurroundings {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    pricesIncludeTax\n    country\n  }\n  salesLegalEntities {\n    key\n    name\n    country\n  }\n}": typeof types.DraftSurroundingsDocument,
    "mutation DraftUpdate($id: ID!, $version: Int!, $input: SalesDraftInput!) {\n  draftUpdate(id: $id, version: $version, input: $input) {\n    draft {\n      ...DraftKept\n    }\n  }\n}": typeof types.DraftUpdateDocument,
    "fragment ExchangeRateFields on SalesExchangeRate {\n  currency\n  target\n  on\n  rate\n  source\n  enteredBy\n  enteredAt\n}": typeof types.ExchangeRateFieldsFragmentDoc,
    "query ExchangeRateList($first: Int!) {\n  salesExchangeRates(first: $first) {\n    ...ExchangeRateFields\n  }\n}": typeof types.ExchangeRateListDocument,
    "mutation ExchangeRateSet($input: SalesExchangeRateInput!) {\n  exchangeRateSet(input: $input) {\n    exchangeRate {\n      ...ExchangeRateFields\n    }\n  }\n}": typeof types.ExchangeRateSetDocument,
    "query FirstInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    total {\n      amount\n      currency\n    }\n    buyer {\n      name\n    }\n    pdf {\n      size\n    }\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}": typeof types.FirstInvoiceDocument,
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
    "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}": typeof types.GridViewsDocument,
    "mutation InvoiceCorrect($id: ID!, $reason: String!) {\n  invoiceCorrect(id: $id, reason: $reason) {\n    invoice {\n      id\n      number\n    }\n    creditNote {\n      id\n      number\n    }\n  }\n}": typeof types.InvoiceCorrectDocument,
    "query InvoiceDownload($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    downloadUrl\n  }\n}": typeof types.InvoiceDownloadDocument,
    "mutation InvoiceIssue($orderId: ID!) {\n  invoiceIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.InvoiceIssueDocument,
    "mutation InvoiceLinkCopy($id: ID!) {\n  invoiceLinkCopy(id: $id) {\n    link {\n      ...CustomerLink\n    }\n  }\n}": typeof types.InvoiceLinkCopyDocument,
    "mutation InvoiceLinkRevoke($id: ID!) {\n  invoiceLinkRevoke(id: $id) {\n    revoked\n    document {\n      id\n    }\n  }\n}": typeof types.InvoiceLinkRevokeDocument,
    "query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        ...InvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.InvoiceListDocument,
    "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  external {\n    sourceSystem\n  }\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}": typeof types.InvoiceRowFragmentDoc,
    "mutation InvoiceSend($id: ID!, $idempotencyKey: String!, $to: String!, $message: String!) {\n  invoiceSend(\n    id: $id\n    idempotencyKey: $idempotencyKey\n    to: $to\n    message: $message\n  ) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}": typeof types.InvoiceSendDocument,
    "query InvoiceSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    language\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}": typeof types.InvoiceSendPreviewDocument,
    "mutation InvoiceTransmit($id: ID!) {\n  invoiceTransmit(id: $id) {\n    transmission {\n      channel\n      state\n    }\n  }\n}": typeof types.InvoiceTransmitDocument,
    "mutation InvoiceVoid($id: ID!, $reason: String!) {\n  invoiceVoid(id: $id, reason: $reason) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": typeof types.InvoiceVoidDocument,
    "query InvoicesToPay($filter: SalesDocumentFilter!, $search: String) {\n  salesInvoices(first: 20, filter: $filter, search: $search) {\n    edges {\n      node {\n        id\n        number\n        issueDate\n        orderNumber\n        buyer {\n          name\n        }\n        balance {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}": typeof types.InvoicesToPayDocument,
    "mutation IssueRunCancel($id: ID!) {\n  issueRunCancel(id: $id) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}": typeof types.IssueRunCancelDocument,
    "fragment IssueRunFields on SalesRun {\n  id\n  dryRun\n  state\n  channel\n  createdFrom\n  createdTo\n  lastError\n  startedBy\n  startedAt\n  finishedAt\n  counts {\n    outcome\n    orders\n  }\n}": typeof types.IssueRunFieldsFragmentDoc,
    "query IssueRunItems($runId: ID!, $outcome: SalesRunOutcome, $first: Int!, $after: ID) {\n  issueRunItems(runId: $runId, outcome: $outcome, first: $first, after: $after) {\n    id\n    orderId\n    orderNumber\n    outcome\n    documentNumber\n    gross {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.IssueRunItemsDocument,
    "query IssueRunList($first: Int!) {\n  issueRuns(first: $first) {\n    ...IssueRunFields\n  }\n}": typeof types.IssueRunListDocument,
    "mutation IssueRunStart($input: IssueRunInput!) {\n  issueRunStart(input: $input) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}": typeof types.IssueRunStartDocument,
    "fragment LedgerCheckFields on SalesLedgerCheck {\n  id\n  state\n  withFiles\n  documents\n  faults\n  faultCount\n  ok\n  startedBy\n  startedAt\n  finishedAt\n  lastError\n}": typeof types.LedgerCheckFieldsFragmentDoc,
    "mutation LegalEntityCreate($key: String!, $input: SalesLegalEntityInput!) {\n  legalEntityCreate(key: $key, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": typeof types.LegalEntityCreateDocument,
    "mutation LegalEntityDelete($id: ID!) {\n  legalEntityDelete(id: $id) {\n    id\n    key\n  }\n}": typeof types.LegalEntityDeleteDocument,
    "fragment LegalEntityFields on SalesLegalEntity {\n  id\n  key\n  name\n  country\n  timezone\n  tradingName\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  identifiers {\n    value\n    scheme\n  }\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n  contact {\n    name\n    phone\n    email\n  }\n  logo\n}": typeof types.LegalEntityFieldsFragmentDoc,
    "query LegalEntityList {\n  salesLegalEntities {\n    ...LegalEntityFields\n  }\n}": typeof types.LegalEntityListDocument,
    "mutation LegalEntityLogoSet($id: ID!, $logo: String) {\n  legalEntityLogoSet(id: $id, logo: $logo) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": typeof types.LegalEntityLogoSetDocument,
    "mutation LegalEntityUpdate($id: ID!, $input: SalesLegalEntityInput!) {\n  legalEntityUpdate(id: $id, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": typeof types.LegalEntityUpdateDocument,
    "fragment LinkedDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n}": typeof types.LinkedDocumentFragmentDoc,
    "query LookDocuments($first: Int!, $search: String) {\n  salesInvoices(first: $first, search: $search) {\n    edges {\n      node {\n        id\n        number\n        buyer {\n          name\n        }\n      }\n    }\n  }\n}": typeof types.LookDocumentsDocument,
    "query LookPreview($input: SalesLookPreviewInput!) {\n  salesLookPreview(input: $input) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n    findings {\n      code\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.LookPreviewDocument,
    "mutation MailTestSend($to: String!, $channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTestSend(\n    to: $to\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    dispatch {\n      id\n      state\n      lastError\n    }\n  }\n}": typeof types.MailTestSendDocument,
    "query MailTextPreview($channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTextPreview(\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    language\n    subject\n    text\n    html\n    problems {\n      code\n      message\n    }\n    defaultSubject\n    defaultBody\n  }\n}": typeof types.MailTextPreviewDocument,
    "query NumberSamples($pattern: String!, $reset: SalesNumberReset!) {\n  salesNumberSamples(pattern: $pattern, reset: $reset)\n}": typeof types.NumberSamplesDocument,
    "fragment OpenAmount on SalesOpenAmount {\n  amount {\n    amount\n    currency\n  }\n  documents\n}": typeof types.OpenAmountFragmentDoc,
    "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}": typeof types.OpenProblemsDocument,
    "query OrderCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.OrderCheckDocument,
    "query OrderDocuments($orderId: ID!) {\n  salesInvoices(first: 20, filter: {orderId: $orderId}) {\n    edges {\n      node {\n        ...LinkedDocument\n      }\n    }\n  }\n}": typeof types.OrderDocumentsDocument,
    "query OrderProblems($subject: String!) {\n  problems(open: true, subject: $subject, first: 20) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": typeof types.OrderProblemsDocument,
    "query PanelCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": typeof types.PanelCheckDocument,
    "mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: {everything: true, reason: $reason}\n    idempotencyKey: $idempotencyKey\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": typeof types.PanelCreditDocument,
    "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  buyer {\n    name\n  }\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": typeof types.PanelDocumentFragmentDoc,
    "query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {\n  salesInvoices(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        ...PanelDocument\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.PanelDocumentsDocument,
    "mutation PanelProforma($orderId: ID!) {\n  proformaIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.PanelProformaDocument,
    "mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {\n  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {\n    dispatch {\n      id\n      recipient\n      state\n    }\n  }\n}": typeof types.PanelSendDocument,
    "mutation PaymentReallocate($paymentId: ID!, $fromId: ID!, $toId: ID!, $amount: ExactDecimal!, $idempotencyKey: String!) {\n  paymentReallocate(\n    paymentId: $paymentId\n    fromId: $fromId\n    toId: $toId\n    amount: $amount\n    idempotencyKey: $idempotencyKey\n  ) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.PaymentReallocateDocument,
    "mutation PaymentRecord($invoiceId: ID!, $input: SalesPaymentInput!) {\n  paymentRecord(invoiceId: $invoiceId, input: $input) {\n    document {\n      id\n      paymentStatus\n    }\n  }\n}": typeof types.PaymentRecordDocument,
    "mutation PaymentRefund($paymentId: ID!, $documentId: ID!, $amount: ExactDecimal!, $reason: String!, $idempotencyKey: String!) {\n  salesPaymentRefund(\n    paymentId: $paymentId\n    documentId: $documentId\n    amount: $amount\n    reason: $reason\n    idempotencyKey: $idempotencyKey\n  ) {\n    state\n    message\n  }\n}": typeof types.PaymentRefundDocument,
    "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}": typeof types.ProblemRetryDocument,
    "mutation ReminderHold($id: ID!, $reason: String!, $until: Date) {\n  reminderHold(id: $id, reason: $reason, until: $until) {\n    hold {\n      until\n    }\n  }\n}": typeof types.ReminderHoldDocument,
    "mutation ReminderRelease($id: ID!) {\n  reminderRelease(id: $id) {\n    document {\n      id\n    }\n  }\n}": typeof types.ReminderReleaseDocument,
    "query ReportAgeing($asOf: Date, $legalEntity: String!, $currency: String!) {\n  salesAgeing(asOf: $asOf, legalEntity: $legalEntity, currency: $currency) {\n    asOf\n    currencies {\n      currency\n      moreCustomers\n      total {\n        ...AgeingBuckets\n      }\n      rows {\n        customerId\n        name\n        email\n        documents\n        buckets {\n          ...AgeingBuckets\n        }\n      }\n    }\n  }\n}": typeof types.ReportAgeingDocument,
    "query ReportFailedWork($first: Int!, $after: String) {\n  salesFailedWork(first: $first, after: $after) {\n    edges {\n      node {\n        kind\n        id\n        at\n        title\n        remedy\n        attempts\n        retryable\n        document {\n          id\n          number\n          kind\n        }\n        problem {\n          id\n          code\n          subject\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.ReportFailedWorkDocument,
    "query ReportFile($input: SalesReportFileInput!) {\n  salesReportFile(input: $input) {\n    url\n    fileName\n  }\n}": typeof types.ReportFileDocument,
    "mutation ReportLedgerCheckStart($withFiles: Boolean!) {\n  ledgerCheckStart(withFiles: $withFiles) {\n    check {\n      ...LedgerCheckFields\n    }\n  }\n}": typeof types.ReportLedgerCheckStartDocument,
    "query ReportLedgerChecks {\n  salesLedgerChecks(first: 10) {\n    ...LedgerCheckFields\n  }\n}": typeof types.ReportLedgerChecksDocument,
    "query ReportNumbers($legalEntity: String!, $testMode: Boolean!) {\n  salesNumberReport(legalEntity: $legalEntity, testMode: $testMode) {\n    at\n    series {\n      legalEntity\n      kind\n      testMode\n      period\n      first\n      last\n      documents\n      expected\n      missing\n      twins\n      complete\n    }\n  }\n}": typeof types.ReportNumbersDocument,
    "query ReportOverview {\n  salesOverview {\n    asOf\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n    dueSoon {\n      ...OpenAmount\n    }\n    failed\n    toIssue\n  }\n}": typeof types.ReportOverviewDocument,
    "query ReportRevenue($input: SalesRevenueInput!) {\n  salesRevenue(input: $input) {\n    rows {\n      currency\n      month\n      country\n      category\n      rate\n      channel\n      documents\n      net {\n        amount\n        currency\n      }\n      tax {\n        amount\n        currency\n      }\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}": typeof types.ReportRevenueDocument,
    "query ReportSellers {\n  salesLegalEntities {\n    key\n    name\n  }\n}": typeof types.ReportSellersDocument,
    "query ReportStatement($input: SalesStatementInput!) {\n  salesStatement(input: $input) {\n    customerId\n    name\n    currency\n    from\n    to\n    opening {\n      amount\n      currency\n    }\n    invoiced {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    paid {\n      amount\n      currency\n    }\n    closing {\n      amount\n      currency\n    }\n    rows {\n      on\n      entry\n      reference\n      documentId\n      amount {\n        amount\n        currency\n      }\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}": typeof types.ReportStatementDocument,
    "mutation ReportWorkRetry($kind: SalesWorkKind!, $id: ID!) {\n  failedWorkRetry(kind: $kind, id: $id) {\n    __typename\n  }\n}": typeof types.ReportWorkRetryDocument,
    "query SaleorCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n    vatId\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}": typeof types.SaleorCustomersDocument,
    "query SaleorOrderList($search: String!, $first: Int!) {\n  saleorOrders(search: $search, first: $first) {\n    id\n    number\n    created\n    status\n    channel\n    customerName\n    customerEmail\n    total {\n      amount\n      currency\n    }\n    invoice {\n      id\n      number\n    }\n  }\n}": typeof types.SaleorOrderListDocument,
    "query SaleorOrders($search: String!) {\n  saleorOrders(search: $search) {\n    id\n    number\n    created\n    status\n    channel\n    total {\n      amount\n      currency\n    }\n    customerName\n    customerEmail\n    invoice {\n      id\n      number\n    }\n  }\n}": typeof types.SaleorOrdersDocument,
    "query SaleorProducts($search: String!, $channel: String!) {\n  saleorProducts(search: $search, channel: $channel) {\n    variantId\n    name\n    sku\n    price {\n      amount\n      currency\n    }\n    netPrice {\n      amount\n      currency\n    }\n    grossPrice {\n      amount\n      currency\n    }\n    taxRate\n  }\n}": typeof types.SaleorProductsDocument,
    "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}": typeof types.SalesInvoiceDocument,
    "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}": typeof types.SalesInvoicesDocument,
    "query SellerProposal {\n  salesSellerProposal {\n    name\n    country\n    phone\n    timezone\n    language\n    paper\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}": typeof types.SellerProposalDocument,
    "fragment SettingFields on SalesSetting {\n  key\n  group\n  kind\n  value\n  source\n  sourceName\n  inheritedValue\n  overridden\n  levels\n  secret\n  default\n  choices\n  least\n  most\n}": typeof types.SettingFieldsFragmentDoc,
    "query SettingHistory($first: Int!, $after: String, $level: String, $name: String, $key: String) {\n  salesSettingHistory(\n    first: $first\n    after: $after\n    level: $level\n    name: $name\n    key: $key\n  ) {\n    edges {\n      node {\n        id\n        level\n        name\n        key\n        before\n        after\n        changedBy\n        changedByName\n        changedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.SettingHistoryDocument,
    "query SettingList($level: SalesSettingLevel!, $name: String!) {\n  salesSettings(level: $level, name: $name) {\n    ...SettingFields\n  }\n}": typeof types.SettingListDocument,
    "mutation SettingsUpdate($input: [SalesSettingInput!]!) {\n  settingsUpdate(input: $input) {\n    changes {\n      id\n      level\n      name\n      key\n    }\n    settings {\n      ...SettingFields\n    }\n  }\n}": typeof types.SettingsUpdateDocument,
    "mutation SetupDismiss($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}": typeof types.SetupDismissDocument,
    "query SetupDismissal($name: String!) {\n  salesPreference(name: $name)\n}": typeof types.SetupDismissalDocument,
    "query SetupState {\n  salesSetup {\n    ...SetupSteps\n  }\n}": typeof types.SetupStateDocument,
    "mutation SetupStepSkip($key: String!, $skip: Boolean!) {\n  setupStepSkip(key: $key, skip: $skip) {\n    setup {\n      ...SetupSteps\n    }\n  }\n}": typeof types.SetupStepSkipDocument,
    "fragment SetupSteps on SalesSetup {\n  complete\n  steps {\n    key\n    state\n    required\n  }\n}": typeof types.SetupStepsFragmentDoc,
    "query SourceSystems {\n  salesSourceSystems\n}": typeof types.SourceSystemsDocument,
    "fragment StaffNote on SalesStaffNote {\n  id\n  text\n  pinned\n  authorName\n  createdAt\n  editedAt\n  mine\n}": typeof types.StaffNoteFragmentDoc,
    "mutation StaffNoteAdd($documentId: ID!, $text: String!) {\n  staffNoteAdd(documentId: $documentId, text: $text) {\n    note {\n      id\n    }\n  }\n}": typeof types.StaffNoteAddDocument,
    "mutation StaffNoteDelete($id: ID!) {\n  staffNoteDelete(id: $id) {\n    deleted\n  }\n}": typeof types.StaffNoteDeleteDocument,
    "mutation StaffNoteUpdate($id: ID!, $text: String, $pinned: Boolean) {\n  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {\n    note {\n      id\n    }\n  }\n}": typeof types.StaffNoteUpdateDocument,
    "mutation StripeConnectionTest($legalEntity: String!, $secretKey: String, $publishableKey: String) {\n  stripeConnectionTest(\n    legalEntity: $legalEntity\n    secretKey: $secretKey\n    publishableKey: $publishableKey\n  ) {\n    ok\n    accountId\n    accountName\n    testMode\n    country\n    currencies\n    code\n    message\n  }\n}": typeof types.StripeConnectionTestDocument,
    "query TemplateCheck($source: String!) {\n  salesTemplateCheck(source: $source) {\n    line\n    message\n  }\n}": typeof types.TemplateCheckDocument,
    "query TemplateStarter {\n  salesTemplateStarter\n}": typeof types.TemplateStarterDocument,
    "mutation VatCheckRequest($id: ID!) {\n  vatCheckRequest(id: $id) {\n    check {\n      id\n    }\n  }\n}": typeof types.VatCheckRequestDocument,
    "query VatChecks($vatId: String!) {\n  vatChecks(vatId: $vatId, first: 5) {\n    id\n    answer\n    name\n    address\n    requesterVatId\n    consultationNumber\n    detail\n    checkedAt\n  }\n}": typeof types.VatChecksDocument,
    "mutation WrittenIssue($id: ID!, $version: Int) {\n  draftIssue(id: $id, version: $version) {\n    document {\n      id\n      number\n    }\n  }\n}": typeof types.WrittenIssueDocument,
};
const documents: Documents = {
    "fragment AgeingBuckets on SalesAgeingBuckets {\n  notDue {\n    amount\n    currency\n  }\n  days1To30 {\n    amount\n    currency\n  }\n  days31To60 {\n    amount\n    currency\n  }\n  days61To90 {\n    amount\n    currency\n  }\n  over90 {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n}": types.AgeingBucketsFragmentDoc,
    "mutation ApiKeyCreate($name: String!, $scopes: [SalesApiKeyScope!]!) {\n  apiKeyCreate(name: $name, scopes: $scopes) {\n    key {\n      ...ApiKeyFields\n    }\n    token\n  }\n}": types.ApiKeyCreateDocument,
    "fragment ApiKeyFields on SalesApiKey {\n  id\n  name\n  prefix\n  scopes\n  createdAt\n  lastUsedAt\n  revokedAt\n}": types.ApiKeyFieldsFragmentDoc,
    "query ApiKeyList {\n  salesApiKeys {\n    ...ApiKeyFields\n  }\n}": types.ApiKeyListDocument,
    "mutation ApiKeyRevoke($id: ID!) {\n  apiKeyRevoke(id: $id) {\n    key {\n      ...ApiKeyFields\n    }\n  }\n}": types.ApiKeyRevokeDocument,
    "mutation BulkCancel($id: ID!) {\n  salesBulkCancel(id: $id) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}": types.BulkCancelDocument,
    "query BulkJob($id: ID!) {\n  salesBulkJob(id: $id) {\n    ...BulkJobFields\n  }\n}": types.BulkJobDocument,
    "fragment BulkJobFields on SalesBulkJob {\n  id\n  kind\n  state\n  total\n  done\n  skipped\n  failed\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  downloadUrl\n  fileName\n  fileSize\n  expiresAt\n}": types.BulkJobFieldsFragmentDoc,
    "query BulkJobItems($id: ID!, $outcome: SalesBulkOutcome, $first: Int!, $after: ID) {\n  salesBulkJob(id: $id) {\n    id\n    items(outcome: $outcome, first: $first, after: $after) {\n      id\n      documentId\n      documentNumber\n      outcome\n      code\n      message\n    }\n  }\n}": types.BulkJobItemsDocument,
    "query BulkJobs($first: Int!) {\n  salesBulkJobs(first: $first) {\n    ...BulkJobFields\n  }\n}": types.BulkJobsDocument,
    "mutation BulkStart($input: SalesBulkInput!) {\n  salesBulkStart(input: $input) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}": types.BulkStartDocument,
    "query ChannelList {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    country\n  }\n}": types.ChannelListDocument,
    "mutation CreditNoteCreate($invoiceId: ID!, $input: CreditNoteInput!, $idempotencyKey: String!, $draft: Boolean!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: $input\n    idempotencyKey: $idempotencyKey\n    draft: $draft\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": types.CreditNoteCreateDocument,
    "query CreditNotePreview($invoiceId: ID!, $input: CreditNoteInput!, $draft: Boolean!) {\n  creditNotePreview(invoiceId: $invoiceId, input: $input, draft: $draft) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    left {\n      amount\n      currency\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n  }\n}": types.CreditNotePreviewDocument,
    "query CustomerAccount($customerId: ID!) {\n  salesCustomerAccount(customerId: $customerId) {\n    customerId\n    name\n    email\n    documents\n    currencies\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n  }\n}": types.CustomerAccountDocument,
    "fragment CustomerLink on SalesCustomerLink {\n  url\n  opensUntil\n  opensItself\n}": types.CustomerLinkFragmentDoc,
    "mutation DispatchMarkSent($id: ID!) {\n  dispatchMarkSent(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}": types.DispatchMarkSentDocument,
    "mutation DispatchRetry($id: ID!) {\n  dispatchRetry(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}": types.DispatchRetryDocument,
    "fragment DocumentContent on SalesDocument {\n  seller {\n    ...DocumentParty\n  }\n  buyer {\n    ...DocumentParty\n  }\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPriceNet\n    netAmount\n    grossAmount\n    tax {\n      category\n      rate\n    }\n    allowances {\n      amount\n      reason\n    }\n    charges {\n      amount\n      reason\n    }\n  }\n  charges {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  allowances {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  prepayments {\n    amount\n    label\n    kind\n  }\n  vatBreakdown {\n    tax {\n      category\n      rate\n      exemptionReason\n      exemptionCode\n    }\n    taxableAmount\n    taxAmount\n  }\n  notes {\n    text\n  }\n  delivery {\n    recipient\n    supplyDate\n    supplyDateKind\n    address {\n      ...DocumentAddress\n    }\n  }\n  paymentTerms\n}\n\nfragment DocumentParty on InvoiceParty {\n  name\n  tradingName\n  person\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  address {\n    ...DocumentAddress\n  }\n  contact {\n    name\n    phone\n    email\n  }\n}\n\nfragment DocumentAddress on InvoiceAddress {\n  street\n  additional\n  city\n  postalCode\n  subdivision\n  country\n}": types.DocumentContentFragmentDoc,
    "mutation DocumentErase($id: ID!, $reason: String!) {\n  documentErase(id: $id, reason: $reason) {\n    document {\n      id\n      erasedAt\n    }\n  }\n}": types.DocumentEraseDocument,
    "fragment DocumentHead on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  erasedAt\n  currency\n  language\n  channel\n  orderId\n  orderNumber\n  orderNumbers\n  customerId\n  customerEmail\n  paymentStatus\n  overdue\n  reason\n}": types.DocumentHeadFragmentDoc,
    "fragment DocumentMoney on SalesDocument {\n  net {\n    amount\n    currency\n  }\n  tax {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n  prepaid {\n    amount\n    currency\n  }\n  rounding {\n    amount\n    currency\n  }\n  payable {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  charged {\n    amount\n    currency\n  }\n  held {\n    amount\n    currency\n  }\n  credited {\n    amount\n    currency\n  }\n  refunded {\n    amount\n    currency\n  }\n  payments {\n    id\n    kind\n    amount {\n      amount\n      currency\n    }\n    method\n    reference\n    occurredAt\n    recordedBy\n    recordedByName\n    refundable {\n      amount\n      currency\n    }\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n    lines {\n      lineId\n      name\n      quantity\n      gross {\n        amount\n        currency\n      }\n    }\n    charges {\n      lineId\n      name\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}": types.DocumentMoneyFragmentDoc,
    "query DocumentPage($id: ID!) {\n  salesInvoice(id: $id) {\n    ...DocumentHead\n    ...DocumentContent\n    ...DocumentMoney\n    ...DocumentWorkings\n  }\n}": types.DocumentPageDocument,
    "query DocumentPreview($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}": types.DocumentPreviewDocument,
    "query DocumentVerbs($id: ID!) {\n  salesDocumentVerbs(id: $id) {\n    send\n    credit\n    correct\n    void\n    transmit\n    erase\n    link\n    unlink\n    delete\n    deleteRefused\n    retainedUntil\n  }\n}": types.DocumentVerbsDocument,
    "fragment DocumentWorkings on SalesDocument {\n  pdf {\n    size\n    createdAt\n  }\n  xml {\n    size\n    createdAt\n  }\n  einvoice {\n    outcome\n    profile\n    syntax\n    judgedBy\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n  orderDifference\n  precedingInvoice {\n    ...LinkedDocument\n  }\n  creditNotes {\n    ...LinkedDocument\n  }\n  publications {\n    saleorInvoiceId\n    requested\n    state\n    attempts\n    lastError\n    publishedAt\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  history {\n    at\n    actor\n    actorName\n    event\n    params\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    subject\n    state\n    attempts\n    nextAttemptAt\n    lastError\n    requestedBy\n    requestedByName\n    createdAt\n    sentAt\n  }\n  transmission {\n    channel\n    state\n    externalId\n    detail\n    attempts\n    nextAttemptAt\n    lastError\n    createdAt\n    submittedAt\n    deliveredAt\n  }\n  reminderHold {\n    reason\n    until\n    heldBy\n    heldAt\n  }\n  staffNotes {\n    ...StaffNote\n  }\n  customerLink {\n    ...CustomerLink\n  }\n}": types.DocumentWorkingsFragmentDoc,
    "query DocumentXml($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    xmlDownloadUrl\n  }\n}": types.DocumentXmlDocument,
    "fragment DraftAddress on InvoiceAddress {\n  street\n  additional\n  postalCode\n  city\n  subdivision\n  country\n}": types.DraftAddressFragmentDoc,
    "fragment DraftAdjustment on SalesDraftAdjustment {\n  id\n  amount\n  reason\n  taxCategory\n  taxRate\n}": types.DraftAdjustmentFragmentDoc,
    "query DraftCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.DraftCheckDocument,
    "mutation DraftCreate($input: SalesDraftInput!, $idempotencyKey: String!) {\n  draftCreate(input: $input, idempotencyKey: $idempotencyKey) {\n    draft {\n      ...DraftKept\n    }\n  }\n}": types.DraftCreateDocument,
    "mutation DraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}": types.DraftDiscardDocument,
    "query DraftDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    state\n    kind\n  }\n}": types.DraftDocumentDocument,
    "fragment DraftForm on SalesDraftForm {\n  legalEntity\n  channel\n  currency\n  language\n  orderId\n  customerId\n  customerEmail\n  buyer {\n    name\n    tradingName\n    person\n    vatId\n    electronicAddress {\n      value\n      scheme\n    }\n    address {\n      ...DraftAddress\n    }\n  }\n  deliveryAddress {\n    ...DraftAddress\n  }\n  supplyDate\n  dueDate\n  paymentTerms\n  buyerReference\n  purchaseOrder\n  pricesIncludeTax\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPrice\n    discountPercent\n    discountAmount\n    discountReason\n    taxCategory\n    taxRate\n    exemptionReason\n    exemptionCode\n    orderLineId\n  }\n  allowances {\n    ...DraftAdjustment\n  }\n  charges {\n    ...DraftAdjustment\n  }\n  notes\n}": types.DraftFormFragmentDoc,
    "mutation DraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}": types.DraftIssueDocument,
    "fragment DraftKept on SalesDraft {\n  id\n  version\n  updatedAt\n  updatedBy\n  form {\n    ...DraftForm\n  }\n  document {\n    id\n    number\n    state\n    testMode\n  }\n}": types.DraftKeptFragmentDoc,
    "query DraftLastCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    nextNumber\n    mailedOnIssue\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.DraftLastCheckDocument,
    "query DraftLook($id: ID!, $level: SalesSettingLevel!, $name: String!) {\n  salesLookPreview(input: {documentId: $id, level: $level, name: $name}) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n  }\n}": types.DraftLookDocument,
    "query DraftOfOrder($orderId: ID!) {\n  salesDraftOfOrder(orderId: $orderId) {\n    ...DraftForm\n  }\n}": types.DraftOfOrderDocument,
    "query DraftOpen($id: ID!) {\n  salesDraft(id: $id) {\n    ...DraftKept\n  }\n}": types.DraftOpenDocument,
    "query DraftPreview($input: SalesDraftInput!) {\n  salesDraftPreview(input: $input) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    lines {\n      id\n      netAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n    dueDate\n  }\n}": types.DraftPreviewDocument,
    "query DraftSurroundings {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    pricesIncludeTax\n    country\n  }\n  salesLegalEntities {\n    key\n    name\n    country\n  }\n}": types.DraftSurroundingsDocument,
    "mutation DraftUpdate($id: ID!, $version: Int!, $input: SalesDraftInput!) {\n  draftUpdate(id: $id, version: $version, input: $input) {\n    draft {\n      ...DraftKept\n    }\n  }\n}": types.DraftUpdateDocument,
    "fragment ExchangeRateFields on SalesExchangeRate {\n  currency\n  target\n  on\n  rate\n  source\n  enteredBy\n  enteredAt\n}": types.ExchangeRateFieldsFragmentDoc,
    "query ExchangeRateList($first: Int!) {\n  salesExchangeRates(first: $first) {\n    ...ExchangeRateFields\n  }\n}": types.ExchangeRateListDocument,
    "mutation ExchangeRateSet($input: SalesExchangeRateInput!) {\n  exchangeRateSet(input: $input) {\n    exchangeRate {\n      ...ExchangeRateFields\n    }\n  }\n}": types.ExchangeRateSetDocument,
    "query FirstInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    total {\n      amount\n      currency\n    }\n    buyer {\n      name\n    }\n    pdf {\n      size\n    }\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}": types.FirstInvoiceDocument,
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
    "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}": types.GridViewsDocument,
    "mutation InvoiceCorrect($id: ID!, $reason: String!) {\n  invoiceCorrect(id: $id, reason: $reason) {\n    invoice {\n      id\n      number\n    }\n    creditNote {\n      id\n      number\n    }\n  }\n}": types.InvoiceCorrectDocument,
    "query InvoiceDownload($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    downloadUrl\n  }\n}": types.InvoiceDownloadDocument,
    "mutation InvoiceIssue($orderId: ID!) {\n  invoiceIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": types.InvoiceIssueDocument,
    "mutation InvoiceLinkCopy($id: ID!) {\n  invoiceLinkCopy(id: $id) {\n    link {\n      ...CustomerLink\n    }\n  }\n}": types.InvoiceLinkCopyDocument,
    "mutation InvoiceLinkRevoke($id: ID!) {\n  invoiceLinkRevoke(id: $id) {\n    revoked\n    document {\n      id\n    }\n  }\n}": types.InvoiceLinkRevokeDocument,
    "query InvoiceList($first: Int!, $after: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        ...InvoiceRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.InvoiceListDocument,
    "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  external {\n    sourceSystem\n  }\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}": types.InvoiceRowFragmentDoc,
    "mutation InvoiceSend($id: ID!, $idempotencyKey: String!, $to: String!, $message: String!) {\n  invoiceSend(\n    id: $id\n    idempotencyKey: $idempotencyKey\n    to: $to\n    message: $message\n  ) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}": types.InvoiceSendDocument,
    "query InvoiceSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    language\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}": types.InvoiceSendPreviewDocument,
    "mutation InvoiceTransmit($id: ID!) {\n  invoiceTransmit(id: $id) {\n    transmission {\n      channel\n      state\n    }\n  }\n}": types.InvoiceTransmitDocument,
    "mutation InvoiceVoid($id: ID!, $reason: String!) {\n  invoiceVoid(id: $id, reason: $reason) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": types.InvoiceVoidDocument,
    "query InvoicesToPay($filter: SalesDocumentFilter!, $search: String) {\n  salesInvoices(first: 20, filter: $filter, search: $search) {\n    edges {\n      node {\n        id\n        number\n        issueDate\n        orderNumber\n        buyer {\n          name\n        }\n        balance {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}": types.InvoicesToPayDocument,
    "mutation IssueRunCancel($id: ID!) {\n  issueRunCancel(id: $id) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}": types.IssueRunCancelDocument,
    "fragment IssueRunFields on SalesRun {\n  id\n  dryRun\n  state\n  channel\n  createdFrom\n  createdTo\n  lastError\n  startedBy\n  startedAt\n  finishedAt\n  counts {\n    outcome\n    orders\n  }\n}": types.IssueRunFieldsFragmentDoc,
    "query IssueRunItems($runId: ID!, $outcome: SalesRunOutcome, $first: Int!, $after: ID) {\n  issueRunItems(runId: $runId, outcome: $outcome, first: $first, after: $after) {\n    id\n    orderId\n    orderNumber\n    outcome\n    documentNumber\n    gross {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.IssueRunItemsDocument,
    "query IssueRunList($first: Int!) {\n  issueRuns(first: $first) {\n    ...IssueRunFields\n  }\n}": types.IssueRunListDocument,
    "mutation IssueRunStart($input: IssueRunInput!) {\n  issueRunStart(input: $input) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}": types.IssueRunStartDocument,
    "fragment LedgerCheckFields on SalesLedgerCheck {\n  id\n  state\n  withFiles\n  documents\n  faults\n  faultCount\n  ok\n  startedBy\n  startedAt\n  finishedAt\n  lastError\n}": types.LedgerCheckFieldsFragmentDoc,
    "mutation LegalEntityCreate($key: String!, $input: SalesLegalEntityInput!) {\n  legalEntityCreate(key: $key, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": types.LegalEntityCreateDocument,
    "mutation LegalEntityDelete($id: ID!) {\n  legalEntityDelete(id: $id) {\n    id\n    key\n  }\n}": types.LegalEntityDeleteDocument,
    "fragment LegalEntityFields on SalesLegalEntity {\n  id\n  key\n  name\n  country\n  timezone\n  tradingName\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  identifiers {\n    value\n    scheme\n  }\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n  contact {\n    name\n    phone\n    email\n  }\n  logo\n}": types.LegalEntityFieldsFragmentDoc,
    "query LegalEntityList {\n  salesLegalEntities {\n    ...LegalEntityFields\n  }\n}": types.LegalEntityListDocument,
    "mutation LegalEntityLogoSet($id: ID!, $logo: String) {\n  legalEntityLogoSet(id: $id, logo: $logo) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": types.LegalEntityLogoSetDocument,
    "mutation LegalEntityUpdate($id: ID!, $input: SalesLegalEntityInput!) {\n  legalEntityUpdate(id: $id, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}": types.LegalEntityUpdateDocument,
    "fragment LinkedDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n}": types.LinkedDocumentFragmentDoc,
    "query LookDocuments($first: Int!, $search: String) {\n  salesInvoices(first: $first, search: $search) {\n    edges {\n      node {\n        id\n        number\n        buyer {\n          name\n        }\n      }\n    }\n  }\n}": types.LookDocumentsDocument,
    "query LookPreview($input: SalesLookPreviewInput!) {\n  salesLookPreview(input: $input) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n    findings {\n      code\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.LookPreviewDocument,
    "mutation MailTestSend($to: String!, $channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTestSend(\n    to: $to\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    dispatch {\n      id\n      state\n      lastError\n    }\n  }\n}": types.MailTestSendDocument,
    "query MailTextPreview($channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTextPreview(\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    language\n    subject\n    text\n    html\n    problems {\n      code\n      message\n    }\n    defaultSubject\n    defaultBody\n  }\n}": types.MailTextPreviewDocument,
    "query NumberSamples($pattern: String!, $reset: SalesNumberReset!) {\n  salesNumberSamples(pattern: $pattern, reset: $reset)\n}": types.NumberSamplesDocument,
    "fragment OpenAmount on SalesOpenAmount {\n  amount {\n    amount\n    currency\n  }\n  documents\n}": types.OpenAmountFragmentDoc,
    "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}": types.OpenProblemsDocument,
    "query OrderCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.OrderCheckDocument,
    "query OrderDocuments($orderId: ID!) {\n  salesInvoices(first: 20, filter: {orderId: $orderId}) {\n    edges {\n      node {\n        ...LinkedDocument\n      }\n    }\n  }\n}": types.OrderDocumentsDocument,
    "query OrderProblems($subject: String!) {\n  problems(open: true, subject: $subject, first: 20) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": types.OrderProblemsDocument,
    "query PanelCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}": types.PanelCheckDocument,
    "mutation PanelCredit($invoiceId: ID!, $reason: String!, $idempotencyKey: String!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: {everything: true, reason: $reason}\n    idempotencyKey: $idempotencyKey\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}": types.PanelCreditDocument,
    "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  buyer {\n    name\n  }\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}": types.PanelDocumentFragmentDoc,
    "query PanelDocuments($filter: SalesDocumentFilter!, $first: Int!, $after: String) {\n  salesInvoices(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        ...PanelDocument\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.PanelDocumentsDocument,
    "mutation PanelProforma($orderId: ID!) {\n  proformaIssue(orderId: $orderId) {\n    document {\n      id\n      number\n    }\n  }\n}": types.PanelProformaDocument,
    "mutation PanelSend($id: ID!, $to: String!, $idempotencyKey: String!) {\n  invoiceSend(id: $id, to: $to, idempotencyKey: $idempotencyKey) {\n    dispatch {\n      id\n      recipient\n      state\n    }\n  }\n}": types.PanelSendDocument,
    "mutation PaymentReallocate($paymentId: ID!, $fromId: ID!, $toId: ID!, $amount: ExactDecimal!, $idempotencyKey: String!) {\n  paymentReallocate(\n    paymentId: $paymentId\n    fromId: $fromId\n    toId: $toId\n    amount: $amount\n    idempotencyKey: $idempotencyKey\n  ) {\n    document {\n      id\n      number\n    }\n  }\n}": types.PaymentReallocateDocument,
    "mutation PaymentRecord($invoiceId: ID!, $input: SalesPaymentInput!) {\n  paymentRecord(invoiceId: $invoiceId, input: $input) {\n    document {\n      id\n      paymentStatus\n    }\n  }\n}": types.PaymentRecordDocument,
    "mutation PaymentRefund($paymentId: ID!, $documentId: ID!, $amount: ExactDecimal!, $reason: String!, $idempotencyKey: String!) {\n  salesPaymentRefund(\n    paymentId: $paymentId\n    documentId: $documentId\n    amount: $amount\n    reason: $reason\n    idempotencyKey: $idempotencyKey\n  ) {\n    state\n    message\n  }\n}": types.PaymentRefundDocument,
    "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}": types.ProblemRetryDocument,
    "mutation ReminderHold($id: ID!, $reason: String!, $until: Date) {\n  reminderHold(id: $id, reason: $reason, until: $until) {\n    hold {\n      until\n    }\n  }\n}": types.ReminderHoldDocument,
    "mutation ReminderRelease($id: ID!) {\n  reminderRelease(id: $id) {\n    document {\n      id\n    }\n  }\n}": types.ReminderReleaseDocument,
    "query ReportAgeing($asOf: Date, $legalEntity: String!, $currency: String!) {\n  salesAgeing(asOf: $asOf, legalEntity: $legalEntity, currency: $currency) {\n    asOf\n    currencies {\n      currency\n      moreCustomers\n      total {\n        ...AgeingBuckets\n      }\n      rows {\n        customerId\n        name\n        email\n        documents\n        buckets {\n          ...AgeingBuckets\n        }\n      }\n    }\n  }\n}": types.ReportAgeingDocument,
    "query ReportFailedWork($first: Int!, $after: String) {\n  salesFailedWork(first: $first, after: $after) {\n    edges {\n      node {\n        kind\n        id\n        at\n        title\n        remedy\n        attempts\n        retryable\n        document {\n          id\n          number\n          kind\n        }\n        problem {\n          id\n          code\n          subject\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.ReportFailedWorkDocument,
    "query ReportFile($input: SalesReportFileInput!) {\n  salesReportFile(input: $input) {\n    url\n    fileName\n  }\n}": types.ReportFileDocument,
    "mutation ReportLedgerCheckStart($withFiles: Boolean!) {\n  ledgerCheckStart(withFiles: $withFiles) {\n    check {\n      ...LedgerCheckFields\n    }\n  }\n}": types.ReportLedgerCheckStartDocument,
    "query ReportLedgerChecks {\n  salesLedgerChecks(first: 10) {\n    ...LedgerCheckFields\n  }\n}": types.ReportLedgerChecksDocument,
    "query ReportNumbers($legalEntity: String!, $testMode: Boolean!) {\n  salesNumberReport(legalEntity: $legalEntity, testMode: $testMode) {\n    at\n    series {\n      legalEntity\n      kind\n      testMode\n      period\n      first\n      last\n      documents\n      expected\n      missing\n      twins\n      complete\n    }\n  }\n}": types.ReportNumbersDocument,
    "query ReportOverview {\n  salesOverview {\n    asOf\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n    dueSoon {\n      ...OpenAmount\n    }\n    failed\n    toIssue\n  }\n}": types.ReportOverviewDocument,
    "query ReportRevenue($input: SalesRevenueInput!) {\n  salesRevenue(input: $input) {\n    rows {\n      currency\n      month\n      country\n      category\n      rate\n      channel\n      documents\n      net {\n        amount\n        currency\n      }\n      tax {\n        amount\n        currency\n      }\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}": types.ReportRevenueDocument,
    "query ReportSellers {\n  salesLegalEntities {\n    key\n    name\n  }\n}": types.ReportSellersDocument,
    "query ReportStatement($input: SalesStatementInput!) {\n  salesStatement(input: $input) {\n    customerId\n    name\n    currency\n    from\n    to\n    opening {\n      amount\n      currency\n    }\n    invoiced {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    paid {\n      amount\n      currency\n    }\n    closing {\n      amount\n      currency\n    }\n    rows {\n      on\n      entry\n      reference\n      documentId\n      amount {\n        amount\n        currency\n      }\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}": types.ReportStatementDocument,
    "mutation ReportWorkRetry($kind: SalesWorkKind!, $id: ID!) {\n  failedWorkRetry(kind: $kind, id: $id) {\n    __typename\n  }\n}": types.ReportWorkRetryDocument,
    "query SaleorCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n    vatId\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}": types.SaleorCustomersDocument,
    "query SaleorOrderList($search: String!, $first: Int!) {\n  saleorOrders(search: $search, first: $first) {\n    id\n    number\n    created\n    status\n    channel\n    customerName\n    customerEmail\n    total {\n      amount\n      currency\n    }\n    invoice {\n      id\n      number\n    }\n  }\n}": types.SaleorOrderListDocument,
    "query SaleorOrders($search: String!) {\n  saleorOrders(search: $search) {\n    id\n    number\n    created\n    status\n    channel\n    total {\n      amount\n      currency\n    }\n    customerName\n    customerEmail\n    invoice {\n      id\n      number\n    }\n  }\n}": types.SaleorOrdersDocument,
    "query SaleorProducts($search: String!, $channel: String!) {\n  saleorProducts(search: $search, channel: $channel) {\n    variantId\n    name\n    sku\n    price {\n      amount\n      currency\n    }\n    netPrice {\n      amount\n      currency\n    }\n    grossPrice {\n      amount\n      currency\n    }\n    taxRate\n  }\n}": types.SaleorProductsDocument,
    "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}": types.SalesInvoiceDocument,
    "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}": types.SalesInvoicesDocument,
    "query SellerProposal {\n  salesSellerProposal {\n    name\n    country\n    phone\n    timezone\n    language\n    paper\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}": types.SellerProposalDocument,
    "fragment SettingFields on SalesSetting {\n  key\n  group\n  kind\n  value\n  source\n  sourceName\n  inheritedValue\n  overridden\n  levels\n  secret\n  default\n  choices\n  least\n  most\n}": types.SettingFieldsFragmentDoc,
    "query SettingHistory($first: Int!, $after: String, $level: String, $name: String, $key: String) {\n  salesSettingHistory(\n    first: $first\n    after: $after\n    level: $level\n    name: $name\n    key: $key\n  ) {\n    edges {\n      node {\n        id\n        level\n        name\n        key\n        before\n        after\n        changedBy\n        changedByName\n        changedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.SettingHistoryDocument,
    "query SettingList($level: SalesSettingLevel!, $name: String!) {\n  salesSettings(level: $level, name: $name) {\n    ...SettingFields\n  }\n}": types.SettingListDocument,
    "mutation SettingsUpdate($input: [SalesSettingInput!]!) {\n  settingsUpdate(input: $input) {\n    changes {\n      id\n      level\n      name\n      key\n    }\n    settings {\n      ...SettingFields\n    }\n  }\n}": types.SettingsUpdateDocument,
    "mutation SetupDismiss($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}": types.SetupDismissDocument,
    "query SetupDismissal($name: String!) {\n  salesPreference(name: $name)\n}": types.SetupDismissalDocument,
    "query SetupState {\n  salesSetup {\n    ...SetupSteps\n  }\n}": types.SetupStateDocument,
    "mutation SetupStepSkip($key: String!, $skip: Boolean!) {\n  setupStepSkip(key: $key, skip: $skip) {\n    setup {\n      ...SetupSteps\n    }\n  }\n}": types.SetupStepSkipDocument,
    "fragment SetupSteps on SalesSetup {\n  complete\n  steps {\n    key\n    state\n    required\n  }\n}": types.SetupStepsFragmentDoc,
    "query SourceSystems {\n  salesSourceSystems\n}": types.SourceSystemsDocument,
    "fragment StaffNote on SalesStaffNote {\n  id\n  text\n  pinned\n  authorName\n  createdAt\n  editedAt\n  mine\n}": types.StaffNoteFragmentDoc,
    "mutation StaffNoteAdd($documentId: ID!, $text: String!) {\n  staffNoteAdd(documentId: $documentId, text: $text) {\n    note {\n      id\n    }\n  }\n}": types.StaffNoteAddDocument,
    "mutation StaffNoteDelete($id: ID!) {\n  staffNoteDelete(id: $id) {\n    deleted\n  }\n}": types.StaffNoteDeleteDocument,
    "mutation StaffNoteUpdate($id: ID!, $text: String, $pinned: Boolean) {\n  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {\n    note {\n      id\n    }\n  }\n}": types.StaffNoteUpdateDocument,
    "mutation StripeConnectionTest($legalEntity: String!, $secretKey: String, $publishableKey: String) {\n  stripeConnectionTest(\n    legalEntity: $legalEntity\n    secretKey: $secretKey\n    publishableKey: $publishableKey\n  ) {\n    ok\n    accountId\n    accountName\n    testMode\n    country\n    currencies\n    code\n    message\n  }\n}": types.StripeConnectionTestDocument,
    "query TemplateCheck($source: String!) {\n  salesTemplateCheck(source: $source) {\n    line\n    message\n  }\n}": types.TemplateCheckDocument,
    "query TemplateStarter {\n  salesTemplateStarter\n}": types.TemplateStarterDocument,
    "mutation VatCheckRequest($id: ID!) {\n  vatCheckRequest(id: $id) {\n    check {\n      id\n    }\n  }\n}": types.VatCheckRequestDocument,
    "query VatChecks($vatId: String!) {\n  vatChecks(vatId: $vatId, first: 5) {\n    id\n    answer\n    name\n    address\n    requesterVatId\n    consultationNumber\n    detail\n    checkedAt\n  }\n}": types.VatChecksDocument,
    "mutation WrittenIssue($id: ID!, $version: Int) {\n  draftIssue(id: $id, version: $version) {\n    document {\n      id\n      number\n    }\n  }\n}": types.WrittenIssueDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AgeingBuckets on SalesAgeingBuckets {\n  notDue {\n    amount\n    currency\n  }\n  days1To30 {\n    amount\n    currency\n  }\n  days31To60 {\n    amount\n    currency\n  }\n  days61To90 {\n    amount\n    currency\n  }\n  over90 {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n}"): typeof import('./graphql').AgeingBucketsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ApiKeyCreate($name: String!, $scopes: [SalesApiKeyScope!]!) {\n  apiKeyCreate(name: $name, scopes: $scopes) {\n    key {\n      ...ApiKeyFields\n    }\n    token\n  }\n}"): typeof import('./graphql').ApiKeyCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ApiKeyFields on SalesApiKey {\n  id\n  name\n  prefix\n  scopes\n  createdAt\n  lastUsedAt\n  revokedAt\n}"): typeof import('./graphql').ApiKeyFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApiKeyList {\n  salesApiKeys {\n    ...ApiKeyFields\n  }\n}"): typeof import('./graphql').ApiKeyListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ApiKeyRevoke($id: ID!) {\n  apiKeyRevoke(id: $id) {\n    key {\n      ...ApiKeyFields\n    }\n  }\n}"): typeof import('./graphql').ApiKeyRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation BulkCancel($id: ID!) {\n  salesBulkCancel(id: $id) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}"): typeof import('./graphql').BulkCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BulkJob($id: ID!) {\n  salesBulkJob(id: $id) {\n    ...BulkJobFields\n  }\n}"): typeof import('./graphql').BulkJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment BulkJobFields on SalesBulkJob {\n  id\n  kind\n  state\n  total\n  done\n  skipped\n  failed\n  startedBy\n  startedByName\n  createdAt\n  finishedAt\n  lastError\n  downloadUrl\n  fileName\n  fileSize\n  expiresAt\n}"): typeof import('./graphql').BulkJobFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BulkJobItems($id: ID!, $outcome: SalesBulkOutcome, $first: Int!, $after: ID) {\n  salesBulkJob(id: $id) {\n    id\n    items(outcome: $outcome, first: $first, after: $after) {\n      id\n      documentId\n      documentNumber\n      outcome\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql').BulkJobItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BulkJobs($first: Int!) {\n  salesBulkJobs(first: $first) {\n    ...BulkJobFields\n  }\n}"): typeof import('./graphql').BulkJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation BulkStart($input: SalesBulkInput!) {\n  salesBulkStart(input: $input) {\n    job {\n      ...BulkJobFields\n    }\n  }\n}"): typeof import('./graphql').BulkStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChannelList {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    country\n  }\n}"): typeof import('./graphql').ChannelListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreditNoteCreate($invoiceId: ID!, $input: CreditNoteInput!, $idempotencyKey: String!, $draft: Boolean!) {\n  creditNoteCreate(\n    invoiceId: $invoiceId\n    input: $input\n    idempotencyKey: $idempotencyKey\n    draft: $draft\n  ) {\n    creditNote {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').CreditNoteCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CreditNotePreview($invoiceId: ID!, $input: CreditNoteInput!, $draft: Boolean!) {\n  creditNotePreview(invoiceId: $invoiceId, input: $input, draft: $draft) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    left {\n      amount\n      currency\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n  }\n}"): typeof import('./graphql').CreditNotePreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CustomerAccount($customerId: ID!) {\n  salesCustomerAccount(customerId: $customerId) {\n    customerId\n    name\n    email\n    documents\n    currencies\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n  }\n}"): typeof import('./graphql').CustomerAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment CustomerLink on SalesCustomerLink {\n  url\n  opensUntil\n  opensItself\n}"): typeof import('./graphql').CustomerLinkFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DispatchMarkSent($id: ID!) {\n  dispatchMarkSent(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}"): typeof import('./graphql').DispatchMarkSentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DispatchRetry($id: ID!) {\n  dispatchRetry(id: $id) {\n    dispatch {\n      id\n      state\n    }\n  }\n}"): typeof import('./graphql').DispatchRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DocumentContent on SalesDocument {\n  seller {\n    ...DocumentParty\n  }\n  buyer {\n    ...DocumentParty\n  }\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPriceNet\n    netAmount\n    grossAmount\n    tax {\n      category\n      rate\n    }\n    allowances {\n      amount\n      reason\n    }\n    charges {\n      amount\n      reason\n    }\n  }\n  charges {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  allowances {\n    amount\n    grossAmount\n    reason\n    tax {\n      category\n      rate\n    }\n  }\n  prepayments {\n    amount\n    label\n    kind\n  }\n  vatBreakdown {\n    tax {\n      category\n      rate\n      exemptionReason\n      exemptionCode\n    }\n    taxableAmount\n    taxAmount\n  }\n  notes {\n    text\n  }\n  delivery {\n    recipient\n    supplyDate\n    supplyDateKind\n    address {\n      ...DocumentAddress\n    }\n  }\n  paymentTerms\n}\n\nfragment DocumentParty on InvoiceParty {\n  name\n  tradingName\n  person\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  address {\n    ...DocumentAddress\n  }\n  contact {\n    name\n    phone\n    email\n  }\n}\n\nfragment DocumentAddress on InvoiceAddress {\n  street\n  additional\n  city\n  postalCode\n  subdivision\n  country\n}"): typeof import('./graphql').DocumentContentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DocumentErase($id: ID!, $reason: String!) {\n  documentErase(id: $id, reason: $reason) {\n    document {\n      id\n      erasedAt\n    }\n  }\n}"): typeof import('./graphql').DocumentEraseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DocumentHead on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  erasedAt\n  currency\n  language\n  channel\n  orderId\n  orderNumber\n  orderNumbers\n  customerId\n  customerEmail\n  paymentStatus\n  overdue\n  reason\n}"): typeof import('./graphql').DocumentHeadFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DocumentMoney on SalesDocument {\n  net {\n    amount\n    currency\n  }\n  tax {\n    amount\n    currency\n  }\n  total {\n    amount\n    currency\n  }\n  prepaid {\n    amount\n    currency\n  }\n  rounding {\n    amount\n    currency\n  }\n  payable {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  charged {\n    amount\n    currency\n  }\n  held {\n    amount\n    currency\n  }\n  credited {\n    amount\n    currency\n  }\n  refunded {\n    amount\n    currency\n  }\n  payments {\n    id\n    kind\n    amount {\n      amount\n      currency\n    }\n    method\n    reference\n    occurredAt\n    recordedBy\n    recordedByName\n    refundable {\n      amount\n      currency\n    }\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n    lines {\n      lineId\n      name\n      quantity\n      gross {\n        amount\n        currency\n      }\n    }\n    charges {\n      lineId\n      name\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}"): typeof import('./graphql').DocumentMoneyFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentPage($id: ID!) {\n  salesInvoice(id: $id) {\n    ...DocumentHead\n    ...DocumentContent\n    ...DocumentMoney\n    ...DocumentWorkings\n  }\n}"): typeof import('./graphql').DocumentPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentPreview($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}"): typeof import('./graphql').DocumentPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentVerbs($id: ID!) {\n  salesDocumentVerbs(id: $id) {\n    send\n    credit\n    correct\n    void\n    transmit\n    erase\n    link\n    unlink\n    delete\n    deleteRefused\n    retainedUntil\n  }\n}"): typeof import('./graphql').DocumentVerbsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DocumentWorkings on SalesDocument {\n  pdf {\n    size\n    createdAt\n  }\n  xml {\n    size\n    createdAt\n  }\n  einvoice {\n    outcome\n    profile\n    syntax\n    judgedBy\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n  orderDifference\n  precedingInvoice {\n    ...LinkedDocument\n  }\n  creditNotes {\n    ...LinkedDocument\n  }\n  publications {\n    saleorInvoiceId\n    requested\n    state\n    attempts\n    lastError\n    publishedAt\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  history {\n    at\n    actor\n    actorName\n    event\n    params\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    subject\n    state\n    attempts\n    nextAttemptAt\n    lastError\n    requestedBy\n    requestedByName\n    createdAt\n    sentAt\n  }\n  transmission {\n    channel\n    state\n    externalId\n    detail\n    attempts\n    nextAttemptAt\n    lastError\n    createdAt\n    submittedAt\n    deliveredAt\n  }\n  reminderHold {\n    reason\n    until\n    heldBy\n    heldAt\n  }\n  staffNotes {\n    ...StaffNote\n  }\n  customerLink {\n    ...CustomerLink\n  }\n}"): typeof import('./graphql').DocumentWorkingsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentXml($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    xmlDownloadUrl\n  }\n}"): typeof import('./graphql').DocumentXmlDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DraftAddress on InvoiceAddress {\n  street\n  additional\n  postalCode\n  city\n  subdivision\n  country\n}"): typeof import('./graphql').DraftAddressFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DraftAdjustment on SalesDraftAdjustment {\n  id\n  amount\n  reason\n  taxCategory\n  taxRate\n}"): typeof import('./graphql').DraftAdjustmentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').DraftCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DraftCreate($input: SalesDraftInput!, $idempotencyKey: String!) {\n  draftCreate(input: $input, idempotencyKey: $idempotencyKey) {\n    draft {\n      ...DraftKept\n    }\n  }\n}"): typeof import('./graphql').DraftCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DraftDiscard($id: ID!) {\n  draftDiscard(id: $id) {\n    discarded\n  }\n}"): typeof import('./graphql').DraftDiscardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftDocument($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    state\n    kind\n  }\n}"): typeof import('./graphql').DraftDocumentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DraftForm on SalesDraftForm {\n  legalEntity\n  channel\n  currency\n  language\n  orderId\n  customerId\n  customerEmail\n  buyer {\n    name\n    tradingName\n    person\n    vatId\n    electronicAddress {\n      value\n      scheme\n    }\n    address {\n      ...DraftAddress\n    }\n  }\n  deliveryAddress {\n    ...DraftAddress\n  }\n  supplyDate\n  dueDate\n  paymentTerms\n  buyerReference\n  purchaseOrder\n  pricesIncludeTax\n  lines {\n    id\n    name\n    description\n    sku\n    quantity\n    unitCode\n    unitPrice\n    discountPercent\n    discountAmount\n    discountReason\n    taxCategory\n    taxRate\n    exemptionReason\n    exemptionCode\n    orderLineId\n  }\n  allowances {\n    ...DraftAdjustment\n  }\n  charges {\n    ...DraftAdjustment\n  }\n  notes\n}"): typeof import('./graphql').DraftFormFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DraftIssue($id: ID!) {\n  draftIssue(id: $id) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').DraftIssueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment DraftKept on SalesDraft {\n  id\n  version\n  updatedAt\n  updatedBy\n  form {\n    ...DraftForm\n  }\n  document {\n    id\n    number\n    state\n    testMode\n  }\n}"): typeof import('./graphql').DraftKeptFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftLastCheck($id: ID!) {\n  draftCheck(id: $id) {\n    canBeIssued\n    nextNumber\n    mailedOnIssue\n    total {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').DraftLastCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftLook($id: ID!, $level: SalesSettingLevel!, $name: String!) {\n  salesLookPreview(input: {documentId: $id, level: $level, name: $name}) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n  }\n}"): typeof import('./graphql').DraftLookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftOfOrder($orderId: ID!) {\n  salesDraftOfOrder(orderId: $orderId) {\n    ...DraftForm\n  }\n}"): typeof import('./graphql').DraftOfOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftOpen($id: ID!) {\n  salesDraft(id: $id) {\n    ...DraftKept\n  }\n}"): typeof import('./graphql').DraftOpenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftPreview($input: SalesDraftInput!) {\n  salesDraftPreview(input: $input) {\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    lines {\n      id\n      netAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n    canBeIssued\n    dueDate\n  }\n}"): typeof import('./graphql').DraftPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DraftSurroundings {\n  saleorChannels {\n    slug\n    name\n    currency\n    isActive\n    pricesIncludeTax\n    country\n  }\n  salesLegalEntities {\n    key\n    name\n    country\n  }\n}"): typeof import('./graphql').DraftSurroundingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DraftUpdate($id: ID!, $version: Int!, $input: SalesDraftInput!) {\n  draftUpdate(id: $id, version: $version, input: $input) {\n    draft {\n      ...DraftKept\n    }\n  }\n}"): typeof import('./graphql').DraftUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ExchangeRateFields on SalesExchangeRate {\n  currency\n  target\n  on\n  rate\n  source\n  enteredBy\n  enteredAt\n}"): typeof import('./graphql').ExchangeRateFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ExchangeRateList($first: Int!) {\n  salesExchangeRates(first: $first) {\n    ...ExchangeRateFields\n  }\n}"): typeof import('./graphql').ExchangeRateListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ExchangeRateSet($input: SalesExchangeRateInput!) {\n  exchangeRateSet(input: $input) {\n    exchangeRate {\n      ...ExchangeRateFields\n    }\n  }\n}"): typeof import('./graphql').ExchangeRateSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FirstInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    id\n    number\n    total {\n      amount\n      currency\n    }\n    buyer {\n      name\n    }\n    pdf {\n      size\n    }\n    preview {\n      pages {\n        number\n        url\n        width\n        height\n      }\n    }\n  }\n}"): typeof import('./graphql').FirstInvoiceDocument;
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
export function graphql(source: "query GridViews {\n  salesViews {\n    ...GridView\n  }\n}"): typeof import('./graphql').GridViewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceCorrect($id: ID!, $reason: String!) {\n  invoiceCorrect(id: $id, reason: $reason) {\n    invoice {\n      id\n      number\n    }\n    creditNote {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').InvoiceCorrectDocument;
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
export function graphql(source: "mutation InvoiceLinkCopy($id: ID!) {\n  invoiceLinkCopy(id: $id) {\n    link {\n      ...CustomerLink\n    }\n  }\n}"): typeof import('./graphql').InvoiceLinkCopyDocument;
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
export function graphql(source: "fragment InvoiceRow on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  external {\n    sourceSystem\n  }\n  testMode\n  issueDate\n  dueDate\n  createdAt\n  overdue\n  failed\n  orderId\n  orderNumber\n  customerId\n  customerEmail\n  channel\n  paymentStatus\n  buyer {\n    name\n  }\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n}"): typeof import('./graphql').InvoiceRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceSend($id: ID!, $idempotencyKey: String!, $to: String!, $message: String!) {\n  invoiceSend(\n    id: $id\n    idempotencyKey: $idempotencyKey\n    to: $to\n    message: $message\n  ) {\n    dispatch {\n      id\n      recipient\n    }\n  }\n}"): typeof import('./graphql').InvoiceSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InvoiceSendPreview($id: ID!, $message: String!) {\n  invoiceSendPreview(id: $id, message: $message) {\n    language\n    subject\n    text\n    problems {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql').InvoiceSendPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceTransmit($id: ID!) {\n  invoiceTransmit(id: $id) {\n    transmission {\n      channel\n      state\n    }\n  }\n}"): typeof import('./graphql').InvoiceTransmitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InvoiceVoid($id: ID!, $reason: String!) {\n  invoiceVoid(id: $id, reason: $reason) {\n    creditNote {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').InvoiceVoidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InvoicesToPay($filter: SalesDocumentFilter!, $search: String) {\n  salesInvoices(first: 20, filter: $filter, search: $search) {\n    edges {\n      node {\n        id\n        number\n        issueDate\n        orderNumber\n        buyer {\n          name\n        }\n        balance {\n          amount\n          currency\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').InvoicesToPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation IssueRunCancel($id: ID!) {\n  issueRunCancel(id: $id) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}"): typeof import('./graphql').IssueRunCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment IssueRunFields on SalesRun {\n  id\n  dryRun\n  state\n  channel\n  createdFrom\n  createdTo\n  lastError\n  startedBy\n  startedAt\n  finishedAt\n  counts {\n    outcome\n    orders\n  }\n}"): typeof import('./graphql').IssueRunFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query IssueRunItems($runId: ID!, $outcome: SalesRunOutcome, $first: Int!, $after: ID) {\n  issueRunItems(runId: $runId, outcome: $outcome, first: $first, after: $after) {\n    id\n    orderId\n    orderNumber\n    outcome\n    documentNumber\n    gross {\n      amount\n      currency\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').IssueRunItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query IssueRunList($first: Int!) {\n  issueRuns(first: $first) {\n    ...IssueRunFields\n  }\n}"): typeof import('./graphql').IssueRunListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation IssueRunStart($input: IssueRunInput!) {\n  issueRunStart(input: $input) {\n    run {\n      ...IssueRunFields\n    }\n  }\n}"): typeof import('./graphql').IssueRunStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LedgerCheckFields on SalesLedgerCheck {\n  id\n  state\n  withFiles\n  documents\n  faults\n  faultCount\n  ok\n  startedBy\n  startedAt\n  finishedAt\n  lastError\n}"): typeof import('./graphql').LedgerCheckFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LegalEntityCreate($key: String!, $input: SalesLegalEntityInput!) {\n  legalEntityCreate(key: $key, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}"): typeof import('./graphql').LegalEntityCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LegalEntityDelete($id: ID!) {\n  legalEntityDelete(id: $id) {\n    id\n    key\n  }\n}"): typeof import('./graphql').LegalEntityDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LegalEntityFields on SalesLegalEntity {\n  id\n  key\n  name\n  country\n  timezone\n  tradingName\n  vatId\n  taxRegistration\n  legalInformation\n  legalRegistration {\n    value\n    scheme\n  }\n  electronicAddress {\n    value\n    scheme\n  }\n  identifiers {\n    value\n    scheme\n  }\n  address {\n    street\n    additional\n    postalCode\n    city\n    subdivision\n    country\n  }\n  contact {\n    name\n    phone\n    email\n  }\n  logo\n}"): typeof import('./graphql').LegalEntityFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LegalEntityList {\n  salesLegalEntities {\n    ...LegalEntityFields\n  }\n}"): typeof import('./graphql').LegalEntityListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LegalEntityLogoSet($id: ID!, $logo: String) {\n  legalEntityLogoSet(id: $id, logo: $logo) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}"): typeof import('./graphql').LegalEntityLogoSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LegalEntityUpdate($id: ID!, $input: SalesLegalEntityInput!) {\n  legalEntityUpdate(id: $id, input: $input) {\n    legalEntity {\n      ...LegalEntityFields\n    }\n  }\n}"): typeof import('./graphql').LegalEntityUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LinkedDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  testMode\n  issueDate\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n}"): typeof import('./graphql').LinkedDocumentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LookDocuments($first: Int!, $search: String) {\n  salesInvoices(first: $first, search: $search) {\n    edges {\n      node {\n        id\n        number\n        buyer {\n          name\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').LookDocumentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LookPreview($input: SalesLookPreviewInput!) {\n  salesLookPreview(input: $input) {\n    pages\n    pageCount\n    problems {\n      line\n      message\n    }\n    findings {\n      code\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').LookPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MailTestSend($to: String!, $channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTestSend(\n    to: $to\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    dispatch {\n      id\n      state\n      lastError\n    }\n  }\n}"): typeof import('./graphql').MailTestSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MailTextPreview($channel: String!, $kind: SalesDocumentKind!, $occasion: SalesMailOccasion!, $language: String!, $texts: SalesMailTextInput) {\n  mailTextPreview(\n    channel: $channel\n    kind: $kind\n    occasion: $occasion\n    language: $language\n    texts: $texts\n  ) {\n    language\n    subject\n    text\n    html\n    problems {\n      code\n      message\n    }\n    defaultSubject\n    defaultBody\n  }\n}"): typeof import('./graphql').MailTextPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NumberSamples($pattern: String!, $reset: SalesNumberReset!) {\n  salesNumberSamples(pattern: $pattern, reset: $reset)\n}"): typeof import('./graphql').NumberSamplesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment OpenAmount on SalesOpenAmount {\n  amount {\n    amount\n    currency\n  }\n  documents\n}"): typeof import('./graphql').OpenAmountFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OpenProblems($first: Int!) {\n  problems(open: true, first: $first) {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n  store {\n    openProblems\n  }\n}"): typeof import('./graphql').OpenProblemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderCheck($orderId: ID!) {\n  invoiceCheck(orderId: $orderId) {\n    canBeIssued\n    total {\n      amount\n      currency\n    }\n    existing {\n      id\n      number\n    }\n    findings {\n      code\n      rule\n      severity\n      message\n      remedy\n      place\n    }\n  }\n}"): typeof import('./graphql').OrderCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderDocuments($orderId: ID!) {\n  salesInvoices(first: 20, filter: {orderId: $orderId}) {\n    edges {\n      node {\n        ...LinkedDocument\n      }\n    }\n  }\n}"): typeof import('./graphql').OrderDocumentsDocument;
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
export function graphql(source: "fragment PanelDocument on SalesDocument {\n  id\n  number\n  kind\n  state\n  source\n  testMode\n  issueDate\n  dueDate\n  overdue\n  orderNumber\n  customerEmail\n  buyer {\n    name\n  }\n  paymentStatus\n  total {\n    amount\n    currency\n  }\n  balance {\n    amount\n    currency\n  }\n  pdf {\n    size\n  }\n  creditable {\n    total {\n      amount\n      currency\n    }\n  }\n  dispatches {\n    id\n    purpose\n    recipient\n    state\n    sentAt\n    lastError\n  }\n  problems {\n    id\n    code\n    message\n    remedy\n    subject\n    occurrences\n    lastSeenAt\n  }\n}"): typeof import('./graphql').PanelDocumentFragmentDoc;
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
export function graphql(source: "mutation PaymentReallocate($paymentId: ID!, $fromId: ID!, $toId: ID!, $amount: ExactDecimal!, $idempotencyKey: String!) {\n  paymentReallocate(\n    paymentId: $paymentId\n    fromId: $fromId\n    toId: $toId\n    amount: $amount\n    idempotencyKey: $idempotencyKey\n  ) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').PaymentReallocateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentRecord($invoiceId: ID!, $input: SalesPaymentInput!) {\n  paymentRecord(invoiceId: $invoiceId, input: $input) {\n    document {\n      id\n      paymentStatus\n    }\n  }\n}"): typeof import('./graphql').PaymentRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PaymentRefund($paymentId: ID!, $documentId: ID!, $amount: ExactDecimal!, $reason: String!, $idempotencyKey: String!) {\n  salesPaymentRefund(\n    paymentId: $paymentId\n    documentId: $documentId\n    amount: $amount\n    reason: $reason\n    idempotencyKey: $idempotencyKey\n  ) {\n    state\n    message\n  }\n}"): typeof import('./graphql').PaymentRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ProblemRetry($problemId: ID!) {\n  problemRetry(problemId: $problemId) {\n    problem {\n      id\n      occurrences\n      resolvedAt\n    }\n  }\n}"): typeof import('./graphql').ProblemRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReminderHold($id: ID!, $reason: String!, $until: Date) {\n  reminderHold(id: $id, reason: $reason, until: $until) {\n    hold {\n      until\n    }\n  }\n}"): typeof import('./graphql').ReminderHoldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReminderRelease($id: ID!) {\n  reminderRelease(id: $id) {\n    document {\n      id\n    }\n  }\n}"): typeof import('./graphql').ReminderReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportAgeing($asOf: Date, $legalEntity: String!, $currency: String!) {\n  salesAgeing(asOf: $asOf, legalEntity: $legalEntity, currency: $currency) {\n    asOf\n    currencies {\n      currency\n      moreCustomers\n      total {\n        ...AgeingBuckets\n      }\n      rows {\n        customerId\n        name\n        email\n        documents\n        buckets {\n          ...AgeingBuckets\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').ReportAgeingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportFailedWork($first: Int!, $after: String) {\n  salesFailedWork(first: $first, after: $after) {\n    edges {\n      node {\n        kind\n        id\n        at\n        title\n        remedy\n        attempts\n        retryable\n        document {\n          id\n          number\n          kind\n        }\n        problem {\n          id\n          code\n          subject\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').ReportFailedWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportFile($input: SalesReportFileInput!) {\n  salesReportFile(input: $input) {\n    url\n    fileName\n  }\n}"): typeof import('./graphql').ReportFileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReportLedgerCheckStart($withFiles: Boolean!) {\n  ledgerCheckStart(withFiles: $withFiles) {\n    check {\n      ...LedgerCheckFields\n    }\n  }\n}"): typeof import('./graphql').ReportLedgerCheckStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportLedgerChecks {\n  salesLedgerChecks(first: 10) {\n    ...LedgerCheckFields\n  }\n}"): typeof import('./graphql').ReportLedgerChecksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportNumbers($legalEntity: String!, $testMode: Boolean!) {\n  salesNumberReport(legalEntity: $legalEntity, testMode: $testMode) {\n    at\n    series {\n      legalEntity\n      kind\n      testMode\n      period\n      first\n      last\n      documents\n      expected\n      missing\n      twins\n      complete\n    }\n  }\n}"): typeof import('./graphql').ReportNumbersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportOverview {\n  salesOverview {\n    asOf\n    open {\n      ...OpenAmount\n    }\n    overdue {\n      ...OpenAmount\n    }\n    dueSoon {\n      ...OpenAmount\n    }\n    failed\n    toIssue\n  }\n}"): typeof import('./graphql').ReportOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportRevenue($input: SalesRevenueInput!) {\n  salesRevenue(input: $input) {\n    rows {\n      currency\n      month\n      country\n      category\n      rate\n      channel\n      documents\n      net {\n        amount\n        currency\n      }\n      tax {\n        amount\n        currency\n      }\n      gross {\n        amount\n        currency\n      }\n    }\n  }\n}"): typeof import('./graphql').ReportRevenueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportSellers {\n  salesLegalEntities {\n    key\n    name\n  }\n}"): typeof import('./graphql').ReportSellersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportStatement($input: SalesStatementInput!) {\n  salesStatement(input: $input) {\n    customerId\n    name\n    currency\n    from\n    to\n    opening {\n      amount\n      currency\n    }\n    invoiced {\n      amount\n      currency\n    }\n    credited {\n      amount\n      currency\n    }\n    paid {\n      amount\n      currency\n    }\n    closing {\n      amount\n      currency\n    }\n    rows {\n      on\n      entry\n      reference\n      documentId\n      amount {\n        amount\n        currency\n      }\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}"): typeof import('./graphql').ReportStatementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReportWorkRetry($kind: SalesWorkKind!, $id: ID!) {\n  failedWorkRetry(kind: $kind, id: $id) {\n    __typename\n  }\n}"): typeof import('./graphql').ReportWorkRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SaleorCustomers($search: String!) {\n  saleorCustomers(search: $search) {\n    id\n    email\n    name\n    companyName\n    vatId\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}"): typeof import('./graphql').SaleorCustomersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SaleorOrderList($search: String!, $first: Int!) {\n  saleorOrders(search: $search, first: $first) {\n    id\n    number\n    created\n    status\n    channel\n    customerName\n    customerEmail\n    total {\n      amount\n      currency\n    }\n    invoice {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').SaleorOrderListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SaleorOrders($search: String!) {\n  saleorOrders(search: $search) {\n    id\n    number\n    created\n    status\n    channel\n    total {\n      amount\n      currency\n    }\n    customerName\n    customerEmail\n    invoice {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').SaleorOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SaleorProducts($search: String!, $channel: String!) {\n  saleorProducts(search: $search, channel: $channel) {\n    variantId\n    name\n    sku\n    price {\n      amount\n      currency\n    }\n    netPrice {\n      amount\n      currency\n    }\n    grossPrice {\n      amount\n      currency\n    }\n    taxRate\n  }\n}"): typeof import('./graphql').SaleorProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SalesInvoice($id: ID!) {\n  salesInvoice(id: $id) {\n    __typename\n    id\n    number\n    kind\n    state\n    source\n    testMode\n    issueDate\n    dueDate\n    createdAt\n    currency\n    language\n    channel\n    orderId\n    orderNumber\n    customerId\n    customerEmail\n    paymentStatus\n    paymentTerms\n    net {\n      amount\n      currency\n    }\n    tax {\n      amount\n      currency\n    }\n    total {\n      amount\n      currency\n    }\n    prepaid {\n      amount\n      currency\n    }\n    payable {\n      amount\n      currency\n    }\n    balance {\n      amount\n      currency\n    }\n    seller {\n      ...InvoicePartyDetails\n    }\n    buyer {\n      ...InvoicePartyDetails\n    }\n    lines {\n      id\n      name\n      description\n      sku\n      quantity\n      unitPriceNet\n      netAmount\n      taxAmount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    charges {\n      reason\n      amount\n      grossAmount\n      tax {\n        category\n        rate\n      }\n    }\n    allowances {\n      reason\n      amount\n      grossAmount\n    }\n    prepayments {\n      label\n      kind\n      amount\n    }\n    vatBreakdown {\n      tax {\n        category\n        rate\n        exemptionReason\n      }\n      taxableAmount\n      taxAmount\n    }\n    notes {\n      text\n    }\n    delivery {\n      recipient\n      supplyDate\n      supplyDateKind\n    }\n    pdf {\n      sha256\n      size\n    }\n    downloadUrl\n    precedingInvoice {\n      id\n      number\n    }\n    creditNotes {\n      id\n      number\n    }\n    publications {\n      saleorInvoiceId\n      requested\n      state\n      lastError\n      publishedAt\n    }\n    problems {\n      id\n      code\n      message\n      remedy\n    }\n    history {\n      at\n      actor\n      event\n      params\n    }\n  }\n}\n\nfragment InvoicePartyDetails on InvoiceParty {\n  name\n  person\n  vatId\n  address {\n    street\n    additional\n    city\n    postalCode\n    subdivision\n    country\n  }\n  contact {\n    name\n    email\n    phone\n  }\n}"): typeof import('./graphql').SalesInvoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SalesInvoices($first: Int, $after: String, $last: Int, $before: String, $filter: SalesDocumentFilter, $search: String, $sortBy: SalesDocumentSort) {\n  salesInvoices(\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n    filter: $filter\n    search: $search\n    sortBy: $sortBy\n  ) {\n    edges {\n      node {\n        id\n        number\n        kind\n        state\n        testMode\n        issueDate\n        dueDate\n        paymentStatus\n        orderId\n        orderNumber\n        channel\n        customerEmail\n        buyer {\n          name\n        }\n        total {\n          amount\n          currency\n        }\n        balance {\n          amount\n          currency\n        }\n        downloadUrl\n        problems {\n          id\n          code\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').SalesInvoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SellerProposal {\n  salesSellerProposal {\n    name\n    country\n    phone\n    timezone\n    language\n    paper\n    address {\n      street\n      additional\n      postalCode\n      city\n      subdivision\n      country\n    }\n  }\n}"): typeof import('./graphql').SellerProposalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SettingFields on SalesSetting {\n  key\n  group\n  kind\n  value\n  source\n  sourceName\n  inheritedValue\n  overridden\n  levels\n  secret\n  default\n  choices\n  least\n  most\n}"): typeof import('./graphql').SettingFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SettingHistory($first: Int!, $after: String, $level: String, $name: String, $key: String) {\n  salesSettingHistory(\n    first: $first\n    after: $after\n    level: $level\n    name: $name\n    key: $key\n  ) {\n    edges {\n      node {\n        id\n        level\n        name\n        key\n        before\n        after\n        changedBy\n        changedByName\n        changedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').SettingHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SettingList($level: SalesSettingLevel!, $name: String!) {\n  salesSettings(level: $level, name: $name) {\n    ...SettingFields\n  }\n}"): typeof import('./graphql').SettingListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SettingsUpdate($input: [SalesSettingInput!]!) {\n  settingsUpdate(input: $input) {\n    changes {\n      id\n      level\n      name\n      key\n    }\n    settings {\n      ...SettingFields\n    }\n  }\n}"): typeof import('./graphql').SettingsUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetupDismiss($name: String!, $value: JSON) {\n  salesPreferenceSet(name: $name, value: $value) {\n    name\n    value\n  }\n}"): typeof import('./graphql').SetupDismissDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SetupDismissal($name: String!) {\n  salesPreference(name: $name)\n}"): typeof import('./graphql').SetupDismissalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SetupState {\n  salesSetup {\n    ...SetupSteps\n  }\n}"): typeof import('./graphql').SetupStateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetupStepSkip($key: String!, $skip: Boolean!) {\n  setupStepSkip(key: $key, skip: $skip) {\n    setup {\n      ...SetupSteps\n    }\n  }\n}"): typeof import('./graphql').SetupStepSkipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SetupSteps on SalesSetup {\n  complete\n  steps {\n    key\n    state\n    required\n  }\n}"): typeof import('./graphql').SetupStepsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SourceSystems {\n  salesSourceSystems\n}"): typeof import('./graphql').SourceSystemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StaffNote on SalesStaffNote {\n  id\n  text\n  pinned\n  authorName\n  createdAt\n  editedAt\n  mine\n}"): typeof import('./graphql').StaffNoteFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StaffNoteAdd($documentId: ID!, $text: String!) {\n  staffNoteAdd(documentId: $documentId, text: $text) {\n    note {\n      id\n    }\n  }\n}"): typeof import('./graphql').StaffNoteAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StaffNoteDelete($id: ID!) {\n  staffNoteDelete(id: $id) {\n    deleted\n  }\n}"): typeof import('./graphql').StaffNoteDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StaffNoteUpdate($id: ID!, $text: String, $pinned: Boolean) {\n  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {\n    note {\n      id\n    }\n  }\n}"): typeof import('./graphql').StaffNoteUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StripeConnectionTest($legalEntity: String!, $secretKey: String, $publishableKey: String) {\n  stripeConnectionTest(\n    legalEntity: $legalEntity\n    secretKey: $secretKey\n    publishableKey: $publishableKey\n  ) {\n    ok\n    accountId\n    accountName\n    testMode\n    country\n    currencies\n    code\n    message\n  }\n}"): typeof import('./graphql').StripeConnectionTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TemplateCheck($source: String!) {\n  salesTemplateCheck(source: $source) {\n    line\n    message\n  }\n}"): typeof import('./graphql').TemplateCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TemplateStarter {\n  salesTemplateStarter\n}"): typeof import('./graphql').TemplateStarterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation VatCheckRequest($id: ID!) {\n  vatCheckRequest(id: $id) {\n    check {\n      id\n    }\n  }\n}"): typeof import('./graphql').VatCheckRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query VatChecks($vatId: String!) {\n  vatChecks(vatId: $vatId, first: 5) {\n    id\n    answer\n    name\n    address\n    requesterVatId\n    consultationNumber\n    detail\n    checkedAt\n  }\n}"): typeof import('./graphql').VatChecksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WrittenIssue($id: ID!, $version: Int) {\n  draftIssue(id: $id, version: $version) {\n    document {\n      id\n      number\n    }\n  }\n}"): typeof import('./graphql').WrittenIssueDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
