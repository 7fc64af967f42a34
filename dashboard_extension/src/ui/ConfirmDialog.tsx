import { Button } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { useLanguage } from "../i18n/context";
import { Dialog } from "./Dialog";
import { ErrorLine } from "./ErrorLine";

interface Props {
  title: string;
  text?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  /** What is confirmed can't be undone. */
  danger?: boolean;
  running?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something that matters; shows in itself what went wrong. */
export function ConfirmDialog({ confirmLabel, danger, running, error, onConfirm, ...rest }: Props) {
  const { t } = useLanguage();
  return (
    <Dialog
      {...rest}
      busy={running}
      actions={
        <Button
          variant={danger ? "error" : "primary"}
          disabled={running}
          onClick={() => onConfirm()}
        >
          {running ? t("ui.working") : confirmLabel}
        </Button>
      }
    >
      {rest.children}
      <ErrorLine error={error} />
    </Dialog>
  );
}
