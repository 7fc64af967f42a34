import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import {
  type SalesWebhookDeliveryState,
  WebhookDeliveriesDocument,
  type WebhookDeliveryFieldsFragment,
  type WebhookEndpointFieldsFragment,
  WebhookEndpointsDocument,
} from "./generated/graphql";

export type Endpoint = WebhookEndpointFieldsFragment;
export type Delivery = WebhookDeliveryFieldsFragment;

export interface DeliveryFilter {
  endpointId: string;
  state: SalesWebhookDeliveryState | "";
}

export const ENDPOINTS = ["webhooks", "endpoints"];
export const DELIVERIES = ["webhooks", "deliveries"];
const PAGE = 20;
/** Deliveries are made in the background. */
const POLL_MS = 5_000;

export function useEndpoints() {
  const api = useApi();
  return useQuery({
    queryKey: ENDPOINTS,
    queryFn: async ({ signal }) =>
      (await api(WebhookEndpointsDocument, {}, signal)).webhookEndpoints ?? [],
  });
}

export function useDeliveries({ endpointId, state }: DeliveryFilter) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [...DELIVERIES, endpointId, state],
    queryFn: async ({ pageParam, signal }) => {
      const wanted = { endpointId: endpointId || null, state: state || null };
      const variables = { first: PAGE, after: pageParam, ...wanted };
      return (await api(WebhookDeliveriesDocument, variables, signal)).webhookDeliveries;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
    refetchInterval: POLL_MS,
  });
  const rows = (query.data?.pages ?? []).flatMap((page) => page?.edges ?? []);
  return { ...query, rows: rows.map(({ node }) => node) };
}
