import { useLanguage } from "../i18n/context";
import css from "./ErrorLine.module.css";
import { errorText } from "./errors";

/** What went wrong with an action, beside its button; nothing where nothing did. */
export function ErrorLine({ error, title }: { error: unknown; title?: string }) {
  const { t } = useLanguage();
  if (error == null) return null;
  return (
    <div role="alert" className={css.line}>
      {title && <strong>{title} </strong>}
      {errorText(error, t)}
    </div>
  );
}
