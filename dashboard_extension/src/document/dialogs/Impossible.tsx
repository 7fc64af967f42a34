import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { useShown } from "../context";

interface Props {
  title: string;
  text: string;
  close: () => void;
}

/** Why a verb is not possible (any more), with what is possible instead. */
export function Impossible({ title, text, close }: Props) {
  const { t } = useLanguage();
  const { verbs, open } = useShown();
  return (
    <Dialog
      title={title}
      text={text}
      cancelLabel={t("ui.close")}
      onClose={close}
      actions={
        verbs?.credit && (
          <Button onClick={() => open({ name: "credit" })}>{t("doc.credit.instead")}</Button>
        )
      }
    />
  );
}
