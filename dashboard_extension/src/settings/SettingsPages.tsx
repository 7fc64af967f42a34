import { lazy, Suspense } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useViewer } from "../app/useViewer";
import { useLanguage } from "../i18n/context";
import { Page, PageHead } from "../ui/Page";
import { SettingsFormProvider, useSettingsForm } from "./form/context";
import { DirtyProvider, useDirty } from "./form/dirty";
import formCss from "./form/form.module.css";
import { SaveBar } from "./form/SaveBar";
import { SaveFaults } from "./form/SaveFaults";
import { LevelSwitch } from "./level/LevelSwitch";
import { readPlace, writePlace } from "./model/place";
import { TOPICS, type Topic, topicOfKey } from "./model/topics";
import css from "./pages/pages.module.css";
import { SETTINGS_BASE, settingsPart } from "./paths";
import { SettingsNav } from "./SettingsNav";
import { TopicContent } from "./TopicContent";

const SellersPage = lazy(() => import("./sellers/SellersPage"));
const RatesPage = lazy(() => import("./rates/RatesPage"));
const KeysPage = lazy(() => import("./keys/KeysPage"));
const WebhooksPage = lazy(() => import("./webhooks/WebhooksPage"));
const HistoryPage = lazy(() => import("./history/HistoryPage"));

const OTHERS = {
  sellers: SellersPage,
  rates: RatesPage,
  keys: KeysPage,
  webhooks: WebhooksPage,
  history: HistoryPage,
} as const;

/** All that is set: a page for each matter, and one saving for all of them. */
export default function SettingsPages() {
  const { maySet } = useViewer();
  return (
    <SettingsFormProvider mayWrite={maySet}>
      <DirtyProvider>
        <Frame />
      </DirtyProvider>
    </SettingsFormProvider>
  );
}

function Frame() {
  const { t } = useLanguage();
  const { edits, mayWrite } = useSettingsForm();
  const { pathname } = useLocation();
  useDirty(edits.size > 0, SETTINGS_BASE);
  const [part = "", rest = ""] = settingsPart(pathname);
  const [params] = useSearchParams();
  const named = topicOfKey(params.get("key") ?? "");
  const topic = TOPICS.find(({ name }) => name === (part || named || "general"));
  // Unsaved values wait behind the other pages too, so the bar stays until they are saved.
  const foot = mayWrite && (topic !== undefined || edits.size > 0) && <SaveBar />;
  return (
    <Page head={<PageHead title={t("nav.settings")} line />} foot={foot}>
      <div className={css.layout}>
        <SettingsNav current={topic?.name ?? part} />
        <div className={css.content}>
          {!mayWrite && <ReadOnly />}
          <SaveFaults />
          <Suspense fallback={<span role="status">{t("ui.loading")}</span>}>
            {topic ? <TopicAtPlace topic={topic} /> : <Other name={part} rest={rest} />}
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

function TopicAtPlace({ topic }: { topic: Topic }) {
  const [params, setParams] = useSearchParams();
  const place = readPlace(params);
  return (
    <>
      <LevelSwitch
        place={place}
        onChange={(wanted) => setParams((now) => writePlace(now, wanted), { replace: true })}
      />
      <TopicContent topic={topic} place={place} />
    </>
  );
}

function Other({ name, rest }: { name: string; rest: string }) {
  const { t } = useLanguage();
  const Shown = Object.hasOwn(OTHERS, name) ? OTHERS[name as keyof typeof OTHERS] : undefined;
  if (Shown) return <Shown rest={rest} />;
  return <p role="status">{t("notfound.title")}</p>;
}

function ReadOnly() {
  const { t } = useLanguage();
  return (
    <div role="note" className={`${formCss.banner} ${formCss.info}`}>
      {t("settings.readOnly")}
    </div>
  );
}
