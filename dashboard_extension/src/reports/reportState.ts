import type { SalesRevenueBy } from "../generated/graphql";
import { isDay, type Period, periodOf, today } from "./period";

/** What a report shows; lives in the address, so that a reload or a copied link shows the same. */
export interface ReportState {
  asOf: string;
  period: Period;
  seller: string;
  currency: string;
  by: readonly SalesRevenueBy[];
  test: boolean;
  customerId: string;
}

export const GROUPS: readonly SalesRevenueBy[] = ["MONTH", "RATE", "COUNTRY", "CHANNEL"];
const DEFAULT_BY: readonly SalesRevenueBy[] = ["MONTH", "RATE"];

/** Reads the address; what makes no sense counts as not given. */
export function readReportState(params: URLSearchParams, on: string = today()): ReportState {
  const usual = periodOf("THIS_YEAR", on);
  const [from, to, asOf] = [params.get("from"), params.get("to"), params.get("asOf")];
  const given = (params.get("by") ?? "").toUpperCase().split(",");
  const by = GROUPS.filter((group) => given.includes(group));
  return {
    asOf: isDay(asOf) ? asOf : on,
    period: { from: isDay(from) ? from : usual.from, to: isDay(to) ? to : usual.to },
    seller: params.get("seller") ?? "",
    currency: /^[A-Z]{3}$/.test(params.get("currency") ?? "") ? (params.get("currency") ?? "") : "",
    by: by.length > 0 ? by : DEFAULT_BY,
    test: params.get("test") === "1",
    customerId: params.get("customerId") ?? "",
  };
}

/** The address's parameters with a change; the dashboard's own parameters stay. */
export function writeReportState(params: URLSearchParams, change: Partial<ReportState>) {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  if (change.asOf !== undefined) put("asOf", change.asOf);
  if (change.period !== undefined) {
    put("from", change.period.from);
    put("to", change.period.to);
  }
  if (change.seller !== undefined) put("seller", change.seller);
  if (change.currency !== undefined) put("currency", change.currency);
  if (change.by !== undefined) put("by", change.by.join(",").toLowerCase());
  if (change.test !== undefined) put("test", change.test ? "1" : "");
  if (change.customerId !== undefined) put("customerId", change.customerId);
  return next;
}
