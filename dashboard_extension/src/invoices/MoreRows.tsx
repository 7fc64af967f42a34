import { Button, Text } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import { errorText } from "../ui/errors";
import type { useInvoices } from "./useInvoices";

/** How many documents are shown, and a way to more of them. */
export function MoreRows({ list }: { list: ReturnType<typeof useInvoices> }) {
  const { t } = useLanguage();
  if (list.isPending) return null;
  return (
    <>
      {list.hasNextPage && (
        <Button
          variant="secondary"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("list.more")}
        </Button>
      )}
      <Text size={2} color="default2" role="status">
        {t.count("list.shown", list.rows.length)}
      </Text>
      {list.isError && (
        <Text size={2} color="critical1" role="alert">
          {errorText(list.error, t)}
        </Text>
      )}
    </>
  );
}
