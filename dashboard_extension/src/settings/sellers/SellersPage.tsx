import { Button, Skeleton, Text } from "@saleor/macaw-ui";
import { useSearchParams } from "react-router";
import { useLanguage } from "../../i18n/context";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { PageLink, useGo } from "../../ui/PageLink";
import { useCountryName } from "../fields/names";
import { useSettingsForm } from "../form/context";
import css from "../pages/pages.module.css";
import { NEW_SELLER, sellerPage } from "../paths";
import type { Seller } from "./form";
import { NewSeller } from "./NewSeller";
import { SellerPage } from "./SellerPage";
import own from "./sellers.module.css";
import { useSellers } from "./useSellers";

/** The store's sellers: all of them, one, or a new one. */
export default function SellersPage({ rest }: { rest: string }) {
  const sellers = useSellers();
  const [params] = useSearchParams();
  const field = params.get("field") ?? undefined;
  if (rest === "*new") return <NewSeller />;
  if (sellers.isPending) return <Skeleton className={css.skeleton} />;
  if (sellers.data === undefined) {
    return <ErrorNotice error={sellers.error} retry={() => void sellers.refetch()} />;
  }
  // Whoever comes to mend a field finds it open where there is no choice.
  const [only] = sellers.data;
  const shown = field && rest === "" && sellers.data.length === 1 ? only?.key : rest;
  if (!shown) return <SellerList sellers={sellers.data} field={field} />;
  const seller = sellers.data.find(({ key }) => key === shown);
  if (seller === undefined) return <Missing />;
  return <SellerPage key={seller.id} seller={seller} field={field} />;
}

interface ListProps {
  sellers: readonly Seller[];
  /** What is to be mended at one of them. */
  field: string | undefined;
}

function SellerList({ sellers, field }: ListProps) {
  const { t } = useLanguage();
  const go = useGo();
  const { mayWrite } = useSettingsForm();
  const create = mayWrite && <Button onClick={() => go(NEW_SELLER)}>{t("seller.create")}</Button>;
  return (
    <section className={css.part}>
      <Text as="h2" size={5} fontWeight="medium" margin={0}>
        {t("settings.nav.sellers")}
      </Text>
      <Text as="p" size={3} color="default2" margin={0}>
        {t("seller.text")}
      </Text>
      {sellers.length === 0 ? (
        <EmptyState
          compact
          title={t("seller.empty")}
          text={t("seller.empty.hint")}
          action={create}
        />
      ) : (
        <>
          {create && <div>{create}</div>}
          <ul className={own.list}>
            {sellers.map((seller) => (
              <SellerCard key={seller.id} seller={seller} field={field} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SellerCard({ seller, field }: { seller: Seller; field: string | undefined }) {
  const { t } = useLanguage();
  const countryName = useCountryName();
  const { address } = seller;
  return (
    <li className={own.card}>
      <span className={own.thumb}>
        {seller.logo ? <img src={seller.logo} alt="" /> : t("logo.none")}
      </span>
      <span className={own.words}>
        <PageLink to={sellerPage(seller.key, field)}>{seller.name}</PageLink>
        <span className={own.small}>
          {[address.city, countryName(seller.country)].filter(Boolean).join(", ")}
          {" · "}
          {seller.vatId || seller.taxRegistration || t("seller.noTaxId")}
        </span>
      </span>
      <code className={own.small}>{seller.key}</code>
    </li>
  );
}

function Missing() {
  const { t } = useLanguage();
  return (
    <EmptyState
      title={t("seller.missing")}
      action={<PageLink to="/settings/sellers">{t("settings.nav.sellers")}</PageLink>}
    />
  );
}
