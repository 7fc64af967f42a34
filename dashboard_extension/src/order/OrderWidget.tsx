import { WidgetPanel } from "../ui/Panel";
import { OrderInvoices } from "./OrderInvoices";

/** The same as the popup, as a part of the order's page. */
export default function OrderWidget() {
  return <OrderInvoices frame={WidgetPanel} />;
}
