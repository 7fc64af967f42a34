import { Button } from "@saleor/macaw-ui";
import { type ReactNode, useState } from "react";
import { draftPath, invoicePath } from "../app/paths";
import { formatDate } from "../format/dates";
import { formatAmount, isZero } from "../format/money";
import type { PanelDocumentFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { PaymentChip } from "../invoices/PaymentChip";
import { ProblemItem } from "../problems/ProblemItem";
import { Amount } from "../ui/Amount";
import { Chip } from "../ui/Chip";
import { CreditForm } from "./CreditForm";
import css from "./DocumentCard.module.css";
import { LastMail } from "./LastMail";
import { PdfLink } from "./PdfLink";
import { SendForm } from "./SendForm";

interface Props {
  row: PanelDocumentFragment;
  /** Shows a route of ours, from within the dashboard's page. */
  go: (route: string) => void;
  /** One more fact, besides kind and date. */
  fact?: string;
  /** To look at only. */
  still?: boolean;
}

type Doing = "send" | "credit";

/** One document on the order's or customer's page, with what can be done with it there. */
export function DocumentCard({ row, go, fact, still = false }: Props) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  // The order's own stand above all documents.
  const problems = (row.problems ?? []).filter(({ subject }) => !subject.startsWith("order:"));
  return (
    <li className={css.card}>
      <Title row={row} go={go} />
      <Sums row={row} />
      <Facts row={row} more={fact} />
      <LastMail row={row} />
      {problems.length > 0 && (
        <ul className={css.problems}>
          {problems.map((problem) => (
            <ProblemItem key={problem.id} problem={problem} />
          ))}
        </ul>
      )}
      {!still && <Actions row={row} go={go} doing={doing} setDoing={setDoing} />}
      {doing === "send" && <SendForm row={row} onClose={close} />}
      {doing === "credit" && <CreditForm row={row} go={go} onClose={close} />}
    </li>
  );
}

function Title({ row, go }: Pick<Props, "row" | "go">) {
  const { t } = useLanguage();
  return (
    <span className={css.title}>
      {row.number ? (
        <button
          type="button"
          className={css.link}
          title={row.number}
          aria-label={t("panel.open.of", { number: row.number })}
          onClick={() => go(invoicePath(row.id))}
        >
          {row.number}
        </button>
      ) : (
        <Chip tone="neutral">{t("state.DRAFT")}</Chip>
      )}
      {row.testMode && <Chip tone="warning">{t("state.test")}</Chip>}
      {row.overdue ? (
        <Chip tone="error">{t("panel.overdue")}</Chip>
      ) : (
        <PaymentChip status={row.paymentStatus} />
      )}
    </span>
  );
}

function Sums({ row }: Pick<Props, "row">) {
  const { t, locale } = useLanguage();
  const { total, balance } = row;
  const open = balance !== null && !isZero(balance) && balance.amount !== total.amount;
  return (
    <span className={css.money}>
      <Amount money={total} />
      {open && (
        <span className={css.open}>
          {t("row.balance", { amount: formatAmount(balance, locale) })}
        </span>
      )}
    </span>
  );
}

function Facts({ row, more }: Pick<Props, "row"> & { more: string | undefined }) {
  const { t, locale } = useLanguage();
  const unpaid = row.balance !== null && !isZero(row.balance);
  const facts = [
    t(`kind.${row.kind}`),
    row.issueDate && formatDate(row.issueDate, locale),
    unpaid && row.dueDate && t("panel.due", { date: formatDate(row.dueDate, locale) }),
    more,
  ];
  return <span className={css.facts}>{facts.filter(Boolean).join(" · ")}</span>;
}

interface ActionProps extends Pick<Props, "row" | "go"> {
  doing: Doing | undefined;
  setDoing: (doing: Doing | undefined) => void;
}

function Actions({ row, go, doing, setDoing }: ActionProps) {
  const { t } = useLanguage();
  const { number } = row;
  if (row.state === "DRAFT") {
    const route = row.kind === "INVOICE" ? draftPath(row.id) : invoicePath(row.id);
    return (
      <span className={css.actions}>
        <Small onClick={() => go(route)}>{t("panel.edit")}</Small>
      </span>
    );
  }
  const toggle = (wanted: Doing) => () => setDoing(doing === wanted ? undefined : wanted);
  return (
    <span className={css.actions}>
      <PdfLink row={row} />
      <Small
        label={t("panel.send.of", { number })}
        open={doing === "send"}
        onClick={toggle("send")}
      >
        {t("panel.send")}
      </Small>
      {row.creditable && !isZero(row.creditable.total) && (
        <Small
          label={t("panel.credit.of", { number })}
          open={doing === "credit"}
          onClick={toggle("credit")}
        >
          {t("panel.credit")}
        </Small>
      )}
    </span>
  );
}

interface SmallProps {
  label?: string;
  open?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Small({ label, open, onClick, children }: SmallProps) {
  return (
    <Button
      type="button"
      variant="secondary"
      size="small"
      aria-label={label}
      aria-expanded={open}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
