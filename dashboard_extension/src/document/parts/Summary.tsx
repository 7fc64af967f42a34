import { Text } from "@saleor/macaw-ui";
import { formatAmount, isZero, type Money } from "../../format/money";
import { useLanguage } from "../../i18n/context";
import { PaymentChip } from "../../invoices/PaymentChip";
import { Amount } from "../../ui/Amount";
import { Card } from "../../ui/Card";
import { useShown } from "../context";
import { sumOf } from "../decimals";
import { settled } from "../settled";
import type { SalesDocument } from "../useDocument";
import { taxText } from "../words";
import css from "./Summary.module.css";

interface Row {
  name: string;
  label: string;
  money: Money;
  strong?: boolean;
  small?: boolean;
}

/** What it comes to, and what has been paid of it. */
export function Summary() {
  const { t } = useLanguage();
  const { document } = useShown();
  return (
    <Card title={t("doc.summary")}>
      <div className={css.pair}>
        <section className={css.box} aria-label={t("doc.value")}>
          <Text as="h3" size={4} fontWeight="medium" margin={0}>
            {t("doc.value")}
          </Text>
          <Rows rows={useValueRows(document)} />
        </section>
        {document.balance && <Paid balance={document.balance} />}
      </div>
    </Card>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className={css.rows}>
      {rows.map(({ name, label, money, strong, small }) => (
        <div
          key={name}
          className={[css.row, strong && css.strong, small && css.small].filter(Boolean).join(" ")}
        >
          <dt>{label}</dt>
          <dd>
            <Amount money={money} bare={!strong} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useValueRows(document: SalesDocument): Row[] {
  const { t, locale } = useLanguage();
  const { currency } = document;
  const rows: Row[] = [
    ...document.lines.slice(0, 1).map(() => ({
      name: "lines",
      label: t("doc.lines.net"),
      money: { amount: sumOf(document.lines.map((line) => line.netAmount)), currency },
    })),
    ...document.charges.map((charge, index) => ({
      name: `charge-${index}`,
      label: charge.reason || t("doc.charge"),
      money: { amount: charge.amount, currency },
    })),
    ...document.allowances.map((allowance, index) => ({
      name: `allowance-${index}`,
      label: allowance.reason || t("doc.allowance"),
      money: { amount: `-${allowance.amount}`, currency },
    })),
    { name: "net", label: t("doc.net"), money: document.net, strong: true },
    ...document.vatBreakdown.map((row) => ({
      name: `vat-${row.tax.category}-${row.tax.rate}`,
      label: t("doc.vat.of", {
        rate: taxText(row.tax, t, locale),
        amount: formatAmount({ amount: row.taxableAmount, currency }, locale),
      }),
      money: { amount: row.taxAmount, currency },
    })),
    { name: "total", label: t("doc.total"), money: document.total, strong: true },
  ];
  return [...rows, ...payableRows(document, t)];
}

function payableRows(document: SalesDocument, t: ReturnType<typeof useLanguage>["t"]): Row[] {
  const { prepaid, rounding, payable, currency } = document;
  const parts = document.prepayments.map((part, index) => ({
    name: `prepaid-${index}`,
    label: part.label ? `${t("doc.prepaid")}: ${part.label}` : t("doc.prepaid"),
    money: { amount: `-${part.amount}`, currency },
  }));
  const rounded =
    rounding && !isZero(rounding)
      ? [{ name: "rounding", label: t("doc.rounding"), money: rounding }]
      : [];
  if (parts.length === 0 && rounded.length === 0 && (prepaid === null || isZero(prepaid)))
    return [];
  return [
    ...parts,
    ...rounded,
    { name: "payable", label: t("doc.payable"), money: payable, strong: true },
  ];
}

/** What came in, what went back, and what is owed. */
function Paid({ balance }: { balance: Money }) {
  const { t } = useLanguage();
  const { document } = useShown();
  const { credited, refunded } = document;
  const { due, paid, excess } = settled(document);
  const rows = [
    { name: "due", label: t("doc.due"), money: due },
    { name: "paid", label: t("doc.paid"), money: paid },
    credited &&
      !isZero(credited) && { name: "credited", label: t("doc.credited"), money: credited },
    refunded &&
      !isZero(refunded) && { name: "refunded", label: t("doc.refunded"), money: refunded },
    { name: "balance", label: t("doc.balance"), money: balance, strong: true },
    excess && { name: "excess", label: t("doc.excess"), money: excess, strong: true },
  ].filter((row): row is Row => Boolean(row));
  return (
    <section className={`${css.box} ${css.quiet}`} aria-label={t("doc.payment")}>
      <Text as="h3" size={4} fontWeight="medium" margin={0}>
        {t("doc.payment")}
      </Text>
      <div>
        <PaymentChip status={document.paymentStatus} />
      </div>
      <Rows rows={rows} />
    </section>
  );
}
