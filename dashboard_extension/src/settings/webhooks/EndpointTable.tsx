import { useState } from "react";
import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Chip } from "../../ui/Chip";
import { type DataColumn, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Menu } from "../../ui/Menu";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import pages from "../pages/pages.module.css";
import { DeleteDialog, RotateDialog } from "./EndpointActions";
import { EndpointDialog } from "./EndpointDialog";
import { WebhookEndpointTestDocument, WebhookEndpointUpdateDocument } from "./generated/graphql";
import { DELIVERIES, ENDPOINTS, type Endpoint } from "./useWebhooks";
import css from "./webhooks.module.css";
import { type Say, useSay } from "./words";

export function EndpointTable({ rows, loading }: { rows: readonly Endpoint[]; loading: boolean }) {
  const { t } = useLanguage();
  const say = useSay();
  const columns: DataColumn<Endpoint>[] = [
    {
      name: "url",
      head: say("webhooks.url"),
      grow: true,
      cell: ({ url, description }) => (
        <span className={pages.break}>
          {description || url}
          {description && <small className={css.small}>{url}</small>}
        </span>
      ),
    },
    {
      name: "events",
      head: say("webhooks.events"),
      grow: true,
      cell: (row) => <Wanted of={row} />,
    },
    { name: "state", head: say("webhooks.state"), cell: (row) => <State of={row} /> },
    {
      name: "actions",
      head: t("column.actions"),
      headHidden: true,
      end: true,
      cell: (row) => <Actions of={row} />,
    },
  ];
  return (
    <DataTable
      caption={t("settings.nav.webhooks")}
      loading={loading}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState compact title={say("webhooks.empty")} text={say("webhooks.empty.hint")} />}
      columns={columns}
    />
  );
}

function Wanted({ of: { eventTypes, channels } }: { of: Endpoint }) {
  const say = useSay();
  const events = eventTypes.map((type) => say(`webhooks.event.${type}`)).join(", ");
  return (
    <span className={pages.break}>
      {events || say("webhooks.events.all")}
      {channels.length > 0 && <small className={css.small}>{channels.join(", ")}</small>}
    </span>
  );
}

function State({ of }: { of: Endpoint }) {
  const { locale } = useLanguage();
  const say = useSay();
  const { tone, word } = stateOf(of, say);
  const rotated = of.previousSecretUntil && new Date(of.previousSecretUntil) > new Date();
  return (
    <>
      <Chip tone={tone}>{word}</Chip>
      {of.enabled && of.failingSince && (
        <small className={css.small}>
          {say("webhooks.failing.since", { when: formatMoment(of.failingSince, locale) })}
        </small>
      )}
      {rotated && of.previousSecretUntil && (
        <small className={css.small}>
          {say("webhooks.rotated.until", { when: formatMoment(of.previousSecretUntil, locale) })}
        </small>
      )}
    </>
  );
}

function stateOf({ enabled, disabledReason, failingSince }: Endpoint, say: Say) {
  if (enabled && failingSince)
    return { tone: "warning", word: say("webhooks.state.failing") } as const;
  if (enabled) return { tone: "success", word: say("webhooks.state.on") } as const;
  const reason = disabledReason ?? "STAFF";
  const tone = reason === "STAFF" ? "neutral" : "error";
  return { tone, word: say(`webhooks.state.${reason}`) } as const;
}

type Doing = "edit" | "rotate" | "delete";

function Actions({ of }: { of: Endpoint }) {
  const { t } = useLanguage();
  const say = useSay();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const failure = say("webhooks.failed");
  const test = useMutationWithFeedback({
    run: (api) => api(WebhookEndpointTestDocument, { id: of.id }),
    success: () => say("webhooks.test.sent"),
    failure,
    invalidates: [DELIVERIES],
  });
  const turn = useMutationWithFeedback({
    run: (api) =>
      api(WebhookEndpointUpdateDocument, { id: of.id, input: { enabled: !of.enabled } }),
    success: () => say("webhooks.saved"),
    failure,
    invalidates: [ENDPOINTS, DELIVERIES],
  });
  return (
    <>
      <Menu
        label={say("webhooks.actions", { url: of.description || of.url })}
        items={[
          { label: say("webhooks.edit"), onSelect: () => setDoing("edit") },
          { label: say("webhooks.test"), onSelect: () => test.run(), disabled: !of.enabled },
          { label: say("webhooks.rotate"), onSelect: () => setDoing("rotate") },
          {
            label: say(of.enabled ? "webhooks.switch.off" : "webhooks.switch.on"),
            onSelect: () => turn.run(),
          },
          {
            label: t("ui.delete"),
            onSelect: () => setDoing("delete"),
            danger: true,
            separated: true,
          },
        ]}
      />
      {doing === "edit" && <EndpointDialog of={of} onClose={close} />}
      {doing === "rotate" && <RotateDialog of={of} onClose={close} />}
      {doing === "delete" && <DeleteDialog of={of} onClose={close} />}
    </>
  );
}
