import { ListFilter, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { useLanguage } from "../i18n/context";
import { Popover } from "../ui/Popover";
import css from "./FilterBar.module.css";
import { activeFilters, withoutFilter } from "./filters";
import type { Change } from "./InvoicesPage";
import { type ListState, widened } from "./listState";
import { SearchField } from "./SearchField";
import { useFilterWords } from "./useFilterWords";

const FilterForm = lazy(() => import("./FilterForm"));

interface Props {
  state: ListState;
  change: Change;
}

/** Search and filters, and a chip for each filter that is on. */
export function FilterBar({ state, change }: Props) {
  const { t } = useLanguage();
  const words = useFilterWords();
  const active = activeFilters(state.filters);
  return (
    <div className={css.bar}>
      <Popover
        label={t("filter.title")}
        trigger={(props) => (
          <button {...props} type="button" className={css.button}>
            <ListFilter size={15} aria-hidden />
            {t("filter.title")}
            {active.length > 0 && <span className={css.count}>{active.length}</span>}
          </button>
        )}
      >
        {(close) => (
          <Suspense fallback={<div className={css.loading} />}>
            <FilterForm
              filters={state.filters}
              onApply={(filters) => {
                close();
                change({ filters });
              }}
            />
          </Suspense>
        )}
      </Popover>
      <div className={css.search}>
        <SearchField value={state.search} onSearch={(search) => change({ search })} />
      </div>
      {active.length > 0 && (
        <ul className={css.chips} aria-label={t("filter.active")}>
          {active.map((name) => (
            <li key={name} className={css.chip}>
              <span className={css.text}>{words(name, state.filters)}</span>
              <button
                type="button"
                className={css.remove}
                aria-label={t("filter.remove", { filter: t(`filter.${name}`) })}
                onClick={() => change({ filters: withoutFilter(state.filters, name) })}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
          <li>
            <button type="button" className={css.clear} onClick={() => change(widened())}>
              {t("filter.clear")}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
