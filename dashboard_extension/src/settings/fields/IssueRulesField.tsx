import { ArrowUp, Trash2 } from "lucide-react";
import { useId } from "react";
import registry from "../../generated/storeSettings.json";
import { useLanguage } from "../../i18n/context";
import { SelectField } from "../../ui/fields";
import { type IssueRule, rules } from "../model/values";
import { CountriesField } from "./CountriesField";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";
import { AddButton, IconButton } from "./ListFields";
import { useChoiceName } from "./names";

const POLICY = { key: "issue_policy", kind: "CHOICE" } as const;
const NEW: IssueRule = { policy: "confirmed", buyer: "business", countries: [] };

/** Policies for some buyers, the first that fits wins. */
export function IssueRulesField(props: FieldProps) {
  const { t } = useLanguage();
  const all = rules(props.value);
  const raise = (at: number) => {
    const [one, other] = [all[at - 1], all[at]];
    if (one && other) props.onChange(all.with(at - 1, other).with(at, one));
  };
  return (
    <div {...groupProps(props)} className={css.stack}>
      {all.map((rule, at) => (
        <Rule
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry has of its own
          key={at}
          rule={rule}
          position={at + 1}
          disabled={props.disabled}
          onChange={(changed) => props.onChange(all.with(at, { ...rule, ...changed }))}
          onRaise={at > 0 ? () => raise(at) : undefined}
          onRemove={() => props.onChange(all.toSpliced(at, 1))}
        />
      ))}
      <AddButton
        label={t("field.rules.add")}
        disabled={props.disabled}
        onClick={() => props.onChange([...all, NEW])}
      />
    </div>
  );
}

interface RuleProps {
  rule: IssueRule;
  position: number;
  disabled: boolean;
  onChange: (changed: Partial<IssueRule>) => void;
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}

function Rule({ rule, position, disabled, onChange, onRaise, onRemove }: RuleProps) {
  const { t } = useLanguage();
  const policyName = useChoiceName();
  const legendId = useId();
  const name = t("field.rules.item", { position: String(position) });
  const policies = registry.issue_policy.choices.map((value) => ({
    value,
    label: policyName(POLICY, value),
  }));
  return (
    <fieldset className={css.card} aria-labelledby={legendId}>
      <div className={css.head}>
        <span id={legendId} className={css.small}>
          {name}
        </span>
        <span className={css.line}>
          {onRaise && (
            <IconButton label={t("field.up", { name })} disabled={disabled} onClick={onRaise}>
              <ArrowUp size={16} aria-hidden />
            </IconButton>
          )}
          <IconButton label={t("field.remove", { name })} disabled={disabled} onClick={onRemove}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className={css.grid}>
        <SelectField
          label={t("field.rules.buyer")}
          disabled={disabled}
          value={rule.buyer}
          options={[
            { value: "", label: t("field.rules.anyone") },
            { value: "business", label: t("field.rules.business") },
            { value: "private", label: t("field.rules.private") },
          ]}
          onChange={(buyer) => onChange({ buyer })}
        />
        <SelectField
          label={t("field.rules.policy")}
          disabled={disabled}
          value={rule.policy}
          options={policies}
          onChange={(policy) => onChange({ policy })}
        />
      </div>
      <CountriesField
        label={t("field.rules.countries")}
        help={t("field.rules.countries.help")}
        disabled={disabled}
        value={rule.countries}
        onChange={(countries) => onChange({ countries })}
      />
    </fieldset>
  );
}
