import { Button, Text } from "@saleor/macaw-ui";
import { useMemo, useState } from "react";
import { PATHS } from "../app/paths";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Chip } from "../ui/Chip";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { ErrorLine } from "../ui/ErrorLine";
import { Page, PageHead } from "../ui/Page";
import { useUnsavedGuard } from "../ui/useUnsavedGuard";
import { AdjustmentsSection } from "./AdjustmentsSection";
import { BuyerSection } from "./BuyerSection";
import { ConflictCard } from "./ConflictCard";
import css from "./Draft.module.css";
import { ForSection } from "./ForSection";
import type { DraftForm } from "./form";
import { GoneNote } from "./GoneNote";
import { IssueDialog } from "./IssueDialog";
import { LinesSection } from "./LinesSection";
import { LookCard } from "./LookCard";
import { MarksProvider, showPlace } from "./marks";
import { RestoredNote } from "./RestoredNote";
import { TakeOrderDialog } from "./TakeOrderDialog";
import { NotesSection, TermsSection } from "./TermsSection";
import { TotalsCard } from "./TotalsCard";
import type { Kept, Surroundings } from "./useDraft";
import { useDraftWork } from "./useDraftWork";
import { type Editor, useEditor } from "./useEditor";
import { usePreview } from "./usePreview";

interface Props {
  /** Names the unsaved work: the draft's id, or what a new one is for. */
  name: string;
  kept?: Kept;
  initial: DraftForm;
  surroundings: Surroundings;
}

/** The form of one invoice by hand, new or kept. */
export function DraftEditor({ name, kept, initial, surroundings }: Props) {
  const editor = useEditor({ name, form: initial, version: kept?.version ?? 0 });
  const guard = useUnsavedGuard(editor.dirty);
  const work = useDraftWork({ editor, kept, leave: guard.pass });
  const shown = usePreview(editor.read);
  const [strict, setStrict] = useState(false);
  const [order, setOrder] = useState<{ id: string; number: string }>();
  const [taking, setTaking] = useState<{ id: string; number: string }>();
  const marks = useMemo(
    () => ({ faults: editor.read.faults, findings: shown.preview?.findings ?? [], strict }),
    [editor.read.faults, shown.preview, strict],
  );
  const section = { form: editor.form, dispatch: editor.dispatch };
  const orderNumber = order?.id === editor.form.orderId ? order.number : "";
  return (
    <MarksProvider value={marks}>
      <Page
        head={<Head editor={editor} kept={kept} />}
        aside={
          <div className={css.side}>
            <TotalsCard shown={shown} />
            <LookCard id={kept?.id} form={editor.form} dirty={editor.dirty} />
          </div>
        }
        foot={<Foot {...{ editor, kept, work, shown, surroundings, orderNumber, setStrict }} />}
      >
        {work.gone && kept && (
          <GoneNote gone={work.gone} id={kept.id} editor={editor} leave={guard.pass} />
        )}
        {work.conflict && (
          <ConflictCard
            base={editor.base}
            mine={editor.form}
            theirs={work.conflict}
            onDone={work.settle}
          />
        )}
        {editor.restored && !work.conflict && <RestoredNote drop={editor.drop} />}
        <ForSection
          {...section}
          surroundings={surroundings}
          orderNumber={orderNumber}
          takeOrder={(id, number) => setTaking({ id, number })}
        />
        <BuyerSection {...section} />
        <LinesSection {...section} preview={shown.preview} />
        <AdjustmentsSection {...section} />
        <TermsSection {...section} dueDate={shown.preview?.dueDate ?? null} />
        <NotesSection {...section} />
      </Page>
      {taking && (
        <TakeOrderDialog
          order={taking}
          onClose={() => setTaking(undefined)}
          onTaken={(form) => {
            setOrder(taking);
            setTaking(undefined);
            editor.dispatch({ do: "load", form });
          }}
        />
      )}
      {guard.dialog}
    </MarksProvider>
  );
}

function Head({ editor, kept }: { editor: Editor; kept: Kept | undefined }) {
  const { t, locale } = useLanguage();
  const state = () => {
    if (kept === undefined) return <Chip tone="neutral">{t("draft.state.new")}</Chip>;
    if (editor.dirty) return <Chip tone="warning">{t("draft.state.unsaved")}</Chip>;
    const at = formatMoment(kept.updatedAt, locale);
    return <Chip tone="neutral">{t("draft.state.saved", { at })}</Chip>;
  };
  return (
    <PageHead
      line
      title={t(kept ? "draft.title" : "draft.new")}
      back={PATHS.invoices}
      badges={
        <span role="status">
          {state()} {kept?.document.testMode && <Chip tone="warning">{t("state.test")}</Chip>}
        </span>
      }
    />
  );
}

interface FootProps {
  editor: Editor;
  kept: Kept | undefined;
  work: ReturnType<typeof useDraftWork>;
  shown: ReturnType<typeof usePreview>;
  surroundings: Surroundings;
  orderNumber: string;
  setStrict: (strict: boolean) => void;
}

function Foot({ editor, kept, work, shown, surroundings, orderNumber, setStrict }: FootProps) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState<"issue" | "discard">();
  const [faulty, setFaulty] = useState(false);
  const { save, issue, discard, conflict, gone } = work;
  const busy = save.running || issue.running || discard.running;
  const close = () => setAsking(undefined);
  const check = (wrong: readonly string[]): boolean => {
    setFaulty(wrong.length > 0);
    if (wrong[0] === undefined) return true;
    showPlace(wrong[0]);
    return false;
  };
  const faults = [...editor.read.faults];
  const trySave = () => {
    const unsendable = ([place, fault]: [string, string]) =>
      fault === "NUMBER" || place === "currency";
    if (check(faults.filter(unsendable).map(([place]) => place))) save.run();
  };
  const tryIssue = () => {
    setStrict(true);
    if (check(faults.map(([place]) => place))) setAsking("issue");
  };
  const unsaved = kept === undefined || editor.dirty;
  return (
    <>
      {asking === "discard" && (
        <ConfirmDialog
          danger
          title={t("draft.discard.title")}
          text={t("draft.discard.text")}
          confirmLabel={t("draft.discard.confirm")}
          running={discard.running}
          error={discard.error}
          onConfirm={() => discard.run()}
          onClose={close}
        />
      )}
      {asking === "issue" && kept && !conflict && !gone && (
        <IssueDialog
          {...{ kept, orderNumber, surroundings }}
          form={editor.form}
          preview={shown.preview}
          running={issue.running}
          error={issue.error}
          onConfirm={() => issue.run()}
          onClose={close}
        />
      )}
      <div className={css.spread}>
        <Button
          type="button"
          variant="secondary"
          disabled={busy}
          onClick={() => setAsking("discard")}
        >
          {t("draft.discard")}
        </Button>
      </div>
      {faulty && (
        <Text color="critical1" size={2} role="alert">
          {t("draft.faults")}
        </Text>
      )}
      {save.error && !conflict && !gone && (
        <ErrorLine title={t("draft.save.failed")} error={save.error} />
      )}
      <Button
        type="button"
        variant={unsaved ? "primary" : "secondary"}
        disabled={busy || !unsaved || conflict !== undefined || gone !== undefined}
        onClick={trySave}
      >
        {save.running ? t("ui.saving") : t("draft.save")}
      </Button>
      <Button
        type="button"
        variant={unsaved ? "secondary" : "primary"}
        disabled={busy || unsaved || conflict !== undefined || gone !== undefined}
        title={unsaved ? t("draft.issue.first") : undefined}
        onClick={tryIssue}
      >
        {t("draft.issue")}
      </Button>
    </>
  );
}
