import { formatDate } from "../format/dates";
import { formatAmount } from "../format/money";
import { useLanguage } from "../i18n/context";
import type { FilterName, Filters, Range } from "./filters";

/** A filter as a chip says it: "Total: from 100". */
export function useFilterWords(): (name: FilterName, filters: Filters) => string {
  const { t, locale } = useLanguage();
  const range = ({ from, to }: Range, form: (value: string) => string) => {
    if (from && to) return t("filter.between", { from: form(from), to: form(to) });
    return from ? t("filter.from", { from: form(from) }) : t("filter.to", { to: form(to) });
  };
  const day = (date: string) => formatDate(date, locale);
  const amount = (value: string) => formatAmount({ amount: value, currency: "" }, locale);
  const value = (name: FilterName, filters: Filters): string => {
    switch (name) {
      case "date":
      case "due":
        return range(filters[name], day);
      case "total":
        return range(filters.total, amount);
      case "payment":
        return filters.payment.map((each) => t(`payment.${each}`)).join(", ");
      case "kind":
        return filters.kind.map((each) => t(`kind.${each}`)).join(", ");
      case "currency":
      case "channel":
      case "sourceSystem":
        return filters[name].join(", ");
      case "state":
        return filters.state && t(`state.${filters.state}`);
      case "source":
        return filters.source && t(`source.${filters.source}`);
      case "customer":
      case "importJob":
        return filters[name]?.name || filters[name]?.id || "";
      case "test":
        return t(filters.test === "yes" ? "ui.yes" : "ui.no");
      default:
        return t("ui.yes");
    }
  };
  return (name, filters) => `${t(`filter.${name}`)}: ${value(name, filters)}`;
}
