// The GraphQL that the sandbox dashboard sends.

export const ORDERS = `query Orders { orders(first: 100) { totalCount edges { node {
  id number created status chargeStatus userEmail
  channel { name } total { gross { amount currency } }
  invoices { status }
} } } }`;

const ADDRESS = `{ firstName lastName companyName streetAddress1 streetAddress2 postalCode city
  countryArea country { country } }`;

export const ORDER = `query Order($id: ID!) { order(id: $id) {
  id number created status chargeStatus paymentStatus userEmail customerNote displayGrossPrices
  user { id email } channel { name } shippingMethodName voucherCode
  billingAddress ${ADDRESS} shippingAddress ${ADDRESS}
  lines { id productName variantName productSku quantity quantityToFulfill taxRate
    unitPrice { net { amount currency } gross { amount currency } }
    totalPrice { net { amount currency } gross { amount currency } } }
  subtotal { net { amount currency } gross { amount currency } }
  shippingPrice { gross { amount currency } }
  total { net { amount currency } gross { amount currency } tax { amount currency } }
  totalCharged { amount currency } totalBalance { amount currency } totalRefunded { amount currency }
  discounts { type reason } giftCards { last4CodeChars }
  metadata { key value }
  invoices { id number status url createdAt }
} }`;

export const CUSTOMERS = `query Customers { customers(first: 100) { edges { node {
  id email firstName lastName orders(first: 100) { totalCount }
} } } }`;

export const CUSTOMER = `query Customer($id: ID!) { user(id: $id) {
  id email firstName lastName
  orders(first: 50) { edges { node { id number created status total { gross { amount currency } } } } }
} }`;

export const EXTENSIONS = (old) => `query Extensions { appExtensions(first: 100) { edges { node {
  id label url ${old ? "mount target" : "mountName targetName settings"}
  app { id name appUrl identifier }
} } } }`;

export const APPS = `query Apps {
  shop { name version schemaVersion }
  apps(first: 100) { edges { node {
    id name identifier version isActive appUrl manifestUrl created permissions { code }
    webhooks { id name isActive asyncEvents { eventType } }
  } } }
  appsInstallations { id appName status message manifestUrl }
}`;

export const SHOP = "query Shop { shop { name schemaVersion version } }";

const mutation = (name, args, pass) =>
  `mutation M(${args}) { ${name}(${pass}) { errors { field message code } } }`;

export const REQUEST = mutation("invoiceRequest", "$id: ID!", "orderId: $id");
export const SEND = mutation("invoiceSendNotification", "$id: ID!", "id: $id");
export const ASK_DELETE = mutation("invoiceRequestDelete", "$id: ID!", "id: $id");
export const CONFIRM = mutation("orderConfirm", "$id: ID!", "id: $id");
export const CANCEL = mutation("orderCancel", "$id: ID!", "id: $id");
export const MARK_PAID = mutation("orderMarkAsPaid", "$id: ID!", 'id: $id, transactionReference: "by hand"');
export const DELETE_APP = mutation("appDelete", "$id: ID!", "id: $id");
export const INSTALL = mutation("appInstall", "$input: AppInstallInput!", "input: $input");
export const FORGET = mutation("appDeleteFailedInstallation", "$id: ID!", "id: $id");
