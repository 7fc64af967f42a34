import { Button } from "@saleor/macaw-ui";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Card } from "../ui/Card";
import css from "./Draft.module.css";
import { emptyLine, type LineForm } from "./form";
import { sentIndex } from "./input";
import { LineFields, LineMore } from "./LineFields";
import type { SectionProps } from "./sections";
import type { Preview } from "./usePreview";

interface Props extends SectionProps {
  preview: Preview | undefined;
}

/** What is sold: typed, or taken from the shop's products; in the order that it is printed. */
export function LinesSection({ form, dispatch, preview }: Props) {
  const { t } = useLanguage();
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const focusLine = (id: string, part: string) =>
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"] ${part}`)?.focus();
    });
  const add = () => {
    const before = form.lines.at(-1);
    const row = {
      ...emptyLine(before?.taxRate),
      taxCategory: before?.taxCategory ?? "",
    } as LineForm;
    dispatch({ do: "add", list: "lines", row });
    focusLine(row.id, "input");
  };
  const move = (line: LineForm, by: -1 | 1) => {
    const from = form.lines.indexOf(line);
    const to = from + by;
    if (to < 0 || to >= form.lines.length) return;
    dispatch({ do: "move", list: "lines", id: line.id, by });
    setSaid(t("draft.line.moved", { from: `${from + 1}`, to: `${to + 1}` }));
    focusLine(line.id, `[data-move="${by}"]`);
  };
  const remove = (line: LineForm) => {
    const at = form.lines.indexOf(line);
    const next = form.lines[at + 1] ?? form.lines[at - 1];
    dispatch({ do: "remove", list: "lines", id: line.id });
    if (next) focusLine(next.id, "input");
  };
  return (
    <Card title={t("draft.lines")}>
      <ol ref={list} className={css.lines} data-place="lines">
        {form.lines.map((line, index) => (
          <Line
            key={line.id}
            {...{ line, index, form, dispatch, preview }}
            count={form.lines.length}
            move={(by) => move(line, by)}
            remove={() => remove(line)}
          />
        ))}
      </ol>
      <div className={css.buttons}>
        <Button
          type="button"
          variant="secondary"
          icon={<Plus size={16} aria-hidden />}
          onClick={add}
        >
          {t("draft.line.add")}
        </Button>
      </div>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </Card>
  );
}

interface LineProps extends Props {
  line: LineForm;
  index: number;
  count: number;
  move: (by: -1 | 1) => void;
  remove: () => void;
}

function Line({ line, index, count, form, dispatch, preview, move, remove }: LineProps) {
  const { t } = useLanguage();
  const sent = sentIndex(form.lines, line.id);
  const place = sent < 0 ? "" : `lines.${sent}`;
  const number = `${index + 1}`;
  const edit = (fields: Partial<LineForm>) =>
    dispatch({ do: "edit", list: "lines", id: line.id, fields });
  const keys = (event: KeyboardEvent) => {
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== -1 && by !== 1) return;
    event.preventDefault();
    move(by);
  };
  const amounts = preview?.lines[sent];
  return (
    <li
      className={css.line}
      data-line={line.id}
      data-place={place || undefined}
      aria-label={t("draft.line", { place: number })}
      onKeyDown={keys}
    >
      <LineFields {...{ line, place, form, edit, number }} />
      <div className={css.lineFoot}>
        <LineMore {...{ line, place, form, edit }} />
        <div className={css.tools}>
          {amounts && (
            <span className={css.lineAmount}>
              <Amount
                money={{
                  amount: form.pricesIncludeTax ? amounts.grossAmount : amounts.netAmount,
                  currency: form.currency,
                }}
              />
            </span>
          )}
          <Button
            type="button"
            variant="tertiary"
            size="small"
            data-move="-1"
            aria-label={t("draft.line.up", { place: number })}
            disabled={index === 0}
            icon={<ArrowUp size={16} aria-hidden />}
            onClick={() => move(-1)}
          />
          <Button
            type="button"
            variant="tertiary"
            size="small"
            data-move="1"
            aria-label={t("draft.line.down", { place: number })}
            disabled={index === count - 1}
            icon={<ArrowDown size={16} aria-hidden />}
            onClick={() => move(1)}
          />
          <Button
            type="button"
            variant="tertiary"
            size="small"
            aria-label={t("draft.line.remove", { place: number })}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={remove}
          />
        </div>
      </div>
    </li>
  );
}
