import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { InvoiceLinkCopyDocument, InvoiceLinkRevokeDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { CopyButton } from "../../ui/CopyButton";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/fields";
import { useShown } from "../context";
import { DOCUMENT_KEY } from "../keys";
import { LinkState } from "../parts/CustomerLink";
import { useVerb } from "../useVerb";
import css from "./Dialogs.module.css";

interface Props {
  close: () => void;
}

/** The customer's link to copy; it is made where there is none. */
export function LinkDialog({ close }: Props) {
  const { t, locale } = useLanguage();
  const link = useLink();
  return (
    <Dialog
      title={t("doc.link")}
      text={t("doc.link.text")}
      cancelLabel={t("ui.close")}
      onClose={close}
    >
      {link.data && (
        <>
          <div className={css.link}>
            <TextField
              label={t("doc.link.address")}
              value={link.data.url}
              onChange={() => undefined}
            />
            <CopyButton text={link.data.url} />
          </div>
          <p className={css.words}>
            <LinkState link={link.data} locale={locale} />
          </p>
        </>
      )}
      {link.isPending && <span role="status">{t("ui.loading")}</span>}
      <ErrorLine error={link.error} />
    </Dialog>
  );
}

function useLink() {
  const api = useApi();
  const queries = useQueryClient();
  const { document } = useShown();
  return useQuery({
    // Not below the document's own key: reading that anew must not ask for the link again.
    queryKey: ["customer link", document.id],
    queryFn: async () => {
      const { invoiceLinkCopy } = await api(InvoiceLinkCopyDocument, { id: document.id });
      void queries.invalidateQueries({ queryKey: [DOCUMENT_KEY, document.id] });
      return invoiceLinkCopy?.link ?? null;
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Closing the customer's link for good. */
export function RevokeDialog({ close }: Props) {
  const { t } = useLanguage();
  const { document } = useShown();
  const revoke = useVerb({
    run: (api) => api(InvoiceLinkRevokeDocument, { id: document.id }),
    success: () => t("doc.link.revoked"),
    onDone: close,
  });
  return (
    <ConfirmDialog
      danger
      title={t("doc.link.revoke")}
      text={t("doc.link.revoke.text")}
      confirmLabel={t("doc.link.revoke")}
      running={revoke.running}
      error={revoke.error}
      onConfirm={() => revoke.run()}
      onClose={close}
    />
  );
}
