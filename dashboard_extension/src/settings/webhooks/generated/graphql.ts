/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How far an event has got; CANCELLED: its document was erased. */
export type SalesWebhookDeliveryState =
  | 'CANCELLED'
  | 'DELIVERED'
  | 'FAILED'
  | 'PENDING';

/** Why nothing is sent: staff switched it off, it answered 410, or nothing got through for days. */
export type SalesWebhookDisabledReason =
  | 'FAILING'
  | 'GONE'
  | 'STAFF';

/** An endpoint; what is not given stays as it is. */
export type SalesWebhookEndpointInput = {
  /** Slugs; empty: all, and what has no channel. */
  channels?: Array<string> | null | undefined;
  description?: string | null | undefined;
  enabled?: boolean | null | undefined;
  /** Empty: all, also those that come later. */
  eventTypes?: Array<SalesWebhookEventType> | null | undefined;
  /** A public https address; needed for a new endpoint. */
  url?: string | null | undefined;
};

/** What there is to hear. */
export type SalesWebhookEventType =
  | 'CREDIT_NOTE_ISSUED'
  | 'INVOICE_CREDITED'
  | 'INVOICE_ISSUED'
  | 'INVOICE_OVERDUE'
  | 'INVOICE_PAYMENT_CHANGED'
  | 'WEBHOOK_TEST';

export type WebhookDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  endpointId?: string | null | undefined;
  state?: SalesWebhookDeliveryState | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { edges: Array<{ node: { id: string, endpointId: string, messageId: string, eventType: SalesWebhookEventType, documentNumber: string, body: string, state: SalesWebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastError: string, statusCode: number | null, responseHead: string, durationMs: number | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WebhookDeliveryFieldsFragment = { id: string, endpointId: string, messageId: string, eventType: SalesWebhookEventType, documentNumber: string, body: string, state: SalesWebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastError: string, statusCode: number | null, responseHead: string, durationMs: number | null, createdAt: string };

export type WebhookDeliveryRetryMutationVariables = Exact<{
  id: string;
}>;


export type WebhookDeliveryRetryMutation = { webhookDeliveryRetry: { delivery: { id: string, endpointId: string, messageId: string, eventType: SalesWebhookEventType, documentNumber: string, body: string, state: SalesWebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastError: string, statusCode: number | null, responseHead: string, durationMs: number | null, createdAt: string } } | null };

export type WebhookEndpointCreateMutationVariables = Exact<{
  input: SalesWebhookEndpointInput;
}>;


export type WebhookEndpointCreateMutation = { webhookEndpointCreate: { secret: string, endpoint: { id: string, url: string, description: string, eventTypes: Array<SalesWebhookEventType>, channels: Array<string>, enabled: boolean, disabledReason: SalesWebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null } } | null };

export type WebhookEndpointDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointDeleteMutation = { webhookEndpointDelete: { id: string } | null };

export type WebhookEndpointFieldsFragment = { id: string, url: string, description: string, eventTypes: Array<SalesWebhookEventType>, channels: Array<string>, enabled: boolean, disabledReason: SalesWebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null };

export type WebhookEndpointSecretRotateMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointSecretRotateMutation = { webhookEndpointSecretRotate: { secret: string, endpoint: { id: string, url: string, description: string, eventTypes: Array<SalesWebhookEventType>, channels: Array<string>, enabled: boolean, disabledReason: SalesWebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null } } | null };

export type WebhookEndpointTestMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointTestMutation = { webhookEndpointTest: { delivery: { id: string, endpointId: string, messageId: string, eventType: SalesWebhookEventType, documentNumber: string, body: string, state: SalesWebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastError: string, statusCode: number | null, responseHead: string, durationMs: number | null, createdAt: string } } | null };

export type WebhookEndpointUpdateMutationVariables = Exact<{
  id: string;
  input: SalesWebhookEndpointInput;
}>;


export type WebhookEndpointUpdateMutation = { webhookEndpointUpdate: { endpoint: { id: string, url: string, description: string, eventTypes: Array<SalesWebhookEventType>, channels: Array<string>, enabled: boolean, disabledReason: SalesWebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null } } | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ id: string, url: string, description: string, eventTypes: Array<SalesWebhookEventType>, channels: Array<string>, enabled: boolean, disabledReason: SalesWebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null }> | null };

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
export const WebhookDeliveryFieldsFragmentDoc = new TypedDocumentString(`
    fragment WebhookDeliveryFields on SalesWebhookDelivery {
  id
  endpointId
  messageId
  eventType
  documentNumber
  body
  state
  attempts
  nextAttemptAt
  lastError
  statusCode
  responseHead
  durationMs
  createdAt
}
    `, {"fragmentName":"WebhookDeliveryFields"}) as unknown as TypedDocumentString<WebhookDeliveryFieldsFragment, unknown>;
export const WebhookEndpointFieldsFragmentDoc = new TypedDocumentString(`
    fragment WebhookEndpointFields on SalesWebhookEndpoint {
  id
  url
  description
  eventTypes
  channels
  enabled
  disabledReason
  failingSince
  previousSecretUntil
}
    `, {"fragmentName":"WebhookEndpointFields"}) as unknown as TypedDocumentString<WebhookEndpointFieldsFragment, unknown>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($first: Int, $after: String, $endpointId: ID, $state: SalesWebhookDeliveryState) {
  webhookDeliveries(
    first: $first
    after: $after
    endpointId: $endpointId
    state: $state
  ) {
    edges {
      node {
        ...WebhookDeliveryFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookDeliveryFields on SalesWebhookDelivery {
  id
  endpointId
  messageId
  eventType
  documentNumber
  body
  state
  attempts
  nextAttemptAt
  lastError
  statusCode
  responseHead
  durationMs
  createdAt
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookDeliveryRetryDocument = new TypedDocumentString(`
    mutation WebhookDeliveryRetry($id: ID!) {
  webhookDeliveryRetry(id: $id) {
    delivery {
      ...WebhookDeliveryFields
    }
  }
}
    fragment WebhookDeliveryFields on SalesWebhookDelivery {
  id
  endpointId
  messageId
  eventType
  documentNumber
  body
  state
  attempts
  nextAttemptAt
  lastError
  statusCode
  responseHead
  durationMs
  createdAt
}`) as unknown as TypedDocumentString<WebhookDeliveryRetryMutation, WebhookDeliveryRetryMutationVariables>;
export const WebhookEndpointCreateDocument = new TypedDocumentString(`
    mutation WebhookEndpointCreate($input: SalesWebhookEndpointInput!) {
  webhookEndpointCreate(input: $input) {
    endpoint {
      ...WebhookEndpointFields
    }
    secret
  }
}
    fragment WebhookEndpointFields on SalesWebhookEndpoint {
  id
  url
  description
  eventTypes
  channels
  enabled
  disabledReason
  failingSince
  previousSecretUntil
}`) as unknown as TypedDocumentString<WebhookEndpointCreateMutation, WebhookEndpointCreateMutationVariables>;
export const WebhookEndpointDeleteDocument = new TypedDocumentString(`
    mutation WebhookEndpointDelete($id: ID!) {
  webhookEndpointDelete(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<WebhookEndpointDeleteMutation, WebhookEndpointDeleteMutationVariables>;
export const WebhookEndpointSecretRotateDocument = new TypedDocumentString(`
    mutation WebhookEndpointSecretRotate($id: ID!) {
  webhookEndpointSecretRotate(id: $id) {
    endpoint {
      ...WebhookEndpointFields
    }
    secret
  }
}
    fragment WebhookEndpointFields on SalesWebhookEndpoint {
  id
  url
  description
  eventTypes
  channels
  enabled
  disabledReason
  failingSince
  previousSecretUntil
}`) as unknown as TypedDocumentString<WebhookEndpointSecretRotateMutation, WebhookEndpointSecretRotateMutationVariables>;
export const WebhookEndpointTestDocument = new TypedDocumentString(`
    mutation WebhookEndpointTest($id: ID!) {
  webhookEndpointTest(id: $id) {
    delivery {
      ...WebhookDeliveryFields
    }
  }
}
    fragment WebhookDeliveryFields on SalesWebhookDelivery {
  id
  endpointId
  messageId
  eventType
  documentNumber
  body
  state
  attempts
  nextAttemptAt
  lastError
  statusCode
  responseHead
  durationMs
  createdAt
}`) as unknown as TypedDocumentString<WebhookEndpointTestMutation, WebhookEndpointTestMutationVariables>;
export const WebhookEndpointUpdateDocument = new TypedDocumentString(`
    mutation WebhookEndpointUpdate($id: ID!, $input: SalesWebhookEndpointInput!) {
  webhookEndpointUpdate(id: $id, input: $input) {
    endpoint {
      ...WebhookEndpointFields
    }
  }
}
    fragment WebhookEndpointFields on SalesWebhookEndpoint {
  id
  url
  description
  eventTypes
  channels
  enabled
  disabledReason
  failingSince
  previousSecretUntil
}`) as unknown as TypedDocumentString<WebhookEndpointUpdateMutation, WebhookEndpointUpdateMutationVariables>;
export const WebhookEndpointsDocument = new TypedDocumentString(`
    query WebhookEndpoints {
  webhookEndpoints {
    ...WebhookEndpointFields
  }
}
    fragment WebhookEndpointFields on SalesWebhookEndpoint {
  id
  url
  description
  eventTypes
  channels
  enabled
  disabledReason
  failingSince
  previousSecretUntil
}`) as unknown as TypedDocumentString<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;