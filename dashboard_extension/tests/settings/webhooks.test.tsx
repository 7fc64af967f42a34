import { ThemeProvider } from "@saleor/macaw-ui";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProvider } from "../../src/api/context";
import { BridgeProvider } from "../../src/bridge/context";
import { LanguageProvider } from "../../src/i18n/context";
import { readable } from "../../src/settings/webhooks/DeliveryDialog";
import { EVENT_TYPES } from "../../src/settings/webhooks/EndpointDialog";
import WebhooksPage from "../../src/settings/webhooks/WebhooksPage";
import { loadWords } from "../../src/settings/webhooks/words";
import { Dashboard, tokenFor } from "../dashboard";

const ENDPOINT = {
  id: "e1",
  url: "https://hooks.example.com/in",
  description: "ERP",
  eventTypes: ["INVOICE_ISSUED"],
  channels: ["eu"],
  enabled: true,
  disabledReason: null,
  failingSince: null,
  previousSecretUntil: null,
};
const DELIVERY = {
  id: "d1",
  endpointId: "e1",
  messageId: "msg_1",
  eventType: "INVOICE_ISSUED",
  documentNumber: "INV-1",
  body: '{"type":"invoice.issued"}',
  state: "FAILED",
  attempts: 10,
  nextAttemptAt: null,
  lastError: "It answered 500.",
  statusCode: 500,
  responseHead: "oops",
  durationMs: 12,
  createdAt: "2026-11-29T10:00:00Z",
};

interface Sent {
  name: string;
  variables: Record<string, unknown>;
}

let dashboard: Dashboard;
let sent: Sent[];
let answers: Record<string, unknown>;

/** The app's server: answers by the operation's name, and keeps what was asked. */
function server(_url: unknown, init?: RequestInit): Promise<Response> {
  const { query, variables } = JSON.parse(String(init?.body));
  const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "";
  sent.push({ name, variables });
  return Promise.resolve(Response.json({ data: answers[name] ?? {} }));
}

const asked = (name: string) => sent.filter((each) => each.name === name).at(-1)?.variables;

function open(locale = "en") {
  return render(
    <BridgeProvider bridge={dashboard.bridge}>
      <ApiProvider>
        <ThemeProvider>
          <LanguageProvider locale={locale}>
            <WebhooksPage />
          </LanguageProvider>
        </ThemeProvider>
      </ApiProvider>
    </BridgeProvider>,
  );
}

beforeEach(() => {
  dashboard = new Dashboard();
  dashboard.handshake(tokenFor(300));
  sent = [];
  answers = {
    WebhookEndpoints: { webhookEndpoints: [ENDPOINT] },
    ChannelList: { saleorChannels: [{ slug: "eu", name: "Europe" }] },
    WebhookDeliveries: {
      webhookDeliveries: {
        edges: [{ node: DELIVERY }],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
  };
  vi.stubGlobal("fetch", server);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  dashboard.close();
});

describe("the page", () => {
  it("shows webhooks with their events, and what was sent", async () => {
    open();
    const table = await screen.findByRole("table", { name: "Webhooks" });
    await within(table).findByText("ERP");
    expect(within(table).getByText("eu")).toBeTruthy();
    const sentOnes = await screen.findByRole("table", { name: "Deliveries" });
    await within(sentOnes).findByText(/INV-1/);
    expect(within(sentOnes).getByText("Failed")).toBeTruthy();
    expect(within(sentOnes).getByText("500")).toBeTruthy();
  });

  it("says why one is off, and since when one fails", async () => {
    answers.WebhookEndpoints = {
      webhookEndpoints: [
        { ...ENDPOINT, enabled: false, disabledReason: "GONE" },
        { ...ENDPOINT, id: "e2", failingSince: "2026-11-28T10:00:00Z" },
      ],
    };
    open();
    await screen.findByText("Off: not wanted any more");
    expect(screen.getByText("Failing")).toBeTruthy();
    expect(screen.getByText(/^Nothing was taken since/)).toBeTruthy();
  });

  it("shows a new one's secret once, and forgets it", async () => {
    answers.WebhookEndpointCreate = {
      webhookEndpointCreate: { secret: "whsec_once", endpoint: ENDPOINT },
    };
    open();
    fireEvent.click(await screen.findByRole("button", { name: "Add a webhook" }));
    const form = screen.getByRole("dialog", { hidden: true });
    fireEvent.change(within(form).getByLabelText("Address"), { target: { value: " https://a/ " } });
    fireEvent.click(within(form).getByLabelText("Invoice overdue"));
    const submit = within(form).getByRole("button", { name: "Add a webhook", hidden: true });
    fireEvent.submit(submit.closest("form") as HTMLFormElement);
    await screen.findByText("whsec_once");
    expect(asked("WebhookEndpointCreate")).toEqual({
      input: { url: "https://a/", description: "", eventTypes: ["INVOICE_OVERDUE"], channels: [] },
    });
    fireEvent.click(screen.getByRole("button", { name: "Done", hidden: true }));
    await waitFor(() => expect(screen.queryByText("whsec_once")).toBeNull());
  });

  it("asks for one webhook's deliveries in one state", async () => {
    open();
    fireEvent.change(await screen.findByLabelText("Webhook"), { target: { value: "e1" } });
    fireEvent.change(screen.getByLabelText("State"), { target: { value: "FAILED" } });
    const wanted = { first: 20, after: null, endpointId: "e1", state: "FAILED" };
    await waitFor(() => expect(asked("WebhookDeliveries")).toEqual(wanted));
  });

  it("sends a failed one again", async () => {
    open();
    fireEvent.click(await screen.findByRole("button", { name: "Send again: msg_1" }));
    await waitFor(() => expect(asked("WebhookDeliveryRetry")).toEqual({ id: "d1" }));
  });

  it("speaks the dashboard's language", async () => {
    open("de");
    expect(await screen.findByRole("button", { name: "Webhook hinzufügen" })).toBeTruthy();
    expect(await screen.findByText("Fehlgeschlagen", { selector: "span" })).toBeTruthy();
  });
});

describe.each(["de", "fr", "pl"])("the words in %s", (language) => {
  it("are there, with the places of English", async () => {
    const [words, english] = [await loadWords(language), await loadWords("en")];
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe("");
      expect(places(text), key).toEqual(places(english[key as keyof typeof english]));
    }
    expect(words).not.toEqual(english);
  });
});

it("offers every event but the test", async () => {
  const words = Object.keys(await loadWords("en"));
  const named = words.filter((key) => key.startsWith("webhooks.event."));
  expect([...EVENT_TYPES, "WEBHOOK_TEST"].map((type) => `webhooks.event.${type}`).sort()).toEqual(
    named.sort(),
  );
});

it("shows a body with line breaks, and what is no JSON as it is", () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable("no")).toBe("no");
});
