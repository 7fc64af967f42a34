import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useApi } from "../api/context";
import { formatDate } from "../format/dates";
import { formatAmount } from "../format/money";
import { SaleorOrdersDocument, type SaleorOrdersQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "./ErrorText";
import { useLink } from "./useLink";
import { useSay } from "./words";

type Order = NonNullable<SaleorOrdersQuery["saleorOrders"]>[number];

interface Props {
  document: { id: string; number: string };
  onClose: () => void;
}

/** Looks the order up that a document is of. */
export function LinkDialog({ document, onClose }: Props) {
  const say = useSay();
  const { t } = useLanguage();
  const [order, setOrder] = useState<Order>();
  const link = useLink(document, onClose);
  return (
    <Dialog
      title={say("imports.link.title", { number: document.number })}
      text={say("imports.link.text")}
      busy={link.running}
      onClose={onClose}
      onSubmit={() => order && link.run({ id: order.id, number: order.number })}
      actions={
        <Button type="submit" disabled={order === undefined || link.running}>
          {link.running ? t("ui.working") : say("imports.link")}
        </Button>
      }
    >
      <OrderSearch order={order} onSelect={setOrder} />
      <ErrorText error={link.error} title={say("imports.link.failed")} />
    </Dialog>
  );
}

interface SearchProps {
  order: Order | undefined;
  onSelect: (order: Order) => void;
}

function OrderSearch({ order, onSelect }: SearchProps) {
  const say = useSay();
  const { locale } = useLanguage();
  const api = useApi();
  return (
    <Combobox<Order>
      name="orders"
      label={say("imports.order")}
      placeholder={say("imports.order.hint")}
      value={order ? nameOf(order) : ""}
      search={async (search, signal) =>
        (await api(SaleorOrdersDocument, { search: search.replace(/^#/, "") }, signal))
          .saleorOrders ?? []
      }
      itemKey={({ id }) => id}
      itemText={nameOf}
      itemHint={({ created, total, invoice }) =>
        [
          formatDate(created.slice(0, 10), locale),
          `${total.currency} ${formatAmount(total, locale)}`,
          invoice && say("imports.order.covered", { number: invoice.number }),
        ]
          .filter(Boolean)
          .join(" · ")
      }
      onSelect={onSelect}
    />
  );
}

function nameOf({ number, customerName, customerEmail }: Order): string {
  return [`#${number}`, customerName || customerEmail].filter(Boolean).join(" ");
}
