import { useSyncExternalStore } from "react";
import { LanguageProvider, useLanguage } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { Themed } from "./Themed";

const DARK = "(prefers-color-scheme: dark)";

/** For who opens the app's address by itself: where it is to be found. */
export function Outside() {
  const dark = useSyncExternalStore(watchScheme, () => window.matchMedia(DARK).matches);
  return (
    <Themed theme={dark ? "dark" : "light"}>
      <LanguageProvider locale={navigator.language}>
        <OutsideNotice />
      </LanguageProvider>
    </Themed>
  );
}

function OutsideNotice() {
  const { t } = useLanguage();
  return (
    <Notice
      icon={<img src="/static/logo.png" alt="" width={64} height={64} />}
      title={t("outside.title")}
      text={`${t("outside.text")} ${t("outside.where")}`}
    />
  );
}

function watchScheme(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
