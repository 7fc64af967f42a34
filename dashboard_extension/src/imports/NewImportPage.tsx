import { useState } from "react";
import { useSearchParams } from "react-router";
import { PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Page, PageHead } from "../ui/Page";
import { useGo } from "../ui/PageLink";
import { Intake } from "./Intake";
import { mappingOf, readingOf } from "./mapping";
import { Prepare } from "./Prepare";
import type { Uploaded } from "./upload";
import { useImportJob } from "./useImports";
import { useSay, WordsProvider } from "./words";

/** Brings a file, says what is in it, and starts the import. */
export default function NewImportPage() {
  return (
    <WordsProvider>
      <NewImport />
    </WordsProvider>
  );
}

/** `?from=` names an import whose file is to be imported once more, in another way. */
function NewImport() {
  const [params] = useSearchParams();
  const from = params.get("from");
  return from ? <Again key={from} id={from} /> : <Anew />;
}

function Again({ id }: { id: string }) {
  const { t } = useLanguage();
  const go = useGo();
  const { data: job, error, refetch } = useImportJob(id);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (job === undefined) {
    return (
      <span role="status" className="visually-hidden">
        {t("ui.loading")}
      </span>
    );
  }
  const { uploadId, fileName, fileSize, options } = job;
  const { sourceSystem, legalEntity, policy, publish } = job;
  return (
    <Prepare
      uploaded={{ id: uploadId, name: fileName, size: fileSize }}
      begin={{
        reading: readingOf(options),
        mapping: mappingOf(options.columns),
        books: { sourceSystem, legalEntity, policy, publish },
      }}
      onOther={() => go(PATHS.importNew)}
    />
  );
}

function Anew() {
  const say = useSay();
  const [uploaded, setUploaded] = useState<Uploaded>();
  if (uploaded) {
    return <Prepare key={uploaded.id} uploaded={uploaded} onOther={() => setUploaded(undefined)} />;
  }
  return (
    <Page
      head={
        <PageHead
          line
          title={say("imports.new")}
          text={say("imports.new.text")}
          back={PATHS.imports}
          backLabel={say("imports.back")}
        />
      }
    >
      <Intake onUploaded={setUploaded} />
    </Page>
  );
}
