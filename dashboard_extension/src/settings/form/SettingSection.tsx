import { Text } from "@saleor/macaw-ui";
import { type ReactNode, useId } from "react";
import { useLanguage } from "../../i18n/context";
import { matters } from "../model/matters";
import { belongs, type Section } from "../model/topics";
import { useHere } from "./context";
import css from "./form.module.css";
import { SettingRow } from "./SettingRow";
import { useValues } from "./useValueHere";

interface Props {
  section: Section;
  /** Left out: shown elsewhere on the page. */
  without?: readonly string[];
  children?: ReactNode;
}

/** Settings that belong together, under a heading. */
export function SettingSection({ section, without = [], children }: Props) {
  const { t } = useLanguage();
  const { settings } = useHere();
  const titleId = useId();
  const currentOf = useValues();
  const shown = settings.filter(
    (setting) =>
      belongs(section, setting) && !without.includes(setting.key) && matters(setting, currentOf),
  );
  return (
    <section className={css.section} aria-labelledby={titleId}>
      <Text as="h2" id={titleId} size={5} fontWeight="medium" margin={0}>
        {t(section.title)}
      </Text>
      <Text as="p" size={3} color="default2" margin={0}>
        {t(section.text)}
      </Text>
      <div>
        {shown.map((setting) => (
          <SettingRow key={setting.key} setting={setting} />
        ))}
      </div>
      {children}
    </section>
  );
}
