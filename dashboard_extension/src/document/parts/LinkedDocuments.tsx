import { invoicePath } from "../../app/paths";
import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { Card } from "../../ui/Card";
import { Chip } from "../../ui/Chip";
import { PageLink } from "../../ui/PageLink";
import { useShown } from "../context";
import { type Linked, type SalesDocument, useOrderDocuments } from "../useDocument";
import { documentTitle } from "../words";
import css from "./LinkedDocuments.module.css";

type Relation = "preceding" | "credit" | "order";

/** What it corrects, what corrects it, and what else there is of its order. */
export function LinkedDocuments() {
  const { t } = useLanguage();
  const { document } = useShown();
  const others = useOrderDocuments(document).data ?? [];
  const rows = relations(document, others);
  if (rows.length === 0) return null;
  return (
    <Card plain title={t("doc.linked")}>
      <ul className={css.list}>
        {rows.map(({ relation, linked }) => (
          <li key={linked.id} className={css.item}>
            <PageLink to={invoicePath(linked.id)} className={css.number}>
              {documentTitle(linked, t)}
            </PageLink>
            <Amount money={linked.total} />
            <span className={css.small}>
              {t(`doc.linked.${relation}`)}
              {linked.state === "DRAFT" && <Chip tone="neutral">{t("state.DRAFT")}</Chip>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Each other document once, by the nearest relation that it has. */
export function relations(
  { precedingInvoice, creditNotes }: Pick<SalesDocument, "precedingInvoice" | "creditNotes">,
  others: readonly Linked[],
): { relation: Relation; linked: Linked }[] {
  const known = new Set([precedingInvoice?.id, ...creditNotes.map(({ id }) => id)]);
  return [
    ...(precedingInvoice ? [{ relation: "preceding" as const, linked: precedingInvoice }] : []),
    ...creditNotes.map((linked) => ({ relation: "credit" as const, linked })),
    ...others
      .filter(({ id }) => !known.has(id))
      .map((linked) => ({ relation: "order" as const, linked })),
  ];
}
