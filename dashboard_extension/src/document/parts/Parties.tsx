import { useDashboard } from "../../bridge/context";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { customerPath } from "../../ui/DashboardLink";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import { Address } from "./Address";
import { Facts } from "./Facts";
import css from "./Parties.module.css";

type Party = SalesDocument["buyer"];

/** Who bought, as the document says it. */
export function Buyer() {
  const { t } = useLanguage();
  const { open } = useDashboard();
  const { document } = useShown();
  const { customerId, buyer, delivery, customerEmail } = document;
  const elsewhere = delivery?.address && !isSame(delivery.address, buyer.address);
  return (
    <Card
      plain
      title={t("doc.buyer")}
      actions={
        customerId && (
          <button type="button" className={css.link} onClick={() => open(customerPath(customerId))}>
            {t("doc.buyer.open")}
          </button>
        )
      }
    >
      <PartyWords party={buyer} />
      {elsewhere && delivery?.address && (
        <div className={css.party}>
          <div className={css.name}>{t("doc.delivery.to")}</div>
          {delivery.recipient && <div>{delivery.recipient}</div>}
          <Address address={delivery.address} />
        </div>
      )}
      <Facts facts={[[t("doc.email"), customerEmail]]} />
    </Card>
  );
}

/** Who sold. */
export function Seller() {
  const { t } = useLanguage();
  const { seller } = useShown().document;
  return (
    <Card plain title={t("doc.seller")}>
      <PartyWords party={seller} />
      <Facts
        facts={[
          [
            t("doc.contact"),
            [seller.contact?.name, seller.contact?.email].filter(Boolean).join(", "),
          ],
          [t("doc.phone"), seller.contact?.phone],
        ]}
      />
    </Card>
  );
}

function PartyWords({ party }: { party: Party }) {
  const { t } = useLanguage();
  const { electronicAddress: electronic, legalRegistration: registered } = party;
  return (
    <>
      <div className={css.party}>
        <div className={css.name}>{party.name || t("row.guest")}</div>
        {party.tradingName && party.tradingName !== party.name && <div>{party.tradingName}</div>}
        {party.person && party.person !== party.name && <div>{party.person}</div>}
        <Address address={party.address} />
      </div>
      <Facts
        facts={[
          [t("doc.vatId"), party.vatId],
          [t("doc.taxNumber"), party.taxRegistration],
          [t("doc.registration"), registered?.value || party.legalInformation],
          [t("doc.electronic"), electronic && `${electronic.value} (${electronic.scheme})`],
        ]}
      />
    </>
  );
}

function isSame(one: Party["address"], other: Party["address"]): boolean {
  const names = ["street", "additional", "postalCode", "city", "subdivision", "country"] as const;
  return names.every((name) => one[name] === other[name]);
}
