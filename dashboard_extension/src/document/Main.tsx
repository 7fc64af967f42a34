import { useShown } from "./context";
import css from "./DocumentPage.module.css";
import { Delivery } from "./parts/Delivery";
import { Difference } from "./parts/Difference";
import { EInvoice } from "./parts/EInvoice";
import { History } from "./parts/History";
import { Lines } from "./parts/Lines";
import { Payments } from "./parts/Payments";
import { Problems } from "./parts/Problems";
import { StateNotice } from "./parts/StateNotice";
import { Summary } from "./parts/Summary";

/** The wide column: what needs attention, then what the document says and what became of it. */
export function Main() {
  const { document } = useShown();
  const isKept = document.erasedAt === null;
  const isIssued = document.state === "ISSUED";
  return (
    <>
      <div className={css.notices}>
        <StateNotice />
        <Problems />
        <Difference />
      </div>
      {isKept && <Lines />}
      <Summary />
      {document.kind === "INVOICE" && isIssued && <Payments />}
      {isIssued && isKept && <Delivery />}
      {isKept && <EInvoice />}
      <History />
    </>
  );
}
