import type { ComponentType } from "react";
import { formatDate } from "../format/dates";
import { isZero } from "../format/money";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { customerPath, DashboardLink, orderPath } from "../ui/DashboardLink";
import { DocumentNumber } from "./DocumentNumber";
import css from "./InvoiceTable.module.css";
import type { SortField } from "./listState";
import { PaymentChip } from "./PaymentChip";
import { PdfButton } from "./PdfButton";

type CellProps = { row: InvoiceRowFragment };
type Name =
  | "number"
  | "kind"
  | "date"
  | "order"
  | "customer"
  | "channel"
  | "payment"
  | "total"
  | "balance"
  | "actions";

/** A column of the grid; its head is the message `column.<name>`. */
export interface Column {
  name: Name;
  end?: boolean;
  sortField?: SortField;
  Cell: ComponentType<CellProps>;
}

export const COLUMNS: readonly Column[] = [
  { name: "number", sortField: "NUMBER", Cell: DocumentNumber },
  { name: "kind", Cell: Kind },
  { name: "date", sortField: "ISSUE_DATE", Cell: IssueDate },
  { name: "order", Cell: OrderCell },
  { name: "customer", Cell: Customer },
  { name: "channel", Cell: Channel },
  { name: "payment", Cell: Payment },
  { name: "total", end: true, sortField: "TOTAL", Cell: Total },
  { name: "balance", end: true, sortField: "BALANCE", Cell: Balance },
  { name: "actions", Cell: PdfButton },
];

function Kind({ row }: CellProps) {
  const { t } = useLanguage();
  return t(`kind.${row.kind}`);
}

function IssueDate({ row }: CellProps) {
  const { locale } = useLanguage();
  return row.issueDate && formatDate(row.issueDate, locale);
}

/** The order's number, leading to its page in the dashboard. */
export function OrderCell({ row }: CellProps) {
  const { t } = useLanguage();
  if (row.orderId === null) return row.orderNumber;
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

function Channel({ row }: CellProps) {
  return <span title={row.channel}>{row.channel}</span>;
}

function Payment({ row }: CellProps) {
  return <PaymentChip status={row.paymentStatus} />;
}

function Total({ row }: CellProps) {
  return <Amount money={row.total} />;
}

function Balance({ row }: CellProps) {
  if (row.balance === null) return null;
  return (
    <span className={isZero(row.balance) ? css.quiet : undefined}>
      <Amount money={row.balance} bare />
    </span>
  );
}
