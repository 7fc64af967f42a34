import { ThemeProvider } from "@saleor/macaw-ui";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiProvider } from "../../src/api/context";
import { BridgeProvider } from "../../src/bridge/context";
import { LanguageProvider } from "../../src/i18n/context";
import NewImportPage from "../../src/imports/NewImportPage";
import { Dashboard, tokenFor } from "../dashboard";

const OPTIONS = {
  columns: [],
  sheet: "",
  encoding: "",
  delimiter: "",
  decimalSign: "",
  dateOrder: "",
  currency: "EUR",
  language: "en",
};
const JOB = {
  uploadId: "u1",
  fileName: "erp.xlsx",
  fileSize: 1200,
  sourceSystem: "erp",
  legalEntity: "main",
  legalEntityName: "Sample Seller GmbH",
  policy: "REFUSE",
  publish: true,
  options: OPTIONS,
};
const HEADERS: Readonly<Record<string, string[]>> = { Invoices: ["Number"], Archive: ["Old no."] };
const SHEETS = [
  { name: "Cover", hidden: false },
  { name: "Invoices", hidden: false },
  { name: "Archive", hidden: true },
];

let dashboard: Dashboard;
let sheets: object[];
let answer: object | undefined;

/** The app's server: a workbook whose first sheet is empty. */
function server(_url: unknown, init?: RequestInit): Promise<Response> {
  const { query, variables } = JSON.parse(String(init?.body));
  if (query.includes("query ImportJob(")) {
    return Promise.resolve(Response.json({ data: { salesImportJob: JOB } }));
  }
  if (!query.includes("query ImportPreview(")) return Promise.resolve(Response.json({ data: {} }));
  const sheet = variables.options.sheet || "Invoices";
  const headers = HEADERS[sheet];
  if (!headers) {
    const extensions = { code: "SHEET_EMPTY", params: {} };
    return Promise.resolve(Response.json({ errors: [{ message: "No rows.", extensions }] }));
  }
  const salesImportPreview = answer ?? {
    format: "xlsx",
    headers,
    rows: [headers],
    hasColumns: true,
    proposal: [],
    options: { ...OPTIONS, sheet },
    findings: [],
    sheets,
  };
  return Promise.resolve(Response.json({ data: { salesImportPreview } }));
}

function open() {
  const router = createMemoryRouter([{ path: "/imports/new", element: <NewImportPage /> }], {
    initialEntries: ["/imports/new?from=j1"],
  });
  render(
    <BridgeProvider bridge={dashboard.bridge}>
      <ApiProvider>
        <ThemeProvider>
          <LanguageProvider locale="en">
            <RouterProvider router={router} />
          </LanguageProvider>
        </ThemeProvider>
      </ApiProvider>
    </BridgeProvider>,
  );
}

const choose = (value: string) =>
  fireEvent.change(screen.getByLabelText("Sheet"), { target: { value } });

beforeEach(() => {
  dashboard = new Dashboard();
  dashboard.handshake(tokenFor(300));
  sheets = SHEETS;
  answer = undefined;
  vi.stubGlobal("fetch", server);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  dashboard.close();
});

it("lets a person choose one of several sheets, and another after an empty one", async () => {
  open();
  const select = (await screen.findByLabelText("Sheet")) as HTMLSelectElement;
  expect([...select.options].map(({ text }) => text)).toEqual([
    "Found out: Invoices",
    "Cover",
    "Invoices",
    "Archive (hidden)",
  ]);
  expect(screen.getByLabelText("Field of column Number")).toBeTruthy();
  choose("Archive");
  await screen.findByLabelText("Field of column Old no.");
  choose("Cover");
  await screen.findByText(/There are no rows in this sheet/);
  expect(screen.getByText("The first one with rows")).toBeTruthy();
  choose("");
  await screen.findByLabelText("Field of column Number");
});

it("asks for no sheet where there is one only", async () => {
  sheets = SHEETS.slice(1, 2);
  open();
  await screen.findByLabelText("Field of column Number");
  await waitFor(() => expect(screen.getByLabelText("Currency")).toBeTruthy());
  expect(screen.queryByLabelText("Sheet")).toBeNull();
});

it("asks for no columns of a file that says itself what is what, and lists what is in it", async () => {
  answer = {
    format: "zip",
    headers: ["file"],
    rows: [["a.xml"], ["b.xml"]],
    hasColumns: false,
    proposal: [],
    options: OPTIONS,
    findings: [],
    sheets: [],
  };
  open();
  await screen.findByText("a.xml");
  expect(screen.getByRole("columnheader", { name: "File" })).toBeTruthy();
  expect(screen.queryByLabelText(/Field of column/)).toBeNull();
  const start = screen.getByRole("button", { name: "Import" }) as HTMLButtonElement;
  await waitFor(() => expect(start.disabled).toBe(false));
});

it.each([
  ["utf-8-sig", "UTF-8"],
  ["utf-16-le", "UTF-16"],
  ["cp1252", "Windows-1252 (Western Europe)"],
  ["cp1250", "Windows-1250 (Central Europe)"],
  ["latin_1", "ISO 8859-1 (Western Europe)"],
  ["koi8-r", "KOI8-R"],
])("names the encoding %s of a table as people do", async (encoding, name) => {
  answer = {
    format: "csv",
    headers: ["Number"],
    rows: [["R-1"]],
    hasColumns: true,
    proposal: [],
    options: { ...OPTIONS, encoding },
    findings: [],
    sheets: [],
  };
  open();
  const select = (await screen.findByLabelText("Encoding")) as HTMLSelectElement;
  expect(select.options[0]?.text).toBe(`Found out: ${name}`);
});
