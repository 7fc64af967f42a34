import { WidgetPanel } from "../ui/Panel";
import { OrderDocuments } from "./OrderDocuments";

/** The same as the popup, as a part of the order's page. */
export default function OrderWidget() {
  return <OrderDocuments frame={WidgetPanel} />;
}
