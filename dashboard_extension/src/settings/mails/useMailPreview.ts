import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { MailTextPreviewDocument, type SalesMailOccasion } from "../../generated/graphql";
import { useRested } from "../fields/useRested";
import { useHere } from "../form/context";
import type { MailText } from "../model/values";

interface Wanted {
  language: string;
  occasion: SalesMailOccasion;
  said: MailText;
}

/** The mail as it would be written with texts that are not kept yet. */
export function useMailPreview({ language, occasion, said }: Wanted) {
  const api = useApi();
  const channel = useMailChannel();
  const texts = useRested(said);
  return useQuery({
    queryKey: ["mail-preview", channel, language, occasion, texts],
    queryFn: async ({ signal }) => {
      const wanted = { channel, kind: "INVOICE", language, occasion, texts } as const;
      return (await api(MailTextPreviewDocument, wanted, signal)).mailTextPreview;
    },
    placeholderData: (before) => before,
    retry: false,
  });
}

/** The channel whose sender a sample mail has. */
export function useMailChannel(): string {
  const { place } = useHere();
  return place.level === "CHANNEL" ? place.name : "";
}

export type MailPreviewQuery = ReturnType<typeof useMailPreview>;
