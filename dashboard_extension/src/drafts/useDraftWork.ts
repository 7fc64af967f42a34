import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Api, ApiError } from "../api/client";
import { useApi } from "../api/context";
import { draftPath, invoicePath, PATHS } from "../app/paths";
import {
  DraftCreateDocument,
  DraftDiscardDocument,
  DraftOpenDocument,
  DraftUpdateDocument,
  WrittenIssueDocument,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { useGo } from "../ui/PageLink";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { type DraftForm, formOf } from "./form";
import { keepWork } from "./keptWork";
import { draftKey, type Kept } from "./useDraft";
import { type Editor, useWorkName } from "./useEditor";

/** Why the draft can't be saved any more. */
export type Gone = "ISSUED" | "DISCARDED";

interface Options {
  editor: Editor;
  kept: Kept | undefined;
  /** Leaves the page although something may be unsaved. */
  leave: (action: () => void) => void;
}

/** Saving, issuing and discarding a draft, with what may come between. */
export function useDraftWork({ editor, kept, leave }: Options) {
  const [conflict, setConflict] = useState<Kept>();
  const [gone, setGone] = useState<Gone>();
  const api = useApi();
  const meet = async (error: unknown): Promise<void> => {
    const code = error instanceof ApiError ? error.code : "";
    if (code === "DRAFT_ISSUED") setGone("ISSUED");
    else if (code === "NOT_FOUND" && kept) setGone("DISCARDED");
    else if (code === "DRAFT_CHANGED" && kept) setConflict(await readKept(api, kept.id));
  };
  const save = useSave({ editor, kept, leave }, meet);
  const issue = useIssue({ editor, kept, leave }, meet);
  const discard = useDiscard({ editor, kept, leave });
  const settle = (form: DraftForm, base: DraftForm) => {
    if (conflict === undefined) return;
    editor.rebase({ base, form, version: conflict.version });
    setConflict(undefined);
    save.reset();
    issue.reset();
  };
  return { save, issue, discard, conflict, settle, gone };
}

type Meet = (error: unknown) => Promise<void>;

/** Creates the draft, or saves it by the version that it was read in. */
function useSave({ editor, kept, leave }: Options, meet: Meet) {
  const { t } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const nameOf = useWorkName("");
  const latest = useRef(editor);
  latest.current = editor;
  return useMutationWithFeedback<{ draft: Kept; sent: DraftForm }>({
    run: async (api) => {
      const { form, read, version, idempotencyKey } = latest.current;
      try {
        const draft = kept
          ? await update(api, kept.id, version, read.input)
          : await create(api, idempotencyKey, read.input);
        return { draft, sent: form };
      } catch (error) {
        await meet(error);
        throw error;
      }
    },
    success: () => t("draft.saved"),
    onDone: ({ draft, sent }) => {
      const base = formOf(draft.form);
      const now = latest.current.form;
      // What was typed while it was being saved is not lost: it is unsaved again.
      const form = now === sent ? base : now;
      queries.setQueryData(draftKey(draft.id), draft);
      void queries.invalidateQueries({ queryKey: [INVOICES_KEY] });
      if (kept) return latest.current.rebase({ base, form, version: draft.version });
      latest.current.forget();
      if (form !== base) {
        const work = { form, base, version: draft.version, idempotencyKey: crypto.randomUUID() };
        keepWork(`${nameOf}${draft.id}`, work);
      }
      leave(() => go(draftPath(draft.id)));
    },
  });
}

function useIssue({ editor, kept, leave }: Options, meet: Meet) {
  const { t } = useLanguage();
  const go = useGo();
  return useMutationWithFeedback<{ id: string; number: string }>({
    run: async (api) => {
      if (kept === undefined) throw new ApiError("SERVER", "The draft is not saved yet.");
      try {
        const variables = { id: kept.id, version: editor.version };
        const { draftIssue } = await api(WrittenIssueDocument, variables);
        if (draftIssue === null) throw new ApiError("SERVER", "The answer came without data.");
        return draftIssue.document;
      } catch (error) {
        await meet(error);
        throw error;
      }
    },
    success: ({ number }) => t("draft.issued", { number }),
    invalidates: [[INVOICES_KEY]],
    onDone: ({ id }) => {
      editor.forget();
      leave(() => go(invoicePath(id)));
    },
  });
}

function useDiscard({ editor, kept, leave }: Options) {
  const { t } = useLanguage();
  const go = useGo();
  return useMutationWithFeedback({
    run: async (api) => {
      if (kept) await api(DraftDiscardDocument, { id: kept.id });
    },
    success: () => (kept ? t("draft.discarded") : undefined),
    invalidates: [[INVOICES_KEY]],
    onDone: () => {
      editor.forget();
      leave(() => go(PATHS.invoices));
    },
  });
}

type Input = Editor["read"]["input"];

async function create(api: Api, idempotencyKey: string, input: Input): Promise<Kept> {
  const { draftCreate } = await api(DraftCreateDocument, { input, idempotencyKey });
  return given(draftCreate?.draft);
}

async function update(api: Api, id: string, version: number, input: Input): Promise<Kept> {
  const { draftUpdate } = await api(DraftUpdateDocument, { id, version, input });
  return given(draftUpdate?.draft);
}

async function readKept(api: Api, id: string): Promise<Kept> {
  return given((await api(DraftOpenDocument, { id })).salesDraft ?? undefined);
}

function given(draft: Kept | undefined): Kept {
  if (draft === undefined) throw new ApiError("SERVER", "The answer came without data.");
  return draft;
}
