import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { invoicePath } from "../../app/paths";
import { isZero } from "../../format/money";
import { CreditNoteCreateDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/fields";
import { useGo } from "../../ui/PageLink";
import { useShown } from "../context";
import { type Creditable, type CreditForm, creditInput, EMPTY_CREDIT } from "../credit";
import { Findings } from "../parts/Findings";
import { useDialogKey, useVerb } from "../useVerb";
import { moneyText } from "../words";
import { CreditChoice } from "./CreditChoice";
import { CreditTotal } from "./CreditTotal";
import css from "./Dialogs.module.css";
import { Impossible } from "./Impossible";
import { useCreditPreview } from "./useCreditPreview";

const LONGEST_REASON = 300;

/** Crediting: everything, by lines, or an amount; what it comes to is told before, to the cent. */
export function CreditDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { creditable } = useShown().document;
  const [begun, setBegun] = useState(false);
  // Once a person has begun, nothing that others do meanwhile takes the form away.
  const possible = creditable !== null && (begun || !isEmpty(creditable));
  if (possible) return <CreditForms left={creditable} close={close} begin={() => setBegun(true)} />;
  return <Impossible title={t("doc.credit")} text={t("doc.credit.impossible")} close={close} />;
}

interface Props {
  left: Creditable;
  close: () => void;
  begin: () => void;
}

function CreditForms({ left, close, begin }: Props) {
  const { t, locale } = useLanguage();
  const go = useGo();
  const { document } = useShown();
  const idempotencyKey = useDialogKey();
  const [form, setForm] = useState<CreditForm>(EMPTY_CREDIT);
  const change = (part: Partial<CreditForm>) => {
    begin();
    setForm((before) => ({ ...before, ...part }));
  };
  const preview = useCreditPreview(form, left);
  const credit = useVerb({
    run: (api, draft: boolean) =>
      api(CreditNoteCreateDocument, {
        invoiceId: document.id,
        input: creditInput(form),
        idempotencyKey,
        draft,
      }),
    success: ({ creditNoteCreate }, draft) =>
      draft
        ? t("doc.credit.drafted")
        : t("doc.credit.done", { number: creditNoteCreate?.creditNote.number ?? "" }),
    onDone: ({ creditNoteCreate }) => {
      close();
      if (creditNoteCreate) go(invoicePath(creditNoteCreate.creditNote.id));
    },
  });
  const ready = preview.fresh?.canBeIssued === true && !credit.running;
  const total = preview.fresh ? moneyText(preview.fresh.total, locale) : "";
  return (
    <Dialog
      wide
      title={t("doc.credit.of", { number: document.number })}
      busy={credit.running}
      onClose={close}
      onSubmit={() => ready && credit.run(false)}
      actions={
        <>
          <Button
            type="button"
            variant="secondary"
            disabled={preview.fresh === undefined || credit.running}
            onClick={() => credit.run(true)}
          >
            {t("doc.credit.draft")}
          </Button>
          <Button type="submit" disabled={!ready}>
            {credit.running
              ? t("ui.working")
              : total
                ? t("doc.credit.now", { amount: total })
                : t("doc.credit.now.empty")}
          </Button>
        </>
      }
    >
      <CreditChoice form={form} left={left} change={change} fault={preview.fault} />
      <TextField
        label={t("doc.credit.reason")}
        help={t("doc.credit.reason.help")}
        maxLength={LONGEST_REASON}
        value={form.reason}
        onChange={(reason) => change({ reason })}
      />
      <CreditTotal preview={preview} />
      <Findings findings={preview.fresh?.findings ?? []} />
      <p className={css.small}>{t("doc.credit.money")}</p>
      <ErrorLine error={credit.error} />
    </Dialog>
  );
}

function isEmpty({ total, lines }: Creditable): boolean {
  return isZero(total) && lines.length === 0;
}
