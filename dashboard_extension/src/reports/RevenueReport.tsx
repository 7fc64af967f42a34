import type { SalesRevenueBy, SalesRevenueInput } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { CheckField } from "../ui/fields";
import { Downloads } from "./Downloads";
import { Filters, PeriodFilter, SellerFilter } from "./Filters";
import css from "./Reports.module.css";
import { RevenueCharts } from "./RevenueCharts";
import { RevenueTable } from "./RevenueTable";
import { GROUPS, type ReportState } from "./reportState";
import { Shown } from "./Shown";
import { useReportState, useRevenue } from "./useReports";

/** Net, VAT and gross by month, rate, country, channel. */
export default function RevenueReport() {
  const { t } = useLanguage();
  const [state, change] = useReportState();
  const input: SalesRevenueInput = {
    from: state.period.from,
    to: state.period.to,
    by: [...state.by],
    legalEntity: state.seller,
    currency: state.currency,
    testMode: state.test,
  };
  const revenue = useRevenue(input);
  return (
    <>
      <div className={css.bar}>
        <Filters>
          <PeriodFilter period={state.period} onChange={(period) => change({ period })} />
          <SellerFilter state={state} change={change} />
          <Groups state={state} change={change} />
        </Filters>
        <Downloads report={{ kind: "REVENUE", revenue: input }} />
      </div>
      <Shown query={revenue} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => (
          <>
            <Card title={t(`reports.by.${state.by[0] ?? "MONTH"}`)}>
              <RevenueCharts rows={rows} by={state.by[0] ?? "MONTH"} />
            </Card>
            <Card title={t("reports.revenue")} flush>
              <RevenueTable rows={rows} by={state.by} />
            </Card>
          </>
        )}
      </Shown>
    </>
  );
}

function Groups({
  state,
  change,
}: {
  state: ReportState;
  change: (to: Partial<ReportState>) => void;
}) {
  const { t } = useLanguage();
  const toggle = (group: SalesRevenueBy, on: boolean) => {
    const by = GROUPS.filter((each) => (each === group ? on : state.by.includes(each)));
    if (by.length > 0) change({ by });
  };
  return (
    <fieldset className={css.groups}>
      <legend>{t("reports.by")}</legend>
      {GROUPS.map((group) => (
        <CheckField
          key={group}
          label={t(`reports.by.${group}`)}
          checked={state.by.includes(group)}
          onChange={(on) => toggle(group, on)}
        />
      ))}
      <CheckField
        label={t("reports.test")}
        checked={state.test}
        onChange={(test) => change({ test })}
      />
    </fieldset>
  );
}
