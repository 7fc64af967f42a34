import { Download, Eye, Send, Stamp, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { invoicePath } from "../app/paths";
import { GridDraftIssueDocument, type InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Menu } from "../ui/Menu";
import { useGo } from "../ui/PageLink";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { opensPdf } from "./opensPdf";
import { INVOICES_KEY } from "./useInvoices";
import { usePdfDownload } from "./usePdfDownload";

const SendDialog = lazy(() => import("./SendDialog"));
const DeleteDialog = lazy(() => import("./DeleteDialog"));

/** What can be done with one document. */
export function RowMenu({ row, name }: { row: InvoiceRowFragment; name: string }) {
  const { t } = useLanguage();
  const go = useGo();
  const [asked, setAsked] = useState<"send" | "delete">();
  const download = usePdfDownload(row.id);
  const issue = useDraftIssue(row.id);
  const draft = row.state === "DRAFT";
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu
        label={t("row.menu", { number: name })}
        items={[
          {
            label: t("row.view"),
            icon: <Eye size={15} />,
            onSelect: () => go(invoicePath(row.id)),
          },
          draft && { label: t("row.issue"), icon: <Stamp size={15} />, onSelect: issue.run },
          !draft && {
            label: t("row.download"),
            icon: <Download size={15} />,
            onSelect: download.run,
            disabled: !opensPdf(row),
            hint: opensPdf(row) ? undefined : t("pdf.preparing"),
          },
          !draft && {
            label: t("row.send"),
            icon: <Send size={15} />,
            onSelect: () => setAsked("send"),
          },
          {
            label: t("row.delete"),
            icon: <Trash2 size={15} />,
            // What was imported may go: its own page asks for the reason.
            onSelect: () =>
              row.source === "IMPORTED" ? go(invoicePath(row.id, "remove")) : setAsked("delete"),
            danger: true,
            separated: true,
          },
        ]}
      />
      <Suspense fallback={null}>
        {asked === "send" && <SendDialog row={row} onClose={close} />}
        {asked === "delete" && <DeleteDialog row={row} name={name} onClose={close} />}
      </Suspense>
    </>
  );
}

function useDraftIssue(id: string) {
  const { t } = useLanguage();
  return useMutationWithFeedback<string>({
    run: async (api) =>
      (await api(GridDraftIssueDocument, { id })).draftIssue?.document.number ?? "",
    success: (number) => t("order.issued", { number }),
    failure: t("order.issue.failed"),
    invalidates: [[INVOICES_KEY]],
  });
}
