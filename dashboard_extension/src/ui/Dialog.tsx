import { Button, Text } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useLanguage } from "../i18n/context";
import css from "./Dialog.module.css";

interface Props {
  title: string;
  text?: ReactNode;
  onClose: () => void;
  /** The buttons; a cancel button comes by itself. */
  actions?: ReactNode;
  cancelLabel?: string;
  wide?: boolean;
  /** Makes the dialog a form. */
  onSubmit?: () => void;
  /** Nothing closes it while a work is under way. */
  busy?: boolean;
  children?: ReactNode;
}

const DOUBLE_CLICK_MS = 500;

/**
 * A modal dialog; render it only while it is open. The browser's own: it keeps the focus inside,
 * closes at Escape, and gives the focus back.
 */
export function Dialog({ title, text, onClose, busy = false, wide = false, ...rest }: Props) {
  const { t } = useLanguage();
  const dialog = useOpened();
  const titleId = useId();
  const openedAt = useRef(performance.now());
  const close = () => {
    if (!busy) onClose();
  };
  const click = ({ detail }: { detail: number }) => {
    // The second click on the button that opened it is not meant for what now lies there.
    if (detail < 2 || performance.now() - openedAt.current > DOUBLE_CLICK_MS) close();
  };
  return (
    <dialog
      ref={dialog}
      className={wide ? `${css.dialog} ${css.wide}` : css.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault(); // whoever shows it decides whether it goes
        close();
      }}
      // What happens in it is no click or key of what it was rendered in.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      // Beside a form a click is too easily made by mistake: what was typed would be lost.
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && !rest.onSubmit) click(event);
      }}
    >
      <Frame onSubmit={rest.onSubmit}>
        <div className={css.head}>
          <Text as="h2" id={titleId} size={5} fontWeight="medium" margin={0}>
            {title}
          </Text>
          <button
            type="button"
            className={css.close}
            aria-label={t("ui.close")}
            disabled={busy}
            onClick={click}
          >
            <X size={18} aria-hidden />
          </button>
        </div>
        <div className={css.body}>
          {text && (
            <Text as="p" size={3} margin={0}>
              {text}
            </Text>
          )}
          {rest.children}
        </div>
        <div className={css.foot}>
          <Button type="button" variant="secondary" disabled={busy} onClick={click}>
            {rest.cancelLabel ?? t("ui.cancel")}
          </Button>
          {rest.actions}
        </div>
      </Frame>
    </dialog>
  );
}

function Frame({ onSubmit, children }: Pick<Props, "onSubmit" | "children">) {
  if (onSubmit === undefined) return <div className={css.frame}>{children}</div>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a dialog within a form's markup is no part of that form
    onSubmit();
  };
  return (
    <form className={css.frame} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}

function useOpened() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return ref;
}
