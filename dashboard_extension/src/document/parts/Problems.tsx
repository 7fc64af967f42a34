import { Button, Text } from "@saleor/macaw-ui";
import { invoicePath } from "../../app/paths";
import { formatMoment } from "../../format/dates";
import { ProblemRetryDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { PageLink } from "../../ui/PageLink";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import { useVerb } from "../useVerb";
import { NoticeBox } from "./NoticeBox";

type Problem = NonNullable<SalesDocument["problems"]>[number];

/** Has a banner of its own. */
const ORDER_CHANGED = "ORDER_CHANGED";
const TO_REVIEW = "CREDIT_NOTE_TO_REVIEW";

/** What went wrong with the document or its order, with what to do about it. */
export function Problems() {
  const { document } = useShown();
  const shown = (document.problems ?? []).filter(
    ({ code }) => code !== ORDER_CHANGED || document.orderDifference === null,
  );
  return shown.map((problem) => <OneProblem key={problem.id} problem={problem} />);
}

function OneProblem({ problem }: { problem: Problem }) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const draft = document.creditNotes.find(({ state }) => state === "DRAFT");
  return (
    <NoticeBox
      tone={problem.code === TO_REVIEW ? "warning" : "error"}
      label={problem.message}
      actions={
        problem.code === TO_REVIEW && draft ? (
          <PageLink to={invoicePath(draft.id)}>{t("doc.problem.review")}</PageLink>
        ) : (
          <Retry problem={problem} />
        )
      }
    >
      <strong>{problem.message}</strong>
      {problem.remedy && <span>{problem.remedy}</span>}
      <Text size={1}>
        {problem.code},{" "}
        {t.count("problems.seen", problem.occurrences, {
          at: formatMoment(problem.lastSeenAt, locale),
        })}
      </Text>
    </NoticeBox>
  );
}

function Retry({ problem }: { problem: Problem }) {
  const { t } = useLanguage();
  const retry = useVerb({
    run: (api) => api(ProblemRetryDocument, { problemId: problem.id }),
    success: () => t("doc.problem.retried"),
    failure: t("problems.retry.failed"),
    watched: true,
  });
  return (
    <Button variant="secondary" size="small" disabled={retry.running} onClick={() => retry.run()}>
      {retry.running ? t("problems.retried") : t("problems.retry")}
    </Button>
  );
}
