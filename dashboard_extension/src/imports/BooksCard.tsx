import { useSourceSystems } from "../api/useSourceSystems";
import { Card } from "../ui/Card";
import { SelectField, TextField, ToggleField } from "../ui/fields";
import type { SalesImportPolicy } from "./generated/graphql";
import css from "./imports.module.css";
import { isSource, sourceName } from "./mapping";
import { type Preparation, useSellers } from "./usePreparation";
import { useSay } from "./words";

const POLICIES: readonly SalesImportPolicy[] = ["REFUSE", "UPDATE_UNPAID", "NEW_VERSION"];

const SYSTEMS = "import-source-systems";

/** Where the documents come from, and what becomes of them here. */
export function BooksCard({ work: { books, setBooks } }: { work: Preparation }) {
  const say = useSay();
  const { sourceSystem, legalEntity, policy, publish } = books;
  const systems = useSourceSystems();
  const wrong = sourceSystem !== "" && !isSource(sourceSystem);
  return (
    <Card plain title={say("imports.books")}>
      <div className={css.fields}>
        <TextField
          required
          label={say("imports.source")}
          help={say("imports.source.help")}
          error={wrong ? say("imports.source.wrong") : null}
          placeholder="erp"
          maxLength={60}
          list={SYSTEMS}
          value={sourceSystem}
          onChange={(typed) => setBooks({ sourceSystem: sourceName(typed) })}
        />
        <datalist id={SYSTEMS}>
          {systems.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Seller value={legalEntity} onChange={(chosen) => setBooks({ legalEntity: chosen })} />
        <SelectField
          label={say("imports.policy")}
          help={say(`imports.policy.${policy}.help`)}
          value={policy}
          options={POLICIES.map((value) => ({ value, label: say(`imports.policy.${value}`) }))}
          onChange={(chosen) => setBooks({ policy: chosen })}
        />
        <ToggleField
          label={say("imports.publish")}
          help={say("imports.publish.help")}
          checked={publish}
          onChange={(on) => setBooks({ publish: on })}
        />
      </div>
    </Card>
  );
}

/** Nobody is asked where there is one seller only. */
function Seller({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const say = useSay();
  const sellers = useSellers().data ?? [];
  if (sellers.length < 2) return null;
  return (
    <SelectField
      label={say("imports.seller")}
      value={value}
      options={sellers.map(({ key, name }) => ({ value: key, label: name || key }))}
      onChange={onChange}
    />
  );
}
