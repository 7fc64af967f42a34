import css from "../ui/ErrorLine.module.css";
import { useErrorWords } from "./told";

/** What went wrong, in the words of these pages; nothing where nothing did. */
export function ErrorText({ error, title }: { error: unknown; title?: string }) {
  const words = useErrorWords();
  if (error == null) return null;
  return (
    <div role="alert" className={css.line}>
      {title && <strong>{title} </strong>}
      {words(error)}
    </div>
  );
}
