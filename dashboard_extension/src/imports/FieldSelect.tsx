import { useId } from "react";
import fieldCss from "../ui/fields/Field.module.css";
import { FIELD_GROUPS, GROUPS, RATE_SUMS, ratesOf } from "./fields";
import css from "./preview.module.css";
import type { Preparation } from "./usePreparation";
import { useFieldName, useSay } from "./words";

interface Props {
  header: string;
  work: Preparation;
}

/** Which of our fields a column is. The browser's own list: it knows keyboard and screen reader. */
export function FieldSelect({ header, work }: Props) {
  const say = useSay();
  const fieldName = useFieldName();
  const noteId = useId();
  const field = work.mapping[header] ?? "";
  const isTwice = work.twice.has(field);
  const meaning = field ? (say.find(`imports.meaning.${field}`) ?? "") : say("imports.field.none");
  return (
    <>
      <span className={fieldCss.small}>
        <select
          className={`${fieldCss.input} ${fieldCss.select} ${css.fieldSelect}`}
          aria-label={say("imports.field.of", { column: header })}
          aria-describedby={noteId}
          aria-invalid={isTwice || undefined}
          value={field}
          onChange={(event) => work.setField(header, event.target.value)}
        >
          <option value="">{say("imports.field.leave")}</option>
          {GROUPS.map((group) => (
            <optgroup key={group} label={say(`imports.group.${group}`)}>
              {FIELD_GROUPS[group].map((name) => (
                <option key={name} value={name}>
                  {fieldName(name)}
                </option>
              ))}
            </optgroup>
          ))}
          <Rates header={header} field={field} />
        </select>
      </span>
      <span id={noteId} className={isTwice ? css.meaningWrong : css.meaning}>
        {isTwice ? say("imports.twice", { field: fieldName(field) }) : meaning}
      </span>
    </>
  );
}

/** Amounts at a VAT rate that the heading names, e.g. "Net 19 %". */
function Rates({ header, field }: { header: string; field: string }) {
  const say = useSay();
  const fieldName = useFieldName();
  const rates = ratesOf(header, field);
  if (rates.length === 0) return null;
  const names = rates.flatMap((rate) => RATE_SUMS.map((sum) => `rate_${sum}_${rate}`));
  return (
    <optgroup label={say("imports.group.rates")}>
      {names.map((name) => (
        <option key={name} value={name}>
          {fieldName(name)}
        </option>
      ))}
    </optgroup>
  );
}
