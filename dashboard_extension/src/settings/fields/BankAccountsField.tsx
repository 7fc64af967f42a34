import { CircleCheck, Trash2 } from "lucide-react";
import { useLanguage } from "../../i18n/context";
import { TextField } from "../../ui/fields";
import { ibanState, isBic } from "../model/checks";
import { accounts, type BankAccount } from "../model/values";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";
import { AddButton, IconButton } from "./ListFields";

const EMPTY: BankAccount = { account: "", account_name: "", bic: "", bank_name: "" };

/** Accounts to pay to; whether an IBAN's check digits fit is shown while it is typed. */
export function BankAccountsField(props: FieldProps) {
  const { t } = useLanguage();
  const all = accounts(props.value);
  return (
    <div {...groupProps(props)} className={css.stack}>
      {all.map((account, at) => (
        <Account
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry has of its own
          key={at}
          account={account}
          position={at + 1}
          disabled={props.disabled}
          onChange={(changed) => props.onChange(all.with(at, { ...account, ...changed }))}
          onRemove={() => props.onChange(all.toSpliced(at, 1))}
        />
      ))}
      <AddButton
        label={t("field.bank.add")}
        disabled={props.disabled}
        onClick={() => props.onChange([...all, EMPTY])}
      />
    </div>
  );
}

interface AccountProps {
  account: BankAccount;
  position: number;
  disabled: boolean;
  onChange: (changed: Partial<BankAccount>) => void;
  onRemove: () => void;
}

function Account({ account, position, disabled, onChange, onRemove }: AccountProps) {
  const { t } = useLanguage();
  const state = ibanState(account.account);
  const name = t("field.bank.item", { position: String(position) });
  return (
    <fieldset className={css.card}>
      <legend className="visually-hidden">{name}</legend>
      <TextField
        label={t("field.bank.account")}
        value={account.account}
        disabled={disabled}
        error={state === "wrong" ? t("field.bank.iban.wrong") : null}
        help={<AccountHelp state={account.account === "" ? "empty" : state} />}
        onChange={(value) => onChange({ account: value })}
      />
      <div className={css.grid}>
        <TextField
          label={t("field.bank.holder")}
          value={account.account_name}
          disabled={disabled}
          onChange={(value) => onChange({ account_name: value })}
        />
        <TextField
          label={t("field.bank.name")}
          value={account.bank_name}
          disabled={disabled}
          onChange={(value) => onChange({ bank_name: value })}
        />
        <TextField
          label="BIC"
          value={account.bic}
          disabled={disabled}
          error={account.bic && !isBic(account.bic) ? t("field.bank.bic.wrong") : null}
          onChange={(value) => onChange({ bic: value })}
        />
      </div>
      {!disabled && (
        <div className={css.end}>
          <IconButton label={t("field.remove", { name })} disabled={false} onClick={onRemove}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </fieldset>
  );
}

function AccountHelp({ state }: { state: "empty" | "iban" | "wrong" | "national" }) {
  const { t } = useLanguage();
  if (state === "iban") {
    return (
      <span className={`${css.line} ${css.good}`}>
        <CircleCheck size={14} aria-hidden /> {t("field.bank.iban.right")}
      </span>
    );
  }
  return state === "national" ? t("field.bank.national") : t("field.bank.help");
}
