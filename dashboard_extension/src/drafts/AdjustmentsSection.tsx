import { Button } from "@saleor/macaw-ui";
import { Plus, Trash2 } from "lucide-react";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { NumberField, TextField } from "../ui/fields";
import { CategoryField } from "./CategoryField";
import css from "./Draft.module.css";
import type { AdjustmentForm } from "./form";
import { Marked } from "./marks";
import type { SectionProps } from "./sections";

type Kind = "allowances" | "charges";

/** Discounts and charges on the whole invoice. */
export function AdjustmentsSection({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  return (
    <Card title={t("draft.adjustments")} text={t("draft.adjustments.text")}>
      {(["allowances", "charges"] as const).map((kind) =>
        form[kind].map((row, index) => (
          <Row key={row.id} {...{ form, dispatch, kind, row, index }} />
        )),
      )}
      <div className={css.buttons}>
        <AddButton kind="allowances" label={t("draft.allowance.add")} dispatch={dispatch} />
        <AddButton kind="charges" label={t("draft.charge.add")} dispatch={dispatch} />
      </div>
    </Card>
  );
}

interface AddProps extends Pick<SectionProps, "dispatch"> {
  kind: Kind;
  label: string;
}

function AddButton({ kind, label, dispatch }: AddProps) {
  return (
    <Button
      type="button"
      variant="secondary"
      icon={<Plus size={16} aria-hidden />}
      onClick={() => dispatch({ do: "add", list: kind })}
    >
      {label}
    </Button>
  );
}

interface RowProps extends SectionProps {
  kind: Kind;
  row: AdjustmentForm;
  index: number;
}

function Row({ form, dispatch, kind, row, index }: RowProps) {
  const { t } = useLanguage();
  const place = `${kind}.${index}`;
  const name = t(kind === "allowances" ? "draft.allowance" : "draft.charge");
  const edit = (fields: Partial<AdjustmentForm>) =>
    dispatch({ do: "edit", list: kind, id: row.id, fields });
  return (
    <div className={css.row} data-place={place}>
      <Marked place={`${place}.reason`}>
        {(mark) => (
          <TextField
            {...mark}
            label={`${name}: ${t("draft.adjustment.reason")}`}
            value={row.reason}
            onChange={(reason) => edit({ reason })}
          />
        )}
      </Marked>
      <Marked place={`${place}.amount`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.adjustment.amount")}
            unit={form.currency}
            value={row.amount}
            onChange={(amount) => edit({ amount })}
          />
        )}
      </Marked>
      <Marked place={`${place}.taxRate`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.line.rate")}
            unit="%"
            value={row.taxRate}
            onChange={(taxRate) => edit({ taxRate })}
          />
        )}
      </Marked>
      <CategoryField
        place={`${place}.taxCategory`}
        value={row.taxCategory}
        onChange={(taxCategory) => edit({ taxCategory })}
      />
      <Button
        type="button"
        variant="tertiary"
        aria-label={t("draft.adjustment.remove", { reason: row.reason || name })}
        icon={<Trash2 size={16} aria-hidden />}
        onClick={() => dispatch({ do: "remove", list: kind, id: row.id })}
      />
    </div>
  );
}
