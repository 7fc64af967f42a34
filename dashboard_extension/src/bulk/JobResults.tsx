import { Button } from "@saleor/macaw-ui";
import { invoicePath } from "../app/paths";
import type { SalesBulkOutcome } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { ErrorLine } from "../ui/ErrorLine";
import { PageLink } from "../ui/PageLink";
import css from "./JobResults.module.css";
import type { Job } from "./jobs";
import { useJobItems } from "./useJobs";

/** What did not go well, document by document, with the reason. */
export function JobResults({ job }: { job: Job }) {
  return (
    <>
      <Results job={job} outcome="FAILED" count={job.failed} />
      <Results job={job} outcome="SKIPPED" count={job.skipped} />
    </>
  );
}

interface Props {
  job: Job;
  outcome: Exclude<SalesBulkOutcome, "DONE">;
  count: number;
}

function Results({ job, outcome, count }: Props) {
  const { t } = useLanguage();
  const query = useJobItems(job.id, outcome, count > 0);
  if (count === 0) return null;
  const items = query.data?.pages.flat() ?? [];
  return (
    <section className={css.results} aria-label={t(`jobs.results.${outcome}`)}>
      <h3 className={css.title}>{t(`jobs.results.${outcome}`)}</h3>
      <ul className={css.list}>
        {items.map(({ id, documentId, documentNumber, message, code }) => (
          <li key={id} className={css.item}>
            <PageLink to={invoicePath(documentId)} className={css.number}>
              {documentNumber || t("state.DRAFT")}
            </PageLink>
            <span className={css.why}>{message || code}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className={css.more}>
          <Button
            variant="tertiary"
            size="small"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
      <ErrorLine error={query.error} />
    </section>
  );
}
