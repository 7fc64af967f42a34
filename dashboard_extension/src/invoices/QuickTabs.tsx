import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import type { GridTabsQuery } from "../generated/graphql";
import { GridTabsDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Tabs } from "../ui/Tabs";
import { TABS, type TabName } from "./listState";
import { INVOICES_KEY } from "./useInvoices";

const REFRESH_MS = 60_000;
/** The API counts no further. */
const MOST = 1_000;

interface Props {
  current: TabName;
  onSelect: (tab: TabName) => void;
  controls: string;
  /** Before, nothing is counted. */
  ready: boolean;
}

/** What needs attention, a click away, with how many there are. */
export function QuickTabs({ current, onSelect, controls, ready }: Props) {
  const { t, locale } = useLanguage();
  const counts = useTabCounts(ready).data;
  const label = (count: number) => {
    const numbers = new Intl.NumberFormat(locale);
    return count > MOST ? `${numbers.format(MOST)}+` : numbers.format(count);
  };
  return (
    <Tabs
      label={t("title.invoices")}
      current={current}
      onSelect={onSelect}
      controls={controls}
      tabs={TABS.map((name) => ({
        name,
        label: t(`tab.${name}`),
        count: counts ? label(counts[name]) : undefined,
        alarming: name === "failed" && (counts?.failed ?? 0) > 0,
      }))}
    />
  );
}

/** Below the key of all lists, so that what changes a list counts anew. */
function useTabCounts(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [INVOICES_KEY, "tabs"],
    queryFn: async ({ signal }): Promise<GridTabsQuery["salesTabs"]> =>
      (await api(GridTabsDocument, {}, signal)).salesTabs,
    refetchInterval: REFRESH_MS,
    enabled,
  });
}
