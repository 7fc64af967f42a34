import { Text } from "@saleor/macaw-ui";
import { TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { useLanguage } from "../i18n/context";
import { ProblemItem } from "./ProblemItem";
import css from "./ProblemsBanner.module.css";
import { useProblems } from "./useProblems";

/** Shown open where it is short; a longer list waits for a click. */
const SHORT = 2;

/** What failed in this store, with what to do about it; nothing where nothing did. */
export function ProblemsBanner() {
  const { t } = useLanguage();
  const { data } = useProblems();
  const [chosen, setChosen] = useState<boolean>();
  const listId = useId();
  // No words without data: the grid below says it where the API can't be reached at all.
  if (data === undefined || data.shown.length === 0) return null;
  const { shown, count } = data;
  const open = chosen ?? shown.length <= SHORT;
  return (
    <section className={css.banner} aria-label={t.count("problems.title", count)}>
      <div className={css.head}>
        <TriangleAlert size={16} aria-hidden />
        {t.count("problems.title", count)}
        <button
          type="button"
          className={css.toggle}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setChosen(!open)}
        >
          {open ? t("problems.hide") : t("problems.show")}
        </button>
      </div>
      <ul id={listId} className={css.list} hidden={!open}>
        {shown.map((problem) => (
          <ProblemItem key={problem.id} problem={problem} withOrderLink />
        ))}
        {count > shown.length && (
          <li className={css.more}>
            <Text size={2} color="default2">
              {t.count("problems.more", count - shown.length)}
            </Text>
          </li>
        )}
      </ul>
    </section>
  );
}
