import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { Download, ZoomIn } from "lucide-react";
import { useState } from "react";
import { useApi } from "../../api/context";
import { samePath } from "../../api/download";
import { DocumentPreviewDocument, type DocumentPreviewQuery } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { Dialog } from "../../ui/Dialog";
import { awaitsPdf } from "../awaiting";
import { useShown } from "../context";
import { DOCUMENT_KEY } from "../keys";
import { useDownloads } from "../useDownloads";
import { documentTitle } from "../words";
import css from "./Preview.module.css";

type Pages = NonNullable<NonNullable<DocumentPreviewQuery["salesInvoice"]>["preview"]>["pages"];

/** Addresses of pictures are good for five minutes; they are renewed before. */
const RENEW_MS = 4 * 60_000;

/** The first page as it is printed; all of them, large, at a click. */
export function Preview() {
  const { t } = useLanguage();
  const { document } = useShown();
  const { pdf, running } = useDownloads();
  const [large, setLarge] = useState(false);
  const found = usePages(document.pdf !== null);
  const first = found.data?.[0];
  return (
    <Card plain title={t("doc.preview")}>
      {first ? (
        <button
          type="button"
          className={css.page}
          aria-label={t("doc.preview.open")}
          onClick={() => setLarge(true)}
        >
          <Picture page={first} className={css.picture} onGone={found.refetch} />
        </button>
      ) : (
        <Waiting failed={found.isError} />
      )}
      {document.pdf !== null && (
        <div className={css.actions}>
          {first && (
            <Button
              variant="secondary"
              size="small"
              icon={<ZoomIn size={14} aria-hidden />}
              onClick={() => setLarge(true)}
            >
              {t("doc.preview.zoom")}
            </Button>
          )}
          <Button
            variant="secondary"
            size="small"
            disabled={running}
            icon={<Download size={14} aria-hidden />}
            onClick={pdf}
          >
            {t("doc.pdf")}
          </Button>
        </div>
      )}
      {large && found.data && (
        <Dialog
          wide
          title={documentTitle(document, t)}
          cancelLabel={t("ui.close")}
          onClose={() => setLarge(false)}
        >
          <div className={css.pages}>
            {found.data.map((page) => (
              <Picture key={page.number} page={page} className={css.large} onGone={found.refetch} />
            ))}
          </div>
        </Dialog>
      )}
    </Card>
  );
}

interface PictureProps {
  page: Pages[number];
  className: string | undefined;
  /** Its address is over. */
  onGone: () => unknown;
}

function Picture({ page, className, onGone }: PictureProps) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  return (
    <img
      className={className}
      src={samePath(page.url)}
      width={page.width}
      height={page.height}
      alt={t("doc.preview.page", { number: String(page.number) })}
      onError={() => {
        if (asked) return; // once: a picture that can't be had must not be asked for for ever
        setAsked(true);
        onGone();
      }}
    />
  );
}

function Waiting({ failed }: { failed: boolean }) {
  const { t } = useLanguage();
  const { document } = useShown();
  const words = document.state === "DRAFT" ? "doc.preview.draft" : "doc.preview.none";
  const waiting = awaitsPdf(document) || (document.pdf !== null && !failed);
  return (
    <div className={css.wait} role="status">
      {t(waiting ? "doc.preview.waiting" : words)}
    </div>
  );
}

function usePages(enabled: boolean) {
  const api = useApi();
  const { document } = useShown();
  return useQuery({
    queryKey: [DOCUMENT_KEY, document.id, "pages", document.pdf?.createdAt],
    queryFn: async ({ signal }) => {
      const { salesInvoice } = await api(DocumentPreviewDocument, { id: document.id }, signal);
      return salesInvoice?.preview?.pages ?? [];
    },
    enabled,
    staleTime: RENEW_MS,
    refetchInterval: RENEW_MS,
  });
}
