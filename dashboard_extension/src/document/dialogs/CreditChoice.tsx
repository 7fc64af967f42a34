import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { CheckField, MoneyField, NumberField } from "../../ui/fields";
import { useShown } from "../context";
import {
  type Creditable,
  type CreditFault,
  type CreditForm,
  type CreditMode,
  quantityFault,
} from "../credit";
import { formatQuantity, moneyText } from "../words";
import { Choice } from "./Choice";
import css from "./Dialogs.module.css";

interface Props {
  form: CreditForm;
  left: Creditable;
  change: (part: Partial<CreditForm>) => void;
  fault: CreditFault | undefined;
}

const MODES: readonly CreditMode[] = ["everything", "lines", "amount"];

/** What is to be credited. */
export function CreditChoice({ form, left, change, fault }: Props) {
  const { t, locale } = useLanguage();
  const total = moneyText(left.total, locale);
  return (
    <>
      <Choice
        name="credit-mode"
        legend={t("doc.credit.what")}
        value={form.mode}
        onChange={(mode) => change({ mode, amount: "", otherAmount: false })}
        options={MODES.map((value) => ({
          value,
          label: t(`doc.credit.${value}`),
          help: t(`doc.credit.${value}.help`, { amount: total }),
        }))}
      />
      {form.mode === "lines" && <CreditLines form={form} left={left} change={change} />}
      {form.mode === "lines" && (
        <CheckField
          label={t("doc.credit.other")}
          help={t("doc.credit.other.help")}
          checked={form.otherAmount}
          onChange={(otherAmount) => change({ otherAmount, amount: "" })}
        />
      )}
      {(form.mode === "amount" || (form.mode === "lines" && form.otherAmount)) && (
        <CreditAmount form={form} left={left} change={change} fault={fault} />
      )}
    </>
  );
}

function CreditAmount({ form, left, change, fault }: Props) {
  const { t, locale } = useLanguage();
  const total = moneyText(left.total, locale);
  const errors = {
    amount: t("doc.amount.wrong"),
    excess: t("doc.credit.excess", { amount: total }),
  };
  return (
    <MoneyField
      required
      label={t("doc.credit.amount.label")}
      help={t("doc.credit.left", { amount: total })}
      error={fault === "amount" || fault === "excess" ? errors[fault] : null}
      currency={left.total.currency}
      value={form.amount}
      onChange={(amount) => change({ amount })}
    />
  );
}

/** The lines and charges that are left, each to be ticked, with the quantity that comes back. */
function CreditLines({ form, left, change }: Omit<Props, "fault">) {
  const { t } = useLanguage();
  const setQuantity = (id: string, quantity: string | undefined) => {
    const { [id]: _, ...others } = form.lines;
    change({ lines: quantity === undefined ? others : { ...others, [id]: quantity } });
  };
  const setCharge = (id: string, chosen: boolean) => {
    const others = form.charges.filter((one) => one !== id);
    change({ charges: chosen ? [...others, id] : others });
  };
  return (
    <ul className={css.list} aria-label={t("doc.lines")}>
      {left.lines.map((line) => (
        <Line
          key={line.lineId}
          line={line}
          chosen={form.lines[line.lineId]}
          onChange={(quantity) => setQuantity(line.lineId, quantity)}
        />
      ))}
      {left.charges.map((charge) => (
        <li key={`charge-${charge.lineId}`} className={css.line}>
          <CheckField
            label={charge.name || t("doc.charge")}
            checked={form.charges.includes(charge.lineId)}
            onChange={(chosen) => setCharge(charge.lineId, chosen)}
          />
          <span />
          <span className={css.end}>
            <Amount money={charge.gross} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  line: Creditable["lines"][number];
  chosen: string | undefined;
  onChange: (quantity: string | undefined) => void;
}

function Line({ line, chosen, onChange }: LineProps) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const whole = document.lines.find(({ id }) => id === line.lineId);
  const left = formatQuantity(line.quantity, locale);
  const sold = whole ? formatQuantity(whole.quantity, locale) : left;
  const lines = chosen === undefined ? {} : { [line.lineId]: chosen };
  const fault = quantityFault({ lines }, line);
  return (
    <li className={css.line}>
      <CheckField
        label={line.name}
        help={t("doc.credit.line.left", { left, sold })}
        checked={chosen !== undefined}
        onChange={(checked) => onChange(checked ? line.quantity : undefined)}
      />
      {chosen === undefined ? (
        <span />
      ) : (
        <NumberField
          labelHidden
          label={t("doc.credit.quantity", { name: line.name })}
          error={fault && t(fault === "quantity" ? "doc.quantity.wrong" : "doc.quantity.excess")}
          unit={`/ ${left}`}
          value={chosen}
          onChange={onChange}
        />
      )}
      <span className={css.end}>
        <Amount money={line.gross} />
      </span>
    </li>
  );
}
