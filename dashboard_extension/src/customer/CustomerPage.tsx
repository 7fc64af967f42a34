import { Panel } from "../ui/Panel";
import { CustomerDesk } from "./CustomerDesk";
import { CustomerStatement } from "./CustomerStatement";

const LATEST = 5;

/** The popup on the customer's page. */
export default function CustomerPage() {
  return (
    <CustomerDesk frame={Panel} latest={LATEST}>
      {(customerId) => <CustomerStatement customerId={customerId} />}
    </CustomerDesk>
  );
}
