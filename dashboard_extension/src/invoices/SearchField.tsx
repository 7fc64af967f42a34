import { SearchInput } from "@saleor/macaw-ui";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../i18n/context";
import { cleanSearch, LONGEST_SEARCH } from "./listState";

const PAUSE_MS = 300;

/** Tells of a search once the typing rests, at Enter at once; Escape empties it. */
export function SearchField({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (search: string) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  const told = useRef(value);

  useEffect(() => {
    // Only a change from elsewhere (history, a cleared search) may replace what is being typed.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);

  useEffect(() => {
    const wanted = cleanSearch(text);
    if (wanted === told.current) return;
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // Who went on to a page that is still loading must not be called back to the list.
      if (window.location.pathname !== pathname) return;
      told.current = wanted;
      onSearch(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);

  const tell = (search: string) => {
    setText(search);
    told.current = cleanSearch(search);
    onSearch(told.current);
  };
  return (
    <SearchInput
      size="medium"
      aria-label={t("list.search")}
      placeholder={t("list.search")}
      maxLength={LONGEST_SEARCH}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") tell(text);
        if (event.key === "Escape") tell("");
      }}
    />
  );
}
