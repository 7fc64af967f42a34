import { useApi } from "../api/context";
import { SaleorCustomersDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Combobox } from "../ui/Combobox";
import { EmptyState } from "../ui/EmptyState";
import { SelectField } from "../ui/fields";
import { Downloads } from "./Downloads";
import { Filters, PeriodFilter } from "./Filters";
import css from "./Reports.module.css";
import { Shown } from "./Shown";
import { StatementSums, StatementTable } from "./Statement";
import { useAccount } from "./useAccount";
import { useReportState, useStatement } from "./useReports";

/** One customer's account over a period. */
export default function StatementReport() {
  const { t } = useLanguage();
  const [state, change] = useReportState();
  const account = useAccount(state.customerId).data;
  const currencies = account?.currencies ?? [];
  const currency = currencies.includes(state.currency) ? state.currency : (currencies[0] ?? "");
  const input = { customerId: state.customerId, ...state.period, currency };
  return (
    <>
      <div className={css.bar}>
        <Filters>
          <CustomerField
            value={account?.name || account?.email || ""}
            onSelect={(customerId) => change({ customerId, currency: "" })}
          />
          <PeriodFilter period={state.period} onChange={(period) => change({ period })} />
          {currencies.length > 1 && (
            <SelectField
              label={t("reports.currency")}
              value={currency}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={(chosen) => change({ currency: chosen })}
            />
          )}
        </Filters>
        <Downloads report={{ kind: "STATEMENT", statement: input }} disabled={!currency} />
      </div>
      {!state.customerId && (
        <EmptyState title={t("statement.choose.first")} text={t("statement.choose.first.hint")} />
      )}
      {account && currencies.length === 0 && <EmptyState title={t("customer.empty")} />}
      {currency && <Entries input={input} />}
    </>
  );
}

function Entries({ input }: { input: Parameters<typeof useStatement>[0] }) {
  const statement = useStatement(input);
  return (
    <Shown query={statement}>
      {(data) => (
        <>
          <Card>
            <StatementSums statement={data} />
          </Card>
          <Card flush>
            <StatementTable statement={data} linked />
          </Card>
        </>
      )}
    </Shown>
  );
}

function CustomerField({ value, onSelect }: { value: string; onSelect: (id: string) => void }) {
  const { t } = useLanguage();
  const api = useApi();
  return (
    <Combobox
      name="customers"
      label={t("statement.choose")}
      placeholder={t("statement.choose.hint")}
      value={value}
      search={async (search, signal) =>
        (await api(SaleorCustomersDocument, { search }, signal)).saleorCustomers ?? []
      }
      itemKey={({ id }) => id}
      itemText={({ name, companyName, email }) => companyName || name || email}
      itemHint={({ email }) => email}
      onSelect={({ id }) => onSelect(id)}
    />
  );
}
