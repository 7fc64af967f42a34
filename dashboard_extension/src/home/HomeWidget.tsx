import { Button } from "@saleor/macaw-ui";
import { CircleCheck } from "lucide-react";
import { PATHS } from "../app/paths";
import { useViewer } from "../app/useViewer";
import type { OpenAmountFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Shown } from "../reports/Shown";
import { useOverview } from "../reports/useReports";
import { Amount } from "../ui/Amount";
import { Notice } from "../ui/Notice";
import { WidgetPanel } from "../ui/Panel";
import { useGoInDashboard } from "../ui/useGoInDashboard";
import css from "./HomeWidget.module.css";

/** A part of the dashboard's home page: what is due, overdue, failed, and what waits to be issued. */
export default function HomeWidget() {
  const { t } = useLanguage();
  const { mayWork } = useViewer();
  const go = useGoInDashboard();
  if (!mayWork) {
    return (
      <WidgetPanel title={t("home.title")} titleHidden>
        <Notice compact title={t("error.PERMISSION_DENIED")} />
      </WidgetPanel>
    );
  }
  return (
    <WidgetPanel
      title={t("home.title")}
      titleHidden
      action={
        <Button variant="secondary" size="small" onClick={() => go(PATHS.invoices)}>
          {t("home.all")}
        </Button>
      }
    >
      <Figures go={go} />
    </WidgetPanel>
  );
}

function Figures({ go }: { go: (route: string) => void }) {
  const { t } = useLanguage();
  const overview = useOverview();
  return (
    <Shown query={overview} compact>
      {({ open, overdue, dueSoon, failed, toIssue }) => (
        <>
          <ul className={css.list}>
            <Money
              name={t("reports.open")}
              amounts={open}
              go={() => go(`${PATHS.invoices}?tab=unpaid`)}
            />
            <Money
              name={t("reports.overdue")}
              amounts={overdue}
              go={() => go(`${PATHS.invoices}?tab=overdue`)}
              alarming
            />
            <Money
              name={t("reports.dueSoon")}
              amounts={dueSoon}
              go={() => go(`${PATHS.reports}/ageing`)}
            />
            <Count
              name={t("reports.toIssue")}
              count={toIssue}
              go={() => go(`${PATHS.invoices}?tab=toIssue`)}
            />
            <Count
              name={t("reports.failed.count")}
              count={failed}
              go={() => go(`${PATHS.reports}/failed`)}
              alarming
            />
          </ul>
          {overdue.length === 0 && failed === 0 && (
            <p className={css.good}>
              <CircleCheck size={16} aria-hidden />
              {t("home.good")}
            </p>
          )}
        </>
      )}
    </Shown>
  );
}

interface RowProps {
  name: string;
  go: () => void;
  alarming?: boolean;
}

function Money({ amounts, ...row }: RowProps & { amounts: readonly OpenAmountFragment[] }) {
  const { t } = useLanguage();
  return (
    <Row {...row} alarming={row.alarming && amounts.length > 0}>
      {amounts.length === 0
        ? t("reports.nothingOpen")
        : amounts.map(({ amount }) => <Amount key={amount.currency} money={amount} />)}
    </Row>
  );
}

function Count({ count, ...row }: RowProps & { count: number }) {
  const { locale } = useLanguage();
  return (
    <Row {...row} alarming={row.alarming && count > 0}>
      {new Intl.NumberFormat(locale).format(count)}
    </Row>
  );
}

function Row({ name, go, alarming, children }: RowProps & { children: React.ReactNode }) {
  return (
    <li>
      <button type="button" className={css.row} data-alarming={alarming || undefined} onClick={go}>
        <span>{name}</span>
        <span className={css.figures}>{children}</span>
      </button>
    </li>
  );
}
