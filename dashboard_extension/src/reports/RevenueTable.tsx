import { sumOf } from "../format/sum";
import type { SalesRevenueBy } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { groupKey, groupLabel, type RevenueRow } from "./labels";
import css from "./Revenue.module.css";

/** The figures of the charts, and their sums. */
export function RevenueTable({
  rows,
  by,
}: {
  rows: readonly RevenueRow[];
  by: readonly SalesRevenueBy[];
}) {
  const { t, locale } = useLanguage();
  const columns: DataColumn<RevenueRow>[] = [
    ...by.map((group, index) => ({
      name: group,
      head: t(`reports.by.${group}`),
      grow: index === by.length - 1,
      cell: (row: RevenueRow) => (
        <span className={css.group}>{groupLabel(row, group, locale, t)}</span>
      ),
    })),
    { name: "documents", head: t("reports.documents"), end: true, cell: (row) => row.documents },
    { name: "net", head: t("reports.net"), end: true, cell: (row) => <Amount money={row.net} /> },
    { name: "tax", head: t("reports.tax"), end: true, cell: (row) => <Amount money={row.tax} /> },
    {
      name: "gross",
      head: t("reports.gross"),
      end: true,
      cell: (row) => <Amount money={row.gross} />,
    },
  ];
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const sums = (part: "net" | "tax" | "gross") =>
    currencies.map((currency) => {
      const amounts = rows
        .filter((row) => row.currency === currency)
        .map((row) => row[part].amount);
      return (
        <div key={currency}>
          <Amount money={{ amount: sumOf(amounts), currency }} />
        </div>
      );
    });
  return (
    <DataTable
      caption={t("reports.revenue")}
      columns={columns}
      rows={rows}
      rowKey={(row) => [row.currency, ...by.map((group) => groupKey(row, group))].join("|")}
      foot={[
        t("reports.sum"),
        ...by.slice(1).map(() => ""),
        "",
        sums("net"),
        sums("tax"),
        sums("gross"),
      ]}
    />
  );
}
