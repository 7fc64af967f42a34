import { useState } from "react";
import { PATHS } from "../app/paths";
import { Page, PageHead } from "../ui/Page";
import { Intake } from "./Intake";
import { Prepare } from "./Prepare";
import type { Uploaded } from "./upload";
import { useSay, WordsProvider } from "./words";

/** Brings a file, says what is in it, and starts the import. */
export default function NewImportPage() {
  return (
    <WordsProvider>
      <NewImport />
    </WordsProvider>
  );
}

function NewImport() {
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
