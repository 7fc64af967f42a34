import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { useDashboard } from "../../bridge/context";
import { LegalEntityDeleteDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { PageLink, useGo } from "../../ui/PageLink";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { useSettingsForm } from "../form/context";
import css from "../pages/pages.module.css";
import { settingsPage } from "../paths";
import { fieldNamed, formOf, type Seller } from "./form";
import { LogoField } from "./LogoField";
import { SellerEditor } from "./SellerEditor";
import { SELLERS } from "./useSellers";

/** One seller: its words, its logo, its settings, and its end. */
export function SellerPage({ seller, field }: { seller: Seller; field: string | undefined }) {
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const { mayWrite } = useSettingsForm();
  const [deleting, setDeleting] = useState(false);
  const place = { level: "LEGAL_ENTITY", name: seller.key } as const;
  return (
    <div className={css.narrow}>
      <section className={css.part}>
        <PageLink to={settingsPage("sellers")}>← {t("settings.nav.sellers")}</PageLink>
        <Text as="h2" size={5} fontWeight="medium" margin={0}>
          {seller.name}
        </Text>
        <Text as="p" size={2} color="default2" margin={0}>
          {t("seller.key", { key: seller.key })}
        </Text>
        <SellerEditor
          seller={seller}
          initial={formOf(seller)}
          readOnly={!mayWrite}
          focus={field ? fieldNamed(field) : undefined}
          onSaved={() => notify("success", t("settings.saved"))}
        />
      </section>
      <section className={css.part}>
        <LogoField seller={seller} readOnly={!mayWrite} />
      </section>
      <section className={css.part}>
        <Text as="h3" size={4} fontWeight="medium" margin={0}>
          {t("seller.settings")}
        </Text>
        <div className={css.line}>
          {(["numbers", "payment", "look", "taxes"] as const).map((topic) => (
            <PageLink key={topic} to={settingsPage(topic, place)}>
              {t(`topic.${topic}`)}
            </PageLink>
          ))}
        </div>
      </section>
      {mayWrite && (
        <section className={css.part}>
          <div>
            <Button variant="secondary" onClick={() => setDeleting(true)}>
              {t("seller.delete")}
            </Button>
          </div>
        </section>
      )}
      {deleting && <DeleteDialog seller={seller} onClose={() => setDeleting(false)} />}
    </div>
  );
}

function DeleteDialog({ seller, onClose }: { seller: Seller; onClose: () => void }) {
  const { t } = useLanguage();
  const go = useGo();
  const remove = useMutationWithFeedback({
    run: (api) => api(LegalEntityDeleteDocument, { id: seller.id }),
    success: () => t("seller.deleted", { name: seller.name }),
    invalidates: [SELLERS, ["settings"], ["setting-history"]],
    onDone: () => go(settingsPage("sellers")),
  });
  const inUse = remove.error instanceof ApiError && remove.error.code === "LEGAL_ENTITY_IN_USE";
  return (
    <ConfirmDialog
      title={t("seller.delete.title", { name: seller.name })}
      text={t("seller.delete.text")}
      confirmLabel={t("ui.delete")}
      danger
      running={remove.running}
      error={inUse ? null : remove.error}
      onConfirm={() => remove.run()}
      onClose={onClose}
    >
      {inUse && (
        <div role="alert" className={css.poor}>
          {t("seller.delete.inUse")}
        </div>
      )}
    </ConfirmDialog>
  );
}
