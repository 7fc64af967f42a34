import { Button, Skeleton, Text } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { formOf, type Seller } from "../../settings/sellers/form";
import { lawGaps } from "../../settings/sellers/law";
import { SellerEditor } from "../../settings/sellers/SellerEditor";
import { useProposal } from "../../settings/sellers/useProposal";
import { useSellers } from "../../settings/sellers/useSellers";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { PageLink } from "../../ui/PageLink";
import type { StepProps } from "../StepItem";
import css from "../setup.module.css";

/** Who sells: what Saleor knows is there already, to be looked at. */
export function SellerStep({ readOnly, onDone }: StepProps) {
  const { t } = useLanguage();
  const sellers = useSellers();
  const none = sellers.isSuccess && sellers.data.length === 0;
  const proposal = useProposal(none && !readOnly);
  if (sellers.isPending || proposal.isPending) return <Skeleton className={css.skeleton} />;
  if (sellers.data === undefined) {
    return <ErrorNotice compact error={sellers.error} retry={() => void sellers.refetch()} />;
  }
  // The one that something is missing of is what the step is about.
  const seller = sellers.data.find(isIncomplete) ?? sellers.data[0];
  const others = sellers.data.length - 1;
  return (
    <div className={css.stack}>
      {!readOnly && (
        <Text as="p" size={3} color="default2" margin={0}>
          {t(seller || proposal.isKnown ? "seller.proposed" : "setup.seller.type")}
        </Text>
      )}
      <SellerEditor
        key={seller?.id ?? "new"}
        seller={seller}
        initial={seller ? formOf(seller) : proposal.initial}
        readOnly={readOnly}
        onSaved={onDone}
        actions={
          seller && (
            <Button type="button" variant="secondary" onClick={onDone}>
              {t("setup.right")}
            </Button>
          )
        }
      />
      {others > 0 && (
        <PageLink to="/settings/sellers">{t.count("setup.seller.more", others)}</PageLink>
      )}
    </div>
  );
}

/** Tax numbers are the next step's. */
const isIncomplete = (seller: Seller) => lawGaps(formOf(seller), false).length > 0;
