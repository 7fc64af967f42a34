import { Button } from "@saleor/macaw-ui";
import {
  StripeConnectionTestDocument,
  type StripeConnectionTestMutation,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Chip } from "../../ui/Chip";
import { ErrorLine } from "../../ui/ErrorLine";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { useCountryName } from "../fields/names";
import { MASK } from "../fields/SecretField";
import { useHere, useSettingsForm } from "../form/context";
import { useValues } from "../form/useValueHere";
import { editId } from "../model/edits";
import { text } from "../model/values";
import css from "../pages/pages.module.css";

type Answer = NonNullable<StripeConnectionTestMutation["stripeConnectionTest"]>;

const SECRET = "stripe_secret_key";
const PUBLISHABLE = "stripe_publishable_key";

/** Asks Stripe whose the keys are: those in the fields, or those that are kept. */
export default function StripeTest() {
  const { t } = useLanguage();
  const { place } = useHere();
  const { edits } = useSettingsForm();
  const currentOf = useValues();
  const test = useMutationWithFeedback({
    run: async (api) => {
      const typed = (key: string) => (edits.has(editId(place, key)) ? text(currentOf(key)) : null);
      const secret = typed(SECRET);
      const asked = {
        legalEntity: place.level === "LEGAL_ENTITY" ? place.name : "",
        secretKey: secret === MASK ? null : secret,
        publishableKey: typed(PUBLISHABLE),
      };
      return (await api(StripeConnectionTestDocument, asked)).stripeConnectionTest;
    },
  });
  return (
    <section className={css.part} aria-label={t("stripe.test")}>
      <div>
        <Button
          type="button"
          variant="secondary"
          disabled={test.running}
          onClick={() => test.run()}
        >
          {t(test.running ? "stripe.testing" : "stripe.test")}
        </Button>
      </div>
      <ErrorLine error={test.error} />
      {test.result && <Told answer={test.result} />}
    </section>
  );
}

function Told({ answer }: { answer: Answer }) {
  const { t } = useLanguage();
  const countryName = useCountryName();
  if (!answer.ok) {
    return (
      <div role="alert" className={css.poor}>
        {t.find(`stripe.fault.${answer.code}`) ?? answer.message}
      </div>
    );
  }
  return (
    <div role="status" className={css.line}>
      <strong>{t("stripe.connected", { name: answer.accountName || answer.accountId })}</strong>
      <Chip tone={answer.testMode ? "warning" : "success"}>
        {t(answer.testMode ? "stripe.mode.test" : "stripe.mode.live")}
      </Chip>
      <span className={css.small}>
        {[
          answer.accountId,
          answer.country && countryName(answer.country),
          answer.currencies.join(", "),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </div>
  );
}
