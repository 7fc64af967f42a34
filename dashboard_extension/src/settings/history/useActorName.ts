import { useCallback } from "react";
import { useBridgeState } from "../../bridge/context";
import { useLanguage } from "../../i18n/context";

/** Who changed something, as the history names them, in words. */
export function useActorName(): (actor: string, known?: string) => string {
  const { t } = useLanguage();
  const me = useMyId();
  return useCallback(
    (actor, known) => {
      const [kind = "", name = ""] = split(actor);
      if (kind === "staff") {
        return name === me ? t("actor.you") : known || t("actor.staff", { id: name });
      }
      if (kind === "key") return t("actor.key", { name });
      if (actor === "saleor") return t("actor.saleor");
      return actor === "configure_store" ? t("actor.command") : actor;
    },
    [t, me],
  );
}

function split(actor: string): string[] {
  const at = actor.indexOf(":");
  return at === -1 ? [actor] : [actor.slice(0, at), actor.slice(at + 1)];
}

/** The person's global id, as their token has it. */
function useMyId(): string {
  const { token } = useBridgeState();
  try {
    const payload = token?.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const id = (claims as { user_id?: unknown }).user_id;
    return typeof id === "string" ? id : "";
  } catch {
    return "";
  }
}
