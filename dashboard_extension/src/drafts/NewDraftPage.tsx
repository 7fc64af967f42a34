import { useSearchParams } from "react-router";
import { Waiting } from "../reports/Waiting";
import { ErrorNotice } from "../ui/ErrorNotice";
import { DraftEditor } from "./DraftEditor";
import { type DraftForm, emptyForm, formOf } from "./form";
import { type Surroundings, useOrderForm, useSurroundings } from "./useDraft";

/** A new invoice, from nothing or from an order. */
export default function NewDraftPage() {
  const [params] = useSearchParams();
  const orderId = params.get("orderId") ?? "";
  const surroundings = useSurroundings();
  const order = useOrderForm(orderId);
  const asked = orderId ? [surroundings, order] : [surroundings];
  const failed = asked.find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ErrorNotice error={failed.error} retry={() => void failed.refetch()} />;
  if (surroundings.data === undefined || (orderId && order.data == null))
    return <Waiting rows={8} />;
  const initial = order.data ? formOf(order.data) : beginning(surroundings.data);
  return (
    <DraftEditor
      key={orderId}
      name={orderId ? `new ${orderId}` : "new"}
      initial={initial}
      surroundings={surroundings.data}
    />
  );
}

/** An empty form, in the currency of the shop's first open channel. */
function beginning({ channels }: Surroundings): DraftForm {
  const channel = channels.find(({ isActive }) => isActive) ?? channels[0];
  if (channel === undefined) return { ...emptyForm(), currency: "EUR" };
  const { slug, currency, pricesIncludeTax } = channel;
  return { ...emptyForm(), channel: slug, currency, pricesIncludeTax };
}
