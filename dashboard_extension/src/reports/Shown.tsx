import type { ReactNode } from "react";
import { useLanguage } from "../i18n/context";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Waiting } from "./Waiting";

interface Props<Data> {
  query: {
    data: Data | null | undefined;
    isPending: boolean;
    isError: boolean;
    error: unknown;
    refetch: () => unknown;
  };
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  compact?: boolean;
  children: (data: Data) => ReactNode;
}

/** What was read; or that it is on its way, went wrong, or is nothing. */
export function Shown<Data>({ query, isEmpty, empty, compact, children }: Props<Data>) {
  const { t } = useLanguage();
  if (query.data != null) {
    if (!isEmpty?.(query.data)) return children(query.data);
    return (
      empty ?? (
        <EmptyState compact={compact} title={t("reports.empty")} text={t("reports.empty.hint")} />
      )
    );
  }
  if (query.isError) {
    return <ErrorNotice compact={compact} error={query.error} retry={() => void query.refetch()} />;
  }
  return query.isPending ? <Waiting /> : null;
}
