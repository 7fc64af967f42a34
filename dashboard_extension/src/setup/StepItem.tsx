import { Button, Text } from "@saleor/macaw-ui";
import { Check, ChevronDown } from "lucide-react";
import { type ComponentType, Suspense, useEffect, useId, useRef } from "react";
import { useLanguage } from "../i18n/context";
import { Chip } from "../ui/Chip";
import { ErrorLine } from "../ui/ErrorLine";
import css from "./setup.module.css";
import { BankStep } from "./steps/BankStep";
import { FirstInvoiceStep } from "./steps/FirstInvoiceStep";
import { LookStep } from "./steps/LookStep";
import { MailStep } from "./steps/MailStep";
import { NumbersStep } from "./steps/NumbersStep";
import { PolicyStep } from "./steps/PolicyStep";
import { SellerStep } from "./steps/SellerStep";
import { TaxStep } from "./steps/TaxStep";
import { type Step, type StepName, useSkip } from "./useSetup";

export interface StepProps {
  readOnly: boolean;
  /** The step is done: on to the next. */
  onDone: () => void;
}

const CONTENT: Readonly<Record<StepName, ComponentType<StepProps>>> = {
  seller: SellerStep,
  tax: TaxStep,
  numbers: NumbersStep,
  bank: BankStep,
  look: LookStep,
  policy: PolicyStep,
  mails: MailStep,
  first_invoice: FirstInvoiceStep,
};

interface Props extends StepProps {
  step: Step;
  position: number;
  open: boolean;
  onToggle: () => void;
}

/** One step: closed a line with its state, open what is to be done. */
export function StepItem({ step, position, open, onToggle, ...rest }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const head = useFocusOnOpen(open);
  const Content = CONTENT[step.key];
  return (
    <li className={css.step} data-open={open || undefined}>
      <h2 className={css.title}>
        <button
          ref={head}
          type="button"
          className={css.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={css.mark} data-state={step.state} aria-hidden>
            {step.state === "DONE" ? <Check size={16} /> : position}
          </span>
          <span className={css.words}>
            <Text as="span" size={4} fontWeight="medium">
              {t(`setup.${step.key}`)}
            </Text>
            <Text as="span" size={2} color="default2">
              {t(`setup.${step.key}.text`)}
            </Text>
          </span>
          <State step={step} />
          <ChevronDown size={18} className={css.chevron} aria-hidden />
        </button>
      </h2>
      {open && (
        <div id={id} className={css.body}>
          <Suspense fallback={<span role="status">{t("ui.loading")}</span>}>
            <Content {...rest} />
          </Suspense>
          {!step.required && !rest.readOnly && <Skip step={step} onDone={rest.onDone} />}
        </div>
      )}
    </li>
  );
}

function State({ step }: { step: Step }) {
  const { t } = useLanguage();
  if (step.state === "DONE") return <Chip tone="success">{t("setup.state.DONE")}</Chip>;
  if (step.state === "SKIPPED") return <Chip tone="neutral">{t("setup.state.SKIPPED")}</Chip>;
  return step.required ? (
    <Chip tone="warning">{t("setup.required")}</Chip>
  ) : (
    <Chip tone="neutral">{t("setup.optional")}</Chip>
  );
}

function Skip({ step, onDone }: { step: Step; onDone: () => void }) {
  const { t } = useLanguage();
  const skipped = step.state === "SKIPPED";
  const skip = useSkip(skipped ? () => undefined : onDone);
  if (step.state === "DONE") return null;
  return (
    <div className={css.skip}>
      <Button
        type="button"
        variant="tertiary"
        size="small"
        disabled={skip.running}
        onClick={() => skip.run({ key: step.key, skip: !skipped })}
      >
        {t(skipped ? "setup.skip.undo" : "setup.skip")}
      </Button>
      <ErrorLine error={skip.error} />
    </div>
  );
}

/** A step that opens because the one before was done takes the focus with it. */
function useFocusOnOpen(open: boolean) {
  const head = useRef<HTMLButtonElement>(null);
  const was = useRef(open);
  useEffect(() => {
    if (open && !was.current && document.activeElement !== head.current) {
      head.current?.focus({ preventScroll: true });
      head.current?.scrollIntoView({ block: "start", behavior: "auto" });
    }
    was.current = open;
  }, [open]);
  return head;
}
