import { ThemeProvider } from "@saleor/macaw-ui";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiProvider } from "../../src/api/context";
import { BridgeProvider } from "../../src/bridge/context";
import { ShownProvider } from "../../src/document/context";
import type { SalesDocument, Verbs } from "../../src/document/useDocument";
import { LanguageProvider } from "../../src/i18n/context";
import ExternalCard from "../../src/imports/ExternalCard";
import { Dashboard, tokenFor } from "../dashboard";

const EXTERNAL = {
  sourceSystem: "erp",
  externalId: "ERP-1",
  version: 1,
  link: "NONE",
  linkCode: "",
  orderId: "",
  orderNumber: "",
  orderReference: "",
  importJobId: null,
  updatedAt: "2026-11-29T10:00:00Z",
  totalsDifferences: [],
  versions: [],
};
const money = (amount: string) => ({ amount, currency: "EUR" });
const VERBS: Verbs = {
  send: true,
  credit: false,
  correct: false,
  void: false,
  transmit: false,
  erase: false,
  link: true,
  unlink: false,
  delete: true,
  deleteRefused: "",
  retainedUntil: null,
};
const DOCUMENT = { id: "d1", number: "R-1", erasedAt: null } as SalesDocument;

let dashboard: Dashboard;
let external: object;
let verbs: Verbs | undefined;
const ask = vi.fn();

function open(locale = "en") {
  const shown = { document: DOCUMENT, verbs, open: ask, watch: vi.fn() };
  const page = (
    <ShownProvider value={shown}>
      <ExternalCard />
    </ShownProvider>
  );
  render(
    <BridgeProvider bridge={dashboard.bridge}>
      <ApiProvider>
        <ThemeProvider>
          <LanguageProvider locale={locale}>
            <RouterProvider router={createMemoryRouter([{ path: "/", element: page }])} />
          </LanguageProvider>
        </ThemeProvider>
      </ApiProvider>
    </BridgeProvider>,
  );
}

beforeEach(() => {
  dashboard = new Dashboard();
  dashboard.handshake(tokenFor(300));
  external = EXTERNAL;
  verbs = VERBS;
  ask.mockClear();
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json({ data: { salesInvoice: { id: "d1", external } } })),
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  dashboard.close();
});

it("warns of totals that the lines do not make, with both amounts", async () => {
  external = {
    ...EXTERNAL,
    totalsDifferences: [
      { total: "TAX", stated: money("1019.01"), computed: money("1019.00") },
      { total: "GROSS", stated: money("1119.01"), computed: money("1119.00") },
    ],
  };
  open("de");
  const warning = await screen.findByRole("region", { name: /Summen passen nicht/ });
  expect(
    within(warning)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual([
    "USt: EUR 1.019,01 angegeben, die Positionen ergeben EUR 1.019,00",
    "Mit USt: EUR 1.119,01 angegeben, die Bestandteile ergeben EUR 1.119,00",
  ]);
});

it("warns of nothing where the totals agree", async () => {
  open();
  await screen.findByText("ERP-1");
  expect(screen.queryByRole("region", { name: /totals/ })).toBeNull();
});

const buttons = () => screen.queryAllByRole("button").map((button) => button.textContent);

it("offers what its state allows, and says why it has to stay", async () => {
  open();
  await screen.findByText("ERP-1");
  expect(buttons()).toEqual(["Choose an order", "Delete"]);
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(ask).toHaveBeenCalledWith({ name: "remove" });
  cleanup();
  verbs = { ...VERBS, unlink: true, delete: false, deleteRefused: "DOCUMENT_PAID" };
  open();
  await screen.findByText("ERP-1");
  expect(buttons()).toEqual(["Choose another order", "Unlink"]);
  expect(screen.getByText(/It can’t be deleted. Money was recorded on it/)).toBeTruthy();
});

it("offers nothing while nobody knows what is possible", async () => {
  verbs = undefined;
  open();
  await screen.findByText("ERP-1");
  expect(buttons()).toEqual([]);
});
