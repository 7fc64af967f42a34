import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { invoicePath, PATHS } from "../../app/paths";
import {
  DraftCheckDocument,
  DraftDiscardDocument,
  DraftIssueDocument,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { useGo } from "../../ui/PageLink";
import { useShown } from "../context";
import { DOCUMENT_KEY } from "../keys";
import { Findings } from "../parts/Findings";
import { useVerb } from "../useVerb";
import { documentTitle } from "../words";
import css from "./Dialogs.module.css";
import { Impossible } from "./Impossible";

interface Props {
  close: () => void;
}

/** Issuing a prepared credit note, after a look at what the rules say of it. */
export function IssueDialog({ close }: Props) {
  const { t } = useLanguage();
  const { document } = useShown();
  const check = useCheck();
  const issue = useVerb({
    run: (api) => api(DraftIssueDocument, { id: document.id }),
    success: ({ draftIssue }) => t("doc.issue.done", { number: draftIssue?.document.number ?? "" }),
    onDone: close,
    watched: true,
  });
  // Somebody else was quicker.
  if (document.state === "ISSUED" && !issue.running) {
    const text = t("doc.issue.already", { number: document.number });
    return <Impossible title={t("doc.issue")} text={text} close={close} />;
  }
  const ready = check.data?.canBeIssued === true && !issue.running;
  return (
    <Dialog
      title={t("doc.issue.of")}
      text={t("doc.issue.text")}
      busy={issue.running}
      onClose={close}
      onSubmit={() => ready && issue.run()}
      actions={
        <Button type="submit" disabled={!ready}>
          {t(issue.running ? "ui.working" : "doc.issue")}
        </Button>
      }
    >
      <div className={css.total}>
        <div className={`${css.row} ${css.strong}`}>
          <span>{documentTitle(document, t)}</span>
          <Amount money={document.total} />
        </div>
      </div>
      <Findings findings={check.data?.findings ?? []} />
      <ErrorLine error={check.error ?? issue.error} />
    </Dialog>
  );
}

/** Throwing a draft away. */
export function DiscardDialog({ close }: Props) {
  const { t } = useLanguage();
  const go = useGo();
  const { document } = useShown();
  const { precedingInvoice } = document;
  const discard = useVerb({
    run: (api) => api(DraftDiscardDocument, { id: document.id }),
    success: () => t("doc.discard.done"),
    onDone: () => {
      close();
      go(precedingInvoice ? invoicePath(precedingInvoice.id) : PATHS.invoices);
    },
  });
  return (
    <ConfirmDialog
      danger
      title={t("doc.discard.of")}
      text={t("doc.discard.text")}
      confirmLabel={t("doc.discard")}
      running={discard.running}
      error={discard.error}
      onConfirm={() => discard.run()}
      onClose={close}
    />
  );
}

function useCheck() {
  const api = useApi();
  const { id, state } = useShown().document;
  return useQuery({
    queryKey: [DOCUMENT_KEY, id, "check"],
    queryFn: async ({ signal }) => (await api(DraftCheckDocument, { id }, signal)).draftCheck,
    enabled: state === "DRAFT",
    staleTime: 0,
  });
}
