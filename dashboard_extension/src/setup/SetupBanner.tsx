import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { PATHS } from "../app/paths";
import { useViewer } from "../app/useViewer";
import { SetupDismissalDocument, SetupDismissDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useGo } from "../ui/PageLink";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./setup.module.css";
import { useSetup } from "./useSetup";

const NAME = "setup.dismissed";
const DISMISSED = ["preference", NAME];

/** Leads to the first steps while they are not done, and lets whoever knows the way dismiss it. */
export function SetupBanner() {
  const { t } = useLanguage();
  const { maySet } = useViewer();
  const go = useGo();
  const dismissed = useDismissed(maySet);
  const setup = useSetup(maySet && dismissed.value === false).data;
  if (dismissed.value !== false || setup === undefined || setup.complete) return null;
  const done = setup.steps.filter(({ state }) => state !== "OPEN").length;
  return (
    <section className={css.banner} aria-label={t("setup.title")}>
      <span>
        <strong>{t("setup.banner")}</strong>{" "}
        {t("setup.progress", { done: String(done), all: String(setup.steps.length) })}
      </span>
      <Button size="small" onClick={() => go(PATHS.setup)}>
        {t("setup.go")}
      </Button>
      <Button
        variant="tertiary"
        size="small"
        disabled={dismissed.running}
        onClick={dismissed.dismiss}
      >
        {t("setup.dismiss")}
      </Button>
    </section>
  );
}

function useDismissed(enabled: boolean) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: DISMISSED,
    queryFn: async ({ signal }) =>
      (await api(SetupDismissalDocument, { name: NAME }, signal)).salesPreference === true,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const dismiss = useMutationWithFeedback({
    run: (call) => call(SetupDismissDocument, { name: NAME, value: true }),
    invalidates: [DISMISSED],
  });
  return { value: data, dismiss: () => dismiss.run(), running: dismiss.running };
}
