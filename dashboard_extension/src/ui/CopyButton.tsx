import { Button } from "@saleor/macaw-ui";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useDashboard } from "../bridge/context";
import { useLanguage } from "../i18n/context";

const SHOWN_MS = 2_000;

/** Copies a text. A frame may be refused the clipboard: then it says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(text)) setCopied(true);
    else notify("error", t("ui.copy.failed"));
  };
  return (
    <Button
      type="button"
      variant="secondary"
      size="small"
      onClick={() => void copy()}
      icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    >
      <span aria-live="polite">{copied ? t("ui.copied") : (label ?? t("ui.copy"))}</span>
    </Button>
  );
}

/** Whether the text is on the clipboard now; a frame without the right to it takes the old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  area.className = "visually-hidden";
  // Inside of an open dialog, since all else can't be selected.
  (focused?.closest("dialog") ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
