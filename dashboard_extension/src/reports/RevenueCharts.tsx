import { Text } from "@saleor/macaw-ui";
import { sumOf } from "../format/sum";
import type { SalesRevenueBy } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { type Column, ColumnChart } from "./chart/ColumnChart";
import { groupKey, groupLabel, moneyText, type RevenueRow } from "./labels";
import css from "./Revenue.module.css";

/** More columns than this say nothing any more. */
const MOST = 60;

/** Net and VAT by one group, a chart for each currency: amounts of two don't add up. */
export function RevenueCharts({ rows, by }: { rows: readonly RevenueRow[]; by: SalesRevenueBy }) {
  const { t } = useLanguage();
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const series = [
    { name: "net", label: t("reports.net") },
    { name: "tax", label: t("reports.tax") },
  ];
  return (
    <div className={css.charts}>
      {currencies.map((currency) => (
        <div key={currency}>
          <Text as="h3" size={3} fontWeight="medium" margin={0}>
            {currency}
          </Text>
          <Chart
            rows={rows.filter((row) => row.currency === currency)}
            {...{ by, currency, series }}
          />
        </div>
      ))}
    </div>
  );
}

interface ChartProps {
  rows: readonly RevenueRow[];
  by: SalesRevenueBy;
  currency: string;
  series: readonly { name: string; label: string }[];
}

function Chart({ rows, by, currency, series }: ChartProps) {
  const { t, locale } = useLanguage();
  const groups = new Map<string, RevenueRow[]>();
  for (const row of rows) {
    const key = groupKey(row, by);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const sorted = [...groups].sort(([one], [other]) =>
    by === "MONTH" ? one.localeCompare(other) : 0,
  );
  const columns = sorted.slice(-MOST).map(([name, members]): Column => {
    const label = groupLabel(members[0] as RevenueRow, by, locale, t);
    const [net, tax] = [
      sumOf(members.map((row) => row.net.amount)),
      sumOf(members.map((row) => row.tax.amount)),
    ];
    const money = (amount: string) => moneyText({ amount, currency }, locale);
    const title = t("reports.chart.column", { label, net: money(net), tax: money(tax) });
    return { name, label, parts: [net, tax], title };
  });
  const title = `${t(`reports.by.${by}`)}, ${currency}`;
  return <ColumnChart label={t("reports.chart", { title })} series={series} columns={columns} />;
}
