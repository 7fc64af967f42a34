import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useLanguage } from "../i18n/context";
import { Dialog } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { ErrorText } from "./ErrorText";
import { ImportMappingSaveDocument, type SalesImportOptionsInput } from "./generated/graphql";
import { IMPORTS_KEY } from "./useImports";
import { useSay } from "./words";

interface Props {
  /** The mapping that was chosen last: kept anew under its name. */
  name: string;
  options: SalesImportOptionsInput;
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** Keeps the mapping and the way of reading under a name. */
export function SaveMappingDialog({ name: before, options, onSaved, onClose }: Props) {
  const say = useSay();
  const { t } = useLanguage();
  const [name, setName] = useState(before);
  const save = useMutationWithFeedback<unknown>({
    run: (api) => api(ImportMappingSaveDocument, { name: name.trim(), options }),
    success: () => say("imports.mappings.saved"),
    invalidates: [[IMPORTS_KEY, "mappings"]],
    onDone: () => {
      onSaved(name.trim());
      onClose();
    },
  });
  const ready = name.trim() !== "" && !save.running;
  return (
    <Dialog
      title={say("imports.mappings.save")}
      text={say("imports.mappings.save.text")}
      busy={save.running}
      onClose={onClose}
      onSubmit={() => ready && save.run()}
      actions={
        <Button type="submit" disabled={!ready}>
          {save.running ? t("ui.saving") : t("ui.save")}
        </Button>
      }
    >
      <TextField
        required
        label={say("imports.mappings.name")}
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <ErrorText error={save.error} />
    </Dialog>
  );
}
