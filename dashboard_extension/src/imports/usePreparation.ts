import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context";
import { ReportSellersDocument } from "../generated/graphql";
import { ImportPreviewDocument, type SalesImportPolicy } from "./generated/graphql";
import {
  claimedTwice,
  FOUND_OUT,
  isSource,
  type Mapping,
  mappingFor,
  missingNeeds,
  optionsInput,
  type Preview,
  type Reading,
} from "./mapping";
import type { Uploaded } from "./upload";
import { IMPORTS_KEY, type ImportWish, useImportJobs } from "./useImports";

/** Whose documents they are, and what becomes of those that were brought before. */
export interface Books {
  sourceSystem: string;
  legalEntity: string;
  policy: SalesImportPolicy;
  publish: boolean;
}

/** What was said for the same file before. */
export interface Begin {
  reading: Reading;
  mapping: Mapping;
  books: Books;
}

/** Everything that is said about a file before it is imported. */
export function usePreparation(uploaded: Uploaded, begin?: Begin) {
  const [reading, setReading] = useState<Reading>(begin?.reading ?? FOUND_OUT);
  const [edits, setEdits] = useState<Mapping>(begin?.mapping ?? {});
  const [books, setBooks] = useBooks(begin?.books);
  const preview = usePreview(uploaded.id, reading);
  const found = preview.data;
  const seen = useSeen(found);
  const mapping = found ? mappingFor(found, edits) : {};
  const isTable = found?.hasColumns ?? false;
  const missing = isTable ? missingNeeds(mapping, reading) : [];
  const twice = claimedTwice(mapping);
  const ready =
    found !== undefined &&
    !preview.isError &&
    missing.length === 0 &&
    twice.size === 0 &&
    isSource(books.sourceSystem);
  const options = optionsInput(reading, mapping, found?.headers ?? []);
  const wish: Omit<ImportWish, "dryRun"> = { uploadId: uploaded.id, ...books, options };
  return {
    preview,
    isTable,
    seen,
    reading,
    setReading: (change: Partial<Reading>) => setReading((now) => ({ ...now, ...change })),
    mapping,
    setField: (header: string, field: string) => setEdits((now) => ({ ...now, [header]: field })),
    setEdits,
    books,
    setBooks,
    missing,
    twice,
    ready,
    options,
    wish,
  };
}

export type Preparation = ReturnType<typeof usePreparation>;

/** The beginning of the file; the last one stays to be seen while another is on its way. */
function usePreview(uploadId: string, { sheet, encoding, delimiter }: Reading) {
  const api = useApi();
  return useQuery({
    queryKey: [IMPORTS_KEY, "preview", uploadId, sheet, encoding, delimiter],
    queryFn: async ({ signal }): Promise<Preview | undefined> => {
      const variables = { uploadId, options: { sheet, encoding, delimiter } };
      return (await api(ImportPreviewDocument, variables, signal)).salesImportPreview ?? undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // an uploaded file does not change
  });
}

/** What was read last: it is known too while something is chosen that can't be read. */
function useSeen(found: Preview | undefined): Preview | undefined {
  const [seen, setSeen] = useState<Preview>();
  if (found && found !== seen) setSeen(found);
  return found ?? seen;
}

/** The source system of the last import, and the first seller, until somebody says otherwise. */
function useBooks(begin: Books | undefined) {
  const { data: jobs } = useImportJobs();
  const { data: sellers } = useSellers();
  const [said, say] = useState<Partial<Books>>(begin ?? {});
  const books: Books = {
    sourceSystem: jobs?.[0]?.sourceSystem ?? "",
    legalEntity: sellers?.[0]?.key ?? "",
    policy: "REFUSE",
    publish: true,
    ...said,
  };
  const change = (part: Partial<Books>) => say((now) => ({ ...now, ...part }));
  return [books, change] as const;
}

/** The store's sellers, by key and name. */
export function useSellers() {
  const api = useApi();
  return useQuery({
    queryKey: [IMPORTS_KEY, "sellers"],
    queryFn: async ({ signal }) =>
      (await api(ReportSellersDocument, {}, signal)).salesLegalEntities ?? [],
    staleTime: 300_000,
  });
}
