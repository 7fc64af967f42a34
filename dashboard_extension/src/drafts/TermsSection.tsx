import { Button } from "@saleor/macaw-ui";
import { Plus, Trash2 } from "lucide-react";
import { formatDate } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { DateField, TextAreaField, TextField } from "../ui/fields";
import css from "./Draft.module.css";
import { Marked } from "./marks";
import type { SectionProps } from "./sections";

/** When it was supplied, when it is due, in which words. */
export function TermsSection({
  form,
  dispatch,
  dueDate,
}: SectionProps & { dueDate: string | null }) {
  const { t, locale } = useLanguage();
  const byTerms = !form.dueDate && dueDate;
  const dueHelp = byTerms
    ? t("draft.dueDate.terms", { date: formatDate(byTerms, locale) })
    : t("draft.dueDate.help");
  return (
    <Card title={t("draft.terms")}>
      <div className={css.grid}>
        <Marked place="supplyDate" help={t("draft.supplyDate.help")}>
          {(mark) => (
            <DateField
              {...mark}
              label={t("draft.supplyDate")}
              value={form.supplyDate}
              onChange={(supplyDate) => dispatch({ do: "set", fields: { supplyDate } })}
            />
          )}
        </Marked>
        <Marked place="dueDate" help={dueHelp}>
          {(mark) => (
            <DateField
              {...mark}
              label={t("draft.dueDate")}
              value={form.dueDate}
              onChange={(to) => dispatch({ do: "set", fields: { dueDate: to } })}
            />
          )}
        </Marked>
        <Marked place="paymentTerms" help={t("draft.terms.help")}>
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.terms.text")}
              value={form.paymentTerms}
              onChange={(paymentTerms) => dispatch({ do: "set", fields: { paymentTerms } })}
            />
          )}
        </Marked>
      </div>
    </Card>
  );
}

/** What else is printed on the invoice. */
export function NotesSection({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  return (
    <Card title={t("draft.notes")}>
      {form.notes.map((note, index) => (
        <div key={note.id} className={css.noteRow}>
          <Marked place={`notes.${index}`}>
            {(mark) => (
              <TextAreaField
                {...mark}
                rows={2}
                label={t("draft.note", { place: `${index + 1}` })}
                value={note.text}
                onChange={(text) =>
                  dispatch({ do: "edit", list: "notes", id: note.id, fields: { text } })
                }
              />
            )}
          </Marked>
          <Button
            type="button"
            variant="tertiary"
            aria-label={t("draft.note.remove", { place: `${index + 1}` })}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() => dispatch({ do: "remove", list: "notes", id: note.id })}
          />
        </div>
      ))}
      <div className={css.buttons}>
        <Button
          type="button"
          variant="secondary"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => dispatch({ do: "add", list: "notes" })}
        >
          {t("draft.note.add")}
        </Button>
      </div>
    </Card>
  );
}
