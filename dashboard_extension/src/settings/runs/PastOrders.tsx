import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useViewer } from "../../app/useViewer";
import { useLanguage } from "../../i18n/context";
import { ErrorLine } from "../../ui/ErrorLine";
import { DateField } from "../../ui/fields";
import { useHere, useSettingsForm } from "../form/context";
import { useValueHere } from "../form/useValueHere";
import type { Place } from "../model/place";
import css from "../pages/pages.module.css";
import { RunResult } from "./RunResult";
import { policyOf, useRun } from "./useRun";

const MONTH_MS = 30 * 24 * 3_600_000;

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** What the policies would have made of orders of the past; and, if wished, making it. */
export default function PastOrders({ place }: { place: Place }) {
  const { t } = useLanguage();
  const { mayWork } = useViewer();
  if (!mayWork) return null; // who may not see orders would be refused
  return (
    <section className={css.part} aria-labelledby="past-orders">
      <Text as="h2" id="past-orders" size={5} fontWeight="medium" margin={0}>
        {t("runs.title")}
      </Text>
      <Text as="p" size={3} color="default2" margin={0}>
        {t(place.level === "LEGAL_ENTITY" ? "runs.text.seller" : "runs.text")}
      </Text>
      <Trial place={place} />
    </section>
  );
}

function Trial({ place }: { place: Place }) {
  const { t } = useLanguage();
  const { settings } = useHere();
  const { edits } = useSettingsForm();
  const [range, setRange] = useState(() => ({
    from: isoDay(Date.now() - MONTH_MS),
    to: isoDay(Date.now()),
  }));
  const wished = useValueHere("issue_policy");
  const kept = settings.find(({ key }) => key === "issue_policy")?.value;
  // A policy that is not saved yet is tried by itself, without the rules.
  const policy = wished === kept ? null : policyOf(wished);
  const trial = useRun();
  const request = {
    channel: place.level === "CHANNEL" ? place.name : "",
    createdFrom: range.from || null,
    createdTo: range.to || null,
    policy,
  };
  const wrong = range.from !== "" && range.to !== "" && range.from > range.to;
  return (
    <>
      <div className={css.form}>
        <DateField
          label={t("runs.from")}
          value={range.from}
          onChange={(from) => setRange({ ...range, from })}
        />
        <DateField
          label={t("runs.to")}
          value={range.to}
          error={wrong ? t("runs.range.wrong") : null}
          onChange={(to) => setRange({ ...range, to })}
        />
      </div>
      {edits.size > 0 && (
        <Text as="p" size={2} color="default2" margin={0}>
          {t(policy === null ? "runs.unsaved" : "runs.unsaved.policy")}
        </Text>
      )}
      <div>
        <Button
          variant="secondary"
          disabled={wrong || trial.starting || trial.run?.state === "RUNNING"}
          onClick={() => trial.start({ ...request, dryRun: true })}
        >
          {t(trial.starting ? "ui.working" : "runs.try")}
        </Button>
      </div>
      <ErrorLine error={trial.error} />
      {trial.run && (
        <RunResult
          key={trial.run.id}
          trial={trial}
          onIssue={() => trial.start({ ...trial.request, dryRun: false })}
        />
      )}
    </>
  );
}
