import { Button, Text } from "@saleor/macaw-ui";
import { useDashboard } from "../bridge/context";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { orderPath } from "../ui/DashboardLink";
import { errorText } from "../ui/errors";
import css from "./ProblemsBanner.module.css";
import { orderOf, type Problem, useProblemRetry } from "./useProblems";

interface Props {
  problem: Problem;
  /** Not on the order's own page. */
  withOrderLink?: boolean;
}

/** One problem: what happened, what to do, and a way to try again. */
export function ProblemItem({ problem, withOrderLink = false }: Props) {
  const { t, locale } = useLanguage();
  const { open, notify } = useDashboard();
  const retry = useProblemRetry();
  const order = withOrderLink ? orderOf(problem) : undefined;
  const tryAgain = () =>
    retry.mutate(problem.id, {
      onError: (error) => notify("error", `${t("problems.retry.failed")} ${errorText(error, t)}`),
    });
  return (
    <li className={css.problem}>
      <div className={css.words}>
        <Text size={3} fontWeight="medium">
          {problem.message}
        </Text>
        {problem.remedy && <Text size={3}>{problem.remedy}</Text>}
        <Text size={1} color="default2">
          {problem.code},{" "}
          {t.count("problems.seen", problem.occurrences, {
            at: formatMoment(problem.lastSeenAt, locale),
          })}
        </Text>
      </div>
      <div className={css.actions}>
        {order && (
          <Button variant="tertiary" size="small" onClick={() => open(orderPath(order))}>
            {t("problems.order")}
          </Button>
        )}
        <Button variant="secondary" size="small" disabled={retry.isPending} onClick={tryAgain}>
          {retry.isPending ? t("problems.retried") : t("problems.retry")}
        </Button>
      </div>
    </li>
  );
}
