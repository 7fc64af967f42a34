import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";
import { useParams } from "react-router";
import { PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { Page, PageHead } from "../ui/Page";
import { PageLink } from "../ui/PageLink";
import css from "./Reports.module.css";

const REPORTS = [
  "overview",
  "ageing",
  "revenue",
  "numbers",
  "ledger",
  "failed",
  "statement",
] as const;
export type ReportName = (typeof REPORTS)[number];

const PAGES: Readonly<Record<ReportName, LazyExoticComponent<ComponentType>>> = {
  overview: lazy(() => import("./OverviewReport")),
  ageing: lazy(() => import("./AgeingReport")),
  revenue: lazy(() => import("./RevenueReport")),
  numbers: lazy(() => import("./NumbersReport")),
  ledger: lazy(() => import("./LedgerReport")),
  failed: lazy(() => import("./FailedWorkReport")),
  statement: lazy(() => import("./StatementReport")),
};

/** All reports, each at an address of its own. */
export default function ReportsPage() {
  const { t } = useLanguage();
  const { report = "overview" } = useParams();
  const name = REPORTS.find((each) => each === report);
  const Report = name && PAGES[name];
  return (
    <Page head={<Head current={name} />}>
      {Report ? (
        <Suspense fallback={null}>
          <Report />
        </Suspense>
      ) : (
        <Notice title={t("notfound.title")} />
      )}
    </Page>
  );
}

function Head({ current }: { current: ReportName | undefined }) {
  const { t } = useLanguage();
  const text = current && current !== "overview" ? t(`reports.${current}.text`) : undefined;
  return (
    <>
      <PageHead
        title={current && current !== "overview" ? t(`reports.${current}`) : t("reports.title")}
        text={text}
      />
      <nav className={css.nav} aria-label={t("reports.nav")}>
        {REPORTS.map((name) => (
          <PageLink
            key={name}
            to={name === "overview" ? PATHS.reports : `${PATHS.reports}/${name}`}
            aria-current={name === current ? "page" : undefined}
          >
            {t(`reports.${name}`)}
          </PageLink>
        ))}
      </nav>
    </>
  );
}
