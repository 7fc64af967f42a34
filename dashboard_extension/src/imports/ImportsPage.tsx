import { Button } from "@saleor/macaw-ui";
import { Plus } from "lucide-react";
import { useSearchParams } from "react-router";
import { PATHS } from "../app/paths";
import { Page, PageHead } from "../ui/Page";
import { useGo } from "../ui/PageLink";
import { Tabs } from "../ui/Tabs";
import css from "./imports.module.css";
import { JobList } from "./JobList";
import { Unlinked } from "./Unlinked";
import { useSay, WordsProvider } from "./words";

const PANEL = "imports-panel";
const TABS = ["jobs", "unlinked"] as const;
type TabName = (typeof TABS)[number];

/** What was brought from other systems, and what of it waits for its order. */
export default function ImportsPage() {
  return (
    <WordsProvider>
      <Imports />
    </WordsProvider>
  );
}

function Imports() {
  const say = useSay();
  const go = useGo();
  const [tab, show] = useTab();
  return (
    <Page
      head={
        <PageHead
          title={say("imports.title")}
          text={say("imports.text")}
          back={PATHS.invoices}
          actions={
            <Button icon={<Plus size={16} aria-hidden />} onClick={() => go(PATHS.importNew)}>
              {say("imports.new")}
            </Button>
          }
        />
      }
    >
      <Tabs
        label={say("imports.title")}
        tabs={TABS.map((name) => ({ name, label: say(`imports.tab.${name}`) }))}
        current={tab}
        onSelect={show}
        controls={PANEL}
      />
      <div id={PANEL} role="tabpanel" aria-label={say(`imports.tab.${tab}`)} className={css.panel}>
        {tab === "jobs" ? <JobList /> : <Unlinked />}
      </div>
    </Page>
  );
}

function useTab() {
  const [params, setParams] = useSearchParams();
  const wanted = params.get("tab");
  const tab = TABS.find((name) => name === wanted) ?? "jobs";
  const show = (name: TabName) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (name === "jobs") next.delete("tab");
        else next.set("tab", name);
        return next;
      },
      { replace: true },
    );
  return [tab, show] as const;
}
