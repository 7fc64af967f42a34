import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { type Api, ApiError } from "../../api/client";
import { useApi } from "../../api/context";
import { SettingsUpdateDocument } from "../../generated/graphql";
import { complaintOf } from "../model/checks";
import {
  changes,
  type Edits,
  editId,
  faultsOf,
  isConflict,
  NO_EDITS,
  placesOf,
  type Setting,
  waryInputsOf,
  withEdit,
  withoutEdit,
  withSeen,
} from "../model/edits";
import type { SettingsForm } from "./context";
import { fetchSettings, forgetSettings } from "./useSettings";

/** Values stand in the way that the page itself marks: nothing was sent. */
class Refused extends Error {
  override name = "Refused";
}

type Known = ReadonlyMap<string, Setting>;

/** The unsaved changes of a form, and their way to the API: all of them or none. */
export function useSettingsSave(): Omit<SettingsForm, "mayWrite"> {
  const [edits, setEdits] = useState(NO_EDITS);
  const latest = useRef(edits);
  latest.current = edits;
  const saving = useSaving(setEdits);
  const { mutateAsync, reset, isPending, error } = saving;
  const moves = useMoves(setEdits, reset);
  const save = useCallback<SettingsForm["save"]>(
    async (besides = NO_EDITS) => {
      const wished = new Map([...besides, ...latest.current]);
      if (wished.size === 0) return true;
      try {
        await mutateAsync(wished);
        return true;
      } catch {
        return false;
      }
    },
    [mutateAsync],
  );
  return useMemo(() => {
    const faults = error instanceof ApiError ? faultsOf(error.params, error.message) : [];
    const refused = error instanceof Refused;
    const told = refused || faults.length > 0;
    return {
      ...moves,
      edits,
      faults,
      refused,
      save,
      saving: isPending,
      error: told ? null : error,
    };
  }, [moves, edits, error, save, isPending]);
}

type SetEdits = (change: (edits: Edits) => Edits) => void;

function useMoves(setEdits: SetEdits, reset: () => void) {
  return useMemo(
    () => ({
      change: ((place, setting, wish) =>
        setEdits((now) => withEdit(now, place, setting, wish))) satisfies SettingsForm["change"],
      forget: ((place, key) =>
        setEdits((now) => withoutEdit(now, place, key))) satisfies SettingsForm["forget"],
      insist: ((place, setting) =>
        setEdits((now) => {
          const edit = now.get(editId(place, setting.key));
          return edit === undefined ? now : withSeen(now, setting, edit);
        })) satisfies SettingsForm["insist"],
      discard: () => {
        setEdits(() => NO_EDITS);
        reset();
      },
    }),
    [setEdits, reset],
  );
}

function useSaving(setEdits: SetEdits) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation<void, Error, Edits>({
    mutationFn: async (begun) => {
      const known: Map<string, Setting> = new Map();
      for (const place of placesOf(begun)) {
        for (const setting of await fetchSettings(queries, api, place)) {
          known.set(editId(place, setting.key), setting);
        }
      }
      const sent = pending(begun, known);
      if (stopped(sent, known)) throw new Refused("Values are to be mended first.");
      if (sent.size > 0) await write(api, queries, sent);
      await forgetSettings(queries);
      // What was typed while it was saved stays unsaved.
      setEdits((now) => new Map([...now].filter(([id, edit]) => begun.get(id) !== edit)));
    },
  });
}

/** Saves them; where someone else was quicker, nothing is saved and their values are shown. */
async function write(api: Api, queries: QueryClient, sent: Edits): Promise<void> {
  try {
    await api(SettingsUpdateDocument, { input: waryInputsOf(sent) });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "SETTING_CHANGED")) throw error;
    await forgetSettings(queries);
    throw new Refused("Someone else changed a value this moment.");
  }
}

/** Without what holds by now: someone else may have wished the same. */
function pending(edits: Edits, known: Known): Edits {
  return new Map(
    [...edits].filter(([id, edit]) => {
      const setting = known.get(id);
      return setting === undefined || changes(edit, setting);
    }),
  );
}

function stopped(edits: Edits, known: Known): boolean {
  return [...edits].some(([id, edit]) => {
    const setting = known.get(id);
    if (setting === undefined) return false;
    const complaint = edit.inherit ? undefined : complaintOf(setting, edit.value);
    return complaint !== undefined || isConflict(edit, setting);
  });
}
