import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api/context";
import { useLanguage } from "../i18n/context";
import { Popover } from "../ui/Popover";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import {
  ImportMappingDeleteDocument,
  ImportMappingsDocument,
  type ImportMappingsQuery,
} from "./generated/graphql";
import { keptEdits, mappingOf, readingOf } from "./mapping";
import { SaveMappingDialog } from "./SaveMappingDialog";
import css from "./saved.module.css";
import { IMPORTS_KEY } from "./useImports";
import type { Preparation } from "./usePreparation";
import { useSay } from "./words";

export const MAPPINGS_KEY = [IMPORTS_KEY, "mappings"];
type Kept = NonNullable<ImportMappingsQuery["salesImportMappings"]>[number];

/** Mappings that the store keeps for the next file of the same kind. */
export function SavedMappings({ work }: { work: Preparation }) {
  const say = useSay();
  const [naming, setNaming] = useState(false);
  const [current, setCurrent] = useState("");
  const take = ({ name, options }: Kept) => {
    setCurrent(name);
    work.setEdits(keptEdits(mappingOf(options.columns), work.preview.data?.headers ?? []));
    work.setReading(readingOf(options));
  };
  return (
    <>
      <Popover
        label={say("imports.mappings")}
        end
        trigger={(props) => (
          <Button {...props} variant="secondary" icon={<Bookmark size={15} aria-hidden />}>
            <span className={css.current}>{current || say("imports.mappings")}</span>
          </Button>
        )}
      >
        {(close) => (
          <List current={current} close={close} onTake={take} onSave={() => setNaming(true)} />
        )}
      </Popover>
      {naming && (
        <SaveMappingDialog
          name={current}
          options={work.options}
          onSaved={setCurrent}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

interface ListProps {
  current: string;
  close: () => void;
  onTake: (kept: Kept) => void;
  onSave: () => void;
}

function List({ current, close, onTake, onSave }: ListProps) {
  const say = useSay();
  const closing = (act: () => void) => () => {
    close();
    act();
  };
  const kept = useMappings();
  return (
    <div className={css.list}>
      {kept.length === 0 && <p className={css.empty}>{say("imports.mappings.none")}</p>}
      <ul>
        {kept.map((one) => (
          <Line
            key={one.id}
            of={one}
            isCurrent={one.name === current}
            onTake={closing(() => onTake(one))}
          />
        ))}
      </ul>
      <Button variant="secondary" size="small" onClick={closing(onSave)}>
        {say("imports.mappings.save")}
      </Button>
    </div>
  );
}

function useMappings(): readonly Kept[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: MAPPINGS_KEY,
    queryFn: async ({ signal }) =>
      (await api(ImportMappingsDocument, {}, signal)).salesImportMappings ?? [],
  });
  return data ?? [];
}

function Line({ of, isCurrent, onTake }: { of: Kept; isCurrent: boolean; onTake: () => void }) {
  const say = useSay();
  const { t } = useLanguage();
  const { id, name } = of;
  const remove = useMutationWithFeedback<unknown>({
    run: (api) => api(ImportMappingDeleteDocument, { id }),
    failure: say("imports.mappings.delete.failed"),
    invalidates: [MAPPINGS_KEY],
  });
  return (
    <li className={css.line}>
      <button type="button" className={css.take} aria-pressed={isCurrent} onClick={onTake}>
        {name}
      </button>
      <button
        type="button"
        className={css.small}
        aria-label={say("imports.mappings.delete.of", { name })}
        disabled={remove.running}
        onClick={() => remove.run()}
      >
        {t("ui.delete")}
      </button>
    </li>
  );
}
