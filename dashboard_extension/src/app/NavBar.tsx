import { Button } from "@saleor/macaw-ui";
import { Plus } from "lucide-react";
import { useLocation } from "react-router";
import type { MessageKey, PluralKey } from "../i18n/catalogue";
import { useLanguage } from "../i18n/context";
import { PageLink, useGo } from "../ui/PageLink";
import css from "./NavBar.module.css";
import { PATHS } from "./paths";
import { routeAt } from "./routes";
import { useViewer, type Viewer } from "./useViewer";

interface Item {
  to: string;
  label: Exclude<MessageKey, PluralKey>;
  /** The parts of the app that belong to it. */
  areas: readonly string[];
  may: (viewer: Viewer) => boolean;
}

const ITEMS: readonly Item[] = [
  {
    to: PATHS.invoices,
    label: "nav.invoices",
    areas: ["", "invoices", "drafts", "jobs", "imports"],
    may: ({ mayWork }) => mayWork,
  },
  {
    to: PATHS.reports,
    label: "nav.reports",
    areas: ["reports"],
    may: ({ mayWork }) => mayWork,
  },
  {
    to: "/settings",
    label: "nav.settings",
    areas: ["settings", "setup"],
    may: ({ mayReadSettings }) => mayReadSettings,
  },
];

/** Where forms have a primary button of their own. */
const FORMS = ["drafts", "settings", "setup", "imports"];

/** The way between the app's parts, and to a new invoice. */
export function NavBar() {
  const { t } = useLanguage();
  const go = useGo();
  const viewer = useViewer();
  const area = useLocation().pathname.split("/")[1] ?? "";
  const items = ITEMS.filter(({ to, may }) => may(viewer) && routeAt(to));
  const mayDraft = viewer.mayWork && routeAt(PATHS.draftNew) && !FORMS.includes(area);
  return (
    <nav className={css.bar} aria-label={t("nav.label")}>
      {items.map(({ to, label, areas }) => (
        <PageLink
          key={to}
          to={to}
          className={css.item}
          aria-current={areas.includes(area) ? "page" : undefined}
        >
          {t(label)}
        </PageLink>
      ))}
      {mayDraft && (
        <Button
          className={css.primary}
          size="medium"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => go(PATHS.draftNew)}
        >
          {t("nav.new")}
        </Button>
      )}
    </nav>
  );
}
