import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { samePath } from "../api/download";
import { invoicePath } from "../app/paths";
import { FirstInvoiceDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { ErrorLine } from "../ui/ErrorLine";
import { useGo } from "../ui/PageLink";
import css from "./setup.module.css";

const POLL_MS = 1_000;

/** The invoice just issued, with its first page as soon as that is drawn. */
export function IssuedInvoice({ id }: { id: string }) {
  const { t } = useLanguage();
  const api = useApi();
  const go = useGo();
  const invoice = useQuery({
    queryKey: ["first-invoice", id],
    queryFn: async ({ signal }) => (await api(FirstInvoiceDocument, { id }, signal)).salesInvoice,
    refetchInterval: ({ state }) => (state.data?.preview ? false : POLL_MS),
  });
  const shown = invoice.data;
  const [page] = shown?.preview?.pages ?? [];
  return (
    <div className={css.stack}>
      <ErrorLine error={invoice.error} />
      {shown && (
        <>
          <div role="status" className={css.good}>
            <strong>{t("order.issued", { number: shown.number })}</strong> {shown.buyer.name} ·{" "}
            <Amount money={shown.total} />
          </div>
          <div className={css.line}>
            <Button type="button" onClick={() => go(invoicePath(id))}>
              {t("setup.open")}
            </Button>
          </div>
          {page ? (
            <img
              className={css.paper}
              src={samePath(page.url)}
              width={page.width}
              height={page.height}
              alt={t("look.page", { page: "1", pages: String(shown.preview?.pages.length ?? 1) })}
            />
          ) : (
            <span role="status">{t("look.rendering")}</span>
          )}
        </>
      )}
    </div>
  );
}
