import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useApi } from "../../api/context";
import { NumberSamplesDocument, type SalesNumberReset } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { errorText } from "../../ui/errors";
import ctl from "../../ui/fields/Field.module.css";
import { useValueHere } from "../form/useValueHere";
import { text } from "../model/values";
import { controlProps, type FieldProps } from "./field";
import css from "./fields.module.css";
import { useRested } from "./useRested";

const PARTS = ["{seq}", "{seq:05}", "{YYYY}", "{YY}", "{MM}", "{DD}"];
const RESETS: Readonly<Record<string, SalesNumberReset>> = {
  never: "NEVER",
  yearly: "YEARLY",
  monthly: "MONTHLY",
  daily: "DAILY",
};

/** A pattern with the numbers that it makes: the first two, and the first after the next reset. */
export function NumberPatternField(props: FieldProps) {
  const { t } = useLanguage();
  const pattern = text(props.value);
  const put = (part: string) => {
    const input = document.getElementById(props.id) as HTMLInputElement | null;
    const at = input?.selectionStart ?? pattern.length;
    props.onChange(pattern.slice(0, at) + part + pattern.slice(input?.selectionEnd ?? at));
    input?.focus();
  };
  return (
    <div className={css.stack}>
      <input
        className={`${ctl.input} ${ctl.code} ${css.medium}`}
        autoComplete="off"
        spellCheck={false}
        {...controlProps(props)}
        value={pattern}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {!props.disabled && (
        <div className={css.line}>
          {PARTS.map((part) => (
            <button
              key={part}
              type="button"
              className={css.codechip}
              aria-label={t("field.pattern.put", { part })}
              onClick={() => put(part)}
            >
              {part}
            </button>
          ))}
        </div>
      )}
      <Samples pattern={pattern} />
    </div>
  );
}

function Samples({ pattern }: { pattern: string }) {
  const { t } = useLanguage();
  const labelId = useId();
  const api = useApi();
  const reset = RESETS[text(useValueHere("number_reset"))] ?? "NEVER";
  const wanted = useRested(pattern);
  const samples = useQuery({
    queryKey: ["number-samples", wanted, reset],
    queryFn: ({ signal }) => api(NumberSamplesDocument, { pattern: wanted, reset }, signal),
    enabled: wanted !== "",
    retry: false,
    placeholderData: (before) => before,
  });
  if (samples.isError) {
    return (
      <div className={`${css.small} ${css.poor}`} role="status">
        {errorText(samples.error, t)}
      </div>
    );
  }
  const [first, second, next] = samples.data?.salesNumberSamples ?? [];
  return (
    <div>
      <span id={labelId} className={css.small}>
        {t("field.pattern.samples")}
      </span>
      <div className={css.samples} role="status" aria-labelledby={labelId}>
        {first && <span className={css.sample}>{first}</span>}
        {second && <span className={css.sample}>{second}</span>}
        {next && (
          <>
            <span className={css.small}>{t("field.pattern.afterReset")}</span>
            <span className={css.sample}>{next}</span>
          </>
        )}
      </div>
    </div>
  );
}
