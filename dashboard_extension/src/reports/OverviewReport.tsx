import type { ReactNode } from "react";
import { PATHS } from "../app/paths";
import type { OpenAmountFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Card } from "../ui/Card";
import { PageLink } from "../ui/PageLink";
import { periodOf } from "./period";
import css from "./Reports.module.css";
import revenueCss from "./Revenue.module.css";
import { RevenueCharts } from "./RevenueCharts";
import { RevenueTable } from "./RevenueTable";
import { Shown } from "./Shown";
import { useOverview, useRevenue } from "./useReports";

/** What is owed, what is late, what needs a hand; and the year so far. */
export default function OverviewReport() {
  const { t } = useLanguage();
  const overview = useOverview();
  const revenue = useRevenue({ ...periodOf("THIS_YEAR"), by: ["MONTH"] });
  return (
    <>
      <Shown query={overview}>
        {(data) => (
          <div className={css.tiles}>
            <AmountsTile
              name={t("reports.open")}
              to={`${PATHS.invoices}?tab=unpaid`}
              amounts={data.open}
            />
            <AmountsTile
              name={t("reports.overdue")}
              to={`${PATHS.invoices}?tab=overdue`}
              amounts={data.overdue}
              alarming
            />
            <AmountsTile
              name={t("reports.dueSoon")}
              to={`${PATHS.reports}/ageing`}
              amounts={data.dueSoon}
            />
            <CountTile
              name={t("reports.toIssue")}
              to={`${PATHS.invoices}?tab=toIssue`}
              count={data.toIssue}
            />
            <CountTile
              name={t("reports.failed.count")}
              to={`${PATHS.reports}/failed`}
              count={data.failed}
              alarming
            />
          </div>
        )}
      </Shown>
      <Card title={t("reports.thisYear")}>
        <Shown query={revenue} compact isEmpty={({ rows }) => rows.length === 0}>
          {({ rows }) => (
            <>
              <RevenueCharts rows={rows} by="MONTH" />
              <details className={revenueCss.details}>
                <summary>{t("reports.figures")}</summary>
                <div className={revenueCss.table}>
                  <RevenueTable rows={rows} by={["MONTH"]} />
                </div>
              </details>
            </>
          )}
        </Shown>
      </Card>
    </>
  );
}

interface TileProps {
  name: string;
  to: string;
  alarming?: boolean;
}

function AmountsTile({ amounts, ...tile }: TileProps & { amounts: readonly OpenAmountFragment[] }) {
  const { t } = useLanguage();
  const count = amounts.reduce((sum, { documents }) => sum + documents, 0);
  return (
    <Tile {...tile} alarming={tile.alarming && count > 0} small={t.count("reports.count", count)}>
      {amounts.length === 0
        ? t("reports.nothingOpen")
        : amounts.map(({ amount }) => (
            <div key={amount.currency}>
              <Amount money={amount} />
            </div>
          ))}
    </Tile>
  );
}

function CountTile({ count, ...tile }: TileProps & { count: number }) {
  const { locale } = useLanguage();
  return (
    <Tile {...tile} alarming={tile.alarming && count > 0}>
      {new Intl.NumberFormat(locale).format(count)}
    </Tile>
  );
}

function Tile({
  name,
  to,
  alarming,
  small,
  children,
}: TileProps & { small?: string; children: ReactNode }) {
  return (
    <PageLink to={to} className={css.tile} data-alarming={alarming || undefined}>
      <span className={css.name}>{name}</span>
      <span className={css.figure}>{children}</span>
      {small && <span className={css.small}>{small}</span>}
    </PageLink>
  );
}
