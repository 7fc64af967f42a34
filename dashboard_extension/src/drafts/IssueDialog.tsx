import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { formatDate } from "../format/dates";
import { DraftLastCheckDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Dialog } from "../ui/Dialog";
import { ErrorLine } from "../ui/ErrorLine";
import { FindingList } from "../ui/FindingList";
import { useGo } from "../ui/PageLink";
import css from "./Draft.module.css";
import type { DraftForm } from "./form";
import { showPlace } from "./marks";
import type { Kept, Surroundings } from "./useDraft";
import type { Preview } from "./usePreview";

interface Props {
  kept: Kept;
  form: DraftForm;
  preview: Preview | undefined;
  orderNumber: string;
  surroundings: Surroundings;
  running: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** The last look before a number is taken: what will happen, and what the official rules say. */
export function IssueDialog({ kept, running, error, onConfirm, onClose, ...shown }: Props) {
  const { t } = useLanguage();
  const check = useLastCheck(kept);
  const go = useGo();
  const show = (place: string) => {
    onClose();
    requestAnimationFrame(() => showPlace(place));
  };
  return (
    <Dialog
      wide
      title={t("draft.last.title")}
      text={t("draft.last.text")}
      busy={running}
      onClose={onClose}
      actions={
        <Button
          type="button"
          disabled={running || check.isPending || check.data?.canBeIssued === false}
          onClick={onConfirm}
        >
          {running ? t("order.issuing") : t("draft.last.confirm")}
        </Button>
      }
    >
      <Facts
        kept={kept}
        nextNumber={check.data?.nextNumber ?? ""}
        isMailed={check.data?.mailedOnIssue}
        {...shown}
      />
      {check.isPending && <p role="status">{t("draft.last.checking")}</p>}
      {check.isError && <ErrorLine title={t("draft.last.check.failed")} error={check.error} />}
      {check.data && check.data.findings.length > 0 && (
        <FindingList findings={check.data.findings} go={go} showPlace={show} />
      )}
      <ErrorLine error={error} />
    </Dialog>
  );
}

function useLastCheck({ id, version }: Kept) {
  const api = useApi();
  return useQuery({
    queryKey: ["draft-last-check", id, version],
    queryFn: async ({ signal }) => (await api(DraftLastCheckDocument, { id }, signal)).draftCheck,
    staleTime: 0,
    gcTime: 0,
  });
}

/** To whom the store mails it by itself; nothing while that is not known. */
function useMailWords(email: string, isMailed: boolean | undefined): string {
  const { t } = useLanguage();
  if (isMailed === undefined) return "";
  if (isMailed) return email ? t("draft.last.mail.itself", { email }) : t("draft.last.mail.whom");
  return t("draft.last.mail.no");
}

type FactsProps = Pick<Props, "kept" | "form" | "preview" | "orderNumber" | "surroundings"> & {
  nextNumber: string;
  isMailed: boolean | undefined;
};

function Facts({
  kept,
  nextNumber,
  isMailed,
  form,
  preview,
  orderNumber,
  surroundings,
}: FactsProps) {
  const { t, locale } = useLanguage();
  const seller = surroundings.sellers.find(({ key }) => key === form.legalEntity)?.name;
  const due = preview?.dueDate;
  const facts: [string, React.ReactNode][] = [
    [t("draft.last.number"), nextNumber && t("draft.last.number.likely", { number: nextNumber })],
    [
      t("draft.last.seller"),
      seller ??
        (surroundings.sellers.length === 1
          ? surroundings.sellers[0]?.name
          : t("draft.seller.channel")),
    ],
    [t("draft.last.buyer"), form.buyer.name],
    [t("draft.last.total"), preview && <Amount money={preview.total} />],
    [t("draft.last.due"), due && formatDate(due, locale)],
    [
      t("draft.last.order"),
      form.orderId && t("draft.last.order.value", { number: orderNumber || form.orderId }),
    ],
    [t("draft.last.mail"), useMailWords(form.customerEmail, isMailed)],
  ];
  return (
    <>
      {kept.document.testMode && (
        <p className={css.note} data-tone="warning">
          {t("draft.last.test")}
        </p>
      )}
      <dl className={css.facts}>
        {facts
          .filter(([, value]) => value)
          .flatMap(([name, value]) => [
            <dt key={`${name}-name`}>{name}</dt>,
            <dd key={`${name}-value`}>{value}</dd>,
          ])}
      </dl>
    </>
  );
}
