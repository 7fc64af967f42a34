import { useWidgetAutoResize } from "@saleor/app-sdk/app-bridge";
import { Text } from "@saleor/macaw-ui";
import { type ReactNode, useRef } from "react";
import css from "./Panel.module.css";

export interface PanelProps {
  title: string;
  /** Where the dashboard writes a title of its own above. */
  titleHidden?: boolean;
  action?: ReactNode;
  children: ReactNode;
}

/** The inside of a popup. */
export function Panel({ children, ...head }: PanelProps) {
  return (
    <div className={css.panel}>
      <PanelHead {...head} />
      {children}
    </div>
  );
}

/** The inside of a widget: the dashboard gives it the height that it needs (3.23.7 and later). */
export function WidgetPanel({ children, ...head }: PanelProps) {
  const root = useRef<HTMLDivElement>(null);
  useWidgetAutoResize(root);
  return (
    <div ref={root} className={css.widget}>
      <PanelHead {...head} />
      {children}
    </div>
  );
}

function PanelHead({ title, titleHidden = false, action }: Omit<PanelProps, "children">) {
  return (
    <>
      {titleHidden && <h1 className="visually-hidden">{title}</h1>}
      {(!titleHidden || action) && (
        <div className={css.head}>
          {!titleHidden && (
            <Text as="h1" size={5} fontWeight="medium" margin={0}>
              {title}
            </Text>
          )}
          {action && <span className={css.end}>{action}</span>}
        </div>
      )}
    </>
  );
}
