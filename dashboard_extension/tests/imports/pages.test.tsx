import { ThemeProvider } from "@saleor/macaw-ui";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiProvider } from "../../src/api/context";
import { BridgeProvider } from "../../src/bridge/context";
import { LanguageProvider } from "../../src/i18n/context";
import ImportPage from "../../src/imports/ImportPage";
import ImportsPage from "../../src/imports/ImportsPage";
import { Dashboard, tokenFor } from "../dashboard";

const OPTIONS = {
  columns: [{ header: "Nr", field: "number" }],
  sheet: "",
  encoding: "utf-8",
  delimiter: ";",
  decimalSign: ",",
  dateOrder: "dmy",
  currency: "",
  language: "en",
};
const JOB = {
  id: "j1",
  state: "DONE",
  uploadId: "u1",
  fileName: "erp.csv",
  fileSize: 1200,
  format: "csv",
  sourceSystem: "erp",
  legalEntity: "main",
  legalEntityName: "Sample Seller GmbH",
  policy: "REFUSE",
  dryRun: false,
  publish: true,
  position: 4,
  created: 2,
  updated: 0,
  unchanged: 0,
  rejected: 2,
  warned: 0,
  startedBy: "staff:1",
  startedByName: "a@example.com",
  createdAt: "2026-11-29T10:00:00Z",
  finishedAt: "2026-11-29T10:00:10Z",
  lastError: "",
  progress: 1,
  options: OPTIONS,
};
const FINDING = {
  code: "DATE_INVALID",
  severity: "BLOCKING",
  message: "31.02.2026 is no date.",
  remedy: "A day that there is.",
  column: "Date",
  value: "31.02.2026",
  stated: "",
  computed: "",
  earlier: "",
};
const ROW = {
  position: 3,
  place: "row 4",
  externalId: "A-3",
  number: "A-3",
  outcome: "REJECTED",
  documentId: null,
  findings: [
    FINDING,
    { ...FINDING, code: "ODD", column: "Net", message: "No amount.", value: "x" },
  ],
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

function open(address: string, locale = "en") {
  const router = createMemoryRouter(
    [
      { path: "/imports", element: <ImportsPage /> },
      { path: "/imports/:id", element: <ImportPage /> },
    ],
    { initialEntries: [address] },
  );
  return render(
    <BridgeProvider bridge={dashboard.bridge}>
      <ApiProvider>
        <ThemeProvider>
          <LanguageProvider locale={locale}>
            <RouterProvider router={router} />
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
    ImportJobs: { salesImportJobs: [JOB] },
    ImportJob: { salesImportJob: JOB },
    ImportRows: { salesImportJob: { id: "j1", rows: [ROW] } },
  };
  vi.stubGlobal("fetch", server);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  dashboard.close();
});

it("lists imports with their counts, and says what can be imported where there are none", async () => {
  open("/imports");
  const table = await screen.findByRole("table", { name: "Imports" });
  await within(table).findByText("erp.csv");
  expect(within(table).getByText("Done")).toBeTruthy();
  cleanup();
  answers.ImportJobs = { salesImportJobs: [] };
  open("/imports", "de");
  expect(await screen.findByText("Es wurde noch nichts importiert")).toBeTruthy();
});

it("stops one that works, and lets one that was stopped go on", async () => {
  answers.ImportJobs = { salesImportJobs: [{ ...JOB, state: "RUNNING", progress: 0.5 }] };
  open("/imports");
  const bar = await screen.findByRole("progressbar", { name: "Progress of erp.csv" });
  expect(bar.getAttribute("aria-valuenow")).toBe("50");
  cleanup();
  answers.ImportJob = { salesImportJob: { ...JOB, state: "STOPPED" } };
  open("/imports/j1");
  fireEvent.click(await screen.findByRole("button", { name: "Go on" }));
  await waitFor(() => expect(asked("ImportResume")).toEqual({ id: "j1" }));
});

it("shows every finding of a row, and those of one outcome", async () => {
  open("/imports/j1");
  const table = await screen.findByRole("table", { name: "What was not plainly taken in" });
  await within(table).findByText("row 4");
  const lines = within(table).getAllByRole("row").slice(1);
  expect(lines.map((line) => line.textContent)).toEqual([
    "row 4A-3RejectedDate31.02.2026“31.02.2026” is no date." +
      "A date such as 2026-11-02; or choose “Order of dates” under “How the file is read” " +
      "where day and month are turned.",
    "NetxNo amount.A day that there is.",
  ]);
  fireEvent.click(screen.getByRole("tab", { name: "Rejected" }));
  await waitFor(() => expect(asked("ImportRows")).toMatchObject({ outcome: "REJECTED" }));
});

it("imports what a dry run looked at, in the same way", async () => {
  answers.ImportJob = { salesImportJob: { ...JOB, dryRun: true } };
  open("/imports/j1");
  fireEvent.click(await screen.findByRole("button", { name: "Import it now" }));
  await waitFor(() => expect(asked("ImportStart")).toBeTruthy());
  expect(asked("ImportStart")?.input).toMatchObject({
    uploadId: "u1",
    sourceSystem: "erp",
    dryRun: false,
    options: OPTIONS,
  });
});

it("leads to the documents that it brought, where it brought any", async () => {
  open("/imports/j1");
  const link = await screen.findByRole("link", { name: "Show imported documents" });
  expect(link.getAttribute("href")).toContain("/invoices?importJob=j1%7Eerp.csv");
  cleanup();
  answers.ImportJob = { salesImportJob: { ...JOB, created: 0, unchanged: 2 } };
  open("/imports/j1");
  await screen.findByRole("link", { name: "Show those without an order" });
  expect(screen.queryByRole("link", { name: "Show imported documents" })).toBeNull();
});
