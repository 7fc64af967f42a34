import { useApi } from "../api/context";
import { formatDate } from "../format/dates";
import { formatAmount } from "../format/money";
import { SaleorOrdersDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Combobox } from "../ui/Combobox";
import css from "./Draft.module.css";
import { Marked } from "./marks";
import type { SectionProps } from "./sections";

interface Props extends SectionProps {
  number: string;
  take: (orderId: string, number: string) => void;
}

/** The order that the invoice covers; none for any other sale. */
export function OrderField({ form, dispatch, number, take }: Props) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const clear = () => dispatch({ do: "set", fields: { orderId: "" } });
  const help = form.orderId ? (
    <button type="button" className={css.inline} onClick={clear}>
      {t("draft.order.clear")}
    </button>
  ) : (
    t("draft.order.help")
  );
  return (
    <Marked place="orderId" help={help} className={css.wide}>
      {(mark) => (
        <Combobox
          {...mark}
          name="orders"
          label={t("draft.order")}
          placeholder={t("draft.order.hint")}
          value={form.orderId ? `#${number || form.orderId}` : ""}
          search={async (search, signal) =>
            (await api(SaleorOrdersDocument, { search: search.replace(/^#/, "") }, signal))
              .saleorOrders ?? []
          }
          itemKey={({ id }) => id}
          itemText={(order) =>
            [`#${order.number}`, order.customerName || order.customerEmail]
              .filter(Boolean)
              .join(" ")
          }
          itemHint={(order) => {
            const total = `${order.total.currency} ${formatAmount(order.total, locale)}`;
            const day = formatDate(order.created.slice(0, 10), locale);
            const covered =
              order.invoice && t("draft.order.covered", { number: order.invoice.number });
            return [day, total, covered].filter(Boolean).join(" · ");
          }}
          onSelect={(order) => take(order.id, order.number)}
        />
      )}
    </Marked>
  );
}
