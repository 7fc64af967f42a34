import { Text } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import { rateLabel } from "../reports/labels";
import { Amount } from "../ui/Amount";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { ErrorNotice } from "../ui/ErrorNotice";
import { FindingList } from "../ui/FindingList";
import { useGo } from "../ui/PageLink";
import css from "./Draft.module.css";
import { showPlace } from "./marks";
import type { Preview, usePreview } from "./usePreview";

/** What it comes to, and what is noticed, while one types. */
export function TotalsCard({ shown }: { shown: ReturnType<typeof usePreview> }) {
  const { t } = useLanguage();
  const go = useGo();
  const { preview, computable, current, isError, error, refetch } = shown;
  if (preview === undefined) {
    if (isError) {
      return (
        <Card plain title={t("draft.totals")}>
          <ErrorNotice compact error={error} retry={() => void refetch()} />
        </Card>
      );
    }
    return (
      <Card plain title={t("draft.totals")}>
        <Words>{t(computable ? "draft.totals.computing" : "draft.totals.waiting")}</Words>
      </Card>
    );
  }
  return (
    <>
      <Card plain title={t("draft.totals")}>
        <div className={current ? undefined : css.stale} aria-busy={!current}>
          <Sums preview={preview} />
        </div>
        {!computable && <Words>{t("draft.totals.waiting")}</Words>}
        {isError && <Words>{t("draft.totals.failed")}</Words>}
      </Card>
      <Card plain title={t("draft.findings")}>
        <div>
          <Chip tone={preview.canBeIssued ? "success" : "warning"}>
            {t(preview.canBeIssued ? "draft.ready" : "draft.notReady")}
          </Chip>
        </div>
        {preview.findings.length > 0 && (
          <FindingList findings={preview.findings} go={go} showPlace={showPlace} />
        )}
      </Card>
    </>
  );
}

function Words({ children }: { children: string }) {
  return (
    <Text as="p" size={2} color="default2" margin={0} role="status">
      {children}
    </Text>
  );
}

/** Net, VAT by rate, total, and what is left to pay. */
export function Sums({ preview }: { preview: Preview }) {
  const { t, locale } = useLanguage();
  const { net, tax, total, payable, vatBreakdown } = preview;
  const { currency } = total;
  return (
    <dl className={css.totals}>
      <dt>{t("draft.totals.net")}</dt>
      <dd>
        <Amount money={net} />
      </dd>
      {vatBreakdown.length > 1 &&
        vatBreakdown.map((row) => (
          <Row
            key={`${row.tax.category} ${row.tax.rate}`}
            name={t("draft.totals.vat", { rate: rateLabel(row.tax.rate, locale) })}
            amount={row.taxAmount}
            currency={currency}
          />
        ))}
      <dt>{t("draft.totals.tax")}</dt>
      <dd>
        <Amount money={tax} />
      </dd>
      <dt className={css.strong}>{t("draft.totals.total")}</dt>
      <dd className={css.strong}>
        <Amount money={total} />
      </dd>
      {payable.amount !== total.amount && (
        <>
          <dt>{t("draft.totals.payable")}</dt>
          <dd>
            <Amount money={payable} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Row({ name, amount, currency }: { name: string; amount: string; currency: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Amount money={{ amount, currency }} />
      </dd>
    </>
  );
}
