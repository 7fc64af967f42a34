import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { CheckField, TextField } from "../../ui/fields";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import keys from "../keys/keys.module.css";
import { useChannels } from "../level/useChannels";
import { SecretDialog } from "./EndpointActions";
import {
  type SalesWebhookEventType,
  WebhookEndpointCreateDocument,
  WebhookEndpointUpdateDocument,
} from "./generated/graphql";
import { DELIVERIES, ENDPOINTS, type Endpoint } from "./useWebhooks";
import { useSay } from "./words";

export const EVENT_TYPES: readonly SalesWebhookEventType[] = [
  "INVOICE_ISSUED",
  "INVOICE_PAYMENT_CHANGED",
  "INVOICE_CREDITED",
  "INVOICE_OVERDUE",
  "CREDIT_NOTE_ISSUED",
];

/** Adds a webhook, or changes one; a new one's secret is shown this once. */
export function EndpointDialog({ of, onClose }: { of?: Endpoint; onClose: () => void }) {
  const { t } = useLanguage();
  const say = useSay();
  const [url, setUrl] = useState(of?.url ?? "");
  const [description, setDescription] = useState(of?.description ?? "");
  const [eventTypes, setEventTypes] = useState(of?.eventTypes ?? []);
  const [channels, setChannels] = useState(of?.channels ?? []);
  const save = useMutationWithFeedback({
    run: async (api) => {
      const input = { url: url.trim(), description: description.trim(), eventTypes, channels };
      if (of === undefined)
        return (await api(WebhookEndpointCreateDocument, { input })).webhookEndpointCreate?.secret;
      await api(WebhookEndpointUpdateDocument, { id: of.id, input });
      return undefined;
    },
    success: () => (of ? say("webhooks.saved") : undefined),
    invalidates: [ENDPOINTS, DELIVERIES],
    onDone: () => of && onClose(),
  });
  if (save.result) return <SecretDialog secret={save.result} onClose={onClose} />;
  return (
    <Dialog
      title={say(of ? "webhooks.edit.title" : "webhooks.add")}
      onClose={onClose}
      busy={save.running}
      onSubmit={() => save.run()}
      actions={
        <Button type="submit" disabled={save.running || url.trim() === ""}>
          {save.running ? t("ui.working") : say(of ? "webhooks.save" : "webhooks.add")}
        </Button>
      }
    >
      <TextField
        label={say("webhooks.url")}
        help={say("webhooks.url.help")}
        type="url"
        maxLength={2000}
        value={url}
        onChange={setUrl}
      />
      <TextField
        label={say("webhooks.description")}
        help={say("webhooks.description.help")}
        maxLength={200}
        value={description}
        onChange={setDescription}
      />
      <Some
        legend={say("webhooks.events")}
        all={say("webhooks.events.all")}
        choices={EVENT_TYPES.map((type) => [type, say(`webhooks.event.${type}`)])}
        chosen={eventTypes}
        onChange={setEventTypes}
      />
      <Channels chosen={channels} onChange={setChannels} />
      <ErrorLine error={save.error} />
    </Dialog>
  );
}

function Channels({ chosen, onChange }: { chosen: string[]; onChange: (now: string[]) => void }) {
  const say = useSay();
  const { data = [] } = useChannels();
  const known = new Map(data.map(({ slug, name }) => [slug, name]));
  for (const slug of chosen) if (!known.has(slug)) known.set(slug, slug);
  if (known.size === 0) return null;
  return (
    <Some
      legend={say("webhooks.channels")}
      all={say("webhooks.channels.all")}
      choices={[...known]}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

interface SomeProps<Value extends string> {
  legend: string;
  all: string;
  choices: readonly (readonly [Value, string])[];
  chosen: Value[];
  onChange: (now: Value[]) => void;
}

/** All of it, which is an empty list, or some. */
function Some<Value extends string>({ legend, all, choices, chosen, onChange }: SomeProps<Value>) {
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className={keys.scopes}>
      <legend>{legend}</legend>
      <CheckField label={all} checked={chosen.length === 0} onChange={(on) => on && onChange([])} />
      {choices.map(([value, label]) => (
        <CheckField
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={(on) => toggle(value, on)}
        />
      ))}
    </fieldset>
  );
}
