import { Button, Text } from "@saleor/macaw-ui";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useLanguage } from "../../i18n/context";
import { ErrorLine } from "../../ui/ErrorLine";
import { useDirty } from "../form/dirty";
import css from "../pages/pages.module.css";
import {
  changedFields,
  formOf,
  keyFrom,
  type Seller,
  type SellerField,
  type SellerForm,
} from "./form";
import { lawGaps } from "./law";
import { SellerConflictNotice } from "./SellerConflictNotice";
import { SellerFields } from "./SellerFields";
import { SellerConflict, useSellerSave } from "./useSellerSave";
import { useSellers } from "./useSellers";

interface Props {
  /** The one that is edited; without it, a new one is made. */
  seller?: Seller;
  /** What a new one begins with. */
  initial: SellerForm;
  readOnly?: boolean;
  focus?: SellerField;
  saveLabel?: string;
  /** Beside the save button. */
  actions?: ReactNode;
  onSaved: (seller: Seller) => void;
}

/** The form of a seller, with what its country's law wants. */
export function SellerEditor({ seller, initial, onSaved, ...props }: Props) {
  const { t } = useLanguage();
  const [before, setBefore] = useState(initial);
  const [form, setForm] = useState(initial);
  const others = useSellers().data?.map(({ key }) => key) ?? [];
  const key = seller?.key ?? keyFrom(form.tradingName || form.name, others);
  const save = useSellerSave({
    id: seller?.id,
    key,
    onSaved: (saved) => {
      setBefore(formOf(saved));
      setForm(formOf(saved));
      onSaved(saved);
    },
  });
  const dirty = changedFields(before, form).length > 0;
  useDirty(dirty);
  useFocus(props.focus);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run({ form, before });
  };
  const conflict = save.error instanceof SellerConflict ? save.error : undefined;
  const told = conflict || Object.keys(save.faults.at).length + save.faults.other.length > 0;
  return (
    <form noValidate className={css.stack} onSubmit={submit}>
      <Gaps form={form} />
      <SellerFields
        form={form}
        faults={save.faults.at}
        disabled={props.readOnly ?? false}
        onChange={(changed) => setForm((now) => ({ ...now, ...changed }))}
      />
      {conflict && (
        <SellerConflictNotice
          conflict={conflict}
          onTheirs={() => {
            const theirs = formOf(conflict.now);
            const taken = Object.fromEntries(conflict.fields.map((name) => [name, theirs[name]]));
            setBefore(theirs);
            setForm((now) => ({ ...now, ...taken }));
            save.reset();
          }}
          onMine={() => {
            const seen = formOf(conflict.now);
            setBefore(seen);
            save.run({ form, before: seen });
          }}
        />
      )}
      {save.faults.other.map((message) => (
        <div key={message} role="alert" className={css.poor}>
          {message}
        </div>
      ))}
      {!told && <ErrorLine error={save.error} />}
      {!props.readOnly && (
        <div className={css.line}>
          <Button type="submit" disabled={save.running || (seller !== undefined && !dirty)}>
            {t(save.running ? "ui.saving" : "ui.save")}
          </Button>
          {dirty && seller && (
            <Button type="button" variant="secondary" onClick={() => setForm(before)}>
              {t("settings.discard")}
            </Button>
          )}
          {props.actions}
          {dirty && (
            <Text as="span" size={2} color="default2" role="status">
              {t("settings.unsaved")}
            </Text>
          )}
        </div>
      )}
    </form>
  );
}

/** What every invoice of the country must say and the form does not yet. */
function Gaps({ form }: { form: SellerForm }) {
  const { t } = useLanguage();
  const gaps = lawGaps(form, true);
  if (gaps.length === 0) return null;
  const names = gaps.map((field) =>
    field === "vatId" ? t("seller.taxIdEither") : t(`seller.${field}`),
  );
  return (
    <div role="note" className={css.note}>
      {t("seller.gaps", { fields: names.join(", ") })}
    </div>
  );
}

function useFocus(field: SellerField | undefined): void {
  useEffect(() => {
    if (field === undefined) return;
    const shown = document.querySelector<HTMLElement>(`[data-seller-field="${field}"] input`);
    shown?.scrollIntoView({ block: "center" });
    shown?.focus();
  }, [field]);
}
