import { Button, Text } from "@saleor/macaw-ui";
import { appRoute, PATHS } from "../app/paths";
import { useBridgeState, useDashboard } from "../bridge/context";
import { useLanguage } from "../i18n/context";
import { CardSkeletons, InvoiceCards } from "../invoices/InvoiceCards";
import { useInvoices } from "../invoices/useInvoices";
import { useProblems } from "../problems/useProblems";
import { Chip } from "../ui/Chip";
import { ErrorNotice } from "../ui/ErrorNotice";
import { WidgetPanel } from "../ui/Panel";

const LATEST = 5;

/** A part of the dashboard's home page: the latest documents, and whether something failed. */
export default function HomeWidget() {
  const { t } = useLanguage();
  const { open } = useDashboard();
  const bridge = useBridgeState();
  const all = () => open(appRoute(bridge, PATHS.invoices));
  return (
    <WidgetPanel
      title={t("home.latest")}
      action={
        <Button variant="secondary" size="small" onClick={all}>
          {t("home.all")}
        </Button>
      }
    >
      <ProblemCount />
      <Latest />
    </WidgetPanel>
  );
}

function ProblemCount() {
  const { t } = useLanguage();
  const { data } = useProblems();
  if (data === undefined || data.count === 0) return null;
  return <Chip tone="warning">{t.count("problems.title", data.count)}</Chip>;
}

function Latest() {
  const { t } = useLanguage();
  const list = useInvoices({ pageSize: LATEST });
  if (list.isPending) return <CardSkeletons count={3} />;
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice compact error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.rows.length > 0) {
    return <InvoiceCards rows={list.rows.slice(0, LATEST)} fact={(row) => row.buyer.name} />;
  }
  return (
    <Text as="p" size={3} color="default2" margin={0} role="status">
      {t("list.empty")}
    </Text>
  );
}
