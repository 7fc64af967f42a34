import { useSearchParams } from "react-router";
import { PATHS } from "../app/paths";
import type { MessageKey, PluralKey } from "../i18n/catalogue";
import { useLanguage } from "../i18n/context";
import { PageLink } from "../ui/PageLink";
import { useSettingsForm } from "./form/context";
import { readPlace } from "./model/place";
import { TOPICS, topicOfKey } from "./model/topics";
import css from "./pages/pages.module.css";
import { type PartName, settingsPage } from "./paths";

interface Entry {
  to: string;
  name: string;
  label: Exclude<MessageKey, PluralKey>;
  changed?: boolean;
}

/** The matters that can be set; those with unsaved values have a dot. */
export function SettingsNav({ current }: { current: string }) {
  const { t } = useLanguage();
  const { mayWrite } = useSettingsForm();
  const [params] = useSearchParams();
  const place = readPlace(params);
  const changed = useChanged();
  const topics: Entry[] = TOPICS.map(({ name, title }) => ({
    to: settingsPage(name, place), // the place stays while one looks at another matter
    name,
    label: title,
    changed: changed.has(name),
  }));
  const others = mayWrite
    ? (["sellers", "rates", "keys", "webhooks", "history"] as const)
    : READABLE;
  const pages: Entry[] = others.map((name) => ({
    to: settingsPage(name),
    name,
    label: `settings.nav.${name}`,
  }));
  const setup: Entry = { to: PATHS.setup, name: "setup", label: "settings.nav.setup" };
  return (
    <nav className={css.nav} aria-label={t("nav.settings")}>
      <div>
        <List entries={topics} current={current} />
        <List entries={mayWrite ? [...pages, setup] : pages} current={current} />
      </div>
    </nav>
  );
}

const READABLE: readonly Exclude<PartName, (typeof TOPICS)[number]["name"]>[] = [
  "sellers",
  "rates",
  "history",
];

function List({ entries, current }: { entries: readonly Entry[]; current: string }) {
  const { t } = useLanguage();
  return (
    <ul>
      {entries.map(({ to, name, label, changed }) => (
        <li key={name}>
          <PageLink to={to} aria-current={name === current ? "page" : undefined}>
            {t(label)}
            {changed && <span className={css.dot} role="img" aria-label={t("settings.unsaved")} />}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

function useChanged(): ReadonlySet<string> {
  const { edits } = useSettingsForm();
  const names = [...edits.values()].map(({ key }) => topicOfKey(key));
  return new Set(names.filter((name) => name !== undefined));
}
