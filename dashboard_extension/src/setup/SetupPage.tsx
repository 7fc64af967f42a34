import { Skeleton } from "@saleor/macaw-ui";
import { useState } from "react";
import { useViewer } from "../app/useViewer";
import { useLanguage } from "../i18n/context";
import { DirtyProvider } from "../settings/form/dirty";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Page, PageHead } from "../ui/Page";
import { PageLink } from "../ui/PageLink";
import { ProgressBar } from "../ui/ProgressBar";
import { StepItem } from "./StepItem";
import css from "./setup.module.css";
import { nextStep, type Step, type StepName, useSetup } from "./useSetup";

/** From the installation to the first invoice, step by step, on one page. */
export default function SetupPage() {
  const { t } = useLanguage();
  const setup = useSetup();
  return (
    <DirtyProvider>
      <Page head={<PageHead title={t("setup.title")} text={t("setup.text")} line />}>
        <div className={css.page}>
          {setup.isPending && <Skeleton className={css.skeleton} />}
          {setup.isError && setup.data === undefined && (
            <ErrorNotice error={setup.error} retry={() => void setup.refetch()} />
          )}
          {setup.data && <Steps {...setup.data} />}
        </div>
      </Page>
    </DirtyProvider>
  );
}

function Steps({ steps, complete }: { steps: readonly Step[]; complete: boolean }) {
  const { t } = useLanguage();
  const { maySet } = useViewer();
  const [open, setOpen] = useState<StepName | undefined>(() => nextStep(steps));
  const done = steps.filter(({ state }) => state !== "OPEN").length;
  return (
    <>
      <div className={css.progress}>
        <span role="status">
          {complete
            ? t("setup.complete")
            : t("setup.progress", { done: String(done), all: String(steps.length) })}
        </span>
        <ProgressBar
          label={t("setup.title")}
          share={steps.length === 0 ? 1 : done / steps.length}
          tone={complete ? "success" : "info"}
        />
      </div>
      {complete && (
        <p className={css.finished}>
          {t("setup.complete.text")} <PageLink to="/invoices">{t("setup.invoices")}</PageLink>
          {" · "}
          <PageLink to="/settings">{t("nav.settings")}</PageLink>
        </p>
      )}
      <ol className={css.steps}>
        {steps.map((step, at) => (
          <StepItem
            key={step.key}
            step={step}
            position={at + 1}
            open={open === step.key}
            readOnly={!maySet}
            onToggle={() => setOpen(open === step.key ? undefined : step.key)}
            onDone={() => setOpen(nextStep(doneWith(steps, step.key), step.key))}
          />
        ))}
      </ol>
    </>
  );
}

/** The steps as they will be: what has just been done need not have been asked for again yet. */
const doneWith = (steps: readonly Step[], done: StepName): Step[] =>
  steps.map((step) => (step.key === done ? { ...step, state: "DONE" } : step));
