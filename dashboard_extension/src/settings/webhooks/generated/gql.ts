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
    "query WebhookDeliveries($first: Int, $after: String, $endpointId: ID, $state: SalesWebhookDeliveryState) {\n  webhookDeliveries(\n    first: $first\n    after: $after\n    endpointId: $endpointId\n    state: $state\n  ) {\n    edges {\n      node {\n        ...WebhookDeliveryFields\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.WebhookDeliveriesDocument,
    "fragment WebhookDeliveryFields on SalesWebhookDelivery {\n  id\n  endpointId\n  messageId\n  eventType\n  documentNumber\n  body\n  state\n  attempts\n  nextAttemptAt\n  lastError\n  statusCode\n  responseHead\n  durationMs\n  createdAt\n}": typeof types.WebhookDeliveryFieldsFragmentDoc,
    "mutation WebhookDeliveryRetry($id: ID!) {\n  webhookDeliveryRetry(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}": typeof types.WebhookDeliveryRetryDocument,
    "mutation WebhookEndpointCreate($input: SalesWebhookEndpointInput!) {\n  webhookEndpointCreate(input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}": typeof types.WebhookEndpointCreateDocument,
    "mutation WebhookEndpointDelete($id: ID!) {\n  webhookEndpointDelete(id: $id) {\n    id\n  }\n}": typeof types.WebhookEndpointDeleteDocument,
    "fragment WebhookEndpointFields on SalesWebhookEndpoint {\n  id\n  url\n  description\n  eventTypes\n  channels\n  enabled\n  disabledReason\n  failingSince\n  previousSecretUntil\n}": typeof types.WebhookEndpointFieldsFragmentDoc,
    "mutation WebhookEndpointSecretRotate($id: ID!) {\n  webhookEndpointSecretRotate(id: $id) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}": typeof types.WebhookEndpointSecretRotateDocument,
    "mutation WebhookEndpointTest($id: ID!) {\n  webhookEndpointTest(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}": typeof types.WebhookEndpointTestDocument,
    "mutation WebhookEndpointUpdate($id: ID!, $input: SalesWebhookEndpointInput!) {\n  webhookEndpointUpdate(id: $id, input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n  }\n}": typeof types.WebhookEndpointUpdateDocument,
    "query WebhookEndpoints {\n  webhookEndpoints {\n    ...WebhookEndpointFields\n  }\n}": typeof types.WebhookEndpointsDocument,
};
const documents: Documents = {
    "query WebhookDeliveries($first: Int, $after: String, $endpointId: ID, $state: SalesWebhookDeliveryState) {\n  webhookDeliveries(\n    first: $first\n    after: $after\n    endpointId: $endpointId\n    state: $state\n  ) {\n    edges {\n      node {\n        ...WebhookDeliveryFields\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.WebhookDeliveriesDocument,
    "fragment WebhookDeliveryFields on SalesWebhookDelivery {\n  id\n  endpointId\n  messageId\n  eventType\n  documentNumber\n  body\n  state\n  attempts\n  nextAttemptAt\n  lastError\n  statusCode\n  responseHead\n  durationMs\n  createdAt\n}": types.WebhookDeliveryFieldsFragmentDoc,
    "mutation WebhookDeliveryRetry($id: ID!) {\n  webhookDeliveryRetry(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}": types.WebhookDeliveryRetryDocument,
    "mutation WebhookEndpointCreate($input: SalesWebhookEndpointInput!) {\n  webhookEndpointCreate(input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}": types.WebhookEndpointCreateDocument,
    "mutation WebhookEndpointDelete($id: ID!) {\n  webhookEndpointDelete(id: $id) {\n    id\n  }\n}": types.WebhookEndpointDeleteDocument,
    "fragment WebhookEndpointFields on SalesWebhookEndpoint {\n  id\n  url\n  description\n  eventTypes\n  channels\n  enabled\n  disabledReason\n  failingSince\n  previousSecretUntil\n}": types.WebhookEndpointFieldsFragmentDoc,
    "mutation WebhookEndpointSecretRotate($id: ID!) {\n  webhookEndpointSecretRotate(id: $id) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}": types.WebhookEndpointSecretRotateDocument,
    "mutation WebhookEndpointTest($id: ID!) {\n  webhookEndpointTest(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}": types.WebhookEndpointTestDocument,
    "mutation WebhookEndpointUpdate($id: ID!, $input: SalesWebhookEndpointInput!) {\n  webhookEndpointUpdate(id: $id, input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n  }\n}": types.WebhookEndpointUpdateDocument,
    "query WebhookEndpoints {\n  webhookEndpoints {\n    ...WebhookEndpointFields\n  }\n}": types.WebhookEndpointsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WebhookDeliveries($first: Int, $after: String, $endpointId: ID, $state: SalesWebhookDeliveryState) {\n  webhookDeliveries(\n    first: $first\n    after: $after\n    endpointId: $endpointId\n    state: $state\n  ) {\n    edges {\n      node {\n        ...WebhookDeliveryFields\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql').WebhookDeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment WebhookDeliveryFields on SalesWebhookDelivery {\n  id\n  endpointId\n  messageId\n  eventType\n  documentNumber\n  body\n  state\n  attempts\n  nextAttemptAt\n  lastError\n  statusCode\n  responseHead\n  durationMs\n  createdAt\n}"): typeof import('./graphql').WebhookDeliveryFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookDeliveryRetry($id: ID!) {\n  webhookDeliveryRetry(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}"): typeof import('./graphql').WebhookDeliveryRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookEndpointCreate($input: SalesWebhookEndpointInput!) {\n  webhookEndpointCreate(input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}"): typeof import('./graphql').WebhookEndpointCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookEndpointDelete($id: ID!) {\n  webhookEndpointDelete(id: $id) {\n    id\n  }\n}"): typeof import('./graphql').WebhookEndpointDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment WebhookEndpointFields on SalesWebhookEndpoint {\n  id\n  url\n  description\n  eventTypes\n  channels\n  enabled\n  disabledReason\n  failingSince\n  previousSecretUntil\n}"): typeof import('./graphql').WebhookEndpointFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookEndpointSecretRotate($id: ID!) {\n  webhookEndpointSecretRotate(id: $id) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n    secret\n  }\n}"): typeof import('./graphql').WebhookEndpointSecretRotateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookEndpointTest($id: ID!) {\n  webhookEndpointTest(id: $id) {\n    delivery {\n      ...WebhookDeliveryFields\n    }\n  }\n}"): typeof import('./graphql').WebhookEndpointTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WebhookEndpointUpdate($id: ID!, $input: SalesWebhookEndpointInput!) {\n  webhookEndpointUpdate(id: $id, input: $input) {\n    endpoint {\n      ...WebhookEndpointFields\n    }\n  }\n}"): typeof import('./graphql').WebhookEndpointUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WebhookEndpoints {\n  webhookEndpoints {\n    ...WebhookEndpointFields\n  }\n}"): typeof import('./graphql').WebhookEndpointsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
