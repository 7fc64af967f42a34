import { useQueryClient } from "@tanstack/react-query";
import { type Api, ApiError } from "../../api/client";
import { useApi } from "../../api/context";
import {
  LegalEntityCreateDocument,
  LegalEntityListDocument,
  LegalEntityUpdateDocument,
} from "../../generated/graphql";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { faultsOf } from "../model/edits";
import {
  changedFields,
  EMPTY_SELLER,
  fieldAt,
  formOf,
  inputOf,
  type Seller,
  type SellerField,
  type SellerForm,
} from "./form";
import { SELLERS } from "./useSellers";

/** Someone else changed the same fields since they were read. */
export class SellerConflict extends Error {
  override name = "SellerConflict";

  constructor(
    readonly now: Seller,
    readonly fields: readonly SellerField[],
  ) {
    super("Someone else changed the seller meanwhile.");
  }
}

interface Wish {
  form: SellerForm;
  /** As it was read; what a new one begins with. */
  before: SellerForm;
}

interface Options {
  /** Of the seller that is there already. */
  id: string | undefined;
  key: string;
  onSaved: (seller: Seller) => void;
  onFailed?: () => void;
}

/** Saves a seller, only what was changed of it, and not over another person's change. */
export function useSellerSave({ id, key, onSaved, onFailed }: Options) {
  const api = useApi();
  const queries = useQueryClient();
  const written = async (call: Api, { form, before }: Wish) => {
    if (id === undefined) {
      const input = inputOf(form, changedFields(EMPTY_SELLER, form));
      return (await call(LegalEntityCreateDocument, { key, input })).legalEntityCreate;
    }
    const changed = changedFields(before, form);
    const all = await queries.fetchQuery({
      queryKey: SELLERS,
      queryFn: async () => (await api(LegalEntityListDocument, {})).salesLegalEntities ?? [],
      staleTime: 0,
    });
    refuseConflict(
      all.find((each) => each.id === id),
      before,
      form,
      changed,
    );
    const input = inputOf(form, changed);
    return (await call(LegalEntityUpdateDocument, { id, input })).legalEntityUpdate;
  };
  const save = useMutationWithFeedback({
    run: (call, wish: Wish) =>
      written(call, wish).catch((error: unknown) => {
        onFailed?.();
        throw error;
      }),
    invalidates: [SELLERS, ["settings"], ["setting-history"], ["setup"]],
    onDone: (result) => result && onSaved(result.legalEntity),
  });
  return { ...save, faults: sellerFaults(save.error, key) };
}

function refuseConflict(
  now: Seller | undefined,
  before: SellerForm,
  form: SellerForm,
  changed: readonly SellerField[],
): void {
  if (now === undefined) return; // deleted meanwhile: the API says so
  const theirs = formOf(now);
  const both = changed.filter(
    (field) => theirs[field] !== before[field] && theirs[field] !== form[field],
  );
  if (both.length > 0) throw new SellerConflict(now, both);
}

export interface SellerFaults {
  at: Partial<Record<SellerField, string>>;
  /** What is told at no field. */
  other: string[];
}

function sellerFaults(error: unknown, key: string): SellerFaults {
  const faults: SellerFaults = { at: {}, other: [] };
  if (!(error instanceof ApiError)) return faults;
  for (const { place, message } of faultsOf(error.params, error.message)) {
    const field = fieldAt(place, key);
    if (field) faults.at[field] ??= message;
    else faults.other.push(message);
  }
  return faults;
}
