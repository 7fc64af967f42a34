import { Button, Text } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { formatMoment } from "../../format/dates";
import {
  type ApiKeyFieldsFragment,
  ApiKeyListDocument,
  ApiKeyRevokeDocument,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Chip } from "../../ui/Chip";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import css from "../pages/pages.module.css";
import { KeyDialog } from "./KeyDialog";

export const API_KEYS = ["api-keys"];

/** Keys with which programs work for the store. */
export default function KeysPage() {
  const { t } = useLanguage();
  const api = useApi();
  const [making, setMaking] = useState(false);
  const keys = useQuery({
    queryKey: API_KEYS,
    queryFn: async ({ signal }) => (await api(ApiKeyListDocument, {}, signal)).salesApiKeys ?? [],
  });
  return (
    <section className={css.part}>
      <Text as="h2" size={5} fontWeight="medium" margin={0}>
        {t("settings.nav.keys")}
      </Text>
      <Text as="p" size={3} color="default2" margin={0}>
        {t("keys.text")}
      </Text>
      <div>
        <Button onClick={() => setMaking(true)}>{t("keys.create")}</Button>
      </div>
      {keys.isError ? (
        <ErrorNotice compact error={keys.error} retry={() => void keys.refetch()} />
      ) : (
        <KeyTable rows={keys.data ?? []} loading={keys.isPending} />
      )}
      {making && <KeyDialog onClose={() => setMaking(false)} />}
    </section>
  );
}

function KeyTable({ rows, loading }: { rows: readonly ApiKeyFieldsFragment[]; loading: boolean }) {
  const { t, locale } = useLanguage();
  const [revoking, setRevoking] = useState<ApiKeyFieldsFragment>();
  return (
    <>
      <DataTable
        caption={t("settings.nav.keys")}
        loading={loading}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState compact title={t("keys.empty")} text={t("keys.empty.hint")} />}
        columns={[
          {
            name: "name",
            head: t("keys.name"),
            grow: true,
            cell: ({ name, prefix }) => (
              <span className={css.break}>
                {name}
                <br />
                <span className={css.small}>{prefix}…</span>
              </span>
            ),
          },
          {
            name: "scopes",
            head: t("keys.scopes"),
            grow: true,
            cell: ({ scopes }) => scopes.map((scope) => t(`keys.scope.${scope}`)).join(", "),
          },
          {
            name: "created",
            head: t("keys.created"),
            cell: ({ createdAt }) => formatMoment(createdAt, locale),
          },
          {
            name: "used",
            head: t("keys.used"),
            cell: ({ lastUsedAt }) =>
              lastUsedAt ? formatMoment(lastUsedAt, locale) : t("keys.used.never"),
          },
          {
            name: "action",
            head: t("column.actions"),
            headHidden: true,
            end: true,
            cell: (key) =>
              key.revokedAt ? (
                <Chip tone="neutral">{t("keys.revoked")}</Chip>
              ) : (
                <Button
                  variant="secondary"
                  size="small"
                  aria-label={t("keys.revoke.named", { name: key.name })}
                  onClick={() => setRevoking(key)}
                >
                  {t("keys.revoke")}
                </Button>
              ),
          },
        ]}
      />
      {revoking && <RevokeDialog of={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

function RevokeDialog({ of, onClose }: { of: ApiKeyFieldsFragment; onClose: () => void }) {
  const { t } = useLanguage();
  const revoke = useMutationWithFeedback({
    run: (api) => api(ApiKeyRevokeDocument, { id: of.id }),
    success: () => t("keys.revoke.done", { name: of.name }),
    invalidates: [API_KEYS],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t("keys.revoke.title", { name: of.name })}
      text={t("keys.revoke.text")}
      confirmLabel={t("keys.revoke")}
      danger
      running={revoke.running}
      error={revoke.error}
      onConfirm={() => revoke.run()}
      onClose={onClose}
    />
  );
}
