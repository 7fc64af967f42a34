import type { ReactNode } from "react";
import css from "./StateNotice.module.css";

interface Props {
  tone: "info" | "warning" | "error";
  title?: string;
  label?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something that must not be overlooked, above what it is about. */
export function NoticeBox({ tone, title, label, actions, children }: Props) {
  return (
    <section
      className={[css.notice, tone !== "info" && css[tone]].filter(Boolean).join(" ")}
      aria-label={label ?? title}
    >
      {title && <strong>{title}</strong>}
      {children}
      {actions && <div className={css.actions}>{actions}</div>}
    </section>
  );
}
