import { Button } from "@saleor/macaw-ui";
import { PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { WidgetPanel } from "../ui/Panel";
import { useGoInDashboard } from "../ui/useGoInDashboard";
import { CustomerDesk } from "./CustomerDesk";

const LATEST = 3;

/** A part of the customer's page: what is owed, the latest documents, the way to the statement. */
export default function CustomerWidget() {
  return (
    <CustomerDesk frame={WidgetPanel} latest={LATEST}>
      {(customerId) => <ToStatement customerId={customerId} />}
    </CustomerDesk>
  );
}

function ToStatement({ customerId }: { customerId: string }) {
  const { t } = useLanguage();
  const go = useGoInDashboard();
  const route = `${PATHS.reports}/statement?customerId=${encodeURIComponent(customerId)}`;
  return (
    <Button variant="secondary" size="small" onClick={() => go(route)}>
      {t("customer.statement.open")}
    </Button>
  );
}
