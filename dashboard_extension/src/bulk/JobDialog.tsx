import { useLanguage } from "../i18n/context";
import { Dialog } from "../ui/Dialog";
import { JobStatus } from "./JobStatus";
import { useJob } from "./useJobs";

/** A job that was just started; it goes on when the dialog is closed. */
export default function JobDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLanguage();
  const { data } = useJob(id);
  return (
    <Dialog
      wide
      title={data ? t(`bulk.title.${data.kind}`) : t("jobs.title")}
      cancelLabel={t("ui.close")}
      onClose={onClose}
    >
      <JobStatus id={id} />
    </Dialog>
  );
}
