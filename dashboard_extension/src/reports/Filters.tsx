import { useState } from "react";
import { useLanguage } from "../i18n/context";
import { DateField, SelectField } from "../ui/fields";
import { nameOf, PERIODS, type Period, type PeriodName, periodOf } from "./period";
import css from "./Reports.module.css";
import type { ReportState } from "./reportState";
import { useSellers } from "./useReports";

interface Props {
  state: ReportState;
  change: (change: Partial<ReportState>) => void;
}

/** Whose documents; nothing where there is but one seller. */
export function SellerFilter({ state, change }: Props) {
  const { t } = useLanguage();
  const sellers = useSellers();
  if (sellers.length < 2) return null;
  return (
    <SelectField
      label={t("reports.seller")}
      value={state.seller}
      options={[
        { value: "", label: t("reports.seller.all") },
        ...sellers.map(({ key, name }) => ({ value: key, label: name || key })),
      ]}
      onChange={(seller) => change({ seller })}
    />
  );
}

/** A period by name, or day by day. */
export function PeriodFilter({
  period,
  onChange,
}: {
  period: Period;
  onChange: (period: Period) => void;
}) {
  const { t } = useLanguage();
  const [custom, setCustom] = useState(false);
  const known = nameOf(period);
  const chosen = custom || known === undefined ? "CUSTOM" : known;
  const choose = (name: PeriodName | "CUSTOM") => {
    setCustom(name === "CUSTOM");
    if (name !== "CUSTOM") onChange(periodOf(name));
  };
  const wrong = period.from > period.to ? t("reports.period.wrong") : null;
  return (
    <>
      <SelectField
        label={t("reports.period")}
        value={chosen}
        options={[...PERIODS, "CUSTOM" as const].map((name) => ({
          value: name,
          label: t(`reports.period.${name}`),
        }))}
        onChange={choose}
      />
      {chosen === "CUSTOM" && (
        <>
          <DateField
            label={t("reports.from")}
            value={period.from}
            onChange={(from) => from && onChange({ ...period, from })}
          />
          <DateField
            label={t("reports.to")}
            value={period.to}
            error={wrong}
            onChange={(to) => to && onChange({ ...period, to })}
          />
        </>
      )}
    </>
  );
}

/** The choices of a report in a row. */
export function Filters({ children }: { children: React.ReactNode }) {
  return <div className={css.filters}>{children}</div>;
}
