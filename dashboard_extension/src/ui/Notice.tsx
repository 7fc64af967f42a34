import { Text } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import css from "./Notice.module.css";

interface Props {
  title: string;
  text?: string;
  icon?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
  /** Read aloud at once: something failed. */
  alert?: boolean;
}

/** What a page says when it has nothing else to show. */
export function Notice({ title, text, icon, action, compact = false, alert = false }: Props) {
  return (
    <div
      className={compact ? `${css.notice} ${css.compact}` : css.notice}
      role={alert ? "alert" : "status"}
    >
      {icon}
      <Text as="h2" size={compact ? 4 : 6} fontWeight="medium" margin={0}>
        {title}
      </Text>
      {text && (
        <Text as="p" size={3} color="default2" margin={0} className={css.text}>
          {text}
        </Text>
      )}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
