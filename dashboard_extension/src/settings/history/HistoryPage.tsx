import { Button, Text } from "@saleor/macaw-ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { formatMoment } from "../../format/dates";
import { SettingHistoryDocument, type SettingHistoryQuery } from "../../generated/graphql";
import registry from "../../generated/storeSettings.json";
import { useLanguage } from "../../i18n/context";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { SelectField } from "../../ui/fields";
import { settingWords } from "../fields/names";
import { useSummary } from "../fields/ValueSummary";
import { usePlaceName } from "../level/usePlaceName";
import type { Setting } from "../model/edits";
import css from "../pages/pages.module.css";
import { useActorName } from "./useActorName";

type Change = NonNullable<SettingHistoryQuery["salesSettingHistory"]>["edges"][number]["node"];

const PAGE = 30;
const KEYS: Readonly<Record<string, { kind: string }>> = registry;

/** Who changed what, and when. */
export default function HistoryPage() {
  const { t } = useLanguage();
  const [key, setKey] = useState("");
  const changes = useChanges(key);
  const rows = changes.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  const options = Object.keys(registry)
    .map((value) => ({ value, label: settingWords(t, value).label }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <section className={css.part}>
      <Text as="h2" size={5} fontWeight="medium" margin={0}>
        {t("history.title")}
      </Text>
      <div className={css.form}>
        <SelectField
          label={t("history.filter")}
          value={key}
          options={[{ value: "", label: t("history.all") }, ...options]}
          onChange={setKey}
        />
      </div>
      {changes.isError && rows.length === 0 ? (
        <ErrorNotice compact error={changes.error} retry={() => void changes.refetch()} />
      ) : (
        <Changes rows={rows} loading={changes.isPending} />
      )}
      {changes.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            disabled={changes.isFetchingNextPage}
            onClick={() => void changes.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Changes({ rows, loading }: { rows: readonly Change[]; loading: boolean }) {
  const { t, locale } = useLanguage();
  const summary = useSummary();
  const place = useChangePlace();
  const actor = useActorName();
  const told = (row: Change, value: unknown) => summary(settingOf(row.key), value);
  return (
    <DataTable
      caption={t("history.title")}
      loading={loading}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState compact title={t("history.empty")} />}
      columns={[
        {
          name: "at",
          head: t("history.at"),
          cell: (row) => <span className={css.nowrap}>{formatMoment(row.changedAt, locale)}</span>,
        },
        {
          name: "by",
          head: t("history.by"),
          cell: (row) => actor(row.changedBy, row.changedByName),
        },
        {
          name: "what",
          head: t("history.what"),
          grow: true,
          cell: (row) => (
            <span className={css.break}>
              {t.find(`setting.${row.key}`) ?? t.find(`seller.${row.key}`) ?? row.key}
              <br />
              <span className={css.small}>{place(row)}</span>
            </span>
          ),
        },
        {
          name: "before",
          head: t("history.before"),
          grow: true,
          cell: (row) => <span className={css.break}>{told(row, row.before)}</span>,
        },
        {
          name: "after",
          head: t("history.after"),
          grow: true,
          cell: (row) => <span className={css.break}>{told(row, row.after)}</span>,
        },
      ]}
    />
  );
}

function settingOf(key: string): Pick<Setting, "key" | "kind" | "secret"> {
  const kind = (KEYS[key]?.kind ?? "TEXT") as Setting["kind"];
  return { key, kind, secret: false };
}

function useChanges(key: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["setting-history", key],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { first: PAGE, after: pageParam, key: key || null };
      const { salesSettingHistory } = await api(SettingHistoryDocument, asked, signal);
      return (
        salesSettingHistory ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
}

function useChangePlace(): (row: Change) => string {
  const { t } = useLanguage();
  const placeName = usePlaceName();
  return ({ level, name }) => {
    if (level === "channel") return placeName({ level: "CHANNEL", name });
    if (level === "legal_entity") return placeName({ level: "LEGAL_ENTITY", name });
    if (level === "seller") return t("history.seller", { name });
    if (level === "exchange_rate") return t("history.rate", { name });
    return t("level.app");
  };
}
