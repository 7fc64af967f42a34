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
import { type Preparation, usePreparation } from "./usePreparation";
import { useSay } from "./words";

interface Props {
  uploaded: Uploaded;
  onOther: () => void;
}

/** The second step: what the columns are, whose documents they are, a dry run, and the import. */
export function Prepare({ uploaded, onOther }: Props) {
  const say = useSay();
  const { locale } = useLanguage();
  const work = usePreparation(uploaded);
  const { guard, start, dry } = useStarts(work);
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
          <BooksCard work={work} />
          <NeedsCard work={work} />
          <DryRunCard dry={dry} wish={work.wish} />
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
  const start = useImportStart((job) => {
    if (job.dryRun) setDry({ id: job.id, wished: JSON.stringify(wish) });
    else guard.pass(() => go(importPath(job.id)));
  });
  return { guard, start, dry };
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
