import { useLanguage } from "../../i18n/context";
import ctl from "../../ui/fields/Field.module.css";
import { text } from "../model/values";
import { useSellers } from "../sellers/useSellers";
import { controlProps, type FieldProps } from "./field";
import css from "./fields.module.css";

/** Which of the legal entities sells. */
export function SellerField(props: FieldProps) {
  const { t } = useLanguage();
  const sellers = useSellers().data ?? [];
  const chosen = text(props.value);
  const isKnown = chosen === "" || sellers.some(({ key }) => key === chosen);
  return (
    <select
      className={`${ctl.input} ${ctl.select} ${css.medium}`}
      {...controlProps(props)}
      value={chosen}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{t("field.seller.only")}</option>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {sellers.map(({ key, name }) => (
        <option key={key} value={key}>
          {name} ({key})
        </option>
      ))}
    </select>
  );
}
