import { Button } from "@saleor/macaw-ui";
import { invoicePath, PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { useGo } from "../ui/PageLink";
import css from "./Draft.module.css";
import { keepWork } from "./keptWork";
import { useFormerDraft } from "./useDraft";
import type { Gone } from "./useDraftWork";
import { type Editor, useWorkName } from "./useEditor";

interface Props {
  gone: Gone;
  id: string;
  editor: Editor;
  leave: (action: () => void) => void;
}

/** The draft is none any more: what became of it, and a way to keep what was typed. */
export function GoneNote({ gone, id, editor, leave }: Props) {
  const { t } = useLanguage();
  const go = useGo();
  const former = useFormerDraft(id, gone === "ISSUED").data;
  const fresh = useWorkName("new");
  const number = former?.number ?? "";
  const copy = () => {
    // The order that it was for is covered now.
    const form = { ...editor.form, orderId: gone === "ISSUED" ? "" : editor.form.orderId };
    keepWork(fresh, { form, base: undefined, version: 0, idempotencyKey: crypto.randomUUID() });
    editor.forget();
    leave(() => go(PATHS.draftNew));
  };
  return (
    <div role="alert" className={css.note} data-tone="warning">
      <span className={css.noteWords}>
        <strong>{t(gone === "ISSUED" ? "draft.gone.issued" : "draft.gone.discarded")}</strong>{" "}
        {gone === "ISSUED"
          ? t("draft.gone.issued.text", { number })
          : t("draft.gone.discarded.text")}
      </span>
      {gone === "ISSUED" && former && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => leave(() => go(invoicePath(id)))}
        >
          {t("draft.gone.open", { number })}
        </Button>
      )}
      <Button type="button" variant="secondary" size="small" onClick={copy}>
        {t("draft.gone.copy")}
      </Button>
    </div>
  );
}
