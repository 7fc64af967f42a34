import { lazy, Suspense } from "react";
import { useViewer } from "../app/useViewer";
import type { Asked } from "./context";
import { CorrectDialog } from "./dialogs/CorrectDialog";
import { CreditDialog } from "./dialogs/CreditDialog";
import { DiscardDialog, IssueDialog } from "./dialogs/DraftDialogs";
import { EraseDialog } from "./dialogs/EraseDialog";
import { HoldDialog } from "./dialogs/HoldDialog";
import { LinkDialog, RevokeDialog } from "./dialogs/LinkDialogs";
import { PayDialog } from "./dialogs/PayDialog";
import { ReallocateDialog } from "./dialogs/ReallocateDialog";
import { RefundDialog } from "./dialogs/RefundDialog";
import { SendDialog } from "./dialogs/SendDialog";
import { TransmitDialog } from "./dialogs/TransmitDialog";
import { VoidDialog } from "./dialogs/VoidDialog";

/** Of imported documents alone. */
const RemoveDialog = lazy(() => import("../imports/RemoveDialog"));

interface Props {
  asked: Asked;
  close: () => void;
}

const DIALOGS = {
  send: SendDialog,
  credit: CreditDialog,
  correct: CorrectDialog,
  void: VoidDialog,
  transmit: TransmitDialog,
  issue: IssueDialog,
  discard: DiscardDialog,
  hold: HoldDialog,
  link: LinkDialog,
  revoke: RevokeDialog,
  erase: EraseDialog,
} as const;

/** The dialog that was asked for; those about money only for who may handle it. */
export function OpenDialog({ asked, close }: Props) {
  const { mayHandleMoney } = useViewer();
  if ("paymentId" in asked) {
    if (!mayHandleMoney) return null;
    const MoneyDialog = asked.name === "refund" ? RefundDialog : ReallocateDialog;
    return <MoneyDialog paymentId={asked.paymentId} close={close} />;
  }
  if (asked.name === "pay") return mayHandleMoney ? <PayDialog close={close} /> : null;
  if (asked.name === "remove") {
    return (
      <Suspense fallback={null}>
        <RemoveDialog close={close} />
      </Suspense>
    );
  }
  const Plain = DIALOGS[asked.name];
  return <Plain close={close} />;
}
