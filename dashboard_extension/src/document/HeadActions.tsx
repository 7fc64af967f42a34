import { Button } from "@saleor/macaw-ui";
import {
  Ban,
  CircleCheck,
  Download,
  Eraser,
  FileCode,
  FilePen,
  FileX,
  HandCoins,
  Link,
  Link2Off,
  Mail,
  Pencil,
  Send,
  Trash2,
} from "lucide-react";
import { draftPath } from "../app/paths";
import { useViewer } from "../app/useViewer";
import { useLanguage } from "../i18n/context";
import { Menu, type MenuItem } from "../ui/Menu";
import { useGo } from "../ui/PageLink";
import { type DialogName, useShown } from "./context";
import { useDownloads } from "./useDownloads";

const SIZE = 16;

/** The two likeliest actions as buttons, all others in a menu; none that would be refused. */
export function HeadActions() {
  const { document } = useShown();
  return document.state === "DRAFT" ? <DraftActions /> : <IssuedActions />;
}

function DraftActions() {
  const { t } = useLanguage();
  const go = useGo();
  const { document, open } = useShown();
  if (document.kind !== "CREDIT_NOTE") {
    return (
      <Button icon={<Pencil size={SIZE} aria-hidden />} onClick={() => go(draftPath(document.id))}>
        {t("doc.edit")}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="secondary"
        icon={<Trash2 size={SIZE} aria-hidden />}
        onClick={() => open({ name: "discard" })}
      >
        {t("doc.discard")}
      </Button>
      <Button
        icon={<CircleCheck size={SIZE} aria-hidden />}
        onClick={() => open({ name: "issue" })}
      >
        {t("doc.issue")}
      </Button>
    </>
  );
}

function IssuedActions() {
  const { t } = useLanguage();
  const { verbs, open } = useShown();
  const items = useMenuItems();
  return (
    <>
      {verbs?.credit && (
        <Button
          variant="secondary"
          icon={<FileX size={SIZE} aria-hidden />}
          onClick={() => open({ name: "credit" })}
        >
          {t("doc.credit")}
        </Button>
      )}
      {verbs?.send && (
        <Button icon={<Mail size={SIZE} aria-hidden />} onClick={() => open({ name: "send" })}>
          {t("doc.send")}
        </Button>
      )}
      <Menu label={t("ui.more")} items={items} />
    </>
  );
}

function useMenuItems(): readonly (MenuItem | false | null | undefined)[] {
  const { t } = useLanguage();
  const { mayHandleMoney } = useViewer();
  const { document, verbs, open } = useShown();
  const { pdf, xml } = useDownloads();
  const asking = (name: DialogName) => () => open({ name });
  const isKept = document.erasedAt === null;
  return [
    document.pdf !== null && { label: t("doc.pdf"), icon: <Download size={SIZE} />, onSelect: pdf },
    document.xml !== null && { label: t("doc.xml"), icon: <FileCode size={SIZE} />, onSelect: xml },
    isKept && {
      label: t("doc.link.copy"),
      icon: <Link size={SIZE} />,
      onSelect: asking("link"),
    },
    document.customerLink && {
      label: t("doc.link.revoke"),
      icon: <Link2Off size={SIZE} />,
      onSelect: asking("revoke"),
    },
    verbs?.transmit && {
      label: t("doc.transmit"),
      icon: <Send size={SIZE} />,
      onSelect: asking("transmit"),
    },
    mayHandleMoney &&
      isPayable(document) && {
        label: t("doc.pay"),
        icon: <HandCoins size={SIZE} />,
        onSelect: asking("pay"),
        separated: true,
      },
    verbs?.correct && {
      label: t("doc.correct"),
      icon: <FilePen size={SIZE} />,
      onSelect: asking("correct"),
      hint: t("doc.correct.hint"),
    },
    verbs?.void && {
      label: t("doc.void"),
      icon: <Ban size={SIZE} />,
      onSelect: asking("void"),
      hint: t("doc.void.hint"),
      danger: true,
    },
    verbs?.delete && {
      label: t("doc.remove"),
      icon: <Trash2 size={SIZE} />,
      onSelect: asking("remove"),
      danger: true,
      separated: true,
    },
    verbs?.erase && {
      label: t("doc.erase"),
      icon: <Eraser size={SIZE} />,
      onSelect: asking("erase"),
      danger: true,
      separated: true,
    },
  ];
}

/** Whether payments count for it at all. */
export function isPayable({ kind, state }: { kind: string; state: string }): boolean {
  return kind === "INVOICE" && state === "ISSUED";
}
