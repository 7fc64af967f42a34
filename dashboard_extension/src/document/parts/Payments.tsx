import { Button, Text } from "@saleor/macaw-ui";
import { HandCoins } from "lucide-react";
import { useViewer } from "../../app/useViewer";
import { formatMoment } from "../../format/dates";
import { isZero } from "../../format/money";
import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { Card } from "../../ui/Card";
import { type DataColumn, DataTable } from "../../ui/DataTable";
import { Menu } from "../../ui/Menu";
import { useShown } from "../context";
import { isPayable } from "../HeadActions";
import type { Payment } from "../useDocument";
import css from "./Lines.module.css";

/** The money that counts for it, with what can be done about each. */
export function Payments() {
  const { t } = useLanguage();
  const { mayHandleMoney } = useViewer();
  const { document, open } = useShown();
  return (
    <Card
      title={t("doc.payments")}
      flush={document.payments.length > 0}
      actions={
        mayHandleMoney &&
        isPayable(document) && (
          <Button
            variant="secondary"
            size="small"
            icon={<HandCoins size={14} aria-hidden />}
            onClick={() => open({ name: "pay" })}
          >
            {t("doc.pay")}
          </Button>
        )
      }
    >
      <DataTable
        caption={t("doc.payments")}
        columns={useColumns(mayHandleMoney)}
        rows={document.payments}
        rowKey={(payment) => `${payment.id}${payment.amount.amount}`}
        empty={
          <Text as="p" size={3} color="default2" margin={0}>
            {t("doc.payments.none")}
          </Text>
        }
      />
    </Card>
  );
}

function useColumns(withActions: boolean): readonly DataColumn<Payment>[] {
  const { t, locale } = useLanguage();
  const columns: DataColumn<Payment>[] = [
    {
      name: "date",
      head: t("doc.payment.date"),
      cell: ({ occurredAt }) => (
        <span className={css.nowrap}>{formatMoment(occurredAt, locale)}</span>
      ),
    },
    {
      name: "kind",
      head: t("doc.payment.kind"),
      grow: true,
      cell: (payment) => <Kind payment={payment} />,
    },
    {
      name: "by",
      head: t("doc.payment.by"),
      cell: ({ recordedByName }) => recordedByName || t("doc.payment.by.saleor"),
    },
    {
      name: "amount",
      head: t("doc.payment.amount"),
      end: true,
      cell: ({ amount }) => <Amount money={amount} />,
    },
  ];
  const actions: DataColumn<Payment> = {
    name: "actions",
    head: t("column.actions"),
    headHidden: true,
    end: true,
    cell: (payment) => <PaymentActions payment={payment} />,
  };
  return withActions ? [...columns, actions] : columns;
}

function Kind({ payment }: { payment: Payment }) {
  const { t } = useLanguage();
  const small = [payment.method, payment.reference].filter(Boolean).join(" · ");
  return (
    <div className={css.name}>
      {t(`doc.payment.${payment.kind}`)}
      {small && <span className={css.small}>{small}</span>}
    </div>
  );
}

function PaymentActions({ payment }: { payment: Payment }) {
  const { t } = useLanguage();
  const { open } = useShown();
  const { refundable, id, kind, amount } = payment;
  const canMove = kind !== "CREDIT" && !isZero(amount);
  return (
    <Menu
      label={t("doc.payment.actions", { reference: payment.reference ?? "" })}
      items={[
        refundable &&
          !isZero(refundable) && {
            label: t("doc.refund"),
            onSelect: () => open({ name: "refund", paymentId: id }),
          },
        canMove && {
          label: t("doc.reallocate"),
          onSelect: () => open({ name: "reallocate", paymentId: id }),
        },
      ]}
    />
  );
}
