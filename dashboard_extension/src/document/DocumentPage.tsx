import { Skeleton } from "@saleor/macaw-ui";
import { useEffect, useRef, useState } from "react";
import { useParams } from "react-router";
import { ApiError } from "../api/client";
import { PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import { Page, PageHead } from "../ui/Page";
import { PageLink } from "../ui/PageLink";
import { ShownProvider } from "./context";
import { DocumentHead } from "./DocumentHead";
import css from "./DocumentPage.module.css";
import { Main } from "./Main";
import { OpenDialog } from "./OpenDialog";
import { Side } from "./Side";
import { useAsked } from "./useAsked";
import { type SalesDocument, useDocument, useVerbs } from "./useDocument";

/** How long the page looks more often after something was begun whose end comes later. */
const WATCH_MS = 45_000;

/** The page of one invoice, credit note or proforma. */
export default function DocumentPage() {
  const { id = "" } = useParams();
  return <OneDocument key={id} id={id} />;
}

function OneDocument({ id }: { id: string }) {
  const { watched, watch } = useWatch();
  const found = useDocument(id, watched);
  const known = useRef<SalesDocument>(undefined);
  if (found.data) known.current = found.data;
  const { asked, open, close } = useAsked();
  if (found.isPending) return <Loading />;
  if (found.isError && !known.current) return <Failed {...found} />;
  // Deleted by somebody else: what is being typed in a dialog stays until it is closed.
  const document = found.data ?? (asked ? known.current : undefined);
  if (document === undefined) return <Gone was={known.current} />;
  return <Found document={document} watch={watch} {...{ asked, open, close }} />;
}

type FoundProps = ReturnType<typeof useAsked> & { document: SalesDocument; watch: () => void };

function Found({ document, watch, asked, open, close }: FoundProps) {
  const verbs = useVerbs(document.id, document.erasedAt === null).data ?? undefined;
  return (
    <ShownProvider value={{ document, verbs, open, watch }}>
      <Page head={<DocumentHead />} aside={<Side />}>
        <Main />
      </Page>
      {asked && <OpenDialog asked={asked} close={close} />}
    </ShownProvider>
  );
}

function useWatch() {
  const [until, setUntil] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setTimeout(() => setUntil(0), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);
  return { watched: until > 0, watch: () => setUntil(Date.now() + WATCH_MS) };
}

function Loading() {
  const { t } = useLanguage();
  return (
    <div className={css.skeleton} aria-busy>
      <span role="status" className="visually-hidden">
        {t("ui.loading")}
      </span>
      <Skeleton className={css.block} />
      <Skeleton className={css.block} />
    </div>
  );
}

function Failed({ error, refetch }: { error: Error; refetch: () => unknown }) {
  // An address that was cut off on its way is no fault of anybody: there is no such document.
  if (error instanceof ApiError && error.code === "INVALID_ID") return <Gone />;
  return <ErrorNotice error={error} retry={() => void refetch()} />;
}

/** There is no such document, or there is none any more. */
function Gone({ was }: { was?: SalesDocument }) {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t("doc.gone.head")} back={PATHS.invoices} line />
      <Notice
        title={t(was ? "doc.gone.deleted" : "doc.gone.title")}
        text={t(was ? "doc.gone.deleted.text" : "doc.gone.text")}
        action={<PageLink to={PATHS.invoices}>{t("notfound.back")}</PageLink>}
      />
    </>
  );
}
