import { Button } from "@saleor/macaw-ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useApi } from "../api/context";
import { importPath } from "../app/paths";
import { useShown } from "../document/context";
import { DOCUMENT_KEY } from "../document/keys";
import { Facts } from "../document/parts/Facts";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { Card } from "../ui/Card";
import { Chip, type Tone } from "../ui/Chip";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { PageLink } from "../ui/PageLink";
import { Differences } from "./Differences";
import {
  ImportedDocumentDocument,
  type ImportedDocumentQuery,
  type SalesExternalLink,
} from "./generated/graphql";
import css from "./imports.module.css";
import { LinkDialog } from "./LinkDialog";
import { useUnlink } from "./useLink";
import { Versions } from "./Versions";
import { useSay, WordsProvider } from "./words";

export type External = NonNullable<NonNullable<ImportedDocumentQuery["salesInvoice"]>["external"]>;

const TONES: Readonly<Record<SalesExternalLink, Tone>> = {
  NONE: "neutral",
  PENDING: "info",
  LINKED: "success",
  UNLINKED: "warning",
};
const PENDING_POLL_MS = 3_000;

/** Of which document in another system the page's document is a copy, and of which order. */
export default function ExternalCard() {
  return (
    <WordsProvider>
      <Told />
    </WordsProvider>
  );
}

function Told() {
  const say = useSay();
  const { locale } = useLanguage();
  const { document } = useShown();
  const external = useExternal(document.id).data;
  if (!external) return null;
  const job = external.importJobId;
  return (
    <Card plain title={say("imports.external")}>
      <Differences of={external.totalsDifferences} />
      <Facts
        facts={[
          [say("imports.source"), external.sourceSystem],
          [say("imports.external.id"), external.externalId],
          [say("imports.external.version"), String(external.version)],
          [say("imports.external.at"), formatMoment(external.updatedAt, locale)],
          [say("imports.external.order"), <Link key="link" external={external} />],
          [
            say("imports.external.orderMoney"),
            external.orderMoney && (
              <span key="money" className={css.stack}>
                <Amount money={external.orderMoney} />
                <span className={css.small}>{say("imports.external.orderMoney.text")}</span>
              </span>
            ),
          ],
          [
            say("imports.external.by"),
            job && (
              <PageLink to={importPath(job)} className={css.link}>
                {say("imports.external.job")}
              </PageLink>
            ),
          ],
        ]}
      />
      <Versions external={external} />
      <Actions />
    </Card>
  );
}

function useExternal(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: [DOCUMENT_KEY, id, "external"],
    queryFn: async ({ signal }) =>
      (await api(ImportedDocumentDocument, { id }, signal)).salesInvoice?.external ?? null,
    refetchInterval: ({ state }) => state.data?.link === "PENDING" && PENDING_POLL_MS,
  });
  const link = query.data?.link;
  const before = useRef(link);
  useEffect(() => {
    // What may be done with it depends on what Saleor answered meanwhile.
    if (before.current === "PENDING" && link !== "PENDING") {
      void client.invalidateQueries({ queryKey: [DOCUMENT_KEY, id, "verbs"] });
    }
    before.current = link;
  }, [client, id, link]);
  return query;
}

/** Whether Saleor knows its order, and if not, why. */
function Link({ external }: { external: External }) {
  const say = useSay();
  const { link, linkCode, orderNumber, orderReference, orderId } = external;
  const named = orderNumber ? `#${orderNumber}` : orderReference || orderId;
  const why = link === "UNLINKED" && (say.find(`imports.link.code.${linkCode}`) ?? linkCode);
  return (
    <span className={css.stack}>
      <span>
        <Chip tone={TONES[link]}>{say(`imports.link.state.${link}`)}</Chip>
      </span>
      {link !== "LINKED" && named && (
        <span className={css.small}>{say("imports.unlinked.named", { order: named })}</span>
      )}
      {why && <span className={css.small}>{why}</span>}
    </span>
  );
}

/** What its state allows; of what it does not allow, why. */
function Actions() {
  const say = useSay();
  const { document, verbs, open } = useShown();
  const [asked, ask] = useState<"link" | "unlink">();
  const close = () => ask(undefined);
  if (!verbs) return null;
  const stays = say.find(`imports.error.${verbs.deleteRefused}`) ?? verbs.deleteRefused;
  return (
    <>
      <div className={css.links}>
        {verbs.link && (
          <Button variant="secondary" size="small" onClick={() => ask("link")}>
            {say(verbs.unlink ? "imports.link.other" : "imports.link.search")}
          </Button>
        )}
        {verbs.unlink && (
          <Button variant="secondary" size="small" onClick={() => ask("unlink")}>
            {say("imports.unlink")}
          </Button>
        )}
        {verbs.delete && (
          <Button variant="secondary" size="small" onClick={() => open({ name: "remove" })}>
            {say("imports.remove")}
          </Button>
        )}
      </div>
      {stays && <p className={css.small}>{say("imports.remove.not", { why: stays })}</p>}
      {asked === "link" && <LinkDialog document={document} onClose={close} />}
      {asked === "unlink" && <UnlinkDialog onClose={close} />}
    </>
  );
}

function UnlinkDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { document } = useShown();
  const unlink = useUnlink(document, onClose);
  return (
    <ConfirmDialog
      title={say("imports.unlink.title", { number: document.number })}
      text={say("imports.unlink.text")}
      confirmLabel={say("imports.unlink")}
      running={unlink.running}
      error={unlink.error}
      onConfirm={unlink.run}
      onClose={onClose}
    />
  );
}
