import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Chip, type Tone } from "../../ui/Chip";
import { type DataColumn, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { SelectField } from "../../ui/fields";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import pages from "../pages/pages.module.css";
import { DeliveryDialog } from "./DeliveryDialog";
import { type SalesWebhookDeliveryState, WebhookDeliveryRetryDocument } from "./generated/graphql";
import {
  DELIVERIES,
  type Delivery,
  type DeliveryFilter,
  type Endpoint,
  useDeliveries,
} from "./useWebhooks";
import css from "./webhooks.module.css";
import { useSay } from "./words";

const TONES: Readonly<Record<SalesWebhookDeliveryState, Tone>> = {
  PENDING: "info",
  DELIVERED: "success",
  FAILED: "error",
  CANCELLED: "neutral",
};
const STATES = Object.keys(TONES) as SalesWebhookDeliveryState[];

/** What was sent, what is waiting, and what your server said to it. */
export function Deliveries({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const say = useSay();
  const [filter, setFilter] = useState<DeliveryFilter>({ endpointId: "", state: "" });
  const found = useDeliveries(filter);
  return (
    <section className={pages.part}>
      <Text as="h2" size={5} fontWeight="medium" margin={0}>
        {say("webhooks.deliveries")}
      </Text>
      <Filters endpoints={endpoints} filter={filter} onChange={setFilter} />
      {found.isError ? (
        <ErrorNotice compact error={found.error} retry={() => void found.refetch()} />
      ) : (
        <DeliveryTable rows={found.rows} loading={found.isPending} endpoints={endpoints} />
      )}
      {found.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {say("webhooks.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface FilterProps {
  endpoints: readonly Endpoint[];
  filter: DeliveryFilter;
  onChange: (filter: DeliveryFilter) => void;
}

function Filters({ endpoints, filter, onChange }: FilterProps) {
  const say = useSay();
  const named = endpoints.map(({ id, url, description }) => ({
    value: id,
    label: description || url,
  }));
  const states = STATES.map((state) => ({
    value: state,
    label: say(`webhooks.delivery.state.${state}`),
  }));
  return (
    <div className={css.filters}>
      <SelectField
        label={say("webhooks.filter.endpoint")}
        value={filter.endpointId}
        options={[{ value: "", label: say("webhooks.filter.endpoint.all") }, ...named]}
        onChange={(endpointId) => onChange({ ...filter, endpointId })}
      />
      <SelectField<DeliveryFilter["state"]>
        label={say("webhooks.filter.state")}
        value={filter.state}
        options={[{ value: "", label: say("webhooks.filter.state.all") }, ...states]}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </div>
  );
}

interface TableProps {
  rows: readonly Delivery[];
  loading: boolean;
  endpoints: readonly Endpoint[];
}

function DeliveryTable({ rows, loading, endpoints }: TableProps) {
  const { t, locale } = useLanguage();
  const say = useSay();
  const [shown, setShown] = useState<Delivery>();
  const places = new Map(endpoints.map((row) => [row.id, row.description || row.url]));
  const columns: DataColumn<Delivery>[] = [
    {
      name: "event",
      head: say("webhooks.delivery.event"),
      grow: true,
      cell: ({ eventType, documentNumber, endpointId }) => (
        <span className={pages.break}>
          {[say(`webhooks.event.${eventType}`), documentNumber].filter(Boolean).join(" · ")}
          <small className={css.small}>{places.get(endpointId)}</small>
        </span>
      ),
    },
    {
      name: "state",
      head: say("webhooks.state"),
      cell: ({ state }) => (
        <Chip tone={TONES[state]}>{say(`webhooks.delivery.state.${state}`)}</Chip>
      ),
    },
    { name: "answer", head: say("webhooks.delivery.answer"), cell: (row) => <Answer of={row} /> },
    {
      name: "at",
      head: say("webhooks.delivery.at"),
      cell: ({ createdAt }) => formatMoment(createdAt, locale),
    },
    {
      name: "actions",
      head: t("column.actions"),
      headHidden: true,
      end: true,
      cell: (row) => <Actions of={row} onShow={() => setShown(row)} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={say("webhooks.deliveries")}
        loading={loading}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            compact
            title={say("webhooks.deliveries.empty")}
            text={say("webhooks.deliveries.empty.hint")}
          />
        }
        columns={columns}
      />
      {shown && <DeliveryDialog of={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function Answer({ of }: { of: Delivery }) {
  const { locale } = useLanguage();
  const say = useSay();
  const next = of.state === "PENDING" && of.attempts > 0 && of.nextAttemptAt;
  return (
    <span className={pages.break}>
      {of.statusCode ?? (of.lastError || "–")}
      {next && (
        <small className={css.small}>
          {say("webhooks.delivery.next", {
            number: String(of.attempts + 1),
            when: formatMoment(next, locale),
          })}
        </small>
      )}
    </span>
  );
}

function Actions({ of, onShow }: { of: Delivery; onShow: () => void }) {
  const say = useSay();
  const retry = useMutationWithFeedback({
    run: (api) => api(WebhookDeliveryRetryDocument, { id: of.id }),
    success: () => say("webhooks.delivery.retried"),
    failure: say("webhooks.failed"),
    invalidates: [DELIVERIES],
  });
  const final = of.state === "FAILED" || of.state === "DELIVERED";
  return (
    <span className={css.actions}>
      {final && of.body !== "" && (
        <Button
          variant="secondary"
          size="small"
          disabled={retry.running}
          aria-label={say("webhooks.delivery.retry.named", { id: of.messageId })}
          onClick={() => retry.run()}
        >
          {say("webhooks.delivery.retry")}
        </Button>
      )}
      <Button
        variant="tertiary"
        size="small"
        aria-label={say("webhooks.delivery.show.named", { id: of.messageId })}
        onClick={onShow}
      >
        {say("webhooks.delivery.show")}
      </Button>
    </span>
  );
}
