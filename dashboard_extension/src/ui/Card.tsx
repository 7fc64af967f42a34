import { Text } from "@saleor/macaw-ui";
import { type ReactNode, useId } from "react";
import css from "./Card.module.css";

interface Props {
  title?: string;
  text?: ReactNode;
  actions?: ReactNode;
  /** No border and no padding at the sides: a part of an `aside`. */
  plain?: boolean;
  /** The content touches the card's edges: a table. */
  flush?: boolean;
  children?: ReactNode;
}

/** One part of a page, with a heading of its own. */
export function Card({ title, text, actions, plain = false, flush = false, children }: Props) {
  const titleId = useId();
  const classes = [css.card, plain && css.plain, flush && css.flush].filter(Boolean).join(" ");
  return (
    <section className={classes} aria-labelledby={title ? titleId : undefined}>
      {(title || actions) && (
        <div className={css.head}>
          <div className={css.words}>
            {title && (
              <Text as="h2" id={titleId} size={5} fontWeight="medium" margin={0}>
                {title}
              </Text>
            )}
            {text && (
              <Text as="p" size={2} color="default2" margin={0}>
                {text}
              </Text>
            )}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
