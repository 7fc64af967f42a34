import { useState } from "react";
import { useLanguage } from "../i18n/context";
import { Downloads } from "../reports/Downloads";
import { PeriodFilter } from "../reports/Filters";
import { periodOf } from "../reports/period";
import { Shown } from "../reports/Shown";
import { StatementSums, StatementTable } from "../reports/Statement";
import { useAccount } from "../reports/useAccount";
import { useStatement } from "../reports/useReports";
import { SelectField } from "../ui/fields";
import css from "./CustomerDesk.module.css";

/** The customer's account over a period, to look at and to send. */
export function CustomerStatement({ customerId }: { customerId: string }) {
  const { t } = useLanguage();
  const [period, setPeriod] = useState(() => periodOf("THIS_QUARTER"));
  const [chosen, setChosen] = useState("");
  const currencies = useAccount(customerId).data?.currencies ?? [];
  const currency = currencies.includes(chosen) ? chosen : (currencies[0] ?? "");
  const input = { customerId, ...period, currency };
  const statement = useStatement(input);
  if (!currency) return null;
  return (
    <section className={css.statement}>
      <h2 className={css.head}>{t("customer.statement")}</h2>
      <div className={css.filters}>
        <PeriodFilter period={period} onChange={setPeriod} />
        {currencies.length > 1 && (
          <SelectField
            label={t("reports.currency")}
            value={currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onChange={setChosen}
          />
        )}
        <Downloads report={{ kind: "STATEMENT", statement: input }} />
      </div>
      <Shown query={statement} compact>
        {(data) => (
          <>
            <StatementSums statement={data} />
            <div className={css.table}>
              <StatementTable statement={data} linked={false} />
            </div>
          </>
        )}
      </Shown>
    </section>
  );
}
