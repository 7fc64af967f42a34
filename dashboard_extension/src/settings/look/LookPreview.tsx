import { Text } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { useViewer } from "../../app/useViewer";
import { formatAmount } from "../../format/money";
import {
  LookDocumentsDocument,
  LookPreviewDocument,
  SaleorOrderListDocument,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Combobox } from "../../ui/Combobox";
import { ErrorLine } from "../../ui/ErrorLine";
import { useRested } from "../fields/useRested";
import { useHere, useSettingsForm } from "../form/context";
import { complaintOf } from "../model/checks";
import { type Edits, editId, inputsOf } from "../model/edits";
import css from "./look.module.css";

const PAUSE_MS = 700; // a preview is a document rendered

/** What is printed: a document of ours, an order as it would be invoiced, or a sample. */
interface Subject {
  documentId: string | null;
  orderId: string | null;
  label: string;
}

/** The document as settings that are not saved yet would print it. */
export default function LookPreview({ logo }: { logo?: string | null }) {
  const { t } = useLanguage();
  const { mayWork } = useViewer();
  const [subject, setSubject] = useState<Subject>({ documentId: null, orderId: null, label: "" });
  const preview = usePreview(subject, logo);
  const shown = preview.data;
  return (
    <section className={css.preview} aria-label={t("look.preview")} aria-busy={preview.isFetching}>
      <Text as="h2" size={4} fontWeight="medium" margin={0}>
        {t("look.preview")}
      </Text>
      {mayWork && <SubjectField subject={subject} onSelect={setSubject} />}
      <span role="status" className={css.state}>
        {preview.isFetching ? t("look.rendering") : ""}
      </span>
      <ErrorLine error={preview.error} title={t("look.failed")} />
      {shown?.problems.map(({ line, message }) => (
        <div key={`${line}${message}`} role="alert" className={css.problem}>
          {line > 0 && <strong>{t("template.line", { line: String(line) })} </strong>}
          {message}
        </div>
      ))}
      {shown?.findings.map(({ code, message, remedy }) => (
        <div key={code + message} className={css.finding}>
          {message} {remedy}
        </div>
      ))}
      <div className={preview.isFetching ? `${css.pages} ${css.stale}` : css.pages}>
        {shown?.pages.map((page, at) => (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its place
            key={at}
            src={page}
            className={css.page}
            alt={t("look.page", { page: String(at + 1), pages: String(shown.pageCount) })}
          />
        ))}
      </div>
      {shown && shown.pageCount > shown.pages.length && (
        <span className={css.state}>
          {t.count("look.more", shown.pageCount - shown.pages.length)}
        </span>
      )}
    </section>
  );
}

function usePreview({ documentId, orderId }: Subject, logo: string | null | undefined) {
  const api = useApi();
  const { place, settings } = useHere();
  const { edits } = useSettingsForm();
  const here = new Map(
    [...edits].filter(([id, edit]) => {
      const setting = settings.find(({ key }) => id === editId(place, key));
      return setting && !setting.secret && (edit.inherit || !complaintOf(setting, edit.value));
    }),
  );
  const input = useRested(JSON.stringify(wanted(here)), PAUSE_MS);
  return useQuery({
    queryKey: ["look-preview", documentId, orderId, place, input, logo ?? null],
    queryFn: async ({ signal }) => {
      const asked = { documentId, orderId, ...place, changes: JSON.parse(input) };
      const given = logo === undefined ? asked : { ...asked, logo };
      return (await api(LookPreviewDocument, { input: given }, signal)).salesLookPreview;
    },
    placeholderData: (before) => before,
    retry: false,
    gcTime: 60_000, // pictures of pages are large
  });
}

const wanted = (edits: Edits) => inputsOf(edits);

interface Found extends Subject {
  hint: string;
}

/** Looks up a document or an order to print; without any, a sample is printed. */
function SubjectField({
  subject,
  onSelect,
}: {
  subject: Subject;
  onSelect: (subject: Subject) => void;
}) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const search = async (text: string, signal: AbortSignal): Promise<Found[]> => {
    const sample = { documentId: null, orderId: null, label: t("look.sample"), hint: "" };
    const [documents, orders] = await Promise.all([
      api(LookDocumentsDocument, { first: 5, search: text || null }, signal),
      // Saleor may be away: documents can be printed all the same.
      api(SaleorOrderListDocument, { first: 5, search: text }, signal).catch(() => null),
    ]);
    return [
      sample,
      ...(documents.salesInvoices?.edges ?? [])
        .filter(({ node }) => node.number !== "")
        .map(({ node }) => ({
          documentId: node.id,
          orderId: null,
          label: node.number,
          hint: node.buyer.name,
        })),
      ...(orders?.saleorOrders ?? []).map((order) => ({
        documentId: null,
        orderId: order.id,
        label: t("look.order", { number: order.number }),
        hint: `${order.customerName} · ${order.total.currency} ${formatAmount(order.total, locale)}`,
      })),
    ];
  };
  return (
    <Combobox
      label={t("look.subject")}
      help={t("look.subject.help")}
      placeholder={t("look.sample")}
      name="look-subject"
      value={subject.label}
      search={search}
      itemKey={(found) => found.documentId ?? found.orderId ?? "sample"}
      itemText={({ label }) => label}
      itemHint={({ hint }) => hint}
      onSelect={onSelect}
    />
  );
}
