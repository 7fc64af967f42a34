import { Text } from "@saleor/macaw-ui";
import type { AgeingBucketsFragment, ReportAgeingQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Card } from "../ui/Card";
import { customerPath, DashboardLink } from "../ui/DashboardLink";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { DateField } from "../ui/fields";
import { ShareBar } from "./chart/ShareBar";
import { Downloads } from "./Downloads";
import { Filters, SellerFilter } from "./Filters";
import css from "./Reports.module.css";
import { Shown } from "./Shown";
import { useAgeing, useReportState } from "./useReports";

type Currency = NonNullable<ReportAgeingQuery["salesAgeing"]>["currencies"][number];
type Row = Currency["rows"][number];

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90"] as const;

/** Who owes how much for how long, as of a day. */
export default function AgeingReport() {
  const { t } = useLanguage();
  const [state, change] = useReportState();
  const ageing = useAgeing(state);
  return (
    <>
      <div className={css.bar}>
        <Filters>
          <DateField
            label={t("reports.asOf")}
            value={state.asOf}
            onChange={(asOf) => asOf && change({ asOf })}
          />
          <SellerFilter state={state} change={change} />
        </Filters>
        <Downloads
          report={{
            kind: "AGEING",
            asOf: state.asOf,
            legalEntity: state.seller,
            currency: state.currency,
          }}
        />
      </div>
      <Shown query={ageing} isEmpty={({ currencies }) => currencies.length === 0}>
        {({ currencies }) =>
          currencies.map((each) => <OneCurrency key={each.currency} of={each} />)
        }
      </Shown>
    </>
  );
}

function OneCurrency({ of }: { of: Currency }) {
  const { t } = useLanguage();
  const title = `${t("reports.ageing")} ${of.currency}`;
  const shares = BUCKETS.map((bucket) => ({
    name: bucket,
    label: t(`reports.bucket.${bucket}`),
    amount: of.total[bucket].amount,
    value: <Amount money={of.total[bucket]} bare />,
  }));
  return (
    <>
      <Card title={of.currency}>
        <ShareBar label={t("reports.chart", { title })} shares={shares} />
      </Card>
      <Card flush>
        <DataTable
          caption={title}
          columns={useColumns()}
          rows={of.rows}
          rowKey={(row) => row.customerId ?? `${row.name} ${row.email}`}
          foot={[
            t("reports.sum"),
            of.rows.reduce((sum, { documents }) => sum + documents, 0),
            ...sums(of.total),
          ]}
        />
        {of.moreCustomers > 0 && (
          <div className={css.foot}>
            <Text size={2} color="default2">
              {t.count("reports.more", of.moreCustomers)}
            </Text>
          </div>
        )}
      </Card>
    </>
  );
}

function useColumns(): DataColumn<Row>[] {
  const { t } = useLanguage();
  return [
    {
      name: "customer",
      head: t("reports.customer"),
      grow: true,
      cell: (row) => <Customer row={row} />,
    },
    { name: "documents", head: t("reports.documents"), end: true, cell: (row) => row.documents },
    ...[...BUCKETS, "total" as const].map((bucket) => ({
      name: bucket,
      head: t(`reports.bucket.${bucket}`),
      end: true,
      cell: ({ buckets }: Row) => <Amount money={buckets[bucket]} bare />,
    })),
  ];
}

function sums(total: AgeingBucketsFragment) {
  return [...BUCKETS, "total" as const].map((bucket) => (
    <Amount key={bucket} money={total[bucket]} bare />
  ));
}

function Customer({ row }: { row: Row }) {
  const { t } = useLanguage();
  const name = row.name || row.email || t("row.guest");
  const email = row.name && row.email ? <span className={css.sub}>{row.email}</span> : null;
  if (row.customerId === null) {
    return (
      <>
        {name}
        {email}
      </>
    );
  }
  return (
    <>
      <DashboardLink to={customerPath(row.customerId)} label={t("row.open.customer", { name })}>
        {name}
      </DashboardLink>
      {email}
    </>
  );
}
