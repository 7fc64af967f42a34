import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useViewer, type Viewer } from "../../app/useViewer";
import { ApiKeyCreateDocument, type SalesApiKeyScope } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { CopyButton } from "../../ui/CopyButton";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { CheckField, TextField } from "../../ui/fields";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { API_KEYS } from "./KeysPage";
import css from "./keys.module.css";

/** Nobody can give a key more than they may do themselves: the API refuses it, so it is not offered. */
const SCOPES: readonly (readonly [SalesApiKeyScope, (viewer: Viewer) => boolean])[] = [
  ["DOCUMENTS_READ", ({ mayWork }) => mayWork],
  ["DOCUMENTS_WRITE", ({ mayWork }) => mayWork],
  ["PAYMENTS_WRITE", ({ mayHandleMoney }) => mayHandleMoney],
  ["IMPORTS_WRITE", ({ mayWork }) => mayWork],
  ["SETTINGS_READ", ({ maySet }) => maySet],
  ["SETTINGS_WRITE", ({ maySet }) => maySet],
];

/** Makes a key, and shows it this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const viewer = useViewer();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly SalesApiKeyScope[]>([]);
  const create = useMutationWithFeedback({
    run: (api) => api(ApiKeyCreateDocument, { name, scopes: [...scopes] }),
    invalidates: [API_KEYS],
  });
  const made = create.result?.apiKeyCreate;
  if (made) return <MadeKey name={made.key.name} token={made.token} onClose={onClose} />;
  const toggle = (scope: SalesApiKeyScope, on: boolean) =>
    setScopes((now) => (on ? [...now, scope] : now.filter((each) => each !== scope)));
  return (
    <Dialog
      title={t("keys.create")}
      onClose={onClose}
      busy={create.running}
      onSubmit={() => create.run()}
      actions={
        <Button
          type="submit"
          disabled={create.running || name.trim() === "" || scopes.length === 0}
        >
          {t(create.running ? "ui.working" : "keys.create")}
        </Button>
      }
    >
      <TextField
        label={t("keys.name")}
        help={t("keys.name.help")}
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <fieldset className={css.scopes}>
        <legend>{t("keys.scopes")}</legend>
        {SCOPES.filter(([, may]) => may(viewer)).map(([scope]) => (
          <CheckField
            key={scope}
            label={t(`keys.scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(on) => toggle(scope, on)}
          />
        ))}
      </fieldset>
      <ErrorLine error={create.error} />
    </Dialog>
  );
}

function MadeKey({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t("keys.made", { name })} cancelLabel={t("keys.made.close")} onClose={onClose}>
      <Text as="p" size={3} margin={0}>
        {t("keys.made.text")}
      </Text>
      <div className={css.made}>
        <code className={css.token}>{token}</code>
        <CopyButton text={token} />
      </div>
    </Dialog>
  );
}
