import { Text } from "@saleor/macaw-ui";
import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import { useLanguage } from "../../i18n/context";
import { useDirty } from "../../settings/form/dirty";
import { useValueHere } from "../../settings/form/useValueHere";
import { changedFields, formOf, type Seller } from "../../settings/sellers/form";
import { SellerConflictNotice } from "../../settings/sellers/SellerConflictNotice";
import { TaxFields } from "../../settings/sellers/SellerFields";
import { SellerConflict, useSellerSave } from "../../settings/sellers/useSellerSave";
import { ErrorLine } from "../../ui/ErrorLine";
import type { StepProps } from "../StepItem";
import css from "../setup.module.css";
import { SettingsStep } from "./SettingsStep";
import { useSellerPlace } from "./useSellerPlace";

/** Whether the seller charges VAT, and the numbers by which the tax office knows it. */
export function TaxStep(props: StepProps) {
  const { t } = useLanguage();
  const { place, first } = useSellerPlace();
  const numbers = useRef<Saving>(null);
  if (first === undefined) return <Text as="p">{t("setup.seller.first")}</Text>;
  return (
    <SettingsStep
      {...props}
      place={place}
      keys={["vat_registered", "supply_kind"]}
      conditional={{ keys: ["zero_rate_category", "zero_rate_reason"], unless: "vat_registered" }}
      also={async () => (await numbers.current?.save()) ?? true}
    >
      <Numbers key={first.id} seller={first} saving={numbers} readOnly={props.readOnly} />
    </SettingsStep>
  );
}

interface Saving {
  save: () => Promise<boolean>;
}

interface Props {
  seller: Seller;
  saving: RefObject<Saving | null>;
  readOnly: boolean;
}

/** The tax numbers of the seller, saved with the step. */
function Numbers({ seller, saving, readOnly }: Props) {
  const registered = useValueHere("vat_registered") === true;
  const [before, setBefore] = useState(() => formOf(seller));
  const [form, setForm] = useState(before);
  const settle = useRef<(saved: boolean) => void>(undefined);
  const save = useSellerSave({
    id: seller.id,
    key: seller.key,
    onSaved: (saved) => {
      setBefore(formOf(saved));
      setForm(formOf(saved));
      settle.current?.(true);
    },
    onFailed: () => settle.current?.(false),
  });
  const changed = changedFields(before, form).length > 0;
  useDirty(changed);
  useImperativeHandle(saving, () => ({
    save: () =>
      changed
        ? new Promise<boolean>((resolve) => {
            settle.current = resolve;
            save.run({ form, before });
          })
        : Promise.resolve(true),
  }));
  const conflict = save.error instanceof SellerConflict ? save.error : undefined;
  return (
    <div className={css.stack}>
      <TaxFields
        form={form}
        faults={save.faults.at}
        disabled={readOnly}
        wanted={registered}
        onChange={(next) => setForm((now) => ({ ...now, ...next }))}
      />
      {conflict ? (
        <SellerConflictNotice
          conflict={conflict}
          onTheirs={() => {
            setBefore(formOf(conflict.now));
            setForm(formOf(conflict.now));
            save.reset();
          }}
          onMine={() => {
            setBefore(formOf(conflict.now));
            save.reset();
          }}
        />
      ) : (
        Object.keys(save.faults.at).length === 0 && <ErrorLine error={save.error} />
      )}
    </div>
  );
}
