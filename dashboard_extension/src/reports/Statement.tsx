import { invoicePath } from "../app/paths";
import { formatDate } from "../format/dates";
import type { ReportStatementQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { PageLink } from "../ui/PageLink";
import css from "./Reports.module.css";

export type StatementData = NonNullable<ReportStatementQuery["salesStatement"]>;
type Row = StatementData["rows"][number] & { place: number };

const SUMS = ["opening", "invoiced", "credited", "paid", "closing"] as const;

/** The sums of an account over a period: what was owed, what happened, what is owed. */
export function StatementSums({ statement }: { statement: StatementData }) {
  const { t } = useLanguage();
  return (
    <dl className={css.sums}>
      {SUMS.map((name) => (
        <div key={name}>
          <dt>{t(`statement.${name}`)}</dt>
          <dd>
            <Amount money={statement[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An account's entries between its opening and its closing balance. */
export function StatementTable({
  statement,
  linked,
}: {
  statement: StatementData;
  linked: boolean;
}) {
  const { t, locale } = useLanguage();
  const columns: DataColumn<Row>[] = [
    { name: "on", head: t("statement.date"), cell: (row) => formatDate(row.on, locale) },
    { name: "entry", head: t("statement.entry"), cell: (row) => t(`statement.entry.${row.entry}`) },
    {
      name: "reference",
      head: t("statement.reference"),
      grow: true,
      cell: (row) =>
        linked && row.documentId ? (
          <PageLink to={invoicePath(row.documentId)}>{row.reference}</PageLink>
        ) : (
          row.reference
        ),
    },
    {
      name: "amount",
      head: t("statement.amount"),
      end: true,
      cell: (row) => <Amount money={row.amount} bare />,
    },
    {
      name: "balance",
      head: t("statement.balance"),
      end: true,
      cell: (row) => <Amount money={row.balance} bare />,
    },
  ];
  return (
    <>
      <DataTable
        caption={`${statement.name} ${statement.currency}`}
        columns={columns}
        rows={statement.rows.map((row, place) => ({ ...row, place }))}
        rowKey={(row) => `${row.place}`}
        empty={<p className={css.foot}>{t("statement.empty")}</p>}
        foot={[
          t("statement.closing"),
          "",
          "",
          "",
          <Amount key="closing" money={statement.closing} />,
        ]}
      />
      {differs(statement) && <p className={css.remark}>{t("statement.differs")}</p>}
    </>
  );
}

/** Whether what the account says may be another sum than what is owed on its invoices. */
function differs({ rows, closing, opening }: StatementData): boolean {
  const isOver = [opening, closing].some(({ amount }) => amount.startsWith("-"));
  return isOver || rows.some(({ entry }) => entry === "REFUND");
}
