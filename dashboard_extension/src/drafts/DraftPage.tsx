import { useParams } from "react-router";
import { invoicePath, PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { Waiting } from "../reports/Waiting";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import { PageLink } from "../ui/PageLink";
import { DraftEditor } from "./DraftEditor";
import { formOf } from "./form";
import { useFormerDraft, useKept, useSurroundings } from "./useDraft";

/** A draft that is kept. */
export default function DraftPage() {
  const id = decodeURIComponent(useParams().id ?? "");
  const kept = useKept(id);
  const surroundings = useSurroundings();
  const failed = [kept, surroundings].find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ErrorNotice error={failed.error} retry={() => void failed.refetch()} />;
  if (kept.data === null) return <Former id={id} />;
  if (kept.data === undefined || surroundings.data === undefined) return <Waiting rows={8} />;
  return (
    <DraftEditor
      key={id}
      name={id}
      kept={kept.data}
      initial={formOf(kept.data.form)}
      surroundings={surroundings.data}
    />
  );
}

/** What is no draft any more, or never was one. */
function Former({ id }: { id: string }) {
  const { t } = useLanguage();
  const former = useFormerDraft(id, true);
  if (former.isPending) return <Waiting rows={3} />;
  const document = former.data;
  if (document == null) {
    return (
      <Notice
        title={t("draft.gone.discarded")}
        action={<PageLink to={PATHS.invoices}>{t("notfound.back")}</PageLink>}
      />
    );
  }
  const number = document.number || t("state.DRAFT");
  return (
    <Notice
      title={document.state === "ISSUED" ? t("draft.gone.issued") : t(`kind.${document.kind}`)}
      action={<PageLink to={invoicePath(document.id)}>{t("draft.gone.open", { number })}</PageLink>}
    />
  );
}
