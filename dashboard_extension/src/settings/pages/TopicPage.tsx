import { Skeleton } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { useLanguage } from "../../i18n/context";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { HereProvider } from "../form/context";
import { SettingSection } from "../form/SettingSection";
import { useSettings } from "../form/useSettings";
import type { Place } from "../model/place";
import type { Topic } from "../model/topics";
import css from "./pages.module.css";

interface Props {
  topic: Topic;
  place: Place;
  /** What stands below the settings. */
  children?: ReactNode;
  /** Beside them. */
  aside?: ReactNode;
}

/** A page of settings at a place. */
export function TopicPage({ topic, place, children, aside }: Props) {
  const settings = useSettings(place);
  if (settings.isPending) return <Loading />;
  if (settings.data === undefined) {
    return <ErrorNotice error={settings.error} retry={() => void settings.refetch()} />;
  }
  return (
    <HereProvider place={place} settings={settings.data}>
      <div className={aside ? css.beside : undefined}>
        <div className={css.narrow}>
          {topic.sections.map((section) => (
            <SettingSection key={section.title} section={section} />
          ))}
          {children}
        </div>
        {aside && <aside className={css.aside}>{aside}</aside>}
      </div>
    </HereProvider>
  );
}

function Loading() {
  const { t } = useLanguage();
  return (
    <div className={css.loading}>
      <span role="status" className="visually-hidden">
        {t("ui.loading")}
      </span>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className={css.skeleton} />
      ))}
    </div>
  );
}
