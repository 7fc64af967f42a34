import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { importPath, PATHS } from "../app/paths";
import { formatBytes } from "../format/bytes";
import { useLanguage } from "../i18n/context";
import { Page, PageHead } from "../ui/Page";
import { useGo } from "../ui/PageLink";
import { useUnsavedGuard } from "../ui/useUnsavedGuard";
import { BooksCard } from "./BooksCard";
import { DryRunCard } from "./DryRunCard";
import { ErrorText } from "./ErrorText";
import css from "./imports.module.css";
import { NeedsCard } from "./NeedsCard";
import { PreviewCard } from "./PreviewCard";
import { ReadingCard } from "./ReadingCard";
import type { Uploaded } from "./upload";
import { useImportStart } from "./useImports";
import { type Begin, type Preparation, usePreparation } from "./usePreparation";
import { useSay } from "./words";

interface Props {
  uploaded: Uploaded;
  begin?: Begin;
  onOther: () => void;
}

/** The second step: what the columns are, whose documents they are, a dry run, and the import. */
export function Prepare({ uploaded, begin, onOther }: Props) {
  const say = useSay();
  const { locale } = useLanguage();
  const work = usePreparation(uploaded, begin);
  const { guard, start, dry, showWhole } = useStarts(work);
  const size = formatBytes(uploaded.size, locale);
  const format = work.preview.data?.format.toUpperCase();
  return (
    <Page
      head={
        <PageHead
          line
          title={uploaded.name}
          text={[format, size].filter(Boolean).join(" · ")}
          back={PATHS.imports}
          backLabel={say("imports.back")}
          actions={
            <Button variant="secondary" onClick={onOther}>
              {say("imports.other")}
            </Button>
          }
        />
      }
      aside={
        <>
          {dry && <DryRunCard key={dry.id} dry={dry} wish={work.wish} onWhole={showWhole} />}
          <BooksCard work={work} />
          <NeedsCard work={work} />
        </>
      }
      foot={<Foot work={work} start={start} />}
    >
      <PreviewCard work={work} fileName={uploaded.name} />
      <ReadingCard work={work} />
      {guard.dialog}
    </Page>
  );
}

/** The dry run that was started last, and what was asked for then. */
export interface DryRun {
  id: string;
  wished: string;
}

function useStarts({ wish }: Preparation) {
  const go = useGo();
  const guard = useUnsavedGuard(true);
  const [dry, setDry] = useState<DryRun>();
  // What was set is lost by nobody: the import's page leads back to it.
  const showWhole = (id: string) => guard.pass(() => go(importPath(id)));
  const start = useImportStart((job) => {
    if (job.dryRun) setDry({ id: job.id, wished: JSON.stringify(wish) });
    else showWhole(job.id);
  });
  return { guard, start, dry, showWhole };
}

function Foot({ work, start }: { work: Preparation; start: ReturnType<typeof useImportStart> }) {
  const say = useSay();
  const { ready, wish } = work;
  const disabled = !ready || start.running;
  return (
    <>
      <div className={css.footNote}>
        <ErrorText error={start.error} title={say("imports.start.failed")} />
        {!start.error && !ready && <span>{say("imports.notReady")}</span>}
      </div>
      <Button
        variant="secondary"
        disabled={disabled}
        onClick={() => start.run({ ...wish, dryRun: true })}
      >
        {say("imports.dryRun")}
      </Button>
      <Button disabled={disabled} onClick={() => start.run({ ...wish, dryRun: false })}>
        {say("imports.start")}
      </Button>
    </>
  );
}
