import { Panel } from "../ui/Panel";
import { OrderInvoices } from "./OrderInvoices";

/** The popup on the order's page; the dashboard writes its title above. */
export default function OrderPage() {
  return <OrderInvoices frame={Panel} />;
}
