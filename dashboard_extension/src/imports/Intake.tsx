import { Button } from "@saleor/macaw-ui";
import { formatBytes } from "../format/bytes";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { ProgressBar } from "../ui/ProgressBar";
import { DropZone } from "./DropZone";
import { ErrorText } from "./ErrorText";
import css from "./intake.module.css";
import type { Uploaded } from "./upload";
import { type Uploading, useUpload } from "./useUpload";
import { useSay } from "./words";

const KINDS = ["table", "lines", "einvoice", "zip"] as const;

/** The first step: a file, and its way to the app. */
export function Intake({ onUploaded }: { onUploaded: (uploaded: Uploaded) => void }) {
  const say = useSay();
  const { uploading, send, cancel } = useUpload(onUploaded);
  const failed = uploading?.error !== undefined;
  return (
    <>
      <Card>
        {uploading && !failed ? (
          <Sending uploading={uploading} cancel={cancel} />
        ) : (
          <DropZone onFile={(file) => void send(file)} />
        )}
        {failed && (
          <ErrorText
            error={uploading.error}
            title={say("imports.upload.failed", { file: uploading.file.name })}
          />
        )}
      </Card>
      <Card title={say("imports.what")}>
        <dl className={css.kinds}>
          {KINDS.map((kind) => (
            <div key={kind}>
              <dt>{say(`imports.what.${kind}`)}</dt>
              <dd>{say(`imports.what.${kind}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  );
}

function Sending({ uploading, cancel }: { uploading: Uploading; cancel: () => void }) {
  const say = useSay();
  const { t, locale } = useLanguage();
  const { file, share } = uploading;
  const values = {
    sent: formatBytes(Math.round(file.size * share), locale),
    size: formatBytes(file.size, locale),
  };
  return (
    <div className={css.sending}>
      <div className={css.name}>{file.name}</div>
      <ProgressBar
        label={say("imports.uploading", { file: file.name })}
        share={share < 1 ? share : undefined}
      />
      <div className={css.line}>
        <span className={css.small} role="status">
          {share < 1 ? say("imports.uploaded", values) : say("imports.upload.keeping")}
        </span>
        <Button variant="secondary" size="small" onClick={cancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
