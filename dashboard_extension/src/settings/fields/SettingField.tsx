import { type ComponentType, lazy, Suspense } from "react";
import type { SalesSettingKind } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { BankAccountsField } from "./BankAccountsField";
import type { FieldProps } from "./field";
import { IssueRulesField } from "./IssueRulesField";
import { DayOffsetsField, KeysField, TextsField } from "./ListFields";
import { MailTextsField } from "./MailTextsField";
import { NumberPatternField } from "./NumberPatternField";
import {
  ChoiceField,
  ColourField,
  CurrencyField,
  DateField,
  FlagField,
  LineField,
  NumberField,
  TextField,
} from "./PlainFields";
import { SecretField } from "./SecretField";
import { SellerField } from "./SellerField";
import { TaxClassesField } from "./TaxClassesField";

// Only who writes HTML needs an editor for it.
const SourceField = lazy(() => import("./SourceField"));

const FIELDS: Readonly<Record<SalesSettingKind, ComponentType<FieldProps>>> = {
  FLAG: FlagField,
  WHOLE_NUMBER: NumberField,
  TEXT: TextField,
  SOURCE: SourceField,
  TEXTS: TextsField,
  CHOICE: ChoiceField,
  LANGUAGE: ChoiceField,
  DATE: DateField,
  CURRENCY: CurrencyField,
  COLOUR: ColourField,
  EMAIL: LineField,
  URL: LineField,
  SHORT_NAME: SellerField,
  EXEMPTION_CODE: LineField,
  NUMBER_PATTERN: NumberPatternField,
  METADATA_KEYS: KeysField,
  DAY_OFFSETS: DayOffsetsField,
  BANK_ACCOUNTS: BankAccountsField,
  ISSUE_RULES: IssueRulesField,
  MAIL_TEXTS: MailTextsField,
  TAX_CLASS_CATEGORIES: TaxClassesField,
};

/** The kinds whose label names a group of controls and not a single one. */
const GROUPS: ReadonlySet<SalesSettingKind> = new Set([
  "TEXTS",
  "METADATA_KEYS",
  "DAY_OFFSETS",
  "BANK_ACCOUNTS",
  "ISSUE_RULES",
  "MAIL_TEXTS",
  "TAX_CLASS_CATEGORIES",
  "SOURCE",
]);

export const isGroup = (kind: SalesSettingKind): boolean => GROUPS.has(kind);

/** The editor that fits a setting. */
export function SettingField({ onReset, ...props }: FieldProps & { onReset: () => void }) {
  const { t } = useLanguage();
  if (props.setting.secret) return <SecretField {...props} onReset={onReset} />;
  const Field = FIELDS[props.setting.kind];
  return (
    <Suspense fallback={<span role="status">{t("ui.loading")}</span>}>
      <Field {...props} />
    </Suspense>
  );
}
