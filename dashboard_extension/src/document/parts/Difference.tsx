import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { useShown } from "../context";
import { compare } from "../decimals";
import { differenceOf, type Difference as Found, type LineChange } from "../difference";
import { formatQuantity, moneyText } from "../words";
import css from "./Difference.module.css";
import { NoticeBox } from "./NoticeBox";

/** That the order was changed after it was invoiced: what differs, and the way to mend it. */
export function Difference() {
  const { t } = useLanguage();
  const { document, verbs, open } = useShown();
  const found = differenceOf(document.orderDifference);
  if (found === undefined || document.kind !== "INVOICE") return null;
  return (
    <NoticeBox
      tone="warning"
      title={t("doc.difference")}
      actions={
        verbs?.correct && (
          <Button variant="secondary" size="small" onClick={() => open({ name: "correct" })}>
            {t("doc.correct")}
          </Button>
        )
      }
    >
      <DifferenceList found={found} />
    </NoticeBox>
  );
}

/** What differs, a line each. */
export function DifferenceList({ found }: { found: Found }) {
  const { t, locale } = useLanguage();
  const { currency } = found;
  const money = (amount: string) => moneyText({ amount, currency }, locale);
  const changes = [
    compare(found.grossBefore || "0", found.grossNow || "0") !== 0 &&
      t("doc.difference.total", {
        before: money(found.grossBefore),
        now: money(found.grossNow),
      }),
    found.buyerChanged && t("doc.difference.buyer"),
    found.billingAddressChanged && t("doc.difference.billing"),
    found.deliveryAddressChanged && t("doc.difference.delivery"),
  ].filter((change): change is string => Boolean(change));
  return (
    <ul className={css.list}>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
      {found.lines.map((line) => (
        <li key={line.sourceId}>
          <Line line={line} money={money} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line, money }: { line: LineChange; money: (amount: string) => string }) {
  const { t, locale } = useLanguage();
  const isCharge = [line.quantityBefore, line.quantityNow].every((one) => isNothing(one));
  const part = (quantity: string, gross: string) =>
    isCharge // it has no quantity
      ? money(gross)
      : t("doc.difference.pieces", {
          quantity: formatQuantity(quantity || "0", locale),
          amount: money(gross),
        });
  return t(`doc.difference.${line.change}`, {
    name: line.name,
    before: part(line.quantityBefore, line.grossBefore),
    now: part(line.quantityNow, line.grossNow),
  });
}

function isNothing(value: string): boolean {
  return compare(value || "0", "0") === 0;
}
