import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { Card } from "../../ui/Card";
import { type DataColumn, DataTable } from "../../ui/DataTable";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import { formatQuantity, formatRate, moneyText } from "../words";
import css from "./Lines.module.css";

type Line = SalesDocument["lines"][number];

/** What was sold, as the document says it; charges and allowances follow below. */
export function Lines() {
  const { t } = useLanguage();
  const { document } = useShown();
  return (
    <Card title={t("doc.lines")} flush>
      <DataTable
        caption={t("doc.lines")}
        columns={useColumns(document.currency)}
        rows={document.lines}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}

function useColumns(currency: string): readonly DataColumn<Line>[] {
  const { t, locale } = useLanguage();
  const money = (amount: string) => <Amount bare money={{ amount, currency }} />;
  return [
    { name: "name", head: t("doc.line.name"), grow: true, cell: (line) => <Name line={line} /> },
    {
      name: "quantity",
      head: t("doc.line.quantity"),
      end: true,
      cell: ({ quantity, unitCode }) =>
        formatQuantity(quantity, locale) + (unitCode === "C62" ? "" : ` ${unitCode}`),
    },
    {
      name: "price",
      head: t("doc.line.price"),
      end: true,
      cell: ({ unitPriceNet }) => money(unitPriceNet),
    },
    {
      name: "tax",
      head: t("doc.line.tax"),
      end: true,
      cell: ({ tax }) => (
        <>
          {formatRate(tax.rate, locale)}
          {tax.category !== "STANDARD" && (
            <span className={css.small}>{t(`doc.vat.${tax.category}`)}</span>
          )}
        </>
      ),
    },
    { name: "net", head: t("doc.line.net"), end: true, cell: ({ netAmount }) => money(netAmount) },
    {
      name: "gross",
      head: t("doc.line.gross"),
      end: true,
      cell: ({ grossAmount }) => money(grossAmount),
    },
  ];
}

function Name({ line }: { line: Line }) {
  const { t, locale } = useLanguage();
  const { currency } = useShown().document;
  const changes = [
    ...line.allowances.map((each) => ({ ...each, amount: `-${each.amount}` })),
    ...line.charges,
  ];
  return (
    <div className={css.name}>
      {line.name}
      {line.sku && <span className={css.small}>{t("doc.line.sku", { sku: line.sku })}</span>}
      {line.description && <span className={css.small}>{line.description}</span>}
      {changes.map(({ amount, reason }) => (
        <span key={reason + amount} className={css.small}>
          {reason} {moneyText({ amount, currency }, locale)}
        </span>
      ))}
    </div>
  );
}
