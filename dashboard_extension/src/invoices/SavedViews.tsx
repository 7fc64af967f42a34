import { Button } from "@saleor/macaw-ui";
import { Bookmark } from "lucide-react";
import { useState } from "react";
import { useLanguage } from "../i18n/context";
import { Dialog } from "../ui/Dialog";
import { ErrorLine } from "../ui/ErrorLine";
import { CheckField, TextField } from "../ui/fields";
import { Popover } from "../ui/Popover";
import type { Change } from "./InvoicesPage";
import { type ListState, readListState, stateText } from "./listState";
import css from "./SavedViews.module.css";
import {
  addressOf,
  type SavedView,
  useSavedViews,
  useViewDelete,
  useViewSave,
} from "./useSavedViews";

interface Props {
  state: ListState;
  change: Change;
  /** Before, no views are asked for. */
  ready: boolean;
}

/** Named states of the list, one's own and the team's. */
export function SavedViews({ state, change, ready }: Props) {
  const { t } = useLanguage();
  const views = useSavedViews(ready);
  const [naming, setNaming] = useState<SavedView | "new">();
  const address = stateText(state);
  const current = views.find((view) => addressOf(view) === address);
  const show = (view: SavedView) => change(readListState(new URLSearchParams(addressOf(view))));
  return (
    <>
      <Popover
        label={t("views.title")}
        end
        trigger={(props) => (
          <Button {...props} variant="secondary" icon={<Bookmark size={15} aria-hidden />}>
            <span className={css.current}>{current?.name ?? t("views.title")}</span>
          </Button>
        )}
      >
        {(close) => (
          <div className={css.views}>
            {views.length === 0 && <p className={css.empty}>{t("views.empty")}</p>}
            <ul className={css.list}>
              {views.map((view) => (
                <ViewLine
                  key={view.id}
                  view={view}
                  current={view === current}
                  onShow={() => {
                    close();
                    show(view);
                  }}
                  onRename={() => {
                    close();
                    setNaming(view);
                  }}
                />
              ))}
            </ul>
            <Button
              variant="secondary"
              size="small"
              onClick={() => {
                close();
                setNaming("new");
              }}
            >
              {t("views.save")}
            </Button>
          </div>
        )}
      </Popover>
      {naming && (
        <NameDialog view={naming} address={address} onClose={() => setNaming(undefined)} />
      )}
    </>
  );
}

interface LineProps {
  view: SavedView;
  current: boolean;
  onShow: () => void;
  onRename: () => void;
}

function ViewLine({ view, current, onShow, onRename }: LineProps) {
  const { t } = useLanguage();
  const { name } = view;
  const remove = useViewDelete();
  return (
    <li className={css.line}>
      <button type="button" className={css.show} aria-pressed={current} onClick={onShow}>
        {name}
        {view.shared && <span className={css.note}>{t("views.shared")}</span>}
      </button>
      {view.mine && (
        <>
          <button
            type="button"
            className={css.small}
            aria-label={t("views.edit.of", { name })}
            onClick={onRename}
          >
            {t("views.edit")}
          </button>
          <button
            type="button"
            className={css.small}
            aria-label={t("views.delete.of", { name })}
            disabled={remove.running}
            onClick={() => remove.run(view.id)}
          >
            {t("ui.delete")}
          </button>
        </>
      )}
    </li>
  );
}

interface NameProps {
  view: SavedView | "new";
  /** The list as it stands. */
  address: string;
  onClose: () => void;
}

function NameDialog({ view, address, onClose }: NameProps) {
  const { t } = useLanguage();
  const old = view === "new" ? undefined : view;
  const [name, setName] = useState(old?.name ?? "");
  const [shared, setShared] = useState(old?.shared ?? false);
  const [anew, setAnew] = useState(false);
  const save = useViewSave(onClose);
  const kept = old && !anew ? addressOf(old) : address;
  return (
    <Dialog
      title={t(old ? "views.edit.title" : "views.save")}
      text={old ? undefined : t("views.save.text")}
      busy={save.running}
      onClose={onClose}
      onSubmit={() => save.run({ id: old?.id ?? null, name: name.trim(), shared, address: kept })}
      actions={
        <Button type="submit" disabled={save.running || name.trim() === ""}>
          {save.running ? t("ui.saving") : t("ui.save")}
        </Button>
      }
    >
      <TextField label={t("views.name")} value={name} onChange={setName} maxLength={100} required />
      <CheckField label={t("views.share")} checked={shared} onChange={setShared} />
      {old && addressOf(old) !== address && (
        <CheckField label={t("views.anew")} checked={anew} onChange={setAnew} />
      )}
      <ErrorLine error={save.error} />
    </Dialog>
  );
}
