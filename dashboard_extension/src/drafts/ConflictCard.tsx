import { Button } from "@saleor/macaw-ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { type DataColumn, DataTable } from "../ui/DataTable";
import css from "./Draft.module.css";
import { type DraftForm, formOf } from "./form";
import { type Difference, differences, merged, type Part } from "./merge";
import type { Kept } from "./useDraft";
import { partLabel, valueText } from "./words";

interface Props {
  base: DraftForm | undefined;
  mine: DraftForm;
  theirs: Kept;
  onDone: (form: DraftForm, base: DraftForm) => void;
}

type Choice = "MINE" | "THEIRS";

/** Two versions of one draft, field by field: nothing holds that nobody has chosen. */
export function ConflictCard({ base, mine, theirs, onDone }: Props) {
  const { t, locale } = useLanguage();
  const other = useMemo(() => formOf(theirs.form), [theirs]);
  const found = useMemo(() => differences(base, mine, other), [base, mine, other]);
  const [chosen, setChosen] = useState<ReadonlyMap<Part, Choice>>(new Map());
  const choiceOf = ({ part, whose }: Difference): Choice =>
    chosen.get(part) ?? (whose === "THEIRS" ? "THEIRS" : "MINE");
  const choose = (parts: readonly Part[], choice: Choice) =>
    setChosen((now) => new Map([...now, ...parts.map((part) => [part, choice] as const)]));
  const all = (choice: Choice) =>
    choose(
      found.map(({ part }) => part),
      choice,
    );
  const done = () => {
    const choice = new Map(found.map((each) => [each.part, choiceOf(each)] as const));
    onDone(merged(mine, other, found, choice), other);
  };
  const at = formatMoment(theirs.updatedAt, locale);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start" });
    top.current?.focus();
  }, []);
  return (
    <div ref={top} tabIndex={-1} role="alert" data-conflict>
      <Card
        title={t("conflict.title")}
        text={`${t("conflict.text")} ${t("conflict.saved", { name: t("conflict.other"), at })}`}
        flush
        actions={
          <>
            <Button type="button" variant="secondary" size="small" onClick={() => all("MINE")}>
              {t("conflict.all.mine")}
            </Button>
            <Button type="button" variant="secondary" size="small" onClick={() => all("THEIRS")}>
              {t("conflict.all.theirs")}
            </Button>
            <Button type="button" size="small" onClick={done}>
              {t("conflict.done")}
            </Button>
          </>
        }
      >
        <Table
          {...{ found, mine, other, choiceOf }}
          choose={(part, choice) => choose([part], choice)}
        />
      </Card>
    </div>
  );
}

interface TableProps {
  found: readonly Difference[];
  mine: DraftForm;
  other: DraftForm;
  choiceOf: (difference: Difference) => Choice;
  choose: (part: Part, choice: Choice) => void;
}

function Table({ found, mine, other, choiceOf, choose }: TableProps) {
  const { t } = useLanguage();
  const label = ({ part }: Difference) => partLabel(part, mine, other, t);
  const side = (choice: Choice): DataColumn<Difference> => ({
    name: choice,
    head: t(choice === "MINE" ? "conflict.mine" : "conflict.theirs"),
    grow: true,
    cell: (row) => (
      <label className={css.choice}>
        <input
          type="radio"
          name={`conflict-${row.part}`}
          checked={choiceOf(row) === choice}
          onChange={() => choose(row.part, choice)}
        />
        <span>
          <span className="visually-hidden">
            {`${label(row)}, ${t(choice === "MINE" ? "conflict.mine" : "conflict.theirs")}: `}
          </span>
          {valueText(row.part, choice === "MINE" ? row.mine : row.theirs, t)}
        </span>
      </label>
    ),
  });
  const columns: DataColumn<Difference>[] = [
    {
      name: "part",
      head: t("conflict.part"),
      cell: (row) => (
        <>
          {label(row)} <small>({t(`conflict.whose.${row.whose}`)})</small>
        </>
      ),
    },
    side("MINE"),
    side("THEIRS"),
  ];
  return (
    <DataTable
      caption={t("conflict.title")}
      columns={columns}
      rows={found}
      rowKey={({ part }) => part}
      empty={<p className={css.note}>{t("conflict.same")}</p>}
    />
  );
}
