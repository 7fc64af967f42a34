import { Skeleton } from "@saleor/macaw-ui";
import { formatDate } from "../format/dates";
import { formatAmount, isZero } from "../format/money";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { DocumentNumber } from "./DocumentNumber";
import css from "./InvoiceCards.module.css";
import { PaymentChip } from "./PaymentChip";
import { PdfButton } from "./PdfButton";

interface Props {
  rows: readonly InvoiceRowFragment[];
  /** One more fact, besides kind and date. */
  fact?: (row: InvoiceRowFragment) => string;
}

/** Documents where a grid has no room: popups and widgets. */
export function InvoiceCards({ rows, fact }: Props) {
  return (
    <ul className={css.list}>
      {rows.map((row) => (
        <li key={row.id} className={css.card}>
          <span className={css.title}>
            <DocumentNumber row={row} />
            <PaymentChip status={row.paymentStatus} />
          </span>
          <Facts row={row} more={fact?.(row)} />
          <Sums row={row} />
          <span className={css.action}>
            <PdfButton row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ row, more }: { row: InvoiceRowFragment; more: string | undefined }) {
  const { t, locale } = useLanguage();
  const date = row.issueDate && formatDate(row.issueDate, locale);
  return (
    <span className={css.facts}>
      {[t(`kind.${row.kind}`), date, more].filter(Boolean).join(" · ")}
    </span>
  );
}

function Sums({ row }: { row: InvoiceRowFragment }) {
  const { t, locale } = useLanguage();
  const { total, balance } = row;
  const open = balance !== null && !isZero(balance) && balance.amount !== total.amount;
  return (
    <span className={css.money}>
      <Amount money={total} />
      {open && (
        <span className={css.open}>
          {t("row.balance", { amount: formatAmount(balance, locale) })}
        </span>
      )}
    </span>
  );
}

export function CardSkeletons({ count = 2 }: { count?: number }) {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t("list.loading")}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name
        <Skeleton key={index} className={css.skeleton} />
      ))}
    </div>
  );
}
