import { Skeleton, Text } from "@saleor/macaw-ui";
import { useDashboard } from "../../bridge/context";
import { useLanguage } from "../../i18n/context";
import { PageLink, useGo } from "../../ui/PageLink";
import { useLeave } from "../form/dirty";
import css from "../pages/pages.module.css";
import { sellerPage, settingsPage } from "../paths";
import { SellerEditor } from "./SellerEditor";
import { useProposal } from "./useProposal";

/** A new seller, begun with what Saleor knows of the shop. */
export function NewSeller() {
  const { t } = useLanguage();
  const go = useGo();
  const leave = useLeave();
  const { notify } = useDashboard();
  const { initial, isPending, isKnown } = useProposal();
  return (
    <div className={css.narrow}>
      <section className={css.part}>
        <PageLink to={settingsPage("sellers")}>← {t("settings.nav.sellers")}</PageLink>
        <Text as="h2" size={5} fontWeight="medium" margin={0}>
          {t("seller.create")}
        </Text>
        {isKnown && (
          <Text as="p" size={3} color="default2" margin={0}>
            {t("seller.proposed")}
          </Text>
        )}
        {isPending ? (
          <Skeleton className={css.skeleton} />
        ) : (
          <SellerEditor
            initial={initial}
            onSaved={({ key }) => {
              notify("success", t("settings.saved"));
              leave(() => go(sellerPage(key)));
            }}
          />
        )}
      </section>
    </div>
  );
}
