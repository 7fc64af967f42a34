import type { ComponentType } from "react";
import { invoicePath } from "../app/paths";
import { formatDate, formatMoment } from "../format/dates";
import { isZero } from "../format/money";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Chip } from "../ui/Chip";
import { customerPath, DashboardLink, orderPath } from "../ui/DashboardLink";
import { PageLink } from "../ui/PageLink";
import type { ColumnName } from "./columnChoice";
import { DocumentNumber } from "./DocumentNumber";
import css from "./InvoiceTable.module.css";
import { PaymentChip } from "./PaymentChip";

type CellProps = { row: InvoiceRowFragment };

/** What stands in each column. */
export const CELLS: Readonly<Record<ColumnName, ComponentType<CellProps>>> = {
  number: NumberCell,
  kind: Kind,
  date: ({ row }) => <Day date={row.issueDate} />,
  due: DueDate,
  order: OrderCell,
  customer: Customer,
  email: ({ row }) => <span title={row.customerEmail}>{row.customerEmail}</span>,
  channel: ({ row }) => <span title={row.channel}>{row.channel}</span>,
  state: State,
  payment: Payment,
  overdue: Overdue,
  source: Source,
  total: ({ row }) => <Amount money={row.total} />,
  balance: Balance,
  created: Created,
};

function NumberCell({ row }: CellProps) {
  const { t } = useLanguage();
  return (
    <PageLink
      to={invoicePath(row.id)}
      className={css.open}
      // A mark beside the number is seen too: then the content itself is the name.
      aria-label={row.testMode ? undefined : rowName(row, t("state.DRAFT"))}
    >
      <DocumentNumber row={row} />
    </PageLink>
  );
}

/** What a row is called by those who can't see it. */
export function rowName({ number, orderNumber }: InvoiceRowFragment, draft: string): string {
  return number || [draft, orderNumber && `#${orderNumber}`].filter(Boolean).join(" ");
}

function Kind({ row }: CellProps) {
  const { t } = useLanguage();
  return t(`kind.${row.kind}`);
}

function Day({ date }: { date: string | null }) {
  const { locale } = useLanguage();
  return date && formatDate(date, locale);
}

function DueDate({ row }: CellProps) {
  return (
    <span className={row.overdue ? css.late : undefined}>
      <Day date={row.dueDate} />
    </span>
  );
}

function Created({ row }: CellProps) {
  const { locale } = useLanguage();
  return formatMoment(row.createdAt, locale);
}

/** The order's number, leading to its page in the dashboard. */
export function OrderCell({ row }: CellProps) {
  const { t } = useLanguage();
  if (row.orderId === null) return row.orderNumber && `#${row.orderNumber}`;
  const number = `#${row.orderNumber}`;
  return (
    <DashboardLink to={orderPath(row.orderId)} label={t("row.open.order", { number })}>
      {number}
    </DashboardLink>
  );
}

function Customer({ row }: CellProps) {
  const { t } = useLanguage();
  const name = row.buyer.name || t("row.guest");
  if (row.customerId === null) return <span title={name}>{name}</span>;
  return (
    <DashboardLink to={customerPath(row.customerId)} label={t("row.open.customer", { name })}>
      <span title={name}>{name}</span>
    </DashboardLink>
  );
}

function State({ row }: CellProps) {
  const { t } = useLanguage();
  return (
    <Chip tone={row.state === "DRAFT" ? "neutral" : "success"}>{t(`state.${row.state}`)}</Chip>
  );
}

/** Red, and in a word where nothing was paid at all, once the day is past. */
function Payment({ row }: CellProps) {
  return <PaymentChip status={row.paymentStatus} overdue={row.overdue} />;
}

function Overdue({ row }: CellProps) {
  const { t } = useLanguage();
  return row.overdue && <Chip tone="error">{t("row.overdue")}</Chip>;
}

function Source({ row }: CellProps) {
  const { t } = useLanguage();
  if (row.source === "OWN") return <span className={css.quiet}>{t("source.OWN")}</span>;
  const system = row.external?.sourceSystem ?? "";
  return (
    <Chip tone="info">
      <span className={css.source} title={[t("source.IMPORTED"), system].join(": ")}>
        <span className="visually-hidden">{t("source.IMPORTED")} </span>
        {system || t("source.IMPORTED")}
      </span>
    </Chip>
  );
}

function Balance({ row }: CellProps) {
  if (row.balance === null) return null;
  return (
    <span className={isZero(row.balance) ? css.quiet : undefined}>
      <Amount money={row.balance} bare />
    </span>
  );
}
