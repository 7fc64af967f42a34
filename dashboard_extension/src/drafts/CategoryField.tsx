import { useLanguage } from "../i18n/context";
import { SelectField } from "../ui/fields";
import { CATEGORIES, type Category } from "./form";
import { Marked } from "./marks";

interface Props {
  place: string;
  value: Category;
  onChange: (value: Category) => void;
}

/** Why something is taxed as it is; usually the store's rules know. */
export function CategoryField({ place, value, onChange }: Props) {
  const { t } = useLanguage();
  const present = value && !CATEGORIES.includes(value) ? [value] : [];
  return (
    <Marked place={place}>
      {(mark) => (
        <SelectField<Category>
          {...mark}
          label={t("draft.line.category")}
          value={value}
          options={[
            { value: "", label: t("draft.line.category.rules") },
            ...[...present, ...CATEGORIES].map((each) => ({
              value: each,
              label: t(`vat.${each}`),
            })),
          ]}
          onChange={onChange}
        />
      )}
    </Marked>
  );
}
