import { useQuery } from "@tanstack/react-query";
import { useCombobox } from "downshift";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useLanguage } from "../i18n/context";
import css from "./Combobox.module.css";
import { errorText } from "./errors";
import { Floating } from "./Floating";
import fieldCss from "./fields/Field.module.css";
import { FieldFrame, type FieldProps } from "./fields/FieldFrame";

interface Props<Item> extends FieldProps {
  /** What stands in the field for the chosen one. */
  value: string;
  /** A name for the cache: what is searched. */
  name: string;
  search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>;
  itemKey: (item: Item) => string;
  itemText: (item: Item) => string;
  itemHint?: (item: Item) => ReactNode;
  onSelect: (item: Item) => void;
  /** Where what is typed may stand by itself. */
  onType?: (text: string) => void;
  placeholder?: string;
}

const PAUSE_MS = 250;

/** A field that looks things up while one types. */
export function Combobox<Item>(props: Props<Item>) {
  const { label, value, placeholder, itemKey, itemText, itemHint, ...rest } = props;
  const { t } = useLanguage();
  const id = useId();
  const anchor = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const [open, setOpen] = useState(false);
  const found = useFound(props.name, text, props.search, open);
  const items = found.data ?? [];
  const box = useCombobox<Item>({
    id,
    items: [...items],
    isOpen: open,
    inputValue: text,
    itemToString: (item) => (item ? itemText(item) : ""),
    itemToKey: (item) => (item ? itemKey(item) : null),
    onIsOpenChange: ({ isOpen }) => setOpen(isOpen),
  });
  // The library's own choice is not asked: it would hold on to an item that the value has left.
  const choose = (item: Item | undefined) => {
    if (item === undefined) return;
    setText(itemText(item));
    props.onSelect(item);
  };
  const input = box.getInputProps({
    onKeyDown: ({ key }) => {
      if (key === "Enter" && open) choose(items[box.highlightedIndex]);
    },
    ref: anchor,
    onBlur: () => {
      if (props.onType === undefined) setText(value); // only a choice counts
    },
    onChange: ({ currentTarget }) => {
      setText(currentTarget.value);
      props.onType?.(currentTarget.value);
      setOpen(true);
    },
  });
  return (
    <FieldFrame {...rest} label={label} id={input.id} labelProps={box.getLabelProps()}>
      {(described) => (
        <>
          <input
            {...input}
            {...described}
            className={fieldCss.input}
            placeholder={placeholder}
            autoComplete="off"
            disabled={props.disabled}
          />
          <div {...box.getMenuProps({}, { suppressRefError: true })}>
            {open && (
              <Floating anchor={anchor.current} stretch onDismiss={() => setOpen(false)}>
                {items.map((item, index) => (
                  <div
                    key={itemKey(item)}
                    className={css.item}
                    data-current={index === box.highlightedIndex || undefined}
                    {...box.getItemProps({ item, index, onClick: () => choose(item) })}
                  >
                    {itemText(item)}
                    {itemHint && <span className={css.hint}>{itemHint(item)}</span>}
                  </div>
                ))}
                {items.length === 0 && (
                  <div className={css.note} role="status">
                    {found.isError
                      ? errorText(found.error, t)
                      : t(found.isFetching ? "ui.searching" : "ui.nothing")}
                  </div>
                )}
              </Floating>
            )}
          </div>
        </>
      )}
    </FieldFrame>
  );
}

function useFound<Item>(
  name: string,
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>,
  enabled: boolean,
) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ["lookup", name, settled],
    queryFn: ({ signal }) => search(settled, signal),
    enabled,
    placeholderData: (before) => before,
  });
}
