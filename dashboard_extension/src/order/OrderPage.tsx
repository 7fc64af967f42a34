import { Panel } from "../ui/Panel";
import { OrderDocuments } from "./OrderDocuments";

/** The popup on the order's page; the dashboard writes its title above. */
export default function OrderPage() {
  return <OrderDocuments frame={Panel} />;
}
