import { Button, Text } from "@saleor/macaw-ui";
import { useMutation } from "@tanstack/react-query";
import { ApiError } from "../api/client";
import { useApi } from "../api/context";
import { DraftLookDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { ErrorLine } from "../ui/ErrorLine";
import css from "./Draft.module.css";
import type { DraftForm } from "./form";

interface Props {
  id: string | undefined;
  form: DraftForm;
  /** Shown is what is saved. */
  dirty: boolean;
}

/** The PDF's pages as they would be, made when asked for. */
export function LookCard({ id, form, dirty }: Props) {
  const { t } = useLanguage();
  const look = useLook(id, form);
  const blocked = id === undefined || dirty;
  return (
    <Card plain title={t("draft.look")}>
      <Button
        type="button"
        variant="secondary"
        disabled={blocked || look.isPending}
        onClick={() => look.mutate()}
      >
        {look.isPending ? t("ui.working") : t("draft.look.show")}
      </Button>
      {blocked && (
        <Text as="p" size={2} color="default2" margin={0}>
          {t("draft.look.save")}
        </Text>
      )}
      <ErrorLine title={t("draft.look.failed")} error={look.error} />
      {look.data && <Pages {...look.data} stale={dirty} />}
    </Card>
  );
}

function useLook(id: string | undefined, { channel, legalEntity }: DraftForm) {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const level = channel ? "CHANNEL" : legalEntity ? "LEGAL_ENTITY" : "APP";
      const variables = { id: id ?? "", level, name: channel || legalEntity } as const;
      const { salesLookPreview } = await api(DraftLookDocument, variables);
      if (salesLookPreview === null) throw new ApiError("SERVER", "The answer came without data.");
      return salesLookPreview;
    },
  });
}

interface PagesProps {
  pages: readonly string[];
  pageCount: number;
  problems: readonly { line: number | null; message: string }[];
  stale: boolean;
}

function Pages({ pages, pageCount, problems, stale }: PagesProps) {
  const { t } = useLanguage();
  return (
    <div className={stale ? `${css.looks} ${css.stale}` : css.looks}>
      {problems.map(({ message }) => (
        <Text key={message} as="p" size={3} color="critical1" margin={0}>
          {message}
        </Text>
      ))}
      {pages.map((page, index) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its place
          key={index}
          className={css.look}
          src={page}
          alt={t("draft.look.page", { page: `${index + 1}` })}
        />
      ))}
      {pageCount > pages.length && (
        <Text as="p" size={2} color="default2" margin={0}>
          {t.count("draft.look.more", pageCount - pages.length)}
        </Text>
      )}
    </div>
  );
}
