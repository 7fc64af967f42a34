import { Button } from "@saleor/macaw-ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNotice } from "../ui/ErrorNotice";
import { CheckField } from "../ui/fields";
import { UnlinkedImportsDocument, type UnlinkedImportsQuery } from "./generated/graphql";
import { LinkDialog } from "./LinkDialog";
import { UnlinkedItem } from "./UnlinkedItem";
import css from "./unlinked.module.css";
import { UNLINKED_KEY } from "./useImports";
import { useSay } from "./words";

export type Waiting = NonNullable<UnlinkedImportsQuery["salesUnlinkedImports"]>[number];

const PAGE = 25;

/** Imported documents of which no order is known, with the orders that they may be of. */
export function Unlinked() {
  const say = useSay();
  const [unnamed, setUnnamed] = useState(false);
  const [asked, ask] = useState<Waiting>();
  const query = useUnlinked(unnamed);
  return (
    <Card title={say("imports.tab.unlinked")} text={say("imports.unlinked.text")}>
      <CheckField label={say("imports.unlinked.unnamed")} checked={unnamed} onChange={setUnnamed} />
      <List query={query} onAsk={ask} />
      {asked && <LinkDialog document={asked.document} onClose={() => ask(undefined)} />}
    </Card>
  );
}

interface ListProps {
  query: ReturnType<typeof useUnlinked>;
  onAsk: (item: Waiting) => void;
}

function List({ query, onAsk }: ListProps) {
  const { t } = useLanguage();
  if (query.isError) {
    return <ErrorNotice compact error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.isPending) {
    return (
      <span role="status" className="visually-hidden">
        {t("ui.loading")}
      </span>
    );
  }
  if (query.items.length === 0) return <Nothing />;
  return (
    <>
      <ul className={css.list}>
        {query.items.map((item) => (
          <UnlinkedItem key={item.id} item={item} onAsk={() => onAsk(item)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing() {
  const say = useSay();
  const [title, text] = [say("imports.unlinked.none"), say("imports.unlinked.none.hint")];
  return <EmptyState compact title={title} text={text} />;
}

function useUnlinked(unnamed: boolean) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [...UNLINKED_KEY, unnamed],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { first: PAGE, after: pageParam, unnamed };
      return (await api(UnlinkedImportsDocument, variables, signal)).salesUnlinkedImports ?? [];
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.id : undefined),
  });
  return { ...query, items: query.data?.pages.flat() ?? [] };
}
